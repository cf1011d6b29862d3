"""Somebody without a plan at the window: seeded random keys, clicks, drags, wheel, shortcuts, commands, drops, resizes.

The same seed draws the same numbers; what they meet depends on how far the worker threads are, so a round is repeated closely, not exactly. `log` says
what was done, newest last; so does the file ``events.log`` in the folder, also after a crash.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDrag, QDropEvent, QGuiApplication, QImage, QInputMethodEvent, QWheelEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from seeddesk.domain.errors import Cancelled
from seeddesk.gui.app import Program
from seeddesk.gui.main_window import MainWindow
from seeddesk.services import maintenance

TARGETS = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractItemView)
WRITING = (
    "orto",
    "2021-03",
    "12,50",
    "è già così",
    "Привет",
    "👩🏽‍🌾 ﷽",
    "a\u0301\u200d\u202e",
    "<b>&amp;",
    "country:IT",
    '"in rete" -casa',
    "=1+1",
    " ",
    "0" * 40,
    "x\ny\tz",
)
NAMED = (
    "Tab Backtab Return Enter Escape Space Backspace Delete Left Right Up Down Home End PageUp PageDown Insert Menu "
    "F1 F2 F3 F4 F5 F6 F10 F12 Slash Plus Minus Comma Period Question"
)
KEYS = (
    *(getattr(Qt.Key, f"Key_{name}") for name in NAMED.split()),
    *(Qt.Key(code) for code in range(Qt.Key.Key_A, Qt.Key.Key_Z + 1)),
    *(Qt.Key(code) for code in range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)),
)  # fmt: skip
NONE, SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEAVING = {(CTRL, Qt.Key.Key_Q), (CTRL, Qt.Key.Key_W), (ALT, Qt.Key.Key_F4)}
SHOWN = 1000  # ms a part of the window that has the focus may take to be shown
Doing = Callable[[], None]


class Monkey:
    """Acts on a program's window. files: what it drops, pastes and chooses in dialogs · folder: where it saves."""

    def __init__(self, program: Program, seed: int, files: list[Path], folder: Path) -> None:
        self.program, self.chance = program, random.Random(seed)
        self.files, self.folder = files, folder
        self.log: list[str] = []
        self.bugs: list[BaseException] = []
        self.lost: list[str] = []  # what had the focus, and could not be seen
        self._saved = 0
        self._does: dict[Doing, int] = {
            self._click: 40,
            self._press: 20,
            self._type: 10,
            self._shortcut: 7,
            self._command: 5,
            self._point: 5,
            self._drag: 4,
            self._wheel: 4,
            self._resize: 2,
            self._drop: 1,
            self._paste: 2,
        }

    def tame(self, patch: pytest.MonkeyPatch) -> None:
        """Whatever leaves the window (the system's dialogs, other programs) answers at once; errors of ours are kept; nothing is replaced by a backup."""

        def refuse(*_: object) -> None:
            raise Cancelled

        patch.setattr(maintenance, "restore", refuse)
        patch.setattr(MainWindow, "report_bug", lambda _, error: self.bugs.append(error))
        patch.setattr(QDesktopServices, "openUrl", lambda *_: True)
        patch.setattr(QDrag, "exec", lambda *_: Qt.DropAction.IgnoreAction)
        patch.setattr(QFileDialog, "getOpenFileName", lambda *asked: (self._chosen(*asked), ""))
        patch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([self._chosen()], ""))
        patch.setattr(QFileDialog, "getSaveFileName", lambda *asked: (self._new_name(*asked), ""))
        patch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(self.folder))
        patch.setattr(QPrintDialog, "exec", lambda _: QDialog.DialogCode.Rejected)

    def act(self) -> None:
        """One event, and the window has a moment for it."""
        doing = self.chance.choices(list(self._does), list(self._does.values()))[0]
        doing()
        QTest.qWait(self.chance.choice((0, 0, 1, 5, 30)))
        left = SHOWN
        while left and not self._seen():
            QTest.qWait(10)
            left -= 10
        if not left:
            self.lost.append(f"{_called(self._focused())} after {self.log[-1]} ({self.program.window.place()})")

    @staticmethod
    def _seen() -> bool:
        """Whether what is typed next goes where it can be seen."""
        focused = QApplication.focusWidget()
        return focused is None or focused.isVisible()

    def _about_to(self, says: str) -> None:
        """Noted in the file before it is done: the last line is what a crash followed."""
        self.log.append(says)
        with (self.folder / "events.log").open("a", encoding="utf-8", errors="backslashreplace") as book:
            book.write(f"{len(self.log)} {says}\n")

    # -- what it does --------------------------------------------------------------------------------------------------

    def _click(self) -> None:
        targets = [
            widget
            for widget in self._front().findChildren(QWidget)
            if isinstance(widget, TARGETS) and widget.isVisible() and not widget.visibleRegion().isEmpty()
        ]
        if not targets:
            self._point()
            return
        widget: Any = self.chance.choice(targets)
        inner = widget.viewport() if hasattr(widget, "viewport") else widget
        seen = inner.visibleRegion().boundingRect()
        if seen.isEmpty():
            self._point()
            return
        where = QPoint(
            self.chance.randint(seen.left(), seen.right()),
            self.chance.randint(seen.top(), seen.bottom()),
        )
        says = f"{_called(widget)} at {where.x()},{where.y()}"
        self._mouse(inner, where, says)

    def _point(self) -> None:
        front = self._front()
        where = self._somewhere(front)
        under = front.childAt(where) or front
        self._mouse(under, under.mapFrom(front, where) if under is not front else where, _called(under))

    def _mouse(self, widget: QWidget, where: QPoint, says: str) -> None:
        held = self.chance.choices((NONE, SHIFT, CTRL), (18, 1, 1))[0]
        how = self.chance.choices(("click", "double", "right"), (16, 2, 2))[0]
        button = Qt.MouseButton.RightButton if how == "right" else Qt.MouseButton.LeftButton
        self._about_to(f"{how} {says} {_held(held)}")
        QTest.mouseMove(widget, where)
        if not _there(widget):
            return  # what came meanwhile is drawn anew: the press meets nothing
        QTest.mouseClick(widget, button, held, where)
        if how == "double" and _there(widget):  # what the first press hid is not under the pointer at the second
            QTest.mouseDClick(widget, button, held, where)

    def _press(self) -> None:
        key = self.chance.choice(KEYS)
        held = self.chance.choices((NONE, SHIFT, CTRL, ALT, CTRL | SHIFT), (12, 3, 3, 1, 1))[0]
        if (held, key) in LEAVING:
            held = NONE
        at = self._focused()
        self._about_to(f"press {key.name} {_held(held)} in {_called(at)}")
        QTest.keyClick(at, key, held)

    def _type(self) -> None:
        at, text = self._focused(), self.chance.choice(WRITING)
        self._about_to(f"type {text!r} in {_called(at)}")
        if text.isascii() and text.isprintable():
            QTest.keyClicks(at, text)
        else:  # as an input method or a phone's keyboard sends it
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(at, event)

    def _shortcut(self) -> None:
        keys = [action.keys for action in self.program.window.actions_known.all() if action.keys]
        if not keys:
            return
        chosen = self.chance.choice(keys)
        self._about_to(f"shortcut {chosen}")
        QTest.keySequence(self._focused(), chosen)

    def _command(self) -> None:
        """Ctrl K, some letters of an action, Enter."""
        words = [action.words for action in self.program.window.actions_known.all()]
        typed = self.chance.choice(words)[: self.chance.randint(1, 30)]
        self._about_to(f"command {typed!r}")
        QTest.keySequence(self._focused(), "Ctrl+K")
        at = self._focused()
        if isinstance(at, QLineEdit):
            at.insert(typed)
            QTest.keyClick(at, Qt.Key.Key_Return)

    def _drag(self) -> None:
        front = self._front()
        where, to = self._somewhere(front), self._somewhere(front)
        under = front.childAt(where) or front
        start = under.mapFrom(front, where) if under is not front else where
        self._about_to(f"drag in {_called(under)} by {to.x() - where.x()},{to.y() - where.y()}")
        QTest.mousePress(under, Qt.MouseButton.LeftButton, NONE, start)
        for step in (0.1, 0.5, 1.0):
            QTest.mouseMove(under, start + (to - where) * step)
        QTest.mouseRelease(under, Qt.MouseButton.LeftButton, NONE, start + (to - where))

    def _wheel(self) -> None:
        front = self._front()
        where = self._somewhere(front)
        under = front.childAt(where) or front
        turn, held = self.chance.choice((-1200, -120, 120, 1200)), self.chance.choice((NONE, NONE, CTRL))
        self._about_to(f"wheel {turn} {_held(held)} over {_called(under)}")
        at = QPointF(under.mapFrom(front, where) if under is not front else where)
        QApplication.sendEvent(
            under,
            QWheelEvent(at, QPointF(front.mapToGlobal(where)), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, held,
                        Qt.ScrollPhase.NoScrollPhase, False),
        )  # fmt: skip

    def _resize(self) -> None:
        wide, high = self.chance.choice(((1024, 700), (1280, 800), (1366, 768), (1920, 1080), (2560, 1440)))
        self._about_to(f"resize to {wide}x{high}")
        self.program.window.resize(wide, high)

    def _drop(self) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in self.chance.sample(self.files, 2)])
        window = self.program.window
        where = self._somewhere(window)
        under = window.childAt(where)
        while under is not None and not under.acceptDrops():
            under = under.parentWidget()
        self._about_to(f"drop {[url.fileName() for url in data.urls()]} on {_called(under or window)}")
        event = QDropEvent(QPointF(where), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
        if self.program.window.pages:
            QApplication.sendEvent(under or window, event)

    def _paste(self) -> None:
        board = QGuiApplication.clipboard()
        if self.chance.random() < 0.5:
            image = QImage(60, 40, QImage.Format.Format_RGB32)
            image.fill(self.chance.randint(0, 0xFFFFFF))
            board.setImage(image)
        else:
            board.setText(self.chance.choice(WRITING) * self.chance.choice((1, 3, 200)))
        at = self._focused()
        self._about_to(f"paste in {_called(at)}")
        QTest.keySequence(at, "Ctrl+V")

    # -- what there is -------------------------------------------------------------------------------------------------

    def _front(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.program.window

    def _focused(self) -> QWidget:
        if not self.program.window.isActiveWindow():
            self.program.window.activateWindow()
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.program.window

    def _somewhere(self, widget: QWidget) -> QPoint:
        return QPoint(
            self.chance.randint(0, max(0, widget.width() - 1)), self.chance.randint(0, max(0, widget.height() - 1))
        )

    def _chosen(self, *asked: object) -> str:
        """What to open: mostly a file; never another catalogue, which the window would go on in."""
        return "" if self.chance.random() < 0.3 or _of_catalogues(asked) else str(self.chance.choice(self.files))

    def _new_name(self, *asked: object) -> str:
        """Where to save: mostly a new file; never another catalogue."""
        self._saved += 1
        if self.chance.random() < 0.3 or _of_catalogues(asked):
            return ""
        return str(self.folder / f"saved-{self._saved}")


def _of_catalogues(asked: tuple[object, ...]) -> bool:
    """Whether a dialog is asked for a catalogue."""
    return any(".seeddesk" in str(each) for each in asked)


def _there(widget: QWidget) -> bool:
    return shiboken6.isValid(widget) and widget.isVisible()


def _called(widget: QWidget) -> str:
    text = getattr(widget, "text", None)  # of some it is what says it, of a pane the part that shows it
    name = widget.accessibleName() or (text() if callable(text) else "") or widget.objectName()
    return f"{type(widget).__name__} {name[:40]!r}"


def _held(held: Qt.KeyboardModifier) -> str:
    return "" if held == NONE else f"({held.name})"
