"""Export a dossier from any page: into the person's folder of dossiers, with a way to it; with a password where the person wants one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from seeddesk.gui import theme
from seeddesk.gui.pages.page import Page
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.secret_line import SecretLine
from seeddesk.gui.widgets.text import Text

SHORT = 8  # characters below which a password is guessed soon


def dossier_folder() -> Path:
    """Where dossiers go: a folder of their own among the person's documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) / "SeedDesk"


def export_dossier(page: Page, practice: str, password: str = "") -> None:
    """Write a practice's dossier and say where it lies. password: what it opens with, "" for none."""
    from seeddesk.services import exporting  # only when asked for

    folder, desk = dossier_folder(), page.desk

    def tell(written: Sequence[Path]) -> None:
        page.banner.say(
            "ok",
            QCoreApplication.translate("Exporting", "Dossier written, with its password.")
            if password
            else QCoreApplication.translate("Exporting", "Dossier written."),
            QCoreApplication.translate("Exporting", "{name} in {folder}").format(
                name=written[0].name if written else "", folder=folder
            ),
            QCoreApplication.translate("Exporting", "Open the folder"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
            more=[(QCoreApplication.translate("Exporting", "Send by e-mail"), lambda: mail(written[0]))]
            if written
            else (),
        )

    def mail(file: Path) -> None:
        from seeddesk.gui.pages.mailing import compose  # only when asked for

        compose(page, file, file.stem, attach_by_hand)

    def attach_by_hand() -> None:
        page.banner.say(
            "info",
            QCoreApplication.translate("Exporting", "Attach the dossier yourself."),
            QCoreApplication.translate(
                "Exporting", "This system does not let SeedDesk attach it: the folder is open beside the message."
            ),
        )

    desk.long(
        page,
        lambda ws, progress: exporting.export_dossiers(ws, [practice], folder, desk.lang, progress, password),
        tell,
        failed=page.show_error,
    )


def export_many(page: Page, practices: Sequence[str], kind: str) -> None:
    """Several practices as ``dossiers``, or as one table, ``xlsx`` or ``csv``; says where they lie."""
    if kind == "dossiers":
        export_dossiers(page, practices, dossier_folder())
        return
    name = QCoreApplication.translate("Exporting", "practices {date}").format(date=date.today().isoformat())
    said, _ = QFileDialog.getSaveFileName(
        page,
        QCoreApplication.translate("Exporting", "Save the practices as a table"),
        str(dossier_folder().parent / f"{name}.{kind}"),
        "Excel (*.xlsx)" if kind == "xlsx" else "CSV (*.csv)",
    )
    if said:
        out = Path(said)
        export_table(page, practices, kind, out if out.suffix else out.with_suffix(f".{kind}"))


def export_dossiers(page: Page, practices: Sequence[str], folder: Path) -> None:
    """Write the dossiers of several practices into a folder."""
    from seeddesk.services import exporting  # only when asked for

    def tell(written: Sequence[Path]) -> None:
        _tell_where(
            page,
            QCoreApplication.translate("Exporting", "Dossiers written: {count}.").format(count=len(written)),
            folder,
        )

    _run(
        page,
        QCoreApplication.translate("Exporting", "Writing dossiers."),
        lambda ws, progress: exporting.export_dossiers(ws, practices, folder, page.desk.lang, progress),
        tell,
    )


def export_table(page: Page, practices: Sequence[str], kind: str, out: Path) -> None:
    """Write several practices into one table, ``xlsx`` or ``csv``, which can come back edited."""
    from seeddesk.services import table_export  # only when asked for

    def tell(written: Path) -> None:
        _tell_where(
            page,
            QCoreApplication.translate("Exporting", "Practices in the table {name}: {count}.").format(
                name=written.name, count=len(practices)
            ),
            written.parent,
        )

    _run(
        page,
        QCoreApplication.translate("Exporting", "Writing the table."),
        lambda ws, progress: table_export.export_table(ws, practices, kind, out, progress),
        tell,
    )


def _run(page: Page, words: str, verb: Callable[..., Any], then: Callable[[Any], None]) -> None:
    job = page.desk.long(page, verb, then, failed=page.show_error, told=page.work.told, ended=page.work.ended)
    page.work.begin(words, job.cancel)


def _tell_where(page: Page, words: str, folder: Path) -> None:
    page.banner.say(
        "ok",
        words,
        QCoreApplication.translate("Exporting", "It lies in {folder}").format(folder=folder),
        QCoreApplication.translate("Exporting", "Open the folder"),
        lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
    )


def export_with_password(page: Page, practice: str) -> PasswordPanel:
    """Ask for a password in the page, under its top bar, then export; the panel that asks."""
    old = page.findChild(PasswordPanel)
    if old is not None:
        old.leave()
    panel = PasswordPanel(page)

    def go(password: str) -> None:
        panel.leave()
        export_dossier(page, practice, password)

    panel.chosen.clicked.connect(lambda: panel.answer(go))
    for secret in (panel.first, panel.again):
        secret.entered.connect(lambda: panel.answer(go))
    page.layout().insertWidget(page.layout().indexOf(page.banner) + 1, panel)
    panel.show()
    panel.first.setFocus(Qt.FocusReason.OtherFocusReason)
    return panel


class PasswordPanel(QWidget):
    """A password, twice."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        theme.ground(self, "window", "bottom")
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 16, 32, 16)
        column.setSpacing(8)
        column.addWidget(Text(self.tr("Export the dossier with a password"), "heading"))
        column.addWidget(
            Text(
                self.tr(
                    "Word and LibreOffice ask for it on opening. Tell it to whoever gets the dossier by another way than the file itself; nobody can open it without."
                ),
                ink="text2",
                wrap=True,
            )
        )
        row = QHBoxLayout()
        row.setSpacing(16)
        self.first = self._field(row, self.tr("Password"))
        self.again = self._field(row, self.tr("The same again"))
        self.first.revealed.connect(lambda on: self.again.eye.isChecked() == on or self.again.reveal(on))
        self.again.revealed.connect(lambda on: self.first.eye.isChecked() == on or self.first.reveal(on))
        self.chosen = Button(self.tr("Export"), Look.PLAIN, "file-text")
        cancel = Button(self.tr("Cancel"), Look.FLAT, key="Esc")
        cancel.clicked.connect(self.leave)
        ways = row if theme.roomy() else QHBoxLayout()
        ways.addWidget(self.chosen, 0, Qt.AlignmentFlag.AlignBottom)
        ways.addWidget(cancel, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        column.addLayout(row)
        if ways is not row:
            ways.addStretch(1)
            column.addLayout(ways)
        self.said = Text("", ink="bad", wrap=True)
        self.said.hide()
        column.addWidget(self.said)
        shortcut = QShortcut(QKeySequence("Esc"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.leave)

    def _field(self, row: QHBoxLayout, label: str) -> SecretLine:
        box = QVBoxLayout()
        box.setSpacing(4)
        box.addWidget(Text(label, "label"))
        secret = SecretLine(label)
        secret.setMinimumWidth(theme.scaled(160))
        secret.setMaximumWidth(theme.scaled(240))
        box.addWidget(secret)
        row.addLayout(box, 99)  # what they cannot take is left at the end
        return secret

    def answer(self, go: Callable[[str], object]) -> None:
        """Go on with the password, when both lines hold the same one."""
        password = self.first.text()
        if len(password) < SHORT:
            self._say(
                self.tr("At least {count} characters: shorter ones are guessed soon.").format(count=SHORT), self.first
            )
        elif password != self.again.text():
            self._say(self.tr("The two are not the same. Type them again."), self.again)
        else:
            go(password)

    def _say(self, words: str, where: SecretLine) -> None:
        self.said.setText(words)
        self.said.show()
        where.setFocus(Qt.FocusReason.OtherFocusReason)
        where.line.selectAll()

    def leave(self) -> None:
        """Close without exporting."""
        self.hide()
        self.setParent(None)
        self.deleteLater()
