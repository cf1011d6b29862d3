"""What the search box understands, shown under it with examples to try; and what it says when a field is unknown or nothing is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from seeddesk.domain.asking import CONFLICT, YEAR, Asked, Language
from seeddesk.gui import i18n, theme
from seeddesk.gui.editor.overlay import Overlay
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.text import Label, Text

if TYPE_CHECKING:
    from seeddesk.gui.desk import Desk
    from seeddesk.services.workspace import Workspace


OPERATORS = ("AND", "OR", "NOT", "NEAR")
MOST_PIECES = 20  # of a search that finds nothing, each of which is tried without: a page that was pasted has thousands


class SearchHelp(Overlay):
    """A bubble under the search box. `tried`: an example was chosen."""

    tried = Signal(str)

    def __init__(self, box: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._box = box
        self.title.setText(self.tr("How to search"))
        inner = QWidget()
        inner.setProperty("bare", "true")
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(15, 0, 15, 8)
        self._grid.setHorizontalSpacing(16)
        self._grid.setColumnStretch(1, 1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        self.column.addWidget(self._area, 1)
        self._examples: list[Button] = []

    def fill(self, language: Language) -> None:
        """Examples in the words of these forms."""
        if self._examples:
            return
        country = language.token("country", "IT")
        for example, words in (
            (self.tr("older people"), self.tr("both words, anywhere in a practice; the beginning of a word is enough")),
            (self.tr('"community garden"'), self.tr("the words together, in this order")),
            (country, self.tr("a field and its value: its code, or its words")),
            (language.token(YEAR, "2020-2024"), self.tr("years, from and to")),
            (f"-{country}", self.tr("without: before a word, a phrase or a field")),
            (language.token(CONFLICT, "yes"), self.tr("practices with conflicts to decide")),
        ):
            row = self._grid.rowCount()
            button = Button(example, Look.LINK, height=28)
            button.clicked.connect(lambda _=False, example=example: self._try(example))
            self._examples.append(button)
            self._grid.addWidget(button, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            meaning = Label(words, "body", "text2")
            meaning.setContentsMargins(0, (button.sizeHint().height() - theme.line_height("body")) // 2, 0, 0)
            self._grid.addWidget(meaning, row, 1, Qt.AlignmentFlag.AlignTop)
        last = Text(self.tr("A tick beside the list writes its field here; both are the same."), "hint", "text3", True)
        self._grid.addWidget(last, self._grid.rowCount(), 0, 1, 2)

    def toggle(self) -> None:
        """Open, with the first example in focus, or go."""
        if self.isVisible():
            self.leave()
            return
        self.open_up()
        if self._examples:
            self._examples[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def place_in(self, area: QRect) -> QRect:
        """Under the box, as wide."""
        corner = self._box.mapTo(self.parentWidget(), self._box.rect().bottomLeft())
        width = min(max(self._box.width(), theme.scaled(480)), area.width() - corner.x() - 16)
        high = min(self.height_for(self._area, width), area.height() - corner.y() - 12)
        return QRect(corner.x(), corner.y() + 4, width, high)

    def _try(self, example: str) -> None:
        self.leave()
        self.tried.emit(example)


class SearchHint(QWidget):
    """One line under the box when a field is unknown. `tried`: the text meant instead."""

    tried = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 4)
        column.setSpacing(0)
        self.words = Text(role="hint", ink="text2", wrap=True)
        self.meant = Button("", Look.LINK, height=24)
        self.meant.clicked.connect(lambda: self.tried.emit(self._instead))
        self._instead = ""
        column.addWidget(self.words)
        column.addWidget(self.meant, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_unknown(self, text: str, asked: Asked, language: Language) -> None:
        """Say which field nobody knows, and which may be meant."""
        token = next((token for token in asked.tokens if token.kind == "unknown"), None)
        if token is None:
            self._show_operator(text, asked)
            return
        self.show()
        name, _, value = token.text.lstrip("-").partition(":")
        known = language.knows(name)
        like = language.nearest_value(name, value) if known else language.nearest(name)
        if known:
            self.words.setText(
                self.tr("“{name}” knows no value “{value}”: searched as words.").format(
                    name=name, value=value.strip('"')
                )
            )
        else:
            self.words.setText(self.tr("There is no field “{name}”: searched as words.").format(name=name))
        self.meant.setVisible(bool(like))
        if like:
            minus = "-" if token.text.startswith("-") or text[token.start] == "-" else ""
            meant = f"{name}:{like}" if known else f"{like}:{value}"
            self._instead = f"{text[: token.start]}{minus}{meant}{text[token.end :]}"
            self.meant.setText(
                self.tr("Perhaps {name}:").format(name=like)
                if not known
                else self.tr("Perhaps {value}").format(value=meant)
            )

    def _show_operator(self, text: str, asked: Asked) -> None:
        """Other search boxes know AND, OR and NOT; here they are words that stand in hardly any practice."""
        tokens = asked.tokens
        at = next((at for at, token in enumerate(tokens) if token.text in OPERATORS and len(tokens) > 1), None)
        self.setVisible(at is not None)
        if at is None:
            return
        token, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
        self.words.setText(
            self.tr("“{word}” is searched as a word. All words are asked for; “-” before one leaves it out.").format(
                word=token.text
            )
        )
        without, rest = text[: token.start].rstrip(), text[token.end :].lstrip()
        self.meant.setVisible(token.text == "AND" or (token.text == "NOT" and following is not None))
        minus = "-" if token.text == "NOT" and not rest.startswith("-") else ""
        self._instead = f"{without} {minus}{rest}".strip()
        self.meant.setText(self.tr("Perhaps {value}").format(value=self._instead))


class NothingFound(QWidget):
    """What stands in the list's place when nothing fits. `wanted`: the text without one of its pieces, or without any."""

    wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._text = ""  # what finds nothing
        inner = QVBoxLayout(self)
        inner.setContentsMargins(32, 40, 32, 0)
        inner.setSpacing(12)
        self.words = Text("", "heading", wrap=True)
        self.without = Button("", Look.PLAIN, "minus")
        self.without.clicked.connect(lambda: self.wanted.emit(self._instead))
        self._instead = ""
        clear = Button(self.tr("Clear the search and the filters"), Look.PLAIN, "x")
        clear.clicked.connect(lambda: self.wanted.emit(""))
        for part in (self.words, self.without, clear):
            inner.addWidget(part)
        inner.addStretch(1)

    def say(self, text: str, asked: Asked) -> None:
        """Nothing fits this search: of its pieces, the one without which most is found is offered."""
        from seeddesk.services import cataloguing

        self._text, number = text, len(asked.tokens)
        self.without.hide()
        pieces = fewer(text, asked) if number <= MOST_PIECES else []
        self.words.setText(
            self.tr("No practice matches")
            if number <= 1
            else self.tr("No practice matches all %n of these", "", number)
        )

        def count(ws: Workspace) -> tuple[int, str, str]:
            found = [(cataloguing.count(ws, cataloguing.ask(ws, rest).query), piece, rest) for piece, rest in pieces]
            return max(found, key=lambda one: one[0], default=(0, "", ""))

        self._desk.read(self, count, lambda best: self._offer(text, *best), key="fewer")

    def _offer(self, text: str, count: int, piece: str, rest: str) -> None:
        if text != self._text:
            return
        self._instead = rest
        found = self.tr("%n practice(s)", "", count).replace(str(count), i18n.number(count))
        self.without.setText(self.tr("Without {piece}: {count}").format(piece=piece, count=found))
        self.without.setVisible(bool(count))


def fewer(text: str, asked: Asked) -> list[tuple[str, str]]:
    """(piece, the text without it) for every piece of a search, filters first."""
    found = []
    for token in sorted(asked.tokens, key=lambda token: not token.field):
        rest = f"{text[: token.start].rstrip()} {text[token.end :].lstrip()}".strip()
        found.append((text[token.start : token.end].strip(), rest))
    return found if len(found) > 1 else []
