"""The recycle bin: what was deleted, by whom, when and by which route, and the way out of it, for one or for many."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from seeddesk.domain.changes import Changes
from seeddesk.domain.query import Query
from seeddesk.gui import i18n, names
from seeddesk.gui.desk import Desk
from seeddesk.gui.models.lines import Line
from seeddesk.gui.pages.list_page import ListPage
from seeddesk.gui.pages.reading import ReadingPane
from seeddesk.gui.widgets.button import Button, Look

if TYPE_CHECKING:
    from seeddesk.services.bin import Binned
    from seeddesk.services.bin import BinPage as Part
    from seeddesk.services.bulk import Applied
    from seeddesk.services.taking_back import Undone
    from seeddesk.services.workspace import Workspace

PART = 200  # lines read at a time


class BinPage(ListPage):
    """The deleted practices, the latest deleted first, each read beside the list."""

    def __init__(self, desk: Desk) -> None:
        reader = ReadingPane(desk, restores=False)
        reader.followed.connect(lambda practice: self.go.emit("catalogue", practice))
        reader.whole.connect(lambda change: self.go.emit("changes", change))
        reader.copied.connect(lambda words: self.toasted.emit(words, None))
        empty = (
            "trash",
            self.tr("The recycle bin is empty"),
            self.tr("What you delete waits here, with its whole history, until somebody restores it."),
        )
        super().__init__(desk, self.tr("Recycle bin"), self.tr("Search the deleted practices"), reader, empty)
        self._after: str | None = None
        self._total = 0
        self.all = Button("", Look.PLAIN)
        self.all.clicked.connect(lambda: self._restore(None))
        self.restore = Button(self.tr("Restore"), Look.PRIMARY, "arrow-u-up-left", "Return")
        self.restore.clicked.connect(lambda: self._restore(self.keys))
        desk.guard(self.all, self.restore)
        for button in (self.all, self.restore):
            self.top.row.addWidget(button)
        self.list.opened.connect(self.restore.click)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._say_chosen())
        self.undo_with_key()
        self.status.show_keys(
            [("Return", self.tr("restore")), ("Ctrl+A", self.tr("all")), ("F6", self.tr("next pane"))]
        )

    def refresh(self, changes: Changes) -> None:
        """Read the bin again."""
        if self._asked:
            self.ask()
            self.reader.again()

    def ask(self) -> None:
        """Read what was deleted, as much as is shown already."""
        from seeddesk.services import bin as recycled
        from seeddesk.services import cataloguing

        text, limit = self.box.text(), max(PART, self.model.rowCount())
        self.desk.read(
            self,
            lambda ws: (recycled.deleted(ws, text, limit), cataloguing.count(ws, Query(deleted=True))),
            lambda found: self._show(*found),
            key=f"bin {id(self)}",
        )

    def fetch(self) -> None:
        """Read what was deleted before."""
        from seeddesk.services import bin as recycled

        text, after = self.box.text(), self._after

        def show(part: Part) -> None:
            if (text, after) == (self.box.text(), self._after):
                self._after = part.after
                self.model.add(part.lines, part.after is not None)

        self.desk.read(self, lambda ws: recycled.deleted(ws, text, PART, after), show)

    def chosen(self, key: str) -> None:
        """Read a deleted practice."""
        self.reader.show_practice(key)

    def clear_reader(self) -> None:
        """Nothing is chosen."""
        self.reader.clear()

    def _show(self, part: Part, total: int) -> None:
        self._after, self._total = part.after, total
        said = self.tr("{found} of {total}").format(found=i18n.number(part.total), total=i18n.number(total))
        self.box.show_count(said if self.box.text() else "")
        self.found.setText(self.tr("%n deleted practice(s)", "", part.total))
        self.all.setText(self.tr("Restore all {count}").format(count=i18n.number(part.total)))
        self.show_things(part.lines, part.after is not None, total)
        for button, there in ((self.all, part.total > 1), (self.restore, total > 0)):
            if button.hasFocus() and not there:  # it goes, and takes the focus out of the page
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setVisible(there)
        self.status.tell("trash", self.tr("%n deleted practice(s)", "", total), more=self.tr("Nothing is ever lost."))
        self._say_chosen()

    def key(self, thing: Binned) -> str:
        """Its practice's id."""
        return thing.row.id

    def line(self, thing: Binned) -> Line:
        """Title and when it was deleted; what it was, and by whom and how."""
        row = thing.row
        status = names.status(self.desk.form, row.status, self.desk.lang)
        by = self.tr("by {name}").format(name=thing.by) if thing.by else ""
        return Line(
            row.title or self.tr("Untitled practice"),
            i18n.moment(thing.time),
            " · ".join(filter(None, (status, row.place, row.year))),
            " · ".join(filter(None, (by, names.origin(thing.origin)))),
            row.status,
        )

    def _say_chosen(self) -> None:
        count = len(self.keys)
        self.restore.setText(self.tr("Restore %n practice(s)", "", count) if count > 1 else self.tr("Restore"))
        self.restore.setEnabled(count > 0)

    # -- out of the bin, and back ------------------------------------------------------------------------------------

    def _restore(self, practices: Sequence[str] | None) -> None:
        """Take practices out of the bin; None for all that are found."""
        from seeddesk.services import bin as recycled

        if practices is not None and not practices:
            return
        text = self.box.text()

        def work(ws: Workspace, progress: object) -> tuple[Applied, Changes]:
            wanted = recycled.every(ws, text) if practices is None else practices
            return recycled.restore(ws, wanted, progress)

        def done(result: tuple[Applied, Changes]) -> None:
            applied = result[0]
            self.tell(self.tr("%n practice(s) restored", "", len(applied.done)), lambda: self._put_back(applied))

        self._run(self.tr("Restoring."), work, done)

    def _put_back(self, applied: Applied) -> None:
        from seeddesk.services import taking_back

        def done(result: tuple[Undone, Changes]) -> None:
            words = self.tr("%n practice(s) back in the bin", "", len(result[0].practices))
            if kept := len(result[0].kept):
                words += " · " + self.tr("%n stay: somebody changed them meanwhile", "", kept)
            self.tell(words, None)

        self._run(self.tr("Back into the bin."), lambda ws, progress: taking_back.undo(ws, applied, progress), done)

    def _run(self, words: str, work: Callable[..., object], done: Callable[..., None]) -> None:
        job = self.desk.write_long(self, work, done, failed=self.show_error, told=self.work.told, ended=self.work.ended)
        self.work.begin(words, job.cancel)
