"""The help: short pages that come with the program, in Italian and English, with the list of keys made from the window's own actions.

Nothing is loaded from anywhere: pages are Markdown files of ours without HTML, links lead from page to page only.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QFontMetrics,
    QKeySequence,
    QPainter,
    QShortcut,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from seeddesk.domain.query import clauses, found_ranges, words
from seeddesk.gui import theme
from seeddesk.gui.action import PLACES, Action, place_words
from seeddesk.gui.widgets.bars import Bar
from seeddesk.gui.widgets.button import Button, Look, key_text
from seeddesk.gui.widgets.search_box import SearchBox
from seeddesk.gui.widgets.text import Text
from seeddesk.services import paths

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QTextBlock

TOPICS = (
    "catalogue", "search", "organisations", "bin", "changes", "editor", "interview", "dossiers", "merge", "conflicts", "settings", "backups", "protection", "opening", "keys",
)  # fmt: skip
SPOKEN = ("it", "en")
READABLE = 640  # pixels a line of help is at most wide


@cache
def text(topic: str, lang: str) -> str:
    """A page as Markdown, its title in the first line; in English where there is none in the language. Of ``keys``, only the head."""
    return (paths.resources() / "help" / (lang if lang in SPOKEN else "en") / f"{topic}.md").read_text("utf-8")


def titles(lang: str) -> dict[str, str]:
    """What each page is called, in their order."""
    return {topic: text(topic, lang).partition("\n")[0].removeprefix("# ").strip() for topic in TOPICS}


def keys_table(actions: Sequence[Action]) -> str:
    """All keys as Markdown, a table for each place."""
    parts = []
    for place in PLACES:
        rows = [action for action in actions if action.place == place and action.keys]
        if rows:
            parts.append(f"## {place_words(place)}\n")
            parts.append("| | |\n|---|---|")
            parts += [f"| {key_text(row.keys)} | {row.words.replace('|', ' ')} |" for row in rows]
            parts.append("")
    return "\n".join(parts)


class HelpPage(QWidget):
    """`left`: Esc or back."""

    left = Signal()

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.ground(self, "base")
        self.lang = lang
        self._pages: dict[str, str] = {}
        self.topic = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = Bar(56)
        back = Button("", Look.FLAT, "arrow-left", "Esc", name=self.tr("Back to where you were"))
        back.clicked.connect(self.left)
        top.row.addWidget(back)
        top.row.addWidget(Text(self.tr("Help"), "title"))
        top.row.addSpacing(16)
        self.box = SearchBox(self.tr("Search the help"))
        self.box.textChanged.connect(self._narrow)
        self.box.entered.connect(lambda: self.list.setFocus(Qt.FocusReason.TabFocusReason))
        self.box.returnPressed.connect(lambda: self.browser.setFocus(Qt.FocusReason.TabFocusReason))
        top.row.addWidget(self.box, 1)
        top.row.addStretch(0)
        column.addWidget(top)
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        side = QWidget()
        theme.ground(side, "window", "right")
        side.setFixedWidth(min(theme.scaled(264), 380))
        inner = QVBoxLayout(side)
        inner.setContentsMargins(0, 8, 1, 8)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Pages of the help"))
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._chosen)
        self._none = Text(self.tr("No page has these words."), ink="text2", wrap=True)
        self._none.setContentsMargins(16, 8, 16, 8)
        self._none.hide()
        inner.addWidget(self._none)
        inner.addWidget(self.list, 1)
        across.addWidget(side)
        self.browser = _Browser()
        self.browser.setAccessibleName(self.tr("The help"))
        self.browser.anchorClicked.connect(lambda url: self.show_topic(url.path()))
        across.addWidget(self.browser, 1)
        column.addLayout(across, 1)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)

    def open_at(self, topic: str, actions: Sequence[Action]) -> None:
        """Show a page; the keys are those of the actions."""
        self._pages = {each: text(each, self.lang) for each in TOPICS}
        self._pages["keys"] += "\n" + keys_table(actions)
        self.box.clear()
        self._narrow("")
        self.show_topic(topic)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_topic(self, topic: str) -> None:
        """Bring a page to the front; an unknown name is no link of ours, and nothing happens."""
        if topic in self._pages:
            self.topic = topic
            self.browser.show_page(self._pages[topic], self.box.text())
            for number in range(self.list.count()):
                if self.list.item(number).data(Qt.ItemDataRole.UserRole) == topic:
                    self.list.setCurrentRow(number)

    def search(self) -> None:
        """Ctrl F."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def _narrow(self, typed: str) -> None:
        """Only the pages that have all the words, each as a beginning."""
        named, topic = titles(self.lang), self.topic
        found = [each for each in TOPICS if _has(self._pages.get(each, ""), typed)]
        self.list.blockSignals(True)
        self.list.clear()
        for each in found:
            item = QListWidgetItem(named[each])
            item.setData(Qt.ItemDataRole.UserRole, each)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._none.setVisible(not found)
        if found:
            self.show_topic(topic if topic in found else found[0])

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(Qt.ItemDataRole.UserRole) != self.topic:
            self.show_topic(item.data(Qt.ItemDataRole.UserRole))


def _has(page: str, typed: str) -> bool:
    known = words(page)
    return all(any(word.startswith(part) for word in known) for part in words(typed))


class _Browser(QTextBrowser):
    """Shows a page of ours in the theme's type. Loads nothing, opens nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Never anything."""
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines stay readable."""
        spare = self.width() - theme.scaled(READABLE) - 64
        self.setViewportMargins(32, 24, max(16, spare), 0)
        super().resizeEvent(event)

    def show_page(self, page: str, typed: str) -> None:
        """A page, with the words that are searched for tinted."""
        document = self.document()
        document.setDefaultFont(theme.font("body"))
        document.setIndentWidth(theme.scaled(24))
        features = QTextDocument.MarkdownFeature
        document.setMarkdown(page, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
        self._dress(document)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        shade, marks = QTextCharFormat(), []
        shade.setBackground(QBrush(theme.colour("hit")))
        for start, end in found_ranges(document.toPlainText(), clauses(typed)):
            selection = QTextEdit.ExtraSelection()
            selection.cursor = QTextCursor(document)
            selection.cursor.setPosition(start)
            selection.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.format = shade
            marks.append(selection)
        self.setExtraSelections(marks)

    def _dress(self, document: QTextDocument) -> None:
        """Our type and space in place of the converter's."""
        tables = [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
        for table in tables:
            shape = table.format()
            shape.setBorder(0)
            shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
            shape.setCellPadding(theme.scaled(3))
            shape.setCellSpacing(0)
            shape.setLeftMargin(-theme.scaled(3))  # the keys under the heading, not 3 px in
            fixed = QTextLength(QTextLength.Type.FixedLength, theme.scaled(168))
            shape.setColumnWidthConstraints([fixed, QTextLength()])
            table.setFormat(shape)
            table.removeRows(0, 1)  # the empty head that Markdown asks for
        block = document.begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            role = {0: "body", 1: "title"}.get(level, "heading")
            cursor = QTextCursor(block)
            in_table = cursor.currentTable() is not None
            shape = block.blockFormat()
            shape.setTopMargin(0 if in_table else theme.scaled({0: 4, 1: 0}.get(level, 20)))
            shape.setBottomMargin(0 if in_table else theme.scaled(4))
            shape.setLineHeight(
                0 if in_table else theme.scaled(22), QTextBlockFormat.LineHeightTypes.MinimumHeight.value
            )
            cursor.setBlockFormat(shape)
            self._dress_runs(block, role)
            block = block.next()

    def _dress_runs(self, block: QTextBlock, role: str) -> None:
        """Each run keeps what it is (a link, strong, a key) in our fonts."""
        runs, iterator = [], block.begin()
        while not iterator.atEnd():
            part = iterator.fragment()
            runs.append((part.position(), part.length(), part.charFormat()))
            iterator += 1
        for start, length, old in runs:
            strong = old.fontWeight() > 500 or old.fontFixedPitch()
            made = QTextCharFormat()
            made.setFont(theme.font("label" if role == "body" and strong else role))
            made.setForeground(QBrush(theme.colour("accent" if old.isAnchor() else "text")))
            if old.isAnchor():
                made.setAnchor(True)
                made.setAnchorHref(old.anchorHref())
                made.setFontUnderline(True)
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(made)


class _Delegate(QStyledItemDelegate):
    """A row of the side list: the accent bar says where you are."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, theme.scaled(40))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, theme.colour("sel"))
            painter.fillRect(option.rect.adjusted(0, 0, 3 - option.rect.width(), 0), theme.colour("accent"))
        font = theme.font("label" if chosen else "body")
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        box = QRectF(option.rect).adjusted(16, 0, -12, 0)
        shown = QFontMetrics(font).elidedText(index.data(), Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


def topic_of(place: str, tab: str = "") -> str:
    """The page for a place of the window (`MainWindow.place`). tab: of the settings."""
    if place == "settings":
        return "backups" if tab == "safety" else "settings"
    return place if place in TOPICS else "catalogue"
