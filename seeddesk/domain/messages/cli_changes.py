"""What commands say of changes to several practices."""

from __future__ import annotations

SENTENCES: dict[str, dict[str, str]] = {
    "cli-help-changes": {
        "it": "elenca le modifiche fatte a più pratiche insieme, dalla più recente",
        "en": "lists the changes made to several practices at once, the latest first",
    },
    "cli-help-take-back": {
        "it": "annulla tutta una di queste modifiche; ciò che qualcuno ha cambiato dopo resta com'è",
        "en": "takes one of these changes back as a whole; what somebody changed since stays as it is",
    },
    "cli-arg-change": {
        "it": "la modifica, come la chiama «seeddesk changes»",
        "en": "the change, as “seeddesk changes” calls it",
    },
    "cli-changes-none": {
        "it": "Ancora nessuna modifica a più pratiche insieme.",
        "en": "No change to several practices at once yet.",
    },
    "cli-change-count": {"it": "{count} pratiche", "en": "{count} practices"},
    "cli-change-back": {"it": "Annullata: {what}", "en": "Taken back: {what}"},
    "cli-change-again": {"it": "Rifatta: {what}", "en": "Done again: {what}"},
    "cli-change-undone": {"it": "annullata {time}", "en": "taken back {time}"},
    "cli-take-back-would": {
        "it": "Pratiche che tornerebbero com'erano: {count}.",
        "en": "Practices that would be set back: {count}.",
    },
    "cli-take-back-done": {"it": "Pratiche tornate com'erano: {count}.", "en": "Practices set back: {count}."},
    "cli-take-back-already": {"it": "Già com'erano: {count}.", "en": "Back already: {count}."},
    "cli-take-back-again": {
        "it": "«seeddesk take-back {name}» rifà la modifica.",
        "en": "“seeddesk take-back {name}” does the change again.",
    },
    "many-ambiguous": {
        "it": "Più modifiche cominciano con «{name}». Scrivine qualche lettera in più.",
        "en": "Several changes begin with “{name}”. Write a few more of its letters.",
    },
}
