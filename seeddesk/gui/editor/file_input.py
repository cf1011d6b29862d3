"""A file as an answer: choose or drop it, see it small, open it, take it out; a photo also turned and sized for the dossier."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QMimeDatabase, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from seeddesk.domain.filed import filed
from seeddesk.domain.form import Field
from seeddesk.domain.values import Value
from seeddesk.gui import errors, theme
from seeddesk.gui.editor.asking import Asking
from seeddesk.gui.editor.media import open_bytes
from seeddesk.gui.editor.photo_tools import PhotoTools, look_up
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.text import Text

if TYPE_CHECKING:
    from seeddesk.domain.errors import UserError
    from seeddesk.services.photos import Facts
    from seeddesk.services.workspace import Workspace

ANY = {"application/*", "*/*"}  # how forms write "a file of any kind"
SMALL = 96  # pixels of a thumbnail's longer side at factor 1


class FileInput(QWidget):
    """`edited` gives ``sha256:<hex>`` once the file is kept in the catalogue; the original stays where it is."""

    OFFERS = True  # its buttons, to the command palette

    edited = Signal(object)
    left = Signal()

    def __init__(self, field: Field, path: str, asking: Asking) -> None:
        super().__init__()
        self._desk, self._path, self._taken_out = asking.desk, path, lambda: asking.taken_out
        self._session = asking.session
        kinds = [each.strip() for each in field.accepts.split(",") if each.strip()]
        self._kinds = [] if ANY & set(kinds) else kinds
        self._read_only = field.read_only
        self._value: Value = None
        self.setAcceptDrops(not field.read_only)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._picture = QLabel()
        self._picture.setAccessibleName(self.tr("Small view of the picture"))
        self._picture.hide()
        row.addWidget(self._picture)
        column = QVBoxLayout()
        column.setSpacing(4)
        self._said = Text("", "hint", "text2", wrap=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        self.choose = Button(self._wanted(), Look.PLAIN, "folder-open")
        self.choose.clicked.connect(self._choose)
        self.open = Button(self.tr("Open"), Look.FLAT, "arrow-square-out")
        self.open.clicked.connect(self._open)
        self.drop = Button("", Look.FLAT, "x", name=self.tr("Take the file out"))
        self.drop.clicked.connect(self._take_out)
        for button in (self.choose, self.open, self.drop):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self._said)
        self.tools = PhotoTools(self.fetch)
        self.tools.edited.connect(self._set)
        self.tools.failed.connect(self._said.setText)
        if not field.read_only:
            column.addWidget(self.tools)
        else:
            self.tools.setParent(self)
        row.addLayout(column, 1)
        self.show_value(None)

    def _wanted(self) -> str:
        kind = self._kinds[0].partition("/")[0] if self._kinds else ""
        return {
            "image": self.tr("Choose a picture"),
            "audio": self.tr("Choose a recording"),
            "video": self.tr("Choose a film"),
        }.get(kind, self.tr("Choose a file"))

    def show_value(self, value: Value) -> None:
        """Show what is kept."""
        self._value = value
        kept = filed(value) is not None
        self.choose.setText(self.tr("Replace") if kept else self._wanted())
        self.choose.setVisible(not self._read_only)
        self.drop.setVisible(kept and not self._read_only)
        self.open.setVisible(kept)
        self._said.setText(self.tr("Kept in the catalogue.") if kept else self.tr("Or drop it here."))
        if kept:
            look_up(
                self._desk,
                self,
                value,
                theme.scaled(SMALL),
                lambda found: self._show(value, *found),
                self._not_here,
                soon=True,
            )
        else:
            self._picture.hide()
            self.tools.hide()

    def _with_bytes(self, then: Callable[[bytes], object]) -> None:
        from seeddesk.services import recording

        value = self._value
        self._desk.read(self, lambda ws: recording.file_bytes(ws, value), then, failed=self._not_here)

    def _show(self, value: Value, facts: Facts, picture: QImage | None) -> None:
        if value != self._value:
            return  # another one meanwhile
        self._picture.setVisible(picture is not None)
        if picture is not None:
            self._picture.setPixmap(QPixmap.fromImage(picture))
        size = max(1, facts.length // 1000)
        said = self.tr("{size} kB, kept in the catalogue.").format(size=size)
        if facts.size is not None:
            wide, high = facts.size
            if facts.foreign:
                said = self.tr(
                    "A photo of a kind (HEIC, AVIF) that is kept whole, but can be shown neither here nor in the dossier. Save it as JPEG where it comes from (on an "
                    "iPhone: Settings, Camera, Formats, Most Compatible) and put that here."
                )
            elif not facts.fits:
                said = self.tr(
                    "A picture of {millions} million pixels: it is kept whole, but it is too large to be shown and for the dossier. "
                    "Add a smaller copy of it."
                ).format(millions=wide * high // 1_000_000)
            else:
                said = self.tr("{wide} x {high} pixels, {size} kB, kept whole in the catalogue.").format(
                    wide=wide, high=high, size=size
                )
        self._said.setText(said)
        self.tools.show_photo(value, facts)

    def _not_here(self, _: object) -> None:
        self._picture.hide()
        self.tools.hide()
        self._said.setText(self.tr("The file is not here yet."))

    def _open(self) -> None:
        self._with_bytes(lambda data: open_bytes(data, ""))

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self._wanted(), "", self._filter())
        if path:
            self.keep(path)

    def _filter(self) -> str:
        """What the dialogue offers: the kinds the question asks for, then everything."""
        names = QMimeDatabase()
        kinds = self._kinds
        globs = [each if each.startswith("*") else f"*{each}" for each in kinds if each.startswith((".", "*."))]
        for kind in names.allMimeTypes() if any("/" in each for each in kinds) else ():
            if any(
                kind.name() == each or (each.endswith("/*") and kind.name().startswith(each[:-1])) for each in kinds
            ):
                globs += kind.globPatterns()
        fitting = f"{self._wanted()} ({' '.join(sorted(set(globs)))});;" if globs else ""
        return f"{fitting}{self.tr('Every file')} (*)"

    def _fits(self, path: str) -> bool:
        name = QMimeDatabase().mimeTypeForFile(path).name()
        return not self._kinds or any(
            path.lower().endswith(each.lower().lstrip("*"))
            if each.startswith((".", "*."))
            else each == name or (each.endswith("/*") and name.startswith(each[:-1]))
            for each in self._kinds
        )

    def keep(self, path: str) -> None:
        """Keep a file and answer with it, if it is of the kind asked for."""
        from seeddesk.services import recording

        name = Path(path).name
        if not self._fits(path):
            self._said.setText(
                self.tr("{name} is not what this question asks for. {wanted}.").format(name=name, wanted=self._wanted())
            )
            return
        self._said.setText(self.tr("Keeping {name}…").format(name=name))
        self.fetch(lambda ws: recording.keep_file(ws, Path(path)), self._refused)

    def fetch(self, work: Callable[[Workspace], str], failed: Callable[[UserError], None]) -> None:
        """Answer with what a verb keeps, also when the page is drawn anew meanwhile; not when its row is gone."""

        def kept(value: str) -> None:
            if not self._session.record.alive(self._path):
                return
            if shiboken6.isValid(self):
                self._set(value)
            else:
                self._session.change({self._path: value})

        def refused(error: UserError) -> None:
            if shiboken6.isValid(self):
                failed(error)
            else:
                self._desk.runner.user_error.emit(error)

        self._session.bring(self._desk.write, work, kept, refused)

    def _refused(self, error: UserError) -> None:
        self.show_value(self._value)
        self._said.setText(errors.words(error))

    def _set(self, value: Value) -> None:
        self.show_value(value)
        self.edited.emit(value)
        self.left.emit()

    def _take_out(self) -> None:
        before = {self._path: self._value}
        self._set(None)
        self._taken_out().say(self.tr("File taken out"), self._path, before)
        self.setFocus(Qt.FocusReason.TabFocusReason)  # the button that had it is gone

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """To the button."""
        self.choose.setFocus(reason)

    def name(self, label: str) -> None:
        """Name the buttons after the question."""
        self.choose.setAccessibleName(f"{label}: {self.choose.text()}")
        self.open.setAccessibleName(f"{label}: {self.open.text()}")
        self.drop.setAccessibleName(f"{label}: {self.tr('Take the file out')}")
        self.tools.name(label)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file, please."""
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep what was dropped."""
        event.acceptProposedAction()
        self.keep(event.mimeData().urls()[0].toLocalFile())
