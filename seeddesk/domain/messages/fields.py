"""Sentences about naming fields."""

SENTENCES = {
    "field-unknown": {
        "it": "Il campo «{name}» non esiste. Nomi simili: {near}. L'elenco completo è nel modulo della pratica.",
        "en": "There is no field called “{name}”. Similar names: {near}. The practice form lists them all.",
    },
    "field-no-such": {
        "it": "Il campo «{name}» non esiste. L'elenco dei campi è nel modulo della pratica.",
        "en": "There is no field called “{name}”. The practice form lists them all.",
    },
    "field-given-twice": {
        "it": "Il campo «{name}» è indicato due volte. Lascia un valore solo.",
        "en": "The field “{name}” is given twice. Leave one value only.",
    },
    "field-row-removed": {
        "it": "«{name}» sta in una riga che lo stesso comando toglie («{row}=»). Togli la riga, o scrivici: non tutte e due.",
        "en": "“{name}” stands in a row that the same command removes (“{row}=”). Remove the row or write in it, not both.",
    },
    "field-ambiguous": {
        "it": "Il nome «{name}» vale per più campi: {choices}. Scrivi il nome più lungo.",
        "en": "The name “{name}” fits several fields: {choices}. Write the longer name.",
    },
}
