"""The storage suite runs on a SQLite file and on a PostgreSQL server: whatever is not about SQLite's own files holds on both."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Connection

from seeddesk.services.workspace import Workspace
from seeddesk.storage.engine import write_engine
from tests.support.postgres import databases, postgres, server  # noqa: F401  # fixtures

# Whatever works on a catalogue or a connection runs on both, but for these tests, "*" for all of a module: they are about a file, its locks, its
# copies, its pages, or SQLite's own words and types.
OWN: dict[str, tuple[str, ...]] = {
    "test_backup": (
        "test_a_backup_that_lacks_something_does_not_count",  # it is made another way
        "test_a_damaged_backup_is_refused_and_the_catalogue_stays",
        "test_restoring_brings_the_backup_back_and_keeps_what_was_there",  # a server's own tools do
        "test_a_stale_write_ahead_log_does_not_reach_the_restored_catalogue",
        "test_a_schema_is_changed_only_after_a_verified_backup",
        "test_where_no_backup_can_be_made_the_schema_stays",
        "test_a_catalogue_put_aside_after_a_crash_comes_back_with_its_log",
        "test_a_restored_catalogue_writes_as_another_device_and_meets_its_own_past",
        "test_a_backup_in_use_or_absent_is_told",
    ),
    "test_catalogue": (
        "test_a_newer_catalogue_is_read_but_not_written",
        "test_the_settings_that_make_a_save_durable_are_in_force",
        "test_a_setting_that_does_not_take_is_an_error",
        "test_a_second_program_cannot_write_but_can_read",  # on a server it can
        "test_the_refusal_names_the_process_that_writes",
        "test_the_lock_of_a_program_that_was_killed_holds_nobody_up",
        "test_a_copied_file_writes_as_another_device",
        "test_a_cloned_catalogue_loses_nothing_on_either_side",
        "test_revisions_of_our_own_that_we_do_not_have_make_us_another_device",
        "test_attachments_are_stored_once_and_damage_is_noticed",  # test_postgres has it in PostgreSQL's words
        "test_an_open_draft_writes_on_after_another_author_wrote_elsewhere",
    ),
    "test_check": (
        "test_every_derived_table_is_compared_and_can_be_made_anew",  # test_postgres has them in PostgreSQL's words
        "test_a_revision_that_was_tampered_with_is_named",
        "test_references_that_point_nowhere_are_found",
    ),
    "test_index": ("test_damage_to_any_row_of_the_index_is_noticed",),
    "test_old_catalogues": ("*",),
    "test_many": (
        "test_what_is_said_again_by_another_device_counts_once_and_is_taken_back_once",
    ),  # a file that was copied
    "test_older": ("*",),
    "test_parts": ("*",),
    "test_postgres": ("*",),  # what it makes besides is for comparing
    "test_postings": ("test_a_row_that_is_not_as_it_was_written_is_noticed",),
    "test_restore_cut_off": ("*",),
    "test_second_schema": (
        "test_who_only_looks_has_its_lists_in_order_and_can_search_it",  # on a server it is refused
        "test_a_protected_one_comes_through_too",
    ),
    "test_sorting": ("test_what_is_kept_in_order_is_walked_along_its_index_and_not_sorted",),  # SQLite's words
    "test_turned_bits": ("*",),
    "test_views": ("test_a_backup_that_is_none_is_refused_and_nothing_changes",),
}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each test of a catalogue that may be on a server is two."""
    if "new_location" not in metafunc.fixturenames:
        return
    own = OWN.get(metafunc.module.__name__.rpartition(".")[2], ())
    both = ["sqlite", pytest.param("server", marks=pytest.mark.postgres)]
    only = "*" in own or metafunc.function.__name__ in own
    metafunc.parametrize("new_location", both[:1] if only else both, indirect=True, scope="module")


@pytest.fixture(scope="module")
def new_location(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], str]]:
    """Gives places for catalogues: files, or databases of the tests' own server."""
    if request.param == "sqlite":
        yield lambda name: str(tmp_path_factory.mktemp("storage") / f"{name}.seeddesk")
        return
    with databases(request.getfixturevalue("postgres")) as make:
        yield lambda name: make()


@pytest.fixture(scope="module")
def _bare(new_location: Callable[[str], str]) -> str:
    return new_location("bare")


@pytest.fixture
def empty(_bare: str) -> Iterator[Connection]:
    """A connection to a database with nothing in it, in a transaction that is undone."""
    engine = write_engine(_bare)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.fixture
def new_workspace(new_location: Callable[[str], str]) -> Iterator[Callable[..., Workspace]]:
    """As the fixture of this name elsewhere, on either engine."""
    made: list[Workspace] = []

    def make(author: str = "Ada", name: str = "", lang: str = "it") -> Workspace:
        made.append(Workspace.create(new_location(name or f"catalogue{len(made)}"), author, lang))
        return made[-1]

    yield make
    for workspace in made:
        workspace.close()
