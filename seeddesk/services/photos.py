"""Photos as a person looks after them: what they are, what the camera wrote into them, and the same photo without that."""

from __future__ import annotations

import mimetypes
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from seeddesk.domain.errors import NotAllowed
from seeddesk.domain.filed import Filed, filed
from seeddesk.domain.values import Value
from seeddesk.services import recording

if TYPE_CHECKING:
    from seeddesk.exchange.photos import Notes
    from seeddesk.services.workspace import Workspace

MOST_SHOWN = 100_000_000  # bytes up to which a file is read to see whether it is a photo
_KINDS = {"image": "photo", "video": "video", "audio": "audio", "text": "document"}
_PHOTOS = {".heic", ".heif", ".hif", ".avif"}  # not every system knows these
_DOCUMENT = re.compile(r"pdf|word|document|rtf|spreadsheet|excel|presentation|powerpoint")
_NUMBERED = re.compile(
    r"(img|dscn?|dscf|pxl|p|vid|mvi|scan|photo|foto|image|pasted|whatsapp image|screenshot)?[\W_\d]*(at)?[\W_\d]*", re.I
)


@dataclass(frozen=True, slots=True)
class Facts:
    """data: the bytes as kept; none of a file that is no photo for its length · length: how many there are · size: width and height in pixels as stored, None when it is no picture we know · notes: the camera's.

    fits: whether a dossier shows it, as far as its size goes · foreign: a picture (HEIC, AVIF) that neither a window nor a dossier can show.
    """

    data: bytes
    length: int
    size: tuple[int, int] | None
    notes: Notes
    fits: bool
    foreign: bool = False


def facts(ws: Workspace, value: Value) -> Facts:
    """What is known of a file. Raises NotFound ``attachment-absent``, StorageError ``attachment-damaged``."""
    from seeddesk.exchange.docx import images
    from seeddesk.exchange.photos import Notes, notes_of
    from seeddesk.services.exporting import MOST_PIXELS

    kept = filed(value)
    with ws.catalogue.read() as view:
        length = view.attachment_size(kept.sha256) if kept is not None else None
    if length is not None and length > MOST_SHOWN:
        return Facts(b"", length, None, Notes(), True)
    data = recording.file_bytes(ws, value)
    size = images.size(data)
    foreign = data[4:8] == b"ftyp" and data[8:12] in images.HEIC
    return Facts(data, len(data), size, notes_of(data), size is None or size[0] * size[1] <= MOST_PIXELS, foreign)


def as_jpeg(data: bytes) -> bytes | None:
    """A picture of a kind a window does not read (TIFF), as a dossier shows it; None where a dossier cannot."""
    from seeddesk.services.exporting import photo

    made = photo("", data)
    return None if made is None else made.data


@dataclass(frozen=True, slots=True)
class Kept:
    """value: the answer that names a file · kind: ``photo``, ``video``, ``audio``, ``document`` or ``other`` · title: its name, where a person gave it
    one · taken: the day the photo says, ``2024-03-12`` or ``""``."""

    value: str
    kind: str
    title: str
    taken: str


def keep(ws: Workspace, path: Path) -> Kept:
    """Keep a file, and say of it what it says itself. Raises StorageError ``file-not-read``."""
    value = recording.keep_file(ws, path)
    mime = mimetypes.guess_type(path.name)[0] or ""
    photo = path.suffix.lower() in _PHOTOS
    kind = "photo" if photo else _KINDS.get(mime.partition("/")[0], "document" if _DOCUMENT.search(mime) else "other")
    taken = facts(ws, value).notes.taken[:10] if kind == "photo" else ""
    title = "" if _NUMBERED.fullmatch(path.stem) else " ".join(re.split(r"[\s_]+", path.stem)).strip()
    return Kept(value, kind, title, taken)


def without_notes(ws: Workspace, value: Value) -> str:
    """Keep the photo once more without the camera's notes, and return the answer that names it, turned and sized as before.

    The file as it was stays with the revisions that name it. Raises NotAllowed ``photo-notes-stay`` where they cannot be taken out.
    """
    from seeddesk.exchange.photos import without_notes as cleaned

    kept, data = filed(value), recording.file_bytes(ws, value)
    clean = cleaned(data)
    if kept is None or clean is None:
        raise NotAllowed("photo-notes-stay")
    with ws.catalogue.write() as tx:
        return Filed(tx.put_attachment(clean), kept.turn, kept.longest).value
