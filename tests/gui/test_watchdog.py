"""A large catalogue is open, a thousand dossiers come in, and somebody types: no turn of the event loop takes 50 ms of processor time,
nor, where nothing else runs beside it, 50 ms by the clock.

SEEDDESK_BENCH_PRACTICES says how large (10,000 when it is not set).
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from seeddesk.domain.query import Query
from seeddesk.services import cataloguing, exporting
from seeddesk.services.workspace import Workspace

from ..support.many import Many, fill
from ..support.watchdog import LIMIT, PAGE, TICK, Watchdog, plain_page
from .conftest import LONG, settle

pytestmark = pytest.mark.gui
PRACTICES = int(os.environ.get("SEEDDESK_BENCH_PRACTICES", "10000"))
PATIENCE = 15 * LONG
WORDS = "comune lavoro quartiere "


def catalogue(folder: Path, count: int) -> Path:
    """A large one."""
    with Workspace.create(str(folder / "large.seeddesk"), "Ada", "it") as ws:
        fill(ws, count)
    return folder / "large.seeddesk"


def dossiers(folder: Path, count: int) -> Path:
    """Of practices the large catalogue does not have."""
    with Workspace.create(str(folder / "other.seeddesk"), "Bea", "it") as ws:
        with ws.catalogue.write() as tx:
            tx.append(list(Many(ws.form, seed=1, device="other").revisions(count)))
        exporting.export_dossiers(ws, list(cataloguing.ids(ws, Query())), folder / "back", "it")
    return folder / "back"


@pytest.mark.parametrize(
    ("practices", "returned", "tries"),
    [
        pytest.param(300, 30, 3, id="small"),
        pytest.param(PRACTICES, 1000, 1, id="large", marks=[pytest.mark.slow, pytest.mark.timeout(7200)]),
    ],
)
def test_nothing_holds_the_window_up(qtbot, start, tmp_path, figures, practices, returned, tries):
    """tries: what other tests do beside it only adds, so that one try without a long turn says that the program has none."""
    for number in range(tries):
        folder = tmp_path / str(number)
        folder.mkdir()
        turns, long = watched(qtbot, start, folder, practices, returned, by_clock=tries == 1)
        if not long:
            break
    figures.tried(f"turns of the event loop over {practices:,} practices", n=turns, broken=len(long))
    assert long == []


def watched(qtbot, start, folder: Path, practices: int, returned: int, by_clock: bool) -> tuple[int, list[float]]:
    """Somebody searches, scrolls, opens the editor and types while dossiers come in: how many turns there were, and the long ones.

    by_clock: turns in which the window waited count too. Beside other tests they say nothing: whoever is waited for waits for them."""
    large, back = catalogue(folder, practices), dossiers(folder, returned)
    program = start(catalogue=str(large))
    window, merge = program.window, program.window.pages["merge"]
    listed, page = window.pages["catalogue"], window.pages["practice"]
    qtbot.waitUntil(lambda: listed.model.rowCount() > 0, timeout=PATIENCE)
    practice = program.desk.workspace and cataloguing.list_practices(program.desk.workspace, Query(), 1).rows[0].id
    unit = plain_page()
    window.activateWindow()  # that page was in front
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    dog = Watchdog()
    doing: dict[str, int] = {}  # what was done -> how many stalls there were until then

    def type_into(widget, text: str) -> None:
        """A letter every 60 ms, by way of the window, as the system hands them over."""
        widget.setFocus()
        for letter in text:
            qtbot.keyClick(window.windowHandle(), letter)
            qtbot.wait(60)

    def type_until(holds) -> None:
        """Somebody types, thirty letters at least."""
        number = 0
        while number < 30 or not holds():
            type_into(page.editor.view.box("need").input, WORDS[number % len(WORDS)])
            number += 1

    try:
        for text in ("comu", "lavoro scuola", ""):
            listed.box.clear()
            type_into(listed.box, text)
            settle(qtbot, program)
        for _ in range(40):
            listed.list.verticalScrollBar().setValue(listed.list.verticalScrollBar().value() + 600)
            qtbot.wait(20)
        for _ in range(30):  # as far down as there are rows: each time more come
            listed.list.scrollToBottom()
            qtbot.wait(40)
        doing["searching and scrolling"] = len(dog.stalls)
        window.bring_in([str(back)])
        qtbot.wait(60)
        window.show_page("practice", (practice, "need"))
        qtbot.waitUntil(
            lambda: page.session.practice == practice and page.editor.view is not None and page.editor.view.whole,
            timeout=PATIENCE,
        )
        doing["opening the editor"] = len(dog.stalls)
        type_until(lambda: merge.returns.report is not None)
        doing["typing while they are rehearsed"] = len(dog.stalls)
        window.show_page("merge")
        qtbot.wait(200)
        merge.returns.apply.click()
        qtbot.wait(60)
        window.show_page("practice", (practice, "need"))
        qtbot.wait(60)
        doing["beginning the import"] = len(dog.stalls)
        type_until(lambda: not merge.returns.model.ticking and not program.runner.busy)
        doing["typing while they are brought in"] = len(dog.stalls)
    finally:
        dog.stop()
        unit = max(unit, plain_page())  # others may have begun to work beside it
        print(f"plain page {1000 * unit:.0f} ms; stalls until the end of each: {doing}")
        for spent, held, places in dog.stalls:
            print(f"{1000 * spent:.0f} ms of the processor, held {1000 * held:.0f} ms", *places, sep="\n    ")
    allowed = LIMIT * max(1, unit / PAGE)
    taken = [max(spent, held - TICK) if by_clock else spent for spent, held, _ in dog.stalls]
    return len(dog.turns), [seconds for seconds in taken if seconds >= allowed]
