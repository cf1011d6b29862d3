"""In the settings: by which dictionary each language is checked, and where one comes from that is missing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from seeddesk.gui import i18n
from seeddesk.gui.desk import Desk
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.text import Text


class SpellingSettings(QWidget):
    """A line for each language that can be checked, and the folder for dictionaries of one's own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.lines: dict[str, Text] = {}
        for lang in i18n.LANGUAGES:
            column.addWidget(Text(i18n.language_name(lang), "label"))
            line = self.lines[lang] = Text("", ink="text2", wrap=True)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(line)
        self.folder = Button(self.tr("Open the folder for dictionaries"), Look.PLAIN, "folder-open")
        self.folder.clicked.connect(self._open)
        column.addWidget(self.folder, 0, Qt.AlignmentFlag.AlignLeft)
        from seeddesk.services import spelling

        desk.runner.read(self, lambda _: spelling.available(), self._show)

    def _show(self, found: dict[str, Path | None]) -> None:
        from seeddesk.services import spelling

        for lang, line in self.lines.items():
            path = found.get(lang)
            line.set_ink("text2" if path is not None else "warn")
            if path is None:
                line.setText(spelling.how_to_get(lang, self._desk.lang))
            else:
                line.setText(self.tr("Its dictionary comes with SeedDesk.") if spelling.is_ours(path) else str(path))

    def _open(self) -> None:
        from seeddesk.services import spelling

        folder = spelling.dictionaries()
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
