"""A practice to paste elsewhere: as plain text, and as a reference."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from seeddesk.domain import workflow
from seeddesk.domain.basics import title
from seeddesk.domain.clock import moment
from seeddesk.domain.form import Field, Group, pick, plain_words
from seeddesk.domain.messages import sentence
from seeddesk.domain.record import Record
from seeddesk.domain.spelling import format_date
from seeddesk.services import cataloguing
from seeddesk.services.wording import Wording

if TYPE_CHECKING:
    from seeddesk.services.cataloguing import Shown
    from seeddesk.services.workspace import Workspace

_TITLE = "title"  # stands above everything
_BULLET, _INDENT = "– ", "  "


def as_text(ws: Workspace, name: str, lang: str = "") -> str:
    """The whole record in lines: its title, what it is, then each section with its answers. lang: "" for the workspace's.

    What is personal is left out, since a text pasted somewhere is published; so is what is worked out, hidden or not answered. Raises NotFound.
    """
    shown = cataloguing.show(ws, name)
    wording = Wording(ws, ws.form_of(shown.state), lang)
    row = shown.row
    about = (row.code, workflow.status_label(row.status, wording.lang), row.place, row.year)
    lines = [_titled(shown, wording), " · ".join(one for one in about if one)]
    for section in wording.form.sections:
        inside = list(_answers(shown, wording, section.items, "", 0))
        if inside:
            lines += ["", plain_words(pick(section.label, wording.lang), wording.form, wording.lang).upper(), *inside]
    return "\n".join(lines) + "\n"


def citation(ws: Workspace, name: str, lang: str = "") -> str:
    """A reference to the record as it is now. lang: "" for the workspace's. Raises NotFound.

    After ISO 690:2021, for a record in a database: creator (the centre that keeps it), title, kind in square brackets, version (its revision),
    year of creation, date of the update, identifier (its code)::

        SEED. Orti di comunità [scheda di pratica]. Revisione 7. 2026, aggiornata il 22 novembre 2026. SI-IT-2026-7F3K2QX.
    """
    shown = cataloguing.show(ws, name)
    lang = lang or ws.lang
    wording = Wording(ws, ws.form_of(shown.state), lang)
    centre = ws.settings.centre.strip().rstrip(".")
    updated = moment(shown.state.updated).astimezone().date().isoformat()
    return sentence(
        "citation",
        lang,
        creator=f"{centre}. " if centre else "",
        title=_titled(shown, wording).rstrip("."),
        revision=shown.state.revisions,
        year=shown.state.created[:4],
        updated=format_date(updated, lang),
        identifier=shown.row.code or shown.practice,
    )


def _titled(shown: Shown, wording: Wording) -> str:
    return title(shown.record, wording.form) or sentence("dossier-untitled", wording.lang)


def _answers(shown: Shown, wording: Wording, items: tuple[Field | Group, ...], row: str, depth: int) -> Iterator[str]:
    """The lines of questions, inside a row where one is given."""
    for item in items:
        path = row + item.template[item.template.rfind("[].") + 2 :] if row else item.template
        label = plain_words(pick(item.label, wording.lang, item.template), wording.form, wording.lang)
        if isinstance(item, Field):
            if item.answered and not item.personal and path != _TITLE and path not in shown.evaluation.hidden:
                yield from _answer(label, wording.text(path, shown.record.get(path)), depth)
        elif item.repeat:
            yield from _rows(shown, wording, item, label, path.removesuffix("[]"), depth)
        else:
            yield from _answers(shown, wording, item.items, row, depth)


def _answer(label: str, text: str, depth: int) -> Iterator[str]:
    if not text:
        return
    indent = _INDENT * depth
    if "\n" not in text:
        yield f"{indent}{label}: {text}"
    else:
        yield f"{indent}{label}:"
        yield from (f"{indent}{_INDENT}{line}" for line in text.splitlines() if line.strip())


def _rows(shown: Shown, wording: Wording, item: Group, label: str, repeat: str, depth: int) -> Iterator[str]:
    held: list[str] = []
    for row in _alive(shown.record, repeat):
        inside = list(_answers(shown, wording, item.items, row, depth + 2))
        if inside and row not in shown.evaluation.hidden:
            held += [f"{_INDENT * (depth + 1)}{_BULLET}{inside[0].strip()}", *inside[1:]]
    if held:
        yield f"{_INDENT * depth}{label}:"
        yield from held


def _alive(record: Record, repeat: str) -> list[str]:
    return [row for row in record.rows(repeat) if record.alive(row)]
