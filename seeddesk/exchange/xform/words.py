"""The words of an XForm: itext and labels, by language, with the answers they quote marked and the media they show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from lxml import etree

from seeddesk.domain.form import QUOTE, UNQUOTE, Texts

Element: TypeAlias = etree._Element

XFORMS = "{http://www.w3.org/2002/xforms}"
TITLE = "form:title"  # the title in the form's further languages
UNTOLD = "und"  # the language of a form that names none
GUIDANCE = "guidance"
_SPOKEN = ("", "long", "short")  # forms of a text that are words; the first there is counts
_MISSING = "-"  # what pyxform writes where a translation is missing
_ITEXT = re.compile(r"\s*jr:itext\(\s*(['\"])(.*?)\1\s*\)\s*")
_CODES = {
    name: code
    for code, names in {
        "it": "italian italiano",
        "en": "english inglese",
        "fr": "french français francese",
        "es": "spanish español spagnolo",
        "de": "german deutsch tedesco",
        "pt": "portuguese português portoghese",
        "el": "greek ελληνικά greco",
        "sl": "slovenian slovenščina sloveno",
        "ro": "romanian română rumeno",
    }.items()
    for name in names.split()
}
_SOURCE = re.compile(r"jr://[\w-]+/")


class Words:
    """languages: codes, the default first. Texts and media are asked for by the element that shows them."""

    def __init__(self, model: Element) -> None:
        self._texts: dict[str, dict[str, dict[str, str]]] = {}  # id -> form -> language -> text
        found: list[str] = []
        for translation in model.iterfind(f"{XFORMS}itext/{XFORMS}translation"):
            language = language_code(translation.get("lang", ""))
            found.insert(0 if translation.get("default") is not None else len(found), language)
            for text in translation.iterchildren(XFORMS + "text"):
                forms = self._texts.setdefault(text.get("id", ""), {})
                for value in text.iterchildren(XFORMS + "value"):
                    forms.setdefault(value.get("form", ""), {})[language] = plain(value)
        self.languages = tuple(dict.fromkeys(found)) or (UNTOLD,)
        for forms in self._texts.values():
            for kind, texts in forms.items():
                void = ("", _MISSING) if len(set(texts.values())) > 1 else ("",)
                forms[kind] = {language: text for language, text in texts.items() if text not in void}

    def text(self, name: str, kind: str = "") -> Texts:
        """What the itext says under a name; kind: ``""`` for the words, ``guidance``."""
        forms = self._texts.get(name, {})
        return next((forms[each] for each in ((kind,) if kind else _SPOKEN) if each in forms), {})

    def media_of(self, name: str) -> Mapping[str, Texts]:
        """The media the itext shows under a name: ``image`` -> language -> name of a file."""
        forms = self._texts.get(name, {})
        return {
            kind: {language: file_name(source) for language, source in texts.items()}
            for kind, texts in forms.items()
            if kind not in _SPOKEN and kind != GUIDANCE
        }

    def quoting(self) -> list[str]:
        """The names of the texts in which an answer is quoted."""
        return [
            name
            for name, forms in self._texts.items()
            if any(QUOTE in text for texts in forms.values() for text in texts.values())
        ]

    def said(self, text: str) -> Texts:
        """The words an itext reference stands for, or the text itself in the default language."""
        match = _ITEXT.fullmatch(text)
        if match:
            return self.text(match[2])
        return {self.languages[0]: text} if text else {}

    def of(self, element: Element | None, tag: str = "label", kind: str = "") -> Texts:
        """The label, hint or (kind) guidance of a control, group or item."""
        for found in _named(element, tag):
            own = found.get("form", "")
            reference = _ITEXT.fullmatch(found.get("ref", ""))
            if reference and not own:
                return self.text(reference[2], kind)
            if own == kind and not reference:
                text = plain(found)
                return {self.languages[0]: text} if text else {}
        return {}

    def media(self, element: Element | None) -> Mapping[str, Texts]:
        """The media beside the label of a control, group or item."""
        for found in _named(element, "label"):
            reference = _ITEXT.fullmatch(found.get("ref", ""))
            if reference:
                return self.media_of(reference[2])
        return {}


def plain(element: Element) -> str:
    """The text of an element; an answer it quotes stands in it as QUOTE, its XPath, UNQUOTE."""
    if not len(element):
        return (element.text or "").strip()
    parts = [element.text or ""]
    for child in element.iterchildren(tag=etree.Element):
        quoted = (child.get("value") or child.get("ref") or "").strip()
        if local_name(child) == "output" and quoted:
            parts.append(f"{QUOTE}{quoted}{UNQUOTE}")
        else:  # marked-up text is its words
            parts.append(plain(child))
        parts.append(child.tail or "")
    return "".join(parts).strip()


def file_name(source: str) -> str:
    """``jr://images/map.png`` -> ``map.png``."""
    return _SOURCE.sub("", source.strip(), count=1)


def language_code(name: str) -> str:
    """``Italiano (it)`` and ``Italian`` -> ``it``; another name without a code stays as it is; ``default`` and none are `UNTOLD`."""
    code = re.search(r"\(([^()]+)\)\s*$", name)
    plain_name = name.strip()
    return (
        code[1].strip()
        if code
        else _CODES.get(plain_name.casefold(), plain_name)
        if name not in ("", "default")
        else UNTOLD
    )


def local_name(element: Element) -> str:
    """The tag without its namespace."""
    tag = str(element.tag)
    return tag[tag.rfind("}") + 1 :]


def _named(element: Element | None, tag: str) -> Iterator[Element]:
    return iter(()) if element is None else element.iterchildren(XFORMS + tag)
