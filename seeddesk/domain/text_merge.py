"""Merging several edited versions of one text against the text they started from.

By sentence (a small diff3 over difflib), because a sentence is what a person writes with one meaning: merging by character or by word
invents numbers nobody wrote. Two edits that touch the same or neighbouring sentences are never merged. What is not clearly safe is None.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

MOST_CHARACTERS = 50_000  # of any one text; longer ones are left to a person rather than compared
MOST_PAIRS = 100_000  # equal pieces paired between two texts: what difflib's time grows with
WORDS_BETWEEN = 3  # unchanged words needed between two people's edits before even proposing them together

# A sentence ends at its stop followed by space, and at every line end. "12.500" and "12.03.2021" hold no sentence end.
# It starts with a set of signs, which the search finds fast, and takes a row of them whole, which keeps it linear.
_STOP = re.compile(r"[.!?…\n](?:(?<=\n)|[.!?…]*[\"'»”’)\]]*)\s*")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(«“'’])(?:[^\W\d_]|artt?|ca|cap|cfr|circ|dott|dr|ecc|es|etc|fig|ing|mr|mrs|no|nr|pag|prof|sig|tel|vs|i\.e|e\.g|p\.es)\.$",
    re.IGNORECASE,
)
_WORD = re.compile(r"(\d(?:[\d.,:/%’'-]*[\d%])?|\w+(?:['’-]\w+)*|[^\w\s])(\s*)")


class Piece(NamedTuple):
    """A sentence or a word, and the white space after it. Only `text` is compared."""

    text: str
    space: str


class _Edit(NamedTuple):
    """Pieces start..end of the base became `new` in one version."""

    start: int
    end: int
    version: int
    new: list[Piece]


# What to do with a stretch several versions changed differently: base pieces and each version's pieces -> merged pieces or None.
_Inner: TypeAlias = Callable[[list[Piece], list[list[Piece]]], "list[Piece] | None"]


def merge_sentences(base: str, versions: Sequence[str]) -> str | None:
    """The text with every version's changes, when no two versions changed the same or neighbouring sentences; else None.

    base: what all versions started from · versions: any number of them. None also for texts too long or too repetitive to compare in
    linear time.
    """
    return _merge(base, versions, lambda _base, _versions: None)


def merge_words(base: str, versions: Sequence[str]) -> str | None:
    """Like `merge_sentences`, going into sentences several versions changed. Only ever a proposal for a person to read.

    Numbers, dates and amounts are one piece each, three unchanged words must lie between two people's edits, and two people's changes of
    numbers in one stretch are never combined.
    """
    return _merge(base, versions, _merge_inside)


def sentences(text: str) -> list[Piece]:
    """The text cut into sentences; joining them again gives the text."""
    pieces: list[Piece] = []
    start = 0
    for stop in _STOP.finditer(text):
        end = stop.end()
        if "\n" not in stop[0] and (
            not stop[0][-1].isspace()
            or (end < len(text) and text[end].islower())
            or _ABBREVIATION.search(text[max(start, end - 16) : end].rstrip())
        ):
            continue
        pieces.append(_piece(text[start:end]))
        start = end
    if start < len(text):
        pieces.append(_piece(text[start:]))
    return pieces


def _piece(text: str) -> Piece:
    body = text.rstrip()
    return Piece(body, text[len(body) :])


def _words(pieces: list[Piece]) -> list[Piece]:
    text = "".join(piece.text + piece.space for piece in pieces)
    return [Piece(match[1], match[2]) for match in _WORD.finditer(text)]


def _merge(base: str, versions: Sequence[str], inner: _Inner) -> str | None:
    changed = sorted({*versions} - {base})  # one order, so that the result depends on the versions alone
    if not changed:
        return base
    if len(changed) == 1:
        return changed[0]
    if max(len(base), *map(len, changed)) > MOST_CHARACTERS:
        return None
    before, after = sentences(base), [sentences(version) for version in changed]
    merged = _diff3(before, after, inner)
    if merged is None or not _counts_agree(before, after, merged, inner is _merge_inside):
        return None
    return "".join(piece.text + piece.space for piece in merged)


def _diff3(base: list[Piece], versions: list[list[Piece]], inner: _Inner) -> list[Piece] | None:
    """Every version's edits on the base; edits of different versions that overlap or touch go to `inner` unless they are the same."""
    edits: list[_Edit] = []
    spaces = [{piece.space} for piece in base]
    for number, version in enumerate(versions):
        opcodes = _opcodes(base, version)
        if opcodes is None:
            return None
        for tag, start, end, first, last in opcodes:
            if tag != "equal":
                edits.append(_Edit(start, end, number, version[first:last]))
            else:
                for index in range(end - start):
                    spaces[start + index].add(version[first + index].space)
    merged: list[Piece] = []
    position = 0
    for cluster in _clusters(sorted(edits)):
        start, end = cluster[0].start, max(edit.end for edit in cluster)
        merged += _unchanged(base, spaces, position, start)
        by_version = [
            _applied(base, [edit for edit in cluster if edit.version == number], start, end)
            for number in sorted({edit.version for edit in cluster})
        ]
        if all(_texts(other) == _texts(by_version[0]) for other in by_version):
            merged += by_version[0]
        else:
            inside = inner(base[start:end], by_version)
            if inside is None:
                return None
            merged += inside
        position = end
    return merged + _unchanged(base, spaces, position, len(base))


def _opcodes(base: list[Piece], version: list[Piece]) -> Sequence[tuple[str, int, int, int, int]] | None:
    """difflib's opcodes over the texts of the pieces; None when repetition would make it slow."""
    old, new = _texts(base), _texts(version)
    counts = Counter(new)
    if sum(counts[text] for text in old) > MOST_PAIRS:
        return None
    return difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def _clusters(edits: list[_Edit]) -> list[list[_Edit]]:
    """Edits that overlap or touch, together. Two edits of one version never touch."""
    clusters: list[list[_Edit]] = []
    end = -1
    for edit in edits:
        if edit.start <= end:
            clusters[-1].append(edit)
        else:
            clusters.append([edit])
        end = max(end, edit.end)
    return clusters


def _applied(base: list[Piece], edits: list[_Edit], start: int, end: int) -> list[Piece]:
    """Pieces start..end of the base with one version's edits."""
    out: list[Piece] = []
    for edit in edits:
        out += base[start : edit.start] + edit.new
        start = edit.end
    return out + base[start:end]


def _unchanged(base: list[Piece], spaces: list[set[str]], start: int, end: int) -> list[Piece]:
    """Pieces nobody changed, with the white space somebody put after them (a sentence after the last one needs it)."""
    return [
        Piece(
            base[index].text,
            max(spaces[index] - {base[index].space} or spaces[index], key=lambda s: (s.count("\n"), s)),
        )
        for index in range(start, end)
    ]


def _counts_agree(base: list[Piece], versions: list[list[Piece]], merged: list[Piece], inside: bool) -> bool:
    """Whether every sentence stands as often as it should: a three-way merge of the counts.

    Catches what position alone cannot: a sentence that two people moved to different places (it would stand twice), or that one moved and
    another deleted (the deletion would be lost). `inside`: sentences put together from words are new, and not counted.
    """
    before, counted = Counter(_texts(base)), [Counter(_texts(version)) for version in versions]
    after = Counter(_texts(merged))
    for text in set(after).union(before, *counted):
        changed = {count[text] for count in counted if count[text] != before[text]}
        if len(changed) > 1:
            return False
        expected = changed.pop() if changed else before[text]
        if after[text] != expected and not (inside and after[text] < 2 and expected < 2):
            return False
    return True


def _merge_inside(base: list[Piece], versions: list[list[Piece]]) -> list[Piece] | None:
    """Word by word, under the guard `merge_words` describes."""
    before, after = _words(base), [_words(version) for version in versions]
    edits: list[_Edit] = []
    for number, version in enumerate(after):
        opcodes = _opcodes(before, version)
        if opcodes is None:
            return None
        edits += [
            _Edit(start, end, number, version[first:last]) for tag, start, end, first, last in opcodes if tag != "equal"
        ]
    numbers = {edit.version for edit in edits if _has_number(before[edit.start : edit.end]) or _has_number(edit.new)}
    if len(numbers) > 1:
        return None
    for one in edits:
        for other in edits:
            if one.version < other.version and (one.start, one.end, one.new) != (other.start, other.end, other.new):
                low, high = min(one.end, other.end), max(one.start, other.start)
                if sum(piece.text[0].isalnum() for piece in before[low:high]) < WORDS_BETWEEN:
                    return None
    return _diff3(before, after, lambda _base, _versions: None)


def _has_number(pieces: list[Piece]) -> bool:
    return any(piece.text[0].isdigit() for piece in pieces)


def _texts(pieces: list[Piece]) -> list[str]:
    return [piece.text for piece in pieces]
