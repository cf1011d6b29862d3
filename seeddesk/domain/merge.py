"""From a set of revisions to what a practice is: heads, values, conflicts, deletion. Pure; in any order, with any duplicates.

Heads of a field are the dots that set it and that nobody's `seen` lists. One, or several equal: its value. Several different: a conflict,
unless they merge without anybody's words being lost (sets element by element, long text sentence by sentence). Times never decide anything:
they only order what is listed. DESIGN section 5 has the rules.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from seeddesk.domain.conflicts import Decision, conflicts, decide, decide_value, history
from seeddesk.domain.form import Field, Form
from seeddesk.domain.heads import NESTED_BASES, Alone, FieldState, Head, Status, combine, head, same
from seeddesk.domain.paths import is_row, row_of, rows_of, template_of
from seeddesk.domain.revision import DELETION, Dot, Revision
from seeddesk.domain.state import PracticeState, group_of
from seeddesk.domain.versions import Reading, form_id

__all__ = [
    "Decision",
    "FieldState",
    "Head",
    "PracticeState",
    "Status",
    "at",
    "conflicts",
    "decide",
    "decide_value",
    "distinct",
    "fold",
    "history",
]


def fold(revisions: Iterable[Revision], form: Form | None) -> PracticeState:
    """The state of one practice. form: says which fields are sets, long, belong together or had other names; None: only the values tell."""
    log = Reading(distinct(revisions), form).log
    if len(log) == 1:
        (only,) = log.values()
        if _stands_alone(only):
            return _practice(log, Alone(only), (), {})
    setters: dict[str, list[Revision]] = {}
    gone: dict[str, Collection[Dot]] = {}
    removals: dict[str, list[Revision]] = {}
    for revision in log.values():
        removed: tuple[str, ...] = ()
        for path, value in revision.set.items():
            if path in setters:
                setters[path].append(revision)
            else:
                setters[path] = [revision]
            if value is None and is_row(path):
                removals.setdefault(path, []).append(revision)
                removed += (path + ".",)
        for path, dots in revision.seen.items():
            # What a removed row takes along is gone only as long as the row is: see _settle_rows.
            if dots and not (removed and path.startswith(removed) and path not in revision.set):
                known = gone.get(path)
                if isinstance(known, set):
                    known.update(dots)
                else:
                    gone[path] = {*known, *dots} if known else dots
    live = {path: heads for path, setting in setters.items() if (heads := _heads(setting, gone.get(path)))}
    disputed = _settle_rows(live, removals) if removals else {}
    states: dict[str, FieldState] = {}
    for path in sorted({*live, *_rows_never_set(live)}):
        heads = live.get(path, [])
        if len(heads) == 1 and path not in disputed:  # nearly every field of nearly every practice
            one = head(heads[0], path)
            states[path] = FieldState(path, (one,), Status.VALUE, one.value, None, False, (one.dot,))
        else:
            field = form.fields.get(template_of(path)) if form else None
            states[path] = _state(path, heads, field, log, disputed, setters)
    _show_groups_together(states, form)
    return _practice(log, states, gone.get(DELETION, ()), disputed)


def _stands_alone(revision: Revision) -> bool:
    """Whether there is nothing to fold: it removes and deletes nothing, follows on nothing, and brings the rows its cells lie in."""
    if revision.seen or revision.deletion is not None:
        return False
    values = revision.set
    for path, value in values.items():
        if "[" in path:
            if value is None and is_row(path):
                return False
            if path.count("]") == 1:
                if path[: path.find("]") + 1] not in values:
                    return False
            elif not all(row in values for row in rows_of(path)):
                return False
    return True


def at(revisions: Iterable[Revision], vector: Mapping[str, int]) -> Iterable[Revision]:
    """The revisions a version vector covers: what somebody had at that point."""
    return (revision for revision in revisions if revision.dot.counter <= vector.get(revision.dot.device, 0))


def distinct(revisions: Iterable[Revision]) -> dict[Dot, Revision]:
    """Every revision once, with all redactions among them applied, whichever came first."""
    log: dict[Dot, Revision] = {}
    erased: dict[Dot, tuple[str, ...]] = {}
    for revision in revisions:
        known = log.get(revision.dot)
        if known is None or known is revision:
            log[revision.dot] = revision
            if revision.redaction:
                for dot, paths in revision.redaction.targets.items():
                    erased[dot] = erased.get(dot, ()) + paths
        elif known.sha256 == revision.sha256:
            log[revision.dot] = known.redacted(tuple(revision.blanked))  # a value blanked in one copy is blanked
        else:
            # Storage quarantines the second save under one dot; should two ever get here, all catalogues take the same one.
            log[revision.dot] = min(known, revision, key=lambda one: one.sha256)
    for dot, paths in erased.items():
        if dot in log:
            log[dot] = log[dot].redacted(paths)
    return log


def _heads(setting: list[Revision], gone: Collection[Dot] | None) -> list[Revision]:
    return [revision for revision in setting if revision.dot not in gone] if gone else setting


def _settle_rows(live: dict[str, list[Revision]], removals: Iterable[str]) -> dict[str, tuple[tuple[str, Head], ...]]:
    """Take along the cells of rows that are removed; return the rows that were removed here and edited there, and so stay, with those edits.

    A removal's `seen` of cells counts only while the removal itself stands: when somebody takes it back (or it is in conflict), the row comes
    back whole. Innermost rows first, so that a row's conflict is a reason for the row around it to stay.
    """
    disputed: dict[str, tuple[tuple[str, Head], ...]] = {}
    for row in sorted(removals, key=lambda path: (-path.count("["), path)):
        removing = [revision for revision in live.get(row, ()) if revision.set[row] is None]
        if not removing:
            continue
        prefix = row + "."
        cleared: dict[str, set[Dot]] = {}
        for revision in removing:
            for path, dots in revision.seen.items():
                if path.startswith(prefix):
                    cleared.setdefault(path, set()).update(dots)
        left = {path: _heads(heads, cleared.get(path)) for path, heads in live.items() if path.startswith(prefix)}
        edits = [(path, head(one, path)) for path, heads in left.items() for one in heads if one.set[path] is not None]
        if edits or len(removing) < len(live[row]):
            disputed[row] = tuple(sorted(edits, key=lambda edit: (edit[0], edit[1].time, edit[1].dot)))
            continue
        for path, heads in left.items():
            disputed.pop(path, None)
            if heads:
                live[path] = heads
            else:
                del live[path]
    return disputed


def _rows_never_set(live: Mapping[str, list[Revision]]) -> set[str]:
    """Rows nobody's revision here sets, though cells of theirs have values (the revision that added them is not here yet): they are shown."""
    missing: set[str] = set()
    for path, heads in live.items():
        row = row_of(path) if "]" in path else None
        if row and (row not in live or "[" in row[: row.rfind("[")]) and any(r.set[path] is not None for r in heads):
            missing.update(outer for outer in rows_of(path) if outer not in live)
    return missing


def _state(
    path: str,
    revisions: Iterable[Revision],
    field: Field | None,
    log: Mapping[Dot, Revision],
    disputed: Mapping[str, object],
    setters: Mapping[str, list[Revision]],
) -> FieldState:
    heads = sorted((head(revision, path) for revision in revisions), key=lambda one: (one.time, one.dot))
    if path in disputed:
        keys = [one.value for one in heads if isinstance(one.value, str)]
        keys = keys or [value for revision in setters[path] if isinstance(value := revision.set[path], str)]
        key = min(keys, default="")
        shown = tuple(one.dot for one in heads if one.value is not None)
        return FieldState(path, tuple(heads), Status.CONFLICT, key, shown=shown)
    if not heads:
        return FieldState(path, (), Status.VALUE, "")
    return combine(path, heads, field, log, NESTED_BASES)


def _show_groups_together(states: dict[str, FieldState], form: Form | None) -> None:
    """Where a member of an atomic group is in conflict, show all members as one and the same revision left them."""
    for path in [path for path, state in states.items() if state.status is Status.CONFLICT]:
        members = [other for other in group_of(path, form) if other in states]
        if len(members) < 2:
            continue
        first = min(
            (one for member in members for one in states[member].heads), key=lambda one: (one.time, one.dot)
        ).dot
        for member in members:
            state = states[member]
            value = next((one.value for one in state.heads if one.dot == first), state.value)
            states[member] = state._replace(value=value)
        apart = {  # dots that leave some member otherwise than it is displayed
            one.dot
            for member in members
            for one in states[member].heads
            if same(one.value) != same(states[member].value)
        }
        for member in members:
            shown = tuple(one.dot for one in states[member].heads if one.dot not in apart)
            states[member] = states[member]._replace(shown=shown)


def _practice(
    log: Mapping[Dot, Revision],
    states: Mapping[str, FieldState],
    taken_back: Collection[Dot],
    edits: Mapping[str, tuple[tuple[str, Head], ...]],
) -> PracticeState:
    ordered = sorted(log.values(), key=lambda revision: (revision.time, revision.dot))
    deleting = [revision for revision in ordered if revision.deletion is not None and revision.dot not in taken_back]
    heads = [(path, one) for path, state in states.items() for one in state.heads] if deleting else []
    unseen = [
        [(path, one) for path, one in heads if one.dot not in (deletion.deletion or {}).get(path, ())]
        for deletion in deleting
    ]
    hidden = any(not edited for edited in unseen)
    if deleting and not hidden:
        edits = {**edits, "": tuple(dict.fromkeys(edit for edited in unseen for edit in edited))}
    vector: dict[str, int] = {}
    for dot in log:
        vector[dot.device] = max(dot.counter, vector.get(dot.device, 0))
    first, last = (ordered[0], ordered[-1]) if ordered else (None, None)
    return PracticeState(
        practice=first.practice if first else "",
        fields=states,
        hidden=hidden,
        deletions=tuple(head(revision, "") for revision in deleting),
        deletion_conflict=bool(deleting) and not hidden,
        edits=edits,
        vector=dict(sorted(vector.items())),
        revisions=len(ordered),
        created=first.time if first else "",
        updated=last.time if last else "",
        authors=tuple(dict.fromkeys(revision.author for revision in ordered)),
        form=form_id(ordered),
        form_version=last.form_version if last else "",
    )
