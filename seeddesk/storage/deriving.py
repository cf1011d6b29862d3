"""What follows from revisions: a practice's line, conflicts, words and tags. For many practices a block at a time, which processes beside this
one can do (see `beside`): it needs no database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias

from seeddesk.domain.merge import fold
from seeddesk.domain.order import kept_key
from seeddesk.domain.revision import Revision
from seeddesk.storage import postings, seals, search, tags
from seeddesk.storage.codec import unpack_revision
from seeddesk.storage.projection import FormOf, Project, Projection
from seeddesk.storage.tags import Tag

PRACTICE = (*seals.LINE, "told", "seal")  # the columns of a practice's row
Row: TypeAlias = tuple[Any, ...]


class Derived(NamedTuple):
    """What follows for one practice. row: the columns of `PRACTICE` · conflicts: rows of their table."""

    row: Row
    conflicts: list[tuple[int, str, str]]
    entry: search.Entry


class Block(NamedTuple):
    """What follows for every practice of a block, and what the index says of them. words: word and who holds it, in order · seal: of those ·
    tagged: who has a tag."""

    practices: list[Derived]
    words: list[tuple[str, bytes]]
    seal: int
    tagged: dict[Tag, list[int]]


class Wanted(NamedTuple):
    """A block to be derived. first: the number of its first practice · revisions: rows of each practice, columns as in `seals.REVISION` ·
    proved: they are what they say, and need not be proved by their hashes."""

    first: int
    revisions: list[list[Row]]
    proved: bool


def practice(number: int, told: str, revisions: Sequence[Revision], form_of: FormOf, project: Project) -> Derived:
    """What follows from the revisions of one practice. told: their seal."""
    made = project(fold(revisions, form_of(revisions)))
    # Where there is one revision and it says what is shown, it need not be said twice.
    record = b"" if len(revisions) == 1 and revisions[0].set == made.values else made.record
    line = (number, *_line(made), record)
    entry = search.entry(made.search, tags.of(made))
    seal = seals.of_practice(line, seals.joined(made.conflicts.items()), entry)
    return Derived((*line, told, seal), [(number, path, kind) for path, kind in made.conflicts.items()], entry)


def block(wanted: Wanted, form_of: FormOf, project: Project) -> Block:
    """What follows for a whole block."""
    practices = []
    tagged: dict[Tag, list[int]] = defaultdict(list)
    for number, rows in enumerate(wanted.revisions, wanted.first):
        told = seals.and_more(seals.NONE, map(seals.of_revision, rows)) if wanted.proved else seals.of_rows(rows)
        made = practice(number, told, [unpack_revision(row[5]) for row in rows], form_of, project)
        practices.append(made)
        for tag in tags.split(made.entry.tags):
            tagged[tag].append(number)
    words = search.words_of_block((made.row[0], made.entry) for made in practices)
    return Block(practices, *postings.packed(words), dict(tagged))


def _line(this: Projection) -> Row:
    """The columns of `seals.LINE` between the number and the record."""
    row = this.row
    return (
        row.id, row.code, row.title, kept_key(row.title), kept_key(row.place), kept_key(row.lead_org), row.status, row.country, row.place,
        row.year, row.stage, row.lead_org, row.completeness, row.conflicts, row.updated, row.form, this.hidden,
    )  # fmt: skip
