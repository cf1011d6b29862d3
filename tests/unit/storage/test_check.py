"""A check finds what is not as it must be, and what can be made anew is."""

import random
import sqlite3

import pytest

from seeddesk.domain.changes import Progress
from seeddesk.domain.errors import Cancelled, UserError
from seeddesk.domain.messages import sentence
from seeddesk.services import cataloguing, maintenance
from seeddesk.services.workspace import Workspace
from tests.support.catalogues import GARDENS, add_row, edit, exchange, record

SPOILED = [
    "UPDATE practice SET title = 'wrong'",
    "UPDATE practice SET hidden = 1",
    "UPDATE practice SET completeness = completeness + 1",
    "UPDATE practice SET record = x'7b7d'",
    "DELETE FROM facet WHERE field = 'country'",
    "INSERT INTO facet (field, code, practice) VALUES ('country', 'EL', 1)",
    "DELETE FROM conflict",
    "UPDATE search SET body = 'wrong'",
    "DELETE FROM search",
    "INSERT INTO practice SELECT 99, 'ghost', code, title, title_key, status, country, place, year, stage, lead_org, completeness,"
    " conflicts, updated, hidden, record FROM practice WHERE number = 1",
]


@pytest.fixture
def disputed(new_workspace):
    ada, bo = new_workspace("Ada"), new_workspace("Bo")
    practice = record(ada)
    add_row(ada, practice, "partners", name="Comune")
    exchange(ada, bo)
    edit(ada, practice, need="Di Ada")
    edit(bo, practice, need="Di Bo")
    exchange(ada, bo)
    return ada


@pytest.mark.parametrize("statement", SPOILED)
def test_every_derived_table_is_compared_and_can_be_made_anew(disputed, statement):
    whole, _ = maintenance.check(disputed)
    assert whole.findings == ()
    with disputed.catalogue.write() as tx:
        tx.connection.exec_driver_sql(statement)
    found, _ = maintenance.check(disputed)
    assert {finding.code for finding in found.findings} == {"check-derived"}
    assert all(finding.repairable for finding in found.findings)
    cured, changes = maintenance.check(disputed, rebuild=True)
    assert (cured.findings, cured.digest, cured.rebuilt) == ((), whole.digest, 1)
    assert changes.practices


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE revision SET sha256 = '00' WHERE counter = 1",
        "UPDATE revision SET body = x'7b7d' WHERE counter = 1",
        "UPDATE revision SET body = x'78' WHERE counter = 1",
        "UPDATE revision SET counter = 77 WHERE counter = 1",
    ],
)
def test_a_revision_that_was_tampered_with_is_named(disputed, statement):
    with disputed.catalogue.write() as tx:
        tx.connection.exec_driver_sql(statement)
    findings = maintenance.check(disputed)[0].findings
    assert "check-revision" in {finding.code for finding in findings}


PAGE = 4096


def test_every_finding_has_a_sentence_in_both_languages(disputed):
    with disputed.catalogue.write() as tx:
        tx.connection.exec_driver_sql("UPDATE practice SET title = 'wrong'")
    for finding in maintenance.check(disputed)[0].findings:
        for lang in ("it", "en"):
            assert "rebuild" in sentence(finding.code, lang, **finding.arguments)


def test_a_rebuild_gives_the_same_list_in_the_same_order(workspace):
    for number in range(20):
        record(workspace, title=f"Pratica {number}")
    before = cataloguing.list_practices(workspace).rows
    maintenance.check(workspace, rebuild=True)
    assert cataloguing.list_practices(workspace).rows == before


def test_a_check_reports_where_it_is_and_can_be_stopped(disputed):
    seen = []
    maintenance.check(disputed, progress=Progress(lambda done, total, what: seen.append((done, total))))
    assert seen == [(1, 1)]
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        maintenance.check(disputed, progress=stopped)


def _flipped(data, start, dice):
    for _ in range(dice.randint(1, 40)):
        data[start + dice.randrange(PAGE)] ^= 1 << dice.randrange(8)


def _zeroed(data, start, dice):
    data[start : start + PAGE] = bytes(PAGE)


def _scribbled(data, start, dice):
    data[start : start + 64] = dice.randbytes(64)


def _cut_short(data, start, dice):
    del data[start + dice.choice((0, dice.randrange(PAGE))) :]


def test_two_hundred_catalogues_with_damaged_pages_are_noticed_or_harmless_and_never_a_traceback(workspace, tmp_path):
    for number in range(30):
        record(workspace, title=f"Pratica {number}", overview="parola " * 200)
    whole = maintenance.check(workspace)[0].digest
    copy = maintenance.backup(workspace, tmp_path / "copy.seeddesk").read_bytes()
    workspace.close()
    dice = random.Random(20261122)
    noticed = 0
    for number in range(200):
        data = bytearray(copy)
        damage = (_flipped, _zeroed, _scribbled, _cut_short)[number % 4]
        damage(data, dice.randrange(len(data) // PAGE) * PAGE, dice)
        for old in tmp_path.glob("damaged.seeddesk*"):
            old.unlink()
        (tmp_path / "damaged.seeddesk").write_bytes(data)
        try:
            with Workspace.open(tmp_path / "damaged.seeddesk", "Ada", read_only=number % 2 == 0) as opened:
                report, _ = maintenance.check(opened)
        except UserError:
            noticed += 1
            continue
        noticed += bool(report.findings)
        assert report.findings or report.digest == whole, (number, damage.__name__)
    assert noticed > 150


def test_references_that_point_nowhere_are_found(disputed):
    location = disputed.catalogue.location
    disputed.close()
    with sqlite3.connect(location) as file:
        file.execute("INSERT INTO facet (field, code, practice) VALUES ('country', 'IT', 4711)")
    file.close()
    with Workspace.open(location, "Ada") as opened:
        assert [finding.code for finding in maintenance.check(opened)[0].findings] == ["check-reference"]
        assert maintenance.check(opened, rebuild=True)[0].findings == ()
        assert cataloguing.list_practices(opened).rows[0].title == GARDENS["title"]
