"""Sentences about recording, deciding and changing the status of a practice."""

SENTENCES = {
    "author-missing": {
        "it": "Non so chi scrive. Indica il tuo nome nelle impostazioni, o con --author.",
        "en": "It is not known who is writing. Give your name in the settings, or with --author.",
    },
    "not-complete-one": {
        "it": "La pratica non si può ancora inviare: manca 1 risposta, {fields}. Completala e riprova.",
        "en": "The practice cannot be submitted yet: 1 answer is missing, {fields}. Fill it in and try again.",
    },
    "not-complete": {
        "it": "La pratica non si può ancora inviare: mancano {count} risposte, tra cui {fields}. Completale e riprova.",
        "en": "The practice cannot be submitted yet: {count} answers are missing, among them {fields}. Fill them in and try again.",
    },
    "not-valid": {
        "it": "La pratica non si può ancora inviare: {problem} Correggi e riprova.",
        "en": "The practice cannot be submitted yet: {problem} Correct it and try again.",
    },
    "status-elsewhere": {
        "it": "Lo stato si cambia da solo, non insieme ad altri campi. Salva prima gli altri, poi cambia lo stato.",
        "en": "The status is changed by itself, not together with other fields. Save the others first, then change the status.",
    },
    "not-deleted": {
        "it": "La pratica {name} non è stata eliminata: non c'è niente da ripristinare.",
        "en": "The practice {name} was not deleted: there is nothing to take back.",
    },
    "nothing-to-redact": {
        "it": "In questi campi non c'è niente da cancellare: {fields}. Controlla i nomi dei campi.",
        "en": "There is nothing to erase in these fields: {fields}. Check the names of the fields.",
    },
    "no-conflict": {
        "it": "Il campo {path} non è in conflitto. «seeddesk conflicts» elenca quelli che aspettano una decisione.",
        "en": "The field {path} is not in conflict. “seeddesk conflicts” lists those that wait for a decision.",
    },
    "no-such-version": {
        "it": "Non c'è una versione {take} di {path}. Le versioni sono: {choices}.",
        "en": "There is no version {take} of {path}. The versions are: {choices}.",
    },
    "conflict-together": {
        "it": "«{field}» si decide insieme a {others}, e anche lì le versioni sono diverse. Scegli prima una versione ({choices}), poi cambia il campo.",
        "en": "“{field}” is decided together with {others}, and there the versions differ too. Take a version first ({choices}), then change the field.",
    },
    "conflict-keep-or-remove": {
        "it": "Qui si sceglie se tenere o togliere: usa una delle versioni {choices}, un testo non serve.",
        "en": "Here the choice is to keep or to remove: take one of the versions {choices}, a text is of no use.",
    },
    "status-empty": {
        "it": "Lo stato non può restare vuoto. Scegli tra: {choices}.",
        "en": "The status cannot be left empty. Choose one of: {choices}.",
    },
    "status-none": {
        "it": "Lo stato «{name}» non esiste. Scegli tra: {choices}.",
        "en": "There is no status “{name}”. Choose one of: {choices}.",
    },
}
