"""A `Form` becomes an XLSForm workbook that other programs open: survey, choices, settings.

Expressions are written as people write them (`naming`). Lists that came from a file, and those with thousands of entries, stand in files of
their own (`list_files`), which go beside the workbook with the form's media. What sheets cannot say (what a form sets on every opening, or a
second thing it sets a question to) is left out.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

from seeddesk.domain.form import Choice, Field, Form, Group, Kind, Section, Texts
from seeddesk.exchange.xform.lists import COLUMNS
from seeddesk.exchange.xform.naming import Naming, leaf
from seeddesk.exchange.xform.source import parse
from seeddesk.exchange.xform.words import UNTOLD, XFORMS, Element, local_name

Row: TypeAlias = dict[str, str]

ODK = "{http://www.opendatakit.org/xforms}"
MOST_INSIDE = 1_000  # entries of a list; a longer one stands in a file
_LANGUAGES = {"it": "Italiano", "en": "English", "fr": "Français", "de": "Deutsch", "es": "Español", "pt": "Português"}
_MARKS = ("core", "limit", "kind", "first", "atomic", "personal", "scope", "interview", "was")
_MEDIA = ("image", "big-image", "audio", "video")
# The order people expect; a translated column stands once for each language.
_SURVEY = (
    *("type", "name", "label", "hint", "guidance_hint", "required", "required_message", "relevant", "constraint"),
    *(
        "constraint_message",
        "calculation",
        "trigger",
        "choice_filter",
        "appearance",
        "parameters",
        "default",
        "readonly",
    ),
    *("repeat_count", *_MEDIA, "bind::type", *(f"bind::seeddesk:{mark}" for mark in _MARKS)),
)
_WIDTHS = {"type": 26, "name": 22, "label": 44, "hint": 44, "guidance_hint": 44, "list_name": 18, "form_title": 40}
_TYPES = {
    Kind.TEXT: "text",
    Kind.INTEGER: "integer",
    Kind.DECIMAL: "decimal",
    Kind.DATE: "date",
    Kind.TIME: "time",
    Kind.DATETIME: "dateTime",
    Kind.ACKNOWLEDGE: "acknowledge",
    Kind.NOTE: "note",
    Kind.LOG: "audit",
}
_BY_DATA_TYPE = {"barcode": "barcode", "int": "integer", "integer": "integer"} | {
    name: name for name in ("decimal", "date", "time", "dateTime", "geopoint", "geotrace", "geoshape")
}
# As an XForm calls them -> as the parameters column does; what else a control says has a column of its own.
_PARAMETERS = {
    "accuracythreshold": "capture-accuracy",
    "unacceptableaccuracythreshold": "warning-accuracy",
    **{name: name for name in ("max-pixels", "quality", "rows", "app", "allow-mock-accuracy", "reference-geometry")},
    **{name: name for name in ("location-priority", "location-min-interval", "location-max-age", "track-changes")},
    **{name: name for name in ("track-changes-reasons", "identify-user")},
}
_LAST = "__last-saved"  # what ${last-saved#name} reads
_PRELOADS = {"timestamp start": "start", "timestamp end": "end", "date today": "today"} | {
    f"property {name}": name for name in ("deviceid", "phonenumber", "username", "email", "subscriberid", "simserial")
}


def write_workbook(form: Form) -> bytes:
    """The form as .xlsx, its first row frozen, columns in the usual order."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    del book["Sheet"]
    for name, rows in sheets_of(form).items():
        sheet = book.create_sheet(name)
        columns = list(dict.fromkeys(column for row in rows for column in row))
        for column, title in enumerate(columns, 1):
            cell = sheet.cell(1, column, title)
            cell.font = Font(bold=True)
            sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS.get(title.partition("::")[0], 18)
        for number, row in enumerate(rows, 2):
            for column, title in enumerate(columns, 1):
                if text := row.get(title, ""):
                    cell = sheet.cell(number, column)
                    cell.value, cell.data_type = text, "s"  # as typed: "=" opens no formula, "001" stays
                    cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.freeze_panes = "C2" if name != "settings" else "A2"
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def list_files(form: Form) -> Mapping[str, bytes]:
    """The lists that stand in files of their own, as CSV, by the name of the file."""
    found = {}
    for name in _Sheets(form).outside:
        if name != _file(name) and _file(name) in form.lists:
            continue  # the same file with other columns for code and label
        rows = [{"name": one.name, "label": _default(form, one.label), **one.extra} for one in form.lists[name]]
        columns = [
            column
            for column in dict.fromkeys(column for row in rows for column in row)
            if any(row.get(column) for row in rows)
        ]
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, columns, restval="", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
        found[f"{_file(name)}.csv"] = text.getvalue().encode()
    return found


def sheets_of(form: Form) -> Mapping[str, list[Row]]:
    """The rows of survey, choices and settings; in each, every row's columns in the order of the sheet."""
    sheets = _Sheets(form)
    survey = _ordered([*sheets.rows(), *sheets.external()], sheets.columns(_SURVEY))
    choices = _ordered(list(sheets.choices()), sheets.columns(("list_name", "name", "label", *_MEDIA)))
    return {"survey": survey, "choices": choices, "settings": [sheets.settings()]}


class _Sheets:
    """One form on its way into sheets."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.naming = Naming(form)
        self.top = self.naming.top
        self.meta = f"/{self.top}/meta"
        self.names = {name: _list_name(name) for name in form.lists}

    @cached_property
    def used(self) -> frozenset[str]:
        """The lists some question takes its choices from."""
        return frozenset(field.choices for field in self.form.fields.values())

    @cached_property
    def outside(self) -> tuple[str, ...]:
        """The lists in files: those that came from one, and the long ones in one language."""
        instances = self.source.iter(XFORMS + "instance")
        files = {one.get("id", "") for one in instances if len(one) and one[0].get(COLUMNS) is not None}
        return tuple(
            name
            for name, choices in self.form.lists.items()
            if name != _LAST and (_file(name) in files or self.is_long(choices))
        )

    def is_long(self, choices: Sequence[Choice]) -> bool:
        """Whether a list is better off in a file, and loses nothing there."""
        default = self.form.languages[0]
        return len(choices) > MOST_INSIDE and all(one.label.keys() <= {default} and not one.media for one in choices)

    @cached_property
    def source(self) -> Element:
        """The XForm, for the few things a `Form` has no place for."""
        return parse(self.form.xform)

    @cached_property
    def recorded(self) -> Mapping[str, tuple[str, str]]:
        """xpath -> type of what the device notes by itself, and the question whose change makes it (xpath; "" for the opening of the form)."""
        found: dict[str, tuple[str, str]] = {}
        for one in self.source.iter(f"{ODK}setgeopoint", f"{ODK}recordaudio"):
            above = one.getparent()
            source = above.get("ref", "") if above is not None and "changed" in one.get("event", "") else ""
            kind = "background-geopoint" if source else "start-geopoint"
            found[one.get("ref", "")] = kind if local_name(one) == "setgeopoint" else "background-audio", source
        return found

    def columns(self, names: Iterable[str]) -> list[str]:
        """Columns, the translated ones once for each language."""
        translated = ("label", "hint", "guidance_hint", "required_message", "constraint_message", *_MEDIA)
        return [
            column
            for name in names
            for column in ([self.column(name, lang) for lang in self.form.languages] if name in translated else [name])
        ]

    def column(self, name: str, lang: str) -> str:
        """``label`` and ``it`` -> ``label::Italiano (it)``."""
        if lang == UNTOLD:
            return name
        return f"{name}::{_LANGUAGES[lang]} ({lang})" if lang in _LANGUAGES else f"{name}::{lang}"

    # -- survey ----------------------------------------------------------------------------------------------------

    def rows(self) -> Iterator[Row]:
        """The survey sheet."""
        for section in self.form.sections:
            if section.xpath == self.meta:  # what programs note by themselves; its other parts are settings
                logs = (field for field in self.form.fields.values() if field.section == section.name)
                yield from (self.question(field) for field in logs if field.kind is Kind.LOG)
            elif section.xpath:
                yield {"type": "begin_group", "name": leaf(section.xpath), **self.group(section)}
                yield from self.items(section.items)
                yield {"type": "end_group"}
            else:
                yield from self.items(section.items)

    def items(self, items: Iterable[Field | Group]) -> Iterator[Row]:
        """Questions and groups, in order."""
        for item in items:
            if isinstance(item, Field):
                yield self.question(item)
                continue
            sort = "repeat" if item.repeat else "group"
            row = {"type": f"begin_{sort}", "name": leaf(item.xpath), **self.group(item)}
            if item.repeat:
                row |= {
                    "repeat_count": self.naming.said(item.count, item.xpath),
                    "bind::seeddesk:core": "yes" if item.core else "",
                    "bind::seeddesk:interview": "yes" if item.interview else "",
                }
            yield row
            yield from self.items(item.items)
            yield {"type": f"end_{sort}"}

    def group(self, item: Group | Section) -> Row:
        """What the row of a group or section says beside type and name."""
        return {
            **self.texts("label", item.label, item.xpath),
            **self.texts("hint", item.hint, item.xpath),
            **self.texts("guidance_hint", item.guidance, item.xpath),
            **self.media(item.media),
            "relevant": self.naming.said(item.relevant, item.xpath),
            "appearance": item.appearance.replace("field-list table-list", "table-list"),  # the one makes the other
            "bind::seeddesk:was": " ".join(item.was),
        }

    def question(self, field: Field) -> Row:
        """One question's row."""
        kind, mark = self.type_of(field)
        trigger, started = self.trigger(field), self.action(field, "first-load", "new-row")
        parameters = {name: value for name, value in field.parameters.items() if name not in _PARAMETERS}
        file = parameters.pop("default", "") if field.kind is Kind.FILE else ""
        default = " ".join(field.default) if isinstance(field.default, tuple) else str(field.default or file)
        data_type = field.data_type if kind in ("calculate", "hidden") and field.data_type != "string" else ""
        return {
            "type": kind,
            "name": leaf(field.xpath),
            **self.texts("label", field.label, field.xpath),
            **self.texts("hint", field.hint, field.xpath),
            **self.texts("guidance_hint", field.guidance, field.xpath),
            **self.texts("required_message", field.required_message, field.xpath),
            **self.texts("constraint_message", field.constraint_message, field.xpath),
            **self.media(field.media),
            "required": self.naming.said(field.required, field.xpath),
            "relevant": self.naming.said(field.relevant, field.xpath),
            "constraint": self.naming.said(field.constraint, field.xpath),
            "calculation": self.action(field, "changed") or self.naming.said(field.calculate, field.xpath),
            "trigger": trigger,
            "choice_filter": self.filter(field),
            "appearance": field.appearance,
            "parameters": " ".join(f"{name}={value}" for name, value in self.parameters(field).items()),
            **{f"body::{name}": value for name, value in parameters.items()},
            "default": started or default,
            "readonly": "true()" if field.read_only and field.kind is not Kind.NOTE else "",
            "bind::type": data_type,
            "bind::seeddesk:core": "draft" if field.draft else "known" if field.known else "yes" if field.core else "",
            "bind::seeddesk:limit": str(field.limit or ""),
            "bind::seeddesk:kind": mark,
            "bind::seeddesk:first": "main" if field.main_first else "",
            "bind::seeddesk:atomic": field.atomic,
            "bind::seeddesk:personal": "yes" if field.personal else "",
            "bind::seeddesk:scope": field.scope,
            "bind::seeddesk:interview": "yes" if field.interview else "",
            "bind::seeddesk:was": " ".join(field.was),
        }

    def type_of(self, field: Field) -> tuple[str, str]:
        """The type cell, and SeedDesk's own mark that says what the type cannot."""
        kind = field.kind
        if noted := self.recorded.get(field.xpath, ("", ""))[0] or _PRELOADS.get(field.preload):
            return noted, ""
        if kind is Kind.HIDDEN:
            if not (field.label or field.hint or field.choices or field.appearance):
                calculated = field.calculate or self.action(field, "changed")
                return ("calculate" if calculated else "hidden"), ""
            if not field.choices:
                return _BY_DATA_TYPE.get(field.data_type, "text"), "hidden"
            return self.select("select_one", field.choices), "hidden"
        if kind in (Kind.CHOICE, Kind.CHOICES, Kind.RANK):
            word = {Kind.CHOICE: "select_one", Kind.CHOICES: "select_multiple", Kind.RANK: "rank"}[kind]
            if field.rows is not None:
                return f"{word} ${{{leaf(field.rows.value)}}}", ""
            if not field.choices:
                return "text", "set"
            return self.select(word, field.choices), ""
        if kind is Kind.NOTE and field.choices:  # the heading of a grid
            return self.select("select_one", field.choices), ""
        if kind is Kind.DATE and field.data_type == "string":
            return "text", "partial-date"
        if kind is Kind.FILE:
            sort = field.accepts.partition("/")[0]
            return sort if sort in ("image", "audio", "video") else "file", ""
        if kind is Kind.GEO:
            return field.data_type, ""
        if field.range is not None:
            return "range", ""
        return "barcode" if field.data_type == "barcode" else _TYPES[kind], ""

    def select(self, word: str, name: str) -> str:
        """The type cell of a question that takes its choices from a list."""
        return f"{word}_from_file {_file(name)}.csv" if name in self.outside else f"{word} {self.names[name]}"

    def filter(self, field: Field) -> str:
        """The choice_filter cell; of choices made of rows, the condition on the row."""
        if field.rows is None:
            return self.naming.said(field.choice_filter, field.xpath)
        repeat, _, condition = field.rows.nodes.partition("[")
        condition = condition.removesuffix("]")
        if re.sub(r"\s", "", condition) == f"./{field.rows.value}!=''":
            return ""  # what every such question says
        return self.naming.of_row(condition, repeat)

    def parameters(self, field: Field) -> Row:
        """The parameters cell, by name."""
        found = {_PARAMETERS.get(name, name): value for name, value in field.parameters.items() if name in _PARAMETERS}
        if field.choices in self.outside and (columns := field.choices.partition("?")[2]):
            found["value"], found["label"] = columns.split(",")
        if field.range is not None:
            found |= {"start": field.range.start, "end": field.range.end, "step": field.range.step}
        if field.shuffled:
            found |= {
                "randomize": "true",
                **({"seed": self.naming.said(field.seed, field.xpath).strip()} if field.seed else {}),
            }
        return found

    def action(self, field: Field, *events: str) -> str:
        """The cell that says what the form sets the question to at the first of some moments, "" for nothing."""
        for one in self.form.actions:
            if one.target == field.xpath and one.event in events:
                return self.naming.said(one.expression, field.xpath)
        return ""

    def trigger(self, field: Field) -> str:
        """The questions whose change sets this one."""
        sources = [one.source for one in self.form.actions if one.target == field.xpath and one.event == "changed"]
        sources += filter(None, [self.recorded.get(field.xpath, ("", ""))[1]])
        return ", ".join(f"${{{leaf(source)}}}" for source in dict.fromkeys(sources))

    def external(self) -> Iterator[Row]:
        """Rows that name the files only expressions read."""
        used = {_file(name) for name in self.used}
        for name in dict.fromkeys(map(_file, self.outside)):
            if name not in used:
                yield {"type": "csv-external", "name": name}

    # -- choices and settings --------------------------------------------------------------------------------------

    def choices(self) -> Iterator[Row]:
        """The choices sheet."""
        for name, choices in self.form.lists.items():
            if name in self.outside or name == _LAST:
                continue
            for one in choices:
                words = self.texts("label", one.label, "")
                yield {"list_name": self.names[name], "name": one.name, **words, **self.media(one.media), **one.extra}

    def settings(self) -> Row:
        """The settings sheet's only row."""
        form, default = self.form, self.form.languages[0]
        row = {
            "form_title": form.title.get(default) or next(iter(form.title.values()), ""),
            "form_id": form.id,
            "version": form.version,
            "name": self.top,
            "default_language": "" if default == UNTOLD else self.column("", default).removeprefix("::"),
            "style": form.style,
            "namespaces": 'seeddesk="urn:seeddesk:form:1"',
            **self.beyond(),
        }
        row |= {self.column("form_title", lang): text for lang, text in form.title.items() if lang != default and text}
        doubles = any(len({one.name for one in choices}) < len(choices) for choices in form.lists.values())
        row["allow_choice_duplicates"] = "yes" if doubles else ""
        return {name: text for name, text in row.items() if text}

    def beyond(self) -> Row:
        """What the XForm says of how it is sent and named, which a `Form` has no place for."""
        found: Row = {}
        naming = next((one for one in self.form.fields.values() if one.xpath == f"{self.meta}/instanceName"), None)
        if naming is not None:
            found["instance_name"] = self.naming.said(naming.calculate, naming.xpath)
        for sent in self.source.iter(XFORMS + "submission"):
            found |= {"submission_url": sent.get("action", ""), "public_key": sent.get("base64RsaPublicKey", "")}
        return found

    # -- words and expressions -------------------------------------------------------------------------------------

    def texts(self, name: str, texts: Texts, xpath: str) -> Row:
        """A translated column's cells."""
        return {self.column(name, lang): self.naming.words(text, xpath) for lang, text in texts.items() if text}

    def media(self, media: Mapping[str, Texts]) -> Row:
        """The media columns' cells."""
        return {self.column(sort, lang): name for sort, names in media.items() for lang, name in names.items()}


def _ordered(rows: Sequence[Row], columns: Sequence[str]) -> list[Row]:
    """Rows with their filled cells alone, the first one with every column that is used, so that it gives the order."""
    used = {column for row in rows for column, text in row.items() if text}
    order = [column for column in columns if column in used]
    order += [column for row in rows for column in row if column in used and column not in order]
    order = list(dict.fromkeys(order))
    return [{column: row.get(column, "") for column in order} for row in rows]


def _file(name: str) -> str:
    """The file, without ending, of a list whose code and label stand in columns of other names (``clinics?id,title``)."""
    return name.partition("?")[0]


def _list_name(name: str) -> str:
    """A list's name as a sheet may call it; one that stood in its question has the question's path."""
    return re.sub(r"[^\w.\-]", "_", name.strip("/"))


def _default(form: Form, label: Texts) -> str:
    return label.get(form.languages[0]) or next(iter(label.values()), "")
