"""The choice lists of a form that was read before: each lies compressed until it is asked for. No XML is needed for them, and none is loaded."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping

from seeddesk.domain.form import QUOTE, Choice, WaitingLists


class KeptLists(WaitingLists):
    """What `pack` made of other lists: name -> JSON (code, label, further columns and media of each choice), compressed, how many, and whether a
    label quotes an answer."""

    def __init__(self, kept: Mapping[str, tuple[bytes, int, bool]]) -> None:
        self._kept = kept
        self._made: dict[str, tuple[Choice, ...]] = {}

    def may_quote(self, name: str) -> bool:
        """See `WaitingLists`. Of a field without a list, "" is asked."""
        return name in self._kept and self._kept[name][2]

    def size(self, name: str) -> int:
        """See `WaitingLists`."""
        return self._kept[name][1]

    def __getitem__(self, name: str) -> tuple[Choice, ...]:
        if name not in self._made:
            same: dict[str, str] = {}  # most columns say few things, thousands of times
            self._made[name] = tuple(
                Choice(code, label, {key: same.setdefault(text, text) for key, text in extra.items()}, media)
                for code, label, extra, media in json.loads(zlib.decompress(self._kept[name][0]))
            )
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)

    def __contains__(self, name: object) -> bool:
        return name in self._kept


def pack(lists: Mapping[str, tuple[Choice, ...]]) -> dict[str, tuple[bytes, int, bool]]:
    """What `KeptLists` are made of."""
    return {name: _packed(choices) for name, choices in lists.items()}


def _packed(choices: tuple[Choice, ...]) -> tuple[bytes, int, bool]:
    rows = [
        (one.name, dict(one.label), dict(one.extra), {kind: dict(of) for kind, of in one.media.items()})
        for one in choices
    ]
    quotes = any(QUOTE in text for one in choices for text in one.label.values())
    return zlib.compress(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode(), 1), len(rows), quotes
