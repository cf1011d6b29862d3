"""What can be done with a photo that is an answer: turn it, say how large a dossier shows it, see what the camera wrote into it and take that out."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import shiboken6
from PySide6.QtCore import QLocale, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from seeddesk.domain.filed import Filed, filed
from seeddesk.domain.values import Value
from seeddesk.gui import errors, i18n, icons, theme
from seeddesk.gui.editor.media import image_of
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.segment import Segment
from seeddesk.gui.widgets.text import Text

if TYPE_CHECKING:
    from seeddesk.domain.errors import UserError
    from seeddesk.gui.desk import Desk
    from seeddesk.services.photos import Facts
    from seeddesk.services.workspace import Workspace

MEDIUM, SMALL = "1000", "600"  # pixels of the longer side in a dossier; without a word, as many as it takes


class PhotoTools(QWidget):
    """Shown only for photos. `edited`: the answer turned, sized, or without the camera's notes · `failed`: a sentence."""

    edited = Signal(object)
    failed = Signal(str)

    def __init__(self, fetch: Callable[[Callable[[Workspace], str], Callable[[UserError], None]], None]) -> None:
        """fetch: answers with what a verb keeps, or has it said why not."""
        super().__init__()
        self._fetch = fetch
        self._kept: Filed | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        self._shaping = QWidget()
        row = QHBoxLayout(self._shaping)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.left_turn = Button("", Look.FLAT, "arrow-counter-clockwise", name=self.tr("Turn left"))
        self.right_turn = Button("", Look.FLAT, "arrow-clockwise", name=self.tr("Turn right"))
        for button, by in ((self.left_turn, -90), (self.right_turn, 90)):
            button.clicked.connect(lambda _=False, by=by: self._turn(by))
            row.addWidget(button)
        self.size = Segment(
            [("", self.tr("Large")), (MEDIUM, self.tr("Medium")), (SMALL, self.tr("Small"))],
            self.tr("Size in the dossier"),
        )
        self.size.chosen.connect(self._resize)
        row.addSpacing(8)
        row.addWidget(Text(self.tr("In the dossier:"), "hint", "text2"))
        row.addWidget(self.size)
        row.addStretch(1)
        column.addWidget(self._shaping)
        self.noted = Text("", "hint", "text2", wrap=True)
        column.addWidget(self.noted)
        self.remove = Button(self.tr("Take this out of the file"), Look.LINK, "eraser")
        self.remove.setToolTip(
            self.tr(
                "Keeps a copy without it from now on. The file as it was stays in the history of this catalogue; no dossier carries it."
            )
        )
        self.remove.setAccessibleDescription(self.remove.toolTip())
        self.remove.clicked.connect(self._clean)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_photo(self, value: Value, facts: Facts) -> None:
        """For a photo that a dossier can show; hidden for anything else."""
        self._kept = filed(value)
        able = self._kept is not None and facts.size is not None and facts.fits and not facts.foreign
        if self._kept is not None:
            self.size.set_value("" if not self._kept.longest else MEDIUM if self._kept.longest > int(SMALL) else SMALL)
        self._shaping.setVisible(able)
        said = self._said(facts)
        self.noted.setText(said)
        self.noted.setVisible(bool(said))
        self.remove.setVisible(facts.notes.any)
        self.setVisible(able or facts.notes.any)

    def name(self, label: str) -> None:
        """Name the buttons after the question."""
        for button, words in (
            (self.left_turn, self.tr("Turn left")),
            (self.right_turn, self.tr("Turn right")),
            (self.remove, self.remove.text()),
        ):
            button.setAccessibleName(f"{label}: {words}")

    def _said(self, facts: Facts) -> str:
        notes = facts.notes
        if not notes.any:
            return ""
        found = [notes.camera, notes.writer, _when(notes.taken)]
        if notes.place is not None:
            here = QLocale(i18n.language())
            there = " ".join(here.toString(each, "f", 4) for each in notes.place)
            found.append(self.tr("place {place}").format(place=there))
        said = [each for each in found if each]
        if not said:
            return self.tr("The file also carries data of the camera or the program that made it.")
        return self.tr("The file also says: {facts}.").format(facts=", ".join(said))

    def _turn(self, by: int) -> None:
        if self._kept is not None:
            self.edited.emit(replace(self._kept, turn=(self._kept.turn + by) % 360).value)

    def _resize(self, code: str) -> None:
        if self._kept is not None:
            self.edited.emit(replace(self._kept, longest=int(code or 0)).value)

    def _clean(self) -> None:
        from seeddesk.services import photos

        assert self._kept is not None
        value = self._kept.value
        self._fetch(lambda ws: photos.without_notes(ws, value), lambda error: self.failed.emit(errors.words(error)))


def look_up(
    desk: Desk,
    owner: QObject,
    value: Value,
    side: int,
    then: Callable[[tuple[Facts, QImage | None]], None],
    failed: Callable[[object], None],
    soon: bool = False,
) -> None:
    """What is known of a file, and its picture no larger than so many pixels: read, decoded and turned off the window's thread, one after the other.
    soon: before those that wait already."""
    from seeddesk.services import photos

    kept = filed(value)
    turn = kept.turn if kept is not None else 0

    def both(ws: Workspace) -> tuple[Facts, QImage | None]:
        facts = photos.facts(ws, value)
        picture = image_of(facts.data, side, side, turn)
        if picture is None and facts.size is not None and facts.fits and not facts.foreign:
            read = photos.as_jpeg(facts.data)
            picture = None if read is None else image_of(read, side, side, turn)
        return facts, picture

    lookups = desk.findChild(_LookUps) or _LookUps(desk)
    lookups.ask(_Wish(owner, both, then, failed), soon)


class _Wish(NamedTuple):
    """What is to be looked up, for whom, and who is told."""

    owner: QObject
    work: Callable[[Workspace], Any]
    then: Callable[[Any], None]
    failed: Callable[[Any], None]


class _LookUps(QObject):
    """One at a time, so that a search typed beside two hundred photos waits for one of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._waiting: deque[_Wish] = deque()
        self._busy = False

    def ask(self, wish: _Wish, soon: bool) -> None:
        """Look one up when its turn comes."""
        (self._waiting.appendleft if soon else self._waiting.append)(wish)
        if not self._busy:
            self._next()

    def _next(self) -> None:
        self._busy = False
        while self._waiting and not self._busy:
            wish = self._waiting.popleft()
            if shiboken6.isValid(wish.owner):
                self._busy = True
                self._look(wish)

    def _look(self, wish: _Wish) -> None:
        def if_there(tell: Callable[[Any], None]) -> Callable[[Any], None]:
            return lambda found: tell(found) if shiboken6.isValid(wish.owner) else None

        self._desk.read(self, wish.work, if_there(wish.then), failed=if_there(wish.failed), ended=self._next)


class Thumbnail(QWidget):
    """A photo as small as a line of text, or the sign of a file. Of one size whatever it shows: a page with hundreds is not laid out anew for each."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._value: Value = None
        self._picture: QPixmap | None = None
        self.setFixedSize(theme.scaled(32), theme.scaled(32))
        self.setAccessibleName(self.tr("Small view of the picture"))
        self.hide()

    def show_value(self, value: Value) -> None:
        """Another file, or the same one turned."""
        if value == self._value:
            return
        self._value, self._picture = value, None
        self.setVisible(filed(value) is not None)
        self.update()
        if filed(value) is not None:
            look_up(self._desk, self, value, self.width(), lambda found: self._show(value, found[1]), lambda _: None)

    def _show(self, value: Value, picture: QImage | None) -> None:
        if value == self._value and picture is not None:
            self._picture = QPixmap.fromImage(picture)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """In the middle."""
        painter = QPainter(self)
        if self._picture is not None:
            shown = self._picture.rect()
            shown.moveCenter(self.rect().center())
            painter.drawPixmap(shown, self._picture)
        else:
            side = theme.scaled(20)
            box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
            icons.paint(painter, box, "file", theme.colour("text3"))


def _when(taken: str) -> str:
    """``12 marzo 2024, 10:32``; what the camera wrote where that is no time."""
    try:
        day = i18n.day(date.fromisoformat(taken[:10]))
    except ValueError:
        return taken
    return f"{day}, {taken[11:]}" if taken[11:] else day
