"""The command line's own words about forms."""

SENTENCES = {
    "cli-help-form": {
        "it": "controlla, confronta, aggiunge e sceglie i moduli",
        "en": "checks, compares, adds and chooses forms",
    },
    "cli-help-form-check": {
        "it": "dice ogni problema di un modulo, con foglio, riga, colonna e rimedio",
        "en": "tells every problem of a form, with sheet, row, column and how to mend it",
    },
    "cli-help-form-preview": {
        "it": "mostra un modulo nella finestra, senza conservare niente",
        "en": "shows a form in the window, keeping nothing",
    },
    "cli-help-form-diff": {
        "it": "dice a parole che cosa cambia da un modulo a un altro",
        "en": "says in words what changes from one form to another",
    },
    "cli-help-form-export": {
        "it": "scrive un modulo per altri programmi",
        "en": "writes a form for other programs",
    },
    "cli-help-form-list": {"it": "elenca i moduli del catalogo", "en": "lists the forms of the catalogue"},
    "cli-help-form-add": {
        "it": "aggiunge al catalogo un modulo o una sua nuova versione",
        "en": "adds a form, or a new version of one, to the catalogue",
    },
    "cli-help-form-use": {
        "it": "sceglie la versione di un modulo da usare",
        "en": "chooses the version of a form to use",
    },
    "cli-help-form-main": {
        "it": "sceglie il modulo delle nuove pratiche",
        "en": "chooses the form of new practices",
    },
    "cli-help-form-switch": {
        "it": "passa una pratica a un altro modulo, senza perdere risposte",
        "en": "moves a practice to another form, losing no answer",
    },
    "cli-help-form-stats": {
        "it": "dà le statistiche delle domande di un modulo, le peggiori per prime",
        "en": "tells how the questions of a form do, the worst first",
    },
    "cli-help-delete": {
        "it": "elimina una pratica; si può tornare indietro",
        "en": "deletes a practice; can be taken back",
    },
    "cli-help-undelete": {"it": "riporta una pratica eliminata", "en": "brings a deleted practice back"},
    "cli-more-form-export": {
        "it": "I file che il modulo mostra (immagini, audio, elenchi lunghi) vanno in una cartella accanto, NOME-media.",
        "en": "The files the form shows (images, audio, long lists) go into a folder beside it, NAME-media.",
    },
    "cli-more-form-stats": {
        "it": "Chieste: quante volte la domanda si poteva rispondere. Cambiate: risposte sostituite dopo l'invio, prima della validazione.",
        "en": "Asked: how often the question could be answered. Changed: answers replaced after submission, before validation.",
    },
    "cli-second-help": {
        "it": "«seeddesk {command} COMANDO --help» spiega ciascuno.",
        "en": "“seeddesk {command} COMMAND --help” explains each.",
    },
    "cli-no-second": {
        "it": "«seeddesk {command}» non ha un comando «{what}». Scegli fra: {choices}.",
        "en": "“seeddesk {command}” has no command “{what}”. Choose one of: {choices}.",
    },
    "cli-arg-form-file": {
        "it": "il modulo: .xlsx, .xml, .zip o una cartella di fogli",
        "en": "the form: .xlsx, .xml, .zip or a folder of sheets",
    },
    "cli-arg-form-old": {
        "it": "il modulo di prima: un file, o l'identificativo di un modulo del catalogo",
        "en": "the form before: a file, or the id of a form of the catalogue",
    },
    "cli-arg-form-named": {
        "it": 'il modulo di adesso; dopo un identificativo può stare la versione: "ID 2026.1"',
        "en": 'the form now; an id may have its version behind it: "ID 2026.1"',
    },
    "cli-arg-form-export": {
        "it": "un file, o un modulo del catalogo; niente: il modulo principale",
        "en": "a file, or a form of the catalogue; none: the main form",
    },
    "cli-arg-form-to": {
        "it": "xlsx: un foglio XLSForm; xform: per ODK Collect ed Enketo",
        "en": "xlsx: an XLSForm workbook; xform: for ODK Collect and Enketo",
    },
    "cli-arg-form-out": {"it": "il file da scrivere", "en": "the file to write"},
    "cli-arg-form-no-use": {
        "it": "lo aggiunge soltanto; le pratiche restano alla versione di prima",
        "en": "only adds it; practices stay with the version before",
    },
    "cli-arg-form-id": {
        "it": "l'identificativo del modulo (form_id, vedi «seeddesk form list»)",
        "en": "the form's id (form_id, see “seeddesk form list”)",
    },
    "cli-arg-form-version": {
        "it": "la versione; niente: l'ultima arrivata",
        "en": "the version; none: the latest that came",
    },
    "cli-arg-form-stats": {"it": "il modulo; niente: quello principale", "en": "the form; none: the main one"},
    "cli-arg-form-new": {
        "it": "il modulo della pratica, se non è quello principale",
        "en": "the practice's form, if not the main one",
    },
    "cli-arg-form": {"it": "per quale modulo; niente: quello principale", "en": "for which form; none: the main one"},
    "cli-no-window": {
        "it": "Qui non c'è la finestra. Apri il modulo con «seeddesk form preview» dal programma installato.",
        "en": "There is no window here. Open the form with “seeddesk form preview” of the installed program.",
    },
    "form-file-none": {
        "it": "Il modulo «{path}» non c'è. Scrivi il percorso di un file .xlsx, .xml o .zip, o di una cartella di fogli.",
        "en": "There is no form “{path}”. Give the path of an .xlsx, .xml or .zip file, or of a folder of sheets.",
    },
    "cli-form-sheet": {"it": "Foglio {sheet}", "en": "Sheet {sheet}"},
    "cli-form-whole": {"it": "Tutto il modulo", "en": "The form as a whole"},
    "cli-form-error": {"it": "errore", "en": "error"},
    "cli-form-warning": {"it": "avviso", "en": "warning"},
    "cli-form-errors": {"it": "{count} errori", "en": "{count} errors"},
    "cli-form-errors-one": {"it": "1 errore", "en": "1 error"},
    "cli-form-warnings": {"it": "{count} avvisi", "en": "{count} warnings"},
    "cli-form-warnings-one": {"it": "1 avviso", "en": "1 warning"},
    "cli-form-good": {"it": "Nessun problema.", "en": "No problem found."},
    "cli-form-unusable": {
        "it": "Il modulo non si può usare finché ci sono errori. Correggili e controlla di nuovo.",
        "en": "The form cannot be used while it has errors. Mend them and check again.",
    },
    "cli-form-export": {"it": "Scritto il modulo {form}: {path}", "en": "Wrote the form {form}: {path}"},
    "cli-form-export-media": {
        "it": "I suoi {count} file sono in {path}: vanno consegnati insieme.",
        "en": "Its {count} files are in {path}: hand them over together.",
    },
    "cli-form-export-media-one": {
        "it": "Il suo file è in {path}: va consegnato insieme.",
        "en": "Its file is in {path}: hand it over together.",
    },
    "cli-form-main": {"it": "principale", "en": "main form"},
    "cli-form-not-in-use": {"it": "non in uso", "en": "not in use"},
    "cli-form-practices": {"it": "{count} pratiche", "en": "{count} practices"},
    "cli-form-practices-one": {"it": "1 pratica", "en": "1 practice"},
    "cli-form-add": {
        "it": "Il modulo {form} {version} è nel catalogo e in uso; pratiche che ora mostra: {count}.",
        "en": "The form {form} {version} is in the catalogue and in use; practices it now shows: {count}.",
    },
    "cli-form-add-unused": {
        "it": "Il modulo {form} {version} è nel catalogo, non in uso. «seeddesk form use {form} {version}» lo mette in uso.",
        "en": "The form {form} {version} is in the catalogue, not in use. “seeddesk form use {form} {version}” puts it in use.",
    },
    "cli-form-use": {
        "it": "Ora si usa il modulo {form} {version}; pratiche che ora mostra: {count}.",
        "en": "The form {form} {version} is now in use; practices it now shows: {count}.",
    },
    "cli-form-main-now": {
        "it": "Le nuove pratiche avranno il modulo {form}.",
        "en": "New practices will have the form {form}.",
    },
    "cli-form-switch": {
        "it": "La pratica {practice} ora ha il modulo {form} (completa al {complete}%). Ogni risposta è rimasta.",
        "en": "The practice {practice} now has the form {form} ({complete}% complete). Every answer stayed.",
    },
    "cli-form-stats": {
        "it": "Modulo {form} {version}, {count} pratiche",
        "en": "Form {form} {version}, {count} practices",
    },
    "cli-form-stats-one": {"it": "Modulo {form} {version}, 1 pratica", "en": "Form {form} {version}, 1 practice"},
    "cli-form-column-question": {"it": "domanda", "en": "question"},
    "cli-form-column-asked": {"it": "chieste", "en": "asked"},
    "cli-form-column-answered": {"it": "risposte", "en": "answered"},
    "cli-form-column-skipped": {"it": "saltate", "en": "skipped"},
    "cli-form-column-not-known": {"it": "non note", "en": "not known"},
    "cli-form-column-over-limit": {"it": "troppo lunghe", "en": "too long"},
    "cli-form-column-problems": {"it": "sbagliate", "en": "wrong"},
    "cli-form-column-changed": {"it": "cambiate", "en": "changed"},
    "cli-form-column-seconds": {"it": "secondi", "en": "seconds"},
    "value-acknowledge": {"it": "sì o no", "en": "yes or no"},
    "cli-delete": {
        "it": "Eliminata {practice} {title}. «seeddesk undelete {practice}» la riporta.",
        "en": "Deleted {practice} {title}. “seeddesk undelete {practice}” brings it back.",
    },
    "cli-undelete": {"it": "Riportata {practice} {title}.", "en": "Brought back {practice} {title}."},
    "cli-show-form": {"it": "Modulo: {form} ({id})", "en": "Form: {form} ({id})"},
    "cli-show-calculated": {"it": "Calcolate", "en": "Calculated"},
}
