"""The first start: why, at the left; three questions, at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from seeddesk import __version__
from seeddesk.gui import i18n, theme
from seeddesk.gui.widgets.bars import Mark
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.check import CheckRow
from seeddesk.gui.widgets.notices import Banner
from seeddesk.gui.widgets.segment import Segment
from seeddesk.gui.widgets.text import Text


class FirstRun(QWidget):
    """`answered`: name, centre, language, whether to protect · `language_chosen`: speak another language at once."""

    answered = Signal(str, str, str, bool)
    language_chosen = Signal(str)

    def __init__(
        self,
        author: str = "",
        centre: str = "",
        protect: bool = False,
        new: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """What was answered before; new: there is no catalogue yet, so it can begin encrypted."""
        super().__init__(parent)
        theme.ground(self, "base")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._why = self._make_why()
        row.addWidget(self._why)
        self._questions = self._make_questions(author, centre, protect, new)
        area = QScrollArea()  # large text on a small screen
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        theme.ground(inner, "base")
        middle = QHBoxLayout(inner)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(self._questions, 0, Qt.AlignmentFlag.AlignCenter)
        area.setWidget(inner)
        row.addWidget(area, 1)

    def _make_why(self) -> QWidget:
        side = QWidget()
        theme.ground(side, "window", "right")
        side.setFixedWidth(theme.scaled(480))
        column = QVBoxLayout(side)
        column.setContentsMargins(64, 64, 48, 32)
        column.setSpacing(0)
        column.addWidget(Mark("plant", 40, "accent"))
        column.addSpacing(24)
        column.addWidget(Text(self.tr("Social practices, well written and safe"), "display", wrap=True))
        column.addSpacing(16)
        column.addWidget(
            Text(
                self.tr(
                    "SeedDesk works without a network. What you write stays on this computer until you decide to send it to the centre."
                ),
                "long",
                "text2",
                wrap=True,
            )
        )
        column.addSpacing(32)
        for icon, bold, plain in (
            ("note-pencil", self.tr("Record a practice"), self.tr("in ten minutes, even during the interview")),
            ("file-text", self.tr("Send it as a Word document"), self.tr("whoever gets it need not install anything")),
            ("git-merge", self.tr("Find every correction again"), self.tr("field by field, without losing a word")),
        ):
            line = QHBoxLayout()
            line.setSpacing(18)
            line.addWidget(Mark(icon, 22, "accent"), 0, Qt.AlignmentFlag.AlignTop)
            both = QVBoxLayout()
            both.setSpacing(0)
            both.addWidget(Text(bold, "label"))
            both.addWidget(Text(plain, ink="text2", wrap=True))
            line.addLayout(both, 1)
            column.addLayout(line)
            column.addSpacing(20)
        column.addStretch(1)
        column.addWidget(
            Text(self.tr("SeedDesk {version} · EUPL 1.2 licence").format(version=__version__), "hint", "text2")
        )
        return side

    def _make_questions(self, author: str, centre: str, protect: bool, new: bool) -> QWidget:
        box = QWidget()
        box.setFixedWidth(theme.scaled(456))
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(self.tr("Before you begin"), "title"))
        column.addSpacing(4)
        column.addWidget(
            Text(self.tr("Three answers. Change them whenever you like in the settings."), ink="text2", wrap=True)
        )
        column.addSpacing(24)
        self.banner = Banner()
        column.addWidget(self.banner)
        head = QHBoxLayout()
        head.addWidget(Text(self.tr("What is your name"), "label"))
        head.addStretch(1)
        head.addWidget(Text(self.tr("shown beside what you write"), "hint", "text3"))
        column.addLayout(head)
        column.addSpacing(4)
        self.author = QLineEdit(author)
        self.author.setAccessibleName(self.tr("What is your name"))
        column.addWidget(self.author)
        column.addSpacing(20)
        column.addWidget(Text(self.tr("Your centre"), "label"))
        column.addSpacing(4)
        self.centre = QLineEdit(centre)
        self.centre.setAccessibleName(self.tr("Your centre"))
        column.addWidget(self.centre)
        column.addSpacing(4)
        column.addWidget(
            Text(
                self.tr("As it should appear at the top of dossiers. You may leave it empty."),
                "hint",
                "text3",
                wrap=True,
            )
        )
        column.addSpacing(20)
        column.addWidget(Text(self.tr("Language"), "label"))
        column.addSpacing(4)
        self.language = Segment(list(i18n.LANGUAGES.items()), self.tr("Language"), 40)
        self.language.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.language.set_value(i18n.language())
        # A turn later: an arrow key first chooses, then gives the focus to what it chose, which would be gone by then with the page.
        self.language.chosen.connect(self.language_chosen, Qt.ConnectionType.QueuedConnection)
        column.addWidget(self.language)
        column.addSpacing(20)
        self.protect = CheckRow(self.tr("Protect with encryption"))
        self.protect.setChecked(protect and new)
        column.addWidget(self.protect)
        self.protect.setVisible(
            new
        )  # only once it is part of the page: shown alone it would be a window that takes the focus
        words = Text(
            self.tr(
                "For a laptop that travels. You get a recovery code to print; it can also be done later, in the settings."
            ),
            "hint",
            "text3",
            wrap=True,
        )
        words.setContentsMargins(32, 0, 0, 0)
        column.addWidget(words)
        words.setVisible(new)
        column.addSpacing(24)
        line = QHBoxLayout()
        self.open = Button(self.tr("Open the catalogue"), Look.PRIMARY, key="Return", height=40)
        self.open.clicked.connect(self._answer)
        line.addWidget(self.open)
        line.addStretch(1)
        column.addLayout(line)
        column.addSpacing(24)
        column.addWidget(
            Text(self.tr("No account, no password, nothing sent over the network."), "hint", "text2", wrap=True)
        )
        for field in (self.author, self.centre):
            field.returnPressed.connect(self._answer)
        self.author.setFocus()
        return box

    def _answer(self) -> None:
        name = self.author.text().strip()
        if not name:
            self.banner.say("warn", "", self.tr("Write your name: it is shown beside what you write."))
            self.author.setFocus()
            return
        self.answered.emit(
            name, self.centre.text().strip(), self.language.value or i18n.language(), self.protect.isChecked()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for both, the left part goes."""
        super().resizeEvent(event)
        self._why.setVisible(event.size().width() >= self._why.minimumWidth() + self._questions.minimumWidth())
