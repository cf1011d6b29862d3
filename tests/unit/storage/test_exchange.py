"""Two to four catalogues on real SQLite, or on a real server, people typing in them while revisions arrive: they converge and nothing is lost."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from seeddesk.domain.paths import is_row
from seeddesk.domain.record import Record
from seeddesk.services import cataloguing, maintenance, recording
from seeddesk.services.workspace import Workspace
from tests.support.catalogues import GARDENS
from tests.support.postgres import databases

TEXTS = st.sampled_from(["uno", "due", "tre", "quattro", None])
FIELDS = st.sampled_from(["title", "need", "budget_total", "currency"])
TAGS = st.lists(st.sampled_from(["orti", "anziani", "scuola"]), unique=True).map(tuple)
WHO = st.integers(0, 3)


class Exchange(RuleBasedStateMachine):
    """What anyone ever saved must be current, in an open conflict, or replaced by somebody who had it before them."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.people: list[Workspace] = []
        self.places = contextlib.ExitStack()
        self.server = self.places.enter_context(databases(self.postgres)) if self.postgres else None

    postgres = ""  # the folder of a server's socket, where catalogues are to be on one

    def place(self, number):
        return self.server() if self.server else self.folder / f"{number}.seeddesk"

    @initialize(count=st.integers(2, 4))
    def begin(self, count):
        self.people = [Workspace.create(self.place(number), f"P{number}") for number in range(count)]
        self.practice, _ = recording.start(self.people[0], GARDENS)
        for person in self.people[1:]:
            self.tell(self.people[0], person)
        self.drafts = [recording.open_draft(person, self.practice) for person in self.people]

    def tell(self, giver, taker):
        with giver.catalogue.read() as view:
            told = list(view.all_revisions())
        with taker.catalogue.write() as tx:
            assert not tx.append(reversed(told)).quarantined

    def save(self, who, changes):
        who %= len(self.people)
        self.drafts[who], _ = recording.save(self.people[who], self.drafts[who], changes)

    @rule(who=WHO)
    def open(self, who):
        who %= len(self.people)
        self.drafts[who] = recording.open_draft(self.people[who], self.practice)

    @rule(who=WHO, field=FIELDS, value=TEXTS)
    def type(self, who, field, value):
        self.save(who, {field: value})

    @rule(who=WHO, tags=TAGS)
    def tag(self, who, tags):
        self.save(who, {"tags": tags})

    @rule(who=WHO, name=TEXTS)
    def add_row(self, who, name):
        row, change = recording.new_row(self.drafts[who % len(self.people)].values, "partners")
        self.save(who, {**change, f"{row}.name": name})

    @rule(who=WHO, which=st.integers(0, 5), name=TEXTS)
    def edit_row(self, who, which, name):
        rows = Record(dict(self.drafts[who % len(self.people)].values)).rows("partners")
        if rows:
            self.save(who, {f"{rows[which % len(rows)]}.name": name})

    @rule(who=WHO, which=st.integers(0, 5))
    def remove_row(self, who, which):
        rows = Record(dict(self.drafts[who % len(self.people)].values)).rows("partners")
        if rows:
            self.save(who, {rows[which % len(rows)]: None})

    @rule(giver=WHO, taker=WHO)
    def pull(self, giver, taker):
        """In the background: the taker's open draft knows nothing of it."""
        self.tell(self.people[giver % len(self.people)], self.people[taker % len(self.people)])

    @rule(who=WHO)
    def delete(self, who):
        recording.delete(self.people[who % len(self.people)], self.practice)

    @rule(who=WHO, take=st.sampled_from(["1", "2"]))
    def decide(self, who, take):
        person = self.people[who % len(self.people)]
        for conflict in cataloguing.conflicts(person, self.practice)[:1]:
            cataloguing.resolve(person, self.practice, conflict.path, take=take)

    @precondition(lambda self: self.people and not self.server)  # a server's own backups are its administrator's
    @rule(who=WHO)
    def crash_and_restore(self, who):
        """A backup is brought back; what was written since lives on with others, or is lost with the disk: here nothing was."""
        person = self.people[who % len(self.people)]
        place = person.catalogue.location
        copy = maintenance.backup(person, self.folder / "copy.seeddesk")
        person.close()
        maintenance.restore(copy, place)
        copy.unlink()
        self.people[who % len(self.people)] = Workspace.open(place, person.author)

    @invariant()
    def nothing_is_lost(self):
        for person in self.people:
            with person.catalogue.read() as view:
                revisions, state = view.revisions(self.practice), view.state(self.practice)
            seen = {(path, dot) for revision in revisions for path, dots in revision.seen.items() for dot in dots}
            for revision in revisions:
                for path in revision.set:
                    standing = path in state.fields and any(one.dot == revision.dot for one in state.fields[path].heads)
                    assert standing or (path, revision.dot) in seen
            if state.hidden:
                assert any(
                    all(set(dots) <= set((one.deletion or {}).get(path, ())) for path, dots in state.heads.items())
                    for one in revisions
                    if one.deletion is not None
                )

    def teardown(self):
        try:
            for _ in range(2):
                for giver in self.people:
                    for taker in self.people:
                        self.tell(giver, taker)
            reports = [maintenance.check(person)[0] for person in self.people]
            assert all(not report.findings for report in reports)
            assert len({report.digest for report in reports}) <= 1
            shown = []
            for person in self.people:
                with person.catalogue.read() as view:
                    state = view.state(self.practice)
                values = {
                    path: value for path, value in state.record.values.items() if is_row(path) or value is not None
                }
                shown.append((values, state.hidden, state.deletion_conflict, [one.path for one in state.conflicts]))
            assert all(one == shown[0] for one in shown)
        finally:
            for person in self.people:
                person.close()
            self.places.close()
            shutil.rmtree(self.folder)


TestExchange = Exchange.TestCase
TestExchange.settings = settings(max_examples=8, stateful_step_count=20, deadline=None)


@pytest.mark.postgres
def test_catalogues_on_a_server_converge_and_lose_nothing(postgres):
    def machine():
        return type("ExchangeOnServer", (Exchange,), {"postgres": postgres})()

    run_state_machine_as_test(machine, settings=settings(max_examples=3, stateful_step_count=12, deadline=None))


@pytest.mark.slow
@pytest.mark.timeout(3600)
class TestExchangeAtLength(Exchange.TestCase):
    """The same, much longer."""

    settings = settings(max_examples=300, stateful_step_count=50, deadline=None)
