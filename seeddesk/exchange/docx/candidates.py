"""Where a field's value may stand, the choice among several such places, and the value itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from seeddesk.domain.dossier import Found
from seeddesk.domain.form import Field, Kind
from seeddesk.domain.paths import row_path
from seeddesk.domain.values import NOT_KNOWN, Value, clean_text
from seeddesk.exchange.docx import foundrows
from seeddesk.exchange.docx.carriers import label_key, read_boxes
from seeddesk.exchange.docx.foundrows import FoundCells, repeat_of
from seeddesk.exchange.docx.labels import Labels, folded
from seeddesk.exchange.docx.opened import Paragraph, text_of

_ORDER = {"tag": 0, "bookmark": 1, "label": 2, "header": 2, "similar label": 3}


@dataclass(slots=True, eq=False)
class Candidate:
    """A place that may hold a field's value. text: the value when it is only a part of its paragraphs."""

    template: str
    found_by: str
    paragraphs: list[Paragraph]
    row: FoundCells | None = None
    text: str | None = None


@dataclass(slots=True)
class Layers:
    """What the layers found. owners: paragraph -> (template, row) for whatever hangs on it (comments, pictures) ·
    loose: texts beside a control that are no part of a value · twice: fields found again with another text ·
    tables_twice: repeats of which a whole table without names of ours stands there again."""

    fields: dict[str, Found] = field(default_factory=dict)
    rows: dict[str, list[FoundCells]] = field(default_factory=dict)
    owners: dict[Paragraph, tuple[str, FoundCells | None]] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    tables_twice: list[str] = field(default_factory=list)


def settle(candidates: Iterable[Candidate], labels: Labels, found: Layers) -> None:
    """Give every place its best candidate; later ones with the same text are copies, with another text they are left over."""
    for candidate in sorted(candidates, key=lambda item: _ORDER[item.found_by]):
        target = found.fields if candidate.row is None else candidate.row.cells
        value = _value(candidate, labels)
        known = labels.form.fields.get(candidate.template)
        if known is None and candidate.row is not None:
            continue  # of which row of which repeat cannot be said: left over
        if known is not None and known.kind is Kind.FILE:
            _keep_file(candidate, value, labels, found)
            continue
        if candidate.template in target:
            if target[candidate.template].value != value and value is not None:
                found.twice.append(candidate.template)
                continue
        else:
            authors = tuple(dict.fromkeys(name for item in candidate.paragraphs for name in item.authors))
            target[candidate.template] = Found(value, candidate.found_by, authors)
        for paragraph in candidate.paragraphs:
            paragraph.claim = paragraph.claim or "value"
            found.owners.setdefault(paragraph, (candidate.template, candidate.row))
    for rows in found.rows.values():
        foundrows.settle(rows)
        for row in rows:
            foundrows.hold(row)


def _keep_file(candidate: Candidate, value: Value, labels: Labels, found: Layers) -> None:
    """A file is shown, not edited: its fixed sentence is ours, anything else written there is left over."""
    for paragraph in candidate.paragraphs:
        found.owners.setdefault(paragraph, (candidate.template, candidate.row))
        if value is None or folded(paragraph.text) in labels.kept:
            paragraph.claim = paragraph.claim or "own"


def _value(candidate: Candidate, labels: Labels) -> Value:
    text = clean_text(text_of(candidate.paragraphs) if candidate.text is None else candidate.text.strip())
    known = labels.form.fields.get(candidate.template)
    return answer(text, known, labels)


def answer(text: str, known: Field | None, labels: Labels) -> Value:
    """The value a text stands for: None when empty, NOT_KNOWN for the words that say so, labels of crossed boxes, else the text itself."""
    if not text:
        return None
    if len(text) < 40 and label_key(text) in labels.not_known:
        return NOT_KNOWN
    if known is not None and known.kind in (Kind.CHOICE, Kind.CHOICES, Kind.ACKNOWLEDGE):
        crossed = read_boxes(text, labels.of_choices(known) if labels.own else ())
        if crossed is not None:
            if known.kind is Kind.ACKNOWLEDGE:
                return "; ".join(crossed) or None
            if known.kind is Kind.CHOICES or len(crossed) > 1:
                return crossed or None
            return crossed[0] if crossed else None
    return text


def row_paths(layers: Layers) -> Mapping[str, tuple[FoundCells, ...]]:
    """Rows by the path of their repeat, outer repeats first; inside a row that has no id, by its number among those handed out
    (``partners#2.contacts``)."""
    found: dict[str, list[FoundCells]] = {}
    paths: dict[FoundCells, str] = {}
    for template in sorted((name for name in layers.rows if name.endswith("[]")), key=lambda name: name.count("[]")):
        outer_template = repeat_of(template[:-2])
        here: dict[str, list[FoundCells]] = {}
        for row in layers.rows[template]:
            outer = paths.get(row.outer, "") if row.outer is not None else ""
            if outer or not outer_template:
                here.setdefault(outer + template[len(outer_template) : -2], []).append(row)
        for path, rows in here.items():
            for number, row in enumerate(foundrows.kept(rows)):
                paths[row] = row_path(path, row.row) if row.row else f"{path}#{number}"
        found.update(here)
    return {path: tuple(rows) for path, rows in found.items()}
