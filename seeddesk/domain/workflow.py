"""What becomes of a practice: its statuses, and from which to which it may go. Who and when is the revision that sets the field ``status``."""

from __future__ import annotations

from collections.abc import Mapping

from seeddesk.domain.errors import NotAllowed

FIELD = "status"  # the hidden field it stands in
DRAFT, SUBMITTED, ARCHIVED = "draft", "submitted", "archived"

STATUSES: Mapping[str, Mapping[str, str]] = {
    DRAFT: {"it": "Bozza", "en": "Draft"},
    SUBMITTED: {"it": "Inviata", "en": "Submitted"},
    "in_validation": {"it": "In validazione", "en": "In validation"},
    "to_complete": {"it": "Da completare", "en": "To be completed"},
    "validated": {"it": "Validata", "en": "Validated"},
    "published": {"it": "Pubblicata", "en": "Published"},
    ARCHIVED: {"it": "Archiviata", "en": "Archived"},
}

_NEXT: Mapping[str, tuple[str, ...]] = {
    DRAFT: (SUBMITTED,),
    SUBMITTED: ("in_validation",),
    "in_validation": ("to_complete", "validated"),
    "to_complete": (SUBMITTED,),
    "validated": ("published",),
    "published": (),
    ARCHIVED: (DRAFT,),
}


def following(status: str) -> tuple[str, ...]:
    """The statuses a practice may go to. A practice with a status this version does not know may only be archived."""
    return _NEXT.get(status, ()) + (() if status == ARCHIVED else (ARCHIVED,))


def allowed(old: str, new: str) -> bool:
    """Whether a practice may go from one status to another; staying is always allowed."""
    return old == new or new in following(old)


def require(old: str, new: str) -> None:
    """Raises NotAllowed, saying where the practice may go instead, when it may not go from `old` to `new`."""
    if not allowed(old, new):
        raise NotAllowed(f"status-from-{old}" if old in STATUSES else "status-unknown")


def status_label(status: str, lang: str) -> str:
    """The name of a status; the code itself when this version does not know it."""
    texts = STATUSES.get(status, {})
    return texts.get(lang) or texts.get("en") or status
