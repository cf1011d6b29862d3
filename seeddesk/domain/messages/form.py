"""Sentences about forms that cannot be used, and about answers that need a look."""

SENTENCES = {
    "form-not-xml": {
        "it": "Questo modulo non è un file XML leggibile ({detail}). Esportalo di nuovo dal programma che lo ha fatto.",
        "en": "This form is not readable XML ({detail}). Export it again from the program that made it.",
    },
    "form-not-xform": {
        "it": "Questo file non è un modulo XForm. Scegli un modulo .xml, un foglio .xlsx o una cartella di fogli.",
        "en": "This file is not an XForm. Choose an .xml form, an .xlsx workbook or a folder of sheets.",
    },
    "form-sheet-missing": {
        "it": "Nella cartella «{folder}» manca il foglio {sheet}.csv. Servono survey.csv, choices.csv e settings.csv.",
        "en": "The folder “{folder}” has no sheet {sheet}.csv. survey.csv, choices.csv and settings.csv are needed.",
    },
    "form-invalid": {
        "it": "Il modulo ha un errore: {detail} Correggilo nel foglio e riprova.",
        "en": "The form has an error: {detail} Mend it in the sheet and try again.",
    },
    "form-unknown-type": {
        "it": "La domanda {field} è di un tipo che SeedDesk non conosce: {type}. Cambia il tipo nel foglio survey.",
        "en": "The question {field} is of a type SeedDesk does not know: {type}. Change the type in the survey sheet.",
    },
    "form-unknown-list": {
        "it": "La domanda {field} prende le scelte da un elenco che SeedDesk non sa leggere: {list}. Usa un elenco del foglio choices.",
        "en": "The question {field} takes its choices from a list SeedDesk cannot read: {list}. Use a list of the choices sheet.",
    },
    "form-list-missing": {
        "it": "Manca il file dell'elenco {list} ({source}). Mettilo accanto ai fogli del modulo.",
        "en": "The file of the list {list} ({source}) is missing. Put it beside the form's sheets.",
    },
    "form-label-quotes": {
        "it": "L'etichetta «{label}» cita una risposta con ${{…}}: SeedDesk non lo fa ancora. Scrivi l'etichetta senza.",
        "en": "The label “{label}” quotes an answer with ${{…}}: SeedDesk does not do this. Write the label without it.",
    },
}
