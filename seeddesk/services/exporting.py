"""Exporting: dossiers, tables and blanks, written so that what comes back can be compared with what left."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seeddesk.domain.basics import basic, title
from seeddesk.domain.basics import place as place_of
from seeddesk.domain.changes import Progress
from seeddesk.domain.conflicts import conflicts
from seeddesk.domain.dossier import Base, Dossier, Picture
from seeddesk.domain.errors import NotFound, Refused, StorageError
from seeddesk.domain.filed import Filed, filed
from seeddesk.domain.form import Field, Form, Kind
from seeddesk.domain.leaving import base_of
from seeddesk.domain.paths import repeat_of, row_id, rows_of, template_of
from seeddesk.domain.record import Record
from seeddesk.domain.state import PracticeState
from seeddesk.domain.values import Value, is_empty, to_json
from seeddesk.domain.versions import FORM
from seeddesk.services.templates import own_template
from seeddesk.services.workspace import Workspace

if TYPE_CHECKING:
    from seeddesk.exchange.docx.writer import DossierWriter
    from seeddesk.storage.view import View

LONGEST_SIDE = 1600  # pixels of a photo in a dossier
MOST_PIXELS = 60_000_000
TOGETHER = 100  # practices folded at a time
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


def export_table(ws: Workspace, ids: Sequence[str], kind: str, out: Path, progress: Progress | None = None) -> Path:
    """All practices in one file. kind: ``csv``, ``xlsx`` or ``json``. Every answer is in it, those of other forms too; texts are canonical
    (codes, ISO dates, plain numbers). The columns uid and base_vector let an edited table come back. Raises StorageError, UserError."""
    from seeddesk.exchange import table
    from seeddesk.storage.files import replacing

    progress = progress or Progress()
    with ws.catalogue.read() as view, replacing(out) as file:
        if kind == "json":
            _write_json(ws, view, ids, file, progress)
            return out
        shown = _Shown(ws, view, ids)
        columns, repeats = _columns(shown.forms, (record for _, record in view.records(ids)), flat=kind == "csv")
        several = [FORM] if len(shown.forms) > 1 or shown.forms[0] is not ws.form else []
        code = table.OTHER_CODE_COLUMN if table.CODE_COLUMN in columns else table.CODE_COLUMN
        header = [table.UID_COLUMN, code, table.BASE_COLUMN, *several, *columns]
        if kind == "csv":
            table.write_csv(header, _rows(shown, [*several, *columns], progress), file)
        else:
            main = ("practices", header, _rows(shown, [*several, *columns], progress))
            sheets = ((repeat, *_row_sheet(shown, repeat, templates)) for repeat, templates in repeats.items())
            table.write_xlsx((main, *sheets), file)
    return out


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


def record_json(record: Record) -> dict[str, Any]:
    """A record as nested JSON: fields by path, each repeat a list of rows with their id under ``row``; notes and other system paths left out."""
    rows: dict[str, dict[str, Any]] = {}
    found: dict[str, Any] = {}
    for path, value in record.values.items():
        if path.startswith("@") or is_empty(value) or not record.alive(path) or path.endswith("]"):
            continue
        outer = rows_of(path)
        holder = _row_json(outer[-1], rows) if outer else found
        holder[path[len(outer[-1]) + 1 :] if outer else path] = to_json(value)
    for path, value in record.values.items():
        if path.endswith("]") and not path.startswith("@") and isinstance(value, str) and record.alive(path):
            _row_json(path, rows)
    for row in sorted(rows, key=lambda path: (record.text(path), path)):
        repeat = repeat_of(row)
        parent = rows_of(repeat)
        holder, name = (rows[parent[-1]], repeat[len(parent[-1]) + 1 :]) if parent else (found, repeat)
        holder.setdefault(name, []).append(rows[row])
    return found


def notes_of(record: Record) -> list[dict[str, str]]:
    """The reviewers' notes of a practice, oldest first: field, author, time, text."""
    names = ("field", "author", "time", "text")
    return [{name: record.text(f"{row}.{name}") for name in names} for row in record.rows("@notes")]


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


# Tables -----------------------------------------------------------------------------------------------------------------------------------


class _Shown:
    """The practices of a table: the forms they are shown by, the main form first, and each one's own."""

    def __init__(self, ws: Workspace, view: View, ids: Sequence[str]) -> None:
        self.view, self.ids = view, ids
        self.vectors = view.vectors(ids)
        self._named = view.forms_of(ids)
        self._form_named = ws.form_named
        found = {form.id: form for form in map(ws.form_named, dict.fromkeys(self._named.values()))}
        self.forms = sorted(found.values(), key=lambda form: (form is not ws.form, form.id)) or [ws.form]

    def form(self, practice: str) -> Form:
        return self._form_named(self._named.get(practice, ""))

    def form_id(self, practice: str) -> str:
        return self._named.get(practice, "")


def _column(record: Record, path: str) -> str:
    """The column of an answer, rows by number: ``partners[0].name``."""
    name = path
    for row in reversed(rows_of(path)):
        repeat = repeat_of(row)
        name = f"{repeat}[{record.rows(repeat).index(row)}]" + name[len(row) :]
    return name


def _columns(forms: Sequence[Form], records: Iterable[Record], flat: bool) -> tuple[list[str], dict[str, list[str]]]:
    """The columns of the main table, and (unless rows are laid flat) repeat -> the templates of its columns."""
    every = {template: field for form in reversed(forms) for template, field in form.fields.items()}
    templates_in_order = dict.fromkeys(template for form in forms for template in form.fields)
    order = {template: place for place, template in enumerate(templates_in_order)}
    columns: set[str] = set()
    repeats: dict[str, set[str]] = {}
    asked = any("code" in form.fields and place_of("code", form) != "code" for form in forms)  # not the practice's
    for record in records:
        for path, _ in record.answers():
            if path.startswith("@") or (path == "code" and not asked):
                continue
            template = template_of(path)
            if "[]" not in template:
                columns.add(path)
            elif flat:
                columns.add(_column(record, path))
            else:
                repeats.setdefault(template.rpartition("[]")[0], set()).add(template)
    columns |= {name for name, field in every.items() if field.answered and "[]" not in name}

    def place(name: str) -> tuple[int, list[int], str]:
        return (
            order.get(re.sub(r"\[\d+\]", "[]", name), len(order)),
            [int(number) for number in re.findall(r"\[(\d+)\]", name)],
            name,
        )

    # A row's columns stand together, rows in order: partners[0].name, partners[0].country, partners[1].name …
    def row_place(name: str) -> tuple[int, list[int], int, str]:
        first = min(
            (order[other] for other in order if other.startswith(name.partition("[")[0] + "[")), default=len(order)
        )
        return (first if "[" in name else place(name)[0], place(name)[1], place(name)[0], name)

    for repeat, templates in repeats.items():
        templates |= {name for name, field in every.items() if field.answered and name.rpartition("[]")[0] == repeat}
    ordered = {
        repeat: sorted(repeats[repeat], key=place)
        for repeat in sorted(repeats, key=lambda name: place(min(repeats[name], key=place)))
    }
    return sorted(columns, key=row_place), ordered


def _rows(shown: _Shown, columns: Sequence[str], progress: Progress) -> Iterator[list[str]]:
    from seeddesk.exchange.table import cell_text
    from seeddesk.services.table_rows import vector_text

    for done, (practice, record) in enumerate(shown.view.records(shown.ids)):
        form = shown.form(practice)
        if done % TOGETHER == 0:
            progress.step(done, len(shown.ids), title(record, form))
        cells: dict[str, Value] = {
            _column(record, path) if "[" in path else path: value
            for path, value in record.answers()
            if not path.startswith("@")
        }
        cells[FORM] = shown.form_id(practice)
        texts = [cell_text(None, cells.get(column)) for column in columns]
        yield [practice, basic(record, "code", form), vector_text(shown.vectors.get(practice, {})), *texts]


def _row_sheet(shown: _Shown, repeat: str, templates: Sequence[str]) -> tuple[list[str], Iterator[list[str]]]:
    """Header and rows of a repeat's sheet; a row inside a row also names the one it lies in."""
    from seeddesk.exchange.table import CODE_COLUMN, PARENT_COLUMN, ROW_COLUMN, UID_COLUMN, cell_text

    nested = "[]" in repeat

    def rows() -> Iterator[list[str]]:
        for practice, record in shown.view.records(shown.ids):
            code = basic(record, "code", shown.form(practice))
            for row in _rows_of_template(record, repeat):
                cells: list[Value] = [
                    record.values.get(f"{row}.{template.rpartition('[].')[2]}") for template in templates
                ]
                names = [row_id(row), row_id(rows_of(row)[-2])] if nested else [row_id(row)]
                yield [practice, code, *names, *(cell_text(None, value) for value in cells)]

    return [UID_COLUMN, CODE_COLUMN, ROW_COLUMN, *([PARENT_COLUMN] if nested else []), *templates], rows()


def _rows_of_template(record: Record, repeat: str) -> Iterator[str]:
    outer, inside, name = repeat.rpartition("[].")
    if not inside:
        yield from record.rows(repeat)
        return
    for row in _rows_of_template(record, outer):
        yield from record.rows(f"{row}.{name}")


def _write_json(ws: Workspace, view: View, ids: Sequence[str], file: Any, progress: Progress) -> None:
    shown = _Shown(ws, view, ids)
    head = json.dumps({"form": ws.form.id, "form_version": ws.form.version}, ensure_ascii=False)
    file.write((head[:-1] + ', "practices": [').encode())
    for done, (practice, record) in enumerate(view.records(ids)):
        form = shown.form(practice)
        if done % TOGETHER == 0:
            progress.step(done, len(ids), title(record, form))
        data = {
            "id": practice,
            "code": basic(record, "code", form),
            "form": shown.form_id(practice),
            "form_version": form.version,
            "base_vector": shown.vectors.get(practice, {}),
            "values": record_json(record),
            "notes": notes_of(record),
        }
        file.write((",\n" if done else "\n").encode() + json.dumps(data, ensure_ascii=False).encode())
    file.write(b"\n]}\n")


def _row_json(row: str, rows: dict[str, dict[str, Any]]) -> dict[str, Any]:
    for outer in rows_of(row):
        rows.setdefault(outer, {"row": row_id(outer)})
    return rows[row]
