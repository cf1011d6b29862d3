"""Settings: who you are, how the window looks, which Word document practices go out in, where the catalogue lies, how it
is kept safe."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from seeddesk.gui import i18n, theme
from seeddesk.gui.desk import Desk
from seeddesk.gui.pages.forms_settings import FormsSettings
from seeddesk.gui.pages.page import Page
from seeddesk.gui.pages.safety_settings import SafetySettings
from seeddesk.gui.pages.spelling_settings import SpellingSettings
from seeddesk.gui.pages.template_settings import TemplateSettings
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.segment import Segment
from seeddesk.gui.widgets.tab import Tab
from seeddesk.gui.widgets.text import Text, rule
from seeddesk.services import paths


class SettingsPage(Page):
    """`restyle`: language, palette or text size changed; the window is built anew · `aside`: work for `gui.gate.Gate`, which needs the
    catalogue closed · `moved`: another catalogue to work in, by its file."""

    restyle = Signal()
    aside = Signal(object)
    moved = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.top.row.addWidget(Text(self.tr("Settings"), "title"))
        self.top.row.addSpacing(16)
        self._tabs: dict[str, Tab] = {}
        group = QButtonGroup(self)
        for code, icon, word in (
            ("general", "sliders-horizontal", self.tr("General")),
            ("forms", "list-numbers", self.tr("Forms")),
            ("safety", "shield-check", self.tr("Safety")),
        ):
            tab = Tab(icon, word)
            tab.clicked.connect(lambda _=False, code=code: self.show_tab(code))
            group.addButton(tab)
            self.top.row.addWidget(tab)
            self._tabs[code] = tab
        self.top.row.addStretch(1)
        self._stack = QStackedWidget()
        area, column = _sheet()
        self._fill(column)
        self._stack.addWidget(area)
        self._shown: dict[str, QWidget] = {"general": area}
        self.forms: FormsSettings | None = None
        self.safety: SafetySettings | None = None
        self.body.addWidget(self._stack, 1)
        self.show_tab("general")
        self.status.tell("", self.tr("Changes apply at once"))

    def show_tab(self, code: str) -> None:
        """``general``, ``forms`` or ``safety``; what a tab shows is made when it is first opened."""
        if code == "forms" and self.forms is None:
            self._shown[code] = self.forms = FormsSettings(self.desk)
        elif code == "safety" and self.safety is None:
            self.safety = SafetySettings(self.desk, self)
            self._shown[code], column = _sheet()
            column.addWidget(self.safety)
            column.addStretch(1)
        self._stack.addWidget(self._shown[code])
        self._tabs[code].setChecked(True)
        self._stack.setCurrentWidget(self._shown[code])

    def enter(self, what: object = None) -> None:
        """``"forms"``, ``"safety"``: on that tab."""
        if isinstance(what, str) and what in self._tabs:
            self.show_tab(what)
            self._tabs[what].setFocus(Qt.FocusReason.OtherFocusReason)
            if what == "forms" and self.forms is not None:
                self.forms.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def here(self) -> object:
        """The tab in front."""
        return next((code for code, tab in self._tabs.items() if tab.isChecked() and code != "general"), None)

    def _fill(self, column: QVBoxLayout) -> None:
        settings = self.desk.settings
        column.addWidget(Text(self.tr("You"), "heading"))
        self.author = self._line(column, self.tr("Your name"), self.tr("Shown beside what you write."), settings.author)
        self.author.editingFinished.connect(lambda: self._keep(author=self.author.text().strip()))
        self.centre = self._line(
            column, self.tr("Your centre"), self.tr("Shown at the top of dossiers."), settings.centre
        )
        self.centre.editingFinished.connect(lambda: self._keep(centre=self.centre.text().strip()))
        column.addWidget(rule())
        column.addWidget(Text(self.tr("Appearance"), "heading"))
        self.language = self._segment(column, self.tr("Language"), list(i18n.SPOKEN.items()), self.desk.lang)
        self.language.chosen.connect(lambda code: self._keep(rebuild=True, lang=code))
        schemes = [
            ("system", self.tr("Same as the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("contrast", self.tr("High contrast")),
        ]
        self.scheme = self._segment(column, self.tr("Colours"), schemes, settings.theme or "system")
        self.scheme.chosen.connect(lambda code: self._keep(rebuild=True, theme="" if code == "system" else code))
        sizes = [(str(points), f"{points * 10} %") for points in (10, 12, 14, 16, 20)]
        self.size = self._segment(column, self.tr("Text size"), sizes, str(round(self.desk.text_factor * 10)))
        self.size.chosen.connect(lambda points: self.set_text_size(int(points)))
        column.addWidget(rule())
        column.addWidget(Text(self.tr("Spelling"), "heading"))
        self.spelling = SpellingSettings(self.desk)
        column.addWidget(self.spelling)
        column.addWidget(rule())
        column.addWidget(Text(self.tr("Dossiers"), "heading"))
        column.addWidget(
            Text(
                self.tr("What dossiers look like in Word: as SeedDesk draws them, or as your centre does."),
                ink="text2",
                wrap=True,
            )
        )
        self.templates = {lang: TemplateSettings(self.desk, lang) for lang in i18n.LANGUAGES}
        for template in self.templates.values():
            column.addWidget(template)
        column.addWidget(rule())
        column.addWidget(Text(self.tr("Catalogue"), "heading"))
        self._place = Text("", ink="text2", wrap=True)
        self._place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self._place)
        line = QHBoxLayout()
        line.setSpacing(8)
        folder = self.folder = Button(self.tr("Open its folder"), Look.PLAIN, "folder-open")
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self.location()).parent))))
        another = Button(self.tr("Open another…"), Look.PLAIN)
        another.clicked.connect(self.open_another)
        self._move = Button(self.tr("Go on in another folder…"), Look.PLAIN)
        self._move.clicked.connect(self.move_catalogue)
        for button in (folder, another, self._move):
            line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(1)
        self._place.setText(self.location())
        for button in (folder, self._move):
            button.setVisible("://" not in self.location())

    def _line(self, column: QVBoxLayout, label: str, hint: str, value: str) -> QLineEdit:
        box = QVBoxLayout()
        box.setSpacing(4)
        box.addWidget(Text(label, "label"))
        line = QLineEdit(value)
        line.setAccessibleName(label)
        line.setAccessibleDescription(hint)
        box.addWidget(line)
        box.addWidget(Text(hint, "hint", "text3"))
        column.addLayout(box)
        return line

    def _segment(self, column: QVBoxLayout, label: str, options: list[tuple[str, str]], value: str) -> Segment:
        box = QVBoxLayout()
        box.setSpacing(4)
        box.addWidget(Text(label, "label"))
        segment = Segment(options, label, 36)
        segment.set_value(value)
        row = QHBoxLayout()
        row.addWidget(segment)
        row.addStretch(1)
        box.addLayout(row)
        column.addLayout(box)
        return segment

    def location(self) -> str:
        """Where the open catalogue lies."""
        return str(self.desk.workspace.catalogue.location)

    def set_text_size(self, points: int) -> None:
        """10 is 100 %."""
        self._keep(rebuild=True, text_size=max(10, min(20, points)))

    def _keep(self, rebuild: bool = False, **values: str | int) -> None:
        from seeddesk.services import settings

        if all(getattr(self.desk.settings, name) == value for name, value in values.items()):
            return

        def kept(result: tuple[object, object]) -> None:
            self.desk.settings = result[0]
            self.desk.adopt_settings()
            self.status.tell("check", self.tr("Saved {time}").format(time=i18n.clock()), "ok")
            if rebuild:
                self.restyle.emit()

        self.desk.write(self, lambda ws: settings.change(**values), kept)

    def open_another(self) -> None:
        """Ask for another catalogue to work in."""
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open another catalogue"), "", self.tr("Catalogues (*.seeddesk);;All files (*)")
        )
        if path:
            self.moved.emit(path)

    def move_catalogue(self) -> None:
        """Copy the catalogue to another folder, check the copy, and go on there; what is here stays as it is."""
        from seeddesk.services import maintenance

        usual = paths.default_catalogue()
        path, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Go on in another folder"),
            str(usual if not usual.exists() else usual.with_name("catalogue-2.seeddesk")),
            self.tr("Catalogues (*.seeddesk)"),
        )
        if path:
            target = Path(path if path.endswith(".seeddesk") else f"{path}.seeddesk")
            self._move.setEnabled(False)
            self.desk.write(
                self,
                lambda ws: maintenance.backup(ws, target),
                lambda made: self.moved.emit(str(made)),
                failed=self.show_error,
                ended=lambda: self._move.setEnabled(True),
            )


def _sheet() -> tuple[QScrollArea, QVBoxLayout]:
    """A page that scrolls, with one column."""
    page = QWidget()
    page.setProperty("bare", "true")
    # As high as its texts are at this width: the least they ask for is that of a much narrower page.
    page.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
    across = QHBoxLayout(page)
    across.setContentsMargins(32, 24, 32, 32)
    column = QVBoxLayout()
    column.setSpacing(20)
    holder = QWidget()
    holder.setMaximumWidth(theme.scaled(632))
    holder.setLayout(column)
    column.setContentsMargins(0, 0, 0, 0)
    across.addWidget(holder, 1)
    across.addStretch(0)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area, column
