"""One edit to many practices, and the way back."""

import pytest

from seeddesk.domain.changes import Progress
from seeddesk.domain.errors import Cancelled, NotAllowed, UsageError
from seeddesk.domain.query import Query
from seeddesk.services import bin as recycle_bin
from seeddesk.services import bulk, cataloguing, forms, maintenance, recording, taking_back
from tests.support.catalogues import add_row, edit, exchange, record, values
from tests.support.forms import write_sheets


@pytest.fixture
def three(workspace):
    return [record(workspace, title=f"Pratica {number}", tags=("orti", "quartiere")) for number in range(3)]


def _states(plan):
    return [line.state for line in plan.lines]


def _revisions(workspace):
    with workspace.catalogue.read() as view:
        return {(one.dot, one.sha256) for one in view.all_revisions()}


def test_a_plan_says_what_would_change_and_writes_nothing(workspace, three):
    before = _revisions(workspace)
    edit(workspace, three[1], level_of_action="local")
    before = _revisions(workspace)
    plan = bulk.plan(workspace, three, bulk.Set("level_of_action", "local"))
    assert _states(plan) == ["change", "same", "change"]
    assert (plan.label, plan.count("change")) == ("Livello di azione", 2)
    assert (plan.lines[0].title, plan.lines[0].before) == ("Pratica 0", "")
    assert plan.lines[0].after not in ("", "local")
    assert _revisions(workspace) == before


def test_what_is_applied_is_as_if_each_had_been_edited_and_can_be_undone_at_once(workspace, three):
    was = {practice: values(workspace, practice) for practice in three}
    applied, changes = bulk.apply(workspace, bulk.plan(workspace, three, bulk.Set("area_type", "urban")))
    assert changes.practices == set(three)
    assert {values(workspace, practice)["area_type"] for practice in three} == {"urban"}
    assert len({cataloguing.history(workspace, practice)[0].origin for practice in three}) == 1  # one change
    undone, _ = taking_back.undo(workspace, applied)
    assert (set(undone.practices), undone.kept) == (set(three), ())
    for practice in three:
        assert values(workspace, practice).get("area_type") == was[practice].get("area_type")
        assert len({entry.dot for entry in cataloguing.history(workspace, practice)}) == 3  # nothing rewritten


def test_what_follows_from_an_edit_follows_here_too(workspace, three):
    row = add_row(workspace, three[0], "locations", comune="001272")
    assert values(workspace, three[0])[f"{row}.nuts0"] == "IT"
    single = record(workspace)
    add_row(workspace, single, "locations", place="Ponte")
    edit(workspace, single, country="EL")
    bulk.apply(workspace, bulk.plan(workspace, [single], bulk.Set("country", "SI")))
    (row,) = [path for path in values(workspace, single) if path.endswith(".nuts0")]
    assert values(workspace, single)[row] == "SI"


def test_somebody_elses_edit_in_between_is_left_alone(workspace, three):
    plan = bulk.plan(workspace, three, bulk.Set("title", "Uguale"))
    edit(workspace, three[0], title="Mia")
    applied, _ = bulk.apply(workspace, plan)
    assert [line.practice for line in applied.left] == [three[0]]
    assert applied.left[0].reason.code == "bulk-changed"
    edit(workspace, three[1], title="Dopo")
    undone, _ = taking_back.undo(workspace, applied)
    assert (undone.practices, undone.kept) == ((three[2],), (three[1],))
    assert [values(workspace, practice)["title"] for practice in three] == ["Mia", "Dopo", "Pratica 2"]


def test_fields_that_belong_together_are_undone_together_or_not_at_all(workspace):
    practice = record(workspace, budget_total="1000", currency="EUR")
    applied, _ = bulk.apply(workspace, bulk.plan(workspace, [practice], bulk.Set("currency", "RON")))
    edit(workspace, practice, budget_total="2000")
    taking_back.undo(workspace, applied)
    assert (values(workspace, practice)["budget_total"], values(workspace, practice)["currency"]) == ("2000", "RON")


def test_keywords_are_put_in_and_taken_out(workspace, three):
    edit(workspace, three[2], tags=("Mercato",))
    applied, _ = bulk.apply(workspace, bulk.plan(workspace, three, bulk.Tag(add=("mercato",), remove=("Orti",))))
    assert set(applied.done) == set(three[:2])
    assert [values(workspace, practice)["tags"] for practice in three] == [
        ("quartiere", "mercato"),
        ("quartiere", "mercato"),
        ("Mercato",),
    ]


def test_a_new_answer_that_breaks_a_rule_is_warned_of_and_kept(workspace, three):
    plan = bulk.plan(workspace, three[:1], bulk.Tag(remove=("orti",)))
    assert plan.lines[0].state == "change"
    assert "tre parole chiave" in plan.lines[0].warning
    assert bulk.plan(workspace, three[:1], bulk.Set("title", None)).lines[0].warning


def test_steps_of_the_workflow_are_those_of_a_single_practice(workspace, three):
    recording.change_status(workspace, three[1], "archived")
    plan = bulk.plan(workspace, three, bulk.Move("validated"))
    assert [line.reason.code for line in plan.lines] == [
        "status-from-draft",
        "status-from-archived",
        "status-from-draft",
    ]
    assert bulk.plan(workspace, three[:1], bulk.Move("submitted")).lines[0].reason.code == "not-complete"
    plan = bulk.plan(workspace, three, bulk.Move("archived"))
    assert _states(plan) == ["change", "same", "change"]
    assert (plan.lines[0].before, plan.lines[0].after) == ("Bozza", "Archiviata")
    applied, _ = bulk.apply(workspace, plan)
    taking_back.undo(workspace, applied)
    assert [values(workspace, practice)["status"] for practice in three] == ["draft", "archived", "draft"]


def test_many_go_into_the_bin_and_out_again(workspace, three):
    applied, _ = bulk.apply(workspace, bulk.plan(workspace, three, bulk.Delete()))
    page = recycle_bin.deleted(workspace)
    assert {line.row.id for line in page.lines} == set(three)
    assert (page.total, page.lines[0].by) == (3, "Ada")
    assert page.lines[0].time >= page.lines[-1].time
    assert cataloguing.list_practices(workspace).total == 0
    taking_back.undo(workspace, applied)
    assert cataloguing.list_practices(workspace).total == 3
    bulk.apply(workspace, bulk.plan(workspace, three, bulk.Delete()))
    applied, changes = recycle_bin.restore(workspace, three[:2])
    assert changes.practices == set(three[:2])
    assert [line.row.id for line in recycle_bin.deleted(workspace).lines] == [three[2]]


def test_taking_a_restoring_back_deletes_again_unless_somebody_went_on(workspace, three):
    for practice in three[:2]:
        recording.delete(workspace, practice)
    applied, _ = bulk.apply(workspace, bulk.plan(workspace, three, bulk.Restore()))
    assert set(applied.done) == set(three[:2])
    edit(workspace, three[0], title="Continua")
    undone, _ = taking_back.undo(workspace, applied)
    assert (undone.practices, undone.kept) == ((three[1],), (three[0],))


def test_what_suits_no_practice_is_refused_before_any_plan(workspace, three):
    for edit_, error in (
        (bulk.Set("code", "X"), NotAllowed),
        (bulk.Set("status", "validated"), NotAllowed),
        (bulk.Set("partners[].name", "X"), UsageError),
        (bulk.Tag(add=("x",), path="title"), UsageError),
        (bulk.Move("done"), UsageError),
    ):
        with pytest.raises(error):
            bulk.plan(workspace, three, edit_)


def test_practices_it_does_not_suit_are_refused_with_the_reason(new_workspace):
    ada, bo = new_workspace("Ada"), new_workspace("Bo")
    disputed, deleted, ended, fine = (record(ada, title=str(number)) for number in range(4))
    exchange(ada, bo)
    edit(ada, disputed, end="2022")
    edit(bo, disputed, end="2023")
    exchange(ada, bo)
    recording.delete(ada, deleted)
    edit(ada, ended, ongoing="yes")
    plan = bulk.plan(ada, [disputed, deleted, ended, fine], bulk.Set("end", "2024"))
    assert [line.reason and line.reason.code for line in plan.lines] == [
        "bulk-conflict",
        "bulk-deleted",
        "bulk-not-asked",
        None,
    ]
    assert all(str(line.reason) for line in plan.lines if line.reason)


@pytest.mark.parametrize("stop_at", [1, 2, 3, 4])
def test_stopping_leaves_nothing_half_done(workspace, three, stop_at, monkeypatch):
    monkeypatch.setattr(bulk, "_TOGETHER", 1)
    plan = bulk.plan(workspace, three, bulk.Set("title", "Uguale"))
    before = _revisions(workspace)
    steps = []

    def report(done, total, what):
        steps.append(done)
        if len(steps) == stop_at - 1:
            progress.cancel()

    progress = Progress(report)
    if stop_at == 1:
        progress.cancel()
    with pytest.raises(Cancelled):
        bulk.apply(workspace, plan, progress)
    assert _revisions(workspace) == before


def test_it_is_told_and_can_be_stopped_at_each_practice_of_those_that_are_written_together(workspace, three):
    told = []
    applied, _ = bulk.apply(
        workspace,
        bulk.plan(workspace, three, bulk.Set("title", "Uguale")),
        Progress(lambda done, total, what: told.append((done, total))),
    )
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    before, progress = _revisions(workspace), Progress(lambda done, total, what: done == 2 and progress.cancel())
    with pytest.raises(Cancelled):
        taking_back.undo(workspace, applied, progress)
    assert _revisions(workspace) == before


@pytest.mark.parametrize("together", [1, 2, 1000])
def test_in_whatever_parts_it_is_written_lists_and_index_say_what_the_revisions_say(
    workspace, three, together, monkeypatch
):
    monkeypatch.setattr(bulk, "_TOGETHER", together)
    was = [values(workspace, practice) for practice in three]
    for edit_ in (bulk.Set("title", "Orto e mercato"), bulk.Tag(add=("mercato",), remove=("orti",)), bulk.Delete()):
        applied, _ = bulk.apply(workspace, bulk.plan(workspace, three, edit_))
        assert not maintenance.check(workspace, deep=True)[0].findings
        undone, _ = taking_back.undo(workspace, applied)
        assert set(undone.practices) == set(three)
        assert not maintenance.check(workspace, deep=True)[0].findings
    assert [values(workspace, practice) for practice in three] == was
    assert cataloguing.list_practices(workspace, Query(text="mercato")).total == 0
    assert cataloguing.list_practices(workspace, Query(text="orti")).total == 3


def test_a_practice_saved_alone_before_and_after_a_change_of_many_shows_all_three(workspace, three):
    edit(workspace, three[0], title="Prima")
    bulk.apply(workspace, bulk.plan(workspace, three, bulk.Set("country", "SI")))
    edit(workspace, three[0], title="Dopo")
    row = next(row for row in cataloguing.list_practices(workspace).rows if row.id == three[0])
    assert (row.title, row.country) == ("Dopo", "SI")


def test_what_was_restored_put_back_and_restored_again_is_in_the_list_each_time(workspace, three):
    for practice in three:
        recording.delete(workspace, practice)
    for _ in range(2):
        applied, _ = recycle_bin.restore(workspace, recycle_bin.every(workspace))
        assert (recycle_bin.deleted(workspace).total, cataloguing.list_practices(workspace).total) == (0, 3)
        taking_back.undo(workspace, applied)
        assert [line.by for line in recycle_bin.deleted(workspace).lines] == ["Ada"] * 3


def test_the_bin_is_searched_as_the_catalogue_is(workspace, three):
    bulk.apply(workspace, bulk.plan(workspace, three, bulk.Delete()))
    edit_ = cataloguing.show(workspace, three[0]).row.title
    assert recycle_bin.every(workspace, f'"{edit_}"') == [three[0]]
    assert recycle_bin.deleted(workspace, "conflitto:si").total == 0


EVENT = """
type | name | label
text | title | Title
text | place | Place
select_one colour | colour | Colour
text | status | How it stands
"""
COLOURS = """
list_name | name | label
colour | red | Red
colour | blue | Blue
"""
EVENT_SETTINGS = """
form_id | version | name | form_title
event | 1 | event | Event
"""


@pytest.fixture
def events(workspace, tmp_path):
    """Two practices by a short form of its own, beside the main one."""
    forms.add(workspace, write_sheets(tmp_path / "event", EVENT, COLOURS, EVENT_SETTINGS))
    return [recording.start(workspace, {"title": f"Festa {n}"}, form="event")[0] for n in range(2)]


def test_practices_of_another_form_are_edited_by_its_questions(workspace, events):
    assert bulk.form_of(workspace, events).id == "event"
    plan = bulk.plan(workspace, events, bulk.Set("colour", "red"))
    assert (plan.label, _states(plan), plan.lines[0].after) == ("Colour", ["change", "change"], "Red")
    bulk.apply(workspace, plan)
    assert {values(workspace, practice)["colour"] for practice in events} == {"red"}


def test_a_question_that_another_form_calls_status_is_no_step_of_the_workflow(workspace, events):
    plan = bulk.plan(workspace, events, bulk.Set("status", "bello"))
    assert _states(plan) == ["change", "change"]


def test_the_form_of_most_is_the_one_whose_questions_count_and_the_others_say_why_not(workspace, three, events):
    mixed = [*events, *three]
    assert bulk.form_of(workspace, mixed).id == workspace.form.id
    assert bulk.form_of(workspace, [*events, three[0]]).id == "event"
    plan = bulk.plan(workspace, [*events, three[0]], bulk.Set("colour", "red"))
    assert _states(plan) == ["change", "change", "refused"]
    assert bulk.form_of(workspace, []).id == workspace.form.id
