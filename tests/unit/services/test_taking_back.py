"""A change of many practices is taken back as a whole, also after a restart: where it still stands, and nowhere else."""

import random

import pytest

from seeddesk.domain.changes import Progress
from seeddesk.domain.errors import Cancelled, NotFound
from seeddesk.services import bin as recycle_bin
from seeddesk.services import bulk, cataloguing, forms, maintenance, recording, taking_back
from seeddesk.services.workspace import Workspace
from tests.support.catalogues import add_row, edit, exchange, record, values
from tests.support.forms import write_sheets


@pytest.fixture
def three(workspace):
    return [record(workspace, title=f"Pratica {number}", tags=("orti", "quartiere")) for number in range(3)]


def change(ws, practices, edit_):
    """An edit to many; its name."""
    return bulk.apply(ws, bulk.plan(ws, practices, edit_))[0].change


def take_back(ws, name):
    """The whole of a change; the practices that were set back."""
    return set(bulk.apply(ws, taking_back.plan(ws, name))[0].done)


def names(ws):
    return [one.name for one in taking_back.changes(ws)]


def lines(ws, name):
    """state and reason of each practice of a plan, by practice."""
    plan = taking_back.plan(ws, name)
    return {line.practice: (line.state, line.reason.code if line.reason else "") for line in plan.lines}


def revisions(ws):
    with ws.catalogue.read() as view:
        return {(one.dot, one.sha256) for one in view.all_revisions()}


def test_after_a_restart_a_change_is_listed_and_taken_back_as_a_whole(workspace, three, tmp_path):
    was = [values(workspace, practice) for practice in three]
    change(workspace, three, bulk.Set("level_of_action", "local"))
    before, location = revisions(workspace), workspace.catalogue.location
    workspace.close()
    with Workspace.open(location, "Bo", "it") as again:
        (one,) = taking_back.changes(again)
        assert (one.label, one.author, one.count, one.back, one.undone) == ("Livello di azione", "Ada", 3, 0, None)
        assert one.value not in ("", "local")
        plan = taking_back.plan(again, one.name)
        assert [line.state for line in plan.lines] == ["change"] * 3
        assert (plan.lines[0].before, plan.lines[0].after) == (one.value, "")
        assert revisions(again) == before
        assert take_back(again, one.name) == set(three)
        assert [values(again, practice) for practice in three] == [{**each, "level_of_action": None} for each in was]
        assert revisions(again) > before  # nothing rewritten
        back, first = taking_back.changes(again)
        assert (back.back, back.author, back.label) == (1, "Bo", "Livello di azione")
        assert (first.name, first.undone) == (one.name, back)
        assert not maintenance.check(again, deep=True)[0].findings


def test_what_was_changed_since_stays_and_is_named(workspace, new_workspace, three):
    name = change(workspace, three, bulk.Set("area_type", "urban"))
    bo = new_workspace("Bo")
    exchange(workspace, bo)
    edit(bo, three[1], area_type="rural")
    exchange(workspace, bo)
    edit(workspace, three[2], need="Altro")
    plan = taking_back.plan(workspace, name)
    assert [line.state for line in plan.lines] == ["change", "refused", "change"]
    assert "Bo" in str(plan.lines[1].reason)
    assert take_back(workspace, name) == {three[0], three[2]}
    assert [values(workspace, practice).get("area_type") for practice in three] == [None, "rural", None]
    assert values(workspace, three[2])["need"] == "Altro"


def test_taking_back_twice_changes_nothing_more(workspace, three):
    name = change(workspace, three, bulk.Set("title", "Uguale"))
    take_back(workspace, name)
    before = revisions(workspace)
    assert set(lines(workspace, name).values()) == {("same", "")}
    assert take_back(workspace, name) == set()
    assert revisions(workspace) == before


def test_taking_back_is_taken_back_and_that_again(workspace, three):
    first = change(workspace, three, bulk.Set("title", "Uguale"))
    for turn in (1, 2, 3, 4):
        take_back(workspace, names(workspace)[0])
        title = values(workspace, three[0])["title"]
        assert title == ("Pratica 0" if turn % 2 else "Uguale")
        assert taking_back.changes(workspace)[0].back == turn
    assert take_back(workspace, first) == set(three)  # it stands again, by steps back and forth
    assert values(workspace, three[0])["title"] == "Pratica 0"


def test_a_list_says_of_each_change_whether_it_stands(workspace, three):
    first = change(workspace, three, bulk.Set("title", "Uguale"))
    take_back(workspace, first)
    back = names(workspace)[0]
    assert {one.name: one.undone and one.undone.name for one in taking_back.changes(workspace)} == {
        back: None,
        first: back,
    }
    take_back(workspace, back)
    again = names(workspace)[0]
    undone = {one.name: one.undone and one.undone.name for one in taking_back.changes(workspace)}
    assert undone == {again: None, back: again, first: None}


def test_of_two_changes_of_a_field_the_later_is_taken_back_first_then_the_earlier(workspace, three):
    first = change(workspace, three, bulk.Set("title", "Prima"))
    second = change(workspace, three, bulk.Set("title", "Seconda"))
    assert set(lines(workspace, first).values()) == {("refused", "bulk-since-by")}
    take_back(workspace, second)
    assert values(workspace, three[0])["title"] == "Prima"
    assert take_back(workspace, first) == set(three)
    assert values(workspace, three[0])["title"] == "Pratica 0"


def test_what_somebody_put_back_by_hand_needs_nothing(workspace, three):
    name = change(workspace, three, bulk.Set("title", "Uguale"))
    edit(workspace, three[0], title="Pratica 0")
    assert lines(workspace, name)[three[0]] == ("same", "")


def test_what_is_worked_out_follows_from_what_was_written_since(workspace):
    practice = record(workspace, country="EL")
    row = add_row(workspace, practice, "locations", place="Ponte")
    name = change(workspace, [practice, record(workspace)], bulk.Set("country", "SI"))
    other = add_row(workspace, practice, "locations", place="Piazza")
    assert values(workspace, practice)[f"{other}.nuts0"] == "SI"
    take_back(workspace, name)
    now = values(workspace, practice)
    assert (now["country"], now[f"{row}.nuts0"], now[f"{other}.nuts0"]) == ("EL", "EL", "EL")


def test_a_conflict_is_left_to_be_decided(new_workspace):
    ada, bo = new_workspace("Ada"), new_workspace("Bo")
    two = [record(ada, end="2020"), record(ada, end="2020")]
    exchange(ada, bo)
    edit(bo, two[0], end="2023")
    name = change(ada, two, bulk.Set("end", "2024"))
    exchange(ada, bo)
    assert lines(ada, name) == {two[0]: ("refused", "bulk-conflict"), two[1]: ("change", "")}


def test_what_two_people_had_put_in_comes_back_from_both(new_workspace):
    ada, bo = new_workspace("Ada"), new_workspace("Bo")
    two = [record(ada, tags=("orti",)) for _ in range(2)]
    exchange(ada, bo)
    edit(ada, two[0], tags=("orti", "mercato"))
    edit(bo, two[0], tags=("orti", "piazza"))
    exchange(ada, bo)
    was = values(ada, two[0])["tags"]
    assert set(was) == {"orti", "mercato", "piazza"}
    name = change(ada, two, bulk.Tag(remove=("orti", "mercato", "piazza"), add=("scuola",)))
    assert take_back(ada, name) == set(two)
    assert [values(ada, practice)["tags"] for practice in two] == [was, ("orti",)]


def test_what_is_in_the_bin_stays_there(workspace, three):
    name = change(workspace, three, bulk.Set("title", "Uguale"))
    recording.delete(workspace, three[0])
    assert lines(workspace, name)[three[0]] == ("refused", "bulk-deleted")
    take_back(workspace, name)
    assert recycle_bin.every(workspace) == [three[0]]


def test_a_deletion_of_many_is_taken_back_but_not_who_else_deleted(workspace, new_workspace, three):
    name = change(workspace, three, bulk.Delete())
    recording.restore(workspace, three[0])
    recording.restore(workspace, three[1])
    recording.delete(workspace, three[1])
    assert lines(workspace, name) == {
        three[0]: ("same", ""),
        three[1]: ("refused", "bulk-deleted-since"),
        three[2]: ("change", ""),
    }
    take_back(workspace, name)
    assert recycle_bin.every(workspace) == [three[1]]


def test_a_deletion_goes_back_and_forth(workspace, three):
    first = change(workspace, three, bulk.Delete())
    for turn in (1, 2, 3):
        assert take_back(workspace, names(workspace)[0]) == set(three)
        assert len(recycle_bin.every(workspace)) == (0 if turn % 2 else 3)
    take_back(workspace, names(workspace)[0])
    assert take_back(workspace, first) == set(three)
    assert not recycle_bin.every(workspace)


def test_what_was_restored_goes_back_into_the_bin_unless_somebody_went_on(workspace, three):
    change(workspace, three, bulk.Delete())
    applied, _ = recycle_bin.restore(workspace, three)
    edit(workspace, three[0], need="Altro")
    assert lines(workspace, applied.change)[three[0]] == ("refused", "bulk-went-on")
    assert take_back(workspace, applied.change) == set(three[1:])
    assert set(recycle_bin.every(workspace)) == set(three[1:])
    take_back(workspace, names(workspace)[0])
    assert take_back(workspace, applied.change) == set(three[1:])  # steps back and forth are no going on


def test_a_step_of_the_workflow_is_taken_back_but_not_to_a_status_that_asks_for_more(workspace, three, monkeypatch):
    monkeypatch.setattr(recording, "require_complete", lambda *_: None)
    for practice in three:
        recording.change_status(workspace, practice, "submitted")
    monkeypatch.undo()
    name = change(workspace, three, bulk.Move("archived"))
    edit(workspace, three[0], need=None)
    assert taking_back.changes(workspace)[0].value == "Archiviata"
    assert lines(workspace, name)[three[0]] == ("refused", "not-complete")
    assert take_back(workspace, name) == set(three[1:])
    assert [values(workspace, practice)["status"] for practice in three] == ["archived", "submitted", "submitted"]


def test_what_was_erased_for_good_does_not_come_back(workspace, three):
    name = change(workspace, three, bulk.Set("title", "Uguale"))
    recording.redact(workspace, three[0], ["title"], "richiesta")
    edit(workspace, three[1], title=None)
    recording.redact(workspace, three[2], ["need"], "richiesta")
    assert [state for state, _ in lines(workspace, name).values()] == ["same", "refused", "change"]
    take_back(workspace, name)
    assert [values(workspace, practice).get("title") for practice in three] == [None, None, "Pratica 2"]


def test_where_the_earlier_answer_never_arrived_the_later_one_stays(workspace, new_workspace, three):
    name = change(workspace, three, bulk.Set("title", "Uguale"))
    bo = new_workspace("Bo")
    with workspace.catalogue.read() as view, bo.catalogue.write() as tx:
        tx.append([one for one in view.all_revisions() if one.origin != "typed"])
    assert set(lines(bo, name).values()) == {("refused", "bulk-before-gone")}
    exchange(workspace, bo)
    assert take_back(bo, name) == set(three)


def test_it_is_known_wherever_its_revisions_go_in_whatever_order(workspace, new_workspace, three):
    name = change(workspace, three, bulk.Set("title", "Uguale"))
    with workspace.catalogue.read() as view:
        every, note = list(view.all_revisions()), view.many(name)
    for seed in range(5):
        bo = new_workspace("Bo")
        random.Random(seed).shuffle(every)
        for one in every:
            with bo.catalogue.write() as tx:
                tx.append([one])
        with bo.catalogue.read() as view:
            assert view.many(name) == note
    assert take_back(bo, name) == set(three)
    exchange(workspace, bo)
    assert taking_back.changes(workspace)[1].undone.author == "Bo"
    assert [values(workspace, practice)["title"] for practice in three] == ["Pratica 0", "Pratica 1", "Pratica 2"]


def test_two_people_who_take_the_same_change_back_agree(workspace, new_workspace, three):
    name = change(workspace, three, bulk.Set("title", "Uguale"))
    bo = new_workspace("Bo")
    exchange(workspace, bo)
    for ws in (workspace, bo):
        assert take_back(ws, name) == set(three)
    exchange(workspace, bo)
    assert not cataloguing.conflicts(workspace)
    assert set(lines(bo, name).values()) == {("same", "")}
    assert [values(bo, practice)["title"] for practice in three] == ["Pratica 0", "Pratica 1", "Pratica 2"]


def test_a_change_of_one_is_not_listed_and_one_that_is_not_here_is_said(workspace, three):
    name = change(workspace, three[:1], bulk.Set("title", "Uguale"))
    assert names(workspace) == []
    assert lines(workspace, name) == {three[0]: ("change", "")}
    with pytest.raises(NotFound):
        taking_back.plan(workspace, "nobody's")


def test_stopping_leaves_nothing_half_done(workspace, three):
    name = change(workspace, three, bulk.Set("title", "Uguale"))
    before, plan = revisions(workspace), taking_back.plan(workspace, name)
    progress = Progress(lambda done, total, what: done == 2 and progress.cancel())
    with pytest.raises(Cancelled):
        bulk.apply(workspace, plan, progress)
    progress = Progress(lambda done, total, what: done == 2 and progress.cancel())
    with pytest.raises(Cancelled):
        taking_back.plan(workspace, name, progress)
    assert revisions(workspace) == before


def test_the_history_says_to_which_change_a_save_belongs(workspace, three):
    name = change(workspace, three, bulk.Set("title", "Uguale"))
    take_back(workspace, name)
    origins = [entry.origin for entry in cataloguing.history(workspace, three[0]) if entry.path == "title"]
    assert {origin.split()[0] for origin in origins} == {"typed", "many", "back"}


EVENT = """
type | name | label
text | title | Title
select_one colour | colour | Colour
"""
RENAMED = """
type | name | label | bind::seeddesk:was
text | title | Title |
select_one colour | tint | Tint | colour
"""
COLOURS = """
list_name | name | label
colour | red | Red
colour | blue | Blue
"""
SETTINGS = """
form_id | version | name | form_title
event | {version} | event | Event
"""


def test_a_question_that_goes_by_another_name_since_is_put_back_under_that(workspace, tmp_path):
    forms.add(workspace, write_sheets(tmp_path / "event", EVENT, COLOURS, SETTINGS.format(version=1)))
    events = [recording.start(workspace, {"title": f"Festa {n}", "colour": "blue"}, form="event")[0] for n in range(2)]
    name = change(workspace, events, bulk.Set("colour", "red"))
    forms.add(workspace, write_sheets(tmp_path / "later", RENAMED, COLOURS, SETTINGS.format(version=2)))
    edit(workspace, events[0], tint="blue")
    edit(workspace, events[0], tint="red")
    (one,) = taking_back.changes(workspace)
    assert (one.label, one.value) == ("Tint", "Red")
    plan = taking_back.plan(workspace, name)
    assert [line.state for line in plan.lines] == ["refused", "change"]
    assert (plan.lines[1].before, plan.lines[1].after) == ("Red", "Blue")
    take_back(workspace, name)
    assert [values(workspace, practice)["tint"] for practice in events] == ["red", "blue"]


TRIGGERED = """
type | name | label | calculation | trigger
text | title | Title | |
select_one colour | colour | Colour | |
text | shade | Shade | concat('light ', ${colour}) | ${colour}
"""


def test_of_what_followed_from_a_change_each_answer_is_put_back_that_still_stands_and_the_others_are_named(
    workspace, tmp_path
):
    forms.add(workspace, write_sheets(tmp_path / "event", TRIGGERED, COLOURS, SETTINGS.format(version=1)))
    events = [
        recording.start(workspace, {"title": f"Festa {n}", "colour": "blue", "shade": "dark"}, form="event")[0]
        for n in range(3)
    ]
    before = {practice: values(workspace, practice) for practice in events}
    name = change(workspace, events, bulk.Set("colour", "red"))
    assert values(workspace, events[0])["shade"] == "light red"
    edit(workspace, events[0], shade="deep")
    edit(workspace, events[1], title="Sagra")
    plan = {line.practice: line for line in taking_back.plan(workspace, name).lines}
    assert [plan[practice].state for practice in events] == ["change"] * 3
    assert ("Shade" in plan[events[0]].warning, plan[events[1]].warning, plan[events[2]].warning) == (True, "", "")
    assert take_back(workspace, name) == set(events)
    assert values(workspace, events[0]) == {**before[events[0]], "shade": "deep"}
    assert values(workspace, events[1]) == {**before[events[1]], "title": "Sagra"}
    assert values(workspace, events[2]) == before[events[2]]


def test_practices_of_several_forms_are_taken_back_each_by_its_own(workspace, three, tmp_path):
    forms.add(workspace, write_sheets(tmp_path / "event", EVENT, COLOURS, SETTINGS.format(version=1)))
    event = recording.start(workspace, {"title": "Festa"}, form="event")[0]
    for edit_ in (bulk.Set("title", "Uguale"), bulk.Move("archived"), bulk.Delete()):
        before = {practice: values(workspace, practice) for practice in (*three, event)}
        name = change(workspace, [*three, event], edit_)
        assert take_back(workspace, name) == {*three, event}
        assert {practice: values(workspace, practice) for practice in (*three, event)} == before
    assert not recycle_bin.every(workspace)


def test_steps_back_and_forth_however_many_are_read_through(workspace, three):
    first = change(workspace, three[:1], bulk.Set("title", "Uguale"))
    last = first
    for _ in range(30):
        last = bulk.apply(workspace, taking_back.plan(workspace, last))[0].change
    assert values(workspace, three[0])["title"] == "Uguale"
    assert take_back(workspace, first) == {three[0]}
    assert values(workspace, three[0])["title"] == "Pratica 0"
