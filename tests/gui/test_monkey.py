"""Random user events over the whole window: no error of ours, no warning of Qt, the catalogue whole, revisions only added."""

from __future__ import annotations

from pathlib import Path

import pytest

from seeddesk.services import cataloguing, exporting, maintenance, recording
from seeddesk.services.workspace import Workspace

from ..support.many import Many
from ..support.monkey import Monkey
from .conftest import LONG, settle

# What the test library, not Qt, says when something is pressed that the press before has hidden.
pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("Mouse event .* (not accepted by|outside) ")]
SEEDS = (1, 2, 3, 4, 5)
MANY, FEW = 1000, 150  # events of a long round and of a short one
PRACTICES = 40


def fill(ws: Workspace, folder: Path) -> list[Path]:
    """Practices, two of them in conflict; files to drop on the window."""
    many = Many(ws.form)
    with ws.catalogue.write() as tx:
        tx.append(list(many.revisions(PRACTICES)))
    ids = [row.id for row in cataloguing.list_practices(ws).rows]
    for practice in ids[:2]:
        drafts = [recording.open_draft(ws, practice) for _ in range(2)]
        for number, draft in enumerate(drafts):
            recording.save(ws, draft, {"need": f"Bisogno {number}.", "volunteers": str(14 + number)})
    sent = exporting.export_dossiers(ws, ids[:3], folder, "it")
    edited = recording.open_draft(ws, ids[2])
    recording.save(ws, edited, {"volunteers": "31"})
    broken = folder / "broken.docx"
    broken.write_bytes(b"PK\3\4 nothing more")
    table = folder / "table.csv"
    table.write_text("title,country\nLa corriera,IT\nSenza paese,\n", encoding="utf-8")
    noise = folder / "photo.jpg"
    noise.write_bytes(b"\xff\xd8\xff\xe0 no photo")
    return [*sent, broken, table, noise]


def dots(ws: Workspace) -> set[object]:
    with ws.catalogue.read() as view:
        return {revision.dot for revision in view.all_revisions()}


def asked(qtbot, monkey, verb):
    """What a verb says of the catalogue that is open, asked on the reader's thread."""
    said = []
    monkey.program.desk.read(monkey.program.desk, verb, said.append)  # the window may be another by then
    qtbot.waitUntil(lambda: bool(said or monkey.bugs), timeout=10 * LONG)
    assert monkey.bugs == []
    return said[0]


def calm(qtbot, program) -> None:
    qtbot.waitUntil(lambda: bool(program.window.pages), timeout=LONG)
    said = []
    program.window.settle(lambda: said.append(True))
    qtbot.waitUntil(lambda: bool(said), timeout=LONG)
    settle(qtbot, program)


def come_back(qtbot, program) -> None:
    """From the sample catalogue, where that is open: what is judged is the own one."""
    if program.window.pages["catalogue"].sampling.inside:
        program.window.pages["catalogue"].sampling.come_back()
        qtbot.waitUntil(
            lambda: bool(program.window.pages) and not program.window.pages["catalogue"].sampling.inside, timeout=LONG
        )
        settle(qtbot, program)


def play(qtbot, start, monkeypatch, tmp_path, figures, seed: int, count: int) -> None:
    program = start()
    made = []
    program.desk.write(program.window, lambda ws: (fill(ws, tmp_path), dots(ws)), made.append)
    qtbot.waitUntil(lambda: bool(made), timeout=LONG)
    files, before = made[0]
    program.window.show_page("catalogue")
    monkey = Monkey(program, seed, files, tmp_path)
    monkey.tame(monkeypatch)
    try:
        for _ in range(count):
            monkey.act()
        calm(qtbot, program)
        come_back(qtbot, program)
        report, _ = asked(qtbot, monkey, lambda ws: maintenance.check(ws, deep=True))
        after = asked(qtbot, monkey, dots)
    finally:
        print(f"seed {seed}, event {len(monkey.log)}:", *monkey.log[-60:], sep="\n  ")
    wrong = [*monkey.bugs, *monkey.lost, *report.findings, *(before - after)]
    figures.tried("random user events", n=count, broken=len(wrong), seed=seed)
    assert monkey.bugs == []
    assert monkey.lost == []
    assert report.findings == ()
    assert before <= after


@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", SEEDS[:2])
def test_random_events_break_nothing(qtbot, start, monkeypatch, tmp_path, figures, seed):
    play(qtbot, start, monkeypatch, tmp_path, figures, seed, FEW)


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_thousand_random_events_break_nothing(qtbot, start, monkeypatch, tmp_path, figures, seed):
    play(qtbot, start, monkeypatch, tmp_path, figures, seed, MANY)
