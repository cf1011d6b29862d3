"""What a change of many practices would do to each, before it is done: a sentence, and under it the practices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from seeddesk.gui import errors, i18n
from seeddesk.gui.pages.prose import adding, block
from seeddesk.gui.turns import WhenRoom
from seeddesk.gui.widgets.tall import keep_readable
from seeddesk.gui.widgets.text import Text

if TYPE_CHECKING:
    from seeddesk.services.bulk import Line, Plan

SHOWN = 300  # lines of a plan that are written out
PART = 30  # of them in one turn of the event loop: all at once would hold a key up


@dataclass(frozen=True, slots=True)
class Prepared:
    """A plan, ready to be shown. counts: lines by state · first: those that are written out, in their order."""

    plan: Plan
    counts: Mapping[str, int]
    first: Sequence[Line]


class PlanView(QWidget):
    """said: the sentence · preview: the practices, those that stay as they are first, since each says why. name: of the preview ·
    why: the ink of that reason."""

    def __init__(self, name: str, why: str = "bad") -> None:
        super().__init__()
        self._why = why
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.said = Text(ink="text2", wrap=True)
        self.said.setContentsMargins(0, 0, 16, 0)
        column.addWidget(self.said)
        self.preview = QTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setAccessibleName(name)
        keep_readable(self.preview)
        self.preview.setViewportMargins(0, 0, 8, 0)
        self.preview.document().setDocumentMargin(0)
        column.addWidget(self.preview, 1)
        self._waiting: list[Line] = []  # to be written out yet
        self._more = 0  # how many are not written out at all
        self._writing = WhenRoom(self, self._write_next)

    def told(self, done: int, total: int, what: str) -> None:
        """So many practices have been looked at."""
        self.said.setText(self.tr("{done} of {total}").format(done=i18n.number(done), total=i18n.number(total)))

    def write(self, prepared: Prepared) -> None:
        """Write a plan out, a part at a time."""
        self.clear()
        self._waiting, self._more = list(prepared.first), len(prepared.plan.lines) - len(prepared.first)
        self._write_next()
        self.preview.verticalScrollBar().setValue(0)
        if self._waiting:
            self._writing.start()

    def clear(self) -> None:
        """No plan."""
        self._writing.stop()
        self._waiting, self._more = [], 0
        self.preview.clear()

    def _write_next(self) -> None:
        """Write out some more of the plan; at its end, how many there are besides."""
        these, self._waiting = self._waiting[:PART], self._waiting[PART:]
        with adding(self.preview.document()) as cursor:
            for line in these:
                self._write(cursor, line)
            if not self._waiting and self._more > 0:
                block(cursor, self.tr("and %n more", "", self._more), "hint", 12, "text3")
                self._more = 0
        if not self._waiting:
            self._writing.stop()

    def _write(self, cursor: QTextCursor, line: Line) -> None:
        block(cursor, line.title or line.code, "label", 10, "text" if line.state != "same" else "text2")
        nothing = self.tr("(nothing)")
        if line.reason is not None:
            block(cursor, errors.words(line.reason), "body", ink=self._why)
        elif line.state == "same":
            block(cursor, self.tr("already so"), "hint", ink="text3")
        elif line.before or line.after:
            block(cursor, f"{line.before or nothing} → {line.after or nothing}", "body", ink="text2")
        if line.warning:
            block(cursor, line.warning, "hint", ink="warn")


def prepare(plan: Plan) -> Prepared:
    """Not for the window's thread: a plan may be about a hundred thousand practices."""
    return Prepared(plan, Counter(line.state for line in plan.lines), tuple(islice(_ordered(plan.lines), SHOWN)))


def _ordered(lines: Sequence[Line]) -> Iterator[Line]:
    """Those that say something first."""
    for state, warned in (("refused", False), ("change", True), ("change", False), ("same", False)):
        yield from (line for line in lines if line.state == state and bool(line.warning) == warned)
