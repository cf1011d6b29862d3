"""A field that two people answered differently says so beside it: only one of the answers stands in the box, and editing it decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from seeddesk.domain.practice import Conflict
from seeddesk.gui.editor.notes import Note

if TYPE_CHECKING:
    from seeddesk.gui.editor.editor import Editor

WHO = "undecided"


class Undecided(QObject):
    """`wanted`: a conflict the person wants to decide: practice, path."""

    wanted = Signal(str, str)

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor, self._session, self._desk = editor, editor.session, editor.desk
        self._said: set[str] = set()
        self._session.opened.connect(self._opened)

    def _opened(self) -> None:
        self._show(self._session.practice, ())
        self.ask()

    def ask(self) -> None:
        """Ask the catalogue what waits for a decision in the practice that is open."""
        if self._desk.workspace is None or not self._session.recorded:
            return
        from seeddesk.services import cataloguing

        practice = self._session.practice
        self._desk.read(
            self,
            lambda ws: cataloguing.conflicts(ws, practice),
            lambda found: self._show(practice, found),
            failed=lambda error: None,  # what is wrong with the disk is said by whoever saves
            key="undecided",
        )

    def _show(self, practice: str, found: Sequence[Conflict]) -> None:
        if practice != self._session.practice:
            return
        current = self._session.form.current
        notes = {current(path): self._note(one) for one in found if one.kind == "field" for path in _paths(one)}
        for path in self._said - notes.keys():
            self._editor.say(WHO, path, None)
        for path, note in notes.items():
            self._editor.say(WHO, path, note)
        self._said = set(notes)

    def _note(self, conflict: Conflict) -> Note:
        merged = conflict.proposal is not None
        return Note(
            "arrows-split",
            "conf",
            self.tr("%n different versions", "", len(conflict.versions)),
            self.tr("This is the merge of them, to be confirmed.")
            if merged
            else self.tr("Only one of them stands here; writing in it decides nothing."),
            ((self.tr("Decide"), lambda: self.wanted.emit(conflict.practice, conflict.path)),),
        )


def _paths(conflict: Conflict) -> tuple[str, ...]:
    return (conflict.path, *conflict.together)
