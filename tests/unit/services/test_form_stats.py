"""How the questions of a form do: figures worked out by hand on small catalogues."""

from __future__ import annotations

import pytest

from seeddesk.domain.changes import Progress
from seeddesk.domain.errors import Cancelled, NotFound
from seeddesk.domain.query import Query
from seeddesk.domain.values import NOT_KNOWN
from seeddesk.services import form_stats, forms, recording
from tests.support.catalogues import new_workspace, workspace
from tests.support.forms import write_sheets

__all__ = ["new_workspace", "workspace"]  # fixtures

SURVEY = """
type | name | label | relevant | constraint | calculation | bind::seeddesk:limit
begin group | main | Main | | | |
text | title | Title | | | | 10
integer | people | People | | . > 0 | |
text | why | Why | ${people} > 5 | | |
calculate | twice | | | | ${people} * 2 |
begin repeat | visits | Visits | | | |
text | place | Place | | | |
select_one fruit | fruit | Fruit | | | |
end repeat | | | | | |
end group | | | | | |
"""
SETTINGS = """
form_id | version | name | form_title | namespaces
event | 1 | event | Event | seeddesk="urn:seeddesk:form:1"
"""
ROWS = ("a" * 32, "b" * 32)


@pytest.fixture
def events(workspace, tmp_path):
    """A catalogue that knows a short form beside the practice form."""
    forms.add(workspace, write_sheets(tmp_path / "event", SURVEY, settings=SETTINGS))
    return workspace


def event(ws, **values):
    return recording.start(ws, {name.replace("__", "."): value for name, value in values.items()}, form="event")[0]


def of(found, template):
    return next(one for one in found.questions if one.template == template)


def test_each_question_is_counted_where_it_is_asked(events):
    event(events, title="A", people="8", why="many")
    event(events, title="B", people="8")
    event(events, title="C", people="2")  # why is not asked
    event(events, title="D", people=NOT_KNOWN)
    found = form_stats.stats(events, "event")
    assert (found.form, found.version, found.practices) == ("event", "1", 4)
    people, why = of(found, "people"), of(found, "why")
    assert (people.n, people.answered, people.skipped, people.not_known) == (4, 3, 0, 1)
    assert (why.n, why.answered, why.skipped) == (2, 1, 1)
    assert "twice" not in {one.template for one in found.questions}


def test_in_a_repeat_every_row_counts(events):
    cells = {f"visits[{row}]": key for row, key in zip(ROWS, "ab", strict=True)}
    event(events, title="A", **cells, **{f"visits[{ROWS[0]}].place": "Rome", f"visits[{ROWS[1]}].fruit": "fig"})
    event(events, title="B")
    found = form_stats.stats(events, "event")
    assert (of(found, "visits[].place").n, of(found, "visits[].place").answered) == (2, 1)
    assert (of(found, "visits[].fruit").n, of(found, "visits[].fruit").skipped) == (2, 1)


def test_too_long_and_wrong_are_told_apart(events):
    event(events, title="much too long a title", people="-1")
    event(events, title="short", people="3")
    found = form_stats.stats(events, "event")
    assert (of(found, "title").over_limit, of(found, "title").problems) == (1, 0)
    assert (of(found, "people").over_limit, of(found, "people").problems) == (0, 1)


def test_only_what_is_replaced_during_validation_counts_as_changed(events):
    practice = event(events, title="A", people="3")
    answer(events, practice, title="B")  # before submission: as one writes
    for status in ("submitted", "in_validation"):
        recording.change_status(events, practice, status)
    answer(events, practice, title="C")
    answer(events, practice, title="D", why="first answer")  # an answer where there was none is not a correction
    answer(events, practice, people=None)
    recording.change_status(events, practice, "validated")
    answer(events, practice, title="E")
    found = form_stats.stats(events, "event")
    changed = {one.template: one.changed_in_validation for one in found.questions}
    assert changed == {"title": 2, "people": 1, "why": 0, "visits[].place": 0, "visits[].fruit": 0}


def answer(ws, practice, **values):
    recording.save(ws, recording.open_draft(ws, practice), values)


def test_time_is_summed_for_each_practice_and_the_median_taken_over_practices(workspace, tmp_path):
    survey = SURVEY + "audit | audit | | | | |"
    forms.add(workspace, write_sheets(tmp_path / "event", survey, settings=SETTINGS))
    log = next(one.template for one in workspace.form_named("event").fields.values() if one.kind.value == "log")
    event(workspace, title="A", **{log: ("2026-11-22T10:00 title=30 people=5", "2026-11-23T09:00 title=10")})
    event(workspace, title="B", **{log: ("2026-11-22T11:00 title=20",)})
    event(workspace, title="C", **{log: ("2026-11-22T12:00 title=90 visits[].place=7",)})
    event(workspace, title="D")
    found = form_stats.stats(workspace, "event")
    title = of(found, "title")
    assert (title.seconds, title.timed, title.median_seconds) == (150, 3, 40.0)
    assert (of(found, "visits[].place").seconds, of(found, "people").median_seconds) == (7, 5.0)
    assert (of(found, "why").seconds, of(found, "why").timed) == (0, 0)


def test_answers_under_a_former_name_count_for_the_question_of_now(events, tmp_path):
    practice = event(events, title="A", people="3")
    for status in ("submitted", "in_validation"):
        recording.change_status(events, practice, status)
    answer(events, practice, people="4")
    header, *lines = SURVEY.strip().splitlines()
    renamed = [
        f"{line} | {'people' if '| people |' in line else ''}".replace("| people |", "| persons |") for line in lines
    ]
    survey = "\n".join([f"{header} | bind::seeddesk:was", *renamed]).replace("${people}", "${persons}")
    forms.add(events, write_sheets(tmp_path / "two", survey, settings=SETTINGS.replace("event | 1", "event | 2")))
    persons = of(form_stats.stats(events, "event"), "persons")
    assert (persons.n, persons.answered, persons.changed_in_validation) == (1, 1, 1)


def test_practices_of_other_forms_and_outside_the_query_are_left_out(events):
    event(events, title="Apples")
    event(events, title="Pears")
    recording.start(events, {"title": "Apples too", "country": "IT"})
    assert form_stats.stats(events, "event").practices == 2
    assert form_stats.stats(events, "event", Query(text="apples")).practices == 1
    assert form_stats.stats(events).form == events.form.id
    assert form_stats.stats(events).practices == 1


def test_what_asks_for_a_look_most_comes_first(events):
    event(events, title="A", people="8", why="x")
    event(events, title="B", people="8")
    assert [one.template for one in form_stats.stats(events, "event").worst_first][:3] == ["why", "title", "people"]


def test_a_form_nobody_knows_is_refused_and_work_can_be_stopped(events):
    with pytest.raises(NotFound):
        form_stats.stats(events, "nothing")
    event(events, title="A")
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        form_stats.stats(events, "event", progress=progress)
