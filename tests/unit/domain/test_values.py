"""Values and their one spelling."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeddesk.domain.values import NOT_KNOWN, canonical_json, clean_text, from_json, is_empty, to_json

VALUES = st.one_of(st.none(), st.text(), st.lists(st.text()).map(tuple), st.just(NOT_KNOWN))


@given(VALUES)
def test_a_value_survives_json(value):
    assert from_json(json.loads(json.dumps(to_json(value)))) == value


@pytest.mark.parametrize("data", [1, 1.5, True, ["a", 1], {"$": "other"}, {}])
def test_json_that_is_no_value_is_refused(data):
    with pytest.raises(ValueError, match="not a value"):
        from_json(data)


@given(st.dictionaries(st.text(), st.text()))
def test_one_object_has_one_spelling_whatever_the_order_of_its_keys(data):
    assert canonical_json(data) == canonical_json(dict(reversed(data.items())))
    assert json.loads(canonical_json(data)) == data


def test_text_is_stored_composed_with_plain_line_ends_and_without_signs_no_document_can_carry():
    assert clean_text("perche\u0301\r\nsì\rno\x0bpoi\u2028fine\u2029") == "perché\nsì\nno\npoi\nfine\n"
    assert clean_text("a\x00b\x07c\ud800d\ufffee\tf") == "abcde\tf"


@given(st.text(st.characters(exclude_categories=())))
def test_cleaning_twice_changes_nothing_more(text):
    once = clean_text(text)
    assert clean_text(once) == once
    once.encode()


@pytest.mark.parametrize("value", [None, "", " \n", ()])
def test_what_answers_nothing_is_empty(value):
    assert is_empty(value)


@pytest.mark.parametrize("value", ["0", ("",), NOT_KNOWN])
def test_what_answers_something_is_not(value):
    assert not is_empty(value)
