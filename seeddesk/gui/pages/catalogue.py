"""The catalogue: any practice found in a second, and read without opening it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from seeddesk.domain.asking import Language
from seeddesk.domain.changes import Changes
from seeddesk.domain.form import pick
from seeddesk.domain.listing import FacetValue, PracticeRow
from seeddesk.domain.query import Query
from seeddesk.gui import i18n, theme
from seeddesk.gui.desk import Desk
from seeddesk.gui.models.practice_delegate import TABLE_FROM, PracticeDelegate
from seeddesk.gui.models.practices import PracticesModel
from seeddesk.gui.pages.beside import Beside
from seeddesk.gui.pages.catalogue_empty import EmptyCatalogue
from seeddesk.gui.pages.chosen import Chosen
from seeddesk.gui.pages.dragging import Dragging
from seeddesk.gui.pages.exporting import export_dossier, export_with_password
from seeddesk.gui.pages.found_words import units
from seeddesk.gui.pages.list_order import Ordering
from seeddesk.gui.pages.many import Many
from seeddesk.gui.pages.page import Page
from seeddesk.gui.pages.practice_list import PracticeList
from seeddesk.gui.pages.sampling import Sampling
from seeddesk.gui.pages.saved_searches import SavedSearches
from seeddesk.gui.pages.search_help import NothingFound, SearchHelp, SearchHint
from seeddesk.gui.widgets.bars import Bar
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.search_box import SearchBox
from seeddesk.gui.widgets.table_head import TableHead
from seeddesk.gui.widgets.text import Text

if TYPE_CHECKING:
    from seeddesk.gui.pages.bulk import BulkPane
    from seeddesk.gui.pages.facets import Facets
    from seeddesk.gui.pages.reading import ReadingPane
    from seeddesk.services.workspace import Workspace

FOLD_FACETS = 1100  # window width below which the facets fold behind a button
BOTH = 760  # pixels that list and reading need beside one another
BESIDE = {"reading": 60, "facets": 90}  # what is made after the first paint of list and box, or when it is needed: ms
PAUSE = 120  # ms without a keystroke before facets are counted again
TINTS = {"field": ("sel", "accent"), **dict.fromkeys(("not-field", "not", "phrase"), ("sunken", "text"))}
TINTED = 200  # pieces of what is typed: a page that was pasted has thousands, and nobody sees them all in one line


class CataloguePage(Page):
    """Search, facets, list, reading pane."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.shown_by = desk.form
        self._from_list = False  # whether the focus was in the list when another page came
        self._total = -1  # practices in the catalogue, whatever is searched
        self._build_top()
        self.model = PracticesModel(desk, self)
        self.model.answered.connect(self._answered)
        self.model.counted.connect(self._counted)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._count_facets)
        self.list = PracticeList()
        self.list.setModel(self.model)
        self.list.setItemDelegate(PracticeDelegate(desk.form, desk.lang, self.model, self.list))
        self.list.typed.connect(self._type_on)
        self.chosen = Chosen(self)
        self.many = Many(self)
        self.dragging = Dragging(self)
        self.empty = EmptyCatalogue(desk)
        self.empty.go.connect(self.go)
        self.sampling = Sampling(desk, self)
        self.empty.sampled.connect(self.sampling.look_around)
        self.layout().insertWidget(1, self.sampling.banner)
        self._lay_out()
        self.undo_with_key()
        self.status.show_keys(
            [("Return", self.tr("open")), ("Ctrl+E", self.tr("dossier")), ("F6", self.tr("next pane"))]
        )
        self._ask_again()
        for name, after in BESIDE.items():
            QTimer.singleShot(after, self, partial(getattr, self, name))

    @cached_property
    def facets(self) -> Facets:
        """What the list can be narrowed by."""
        from seeddesk.gui.pages.facets import Facets

        facets = Facets(self.desk, self.shown_by)
        facets.ticked.connect(self._tick)
        facets.before = self.new
        self._beside.takeAt(0)  # the room that was kept for them
        self._beside.insertWidget(0, facets, 1)
        return facets

    @cached_property
    def reading(self) -> ReadingPane:
        """The practice that is chosen."""
        from seeddesk.gui.pages.linking import Linking
        from seeddesk.gui.pages.reading import ReadingPane

        reading = ReadingPane(self.desk)
        reading.opened.connect(lambda practice: self.go.emit("practice", practice))
        reading.exported.connect(lambda practice: export_dossier(self, practice))
        reading.closed.connect(lambda practice: export_with_password(self, practice))
        reading.decided.connect(lambda practice: self.go.emit("merge", ("conflicts", practice)))
        reading.deleted.connect(self._delete)
        reading.restored.connect(self._restore)
        reading.followed.connect(self.chosen.select)
        reading.whole.connect(lambda change: self.go.emit("changes", change))
        reading.copied.connect(lambda words: self.toasted.emit(words, None))
        self.linking = Linking(self.desk, self)
        self.linking.told.connect(self.tell)
        self.linking.closed.connect(reading.take_focus)
        reading.linking.connect(self.linking.open_for)
        reading.unlinked.connect(self.linking.take_out)
        self.right.insertWidget(0, reading)
        return reading

    @cached_property
    def bulk(self) -> BulkPane:
        """What several practices are changed with; most days nobody does."""
        from seeddesk.gui.pages.bulk import BulkPane

        pane = BulkPane(self.desk, self.work)
        self.right.addWidget(pane)
        self.many.use(pane)
        return pane

    def _build_top(self) -> None:
        self.box = SearchBox(self.tr("Search the practices"))
        self.box.setPlaceholderText(self.tr('Search words, "phrases", region:Piemonte, -without'))
        self.box.textChanged.connect(lambda text: self.model.ask(text=text))
        self.box.entered.connect(lambda: self.list.setFocus(Qt.FocusReason.TabFocusReason))
        self.help = SearchHelp(self.box, self)
        self.help.tried.connect(self._try)
        how = Button("", Look.FLAT, "question", name=self.tr("How to search"))
        how.clicked.connect(self._show_help)
        words = self.tr("Saved searches"), self.tr("Filters")
        said = words if theme.roomy() else ("", "")  # with large text what is searched for needs the room
        keep = Button(said[0], Look.FLAT, "bookmark-simple", name=words[0])
        self.searches = SavedSearches(self.desk, keep, self)
        for over in (self.help, self.searches):
            over.closed.connect(lambda: self.box.setFocus(Qt.FocusReason.OtherFocusReason))
        self.searches.picked.connect(self._pick_search)
        self.searches.dropped.connect(
            lambda name, back: self.tell(self.tr("Search “{name}” deleted").format(name=name), back)
        )
        keep.clicked.connect(self.show_saved)
        self._filters = Button(said[1], Look.PLAIN, "sliders-horizontal", name=words[1])
        self._filters.setCheckable(True)
        self._filters.toggled.connect(self._fold)
        self.new = Button(self.tr("New practice"), Look.PRIMARY, "plus", "Ctrl+N")
        self.new.clicked.connect(self._begin)
        self.desk.guard(self.new)
        self.top.row.addWidget(self.box, 1)
        self.top.row.addWidget(how)
        self.top.row.addWidget(keep)
        self.top.row.addWidget(self._filters)
        self.top.row.addStretch(0)
        self.top.row.addSpacing(16)
        self.top.row.addWidget(self.new)

    def _begin(self) -> None:
        """A new practice; where there are several forms, by the one the person picks."""
        workspace = self.desk.workspace
        if workspace is None or len(workspace.shelf.use) < 2:
            self.go.emit("practice", "new")
            return
        menu = QMenu(self)
        for form_id in workspace.shelf.use:
            action = menu.addAction(pick(workspace.form_named(form_id).title, self.desk.lang, form_id))
            action.triggered.connect(lambda _=False, form_id=form_id: self.go.emit("practice", f"new {form_id}"))
        menu.popup(self.new.mapToGlobal(self.new.rect().bottomLeft()))

    def _lay_out(self) -> None:
        self._middle = QWidget()
        theme.ground(self._middle, edge="right")
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        self.head = Bar(36, edge="bottom")
        self.head.row.setContentsMargins(16, 0, 20, 0)
        self._found = Text(role="hint", ink="text2")
        self._sort = Button("", Look.FLAT, "caret-down", height=28)
        self._sort.setFont(theme.font("hint"))
        self.head.row.addWidget(self._found)
        self.head.row.addStretch(1)
        self.head.row.addWidget(self._sort)
        self.columns = TableHead(self.list)
        self.order = Ordering(self.desk, self.model, self.list, self.columns, self._sort)
        column.addWidget(self.head)
        column.addWidget(self.columns)
        column.addWidget(self.list, 1)
        self.none = NothingFound(self.desk)
        self.none.wanted.connect(self._try)
        self.hint = SearchHint()
        self.hint.tried.connect(self._try)
        self._lists = QStackedWidget()
        self._lists.addWidget(self._middle)
        self._lists.addWidget(self.none)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.hint)
        left.addWidget(self._lists, 1)
        self._side = QWidget()
        self.beside = Beside()
        self.beside.go.connect(self.go)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addStretch(1)
        side.addWidget(self.beside)
        self._beside = side
        panes = QWidget()
        row = QHBoxLayout(panes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        self.right = QStackedWidget()
        self.right.currentChanged.connect(self._make_room)
        row.addWidget(self.right, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(panes)
        self._stack.addWidget(self.empty)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._side)
        across.addWidget(self._stack, 1)
        self.body.addLayout(across, 1)
        self.order.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        self._filters.setVisible(self.window().width() < theme.scaled(FOLD_FACETS))
        self._fold()

    def _fold(self) -> None:
        """Reading never under 480; extra width goes to the list up to 1016, then to reading. Filters that leave no room for both take that of reading."""
        empty = self._stack.currentWidget() is self.empty  # nothing to filter
        self._side.setVisible(not empty and (self._filters.isHidden() or self._filters.isChecked()))
        facets = theme.scaled(232 if self.width() < 1600 else 264)
        self._side.setFixedWidth(facets)
        room = self.width() - (0 if self._side.isHidden() else facets)
        both = room >= BOTH
        self.right.setVisible(both)
        wide = max(int(room * 0.4), min(1016, room - max(480, min(552, room - 440)))) if both else room
        if wide != self._left.maximumWidth():
            self._left.setFixedWidth(wide)
            self.head.setVisible(wide < TABLE_FROM)
            self.columns.setVisible(wide >= TABLE_FROM)
            self.list.doItemsLayout()

    def _make_room(self) -> None:
        """What many practices are changed with is not hidden by the filters that found them."""
        if self.many.shown and self.right.isHidden():
            self._filters.setChecked(False)

    def enter(self, what: object = None) -> None:
        """Come to the front, maybe with a practice to show."""
        if isinstance(what, str) and what:
            self.many.leave()  # one is to be read
            self.chosen.select(what)
        back = self.list if self._from_list else self.box
        (self.empty.first if self._total == 0 else back).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_glimpse(self, rows: Sequence[PracticeRow]) -> None:
        """The first rows, or that there is none, until the catalogue is open and answers."""
        self.model.show_glimpse(rows)
        if not rows:
            self._total = 0
            self._show_none(True)

    def leave(self) -> bool:
        """Whoever went from a line of the list comes back to it, and goes on with the next."""
        self._from_list = self.list.hasFocus()
        return True

    def refresh(self, changes: Changes) -> None:
        """Query again; the reading pane only when its practice may have changed."""
        self._ask_again()
        self.reading.again()

    def search(self) -> None:
        """To the search box."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def export(self) -> None:
        """Export the practice that is read."""
        if self.chosen.current:
            export_dossier(self, self.chosen.current)

    def export_closed(self) -> None:
        """Export it with a password."""
        if self.chosen.current:
            export_with_password(self, self.chosen.current)

    def panes(self) -> list[QWidget]:
        """Box, list, reading."""
        return [self.box, self.list, self.right.currentWidget()]

    @property
    def language(self) -> Language:
        """What can be said in the box."""
        from seeddesk.services import cataloguing

        return cataloguing.language(self.desk.workspace)

    def _ask_again(self) -> None:
        """The same question, and the sizes that no question changes."""
        self.model.ask()
        self.desk.read(self, _sizes, lambda counts: self._show_sizes(*counts), key="sizes")

    def _tick(self, template: str, code: str, on: bool) -> None:
        """A tick beside the list is a token in the box."""
        self.box.setText(self.language.tick(self.box.text(), template, code, on))

    def _try(self, text: str) -> None:
        """Search for something the page offered."""
        self.box.setText(text)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pick_search(self, text: str, sort: str) -> None:
        self.model.ask(text=text, sort=sort)
        self.box.setText(text)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_saved(self) -> None:
        """The saved searches, to pick one or to keep the search of now."""
        self.searches.toggle(self.box.text(), self.model.query.sort)

    def _show_help(self) -> None:
        if self.desk.workspace is None:
            return  # what can be said is the forms' to say
        self.help.fill(self.language)
        self.help.toggle()

    def _answered(self) -> None:
        """The first rows are here, and what was understood; too late once the catalogue is closed."""
        if self.desk.workspace is None:
            return
        asked, text = self.model.asked, self.model.text
        if text == self.box.text():
            self.box.tint(
                (units(text, token.start), units(text, token.end) - units(text, token.start), *TINTS[token.kind])
                for token in asked.tokens[:TINTED]
                if token.kind in TINTS
            )
            self.facets.show_ticked(self.model.query.where)
            self.hint.show_unknown(text, asked, self.language)
        self._pause.start()
        self.list.viewport().update()
        self.chosen.answered()
        self.reading.mark(asked.marked)
        self.order.show()

    def _count_facets(self) -> None:
        from seeddesk.services import cataloguing

        query, fields, going = self.model.query, self.facets.asked, self.model.wanted
        self.desk.read(self, lambda ws: cataloguing.facets(ws, query, fields, going), self._show_facets, key="facets")

    def _show_facets(self, facets: Mapping[str, Sequence[FacetValue]]) -> None:
        self.facets.show_counts(facets)
        self.facets.show_ticked(self.model.query.where)

    def _show_sizes(self, total: int, deleted: int, conflicted: int) -> None:
        first, self._total = self._total < 0, total
        self._show_none(not total)
        self.beside.show_deleted(deleted)
        self.empty.show_deleted(deleted)
        if first and not total and self.isVisible():
            self.empty.first.setFocus(Qt.FocusReason.OtherFocusReason)
        more = self.tr("%n with conflicts", "", conflicted) if conflicted else ""
        self.status.tell("books", self.tr("%n practice(s)", "", total), more=more)
        self._pause.start()
        self._say_found()

    def _show_none(self, none: bool) -> None:
        """What an empty catalogue says stands alone."""
        self._stack.setCurrentIndex(1 if none else 0)
        self.status.use_keys(not none)
        self._fold()
        self.new.set_look(Look.PLAIN if none else Look.PRIMARY)

    def _counted(self, found: int) -> None:
        self._say_found()
        narrowed = bool(self.model.text.strip())
        self._lists.setCurrentIndex(0 if found or not narrowed else 1)
        if not found:
            self.reading.clear()
            self.none.say(self.model.text, self.model.asked)

    def _say_found(self) -> None:
        found, narrowed = self.model.total, bool(self.model.text.strip())
        said = self.tr("{found} of {total}").format(
            found=i18n.number(found), total=i18n.number(max(self._total, found))
        )
        self.box.show_count(said if narrowed else "")
        self._found.setText(self.tr("%n practice(s)", "", found))
        self.columns.update()

    def _type_on(self, text: str) -> None:
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        if text != "/":
            self.box.setText(self.box.text() + text)

    def _restore(self, practice: str) -> None:
        from seeddesk.services import recording

        self.desk.write(self, lambda ws: recording.restore(ws, practice))

    def _delete(self, practice: str, title: str) -> None:
        from seeddesk.services import recording

        self.desk.write(
            self,
            lambda ws: recording.delete(ws, practice),
            lambda _: self.tell(self.tr("“{title}” deleted").format(title=title), lambda: self._restore(practice)),
        )


def _sizes(ws: Workspace) -> list[int]:
    from seeddesk.services import cataloguing

    return [cataloguing.count(ws, query) for query in (Query(), Query(deleted=True), Query(has_conflict=True))]
