"""Every value a field was given, newest first, with a way back to each: Ctrl H."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from seeddesk.domain.form import Kind
from seeddesk.domain.paths import template_of
from seeddesk.domain.values import Value
from seeddesk.gui import i18n, names, theme
from seeddesk.gui.editor.overlay import Overlay
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.text import Text, rule

if TYPE_CHECKING:
    from seeddesk.domain.changes import Changes
    from seeddesk.gui.editor.asking import Asking
    from seeddesk.services.history import Given

WIDE = 400  # pixels at factor 1


class FieldHistory(Overlay):
    """The values of one field. A value taken back goes into the open editor like something typed: one step of undo, saved as ever."""

    def __init__(self, asking: Asking, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._desk, self._asking = asking.session, asking.desk, asking
        self._path = ""
        self._erases = False  # it is asked for in order to erase it
        self.buttons: list[Button] = []
        self.erase = Button("", Look.LINK)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("Values of this field"))
        self.column.addWidget(self._area, 1)

    def ask(self, path: str, label: str) -> None:
        """Show the history of a field, once what was typed in it is saved."""
        self._path = path
        session = self._session
        self.title.setText(label)
        if not session.recorded and session.clean:
            self._show(())
            return

        def look() -> None:
            from seeddesk.services import history

            practice = session.practice
            self._desk.read(
                self, lambda ws: history.of_field(ws, practice, path), self._show, key=f"history {id(self)}"
            )

        session.flush(look)

    def erase_next(self) -> None:
        """Whoever asks for a history next wants it erased."""
        self._erases = True

    def _show(self, given: Sequence[Given]) -> None:
        erases, self._erases = self._erases, False
        if erases and self._erasable(given):
            self._ask_to_erase()
            return
        inner = QWidget()
        inner.setProperty("bare", "true")
        column = QVBoxLayout(inner)
        column.setContentsMargins(15, 0, 15, 12)
        column.setSpacing(4)
        self.buttons = []
        if not given:
            column.addWidget(Text(self.tr("Nothing was ever written here."), ink="text2", wrap=True))
        for number, one in enumerate(given):
            if number:
                column.addSpacing(8)
                column.addWidget(rule())
                column.addSpacing(8)
            self._line(column, one, current=one.state == "current")
        if self._erasable(given):
            column.addSpacing(8)
            self.erase = Button(self.tr("Erase all of it from the history…"), Look.LINK, "eraser", height=28)
            self.erase.clicked.connect(self._ask_to_erase)
            column.addWidget(self.erase, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._area.setWidget(inner)
        self.open_up()
        target = self.buttons[0] if self.buttons else self._area
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _line(self, column: QVBoxLayout, one: Given, current: bool) -> None:
        when = i18n.moment(one.time)
        meta = f"{when} · {one.author} · {names.origin(one.origin)}"
        column.addWidget(Text(meta, "hint", "text3", wrap=True))
        erased = one.state == "erased"
        words = one.text or self.tr("emptied")
        if erased:
            words = self.tr("erased: {reason}").format(reason=one.text) if one.text else self.tr("erased")
        column.addWidget(Text(words, ink="text" if one.text and not erased else "text2", wrap=True))
        if current:
            column.addWidget(Text(self.tr("This is what it says now."), "hint", "ok"))
        elif not erased and not self._fixed:
            button = Button(self.tr("Restore this value"), Look.LINK, "clock-counter-clockwise", height=28)
            button.setAccessibleDescription(f"{words}, {meta}")
            button.clicked.connect(self._restores(one))
            self.buttons.append(button)
            column.addSpacing(4)  # its ring stands clear of the words above
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def _fixed(self) -> bool:
        """Whether nobody answers this field: it is worked out, or the workflow moves it."""
        field = self._asking.form.field(template_of(self._path))
        return field is None or field.read_only or bool(field.calculate)

    def _erasable(self, given: Sequence[Given]) -> bool:
        """Whether there is something that can go: of a file only its mention would, so that is not offered."""
        field = self._asking.form.field(template_of(self._path))
        return (
            not self._fixed
            and field is not None
            and field.kind is not Kind.FILE
            and any(one.text for one in given if one.state != "erased")
        )

    def _ask_to_erase(self) -> None:
        from seeddesk.gui.editor.erasing import Erasing

        asked = Erasing(self.title.text())
        asked.left.connect(self.leave)
        asked.wanted.connect(self._erase)
        self._area.setWidget(asked)
        self.open_up()
        asked.setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, asked, lambda: self._area.ensureWidgetVisible(asked.no))  # where text is large it is below

    def _erase(self, reason: str) -> None:
        """Erase it, and open the practice anew: what was taken back and done again in it is no way to the words any more."""
        from seeddesk.services import recording

        practice, path, session = self._session.practice, self._path, self._session
        said = self.tr("Erased for good: {name}").format(name=self.title.text())

        def done(_: Changes) -> None:
            self._desk.told.emit(said, None)
            session.open_anew(practice)

        self.leave()
        session.flush(lambda: self._desk.write(self, lambda ws: recording.redact(ws, practice, [path], reason), done))

    def _restores(self, one: Given) -> Callable[[], object]:
        from seeddesk.services import history

        practice, path, session = self._session.practice, self._path, self._session

        def put(values: Mapping[str, Value]) -> None:
            session.change(values)
            self.leave()

        refused = self._desk.runner.user_error.emit
        return lambda: session.bring(
            self._desk.read, lambda ws: history.value_at(ws, practice, path, one.dot), put, refused
        )

    def place_in(self, area: QRect) -> QRect:
        """At the right, over the gutter."""
        wide = min(theme.scaled(WIDE), area.width() - 32)
        return QRect(area.right() - wide - 12, 12, wide, area.height() - 24)
