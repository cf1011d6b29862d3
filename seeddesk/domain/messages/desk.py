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
        "it": "Su questo computer non c'è un dizionario italiano. Installa LibreOffice in italiano (o il pacchetto hunspell-it), oppure metti it_IT.dic e it_IT.aff in {folder}.",
        "en": "There is no Italian dictionary on this computer. Install LibreOffice in Italian (or the package hunspell-it), or put it_IT.dic and it_IT.aff into {folder}.",
    },
    "spelling-none-en": {
        "it": "Il dizionario inglese di SeedDesk manca. Reinstalla SeedDesk, oppure metti en_GB.dic e en_GB.aff in {folder}.",
        "en": "SeedDesk's English dictionary is missing. Install SeedDesk again, or put en_GB.dic and en_GB.aff into {folder}.",
    },
}
