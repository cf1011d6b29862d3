"""Notes beside a field: what SeedDesk has to say about it. In the gutter beside its label line, where two would collide the later moves down;
under the field where there is no gutter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from seeddesk.gui import icons, theme
from seeddesk.gui.widgets.bars import Keys
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.flow import Flow
from seeddesk.gui.widgets.text import Text


@dataclass(frozen=True, eq=False)
class Note:
    """One note. icon and ink: its mark · bold, plain: its sentences · actions: (words, what they do) · keys: (key, words)."""

    icon: str
    ink: str
    bold: str = ""
    plain: str = ""
    actions: tuple[tuple[str, Callable[[], object]], ...] = ()
    keys: tuple[tuple[str, str], ...] = ()

    @property
    def said(self) -> tuple[object, ...]:
        """What a person sees of it: two notes that say the same are shown once."""
        return self.icon, self.ink, self.bold, self.plain, tuple(words for words, _ in self.actions), self.keys


def problem(words: str) -> Note:
    """A problem in the form's words: the first sentence says what, the rest what to do."""
    first, dot, rest = words.partition(". ")
    return Note("warning", "bad", first if dot else words.removesuffix("."), rest)


class NoteBox(QWidget):
    """A note on the page."""

    OFFERS = True  # its buttons, to the command palette

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note: Note | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.scaled(16) + 8, 0, 0, 0)
        column.setSpacing(2)
        self.bold = Text(role="small", wrap=True)
        self.plain = Text(role="hint", ink="text2", wrap=True)
        column.addWidget(self.bold)
        column.addWidget(self.plain)
        self._foot = QWidget()
        self._flow = Flow(self._foot)
        column.addWidget(self._foot)
        self.buttons: list[Button] = []

    def show_note(self, note: Note) -> None:
        """Say it. A note that reads as before keeps its buttons, so that the focus stays on them."""
        old, self.note = self.note, note
        if old is not None and old.said == note.said:
            for button, (_, does) in zip(self.buttons, note.actions, strict=True):
                button.clicked.disconnect()
                button.clicked.connect(does)
            return
        self.bold.setText(note.bold)
        self.bold.set_ink("bad" if note.ink == "bad" else "text")
        self.bold.setVisible(bool(note.bold))
        self.plain.setText(note.plain)
        self.plain.setVisible(bool(note.plain))
        while (item := self._flow.takeAt(0)) is not None:
            item.widget().deleteLater()
        self.buttons = []
        for words, does in note.actions:
            button = Button(words, Look.LINK, height=24)
            button.setFont(theme.font("small"))
            button.setAccessibleDescription(f"{note.bold} {note.plain}".strip())
            button.clicked.connect(does)
            self.buttons.append(button)
            self._flow.addWidget(button)
        if note.keys:
            self._flow.addWidget(Keys(list(note.keys)))
        self._foot.setVisible(bool(note.actions or note.keys))
        self.setAccessibleName(f"{note.bold} {note.plain}".strip())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Its mark."""
        if self.note is not None:
            side = theme.scaled(16)
            icons.paint(QPainter(self), QRectF(0, 1, side, side), self.note.icon, theme.colour(self.note.ink))


class Notes(QWidget):
    """The gutter: notes placed by height."""

    LEAST, MOST = 196, 232  # pixels at factor 1

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.boxes: list[NoteBox] = []
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_notes(self, notes: list[tuple[int, Note]], left: int, width: int) -> None:
        """notes: (height of the field on the page, note), from the top down · left, width: where the gutter is."""
        while len(self.boxes) < len(notes):
            self.boxes.append(NoteBox(self))
        bottom = 0
        for box in self.boxes[len(notes) :]:
            box.hide()
        for (y, note), box in zip(notes, self.boxes, strict=False):
            box.show_note(note)
            high = max(box.layout().heightForWidth(width), 18)
            top = max(y + 2, bottom)
            box.setGeometry(0, top, width, high)
            box.show()
            bottom = top + high + 12
        self.setGeometry(left, 0, width, max(1, bottom))
        self.setVisible(bool(notes))
