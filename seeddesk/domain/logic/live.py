"""A record being edited: what follows from each edit, and what it touches."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from seeddesk.domain.form import Action, Choice, Texts, pick
from seeddesk.domain.logic.compiler import Rule
from seeddesk.domain.logic.evaluation import Evaluation
from seeddesk.domain.logic.functions import seed_of, shuffled, text_of
from seeddesk.domain.logic.instance import Place, Row, Rows, answer_of
from seeddesk.domain.logic.spread import Spread
from seeddesk.domain.logic.words import filled
from seeddesk.domain.record import Record
from seeddesk.domain.values import Value, is_empty

if TYPE_CHECKING:
    from seeddesk.domain.logic import Logic

_Act = tuple[Action, Rule, Row]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an edit brought about. set: beyond the edit itself, path -> value: calculated, set by actions, defaults of new rows, counted rows ·
    judged: paths whose hidden, problem or missing state, choices or shown words may have changed."""

    set: Mapping[str, Value]
    judged: frozenset[str]


class Live:
    """One record under one form, kept settled and judged while it changes. Not for several threads at once.

    record: its values, with everything that followed · beginnings: what opening it set. Opening a practice that is not new calculates nothing
    into its record: where a calculation comes out otherwise than it stands there, that is part of the first edit (unless only the day did it).
    judged: see `Logic.live`; without, `evaluation` knows what is hidden, and of problems and gaps those of the answers that are touched.
    """

    def __init__(self, logic: Logic, record: Record, now: datetime | None, new: bool, judged: bool = True) -> None:
        self.logic = logic
        self.new = new
        self.record = Record(dict(record.values))
        self._rules = logic.rules
        self._fixed = now
        self._evaluation: Evaluation | None = None
        self._shuffle = random.randrange(2**31)  # for choices in random order that name no seed
        self._offers: dict[str, tuple[Choice, ...]] = {}
        self._run = Spread(logic.rules, self.record, self._moment(), logic.properties)
        if new:
            self._run.start()
        self._run.settle()
        if judged:
            self._run.judge()
        events = ("first-load", "load") if new else ("load",)
        found = self._follow(
            (action, rule, self._run.instance.root) for action, rule in self._rules.actions if action.event in events
        )
        self._late = self._differing()
        if new:
            found |= self._late
            self.record.values.update(self._late)
            self._late = {}
        self.beginnings: Mapping[str, Value] = found

    @property
    def hidden(self) -> Set[str]:
        """The paths of what is not relevant now: `Evaluation.hidden`, for whoever needs no more."""
        return self._run.hidden

    @property
    def evaluation(self) -> Evaluation:
        """What is relevant, calculated, wrong and missing now."""
        if self._evaluation is None:
            self._evaluation = self._run.evaluation()
        return self._evaluation

    def change(self, changes: Mapping[str, Value]) -> Outcome:
        """Apply an edit and everything that follows from it."""
        run = self._run
        run.at(self._moment())
        run.begin_change(changes)
        run.apply(changes)
        found = self._follow(())
        if self._late:
            late = {path: value for path, value in self._differing().items() if path in self._late}
            self.record.values.update(late)
            found |= late
            self._late = {}
        shown = run.shown
        if self.new and self._rules.ends:
            run.begin_change((*changes, *found))
            run.apply({field.template: run.now for field in self._rules.ends})
            found |= {field.template: run.now for field in self._rules.ends} | self._follow(())
        return Outcome(found, frozenset(shown | run.shown))

    def choices(self, path: str) -> tuple[Choice, ...]:
        """The choices a question offers now, in the order they are shown in."""
        place = self._run.instance.place(path)
        field = self._rules.fields.get(place.xpath) if place else None
        if place is None or field is None:
            return ()
        if path not in self._offers:
            with self._run.instance.shown(place):
                self._offers[path] = self._run.offered(field, place)
        found = self._offers[path]
        if not field.shuffled:
            return found
        seed = self._rules.seeds.get(field.xpath)
        return tuple(shuffled(found, seed_of(self._run.value(seed, place)) if seed else self._shuffle))

    def words(self, path: str, texts: Texts, lang: str) -> str:
        """A text of the form as it reads now, seen from `path` (a question, group or row; of a section, its name): the answers it quotes filled in."""
        run, sections = self._run, self._rules.form.sections
        place: Place | Rows | None = run.instance.place(path) or run.instance.repeat(path)
        xpath = next((section.xpath for section in sections if section.name == path), "") if place is None else ""
        place = place or run.instance.root.places[xpath or self._rules.top]
        return filled(run, place, pick(texts, lang), lang)

    # -- what follows ----------------------------------------------------------------------------------------------

    def _moment(self) -> datetime:
        return self._fixed or datetime.now().astimezone()

    def _follow(self, actions: Iterable[_Act]) -> dict[str, Value]:
        """Settle, let the form's actions act, and judge; what was set. An action sets nothing the person set in the same edit, and nothing twice."""
        run = self._run
        found: dict[str, Value] = {}
        fired: set[tuple[int, str]] = set()
        run.settle_dirty()
        waiting = deque((*actions, *self._triggered()))
        while waiting:
            action, rule, row = waiting.popleft()
            for place in () if row.gone else self._targets(action, row):
                if place.path in run.given or (id(action), place.path) in fired:
                    continue
                fired.add((id(action), place.path))
                before = self.record.values.get(place.path)
                if action.event in ("first-load", "new-row") and not is_empty(before):
                    continue
                value = answer_of(self._rules.fields[place.xpath], text_of(run.value(rule, place)))
                if value != before:
                    found[place.path] = value
                    run.apply({place.path: value})
                    run.settle_dirty()
                    waiting.extend(self._triggered())
        run.judge_dirty()
        self._evaluation = None
        for path in self._offers.keys() & run.shown:
            del self._offers[path]
        return {**found, **{path: self.record.values.get(path) for path in run.made}}

    def _triggered(self) -> Iterator[_Act]:
        """What the places changed and the rows born since last asked set going."""
        run = self._run
        changed, born = run.changed, run.born
        run.changed, run.born = [], []
        for event, source, row in (
            *(("new-row", row.repeat, row) for row in born),
            *(("changed", place.xpath, place.row) for place in changed),
        ):
            for action, rule in self._rules.actions_at.get((event, source), ()):
                yield action, rule, row

    def _targets(self, action: Action, row: Row) -> list[Place]:
        """The places an action sets, from the row where it was set going."""
        chain = self._rules.graph.chain
        down = chain[self._rules.graph.repeat_of[action.target]]
        shared = 0
        for one, other in zip(chain[row.repeat], down, strict=False):
            if one != other:
                break
            shared += 1
        base = row.above(down[shared - 1] if shared else "")
        return [each.places[action.target] for each in base.under(down[shared:])]

    def _differing(self) -> dict[str, Value]:
        """The calculations that come out otherwise than they stand in the record, but for those the day alone decides."""
        rules, instance = self._rules, self._run.instance
        found: dict[str, Value] = {}
        for path, value in self._run.calculated.items():
            if self.record.values.get(path) != value:
                place = instance.place(path)
                if self.new or (place is not None and place.xpath not in rules.daily):
                    found[path] = value
        return found
