"""The heads of one field: whether they agree, merge, or are a conflict for a person."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from seeddesk.domain.form import Field
from seeddesk.domain.paths import is_row
from seeddesk.domain.revision import Dot, Revision
from seeddesk.domain.text_merge import merge_sentences
from seeddesk.domain.values import Value, is_empty

LONG_TEXT = 200  # characters from which the text of a field this form does not know counts as long
NESTED_BASES = 8  # how many merges of merges are followed back to find a base


class Status(Enum):
    """How a field's heads stand to each other."""

    VALUE = "value"
    MERGED = "merged"  # merged by sentence, for a person to confirm
    CONFLICT = "conflict"


class Head(NamedTuple):
    """A value nobody has knowingly replaced."""

    dot: Dot
    value: Value
    author: str
    time: str
    origin: str


class FieldState(NamedTuple):
    """A field as the heads make it.

    heads: in order of time · value: what is displayed · base: what all heads started from, when `has_base` ·
    shown: the dots whose value is displayed; opening the practice means having seen these and no others.
    """

    path: str
    heads: tuple[Head, ...]
    status: Status
    value: Value
    base: Value = None
    has_base: bool = False
    shown: tuple[Dot, ...] = ()


class Alone(Mapping[str, FieldState]):
    """The fields of a practice that one revision makes, sorted by path: each made when it is asked for, since a list asks for none."""

    def __init__(self, revision: Revision) -> None:
        self._revision = revision
        self._paths = sorted(revision.set)

    def __getitem__(self, path: str) -> FieldState:
        value = self._revision.set[path]
        return FieldState(path, (head(self._revision, path),), Status.VALUE, value, shown=(self._revision.dot,))

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    @property
    def dots(self) -> dict[str, tuple[Dot, ...]]:
        """The heads of every path, all of which are displayed."""
        return dict.fromkeys(self._paths, (self._revision.dot,))

    @property
    def displayed(self) -> dict[str, Value]:
        """What `PracticeState.record` holds."""
        values = self._revision.set
        return {path: values[path] for path in self._paths}


def head(revision: Revision, path: str) -> Head:
    """A revision's value of a path, as a head."""
    return Head(revision.dot, revision.set.get(path), revision.author, revision.time, revision.origin)


def same(value: Value) -> Value:
    """What values are compared by: all empty ones are the same answer."""
    return None if is_empty(value) else value


def combine(path: str, heads: list[Head], field: Field | None, log: Mapping[Dot, Revision], depth: int) -> FieldState:
    """The state several heads (in order of time) make together."""
    every = tuple(one.dot for one in heads)
    first = heads[0].value
    if len(heads) == 1 or all(same(one.value) == same(first) for one in heads):
        return FieldState(path, tuple(heads), Status.VALUE, first, shown=every)
    if is_row(path):
        key = min(one.value for one in heads if isinstance(one.value, str))
        return FieldState(path, tuple(heads), Status.VALUE, key, shown=every)
    if field is not None and field.calculate:  # nobody wrote it; it is calculated anew from the merged answers
        return FieldState(path, tuple(heads), Status.VALUE, first, shown=every)
    has_base, base = _base(path, every, field, log, depth)
    merged: Value = None
    status = Status.CONFLICT
    if field is not None and field.atomic:
        pass  # the members of a group only mean something together: never merged one by one
    elif field is not None and field.is_set:
        merged = _merge_sets(base, [one.value for one in heads], _put_back(path, base, heads, field, log, depth))
        if field.main_first and merged:
            merged = _main_first(merged, base, [one.value for one in heads])
        status = Status.CONFLICT if merged is None else Status.VALUE
    elif has_base and (texts := _long_texts(base, heads, field)):
        merged = merge_sentences(*texts)
        status = Status.CONFLICT if merged is None else Status.MERGED
    if status is Status.CONFLICT:
        shown = tuple(one.dot for one in heads if same(one.value) == same(first))
        return FieldState(path, tuple(heads), status, first, base, has_base, shown)
    return FieldState(path, tuple(heads), status, merged, base, has_base, every)


def _merge_sets(base: Value, versions: list[Value], put_back: Collection[str]) -> tuple[str, ...] | None:
    """Base, without what any version took out, and with what any put in or put back; None when a version is no set (text kept as it was written)."""
    before = base if isinstance(base, tuple) else ()
    sets: list[tuple[str, ...]] = []
    for version in versions:
        if isinstance(version, tuple):
            sets.append(version)
        elif is_empty(version):
            sets.append(())
        else:
            return None
    kept = [item for item in before if item in put_back or all(item in version for version in sets)]
    added = [item for version in sets for item in version if item not in before]
    return tuple(dict.fromkeys(kept + added))


def _main_first(merged: tuple[str, ...], base: Value, versions: list[Value]) -> tuple[str, ...] | None:
    """The main one first, as whoever changed it says; None when two say otherwise, or another took out what one made the main one."""
    was = base[0] if isinstance(base, tuple) and base else None
    said = {version[0] for version in versions if isinstance(version, tuple) and version}
    others = said - {was}
    if len(others) > 1 or not others <= {*merged}:
        return None
    main = next(iter(others), was)
    return tuple(sorted(merged, key=lambda item: item != main))


def _put_back(
    path: str, base: Value, heads: list[Head], field: Field, log: Mapping[Dot, Revision], depth: int
) -> set[str]:
    """What the base holds and some version took out and put in again: whoever took it out elsewhere had not seen that."""
    sets: list[set[str]] = [set(one.value) if isinstance(one.value, tuple) else set() for one in heads]
    everywhere = set[str].intersection(*sets)
    disputed = {item for item in (base if isinstance(base, tuple) else ()) if item not in everywhere}
    if not disputed:
        return set()
    lines = [_ancestors(path, one.dot, log) for one in heads]
    common = set.intersection(*lines)
    found: set[str] = set()
    for one, held, line in zip(heads, sets, lines, strict=True):
        for dot in (line - common) | {one.dot}:
            value = log[dot].set.get(path)
            if isinstance(value, tuple) and (again := disputed & held & {*value} - found):
                found |= again.difference(_displayed_before(path, dot, field, log, depth))
    return found


def _displayed_before(path: str, dot: Dot, field: Field, log: Mapping[Dot, Revision], depth: int) -> tuple[str, ...]:
    """The set that whoever made this dot had on the screen."""
    seen = [earlier for earlier in log[dot].seen.get(path, ()) if earlier in log]
    if not seen or not depth:
        return ()
    earlier = sorted((head(log[one], path) for one in seen), key=lambda one: (one.time, one.dot))
    value = combine(path, earlier, field, log, depth - 1).value
    return value if isinstance(value, tuple) else ()


def _long_texts(base: Value, heads: list[Head], field: Field | None) -> tuple[str, list[str]] | None:
    """Base and versions when all are text, and long enough to be merged by sentence."""
    versions = [one.value for one in heads if isinstance(one.value, str) and not is_empty(one.value)]
    if not isinstance(base, str) or len(versions) < len(heads):
        return None
    long = field.long if field else any(len(text) > LONG_TEXT or "\n" in text for text in versions)
    return (base, versions) if long else None


def _base(
    path: str, dots: tuple[Dot, ...], field: Field | None, log: Mapping[Dot, Revision], depth: int
) -> tuple[bool, Value]:
    """Whether there is one value all heads started from, and which: the nearest dots that every head's author had, step by step, seen.

    Where these are several (all opened a field that showed two versions merged), it is what those made together, if they merged.
    """
    common = set.intersection(*(_ancestors(path, dot, log) for dot in dots))
    nearest = common.difference(*(log[dot].seen.get(path, ()) for dot in common)) if common else common
    if not nearest or any(path not in log[dot].set for dot in nearest):  # never set, or blanked by a redaction
        return False, None
    heads = sorted((head(log[dot], path) for dot in nearest), key=lambda one: (one.time, one.dot))
    if len(heads) == 1:
        return True, heads[0].value
    if not depth:
        return False, None
    together = combine(path, heads, field, log, depth - 1)
    return (False, None) if together.status is Status.CONFLICT else (True, together.value)


def _ancestors(path: str, dot: Dot, log: Mapping[Dot, Revision]) -> set[Dot]:
    """The dots of a path that led to this one, through what each author had seen."""
    found: set[Dot] = set()
    todo = [dot]
    while todo:
        for earlier in log[todo.pop()].seen.get(path, ()):
            if earlier in log and earlier not in found:
                found.add(earlier)
                todo.append(earlier)
    return found
