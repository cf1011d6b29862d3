"""Exporting: dossiers and blanks, written so that what comes back can be compared with what left (tables: `table_export`)."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from seeddesk.domain.basics import basic, title
from seeddesk.domain.changes import Progress
from seeddesk.domain.conflicts import conflicts
from seeddesk.domain.dossier import Base, Dossier, Picture
from seeddesk.domain.errors import NotFound, Refused, StorageError
from seeddesk.domain.filed import Filed, filed
from seeddesk.domain.form import Field, Form, Kind
from seeddesk.domain.leaving import base_of
from seeddesk.domain.paths import repeat_of, rows_of, template_of
from seeddesk.domain.record import Record
from seeddesk.domain.state import PracticeState
from seeddesk.services.templates import own_template
from seeddesk.services.workspace import Workspace

if TYPE_CHECKING:
    from seeddesk.exchange.docx.writer import DossierWriter
    from seeddesk.storage.view import View

LONGEST_SIDE = 1600  # pixels of a photo in a dossier
MOST_PIXELS = 60_000_000
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)")


def export_dossiers(
    ws: Workspace,
    ids: Sequence[str],
    out: Path,
    lang: str = "",
    progress: Progress | None = None,
    password: str = "",
) -> tuple[Path, ...]:
    """One dossier for each practice, in a folder, named by its code; to `out` itself when that is a .docx and there is one practice.

    A document of that name that somebody has edited is not written over: it is kept beside it, as ``<name>.kept-1`` and so on.
    password: what they open with, "" for none. Raises NotFound, StorageError.
    """
    from seeddesk.storage.files import write_atomic

    progress = progress or Progress()
    writers: dict[str, DossierWriter] = {}
    single = out.suffix.lower() == ".docx" and len(ids) == 1
    written: list[Path] = []
    with ws.catalogue.read() as view:
        for state, revisions in view.states_and_revisions(ids):
            form = ws.form_of(state)
            progress.step(len(written), len(ids), title(state.record, form))
            target = out if single else out / f"{file_name(state, form)}.docx"
            if form.id not in writers:
                writers[form.id] = _writer(ws, form, lang)
            data = writers[form.id].write(_dossier(ws, view, state, base_of(state, revisions, form), form))
            keep_edited(target, password)
            write_atomic(target, _closed(data, password))
            written.append(target)
    return tuple(written)


def blank(ws: Workspace, out: Path, lang: str = "", form: str = "") -> str:
    """A blank dossier, to be filled in by somebody without SeedDesk. form: its form's id, "" for the main one. Returns its serial."""
    from seeddesk.exchange.docx.carriers import new_serial
    from seeddesk.storage.files import write_atomic

    serial = new_serial()
    data = _writer(ws, ws.form_named(form), lang).blank(serial)
    keep_edited(out)
    write_atomic(out, data)
    return serial


def _writer(ws: Workspace, form: Form, lang: str) -> DossierWriter:
    from seeddesk.exchange.docx.writer import DossierWriter

    lang = lang or ws.lang
    return DossierWriter(form, lang, own_template(lang, form.id), ws.settings.centre)


def file_name(state: PracticeState, form: Form) -> str:
    """What a practice's file is called: its code, or its id when the code could not be a file's name."""
    code = basic(state.record, "code", form)
    return (
        code
        if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}", code) and not _RESERVED.fullmatch(code.partition(".")[0])
        else state.practice
    )


def _closed(data: bytes, password: str) -> bytes:
    """A document, under a password where there is one."""
    if not password:
        return data
    from seeddesk.exchange.docx import protected

    return protected.protect(data, password)


def keep_edited(path: Path, password: str = "") -> None:
    """Move a document aside that is not as a SeedDesk wrote it, or that the password does not open. Raises StorageError."""
    if not path.is_file() or _untouched(path, password):
        return
    number = 1
    while (kept := path.with_name(f"{path.name}.kept-{number}")).exists():
        number += 1
    try:
        path.rename(kept)
    except OSError as error:
        raise StorageError("file-not-written", path=str(path), reason=error.strerror or str(error)) from error


def _untouched(path: Path, password: str) -> bool:
    """Whether a document is as it was written: every editor leaves its own dates, flags or name in it."""
    from seeddesk.exchange.docx import protected

    try:
        data = path.read_bytes()
        if password and protected.is_protected(data):
            data = protected.unprotect(data, password)
        with zipfile.ZipFile(BytesIO(data)) as package:
            ours = all(
                part.date_time == (1980, 1, 1, 0, 0, 0) and part.flag_bits == 0x800 for part in package.infolist()
            )
            return ours and b"<Application>SeedDesk</Application>" in package.read("docProps/app.xml")
    except (OSError, KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError, Refused):
        return False


def _dossier(ws: Workspace, view: View, state: PracticeState, base: Base, form: Form) -> Dossier:
    open_paths = frozenset(path for found in conflicts(state, form) for path in (found.path, *found.together))
    return Dossier(
        base=base,
        status=basic(state.record, "status", form),
        exported_on=date.today().isoformat(),
        collected_by=state.record.text("collected_by"),
        centre=ws.settings.centre,
        pictures=tuple(_pictures(form, view, state.record)),
        open_conflicts=open_paths,
        others=_others(ws, state.record, form),
    )


def _others(ws: Workspace, record: Record, form: Form) -> dict[str, str]:
    """Answers that the form does not ask for, with what their question was called; what nobody answers, and files, stay in the catalogue."""
    from seeddesk.exchange.docx.words import label_of
    from seeddesk.services.earlier import unasked

    paths = [path for path, _ in record.answers() if path[0] != "@" and template_of(path) not in form.fields]
    found = unasked(ws, form, map(template_of, paths)) if paths else {}
    others: dict[str, str] = {}
    for path in paths:
        item = found.get(template_of(path))
        if isinstance(item, Field) and (not item.answered or item.kind is Kind.FILE):
            continue
        label = label_of(item, form, ws.lang) if item is not None else template_of(path).replace("[]", "")
        rows = rows_of(path)
        numbers = ".".join(str(record.rows(repeat_of(row)).index(row) + 1) for row in rows)
        others[path] = f"{label} ({numbers})" if rows else label
    return others


def _pictures(form: Form, view: View, record: Record) -> Iterator[Picture]:
    from seeddesk.exchange.docx.layout import pictured

    shown = frozenset(pictured(form))
    for path, value in record.answers():
        kept = filed(value)
        if kept is None or template_of(path) not in shown:
            continue
        try:
            data = view.attachment(kept.sha256)
        except (NotFound, StorageError):  # not here yet, or damaged: the dossier says what it is, without the picture
            continue
        if (picture := photo(path, data, kept)) is not None:
            yield picture


def photo(path: str, data: bytes, kept: Filed | None = None) -> Picture | None:
    """A photo as it goes into a dossier: upright, at most 1600 pixels, JPEG, without what a camera notes (place, owner). None for other files.

    kept: the answer it is, which may turn it or want it smaller.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(BytesIO(data)) as image:
            if (
                image.format not in ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP")
                or image.width * image.height > MOST_PIXELS
            ):
                return None
            image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            upright = ImageOps.exif_transpose(image)
            if kept is not None and kept.turn:
                upright = upright.rotate(-kept.turn, expand=True)
            longest = min(LONGEST_SIDE, (kept and kept.longest) or LONGEST_SIDE)
            upright.thumbnail((longest, longest))
            if upright.mode not in ("RGB", "L"):
                clear = upright.convert("RGBA")
                upright = Image.new("RGB", clear.size, "white")
                upright.paste(clear, mask=clear.getchannel("A"))
            out = BytesIO()
            upright.save(out, "JPEG", quality=85)
            return Picture(path, out.getvalue(), upright.width, upright.height)
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        OSError,
        ValueError,
        SyntaxError,
    ):  # what Pillow raises for broken pictures
        return None
