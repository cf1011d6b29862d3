"""Answers that the practice's form does not ask for: from an earlier version of it, or from another form. Shown to be read and copied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from seeddesk.domain.form import Form, pick, plain_words
from seeddesk.domain.paths import rows_of, template_of
from seeddesk.domain.record import Record
from seeddesk.domain.values import Value
from seeddesk.gui import names, theme
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.text import Text

if TYPE_CHECKING:
    from seeddesk.services.workspace import Workspace


@dataclass(frozen=True)
class Leftover:
    """One such answer. form: the form that asked for it, None when no form known here did · row: number of its row, 0 outside rows."""

    path: str
    value: Value
    form: Form | None
    row: int = 0


def leftovers(ws: Workspace, form: Form, values: Mapping[str, Value]) -> tuple[Leftover, ...]:
    """The answers among these values that a form does not ask for; where a version of some form in the catalogue did, its words for them."""
    record = Record(dict(values))
    strange = [
        (path, value)
        for path, value in record.answers()
        if not path.startswith("@") and template_of(form.current(path)) not in form.fields
    ]
    if not strange:
        return ()
    known = sorted(ws.forms, key=lambda one: one[0] != form.id)
    read = [found for name, version in known if (found := ws.find_form(name, version)) is not None]
    places: dict[str, int] = {}
    found = []
    for path, value in sorted(strange):
        rows = rows_of(path)
        if rows:
            siblings = record.rows(rows[-1][: rows[-1].rfind("[")])
            places[rows[-1]] = siblings.index(rows[-1]) + 1 if rows[-1] in siblings else 0
        asked = next((one for one in read if template_of(path) in one.fields), None)
        if asked is not None and not asked.fields[template_of(path)].answered:
            continue  # nobody answered it: another form worked it out
        found.append(Leftover(path, value, asked, places.get(rows[-1], 0) if rows else 0))
    return tuple(found)


def label_of(leftover: Leftover, lang: str) -> str:
    """The question in words; its name where no form known here asked it."""
    template = template_of(leftover.path)
    field = leftover.form.field(template) if leftover.form is not None else None
    if field is None or leftover.form is None:
        words = template.replace("[]", "")
    else:
        words = plain_words(pick(field.label, lang, template), leftover.form, lang)
    return f"{words} ({leftover.row})" if leftover.row else words


def words_of(leftover: Leftover, lang: str) -> str:
    """The answer as its form would show it."""
    if leftover.form is not None:
        return names.value(leftover.form, leftover.path, leftover.value, lang)
    return "; ".join(leftover.value) if isinstance(leftover.value, tuple) else str(leftover.value or "")


class LeftoversView(QScrollArea):
    """The last section: what earlier or other forms asked, with the answers as they stand."""

    OFFERS = True  # its buttons, to the command palette

    def __init__(self, leftovers: tuple[Leftover, ...], lang: str) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setProperty("bare", "true")
        column = QVBoxLayout(page)
        column.setContentsMargins(32, 20, 32, 64)
        column.setSpacing(16)
        column.addWidget(Text(self.tr("From an earlier form"), "title"))
        column.addWidget(
            Text(
                self.tr(
                    "The form this practice is shown by does not ask for these answers. They stay with the practice, travel with its dossier, "
                    "and come back if a form asks for them again."
                ),
                ink="text2",
                wrap=True,
            )
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        self.values: list[Text] = []
        lines = []
        for number, leftover in enumerate(leftovers):
            label = label_of(leftover, lang)
            said = words_of(leftover, lang)
            name = Text(label, "label", wrap=True)
            name.setFixedWidth(theme.scaled(200))
            value = Text(said, wrap=True)
            value.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            value.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            value.setAccessibleName(f"{label}: {said}")
            grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, number, 1, Qt.AlignmentFlag.AlignTop)
            self.values.append(value)
            lines.append(f"{label}: {said}")
        column.addLayout(grid)
        copy = Button(self.tr("Copy all"), Look.PLAIN, "copy")
        copy.clicked.connect(lambda: _copy("\n".join(lines)))
        self.copy = copy
        column.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        page.setMaximumWidth(theme.scaled(784))
        self.setWidget(page)

    def focus(self, path: str = "") -> bool:
        """To the first answer."""
        if self.values:
            self.values[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return True


def _copy(text: str) -> None:
    from PySide6.QtGui import QGuiApplication

    QGuiApplication.clipboard().setText(text)
