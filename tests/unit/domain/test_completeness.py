"""The quick count of what is there equals what judging the whole record says, whatever the form."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeddesk.domain.logic import Logic
from seeddesk.domain.record import Record
from tests.support.dossiers import practice_form
from tests.support.records import records
from tests.unit.domain.random_forms import NOW, Drawing, Editing

PRACTICE = Logic(practice_form())


def walk(seed: int, edits: int = 15) -> None:
    form = Drawing(seed).form()
    logic = Logic(form)
    live, editing = logic.live(Record(), NOW), Editing(form, seed)
    for _ in range(edits):
        live.change(editing.edit(live))
        record = Record(dict(live.record.values))
        assert logic.completeness(record, NOW) == logic.evaluate(record, NOW).completeness


@pytest.mark.parametrize("seed", range(60))
def test_it_equals_judging_everything_on_random_forms(seed):
    walk(seed)


@given(st.integers(1000, 10**9))
@settings(max_examples=60, deadline=None)
def test_it_equals_judging_everything_on_ever_other_forms(seed):
    walk(seed, 5)


@given(records(PRACTICE.form))
@settings(max_examples=30, deadline=None)
def test_it_equals_judging_everything_of_the_practice_form(record):
    today = NOW.date()
    assert PRACTICE.completeness(record, today) == PRACTICE.evaluate(record, today).completeness


def test_what_was_remembered_for_one_record_is_not_taken_for_another():
    today = NOW.date()
    for values in (
        {},
        {"budget_total": " "},
        {"budget_total": "5"},
        {"budget_total": "7", "currency": "EUR"},
        {"contact.name": "Ada"},
    ):
        record = Record(dict(values))
        assert PRACTICE.completeness(record, today) == PRACTICE.evaluate(record, today).completeness
