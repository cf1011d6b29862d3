"""Sentences of the recording desk: history, doubles, relations, many practices at once, interviews, spelling, citations."""

SENTENCES = {
    "desk-field-form": {"it": "Modulo", "en": "Form"},
    "desk-field-status": {"it": "Stato", "en": "Status"},
    "desk-field-code": {"it": "Codice pratica", "en": "Practice code"},
    "desk-field-notes": {"it": "Nota di revisione", "en": "Reviewer's note"},
    "desk-no-such-value": {
        "it": "Quel salvataggio non contiene più un valore di «{field}». Scegline un altro nella cronologia.",
        "en": "That save holds no value of “{field}” any more. Choose another one in the history.",
    },
    "desk-calculated": {
        "it": "«{field}» si calcola dalle altre risposte. Cambia quelle da cui dipende.",
        "en": "“{field}” is worked out from other answers. Change those it depends on.",
    },
    "desk-no-note": {
        "it": "Questo appunto non c'è più. Scrivilo di nuovo.",
        "en": "This note is not there any more. Write it again.",
    },
    "spelling-none-it": {
        "it": "Il dizionario italiano di SeedDesk manca. Reinstalla SeedDesk, oppure metti it_IT.dic e it_IT.aff in {folder}.",
        "en": "SeedDesk's Italian dictionary is missing. Install SeedDesk again, or put it_IT.dic and it_IT.aff into {folder}.",
    },
    "spelling-none-": {
        "it": "L'ortografia si controlla in italiano e in inglese; questa pratica è in un'altra lingua.",
        "en": "Spelling is checked in Italian and English; this practice is in another language.",
    },
    "spelling-none-en": {
        "it": "Il dizionario inglese di SeedDesk manca. Reinstalla SeedDesk, oppure metti en_GB.dic e en_GB.aff in {folder}.",
        "en": "SeedDesk's English dictionary is missing. Install SeedDesk again, or put en_GB.dic and en_GB.aff into {folder}.",
    },
    "similar-certain": {"it": "quasi certamente la stessa", "en": "almost certainly the same"},
    "similar-probable": {"it": "probabilmente la stessa", "en": "probably the same"},
    "similar-perhaps": {"it": "forse la stessa", "en": "perhaps the same"},
    "similar-reason-register": {
        "it": "stesso numero di registro dell'ente",
        "en": "the same register number of the organisation",
    },
    "similar-reason-website": {"it": "stesso sito", "en": "the same website"},
    "similar-reason-title": {"it": "titolo uguale o quasi", "en": "the same title, or nearly"},
    "similar-reason-name-before": {
        "it": "un altro suo nome è uguale o quasi",
        "en": "another name of it is the same, or nearly",
    },
    "similar-reason-organisation": {"it": "stesso ente", "en": "the same organisation"},
    "similar-reason-place": {"it": "stesso luogo", "en": "the same place"},
    "bulk-label-move": {"it": "Stato", "en": "Status"},
    "bulk-label-delete": {"it": "Elimina", "en": "Delete"},
    "bulk-label-restore": {"it": "Ripristina", "en": "Restore"},
    "bulk-in-list": {"it": "nel catalogo", "en": "in the catalogue"},
    "bulk-in-bin": {"it": "nel cestino", "en": "in the bin"},
    "bulk-needed": {"it": "Serve per inviare la pratica.", "en": "Needed before the practice can be submitted."},
    "bulk-row": {
        "it": "Le righe si cambiano pratica per pratica. Scegli un campo che non sta in una riga.",
        "en": "Rows are changed practice by practice. Choose a field that does not lie in a row.",
    },
    "bulk-no-set": {
        "it": "«{field}» ha una risposta sola: non si possono aggiungere o togliere voci. Dagli un valore nuovo.",
        "en": "“{field}” has a single answer: nothing can be added or taken out. Give it a new value.",
    },
    "bulk-deleted": {"it": "È nel cestino: prima ripristinala.", "en": "It is in the bin: restore it first."},
    "bulk-conflict": {
        "it": "«{field}» è in conflitto: prima decidi quale versione vale.",
        "en": "“{field}” is in conflict: decide first which version holds.",
    },
    "bulk-not-asked": {
        "it": "Per questa pratica «{field}» non si chiede. Lasciala fuori.",
        "en": "“{field}” is not asked of this practice. Leave it out.",
    },
    "bulk-changed": {
        "it": "Qualcuno l'ha cambiata dopo l'anteprima. Rifai l'anteprima per includerla.",
        "en": "Somebody changed it after the preview. Make the preview again to include it.",
    },
    "bulk-deleted-since": {
        "it": "Qualcun altro l'ha eliminata: resta nel cestino. Se serve, ripristinala da lì.",
        "en": "Somebody else deleted it too: it stays in the bin. Restore it there if it is needed.",
    },
    "bulk-went-on": {
        "it": "Qualcuno l'ha modificata dopo: resta nel catalogo.",
        "en": "Somebody changed it since: it stays in the catalogue.",
    },
    "bulk-since": {
        "it": "«{field}» è cambiato dopo: resta com'è.",
        "en": "“{field}” was changed since: it stays as it is.",
    },
    "bulk-since-by": {
        "it": "«{field}» è stato cambiato dopo da {author}: resta com'è.",
        "en": "“{field}” was changed since by {author}: it stays as it is.",
    },
    "bulk-before-gone": {
        "it": "Quello che c'era prima in «{field}» non è in questo catalogo: resta com'è.",
        "en": "What “{field}” said before is not in this catalogue: it stays as it is.",
    },
    "many-any": {"it": "Una modifica di altre pratiche", "en": "A change of other practices"},
    "many-deleted": {"it": "Nel cestino", "en": "Into the bin"},
    "many-restored": {"it": "Fuori dal cestino", "en": "Out of the bin"},
    "many-unknown": {
        "it": "Questa modifica di più pratiche non è in questo catalogo. Scegline una dall'elenco.",
        "en": "This change to several practices is not in this catalogue. Choose one from the list.",
    },
    "desk-no-relations": {
        "it": "Il modulo di questa pratica non prevede legami con altre. Cambia il modulo, oppure cita la pratica in un testo.",
        "en": "The form of this practice has no relations to others. Change the form, or name the practice in a text.",
    },
    "desk-no-organisation": {
        "it": "Nessuna pratica nomina più questo ente. Cercalo di nuovo nell'elenco degli enti.",
        "en": "No practice names this organisation any more. Look for it again among the organisations.",
    },
    "relation-back-part_of": {"it": "Comprende", "en": "Includes"},
    "relation-back-replicates": {"it": "Replicata da", "en": "Replicated by"},
    "relation-back-inspired_by": {"it": "Ha ispirato", "en": "Inspired"},
    "relation-back-follows": {"it": "Continuata da", "en": "Continued by"},
    "citation": {
        "it": "{creator}{title} [scheda di pratica]. Revisione {revision}. {year}, aggiornata il {updated}. {identifier}.",
        "en": "{creator}{title} [practice record]. Revision {revision}. {year}, updated {updated}. {identifier}.",
    },
}
