"""Practices as a table, .csv or .xlsx, or as JSON: every answer is in it, and an edited table comes back as changes to what it left with."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seeddesk.domain.basics import basic, title
from seeddesk.domain.basics import place as place_of
from seeddesk.domain.changes import Progress
from seeddesk.domain.form import Form
from seeddesk.domain.paths import repeat_of, row_id, rows_of, template_of
from seeddesk.domain.record import Record
from seeddesk.domain.values import Value, is_empty, to_json
from seeddesk.domain.versions import FORM
from seeddesk.services.workspace import Workspace

if TYPE_CHECKING:
    from seeddesk.storage.view import View

TOGETHER = 100  # practices after which progress is told


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
                columns.add(record.numbered(path))
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
            record.numbered(path) if "[" in path else path: value
            for path, value in record.answers()
            if not path.startswith("@")
        }
        cells[FORM] = shown.form_id(practice)
        texts = [cell_text(cells.get(column)) for column in columns]
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
                yield [practice, code, *names, *(cell_text(value) for value in cells)]

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
