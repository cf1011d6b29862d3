"""The files of a practice to look at: a small picture of each, what is said of it, what is wrong with that, open and save."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from seeddesk.gui import errors, i18n, icons, theme
from seeddesk.gui.desk import Desk
from seeddesk.gui.editor.media import open_bytes, suffix_of
from seeddesk.gui.editor.photo_tools import look_up
from seeddesk.gui.widgets.bars import Mark
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.flow import Flow
from seeddesk.gui.widgets.text import Text, rule

if TYPE_CHECKING:
    from seeddesk.services.attached import Attached

SIDE = 96  # pixels of a small picture's longer side at factor 1


class AttachedList(QScrollArea):
    """`said`: words for what was done."""

    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.files: list[FileRow] = []
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Attachments"))

    def show_files(self, found: Sequence[Attached]) -> None:
        """Show these files; where there are none, how they come here."""
        holder = QWidget()
        holder.setProperty("bare", "true")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 8, 8, 16)
        column.setSpacing(16)
        self.files = []
        for number, file in enumerate(found):
            if number:
                column.addWidget(rule())
            row = FileRow(self._desk, file)
            row.said.connect(self.said)
            self.files.append(row)
            column.addWidget(row)
        if not found:
            column.addWidget(
                Text(
                    self.tr(
                        "No files yet. Open the practice and drop photos, recordings or documents on its attachments."
                    ),
                    ink="text2",
                    wrap=True,
                )
            )
        column.addStretch(1)
        self.setWidget(holder)


class FileRow(QWidget):
    """One file."""

    OFFERS = True  # its buttons, to the command palette

    said = Signal(str)

    def __init__(self, desk: Desk, file: Attached) -> None:
        super().__init__()
        self._desk, self.file = desk, file
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        side = theme.scaled(SIDE)
        self.picture = QLabel()
        self.picture.setFixedWidth(side)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.picture.setPixmap(icons.icon("file-text", "text3").pixmap(theme.scaled(28), theme.scaled(28)))
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(Text(file.name, "label", wrap=True))
        self.about = Text("", "hint", "text2", wrap=True)
        column.addWidget(self.about)
        for label, words in file.facts:
            column.addWidget(Text(self.tr("{label}: {words}").format(label=label, words=words), "body", wrap=True))
        for words in file.wrong:
            column.addLayout(_marked("warning-circle", "bad", words))
        if file.missing:
            names = ", ".join(file.missing)
            column.addLayout(_marked("warning", "warn", self.tr("Still missing: {names}").format(names=names)))
        buttons = Flow()
        self.open = Button(self.tr("Open"), Look.PLAIN, "arrow-square-out", height=28)
        self.save = Button(self.tr("Save as…"), Look.PLAIN, "download-simple", height=28)
        self.open.clicked.connect(lambda: self._with_bytes(lambda data: open_bytes(data, "")))
        self.save.clicked.connect(lambda: self._with_bytes(self._save))
        for button in (self.open, self.save):
            button.setAccessibleName(f"{button.text()}: {file.name}")
            button.setEnabled(file.size is not None)
            buttons.addWidget(button)
        column.addLayout(buttons)
        row.addLayout(column, 1)
        self._tell("")
        if file.size is not None:
            look_up(desk, self, file.value, side, lambda found: self._show(found[0].size, found[1]), lambda _: None)

    def _tell(self, pixels: str) -> None:
        file = self.file
        size = (
            self.tr("not here yet")
            if file.size is None
            else QLocale(i18n.language()).formattedDataSize(file.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        )
        self.about.setText(" · ".join(filter(None, (file.question, pixels, size))))

    def _show(self, size: tuple[int, int] | None, picture: QImage | None) -> None:
        if size is not None:
            self._tell(self.tr("{wide} x {high} pixels").format(wide=size[0], high=size[1]))
        if picture is not None:
            self.picture.setPixmap(QPixmap.fromImage(picture))
            self.picture.setAccessibleName(self.tr("Small view of {name}").format(name=self.file.name))

    def _with_bytes(self, then) -> None:  # noqa: ANN001 - what to do with the bytes
        from seeddesk.services import recording

        value = self.file.value
        self._desk.read(self, lambda ws: recording.file_bytes(ws, value), then, failed=self._failed)

    def _save(self, data: bytes) -> None:
        from seeddesk.services import attached

        wanted = re.sub(r"[\\/:*?\"<>|\s]+", " ", self.file.name).strip()[:80] + suffix_of(data)
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy"), wanted)
        if name:
            value, path = self.file.value, Path(name)
            self._desk.read(
                self,
                lambda ws: attached.save_copy(ws, value, path),
                lambda made: self.said.emit(self.tr("Saved: {name}").format(name=made.name)),
                failed=self._failed,
            )

    def _failed(self, error) -> None:  # noqa: ANN001 - a person's error
        self.about.setText(errors.words(error))


def _marked(icon: str, ink: str, words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(Mark(icon, 14, ink), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(words, "body", ink, wrap=True), 1)
    return row
