"""The facets beside the list: what the practices found have in common, with counts; ticking narrows the list."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from seeddesk.domain.form import pick
from seeddesk.domain.practice import FacetValue
from seeddesk.domain.versions import FORM
from seeddesk.gui import i18n, names, theme
from seeddesk.gui.desk import Desk
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.check import CheckRow
from seeddesk.gui.widgets.text import Text

SHOWN = ("status", "country", "policy_area", "stage", "target_groups", "evidence_level")
SHORT = 6  # values shown before "more"


class Facets(QScrollArea):
    """`changed` says that the ticks changed; `ticked` holds them: template -> codes."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "window")
        self.setProperty("edge", "right")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner.setProperty("ground", "window")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(8, 12, 8, 16)
        self._column.setSpacing(0)
        self._groups: dict[str, _Group] = {}
        for template in SHOWN:
            field = desk.form.field(template)
            if field is not None or template == "status":  # whatever forms ask, a practice has a status
                self._add(template, pick(field.label, desk.lang, template) if field else self.tr("Status"))
        self._add(FORM, self.tr("Form"))
        self._add("@conflict", self.tr("Needs attention"))
        self._column.addStretch(1)
        self.setWidget(inner)

    def _add(self, template: str, label: str) -> None:
        group = _Group(template, label)
        group.changed.connect(self.changed)
        self._groups[template] = group
        self._column.addWidget(group)

    @property
    def ticked(self) -> dict[str, tuple[str, ...]]:
        """What is ticked: template -> codes; ``@conflict`` for practices with conflicts."""
        return {template: codes for template, group in self._groups.items() if (codes := group.ticked)}

    def clear(self) -> None:
        """Untick everything."""
        for group in self._groups.values():
            group.clear()
        self.changed.emit()

    def show_counts(self, facets: Mapping[str, list[FacetValue]], conflicts: int, deleted: int) -> None:
        """New counts; the order stays while counts reload, a value that is gone shows 0."""
        lang = self._desk.lang
        for template, group in self._groups.items():
            if template == "@conflict":
                group.show_values(
                    [("yes", self.tr("With conflicts"), conflicts), ("deleted", self.tr("Deleted"), deleted)]
                )
            elif template == FORM:
                group.show_values(self._forms(facets.get(template, [])))
            else:
                values = [
                    (value.code, pick(value.label, lang) or self._said(template, value.code), value.count)
                    for value in facets.get(template, [])
                ]
                group.show_values(values)

    def _said(self, template: str, code: str) -> str:
        lang, form = self._desk.lang, self._desk.form
        return names.status(form, code, lang) if template == "status" else names.choice(form, template, code, lang)

    def _forms(self, values: list[FacetValue]) -> list[tuple[str, str, int]]:
        """Which forms the practices found go by; one form alone is nothing to choose from."""
        workspace = self._desk.workspace
        if workspace is None or len(workspace.shelf.use) < 2:
            return []
        titles = {code: workspace.form_named(code).title for code in workspace.shelf.use}
        return [(one.code, pick(titles.get(one.code, {}), self._desk.lang) or one.code, one.count) for one in values]


class _Group(QWidget):
    """One facet: its name, its values."""

    changed = Signal()

    def __init__(self, template: str, label: str) -> None:
        super().__init__()
        self._status = template == "status"
        self._label = label
        self._rows: dict[str, CheckRow] = {}
        self._open = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(8, 4, 4, 4)
        head.addWidget(Text(label, "small", "text2"))
        head.addStretch(1)
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
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._off.hide()
        self._more.hide()

    @property
    def ticked(self) -> tuple[str, ...]:
        return tuple(code for code, row in self._rows.items() if row.isChecked())

    def clear(self) -> None:
        for row in self._rows.values():
            row.blockSignals(True)
            row.setChecked(False)
            row.blockSignals(False)
        self._fold()

    def show_values(self, values: list[tuple[str, str, int]]) -> None:
        counts = {code: count for code, _, count in values}
        for code, row in self._rows.items():
            row.show_count(i18n.number(counts.get(code, 0)))
        for code, label, count in values:
            if code not in self._rows:
                row = CheckRow(label, i18n.number(count), code if self._status else "", tint=True)
                row.toggled.connect(self._tell)
                self._rows[code] = row
                self._values.addWidget(row)
        self._fold()

    def _fold(self) -> None:
        rows = list(self._rows.values())
        for number, row in enumerate(rows):
            row.setVisible(self._open or number < SHORT or row.isChecked())
        self._more.setVisible(len(rows) > SHORT)
        self._more.setText(self.tr("Fewer") if self._open else self.tr("%n more", "", len(rows) - SHORT))
        self._more.setAccessibleName(f"{self._label}: {self._more.text()}")
        self._off.setVisible(bool(self.ticked))
        self.setVisible(bool(rows))  # a heading over nothing says nothing

    def _toggle(self) -> None:
        self._open = not self._open
        self._fold()

    def _tell(self) -> None:
        self._fold()
        self.changed.emit()

    def _clear_and_tell(self) -> None:
        self.clear()
        self.changed.emit()
