"""What is shown when something of ours broke: that the work is safe, and a report to copy."""

from __future__ import annotations

import traceback

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from seeddesk import __version__
from seeddesk.gui import theme
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.text import Text


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
