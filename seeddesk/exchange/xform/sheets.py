"""XLSForm sheets become a `Form`: pyxform writes the XForm, the lists it only points to are put inside, `reader` reads it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple, TypeAlias
from zipfile import BadZipFile

from lxml import etree

from seeddesk.domain.errors import FormError
from seeddesk.domain.form import Form
from seeddesk.domain.logic import Logic
from seeddesk.exchange.xform import guard
from seeddesk.exchange.xform.reader import COLUMNS, TITLE, XFORMS, Element, language_code, parse, read_xform

Row: TypeAlias = dict[str, str]
Sheets: TypeAlias = Mapping[str, list[Row]]

_SHEETS = ("survey", "choices", "settings")


def load_form(path: Path, vocabularies: Path | None = None) -> Form:
    """The form in a folder of sheets (survey.csv, choices.csv, settings.csv), an .xlsx or an XForm .xml, its expressions checked.

    Lists named in select_one_from_file are looked for beside the sheets, then in `vocabularies` (when None: ``resources/vocabularies`` two
    folders up, where a checkout and an installed SeedDesk both keep it). `Form.xform` holds them, so it can be stored and read alone.
    Raises FormError with sheet, row and column where they are known.
    """
    guard.check(path)
    places = places_of(path, vocabularies)
    survey: Sequence[Row] = ()
    try:
        if path.suffix == ".xml":
            form = read_xml(path, places)
        else:
            sheets = read_sheets(path)
            survey = sheets["survey"]
            form = assemble(sheets, places)
        Logic(form)
    except FormError as error:
        raise _with_row(error, survey) from None
    return form


def places_of(path: Path, vocabularies: Path | None = None) -> Sequence[Path]:
    """The folders in which the lists of the form at `path` are looked for."""
    folder = path if path.is_dir() else path.parent
    return folder, vocabularies or folder.parent.parent / "resources" / "vocabularies"


def read_sheets(path: Path) -> Sheets:
    """The sheets of a folder or workbook as rows. Raises FormError."""
    sheets = _read_folder(path) if path.is_dir() else _read_workbook(path)
    guard.check_rows(sheets)
    return sheets


def assemble(sheets: Sheets, places: Sequence[Path]) -> Form:
    """The form of sheets, its expressions not yet looked at. Raises FormError; what pyxform says is under `__cause__`."""
    return read_xform(_complete(_to_xform(sheets), places, sheets["survey"], sheets["settings"]))


def read_xml(path: Path, places: Sequence[Path]) -> Form:
    """The form of an XForm, its expressions not yet looked at. Raises FormError."""
    return read_xform(_complete(path.read_bytes(), places, (), ()))


def _with_row(error: FormError, survey: Sequence[Row]) -> FormError:
    """The same error with the row of the survey sheet, as a person counts them, where it is about a question of the sheet."""
    field = str(error.arguments.get("field", ""))
    rows = {place.path.partition("/")[2]: place.number for place in _places(survey, "")}
    number = rows.get(field.lstrip("/").partition("/")[2])
    return error if number is None else FormError(error.code, **{**error.arguments, "row": number})


def _read_folder(folder: Path) -> Sheets:
    """The sheets as rows; empty rows stay, so that row numbers are those a person sees."""
    sheets: dict[str, list[Row]] = {}
    for name in _SHEETS:
        file = folder / f"{name}.csv"
        if not file.is_file():
            raise FormError("form-sheet-missing", sheet=name, folder=folder.name)
        sheets[name] = [{key: text for key, text in row.items() if text} for row in _rows(file)]
    return sheets


def _rows(file: Path) -> list[Row]:
    """The rows of a CSV file, by column. Raises FormError naming the row for text that is not UTF-8 or has more cells than columns."""
    guard.check_list(file)
    lines = io.StringIO(guard.text_of(file.read_bytes(), file.name), newline="")
    header, *records = [*csv.reader(lines)] or [[]]
    for number, cells in enumerate(records, 2):
        if len(cells) > len(header):
            raise FormError("form-cells", sheet=file.name, row=number)
    return [dict(zip_longest(header, cells, fillvalue="")) for cells in records]


def _read_workbook(path: Path) -> Sheets:
    from pyxform.errors import PyXFormError
    from pyxform.xls2json_backends import xlsx_to_dict

    try:
        data = xlsx_to_dict(io.BytesIO(path.read_bytes()))
    except (PyXFormError, BadZipFile, KeyError) as error:
        raise FormError("form-invalid", detail=" ".join(str(error).split())) from None
    sheets = data if isinstance(data, Mapping) else vars(data)
    return {name: list(sheets.get(name) or []) for name in _SHEETS}


def _to_xform(sheets: Sheets) -> str:
    from pyxform.errors import PyXFormError
    from pyxform.xls2xform import convert

    plain = {name: [dict(row) for row in rows] for name, rows in sheets.items()}
    plain["settings"] = [{key: text for key, text in row.items() if "::" not in key} for row in plain["settings"]]
    try:
        return str(convert(plain).xform)
    except PyXFormError as error:
        raise FormError("form-invalid", detail=" ".join(str(error).split())) from error


def _complete(xml: str | bytes, places: Sequence[Path], survey: Sequence[Row], settings: Sequence[Row]) -> str:
    """The XForm with external lists inside, and with what pyxform leaves out: the hints of groups, the title in other languages."""
    root = parse(xml)
    for instance in root.iter(XFORMS + "instance"):
        source = instance.get("src", "")
        if source and not len(instance):
            instance.append(_read_list(instance.get("id", ""), source, places))
            del instance.attrib["src"]
    _add_group_hints(root, survey)
    for row in settings:
        _add_texts(root, TITLE, row, "form_title")
    return etree.tostring(root, encoding="unicode")


def _read_list(name: str, source: str, places: Sequence[Path]) -> Element:
    """``jr://file-csv/comuni.csv`` as the items of a secondary instance. Raises FormError when no place has the file."""
    file = next(
        (place / source.rpartition("/")[2] for place in places if (place / source.rpartition("/")[2]).is_file()), None
    )
    if file is None or file.suffix != ".csv":
        raise FormError("form-list-missing", list=name, source=source)
    if guard.leads_out(file):
        raise FormError("form-list-outside", list=name)
    top = etree.Element(XFORMS + "root")
    rows = _rows(file)
    if not rows or not {"name", "label"} <= rows[0].keys():
        raise FormError("form-list-columns", list=file.name)
    try:
        top.set(COLUMNS, " ".join(rows[0]))
        for row in rows:
            item = etree.SubElement(top, XFORMS + "item")
            for column, text in row.items():
                etree.SubElement(item, XFORMS + column).text = text
    except ValueError:  # a column no element can be named after, or a character XML cannot carry
        raise FormError("form-list-columns", list=file.name) from None
    return top


def _add_group_hints(root: Element, survey: Sequence[Row]) -> None:
    groups = {node.get("ref"): node for node in root.iter(XFORMS + "group")}
    top = next(etree.QName(instance[0]).localname for instance in root.iter(XFORMS + "instance") if len(instance))
    for path, _, row in _places(survey, f"/{top}"):
        group = groups.get(path)
        if group is not None and _add_texts(root, f"{path}:hint", row, "hint"):
            hint = etree.Element(XFORMS + "hint", ref=f"jr:itext('{path}:hint')")
            group.insert(1 if group.find(XFORMS + "label") is not None else 0, hint)


def _add_texts(root: Element, name: str, row: Row, column: str) -> bool:
    """Put the texts of ``column::Language`` cells into the itext under a name; whether there were any."""
    texts = {language_code(key.partition("::")[2]): text for key, text in row.items() if key.startswith(f"{column}::")}
    for translation in root.iter(XFORMS + "translation"):
        text = texts.get(language_code(translation.get("lang", "")))
        if text:
            entry = etree.SubElement(translation, XFORMS + "text", id=name)
            etree.SubElement(entry, XFORMS + "value").text = text
    return bool(texts)


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
