"""The form: which fields a practice has. Data, loaded from XLSForm by `exchange.xform`; never code.

Templates (see `paths`) address fields: ``title``, ``lead_org.name``, ``partners[].name``. The form's top-level groups are its sections and
are left out of paths; deeper groups and repeats are part of them.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from seeddesk.domain.errors import UsageError
from seeddesk.domain.markup import unmarked
from seeddesk.domain.paths import cell_path, row_ids, template_of
from seeddesk.domain.values import Value

Texts: TypeAlias = Mapping[str, str]  # language code -> text


def pick(texts: Texts, lang: str, default: str = "") -> str:
    """The text in a language, else in English, else in any language the form has, else `default`."""
    return texts.get(lang) or texts.get("en") or next((text for text in texts.values() if text), default)


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
# In a label, round the XPath of an answer it quotes; no text a person writes holds these.
QUOTE, UNQUOTE = "\ufdd0", "\ufdd1"


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
    (expression in `required` decides when) · draft: needed even for a draft · known: "not known yet" does not answer it · interview: asked in an
    interview · main_first: of several answers the first is the main one · atomic: name of the group of fields that only mean something together ·
    choices: name of its list in `Form.lists`; "" for CHOICES is an open set: free texts (keywords), written with ``; `` between · choice_filter, relevant, constraint, required, calculate: XPath of the XForm,
    "" for none · xpath: the question's place in the XForm instance · long: answered over several lines ·
    range: the numbers offered · rows: choices made of a repeat's rows, instead of a list · shuffled: choices come in random order, the same for the same
    seed (a number or XPath, "" for none) · preload: what the program fills in, as ``property username`` or ``timestamp start`` ·
    accepts: the kinds of file, as ``image/*`` · was: templates it had in earlier versions (see `Form.former`) ·
    media: ``image``, ``audio`` … -> language -> name of a file of the form · parameters: the rest of what its control says (``max-pixels``, ``quality``).
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
    known: bool = False
    interview: bool = False
    personal: bool = False
    main_first: bool = False
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

    @property
    def partial(self) -> bool:
        """Whether a date may be a year or a month alone."""
        return self.kind is Kind.DATE and (
            self.data_type != "date" or not {"year", "month-year"}.isdisjoint(self.appearance.split())
        )

    def __str__(self) -> str:
        return self.template


@dataclass(frozen=True, slots=True)
class Group:
    """A group inside a section, or a repeat (`repeat` true: its items describe one row). template ends in ``[]`` for a repeat.

    core: submission needs at least one row · interview: asked in an interview · count: XPath of how many rows there are, "" where people add them · was, media, guidance: as in
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
    interview: bool = False
    count: str = ""
    was: tuple[str, ...] = ()
    media: Mapping[str, Texts] = field(default_factory=dict)
    guidance: Texts = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The template without its last brackets: the name rows are filed under."""
        return self.template[:-2] if self.repeat else self.template

    @property
    def shown(self) -> bool:
        """Whether anything of it is ever seen: a group of calculations alone is not."""
        return _shown(self.items)


@dataclass(frozen=True, slots=True)
class Section:
    """A top-level group: a page of the editor, a heading of the dossier. Questions that stand in none make sections of their own between them,
    with xpath "", a name no group can have ("", "#2" …) and the form's title, numbered from the second on (a repeat among them stands alone, under its own label or name); name: unique in the form."""

    name: str
    label: Texts
    items: tuple[Field | Group, ...]
    relevant: str = ""
    hint: Texts = field(default_factory=dict)
    xpath: str = ""
    appearance: str = ""
    was: tuple[str, ...] = ()
    media: Mapping[str, Texts] = field(default_factory=dict)
    guidance: Texts = field(default_factory=dict)

    @property
    def shown(self) -> bool:
        """Whether anything of it is ever seen: a section of calculations alone is not."""
        return _shown(self.items)


class WaitingLists(Mapping[str, tuple[Choice, ...]]):
    """Choice lists of which each is made when first asked for."""

    @abstractmethod
    def may_quote(self, name: str) -> bool:
        """Whether a label of a list may quote an answer, as far as can be said without making it."""

    @abstractmethod
    def size(self, name: str) -> int:
        """How many choices a list has; it is not made for that."""

    def __reduce__(self) -> tuple[type[dict[str, tuple[Choice, ...]]], tuple[dict[str, tuple[Choice, ...]]]]:
        """To another process it goes as what it holds."""
        return dict, (dict(self),)


@dataclass(frozen=True, slots=True)
class Form:
    """A questionnaire.

    lists: choice lists by name (what expressions reach as instance('name')) ·
    xform: the XForm XML it was read from (what a catalogue stores) · languages: codes, default first · actions: in the form's order · files: name ->
    bytes of the media its labels show, where it was loaded from disk (a catalogue keeps them apart) · style: how the form wants its pages laid out (``pages``,
    ``theme-grid``) · former: every template that earlier versions gave a field or group of another name, with its template now.
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
    style: str = ""
    fields: Mapping[str, Field] = field(init=False, repr=False)
    groups: Mapping[str, Group] = field(init=False, repr=False)
    former: Mapping[str, str] = field(init=False, repr=False)
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
        former: dict[str, str] = {}
        for old, new in _renamed(self.sections):
            if old not in fields and old not in groups and old.count("[]") == new.count("[]"):
                former.setdefault(old, new)
        object.__setattr__(self, "former", former)

    @property
    def repeats(self) -> tuple[Group, ...]:
        """Every repeat, in the form's order."""
        return tuple(group for group in self.groups.values() if group.repeat)

    def field(self, template: str) -> Field | None:
        """The field at a template, None when this form does not know it."""
        return self.fields.get(template)

    def current(self, path: str) -> str:
        """A path or template as this version names it: ``soci[<id>].nome`` -> ``members[<id>].name`` where the form says so, else as it is."""
        new = self.former.get(template_of(path)) if self.former else None
        if new is None:
            return path
        return new if "[]" in path else cell_path(new, row_ids(path))

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

    def list_size(self, list_name: str) -> int:
        """How many choices a list has, 0 for one that is not there."""
        if isinstance(self.lists, WaitingLists) and list_name in self.lists:
            return self.lists.size(list_name)
        return len(self.lists.get(list_name, ()))

    def quoting(self, list_name: str) -> list[Texts]:
        """The labels of a list that quote an answer."""
        if isinstance(self.lists, WaitingLists) and not self.lists.may_quote(list_name):
            return []
        return [one.label for one in self.lists.get(list_name, ()) if QUOTE in "".join(one.label.values())]

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
        import difflib  # only for a slip

        near = difflib.get_close_matches(wanted, plain, 3, 0.6)
        raise UsageError("field-unknown" if near else "field-no-such", name=name, near=", ".join(near))


def plain_words(text: str, form: Form, lang: str) -> str:
    """A label where there is no record to fill its quotes from: each becomes the label of the question it quotes, as in ``Age of ‹Name›``. Marks
    are taken out."""
    text = unmarked(text)
    return text if QUOTE not in text else _QUOTED.sub(lambda quote: f"‹{_quoted_label(quote[1], form, lang)}›", text)


_QUOTED = re.compile(f"{QUOTE}([^{UNQUOTE}]*){UNQUOTE}")
_LAST_NAME = re.compile(r"([^\W\d][\w.-]*)\s*\Z")


def _quoted_label(expression: str, form: Form, lang: str) -> str:
    """The words of the last question an expression names; a label that quotes others in turn says them with ``…``."""
    items: tuple[Field | Group, ...] = (*form.groups.values(), *form.fields.values())
    by_xpath = {item.xpath: item for item in items}
    for part in reversed(re.split(r"[^\w./:-]+", re.sub(r"'[^']*'|\"[^\"]*\"", " ", expression))):
        last = _LAST_NAME.search(part)
        found = by_xpath.get(part)
        if found is None and last and "/" in part:
            found = next((item for xpath, item in by_xpath.items() if xpath.endswith("/" + last[1])), None)
        if found is not None:
            return _QUOTED.sub("…", unmarked(pick(found.label, lang))) or found.xpath[found.xpath.rfind("/") + 1 :]
    return "…"


def _shown(items: tuple[Field | Group, ...]) -> bool:
    return any(item.shown if isinstance(item, Group) else item.kind not in (Kind.HIDDEN, Kind.LOG) for item in items)


def _renamed(sections: tuple[Section, ...]) -> Iterator[tuple[str, str]]:
    """Every former template with the one now. What stands in a renamed group or repeat was renamed with it.

    In a repeat a name alone is that of a neighbour (``partners[].nome`` written as ``nome``): what stood outside had no rows.
    """

    def walk(items: tuple[Field | Group, ...], above: str, olds: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        for item in items:
            brackets = "[]" if isinstance(item, Group) and item.repeat else ""
            place = item.template[: item.template.rfind("[].") + 3] if "[]." in item.template else ""
            names = [item.template, *(name.removesuffix("[]") + brackets for name in item.was)]
            names = [name if "[]." in name else place + name for name in names]
            moved = [old + name[len(above) :] for name in names if above and name.startswith(above) for old in olds]
            yield from ((name, item.template) for name in (*names[1:], *moved))
            if isinstance(item, Group):
                yield from walk(item.items, f"{item.template}.", tuple(f"{name}." for name in (*names[1:], *moved)))

    for section in sections:
        yield from walk(section.items, f"{section.name}.", tuple(f"{name}." for name in section.was))
