"""The words a dossier says by itself, and what can be wrong with a centre's own template."""

SENTENCES = {
    "dossier-kind": {"it": "Dossier di pratica", "en": "Practice dossier"},
    "dossier-kind-blank": {"it": "Modulo di pratica", "en": "Practice form"},
    "dossier-untitled": {"it": "Pratica senza titolo", "en": "Untitled practice"},
    "dossier-title-blank": {"it": "Una nuova pratica", "en": "A new practice"},
    "dossier-status": {"it": "Stato", "en": "Status"},
    "dossier-code": {"it": "Codice", "en": "Code"},
    "dossier-revision": {"it": "Revisione", "en": "Revision"},
    "dossier-exported": {"it": "Esportato", "en": "Exported"},
    "dossier-collected-by": {"it": "Raccolta da", "en": "Collected by"},
    "dossier-to-fill-in": {"it": "Da compilare", "en": "To be filled in"},
    "dossier-help": {
        "it": "Scrivi nelle celle bianche e sotto i titoletti; lascia com’è ciò che non cambia. Revisioni e commenti di Word sono letti. Le etichette in grigio e la riga del codice servono a riportare il testo al posto giusto. I campi con * servono per l’invio.",
        "en": "Write in the white cells and under the headings; leave what does not change as it is. Tracked changes and comments are read. The grey labels and the code line bring each text back to its place. Fields with * are needed for submission.",
    },
    "dossier-help-blank": {
        "it": "Scrivi nelle celle bianche e sotto i titoletti: bastano titolo e paese per cominciare. Se una cosa non si sa ancora, scrivi «non ancora noto». Metti una x nelle caselle che valgono; nelle tabelle aggiungi le righe che servono. Non cambiare le etichette in grigio. I campi con * servono per l’invio.",
        "en": "Write in the white cells and under the headings: title and country are enough to begin. If something is not known yet, write “not known yet”. Put an x in the boxes that apply; add rows to the tables as you need. Do not change the grey labels. Fields with * are needed for submission.",
    },
    "dossier-help-blank-any": {
        "it": "Scrivi nelle celle bianche e sotto i titoletti. Se una cosa non si sa ancora, scrivi «non ancora noto». Metti una x nelle caselle che valgono; nelle tabelle aggiungi le righe che servono. Non cambiare le etichette in grigio. I campi con * servono per l’invio.",
        "en": "Write in the white cells and under the headings. If something is not known yet, write “not known yet”. Put an x in the boxes that apply; add rows to the tables as you need. Do not change the grey labels. Fields with * are needed for submission.",
    },
    "dossier-up-to": {"it": "fino a {limit} caratteri", "en": "up to {limit} characters"},
    "dossier-range": {"it": "da {lowest} a {highest}", "en": "from {lowest} to {highest}"},
    "dossier-other-form": {"it": "Da un modulo precedente", "en": "From an earlier form"},
    "dossier-other-questions": {"it": "Altre domande", "en": "Other questions"},
    "dossier-add-rows": {"it": "aggiungi righe in fondo", "en": "add rows at the end"},
    "dossier-several-versions": {"it": "più versioni, da decidere", "en": "several versions, to be decided"},
    "dossier-attached": {"it": "File conservato in SeedDesk", "en": "File kept in SeedDesk"},
    "dossier-figure": {"it": "Figura {number}.", "en": "Figure {number}."},
    "dossier-picture": {"it": "Immagine allegata alla pratica", "en": "Picture attached to the practice"},
    "dossier-new-row": {"it": "{name} · nuova riga", "en": "{name} · new row"},
    "dossier-row": {"it": "{name} · {number}", "en": "{name} · {number}"},
    "dossier-footer-revision": {"it": "revisione {revision}", "en": "revision {revision}"},
    "dossier-page": {"it": "pagina", "en": "page"},
    "dossier-page-of": {"it": "di", "en": "of"},
    "template-not-found": {
        "it": "Il modello «{path}» non c'è. Controlla il nome del file.",
        "en": "The template “{path}” is not there. Check the name of the file.",
    },
    "template-not-read": {
        "it": "Il modello «{path}» non si può leggere. Controlla i permessi del file, o scegli di nuovo il modello.",
        "en": "The template “{path}” cannot be read. Check the file's permissions, or choose the template again.",
    },
    "template-unreadable": {
        "it": "Il modello non è un documento Word che SeedDesk possa leggere. Salvalo da Word come «Documento di Word (.docx)».",
        "en": "The template is not a Word document SeedDesk can read. Save it from Word as “Word Document (.docx)”.",
    },
    "template-no-fields": {
        "it": "In questo documento non c'è nessuno dei campi del modulo. Parti da quello di SeedDesk («seeddesk template --start FILE») e cambialo con Word.",
        "en": "None of the form's fields is in this document. Start from ours (“seeddesk template --start FILE”) and change it in Word.",
    },
    "template-unknown-field": {
        "it": "Il modello nomina il campo «{tag}», che il modulo non ha. Correggi il tag del controllo.",
        "en": "The template names the field “{tag}”, which the form does not have. Correct the control's tag.",
    },
    "template-unknown-field-near": {
        "it": "Il modello nomina il campo «{tag}», che il modulo non ha. Correggi il tag del controllo; nomi simili: {near}.",
        "en": "The template names the field “{tag}”, which the form does not have. Correct the control's tag; similar names: {near}.",
    },
    "template-lacks-field": {
        "it": "Nel modello manca il campo «{tag}», necessario per l'invio. Aggiungi in una cella un controllo con tag sd:{tag}.",
        "en": "The template lacks the field “{tag}”, needed for submission. Add a control tagged sd:{tag} in a table cell.",
    },
    "template-not-in-cell": {
        "it": "Il campo «{tag}» non sta in una cella di tabella. Mettilo da solo in una cella, con l'etichetta nella cella a sinistra.",
        "en": "The field “{tag}” is not in a table cell. Put it alone in a cell, with its label in the cell to its left.",
    },
    "template-not-alone": {
        "it": "Il campo «{tag}» non è solo nella sua cella o nel suo paragrafo. Togli il testo che gli sta accanto, o tornerebbe come se fosse parte del valore.",
        "en": "The field “{tag}” is not alone in its cell or paragraph. Remove the text beside it, or it would come back as part of the value.",
    },
    "template-no-heading": {
        "it": "Sopra il testo lungo «{tag}» manca un titolo. Metti prima un paragrafo con uno stile Titolo.",
        "en": "There is no heading above the long text “{tag}”. Put a paragraph with a Heading style before it.",
    },
    "template-not-in-row": {
        "it": "«{tag}» appartiene a righe ripetute ma non sta nella riga di una tabella, né in un controllo con tag sd:{repeat}. Spostalo in una di queste due.",
        "en": "“{tag}” belongs to repeated rows but is neither in a table row nor inside a control tagged sd:{repeat}. Move it to one of the two.",
    },
    "template-twice": {
        "it": "Il campo «{tag}» sta in due celle del modello. Lascialo in una sola.",
        "en": "The field “{tag}” stands in two cells of the template. Leave it in one only.",
    },
}
