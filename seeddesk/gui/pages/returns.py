"""Returns: files dropped are rehearsed, understood, and applied in one gesture. Nothing is written before that."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from seeddesk.domain.changes import Changes
from seeddesk.domain.errors import UserError
from seeddesk.domain.messages import sentence
from seeddesk.domain.report import FileReport, ImportReport
from seeddesk.gui import errors, i18n, theme
from seeddesk.gui.desk import Desk
from seeddesk.gui.models.reports import REPORT, ReportDelegate, ReportsModel
from seeddesk.gui.pages.fidelity import FidelityPane
from seeddesk.gui.pages.locked_files import LockedFiles
from seeddesk.gui.pages.outcome_strip import OutcomeStrip
from seeddesk.gui.pages.under_way import UnderWay
from seeddesk.gui.tasks import Job
from seeddesk.gui.widgets.bars import Bar, Mark
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.notices import Banner
from seeddesk.gui.widgets.text import Text

PROMISE = 840  # pixels at factor 1 from which what is promised stands beside the buttons


class Returns(QWidget):
    """`applied`: an import ended, with its report · `opened`: a practice to open."""

    applied = Signal(object)
    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._paths: list[Path] = []
        self._passwords: dict[str, str] = {}
        self._job: Job | None = None
        self._stopping = False
        self.report: ImportReport | None = None
        self._refused: tuple[FileReport, ...] = ()  # of the rehearsal, when the rest was applied
        words = {
            "": self.tr("All"),
            "new": self.tr("New"),
            "updated": self.tr("Updated"),
            "unchanged": self.tr("Unchanged"),
            "conflict": self.tr("In conflict"),
            "refused": self.tr("Refused"),
        }
        self.model = ReportsModel(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.banner = Banner(closable=False)
        column.addWidget(self.banner)
        self._work = UnderWay(self.banner)
        column.addWidget(self._work.bar)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_empty())
        self._stack.addWidget(self._make_plan(words))
        column.addWidget(self._stack, 1)
        self.model.ticked_changed.connect(self._show_ticked)

    def _make_empty(self) -> QWidget:
        page = _DropArea()
        column = QVBoxLayout(page)
        column.setContentsMargins(64, 64, 64, 64)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(Mark("tray", 28), 0, Qt.AlignmentFlag.AlignHCenter)
        title = Text(self.tr("Drop the dossiers that came back here"), "display", wrap=True)
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(title)
        words = Text(
            self.tr(
                "Word files, tables (.csv, .xlsx) or whole folders. First you see what would change; nothing is written before you say so."
            ),
            "long",
            "text2",
            wrap=True,
        )
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)
        self.choose = Button(self.tr("Choose files"), Look.PRIMARY, "folder-open", "Ctrl+I", height=40)
        self.choose.clicked.connect(self.choose_files)
        column.addSpacing(8)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return page

    def _make_plan(self, words: dict[str, str]) -> QWidget:
        page = QWidget()
        across = QHBoxLayout(page)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        self.strip = OutcomeStrip(words)
        self.strip.chosen.connect(self.model.filter)
        self.table = _Files()
        self.table.setModel(self.model)
        self.table.setItemDelegate(ReportDelegate(self.model, words, self.changes, self.table))
        self.table.selectionModel().currentChanged.connect(lambda index: self._show_file(index.data(REPORT)))
        self.table.ticked.connect(self.model.tick)
        self.table.filtered.connect(self.strip.choose)
        self.table.doubleClicked.connect(lambda index: self._open(index.data(REPORT)))
        self.actions = Bar(64, edge="top")
        both = QVBoxLayout()
        both.setSpacing(0)
        both.addStretch(1)
        self._selected = Text("", "label", wrap=True)
        self._promise = Text("", "hint", "text2")
        both.addWidget(self._selected)
        both.addWidget(self._promise)
        both.addStretch(1)
        self.actions.row.addLayout(both, 1)
        self._again = Button(self.tr("Other files"), Look.PLAIN, height=40)
        self._again.clicked.connect(self.clear)
        self.apply = Button("", Look.PRIMARY, key="Ctrl+Return", height=40)
        self.apply.clicked.connect(self.apply_plan)
        self.actions.row.addWidget(self._again)
        self.actions.row.addWidget(self.apply)
        self.locked = LockedFiles()
        self.locked.opened.connect(self._unlock)
        left.addWidget(self.strip)
        left.addWidget(self.locked)
        left.addWidget(self.table, 1)
        left.addWidget(self.actions)
        across.addLayout(left, 1)
        self.pane = FidelityPane(self._desk)
        self.pane.opened.connect(self.opened)
        across.addWidget(self.pane)
        return page

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is promised stands where there is room for it."""
        super().resizeEvent(event)
        self._promise.setVisible(self.width() >= theme.scaled(PROMISE))

    # -- rehearsal -----------------------------------------------------------------------------------------------------

    def choose_files(self) -> None:
        """Ask for files and rehearse them."""
        paths, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Choose dossiers or tables"),
            "",
            self.tr("Dossiers and tables (*.docx *.csv *.xlsx *.seeddesk);;All files (*)"),
        )
        if paths:
            self.rehearse(paths)

    def rehearse(self, paths: list[str]) -> None:
        """See what merging these would do."""
        kept = [path for path in paths if path.lower().endswith(".seeddesk")]
        if kept:
            self._take_back(Path(kept[0]), [path for path in paths if path != kept[0]])
            return
        self._paths, self._passwords = [Path(path) for path in paths], {}
        self._run(dry_run=True)

    def _take_back(self, path: Path, rest: list[str]) -> None:
        """What was kept elsewhere while the disk refused comes into the catalogue; then what was brought with it has its turn."""
        from seeddesk.services import keeping

        def taken(result: tuple[int, Changes]) -> None:
            self.banner.say(
                "ok",
                self.tr("%n practice(s) imported.", "", result[0]),
                self.tr("What was in the file is in the catalogue now."),
            )
            if rest:
                self.rehearse(rest)

        self._desk.write(self, lambda ws: keeping.take_back(ws, path), taken, failed=self._failed)

    def _unlock(self, passwords: dict[str, str]) -> None:
        """Read again, with passwords for those that have one."""
        self._passwords = passwords
        self._run(dry_run=True)

    def apply_plan(self) -> None:
        """Merge what is ticked."""
        ticked = list(dict.fromkeys(Path(report.path) for report in self.model.ticked))
        if ticked and self.model.ticking and self._job is None:
            self._paths = ticked
            whole = self.report.files if self.report is not None else ()
            self._refused = tuple(file for file in whole if file.status == "refused" and Path(file.path) not in ticked)
            self._run(dry_run=False)

    def cancel(self) -> None:
        """Stop what is under way."""
        if self._job is not None:
            self._stopping = True
            self._job.cancel()

    def clear(self) -> None:
        """Back to the drop area."""
        self.cancel()
        self.report = None
        self.banner.hide()
        self._stack.setCurrentIndex(0)
        self.choose.setFocus()

    def _run(self, dry_run: bool) -> None:
        paths, passwords = self._paths, self._passwords

        def read(ws, progress):  # noqa: ANN001, ANN202 - types of the services, which are not imported here
            from seeddesk.services import (
                merging,
            )  # on the working thread: loading it takes longer than a window may stand

            return merging.import_files(ws, paths, dry_run=dry_run, progress=progress, password=passwords)

        self.apply.setEnabled(False)
        self._stopping = False
        bold = self.tr("Rehearsal: nothing is written.") if dry_run else self.tr("Merging.")
        self._work.begin(bold, self.cancel, self.tr("Reading the files"))
        start = self._desk.long if dry_run else self._desk.write_long
        self._job = start(
            self,
            read,  # which loads what it needs on its own thread: the window would stand for as long
            lambda result: self._show(result[0], dry_run),
            failed=self._failed,
            told=self._work.told,
            ended=lambda: self._ended(dry_run),
        )

    def _ended(self, dry_run: bool) -> None:
        self._job = None
        self._work.ended()
        self._show_ticked()
        if self._stopping and not dry_run and self.report is not None:  # unless `_show` says more
            self.banner.say("info", self.tr("Stopped."), self.tr("Nothing was merged."))

    def take_focus(self) -> None:
        """To what is to be done next."""
        asked = self.locked.all
        first = self.choose if self.report is None else asked if asked.isVisible() else self.table
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: UserError) -> None:
        self.banner.say("bad", "", errors.words(error))

    def _show(self, report: ImportReport, dry_run: bool) -> None:
        read = self.tr("%n file(s) or row(s) read", "", len(report.files))
        if not dry_run:  # whoever sends them back needs to see which, and why, afterwards too
            report = replace(report, files=(*report.files, *self._refused))
        self.report = report
        self._stack.setCurrentIndex(1)
        self.locked.show_report(report.files if dry_run else ())
        self.strip.show_report(report)
        self.model.load(report.files, ticking=dry_run)
        self.table.setCurrentIndex(self.model.index(0))
        if self.isVisible():
            self.take_focus()
        else:  # whoever went on writing elsewhere goes on
            self._desk.told.emit(self.tr("{read}. Merge says what is in them.").format(read=read), None)
        seconds = max(0.1, self._work.seconds)
        remarks = [sentence(remark.code, self._desk.lang, **remark.arguments) for remark in report.remarks[:3]]
        if dry_run:
            self.banner.say(
                "info",
                self.tr("Rehearsal: nothing is written yet."),
                " ".join((f"{read}, {i18n.decimal(seconds)} s.", *remarks)),
            )
        elif report.stopped:
            self._show_stopped(report)
        else:
            self.banner.say(
                "ok",
                self.tr("%n merged.", "", _done(report)),
                self.tr("{read}. Every value is in the history of its field.").format(read=read),
            )
        if not dry_run:
            self.applied.emit(report)

    def _show_stopped(self, report: ImportReport) -> None:
        """What is merged is; the others can follow."""
        told = {file.path for file in report.files}
        rest = [path for path in self._paths if str(path) not in told]

        def go_on() -> None:
            self._paths = rest
            self._run(dry_run=True)

        self.banner.say(
            "warn",
            self.tr("Stopped: %n merged.", "", _done(report)),
            self.tr("%n file(s) were not reached.", "", len(rest)),
            self.tr("See these again") if rest else "",
            go_on,
        )

    def _show_ticked(self) -> None:
        count, applicable = len(self.model.ticked), self.model.applicable
        ticking = self.model.ticking
        self.apply.setVisible(ticking)
        self.apply.setEnabled(count > 0 and self._job is None)
        self.apply.setText(self.tr("Apply %n", "", count))
        if ticking:
            self._selected.setText(
                self.tr("{count} selected of {total} that can be applied").format(
                    count=i18n.number(count), total=i18n.number(applicable)
                )
            )
            self._promise.setText(self.tr("Conflicts become a decision; nothing is overwritten."))
        else:
            self._selected.setText(self.tr("Done"))
            self._promise.setText(self.tr("Merging the same files again changes nothing."))

    def _show_file(self, report: FileReport | None) -> None:
        self.pane.show_report(report, self.changes(report) if report is not None else "")

    def _open(self, report: FileReport | None) -> None:
        if report is not None and report.practice and not self.model.ticking:
            self.opened.emit(report.practice)

    def changes(self, report: FileReport) -> str:
        """What a file changes, in a few words; why it was refused."""
        if report.reason:
            return sentence(report.reason, self._desk.lang, **report.reason_arguments)
        kinds = [change for _, change in report.fields.values()]
        changed = sum(kind in ("changed", "added", "removed", "conflict") for kind in kinds)
        parts = [self.tr("%n field(s)", "", changed)] if changed else [self.tr("no change")]
        conflicts = kinds.count("conflict")
        if conflicts:
            parts.append(self.tr("%n in conflict", "", conflicts))
        if report.notes:
            parts.append(self.tr("%n comment(s)", "", report.notes))
        if report.fidelity is not None and report.fidelity.left_over:
            parts.append(self.tr("%n text(s) left over", "", len(report.fidelity.left_over)))
        return ", ".join(parts)


def _done(report: ImportReport) -> int:
    return sum(report.count(status) for status in ("new", "updated", "conflict"))


class _Files(QListView):
    """The table of files: Space ticks, digits filter."""

    ticked = Signal(int)
    filtered = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Files"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and digits."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.ticked.emit(self.currentIndex().row())
        elif event.text().isdigit() and not event.modifiers():
            self.filtered.emit(int(event.text()))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event) -> None:  # noqa: ANN001 - Qt's own type
        """A press on the box ticks."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() < 40:
            self.ticked.emit(index.row())


class _DropArea(QWidget):
    """A dashed frame: files may be dropped (they may be, anywhere in the window)."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dashes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("ctl"), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(self.rect().adjusted(32, 32, -32, -32), 6, 6)
