"""The facets beside the list: what the practices found have in common, with counts; ticking narrows the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from seeddesk.domain.asking import COLLECTOR, CONFLICT, DUE, YEAR
from seeddesk.domain.form import Form, pick
from seeddesk.domain.listing import FacetValue
from seeddesk.domain.versions import FORM
from seeddesk.gui import i18n, names, theme
from seeddesk.gui.desk import Desk
from seeddesk.gui.editor import tab_order
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.check import CheckRow
from seeddesk.gui.widgets.text import Elided
from seeddesk.gui.widgets.together import Together

SHOWN = (
    "status", "country", "locations[].nuts2", "policy_area", "esf_objective", "sdg", "target_groups", "stage", "evidence_level",
)  # fmt: skip
ATTENTION = "@conflict"  # the group of what needs attention
_ASKED = {"yes": (CONFLICT, "yes"), "due": (DUE, "yes")}  # its rows -> what they ask
SHORT = 6  # values shown before "more"
MOST = 200  # values shown at all; the search box knows the others


class Facets(QScrollArea):
    """`ticked`: a value was ticked, or not any more: template, code, on. The ticks show what the search box asks; it alone holds it."""

    ticked = Signal(str, str, bool)

    def __init__(self, desk: Desk, form: Form, parent: QWidget | None = None) -> None:
        """form: what practices are recorded with."""
        super().__init__(parent)
        self._desk, self._form = desk, form
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.ground(self, "window", "right")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        theme.ground(inner, "window")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(8, 12, 8, 16)
        self._column.setSpacing(0)
        self._groups: dict[str, _Group] = {}
        self.before: QWidget | None = None  # what Tab comes from
        self._tabbed = 0
        for template in SHOWN:
            field = form.field(template)
            if field is not None or template == "status":  # whatever forms ask, a practice has a status
                self._add(template, self._label(template))
        self._add(YEAR, self.tr("Year"))
        self._add(COLLECTOR, self.tr("Recorded by"))
        self._add(FORM, self.tr("Form"))
        self._add(ATTENTION, self.tr("Needs attention"))
        self._column.addStretch(1)
        self.setWidget(inner)

    def _label(self, template: str) -> str:
        if template == "locations[].nuts2":
            return self.tr("Region")
        field = self._form.field(template)
        return pick(field.label, self._desk.lang, template) if field else self.tr("Status")

    def _add(self, template: str, label: str) -> None:
        group = _Group(template, label)
        group.ticked.connect(lambda code, on: self._tell(template, code, on))
        self._groups[template] = group
        self._column.addWidget(group)

    @property
    def asked(self) -> tuple[str, ...]:
        """What has to be counted: see `cataloguing.facets`."""
        return (*self._groups, DUE)

    def show_ticked(self, where: Mapping[str, tuple[str, ...]]) -> None:
        """Tick what a search asks for."""
        for template, group in self._groups.items():
            codes = where.get(template, ())
            if template == ATTENTION:
                codes = tuple(row for row, (asked, code) in _ASKED.items() if code in where.get(asked, ()))
            else:
                known = [code for code in codes if code not in group._rows]
                group.add([(code, self._said(template, code), 0) for code in known[:SHORT]])
            group.tick(codes)
        self._follow()

    def _follow(self) -> None:
        """Values come with the counts, one by one; Tab goes as one reads all the same."""
        rows = sum(len(group._rows) for group in self._groups.values())
        if rows != self._tabbed:
            self._tabbed = rows
            tab_order.follow(self.widget(), self.before)

    def show_counts(self, facets: Mapping[str, Sequence[FacetValue]]) -> None:
        """New counts; the order stays while counts reload, a value that is gone shows 0."""
        for template, group in self._groups.items():
            values = facets.get(template, ())
            if template == ATTENTION:
                conflicts = sum(value.count for value in values if value.code == "yes")
                due = sum(value.count for value in facets.get(DUE, ()) if value.code == "yes")
                group.show_values(
                    [
                        ("yes", self.tr("With conflicts"), conflicts),
                        ("due", self.tr("To be verified again"), due),
                    ]
                )
            elif template == FORM:
                group.show_values(self._forms(values))
            else:
                shown = [(value.code, self._words(template, value), value.count) for value in values]
                group.show_values(sorted(shown, reverse=True) if template == YEAR else shown)
        self._follow()

    def _tell(self, template: str, code: str, on: bool) -> None:
        if template == ATTENTION:
            template, code = _ASKED[code]
        self.ticked.emit(template, code, on)

    def _words(self, template: str, value: FacetValue) -> str:
        return pick(value.label, self._desk.lang) or self._said(template, value.code)

    def _said(self, template: str, code: str) -> str:
        lang, form = self._desk.lang, self._desk.form
        if template == FORM and self._desk.workspace is not None:
            return pick(self._desk.workspace.form_named(code).title, lang) or code
        if template.startswith("@"):
            return code
        return names.status(form, code, lang) if template == "status" else names.choice(form, template, code, lang)

    def _forms(self, values: Sequence[FacetValue]) -> list[tuple[str, str, int]]:
        """Which forms the practices found go by; one form alone is nothing to choose from."""
        workspace = self._desk.workspace
        if workspace is None or len(workspace.shelf.use) < 2:
            return []
        titles = {code: workspace.form_named(code).title for code in workspace.shelf.use}
        return [(one.code, pick(titles.get(one.code, {}), self._desk.lang) or one.code, one.count) for one in values]


class _Group(QWidget):
    """One facet: its name, its values. `ticked`: a person ticked a code, or no longer."""

    OFFERS = True  # its buttons, to the command palette

    ticked = Signal(str, bool)

    def __init__(self, template: str, label: str) -> None:
        super().__init__()
        self._status, self._years = template == "status", template == YEAR
        self._label = label
        self._rows: dict[str, CheckRow] = {}
        self._together = Together()
        self._open = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(8, 4, 4, 4)
        head.addWidget(Elided(label, "small", "text2"), 1)
        self._off = Button(self.tr("Clear"), Look.LINK, name=self.tr("Clear {name}").format(name=label), height=24)
        self._off.setFont(theme.font("hint"))
        self._off.clicked.connect(self._clear_and_tell)
        head.addWidget(self._off)
        column.addLayout(head)
        self._values = QVBoxLayout()
        self._values.setSpacing(0)
        column.addLayout(self._values)
        self._more = Button("", Look.LINK, height=28)
        self._more.setFont(theme.font("hint"))
        self._more.clicked.connect(self._toggle)
        more = QHBoxLayout()
        more.setContentsMargins(32, 0, 0, 0)  # under the words of the values
        more.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(more)
        self._off.hide()
        self._more.hide()

    @property
    def checked(self) -> tuple[str, ...]:
        return tuple(code for code, row in self._rows.items() if row.isChecked())

    def tick(self, codes: tuple[str, ...]) -> None:
        for code, row in self._rows.items():
            row.blockSignals(True)
            row.setChecked(code in codes)
            row.blockSignals(False)
        self._fold()

    def show_values(self, values: Sequence[tuple[str, str, int]]) -> None:
        counts = {code: count for code, _, count in values}
        for code, row in self._rows.items():
            row.show_count(i18n.number(counts.get(code, 0)))
        self.add([value for value in values[:MOST] if value[0] not in self._rows])
        self._fold()

    def add(self, values: Sequence[tuple[str, str, int]]) -> None:
        for code, label, count in values:
            row = CheckRow(label, i18n.number(count), code if self._status else "", tint=True)
            row.toggled.connect(lambda on, code=code: self._tell(code, on))
            at = sum(known > code for known in self._rows) if self._years else len(self._rows)  # the newest year first
            rows = list(self._rows.items())
            self._rows = dict([*rows[:at], (code, row), *rows[at:]])
            self._values.insertWidget(at, row)

    def _fold(self) -> None:
        rows = list(self._rows.values())
        for number, row in enumerate(rows):
            row.setVisible(number < (MOST if self._open else SHORT) or row.isChecked())
        self._together.take(rows)
        self._more.setVisible(len(rows) > SHORT)
        self._more.setText(self.tr("Fewer") if self._open else self.tr("%n more", "", min(len(rows), MOST) - SHORT))
        self._more.setAccessibleName(f"{self._label}: {self._more.text()}")
        self._off.setVisible(bool(self.checked))
        self.setVisible(bool(rows))  # a heading over nothing says nothing

    def _toggle(self) -> None:
        self._open = not self._open
        self._fold()

    def _tell(self, code: str, on: bool) -> None:
        self._fold()
        self.ticked.emit(code, on)

    def _clear_and_tell(self) -> None:
        for code in self.checked:
            self._rows[code].setChecked(False)
