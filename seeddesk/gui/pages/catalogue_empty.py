"""What an empty catalogue says: three ways to begin, each one button."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from seeddesk.gui import theme
from seeddesk.gui.desk import Desk
from seeddesk.gui.widgets.bars import Mark
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.tall import tall
from seeddesk.gui.widgets.text import Text, rule


class EmptyCatalogue(QWidget):
    """`first`: the button to begin with · `sampled`: a sample catalogue is wanted."""

    go = Signal(str, object)
    sampled = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        page, _ = tall(self)
        page.setContentsMargins(16, 16, 16, 16)
        outer = QHBoxLayout()
        page.addLayout(outer)
        outer.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(0)
        outer.addLayout(column, 8)
        outer.addStretch(1)
        column.addStretch(2)
        column.addWidget(Text(self.tr("The catalogue is empty"), "display", wrap=True))
        column.addSpacing(8)
        column.addWidget(Text(self.tr("Begin here. Every step can be undone."), "long", "text2", wrap=True))
        column.addSpacing(24)
        self.first = Button(self.tr("New practice"), Look.PRIMARY, key="Ctrl+N", height=40)
        self.first.clicked.connect(lambda: self.go.emit("practice", "new"))
        choose = Button(self.tr("Choose files"), key="Ctrl+I", height=40)
        choose.clicked.connect(lambda: self.go.emit("merge", "choose"))
        desk.guard(self.first, choose)
        look = Button(self.tr("Open the sample"), height=40)
        look.clicked.connect(self.sampled)
        blank = Button(self.tr("Save a blank"), height=40)
        blank.clicked.connect(self.save_blank)
        for icon, title, words, button in (
            (
                "note-pencil",
                self.tr("Record a practice"),
                self.tr("Title and place are enough; the rest can wait."),
                self.first,
            ),
            ("tray", self.tr("Import dossiers"), self.tr("Drop Word files here, or a table, or a folder."), choose),
            (
                "compass",
                self.tr("Look around a sample catalogue"),
                self.tr("A few invented practices in a file of their own: try anything, then come back to yours."),
                look,
            ),
            (
                "file-text",
                self.tr("Send a blank dossier"),
                self.tr("Whoever has Word fills it in, and it comes back as a practice."),
                blank,
            ),
        ):
            column.addWidget(rule())
            column.addLayout(self._line(icon, title, words, button))
        column.addWidget(rule())
        self.bin = Button("", Look.LINK, "trash")
        self.bin.clicked.connect(lambda: self.go.emit("bin", None))
        column.addSpacing(12)
        column.addWidget(self.bin, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(3)
        self.show_deleted(0)

    def _line(self, icon: str, title: str, words: str, button: Button) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 16, 0, 16)
        row.setSpacing(20)
        row.addWidget(Mark(icon, 28, "accent" if button is self.first else "text2"))
        both = QVBoxLayout()
        both.setSpacing(2)
        both.addWidget(Text(title, "heading", wrap=True))
        both.addWidget(Text(words, ink="text2", wrap=True))
        row.addLayout(both, 1)
        button.setMinimumWidth(theme.scaled(200))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def show_deleted(self, count: int) -> None:
        """How many practices are in the bin."""
        self.bin.setText(self.tr("%n practice(s) in the recycle bin", "", count))
        self.bin.setVisible(count > 0)

    def save_blank(self) -> None:
        """An empty dossier, for people who have no SeedDesk."""
        from seeddesk.services import exporting

        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save a blank dossier"), self.tr("blank dossier.docx"), "Word (*.docx)"
        )
        if path:
            lang = self._desk.lang
            self._desk.read(self, lambda ws: exporting.blank(ws, Path(path), lang), lambda _: None)
