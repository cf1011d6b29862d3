"""What is looked at apart: in a process that loads little, and with the same eyes."""

import subprocess
import sys

import pytest

from seeddesk.services import maintenance
from seeddesk.storage import parts, schema
from tests.support.catalogues import record


def test_a_process_that_looks_loads_neither_sqlalchemy_nor_the_catalogue():
    told = "import sys; from seeddesk.storage import parts; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout.split()
    assert "seeddesk.storage.search" in loaded
    assert not {"sqlalchemy", "lxml", "seeddesk.storage.catalogue"} & set(loaded)


def test_it_knows_what_people_made_from_what_follows():
    assert {table.name for table in schema.MADE} == parts.MADE
    assert {table.name for table in schema.DERIVED} == parts.DERIVED


@pytest.mark.parametrize("statement", ["posting SET held = CAST(held AS TEXT)", "tag SET held = CAST(held AS TEXT)"])
def test_what_the_index_holds_counts_as_another_when_its_type_turned_though_every_byte_is_the_same(
    workspace, statement
):
    record(workspace)
    with workspace.catalogue.write() as tx:
        if tx.connection.dialect.name != "sqlite":
            pytest.skip("a server keeps the types itself")
        while tx.tidy():
            pass
        tx.connection.exec_driver_sql(f"UPDATE {statement}")
    assert [one.code for one in maintenance.check(workspace)[0].findings] == ["check-search"]


def test_another_process_comes_to_the_same_as_this_one(workspace):
    """What it does there is tried here, where it can be watched."""
    for number in range(3):
        record(workspace, title=f"Orto {number}")
    location = workspace.catalogue.location
    with workspace.catalogue.read() as view:
        look = parts.elsewhere(location, "")
        every = [
            *parts.pages_in_parts(view.connection),
            *(parts.Part(kind) for kind in (parts.PAGES, parts.TYPES, parts.ALL_TYPES, parts.TOLD, parts.INDEX)),
            parts.Part(parts.LISTS, (1, 3)),
            parts.Part(parts.LISTS, (2, 2)),
        ]
        here = [parts.read(view.connection, part) for part in every]
        assert [look(part) for part in every] == here
    assert [seen.looked for seen in here[-2:]] == [3, 1]
    assert here[-4].told is not None
    assert not any(seen.findings or seen.broken or not seen.sound for seen in here)


def test_another_process_ends_where_it_cannot_read(tmp_path):
    (tmp_path / "c").write_bytes(b"nothing of a database" * 1000)
    with pytest.raises(SystemExit) as ended:
        parts.elsewhere(str(tmp_path / "c"), "")(parts.Part(parts.PAGES))
    assert ended.value.code == 1
