"""What an operating system and SQLite give as a reason, in the words of the person: they know English alone."""

from __future__ import annotations

import errno
import os
from functools import cache

SENTENCES = {
    "reason-ENOENT": {"it": "il file o la cartella non c'è", "en": "no such file or folder"},
    "reason-EACCES": {"it": "manca il permesso", "en": "permission is missing"},
    "reason-EPERM": {"it": "non è permesso", "en": "it is not permitted"},
    "reason-EEXIST": {"it": "c'è già un file con questo nome", "en": "there is a file of this name already"},
    "reason-EISDIR": {"it": "è una cartella", "en": "it is a folder"},
    "reason-ENOTDIR": {"it": "non è una cartella", "en": "it is not a folder"},
    "reason-EROFS": {"it": "il disco è in sola lettura", "en": "the disk is read-only"},
    "reason-ENOSPC": {"it": "il disco è pieno", "en": "the disk is full"},
    "reason-EDQUOT": {"it": "lo spazio assegnato è finito", "en": "the space allotted is used up"},
    "reason-EIO": {"it": "il disco dà un errore", "en": "the disk reports an error"},
    "reason-ENAMETOOLONG": {"it": "il nome è troppo lungo", "en": "the name is too long"},
    "reason-sqlite-open": {"it": "il file non si apre", "en": "the file does not open"},
    "reason-sqlite-full": {"it": "il disco è pieno", "en": "the disk is full"},
    "reason-sqlite-io": {"it": "il disco dà un errore", "en": "the disk reports an error"},
    "reason-sqlite-malformed": {"it": "il contenuto è rovinato", "en": "its content is damaged"},
    "reason-sqlite-other": {"it": "non è un catalogo", "en": "it is not a catalogue"},
    "reason-missing": {"it": "mancano revisioni", "en": "revisions are missing"},
}
_SQLITE = {
    "unable to open database file": "reason-sqlite-open",
    "database or disk is full": "reason-sqlite-full",
    "disk I/O error": "reason-sqlite-io",
    "database disk image is malformed": "reason-sqlite-malformed",
    "file is not a database": "reason-sqlite-other",
}


def in_words(reason: object, lang: str) -> str:
    """A reason as people say it; one that nobody here knows stays as it is."""
    code = _known().get(str(reason))
    return str(reason) if code is None else SENTENCES[code].get(lang, SENTENCES[code]["en"])


def is_known(reason: object) -> bool:
    """Whether it is the doing of a disk, a folder or a permission, which have words of their own here."""
    return str(reason) in _known()


@cache
def _known() -> dict[str, str]:
    numbers = (code.removeprefix("reason-") for code in SENTENCES)
    system = {os.strerror(getattr(errno, name)): f"reason-{name}" for name in numbers if hasattr(errno, name)}
    return {**system, **_SQLITE, SENTENCES["reason-missing"]["en"]: "reason-missing"}
