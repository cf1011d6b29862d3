"""Sentences about photos."""

SENTENCES = {
    "photo-notes-stay": {
        "it": "Da questo file non si possono togliere i dati della fotocamera. Salvalo come JPEG con un altro programma e sostituiscilo.",
        "en": "The camera's data cannot be taken out of this file. Save it as JPEG with another program and replace it.",
    },
}
