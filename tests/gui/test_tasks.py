"""The task runner: results come home on the window's thread, changes are announced, the newest question wins."""

import sys
import threading
from itertools import pairwise

import pytest
from PySide6.QtCore import QObject, QTimer

from seeddesk.domain.changes import Changes
from seeddesk.domain.errors import NotFound
from seeddesk.gui.tasks import Runner

from .conftest import LONG

pytestmark = pytest.mark.gui


@pytest.fixture
def runner(qtbot):
    made = Runner()
    yield made
    made.close()


def test_work_runs_elsewhere_and_its_result_comes_home(qtbot, runner):
    came = []
    owner = QObject()
    runner.read(
        owner,
        lambda progress: threading.current_thread(),
        lambda result: came.append((result, threading.current_thread())),
    )
    qtbot.waitUntil(lambda: bool(came), timeout=LONG)
    worked, home = came[0]
    assert worked is not home
    assert home is threading.main_thread()


def test_working_threads_give_way_to_the_window_soon(runner):
    """Each time the window has called Qt it asks for the interpreter again: twenty times in a turn, so it may not wait the usual 5 ms for it."""
    assert sys.getswitchinterval() <= 0.001


def test_each_result_has_a_turn_of_the_event_loop_for_itself(qtbot, runner):
    """What was typed meanwhile comes between two of them, however many are back."""
    happened = []
    owner = QObject()
    for number in range(4):
        runner.read(owner, lambda progress, number=number: number, happened.append)
    all_are_back = threading.Event()
    runner.read(owner, lambda progress: all_are_back.set())
    assert all_are_back.wait(LONG / 1000)
    between = QTimer(owner, interval=0)
    between.timeout.connect(lambda: happened.append("a turn"))
    between.start()
    qtbot.waitUntil(lambda: 3 in happened, timeout=LONG)
    results = [happened.index(number) for number in range(4)]
    assert all("a turn" in happened[one:other] for one, other in pairwise(results))


def test_what_a_verb_changed_is_announced_once_after_its_result(qtbot, runner):
    order = []
    owner = QObject()
    runner.changed.connect(lambda changes: order.append(changes))
    runner.write(owner, lambda progress: ("result", Changes(frozenset({"p"}))), lambda result: order.append("result"))
    qtbot.waitUntil(lambda: len(order) == 2, timeout=LONG)
    assert order == ["result", Changes(frozenset({"p"}))]


def test_a_verb_that_changed_nothing_announces_nothing(qtbot, runner):
    heard = []
    runner.changed.connect(heard.append)
    with qtbot.waitSignal(runner.idle, timeout=LONG):
        runner.write(QObject(), lambda progress: Changes())
    assert heard == []


def test_a_newer_question_of_the_same_key_drops_the_older(qtbot, runner):
    came = []
    owner = QObject()
    gate = threading.Event()
    runner.read(owner, lambda progress: gate.wait(LONG / 1000), lambda _: came.append("gate"))
    for number in range(5):
        runner.read(owner, lambda progress, number=number: number, came.append, key="search")
    gate.set()
    qtbot.waitUntil(lambda: not runner.busy, timeout=LONG)
    assert came == ["gate", 4]


def test_an_error_of_the_person_goes_to_whoever_asked_else_to_the_window(qtbot, runner):
    owner = QObject()
    failed, shown = [], []
    runner.user_error.connect(shown.append)

    def fails(progress):
        raise NotFound("practice-unknown", name="x")

    runner.read(owner, fails, failed=failed.append)
    runner.read(owner, fails)
    qtbot.waitUntil(lambda: not runner.busy, timeout=LONG)
    assert [error.code for error in failed + shown] == ["practice-unknown", "practice-unknown"]


def test_an_error_of_ours_becomes_a_bug(qtbot, runner):
    with qtbot.waitSignal(runner.bug, timeout=LONG) as caught:
        runner.read(QObject(), lambda progress: 1 / 0)
    assert isinstance(caught.args[0], ZeroDivisionError)


def test_a_cancelled_job_ends_in_silence(qtbot, runner):
    owner, steps, came = QObject(), [], []
    runner.bug.connect(came.append)
    started = threading.Event()

    def works(progress):
        while True:
            progress.step(1, 2)
            started.set()

    job = runner.long(owner, works, came.append, told=lambda *step: steps.append(step))
    assert started.wait(LONG / 1000)
    job.cancel()
    qtbot.waitUntil(lambda: not runner.busy, timeout=LONG)
    assert came == []


def test_nothing_is_told_to_a_view_that_is_gone(qtbot, runner):
    import shiboken6

    owner, came = QObject(), []
    gate = threading.Event()
    runner.read(owner, lambda progress: gate.wait(LONG / 1000), came.append)
    shiboken6.delete(owner)
    gate.set()
    qtbot.waitUntil(lambda: not runner.busy, timeout=LONG)
    assert came == []


def test_writes_keep_their_order(qtbot, runner):
    owner, order = QObject(), []
    for number in range(20):
        runner.write(owner, lambda progress, number=number: order.append(number))
    qtbot.waitUntil(lambda: not runner.busy, timeout=LONG)
    assert order == list(range(20))
