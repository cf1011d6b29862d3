"""Sentences about the steps a practice may take."""

from seeddesk.domain.workflow import STATUSES, following


def _sentence(status: str, lang: str) -> str:
    names = [f"«{STATUSES[code]['it']}»" if lang == "it" else f"“{STATUSES[code]['en']}”" for code in following(status)]
    either = (" o " if lang == "it" else " or ").join(names)
    if lang == "it":
        return f"Da «{STATUSES[status]['it']}» una pratica passa solo a {either}. Scegli uno di questi stati."
    return f"From “{STATUSES[status]['en']}” a practice only goes to {either}. Choose one of these."


SENTENCES = {
    **{f"status-from-{status}": {lang: _sentence(status, lang) for lang in ("it", "en")} for status in STATUSES},
    "status-unknown": {
        "it": "Questa versione di SeedDesk non conosce lo stato della pratica. Aggiorna SeedDesk, o archivia la pratica.",
        "en": "This version of SeedDesk does not know the practice's status. Update SeedDesk, or archive the practice.",
    },
}
