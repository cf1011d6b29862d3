"""The centre's own dossier, one for each language: use it, start one from ours, go back to ours."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from seeddesk.domain.changes import Changes
from seeddesk.domain.dossier import TemplateProblem
from seeddesk.domain.errors import UserError
from seeddesk.gui import errors, i18n
from seeddesk.gui.desk import Desk
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.flow import Flow
from seeddesk.gui.widgets.text import Text


class TemplateSettings(QWidget):
    """The dossiers of one language."""

    def __init__(self, desk: Desk, lang: str) -> None:
        super().__init__()
        self._desk, self._dossier_lang = desk, lang
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        name = i18n.LANGUAGES[lang]
        head.addWidget(Text(name, "label"))
        self.state = Text("", "hint", "text2")
        head.addWidget(self.state)
        head.addStretch(1)
        self._column.addLayout(head)
        row = Flow()
        self.use = self._button(name, self.tr("Use your centre's template…"), "file-text", self.choose)
        self.start = self._button(name, self.tr("Start from SeedDesk's…"), "copy", self.save_ours)
        self.drop = self._button(name, self.tr("Back to SeedDesk's"), "", self.back_to_ours)
        for button in (self.use, self.start, self.drop):
            row.addWidget(button)
        self._column.addLayout(row)
        self.said = Text("", wrap=True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said.hide()
        self._column.addWidget(self.said)
        self.drop.hide()
        self.ask()
        desk.changed.connect(self._changed)

    def _button(self, language: str, words: str, icon: str, does: object) -> Button:
        button = Button(words, Look.PLAIN, icon, name=f"{words} ({language})")
        button.clicked.connect(lambda: does())
        return button

    def ask(self) -> None:
        """See which one is in use."""
        from seeddesk.services import templates

        self._desk.read(self, lambda ws: templates.own_template(self._dossier_lang) is not None, self._show_state)

    def _changed(self, changes: Changes) -> None:
        if changes.settings:
            self.ask()

    def _show_state(self, own: bool) -> None:
        self.state.setText(self.tr("your centre's template") if own else self.tr("SeedDesk's template"))
        self.drop.setVisible(own)

    def choose(self) -> None:
        """Ask for a document and use it for dossiers from now on, if it can be read back."""
        from seeddesk.services import templates

        file, _ = QFileDialog.getOpenFileName(
            self, self.tr("Use your centre's template"), "", self.tr("Word documents (*.docx)")
        )
        if file:
            self._run(lambda: templates.use(self._desk.workspace, Path(file), self._dossier_lang), self._used)

    def _used(self, result: tuple[Sequence[TemplateProblem], Changes]) -> None:
        problems = result[0]
        refused = any(problem.serious for problem in problems)
        lines = [problem.message(self._desk.lang) for problem in sorted(problems, key=lambda one: not one.serious)]
        if refused:
            head = self.tr("This document cannot be used yet: what is written in it could not be read back.")
        elif problems:
            head = self.tr("In use from now on. Some fields have no place in it:")
        else:
            head = self.tr("In use from now on, for dossiers and blanks.")
        self._say("bad" if refused else "warn" if problems else "ok", "\n".join((head, *lines)))

    def save_ours(self) -> None:
        """Write our layout where the person says, to be changed in Word."""
        from seeddesk.services import templates

        lang = self._dossier_lang
        file, _ = QFileDialog.getSaveFileName(
            self, self.tr("Start from SeedDesk's template"), f"dossier-{lang}.docx", self.tr("Word documents (*.docx)")
        )
        if file:
            self._run(lambda: templates.start(Path(file).with_suffix(".docx"), lang), self._saved)

    def _saved(self, path: Path) -> None:
        self._say(
            "ok",
            self.tr("Written: {path}. Change it in Word, keep its marked fields, then use it here.").format(path=path),
        )
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def back_to_ours(self) -> None:
        """Our layout again."""
        from seeddesk.services import templates

        self._run(
            lambda: templates.drop(self._dossier_lang),
            lambda _: self._say("ok", self.tr("Dossiers have SeedDesk's layout again.")),
        )

    def _run(self, verb, then) -> None:  # noqa: ANN001 - a verb and what to do with what it returns
        def enable(on: bool) -> None:
            for button in (self.use, self.start, self.drop):
                button.setEnabled(on)

        enable(False)
        self._desk.write(self, lambda ws: verb(), then, failed=self._failed, ended=lambda: enable(True))

    def _failed(self, error: UserError) -> None:
        self._say("bad", errors.words(error))

    def _say(self, ink: str, words: str) -> None:
        self.said.set_ink(ink)
        self.said.setText(words)
        self.said.show()
