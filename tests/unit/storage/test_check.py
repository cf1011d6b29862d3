"""A check finds what is not as it must be, and what can be made anew is."""

import contextlib
import sqlite3
import zlib
from pathlib import Path

import pytest

from seeddesk.domain.changes import Progress
from seeddesk.domain.errors import Cancelled, StorageError
from seeddesk.domain.messages import sentence
from seeddesk.services import cataloguing, maintenance
from seeddesk.services.workspace import Workspace
from seeddesk.storage import check, seals, search
from seeddesk.storage.schema import practice, revision
from tests.support.catalogues import GARDENS, add_row, edit, exchange, record

SPOILED = [
    "UPDATE practice SET title = 'wrong'",
    "UPDATE practice SET hidden = 1",
    "UPDATE practice SET completeness = completeness + 1",
    "UPDATE practice SET record = x'7b7d'",
    "UPDATE practice SET form = 'wrong'",
    "DELETE FROM conflict",
    "UPDATE search SET body = 'wrong'",
    "UPDATE search SET tags = replace(tags, 'IT', 'EL')",
    "DELETE FROM search",
    "UPDATE practice SET place_key = 'wrong'",
    "UPDATE practice SET lead_org_key = 'wrong'",
    "INSERT INTO practice (number, id, code, title, title_key, place_key, lead_org_key, status, country, place, year, stage, lead_org,"
    " completeness, conflicts, updated, hidden, record) SELECT 99, 'ghost', code, title, title_key, place_key, lead_org_key, status, country,"
    " place, year, stage, lead_org, completeness, conflicts, updated, hidden, record FROM practice WHERE number = 1",
]


@pytest.fixture(params=["here", "apart"])
def where(request, monkeypatch):
    """Whether a check reads everything itself or, as of a large catalogue, lets other processes do it."""
    if request.param == "apart":
        monkeypatch.setattr(check, "LARGE", 0)
        monkeypatch.setattr(check, "_TOGETHER", 2)
    return request.param


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
    assert all(sentence(finding.code, "it", **finding.arguments) for finding in findings)


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


def test_a_revision_that_is_gone_is_missed_although_nothing_listed_depends_on_it(disputed):
    (row,) = cataloguing.list_practices(disputed).rows
    edit(disputed, row.id, place="Torino")
    edit(disputed, row.id, place="Cuneo")
    with disputed.catalogue.write() as tx:
        dots = [this.dot for this in tx.revisions(row.id) if "place" in this.set]
        same = (revision.c.device == dots[0].device) & (revision.c.counter == dots[0].counter)
        tx.connection.execute(revision.delete().where(same))
    (finding,) = maintenance.check(disputed)[0].findings
    assert finding.code == "check-told"
    assert row.id in sentence(finding.code, "it", **finding.arguments)


@pytest.mark.parametrize("column", ["told", "seal"])
def test_a_seal_that_was_damaged_itself_is_found_and_made_anew(disputed, column):
    with disputed.catalogue.write() as tx:
        tx.connection.exec_driver_sql(f"UPDATE practice SET {column} = 'ab'")
    (found,) = maintenance.check(disputed)[0].findings
    assert found.code == {"told": "check-told", "seal": "check-derived"}[column]
    assert maintenance.check(disputed, rebuild=True)[0].findings == ()


def test_every_byte_of_a_revision_counts_in_an_everyday_check(disputed):
    """What decompresses to the same all the same is not what was written."""
    with disputed.catalogue.write() as tx:
        one = tx.connection.execute(revision.select()).first()
        text = zlib.decompress(one.body) if one.body[:1] != b"{" else one.body
        same = (revision.c.device == one.device) & (revision.c.counter == one.counter)
        tx.connection.execute(revision.update().where(same).values(body=zlib.compress(text, 9)))
    assert {finding.code for finding in maintenance.check(disputed)[0].findings} == {"check-told"}


def test_a_deep_check_trusts_no_seal(disputed):
    with disputed.catalogue.write() as tx:
        tx.connection.exec_driver_sql("UPDATE practice SET title = 'wrong'")
        rows = tx.connection.exec_driver_sql(f"SELECT {', '.join(seals.LINE)} FROM practice").all()
        stored = search.stored(tx.connection, [row[0] for row in rows])
        for row in rows:
            found = tx.connection.exec_driver_sql(f"SELECT path, kind FROM conflict WHERE practice = {row[0]}")
            seal = seals.of_practice(row, seals.joined(map(tuple, found)), stored[row[0]])
            tx.connection.execute(practice.update().where(practice.c.number == row[0]).values(seal=seal))
    assert maintenance.check(disputed)[0].findings == ()
    assert {finding.code for finding in maintenance.check(disputed, deep=True)[0].findings} == {"check-derived"}


def test_a_check_reports_where_it_is_and_can_be_stopped(disputed):
    seen = []
    maintenance.check(disputed, progress=Progress(lambda done, total, what: seen.append((done, total))))
    assert seen == [(1, 1)]
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        maintenance.check(disputed, progress=stopped)


def test_references_that_point_nowhere_are_found(disputed):
    location = disputed.catalogue.location
    disputed.close()
    with sqlite3.connect(location) as file:
        file.execute("INSERT INTO conflict (practice, path, kind) VALUES (4711, 'need', 'text')")
    file.close()
    with Workspace.open(location, "Ada") as opened:
        assert [finding.code for finding in maintenance.check(opened)[0].findings] == ["check-reference"]
        assert maintenance.check(opened, rebuild=True)[0].findings == ()
        assert cataloguing.list_practices(opened).rows[0].title == GARDENS["title"]


def _columns(location):
    with contextlib.closing(sqlite3.connect(location)) as file:
        tables = [name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        full = [name for name in tables if file.execute(f"SELECT 1 FROM {name}").fetchone()]
        return [(name, row[1], row[2]) for name in full for row in file.execute(f"PRAGMA table_info({name})")]


@pytest.mark.parametrize("deep", [False, True])
@pytest.mark.parametrize("kind", ["TEXT", "BLOB", "INTEGER"])
def test_a_column_that_became_another_type_is_a_finding_and_no_failure(workspace, kind, deep):
    """One turned bit in the head of a row does that, and SQLite's own check passes over it."""
    record(workspace, **GARDENS)
    location = workspace.catalogue.location
    if not Path(location).is_file():
        pytest.skip("a server keeps the types itself")
    other = {"TEXT": "x'00ff'", "BLOB": "'text'", "INTEGER": "'x'"}[kind]
    for table, column, declared in _columns(location):
        if (declared if declared in ("TEXT", "BLOB") else "INTEGER") != kind:
            continue
        last = f"WHERE rowid = (SELECT max(rowid) FROM {table})"
        with contextlib.closing(sqlite3.connect(location)) as file:
            ((before,),) = file.execute(f"SELECT {column} FROM {table} {last}")
            try:
                file.execute(f"UPDATE {table} SET {column} = {other} {last}")
            except sqlite3.IntegrityError:  # the number of the row itself
                continue
            file.commit()
            report, _ = maintenance.check(workspace, deep=deep)
            file.execute(f"UPDATE {table} SET {column} = ? {last}", (before,))
            file.commit()
        assert report.findings, (table, column)
        assert all(sentence(one.code, "it", **one.arguments) for one in report.findings)
    assert not maintenance.check(workspace, deep=True)[0].findings


BROKEN = {
    "UPDATE practice SET title = 'wrong' WHERE number = 3": "check-derived",
    "UPDATE search SET body = CAST(body AS BLOB) WHERE number = 5": "check-types-derived",
    "UPDATE revision SET time = 'wrong' WHERE counter = 1": "check-revision",
    "UPDATE revision SET time = CAST(time AS BLOB) WHERE counter = 1": "check-revision",
    "UPDATE posting SET held = x'00' WHERE word = 'orti'": "check-search",
    "UPDATE posting SET word = CAST(word AS BLOB) WHERE word = 'orti'": "check-search",
    "UPDATE tag SET field = CAST(field AS BLOB) WHERE field = '@status'": "check-search",
    "INSERT INTO conflict (practice, path, kind) VALUES (4711, 'need', 'text')": "check-reference",
}


def test_a_check_finds_what_is_wrong_with_any_of_many_whoever_reads_it(workspace, where):
    location = Path(workspace.catalogue.location)
    if not location.is_file():
        pytest.skip("a server keeps types and references itself")
    for number in range(5):
        record(workspace, title=f"Orti {number}")
    with workspace.catalogue.write() as tx:
        while tx.tidy():
            pass
    workspace.close()
    kept = location.read_bytes()
    for statement, code in list(BROKEN.items())[:: 1 if where == "here" else 3]:  # starting processes takes a while
        location.write_bytes(kept)
        with contextlib.closing(sqlite3.connect(location)) as file, file:
            assert file.execute(statement).rowcount, statement
        with Workspace.open(location, "Ada", read_only=True) as opened:
            assert {finding.code for finding in maintenance.check(opened)[0].findings} == {code}, statement
    location.write_bytes(kept)
    with Workspace.open(location, "Ada", read_only=True) as opened:
        assert maintenance.check(opened)[0].findings == ()


def test_a_practice_is_checked_whatever_its_number_became(workspace):
    location = workspace.catalogue.location
    if not Path(location).is_file():
        pytest.skip("a server keeps types itself")
    for other in range(3):
        record(workspace, title=f"Orti {other}")
    for number in (-(1 << 62), 1 << 62):
        with contextlib.closing(sqlite3.connect(location)) as file, file:
            file.execute(f"UPDATE practice SET number = {number} WHERE number = (SELECT max(number) FROM practice)")
        assert "check-derived" in {finding.code for finding in maintenance.check(workspace)[0].findings}


def test_pages_that_cannot_be_read_are_found_by_other_processes_too(workspace, monkeypatch, capfd):
    monkeypatch.setattr(check, "LARGE", 0)
    record(workspace, overview="parola " * 100_000)
    location = Path(workspace.catalogue.location)
    if not location.is_file():
        pytest.skip("a server keeps its pages itself")
    workspace.close()
    data = bytearray(location.read_bytes())
    data[len(data) // 2 :] = b"\xff" * (len(data) - len(data) // 2)
    location.write_bytes(data)
    with Workspace.open(location, "Ada", read_only=True) as opened, contextlib.suppress(StorageError):
        assert maintenance.check(opened)[0].findings
    assert "Traceback" not in capfd.readouterr().err
