"""The window is killed while somebody types: what it said was saved is there, and at most the last second is not."""

import json
import os
import subprocess
import sys

import pytest

from ..support.typing_kills import TEXT
from .conftest import LONG, record, settle

pytestmark = pytest.mark.gui
SEED = 20_261_122
PROMISE = 1.0  # seconds of typing a kill may cost


def rounds(root, folder, count: int) -> list[dict]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.typing_kills", str(count), str(SEED), str(folder)],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=60 + 40 * count,
        env={**os.environ, "PYTHONPATH": str(root)},
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def saving(log: list, since: float, until: float) -> float:
    """Seconds in which a save was under way: how long a busy disk takes over one is not the program's."""
    told = [(kind, float(at)) for kind, _, at in log if kind in ("sending", "ended")]
    spans = zip(told, [*told[1:], ("ended", until)], strict=False)
    return sum(max(0.0, min(end, until) - max(at, since)) for (kind, at), (_, end) in spans if kind == "sending")


def judge(one: dict) -> tuple[list[str], float]:
    """What a round broke, and how many seconds of typing it lost beyond the time the keys themselves were held up, or a save was under way."""
    keys = [(int(number), float(at)) for kind, number, at in one["log"] if kind == "key"]
    said = [int(number) for kind, number, _ in one["log"] if kind == "saved"]
    found = one["found"]
    if not keys:
        return ["nobody could type"], 0.0
    if found is None:
        return ["the catalogue does not open"], 0.0
    need, broken = found["need"], []
    if not TEXT.startswith(need):
        broken.append(f"what is there was not typed: {need[-40:]!r}")
    if said and len(need) < max(said):
        broken.append(f"{max(said)} letters were said to be saved, {len(need)} are there")
    if said and (found["caret"] is None or found["caret"][0] != "need" or found["caret"][1] > len(need)):
        broken.append(f"the caret was not kept: {found['caret']}")
    first_lost = next((at for number, at in keys if number > len(need)), one["killed"])
    times = [at for _, at in keys]
    held_up = max(
        (after - before for before, after in zip(times, [*times[1:], one["killed"]], strict=False)), default=0.0
    )
    return broken, max(0.0, one["killed"] - first_lost - held_up - saving(one["log"], first_lost, one["killed"]))


def try_it(root, folder, count: int, figures) -> None:
    found = [judge(one) for one in rounds(root, folder, count)]
    assert len(found) == count
    broken = [what for each, _ in found for what in each]
    lost = [seconds for _, seconds in found]
    figures.tried(
        "kills while typing", n=count, broken=sum(bool(each) or seconds > PROMISE for each, seconds in found), seed=SEED
    )
    figures.measured("typing lost by a kill", lost)
    assert broken == []
    assert max(lost) <= PROMISE


def test_a_kill_costs_at_most_the_last_second_of_typing(root, tmp_path, figures):
    try_it(root, tmp_path, 3, figures)


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_two_hundred_kills_cost_at_most_the_last_second_each(root, tmp_path, figures):
    try_it(root, tmp_path, 200, figures)


def test_the_next_run_begins_where_somebody_was_writing(qtbot, start):
    program = start()
    practice = record(qtbot, program)
    program.window.show_page("practice", (practice, "need"))
    page = program.window.pages["practice"]
    qtbot.waitUntil(lambda: page.editor.focused == "need" and page.editor.view is not None, timeout=LONG)
    settle(qtbot, program)
    box = page.editor.view.box("need")
    box.put_caret(4)
    qtbot.keyClicks(box.input, "nuovi ")
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)
    settle(qtbot, program)
    program.window.close()
    program.close()
    again = start()
    page = again.window.pages["practice"]
    qtbot.waitUntil(lambda: again.window.current is page and page.editor.focused == "need", timeout=LONG)
    qtbot.waitUntil(lambda: page.editor.caret_at == 10, timeout=LONG)


def test_who_left_for_the_catalogue_begins_there(qtbot, start):
    program = start()
    practice = record(qtbot, program)
    program.window.show_page("practice", (practice, "need"))
    page = program.window.pages["practice"]
    qtbot.waitUntil(lambda: page.editor.focused == "need" and page.editor.view is not None, timeout=LONG)
    qtbot.keyClicks(page.editor.view.box("need").input, "x")
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)
    settle(qtbot, program)
    program.window.show_page("catalogue")
    settle(qtbot, program)
    program.window.close()
    program.close()
    again = start()
    settle(qtbot, again)
    assert again.window.current is again.window.pages["catalogue"]
