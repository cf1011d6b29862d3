"""What tests of the catalogue's page share."""

from __future__ import annotations

from .conftest import LONG, record, settle


def three(qtbot, program):
    """The catalogue's page over three practices of two countries."""
    record(qtbot, program, country="IT")
    record(qtbot, program, title="Skupnostni vrtovi", country="SI")
    record(qtbot, program, title="La corriera che ascolta", need="Gli anziani non guidano più.")
    page = program.window.pages["catalogue"]
    qtbot.waitUntil(lambda: page.model.rowCount() == 3, timeout=LONG)
    settle(qtbot, program)
    return page


def titles(page) -> set[str]:
    """What the list shows."""
    return {page.model.index(row).data() for row in range(page.model.rowCount())}


def search(qtbot, program, page, text: str) -> None:
    """Type or paste into the box and wait for everything that follows."""
    page.box.clear()
    if text.isascii():
        qtbot.keyClicks(page.box, text)
    else:
        page.box.insert(text)
    settle(qtbot, program)
    qtbot.wait(150)
    settle(qtbot, program)
