"""A practice that one revision makes is folded without the general machinery, and to the same state."""

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeddesk.domain import merge
from seeddesk.domain.merge import fold
from seeddesk.domain.revision import Dot, Revision
from seeddesk.domain.values import NOT_KNOWN
from tests.unit.domain.histories import FORM

ROW, INNER = "partners[" + "a" * 32 + "]", "partners[" + "a" * 32 + "].contacts[" + "b" * 32 + "]"
PATHS = st.sampled_from(
    ("title", "need", "areas", "amount", ROW, f"{ROW}.name", INNER, f"{INNER}.phone", "unknown", "@form")
)
VALUES = st.one_of(
    st.none(), st.text(max_size=3), st.lists(st.text(max_size=2)).map(tuple), st.just(NOT_KNOWN), st.just("k")
)
SEEN = st.dictionaries(
    PATHS, st.lists(st.builds(Dot, st.just("b"), st.integers(1, 3)), unique=True).map(tuple), max_size=2
)


@pytest.mark.parametrize(
    "values", [{ROW: None}, {"title": "x", f"{ROW}.name": "y"}, {INNER: "a", ROW: "a"}, {INNER: "a"}]
)
def test_a_revision_that_removes_rows_or_lacks_them_is_none_that_stands_alone_unless_it_brings_them(values):
    one = Revision(Dot("a", 1), "p", "Ada", "2026", FORM.id, FORM.version, values)
    assert merge._stands_alone(one) is (values == {INNER: "a", ROW: "a"})


@given(st.dictionaries(PATHS, VALUES), st.one_of(st.just({}), SEEN), st.one_of(st.none(), SEEN))
@settings(max_examples=400, deadline=None)
def test_one_revision_folds_as_any_number_does(values, seen, deletion):
    one = Revision(Dot("a", 1), "p", "Ada", "2026", FORM.id, FORM.version, values, seen, deletion=deletion)
    with patch.object(merge, "_stands_alone", lambda revision: False):
        expected = fold([one], FORM)
    state = fold([one], FORM)
    assert state == expected
    assert list(state.fields) == list(expected.fields)
    assert (state.record, state.seen, state.heads, state.conflicts) == (
        expected.record,
        expected.seen,
        expected.heads,
        expected.conflicts,
    )
