"""Reviewers' comments, each on the field whose cell or section it hangs on. Replies are comments of their own."""

from __future__ import annotations

from collections.abc import Iterable

from seeddesk.domain.dossier import Note
from seeddesk.domain.paths import cell_path
from seeddesk.exchange.docx.candidates import Layers
from seeddesk.exchange.docx.finaltext import W, final_text
from seeddesk.exchange.docx.guard import Package
from seeddesk.exchange.docx.opened import Paragraph, text_of


def read_notes(package: Package, paragraphs: Iterable[Paragraph], layers: Layers) -> tuple[Note, ...]:
    """Every comment with its path; one whose text was deleted, or that hangs on nothing of ours, has the path ``""``."""
    part = next((item.target for item in package.relations(package.document).values() if item.kind == "comments"), "")
    if not part or not package.has(part):
        return ()
    places = {number: path_of(paragraph, layers) for paragraph in paragraphs for number in paragraph.comments}
    notes = []
    for comment in package.xml(part).iter(W + "comment"):
        if text := text_of(final_text(comment).paragraphs).strip():
            path = places.get(comment.get(W + "id", ""), "")
            notes.append(Note(path, comment.get(W + "author", ""), comment.get(W + "date", ""), text))
    return tuple(notes)


def path_of(paragraph: Paragraph, layers: Layers) -> str:
    """The path of the field a paragraph belongs to: the repeat's for a row without an id, ``""`` for none."""
    template, row = layers.owners.get(paragraph, ("", None))
    if row is None:
        return template.removesuffix("[]")
    rows = [row.row]
    while row.outer is not None:
        row = row.outer
        rows.insert(0, row.row)
    if None in rows or template.count("[]") != len(rows):
        return template.partition("[]")[0]
    return cell_path(template, tuple(name for name in rows if name))
