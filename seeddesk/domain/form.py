"""The form: which fields a practice has. Data, loaded from XLSForm by `exchange.xform`; never code.

Templates (see `paths`) address fields: ``title``, ``lead_org.name``, ``partners[].name``. The form's top-level groups are its sections and
are left out of paths; deeper groups and repeats are part of them.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from seeddesk.domain.errors import UsageError
from seeddesk.domain.values import Value

Texts: TypeAlias = Mapping[str, str]  # language code -> text


def pick(texts: Texts, lang: str, default: str = "") -> str:
    """The text in a language, else in any language the form has, else `default`."""
    return texts.get(lang) or next((text for text in texts.values() if text), default)


class Kind(Enum):
    """How a field's answer is typed, stored and merged."""

    TEXT = "text"  # one line or a paragraph; `Field.long` says which
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"  # partial dates allowed: 2021, 2021-03, 2021-03-15
    TIME = "time"
    DATETIME = "datetime"
    CHOICE = "choice"  # one code
    CHOICES = "choices"  # set of codes
    RANK = "rank"  # ordered list of all codes
    ACKNOWLEDGE = "acknowledge"  # a tick: ACKNOWLEDGED or nothing
    GEO = "geo"  # point, trace or shape as text; `Field.data_type` says which
    FILE = "file"  # attachment: "sha256:<hex>"
    NOTE = "note"  # shown, never answered
    HIDDEN = "hidden"  # calculated or carried, not shown as a question
    LOG = "log"  # entries the program adds and nobody answers (time spent); a set, so that nothing of it ever conflicts


ACKNOWLEDGED = "OK"  # the value of a ticked ACKNOWLEDGE, as in other programs that run such forms
QUOTE, UNQUOTE = "\ufdd0", "\ufdd1"  # in a label, round the XPath of an answer it quotes; no text a person writes holds these


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a choice list. extra: the list's further columns, for filters and look-ups (``nuts3``, ``verified``) ·
    media: ``image``, ``audio`` … -> language -> name of a file of the form."""

    name: str
    label: Texts
    extra: Mapping[str, str] = field(default_factory=dict)
    media: Mapping[str, Texts] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers a range question offers, as canonical texts: from start to end in steps."""

    start: str
    end: str
    step: str


@dataclass(frozen=True, slots=True)
class RowChoices:
    """Choices made of a repeat's rows. nodes: XPath of the rows, predicates included · value, label: XPath from a row."""

    nodes: str
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Action:
    """What a form sets by itself at a moment. event: ``first-load`` (a new practice), ``load`` (every opening), ``new-row`` (a row of the repeat at
    xpath `source` was added) or ``changed`` (the question at `source` was) · target: xpath of the question set · expression: XPath, evaluated
    at the target; ``""`` empties it."""

    event: str
    target: str
    expression: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One question.

    template: its path without row ids · limit: most characters, 0 for none · core: needed before submission
    (expression in `required` decides when) · draft: needed even for a draft, and "not known yet" does not answer it · atomic: name of the group of fields that only mean something together ·
    choices: name of its list in `Form.lists`; "" for CHOICES is an open set: free texts (keywords), written with ``; `` between · choice_filter, relevant, constraint, required, calculate: XPath of the XForm,
    "" for none · xpath: the question's place in the XForm instance · long: answered over several lines.
    """

    template: str
    kind: Kind
    label: Texts
    xpath: str
    section: str
    hint: Texts = field(default_factory=dict)
    limit: int = 0
    long: bool = False
    core: bool = False
    draft: bool = False
    personal: bool = False
    atomic: str = ""
    scope: str = ""
    choices: str = ""
    choice_filter: str = ""
    relevant: str = ""
    constraint: str = ""
    constraint_message: Texts = field(default_factory=dict)
    required: str = ""
    calculate: str = ""
    default: Value = None
    read_only: bool = False
    appearance: str = ""
    data_type: str = "string"  # the XForm bind's type
    required_message: Texts = field(default_factory=dict)
    guidance: Texts = field(default_factory=dict)
    media: Mapping[str, Texts] = field(default_factory=dict)
    range: Range | None = None
    rows: RowChoices | None = None
    shuffled: bool = False
    seed: str = ""
    preload: str = ""
    accepts: str = ""
    was: tuple[str, ...] = ()
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_set(self) -> bool:
        """Whether the answer is a set, merged element by element."""
        return self.kind in (Kind.CHOICES, Kind.LOG)

    @property
    def answered(self) -> bool:
        """Whether a person can answer it (and a dossier shows it)."""
        return self.kind not in (Kind.NOTE, Kind.HIDDEN, Kind.LOG)

    def __str__(self) -> str:
        return self.template


@dataclass(frozen=True, slots=True)
class Group:
    """A group inside a section, or a repeat (`repeat` true: its items describe one row). template ends in ``[]`` for a repeat.

    core: submission needs at least one row · count: XPath of how many rows there are, "" where people add them · was, media, guidance: as in
    `Field`.
    """

    template: str
    label: Texts
    items: tuple[Field | Group, ...]
    xpath: str
    repeat: bool = False
    relevant: str = ""
    hint: Texts = field(default_factory=dict)
    appearance: str = ""
    core: bool = False
    count: str = ""
    was: tuple[str, ...] = ()
    media: Mapping[str, Texts] = field(default_factory=dict)
    guidance: Texts = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The template without its last brackets: the name rows are filed under."""
        return self.template[:-2] if self.repeat else self.template


@dataclass(frozen=True, slots=True)
class Section:
    """A top-level group: a page of the editor, a heading of the dossier. Questions that stand in none make sections of their own between them,
    with xpath "" and the form's title; name: unique in the form."""

    name: str
    label: Texts
    items: tuple[Field | Group, ...]
    relevant: str = ""
    hint: Texts = field(default_factory=dict)
    xpath: str = ""
    appearance: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A questionnaire.

    lists: choice lists by name (what expressions reach as instance('name')) ·
    xform: the XForm XML it was read from (what a catalogue stores) · languages: codes, default first · actions: in the form's order · files: name ->
    bytes of the media its labels show, where it was loaded from disk (a catalogue keeps them apart).
    """

    id: str
    version: str
    title: Texts
    languages: tuple[str, ...]
    sections: tuple[Section, ...]
    lists: Mapping[str, tuple[Choice, ...]]
    xform: str = ""
    actions: tuple[Action, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False, compare=False)
    fields: Mapping[str, Field] = field(init=False, repr=False)
    groups: Mapping[str, Group] = field(init=False, repr=False)
    _by_code: dict[str, Mapping[str, Choice]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        fields: dict[str, Field] = {}
        groups: dict[str, Group] = {}

        def walk(items: tuple[Field | Group, ...]) -> None:
            for item in items:
                if isinstance(item, Field):
                    fields[item.template] = item
                else:
                    groups[item.template] = item
                    walk(item.items)

        for section in self.sections:
            walk(section.items)
        object.__setattr__(self, "fields", fields)
        object.__setattr__(self, "groups", groups)

    @property
    def repeats(self) -> tuple[Group, ...]:
        """Every repeat, in the form's order."""
        return tuple(group for group in self.groups.values() if group.repeat)

    def field(self, template: str) -> Field | None:
        """The field at a template, None when this form does not know it."""
        return self.fields.get(template)

    def atomic_group(self, template: str) -> tuple[str, ...]:
        """The templates that are only ever saved together with this one, itself included."""
        this = self.fields.get(template)
        if this is None or not this.atomic:
            return (template,)
        scope = template.rpartition("]")[0]
        return tuple(
            other.template
            for other in self.fields.values()
            if other.atomic == this.atomic and other.template.rpartition("]")[0] == scope
        )

    def choice(self, list_name: str, code: str) -> Choice | None:
        """The entry of a list with this code."""
        if list_name not in self._by_code:
            self._by_code[list_name] = {choice.name: choice for choice in self.lists.get(list_name, ())}
        return self._by_code[list_name].get(code)

    def resolve(self, name: str) -> str:
        """The template a person means by a field name: the whole template, or its unique ending.

        ``budget_total`` finds ``cost.budget_total`` where no other field ends so. Brackets may be left out.
        Raises UsageError ``field-unknown`` (with near names), ``field-no-such`` or ``field-ambiguous``.
        """
        wanted = name.replace("[]", "")
        plain = {template.replace("[]", ""): template for template in (*self.fields, *self.groups)}
        if wanted in plain:
            return plain[wanted]
        found = [template for short, template in plain.items() if short.endswith("." + wanted)]
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError("field-ambiguous", name=name, choices=", ".join(sorted(found)))
        near = difflib.get_close_matches(wanted, plain, 3, 0.6)
        raise UsageError("field-unknown" if near else "field-no-such", name=name, near=", ".join(near))
