"""Two catalogues have one digest exactly when they hold the same revisions, and then they show the same; rebuilding adds nothing of its own."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeddesk.domain.revision import Dot
from seeddesk.services import maintenance, recording
from seeddesk.services.signing import signer
from seeddesk.storage import check, seals, search
from seeddesk.storage.schema import conflict, device, practice
from tests.support.catalogues import add_row, edit, exchange, record, remove_row

SETS = st.dictionaries(
    st.builds(Dot, st.sampled_from(("a", "a:1", "b")), st.integers(1, 12)), st.sampled_from(("00", "0f")), max_size=6
)
HISTORIES, STEPS = 3, 14


@given(SETS, SETS)
def test_the_digest_is_that_of_a_set(one, other):
    assert (check.digest_of(one) == check.digest_of(other)) == (one == other)
    assert check.digest_of(dict(reversed(one.items()))) == check.digest_of(one)


def shown(workspace):
    """Everything derived, practice by practice, without the numbers that stand for practices."""
    with workspace.catalogue.read() as view:
        rows = view.connection.execute(practice.select()).mappings().all()
        names = {row["number"]: row["id"] for row in rows}
        lines = {row["id"]: {key: row[key] for key in (*seals.LINE[2:], "told")} for row in rows}
        entries = search.stored(view.connection, list(names))
        pairs = {(names[number], entry) for number, entry in entries.items()}
        for row in view.connection.execute(conflict.select()):
            pairs.add((names[row.practice], row.path, row.kind))
        return lines, pairs, check.digest(view)


def live_on(workspace, dice, practices):
    """Something a person does."""
    chosen = dice.choice(practices) if practices else ""
    what = dice.choice(("record", "edit", "edit", "edit", "row", "delete"))
    if what == "record" or not chosen:
        practices.append(record(workspace, title=f"Pratica {dice.random()}"))
    elif what == "edit":
        edit(workspace, chosen, need=f"Frase {dice.random()}.", country=dice.choice(("IT", "EL")))
    elif what == "row":
        row = add_row(workspace, chosen, "partners", name=f"Comune {dice.random()}")
        if dice.random() < 0.3:
            remove_row(workspace, chosen, row)
    elif dice.random() < 0.5:
        recording.delete(workspace, chosen)


def trusting(workspace, public):
    """Let a catalogue take the redactions of another's device."""
    with workspace.catalogue.write() as tx:
        other = {"id": "ada's", "active": False, "counter": 0, "secret": "", "public": public}
        tx.connection.execute(device.insert().values(other))


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_however_revisions_arrive_the_same_ones_give_the_same_digest_and_the_same_lists(seed, new_workspace, figures):
    dice = random.Random(seed)
    ada, bo = new_workspace("Ada", f"ada{seed}"), new_workspace("Bo", f"bo{seed}")
    with ada.catalogue.write() as tx:
        public, _ = signer(tx)
    trusting(bo, public)
    practices: list[str] = []
    for step in range(STEPS):
        live_on(bo if step % 3 == 1 else ada, dice, practices)
        if dice.random() < 0.4 or len(practices) < 2:
            exchange(ada, bo)
    recording.redact(ada, practices[0], ["need"], "asked for")
    exchange(ada, bo)
    expected, broken = shown(ada), []
    assert shown(bo) == expected
    with ada.catalogue.read() as view:
        everything = list(view.all_revisions())
    for number in range(2):
        other = new_workspace("Cy", f"other{seed}-{number}")
        trusting(other, public)
        dice.shuffle(everything)
        at = dice.randrange(1, len(everything))
        for part in (everything[:at], everything[at:]):
            digest = shown(other)[2]
            with other.catalogue.write() as tx:
                tx.append(part)
            broken += [number] if digest == expected[2] else []  # something was still missing
        broken += [number] if shown(other) != expected else []
    rebuilt, _ = maintenance.check(ada, rebuild=True)
    broken += [] if (rebuilt.findings, shown(ada)) == ((), expected) else ["rebuilt"]
    figures.tried(
        "histories arriving in another order, or rebuilt", n=3, broken=len(broken), seed=f"0 to {HISTORIES - 1}"
    )
    assert not broken
    assert maintenance.check(ada, deep=True)[0].findings == ()
