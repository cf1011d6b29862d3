"""The forms of the catalogue: which there are, which is in use, a new one from a file, its export, its preview, how its questions do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from seeddesk.domain.changes import Changes
from seeddesk.domain.errors import UserError
from seeddesk.domain.form import Form, pick
from seeddesk.domain.remarks import FormRemark
from seeddesk.gui import errors, theme
from seeddesk.gui.desk import Desk
from seeddesk.gui.pages.form_quality import FormQuality
from seeddesk.gui.pages.form_remarks import RemarksList
from seeddesk.gui.passing import new_folder
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.flow import Flow
from seeddesk.gui.widgets.notices import Banner
from seeddesk.gui.widgets.text import Text, rule

if TYPE_CHECKING:
    from seeddesk.gui.preview import Preview
    from seeddesk.services.forms import KnownForm
    from seeddesk.services.workspace import Workspace


class FormsSettings(QScrollArea):
    """The page. rows: one for each version of each form."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._previews: list[Preview] = []
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setProperty("bare", "true")
        column = QVBoxLayout(page)
        column.setContentsMargins(32, 24, 32, 32)
        column.setSpacing(16)
        head = QHBoxLayout()
        head.addWidget(Text(self.tr("Forms"), "heading"))
        head.addStretch(1)
        self.add = Button(self.tr("Add a form…"), Look.PRIMARY, "plus")
        desk.guard(self.add)
        self.add.clicked.connect(self.choose)
        head.addWidget(self.add)
        column.addLayout(head)
        column.addWidget(
            Text(
                self.tr(
                    "A form is a questionnaire made in a spreadsheet (XLSForm). New practices use the main form; each practice is shown with its own. "
                    "A new version changes no answer: what it no longer asks stays with the practice."
                ),
                ink="text2",
                wrap=True,
            )
        )
        self.banner = Banner()
        column.addWidget(self.banner)
        self.remarks = RemarksList(desk.lang)
        column.addWidget(self.remarks)
        self._list = QVBoxLayout()
        self._list.setSpacing(16)
        column.addLayout(self._list)
        self.quality = FormQuality(desk)
        self.quality.hide()
        self.quality.counted.connect(self._to_quality)
        column.addWidget(self.quality)
        column.addStretch(1)
        page.setMaximumWidth(theme.scaled(1160))
        self.setWidget(page)
        self.rows: list[_FormRow] = []
        desk.changed.connect(self._changed)
        self.ask()

    def _changed(self, changes: Changes) -> None:
        if changes.forms or changes.practices:
            self.ask()

    def ask(self) -> None:
        """See what there is."""
        from seeddesk.services import forms

        self._desk.read(self, forms.known, self._show, key=f"forms {id(self)}")

    def _show(self, known: Sequence[KnownForm]) -> None:
        for old in self.rows:
            self._list.removeWidget(old)
            old.deleteLater()
        several = len({one.id for one in known}) > 1
        self.rows = [_FormRow(one, self, self._desk.lang, several) for one in known]
        for row in self.rows:
            self._list.addWidget(row)

    # -- what can be done ----------------------------------------------------------------------------------------------

    def guard(self, button: Button) -> None:
        """Forbid a button where the catalogue can only be read."""
        self._desk.guard(button)

    def choose(self) -> None:
        """Ask for a form's file."""
        file, _ = QFileDialog.getOpenFileName(
            self, self.tr("Add a form"), "", self.tr("Forms (*.xlsx *.xml *.zip);;Every file (*)")
        )
        if file:
            self.take(Path(file))

    def take(self, path: Path) -> None:
        """Check a form, say what is wrong or doubtful with it, and take it in where nothing is wrong."""
        from seeddesk.services import form_tools, forms

        def work(ws: Workspace) -> tuple[Form | None, Sequence[FormRemark], Changes]:
            form, remarks = form_tools.check(path)
            if form is None:
                return None, remarks, Changes()
            taken, _, changes = forms.add(ws, path)
            return taken, remarks, changes

        self.banner.say("info", self.tr("Reading {name}…").format(name=path.name))
        self.remarks.show_remarks(())
        self.add.setEnabled(False)
        self._desk.write(
            self,
            work,
            lambda found: self._taken(path, found[0], found[1]),
            failed=self._failed,
            ended=lambda: self.add.setEnabled(True),
        )

    def _taken(self, path: Path, form: Form | None, remarks: Sequence[FormRemark]) -> None:
        self.remarks.show_remarks(remarks)
        if form is None:
            self.banner.say(
                "bad",
                self.tr("{name} cannot be used yet.").format(name=path.name),
                self.tr("Nothing was taken in. Mend what stands below, then add it again."),
                self.tr("Preview"),
                lambda: self.preview(path),
            )
            return
        title = pick(form.title, self._desk.lang, form.id)
        said = self.tr("Its practices are shown by version {version} from now on.").format(version=form.version)
        if not form.version:
            said = self.tr("Its practices are shown by it from now on.")
        self.banner.say("warn" if remarks else "ok", self.tr("{title} is in use.").format(title=title), said)

    def _failed(self, error: UserError) -> None:
        self.banner.say("bad", "", errors.words(error))

    def make_main(self, known: KnownForm) -> None:
        """New practices get this form from now on."""
        from seeddesk.services import forms

        self._desk.write(self, lambda ws: forms.main(ws, known.id), failed=self._failed)

    def use(self, known: KnownForm) -> None:
        """Show the form's practices by this version from now on."""
        from seeddesk.services import forms

        self._desk.write(self, lambda ws: forms.use(ws, known.id, known.version), failed=self._failed)

    def save(self, known: KnownForm) -> None:
        """Write the form for other programs, where the person says: a workbook, or an XForm."""
        file, chosen = QFileDialog.getSaveFileName(
            self, self.tr("Export the form"), f"{known.id}.xlsx", self.tr("XLSForm workbook (*.xlsx);;XForm (*.xml)")
        )
        if file:
            self.write(known, Path(file), "xform" if file.endswith(".xml") or "*.xml" in chosen else "xlsx")

    def write(self, known: KnownForm, out: Path, kind: str) -> None:
        """Write the form to a file. kind: ``xlsx`` or ``xform``."""
        from seeddesk.services import form_tools

        out = out.with_suffix(".xml" if kind == "xform" else ".xlsx")

        def work(ws: Workspace) -> tuple[Path, ...]:
            form = form_tools.named(ws, known.id, known.version)
            return form_tools.export(form, kind, out, form_tools.media(ws, form))

        self._desk.read(self, work, self._written, failed=self._failed)

    def _written(self, paths: Sequence[Path]) -> None:
        self.banner.say(
            "ok",
            self.tr("Written."),
            str(paths[0]),
            self.tr("Open the folder"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths[0].parent))),
        )

    def preview(self, path: Path) -> None:
        """Try a form out in a window of its own; nothing is kept."""
        from seeddesk.gui.preview import open_preview

        self._previews.append(open_preview(path, self._desk))

    def preview_known(self, known: KnownForm) -> None:
        """Try out a form of the catalogue."""
        from seeddesk.services import form_tools

        folder = new_folder()

        def work(ws: Workspace) -> Path:
            form = form_tools.named(ws, known.id, known.version)
            return form_tools.export(form, "xform", folder / f"{known.id}.xml", form_tools.media(ws, form))[0]

        self._desk.read(self, work, self.preview, failed=self._failed)

    def show_quality(self, known: KnownForm) -> None:
        """How the questions of a form do in the practices recorded with it."""
        self.quality.show()
        self.quality.ask(known.id)

    def _to_quality(self) -> None:
        """Bring the figures into sight, once the page has made room for them."""
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.quality.table, 0, 16))


class _FormRow(QWidget):
    """One version of a form: what it is, and what can be done with it."""

    OFFERS = True  # its buttons, to the command palette

    def __init__(self, known: KnownForm, page: FormsSettings, lang: str, several: bool) -> None:
        super().__init__()
        self.known = known
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(rule())
        title = pick(known.title, lang, known.id)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Text(title, "label", "text" if known.in_use else "text2"))
        head.addWidget(
            Text(self.tr("version {version}").format(version=known.version) if known.version else "", "body", "text2")
        )
        head.addStretch(1)
        column.addLayout(head)
        facts = [known.id]
        if known.main and known.in_use:
            facts.append(self.tr("main form, used for new practices"))
        elif known.in_use:
            facts.append(self.tr("in use"))
        else:
            facts.append(self.tr("an earlier version, kept for what was recorded with it"))
        if known.in_use:
            facts.append(self.tr("%n practice(s)", "", known.practices))
        column.addWidget(Text(" · ".join(facts), "hint", "text2", wrap=True))
        line = Flow()
        self.buttons: dict[str, Button] = {}
        for code, words, icon, wanted, does in (
            (
                "main",
                self.tr("Make it the main form"),
                "check",
                known.in_use and several and not known.main,
                page.make_main,
            ),
            ("use", self.tr("Use this version"), "check", not known.in_use, page.use),
            ("quality", self.tr("Question statistics"), "chart-bar", known.in_use, page.show_quality),
            ("preview", self.tr("Preview"), "eye", True, page.preview_known),
            ("export", self.tr("Export…"), "export", True, page.save),
        ):
            if wanted:
                button = Button(words, Look.PLAIN, icon)
                button.setAccessibleName(f"{words}: {title} {known.version}")
                button.clicked.connect(lambda _=False, does=does: does(known))
                line.addWidget(button)
                self.buttons[code] = button
                if code in ("main", "use"):
                    page.guard(button)
        column.addLayout(line)
