"""A person's text to a canonical value and back: dossier cells, tables, the command line.

Text that cannot be read as the field's type is kept as it stands, never lost and never guessed at: validation says what is wrong with it.
For every valid value, parsing what was formatted gives the value again, in both languages.
"""

from __future__ import annotations

import re
from collections import Counter, OrderedDict
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cached_property

from seeddesk.domain.form import ACKNOWLEDGED, Choice, Field, Form, Kind, pick, plain_words
from seeddesk.domain.paths import leaf
from seeddesk.domain.spelling import (
    format_date,
    format_moment,
    format_number,
    format_time,
    parse_date,
    parse_moment,
    parse_number,
    parse_positions,
    parse_time,
    plain,
)
from seeddesk.domain.values import NOT_KNOWN, NotKnown, Value, clean_text

NOT_KNOWN_TEXTS = {"it": "non ancora noto", "en": "not known yet"}
_NOT_KNOWN_SPELLINGS = {
    "non ancora noto",
    "non ancora nota",
    "non ancora noti",
    "non ancora note",
    "not known yet",
    "not yet known",
}
_LONGEST_NOT_KNOWN = (
    60  # characters, brackets and dots around it included: a long text need not be folded to know that it is none
)
MAIN_TEXTS = {"it": "principale", "en": "main"}  # behind the first of several answers, where that is the main one
CONFIRMED_TEXTS = {"it": "confermato", "en": "confirmed"}  # beside the box of an `ACKNOWLEDGE`
_CONFIRMED = {"confermato", "confermo", "confirmed", "ok", "sì", "yes", "visto"}
_MAIN = re.compile(rf"\s*\(\s*({'|'.join(MAIN_TEXTS.values())})\s*\)", re.IGNORECASE)
_NUMBERED = re.compile(r"(\d+)\s*[.)°ª:-]\s+(\S.*)")
_CONFIRMED_PLAIN = {plain(word) for word in _CONFIRMED} | {"x", "vero", "true"}
_YES = {"y", "s", "true", "vero", "x", "1"}
_NO = {"n", "false", "falso", "0"}
NEAR = 0.9  # how alike a label and what was written must be, as difflib's ratio


def parse_answer(field: Field, text: str, lang: str, form: Form, before: Value = None) -> Value:
    """What a text answers to a field: a value, NOT_KNOWN, None for nothing, or the text itself when it cannot be read as the field's type.

    lang decides what a point and a comma mean in numbers; labels, months and "not known yet" are read in any language · before: the answer
    that stood there: in a ranking it tells lines that were moved from numbers that were changed.
    """
    text = clean_text(text).strip()
    if not text:
        return None
    if len(text) <= _LONGEST_NOT_KNOWN and plain(text) in _NOT_KNOWN_SPELLINGS:
        return NOT_KNOWN
    match field.kind:
        case Kind.RANK:
            return _parse_rank(field, text, lang, form, before)
        case Kind.ACKNOWLEDGE:
            return ACKNOWLEDGED if plain(text) in _CONFIRMED_PLAIN else text
        case Kind.GEO:
            return parse_positions(text) or text
        case Kind.CHOICES:
            return _main_first(field, text, lang, form) or None
        case Kind.CHOICE | Kind.HIDDEN if field.choices:
            return _index(form, field.choices, lang).find(text) or text
        case Kind.INTEGER | Kind.DECIMAL:
            return parse_number(text, lang, whole=field.kind is Kind.INTEGER) or text
        case Kind.DATE:
            return parse_date(text) or text
        case Kind.TIME:
            return parse_time(text) or text
        case Kind.DATETIME:
            return parse_moment(text) or text
        case _:
            return text


def format_answer(field: Field, value: Value, lang: str, form: Form) -> str:
    """A value as people read it; what is not valid for the field is shown as it stands."""
    if value is None:
        return ""
    if isinstance(value, NotKnown):
        return NOT_KNOWN_TEXTS.get(lang, NOT_KNOWN_TEXTS["en"])
    if isinstance(value, tuple):
        items = [_label(field, item, lang, form) for item in value]
        if field.kind is Kind.RANK:
            return "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))
        if field.main_first and len(items) > 1:
            items[0] = main_text(items[0], lang)
        if not any(";" in item for item in items):
            return "; ".join(items)
        return "\n".join(items) if len(items) > 1 else items[0] + "\n"
    match field.kind:
        case Kind.CHOICE | Kind.HIDDEN:
            return _label(field, value, lang, form)
        case Kind.INTEGER | Kind.DECIMAL:
            is_year = re.search(r"(^|_)(year|anno)$", leaf(field.template)) is not None
            return format_number(value, lang, grouped=not is_year)
        case Kind.DATE:
            return format_date(value, lang)
        case Kind.DATETIME:
            return format_moment(value, lang)
        case Kind.TIME:
            return format_time(value)
        case Kind.ACKNOWLEDGE if value == ACKNOWLEDGED:
            return CONFIRMED_TEXTS.get(lang, CONFIRMED_TEXTS["en"])
        case _:
            return value


def main_text(label: str, lang: str) -> str:
    """A label as that of the main one of several."""
    return f"{label} ({MAIN_TEXTS.get(lang, MAIN_TEXTS['en'])})"


def said_main(field: Field, text: str) -> str:
    """The label in a text that says of it that it is the main one; "" where none is said to be."""
    said = _MAIN.search(text) if field.main_first else None
    return text[: said.start()] if said else ""


def _main_first(field: Field, text: str, lang: str, form: Form) -> tuple[str, ...]:
    """The elements of a set, the one before the other that is said to be the main one."""
    if not (before := said_main(field, text)):
        return tuple(dict.fromkeys(_parse_items(field, text, lang, form)))
    main = _parse_items(field, before, lang, form)[-1:]
    return tuple(dict.fromkeys([*main, *_parse_items(field, _MAIN.sub("", text), lang, form)]))


def _label(field: Field, code: str, lang: str, form: Form) -> str:
    return _index(form, field.choices, lang).shown.get(code, code) if field.choices else code


def _parse_rank(field: Field, text: str, lang: str, form: Form, before: Value) -> Value:
    """A ranking, a line each. Where numbers and places disagree, the one that is as it was before was left alone; the text itself when
    nothing tells which of the two is meant."""
    index = _index(form, field.choices, lang) if field.choices else None
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    if len(lines) == 1 and index and (only := _NUMBERED.fullmatch(text)) and not index.find(only[2]):
        lines = re.split(r"\s+(?=\d+\s*[.)]\s+\S)", text)
    numbered = [_NUMBERED.fullmatch(line) for line in lines]
    if not all(numbered):
        words = "\n".join(match[2] if match else line for match, line in zip(numbered, lines, strict=True))
        return tuple(dict.fromkeys(_parse_items(field, words, lang, form))) or None
    found = [(int(match[1]), (index.find(match[2]) if index else "") or match[2]) for match in numbered if match]
    placed = tuple(dict.fromkeys(item for _, item in found))
    numbers = [number for number, _ in found]
    if numbers == sorted(numbers):
        return placed
    ranked = tuple(dict.fromkeys(item for _, item in sorted(found, key=lambda pair: pair[0])))
    if len(set(numbers)) < len(numbers):
        return placed if ranked == before else text
    return placed if ranked == before else ranked if placed == before else text


def _parse_items(field: Field, text: str, lang: str, form: Form) -> list[str]:
    """The elements of a set: codes, and as they were written those that are none. Lines, then semicolons, then (in a list of choices) commas."""
    if not field.choices:
        return [item for part in re.split(r"\n" if "\n" in text else ";", text) if (item := part.strip())]
    index = _index(form, field.choices, lang)
    items: list[str] = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        if whole := index.find(line):
            items.append(whole)
            continue
        for part in filter(None, map(str.strip, line.split(";"))):
            items += [code] if (code := index.find(part)) else _parse_commas(index, part)
    return items


def _parse_commas(index: _Index, text: str) -> list[str]:
    """Split on commas, the longest label first, because labels hold commas too. A text no part of which is a choice stays whole."""
    parts = text.split(",")
    items: list[str] = []
    unknown = 0
    start = 0
    while start < len(parts):
        for end in range(len(parts), start, -1):
            piece = ",".join(parts[start:end]).strip()
            code = index.find(piece) if piece else ""
            if code or end == start + 1:
                unknown += bool(piece) and not code
                items += [code or piece] if piece else []
                start = end
                break
    return [text] if unknown == len(items) else items


class _Index:
    """One list of choices as it is written in one language. Showing needs little of it; what reading needs is made when something is read."""

    def __init__(self, choices: tuple[Choice, ...], lang: str, form: Form) -> None:
        self.choices = tuple(_said_plainly(choice, form) for choice in choices)
        choices = self.choices
        self._own = [
            (choice.name, " ".join(clean_text(pick(choice.label, lang)).split()) or choice.name) for choice in choices
        ]

    @cached_property
    def shown(self) -> dict[str, str]:
        """code -> text shown for it; two choices with one label are shown with their codes."""
        times = Counter(label for _, label in self._own)
        return {code: label if times[label] == 1 else f"{label} ({code})" for code, label in self._own}

    @cached_property
    def _exact(self) -> dict[str, str]:
        return {code: code for code in self.shown} | {text: code for code, text in self.shown.items()}

    @cached_property
    def _labels(self) -> tuple[tuple[str, str], ...]:
        """Every label in every language, plain, with its code."""
        return tuple((plain(label), choice.name) for choice in self.choices for label in choice.label.values())

    @cached_property
    def _folded(self) -> dict[str, str]:
        """Plain spelling -> code, from the surest spelling to the least; "" where two choices are spelled so at one level."""
        own = [(plain(label), code, plain(code)) for code, label in self._own]
        levels = (
            [(label, code) for label, code, _ in own] + [(f"{label} {short}", code) for label, code, short in own],
            [(short, code) for _, code, short in own] + [(f"{short} {label}", code) for label, code, short in own],
            self._labels,
            [  # without the number before it ("1 No Poverty"), without the province after it ("Torino (TO)")
                (plain(re.sub(r"^\d+\W+|\s*\([^)]*\)$", "", label)), choice.name)
                for choice in self.choices
                for label in choice.label.values()
            ],
        )
        folded: dict[str, str] = {"": ""}
        for level in levels:
            here: dict[str, str] = {}
            for spelling, code in level:
                here[spelling] = code if here.get(spelling, code) == code else ""
            folded = here | folded
        return folded

    def find(self, text: str) -> str:
        """The code a text means: as shown, as code, in another spelling, or one that is nearly so; "" for none or several."""
        if code := self._exact.get(text):
            return code
        wanted = plain(text)
        if wanted in self._folded:
            return self._folded[wanted]
        codes = {choice.name for choice in self.choices} if len(self.choices) <= 4 else set()
        if {"yes", "no"} <= codes and wanted in _YES | _NO:
            return "yes" if wanted in _YES else "no"
        return self._nearly(wanted)

    def _nearly(self, wanted: str) -> str:
        """The only label of which every word is alike; the same digits, so that no year or number is taken for another."""
        digits = re.findall(r"\d+", wanted)
        if len(wanted) < 5:
            return ""
        matcher = SequenceMatcher(None, "", wanted, autojunk=False)
        found: set[str] = set()
        for label, code in self._labels:
            matcher.set_seq1(label)
            if (
                matcher.real_quick_ratio() >= NEAR
                and matcher.quick_ratio() >= NEAR
                and matcher.ratio() >= NEAR
                and digits == re.findall(r"\d+", label)
                and _alike(label.split(), wanted.split())
            ):
                found.add(code)
        return found.pop() if len(found) == 1 else ""


def _alike(words: list[str], others: list[str]) -> bool:
    """Whether two phrases differ by misspelling only: a word that begins otherwise ("occupati", "disoccupati") means something else."""
    return len(words) == len(others) and all(
        word == other or (len(word) > 3 and word[:2] == other[:2] and SequenceMatcher(None, word, other).ratio() >= 0.8)
        for word, other in zip(words, others, strict=True)
    )


def _said_plainly(choice: Choice, form: Form) -> Choice:
    """A choice whose label has no marks and quotes no answer: where there is no record to fill it from, it names the question."""
    label = {lang: plain_words(text, form, lang) for lang, text in choice.label.items()}
    return choice if label == choice.label else replace(choice, label=label)


_indexes: OrderedDict[tuple[int, str], tuple[tuple[Choice, ...], _Index]] = OrderedDict()


def _index(form: Form, name: str, lang: str) -> _Index:
    """The index of a list, made once for as long as the list lives (a form's lists can have thousands of choices)."""
    choices = form.lists.get(name, ())
    key = (id(choices), lang)
    known = _indexes.get(key)
    if known is not None and known[0] is choices:
        return known[1]
    index = _Index(choices, lang, form)
    _indexes[key] = choices, index
    while len(_indexes) > 256:
        _indexes.popitem(last=False)
    return index
