"""The words a form's sheets are made of: columns and types, their other spellings, and what people write instead of them."""

from __future__ import annotations

import difflib
import heapq
import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

# Column -> other spellings that are read as it.
_SURVEY = {
    "type": ("command",),
    "name": ("tag", "value"),
    "label": ("caption",),
    "hint": (),
    "guidance_hint": (),
    "appearance": (),
    "required": (),
    "required_message": ("requiredmsg",),
    "relevant": ("relevance",),
    "constraint": (),
    "constraint_message": ("constraining_message",),
    "calculation": ("calculate",),
    "choice_filter": (),
    "default": (),
    "readonly": ("read_only",),
    "repeat_count": ("count", "jr:count"),
    "parameters": (),
    "trigger": (),
    "image": (),
    "big-image": (),
    "audio": (),
    "video": (),
    "autoplay": (),
    "rows": (),
    "save_to": (),
    "noapperrorstring": ("no_app_error_string",),
    "query": (),
    "disabled": (),
    "compact_tag": (),
    "hxl": (),
}
_CHOICES = {
    "list_name": ("list name",),
    "name": ("value",),
    "label": ("caption",),
    "image": (),
    "big-image": (),
    "audio": (),
    "video": (),
}
_SETTINGS = {
    "form_title": ("set_form_title", "title"),
    "form_id": ("set_form_id", "id_string"),
    "version": (),
    "default_language": (),
    "name": (),
    "namespaces": (),
    "style": (),
    "instance_name": (),
    "public_key": (),
    "submission_url": (),
    "auto_send": (),
    "auto_delete": (),
    "allow_choice_duplicates": (),
    "clean_text_values": (),
    "omit_instanceid": ("omit_instanceID",),
    "instance_id": (),
    "instance_xmlns": (),
    "client_editable": (),
    "attribute": (),
    "prefix": (),
    "delimiter": (),
    "sms_keyword": (),
    "sms_separator": (),
    "sms_allow_media": (),
    "sms_date_format": (),
    "sms_datetime_format": (),
    "sms_response": (),
    "flat": (),
    "add_none_option": (),
}
COLUMNS = {"survey": _SURVEY, "choices": _CHOICES, "settings": _SETTINGS}
# Columns whose words each language has its own of; pictures and sounds often serve all.
TRANSLATED = {
    "survey": ("label", "hint", "guidance_hint", "constraint_message", "required_message"),
    "choices": ("label",),
}
EXPRESSIONS = ("relevant", "constraint", "calculation", "required", "readonly", "choice_filter", "repeat_count")
MARKS = ("core", "limit", "kind", "first", "atomic", "personal", "scope", "interview", "was")
_PREFIXES = ("bind", "instance", "body", "control", "media", "sms")
_SILENT = re.compile(r"[$_#]|kobo--|notes?$|comments?$|tags?$", re.IGNORECASE)

_INSTEAD = {
    "number": "integer", "numeric": "decimal", "float": "decimal", "numero": "integer", "intero": "integer", "decimale": "decimal",
    "boolean": "select_one", "yesno": "select_one", "yes_no": "select_one", "radio": "select_one", "dropdown": "select_one",
    "select": "select_one", "scelta": "select_one", "scelta_multipla": "select_multiple", "checkbox": "select_multiple",
    "multiselect": "select_multiple", "select_many": "select_multiple", "ranking": "rank", "slider": "range", "scale": "range",
    "textarea": "text", "paragraph": "text", "str": "text", "testo": "text", "data": "date", "ora": "time", "time_of_day": "time",
    "timestamp": "dateTime", "picture": "image", "foto": "image", "immagine": "image", "upload": "file", "attachment": "file",
    "signature": "image", "formula": "calculate", "calculation": "calculate", "calc": "calculate", "calcolo": "calculate",
    "label": "note", "info": "note", "nota": "note", "point": "geopoint", "position": "geopoint", "polygon": "geoshape",
    "line": "geotrace", "section": "begin group", "group": "begin group", "gruppo": "begin group", "repeat": "begin repeat",
}  # fmt: skip
_PLAIN = (
    "text", "integer", "decimal", "date", "time", "dateTime", "note", "calculate", "hidden", "geopoint", "geotrace", "geoshape", "barcode",
    "acknowledge", "image", "audio", "video", "file", "range", "start", "end", "today", "deviceid", "username", "email", "phonenumber", "audit",
    "xml-external", "csv-external", "start-geopoint", "background-audio",
)  # fmt: skip
_UNNAMED = ("audit",)
_UNASKED = frozenset((
    "calculate", "hidden", "start", "end", "today", "deviceid", "username", "email", "phonenumber", "audit", "xml-external", "csv-external",
    "start-geopoint", "background-audio", "background-geopoint", "subscriberid", "simserial", "imei",
))  # fmt: skip
_SELECTS = ("select_one_external", "select_one", "select_multiple", "rank")
_CANDIDATES = 100  # words compared letter by letter with one that was not found
_CONTROL = re.compile(r"(begin|end)[\s_]+(lgroup|looped group|loop|group|repeat)(\s+(over\s+)?\S+)?", re.IGNORECASE)


class Type(NamedTuple):
    """What a cell of the column type says. base: ``select_one``, ``begin group``, ``text`` … or ``""`` for a type there is none of ·
    list: the list's name, the file of a list from a file, or the ``${repeat}`` choices are made of · other: with "or other"."""

    base: str
    list: str = ""
    file: bool = False
    other: bool = False

    @property
    def begins(self) -> bool:
        """Whether a group or repeat begins."""
        return self.base.startswith("begin ")

    @property
    def ends(self) -> bool:
        """Whether a group or repeat ends."""
        return self.base.startswith("end ")

    @property
    def selects(self) -> bool:
        """Whether it is answered from a list."""
        return self.base in _SELECTS

    @property
    def asked(self) -> bool:
        """Whether a person sees it, so that it wants a label."""
        return bool(self.base) and self.base not in _UNASKED and not self.ends

    @property
    def named(self) -> bool:
        """Whether it wants a name."""
        return bool(self.base) and self.base not in _UNNAMED and not self.ends and self.base != "note"


@cache
def type_of(cell: str) -> Type:
    """A cell of the column type, understood as forms' programs understand it."""
    from pyxform import aliases
    from pyxform.question_type_dictionary import QUESTION_TYPE_DICT

    words = " ".join(cell.split())
    if control := _CONTROL.fullmatch(words):
        kind = "repeat" if control[2].lower() in ("lgroup", "looped group", "repeat") else control[2].lower()
        return Type(f"{control[1].lower()} {kind}")
    if words in QUESTION_TYPE_DICT or words in aliases._type_alias_map:
        base = {"photo": "image", "trigger": "acknowledge", "int": "integer", "string": "text"}.get(words, words)
        return Type(
            {"date time": "dateTime", "datetime": "dateTime", "gps": "geopoint", "location": "geopoint"}.get(base, base)
        )
    for spelling in sorted(aliases.select, key=len, reverse=True):
        if words.startswith(spelling + " ") or words == spelling:
            rest, other = re.subn(r"\s+(or_other|or specify other|or other)$", "", words[len(spelling) :].strip())
            base = str(aliases.select[spelling])
            base = {
                "select one": "select_one",
                "select all that apply": "select_multiple",
                "select one external": "select_one_external",
            }.get(base, base)
            return Type(base, rest, "file" in spelling, bool(other))
    return Type("")


def near_type(cell: str) -> str:
    """The type somebody meant, ``""`` when nothing comes near."""
    words = " ".join(cell.split())
    for known in (words.lower(), words.lower().replace(" ", "_"), words.replace("-", "_").lower()):
        if type_of(known).base:
            return known
    first, _, rest = words.partition(" ")
    meant = _INSTEAD.get(words.lower().replace(" ", "_")) or _INSTEAD.get(first.lower())
    if not meant:
        bases = [*_PLAIN, *_SELECTS, "select_one_from_file", "select_multiple_from_file"]
        whole = nearest(words.lower(), [*bases, "begin group", "end group", "begin repeat", "end repeat"], 0.8)
        meant = whole or nearest(first.lower(), bases, 0.7)
    return f"{meant} {rest}".strip() if meant in _SELECTS and rest else meant or ""


def nearest(word: str, words: Iterable[str], cutoff: float = 0.6) -> str:
    """The most alike of some words, whatever their case; ``""`` when none is alike enough. Of many words only those of about its length count."""
    folded = word.casefold()
    by_fold = {known.casefold(): known for known in words if abs(len(known) - len(word)) <= max(3, len(known) // 2)}
    candidates = heapq.nsmallest(
        _CANDIDATES, by_fold, key=lambda known: (known[:1] != folded[:1], abs(len(known) - len(folded)))
    )
    found = difflib.get_close_matches(folded, candidates, 1, cutoff)
    return by_fold[found[0]] if found else ""


def column_of(sheet: str, heading: str) -> tuple[str, str]:
    """A heading as (column, language): ``label::Italiano (it)`` -> ``("label", "Italiano (it)")``. ``("", "")`` for one no form has."""
    base, _, language = (part.strip() for part in heading.partition("::" if "::" in heading else ":"))
    known = COLUMNS[sheet]
    for name in (heading, base):
        low = name.lower()
        for column, others in known.items():
            if low in (column, *others) or low.replace(" ", "_") == column:
                return column, language if name == base and base != heading else ""
    if base == "media" and language:
        return column_of(sheet, language)
    return "", ""


def is_extra(sheet: str, heading: str) -> bool:
    """Whether a heading no form has is nothing to speak of: an attribute, a private column, a column of a choice list."""
    base = heading.partition(":")[0].strip().lower()
    return base in _PREFIXES or bool(_SILENT.match(heading)) or sheet == "choices"


def near_column(sheet: str, heading: str, there: Sequence[str]) -> str:
    """The column somebody meant, which the sheet has not got yet."""
    base, colon, language = heading.partition("::")
    candidates = [name for name in COLUMNS[sheet] if name not in there or colon]
    near = nearest(base.strip().replace(" ", "_"), candidates, 0.75)
    return near + colon + language if near else ""
