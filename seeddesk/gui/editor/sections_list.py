"""The sections at the left of the editor: where you are, what each still lacks; at the foot, how much is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from seeddesk.domain.form import Form, Group, Section
from seeddesk.domain.logic import Evaluation, SectionState
from seeddesk.gui import i18n, shapes, theme
from seeddesk.gui.tips import plain
from seeddesk.gui.widgets.bars import Keys
from seeddesk.gui.widgets.button import Button, Look, key_text
from seeddesk.gui.widgets.marks import Ring
from seeddesk.gui.widgets.pressable import Pressable
from seeddesk.gui.widgets.text import Text, rule

AROUND = 17 + 48  # pixels of a row beside its words: margins, shape and gaps
FOLDED = 56  # pixels at factor 1 of the shapes alone


class SectionsList(QWidget):
    """`chosen`: the index of a section; after the last, answers from other forms where there are some · `next_gap`: the person asks for the
    next problem or gap · `list_wanted`: for all of them."""

    chosen = Signal(int)
    next_gap = Signal()
    list_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._form: Form | None = None
        self._folded = False
        theme.ground(self, "window", "right")
        self._roomy = False
        self._rows: list[_Row] = []
        self._take_width()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 9, 12)
        column.setSpacing(0)
        self._group = QButtonGroup(self)
        inner = QWidget()
        inner.setProperty("bare", "true")
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addStretch(1)
        self._column = rows
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        column.addWidget(area, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(8, 0, 8, 0)
        foot.setSpacing(6)
        foot.addWidget(rule())
        line = QHBoxLayout()
        self._ring = Ring()
        self._percent = Text("", "label")
        line.addWidget(self._ring)
        line.addWidget(self._percent)
        line.addStretch(1)
        foot.addLayout(line)
        self._said = Text("", "hint", "text2", wrap=True)
        foot.addWidget(self._said)
        step = QHBoxLayout()
        step.setSpacing(4)
        self.next = Button(self.tr("Go to the next"), Look.LINK, height=24)
        self.next.setFont(theme.font("small"))
        self.next.clicked.connect(self.next_gap)
        self._key = Keys([("F8", "")])
        self.list = Button("", Look.FLAT, "list-bullets", name=self.tr("List them"), height=24)
        self.list.setToolTip(f"{self.tr('List them')} ({key_text('Ctrl+F8')})")
        self.list.clicked.connect(self.list_wanted)
        step.addWidget(self.next)
        step.addWidget(self._key)
        step.addWidget(self.list)
        step.addStretch(1)
        foot.addLayout(step)
        self._foot = QWidget()
        self._foot.setLayout(foot)
        column.addWidget(self._foot)

    def fold(self, folded: bool) -> None:
        """Only the states, their names in tooltips."""
        self._foot.setVisible(not folded)
        for row in self._rows:
            row.fold(folded)
        self._folded = folded
        self._even_out()

    def spread(self, roomy: bool) -> None:
        """roomy: the page has room for whole names, and for what is to do in words."""
        if roomy != self._roomy:
            self._roomy = roomy
            self._even_out()

    def _take_width(self) -> None:
        least = min(theme.scaled(240), 340)
        names = max((row.wide if self._roomy else row.narrow for row in self._rows), default=0) + AROUND
        most = min(theme.scaled(360), 420) if self._roomy else min(theme.scaled(272), 340)
        self.setFixedWidth(theme.scaled(FOLDED) if self._folded else max(least, min(names, most)))

    def _even_out(self) -> None:
        """Every row says what is to do in words, or every row as a number alone: whether the words fit is a matter of the longest name."""
        self._take_width()
        room = self.width() - AROUND - (theme.scaled(14) - 14)
        brief = any(row.wide > room for row in self._rows)
        for row in self._rows:
            row.be_brief(brief)

    def show_form(self, form: Form, labels: Sequence[str], others: bool) -> None:
        """The sections of a form under these labels; of a form that only calculates in one, that one is not shown. others: there are answers
        from other forms."""
        names = (*labels, *((self.tr("Earlier form"),) if others else ()))
        if form is self._form and len(names) == len(self._rows):
            for number, label in enumerate(names):
                self.say(number, label)
            return  # what is said of each follows
        for row in self._rows:
            self._group.removeButton(row)
            self._column.removeWidget(row)
            row.deleteLater()
        self._form, self._rows = form, []
        for number, label in enumerate(names):
            row = _Row(label)
            row.fold(self._folded)
            row.clicked.connect(lambda _=False, number=number: self.chosen.emit(number))
            self._group.addButton(row)
            self._rows.append(row)
            self._column.insertWidget(number, row)
            row.setVisible(number >= len(form.sections) or form.sections[number].shown)
        self._even_out()

    def say(self, number: int, label: str) -> None:
        """A section's name quotes an answer that changed."""
        if self._rows[number].text() != label:
            self._rows[number].setText(label)
            self._even_out()

    def show_current(self, number: int) -> None:
        """Mark the section in front."""
        self._rows[number].setChecked(True)

    def show_evaluation(self, evaluation: Evaluation) -> None:
        """States and counts."""
        if self._form is None:
            return
        for section, row in zip(self._form.sections, self._rows, strict=False):
            row.show_state(evaluation.sections.get(section.name))
            hidden = not section.shown or is_hidden(section, evaluation)
            if row.isHidden() != hidden:
                row.setVisible(not hidden)
        self._ring.show_percent(evaluation.completeness)
        self._percent.setText(f"{evaluation.completeness} %")
        missing, problems = len(evaluation.missing), len(evaluation.problems)
        parts = []
        if missing:
            parts.append(self.tr("%n field(s) missing", "", missing))
        if problems:
            parts.append(self.tr("%n problem(s)", "", problems))
        said = (
            self.tr("Before sending it to the centre: {what}.").format(what=", ".join(parts))
            if parts
            else self.tr("Ready to be sent.")
        )
        self._said.setText(said)
        self.next.setVisible(bool(parts))
        self._key.setVisible(bool(parts) and theme.roomy())
        self.list.setVisible(bool(parts))


def is_hidden(section: Section, evaluation: Evaluation) -> bool:
    """Whether a section is not relevant now: then nothing in it is."""
    return bool(section.relevant) and all(
        (item.path if isinstance(item, Group) else item.template) in evaluation.hidden for item in section.items
    )


class _Row(Pressable):
    """One section."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.setText(label)
        self._state, self._said, self._count, self._problem = "empty", "", "", False
        self._folded = self._brief = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(label)

    def fold(self, folded: bool) -> None:
        """Only the shape."""
        self._folded = folded
        self._tip()
        self.update()

    @property
    def wide(self) -> int:
        """Pixels of the name and what may stand beside it; the name bold, so that choosing changes nothing."""
        return self._beside(self.tr("%n to do", "", 10))

    @property
    def narrow(self) -> int:
        """The same, beside a number alone."""
        return self._beside("10")

    def _beside(self, words: str) -> int:
        said = QFontMetrics(theme.font("hint")).horizontalAdvance(words)
        return QFontMetrics(theme.font("label")).horizontalAdvance(self.text()) + said

    def be_brief(self, brief: bool) -> None:
        """Only how many are to do; the words are in the tooltip, and for assistive technology."""
        self._brief = brief
        self._tip()
        self.update()

    def _tip(self) -> None:
        self.setToolTip(plain(self.accessibleName()) if self._folded or self._brief else "")

    def show_state(self, state: SectionState | None) -> None:
        """Shape and words."""
        missing, problems, answered = (state.missing, state.problems, state.answered) if state else (0, 0, 0)
        self._problem = bool(problems)
        self._count = i18n.number(problems or missing)
        if problems:
            self._state, self._said = "problem", self.tr("%n problem(s)", "", problems)
        elif missing:
            self._state, self._said = "some" if answered else "empty", self.tr("%n to do", "", missing)
        else:
            self._state, self._said = "complete" if answered else "empty", ""
        said = self._said or (self.tr("complete") if self._state == "complete" else "")
        self.setAccessibleName(f"{self.text()}, {said}" if said else self.text())
        self._tip()
        self.update()

    def sizeHint(self) -> QSize:
        """40 px at factor 1."""
        return QSize(100, theme.scaled(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shape, name, what is to do (only how many, where the name needs the room)."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        rect = QRectF(self.rect())
        if on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("sel" if on else "hover"))
            painter.drawRoundedRect(rect, 4, 4)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        side = theme.scaled(14)
        left = (rect.width() - side) / 2 if self._folded else 8
        shapes.section(painter, QRectF(left, (rect.height() - side) / 2, side, side), self._state)
        if self._folded:
            return
        small = theme.font("small" if self._problem else "hint")
        name_font = theme.font("label" if on else "body")
        shown = self._count if self._brief and self._said else self._said
        said = QFontMetrics(small).horizontalAdvance(shown)
        painter.setFont(small)
        painter.setPen(theme.colour("bad" if self._problem else "text3"))
        painter.drawText(rect.adjusted(0, 0, -8, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setFont(name_font)
        painter.setPen(theme.colour("text"))
        begins = 18 + side
        room = rect.width() - begins - said - (16 if said else 8)
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(QRectF(begins, 0, room + 2, rect.height()), Qt.AlignmentFlag.AlignVCenter, words)
