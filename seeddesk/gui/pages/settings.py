"""Settings: who you are, how the window looks, which Word document practices go out in, where the catalogue lies, a backup now."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from seeddesk.domain.errors import UserError
from seeddesk.gui import errors, i18n, theme
from seeddesk.gui.desk import Desk
from seeddesk.gui.pages.forms_settings import FormsSettings
from seeddesk.gui.pages.page import Page
from seeddesk.gui.pages.template_settings import TemplateSettings
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.segment import Segment
from seeddesk.gui.widgets.tab import Tab
from seeddesk.gui.widgets.text import Text, rule


class SettingsPage(Page):
    """`restyle`: language, palette or text size changed; the window is built anew."""

    restyle = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.top.row.addWidget(Text(self.tr("Settings"), "title"))
        self.top.row.addSpacing(16)
        self._tabs: dict[str, Tab] = {}
        group = QButtonGroup(self)
        for code, icon, word in (
            ("general", "sliders-horizontal", self.tr("General")),
            ("forms", "list-numbers", self.tr("Forms")),
        ):
            tab = Tab(icon, word)
            tab.clicked.connect(lambda _=False, code=code: self.show_tab(code))
            group.addButton(tab)
            self.top.row.addWidget(tab)
            self._tabs[code] = tab
        self.top.row.addStretch(1)
        page = QWidget()
        page.setProperty("bare", "true")
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
        self._fill(column)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        self._stack = QStackedWidget()
        self._stack.addWidget(area)
        self.forms: FormsSettings | None = None
        self.body.addWidget(self._stack, 1)
        self.show_tab("general")
        self.status.tell("", self.tr("Changes count at once"))

    def show_tab(self, code: str) -> None:
        """``general`` or ``forms``; what a tab shows is made when it is first opened."""
        if code == "forms" and self.forms is None:
            self.forms = FormsSettings(self.desk)
            self._stack.addWidget(self.forms)
        self._tabs[code].setChecked(True)
        self._stack.setCurrentIndex(1 if code == "forms" else 0)

    def enter(self, what: object = None) -> None:
        """``"forms"``: on that tab."""
        if isinstance(what, str) and what in self._tabs:
            self.show_tab(what)
            if self.forms is not None:
                self.forms.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def here(self) -> object:
        """The tab in front."""
        return "forms" if self._tabs["forms"].isChecked() else None

    def _fill(self, column: QVBoxLayout) -> None:
        settings = self.desk.settings
        column.addWidget(Text(self.tr("You"), "heading"))
        self.author = self._line(
            column, self.tr("Your name"), self.tr("It stands beside what you write."), settings.author
        )
        self.author.editingFinished.connect(lambda: self._keep(author=self.author.text().strip()))
        self.centre = self._line(
            column, self.tr("Your centre"), self.tr("It stands at the head of dossiers."), settings.centre
        )
        self.centre.editingFinished.connect(lambda: self._keep(centre=self.centre.text().strip()))
        column.addWidget(rule())
        column.addWidget(Text(self.tr("Look"), "heading"))
        self.language = self._segment(column, self.tr("Language"), list(i18n.LANGUAGES.items()), self.desk.lang)
        self.language.chosen.connect(lambda code: self._keep(rebuild=True, lang=code))
        schemes = [
            ("system", self.tr("As the system")),
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
        column.addWidget(Text(self.tr("Dossiers"), "heading"))
        column.addWidget(
            Text(
                self.tr("The Word document practices go out in: ours, or one your centre has drawn."),
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
        folder = Button(self.tr("Open its folder"), Look.PLAIN, "folder-open")
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._location()).parent))))
        self.backup = Button(self.tr("Back up now"), Look.PLAIN, "copy")
        self.backup.clicked.connect(self._back_up)
        line.addWidget(folder)
        line.addWidget(self.backup)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(1)
        self._place.setText(self._location())
        folder.setVisible("://" not in self._location())

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

    def _location(self) -> str:
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

    def _back_up(self) -> None:
        from seeddesk.services import maintenance

        self.backup.setEnabled(False)

        def done(path: Path) -> None:
            self.banner.say(
                "ok",
                self.tr("Backed up and checked."),
                str(path),
                self.tr("Open the folder"),
                lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(path).parent))),
            )

        def failed(error: UserError) -> None:
            self.banner.say("bad", self.tr("No backup was made."), errors.words(error))

        self.desk.write(
            self, lambda ws: maintenance.backup(ws), done, failed=failed, ended=lambda: self.backup.setEnabled(True)
        )
