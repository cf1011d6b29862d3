"""The page on which a person is given a recovery code, once: shown, printed, kept, then typed in part, before anything is encrypted with it."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication, QTextDocument
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from seeddesk.domain.errors import UserError
from seeddesk.domain.messages import sentence
from seeddesk.gui import errors, i18n, theme
from seeddesk.gui.tasks import Runner
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.notices import Banner
from seeddesk.gui.widgets.text import Text


class RecoveryCodePage(QWidget):
    """`confirmed`: the code, and a centre's public key or "" · `left`: the person does not want it after all."""

    confirmed = Signal(str, str)
    left = Signal()

    def __init__(self, runner: Runner, kind: str, location: str, parent: QWidget | None = None) -> None:
        """kind: ``new``, ``protect`` or ``rekey`` · location: of the catalogue, for the sheet."""
        from seeddesk.services import protecting

        super().__init__(parent)
        theme.ground(self, "base")
        self._runner, self._location = runner, location
        self.letters = protecting.new_code()
        self._groups = self.letters.split("-")
        self._asked = sorted(random.sample(range(len(self._groups)), 2))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.banner = Banner()
        outer.addWidget(self.banner)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(area, 1)
        page = QWidget()
        page.setProperty("bare", "true")
        across = QHBoxLayout(page)
        across.setContentsMargins(64, 64, 64, 32)
        self._steps = QStackedWidget()
        self._steps.setMaximumWidth(theme.scaled(632))
        title, plain, go = self._words(kind)
        self._steps.addWidget(self._make_shown(title, plain))
        self._steps.addWidget(self._make_asked(go))
        across.addWidget(self._steps, 10)
        across.addStretch(1)
        area.setWidget(page)

    def _words(self, kind: str) -> tuple[str, str, str]:
        """What will happen: a title, a paragraph, and the button that does it."""
        if kind == "rekey":
            plain = self.tr("The catalogue and its backups get a new key. The old recovery code opens them no longer.")
            return self.tr("A new key and recovery code"), plain, self.tr("Change the key")
        plain = self.tr(
            "The catalogue and its backups are encrypted: whoever finds the computer or the stick reads nothing. This computer opens them by itself; another one, or this one without its keyring, asks for the recovery code."
        )
        if kind == "new":
            return self.tr("A protected catalogue"), plain, self.tr("Create the catalogue")
        return self.tr("Protect this catalogue"), plain, self.tr("Protect the catalogue")

    def _make_shown(self, title: str, plain: str) -> QWidget:
        page, column = _step()
        column.addWidget(Text(title, "display", wrap=True))
        column.addSpacing(8)
        column.addWidget(Text(plain, "long", "text2", wrap=True))
        column.addSpacing(24)
        column.addWidget(Text(self.tr("Your recovery code, shown only this once"), "heading", wrap=True))
        column.addSpacing(12)
        column.addLayout(self._make_letters())
        column.addSpacing(12)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.print = Button(self.tr("Print…"), Look.PLAIN, "printer")
        self.print.clicked.connect(self._print)
        self.save = Button(self.tr("Save as a file…"), Look.PLAIN, "floppy-disk")
        self.save.clicked.connect(self._save)
        self.copy = Button(self.tr("Copy"), Look.PLAIN, "copy")
        self.copy.clicked.connect(self._copy)
        for button in (self.print, self.save, self.copy):
            line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)
        column.addSpacing(8)
        warning = self.tr(
            "Keep it away from this computer. Without the keyring and without this code, nobody opens the catalogue again: not even we."
        )
        column.addWidget(Text(warning, ink="text2", wrap=True))
        column.addSpacing(24)
        column.addWidget(Text(self.tr("Your centre's key (optional)"), "label"))
        column.addSpacing(4)
        self.centre = QLineEdit()
        self.centre.setAccessibleName(self.tr("Your centre's key (optional)"))
        self.centre.setPlaceholderText("sdc1.…")
        column.addWidget(self.centre)
        column.addSpacing(4)
        column.addWidget(
            Text(
                self.tr("If the centre gave you one, it too can reopen this catalogue when the code is lost."),
                "hint",
                "text3",
                wrap=True,
            )
        )
        column.addSpacing(24)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.noted = Button(self.tr("I have noted it"), Look.PRIMARY, height=40)
        self.noted.clicked.connect(self._ask)
        self.leave = Button(self.tr("Not now"), Look.FLAT, height=40)
        self.leave.clicked.connect(self.left)
        line.addWidget(self.noted)
        line.addWidget(self.leave)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(1)
        return page

    def _make_letters(self) -> QGridLayout:
        """The eight groups, numbered, in letters of equal width."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        letters = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        letters.setPixelSize(theme.scaled(22))
        self.shown = []
        for number, group in enumerate(self._groups):
            both = QHBoxLayout()
            both.setSpacing(8)
            both.addWidget(Text(str(number + 1), "hint", "text3"))
            text = Text(group)
            text.setFont(letters)
            text.setAccessibleName(
                self.tr("Group {number}: {letters}").format(number=number + 1, letters=" ".join(group))
            )
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            both.addWidget(text)
            both.addStretch(1)
            grid.addLayout(both, number // 4, number % 4)
            self.shown.append(text)
        return grid

    def _make_asked(self, go: str) -> QWidget:
        page, column = _step()
        column.addWidget(Text(self.tr("Read it back from your note"), "display", wrap=True))
        column.addSpacing(8)
        plain = self.tr("Two of its eight groups are enough. Nothing was encrypted yet.")
        column.addWidget(Text(plain, "long", "text2", wrap=True))
        column.addSpacing(24)
        self.typed: list[QLineEdit] = []
        for number in self._asked:
            label = self.tr("Group {number}").format(number=number + 1)
            column.addWidget(Text(label, "label"))
            column.addSpacing(4)
            line = QLineEdit()
            line.setAccessibleName(label)
            line.setMaximumWidth(theme.scaled(200))
            line.returnPressed.connect(self._confirm)
            column.addWidget(line)
            column.addSpacing(16)
            self.typed.append(line)
        column.addSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.go = Button(go, Look.PRIMARY, height=40)
        self.go.clicked.connect(self._confirm)
        self.back = Button(self.tr("See the code again"), Look.FLAT, height=40)
        self.back.clicked.connect(lambda: self._show(0))
        line.addWidget(self.go)
        line.addWidget(self.back)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(1)
        return page

    def _show(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        (self.typed[0] if step else self.noted).setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        from seeddesk.services import protecting

        try:
            self.centre.setText(protecting.centre_key_of(self.centre.text()))
        except UserError as error:
            self.banner.say("bad", "", errors.words(error))
            self.centre.setFocus()
            return
        self.banner.hide()
        self._show(1)

    def _confirm(self) -> None:
        for line, number in zip(self.typed, self._asked, strict=True):
            typed = line.text().strip().upper().translate(str.maketrans("ILO", "110"))
            if typed != self._groups[number]:
                said = self.tr("Group {number} reads otherwise. Compare it with your note.").format(number=number + 1)
                self.banner.say("warn", "", said)
                line.setFocus()
                line.selectAll()
                return
        self.confirmed.emit(self.letters, self.centre.text())

    # -- noting it -----------------------------------------------------------------------------------------------------

    def _sheet(self) -> str:
        day = i18n.day(date.today())
        return sentence("protect-sheet", i18n.language(), letters=self.letters, path=self._location, day=day)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.letters)
        self.banner.say(
            "ok",
            self.tr("Copied."),
            self.tr("Paste it where it is safe, then copy something else: other programs can read what was copied."),
        )

    def _save(self) -> None:
        from seeddesk.services import protecting

        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the recovery code"), self.tr("SeedDesk recovery code.txt"), self.tr("Text (*.txt)")
        )
        if path:
            text = self._sheet()
            self._runner.long(
                self,
                lambda progress: protecting.write_sheet(Path(path), text),
                lambda _: self.banner.say(
                    "ok",
                    self.tr("Saved."),
                    self.tr("Move {name} to a stick or print it: beside the catalogue it protects nothing.").format(
                        name=Path(path).name
                    ),
                ),
                failed=lambda error: self.banner.say("bad", "", errors.words(error)),
            )

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        if dialog.exec():
            document = QTextDocument()
            document.setPlainText(self._sheet())
            document.print_(printer)


def _step() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return page, column
