"""Beside the editor: what the Word document will say, as it is written (Ctrl Shift D)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from seeddesk.domain.errors import UserError
from seeddesk.domain.sheet import Sheet
from seeddesk.gui import errors, theme
from seeddesk.gui.editor.asking import Asking
from seeddesk.gui.editor.sheet_view import DESK, SheetView
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.text import Elided

if TYPE_CHECKING:
    from seeddesk.services.previewing import Previewer
    from seeddesk.services.workspace import Workspace

PAUSE = 120  # ms without a key until the document is written anew, on a worker


class PreviewPane(QWidget):
    """`chosen`: the path of a field pressed on the paper · `shown`: the document is as the editor is."""

    OFFERS = True  # its buttons, to the command palette

    chosen = Signal(str)
    shown = Signal()

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asking, self._session, self._desk = asking, asking.session, asking.desk
        self._previewer: tuple[tuple[object, ...], Previewer] | None = None
        theme.ground(self, "sunken", "left")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(DESK, 12, DESK, 0)
        self._said = Elided(self.tr("This is what the Word document will say"), "hint", "text2")
        head.addWidget(self._said, 1)
        self._back = Button("", Look.FLAT, "caret-left", name=self.tr("Page before"), height=28)
        self._back.clicked.connect(lambda: self._turn(-1))
        self._on = Button("", Look.FLAT, "caret-right", name=self.tr("Next page"), height=28)
        self._on.clicked.connect(lambda: self._turn(1))
        for widget in (self._back, self._on):
            head.addWidget(widget)
        column.addLayout(head)
        self.view = SheetView()
        self.view.chosen.connect(self.chosen)
        self.view.paged.connect(self._count)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("Preview of the dossier"))
        self._area.setWidget(self.view)
        self._area.verticalScrollBar().valueChanged.connect(self._count)
        column.addWidget(self._area, 1)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._ask)
        self._session.state.connect(self._stirred)
        self._session.opened.connect(self._opened)
        self.hide()

    def open_up(self) -> None:
        """Show the document now."""
        self.show()
        self._ask()

    def mark(self, path: str) -> None:
        """The field the person is in."""
        self.view.mark(path)
        if self.isVisible():
            self._bring(path)

    def _opened(self) -> None:
        self.view.mark("")
        if self.isVisible():
            self._ask()

    def _stirred(self, state: str) -> None:
        if self.isVisible() and state == "typing":
            self._timer.start()

    def _ask(self) -> None:
        session, lang = self._session, self._desk.lang
        session.follow()
        form, practice, values = session.form, session.practice, dict(session.values)
        known = (form.id, form.version, lang, self._desk.settings.centre)

        def write(ws: Workspace) -> Sheet:
            from seeddesk.services.previewing import Previewer

            if self._previewer is None or self._previewer[0] != known:
                self._previewer = (known, Previewer(ws, form, lang))
            return self._previewer[1].sheet(ws, practice, values)

        self._desk.read(self, write, self._show, failed=self._failed, key=f"preview {id(self)}")

    def _show(self, sheet: Sheet) -> None:
        self._said.setText(self.tr("This is what the Word document will say"))
        self.view.show_sheet(sheet)
        self._bring(self.view.marked)
        self.shown.emit()

    def _failed(self, error: UserError) -> None:
        self._said.setText(errors.words(error))

    def _bring(self, path: str) -> None:
        place = self.view.place_of(path) if path else None
        if place is None:
            return
        top, high = place
        bar, room = self._area.verticalScrollBar(), self._area.viewport().height()
        if top < bar.value() or top + min(high, room - 80) > bar.value() + room:
            bar.setValue(max(0, top - room // 3))

    def _turn(self, by: int) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(self.view.top_of(self._page + by))

    @property
    def _page(self) -> int:
        return self.view.page_at(self._area.verticalScrollBar().value() + self._area.viewport().height() // 3)

    def _count(self) -> None:
        page, pages = self._page, self.view.pages
        self._back.setEnabled(page > 0)
        self._on.setEnabled(page < pages - 1)
