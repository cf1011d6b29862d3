"""Settings, safety: when the last backup was made and where, a second place, bringing one back, and protection."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from seeddesk.domain.errors import UserError
from seeddesk.gui import errors
from seeddesk.gui.desk import Desk
from seeddesk.gui.gate import Aside
from seeddesk.gui.pages.opening import moment_of
from seeddesk.gui.pages.protection_settings import ProtectionSettings
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.flow import Flow
from seeddesk.gui.widgets.text import Text, rule

if TYPE_CHECKING:
    from seeddesk.gui.pages.settings import SettingsPage
    from seeddesk.gui.tasks import Job
    from seeddesk.services.keeping import Backup, Standing
    from seeddesk.services.maintenance import Restored


class SafetySettings(QWidget):
    """Backups and protection of the open catalogue."""

    def __init__(self, desk: Desk, page: SettingsPage) -> None:
        super().__init__()
        self._desk, self._page = desk, page
        self._standing: Standing | None = None
        self._listing: Job | None = None
        self.rows: list[BackupRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Text(self.tr("Backups"), "heading"))
        self.said = Text("", wrap=True)
        column.addWidget(self.said)
        column.addWidget(
            Text(
                self.tr(
                    "Made every half hour when something changed, and before anything that changes much. Each one is opened and compared before it counts."
                ),
                ink="text2",
                wrap=True,
            )
        )
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.hide()
        column.addWidget(self._bar)
        line = Flow()
        self.now = self._button(line, self.tr("Back up now"), "copy", self._back_up)
        self.folder = self._button(line, self.tr("Open their folder"), "folder-open", self._open_folder)
        self.list = self._button(line, self.tr("Restore one…"), "clock-counter-clockwise", self._toggle_list)
        self.list.setCheckable(True)
        column.addLayout(line)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column.addLayout(self._rows)
        _part(column)
        column.addWidget(Text(self.tr("Second folder"), "heading"))
        self.second = Text("", wrap=True)
        column.addWidget(self.second)
        line = Flow()
        self.choose = self._button(line, self.tr("Choose a folder…"), "folder-open", self._choose_second)
        self.copy = self._button(line, self.tr("Copy there now"), "copy", self._copy_second)
        self.drop = self._button(line, self.tr("Stop copying there"), "", lambda: self._use_second(None))
        column.addLayout(line)
        _part(column)
        self.protection = ProtectionSettings(desk, page)
        column.addWidget(self.protection)
        desk.guard(self.list, self.choose, self.copy, self.drop)
        self.ask()

    def _button(self, line: Flow, words: str, icon: str, does: object) -> Button:
        button = Button(words, Look.PLAIN, icon)
        button.clicked.connect(lambda: does())
        line.addWidget(button)
        return button

    # -- how things stand ----------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """See how the backups stand."""
        from seeddesk.services import keeping

        self._desk.read(self, keeping.standing, self._show, key=f"safety {id(self)}")

    def _show(self, standing: Standing) -> None:
        self._standing = standing
        if standing.latest is None:
            self.said.setText(
                self.tr("There is no backup yet: nothing was recorded, or the first half hour is not over.")
            )
        else:
            self.said.setText(
                self.tr("The last one: {made}, opened and compared. %n in all, in {folder}", "", standing.count).format(
                    made=moment_of(standing.latest), folder=standing.folder
                )
            )
        self.list.setVisible(standing.latest is not None)
        self.folder.setVisible(standing.latest is not None)
        second = standing.second
        if second.folder is None:
            words = self.tr(
                "All backups lie on this computer's disk. A stick or a shared folder keeps them when the computer is lost."
            )
        elif not second.there:
            words = self.tr("{folder} is not there now. Connect it: the newest backup goes there by itself.").format(
                folder=second.folder
            )
        elif second.latest is None:
            words = self.tr("{folder} is ready: the next backup goes there too.").format(folder=second.folder)
        else:
            words = self.tr("The last one in {folder}: {made}, opened and compared there.").format(
                folder=second.folder, made=moment_of(second.latest)
            )
        self.second.setText(words)
        self.choose.setText(self.tr("Choose a folder…") if second.folder is None else self.tr("Another folder…"))
        self.copy.setVisible(second.there and standing.latest is not None)
        self.drop.setVisible(second.folder is not None)

    # -- backing up ----------------------------------------------------------------------------------------------------

    def _back_up(self) -> None:
        from seeddesk.services import maintenance

        self._work(self.now, lambda ws: maintenance.backup(ws), self._backed_up)

    def _backed_up(self, path: Path) -> None:
        self._page.banner.say(
            "ok", self.tr("Backed up and checked."), str(path), self.tr("Open the folder"), self._open_folder
        )
        self._reload()

    def _work(self, button: Button, verb: object, then: object) -> None:
        def ended() -> None:
            self._bar.hide()
            button.setEnabled(True)

        button.setEnabled(False)
        self._bar.setRange(0, 0)
        self._bar.show()
        self._desk.write(self, verb, then, failed=self._failed, ended=ended)

    def _failed(self, error: UserError) -> None:
        self._page.banner.say("bad", self.tr("No backup was made."), errors.words(error))

    def _open_folder(self) -> None:
        if self._standing is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._standing.folder)))

    # -- the second place ----------------------------------------------------------------------------------------------

    def _choose_second(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.tr("Where backups are copied to besides"))
        if path:
            self._use_second(Path(path))

    def _use_second(self, folder: Path | None) -> None:
        from seeddesk.services import maintenance

        def use(ws):  # noqa: ANN001, ANN202 - types of the services, which are not imported here
            changes = maintenance.choose_second_place(folder)
            return maintenance.copy_to_second_place(ws), changes

        self._work(self.choose, use, lambda _: self.ask())

    def _copy_second(self) -> None:
        from seeddesk.services import maintenance

        self._work(
            self.copy,
            lambda ws: (maintenance.before(ws, ""), maintenance.copy_to_second_place(ws)),
            lambda _: self._reload(),
        )

    # -- bringing one back ---------------------------------------------------------------------------------------------

    def _reload(self) -> None:
        self.ask()
        if self.list.isChecked():
            self._load()

    def _toggle_list(self) -> None:
        if self.list.isChecked():
            self._load()
        else:
            self._clear()

    def _load(self) -> None:
        from seeddesk.services import keeping

        self._clear()
        self._bar.show()
        self._listing = self._desk.long(
            self,
            keeping.listed,
            self._show_list,
            told=lambda done, total, what: (self._bar.setRange(0, total), self._bar.setValue(done)),
            ended=self._bar.hide,
        )

    def _clear(self) -> None:
        if self._listing is not None:
            self._listing.cancel()
        for row in self.rows:
            self._rows.removeWidget(row)
            row.deleteLater()
        self.rows.clear()

    def _show_list(self, found: tuple[Backup, ...]) -> None:
        self._listing = None
        if self.list.isChecked() and not self.rows:
            self.rows = [BackupRow(one, self._bring_back) for one in found]
            for row in self.rows:
                self._rows.addWidget(row)

    def _bring_back(self, backup: Backup) -> None:
        from seeddesk.services import maintenance

        def told(done: Restored) -> tuple[str, str]:
            kept = done.kept.name if done.kept is not None else "?"
            bold = self.tr("The backup of {made} is restored.").format(made=made)
            return bold, self.tr("What was there before is kept beside the catalogue as {kept}.").format(kept=kept)

        made = moment_of(backup.made)
        self._page.aside.emit(
            Aside(
                self.tr("Restoring the backup of {made}").format(made=made),
                self.tr("What is there now is put aside, whole, under another name."),
                lambda location, _: maintenance.restore(backup.path, location),
                told,
            )
        )


def _part(column: QVBoxLayout) -> None:
    """A line between two groups, as far from both as on the page beside this one."""
    column.addSpacing(8)
    column.addWidget(rule())
    column.addSpacing(8)


class BackupRow(QWidget):
    """One backup: when, why, what it holds; bringing it back is asked for once more in its place."""

    OFFERS = True  # its buttons, to the command palette

    def __init__(self, backup: Backup, bring_back: object) -> None:
        super().__init__()
        reasons = {
            "import": self.tr("before an import"),
            "merge": self.tr("before a merge"),
            "migration": self.tr("before an update of SeedDesk"),
            "restore": self.tr("before restoring one"),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        line = QHBoxLayout()
        line.setContentsMargins(0, 6, 0, 6)
        line.setSpacing(16)
        made = moment_of(backup.made)
        line.addWidget(Text(made), 2)
        holds = (
            self.tr("does not open") if backup.practices is None else self.tr("%n practice(s)", "", backup.practices)
        )
        line.addWidget(Text(holds, ink="bad" if backup.practices is None else "text2"), 2)
        line.addWidget(Text(reasons.get(backup.reason, ""), "hint", "text3"), 2)
        self.back = Button(self.tr("Restore"), Look.PLAIN)
        self.back.setAccessibleName(self.tr("Restore the backup of {made}").format(made=made))
        self.back.setEnabled(backup.practices is not None)
        kept = self.back.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # the columns stay where they are
        self.back.setSizePolicy(kept)
        self.back.clicked.connect(lambda: self._ask(True))
        line.addWidget(self.back)
        column.addLayout(line)
        self._sure = QWidget()
        asked = QHBoxLayout(self._sure)
        asked.setContentsMargins(0, 0, 0, 8)
        asked.setSpacing(8)
        words = self.tr(
            "The catalogue goes back to {made}. What was saved since then is kept in a file beside it."
        ).format(made=made)
        asked.addWidget(Text(words, ink="text2", wrap=True), 1)
        self.sure = Button(self.tr("Restore it"), Look.DANGER)
        self.sure.clicked.connect(lambda: bring_back(backup))
        no = Button(self.tr("Leave it"), Look.FLAT)
        no.clicked.connect(lambda: self._ask(False))
        asked.addWidget(self.sure)
        asked.addWidget(no)
        column.addWidget(self._sure)
        self._sure.hide()

    def _ask(self, on: bool) -> None:
        self._sure.setVisible(on)
        self.back.setVisible(not on)
        (self.sure if on else self.back).setFocus()
