"""Returned dossiers that have a password: one for all, or one for each, asked for in the page before the plan."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from seeddesk.domain.report import FileReport
from seeddesk.gui import theme
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.check import CheckRow
from seeddesk.gui.widgets.secret_line import SecretLine
from seeddesk.gui.widgets.text import Elided, Text

LOCKED, WRONG = "password", "dossier-password-wrong"


class LockedFiles(QWidget):
    """`opened`: passwords by the files' paths, and under "" the one for all the rest."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.ground(self, "window", "bottom")
        self._used: dict[str, str] = {}
        self.each: dict[str, SecretLine] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        self.said = Text("", "label", wrap=True)
        column.addWidget(self.said)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.all = SecretLine(self.tr("Password of all of them"))
        self.all.setFixedWidth(theme.scaled(280))
        self.all.entered.connect(self._go)
        self.go = Button(self.tr("Open them"), Look.PLAIN, "lock-open")
        self.go.clicked.connect(self._go)
        self.apart = CheckRow(self.tr("One for each"))
        self.apart.setFixedWidth(theme.scaled(160))
        self.apart.toggled.connect(self._show_apart)
        row.addWidget(self.all)
        row.addWidget(self.go)
        row.addWidget(self.apart)
        row.addStretch(1)
        column.addLayout(row)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setMaximumHeight(theme.scaled(180))
        column.addWidget(self._area)
        self.hide()

    def show_report(self, files: Sequence[FileReport]) -> None:
        """Ask for the passwords of the files that were refused for want of one, or because it was wrong."""
        waiting = [one for one in files if one.reason in (LOCKED, WRONG)]
        wrong = [one for one in waiting if one.reason == WRONG]
        self.setVisible(bool(waiting))
        if not waiting:
            self._used = {}
            return
        words = self.tr("%n dossier(s) locked with a password.", "", len(waiting))
        if wrong:
            words += " " + self.tr(
                "The password does not open %n of them. Passwords tell capitals from small letters.", "", len(wrong)
            )
        self.said.setText(words)
        self.said.set_ink("bad" if wrong else "text")
        self._list(waiting)
        self.apart.setVisible(len(waiting) > 1)
        self._show_apart()
        self.all.line.selectAll()

    def _list(self, waiting: Sequence[FileReport]) -> None:
        page = QWidget()
        page.setProperty("bare", "true")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.each = {}
        for one in waiting:
            name = Path(one.path).name
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(Elided(name, "body"), 1)
            if one.reason == WRONG:
                row.addWidget(Text(self.tr("wrong password"), "hint", "bad"))
            secret = SecretLine(self.tr("Password of {name}").format(name=name))
            secret.setFixedWidth(theme.scaled(240))
            secret.entered.connect(self._go)
            row.addWidget(secret)
            self.each[one.path] = secret
            column.addLayout(row)
        self._area.setWidget(page)

    def _show_apart(self) -> None:
        on = self.apart.isChecked() and len(self.each) > 1
        self._area.setVisible(on)
        self.all.setVisible(not on)

    def _go(self) -> None:
        """Those that opened before keep the password that opened them."""
        if self.apart.isChecked() and len(self.each) > 1:
            given = {path: secret.text() for path, secret in self.each.items() if secret.text()}
        else:
            given = dict.fromkeys(self.each, self.all.text()) if self.all.text() else {}
        if given:
            self._used = {**self._used, **given}
            self.opened.emit(self._used)
