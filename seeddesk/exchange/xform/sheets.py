"""XLSForm sheets become a `Form`: pyxform writes the XForm, the lists it only points to and the words it drops are put in, `reader` reads it."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from lxml import etree

from seeddesk.domain.errors import FormError
from seeddesk.domain.form import Form
from seeddesk.domain.logic import Logic
from seeddesk.exchange.xform import gaps, guard
from seeddesk.exchange.xform.gaps import Sheets, survey_places
from seeddesk.exchange.xform.lists import search_list
from seeddesk.exchange.xform.media import find_media, unpacked
from seeddesk.exchange.xform.reader import read_xform
from seeddesk.exchange.xform.source import parse
from seeddesk.exchange.xform.tables import Row, as_items, csv_rows, grouped, read_list
from seeddesk.exchange.xform.words import XFORMS, Element

_SHEETS = ("survey", "choices", "settings")  # a folder needs survey.csv only
_MORE = ("external_choices", "entities")
_UNSEEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAMESPACE = 'seeddesk="urn:seeddesk:form:1"'


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
    sheets = {sheet: _without_controls(rows) for sheet, rows in sheets.items()}
    root = parse(_to_xform(sheets, name))
    _add_kept_lists(root, sheets.get("external_choices", ()))
    _add_lists(root, places)
    gaps.after(root, sheets)
    return read_xform(etree.tostring(root, encoding="unicode"))


def read_xml(path: Path, places: Sequence[Path]) -> Form:
    """The form of an XForm, its expressions not yet looked at. Raises FormError."""
    root = parse(path.read_bytes())
    kept = guard.found("itemsets.csv", places)
    if kept is not None and root.find(".//*[@query]") is not None:
        _add_kept_lists(root, csv_rows(kept))
    _add_lists(root, places)
    return read_xform(etree.tostring(root, encoding="unicode"))


def _with_row(error: FormError, survey: Sequence[Row]) -> FormError:
    """The same error with the row of the survey sheet, as a person counts them, where it is about a question of the sheet."""
    field = str(error.arguments.get("field", ""))
    rows = {place.path.partition("/")[2]: place.number for place in survey_places(survey, "")}
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
    settings = [{key: text for key, text in row.items() if ":" not in key} for row in plain.get("settings", ())]
    if any("seeddesk:" in column for row in plain["survey"] for column in row):
        settings = settings or [{}]
        known = settings[0].get("namespaces", "")
        if "seeddesk=" not in known:
            settings[0]["namespaces"] = f"{known} {_NAMESPACE}".strip()
    plain["settings"] = settings
    gaps.before(plain["survey"])
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


def _without_controls(rows: Sequence[Row]) -> list[Row]:
    """The rows without the characters that nobody sees and XML cannot hold."""
    if not any(_UNSEEN.search(text) for row in rows for pair in row.items() for text in pair):
        return list(rows)
    return [{_UNSEEN.sub("", column): _UNSEEN.sub("", text) for column, text in row.items()} for row in rows]


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
