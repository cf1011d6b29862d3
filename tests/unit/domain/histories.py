"""Random histories of several catalogues, and the checker that says what must never happen.

The checker keeps its own books: what every author had on screen when they opened the practice. It does not trust the `seen` of revisions.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from seeddesk.domain import merge
from seeddesk.domain.heads import FieldState, Head, Status
from seeddesk.domain.merge import PracticeState, conflicts, decide
from seeddesk.domain.paths import is_row, row_path, rows_of
from seeddesk.domain.redaction import targets
from seeddesk.domain.revision import DELETION, Dot, Redaction, Revision, Seen
from seeddesk.domain.values import Value, is_empty
from tests.unit.domain.samples import FORM, OTHER_ROW, ROW

SENTENCES = [f"Frase numero {number} del racconto." for number in range(6)]
SCALARS = ("title", "agreed")
GROUPS = (("budget", "currency"), ("partners[].amount", "partners[].currency"))


def sentences_of(text: Value) -> set[str]:
    """The sentences of the texts these histories write."""
    return set(text.removesuffix(".").split(". ")) if isinstance(text, str) else set()


class Broken(AssertionError):
    """A history after which something is not as it must be."""


@dataclass
class Open:
    """A practice somebody has open: what is shown, what a save will say was seen, and what truly was on screen."""

    values: dict[str, Value]
    seen: dict[str, tuple[Dot, ...]]
    on_screen: dict[str, frozenset[Dot]]
    heads: Seen
    known: frozenset[Dot]


@dataclass
class Catalogue:
    """One device: its revisions, its clock (which may be years wrong), what it has open."""

    device: str
    skew: int
    log: dict[Dot, Revision] = field(default_factory=dict)
    counter: int = 0
    opened: Open | None = None


@dataclass
class History:
    """Steps of 2 to 4 catalogues drawn from `choice`, with the books for the checker."""

    choice: random.Random
    seen_at_save: bool = False
    catalogues: list[Catalogue] = field(default_factory=list)
    on_screen: dict[Dot, dict[str, frozenset[Dot]]] = field(default_factory=dict)
    before: dict[Dot, dict[str, Value]] = field(default_factory=dict)
    known: dict[Dot, frozenset[Dot]] = field(default_factory=dict)
    written: dict[Dot, Revision] = field(default_factory=dict)
    erased: set[tuple[Dot, str]] = field(default_factory=set)
    step: int = 0

    def run(self, steps: int) -> PracticeState:
        """Make a history, exchange everything, check; return the final state. Raises Broken."""
        number = self.choice.randint(2, 4)
        self.catalogues = [Catalogue("abcd"[n], self.choice.randint(-3, 3)) for n in range(number)]
        first = self.catalogues[0]
        self.open(first)
        rows = {ROW: "b", ROW + ".name": "Ada", ROW + ".amount": "5", ROW + ".currency": "EUR", OTHER_ROW: "m"}
        self.save(first, {"title": "first", "need": " ".join(SENTENCES), "target": ("young",), **rows})
        for other in self.catalogues[1:]:
            self.pull(other, first, whole=True)
        for self.step in range(1, steps + 1):
            self.one_step(self.choice.choice(self.catalogues))
        if self.choice.random() < 0.3:
            self.delete_at_the_end()
        states = []
        for _ in self.catalogues:
            revisions = [revision for other in self.catalogues for revision in other.log.values()]
            self.choice.shuffle(revisions)
            states.append(merge.fold(revisions, FORM))
        if any(state != states[0] for state in states):
            raise Broken("catalogues that hold the same revisions differ")
        self.check(states[0])
        return states[0]

    def delete_at_the_end(self) -> None:
        """Somebody who has everything, or nearly, deletes the practice; somebody else may still be writing."""
        one, other = self.choice.sample(self.catalogues, 2)
        for every in self.catalogues:
            self.pull(one, every, whole=self.choice.random() < 0.7)
        self.open(one)
        assert one.opened is not None
        self.append(one, {}, {}, deletion=one.opened.heads)
        if other.opened and self.choice.random() < 0.5:
            self.save(other, self.edit(other.opened))

    def one_step(self, catalogue: Catalogue) -> None:
        kind = self.choice.choices(
            ("open", "edit", "pull", "row", "remove", "decide", "delete", "restore", "erase"),
            (4, 12, 6, 2, 3, 2, 1, 1, 0.3),
        )[0]
        if kind == "pull":
            self.pull(catalogue, self.choice.choice(self.catalogues))
        elif kind == "open" or catalogue.opened is None:
            self.open(catalogue)
        elif kind == "edit":
            self.save(catalogue, self.edit(catalogue.opened))
        elif kind == "row":
            repeat = self.choice.choice(
                ["partners", *(row + ".contacts" for row in self.rows(catalogue.opened) if row.count("[") == 1)]
            )
            row = row_path(repeat, f"{self.choice.getrandbits(128):032x}")
            self.save(catalogue, {row: self.choice.choice("bmx"), row + ".name": self.fresh()})
        elif kind == "remove" and (rows := self.rows(catalogue.opened)):
            self.save(catalogue, {self.choice.choice(rows): None})
        elif kind == "decide":
            self.decide(catalogue)
        elif kind == "delete":
            self.append(catalogue, {}, {}, deletion=catalogue.opened.heads)
        elif kind == "restore" and (state := merge.fold(catalogue.log.values(), FORM)).deletions:
            self.append(catalogue, {}, {DELETION: tuple(one.dot for one in state.deletions)})
        elif kind == "erase":
            where = targets(catalogue.log.values(), [self.choice.choice(("title", "need", "budget"))])
            self.erased |= {(dot, path) for dot, paths in where.items() for path in paths}
            self.append(catalogue, {}, {}, redaction=Redaction(where, "asked for"))

    def fresh(self) -> str:
        return f"v{self.step}.{self.choice.randrange(3)}"

    @staticmethod
    def rows(opened: Open) -> list[str]:
        return sorted(
            path
            for path, value in opened.values.items()
            if is_row(path) and all(isinstance(opened.values.get(row), str) for row in rows_of(path))
        )

    def edit(self, opened: Open) -> dict[str, Value]:
        """One or two changed answers, groups whole, as an editor hands them in."""
        changes: dict[str, Value] = {}
        for _ in range(self.choice.randint(1, 2)):
            rows = self.rows(opened)
            kind = self.choice.choice(
                ("scalar", "text", "set", "group", "cell", "order") if rows else ("scalar", "text", "set", "group")
            )
            row = self.choice.choice(rows) if rows else ""
            if kind == "scalar":
                changes[self.choice.choice(SCALARS)] = self.choice.choice((self.fresh(), self.fresh(), None))
            elif kind == "text":
                parts = str(opened.values.get("need") or "").split(". ")
                parts[self.choice.randrange(len(parts))] = f"Nuova frase {self.fresh()}"
                changes["need"] = ". ".join(parts)
            elif kind == "set":
                old = opened.values.get("target")
                items = set(old if isinstance(old, tuple) else ()) ^ {self.choice.choice("pqrstuvw")}
                changes["target"] = tuple(sorted(items))
            elif kind == "group":
                changes |= {"budget": str(self.choice.randrange(999)), "currency": self.choice.choice(("EUR", "RON"))}
            elif kind == "order":
                changes[row] = self.choice.choice("bmx")
            elif row.count("[") == 1 and self.choice.random() < 0.5:
                changes |= {
                    row + ".amount": str(self.choice.randrange(999)),
                    row + ".currency": self.choice.choice(("EUR", "RON")),
                }
            else:
                changes[row + ".name"] = self.fresh()
        return changes

    def open(self, catalogue: Catalogue) -> None:
        """Open the practice: `seen` is taken now."""
        state = merge.fold(catalogue.log.values(), FORM)
        values = {path: one.value for path, one in state.fields.items()}
        catalogue.opened = Open(
            values,
            dict(state.seen),
            {path: self.displayed(one) for path, one in state.fields.items()},
            state.heads,
            frozenset(catalogue.log),
        )

    def save(self, catalogue: Catalogue, changes: dict[str, Value]) -> None:
        """What a save does: the changed paths, seen as when the practice was opened; a removed row takes its cells along."""
        opened = catalogue.opened
        assert opened is not None
        source = merge.fold(catalogue.log.values(), FORM).heads if self.seen_at_save else opened.seen
        removed = tuple(path + "." for path, value in changes.items() if is_row(path) and value is None)
        taken = [path for path in source if removed and path.startswith(removed)]
        revision = self.append(
            catalogue, changes, {path: source[path] for path in [*changes, *taken] if path in source}
        )
        for path in changes:
            opened.values[path] = changes[path]
            opened.seen[path] = (revision.dot,)
            opened.on_screen[path] = frozenset({revision.dot})
        for path in taken:
            opened.values.pop(path, None)
            opened.seen.pop(path, None)

    def decide(self, catalogue: Catalogue) -> None:
        """Take one version of an open conflict: all its versions are on screen."""
        state = merge.fold(catalogue.log.values(), FORM)
        if not (found := conflicts(state, FORM)):
            return
        conflict = self.choice.choice(found)
        decision = decide(state, conflict, self.choice.choice(conflict.versions))
        kept = catalogue.opened
        self.open(catalogue)
        assert catalogue.opened is not None
        for path, one in state.fields.items():
            catalogue.opened.on_screen[path] = frozenset(head.dot for head in one.heads)
        self.append(catalogue, dict(decision.set), decision.seen, deletion=decision.deletion)
        catalogue.opened = kept

    def append(self, catalogue: Catalogue, values: dict[str, Value], seen: Seen, **more: object) -> Revision:
        opened = catalogue.opened
        assert opened is not None
        catalogue.counter += 1
        dot = Dot(catalogue.device, catalogue.counter)
        time = f"{2026 + catalogue.skew}-{self.step:06d}"
        revision = Revision(dot, "p", catalogue.device, time, "sample", "1", values, seen, nonce=str(dot), **more)
        catalogue.log[dot] = self.written[dot] = revision
        self.on_screen[dot] = dict(opened.on_screen)
        self.before[dot] = dict(opened.values)
        self.known[dot] = opened.known
        return revision

    def pull(self, catalogue: Catalogue, other: Catalogue, whole: bool = False) -> None:
        """Take some of another catalogue's revisions, in any order, some of them again; a practice that is open stays as it is."""
        for revision in other.log.values():
            if whole or self.choice.random() < 0.7:
                catalogue.log.setdefault(revision.dot, revision)

    def displayed(self, one: FieldState) -> frozenset[Dot]:
        """The dots a person who looks at the field sees: the value's own, and all whose words are merged into it."""
        return frozenset(head.dot for head in one.heads if self.is_displayed(one, head))

    def is_displayed(self, one: FieldState, head: Head) -> bool:
        if head.value == one.value or (is_empty(head.value) and is_empty(one.value)):
            return True
        if is_row(one.path):
            return head.value is not None  # the row is there; nobody looks at order keys
        if one.status is Status.MERGED:
            old = sentences_of(self.before[head.dot].get(one.path)) | sentences_of(one.base)
            return sentences_of(head.value) - old <= sentences_of(one.value)
        return one.status is Status.VALUE and isinstance(one.value, tuple)

    # What must never happen.

    def check(self, state: PracticeState) -> None:
        left: list[tuple[Dot, str]] = []  # values nobody who had them on screen replaced
        for dot, revision in self.written.items():
            for path, value in revision.set.items():
                if (dot, path) in self.erased:
                    if any(head.dot == dot for head in state.fields[path].heads) if path in state.fields else False:
                        raise Broken(f"{path} of {dot} was erased and still stands")
                elif not self.replaced(dot, path):
                    left.append((dot, path))
                    if not is_empty(value) and not self.stands(state, dot, path, value):
                        raise Broken(f"{value!r} in {path}, written by {dot}, is lost")
        self.check_deletion(state, left)
        self.check_groups(state)

    def replaced(self, dot: Dot, path: str) -> bool:
        """Whether somebody who had this value on screen set the path anew, or removed the row it is in."""
        return any(
            dot in self.on_screen[other].get(path, ())
            and (
                path in revision.set or any(row in revision.set and revision.set[row] is None for row in rows_of(path))
            )
            for other, revision in self.written.items()
            if other != dot
        )

    def stands(self, state: PracticeState, dot: Dot, path: str, value: Value) -> bool:
        """Whether a value is displayed, or one of the versions of an open conflict."""
        one = state.fields.get(path)
        if one is None or not state.record.alive(path):
            return False
        if is_row(path):
            return True  # the row is there; of several order keys one is as good as another
        if isinstance(value, tuple):  # what this save put in; what was there before is somebody else's
            before = self.before[dot].get(path)
            added = set(value) - set(before if isinstance(before, tuple) else ())
            return isinstance(one.value, tuple) and added <= set(one.value)
        if one.value == value:
            return True
        return one.status is not Status.VALUE and any(head.value == value for head in one.heads)

    def check_deletion(self, state: PracticeState, left: list[tuple[Dot, str]]) -> None:
        """A practice is hidden only by a deletion whose author knew of every value that nobody replaced."""
        live = {
            dot
            for dot, revision in self.written.items()
            if revision.deletion is not None
            and not any(dot in other.seen.get(DELETION, ()) for other in self.written.values())
        }
        if state.hidden and not any(all(dot in self.known[deletion] for dot, _ in left) for deletion in live):
            raise Broken("a deletion hides an edit its author had not seen")
        if not live and (state.hidden or state.deletion_conflict):
            raise Broken("a deletion that was taken back still counts")
        if live and not state.hidden and not state.deletion_conflict:
            raise Broken("a deletion is forgotten")

    def check_groups(self, state: PracticeState) -> None:
        """Amount and currency are displayed as one person wrote them."""
        values = state.record.values
        for path in values:
            scope, _, name = path.rpartition(".")
            if name in ("budget", "amount"):
                money = scope + "." + "currency" if scope else "currency"
                pairs = {(one.set.get(path), one.set.get(money)) for one in self.written.values()}
                erased = any(path == gone for _, gone in self.erased)
                if not erased and state.record.alive(path) and (values[path], values.get(money)) not in pairs:
                    raise Broken(f"{values[path]} {values.get(money)} in {path} is nobody's")
