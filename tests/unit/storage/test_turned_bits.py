"""One turned bit makes bytes of a text, or text of bytes: what is searched goes on or says what is wrong, saving goes on, and a rebuild cures it."""

import pytest

from seeddesk.domain.errors import StorageError
from seeddesk.domain.messages import sentence
from seeddesk.domain.query import Query
from seeddesk.services import cataloguing, maintenance
from tests.support.catalogues import edit, record

ASKED = (
    Query("orto"),
    Query('"orto zero"'),
    Query("orto", sort="status"),
    Query(where={"country": ("IT",)}),
    Query(not_text="zero"),
    Query(where={"lead_org.name": ("orto",)}),
)


@pytest.fixture
def catalogue(workspace):
    """Three practices in the index, the first of which waits to be brought in again; and their ids."""
    practices = [record(workspace, title=f"Orto {name}") for name in ("grande", "piccolo", "medio")]
    while maintenance.tidy(workspace):
        pass
    edit(workspace, practices[0], title="Orto zero")
    return workspace, practices


def answers(workspace):
    return [cataloguing.list_practices(workspace, query).rows for query in ASKED], cataloguing.facets(
        workspace, Query()
    )


def spoil(workspace, statement):
    with workspace.catalogue.write() as tx:
        assert tx.connection.exec_driver_sql(statement).rowcount


def saved_and_tidied(workspace, practice):
    edit(workspace, practice, title="Orto nuovo")
    while maintenance.tidy(workspace):
        pass


@pytest.mark.parametrize("column", ["title", "names", "body", "tags"])
@pytest.mark.parametrize("table", ["search", "fresh"])
def test_words_of_another_type_are_found_all_the_same_and_saving_goes_on(catalogue, table, column):
    workspace, practices = catalogue
    before = answers(workspace)
    spoil(workspace, f"UPDATE {table} SET {column} = CAST({column} AS BLOB)")
    assert answers(workspace) == before
    assert [one.code for one in maintenance.check(workspace, deep=True)[0].findings] == ["check-types-derived"]
    saved_and_tidied(workspace, practices[1])
    assert cataloguing.list_practices(workspace, Query("nuovo")).total == 1
    assert cataloguing.list_practices(workspace, Query("piccolo")).total == 0
    assert maintenance.check(workspace, rebuild=True, deep=True)[0].findings == ()


def test_codes_of_another_type_leave_lists_in_their_order(catalogue):
    workspace, _ = catalogue
    spoil(workspace, "UPDATE tag SET code = CAST(code AS BLOB) WHERE field = '@status'")
    assert len(cataloguing.list_practices(workspace, Query("orto", sort="status")).rows) == 3


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE posting SET held = 'ab'",
        "UPDATE posting SET held = 7",
        "UPDATE posting SET held = x'0102ff'",
        "UPDATE tag SET held = 'ab'",
        "UPDATE tag SET held = x'0102ff'",
    ],
)
def test_a_damaged_row_of_the_index_is_said_keeps_nobody_from_saving_and_is_made_anew(catalogue, statement):
    workspace, practices = catalogue
    spoil(workspace, statement)
    for ask in (
        lambda: cataloguing.list_practices(workspace, Query("orto", status=("draft",))),
        lambda: answers(workspace),
    ):
        with pytest.raises(StorageError) as refusal:
            ask()
        assert refusal.value.code == "search-damaged"
    assert all("--rebuild" in sentence("search-damaged", lang) for lang in ("it", "en"))
    edit(workspace, practices[1], title="Orto nuovo")
    assert maintenance.check(workspace)[0].findings != ()
    assert maintenance.check(workspace, rebuild=True)[0].findings == ()
    assert cataloguing.list_practices(workspace, Query("orto nuovo")).total == 1


def test_a_damaged_sum_of_the_index_is_said_when_the_index_is_changed(catalogue):
    workspace, practices = catalogue
    before = answers(workspace)
    spoil(workspace, "UPDATE posting_block SET seal = 'x'")
    assert answers(workspace) == before
    with pytest.raises(StorageError) as refusal:
        saved_and_tidied(workspace, practices[1])
    assert refusal.value.code == "search-damaged"
    assert maintenance.check(workspace, rebuild=True)[0].findings == ()
