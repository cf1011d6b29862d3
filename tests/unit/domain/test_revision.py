"""Revisions: one identity, one digest, whatever carries them."""

import hashlib
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeddesk.domain.revision import Dot, Redaction, Revision
from seeddesk.domain.values import NOT_KNOWN, canonical_json
from tests.unit.domain.samples import revision

DOTS = st.builds(Dot, st.sampled_from(("a", "b:c", "d-e")), st.integers(1, 10**9))
PATHS = st.sampled_from(("title", "need", "partners[" + "a" * 32 + "].name"))
VALUES = st.one_of(st.none(), st.text(max_size=20), st.lists(st.text(max_size=5)).map(tuple), st.just(NOT_KNOWN))
SEEN = st.dictionaries(PATHS, st.lists(DOTS, unique=True).map(lambda dots: tuple(sorted(dots, key=str))))
REDACTIONS = st.builds(
    Redaction,
    st.dictionaries(DOTS, st.lists(PATHS, unique=True).map(lambda paths: tuple(sorted(paths)))),
    st.text(max_size=10),
    st.just("0b"),
    st.just("0c"),
)
REVISIONS = st.builds(
    Revision,
    dot=DOTS,
    practice=st.just("p"),
    author=st.text(max_size=10),
    time=st.just("2026"),
    form=st.just("f"),
    form_version=st.just("1"),
    set=st.dictionaries(PATHS, VALUES),
    seen=SEEN,
    origin=st.text(max_size=10),
    deletion=st.one_of(st.none(), SEEN),
    redaction=st.one_of(st.none(), REDACTIONS),
    unknown=st.one_of(st.just({}), st.dictionaries(st.just("mood"), st.just(["new"]))),
)


@given(REVISIONS)
def test_a_revision_survives_json_with_what_a_newer_seeddesk_wrote(this):
    again = Revision.from_json(json.loads(json.dumps(this.to_json())))
    assert again == this
    assert again.sha256 == this.sha256


@given(REVISIONS)
def test_what_is_written_in_one_walk_is_its_json_and_the_hash_of_its_header(this):
    header = {**json.loads(this.header), "digests": dict(this.value_digests)}
    if this.redaction:
        header["signature"] = this.redaction.signature
    sha256 = hashlib.sha256(canonical_json(header).encode()).hexdigest()
    assert this.written() == (sha256, canonical_json(this.to_json()).encode())


@given(REVISIONS, PATHS)
def test_a_blanked_revision_is_still_the_same_one_and_survives_json(this, path):
    blanked = this.redacted((path,))
    assert path not in blanked.set
    assert blanked.sha256 == this.sha256
    assert blanked.redacted((path,)) == blanked
    assert Revision.from_json(json.loads(json.dumps(blanked.to_json()))) == blanked
    assert blanked.blanked == (frozenset({path}) if path in this.set else frozenset())


def test_the_digest_tells_every_difference():
    this = revision("a1", {"title": "t"}, {"title": "b1"})
    others = [
        replace(this, set={"title": "T"}),
        replace(this, set={"need": "t"}),
        replace(this, seen={}),
        replace(this, author="B"),
        replace(this, time="2027"),
        replace(this, practice="q"),
        replace(this, origin="dossier"),
        replace(this, deletion={}),
        replace(this, redaction=Redaction({}, "why")),
        replace(this, nonce="other"),
        replace(this, unknown={"mood": "new"}),
    ]
    assert len({one.sha256 for one in [this, *others]}) == len(others) + 1


def test_an_erased_value_cannot_be_guessed_back_from_its_digest():
    blanked = revision("a1", {"title": "Ada", "need": "n"}).redacted(("title",))
    assert blanked.nonce == ""
    guess = replace(blanked, set={**blanked.set, "title": "Ada"}, digests={})
    assert guess.value_digests["title"] != blanked.digests["title"]


@given(DOTS)
def test_a_dot_is_read_as_it_is_written(this):
    assert Dot.parse(str(this)) == this


@pytest.mark.parametrize("text", ["a", "a:b", ":1", ""])
def test_what_is_no_dot_is_refused(text):
    with pytest.raises(ValueError):
        Dot.parse(text)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("dot", "x"),
        ("set", []),
        ("set", {"title": 1}),
        ("seen", {"title": "a:1"}),
        ("seen", None),
        ("redaction", {"reason": ""}),
    ],
)
def test_json_that_is_no_revision_is_refused(key, value):
    data = {**revision("a1", {"title": "t"}).to_json(), key: value}
    with pytest.raises((ValueError, KeyError, TypeError)):
        Revision.from_json(data)
