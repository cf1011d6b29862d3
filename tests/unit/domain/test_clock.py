"""Times that only ever order lists."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from seeddesk.domain.clock import DAY, moment, tick

NOW = 1_795_342_530_123  # 2026-11-22 10:15:30.123 UTC
MOMENTS = st.integers(0, 4_102_444_800_000)


def test_a_time_reads_as_date_time_and_counter():
    assert tick(NOW, "") == "2026-11-22T10:15:30.123Z.0000"
    assert moment(tick(NOW, "")) == datetime(2026, 11, 22, 10, 15, 30, 123000, UTC)


def test_times_of_one_millisecond_are_counted_and_overflow_into_the_next():
    assert tick(NOW, tick(NOW, "")) == "2026-11-22T10:15:30.123Z.0001"
    assert tick(NOW, "2026-11-22T10:15:30.123Z.9999") == "2026-11-22T10:15:30.124Z.0000"


def test_a_clock_set_back_still_follows_what_it_has_read():
    assert tick(NOW - 5000, "2026-11-22T10:15:30.123Z.0007") == "2026-11-22T10:15:30.123Z.0008"


def test_a_time_days_ahead_or_of_another_shape_is_not_followed():
    assert tick(NOW, "2099-01-01T00:00:00.000Z.0000") == "2026-11-22T10:15:30.123Z.0000"
    assert tick(NOW, "yesterday") == "2026-11-22T10:15:30.123Z.0000"
    assert tick(NOW, "2026-99-22T10:15:30.123Z.0007") == "2026-11-22T10:15:30.123Z.0000"


@given(st.lists(MOMENTS, min_size=2, max_size=20))
def test_times_sort_as_text_in_the_order_they_were_made(clock):
    last = ""
    for now in clock:
        time = tick(now, last)
        if last and moment(last).timestamp() * 1000 <= now + DAY - 1:
            assert time > last
        last = time
