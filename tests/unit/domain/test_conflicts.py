"""What a person is shown of a conflict, what their decision writes, and the history."""

import pytest

from seeddesk.domain.conflicts import undecided
from seeddesk.domain.merge import conflicts, decide, decide_value, distinct, fold, history
from seeddesk.domain.revision import Redaction, Revision
from tests.unit.domain.samples import FORM, ROW, dot, revision

TITLES = [
    revision("a1", {"title": "t", "code": "SI-IT-2026-7F3K2QX"}),
    revision("b1", {"title": "B"}, {"title": "a1"}, time="2026-02", origin="dossier b.docx"),
    revision("c1", {"title": "C"}, {"title": "a1"}, time="2026-03"),
]


def after(revisions, decision):
    """The state once somebody decided."""
    deciding = Revision(
        dot("z1"), "p", "Z", "2027", "sample", "1", decision.set, decision.seen, deletion=decision.deletion
    )
    return fold([*revisions, deciding], FORM)


def only_conflict(revisions):
    state = fold(revisions, FORM)
    (conflict,) = conflicts(state, FORM)
    return state, conflict


def test_a_field_in_conflict_shows_every_version_with_author_time_and_route():
    _, conflict = only_conflict(TITLES)
    assert (conflict.kind, conflict.path, conflict.label, conflict.base) == ("field", "title", {"it": "title"}, "t")
    assert [(one.letter, one.value, one.author, one.time, one.origin) for one in conflict.versions] == [
        ("A", "B", "B", "2026-02", "dossier b.docx"),
        ("B", "C", "C", "2026-03", "typed"),
    ]
    assert (conflict.practice, conflict.title) == ("p", "B")


def test_those_who_wrote_the_same_are_one_version():
    _, conflict = only_conflict([*TITLES, revision("d1", {"title": "C"}, {"title": "a1"}, time="2026-04")])
    assert [one.dots for one in conflict.versions] == [(dot("b1"),), (dot("c1"), dot("d1"))]


def test_thirty_versions_have_thirty_letters():
    many = [revision(f"{chr(97 + n % 26)}{1 + n // 26}", {"title": f"t{n}"}, time=f"{n:02d}") for n in range(30)]
    letters = [one.letter for one in only_conflict(many)[1].versions]
    assert letters[:2] + letters[25:28] == ["A", "B", "Z", "A1", "B1"]
    assert len(set(letters)) == 30


@pytest.mark.parametrize("take", [0, 1])
def test_taking_a_version_ends_the_conflict(take):
    state, conflict = only_conflict(TITLES)
    decided = after(TITLES, decide(state, conflict, conflict.versions[take]))
    assert decided.record.text("title") == "BC"[take]
    assert not decided.conflicts


def test_a_value_of_ones_own_ends_it_too():
    state, conflict = only_conflict(TITLES)
    assert after(TITLES, decide_value(state, conflict, "both")).record.text("title") == "both"


GROUP = {"budget": "a1", "currency": "a1"}
MONEY = [
    revision("a1", {"budget": "100", "currency": "EUR"}),
    revision("b1", {"budget": "100", "currency": "RON"}, GROUP, time="2026-02"),
    revision("c1", {"budget": "150", "currency": "EUR"}, GROUP, time="2026-03"),
]


def test_an_atomic_group_is_one_conflict_decided_as_a_whole():
    state, conflict = only_conflict(MONEY)
    assert (conflict.path, conflict.together) == ("budget", ("currency",))
    assert [(one.value, one.together) for one in conflict.versions] == [
        ("100", {"currency": "RON"}),
        ("150", {"currency": "EUR"}),
    ]
    decided = after(MONEY, decide(state, conflict, conflict.versions[1]))
    assert decided.record.values == {"budget": "150", "currency": "EUR"}
    assert not decided.conflicts


def test_a_value_for_one_field_of_a_group_leaves_the_others_undecided_where_they_differ():
    _, conflict = only_conflict(MONEY)
    assert (undecided(conflict, "budget"), undecided(conflict, "currency")) == (("currency",), ("budget",))
    _, alone = only_conflict([MONEY[1], revision("c1", {"budget": "150", "currency": "RON"}, GROUP, time="2026-03")])
    assert (undecided(alone, "budget"), undecided(alone, "currency")) == ((), ("budget",))


def test_versions_of_a_group_are_listed_even_where_the_first_field_is_alike():
    same_budget = [MONEY[1], revision("c1", {"budget": "100", "currency": "EUR"}, GROUP, time="2026-03")]
    _, conflict = only_conflict(same_budget)
    assert (conflict.path, conflict.together) == ("currency", ("budget",))
    assert [one.value for one in conflict.versions] == ["RON", "EUR"]


def test_a_merged_text_is_proposed_and_confirming_it_ends_the_conflict():
    text = "Prima frase. Seconda frase. Terza frase."
    revisions = [
        revision("a1", {"need": text}),
        revision("b1", {"need": "La p" + text[1:]}, {"need": "a1"}),
        revision("c1", {"need": text + " Fine."}, {"need": "a1"}),
    ]
    state, conflict = only_conflict(revisions)
    assert conflict.proposal == "La prima frase. Seconda frase. Terza frase. Fine."
    assert conflict.word_proposal is None
    decided = after(revisions, decide_value(state, conflict, conflict.proposal))
    assert not decided.conflicts
    assert decided.record.text("need") == conflict.proposal


def test_a_word_by_word_merge_is_only_ever_a_hint():
    text = "Gli incontri con le famiglie si tengono ogni martedì nella sede della cooperativa."
    revisions = [
        revision("a1", {"need": text}),
        revision("b1", {"need": text.replace("famiglie", "persone")}, {"need": "a1"}),
        revision("c1", {"need": text.replace("cooperativa", "scuola")}, {"need": "a1"}),
    ]
    state, conflict = only_conflict(revisions)
    assert conflict.proposal is None
    assert conflict.word_proposal == text.replace("famiglie", "persone").replace("cooperativa", "scuola")
    assert state.record.text("need") == text.replace("famiglie", "persone")


PARTNER = {ROW: "m", ROW + ".name": "Ada", ROW + ".amount": "5", ROW + ".currency": "EUR"}
ROWS = [
    revision("a1", PARTNER),
    revision("b1", {ROW: None}, {path: "a1" for path in PARTNER}),
    revision("c1", {ROW + ".name": "Ada B."}, {ROW + ".name": "a1"}),
]


def test_a_row_removed_here_and_edited_there_is_removed_or_kept_whole():
    state, conflict = only_conflict(ROWS)
    assert (conflict.kind, conflict.path, conflict.label) == ("row", ROW, {"it": "Partner"})
    assert [(one.value, one.author) for one in conflict.versions] == [(None, "B"), ("m", "C")]
    later = revision("d1", {ROW + ".amount": "6"}, {ROW + ".amount": "a1"}, time="2027")
    assert [one.author for one in only_conflict([*ROWS, later])[1].versions] == ["B", "D"]  # who edited it last
    removed = after(ROWS, decide(state, conflict, conflict.versions[0]))
    assert not removed.conflicts
    assert removed.record.rows("partners") == []
    kept = after(ROWS, decide(state, conflict, conflict.versions[1]))
    assert not kept.conflicts
    assert dict(kept.record.answers()) == {ROW + ".name": "Ada B.", ROW + ".amount": "5", ROW + ".currency": "EUR"}


def test_a_row_moved_here_and_removed_there_is_kept_by_who_moved_it():
    moved = [*ROWS[:2], revision("c1", {ROW: "x"}, {ROW: "a1"})]
    state, conflict = only_conflict(moved)
    assert [(one.value, one.author, one.dots) for one in conflict.versions] == [
        (None, "B", (dot("b1"),)),
        ("x", "C", (dot("c1"),)),
    ]
    assert not after(moved, decide(state, conflict, conflict.versions[0])).record.rows("partners")


DELETED = [
    revision("a1", {"title": "t"}),
    revision("b1", {}, deletion={"title": (dot("a1"),)}),
    revision("c1", {"title": "C"}, {"title": "a1"}),
]


def test_a_practice_deleted_here_and_edited_there_is_deleted_or_kept():
    state, conflict = only_conflict(DELETED)
    assert (conflict.kind, conflict.path) == ("practice", "")
    assert [(one.value, one.author) for one in conflict.versions] == [(None, "B"), (("title",), "C")]
    assert after(DELETED, decide(state, conflict, conflict.versions[0])).hidden
    kept = after(DELETED, decide(state, conflict, conflict.versions[1]))
    assert not kept.hidden
    assert not conflicts(kept, FORM)


def test_the_history_tells_what_stands_what_was_replaced_and_what_is_in_conflict():
    entries = history(TITLES, fold(TITLES, FORM))
    assert [(one.path, one.value, one.author, one.state) for one in entries] == [
        ("title", "C", "C", "conflict"),
        ("title", "B", "B", "conflict"),
        ("title", "t", "A", "replaced"),
        ("code", "SI-IT-2026-7F3K2QX", "A", "current"),
    ]


def test_the_history_tells_of_deletions_and_erasures_without_the_erased():
    erased = [*DELETED, revision("d1", {}, redaction=Redaction({dot("a1"): ("title",)}, "asked for"))]
    state = fold(erased, FORM)
    entries = history(distinct(erased).values(), state)
    assert [(one.path, one.value, one.dot, one.state) for one in entries] == [
        ("title", "C", dot("c1"), "current"),
        ("@deletion", "deleted", dot("b1"), "conflict"),
        ("title", None, dot("a1"), "erased"),
    ]
    taken_back = [*DELETED, revision("e2", {}, {"@deletion": "b1"})]
    assert [(one.value, one.state) for one in history(taken_back, fold(taken_back, FORM))[:3]] == [
        ("restored", "current"),
        ("C", "current"),
        ("deleted", "replaced"),
    ]


def test_a_taking_back_that_was_followed_by_another_deletion_no_longer_stands():
    again = [*DELETED, revision("e2", {}, {"@deletion": "b1"}), revision("f3", {}, deletion={"title": (dot("c1"),)})]
    told = [(one.value, one.state) for one in history(again, fold(again, FORM)) if one.path == "@deletion"]
    assert told == [("deleted", "current"), ("restored", "replaced"), ("deleted", "replaced")]
