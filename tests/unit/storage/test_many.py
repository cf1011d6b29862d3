"""What is noted of a change of many: where its revisions lie, however they came in."""

from seeddesk.domain.many import Mark, Note, mark_of, notes_of
from seeddesk.services import bulk, taking_back
from seeddesk.storage.view import MANY
from tests.support.catalogues import edit, exchange, record, values
from tests.unit.storage.test_catalogue import cloned


def changed(workspace, practices, title):
    planned = bulk.plan(workspace, practices, bulk.Set("title", title))
    return bulk.apply(workspace, planned)[0].change


def notes(workspace):
    with workspace.catalogue.read() as view:
        return view.every_many()


def test_a_change_finds_its_practices_in_their_order_and_no_others(workspace):
    practices = [record(workspace, title=str(number)) for number in range(5)]
    names = [changed(workspace, practices[:3], "Prima"), changed(workspace, practices[::-1], "Seconda")]
    edit(workspace, practices[0], title="Terza")
    latest, earlier = notes(workspace)
    assert [latest.mark, earlier.mark] == [Mark(names[1], "title"), Mark(names[0], "title")]
    assert (latest.count, earlier.count, latest.author) == (5, 3, "Ada")
    assert [len(runs) for note in (latest, earlier) for runs in note.spans.values()] == [1, 1]  # no list of single ones
    with workspace.catalogue.read() as view:
        assert view.practices_within(latest) == practices[::-1]
        assert view.practices_within(earlier) == practices[:3]
        assert view.many(names[0]) == earlier
        assert view.revision_at(earlier.first).set["title"] == "Prima"
        assert view.many("none") is None


def test_notes_are_made_anew_of_the_revisions_alone(workspace):
    changed(workspace, [record(workspace) for _ in range(3)], "Prima")
    before = notes(workspace)
    with workspace.catalogue.write() as tx:
        tx.set_note(f"{MANY}{before[0].mark.name}", "{")
        tx.set_note(f"{MANY}gone", str(before[0]))
        tx.rebuild()
    assert notes(workspace) == before


def test_what_is_said_again_by_another_device_counts_once_and_is_taken_back_once(one_place, workspace, tmp_path):
    practices = [record(workspace, title=str(number)) for number in range(3)]
    with cloned(workspace, tmp_path, "Bo") as copy:
        changed(workspace, practices, "Di Ada")
        edit(copy, practices[0], need="Di Bo")
        for _ in range(3):
            exchange(workspace, copy)
        for one in (workspace, copy):
            (note,) = notes(one)
            assert note.count == 3
            with one.catalogue.read() as view:
                assert sorted(view.practices_within(note)) == sorted(practices)
        name = notes(workspace)[0].mark.name
        assert len(bulk.apply(workspace, taking_back.plan(workspace, name))[0].done) == 3
        assert [values(workspace, practice)["title"] for practice in practices] == ["0", "1", "2"]


def test_an_origin_of_another_kind_marks_nothing():
    assert [mark_of(text) for text in ("typed", "table many x.csv", "many", "many x", "back x", "")] == [None] * 6
    for mark in (Mark("x", "title"), Mark("x", back="y")):
        assert mark_of(str(mark)) == mark
    assert notes_of([]) == {}
    assert [Note.parse(text) for text in ("", "[]", "{", '{"origin": "typed"}', "null")] == [None] * 5
