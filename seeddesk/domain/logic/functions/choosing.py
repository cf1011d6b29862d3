"""Functions of choices, of lists of truths, and of node-sets."""

from __future__ import annotations

import hashlib
import math
import random
from collections.abc import Sequence
from typing import Any, TypeVar

from seeddesk.domain.logic.functions.values import number_of, string_of, truth_of

Item = TypeVar("Item")
_MODULUS, _FACTOR = 2147483647, 16807  # Park and Miller's minimal standard generator, which the specification names


def either(_: object, condition: Any, then: Any, otherwise: Any) -> Any:
    """``if()``: one of two values, of whatever type it is."""
    return then if truth_of(condition) else otherwise


def selected(_: object, value: Any, code: Any) -> bool:
    """Whether a code is among those chosen."""
    text, wanted = string_of(value), string_of(code).strip()
    return wanted in text.split() if wanted else not text


def selected_at(_: object, value: Any, index: Any) -> str:
    """The code at a place, counted from 0; nothing where there is none."""
    codes, at = string_of(value).split(), number_of(index)
    return codes[int(at)] if 0 <= at < len(codes) else ""


def checklist(_: object, least: Any, most: Any, *values: Any) -> bool:
    """Whether as many as asked for are true; -1 asks for nothing."""
    return _between(float(sum(_truths(values))), least, most)


def weighted_checklist(_: object, least: Any, most: Any, *values: Any) -> bool:
    """The same for the sum of the weights of those that are true."""
    weight = 0.0
    for given, weights in zip(values[::2], values[1::2], strict=True):
        heavy = [number_of(each) for each in (weights if isinstance(weights, list) else [weights])]
        weight += sum(each for truth, each in zip(_truths((given,)), heavy, strict=False) if truth)
    return _between(weight, least, most)


def position(_: object, nodes: Any) -> float:
    """Which of its siblings of the same name the first node is."""
    if not nodes or isinstance(nodes[0], str):
        return math.nan
    return 1.0 + sum(1 for _sibling in nodes[0].itersiblings(nodes[0].tag, preceding=True))


def count_said(_: object, nodes: Any) -> float:
    """``count-non-empty()``."""
    return float(sum(string_of(node) != "" for node in nodes))


def indexed_repeat(_: object, nodes: Any, *pairs: Any) -> list[Any]:
    """The nodes inside the rows with these numbers: a repeat and a number, for up to as many repeats as lie in one another."""
    for rows, number in sorted(zip(pairs[::2], pairs[1::2], strict=True), key=lambda pair: _depth(pair[0])):
        inside = [row for row in rows if not nodes or _shares(row, nodes)]
        at = number_of(number)
        index = int(at) if math.isfinite(at) else 0
        if not 0 < index <= len(inside):
            return []
        row = inside[index - 1]
        nodes = [node for node in nodes if _within(node, row)]
    return list(nodes)


def randomize(_: object, nodes: Any, seed: Any = None) -> list[Any]:
    """The nodes in another order, always the same one with a seed."""
    return shuffled(nodes, None if seed is None else seed_of(seed))


def seed_of(value: Any) -> int:
    """The whole number a seed is: a text that is no number stands for the first eight bytes of its SHA-256."""
    number = number_of(value)
    if math.isnan(number):
        text = "" if isinstance(value, float) else string_of(value)
        return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big", signed=True) if text else 0
    return (
        int(max(min(number, 2.0**63 - 1024), -(2.0**63)))
        if math.isfinite(number)
        else (2**63 - 1 if number > 0 else -(2**63))
    )


def shuffled(items: Sequence[Item], seed: int | None) -> list[Item]:
    """Fisher and Yates' shuffle from inside out, by chance or by a seed as other programs that run such forms do it."""
    state = 0
    if seed is not None:
        state = int(math.fmod(seed, _MODULUS)) if abs(seed) < 2**53 else abs(seed) % _MODULUS * (1 if seed > 0 else -1)
        state += _MODULUS - 1 if state <= 0 else 0
    found: list[Item] = []
    for index, item in enumerate(items):
        if seed is None:
            chance = random.random()
        else:
            state = state * _FACTOR % _MODULUS
            chance = (state - 1) / (_MODULUS - 1)
        at = int(chance * (index + 1))
        if at == index:
            found.append(item)
        else:
            found.append(found[at])
            found[at] = item
    return found


def _truths(values: Sequence[Any]) -> list[bool]:
    """Each value, or each node of a node-set, which is true when it says anything."""
    return [
        truth
        for value in values
        for truth in ([string_of(node) != "" for node in value] if isinstance(value, list) else [truth_of(value)])
    ]


def _between(number: float, least: Any, most: Any) -> bool:
    low, high = number_of(least), number_of(most)
    return (low == -1 or number >= low) and (high == -1 or number <= high)


def _depth(rows: Sequence[Any]) -> int:
    return sum(1 for _above in rows[0].iterancestors()) if rows else 0


def _within(node: Any, row: Any) -> bool:
    return node is row or any(above is row for above in node.iterancestors())


def _shares(row: Any, nodes: Sequence[Any]) -> bool:
    return any(_within(node, row) for node in nodes)
