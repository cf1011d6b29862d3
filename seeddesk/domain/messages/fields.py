"""Sentences about naming fields."""

SENTENCES = {
    "field-unknown": {
        "it": "Il campo «{name}» non esiste. Nomi simili: {near}. L'elenco completo è nel modulo della pratica.",
        "en": "There is no field called “{name}”. Similar names: {near}. The practice form lists them all.",
    },
    "field-ambiguous": {
        "it": "Il nome «{name}» vale per più campi: {choices}. Scrivi il nome più lungo.",
        "en": "The name “{name}” fits several fields: {choices}. Write the longer name.",
    },
}
