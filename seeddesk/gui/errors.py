"""The one module that tells people of errors: a sentence and a next step for theirs, a report to copy for ours."""

from __future__ import annotations

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from seeddesk import __version__
from seeddesk.domain.errors import UserError
from seeddesk.domain.messages import sentence
from seeddesk.gui import i18n, theme
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.text import Text


def words(error: UserError) -> str:
    """The sentence of an error in the person's language."""
    return sentence(error.code, i18n.language(), **error.arguments)


def report(error: BaseException) -> str:
    """What a person can copy and send: versions and the place of the failure; none of their data."""
    import platform

    lines = traceback.format_exception(type(error), error, error.__traceback__)
    return "\n".join(
        (
            f"SeedDesk {__version__}, Qt {qVersion()}, Python {platform.python_version()}, {platform.platform()}",
            "",
            "".join(lines).rstrip(),
        )
    )


class BugReport(QDialog):
    """Says that something of ours broke, that the work is safe, and offers the report."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("SeedDesk made a mistake"))
        self.resize(640, 420)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(Text(self.tr("SeedDesk made a mistake"), "title"))
        column.addWidget(
            Text(
                self.tr(
                    "What was saved is safe. Copy the report and send it to whoever looks after SeedDesk, then go on working."
                ),
                ink="text2",
                wrap=True,
            )
        )
        self._text = QPlainTextEdit(report(error))
        self._text.setReadOnly(True)
        self._text.setFont(theme.font("hint"))
        self._text.setAccessibleName(self.tr("Report"))
        column.addWidget(self._text, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        copy = Button(self.tr("Copy the report"), Look.PLAIN, "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._text.toPlainText()))
        close = Button(self.tr("Go on"), Look.PRIMARY)
        close.clicked.connect(self.close)
        row.addWidget(copy)
        row.addWidget(close)
        column.addLayout(row)
        close.setFocus()


class Watch(QObject):
    """Catches what no code caught, on any thread, and hands it to the window."""

    caught = Signal(object)

    def install(self) -> None:
        """Listen from now on."""
        sys.excepthook = self._hook

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if isinstance(error, Exception):
            self.caught.emit(error)
