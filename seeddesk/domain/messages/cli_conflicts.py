"""What commands say of conflicts."""

from __future__ import annotations

SENTENCES: dict[str, dict[str, str]] = {
    "cli-conflicts-none": {"it": "Niente aspetta una decisione.", "en": "Nothing waits for a decision."},
    "cli-conflicts-count": {"it": "Da decidere: {count}.", "en": "To be decided: {count}."},
    "cli-conflict-base": {"it": "prima: {value}", "en": "before: {value}"},
    "cli-conflict-merged": {
        "it": "i testi uniti frase per frase, da confermare",
        "en": "the texts merged sentence by sentence, to be confirmed",
    },
    "cli-conflict-practice": {
        "it": "La pratica: eliminata qui, modificata là (practice)",
        "en": "The practice: deleted here, edited there (practice)",
    },
    "cli-resolve-deleted": {
        "it": "Deciso: la pratica è eliminata. «seeddesk undelete {practice}» la riporta.",
        "en": "Decided: the practice is deleted. “seeddesk undelete {practice}” brings it back.",
    },
    "cli-resolve-stays": {
        "it": "Deciso: la pratica resta. Restano da decidere in questa pratica: {count}.",
        "en": "Decided: the practice stays. Left to decide in this practice: {count}.",
    },
    "cli-resolve": {
        "it": "Deciso: {name} è ora {value}. Restano da decidere in questa pratica: {count}.",
        "en": "Decided: {name} is now {value}. Left to decide in this practice: {count}.",
    },
}
