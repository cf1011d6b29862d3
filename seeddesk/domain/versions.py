"""A practice and the versions of its form: which form shows it, and how what was written under former names is read.

Stored revisions never change. Before they are folded they are read as the form in use names and types them, so that an answer given under an
old name and one given under the new are one field, in heads, history and conflicts alike.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from seeddesk.domain.form import Field, Form, Kind
from seeddesk.domain.paths import cell_path, row_ids, template_of
from seeddesk.domain.values import Value

if TYPE_CHECKING:
    from seeddesk.domain.dossier import Base
    from seeddesk.domain.revision import Dot, Revision, Seen

FORM = (
    "@form"  # the path that says which form a practice is shown by, once somebody chose another than it was begun with
)


def form_id(revisions: Collection[Revision]) -> str:
    """The id of the form a practice is shown by: the one chosen for it, else the one of its earliest revision; "" without revisions."""
    choosing = [revision for revision in revisions if FORM in revision.set]
    if choosing:
        replaced = {dot for revision in revisions for dot in revision.seen.get(FORM, ())}
        standing = [revision for revision in choosing if revision.dot not in replaced] or choosing
        chosen = min(standing, key=_age).set[FORM]
        if isinstance(chosen, str) and chosen:
            return chosen
    return min(revisions, key=_age).form if revisions else ""


def current(path: str, form: Form | None) -> str:
    """A path or template as a form names it now; what stood in a renamed group or repeat and is gone from the form stays with it."""
    if form is None or not form.former:
        return path
    template = template_of(path)
    now = _template_now(template, form)
    if now == template:
        return path
    return now if template == path else cell_path(now, row_ids(path))


def _template_now(template: str, form: Form) -> str:
    if template in form.fields or template in form.groups:
        return template
    if template in form.former:
        return form.former[template]
    head, dot, rest = template.rpartition(".")
    while dot:
        if head in form.former:
            return f"{form.former[head]}.{rest}"
        head, dot, inner = head.rpartition(".")
        rest = f"{inner}.{rest}"
    return template


def settled(paths: Iterable[str], form: Form | None) -> dict[str, str]:
    """The names that paths go under together: the present one, unless another of them has that; then the older keeps its own."""
    known = list(paths)
    if form is None or not form.former:
        return {path: path for path in known}
    taken = set(known)
    names: dict[str, str] = {}
    for path in sorted(known):
        name = current(path, form)
        if name != path and name in taken:
            name = path
        taken.add(name)
        names[path] = name
    return names


class Reading:
    """Revisions as a form names and types their values.

    log: what comes out, for reading alone: its hashes are not those of the stored revisions. Made of each revision once, with redactions
    applied (`merge.distinct`), since these go by stored names.
    """

    def __init__(self, log: Mapping[Dot, Revision], form: Form | None) -> None:
        self._form = form
        self._names: dict[Dot, Mapping[str, str]] = {}  # of revisions that used former names: as stored -> now
        self.log = log
        if form is None:
            return
        otherwise = False
        for dot, revision in log.items():
            for path, value in revision.set.items():
                field = form.fields.get(template_of(path) if "[" in path else path)
                if field is not None:
                    otherwise = otherwise or (bool(field.choices) and retyped(value, field, form) is not value)
                elif form.former and dot not in self._names and current(path, form) != path:
                    self._names[dot] = settled((*revision.set, *revision.digests), form)
        if form.former:
            for dot, revision in log.items():
                if dot not in self._names and any(current(path, form) != path for path in revision.digests):
                    self._names[dot] = settled((*revision.set, *revision.digests), form)
                seen = (*revision.seen, *(revision.deletion or ()))
                otherwise = otherwise or any(current(path, form) != path for path in seen)
        if self._names or otherwise:
            self.log = {dot: self._read(revision, form) for dot, revision in log.items()}

    def seen(self, seen: Seen) -> Seen:
        """What somebody had seen, under the names of now: a dot under a path is the value that revision gave it, whatever that goes by."""
        if self._form is None or not self._form.former:
            return seen
        found: dict[str, tuple[Dot, ...]] = {}
        for path, dots in seen.items():
            name = current(path, self._form)
            if not dots:
                found.setdefault(name, ())
            for dot in dots:
                target = self._names.get(dot, {}).get(path, name)
                found[target] = (*found.get(target, ()), dot)
        return {path: tuple(dict.fromkeys(dots)) for path, dots in found.items()}

    def _read(self, revision: Revision, form: Form) -> Revision:
        names = self._names.get(revision.dot, {})
        values: dict[str, Value] = {}
        for path, value in revision.set.items():
            name = names.get(path, path)
            values[name] = retyped(value, form.fields.get(template_of(name)), form)
        deletion = None if revision.deletion is None else self.seen(revision.deletion)
        digests = {names.get(path, path): digest for path, digest in revision.digests.items()}
        return replace(revision, set=values, seen=self.seen(revision.seen), deletion=deletion, digests=digests)


def base_as_named(base: Base, reading: Reading, form: Form) -> Base:
    """What a dossier left with, under the names of now; of two values that go by one name the older keeps its own."""
    names = settled(base.values, form)
    apart = {path for path, name in names.items() if name == path != current(path, form)}
    seen: dict[str, tuple[Dot, ...]] = {}
    for path, dots in base.seen.items():
        for name, found in ({path: dots} if path in apart else reading.seen({path: dots})).items():
            seen[name] = tuple(dict.fromkeys((*seen.get(name, ()), *found)))
    authors = {names.get(path) or current(path, form): author for path, author in base.authors.items()}
    return replace(
        base,
        values={
            names[path]: retyped(value, form.fields.get(template_of(names[path])), form)
            for path, value in base.values.items()
        },
        seen=seen,
        authors=authors,
        apart=frozenset(names.get(path) or current(path, form) for path in base.apart),
    )


def retyped(value: Value, field: Field | None, form: Form) -> Value:
    """A value as its field types it now, where that says exactly the same: a choice of its list as a set of one, and the other way round."""
    if field is None or not field.choices:
        return value
    if field.kind is Kind.CHOICES and isinstance(value, str) and form.choice(field.choices, value):
        return (value,)
    if field.kind is Kind.CHOICE and isinstance(value, tuple) and len(value) == 1:
        return value[0]
    return value


def _age(revision: Revision) -> tuple[str, Dot]:
    return revision.time, revision.dot
