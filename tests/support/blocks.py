"""Small practices, enough of them to be listed a block at a time by processes beside the one that writes."""

from __future__ import annotations

from collections.abc import Iterator

from seeddesk.domain.form import Form
from seeddesk.domain.revision import Dot, Revision
from seeddesk.storage.postings import BLOCK

MANY = 2 * BLOCK + 300
MADE = MANY + MANY // 1000  # revisions


def revisions(form: Form) -> Iterator[Revision]:
    """One for each of `MANY` practices, and one more for every thousandth."""
    for number in range(1, MANY + 1):
        values = {
            "title": f"Orto {number} di Bo",
            "country": "IT" if number % 3 else "GR",
            f"partners[{number:032x}]": "i",
            f"partners[{number:032x}].name": f"Cooperativa {number % 50}",
        }
        practice = f"00000000-0000-4000-8000-{number * 7919 % 1000003:012d}"
        time = f"2026-01-01T00:00:00.000Z.{number:08d}"
        yield Revision(Dot("many", number), practice, "Ada", time, form.id, form.version, values, nonce="0" * 32)
        if number % 1000 == 0:  # one that was edited before it came here
            seen = {"title": (Dot("many", number),)}
            title = {"title": "Bo"}
            later, dot = time + "x", Dot("more", number)
            yield Revision(dot, practice, "Bea", later, form.id, form.version, title, seen, nonce="1" * 32)
