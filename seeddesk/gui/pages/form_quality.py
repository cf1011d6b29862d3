"""How the questions of a form do in the practices recorded with it: a table to sort, so that next year's form can be better."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QVBoxLayout, QWidget

from seeddesk.domain.errors import UserError
from seeddesk.domain.form import Form, pick, plain_words
from seeddesk.gui import errors, i18n, theme
from seeddesk.gui.desk import Desk
from seeddesk.gui.tips import plain
from seeddesk.gui.widgets.text import Text

if TYPE_CHECKING:
    from seeddesk.services.form_stats import FormStats, QuestionStats

ROWS = 14  # rows in sight
QUESTION = 180  # pixels at factor 1 a question has at least


class QualityModel(QAbstractTableModel):
    """One question a row: how often it was asked, and which share of that each other figure is. Figures sort as numbers (SORT role)."""

    SORT = Qt.ItemDataRole.UserRole

    def __init__(self, lang: str) -> None:
        super().__init__()
        self._lang = lang
        self._form: Form | None = None
        self._questions: tuple[QuestionStats, ...] = ()
        heads = (
            (self.tr("Question"), ""),
            (self.tr("Asked"), self.tr("How often it was asked, every row of a repeat by itself")),
            (self.tr("Answered"), ""),
            (self.tr("Left out"), self.tr("How often it was asked and left empty")),
            (self.tr("Unknown"), self.tr("How often the answer was: not known yet")),
            (self.tr("Too long"), self.tr("Answers longer than the question allows")),
            (self.tr("Problems"), self.tr("Answers that break another rule of the form")),
            (self.tr("Changed"), self.tr("Answers replaced or emptied in validation")),
            (self.tr("Seconds"), self.tr("Median of the time spent, where it was recorded")),
        )
        self._heads = tuple(head for head, _ in heads)
        self._tips = tuple(tip or head for head, tip in heads)

    def load(self, stats: FormStats, form: Form) -> None:
        """Show these figures."""
        self.beginResetModel()
        self._questions, self._form = stats.questions, form
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Questions."""
        return 0 if parent.isValid() else len(self._questions)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Figures."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Names of the figures."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.ToolTipRole:
            return self._tips[section]
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(
                Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft)
            )
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Counts with their share of the times asked."""
        one = self._questions[index.row()]
        if index.column() == 0:
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, self.SORT) and self._form is not None:
                words = plain_words(pick(one.label, self._lang, one.template), self._form, self._lang)
                return plain(words) if role == Qt.ItemDataRole.ToolTipRole else words
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        figures = (
            one.n,
            one.answered,
            one.skipped,
            one.not_known,
            one.over_limit,
            one.problems,
            one.changed_in_validation,
        )
        if index.column() == len(self._heads) - 1:
            if role == self.SORT:
                return one.median_seconds
            return (
                (i18n.number(round(one.median_seconds)) if one.timed else "–")
                if role == Qt.ItemDataRole.DisplayRole
                else None
            )
        figure = figures[index.column() - 1]
        if role == self.SORT:
            return figure / one.n if index.column() > 1 and one.n else figure
        if role == Qt.ItemDataRole.DisplayRole:
            if index.column() == 1:
                return i18n.number(figure)
            return f"{round(100 * figure / one.n)} %" if one.n and (figure or index.column() == 2) else "–"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tr("{count} of {asked}").format(count=i18n.number(figure), asked=i18n.number(one.n))
        return None


class FormQuality(QWidget):
    """The table under its heading. `counted`: the figures are there."""

    counted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 8, 0, 0)
        page.setSpacing(8)
        self._title = Text("", "heading", wrap=True)
        page.addWidget(self._title)
        self.said = Text("", ink="text2", wrap=True)
        page.addWidget(self.said)
        self.model = QualityModel(desk.lang)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.model)
        self._sorted.setSortRole(QualityModel.SORT)
        self._sorted.setSortLocaleAware(True)
        self.table = _Table()
        self.table.setModel(self._sorted)
        self.table.setAccessibleName(self.tr("Question statistics"))
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)  # the form's order, until a heading is pressed
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(theme.scaled(32))
        header = self.table.horizontalHeader()
        header.setFont(theme.font("small"))
        header.setHighlightSections(False)
        for column in range(1, self.model.columnCount()):
            head = self.model.headerData(column, Qt.Orientation.Horizontal)
            header.resizeSection(column, QFontMetrics(theme.font("small")).horizontalAdvance(head) + 36)
        self.table.setFixedHeight(theme.scaled(32) * (ROWS + 1))
        page.addWidget(self.table)

    def ask(self, form_id: str) -> None:
        """Count, beside everything else; a second request replaces the first."""
        from seeddesk.services import form_stats

        self.table.hide()
        self.said.setText(self.tr("Counting…"))

        def told(done: int, total: int, _: str) -> None:
            self.said.setText(
                self.tr("Counting… {done} of {total}").format(done=i18n.number(done), total=i18n.number(total))
            )

        self._desk.long(
            self,
            lambda ws, progress: (form_stats.stats(ws, form_id, None, progress), ws.form_named(form_id)),
            lambda found: self._show(*found),
            failed=self._failed,
            told=told,
            key=f"quality {id(self)}",
        )

    def _show(self, stats: FormStats, form: Form) -> None:
        title = pick(form.title, self._desk.lang, form.id)
        self._title.setText(self.tr("Question statistics: {title}").format(title=title))
        self.said.setText(
            self.tr(
                "%n practice(s) counted. Press a heading to sort; the seconds are the median of those that were measured.",
                "",
                stats.practices,
            )
        )
        self.model.load(stats, form)
        self.table.setVisible(bool(stats.practices))
        self.counted.emit()

    def _failed(self, error: UserError) -> None:
        self.said.setText(errors.words(error))


class _Table(QTableView):
    """The questions take what the figures leave, and enough to be read by; the figures are scrolled to where that is too much."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out."""
        super().resizeEvent(event)
        header = self.horizontalHeader()
        figures = header.length() - header.sectionSize(0)
        header.resizeSection(0, max(theme.scaled(QUESTION), self.viewport().width() - figures))
