"""A `Form` becomes an XLSForm workbook that other programs open: survey, choices, settings.

Expressions say ``${name}`` where a reader of the sheets gets the same path back from it, and the bare XPath otherwise. Lists with thousands of entries
stand in files of their own (`list_files`), which go beside the workbook with the form's media. What sheets cannot say (what a form sets on
every opening) is left out.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

from seeddesk.domain.form import QUOTE, UNQUOTE, Choice, Field, Form, Group, Kind, Section, Texts
from seeddesk.exchange.xform.source import HEAD, parse
from seeddesk.exchange.xform.words import UNTOLD, XFORMS

Row: TypeAlias = dict[str, str]

MOST_INSIDE = 1_000  # entries of a list; a longer one stands in a file
_LANGUAGES = {"it": "Italiano", "en": "English", "fr": "Français", "de": "Deutsch", "es": "Español", "pt": "Português"}
_MARKS = ("core", "limit", "kind", "atomic", "personal", "scope", "was")
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
_PRELOADS = {"timestamp start": "start", "timestamp end": "end", "date today": "today"} | {
    f"property {name}": name for name in ("deviceid", "phonenumber", "username", "email", "subscriberid", "simserial")
}
_STRINGS = re.compile(r"('[^']*'|\"[^\"]*\")")
_STEP = r"[^\W\d][\w.\-]*"
_PATH = re.compile(
    rf" ?((?:current\(\)/)?\.\.(?:/\.\.)*(?:/{_STEP})+|(?<![\w\]).])/{_STEP}(?:/{_STEP})+)(?![\w/(\[.-]) ?"
)


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
        text = io.StringIO(newline="")
        rows = [{"name": one.name, "label": _default(form, one.label), **one.extra} for one in form.lists[name]]
        writer = csv.DictWriter(text, list(dict.fromkeys(column for row in rows for column in row)), restval="")
        writer.writeheader()
        writer.writerows(rows)
        found[f"{name}.csv"] = text.getvalue().encode()
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
        self.top = next((one.xpath.split("/")[1] for one in _places(form)), "data")
        self.xpaths = {one.xpath for one in _places(form)}
        leaves = Counter(_leaf(xpath) for xpath in self.xpaths)
        self.unique = {xpath for xpath in self.xpaths if leaves[_leaf(xpath)] == 1 and _leaf(xpath) != self.top}
        self.repeats = [group.xpath for group in form.repeats]
        self.names = {name: _list_name(name) for name in form.lists}

    @cached_property
    def used(self) -> frozenset[str]:
        """The lists some question takes its choices from."""
        return frozenset(field.choices for field in self.form.fields.values())

    @cached_property
    def outside(self) -> tuple[str, ...]:
        """The lists in files: those only expressions read, and the long ones in one language."""
        return tuple(
            name for name, choices in self.form.lists.items() if name not in self.used or self.is_long(choices)
        )

    def is_long(self, choices: Sequence[Choice]) -> bool:
        """Whether a list is better off in a file, and loses nothing there."""
        default = self.form.languages[0]
        return len(choices) > MOST_INSIDE and all(one.label.keys() <= {default} and not one.media for one in choices)

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
            if section.xpath:
                yield {"type": "begin_group", "name": _leaf(section.xpath), **self.group(section)}
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
            row = {"type": f"begin_{sort}", "name": _leaf(item.xpath), **self.group(item)}
            if item.repeat:
                row |= {
                    "repeat_count": self.said(item.count, item.xpath),
                    "bind::seeddesk:core": "yes" if item.core else "",
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
            "relevant": self.said(item.relevant, item.xpath),
            "appearance": item.appearance,
            "bind::seeddesk:was": " ".join(item.was),
        }

    def question(self, field: Field) -> Row:
        """One question's row."""
        kind, mark = self.type_of(field)
        event, action = self.action(field)
        default = " ".join(field.default) if isinstance(field.default, tuple) else str(field.default or "")
        data_type = field.data_type if kind in ("calculate", "hidden") and field.data_type != "string" else ""
        return {
            "type": kind,
            "name": _leaf(field.xpath),
            **self.texts("label", field.label, field.xpath),
            **self.texts("hint", field.hint, field.xpath),
            **self.texts("guidance_hint", field.guidance, field.xpath),
            **self.texts("required_message", field.required_message, field.xpath),
            **self.texts("constraint_message", field.constraint_message, field.xpath),
            **self.media(field.media),
            "required": self.said(field.required, field.xpath),
            "relevant": self.said(field.relevant, field.xpath),
            "constraint": self.said(field.constraint, field.xpath),
            "calculation": action if event == "changed" else self.said(field.calculate, field.xpath),
            "trigger": self.trigger(field) if event == "changed" else "",
            "choice_filter": self.said(field.choice_filter, field.xpath),
            "appearance": field.appearance,
            "parameters": " ".join(f"{name}={value}" for name, value in self.parameters(field).items()),
            "default": action if event == "first" else default,
            "readonly": "true()" if field.read_only and field.kind is not Kind.NOTE else "",
            "bind::type": data_type,
            "bind::seeddesk:core": "draft" if field.draft else "yes" if field.core else "",
            "bind::seeddesk:limit": str(field.limit or ""),
            "bind::seeddesk:kind": mark,
            "bind::seeddesk:atomic": field.atomic,
            "bind::seeddesk:personal": "yes" if field.personal else "",
            "bind::seeddesk:scope": field.scope,
            "bind::seeddesk:was": " ".join(field.was),
        }

    def type_of(self, field: Field) -> tuple[str, str]:
        """The type cell, and SeedDesk's own mark that says what the type cannot."""
        kind = field.kind
        if kind is Kind.HIDDEN:
            if field.preload in _PRELOADS:
                return _PRELOADS[field.preload], ""
            if not (field.label or field.hint or field.choices or field.appearance or field.read_only):
                calculated = field.calculate or self.action(field)[0] == "changed"
                return ("calculate" if calculated else "hidden"), ""
            if not field.choices:
                return _BY_DATA_TYPE.get(field.data_type, "text"), "hidden"
            return self.select("select_one", field.choices), "hidden"
        if kind in (Kind.CHOICE, Kind.CHOICES, Kind.RANK):
            word = {Kind.CHOICE: "select_one", Kind.CHOICES: "select_multiple", Kind.RANK: "rank"}[kind]
            if field.rows is not None:
                return f"{word} ${{{_leaf(field.rows.value)}}}", ""
            if not field.choices:
                return "text", "set"
            return self.select(word, field.choices), ""
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
        return f"{word}_from_file {name}.csv" if name in self.outside else f"{word} {self.names[name]}"

    def parameters(self, field: Field) -> Row:
        """The parameters cell, by name."""
        found = dict(field.parameters)
        if field.range is not None:
            found |= {"start": field.range.start, "end": field.range.end, "step": field.range.step}
        if field.shuffled:
            found |= {
                "randomize": "true",
                **({"seed": self.said(field.seed, field.xpath).strip()} if field.seed else {}),
            }
        return found

    def action(self, field: Field) -> tuple[str, str]:
        """What the form sets the question to: (``changed`` or ``first``, the cell); ("", "") for nothing that sheets can say."""
        for one in self.form.actions:
            if one.target == field.xpath and one.event in ("changed", "first-load", "new-row"):
                return "changed" if one.event == "changed" else "first", self.said(one.expression, field.xpath)
        return "", ""

    def trigger(self, field: Field) -> str:
        """The questions whose change sets this one."""
        sources = [one.source for one in self.form.actions if one.target == field.xpath and one.event == "changed"]
        return ", ".join(f"${{{_leaf(source)}}}" for source in dict.fromkeys(sources))

    def external(self) -> Iterator[Row]:
        """Rows that name the files only expressions read."""
        for name in self.outside:
            if name not in self.used:
                yield {"type": "csv-external", "name": name}

    # -- choices and settings --------------------------------------------------------------------------------------

    def choices(self) -> Iterator[Row]:
        """The choices sheet."""
        for name, choices in self.form.lists.items():
            if name in self.outside:
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
        if not self.form.xform:
            return {}
        model = parse(self.form.xform).find(f"{HEAD}head/{XFORMS}model")
        assert model is not None  # `parse` saw it
        found: Row = {}
        for bind in model.iterchildren(XFORMS + "bind"):
            if bind.get("nodeset", "").endswith("/meta/instanceName"):
                found["instance_name"] = self.said(bind.get("calculate", ""), f"/{self.top}/meta/instanceName")
        for sent in model.iterchildren(XFORMS + "submission"):
            found |= {"submission_url": sent.get("action", ""), "public_key": sent.get("base64RsaPublicKey", "")}
        return found

    # -- words and expressions -------------------------------------------------------------------------------------

    def texts(self, name: str, texts: Texts, xpath: str) -> Row:
        """A translated column's cells."""
        return {self.column(name, lang): self.words(text, xpath) for lang, text in texts.items() if text}

    def media(self, media: Mapping[str, Texts]) -> Row:
        """The media columns' cells."""
        return {self.column(sort, lang): name for sort, names in media.items() for lang, name in names.items()}

    def words(self, text: str, xpath: str) -> str:
        """A label with ``${name}`` for every answer it quotes."""

        def quoted(found: re.Match[str]) -> str:
            target = _resolve(found[1].strip(), xpath)
            return f"${{{_leaf(target)}}}" if target in self.xpaths else "…"

        return re.sub(f"{QUOTE}([^{UNQUOTE}]*){UNQUOTE}", quoted, text)

    def said(self, expression: str, xpath: str) -> str:
        """An expression as a sheet says it. Text in quotes stays as it is."""

        def named(found: re.Match[str]) -> str:
            target = _resolve(found[1].removeprefix("current()/"), xpath)
            if target not in self.unique or found[1].strip() != self.written(target, xpath, "current()" in found[1]):
                return found[0]
            return f"${{{_leaf(target)}}}"

        parts = _STRINGS.split(expression)
        parts[::2] = [_PATH.sub(named, part) for part in parts[::2]]
        return "".join(parts)

    def written(self, target: str, xpath: str, current: bool) -> str:
        """The path that ``${name}`` of a target becomes at a place: relative where both stand in one repeat, absolute elsewhere."""
        around = [one for one in self.repeats if target.startswith(one + "/") and xpath.startswith(one + "/")]
        if not around or target in self.repeats:
            return target
        above = max(around, key=len)
        steps = xpath.removeprefix(above).count("/")
        return ("current()/" if current else "") + "../" * steps + target.removeprefix(above + "/")


def _ordered(rows: Sequence[Row], columns: Sequence[str]) -> list[Row]:
    """Rows with their filled cells alone, the first one with every column that is used, so that it gives the order."""
    used = {column for row in rows for column, text in row.items() if text}
    order = [column for column in columns if column in used]
    order += [column for row in rows for column in row if column in used and column not in order]
    order = list(dict.fromkeys(order))
    return [{column: row.get(column, "") for column in order} for row in rows]


def _places(form: Form) -> Iterator[Field | Group | Section]:
    yield from (section for section in form.sections if section.xpath)
    yield from form.groups.values()
    yield from form.fields.values()


def _resolve(path: str, xpath: str) -> str:
    """The absolute path a path means at a place."""
    steps = [] if path.startswith("/") else xpath.split("/")[1:]
    for step in path.strip("/").split("/"):
        if step == "..":
            steps = steps[:-1]
        else:
            steps.append(step)
    return "/" + "/".join(steps)


def _leaf(xpath: str) -> str:
    return xpath[xpath.rfind("/") + 1 :]


def _list_name(name: str) -> str:
    """A list's name as a sheet may call it; one that stood in its question has the question's path."""
    return re.sub(r"[^\w.\-]", "_", name.strip("/"))


def _default(form: Form, label: Texts) -> str:
    return label.get(form.languages[0]) or next(iter(label.values()), "")
