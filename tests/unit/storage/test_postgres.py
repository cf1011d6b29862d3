"""The same catalogue on a PostgreSQL server: what people do with it gives the same as on SQLite."""

import contextlib
import threading

import pytest

from seeddesk.domain.errors import NotAllowed, NotFound, StorageError
from seeddesk.domain.query import Query
from seeddesk.services import cataloguing, maintenance, recording
from seeddesk.services.workspace import Workspace
from tests.support.catalogues import add_row, edit, exchange, record, values
from tests.support.postgres import postgres, server  # noqa: F401  # fixtures

pytestmark = pytest.mark.postgres


@pytest.fixture
def centre(server):  # noqa: F811  # a fixture of the same name
    with Workspace.create(server, "Centre", "it") as workspace:
        yield workspace


def test_a_catalogue_on_a_server_is_made_once_and_opened_again(server):  # noqa: F811
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
        tx.connection.exec_driver_sql("UPDATE search SET words = ''")
    assert [finding.code for finding in maintenance.check(centre)[0].findings] == ["check-derived"]
    assert maintenance.check(centre, rebuild=True)[0].findings == ()


def test_a_server_catalogue_is_backed_up_as_a_file_that_opens(centre, tmp_path):
    practice = record(centre)
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(300_000))
    recording.attach(centre, practice, photo)
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
