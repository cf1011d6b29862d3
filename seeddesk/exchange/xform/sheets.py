"""XLSForm sheets become a `Form`: pyxform writes the XForm, the lists it only points to and the words it drops are put in, `reader` reads it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeAlias

from lxml import etree

from seeddesk.domain.errors import FormError
from seeddesk.domain.form import Form
from seeddesk.domain.logic import Logic
from seeddesk.exchange.xform import guard
from seeddesk.exchange.xform.lists import search_list
from seeddesk.exchange.xform.media import find_media, unpacked
from seeddesk.exchange.xform.reader import read_xform
from seeddesk.exchange.xform.source import parse
from seeddesk.exchange.xform.tables import Row, as_items, csv_rows, grouped, read_list
from seeddesk.exchange.xform.words import TITLE, XFORMS, Element, language_code

Sheets: TypeAlias = Mapping[str, list[Row]]

_SHEETS = ("survey", "choices", "settings")  # a folder needs survey.csv only
_MORE = ("external_choices", "entities")
_SILENT = "\u2060"  # stands for the label a question does not have: pyxform wants one, those who run forms do not
_LABELS = re.compile(r"(label|caption|hint|guidance_hint|image|big-image|audio|video|media)\s*(::?.*)?", re.IGNORECASE)
_SELECT = re.compile(r"select|rank\b")
_UNASKED = re.compile(r"background-|start-")  # what goes on by itself
_SEVERAL_ROWS = re.compile(r"\s*select_multiple\s+(\$\{.*)", re.DOTALL)
_NAMESPACE = 'seeddesk="urn:seeddesk:form:1"'
# What a question added by or_other is called: pyxform says it in English only.
_OTHER = "Specify other."
_OTHERS = {"it": "Se altro, specifica", "en": "If other, please specify"}
_OTHER_CHOICES = {"it": "Altro"}


def load_form(path: Path, vocabularies: Path | None = None) -> Form:
    """The form in a folder of sheets (survey.csv, choices.csv, settings.csv), an .xlsx, an XForm .xml, or a .zip of one of these with its media;
    its expressions checked.

    Lists named in select_one_from_file are looked for beside the sheets, then in ``media``, then in `vocabularies` (when None:
    ``resources/vocabularies`` two folders up, where a checkout and an installed SeedDesk both keep it). `Form.xform` holds them, so it can be
    stored and read alone; `Form.files` are the media found beside it (`media.media_names` says which it wants).
    Raises FormError with sheet, row and column where they are known.
    """
    guard.check(path)
    with unpacked(path) as inner:
        if inner != path:
            guard.check(inner)
        places = places_of(inner, vocabularies)
        survey: Sequence[Row] = ()
        try:
            if inner.suffix == ".xml":
                form = read_xml(inner, places)
            else:
                sheets = read_sheets(inner)
                survey = sheets["survey"]
                form = assemble(sheets, places, inner.stem)
            Logic(form)
        except FormError as error:
            raise _with_row(error, survey) from None
        files = find_media(form, inner)
    return replace(form, files=files) if files else form


def places_of(path: Path, vocabularies: Path | None = None) -> Sequence[Path]:
    """The folders in which the lists of the form at `path` are looked for."""
    folder = path if path.is_dir() else path.parent
    beside = (folder, folder / "media", folder / f"{path.stem}-media")
    return *beside, vocabularies or folder.parent.parent / "resources" / "vocabularies"


def read_sheets(path: Path) -> Sheets:
    """The sheets of a folder or workbook as rows. Raises FormError."""
    sheets = _read_folder(path) if path.is_dir() else _read_workbook(path)
    guard.check_rows(sheets)
    return sheets


def assemble(sheets: Sheets, places: Sequence[Path], name: str = "") -> Form:
    """The form of sheets, its expressions not yet looked at. name: the form's id where no setting gives one.

    Raises FormError; what pyxform says is under `__cause__`.
    """
    root = parse(_to_xform(sheets, name))
    _ask_several(root, sheets["survey"])
    _add_kept_lists(root, sheets.get("external_choices", ()))
    _add_lists(root, places)
    _add_words(root, sheets)
    return read_xform(etree.tostring(root, encoding="unicode"))


def read_xml(path: Path, places: Sequence[Path]) -> Form:
    """The form of an XForm, its expressions not yet looked at. Raises FormError."""
    root = parse(path.read_bytes())
    kept = next((place / "itemsets.csv" for place in places if (place / "itemsets.csv").is_file()), None)
    if kept is not None and root.find(".//*[@query]") is not None:
        _add_kept_lists(root, csv_rows(kept))
    _add_lists(root, places)
    return read_xform(etree.tostring(root, encoding="unicode"))


def _with_row(error: FormError, survey: Sequence[Row]) -> FormError:
    """The same error with the row of the survey sheet, as a person counts them, where it is about a question of the sheet."""
    field = str(error.arguments.get("field", ""))
    rows = {place.path.partition("/")[2]: place.number for place in _places(survey, "")}
    number = rows.get(field.lstrip("/").partition("/")[2])
    return error if number is None else FormError(error.code, **{**error.arguments, "row": number})


def _read_folder(folder: Path) -> Sheets:
    """The sheets as rows; empty rows stay, so that row numbers are those a person sees."""
    sheets: dict[str, list[Row]] = {}
    for name in (*_SHEETS, *_MORE):
        file = folder / f"{name}.csv"
        if file.is_file():
            sheets[name] = [{key: text for key, text in row.items() if text} for row in csv_rows(file)]
        elif name == "survey":
            raise FormError("form-sheet-missing", sheet=name, folder=folder.name)
        elif name in _SHEETS:
            sheets[name] = []
    return sheets


def _read_workbook(path: Path) -> Sheets:
    from pyxform.errors import PyXFormError
    from pyxform.xls2json_backends import xlsx_to_dict

    try:
        data = xlsx_to_dict(io.BytesIO(path.read_bytes()))
    except (PyXFormError, *guard.UNREADABLE) as error:
        raise FormError("form-invalid", detail=" ".join(str(error).split())) from error
    found = data if isinstance(data, Mapping) else vars(data)
    sheets = {name: list(found.get(name) or []) for name in _SHEETS}
    return sheets | {name: list(found[name]) for name in _MORE if found.get(name)}


def _to_xform(sheets: Sheets, name: str) -> str:
    from pyxform.errors import PyXFormError
    from pyxform.xls2xform import convert

    plain: dict[str, list[Row]] = {sheet: [dict(row) for row in rows] for sheet, rows in sheets.items()}
    settings = [{key: text for key, text in row.items() if "::" not in key} for row in plain.get("settings", ())]
    if any("seeddesk:" in column for row in plain["survey"] for column in row):
        settings = settings or [{}]
        known = settings[0].get("namespaces", "")
        if "seeddesk=" not in known:
            settings[0]["namespaces"] = f"{known} {_NAMESPACE}".strip()
    plain["settings"] = settings
    _label_all(plain["survey"])
    _ask_one(plain["survey"])
    given: dict[str, object] = {sheet: rows for sheet, rows in plain.items() if rows}
    # pyxform guesses columns from the first hundred rows; it is told of all.
    given |= {
        f"{sheet}_header": [dict.fromkeys(column for row in rows for column in row)]
        for sheet, rows in plain.items()
        if rows
    }
    if name:
        given["fallback_form_name"] = name
    try:
        return str(convert(given).xform)
    except (PyXFormError, LookupError, TypeError, AttributeError, ValueError) as error:  # a sheet it did not expect
        raise FormError("form-invalid", detail=" ".join(str(error).split())) from error


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
    paths = {place.path for place in _places(survey, f"/{top}") if _SEVERAL_ROWS.match(place.row.get("type", ""))}
    for control in list(root.iter(XFORMS + "select1")) if paths else ():
        if control.get("ref") in paths:
            control.tag = XFORMS + "select"


def _add_kept_lists(root: Element, rows: Sequence[Row]) -> None:
    """Put the lists of select_one_external, which other programs keep in a file of their own, inside."""
    model = next(root.iter(XFORMS + "model"))
    for name, items in grouped(rows).items():
        instance = etree.SubElement(model, XFORMS + "instance", id=name)
        instance.append(as_items(items, name))


def _add_lists(root: Element, places: Sequence[Path]) -> None:
    """Put lists the form points to inside."""
    model = next(root.iter(XFORMS + "model"))
    known = {instance.get("id") for instance in model.iterchildren(XFORMS + "instance")}
    for name in dict.fromkeys(
        search_list(control.get("appearance", "")) for control in root.iterfind(".//*[@appearance]")
    ):
        if name and name not in known:
            etree.SubElement(model, XFORMS + "instance", id=name, src=f"jr://file-csv/{name.removesuffix('.csv')}.csv")
    for instance in root.iter(XFORMS + "instance"):
        source = instance.get("src", "")
        if source and not len(instance) and not source.startswith("jr://instance/"):
            instance.append(read_list(instance.get("id", ""), source, places))
            del instance.attrib["src"]


def _add_words(root: Element, sheets: Sheets) -> None:
    """Put back the words pyxform leaves out: the hints of groups, the title in further languages, what "other" is called."""
    for element in root.iter(XFORMS + "value", XFORMS + "label"):
        if element.text == _SILENT:
            element.text = None
    itext = _Itext(root)
    groups = {node.get("ref"): node for node in root.iter(XFORMS + "group")}
    top = next(etree.QName(instance[0]).localname for instance in root.iter(XFORMS + "instance") if len(instance))
    for path, _, row in _places(sheets["survey"], f"/{top}"):
        group = groups.get(path)
        if group is None or group.find(XFORMS + "hint") is not None:
            continue
        position = 1 if group.find(XFORMS + "label") is not None else 0
        if itext.add(f"{path}:hint", row, "hint") | itext.add(f"{path}:hint", row, "guidance_hint", "guidance"):
            group.insert(position, etree.Element(XFORMS + "hint", ref=f"jr:itext('{path}:hint')"))
        for column, form in (("hint", ""), ("guidance_hint", "guidance")):
            if row.get(column):
                hint = etree.Element(XFORMS + "hint", {"form": form} if form else {})
                hint.text = row[column]
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

    def __init__(self, root: Element) -> None:
        self._translations = {language_code(each.get("lang", "")): each for each in root.iter(XFORMS + "translation")}
        self._known = {(code, text.get("id")): text for code, each in self._translations.items() for text in each}

    def add(self, name: str, row: Mapping[str, str], column: str, form: str = "") -> bool:
        """Put the texts of ``column::Language`` cells under a name; whether there were any in the form's languages."""
        added = False
        for key, words in row.items():
            code = language_code(key.partition("::")[2])
            if not key.startswith(f"{column}::") or code not in self._translations:
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
            if not len(value):  # what pyxform wrote may quote an answer
                value.text = words
        return added

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


class _Place(NamedTuple):
    """A row of the survey sheet: the question's path, the row's number as a spreadsheet shows it, its cells."""

    path: str
    number: int
    row: Row


def _places(survey: Sequence[Row], top: str) -> Iterator[_Place]:
    """Every row that has a name."""
    names = [top]
    for number, row in enumerate(survey, 2):
        kind = row.get("type", "").replace("_", " ").strip()
        if kind.startswith("end ") and len(names) > 1:
            names.pop()
        elif row.get("name"):
            yield _Place("/".join((*names, row["name"])), number, row)
            if kind.startswith("begin "):
                names.append(row["name"])
