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
}
