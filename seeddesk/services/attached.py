"""The files of a practice, each with what is said of it: whose it is, what may be done with it, what is wrong with that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from seeddesk.domain.filed import filed
from seeddesk.domain.form import Field, Group, Kind, pick, plain_words
from seeddesk.domain.paths import row_of, template_of
from seeddesk.domain.values import Value
from seeddesk.services import cataloguing, recording
from seeddesk.services.wording import Wording
from seeddesk.storage.files import write_atomic

if TYPE_CHECKING:
    from seeddesk.services.cataloguing import Shown
    from seeddesk.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Attached:
    """One file. path: the answer that names it · value: that answer · name: what people call it · question: what the form calls it, where that says more · facts: what
    else its row says, as (label, words) · wrong: sentences on what its row says · missing: labels of what submission still needs there ·
    size: bytes, None when it is not here (yet)."""

    path: str
    value: Value
    name: str
    question: str
    facts: tuple[tuple[str, str], ...]
    wrong: tuple[str, ...]
    missing: tuple[str, ...]
    size: int | None


def of(ws: Workspace, name: str) -> tuple[Attached, ...]:
    """Every file a practice names, in the form's order, those of earlier and other forms last. Raises NotFound."""
    return beside(ws, cataloguing.show(ws, name))


def beside(ws: Workspace, shown: Shown) -> tuple[Attached, ...]:
    """The same for a practice that was read."""
    wording = Wording(ws, ws.form_of(shown.state))
    paths = [path for path, value in shown.record.answers() if filed(value) is not None]
    if not paths:
        return ()
    known = {template: number for number, template in enumerate(wording.form.fields)}

    def place(path: str) -> tuple[int, str, int, str]:
        row, own = row_of(path), known.get(template_of(path), len(known))
        if row is None:
            return own, "", 0, path
        first = next((number for template, number in known.items() if template.startswith(template_of(row))), own)
        return first, shown.record.text(row), own, path

    with ws.catalogue.read() as view:
        return tuple(
            _attached(shown, wording, path, view.attachment_size(_sha256(shown.record.get(path))))
            for path in sorted(paths, key=place)
        )


def save_copy(ws: Workspace, value: Value, path: Path) -> Path:
    """Write the bytes a field names to a file, as they were kept. Raises NotFound, StorageError ``file-not-written``."""
    write_atomic(path, recording.file_bytes(ws, value))
    return path


def _sha256(value: Value) -> str:
    kept = filed(value)
    return "" if kept is None else kept.sha256


def _attached(shown: Shown, wording: Wording, path: str, size: int | None) -> Attached:
    row, value = row_of(path), shown.record.get(path)
    question = _label(wording, path)
    if row is None:
        return Attached(path, value, question, "", (), (), (), size)
    hidden = shown.evaluation.hidden
    cells = [(cell, text) for cell, text in _cells(shown, wording, row) if cell not in hidden]
    named = next((cell for cell, _ in cells if _kind(wording, cell) is Kind.TEXT), "")
    group = wording.question(row)
    leads = isinstance(group, Group) and bool(group.items) and group.items[0] is wording.question(path)
    inside = row + "."
    return Attached(
        path,
        value,
        dict(cells).get(named) or question,
        "" if leads else question,
        tuple((_label(wording, cell), text) for cell, text in cells if cell != named) if leads else (),
        tuple(problem.message(wording.lang) for problem in shown.evaluation.problems if problem.path.startswith(inside))
        if leads
        else (),
        tuple(_label(wording, cell) for cell in shown.evaluation.missing if cell.startswith(inside)) if leads else (),
        size,
    )


def _cells(shown: Shown, wording: Wording, row: str) -> Iterator[tuple[str, str]]:
    for path, text in wording.cells(shown.record, row):
        if _kind(wording, path) is not Kind.FILE:
            yield path, text


def _kind(wording: Wording, path: str) -> Kind | None:
    item = wording.question(path)
    return item.kind if isinstance(item, Field) else None


def _label(wording: Wording, path: str) -> str:
    """What a question is called by itself, without its repeat."""
    item = wording.question(path)
    return path if item is None else plain_words(pick(item.label, wording.lang, path), wording.form, wording.lang)
