"""Which of several answers is the main one, where the form says that the first is: said beside it, and another made it by a press or a key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from seeddesk.gui import theme
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.check import CheckRow


class MainOne(QObject):
    """For boxes that are ticked. `made`: the code of the one that is to be first."""

    made = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._parts: Mapping[str, CheckRow] = {}
        self._codes: Sequence[str] = ()
        self._buttons: dict[CheckRow, Button] = {}

    def show_places(self, parts: Mapping[str, CheckRow], codes: Sequence[str]) -> None:
        """Say it of the first of the codes, and offer it for the others. One alone needs no word."""
        self._parts, self._codes = parts, codes
        self._buttons = {part: button for part, button in self._buttons.items() if part in parts.values()}
        several = codes if len(codes) > 1 else ()
        for code, part in parts.items():
            part.show_word(self.tr("main") if code in several[:1] else "")
            self._offer(code, part, code in several[1:] and part.isEnabled())

    def key(self, part: QWidget, by: int) -> bool:
        """Up on another makes that the main one, down on the main one the next; whether it was one of them."""
        code = next((code for code, each in self._parts.items() if each is part), "")
        if code not in self._codes or len(self._codes) < 2:
            return False
        first = self._codes[0]
        wanted = code if by < 0 else self._codes[1] if code == first else first
        if wanted != first:
            self.made.emit(wanted)
        return True

    def _offer(self, code: str, part: CheckRow, on: bool) -> None:
        button = self._buttons.get(part)
        if button is None and on:
            button = self._buttons[part] = make_main(part.text())
            button.clicked.connect(lambda: self._pressed(code))
            part.put_aside(button)
            QWidget.setTabOrder(part, button)
        elif button is not None and button.isHidden() == on:
            part.put_aside(button, on)

    def _pressed(self, code: str) -> None:
        self._parts[code].setFocus(Qt.FocusReason.TabFocusReason)  # the button goes: it is the main one now
        self.made.emit(code)


def make_main(name: str) -> Button:
    """The button beside an answer that is not the main one."""
    words = QCoreApplication.translate("MainOne", "Make main")
    button = Button(words, Look.LINK, height=24)
    button.setFont(theme.font("hint"))
    button.setAccessibleName(f"{words}: {name}")
    button.setToolTip(QCoreApplication.translate("MainOne", "Alt Shift and the upper arrow do it too"))
    return button
