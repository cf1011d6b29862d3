"""What a practice leaves with: values, who gave them, and what its reader will have seen."""

from seeddesk.domain.leaving import BROUGHT, base_of
from seeddesk.domain.merge import fold
from tests.unit.domain.samples import FORM, OTHER_ROW, ROW, dot, revision


def leaves(*revisions):
    return base_of(fold(revisions, FORM), revisions, FORM)


def test_a_practice_leaves_with_its_values_and_the_dots_that_gave_them():
    base = leaves(
        revision("a1", {"title": "t", "need": "n", "@code": "SI-IT-2026-7F3K2QX"}),
        revision("b1", {"title": "T"}, {"title": "a1"}),
    )
    assert (base.practice, base.code, base.form, base.form_version) == ("p", "SI-IT-2026-7F3K2QX", "sample", "1")
    assert base.values == {"title": "T", "need": "n", "@code": "SI-IT-2026-7F3K2QX"}
    assert base.seen == {"title": (dot("b1"),), "need": (dot("a1"),), "@code": (dot("a1"),)}
    assert base.authors == {"title": "B", "need": "A", "@code": "A"}
    assert (base.revision, base.vector, base.apart) == (2, {"a": 1, "b": 1}, frozenset())


def test_of_a_conflict_only_the_version_shown_leaves_and_the_field_is_marked():
    base = leaves(
        revision("a1", {"title": "t", "need": "n"}),
        revision("c1", {"title": "C"}, {"title": "a1"}, time="2026-03"),
        revision("b1", {"title": "B"}, {"title": "a1"}, time="2026-02"),
    )
    shown = {"B": "b1", "C": "c1"}[base.values["title"]]
    assert base.seen["title"] == (dot(shown),)
    assert base.authors["title"] == base.values["title"]
    assert base.apart == {"title"}


def test_who_reads_of_a_removed_row_has_seen_the_cells_that_went_with_it():
    base = leaves(
        revision("a1", {ROW: "m", ROW + ".name": "Ada", OTHER_ROW: "n", OTHER_ROW + ".name": "Bo"}),
        revision("b1", {ROW: None}, {ROW: "a1", ROW + ".name": "a1", "title": "a1"}),
    )
    assert base.seen == {
        ROW: (dot("b1"),),
        ROW + ".name": (dot("a1"),),
        OTHER_ROW: (dot("a1"),),
        OTHER_ROW + ".name": (dot("a1"),),
    }


RESTATED = revision(
    "r1", {"title": "t", "need": "n", "place": "p"}, {"title": "x1", "need": "x2", BROUGHT: "x3 y2"}, origin="dossier"
)


def test_originals_stand_for_what_was_only_received():
    base = leaves(RESTATED)
    assert base.seen == {"title": (dot("x1"),), "need": (dot("x2"),), "place": (dot("r1"),)}
    assert base.vector == {"r": 1, "x": 3, "y": 2}
    assert list(base.vector) == sorted(base.vector)


def test_what_was_replaced_on_the_way_is_seen_with_what_replaced_it():
    base = leaves(
        RESTATED,
        revision("r2", {"title": "u"}, {"title": "r1"}),
        revision("r3", {"title": "v", "need": "m"}, {"title": "r2", "need": "r1"}),
    )
    assert base.seen["title"] == (dot("r3"), dot("x1"))
    assert base.seen["need"] == (dot("r3"), dot("x2"))


def test_a_vector_never_goes_back_to_what_the_base_knew():
    ahead = revision("x5", {"count": "5"})
    assert leaves(ahead, RESTATED).vector["x"] == 5
    assert leaves(revision("x2", {"count": "5"}), RESTATED).vector["x"] == 3


def test_a_restatement_of_a_restatement_leads_to_the_first_originals():
    again = revision("s1", {"title": "t"}, {"title": "r1", BROUGHT: "r1"})
    assert leaves(RESTATED, again).seen["title"] == (dot("x1"),)
    both = revision("r2", {"title": "w"}, {"title": "r1 s1"})
    assert leaves(RESTATED, again, both).seen["title"] == (dot("r2"), dot("x1"))
