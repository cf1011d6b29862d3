"""One conflict: the base, every version with who, when and where from, and what SeedDesk proposes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from seeddesk.domain.form import Form
from seeddesk.domain.paths import template_of
from seeddesk.domain.practice import Conflict, Version
from seeddesk.domain.values import Value, is_empty
from seeddesk.gui import i18n, names, theme
from seeddesk.gui.widgets.bars import Mark
from seeddesk.gui.widgets.diff_text import DiffText, marks
from seeddesk.gui.widgets.text import Elided, Text, rule

WIDEST = 880


class ConflictView(QScrollArea):
    """Shows a conflict; `edit` opens a box with a text to change, `edited` gives it back."""

    def __init__(self, form_of: Callable[[str], Form], lang: str) -> None:
        super().__init__()
        self._form_of, self._lang = form_of, lang
        self._box: QPlainTextEdit | None = None
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().rangeChanged.connect(self._show_box)

    def show_conflict(self, conflict: Conflict, name: str, with_marks: bool, row: Mapping[str, Value]) -> None:
        """Base first, versions by time, the proposal last. row: the cells of the row in conflict, path -> value."""
        self._box = None
        page = QWidget()
        page.setProperty("bare", "true")
        outer = QHBoxLayout(page)
        outer.setContentsMargins(32, 16, 32, 24)
        inner = QWidget()
        inner.setMaximumWidth(theme.scaled(WIDEST))
        outer.addWidget(inner, 1)
        outer.addStretch(0)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(Text(f"{conflict.title} · {conflict.code}", "hint", "text2", wrap=True))
        self._column.addWidget(Text(name, "title", wrap=True))
        if conflict.together:
            form = self._form_of(conflict.practice)
            others = ", ".join(names.field(form, path, self._lang) for path in conflict.together)
            self._column.addWidget(
                Text(self.tr("Decided together with: {fields}").format(fields=others), "hint", "text2", wrap=True)
            )
        if unlike(conflict):
            self._column.addWidget(
                Text(
                    self.tr("These fields go together: keep one version first, then change them in the practice."),
                    "hint",
                    "text2",
                    wrap=True,
                )
            )
        base = self.words(conflict, conflict.base) if conflict.has_base else ""
        if conflict.kind == "field":
            self._column.addWidget(rule())
            said = self.tr("the value both started from") if conflict.has_base else self.tr("there was no common value")
            self._add("0", self.tr("Base"), said, [("same", base or self.tr("(empty)"))], dashed=True)
        for version in conflict.versions:
            self._column.addWidget(rule())
            text = self.words(conflict, version.value)
            runs = (
                marks(base, text)
                if with_marks and conflict.has_base and conflict.kind == "field" and text
                else [("same", text or self.tr("(empty)"))]
            )
            if conflict.together:
                runs = [("same", f"{name}: "), *runs, *self._lines(conflict, version.together, unlike(conflict))]
            elif conflict.kind == "row" and version.value is not None:
                runs += self._lines(conflict, row, frozenset())
            meta = f"{i18n.moment(version.time)} · {names.origin(version.origin)}"
            self._add(version.letter, version.author, meta, runs)
        if conflict.proposal is not None:
            self._add_proposal(conflict, base, with_marks)
        self._column.addStretch(1)
        self.setWidget(page)

    def words(self, conflict: Conflict, value: Value) -> str:
        """A version in words."""
        if conflict.kind == "practice":
            return self.tr("Deletes the practice") if value is None else self.tr("Goes on editing the practice")
        if conflict.kind == "row":
            return self.tr("Removes the row") if value is None else self.tr("Goes on editing the row")
        return (
            "" if is_empty(value) else names.value(self._form_of(conflict.practice), conflict.path, value, self._lang)
        )

    def _lines(self, conflict: Conflict, values: Mapping[str, Value], unlike: frozenset[str]) -> list[tuple[str, str]]:
        """One line for every value, after its label; those the versions disagree on are marked."""
        runs = []
        form = self._form_of(conflict.practice)
        order = list(form.fields)
        for path in sorted(values, key=lambda one: order.index(template_of(one)) if template_of(one) in order else 999):
            known = form.field(template_of(path))
            label = names.label(form, known, self._lang) if known else path
            words = "" if is_empty(values[path]) else names.value(form, path, values[path], self._lang)
            kind = "unlike" if path in unlike else "same"
            runs += [("same", f"\n{label}: "), (kind, words or self.tr("(empty)"))]
        return runs

    def _add(self, letter: str, who: str, meta: str, runs: list[tuple[str, str]], dashed: bool = False) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(_Letter(letter, dashed), 0, Qt.AlignmentFlag.AlignTop)
        both = QVBoxLayout()
        both.setSpacing(4)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Text(who, "small"))
        line.addWidget(Elided(f"· {meta}", "hint", "text2"), 1)
        both.addLayout(line)
        text = DiffText()
        both.addWidget(text)
        row.addLayout(both, 1)
        self._column.addLayout(row)
        text.show_text(runs)

    def _add_proposal(self, conflict: Conflict, base: str, with_marks: bool) -> None:
        box = _Frame()
        column = QVBoxLayout(box)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Mark("git-merge", 18, "accent"))
        head.addWidget(Text(self.tr("Proposed merge"), "label"))
        head.addWidget(Elided(self.tr("sentence by sentence, no sentence in disagreement"), "hint", "text2"), 1)
        head.addWidget(Text(self.tr("to confirm"), "hint", "text2"))
        column.addLayout(head)
        text = DiffText()
        column.addWidget(text)
        self._column.addWidget(box)
        proposal = self.words(conflict, conflict.proposal)
        if with_marks and conflict.has_base:
            text.show_text(marks(base, proposal), _origins(base, conflict.versions))
        else:
            text.show_text([("same", proposal)])

    # -- editing -------------------------------------------------------------------------------------------------------

    def edit(self, text: str, hint: str) -> QPlainTextEdit:
        """Open a box with a text; the caret is in it."""
        if self._box is None:
            if hint:
                self._column.insertWidget(self._column.count() - 1, Text(hint, "hint", "text2", wrap=True))
            self._box = QPlainTextEdit()
            self._box.setAccessibleName(self.tr("The value you decide on"))
            self._box.setMinimumHeight(theme.scaled(120))
            self._box.setTabChangesFocus(True)
            self._column.insertWidget(self._column.count() - 1, self._box)
        self._box.setPlainText(text)
        self._box.setFocus()
        self._show_box()
        return self._box

    def _show_box(self) -> None:
        """Whoever edits sees what is edited, also once the page has grown by it."""
        if self._box is not None:
            self.ensureWidgetVisible(self._box, 0, 24)

    @property
    def editing(self) -> QPlainTextEdit | None:
        """The box, while it is open."""
        return self._box

    def stop_editing(self) -> None:
        """Close the box."""
        if self._box is not None:
            self._box.hide()
            self._box.deleteLater()
            self._box = None


def unlike(conflict: Conflict) -> frozenset[str]:
    """The fields decided along that the versions disagree on. Where there are any, only a whole version can be kept."""
    first = conflict.versions[0].together
    return frozenset(
        path for version in conflict.versions for path in version.together if version.together[path] != first.get(path)
    )


def _origins(base: str, versions: tuple[Version, ...]) -> dict[str, str]:
    """Added piece -> letter of the version it came from."""
    found: dict[str, str] = {}
    for version in versions:
        if isinstance(version.value, str):
            for kind, words in marks(base, version.value):
                if kind == "added":
                    found.setdefault(words.strip(), version.letter)
    return found


class _Letter(QWidget):
    """The letter of a version in its box of 28."""

    def __init__(self, letter: str, dashed: bool) -> None:
        super().__init__()
        self._letter, self._dashed = letter, dashed
        side = theme.scaled(28)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box and letter."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("ctl"), 1, Qt.PenStyle.DashLine if self._dashed else Qt.PenStyle.SolidLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("text2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letter)


class _Frame(QWidget):
    """The only accent-bordered box."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The border."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
