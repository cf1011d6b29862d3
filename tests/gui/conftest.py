"""The whole program in a test: its window open on a catalogue of its own, used as a person uses it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from seeddesk.domain.values import Value
from seeddesk.gui import i18n, theme
from seeddesk.gui.app import Program
from seeddesk.gui.main_window import MainWindow
from seeddesk.gui.preview import Preview
from seeddesk.services import paths, recording, settings

from ..support.forms import write_sheets
from ..support.returned import _reading

__all__ = ["_reading"]  # a fixture for all of them, as in the unit tests
CHOICES = """
list_name | name | label
fruit | apple | Apple
fruit | pear | Pear
fruit | fig | Fig
fruit | plum | Plum
agree | no | Not at all
agree | bit | A little
agree | yes | Fully
"""
LONG = 90_000  # ms: how busy a machine is says nothing of the program
GARDENS: dict[str, Value] = {
    "title": "Orti di comunità",
    "country": "IT",
    "short_description": "Un campo abbandonato diventa un orto. Lo curano in trenta.",
    "lead_org.name": "Associazione L'Orto",
    "need": "Gli anziani sono soli. Il campo era vuoto. Nel 2025 vivevano qui 410 persone.",
}


@pytest.fixture(scope="session")
def form_cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The converted form is made once for all tests."""
    return str(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def start(qapp: QApplication, qtbot, form_cache, monkeypatch) -> Iterator[Callable[..., Program]]:
    """Starts the program; by default for somebody who answered the three questions, in Italian."""
    monkeypatch.setenv("XDG_CACHE_HOME", form_cache)
    started: list[Program] = []
    bugs: list[BaseException] = []
    monkeypatch.setattr(MainWindow, "report_bug", lambda _, error: bugs.append(error))

    def run(**values: str | int) -> Program:
        if values.get("author", "Ada") != "":
            settings.change(**{"author": "Ada", "lang": "it", "theme": "light", **values})
        program = Program(qapp)
        started.append(program)
        program.start()
        program.window.activateWindow()
        qtbot.waitUntil(lambda: program.desk is not None, timeout=LONG)
        if values.get("author", "Ada") != "":
            qtbot.waitUntil(lambda: bool(program.window.pages), timeout=LONG)
            settle(qtbot, program)
        qtbot.wait(80)
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow, timeout=LONG)
        return program

    yield run
    end(qapp, *started)
    if bugs:  # the program catches what no code caught, and says so in a window that no test looks at
        raise bugs[0]


@pytest.fixture
def program(start) -> Program:
    """The program on an empty catalogue."""
    return start()


@pytest.fixture
def window(program):
    """Its window."""
    return program.window


def end(qapp: QApplication, *started: Program) -> None:
    """Close programs, as at the end of a session."""
    for program in started:
        program.window.close()
        program.close()
        program.window.deleteLater()
        program.deleteLater()
    qapp.processEvents()


def settle(qtbot, program: Program) -> None:
    """Wait until nothing is under way."""
    qtbot.wait(80)
    qtbot.waitUntil(lambda: not program.runner.busy, timeout=LONG)
    qtbot.wait(30)


def record(qtbot, program: Program, **values: Value) -> str:
    """A practice in the catalogue, put there behind the window's back but announced. Returns its id."""
    made: list[tuple[str, object]] = []
    wanted = {**GARDENS, **{name.replace("__", "."): value for name, value in values.items()}}
    program.desk.write(program.window, lambda ws: recording.start(ws, wanted), made.append)
    qtbot.waitUntil(lambda: bool(made), timeout=LONG)
    settle(qtbot, program)
    return made[0][0]


def edit(qtbot, program: Program, practice: str, **values: Value) -> None:
    """Somebody else edits a practice."""
    wanted = {name.replace("__", "."): value for name, value in values.items()}
    program.desk.write(program.window, lambda ws: recording.save(ws, recording.open_draft(ws, practice), wanted))
    settle(qtbot, program)


def opened(qtbot, program: Program, practice: str, path: str | None = None):
    """The page on a practice, at a field of it or where it was left, with nothing under way."""
    program.window.show_page("practice", (practice, path) if path else practice)
    page = program.window.pages["practice"]
    qtbot.waitUntil(lambda: page.session.practice == practice and bool(page.editor.views), timeout=LONG)
    settle(qtbot, program)
    return page


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    """A key where the focus is."""
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)
    qtbot.wait(30)


@pytest.fixture
def ask(qapp, qtbot, form_cache, monkeypatch, tmp_path):
    """Opens a form written as sheets; returns its editor with the first section in front."""
    monkeypatch.setenv("XDG_CACHE_HOME", form_cache)
    qapp.setStyle("Fusion")
    i18n.install("en", paths.resources() / "translations")
    theme.apply(qapp, "light")
    opened: list[Preview] = []

    def run(survey: str, choices: str = CHOICES):
        folder = write_sheets(tmp_path / f"form{len(opened)}", survey, choices)
        window = Preview(folder, settings.load(), "en")
        opened.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: window.editor is not None and bool(window.editor.views), timeout=LONG)
        qtbot.waitUntil(window.isActiveWindow, timeout=LONG)
        made_whole(window.editor)
        qtbot.wait(20)
        return window.editor

    yield run
    for window in opened:
        if shiboken6.isValid(window):
            window.close()
    qapp.processEvents()


def value(editor, path):
    """What the session holds now, consequences included."""
    editor.session.follow()
    return editor.session.values.get(path)


def made_whole(editor):
    """The view in front, once everything on it is made."""
    while editor.view is not None and not editor.view.whole:
        QApplication.processEvents()
    return editor.view


def box(editor, path):
    """The question on its page."""
    editor.show_section(editor.section_of(path))
    made_whole(editor)
    found = editor.view.box(path)
    assert found is not None, path
    return found
