"""The notes of an interview beside the form (Ctrl T): afterwards they are dragged into fields, or sent into the one the caret was in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from seeddesk.domain.form import Kind
from seeddesk.domain.paths import template_of
from seeddesk.gui import theme
from seeddesk.gui.editor.field_box import Question
from seeddesk.gui.editor.interview_notes import NotesPane, behind

if TYPE_CHECKING:
    from seeddesk.gui.editor.editor import Editor
    from seeddesk.services.interview import Interview, Note

WIDE = 320  # pixels at factor 1


class NotesBeside(NotesPane):
    """`came`: it is shown now, and needs the room · `toasted`: words that pass, and what takes back."""

    came = Signal()
    toasted = Signal(str, object)

    def __init__(self, editor: Editor) -> None:
        def name(path: str) -> str:
            field = editor.session.form.field(template_of(path))
            return editor.asking.words(path, field.label, path) if field is not None else path

        super().__init__(editor.desk, lambda: 0, name, writes=False)
        self._editor = editor
        self._going = False  # once the notes are there, the focus goes to them
        self.setFixedWidth(theme.scaled(WIDE))
        self.sent.connect(self._send)
        self.dropped.connect(self._dropped)
        self.removed.connect(lambda back: self.toasted.emit(self.tr("Note removed"), back))
        editor.session.opened.connect(self._ask)
        self.hide()

    def cross(self) -> None:
        """Ctrl T: from the form to the notes; from the notes back to the field, and they go."""
        if self.isHidden():
            self.came.emit()
            self._editor.sections.fold(True)
            self.show()
            self._going = True
            self._ask()
        elif self.isAncestorOf(QApplication.focusWidget()) or not self.focus_line():
            self.close_up()
            self._editor.go_to(self._editor.focused)

    def close_up(self) -> None:
        """The form has the room for itself again."""
        if not self.isHidden():
            self.hide()
            self._editor.sections.fold(False)

    def _ask(self) -> None:
        if not self.isHidden():
            from seeddesk.services import interview

            practice = self._editor.session.practice
            self._desk.read(self, lambda ws: interview.notes(ws, practice), self._found, key="notes beside")

    def _found(self, found: Interview) -> None:
        self.open_up(self._editor.session.practice, found)
        if self._going:
            self._going = False
            self.focus_line()

    def _send(self, note: Note) -> None:
        path, session = self._editor.focused, self._editor.session
        field = session.form.field(template_of(path)) if path else None
        if field is None or field.kind is not Kind.TEXT or field.read_only:
            self.toasted.emit(self.tr("Put the caret into a field for free text first."), None)
        elif note.text:
            session.change({path: behind(session.values.get(path), note.text, field)})
            self.placed(note, path)

    def _dropped(self, note: Note, to: QObject | None) -> None:
        while isinstance(to, QWidget) and not isinstance(to, Question):
            to = to.parentWidget()
        if isinstance(to, Question):
            self.placed(note, to.path)
            to.input.setFocus(Qt.FocusReason.OtherFocusReason)
