"""What stands in the frame when there is no open catalogue: what is wrong, what is safe, and the ways on; or how far long work is."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from seeddesk.domain.errors import UserError
from seeddesk.domain.messages import sentence, sentences
from seeddesk.gui import errors, i18n, theme
from seeddesk.gui.tips import plain
from seeddesk.gui.widgets.bars import Mark
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.notices import Banner
from seeddesk.gui.widgets.text import Text, rule
from seeddesk.services import paths
from seeddesk.services.opening import Opening, Way

_ICONS = {
    Way.RETRY: "arrows-clockwise",
    Way.READ_ONLY: "eye",
    Way.CREATE: "plus",
    Way.RESTORE: "clock-counter-clockwise",
    Way.SALVAGE: "first-aid-kit",
    Way.ELSEWHERE: "folder-open",
    Way.BACK: "arrow-left",
}


class OpeningPage(QWidget):
    """`chosen`: a way on · `elsewhere`: the file of another catalogue · `created`: where to make a new one · `typed`: a recovery code, and the file of keys to go with it or "" ·
    `centre`: the file of a centre's secret key · `stopped`: the person stops the work under way."""

    chosen = Signal(object)
    elsewhere = Signal(str)
    created = Signal(str)
    typed = Signal(str, str)
    centre = Signal(str)
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.ground(self, "base")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.banner = Banner()
        outer.addWidget(self.banner)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Progress"))
        self._progress.hide()
        outer.addWidget(self._progress)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(self._area, 1)
        self.buttons: dict[Way, Button] = {}
        self.code: QLineEdit | None = None
        self.stop: Button | None = None
        self.opening: Opening | None = None
        self._keys = ""

    # -- a problem and its ways on -------------------------------------------------------------------------------------

    def show_problem(self, opening: Opening) -> None:
        """Say why there is no catalogue, and offer what can be done."""
        problem = opening.problem
        assert problem is not None
        self.opening, self._keys, self.code, self.stop = opening, "", None, None
        self.buttons = {}
        self._progress.hide()
        self.banner.hide()
        code = f"opening-{problem.code}"
        known = code in sentences()
        if problem.code == "catalogue-not-one" and opening.backup is not None:
            code = "opening-catalogue-damaged"  # it was one: there are backups of it
        column = self._fresh()
        column.addWidget(Text(sentence(code if known else "opening-other", i18n.language()), "display", wrap=True))
        column.addSpacing(8)
        said = {"path": opening.location, **problem.arguments, "since": since_of(problem.arguments.get("since"))}
        safe = sentence(f"opening-safe-{problem.code}", i18n.language(), **said) if known else errors.words(problem)
        column.addWidget(Text(safe, "long", "text2", wrap=True))
        column.addSpacing(24)
        ways = list(opening.ways)
        if Way.RETRY not in ways and Way.UNLOCK not in ways:
            ways.append(Way.RETRY)
        for number, way in enumerate(ways):
            column.addWidget(rule())
            if way is Way.UNLOCK:
                column.addWidget(self._make_unlock(problem, primary=number == 0))
            else:
                column.addLayout(self._make_way(way, primary=number == 0))
        wide = max((button.sizeHint().width() for button in self.buttons.values()), default=0)
        for button in self.buttons.values():
            button.setMinimumWidth(max(theme.scaled(200), wide))  # their edges in one line
        column.addWidget(rule())
        column.addSpacing(16)
        detail = Text(
            "\n".join(filter(None, (opening.location, str(problem.arguments.get("reason", ""))))),
            "hint",
            "text3",
            wrap=True,
        )
        detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(detail)
        column.addStretch(1)
        first = self.code or next(iter(self.buttons.values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, error: UserError) -> None:
        """A way did not lead on: say so, and let the person choose again."""
        self._progress.hide()
        self._area.setEnabled(True)
        self.banner.say("bad", "", errors.words(error))
        if self.code is not None:
            self.code.setFocus()

    def wait(self) -> None:
        """A way is being tried."""
        self.banner.hide()
        self._progress.setRange(0, 0)
        self._progress.show()
        self._area.setEnabled(False)

    def _make_way(self, way: Way, primary: bool) -> QHBoxLayout:
        bold, plain, words = self._words(way)
        row = QHBoxLayout()
        row.setContentsMargins(0, 16, 0, 16)
        row.setSpacing(20)
        row.addWidget(Mark(_ICONS[way], 28, "accent" if primary else "text2"))
        both = QVBoxLayout()
        both.setSpacing(2)
        both.addWidget(Text(bold, "heading", wrap=True))
        both.addWidget(Text(plain, ink="text2", wrap=True))
        row.addLayout(both, 1)
        button = Button(words, Look.PRIMARY if primary else Look.PLAIN, height=40)
        button.clicked.connect(lambda: self._choose(way))
        self.buttons[way] = button
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _words(self, way: Way) -> tuple[str, str, str]:
        made = self.opening.backup if self.opening else None
        return {
            Way.RETRY: (
                self.tr("Try again"),
                self.tr("Once the disk, the network or the other program is ready."),
                self.tr("Try again"),
            ),
            Way.READ_ONLY: (
                self.tr("Read without writing"),
                self.tr("Search, read and export everything. Nothing can be changed until it opens for writing."),
                self.tr("Open for reading"),
            ),
            Way.CREATE: (
                self.tr("Begin a new catalogue"),
                self.tr("An empty one. If the old one turns up, it can be opened again from its own place."),
                self.tr("New catalogue…"),
            ),
            Way.RESTORE: (
                self.tr("Restore the backup of {made}").format(made=moment_of(made)),
                self.tr("The last good one: it was opened and checked just now. What was saved after it is in the files kept aside."),
                self.tr("Restore it"),
            ),
            Way.SALVAGE: (
                self.tr("Recover what can still be read"),
                self.tr("Every intact revision, and from the last backup what is missing. At the end you see what is lost."),
                self.tr("Recover it"),
            ),
            Way.BACK: (
                self.tr("Back to your catalogue"),
                self.tr("The one you worked in before. This file stays as it is."),
                self.tr("Go back"),
            ),
            Way.ELSEWHERE: (
                self.tr("Open another catalogue"),
                self.tr("A file that ends in .seeddesk, on this computer, a stick or a shared folder."),
                self.tr("Choose a file…"),
            ),
        }[way]  # fmt: skip

    def _choose(self, way: Way) -> None:
        if way is Way.CREATE:
            path, _ = QFileDialog.getSaveFileName(
                self,
                self.tr("Begin a new catalogue"),
                str(paths.default_catalogue()),
                self.tr("Catalogues (*.seeddesk)"),
            )
            if path:
                self.created.emit(path if path.endswith(".seeddesk") else f"{path}.seeddesk")
            return
        if way is not Way.ELSEWHERE:
            self.chosen.emit(way)
            return
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open another catalogue"), "", self.tr("Catalogues (*.seeddesk);;All files (*)")
        )
        if path:
            self.elsewhere.emit(path)

    # -- the recovery code ---------------------------------------------------------------------------------------------

    def _make_unlock(self, problem: UserError, primary: bool) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 20, 0, 20)
        column.setSpacing(4)
        column.addWidget(Text(self.tr("Recovery code"), "label"))
        self.code = QLineEdit()  # seen while it is typed: it is long, and on paper already
        self.code.setAccessibleName(self.tr("Recovery code"))
        self.code.setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self.code.returnPressed.connect(self._unlock)
        column.addWidget(self.code)
        hint = self.tr("Eight groups of four letters and digits. Capitals and dashes do not matter.")
        column.addWidget(Text(hint, "hint", "text3", wrap=True))
        column.addSpacing(12)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.unlock = Button(self.tr("Open with the code"), Look.PRIMARY if primary else Look.PLAIN, height=40)
        self.unlock.clicked.connect(self._unlock)
        line.addWidget(self.unlock)
        if problem.code in ("keys-absent", "keys-damaged"):
            self.keys = Button(self.tr("File of keys…"), Look.PLAIN, "folder-open", height=40)
            self.keys.clicked.connect(self._choose_keys)
            line.insertWidget(0, self.keys)
        else:
            centre = Button(self.tr("With the centre's key…"), Look.FLAT, height=40)
            centre.clicked.connect(self._choose_centre)
            line.addWidget(centre)
        line.addStretch(1)
        column.addLayout(line)
        return box

    def _unlock(self) -> None:
        assert self.code is not None
        self.typed.emit(self.code.text(), self._keys)

    def _choose_keys(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("File of keys"), "", self.tr("Keys (*.keys);;All files (*)")
        )
        if path:
            self._keys = path
            self.keys.setText(path.replace("\\", "/").rpartition("/")[2])
            self.keys.setToolTip(plain(path))

    def _choose_centre(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("The centre's secret key"), "", self.tr("All files (*)"))
        if path:
            self.centre.emit(path)

    # -- work ----------------------------------------------------------------------------------------------------------

    def show_work(self, title: str, plain: str, can_stop: bool = False) -> None:
        """Say what is being done, with a bar, and maybe a way to stop it."""
        self.banner.hide()
        self._area.setEnabled(True)
        column = self._fresh()
        column.addWidget(Text(title, "display", wrap=True))
        column.addSpacing(8)
        column.addWidget(Text(plain, "long", "text2", wrap=True))
        column.addSpacing(16)
        self._step = Text("", "hint", "text2")
        column.addWidget(self._step)
        self.stop = None
        if can_stop:
            self.stop = Button(self.tr("Stop"), Look.PLAIN, height=40)
            self.stop.clicked.connect(self.stopped)
            column.addSpacing(16)
            column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._progress.setRange(0, 0)
        self._progress.show()

    def tell(self, done: int, total: int) -> None:
        """How far the work is."""
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        if total:
            self._step.setText(self.tr("{done} of {total}").format(done=i18n.number(done), total=i18n.number(total)))

    def _fresh(self) -> QVBoxLayout:
        """An empty column in the middle of the page."""
        self._area.setEnabled(True)
        page = QWidget()
        page.setProperty("bare", "true")
        across = QHBoxLayout(page)
        across.setContentsMargins(64, 64, 64, 32)
        holder = QWidget()
        holder.setMaximumWidth(theme.scaled(760))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        across.addWidget(holder, 10)
        across.addStretch(1)
        self._area.setWidget(page)
        return column


def since_of(text: object) -> str:
    """Since when somebody has it open, as a person says it."""
    try:
        return moment_of(datetime.fromisoformat(str(text)))
    except ValueError:
        return str(text)


def moment_of(made: datetime | None) -> str:
    """When a backup was made, as a person says it."""
    return i18n.moment(made.astimezone(UTC).isoformat()) if made is not None else "?"
