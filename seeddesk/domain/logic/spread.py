"""What follows from an edit: only what depends on it is settled and judged again."""

from __future__ import annotations

import heapq
import uuid
from collections.abc import Iterable, Mapping
from datetime import date

from seeddesk.domain.form import Field
from seeddesk.domain.logic.graph import SETTLING, Aspect, Edge
from seeddesk.domain.logic.instance import Place, Row, Rows, default_of, instance_text
from seeddesk.domain.logic.rules import Rules
from seeddesk.domain.logic.run import MOST_IN_ALL, MOST_ROWS, NO_VERDICT, Run
from seeddesk.domain.paths import counted_row_id, counted_row_key, is_row, repeat_of, row_path, template_of
from seeddesk.domain.record import Record
from seeddesk.domain.values import Value, Values, is_empty


class Spread(Run):
    """A run that goes on: `apply` edits, `settle_dirty`, `judge_dirty`.

    made: what was set in the record beyond the edits: calculated, counted rows, defaults · given: what a person set in this edit ·
    changed: places whose value changed · born: rows nobody had before · shown: paths whose state or words may have changed.
    """

    def __init__(self, rules: Rules, record: Record, moment: date, properties: Mapping[str, str]) -> None:
        super().__init__(rules, record, moment)
        self.properties = properties
        self.made: dict[str, Value] = {}
        self.given: set[str] = set()
        self.changed: list[Place] = []
        self.born: list[Row] = []
        self.shown: set[str] = set()
        self._heap: list[int] = []
        self._dirty: dict[int, dict[Place | Rows, int]] = {}
        self._unjudged: dict[Place | Rows, None] = {}

    # -- edits -----------------------------------------------------------------------------------------------------

    def apply(self, changes: Values) -> None:
        """Take values over into the record. Those this form does not know are only kept."""
        values = self.record.values
        fresh = [path for path, key in changes.items() if isinstance(key, str) and is_row(path) and path not in values]
        before = {path: values.get(path) for path in changes}
        values.update(changes)
        for path in fresh:
            self._defaults(path)
        for path in sorted(filter(is_row, changes), key=lambda path: path.count("[")):
            self._apply_row(path, path in fresh)
        for path in changes:
            if not is_row(path):
                place = self.instance.place(path)
                if place is not None:
                    self._apply_value(place, values[path], before[path])

    def _apply_row(self, path: str, fresh: bool) -> None:
        repeat = self.instance.repeat(repeat_of(path))
        if repeat is None:
            return
        row, key = self.instance.rows.get(path), self.record.values.get(path)
        if isinstance(key, str):
            if row is None:
                row = self._add(repeat, path)
                if fresh:
                    self.born.append(row)
            elif self.instance.move(repeat, row):
                self.rows_changed(repeat)
        elif row is not None:
            self._forget(row)
            self.instance.remove(repeat, row)
            self.rows_changed(repeat)

    def _apply_value(self, place: Place, value: Value, before: Value) -> None:
        field = self.rules.fields.get(place.xpath)
        if field is None:
            return
        if place.xpath in self.rules.calculate:
            self.push(Aspect.ANEW, place)
            return
        self._rejudge(place)
        if value != before:
            self.changed.append(place)
        if place.element is not None and not place.hidden:
            text = instance_text(field, value)
            if place.element.text != text:
                place.element.text = text
                self.value_changed(place)

    def _add(self, repeat: Rows, path: str) -> Row:
        """A row stands now where none did: all it holds is new."""
        row = self.instance.add(repeat, path)
        rules, rank = self.rules, self.rules.graph.rank
        for each in row.everything():
            for xpath, place in each.places.items():
                if xpath in rank:
                    self.push(Aspect.RELEVANT | Aspect.ANEW, place)
                self._rejudge(place)
            for inner in each.repeats.values():
                if inner.xpath in rules.count:
                    self.push(Aspect.COUNT, inner)
                self._rejudge(inner)
        self.rows_changed(repeat)
        return row

    def _forget(self, row: Row) -> None:
        """Nothing of a row counts any longer."""
        for each in row.everything():
            found: list[Place | Rows] = [*each.places.values(), *each.repeats.values()]
            for place in found:
                self.hidden.discard(place.path)
                self.calculated.pop(place.path, None)
                self._unjudged.pop(place, None)
                if place.verdict is not None:
                    self.put(place, NO_VERDICT, self._section(place))

    def _section(self, place: Place | Rows) -> str:
        found = self.rules.judged.get(place.xpath)
        return found.section if found else self.rules.wanted[place.xpath][1]

    def _defaults(self, row: str) -> None:
        """What the questions of a new row start with."""
        values, form = self.record.values, self.rules.form
        group = form.groups.get(template_of(row))
        for field in self.rules.starting.get(group.xpath, ()) if group else ():
            path = row + field.template[field.template.rfind("]") + 1 :]
            if path not in values and not is_empty(value := self.first(field)):
                values[path] = self.made[path] = value

    def start(self) -> None:
        """What the questions of a new practice start with."""
        for field in self.rules.starting.get("", ()):
            if field.template not in self.record.values and not is_empty(value := self.first(field)):
                self.apply({field.template: value})
                self.made[field.template] = value

    def first(self, field: Field) -> Value:
        """What a question starts with: as its device or the clock says, or its default."""
        kind, _, what = field.preload.partition(" ")
        match kind:
            case "date":
                return self.today
            case "timestamp":
                return self.now
            case "property":
                return self.properties.get(what.strip()) or default_of(field)
            case "uid":
                return f"uuid:{uuid.uuid4()}"
        return default_of(field)

    # -- what an edit touches --------------------------------------------------------------------------------------

    def push(self, aspect: int, place: Place | Rows) -> None:
        """Settle a place again, in its turn."""
        rank = self.rules.graph.rank[place.xpath]
        waiting = self._dirty.get(rank)
        if waiting is None:
            waiting = self._dirty[rank] = {}
            heapq.heappush(self._heap, rank)
        waiting[place] = waiting.get(place, 0) | aspect

    def _rejudge(self, place: Place | Rows) -> None:
        if place.xpath in (self.rules.wanted if isinstance(place, Rows) else self.rules.judged):
            self._unjudged[place] = None

    def value_changed(self, place: Place) -> None:
        """Touch what reads a question."""
        self._follow(self.rules.graph.readers.get(place.xpath, ()), place.row)

    def rows_changed(self, repeat: Rows) -> None:
        """Touch what reads a repeat's rows: their number, their order, or into them from outside."""
        self._rejudge(repeat)
        if repeat.xpath in self.rules.count:
            self.push(Aspect.COUNT, repeat)
        self._follow(self.rules.graph.row_readers.get(repeat.xpath, ()), repeat.row)

    def _follow(self, edges: Iterable[Edge], row: Row) -> None:
        graph = self.rules.graph
        for aspect, reader, scope in edges:
            around = row.above(scope)
            if aspect & Aspect.RELEVANT and reader in self.rules.wanted:
                self._rejudge_repeats(reader, scope, around)
            if aspect & Aspect.COUNT:
                inner = graph.inner(scope, reader)[:-1]
                for each in around.under(inner):
                    self.push(Aspect.COUNT, each.repeats[reader])
                continue
            for each in around.under(graph.inner(scope, reader)):
                place = each.places[reader]
                if aspect & SETTLING:
                    self.push(aspect, place)
                if aspect & Aspect.JUDGE:
                    self._rejudge(place)
                if aspect & Aspect.SHOW:
                    self.shown.add(place.path)

    def _rejudge_repeats(self, repeat: str, scope: str, around: Row) -> None:
        """Judge a repeat again in every row under one; in that row's own repeat when it lies in the repeat itself."""
        inner = self.rules.graph.inner(scope, repeat)
        if inner:
            for each in around.under(inner[:-1]):
                self._rejudge(each.repeats[repeat])
        else:
            row = around.above(repeat).parent
            assert row is not None  # it lies in the repeat
            self._rejudge(row.repeats[repeat])

    # -- settling again --------------------------------------------------------------------------------------------

    def settle_dirty(self) -> None:
        """Settle what was touched, each after what it depends on."""
        while self._heap:
            waiting = self._dirty.pop(heapq.heappop(self._heap), {})
            for place, aspect in waiting.items():
                if place.row.gone:
                    continue
                if isinstance(place, Rows):
                    for row in self.settle_count(place):
                        self.push(Aspect.RELEVANT, row.place)
                    self._rejudge(place)
                else:
                    self._settle(place, aspect)

    def _settle(self, place: Place, aspect: int) -> None:
        rules = self.rules
        if aspect & Aspect.RELEVANT and self.settle_relevance(place):
            aspect |= Aspect.ANEW
            self._flipped(place)
        if aspect & (Aspect.CALCULATE | Aspect.ANEW) and place.xpath in rules.calculate:
            edited = bool(aspect & Aspect.CALCULATE) and place.path not in self.given
            changed = self.settle_calculation(place, edited)
            if self.record.values.get(place.path) != (value := self.calculated[place.path]):
                self.record.values[place.path] = self.made[place.path] = value
            if changed:
                self.changed.append(place)
                self._rejudge(place)
                self.shown.add(place.path)
                self.value_changed(place)

    def _flipped(self, place: Place) -> None:
        """A place came or went: so does all it holds, and what others read of it."""
        rules = self.rules
        self.shown.add(place.path)
        self._rejudge(place)
        self._follow(rules.graph.watchers.get(place.xpath, ()), place.row)
        if place.xpath in rules.fields:
            self.value_changed(place)
            return
        if place.xpath == place.row.repeat and place.row.parent is not None:
            self.rows_changed(place.row.parent.repeats[place.xpath])
        for xpath in rules.graph.inside.get(place.xpath, ()):
            repeat = place.row.repeats.get(xpath)
            if repeat is None:
                self.push(Aspect.RELEVANT, place.row.places[xpath])
                continue
            self._rejudge(repeat)
            if xpath in rules.count:
                self.push(Aspect.COUNT, repeat)
            for row in repeat.rows:
                self.push(Aspect.RELEVANT, row.place)

    def make_rows(self, repeat: Rows) -> None:
        """Add the rows a count asks for, with ids every laptop gives them."""
        assert repeat.count is not None  # just counted
        number = 0
        while len(repeat.rows) < min(repeat.count, MOST_ROWS) and len(self.instance.rows) < MOST_IN_ALL:
            number += 1
            path = row_path(repeat.path, counted_row_id(repeat.path, number))
            if isinstance(self.record.values.get(path), str):
                continue
            fresh = path not in self.record.values
            self.record.values[path] = self.made[path] = counted_row_key(number)
            if fresh:
                self._defaults(path)
            row = self._add(repeat, path)
            if fresh:
                self.born.append(row)

    def judge_dirty(self) -> None:
        """Judge what was touched."""
        for place in self._unjudged:
            if not place.row.gone:
                self.shown.add(place.path)
                if isinstance(place, Rows):
                    self.judge_repeat(place)
                else:
                    self.judge_place(place)
        self._unjudged.clear()

    def begin_change(self, given: Iterable[str]) -> None:
        """Start a new edit. given: the paths a person set."""
        self.given = set(given)
        self.made, self.shown = {}, set()
        self.changed, self.born = [], []
