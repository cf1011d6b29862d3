"""The way on at the end of a section: Tab behind the last question would lead out of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from seeddesk.gui import theme

if TYPE_CHECKING:
    from seeddesk.gui.editor.editor import Editor


class Onward(QObject):
    """Names the section that comes after the one in front, under its last question. Where all stand in one scroll, and behind the last, there is none."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        editor.followed.connect(self.show)  # which sections are relevant may have changed, or what they are called

    def show(self) -> None:
        """Say it on the page in front."""
        editor = self._editor
        if editor.view is None:
            return
        number = None if editor.scrolls else editor.beyond(1)
        label = editor.label_of_section(number) if number is not None else ""
        words = self.tr("Next section: {name}").format(name=label) if theme.roomy() else self.tr("Next section")
        editor.view.onward.setText(words if label else "")
        editor.view.show_onward()
