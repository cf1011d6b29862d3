"""What a practice leaves with in a dossier: the values shown, who gave them, and all that whoever reads them has thereby seen.

A catalogue that received a practice by a dossier holds its values as *restatements*: revisions of its own for what was made elsewhere. When
the practice leaves again these stand for their originals, so that the catalogue it came from knows its own values again, and sees which of
them were knowingly replaced on the way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from seeddesk.domain.basics import basic
from seeddesk.domain.dossier import Base
from seeddesk.domain.form import Form
from seeddesk.domain.merge import distinct
from seeddesk.domain.paths import is_row
from seeddesk.domain.revision import Dot, Revision
from seeddesk.domain.state import PracticeState
from seeddesk.domain.versions import Reading, current

BROUGHT = "@base"  # in `seen` of a restatement: the version vector of the base it restates
_APART = "@apart "  # and before each path of which that base did not show every version


def base_of(state: PracticeState, revisions: Iterable[Revision], form: Form) -> Base:
    """A practice as it leaves: what a return is compared with. revisions: those the state was folded from."""
    log = Reading(distinct(revisions), form).log
    vector = dict(state.vector)
    for revision in log.values():
        for dot in revision.seen.get(BROUGHT, ()):
            vector[dot.device] = max(dot.counter, vector.get(dot.device, 0))
    return Base(
        practice=state.practice,
        code=basic(state.record, "code", form),
        form=form.id,
        form_version=form.version,
        revision=state.revisions,
        values=state.record.values,
        seen=_seen(state, log),
        vector=dict(sorted(vector.items())),
        authors={
            path: next((head.author for head in field.heads if head.dot in field.shown), field.heads[0].author)
            for path, field in state.fields.items()
            if field.heads
        },
        apart=frozenset(path for path, field in state.fields.items() if len(field.shown) < len(field.heads))
        | _left_behind(log.values(), form),
    )


def brought(base: Base) -> dict[str, tuple[Dot, ...]]:
    """What a restatement of a base's values notes in `seen`: how much of the past that base covers, and where it does not."""
    vector = tuple(Dot(device, counter) for device, counter in sorted(base.vector.items()))
    return {BROUGHT: vector, **{_APART + path: () for path in sorted(base.apart)}}


def hidden(revision: Revision, form: Form) -> frozenset[str]:
    """The paths of which the base that a restatement comes from had other versions and did not show them, as a form names them now."""
    return frozenset(current(key.removeprefix(_APART), form) for key in revision.seen if key.startswith(_APART))


def _left_behind(log: Iterable[Revision], form: Form) -> frozenset[str]:
    """Paths of which versions stayed behind where the practice came from, unless a later base from there no longer hides any."""
    hiding = [(one, hidden(one, form)) for one in log if BROUGHT in one.seen]
    return frozenset(
        path
        for one, paths in hiding
        for path in paths
        if not any(path not in others and _covers(other, one) for other, others in hiding)
    )


def _covers(later: Revision, earlier: Revision) -> bool:
    """Whether a restated base knew all that another one knew."""
    known = {dot.device: dot.counter for dot in later.seen[BROUGHT]}
    return all(dot.counter <= known.get(dot.device, 0) for dot in earlier.seen[BROUGHT])


def _seen(state: PracticeState, log: Mapping[Dot, Revision]) -> dict[str, tuple[Dot, ...]]:
    """Path -> the dots shown for it, and those behind them that were never here; the cells that removed rows took along included."""
    seen = {path: list(dots) for path, dots in state.seen.items()}
    for row, field in state.fields.items():
        if field.value is not None or not is_row(row):
            continue
        for head in field.heads:
            for path, dots in log[head.dot].seen.items():
                if path.startswith(row + "."):
                    seen.setdefault(path, []).extend(dots)
    if any(BROUGHT in revision.seen for revision in log.values()):
        return {path: _traced(path, dots, log) for path, dots in seen.items()}
    return {path: tuple(dict.fromkeys(dots)) for path, dots in seen.items()}


def _traced(path: str, dots: Iterable[Dot], log: Mapping[Dot, Revision]) -> tuple[Dot, ...]:
    found: dict[Dot, None] = {}
    behind: list[Dot] = []
    todo = list(dots)
    for dot in todo:
        before = log[dot].seen.get(path, ()) if dot in log else ()
        if before and BROUGHT in log[dot].seen:
            todo += (other for other in before if other not in todo)  # a restatement: its originals stand for it
        else:
            found[dot] = None
            behind += before
    reached = set(found)
    while behind:
        dot = behind.pop()
        if dot in reached:
            continue
        reached.add(dot)
        if dot in log:
            behind += log[dot].seen.get(path, ())
        else:
            found[dot] = None
    return tuple(sorted(found))
