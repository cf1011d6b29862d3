"""The names by which a dossier's places are found again: what the writer puts in and the reader looks for.

A place of the form is named three times, because every editor drops something else: by the tag of the content control alone in the value
cell, by a bookmark round the label, and by the label's visible words. The container of a value is never the control but the enclosing
table cell, or, for a narrative (`Field.long` outside rows), every paragraph from its Heading 2 to the next heading or table of ours.
Narratives have no control: LibreOffice shrinks a control over several paragraphs to the first one, and text is then written beside it.

========================  ==================================  ====================================
place                     tag of the control                  bookmark
========================  ==================================  ====================================
field                     ``sd:<template>``                   ``sd_<template>`` ('.' as ``__``)
cell of a row             ``sd:<code>.<row id>.<column>``     ``sd_<code>_<row id>`` (cards only)
row                       none                                ``sd_<code of "repeat[]">_<row id>``
repeat or group heading   none                                ``sd_<template without []>``
repeat inside a row       none                                ``sd_<code>_<id of the outer row>``
answer of another form    ``sd:<other_name of its path>``     ``sd_<other_name of its path>``
any paragraph of ours      none                                ``sd_0words_<number>_<print>``
picture of a row          docPr name ``sd:<code>.<row id>.<column>`` (the cell's tag)
========================  ==================================  ====================================

``<code>`` is four characters for a template inside rows (`Carriers.code`), ``<column>`` only helps people reading the tag. The spare
empty rows are *spare* (`is_spare`): a row id that starts with 24 zeros is a place to write, not the id of a row; two people may each
write in the spare row of their copy, and must not thereby meet in one row. Spare table rows carry nothing; spare cards carry bookmarks.

Several choices (`Kind.CHOICES`) of a list of at most `BOXES` entries are written as plain text in one control: "☒ Cura   ☐ Abitare", a
no-break space after each box; of a longer list, and in the rows of a table, only the chosen labels (`format_answer`). Not as checkbox controls: with several of them in one
cell LibreOffice 7.4 moves text from one into the next at the second save, while plain characters came back exactly from every
editor measured, and a pen can cross the printed boxes. `read_boxes` reads them. One choice (`Kind.CHOICE`) is the label's text, in a
drop-down control when its list has at most `DROP_DOWN` entries and no filter; outside tables of rows a blank shows a short list as boxes. A FILE field shows its picture or a fixed sentence, never a value to edit.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import unicodedata
import zlib
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from functools import lru_cache

from seeddesk.domain.form import Form
from seeddesk.domain.paths import row_ids, template_of

# Identity and payload, in docProps/custom.xml. P000... hold the base record: zlib, base64, in pieces that Word does not cut.
PROPERTY_ID = "SeedDesk.Id"
PROPERTY_CODE = "SeedDesk.Code"
PROPERTY_FORM = "SeedDesk.Form"
PROPERTY_VERSION = "SeedDesk.Version"
PROPERTY_REVISION = "SeedDesk.Rev"
PROPERTY_SHA256 = "SeedDesk.Sha256"
PROPERTY_LANG = "SeedDesk.Lang"
PROPERTY_BLANK = "SeedDesk.Blank"  # serial; a filled blank has this and no SeedDesk.Id
PROPERTY_PIECES = "SeedDesk.N"
PROPERTY_PIECE = "SeedDesk.P{:03d}"
PIECE_LENGTH = 250
# With a row id behind it: the `picture_print` of the row's picture as written, so that another one put in its place is noticed.
PROPERTY_PICTURE = "SeedDesk.Picture."

# <sd:payload xmlns:sd=NAMESPACE id code form version rev sha256 lang blank><sd:json>Base.text</sd:json></sd:payload>; found by its
# root's namespace in any customXml part, never by part name or item id. sha256 covers the text of sd:json, not the part.
NAMESPACE = "urn:seeddesk:payload:1"

# The core identifier is "<practice UUID> <code>", or a blank's serial.
CODE = re.compile(r"\bSI-[A-Z]{2}-\d{4}-[0-9A-HJKMNP-TV-Z]{7}\b")
SERIAL = re.compile(r"\bSDM-[0-9A-HJKMNP-TV-Z]{13}\b")
# The printed line, in the body and (as "code · title · revision") in the footer: "SI-IT-2026-7F3K2QX · r14 · e5368890".
CODE_LINE = re.compile(
    r"(?P<code>SI-[A-Z]{2}-\d{4}-[0-9A-HJKMNP-TV-Z]{7})\s*·\s*r(?P<revision>\d+)\s*·\s*(?P<sha>[0-9a-f]{8})\b"
)

TAG = "sd:"
MARK = "sd_"
MARK_LIMIT, TAG_LIMIT = 40, 64
# Bookmarks on SeedDesk's own words: no value, and no left-over text either.
OWN_KIND, OWN_BLOCK, OWN_HELP, OWN_CODE = "sd_0own_kind", "sd_0own_block", "sd_0own_help", "sd_0own_code"
OWN_FIGURE, OWN_SECTION, OWN_TEXT = "sd_0own_figure_{}", "sd_0own_section_{}", "sd_0own_text_{}"
# On every paragraph that the template brings, with a print of its words: what somebody types into them is thereby noticed, in any template.
OWN_WORDS = "sd_0words_{}_{}"
# Copies of values at the top of the first page: reported when edited, the field's own cell is what is read.
COPY_TITLE, COPY_PLACE = "sd_0copy_title", "sd_0copy_place"

CHECKED, UNCHECKED = "☒", "☐"
BOXES = 24
DROP_DOWN = 60
REQUIRED_MARK = "\u00a0*"

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz"
_SPARE = "0" * 24
_WORDS = re.compile(r"sd_0words_\d+_([0-9a-f]{8})", re.IGNORECASE)
_NO_PLACE = (MARK + "0own_", MARK + "0copy_", MARK + "0words_")
_BOX = re.compile(r"(?:([☒☑✓✔✗✘🗹🗷🗵■]|[\[(][xX✓✔✗][\])])|([☐□❏❑◻]|[\[(]\s?[\])]))")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a tag or bookmark points: a template of the form (``""`` when this form does not know it) and the row id inside rows.

    For a bookmark of a nested repeat's heading the template is ``partners[].contacts`` and the row the outer one.
    name: what the carrier said, for places of other forms (a template, or a column).
    """

    template: str
    row: str | None
    name: str


class Carriers:
    """Both directions for one form: place -> names, names -> place."""

    def __init__(self, form: Form) -> None:
        self._codes: dict[str, str] = {}
        self._templates: dict[str, str] = {}
        self._marks: dict[str, str] = {}
        self._marked: dict[str, str] = {}
        self._former: dict[str, str] = {}
        self._strangers: dict[tuple[str, str], str] = {}
        for template in _templates(form):
            if "[]" in template:
                salt = 0
                while (code := _hash_code(template, salt)) in self._templates:
                    salt += 1
                self._codes[template], self._templates[code] = code, template
            else:
                name = MARK + template.replace(".", "__")
                if not re.fullmatch(r"[A-Za-z0-9_]+", name) or len(name) > MARK_LIMIT or name.lower() in self._marked:
                    name = MARK + "0h" + hashlib.sha256(template.encode()).hexdigest()[:16]
                self._marks[template], self._marked[name.lower()] = name, template
        for old, now in form.former.items():  # what dossiers of earlier versions call it
            if "[]" in old:
                self._templates.setdefault(_hash_code(old, 0), now)
            else:
                self._former[old] = now
                self._marked.setdefault((MARK + old.replace(".", "__")).lower(), now)

    def knowing(self, paths: Iterable[str]) -> Carriers:
        """The same, with the cells of rows that a dossier left with and this form does not ask: their tags name whole paths."""
        strangers: dict[tuple[str, str], str] = {}
        known = set(paths)
        former = {
            old: now for old, now in self._former.items() if not {old, now} <= known
        }  # else both are there, apart
        for path in known:
            template = template_of(path)
            if "[]" in template and template not in self._codes and not template.endswith("[]"):
                strangers[_hash_code(template, 0), row_ids(path)[-1]] = path
        if not strangers and len(former) == len(self._former):
            return self
        other = copy(self)
        other._strangers, other._former = strangers, former
        return other

    def code(self, template: str) -> str:
        """The four characters that stand for a template inside rows (``partners[]``, ``partners[].name``)."""
        return self._codes[template]

    def tag(self, template: str, row: str | None = None) -> str:
        """The tag of the control that holds a field's value; `row` is the id of the innermost row."""
        if row is None:
            tag = TAG + template
            return tag if len(tag) <= TAG_LIMIT else self._marks[template].replace(MARK, TAG, 1)
        column = template[template.rfind("]") + 2 :]
        return f"{TAG}{self._codes[template]}.{row}.{column}"[:TAG_LIMIT]

    def mark(self, template: str, row: str | None = None) -> str:
        """The bookmark of a field, a row (``partners[]``), a heading, or a card's cell."""
        return self._marks[template] if row is None else f"{MARK}{self._codes[template]}_{row}"

    def of_tag(self, tag: str) -> Place | None:
        """The place a tag names; None for a tag that is not ours."""
        if not tag.startswith(TAG):
            return None
        name = tag[len(TAG) :]
        if found := re.fullmatch(r"([1-9][0-9a-z]{3})\.([0-9a-f]{32})\.?(.*)", name):
            return self._stranger(found[1], found[2]) or Place(self._templates.get(found[1], ""), found[2], found[3])
        template = (
            self._marked.get((MARK + name).lower(), "") if name.startswith("0h") else self._former.get(name, name)
        )
        return Place(template if template in self._marks else "", None, name)

    def of_mark(self, bookmark: str) -> Place | None:
        """The place a bookmark names; None for a bookmark that is not ours, or marks SeedDesk's own words."""
        if not bookmark.lower().startswith(MARK) or bookmark.lower().startswith(_NO_PLACE):
            return None
        name = bookmark[len(MARK) :]
        if found := re.fullmatch(r"([1-9][0-9a-z]{3})_([0-9a-f]{32})", name.lower()):
            return self._stranger(found[1], found[2]) or Place(self._templates.get(found[1], ""), found[2], "")
        return Place(self._marked.get(bookmark.lower(), ""), None, name.replace("__", "."))

    def _stranger(self, code: str, row: str) -> Place | None:
        path = None if code in self._templates else self._strangers.get((code, row))
        return None if path is None else Place("", None, path)


def _templates(form: Form) -> Iterable[str]:
    for template, group in form.groups.items():
        yield template
        if group.repeat:
            yield group.path  # the repeat's heading
    yield from form.fields


def _hash_code(template: str, salt: int) -> str:
    number = int.from_bytes(hashlib.sha256(f"{salt}{template}".encode()).digest()[:8])
    number, digit = divmod(number, 9)
    code = "123456789"[digit]  # a digit first: no field's name begins with one, so no bookmark is taken for another
    for _ in range(3):
        number, digit = divmod(number, 36)
        code += _BASE36[digit]
    return code


def other_name(path: str) -> str:
    """What an answer goes by that the form does not ask for: its path may be too long for a tag. No field's name begins with a digit."""
    return "0x" + hashlib.sha256(path.encode()).hexdigest()[:16]


def is_other(name: str) -> bool:
    """Whether a name is one of `other_name`."""
    return re.fullmatch(r"0x[0-9a-f]{16}", name) is not None


def spare_row(number: int) -> str:
    """The row id of a place for a new row."""
    return f"{_SPARE}{number:08x}"


def is_spare(row: str) -> bool:
    """Whether a row id names an empty place for a new row, not a row."""
    return row.startswith(_SPARE)


def new_serial() -> str:
    """A serial for a blank: ``SDM-`` and 13 characters that are not mistaken for one another."""
    return "SDM-" + "".join(secrets.choice(_CROCKFORD) for _ in range(13))


def picture_print(crc: int, size: int) -> str:
    """What a picture is recognised by: a zip file says both numbers of each of its entries, so no picture need be read for it."""
    return f"{crc:08x}-{size}"


def code_line(code: str, revision: int, sha256: str) -> str:
    """The printed line that `CODE_LINE` reads."""
    return f"{code} · r{revision} · {sha256[:8]}"


def words_print(text: str) -> str:
    """What a paragraph's words are recognised by, however they are spaced and broken into lines."""
    return f"{zlib.crc32(''.join(text.split()).encode()):08x}"


def prints(marks: Iterable[str]) -> list[str]:
    """The prints of words that some bookmarks hold."""
    return [found[1].lower() for name in marks if (found := _WORDS.fullmatch(name))]


@lru_cache(maxsize=4096)
def label_key(text: str) -> str:
    """A label as it is compared: its first line up to the tab (the hint stands behind it), without ' *', numbering, case and spacing."""
    text = unicodedata.normalize("NFKC", text).strip().split("\n", 1)[0].split("\t", 1)[0]
    text = re.sub(r"^\d+[.)]?\s+", "", text.strip()).rstrip("*: ")
    return " ".join(text.casefold().replace("’", "'").split())


def boxes(labels: Iterable[tuple[str, bool]]) -> str:
    """Choices as text: "☒ Cura   ☐ Abitare"."""
    return "   ".join(f"{CHECKED if chosen else UNCHECKED}\u00a0{_unbroken(label)}" for label, chosen in labels)


def _unbroken(label: str) -> str:
    """A number at the beginning stays with the word behind it: alone at the end of a line it would say nothing."""
    number, _, words = label.partition(" ")
    return f"{number}\u00a0{words}" if words and number.isdigit() else label


def read_boxes(text: str, known: Iterable[str] = ()) -> tuple[str, ...] | None:
    """The labels with a crossed box, in the text's order; None when the text holds no box at all (then it is a list a person typed).

    known: the labels there are; words behind one of them, or before the first box, are given as labels of their own: somebody wrote them.
    """
    parts = _BOX.split(text)
    if len(parts) == 1:
        return None
    known = sorted((" ".join(label.split()) for label in known), key=len, reverse=True)
    found = [parts[0].strip()] if parts[0].strip() else []
    for position in range(1, len(parts), 3):
        words = " ".join(parts[position + 2].split()).strip(" ;,·")
        folded = words.casefold()
        label = next(
            (label for label in known if folded == label.casefold() or folded.startswith(label.casefold() + " ")), ""
        )
        if parts[position] is not None:
            found.append(words[: len(label)] or words)
        if label or (known and parts[position] is None):
            found.append(words[len(label) :].strip())
    return tuple(filter(None, found))
