"""What a new version of a form changes, in words: for those who drew it, and for those who have practices recorded with the old one.

Questions are the same when they have one template, or when the new form says what they were called (`Form.former`). Expressions are compared
by the questions they read, so that a renamed question is told once and not again in every expression.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from seeddesk.domain.form import Choice, Field, Form, Group, Kind, Section, Texts, pick, plain_words
from seeddesk.domain.messages import LANGUAGES, sentence
from seeddesk.domain.paths import absolute_xpath

PARTS = ("form", "sections", "questions", "choices")
MOST = 8  # names in one sentence

# What has a sentence of its own; every other attribute of a question or group is told by name.
_EXPRESSIONS = ("relevant", "constraint", "required", "calculate", "choice_filter", "count")
_WORDS = ("label", "hint", "guidance", "constraint_message", "required_message")
# Or follow from what is told.
_TOLD_APART = frozenset(
    ["template", "xpath", "section", "kind", "choices", "core", "draft", "known", "items", "repeat", "limit", "long", "name"]
)  # fmt: skip
_QUOTED = re.compile(r"('[^']*'|\"[^\"]*\")")
_LOOSE = re.compile(r"\s*([()\[\],=<>!+*|]|\$\{[^}]*\})\s*")
_PATH = re.compile(r"(?:current\(\)/)?(?:\.\.?/)+[\w.\-/]+|/[\w.\-]+(?:/[\w.\-]+)+")


@dataclass(frozen=True, slots=True)
class FormChange:
    """One difference. code: of its sentence · part: one of `PARTS` · name: template of the question or group, name of the section or list ·
    arguments: texts, texts by language, or tuples of these · answers: templates of the old form whose recorded answers will from now on stand
    as from an earlier form, or be judged by another type."""

    code: str
    part: str
    name: str
    arguments: Mapping[str, object]
    answers: tuple[str, ...] = ()

    def message(self, lang: str) -> str:
        """One sentence."""
        return sentence(self.code, lang, **{key: _said(value, lang) for key, value in self.arguments.items()})


def differences(old: Form, new: Form) -> tuple[FormChange, ...]:
    """Everything that differs, in the order of `PARTS` and of the new form; nothing for equal forms. What was removed comes last in its part."""
    return tuple(_Differences(old, new).all())


class _Differences:
    def __init__(self, old: Form, new: Form) -> None:
        self.old, self.new = old, new
        self.current = {template: new.former.get(template, template) for template in (*old.fields, *old.groups)}
        self.homes = {one.name: one.name for one in old.sections} | {  # section -> what it was called in the old form
            one.name: was for one in new.sections for was in one.was if was in {other.name for other in old.sections}
        }
        self.former = {now: before for before, now in self.current.items() if now in new.fields or now in new.groups}
        self.spoken = frozenset(old.languages) & frozenset(new.languages) or frozenset((*old.languages, *new.languages))
        self.names = {id(old): _names(old), id(new): _names(new)}
        ends = [Counter(map(_leaf, names.values())) for names in self.names.values()]
        self.twins = frozenset(name for found in ends for name, times in found.items() if times > 1)

    def all(self) -> Iterator[FormChange]:
        found = [*self.sections(), *self.questions(), *self.choices()]
        head = list(self.form())
        if (found or head) and (self.old.id, self.old.version) == (self.new.id, self.new.version):
            head.append(FormChange("form-diff-same-version", "form", "", {"version": self.new.version}))
        yield from head
        yield from found

    def form(self) -> Iterator[FormChange]:
        for name in ("id", "version", "style"):
            before, now = getattr(self.old, name), getattr(self.new, name)
            if before != now:
                yield FormChange(f"form-diff-{name}", "form", "", {"old": before or "—", "new": now or "—"})
        if self.differing(self.old.title, self.new.title):
            yield FormChange("form-diff-title", "form", "", {"old": self.old.title, "new": self.new.title})
        for code in self.new.languages:
            if code not in self.old.languages:
                yield FormChange("form-diff-language-added", "form", "", {"language": code})
        for code in self.old.languages:
            if code not in self.new.languages:
                yield FormChange("form-diff-language-removed", "form", "", {"language": code})
        if self.old.languages[:1] != self.new.languages[:1]:
            yield FormChange("form-diff-language-default", "form", "", {"language": self.new.languages[0]})
        before, now = self.actions(self.old), self.actions(self.new)
        if before != now:
            touched = [one for one in (*before, *now) if before.count(one) != now.count(one)] or now
            shown = tuple(dict.fromkeys(self.leaves(target) for target, _ in touched))
            yield FormChange("form-diff-actions", "form", "", {"questions": shown})

    def actions(self, form: Form) -> list[tuple[str, str]]:
        """(target, everything else) of what a form sets by itself, in names that hold for both forms."""
        return [
            (
                self.read(form, one.target, ""),
                f"{one.event} {self.read(form, one.source, '')} {_tight(self.read(form, one.expression, one.target))}",
            )
            for one in form.actions
        ]

    # -- sections ------------------------------------------------------------------------------------------------------

    def sections(self) -> Iterator[FormChange]:
        before = {one.name: one for one in self.old.sections}
        for section in self.new.sections:
            former, label = before.get(self.homes.get(section.name, "")), _section(self.new, section)
            if former is None:
                yield FormChange("form-diff-section-added", "sections", section.name, {"section": label})
                continue
            what = self.what("section", label)
            if former.name != section.name:
                yield FormChange(
                    "form-diff-renamed",
                    "sections",
                    section.name,
                    {"what": what, "old": former.name, "new": section.name},
                )
            yield from self.attributes("sections", section.name, what, former, section)
        now = [self.homes[one.name] for one in self.new.sections if self.homes.get(one.name) in before]
        for name, section in before.items():
            if name not in now:
                yield FormChange(
                    "form-diff-section-removed", "sections", name, {"section": _section(self.old, section)}
                )
        if [name for name in before if name in now] != now:
            shown = tuple(_section(self.new, one) for one in self.new.sections)
            yield FormChange("form-diff-section-order", "sections", "", {"sections": shown})

    # -- questions and groups ------------------------------------------------------------------------------------------

    def questions(self) -> Iterator[FormChange]:
        sections = {one.name: one for one in self.new.sections}
        for template, item in _items(self.new):
            former = self.former.get(template)
            if former is None:
                section = sections[_section_of(self.new, template)]
                code, what = f"form-diff-{_sort(item)}-added", self.label(self.new, template)
                yield FormChange(
                    code,
                    "questions",
                    template,
                    {"name": what, "section": _section(self.new, section), "kind": _kind(item)},
                )
            else:
                yield from self.question(former, template, item)
        for template, item in _items(self.old):
            if self.former.get(self.current[template]) != template:
                gone: dict[str, object] = {"name": self.label(self.old, template)}
                lost = (template,) if isinstance(item, Field) and item.answered else ()
                yield FormChange(f"form-diff-{_sort(item)}-removed", "questions", template, gone, lost)
        yield from self.order()

    def question(self, former: str, template: str, item: Field | Group) -> Iterator[FormChange]:
        before = self.old.fields.get(former) or self.old.groups[former]
        what = self.what(_sort(item), self.label(self.new, template))

        def change(code: str, *answers: str, **arguments: str | Texts) -> FormChange:
            return FormChange(code, "questions", template, {"what": what, **arguments}, answers)

        if self.renamed(former, template):
            yield change("form-diff-renamed", old=former, new=template)
        homes = [_section_of(form, name) for form, name in ((self.old, former), (self.new, template))]
        if homes[0] != self.homes.get(homes[1]) and not self.moved_along(former, template):
            section = next(one for one in self.new.sections if one.name == homes[1])
            yield change("form-diff-moved", section=_section(self.new, section))
        if _sort(before) != _sort(item):
            yield change("form-diff-retyped", former, old=_kind(before), new=_kind(item))
            return
        if isinstance(before, Field) and isinstance(item, Field):
            if before.kind is not item.kind:
                yield change("form-diff-retyped", former, old=_kind(before), new=_kind(item))
            if _need(before) != _need(item):
                yield change(f"form-diff-need-{_need(item)}")
            if before.limit != item.limit:
                code = "form-diff-limit" if item.limit else "form-diff-limit-none"
                yield change(code, old=str(before.limit or "—"), new=str(item.limit))
            if before.choices != item.choices and (before.choices or item.choices) and before.kind is item.kind:
                yield change("form-diff-list", list=_list_name(item.choices))
        elif before.core != item.core:
            yield change("form-diff-row-needed" if item.core else "form-diff-row-not-needed")
        yield from self.attributes("questions", template, what, before, item)

    def order(self) -> Iterator[FormChange]:
        """Sections whose questions come in another order."""
        before = {one.name: [self.current[name] for name, _ in _walk(one.items)] for one in self.old.sections}
        for section in self.new.sections:
            now = [name for name, _ in _walk(section.items)]
            was = before.get(self.homes.get(section.name, ""), [])
            both = set(now) & set(was)
            if [name for name in now if name in both] != [name for name in was if name in both]:
                yield FormChange("form-diff-order", "questions", section.name, {"section": _section(self.new, section)})

    def renamed(self, former: str, template: str) -> bool:
        """Whether an item itself has another name, and does not only stand in a group that has."""
        above = template.rpartition(".")[0]
        return former != template and not (above in self.former and former == f"{self.former[above]}.{_leaf(template)}")

    def moved_along(self, former: str, template: str) -> bool:
        """Whether it is in another section only because its group is."""
        above = template.rpartition(".")[0]
        return above in self.former and former.rpartition(".")[0] == self.former[above]

    # -- what they say -------------------------------------------------------------------------------------------------

    def attributes(
        self, part: str, name: str, what: Texts, before: Field | Group | Section, now: Field | Group | Section
    ) -> Iterator[FormChange]:
        """Every attribute that differs and has not been told apart."""
        retyped = _kind_of(before) is not _kind_of(now)
        for one in fields(now):
            attribute = one.name
            if attribute in _TOLD_APART or (attribute in ("data_type", "read_only") and retyped):
                continue
            old, new = getattr(before, attribute), getattr(now, attribute)
            if attribute == "was":
                if set(new) - set(old) and _name(before) == _name(now):  # else told as renamed
                    yield FormChange("form-diff-was", part, name, {"what": what, "names": new})
            elif attribute in _WORDS:
                if langs := self.differing(old, new):
                    code = f"form-diff-{attribute.replace('_', '-')}" + ("" if new else "-none")
                    shown = {
                        "old": self.shown(self.old, old, langs),
                        "new": self.shown(self.new, new, langs),
                        "languages": ", ".join(langs),
                    }
                    yield FormChange(code, part, name, {"what": what, **shown})
            elif attribute in _EXPRESSIONS:
                told = self.read(self.old, old, before.xpath), self.read(self.new, new, now.xpath)
                if _tight(told[0]) == _tight(told[1]) or (attribute == "required" and {old, new} <= {"", "true()"}):
                    continue
                code = f"form-diff-{attribute.replace('_', '-')}" + ("" if new else "-none")
                yield FormChange(code, part, name, {"what": what, "new": self.leaves(told[1])})
            elif old != new:
                called = {lang: sentence(f"form-diff-called-{attribute.replace('_', '-')}", lang) for lang in LANGUAGES}
                plain = (
                    isinstance(new, str | tuple | None) and isinstance(old, str | tuple | None) and attribute != "rows"
                )
                code = "form-diff-attribute-now" if plain and new else "form-diff-attribute"
                now_is = " ".join(new) if isinstance(new, tuple) else str(new)
                yield FormChange(code, part, name, {"what": what, "attribute": called, "new": now_is})

    def differing(self, old: Texts, new: Texts) -> list[str]:
        """The languages both forms speak in which two texts differ."""
        return [
            lang
            for lang in dict.fromkeys((*new, *old))
            if lang in self.spoken and old.get(lang, "") != new.get(lang, "")
        ]

    def shown(self, form: Form, texts: Texts, langs: Sequence[str]) -> Texts:
        return {lang: plain_words(texts[lang], form, lang) for lang in langs if texts.get(lang)} or {langs[0]: "—"}

    def label(self, form: Form, template: str) -> Texts:
        """What a question is called; where another of that name is called so too, with its template."""
        own = _label(form, template)
        if _leaf(template) not in self.twins:
            return own
        others = (name for name in (*form.fields, *form.groups) if name != template and _leaf(name) == _leaf(template))
        alike = any(_label(form, name) == own for name in others)
        return {lang: f"{text} ({template.replace('[]', '')})" for lang, text in own.items()} if alike else own

    def leaves(self, expression: str) -> str:
        """Shown as sheets write it: ``${name}``; where several questions end so, with the groups they stand in."""

        def shown(found: re.Match[str]) -> str:
            name = _leaf(found[1])
            return f"${{{found[1].replace('[]', '') if name in self.twins else name}}}"

        return re.sub(r"\$\{([^}]*)\}", shown, expression)

    def what(self, sort: str, name: Texts) -> Texts:
        return {lang: sentence(f"form-diff-what-{sort}", lang, name=pick(name, lang)) for lang in LANGUAGES}

    def read(self, form: Form, expression: str, xpath: str) -> str:
        """An expression with ``${template}`` for every question it reads, by its name in the new form, and single spaces."""
        names = self.names[id(form)]

        def named(found: re.Match[str]) -> str:
            target = absolute_xpath(found[0].removeprefix("current()/"), xpath)
            if target not in names:
                return found[0]
            return f"${{{self.current.get(names[target], names[target]) if form is self.old else names[target]}}}"

        parts = _QUOTED.split(_PATH.sub(named, expression).strip())
        parts[::2] = [re.sub(r"\s+", " ", part) for part in parts[::2]]
        return re.sub(r"(?<=\() (?=\$)|(?<=\}) (?=[),\]])", "", "".join(parts))  # what sheets leave round a name

    # -- choices -------------------------------------------------------------------------------------------------------

    def choices(self) -> Iterator[FormChange]:
        pairs = {name: name for name in self.new.lists if name in self.old.lists}
        for template, item in self.new.fields.items():
            former = self.old.fields.get(self.former.get(template, ""))
            if former and former.choices in self.old.lists and item.choices in self.new.lists:
                pairs.setdefault(item.choices, former.choices)
        for name, before in pairs.items():
            yield from self.list(name, self.old.lists[before], self.new.lists[name])
        for name in self.new.lists:
            if name not in pairs:
                yield FormChange("form-diff-list-added", "choices", name, {"list": _list_name(name)})
        for name in self.old.lists:
            if name not in pairs.values():
                yield FormChange("form-diff-list-removed", "choices", name, {"list": _list_name(name)})

    def list(self, name: str, old: Sequence[Choice], new: Sequence[Choice]) -> Iterator[FormChange]:
        if old == new:
            return
        before, now = {one.name: one for one in old}, {one.name: one for one in new}

        def change(code: str, choices: Iterable[Choice] = (), form: Form = self.new) -> FormChange:
            shown = tuple(
                {lang: plain_words(pick(one.label, lang, one.name), form, lang) for lang in LANGUAGES}
                for one in choices
            )
            return FormChange(code, "choices", name, {"list": _list_name(name), "choices": shown})

        if added := [one for code, one in now.items() if code not in before]:
            yield change("form-diff-choices-added", added)
        if removed := [one for code, one in before.items() if code not in now]:
            kept = change("form-diff-choices-removed", removed, self.old)
            yield replace(
                kept,
                answers=tuple(f.template for f in self.old.fields.values() if self.old.lists.get(f.choices) is old),
            )
        both = [code for code in before if code in now]
        relabelled = []
        for code in both:
            if langs := self.differing(before[code].label, now[code].label):
                said = {
                    lang: f"{before[code].label.get(lang, '—')} → {now[code].label.get(lang, '—')}" for lang in langs
                }
                relabelled.append(replace(now[code], label=said))
        if relabelled:
            yield change("form-diff-choices-relabelled", relabelled)
        if both != [code for code in now if code in before]:
            yield change("form-diff-choices-order")
        if any(dict(before[code].extra) != dict(now[code].extra) for code in both):
            yield change("form-diff-choices-columns")
        if any(before[code].media != now[code].media for code in both):
            yield change("form-diff-choices-media")


def _items(form: Form) -> Iterator[tuple[str, Field | Group]]:
    for section in form.sections:
        yield from _walk(section.items)


def _walk(items: Iterable[Field | Group]) -> Iterator[tuple[str, Field | Group]]:
    for item in items:
        yield item.template, item
        if isinstance(item, Group):
            yield from _walk(item.items)


def _names(form: Form) -> dict[str, str]:
    """xpath -> template."""
    return {item.xpath: template for template, item in _items(form)}


def _section_of(form: Form, template: str) -> str:
    item = form.fields.get(template)
    if item is not None:
        return item.section
    return next((one.name for one in form.sections if any(name == template for name, _ in _walk(one.items))), "")


def _leaf(name: str) -> str:
    return name.strip("${}").removesuffix("[]").rpartition(".")[2]


def _tight(expression: str) -> str:
    """An expression without the spaces that mean nothing, for comparing; texts in quotes stay as they are."""
    parts = _QUOTED.split(expression)
    parts[::2] = [_LOOSE.sub(r"\1", part) for part in parts[::2]]
    return "".join(parts)


def _sort(item: Field | Group) -> str:
    return "question" if isinstance(item, Field) else "repeat" if item.repeat else "group"


def _kind(item: Field | Group) -> Texts:
    name = item.kind.value if isinstance(item, Field) else _sort(item)
    return {lang: sentence(f"form-kind-{name}", lang) for lang in LANGUAGES}


def _kind_of(item: Field | Group | Section) -> Kind | None:
    return item.kind if isinstance(item, Field) else None


def _name(item: Field | Group | Section) -> str:
    return item.name if isinstance(item, Section) else item.template


def _need(field: Field) -> str:
    """``no``, ``always`` (an answer the form insists on), ``core`` (before submission), ``known`` (then, and nothing unknown), ``draft``."""
    needs = (("draft", field.draft), ("known", field.known), ("core", field.core), ("always", bool(field.required)))
    return next((word for word, on in needs if on), "no")


def _label(form: Form, template: str) -> Texts:
    """What a question is called, after the groups it stands in."""
    parts = []
    for end in [*(found.start() for found in re.finditer(r"\.", template)), len(template)]:
        item = form.fields.get(template[:end]) or form.groups.get(template[:end])
        if item is not None:
            parts.append((item, template[:end]))
    return {
        lang: ": ".join(
            plain_words(pick(item.label, lang, _leaf(name)), form, lang)
            for item, name in parts
            if item.label or name == template
        )
        for lang in LANGUAGES
    }


def _section(form: Form, section: Section) -> Texts:
    return {lang: plain_words(pick(section.label, lang, section.name), form, lang) for lang in LANGUAGES}


def _list_name(name: str) -> str:
    """A list's name; one that stands in its question is named by the question's path."""
    return name.rpartition("/")[2]


def _said(value: object, lang: str) -> str:
    if isinstance(value, Mapping):
        return pick(value, lang)
    if isinstance(value, tuple):
        shown = [_said(one, lang) for one in value[:MOST]]
        return ", ".join(shown) + (f", … ({len(value)})" if len(value) > MOST else "")
    return str(value)
