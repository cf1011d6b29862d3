"""Work handed to processes beside this one comes back whole, whatever becomes of them."""

import os
import signal
from functools import partial

from seeddesk.storage.beside import Beside


def doubled(number: int) -> int:
    """What the processes do."""
    return 2 * number


def ending_at(number: int, last: int) -> int:
    """The same, ended by the system at one number."""
    if number == last:
        os.kill(os.getpid(), signal.SIGTERM)
    return 2 * number


def prepared():
    return doubled


def prepared_to_end():
    return partial(ending_at, last=3)


def never():
    raise RuntimeError("it does not start")


def test_each_thing_comes_back_once():
    with Beside(prepared, doubled, 2) as processes:
        assert sorted(processes.each(range(20))) == list(range(0, 40, 2))


def test_what_a_process_left_undone_is_done_here():
    with Beside(prepared_to_end, doubled, 2) as processes:
        assert sorted(processes.each(range(20))) == list(range(0, 40, 2))


def test_without_processes_everything_is_done_here(capfd):
    with Beside(never, doubled, 2) as processes:
        assert sorted(processes.each(range(5))) == [0, 2, 4, 6, 8]
    with Beside(prepared, doubled, 0) as processes:
        assert sorted(processes.each(range(5))) == [0, 2, 4, 6, 8]
    capfd.readouterr()  # what a process says that does not start


def test_processes_end_when_nobody_waits_for_them_any_more():
    with Beside(prepared, doubled, 2) as processes:
        assert next(processes.each(range(20))) in (0, 2)
        running = list(processes._all.values())
    assert all(process.exitcode is not None for process in running)


def process_number(_thing: int) -> int:
    """Who does it."""
    return os.getpid()


def prepared_to_say():
    return process_number


def not_here(thing: int) -> int:
    raise AssertionError(thing)


def test_nothing_is_done_here_while_processes_can_do_it():
    with Beside(prepared_to_say, not_here, 1) as processes:
        assert os.getpid() not in set(processes.each(range(10)))
