"""Sentences about searching."""

SENTENCES = {
    "search-unnamed": {
        "it": "Una ricerca salvata ha bisogno di un nome. Scrivine uno e riprova.",
        "en": "A saved search needs a name. Write one and try again.",
    },
    "search-name-taken": {
        "it": "C'è già una ricerca salvata «{name}». Scegli un altro nome, o elimina prima quella.",
        "en": "There is a saved search “{name}” already. Choose another name, or delete that one first.",
    },
    "search-unknown": {
        "it": "Non c'è nessuna ricerca salvata «{name}». Controlla il nome nell'elenco delle ricerche.",
        "en": "There is no saved search “{name}”. Check its name in the list of searches.",
    },
}
