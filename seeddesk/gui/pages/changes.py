"""The changes of many practices there were: who changed what and when, what taking one back would do, and doing it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from seeddesk.domain.changes import Changes
from seeddesk.domain.errors import UserError
from seeddesk.gui import errors, i18n
from seeddesk.gui.desk import Desk
from seeddesk.gui.models.lines import Line
from seeddesk.gui.pages.list_page import ListPage
from seeddesk.gui.pages.plan_view import PlanView, Prepared, prepare
from seeddesk.gui.tasks import Job
from seeddesk.gui.widgets.bars import Bar
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.tall import tall
from seeddesk.gui.widgets.text import Text

if TYPE_CHECKING:
    from seeddesk.services.bulk import Applied, Plan
    from seeddesk.services.taking_back import ManyChange, Undone

PAUSE = 150  # ms before a change is looked into: arrow keys fly over the others
LONGEST = 60  # characters of a new answer that stand in a title


class ChangePane(QWidget):
    """One change, and what taking it back would do. `wanted`: take it back, by the plan that is shown."""

    OFFERS = True  # its button, to the command palette

    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.plan: Plan | None = None
        self._change: ManyChange | None = None
        self._job: Job | None = None
        column, below = tall(self)
        column.setContentsMargins(24, 20, 0, 0)
        column.setSpacing(12)
        self.title = Text(role="title", wrap=True)
        self.title.setContentsMargins(0, 0, 16, 0)
        self.about = Text(role="hint", ink="text2", wrap=True)
        self.about.setContentsMargins(0, 0, 16, 0)
        self.shown = PlanView(self.tr("What taking it back would do"), why="warn")
        for part in (self.title, self.about):
            column.addWidget(part)
        column.addWidget(self.shown, 1)
        bar = Bar(56, edge="top")
        self.go = Button(self.tr("Take back"), Look.PRIMARY, "arrow-u-up-left", height=40)
        self.go.clicked.connect(lambda: self.wanted.emit(self.plan))
        desk.guard(self.go)
        bar.row.addStretch(1)
        bar.row.addWidget(self.go)
        below.addWidget(bar)
        self.setFocusProxy(self.shown.preview)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._make_plan)

    def show_change(self, change: ManyChange) -> None:
        """Look into a change."""
        self.forget()
        self._change = change
        said = ChangeText()
        self.title.setText(said.title(change))
        parts = (said.about(change), i18n.moment(change.time), said.undone(change))
        self.about.setText(" · ".join(filter(None, parts)))
        self.shown.said.setText(self.tr("Looking at the practices."))
        self._timer.start()

    def forget(self) -> None:
        """Nothing is chosen, or the plan does not hold any more."""
        if self._job is not None:
            self._job.cancel()
        self._timer.stop()
        self._job = self.plan = self._change = None
        self.shown.clear()
        for part in (self.title, self.about, self.shown.said):
            part.setText("")
        if self.go.hasFocus():
            self.shown.preview.setFocus(Qt.FocusReason.OtherFocusReason)
        self.go.setEnabled(False)
        self.go.setText(self.tr("Take back"))

    def _make_plan(self) -> None:
        from seeddesk.services import taking_back

        change = self._change
        if change is not None:
            self._job = self._desk.long(
                self,
                lambda ws, progress: prepare(taking_back.plan(ws, change.name, progress)),
                self._show_plan,
                failed=self._refused,
                told=self.shown.told,
                key=f"change {id(self)}",
            )

    def _refused(self, error: UserError) -> None:
        self.shown.said.setText(errors.words(error))

    def _show_plan(self, found: Prepared) -> None:
        if self._job is None:
            return  # another is looked into by now
        self.plan, self._job = found.plan, None
        count, same, stay = (found.counts[state] for state in ("change", "same", "refused"))
        words = [self.tr("%n practice(s) would be set back", "", count)] if count else []
        if stay:
            words.append(self.tr("%n stay as they are", "", stay))
        if same:
            words.append(self.tr("%n are back already", "", same))
        self.shown.said.setText(" · ".join(words))
        self.shown.write(found)
        self.go.setText(self.tr("Take back %n practice(s)", "", count) if count else self.tr("Nothing to take back"))
        self.go.setEnabled(bool(count))


class ChangesPage(ListPage):
    """The changes of many practices, the latest first, each looked into beside the list."""

    def __init__(self, desk: Desk) -> None:
        reader = ChangePane(desk)
        empty = (
            "clock-counter-clockwise",
            self.tr("No change to several practices yet"),
            self.tr("What is changed in several practices at once is listed here, and can be taken back as a whole."),
        )
        super().__init__(desk, self.tr("Changes to several practices"), self.tr("Search the changes"), reader, empty)
        self.reader: ChangePane = reader
        self._wanted = ""
        self._found: dict[str, ManyChange] = {}
        reader.wanted.connect(self._take_back)
        self.list.opened.connect(self.to_plan)
        self.undo_with_key()
        self.status.show_keys([("Return", self.tr("what it would do")), ("F6", self.tr("next pane"))])

    def enter(self, what: object = None) -> None:
        """Come to the front, maybe with a change to show, by its name."""
        if isinstance(what, str) and what:
            self._wanted = what
            self.box.clear()
            self._go_on()
        super().enter(what)

    def here(self) -> object:
        """The change that is looked into."""
        return self.current or None

    def refresh(self, changes: Changes) -> None:
        """Read them again, and look into the one in front again."""
        if self._asked:
            self.ask()

    def ask(self) -> None:
        """Read the changes there were."""
        from seeddesk.services import taking_back

        self.desk.read(self, taking_back.changes, self._show, key=f"changes {id(self)}")

    def chosen(self, key: str) -> None:
        """Look into a change."""
        self.reader.show_change(self._found[key])

    def clear_reader(self) -> None:
        """Nothing is chosen."""
        self.reader.forget()

    def _show(self, every: Sequence[ManyChange]) -> None:
        self._found = {one.name: one for one in every}
        sought = self.box.text().casefold().split()
        found = [one for one in every if all(word in _sought(one) for word in sought)]
        said = self.tr("{found} of {total}").format(found=i18n.number(len(found)), total=i18n.number(len(every)))
        self.box.show_count(said if sought else "")
        self.found.setText(self.tr("%n change(s)", "", len(found)))
        self.show_things(found, False, len(every))
        self._go_on()
        self.status.use_keys(bool(every))
        self.status.tell("clock-counter-clockwise", self.tr("%n change(s)", "", len(every)))

    def _go_on(self) -> None:
        if self._wanted and self.choose(self._wanted):
            self._wanted = ""

    def to_plan(self) -> None:
        """To the button, or where that says that there is nothing to do, to why."""
        target = self.reader.go if self.reader.go.isEnabled() else self.reader.shown.preview
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def key(self, thing: ManyChange) -> str:
        """Its name."""
        return thing.name

    def line(self, thing: ManyChange) -> Line:
        """What was changed and when; how many practices, by whom, and whether it was taken back."""
        said = ChangeText()
        return Line(said.title(thing), i18n.moment(thing.time), said.about(thing), said.undone(thing))

    # -- back, and again -----------------------------------------------------------------------------------------------

    def _take_back(self, plan: Plan | None) -> None:
        from seeddesk.services import bulk

        if plan is None:
            return
        self.reader.go.setEnabled(False)

        def done(result: tuple[Applied, Changes]) -> None:
            applied = result[0]
            words = self.tr("%n practice(s) set back", "", len(applied.done))
            if kept := len(applied.left) + plan.count("refused"):
                words += " · " + self.tr("%n stay as they are", "", kept)
            self.tell(words, lambda: self._undo_it(applied))

        self._run(self.tr("Setting back."), lambda ws, progress: bulk.apply(ws, plan, progress), done)

    def _undo_it(self, applied: Applied) -> None:
        from seeddesk.services import taking_back

        def done(result: tuple[Undone, Changes]) -> None:
            words = self.tr("%n practice(s) changed again", "", len(result[0].practices))
            if kept := len(result[0].kept):
                words += " · " + self.tr("%n stay as they are", "", kept)
            self.tell(words, None)

        self._run(self.tr("Undoing."), lambda ws, progress: taking_back.undo(ws, applied, progress), done)

    def _run(self, words: str, work: Callable[..., object], done: Callable[..., None]) -> None:
        """Long work that writes; stopped or refused, nothing is changed, and it can be asked for again."""

        def ended() -> None:
            self.work.ended()
            if self.isVisible():
                self.ask()

        job = self.desk.write_long(self, work, done, failed=self.show_error, told=self.work.told, ended=ended)
        self.work.begin(words, job.cancel)


class ChangeText(QObject):
    """A change in words."""

    def title(self, change: ManyChange) -> str:
        """What was changed, and what to."""
        value = " ".join(change.value.split())
        value = f"{value[:LONGEST].rstrip()}…" if len(value) > LONGEST else value
        words = f"{change.label}: {value}" if value else change.label
        if not change.back:
            return words
        turned = self.tr("Taken back: {what}") if change.back % 2 else self.tr("Done again: {what}")
        return turned.format(what=words)

    def about(self, change: ManyChange) -> str:
        """How many practices, and by whom."""
        by = self.tr("by {name}").format(name=change.author) if change.author else ""
        return " · ".join(filter(None, (self.tr("%n practice(s)", "", change.count), by)))

    def undone(self, change: ManyChange) -> str:
        """When it was taken back; "" while it stands."""
        other = change.undone
        return "" if other is None else self.tr("taken back {when}").format(when=i18n.moment(other.time))


def _sought(change: ManyChange) -> str:
    return f"{ChangeText().title(change)} {change.author}".casefold()
