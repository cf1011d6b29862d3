"""A change of many practices: each of its revisions says in its `origin` which change it belongs to.

So they are known for one wherever they travel and however much later they are looked at. What is noted beside the revisions (`Note`) only says where
they lie, and is made of them.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from seeddesk.domain.revision import Dot, Revision

DELETED, RESTORED, MOVED = "@deleted", "@restored", "@status"  # what was done, where that is no edit of one field


class Mark(NamedTuple):
    """What an origin says. name: of the change · what: the path that was edited, or one of the words above · back: the change it takes back, "" for none.

    Written ``many <name> <what>`` or ``back <name> <back>``.
    """

    name: str
    what: str = ""
    back: str = ""

    def __str__(self) -> str:
        return f"back {self.name} {self.back}" if self.back else f"many {self.name} {self.what}"


def new_name() -> str:
    """A name no other change has."""
    return uuid.uuid4().hex


def mark_of(origin: str) -> Mark | None:
    """The mark an origin is; None for any other route."""
    kind, _, rest = origin.partition(" ")
    if kind not in ("many", "back"):
        return None
    name, _, more = rest.partition(" ")
    if not name or not more:
        return None
    return Mark(name, back=more) if kind == "back" else Mark(name, what=more)


@dataclass(frozen=True, slots=True)
class Note:
    """Where the revisions of a change lie. author, form: of all of them · time: of the earliest · spans: by device, first and last counter of each run."""

    mark: Mark
    author: str
    form: str
    time: str
    spans: Mapping[str, tuple[tuple[int, int], ...]]

    @property
    def count(self) -> int:
        """How many practices: revisions that were said again by another device count once."""
        return max((sum(last - first + 1 for first, last in runs) for runs in self.spans.values()), default=0)

    @property
    def first(self) -> Dot:
        """One of its revisions."""
        device = next(iter(self.spans))
        return Dot(device, self.spans[device][0][0])

    def __str__(self) -> str:
        said = {
            "origin": str(self.mark),
            "author": self.author,
            "form": self.form,
            "time": self.time,
            "spans": self.spans,
        }
        return json.dumps(said, ensure_ascii=False)

    @classmethod
    def parse(cls, text: str) -> Note | None:
        """The inverse of str(); None for anything else."""
        try:
            said = json.loads(text)
            mark = mark_of(str(said["origin"]))
            spans = {
                str(device): tuple((int(first), int(last)) for first, last in runs)
                for device, runs in said["spans"].items()
            }
            return (
                cls(mark, str(said["author"]), str(said["form"]), str(said["time"]), spans) if mark and spans else None
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            return None

    def and_also(self, other: Note) -> Note:
        """With what another note of the same change knows: in whatever parts and order its revisions come in, the same in the end."""
        spans: dict[str, tuple[tuple[int, int], ...]] = {}
        for device in sorted({*self.spans, *other.spans}):
            spans[device] = _joined((*self.spans.get(device, ()), *other.spans.get(device, ())))
        return Note(self.mark, self.author, self.form, min(self.time, other.time), spans)


def notes_of(revisions: Iterable[Revision]) -> dict[str, Note]:
    """The notes that revisions give, by the name of the change."""
    earliest: dict[str, tuple[str, Dot, str, str]] = {}
    counters: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for one in revisions:
        if one.origin.startswith(("many ", "back ")):
            first = (one.time, one.dot, one.author, one.form)
            earliest[one.origin] = min(earliest.get(one.origin, first), first)
            counters.setdefault(one.origin, {}).setdefault(one.dot.device, []).append((one.dot.counter,) * 2)
    found: dict[str, Note] = {}
    for origin, (time, _, author, form) in earliest.items():
        if mark := mark_of(origin):
            spans = {device: _joined(runs) for device, runs in sorted(counters[origin].items())}
            found[mark.name] = Note(mark, author, form, time, spans)
    return found


def _joined(runs: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Runs in order, those that touch or overlap as one."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(runs):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return tuple(found)
