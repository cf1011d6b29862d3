"""Merge: the dossiers that came back, and the conflicts that wait for a person."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QProgressBar, QStackedWidget, QWidget

from seeddesk.domain.changes import Changes
from seeddesk.domain.practice import Conflict
from seeddesk.domain.report import ImportReport
from seeddesk.gui import theme
from seeddesk.gui.desk import Desk
from seeddesk.gui.pages.conflicts import Conflicts
from seeddesk.gui.pages.page import Page
from seeddesk.gui.pages.returns import Returns
from seeddesk.gui.widgets.tab import Tab
from seeddesk.gui.widgets.text import Text


class MergePage(Page):
    """Two tabs."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._conflicts = 0  # left and decided
        self.top.row.addWidget(Text(self.tr("Merge"), "title"))
        self.top.row.addSpacing(16)
        self._tabs = {
            "returns": Tab("tray", self.tr("Returns")),
            "conflicts": Tab("arrows-split", self.tr("Conflicts")),
        }
        group = QButtonGroup(self)
        for name, tab in self._tabs.items():
            tab.clicked.connect(lambda _=False, name=name: self.show_tab(name))
            group.addButton(tab)
            self.top.row.addWidget(tab)
        self.top.row.addStretch(1)
        self._decided = Text("", "hint", "text2")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(theme.scaled(96))
        self._bar.setAccessibleName(self.tr("Decisions made"))
        self.top.row.addWidget(self._decided)
        self.top.row.addWidget(self._bar)
        self.returns = Returns(desk)
        self.returns.applied.connect(self._applied)
        self.returns.opened.connect(lambda practice: self.go.emit("practice", practice))
        self.conflicts = Conflicts(desk)
        self.conflicts.counted.connect(self._counted)
        self.conflicts.toasted.connect(self.toasted)
        self.conflicts.failed.connect(self.show_error)
        self.conflicts.opened.connect(self._open)
        self.conflicts.wanted.connect(lambda: self.enter("choose"))
        self.returns.model.modelReset.connect(self._show_keys)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.returns)
        self._stack.addWidget(self.conflicts)
        self.body.addWidget(self._stack, 1)
        QShortcut(QKeySequence("Ctrl+Return"), self.returns).activated.connect(self.returns.apply_plan)
        QShortcut(QKeySequence("Esc"), self.returns).activated.connect(self.returns.cancel)
        self.show_tab("returns")
        self.conflicts.refresh()

    def enter(self, what: object = None) -> None:
        """``"choose"`` files, paths to rehearse, or (``"conflicts"``, practice, maybe the path of one)."""
        if what == "choose":
            self.show_tab("returns")
            self.returns.choose_files()
        elif isinstance(what, list):
            self.show_tab("returns")
            self.returns.rehearse(what)
        elif isinstance(what, tuple):
            self.show_tab("conflicts")
            self.conflicts.show_practice(*what[1:])
        elif self._stack.currentWidget() is self.returns:
            self.returns.take_focus()

    def leave(self) -> bool:
        """Decisions made are written."""
        self._settle()
        return True

    def refresh(self, changes: Changes) -> None:
        """Conflicts may have come or gone."""
        self.conflicts.refresh()

    def panes(self) -> list[QWidget]:
        """Table and pane, or queue."""
        if self._stack.currentWidget() is self.conflicts:
            return [self.conflicts.queue, self.conflicts.confirm, self.conflicts.takes[0]]
        return [self.returns.table, self.returns.apply, self.returns.choose]

    def show_tab(self, name: str) -> None:
        """Returns or conflicts."""
        self._tabs[name].setChecked(True)
        conflicts = name == "conflicts"
        if conflicts:
            self.banner.hide()
        else:
            self._settle()
        self._stack.setCurrentWidget(self.conflicts if conflicts else self.returns)
        if conflicts:
            self.conflicts.take_focus()
        self._show_decided()
        self._show_keys()

    def _show_decided(self) -> None:
        any_ = self._stack.currentWidget() is self.conflicts and self._conflicts > 0
        self._decided.setVisible(any_)
        self._bar.setVisible(any_)

    def _show_keys(self) -> None:
        if self._stack.currentWidget() is self.conflicts:
            self.status.show_keys(
                [
                    ("Up", ""),
                    ("Down", self.tr("conflict")),
                    ("N", self.tr("next practice")),
                    ("D", self.tr("differences")),
                    ("Ctrl+Z", self.tr("undo the decision")),
                ],
                used=self._conflicts > 0,
            )
        else:
            self.status.show_keys(
                [
                    ("Space", self.tr("select")),
                    ("1", "…"),
                    ("5", self.tr("filter by outcome")),
                    ("Ctrl+Return", self.tr("apply")),
                ],
                used=self.returns.model.rowCount() > 0,
            )

    def _settle(self) -> None:
        if self.conflicts.pending:
            self.conflicts.flush()
            self.toasted.emit("", None)

    def _applied(self, report: ImportReport) -> None:
        if report.count("conflict"):
            self.banner.say(
                "conf",
                self.tr("%n file(s) in conflict.", "", report.count("conflict")),
                self.tr("Both values are kept until you decide."),
                self.tr("Decide"),
                lambda: self.show_tab("conflicts"),
            )

    def _counted(self, left: int, made: int) -> None:
        self._tabs["conflicts"].show_count(left)
        before, self._conflicts = self._conflicts, left + made
        if bool(before) != bool(self._conflicts):
            self._show_decided()
            self._show_keys()
        self._bar.setRange(0, max(1, left + made))
        self._bar.setValue(made)
        self._decided.setText(self.tr("{made} decided of {all}").format(made=made, all=left + made))
        if left:
            self.status.tell("arrows-split", self.tr("%n conflict(s) to decide", "", left), "conf")
        else:
            self.status.tell("check", self.tr("Nothing waits for a decision"), "ok")

    def _open(self, conflict: Conflict) -> None:
        self.go.emit("practice", (conflict.practice, conflict.path))
