"""The same catalogue on a PostgreSQL server: what people do with it gives the same as on SQLite."""

import contextlib
import importlib
import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from seeddesk.domain.errors import NotAllowed, NotFound, StorageError
from seeddesk.domain.query import Query
from seeddesk.services import cataloguing, maintenance, recording
from seeddesk.services.workspace import Workspace
from seeddesk.storage import beside
from tests.support import blocks
from tests.support.catalogues import add_row, attach, edit, exchange, record, values
from tests.unit.storage import conftest

pytestmark = pytest.mark.postgres


@pytest.fixture
def centre(server):
    with Workspace.create(server, "Centre", "it") as workspace:
        yield workspace


def test_a_catalogue_on_a_server_is_made_once_and_opened_again(server):
    with pytest.raises(NotFound):
        Workspace.open(server)
    Workspace.create(server, "Ada").close()
    with pytest.raises(StorageError):
        Workspace.create(server, "Ada")
    with Workspace.open(server, "Ada") as again:
        assert again.form.id == "seeddesk-practice"


def test_server_and_file_converge_and_list_and_find_alike(centre, new_workspace):
    ada = new_workspace("Ada")
    here, there = record(ada, tags=("orti", "anziani")), record(centre, title="Perché l'acqua è di tutti", country="EL")
    add_row(ada, here, "partners", name="Comune di Torino")
    exchange(ada, centre)
    edit(ada, here, title="Di Ada")
    edit(centre, here, title="Del centro")
    recording.delete(ada, there)
    exchange(ada, centre)
    for query in (
        Query(),
        Query(text="perche ACQ"),
        Query(text='"l\'acqua è"'),
        Query(text="torino"),
        Query(text="'; DROP TABLE practice; --"),
        Query(where={"country": ("IT",)}),
        Query(where={"lead_org.name": ("associazione l'orto",)}),
        Query(has_conflict=True),
        Query(deleted=True),
        Query(sort="title"),
    ):
        assert rows(centre, query) == rows(ada, query), query
    assert cataloguing.facets(centre, Query()) == cataloguing.facets(ada, Query())
    assert values(centre, here) == values(ada, here)
    digests = {maintenance.check(one)[0].digest for one in (ada, centre)}
    assert len(digests) == 1


def rows(workspace, query):
    return cataloguing.list_practices(workspace, query).rows


def test_a_server_catalogue_checks_and_rebuilds(centre):
    record(centre)
    report, _ = maintenance.check(centre)
    assert report.findings == ()
    with centre.catalogue.write() as tx:
        tx.connection.exec_driver_sql("UPDATE practice SET title = 'wrong'")
        tx.connection.exec_driver_sql("DELETE FROM search")
    assert [finding.code for finding in maintenance.check(centre)[0].findings] == ["check-derived"]
    assert maintenance.check(centre, rebuild=True)[0].findings == ()


def test_a_server_catalogue_is_backed_up_as_a_file_that_opens(centre, tmp_path):
    practice = record(centre)
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(300_000))
    attach(centre, practice, photo)
    backup = maintenance.backup(centre, tmp_path / "copy.seeddesk")
    with Workspace.open(backup, "Ada", read_only=True) as copy:
        assert maintenance.check(copy)[0].digest == maintenance.check(centre)[0].digest
        assert maintenance.check(copy)[0].findings == ()
        row = next(path for path in values(copy, practice) if path.endswith(".file"))
        assert recording.file_bytes(copy, values(copy, practice)[row]) == photo.read_bytes()
    with pytest.raises(NotAllowed):
        maintenance.restore(backup, centre.catalogue.location)


def test_two_people_writing_at_once_lose_nothing_and_never_share_a_dot(centre):
    practice = record(centre)
    done = []

    def work(name):
        with contextlib.closing(Workspace.open(centre.catalogue.location, name)) as own:
            for number in range(10):
                row = add_row(own, practice, "partners", name=f"{name}{number}")
                done.append(row)

    threads = [threading.Thread(target=work, args=(name,)) for name in ("Bo", "Cy")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    shown = values(centre, practice)
    assert len(done) == 20
    assert all(isinstance(shown[row], str) for row in done)
    with centre.catalogue.read() as view:
        assert len(view.revisions(practice)) == 21


EARLIER = (  # from the present schema back to the first
    "ALTER TABLE practice DROP COLUMN form, DROP COLUMN told, DROP COLUMN seal, DROP COLUMN place_key, DROP COLUMN lead_org_key",
    "CREATE TABLE facet (field TEXT NOT NULL, code TEXT NOT NULL, practice INTEGER NOT NULL REFERENCES practice (number),"
    " PRIMARY KEY (field, code, practice))",
    "CREATE INDEX facet_practice ON facet (practice)",
    "CREATE INDEX practice_code ON practice (code)",
    "DROP INDEX practice_by_code",
    "DROP TABLE search, fresh, posting, posting_block, tag",
    "UPDATE meta SET value = '1' WHERE key = 'schema'",
)


def test_a_server_catalogue_of_an_earlier_schema_is_backed_up_and_brought_to_this_one(server):
    with Workspace.create(server, "Ada", "it") as ws:
        practice = record(ws)
        edit(ws, practice, title="Dopo")
        digest = maintenance.check(ws)[0].digest
        with ws.catalogue.write() as tx:
            for statement in EARLIER:
                tx.connection.exec_driver_sql(statement)
    with Workspace.open(server, "Ada", "it") as ws:
        report = maintenance.check(ws)[0]
        assert (report.findings, report.digest) == ((), digest)
        (kept,) = maintenance.backups(ws).values()
        (row,) = cataloguing.list_practices(ws, Query(text="dopo")).rows
    with Workspace.open(kept, "Ada", "it") as ws:
        report = maintenance.check(ws)[0]
        assert (report.findings, report.digest) == ((), digest)
        assert cataloguing.list_practices(ws, Query(text="dopo")).rows == (row,)


# What test_check does to a file, in PostgreSQL's words.
SPOILED = [
    "UPDATE practice SET title = 'wrong'",
    "UPDATE practice SET hidden = true",
    "UPDATE practice SET completeness = completeness + 1",
    "UPDATE search SET tags = replace(tags, 'IT', 'EL')",
    "DELETE FROM conflict",
    "DELETE FROM search",
]
TAMPERED = [
    "UPDATE revision SET sha256 = '00' WHERE counter = 1",
    "UPDATE revision SET body = '\\x7b7d' WHERE counter = 1",
    "UPDATE revision SET counter = 77 WHERE counter = 1",
]


@pytest.fixture
def disputed(centre, new_workspace):
    bo = new_workspace("Bo")
    practice = record(centre)
    exchange(centre, bo)
    edit(centre, practice, need="Di Ada")
    edit(bo, practice, need="Di Bo")
    exchange(centre, bo)
    return centre


@pytest.mark.parametrize("statement", [*SPOILED, *TAMPERED])
def test_what_was_changed_behind_our_back_on_a_server_is_found(disputed, statement):
    with disputed.catalogue.write() as tx:
        tx.connection.exec_driver_sql(statement)
    found = {finding.code for finding in maintenance.check(disputed)[0].findings}
    if statement in TAMPERED:
        assert "check-revision" in found
    else:
        assert found == {"check-derived"}
        assert maintenance.check(disputed, rebuild=True)[0].findings == ()


def test_attachments_on_a_server_are_stored_once_and_damage_is_noticed(centre):
    data = bytes(range(256)) * 4000
    with centre.catalogue.write() as tx:
        sha = tx.put_attachment(data)
        assert tx.put_attachment(data) == sha
        tx.connection.exec_driver_sql("UPDATE attachment_part SET data = '\\x00' WHERE number = 2")
    with pytest.raises(StorageError), centre.catalogue.read() as view:
        view.attachment(sha)


class Writer:
    """A process that writes, told to begin and read from as it goes."""

    def __init__(self, root, location, author, seed, count, practices):
        words = [sys.executable, "-m", "tests.support.writing", location, author, str(seed), str(count), *practices]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(words, cwd=root, stdin=pipe, stdout=pipe, text=True)
        assert self.process.stdout.readline() == "ready\n"

    def begin(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()

    def acknowledged(self):
        """What it said until it ended. A line cut in the middle was not said."""
        said = self.process.communicate()[0]
        return said.split("\n")[:-1]


def test_processes_that_write_at_once_lose_nothing_even_when_one_is_killed(centre, new_workspace, root, figures):
    practices = [record(centre, title=f"Comune {number}") for number in range(3)]
    location = centre.catalogue.location
    writers = [Writer(root, location, name, seed, 150, practices) for seed, name in enumerate(("Bo", "Cy"))]
    victim = Writer(root, location, "Di", 7, 100_000, practices)
    for writer in (*writers, victim):
        writer.begin()
    first = victim.process.stdout.readline()  # it writes
    time.sleep(1)
    victim.process.kill()
    said = [first.strip(), *victim.acknowledged()]
    for writer in writers:
        said += (acknowledged := writer.acknowledged())
        assert (len(acknowledged), writer.process.returncode) == (150, 0)
    with centre.catalogue.read() as view:
        revisions = list(view.all_revisions())
    texts = [value for one in revisions for value in one.set.values()]
    lost = [text for text in said if texts.count(text) != 1]
    figures.tried(
        "acknowledged saves of three processes on one server, one of them killed", n=len(said), broken=len(lost)
    )
    assert not lost
    assert (
        len({one.dot for one in revisions}) == len(revisions) in (len(said) + 3, len(said) + 4)
    )  # one may be in doubt
    found = maintenance.check(centre)[0]
    assert found.findings == ()
    alone = new_workspace("Alone")
    with alone.catalogue.write() as tx:
        tx.append(revisions)
    told = maintenance.check(alone)[0]
    assert (told.findings, told.digest) == ((), found.digest)
    for query in (Query(), Query(has_conflict=True), Query(sort="title")):
        assert rows(alone, query) == rows(centre, query), query
    assert set(rows(alone, Query(text="bo"))) == set(rows(centre, Query(text="bo")))  # equally good ones in any order
    before = rows(centre, Query())
    assert maintenance.check(centre, rebuild=True)[0].findings == ()
    assert rows(centre, Query()) == before


@pytest.mark.timeout(600)
def test_a_large_import_is_listed_by_several_processes_as_in_a_file_even_when_one_is_killed(
    centre, new_workspace, monkeypatch
):
    monkeypatch.setattr(beside, "many", lambda: 2)
    came, original = [], beside.Beside.each

    def each(self, things):
        os.kill(next(iter(self._all.values())).pid, signal.SIGKILL)
        for one in original(self, things):
            came.append(len(one.practices))
            yield one

    alone = new_workspace("Alone")
    with alone.catalogue.write() as tx:
        tx.append(list(blocks.revisions(alone.form)))
    with monkeypatch.context() as patch, centre.catalogue.write() as tx:
        patch.setattr(beside.Beside, "each", each)
        tx.append(list(blocks.revisions(centre.form)))
    assert len(came) > 1
    assert sum(came) == blocks.MANY
    there, here = ({name: contents(one, name) for name in TABLES} for one in (centre, alone))
    assert there == here
    assert maintenance.check(centre)[0].findings == ()
    for query in (Query(sort="title"), Query(text="orto 77"), Query(text="cooperativa 7", where={"country": ("GR",)})):
        assert set(rows(centre, query)) == set(rows(alone, query)), query
    assert cataloguing.facets(centre, Query()) == cataloguing.facets(alone, Query())


TABLES = ("revision", "search", "posting", "tag")


def contents(workspace, table):
    with workspace.catalogue.read() as view:
        return set(view.connection.exec_driver_sql(f"SELECT * FROM {table}").all())


def test_what_is_only_about_files_is_named_as_it_is_called():
    for module, names in conftest.OWN.items():
        there = vars(importlib.import_module(f"tests.unit.storage.{module}"))
        assert [name for name in names if name != "*" and name not in there] == []
