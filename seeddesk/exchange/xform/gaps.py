"""What pyxform drops of a sheet or stumbles over, though programs that run forms know what to do with it.

`before` changes rows so that it gets through them; `after` puts into the XForm it wrote what the sheets say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from lxml import etree

from seeddesk.exchange.xform.tables import Row
from seeddesk.exchange.xform.words import TITLE, XFORMS, Element, language_code

Sheets: TypeAlias = Mapping[str, list[Row]]

_SILENT = "\u2060"  # stands for the label a question does not have: pyxform wants one, those who run forms do not
_LABELS = re.compile(r"(label|caption|hint|guidance_hint|image|big-image|audio|video|media)\s*(::?.*)?", re.IGNORECASE)
_SELECT = re.compile(r"select|rank\b")
_UNASKED = re.compile(r"background-|start-")  # what goes on by itself
_SEVERAL_ROWS = re.compile(r"\s*select_multiple\s+(\$\{.*)", re.DOTALL)
# What a question added by or_other is called: pyxform says it in English only.
_QUOTE = re.compile(r"\$\{\s*([^{}\s]+)\s*\}")
_OTHER = "Specify other."
_OTHERS = {"it": "Se altro, specifica", "en": "If other, please specify"}
_OTHER_CHOICES = {"it": "Altro"}


def before(survey: Sequence[Row]) -> None:
    """Make the rows of a survey such as pyxform takes."""
    _label_all(survey)
    _ask_one(survey)


def after(root: Element, sheets: Sheets) -> None:
    """Put into the XForm pyxform made of these sheets what it left out."""
    _ask_several(root, sheets["survey"])
    _add_words(root, sheets)


class Place(NamedTuple):
    """A row of the survey sheet: the question's path, the row's number as a spreadsheet shows it, its cells."""

    path: str
    number: int
    row: Row


def survey_places(survey: Sequence[Row], top: str) -> Iterator[Place]:
    """Every row that has a name."""
    names = [top]
    for number, row in enumerate(survey, 2):
        kind = row.get("type", "").replace("_", " ").strip()
        if kind.startswith("end ") and len(names) > 1:
            names.pop()
        elif row.get("name"):
            yield Place("/".join((*names, row["name"])), number, row)
            if kind.startswith("begin "):
                names.append(row["name"])


def _label_all(survey: Sequence[Row]) -> None:
    """Give questions without any words a label, to be taken out again."""
    from pyxform.question_type_dictionary import QUESTION_TYPE_DICT

    column = next((key for row in survey for key in row if re.match(r"label\b", key, re.IGNORECASE)), "label")
    for row in survey:
        kind = row.get("type", "").strip()
        asked = _SELECT.match(kind) or ("control" in QUESTION_TYPE_DICT.get(kind, {}) and not _UNASKED.match(kind))
        if asked and row.get("name") and not any(_LABELS.fullmatch(key) for key in row):
            row[column] = _SILENT


def _ask_one(survey: Sequence[Row]) -> None:
    """Put select_one for select_multiple where choices are a repeat's rows: pyxform stumbles over those."""
    for row in survey:
        if _SEVERAL_ROWS.match(row.get("type", "")):
            row["type"] = _SEVERAL_ROWS.sub(r"select_one \1", row["type"])


def _ask_several(root: Element, survey: Sequence[Row]) -> None:
    """Take back what `_ask_one` did."""
    top = next(etree.QName(instance[0]).localname for instance in root.iter(XFORMS + "instance") if len(instance))
    paths = {place.path for place in survey_places(survey, f"/{top}") if _SEVERAL_ROWS.match(place.row.get("type", ""))}
    for control in list(root.iter(XFORMS + "select1")) if paths else ():
        if control.get("ref") in paths:
            control.tag = XFORMS + "select"


def _add_words(root: Element, sheets: Sheets) -> None:
    """Put back the words pyxform leaves out: the hints of groups, the title in further languages, what "other" is called."""
    for element in root.iter(XFORMS + "value", XFORMS + "label"):
        if element.text == _SILENT:
            element.text = None
    groups = {node.get("ref"): node for node in root.iter(XFORMS + "group")}
    top = next(etree.QName(instance[0]).localname for instance in root.iter(XFORMS + "instance") if len(instance))
    rows = list(survey_places(sheets["survey"], f"/{top}"))
    itext = _Itext(root, {row["name"]: path for path, _, row in reversed(rows)})
    for path, _, row in rows:
        group = groups.get(path)
        if group is None or group.find(XFORMS + "hint") is not None:
            continue
        position = 1 if group.find(XFORMS + "label") is not None else 0
        if itext.add(f"{path}:hint", row, "hint") | itext.add(f"{path}:hint", row, "guidance_hint", "guidance"):
            group.insert(position, etree.Element(XFORMS + "hint", ref=f"jr:itext('{path}:hint')"))
        for column, form in (("hint", ""), ("guidance_hint", "guidance")):
            if row.get(column) and not itext.translated:
                hint = etree.Element(XFORMS + "hint", {"form": form} if form else {})
                itext.write(hint, row[column])
                group.insert(position, hint)
    for row in sheets.get("settings", ()):
        itext.add(TITLE, row, "form_title")
    _add_others(root, sheets, itext)


def _add_others(root: Element, sheets: Sheets, itext: _Itext) -> None:
    """Say "other" in the form's languages where or_other added it: the choice, and the question that asks which."""
    listed = {
        row.get("list_name") or row.get("list name") for row in sheets.get("choices", ()) if row.get("name") == "other"
    }
    for row in sheets["survey"]:
        kind = row.get("type", "").split()
        if kind and kind[-1] in ("or_other", "other") and len(kind) > 2 and kind[1] not in listed:
            itext.reword(f"{kind[1]}-", "Other", _OTHER_CHOICES)
    for label in root.iter(XFORMS + "label"):
        if label.text == _OTHER and itext.add(
            "form:other", {f"label::{code}": text for code, text in _OTHERS.items()}, "label"
        ):
            label.text = None
            label.set("ref", "jr:itext('form:other')")


class _Itext:
    """The translations of an XForm."""

    def __init__(self, root: Element, paths: Mapping[str, str]) -> None:
        translations = list(root.iter(XFORMS + "translation"))
        self._translations = {language_code(each.get("lang", "")): each for each in translations}
        self._known = {(code, text.get("id")): text for code, each in self._translations.items() for text in each}
        self._default = next((language_code(each.get("lang", "")) for each in translations if each.get("default")), "")
        self._paths = paths

    @property
    def translated(self) -> bool:
        """Whether the form has any."""
        return bool(self._translations)

    def add(self, name: str, row: Mapping[str, str], column: str, form: str = "") -> bool:
        """Put the texts of ``column::Language`` cells under a name; whether there were any in the form's languages."""
        added = False
        for key, words in row.items():
            head, _, language = key.replace("::", ":").partition(":")
            code = language_code(language.strip()) if language else self._default
            if "_".join(head.lower().split()) != column or code not in self._translations:
                continue
            added = True
            text = self._known.get((code, name))
            if text is None:
                text = etree.SubElement(self._translations[code], XFORMS + "text", id=name)
                self._known[code, name] = text
            values = {value.get("form", ""): value for value in text}
            value = values[form] if form in values else etree.SubElement(text, XFORMS + "value")
            if form:
                value.set("form", form)
            if not len(value):  # pyxform wrote no quotes there
                self.write(value, words)
        return added

    def write(self, element: Element, words: str) -> None:
        """Put words into an element, the answers they quote as ``<output>``."""
        first, *rest = _QUOTE.split(words)
        element.text = first
        for name, after_it in zip(rest[::2], rest[1::2], strict=True):
            if name in self._paths:
                etree.SubElement(element, XFORMS + "output", value=self._paths[name]).tail = after_it

    def reword(self, prefix: str, words: str, others: Mapping[str, str]) -> None:
        """Put other words where those of an id that begins so are these."""
        for (code, name), text in self._known.items():
            if (
                code in others
                and name is not None
                and name.startswith(prefix)
                and text.findtext(XFORMS + "value") == words
            ):
                text[0].text = others[code]
