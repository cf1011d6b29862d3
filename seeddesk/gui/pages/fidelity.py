"""What was read in one file and how: nothing lost, layers, absent, left over, what changes."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from seeddesk.domain.form import Field, Kind
from seeddesk.domain.messages import sentence
from seeddesk.domain.report import FileReport
from seeddesk.gui import i18n, names, theme
from seeddesk.gui.desk import Desk
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.text import Text, rule


class FidelityPane(QScrollArea):
    """`opened`: the practice of the file."""

    OFFERS = True  # its buttons, to the command palette

    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._form = desk.form
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(240)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.ground(self, "window", "left")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show_report(None, "")

    def sizeHint(self) -> QSize:
        """As wide as its lines need, or less where the files need the room."""
        return QSize(min(theme.scaled(336), 440), super().sizeHint().height())

    def show_report(self, report: FileReport | None, said: str) -> None:
        """Show one file; nothing for None."""
        page = QWidget()
        theme.ground(page, "window")
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        if report is not None:
            self._form = self._desk.form_of(report.practice)
            self._fill(column, report, said)
        column.addStretch(1)
        self.setWidget(page)

    def _fill(self, column: QVBoxLayout, report: FileReport, said: str) -> None:
        file = report.path.replace("\\", "/").rpartition("/")[2]
        column.addWidget(Text(report.title or file, "heading", wrap=True))
        column.addWidget(Text(file, "hint", "text2", wrap=True))
        if report.reason:
            column.addWidget(Text(said, ink="bad" if report.status == "refused" else "warn", wrap=True))
        if report.fidelity is not None:
            self._fill_fidelity(column, report)
        changed = [
            (path, change)
            for path, (_, change) in report.fields.items()
            if change not in ("unchanged", "absent", "kept")
        ]
        if changed:
            column.addWidget(rule())
            column.addWidget(Text(self.tr("What changes: %n field(s)", "", len(changed)), "small"))
            words = {
                "changed": self.tr("changed"),
                "added": self.tr("added"),
                "removed": self.tr("removed"),
                "conflict": self.tr("in conflict"),
            }
            grid = QGridLayout()
            grid.setVerticalSpacing(4)
            for number, (path, change) in enumerate(changed[:40]):
                grid.addWidget(Text(names.field(self._form, path, self._desk.lang), wrap=True), number, 0)
                grid.addWidget(
                    Text(words.get(change, change), "hint", "conf" if change == "conflict" else "text2"),
                    number,
                    1,
                    Qt.AlignmentFlag.AlignRight,
                )
            grid.setColumnStretch(0, 1)
            column.addLayout(grid)
        if report.practice and report.code:
            column.addWidget(rule())
            column.addWidget(Text(report.code, "hint", "text2"))
            open_ = Button(self.tr("Open the practice"), Look.LINK)
            open_.clicked.connect(lambda: self.opened.emit(report.practice))
            column.addWidget(open_)

    def _fill_fidelity(self, column: QVBoxLayout, report: FileReport) -> None:
        fidelity = report.fidelity
        present, read = fidelity.characters_present, fidelity.characters_read
        lost = present - read
        column.addWidget(
            Text(
                self.tr("No character lost") if lost <= 0 else self.tr("%n character(s) to look at", "", lost),
                "label",
                "ok" if lost <= 0 else "warn",
            )
        )
        column.addWidget(
            Text(
                self.tr("{read} read of {present}").format(read=i18n.number(read), present=i18n.number(present)),
                "hint",
                "text2",
            )
        )
        column.addWidget(rule())
        layers = Counter(found_by for found_by, change in report.fields.values() if found_by and change != "absent")
        words = {
            "tag": self.tr("Content control"),
            "bookmark": self.tr("Bookmark"),
            "label": self.tr("Exact label"),
            "similar label": self.tr("Similar label"),
            "header": self.tr("Column heading"),
        }
        column.addWidget(Text(self.tr("How the fields were found"), "small"))
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        rows = [(words.get(layer, layer), count, "text") for layer, count in layers.most_common()]
        if fidelity.absent:
            rows.append((self.tr("Absent: the value stays as it was"), len(fidelity.absent), "text2"))
        if fidelity.left_over:
            rows.append((self.tr("Left over: in no field"), len(fidelity.left_over), "warn"))
        for number, (label, count, ink) in enumerate(rows):
            grid.addWidget(Text(label, ink=ink, wrap=True), number, 0)
            grid.addWidget(Text(i18n.number(count), ink=ink), number, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        column.addLayout(grid)
        if fidelity.left_over:
            self._fill_left_over(column, fidelity.left_over)
        if fidelity.absent:
            self._fill_absent(column, fidelity.absent)
        for code, arguments in fidelity.warnings:
            column.addWidget(Text(sentence(code, self._desk.lang, **arguments), ink="warn", wrap=True))

    def _fill_left_over(self, column: QVBoxLayout, left_over: tuple[str, ...]) -> None:
        """Every text that found no field, whole, to read and to copy."""
        column.addWidget(rule())
        head = QHBoxLayout()
        head.addWidget(Text(self.tr("Left over"), "small"))
        head.addStretch(1)
        copy = Button(self.tr("Copy"), Look.LINK, name=self.tr("Copy the texts left over"), height=24)
        whole = "\n\n".join(left_over)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(whole))
        head.addWidget(copy)
        column.addLayout(head)
        column.addWidget(
            Text(
                self.tr(
                    "These texts stand in the document outside every field. They are not merged: copy what is needed."
                ),
                "hint",
                "text2",
                wrap=True,
            )
        )
        box = QPlainTextEdit(whole)
        box.setReadOnly(True)
        box.setTabChangesFocus(True)
        box.setAccessibleName(self.tr("Texts left over"))
        lines = min(12, 2 + sum(1 + len(text) // 36 for text in left_over))
        box.setFixedHeight(box.fontMetrics().lineSpacing() * lines + 20)
        column.addWidget(box)

    def _fill_absent(self, column: QVBoxLayout, absent: tuple[str, ...]) -> None:
        """The fields the document no longer has."""
        column.addWidget(rule())
        column.addWidget(Text(self.tr("Not found in the document"), "small"))
        column.addWidget(
            Text(self.tr("The value in the catalogue stays as it was; nothing is emptied."), "hint", "text2", wrap=True)
        )
        form = self._form
        missing = dict.fromkeys(absent)
        for group in form.repeats:  # a list missing with all its columns is one name
            columns = [name for name in absent if name.startswith(f"{group.template}.")]
            if len(columns) == sum(
                _in_words(item) for name, item in form.fields.items() if name.startswith(f"{group.template}.")
            ):
                missing = dict.fromkeys(group.template if name in columns else name for name in missing)
        found = (names.field(form, name, self._desk.lang) for name in missing)
        column.addWidget(Text("\n".join(dict.fromkeys(found)), wrap=True))


def _in_words(field: Field) -> bool:
    """Whether a field has a place in a document that people write in."""
    return field.answered and field.kind is not Kind.FILE
