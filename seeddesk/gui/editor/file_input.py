"""A file as an answer: choose or drop it; a picture is shown small."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from seeddesk.domain.form import Field
from seeddesk.domain.values import Value
from seeddesk.gui import theme
from seeddesk.gui.desk import Desk
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.text import Text


class FileInput(QWidget):
    """`edited` gives ``sha256:<hex>`` once the file is kept in the catalogue; the original stays where it is."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, field: Field, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._value: Value = None
        self.setAcceptDrops(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._picture = QLabel()
        self._picture.setVisible(False)
        row.addWidget(self._picture)
        column = QVBoxLayout()
        column.setSpacing(4)
        self._said = Text("", "hint", "text2")
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        self.choose = Button(self.tr("Choose a file"), Look.PLAIN, "folder-open")
        self.choose.clicked.connect(self._choose)
        self._drop = Button("", Look.FLAT, "x", name=self.tr("Take the file out"))
        self._drop.clicked.connect(lambda: self._set(None))
        buttons.addWidget(self.choose)
        buttons.addWidget(self._drop)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self._said)
        row.addLayout(column, 1)
        self.show_value(None)

    def show_value(self, value: Value) -> None:
        """Show what is kept."""
        self._value = value
        kept = isinstance(value, str) and value.startswith("sha256:")
        self._drop.setVisible(kept)
        self._picture.hide()
        self._said.setText(self.tr("Kept in the catalogue.") if kept else self.tr("Or drop it here."))
        if kept:
            from seeddesk.services import recording

            self._desk.read(self, lambda ws: recording.file_bytes(ws, value), self._show_picture, failed=self._not_here)

    def _show_picture(self, data: bytes) -> None:
        picture = QPixmap()
        if len(data) < 40_000_000 and picture.loadFromData(data):
            side = theme.scaled(72)
            small = picture.scaled(
                side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            self._picture.setPixmap(small)
            self._picture.setAccessibleName(self.tr("Small view of the picture"))
            self._picture.show()
        self._said.setText(self.tr("{size} kB, kept in the catalogue.").format(size=max(1, len(data) // 1000)))

    def _not_here(self, _: object) -> None:
        self._said.setText(self.tr("The file is not here yet."))

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a file"))
        if path:
            self.keep(path)

    def keep(self, path: str) -> None:
        """Keep a file and answer with it."""
        from seeddesk.services import recording

        self._said.setText(self.tr("Keeping {name}…").format(name=Path(path).name))
        self._desk.write(self, lambda ws: recording.keep_file(ws, Path(path)), self._set)

    def _set(self, value: Value) -> None:
        self.show_value(value)
        self.edited.emit(value)
        self.left.emit()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """To the button."""
        self.choose.setFocus(reason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file, please."""
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep what was dropped."""
        event.acceptProposedAction()
        self.keep(event.mimeData().urls()[0].toLocalFile())
