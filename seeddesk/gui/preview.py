"""A form tried out: the editor as a researcher will see it, on a catalogue that is thrown away, with what the form's check says beside it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QScrollArea, QVBoxLayout, QWidget

from seeddesk.domain.errors import UserError
from seeddesk.gui import errors, theme
from seeddesk.gui.bug_report import BugReport
from seeddesk.gui.desk import Desk
from seeddesk.gui.editor.editor import Editor
from seeddesk.gui.pages.form_remarks import RemarksList
from seeddesk.gui.passing import new_folder
from seeddesk.gui.tasks import Runner
from seeddesk.gui.widgets.bars import Bar
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.notices import Banner
from seeddesk.gui.widgets.text import Elided, Text

if TYPE_CHECKING:
    from seeddesk.domain.form import Form
    from seeddesk.domain.remarks import FormRemark
    from seeddesk.services.settings import Settings
    from seeddesk.services.workspace import Workspace


class Preview(QMainWindow):
    """The window. F5 reads the file again, so that a form can be mended in its sheets and looked at here. `shown`: the form, or what is wrong, is there.

    remarks: what the check said, once `shown`.
    """

    shown = Signal()

    def __init__(self, path: Path, settings: Settings, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._path, self._settings = path, replace(settings, lang=lang)
        self._folders: list[Path] = []
        self._desk: Desk | None = None
        self._runner = Runner(self)
        self._runner.bug.connect(lambda error: BugReport(error, self).open())
        self._runner.user_error.connect(self._failed)
        self.editor: Editor | None = None
        self.remarks: Sequence[FormRemark] = ()
        self.resize(1280, 800)
        self.setWindowTitle(f"{path.name} – SeedDesk")
        page = QWidget()
        theme.ground(page, "base")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = Bar(56)
        self.title = Elided(path.name, "title")
        self.title.setSizePolicy(self.title.sizePolicy().Policy.Maximum, self.title.sizePolicy().Policy.Fixed)
        self._version = Text("", "hint", "text2")
        self.again = Button(self.tr("Read again"), Look.PLAIN, "arrow-u-up-left", "F5")
        self.again.clicked.connect(self.read)
        top.row.addWidget(self.title)
        top.row.addWidget(self._version)
        top.row.addStretch(1)
        self._languages = QHBoxLayout()
        top.row.addLayout(self._languages)
        top.row.addWidget(self.again)
        column.addWidget(top)
        self.banner = Banner(closable=False)
        column.addWidget(self.banner)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        column.addLayout(self._row, 1)
        self.list = RemarksList(lang)
        self._pane = self._make_pane()
        self._row.addWidget(self._pane)
        self.setCentralWidget(page)
        QShortcut(QKeySequence("F5"), self).activated.connect(self.read)
        self.read()

    def _make_pane(self) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("bare", "true")
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(12)
        column.addWidget(Text(self.tr("What the check says"), "heading"))
        column.addWidget(self.list)
        column.addStretch(1)
        pane = QScrollArea()
        pane.setWidgetResizable(True)
        pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.ground(pane, edge="left")
        pane.setAccessibleName(self.tr("What the check says"))
        pane.setWidget(inner)
        pane.hide()
        return pane

    def read(self) -> None:
        """Read the form, now and whenever F5 is pressed."""
        self.again.setEnabled(False)
        self.banner.say("info", self.tr("Reading the form…"))
        folder = new_folder()
        self._folders.append(folder)
        path, settings = self._path, self._settings
        self._runner.write(
            self,
            lambda progress: _read(path, folder, settings),
            self._show,
            failed=self._failed,
            ended=lambda: self.again.setEnabled(True),
        )

    def _show(self, found: tuple[Workspace, Form | None, Sequence[FormRemark]]) -> None:
        workspace, form, self.remarks = found
        self._drop()
        desk = self._desk = Desk(self._settings, self._runner, self)
        desk.workspace = workspace
        self.list.show_remarks(self.remarks)
        self._pane.setVisible(bool(self.remarks))
        if form is None:
            self._pane.setMaximumWidth(16_777_215)
            self.banner.say("bad", self.tr("This form cannot be used yet."), self.tr("Mend it, then read it again."))
        else:
            self._pane.setFixedWidth(theme.scaled(336))
            self.banner.say("info", self.tr("Preview: nothing is kept."))
            editor = self.editor = Editor(desk)
            self._row.insertWidget(0, editor, 1)
            self._languages.addWidget(editor.language)
            self.title.setText(next((text for text in form.title.values() if text), form.id))
            self._version.setText(f"{form.id} {form.version}".strip())
            editor.session.start(form.id)
        self.shown.emit()

    def _failed(self, error: UserError) -> None:
        self.banner.say("bad", self.tr("This form cannot be shown."), errors.words(error))
        self.shown.emit()

    def _drop(self) -> None:
        """What was shown before goes, with its catalogue."""
        if self.editor is not None:
            self.editor.language.deleteLater()
            self._row.removeWidget(self.editor)
            self.editor.deleteLater()
            self.editor = None
        if self._desk is not None and self._desk.workspace is not None:
            self._desk.workspace.close()
            self._desk = None

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is kept."""
        self._runner.close()
        self._drop()
        for folder in self._folders:
            shutil.rmtree(folder, ignore_errors=True)
        super().closeEvent(event)


def _read(path: Path, folder: Path, settings: Settings) -> tuple[Workspace, Form | None, Sequence[FormRemark]]:
    """Runs on a worker: check the form, and take it into a catalogue made for it alone."""
    from seeddesk.services import form_tools, forms
    from seeddesk.services.workspace import Workspace

    form, remarks = form_tools.check(path)
    workspace = Workspace.create(
        folder / "catalogue.seeddesk", author=settings.author or "SeedDesk", lang=settings.lang
    )
    try:
        if form is not None:
            forms.add(workspace, path)
            form = workspace.form_named(form.id)
            assert workspace.logic_of(form)  # compiled here, not on the window's thread
    except BaseException:
        workspace.close()
        raise
    return workspace, form, remarks


def open_preview(path: Path, desk: Desk) -> Preview:
    """A preview window beside the program's own."""
    window = Preview(path, desk.settings, desk.lang)
    window.show()
    return window
