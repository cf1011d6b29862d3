"""A file as an answer: its bytes by their sha256, and how a dossier shows it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeddesk.domain.filed import Filed, filed

HEX = "0123456789abcdef" * 4


@given(st.sampled_from((0, 90, 180, 270)), st.sampled_from((0, 600, 1000, 1600)))
def test_what_is_said_is_read_back(turn, longest):
    kept = Filed(HEX, turn, longest)
    assert filed(kept.value) == kept


def test_a_file_neither_turned_nor_sized_is_named_by_its_bytes_alone():
    assert Filed(HEX).value == f"sha256:{HEX}"
    assert Filed(HEX, 360).value == f"sha256:{HEX}"


@pytest.mark.parametrize(
    "value",
    [None, "", "sha256:", HEX, f"sha256:{HEX}?", f"sha256:{HEX}?turn=45", f"sha256:{HEX}?longest=600&turn=90", (HEX,)],
)
def test_anything_else_names_no_file(value):
    assert filed(value) is None
