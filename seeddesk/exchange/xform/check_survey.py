"""The survey sheet, row by row: types, names, beginnings and ends, lists, expressions. What is wrong is mended in a copy, so that the rest can
be looked at too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from seeddesk.domain.remarks import ERROR, WARNING, FormRemark
from seeddesk.exchange.xform import check_texts, check_words
from seeddesk.exchange.xform.check_sheets import Sheet
from seeddesk.exchange.xform.check_texts import Names
from seeddesk.exchange.xform.check_words import Type

_NAME = re.compile(r"[^\W\d][\w.-]*")
_ENOUGH = 100  # errors, after which nobody reads on
_SHEETS = frozenset(("survey.csv", "choices.csv", "settings.csv"))
_YES_NO = ("yes", "no", "true", "false", "true()", "false()")
_QUOTING = ("label", "hint", "guidance_hint", "constraint_message", "required_message")
# With these a form runs: with a strange first answer, or with marks pyxform puts right.
_WARNED = frozenset(
    ("form-check-curly", "form-check-default", "form-check-default-code", "form-check-default-code-near")
)


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell holds, under its column's name. heading: as it stands in the sheet."""

    column: str
    language: str
    heading: str
    text: str


@dataclass(slots=True)
class Row:
    """A row of the survey sheet. path: the question's names from the outermost group on."""

    number: int
    type: Type
    name: str
    cells: list[Cell]
    path: str = ""

    def text(self, column: str) -> str:
        """The first text of a column, whatever its language."""
        return next((cell.text for cell in self.cells if cell.column == column), "")

    def heading(self, column: str) -> str:
        """What the sheet calls a column."""
        return next((cell.heading for cell in self.cells if cell.column == column), column)


@dataclass(slots=True)
class _Open:
    """A group or repeat that has begun. ours: it stays open only because of a mend."""

    row: Row
    name: str
    seen: dict[str, int] = field(default_factory=dict)
    folded: dict[str, int] = field(default_factory=dict)
    ours: bool = False


class Survey:
    """Looks through the sheet once. lists: the codes of every list of the choices sheet; files: the files lists may be in.

    rows: what was understood · remarks: what was not · mended: the sheet as it would be with every fault taken out of the way.
    """

    def __init__(self, sheet: Sheet, lists: Mapping[str, Collection[str]], files: frozenset[str]) -> None:
        self.sheet = sheet
        self.lists = lists
        self.files = files
        self.remarks: list[FormRemark] = []
        self.errors = 0
        self.columns = {heading: check_words.column_of("survey", heading) for heading in sheet.columns}
        firsts = {column: heading for heading, column in reversed(self.columns.items())}
        kept = {heading for heading, column in self.columns.items() if not column[0] or firsts[column] == heading}
        self.mended = [{heading: text for heading, text in row.items() if heading in kept} for row in sheet.rows]
        self.rows = [self.row(number, cells) for number, cells in sheet.numbered()]
        self.name_rows()
        counted = Counter(row.name for row in self.rows if row.name)
        self.names = Names(frozenset(counted), frozenset(name for name, count in counted.items() if count > 1))
        for row in self.rows:
            if self.full:
                break
            self.look_at(row)

    @property
    def full(self) -> bool:
        """Whether there is so much to say that the rest of the sheet was not looked at."""
        return self.errors > _ENOUGH

    def say(self, severity: str, code: str, row: Row, column: str = "", **arguments: object) -> None:
        """One more remark about a row."""
        self.errors += severity == ERROR
        place = row.heading(column) if column else ""
        self.remarks.append(FormRemark(severity, code, "survey", row.number, place, row.name, arguments))

    def mend(self, row: Row, heading: str, text: str) -> None:
        """Put another text into a cell of the copy, or take it away."""
        cells = self.mended[row.number - 2]
        cells.pop(heading, None)
        if text:
            cells[heading] = text

    def row(self, number: int, cells: Mapping[str, str]) -> Row:
        """A row, its type understood, or guessed where there is none of that name."""
        known = [Cell(*self.columns[heading], heading, text) for heading, text in cells.items()]
        row = Row(number, Type(""), "", known)
        kind, row.name = row.text("type"), row.text("name")
        row.type = check_words.type_of(kind) if kind else Type("")
        if row.type.base:
            return row
        if not kind:
            if any(cell.column in ("name", "label", "calculation") for cell in known):
                self.say(ERROR, "form-check-no-type", row, "type")
                self.mend(row, row.heading("type"), "note")
            return row
        near = "" if self.full else check_words.near_type(kind)
        self.say(ERROR, "form-check-type-near" if near else "form-check-type", row, "type", type=kind, near=near)
        row.type = check_words.type_of(near)
        if row.type.selects and row.type.list.removesuffix(".csv") not in self.lists:
            row.type = Type("text")
        row.type = row.type if row.type.base else Type("text")
        self.mend(row, row.heading("type"), near if row.type.base != "text" else "text")
        return row

    # -- names, beginnings and ends --------------------------------------------------------------------------------

    def name_rows(self) -> None:
        """Give every row its path; say which names are missing, impossible or there twice, and what begins without an end."""
        open_: list[_Open] = [_Open(Row(0, Type(""), "", []), "")]
        repeats: dict[str, int] = {}
        ends: list[dict[str, str]] = []
        for row in self.rows:
            if row.type.ends:
                self.end(row, open_)
                continue
            if not row.type.base:
                continue
            self.name(row, open_[-1])
            row.path = "/".join([*(each.name for each in open_[1:]), row.name])
            if row.type.base == "begin repeat":
                if row.name in repeats:
                    self.say(ERROR, "form-check-repeat-twice", row, "name", name=row.name, first=repeats[row.name])
                repeats.setdefault(row.name, row.number)
            if row.type.begins:
                open_.append(_Open(row, row.name))
        for left in reversed(open_[1:]):
            if not left.ours:
                self.say(
                    ERROR, "form-check-begin-open", left.row, "type", end=left.row.type.base.replace("begin", "end")
                )
            ends.append({left.row.heading("type"): left.row.type.base.replace("begin", "end")})
        self.mended.extend(ends)

    def end(self, row: Row, open_: list[_Open]) -> None:
        """Close what a row closes; the copy closes the innermost in any case."""
        wanted = row.type.base.removeprefix("end ")
        heading = row.heading("type")
        if len(open_) == 1:
            self.say(ERROR, "form-check-end-alone", row, "type", begin=f"begin {wanted}")
            self.mended[row.number - 2] = {}
            return
        inner = open_[-1]
        if inner.row.type.base == f"begin {wanted}":
            open_.pop()
            return
        outer = next((each for each in reversed(open_[1:]) if each.row.type.base == f"begin {wanted}"), None)
        begun = {"name": inner.name, "first": inner.row.number, "end": inner.row.type.base.replace("begin", "end")}
        if outer is None:
            self.say(ERROR, "form-check-end-other", row, "type", **begun)
        else:
            self.say(ERROR, "form-check-end-early", row, "type", **begun)
            outer.ours = True
        self.mend(row, heading, str(begun["end"]))
        open_.pop()

    def name(self, row: Row, parent: _Open) -> None:
        """Say what is wrong with a name among its siblings, and give the copy one that works."""
        if not row.name:
            if row.type.named:
                self.say(ERROR, "form-check-no-name", row, "name")
                row.name = f"unnamed_{row.number}"
                self.mend(row, row.heading("name"), row.name)
            return
        written, heading = row.name, row.heading("name")
        if not _NAME.fullmatch(written):
            row.name = re.sub(r"^(?=\d|[.-])", "_", re.sub(r"[^\w.-]+", "_", written).strip("_") or "_")
            self.say(ERROR, "form-check-name", row, "name", name=written, near=row.name)
        elif written == "meta":
            row.name = "meta_"
            self.say(ERROR, "form-check-name-meta", row, "name")
        first = parent.seen.setdefault(row.name, row.number)
        if first != row.number:
            self.say(ERROR, "form-check-name-twice", row, "name", name=written, first=first)
            row.name = f"{row.name}_{row.number}"
        elif parent.folded.setdefault(row.name.lower(), row.number) != row.number:
            first = parent.folded[row.name.lower()]
            self.say(WARNING, "form-check-name-case", row, "name", name=written, first=first)
        if row.name != written:
            self.mend(row, heading, row.name)

    # -- one row ---------------------------------------------------------------------------------------------------

    def look_at(self, row: Row) -> None:
        """Everything else about a row."""
        if not row.type.base or row.type.ends:
            return
        if row.type.selects:
            self.list_of(row)
        self.words(row)
        for cell in row.cells:
            faults = [*self.faults(row, cell)]
            for fault in faults:
                severity = WARNING if fault.code in _WARNED else ERROR
                self.say(severity, fault.code, row, cell.heading, **fault.arguments)
            if any(fault.code not in _WARNED for fault in faults):
                self.mend(row, cell.heading, row.name if cell.column == "label" else "")
                if cell.column == "calculation" and row.type.base == "calculate":
                    self.mend(row, cell.heading, "''")
        self.marks(row)

    def faults(self, row: Row, cell: Cell) -> Iterator[check_texts.Fault]:
        """What is wrong with what one cell says."""
        if cell.column in check_words.EXPRESSIONS:
            if cell.column in ("required", "readonly") and _NAME.fullmatch(cell.text):
                if cell.text.lower() not in _YES_NO:
                    yield check_texts.Fault("form-check-yes-no", {"value": cell.text})
                return
            yield from check_texts.expression(cell.text, self.names, cell.column == "choice_filter")
        elif cell.column in _QUOTING:
            yield from check_texts.references(cell.text, self.names)
            if "${" in check_texts._REFERENCE.sub("", cell.text):
                yield check_texts.Fault("form-check-reference-shape", {"found": "${", "name": "…"})
        elif cell.column == "trigger":
            yield from check_texts.references(cell.text, self.names)
            if not re.fullmatch(r"\s*\$\{[^{}]*\}(\s*,\s*\$\{[^{}]*\})*\s*", cell.text):
                yield check_texts.Fault("form-check-trigger", {"value": cell.text})
        elif cell.column == "parameters":
            yield from check_texts.parameters(cell.text)
        elif cell.column == "default":
            if "${" in cell.text or re.search(r"[\w-]\(", cell.text):
                yield from check_texts.expression(cell.text, self.names)
                return
            codes = self.lists.get(row.type.list) if row.type.selects and not row.type.file else None
            yield from check_texts.default(cell.text, row.type.base, codes)

    def list_of(self, row: Row) -> None:
        """Whether a question's list is there."""
        name, heading = row.type.list, row.heading("type")
        kind = "rank" if row.type.base == "rank" else "select_one"
        if not name:
            self.say(ERROR, "form-check-list-none", row, "type", type=row.text("type"))
        elif name.startswith("${"):
            for fault in check_texts.references(name, self.names):
                self.say(ERROR, fault.code, row, "type", **fault.arguments)
            return
        elif row.type.file:
            if re.search(r"[/\\:]|^\.", name):
                self.say(ERROR, "form-check-list-outside", row, "type", list=name)
            elif PurePosixPath(name).suffix.lower() not in (".csv", ".xml", ".geojson"):
                self.say(ERROR, "form-check-list-kind", row, "type", list=name)
            elif name not in self.files:
                near = check_words.nearest(name, self.files - _SHEETS, 0.75)
                self.say(
                    ERROR,
                    "form-check-list-file-near" if near else "form-check-list-file",
                    row,
                    "type",
                    list=name,
                    near=near,
                )
            else:
                return
        elif row.type.base == "select_one_external" or name in self.lists:
            return
        else:
            near = check_words.nearest(name, self.lists)
            self.say(ERROR, "form-check-list-near" if near else "form-check-list", row, "type", list=name, near=near)
            if near:
                self.mend(row, heading, f"{kind} {near}")
                return
        self.mend(row, heading, "text")
        self.mend(row, row.heading("choice_filter"), "")

    def words(self, row: Row) -> None:
        """Labels, messages, calculations that are missing."""
        shown: tuple[str, ...] = ("label", "hint", "image", "audio", "video", "big-image")
        if row.type.base in ("begin group", "begin repeat"):
            shown = () if row.text("appearance") or row.type.base == "begin group" else shown
        if row.type.asked and shown and not row.text("calculation") and not any(row.text(column) for column in shown):
            self.say(WARNING, "form-check-no-label", row, "label")
            self.mend(row, "label", row.name)
        if row.type.base == "calculate" and not any(
            row.text(column) for column in ("calculation", "default", "trigger")
        ):
            self.say(ERROR, "form-check-no-calculation", row, "calculation")
            self.mend(row, "calculation", "''")
        for rule, message in (("constraint", "constraint_message"), ("required", "required_message")):
            if row.text(message) and not row.text(rule):
                self.say(WARNING, "form-check-message-alone", row, message, rule=rule)
        if row.text("constraint") and not row.text("constraint_message"):
            self.say(WARNING, "form-check-no-message", row, "constraint_message")
        wanted, closed = (row.text(column).lower() in ("yes", "true", "true()") for column in ("required", "readonly"))
        if wanted and closed and not any(row.text(column) for column in ("calculation", "default", "trigger")):
            self.say(WARNING, "form-check-required-readonly", row, "required")
        if row.text("choice_filter") and not row.type.selects:
            self.say(WARNING, "form-check-filter-alone", row, "choice_filter")

    def marks(self, row: Row) -> None:
        """The columns of SeedDesk's own."""
        for cell in row.cells:
            base, _, mark = cell.heading.partition("seeddesk:")
            if not mark or not base.startswith("bind"):
                continue
            if mark == "limit":
                if not cell.text.isdigit() or not int(cell.text):
                    self.say(ERROR, "form-check-limit", row, cell.heading, value=cell.text)
                    self.mend(row, cell.heading, "")
                elif len(longest := max(self.lists.get(row.type.list, [""]), key=len, default="")) > int(cell.text):
                    self.say(WARNING, "form-check-limit-choice", row, cell.heading, value=longest, limit=cell.text)
                elif len(row.text("default")) > int(cell.text):
                    self.say(WARNING, "form-check-limit-default", row, cell.heading, limit=cell.text)
            elif mark == "kind" and cell.text not in ("partial-date", "set", "hidden"):
                self.say(ERROR, "form-check-mark-kind", row, cell.heading, value=cell.text)
                self.mend(row, cell.heading, "")
            elif mark == "core" and cell.text not in ("true()", "true", "yes", "1", "known", "draft"):
                self.say(WARNING, "form-check-core", row, cell.heading, value=cell.text)
