"""Erasing personal data from the whole history."""

import hashlib
import hmac
from dataclasses import replace

from seeddesk.domain.merge import fold
from seeddesk.domain.redaction import is_genuine, signed, targets
from seeddesk.domain.revision import Revision
from tests.unit.domain.samples import FORM, ROW, dot, revision

HISTORY = [
    revision("a1", {"title": "t", ROW: "m", ROW + ".name": "Ada", "partnersx": "no"}),
    revision("b1", {ROW + ".name": "Ada B."}, {ROW + ".name": "a1"}),
    revision("c1", {"title": "T"}, {"title": "a1"}),
]


def sign(message):
    return hmac.new(b"key", message, hashlib.sha256).digest()


def verify(key, signature, message):
    return key == "0b" and hmac.compare_digest(signature, sign(message))


def erasure():
    return signed(revision("d1", {}), "asked for", targets(HISTORY, [ROW + ".name"]), "0b", sign)


def test_values_are_found_in_all_of_the_history_and_a_row_means_its_cells():
    assert targets(HISTORY, [ROW + ".name"]) == {dot("a1"): (ROW + ".name",), dot("b1"): (ROW + ".name",)}
    assert targets(HISTORY, [ROW])[dot("a1")] == (ROW, ROW + ".name")
    assert targets(HISTORY, ["title", ROW + ".name"])[dot("c1")] == ("title",)
    assert targets(HISTORY, ["partners"]) == {}


def test_an_erasure_is_genuine_by_the_key_that_signed_it_and_after_it_travelled():
    assert is_genuine(erasure(), verify)
    assert is_genuine(Revision.from_json(erasure().to_json()), verify)


def test_an_erasure_changed_on_the_way_forged_or_mixed_with_values_is_not_genuine():
    real = erasure()
    assert real.redaction is not None
    more = replace(real.redaction, targets={**real.redaction.targets, dot("c1"): ("title",)})
    assert not is_genuine(replace(real, redaction=more), verify)
    assert not is_genuine(replace(real, practice="other"), verify)
    assert not is_genuine(replace(real, redaction=replace(real.redaction, key="0c")), verify)
    assert not is_genuine(replace(real, redaction=replace(real.redaction, signature="no hex")), verify)
    assert not is_genuine(replace(real, set={"title": "x"}), verify)
    assert not is_genuine(HISTORY[0], verify)


def test_what_was_erased_is_nowhere_and_the_revisions_stay_the_same_ones():
    state = fold([*HISTORY, erasure()], FORM)
    assert ROW + ".name" not in state.fields
    assert state.record.text("title") == "T"
    blanked = HISTORY[0].redacted((ROW + ".name",))
    assert blanked.sha256 == HISTORY[0].sha256
    assert "Ada" not in str(blanked.to_json())
