"""What a dossier left with is written and read back to the letter, older payloads included."""

from __future__ import annotations

import json

from seeddesk.domain.dossier import Base
from seeddesk.domain.revision import Dot

BASE = Base(
    practice="p",
    code="SI-IT-2026-7F3K2QX",
    form="f",
    form_version="1",
    revision=2,
    values={"title": "Orti", "need": None},
    seen={"title": (Dot("a", 1),), "need": (Dot("a", 2),)},
    vector={"a": 2},
    authors={"title": "Ada", "need": "Bruno"},
    apart=frozenset({"need"}),
)


def test_a_base_is_read_back_as_it_was_written():
    assert Base.from_text(BASE.text) == BASE


def test_a_payload_without_authors_is_still_read_and_keeps_its_name():
    data = {name: value for name, value in json.loads(BASE.text).items() if name not in ("authors", "apart")}
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    old = Base.from_text(text)
    assert (old.values, old.authors, old.apart) == (BASE.values, {}, frozenset())
    assert old.text == text
