"""Spelling as it is typed: marks under words, what may have been meant under Ctrl . and the right button. Dictionaries are read, and words
compared, off the window's thread.

Only the field one is in is looked at, a moment after the last key; marks stay until it is looked at again. No dictionary is read for an empty field.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit

from seeddesk.gui import theme
from seeddesk.gui.editor.notes import Note

if TYPE_CHECKING:
    from seeddesk.gui.editor.editor import Editor
    from seeddesk.gui.editor.field_box import Question
    from seeddesk.services.spelling import Span, Speller

PAUSE = 250  # ms without a key until a text is looked at
AROUND = (
    50_000  # characters before and behind the caret that are looked at: a whole book pasted would hold the window up
)
MOST = 500  # marks, the nearest: where there are more the language is another
WHO = "spelling"


class Spelling(QObject):
    """The spellers of the window, read when first needed; what the field one is in has to say."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor, self._session, self._desk = editor, editor.session, editor.desk
        self._spellers: dict[str, Speller | None] = {}  # by language, None where there is no dictionary
        self.spans: dict[str, tuple[Span, ...]] = {}
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._look)
        self._session.opened.connect(self._opened)
        self._session.state.connect(lambda state: self._timer.start() if state == "typing" else None)

    def _opened(self) -> None:
        self.spans = {}

    def came(self, path: str) -> None:
        """The caret is in another field."""
        for who, where in list(self._editor.asking.notes):
            if who == WHO and where != path:
                self._editor.say(WHO, where, None)
        box = self._box()
        if box is not None and box.input.contextMenuPolicy() is not Qt.ContextMenuPolicy.CustomContextMenu:
            box.input.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            box.input.customContextMenuRequested.connect(self._menu_at)
        self._timer.start()

    def _box(self) -> Question | None:
        view = self._editor.view
        box = view.placed.boxes.get(self._editor.focused) if view is not None else None
        return box if box is not None and isinstance(box.input, QPlainTextEdit) else None

    def _look(self) -> None:
        """Check the text of the field one is in, on a worker."""
        box = self._box()
        if box is None or self._desk.workspace is None:
            return
        from seeddesk.services import spelling

        values = self._session.values
        lang = spelling.language(box.field.template, values, self._desk.lang)
        if not lang:
            return
        text, path, kept = box.input.toPlainText(), box.path, dict(values)
        at = box.input.textCursor().position()
        if not text.strip():
            self._mark((path, text, ()))
            return

        def check(_: object) -> tuple[str, str, tuple[Span, ...]]:
            if lang not in self._spellers:
                self._spellers[lang] = spelling.Speller.load(lang)
            speller = self._spellers[lang]
            return path, text, speller.check(text, spelling.names_in(kept), at, AROUND) if speller is not None else ()

        self._desk.runner.long(self, check, self._mark, failed=lambda _: None, key="spelling")

    def _mark(self, found: tuple[str, str, tuple[Span, ...]]) -> None:
        path, text, spans = found
        box = self._box()
        if box is None or box.path != path or box.input.toPlainText() != text:
            return
        at = box.input.textCursor().position()
        shown = tuple(span for span in spans if not (span.end == at and box.input.hasFocus()))  # the word being typed
        if len(shown) > MOST:
            shown = tuple(sorted(sorted(shown, key=lambda span: abs(span.start - at))[:MOST]))
        self.spans[path] = shown
        mark(box.input, shown)
        if not shown:
            self._editor.say(WHO, path, None)
            return
        word = self._nearest(shown, at).word
        self._suggest(word, lambda words: self._say(path, word, words))

    def _say(self, path: str, word: str, words: Sequence[str]) -> None:
        if path != self._editor.focused or not any(span.word == word for span in self.spans.get(path, ())):
            return
        said = (
            self.tr("Spelling: «{word}», maybe «{other}».").format(word=word, other=words[0])
            if words
            else self.tr("Spelling: «{word}».").format(word=word)
        )
        self._editor.say(WHO, path, Note("pencil-simple", "text2", "", said, keys=(("Ctrl+.", ""),)))

    def _suggest(self, word: str, then: Callable[[Sequence[str]], None]) -> None:
        lang = self._lang()
        speller = self._spellers.get(lang)
        if speller is not None:
            self._desk.runner.long(self, lambda _: speller.suggest(word), then, failed=lambda _: None, key="suggest")

    def _lang(self) -> str:
        from seeddesk.services import spelling

        box = self._box()
        return spelling.language(box.field.template, self._session.values, self._desk.lang) if box is not None else ""

    @staticmethod
    def _nearest(spans: Collection[Span], at: int) -> Span:
        return min(
            spans, key=lambda span: 0 if span.start <= at <= span.end else min(abs(span.start - at), abs(span.end - at))
        )

    def offer(self) -> None:
        """Ctrl .: what may have been meant by the nearest marked word, as a menu; without a dictionary, where one comes from."""
        box = self._box()
        spans = self.spans.get(box.path, ()) if box is not None else ()
        if box is None or not spans:
            self._tell_none()
            return
        span = self._nearest(spans, box.input.textCursor().position())
        self._suggest(span.word, lambda words: self._open(box, span, words))

    def _tell_none(self) -> None:
        """Where the language of the field has no dictionary: where one comes from."""
        from seeddesk.services import spelling

        box, lang = self._box(), self._lang()
        if box is not None and (not lang or self._spellers.get(lang, self) is None):
            said = spelling.how_to_get(lang, self._desk.lang)
            self._editor.say(WHO, box.path, Note("pencil-simple", "text2", "", said))

    def _menu_at(self, point: QPoint) -> None:
        """The right button: what text fields always offer, below what may have been meant if it is on a marked word."""
        field, box = self.sender(), self._box()
        if not isinstance(field, QPlainTextEdit):
            return
        menu, where = field.createStandardContextMenu(point), field.viewport().mapToGlobal(point)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        at = field.cursorForPosition(point).position()
        spans = self.spans.get(box.path, ()) if box is not None and box.input is field else ()
        span = next((span for span in spans if span.start <= at <= span.end), None)
        if box is None or span is None:
            menu.popup(where)
            return

        def show(words: Sequence[str]) -> None:
            self._put(menu, box, span, words)
            menu.popup(where)

        self._suggest(span.word, show)

    def _open(self, box: Question, span: Span, words: Sequence[str]) -> None:
        menu = QMenu(box.input)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._put(menu, box, span, words)
        cursor = QTextCursor(box.input.document())
        cursor.setPosition(span.start)
        corner = box.input.cursorRect(cursor).bottomLeft() + QPoint(0, 4)
        menu.popup(box.input.viewport().mapToGlobal(corner))
        menu.setActiveAction(menu.actions()[0])

    def _put(self, menu: QMenu, box: Question, span: Span, words: Sequence[str]) -> None:
        """What may have been meant by a word, at the top of a menu; each replaces it. Below, to learn it."""
        menu.setObjectName("spelling")
        rest = menu.actions()
        mine = []
        for word in words:
            action = QAction(word, menu)
            action.triggered.connect(lambda _=False, word=word: self._replace(box, span, word))
            mine.append(action)
        if not words:
            mine.append(QAction(self.tr("Nothing like it in the dictionary"), menu, enabled=False))
        mine.append(QAction(menu, separator=True))
        learn = QAction(self.tr("Learn “{word}”").format(word=span.word), menu)
        learn.triggered.connect(lambda: self._learn(span.word))
        mine.append(learn)
        if rest:
            mine.append(QAction(menu, separator=True))
        menu.insertActions(rest[0] if rest else None, mine)

    def _replace(self, box: Question, span: Span, word: str) -> None:
        text = box.input.toPlainText()
        if text[span.start : span.end] != span.word:
            return
        cursor = QTextCursor(box.input.document())
        cursor.setPosition(span.start)
        cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(word)
        self._timer.start()

    def _learn(self, word: str) -> None:
        spellers = [speller for speller in self._spellers.values() if speller is not None]

        def keep(_: object) -> None:
            for number, speller in enumerate(spellers):
                speller.reload() if number else speller.learn(word)

        self._desk.runner.write(self, keep, lambda _: self._look())


def mark(field: QPlainTextEdit, spans: Sequence[Span]) -> None:
    """Wave under words; the text itself stays as it is."""
    marks = []
    for span in spans:
        one = QTextEdit.ExtraSelection()
        looks = QTextCharFormat()
        looks.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        looks.setUnderlineColor(theme.colour("bad"))
        one.format = looks
        one.cursor = QTextCursor(field.document())
        one.cursor.setPosition(span.start)
        one.cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
        marks.append(one)
    field.setExtraSelections(marks)
