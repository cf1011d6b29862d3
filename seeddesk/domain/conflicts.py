"""What waits for a person, what a decision writes, and who wrote what when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from seeddesk.domain.basics import basic, title
from seeddesk.domain.form import Form, Texts
from seeddesk.domain.heads import FieldState, Head, Status, same
from seeddesk.domain.in_turn import in_turn
from seeddesk.domain.paths import is_row, template_of
from seeddesk.domain.practice import Conflict, HistoryEntry, Version
from seeddesk.domain.revision import DELETION, Dot, Revision, Seen
from seeddesk.domain.state import PracticeState, group_of
from seeddesk.domain.text_merge import merge_words
from seeddesk.domain.values import Value
from seeddesk.domain.versions import FORM


def conflicts(state: PracticeState, form: Form | None) -> tuple[Conflict, ...]:
    """The open conflicts, the practice's own deletion first; an atomic group is one conflict, on its first member in conflict."""
    found = [_practice_conflict(state, form)] if state.deletion_conflict else []
    done: set[str] = set()
    for field in state.conflicts:
        if is_row(field.path):
            found.append(_row_conflict(state, field, form))
        elif field.path not in done:
            group = tuple(path for path in group_of(field.path, form) if path in state.fields)
            done.update(group)
            found.append(_field_conflict(state, field, group, form))
    return tuple(found)


_FORM_LABEL: Texts = {"it": "Modulo", "en": "Form"}


@dataclass(frozen=True, slots=True)
class Decision:
    """What the revision that decides a conflict holds."""

    set: Mapping[str, Value]
    seen: Seen
    deletion: Seen | None = None


def decide(state: PracticeState, conflict: Conflict, version: Version) -> Decision:
    """Take one version of a conflict as it stands. It has seen all of them."""
    if conflict.kind == "practice":
        if version.value is None:
            return Decision({}, {}, state.heads)
        return Decision({}, {DELETION: tuple(one.dot for one in state.deletions)})
    if conflict.kind == "row":
        return decide_value(state, conflict, version.value)
    values = {conflict.path: version.value, **version.together}
    return Decision(values, {path: state.all_seen(path) for path in values})


def undecided(conflict: Conflict, path: str) -> tuple[str, ...]:
    """The fields decided together with one of a conflict about which the versions differ: a value for that one alone would settle them unseen."""
    others = [one for one in (conflict.path, *conflict.together) if one != path]
    said = [{conflict.path: one.value, **one.together} for one in conflict.versions]
    return tuple(other for other in others if len({same(values.get(other)) for values in said}) > 1)


def decide_value(state: PracticeState, conflict: Conflict, value: Value) -> Decision:
    """Decide a field's conflict by a value of one's own (the other fields of its group stay as displayed), a row's by its order key or None."""
    paths = (conflict.path, *conflict.together)
    values = {path: value if path == conflict.path else state.fields[path].value for path in paths}
    removed = state.under(conflict.path) if conflict.kind == "row" and value is None else ()
    return Decision(values, {path: state.all_seen(path) for path in (*paths, *removed)})


def history(revisions: Iterable[Revision], state: PracticeState) -> tuple[HistoryEntry, ...]:
    """Every value every field was given, newest first. revisions: with redactions applied (see `merge.distinct`), as `state` was made of.

    A deletion stands under the path ``@deletion`` with the value ``deleted``, its taking back with ``restored``.
    """
    entries = [entry for revision in reversed(in_turn(revisions)) for entry in _entries(revision, state)]
    return tuple(entries)


def _entries(revision: Revision, state: PracticeState) -> list[HistoryEntry]:
    def entry(path: str, value: Value, standing: str) -> HistoryEntry:
        return HistoryEntry(path, value, revision.author, revision.time, revision.origin, revision.dot, standing)

    entries = [entry(path, value, standing(revision.dot, path, state)) for path, value in revision.set.items()]
    entries += [entry(path, None, "erased") for path in sorted(revision.blanked)]
    if revision.deletion is not None:
        stands = any(one.dot == revision.dot for one in state.deletions)
        entries.append(
            entry(DELETION, "deleted", ("current" if state.hidden else "conflict") if stands else "replaced")
        )
    if revision.seen.get(DELETION):
        entries.append(entry(DELETION, "restored", "replaced" if state.deletions else "current"))
    return entries


def standing(dot: Dot, path: str, state: PracticeState) -> str:
    """How a value that a revision gave a path stands now: ``current``, ``conflict`` or ``replaced``."""
    field = state.fields.get(path)
    if field is None or not any(one.dot == dot for one in field.heads):
        return "replaced"
    return "current" if field.status is Status.VALUE else "conflict"


def _field_conflict(state: PracticeState, field: FieldState, group: tuple[str, ...], form: Form | None) -> Conflict:
    proposal = field.value if field.status is Status.MERGED else None
    texts = [one.value for one in field.heads if isinstance(one.value, str)]
    in_words = None
    if proposal is None and len(group) == 1 and isinstance(field.base, str) and len(texts) == len(field.heads):
        in_words = merge_words(field.base, texts)
    known = form.fields.get(template_of(field.path)) if form else None
    return Conflict(
        practice=state.practice,
        code=basic(state.record, "code", form),
        title=title(state.record, form),
        path=field.path,
        label=known.label if known else _FORM_LABEL if field.path == FORM else {},
        kind="field",
        base=field.base,
        has_base=field.has_base,
        versions=_versions(state, field, group),
        proposal=proposal,
        word_proposal=in_words,
        together=tuple(path for path in group if path != field.path),
    )


def _versions(state: PracticeState, field: FieldState, group: tuple[str, ...]) -> tuple[Version, ...]:
    """One version for every different set of values the group was given, in order of time."""
    heads = {path: {one.dot: one for one in state.fields[path].heads} for path in group}
    every = {dot: one for by_dot in heads.values() for dot, one in by_dot.items()}
    alike: dict[tuple[Value, ...], list[Head]] = {}
    for one in sorted(every.values(), key=lambda one: (one.time, one.dot)):
        values = (heads[path][one.dot].value if one.dot in heads[path] else state.fields[path].value for path in group)
        alike.setdefault(tuple(same(value) for value in values), []).append(one)
    versions = []
    for number, (said, ones) in enumerate(alike.items()):
        together = dict(zip(group, said, strict=True))
        versions.append(_version(number, ones, together.pop(field.path), together))
    return tuple(versions)


def _row_conflict(state: PracticeState, field: FieldState, form: Form | None) -> Conflict:
    """Version A removes the row (no value), B keeps it (value: its order key)."""
    removing = [one for one in field.heads if one.value is None]
    keeping = [one for one in field.heads if one.value is not None]
    keeping += [one for _, one in state.edits.get(field.path, ())]
    group = form.groups.get(template_of(field.path)) if form else None
    label = group.label if group else {}
    return _removal(state, form, field.path, label, "row", removing, keeping, field.value)


def _practice_conflict(state: PracticeState, form: Form | None) -> Conflict:
    """Version A deletes (no value), B keeps (value: the paths whose edits the deletion had not seen)."""
    edits = state.edits[""]
    paths = tuple(dict.fromkeys(path for path, _ in edits))
    return _removal(state, form, "", {}, "practice", list(state.deletions), [one for _, one in edits], paths)


def _removal(
    state: PracticeState,
    form: Form | None,
    path: str,
    label: Texts,
    kind: str,
    removing: list[Head],
    keeping: list[Head],
    kept: Value,
) -> Conflict:
    keeping = sorted(set(keeping), key=lambda one: (one.time, one.dot), reverse=True)
    return Conflict(
        practice=state.practice,
        code=basic(state.record, "code", form),
        title=title(state.record, form),
        path=path,
        label=label,
        kind=kind,
        base=None,
        has_base=False,
        versions=(_version(0, removing, None), _version(1, keeping, kept)),
    )


def _version(number: int, heads: list[Head], value: Value, together: Mapping[str, Value] | None = None) -> Version:
    """Lettered A to Z, then A1, B1…; who and when are the first head's."""
    letter = chr(ord("A") + number % 26) + (str(number // 26) if number > 25 else "")
    first = heads[0]
    dots = tuple(dict.fromkeys(one.dot for one in heads))
    return Version(letter, value, first.author, first.time, first.origin, dots, together or {})
