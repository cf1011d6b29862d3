"""Catalogues with a damaged page: noticed or harmless, never a traceback; the last good backup is offered, and the damaged file is kept."""

import random
from pathlib import Path

import pytest

from seeddesk.domain.errors import UserError
from seeddesk.domain.query import Query
from seeddesk.services import cataloguing, maintenance, opening
from seeddesk.services.workspace import Workspace
from tests.support.catalogues import record
from tests.support.durability.plan import BOTH

PAGE = 4096
RESTORED = 20  # one in so many of those that do not open is restored


def _flipped(data, start, dice):
    for _ in range(dice.randint(1, 40)):
        data[start + dice.randrange(PAGE)] ^= 1 << dice.randrange(8)


def _zeroed(data, start, dice):
    data[start : start + PAGE] = bytes(PAGE)


def _one_bit(data, start, dice):
    data[start + dice.choice((dice.randrange(PAGE), dice.randrange(120)))] ^= 1 << dice.randrange(8)


def _scribbled(data, start, dice):
    data[start : start + 64] = dice.randbytes(64)


def _cut_short(data, start, dice):
    del data[start + dice.choice((0, dice.randrange(PAGE))) :]


WAYS = (_flipped, _zeroed, _one_bit, _scribbled, _cut_short)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("plan", BOTH)
def test_a_damaged_page_is_noticed_or_harmless_and_the_last_backup_is_a_way_on(workspace, figures, plan):
    location = Path(workspace.catalogue.location)
    for number in range(30):
        record(workspace, title=f"Pratica {number}", overview="parola " * 200)
    whole, seen = maintenance.check(workspace)[0].digest, _seen(workspace)
    maintenance.backup(workspace)
    workspace.close()
    copy = location.read_bytes()
    dice, noticed, closed, wrong = random.Random(plan.seed), 0, 0, []
    for number in range(plan.damaged):
        data, way = bytearray(copy), WAYS[number % len(WAYS)]
        way(data, dice.randrange(len(data) // PAGE) * PAGE, dice)
        for old in location.parent.glob(f"{location.name}*"):
            old.unlink()
        location.write_bytes(data)
        opened = opening.open_catalogue(location, "Ada", "it", read_only=number % 3 == 0)
        if opened.workspace is None:
            noticed, closed = noticed + 1, closed + 1
            if opening.Way.RESTORE not in opened.ways:
                wrong.append(f"{number}, {way.__name__}: no way back is offered for {opened.problem}")
            elif closed % RESTORED == 1 and (said := _restored(location, bytes(data), whole)):
                wrong.append(f"{number}, {way.__name__}: {said}")
            continue
        with opened.workspace as ws:
            try:
                report, _ = maintenance.check(ws)
            except UserError:
                noticed += 1
                continue
            noticed += bool(report.findings)
            if not report.findings and (report.digest != whole or _seen(ws) != seen):
                wrong.append(f"{number}, {way.__name__}: not noticed, and another content")
    figures.tried("catalogues with a damaged page", n=plan.damaged, broken=len(wrong), seed=plan.seed)
    assert not wrong
    assert noticed > plan.damaged * 0.75


def _seen(ws):
    """What people see of every practice: its line in the list, what a search finds, its answers."""
    rows = cataloguing.list_practices(ws).rows
    found = cataloguing.list_practices(ws, Query("parola pratica")).total
    with ws.catalogue.read() as view:
        return found, [(row, cataloguing.show(ws, row.id).record.values, view.revisions(row.id)) for row in rows]


def _restored(location, damaged, whole):
    """What is wrong after the last good backup was brought back, "" for nothing."""
    _, done = maintenance.restore_last(location)
    if done.kept is None or done.kept.read_bytes() != damaged:
        return "the damaged file was not kept"
    with Workspace.open(location, "Ada", "it", read_only=True) as ws:
        return "" if maintenance.check(ws)[0].digest == whole else "another content after restoring"
