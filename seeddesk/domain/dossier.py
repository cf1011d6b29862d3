"""What a dossier carries, and what was read out of one that came back. Word itself is in `exchange.docx`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from seeddesk.domain.messages import sentence
from seeddesk.domain.record import Record
from seeddesk.domain.revision import Seen, seen_from_json, seen_to_json
from seeddesk.domain.values import Value, canonical_json, from_json, to_json


@dataclass(frozen=True)
class Base:
    """The record as it left: what a returned dossier is compared with.

    values: every value the practice had, fields unknown to the form included · seen: path -> the heads shown for it; a revision made from
    the return has seen exactly these · revision: how many revisions the practice had, for people · vector: device -> highest counter, of
    catalogues the practice came through too · authors: path -> who gave it its value · apart: paths of which other versions were not shown.
    Payloads of before there were authors lack the last two.
    """

    practice: str
    code: str
    form: str
    form_version: str
    revision: int
    values: Mapping[str, Value]
    seen: Seen
    vector: Mapping[str, int] = field(default_factory=dict)
    authors: Mapping[str, str] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()

    @cached_property
    def text(self) -> str:
        """The base as canonical JSON: the payload, whose sha256 is checked on this text, never on a part's bytes."""
        data: dict[str, object] = {
            "practice": self.practice,
            "code": self.code,
            "form": self.form,
            "form_version": self.form_version,
            "revision": self.revision,
            "values": {path: to_json(value) for path, value in self.values.items()},
            "seen": seen_to_json(self.seen),
            "vector": dict(self.vector),
        }
        by_author: dict[str, list[str]] = {}
        for path, author in self.authors.items():
            by_author.setdefault(author, []).append(path)
        if by_author:
            data["authors"] = {author: sorted(paths) for author, paths in by_author.items()}
        if self.apart:
            data["apart"] = sorted(self.apart)
        return canonical_json(data)

    @cached_property
    def sha256(self) -> str:
        """Of `text` in UTF-8."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def record(self) -> Record:
        """The values as a record."""
        return Record(dict(self.values))

    @classmethod
    def from_text(cls, text: str) -> Base:
        """The inverse of `text`. Raises ValueError, KeyError or TypeError for anything else."""
        data = json.loads(text)
        return cls(
            practice=str(data["practice"]),
            code=str(data["code"]),
            form=str(data["form"]),
            form_version=str(data["form_version"]),
            revision=int(data["revision"]),
            values={str(path): from_json(value) for path, value in data["values"].items()},
            seen=seen_from_json(data["seen"]),
            vector={str(device): int(counter) for device, counter in data["vector"].items()},
            authors={str(path): str(author) for author, paths in data.get("authors", {}).items() for path in paths},
            apart=frozenset(map(str, data.get("apart", ()))),
        )


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo to show in a dossier: the path of the answer it is (``attachments[<id>].file``), the JPEG or PNG bytes, and its size in pixels."""

    path: str
    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """All a writer needs for one practice. status: its code · exported_on: ISO date · open_conflicts: paths with more than one version ·
    others: paths of answers that the form does not ask for -> what their question was called; they stand at the end."""

    base: Base
    status: str
    exported_on: str
    collected_by: str
    centre: str
    pictures: tuple[Picture, ...] = ()
    open_conflicts: frozenset[str] = frozenset()
    others: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """One value read in a return. found_by: ``tag``, ``bookmark``, ``label``, ``similar label`` or ``header`` (a column) ·
    authors: who made tracked changes in it."""

    value: Value
    found_by: str
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One row of a table: its id when a carrier kept it, else None (added by hand, or its carriers were stripped). cells: column template -> found ·
    filled: whether something else is in it: rows of a repeat inside it, a picture."""

    row: str | None
    cells: Mapping[str, Found]
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A reviewer's comment on a field (path ``""``: on the dossier as a whole)."""

    path: str
    author: str
    time: str
    text: str


@dataclass(frozen=True, slots=True)
class Fidelity:
    """What was read and how. characters_present: visible characters of final text in the document's body ·
    characters_read: those accounted for as a value, a label, or text of SeedDesk's own · left_over: texts that belong to no field ·
    absent: templates of the form that were not found (never taken as emptied) · warnings: message codes with arguments."""

    characters_present: int
    characters_read: int
    left_over: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    repaired: bool = False
    warnings: tuple[tuple[str, Mapping[str, object]], ...] = ()


@dataclass(frozen=True)
class Return:
    """A dossier that was read.

    practice: its UUID, None for a blank that was filled in or a document with only a code (then `code` is set) ·
    blank: serial of the blank it was made from, else None · identified_by: ``properties``, ``payload``, ``core``, ``code`` or ``""`` ·
    base: what it left with, None when no payload survived · fields: path or template outside repeats -> found ·
    rows: repeat path -> rows in document order, outer repeats first; of a repeat inside a row that has no id yet the path is
    ``partners#2.contacts``, the third row found · pictures: (template of the file, owner) -> image bytes put there by somebody, only when it
    differs; owner: ``""`` outside rows, else the row's id, or ``partners#2`` where it has none yet; template ``""``: the row's first file ·
    author, modified: who saved it last and when, as the document says.
    """

    practice: str | None
    code: str | None
    blank: str | None
    identified_by: str
    form: str
    form_version: str
    lang: str
    base: Base | None
    fields: Mapping[str, Found]
    rows: Mapping[str, tuple[FoundRow, ...]]
    notes: tuple[Note, ...]
    fidelity: Fidelity
    author: str
    modified: str
    sha256: str
    pictures: Mapping[tuple[str, str], bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TemplateProblem:
    """What is wrong with a centre's own template: the code of a sentence, with its arguments (``tag`` names the place)."""

    code: str
    arguments: Mapping[str, str]

    @property
    def serious(self) -> bool:
        """Whether dossiers could not be read back. A core field that is left out is worth a warning, but does no harm to what is there."""
        return self.code != "template-lacks-field"

    def message(self, lang: str) -> str:
        """One sentence, and what to do about it."""
        return sentence(self.code, lang, **self.arguments)
