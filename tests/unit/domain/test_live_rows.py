"""A record being edited: rows that come with the rows they hold, and what time it is."""

import time

import pytest

from seeddesk.domain.form import Field, Group, Kind
from seeddesk.domain.logic import Logic
from seeddesk.domain.record import Record
from tests.unit.domain.test_live import NOW, OTHER, ROW, ROWS, THIRD, form_with, opened, question, rows_of


def test_a_row_comes_with_the_rows_it_holds():
    x = Field("rows[].inner[].x", Kind.TEXT, {}, f"{ROWS}/inner/x", "s")
    inner = Group("rows[].inner[]", {}, (x,), f"{ROWS}/inner", repeat=True)
    counted = question("n", Kind.HIDDEN, calculate="count(../rows/inner[x = 'yes'])")
    live = opened(rows_of(inner), counted, values={f"rows[{ROW}]": "a", f"rows[{ROW}].inner[{ROW}]": "a"})
    first, second = (f"rows[{OTHER}].inner[{row}]" for row in (ROW, THIRD))
    whole = {f"rows[{OTHER}]": "b", first: "a", second: "b", f"{first}.x": "yes", f"{second}.x": "yes"}
    live.change(whole)
    assert live.evaluation.calculated == {"n": "2"}
    live.change(dict.fromkeys(reversed(whole)))
    assert live.evaluation.calculated == {"n": "0"}
    live.change(whole)
    assert live.evaluation.calculated == {"n": "2"}


def test_where_only_a_day_is_known_it_is_its_first_moment():
    logic = Logic(form_with(question("at", Kind.HIDDEN, calculate="format-date-time(now(), '%Y-%m-%d %H:%M')")))
    for moment, said in ((NOW.date(), "2026-11-22 00:00"), (NOW, "2026-11-22 10:30")):
        assert logic.evaluate(Record(), moment).calculated == {"at": said}


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="only Unix lets a process change its clock's zone")
def test_a_time_of_another_zone_is_said_by_the_clock_here(monkeypatch):
    monkeypatch.setenv("TZ", "UTC-2")
    time.tzset()
    try:
        written = "format-date-time('2026-11-22T23:30:15.250-01:00', '%Y-%m-%d %H:%M:%S.%3')"
        live = opened(question("at", Kind.HIDDEN, calculate=written))
        assert live.evaluation.calculated == {"at": "2026-11-23 02:30:15.250"}
    finally:
        monkeypatch.undo()
        time.tzset()
