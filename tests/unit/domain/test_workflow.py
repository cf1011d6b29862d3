"""The steps a practice may take."""

import itertools

import pytest

from seeddesk.domain.errors import NotAllowed
from seeddesk.domain.messages import sentence
from seeddesk.domain.workflow import STATUSES, allowed, following, require, status_label


def test_a_practice_goes_from_draft_to_published_and_back_to_its_author_where_something_lacks():
    way = ["draft", "submitted", "in_validation", "to_complete", "submitted", "in_validation", "validated", "published"]
    assert all(allowed(old, new) for old, new in itertools.pairwise(way))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("draft", "published"),
        ("draft", "in_validation"),
        ("submitted", "validated"),
        ("published", "draft"),
        ("draft", "x"),
    ],
)
def test_no_step_is_skipped(old, new):
    with pytest.raises(NotAllowed):
        require(old, new)


@pytest.mark.parametrize("status", STATUSES)
def test_any_practice_can_be_archived_and_an_archived_one_becomes_a_draft(status):
    require(status, "archived")
    require(status, status)
    require("archived", "draft")


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("lang", ["it", "en"])
def test_a_refusal_names_the_steps_there_are(status, lang):
    text = sentence(f"status-from-{status}", lang)
    assert all(status_label(other, lang) in text for other in (status, *following(status)))


def test_a_status_of_a_newer_seeddesk_can_only_be_archived():
    assert following("on_the_moon") == ("archived",)
    assert status_label("on_the_moon", "it") == "on_the_moon"
    with pytest.raises(NotAllowed, match="does not know"):
        require("on_the_moon", "draft")


def test_statuses_are_named_in_both_languages():
    assert status_label("to_complete", "it") == "Da completare"
    assert status_label("to_complete", "en") == "To be completed"
    assert status_label("draft", "fr") == "Draft"
