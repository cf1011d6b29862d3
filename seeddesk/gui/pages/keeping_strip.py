"""What the practice page says of files on their way into it: how far they are, and in the end which are not there and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from seeddesk.gui import errors
from seeddesk.gui.editor.keeping import Brought
from seeddesk.gui.pages.under_way import UnderWay
from seeddesk.gui.widgets.notices import Banner

if TYPE_CHECKING:
    from seeddesk.gui.editor.editor import Editor

NAMED = 8  # files that are named; of more, how many there are


class KeepingStrip(QWidget):
    """Banners of its own: the page's are for saving, which goes on meanwhile."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._moving, self.said = Banner(closable=False), Banner()
        self.work = UnderWay(self._moving)
        for part in (self._moving, self.work.bar, self.said):
            column.addWidget(part)
        self._keeping = editor.asking.keeping
        self._keeping.began.connect(self._began)
        self._keeping.moved.connect(self.work.told)
        self._keeping.ended.connect(self.work.ended)
        self._keeping.told.connect(self._tell)
        editor.session.opened.connect(self.said.hide)

    def _began(self) -> None:
        self.said.hide()
        self.work.begin(self.tr("Taking the files in."), self._keeping.stop)

    def _tell(self, brought: Brought) -> None:
        said = []
        if brought.refused:
            said.append(errors.words(brought.refused[0][1]))
            others = [name for name, _ in brought.refused[1:]]
            if others:
                said.append(self.tr("Nor these: {names}.").format(names=self._named(others)))
        if brought.known:
            said.append(self.tr("Here already: {names}.").format(names=self._named(brought.known)))
        if brought.left:
            said.append(self.tr("%n file(s) were not tried any more.", "", brought.left))
        bold = self.tr("%n file(s) taken in.", "", brought.kept)
        self.said.say("warn" if brought.refused else "info", bold, " ".join(said))

    def _named(self, names: Sequence[str]) -> str:
        shown = ", ".join(names[:NAMED])
        more = len(names) - NAMED
        return f"{shown} " + self.tr("and %n more", "", more) if more > 0 else shown
