"""The last backup, brought back again and again over a running catalogue's leavings, holds exactly what it held, and what it replaced is kept."""

from pathlib import Path

import pytest

from seeddesk.services import maintenance
from seeddesk.services.workspace import Workspace
from tests.support.catalogues import edit, record, values
from tests.support.durability.plan import BOTH

JOURNAL = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(4088)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("plan", BOTH)
def test_restores_in_a_row_bring_back_exactly_the_backup_whatever_lies_beside(workspace, figures, plan):
    practice, wrong = record(workspace), []
    location = Path(workspace.catalogue.location)
    workspace.close()
    for number in range(plan.drills):
        with Workspace.open(location, "Ada") as ws:
            edit(ws, practice, title=f"Giro {number}")
            copy = maintenance.backup(ws)
            expected = maintenance.check(ws)[0].digest
            edit(ws, practice, title=f"Dopo il giro {number}", overview="parola " * 2000)
            log = Path(f"{location}-wal").read_bytes()
        Path(f"{location}-wal").write_bytes(log)  # as a crash leaves it
        if number % 2:
            Path(f"{location}-journal").write_bytes(JOURNAL)
        used, done = maintenance.restore_last(location)
        with Workspace.open(location, "Ada", read_only=True) as ws:
            report = maintenance.check(ws)[0]
            back = values(ws, practice)["title"]
        with Workspace.open(done.kept, "Ada") as ws:
            kept = values(ws, practice)["title"]
        if (used, report.digest, report.findings, back) != (copy, expected, (), f"Giro {number}"):
            wrong.append(f"{number}: {used.name} brought back {back}, {report.findings}")
        if kept != f"Dopo il giro {number}":
            wrong.append(f"{number}: what was replaced says {kept}")
    figures.tried("restore drills", n=plan.drills, broken=len(wrong), seed=plan.seed)
    assert not wrong
