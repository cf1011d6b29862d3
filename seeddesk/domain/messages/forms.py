"""Sentences about the forms of a catalogue: taking one in, choosing one."""

SENTENCES = {
    "form-version-taken": {
        "it": "Il catalogo ha già un modulo {form} di versione «{version}», e non è questo. Cambia la versione nel foglio settings e riprova.",
        "en": "The catalogue already has a form {form} of version “{version}”, and it is not this one. Change the version in the settings sheet and try again.",
    },
    "form-not-here": {
        "it": "Nel catalogo non c'è il modulo {form}. Ci sono: {forms}. Aggiungilo prima con «seeddesk form add».",
        "en": "The catalogue has no form {form}. It has: {forms}. Add it first with “seeddesk form add”.",
    },
    "form-same": {
        "it": "La pratica usa già il modulo {form}: non c'è niente da cambiare.",
        "en": "The practice already uses the form {form}: there is nothing to change.",
    },
    "form-file-absent": {
        "it": "Il modulo {form} non ha il file {name}. Mettilo accanto al modulo e aggiungi il modulo con una nuova versione.",
        "en": "The form {form} has no file {name}. Put it beside the form and add the form under a new version.",
    },
}
