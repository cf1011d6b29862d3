"""Clocks that are wrong, and words that programs take for nothing: no save is lost, none wins for its time, none changes."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

import pytest

from seeddesk.services import (
    backup_folders,
    cataloguing,
    history,
    keeping,
    maintenance,
    merging,
    recording,
    table_export,
)
from seeddesk.storage import backup as copies
from tests.support.catalogues import edit, exchange, record, values
from tests.support.returned import in_this_process, send

YEAR = 365.25 * 86_400
CLOCKS = {
    "ten years slow": lambda now: now - 10 * YEAR,
    "1970": lambda now: 1.0,
    "after 2038": lambda now: 2_147_483_648.0 + 5,
    "9999": lambda now: 253_402_100_000.0,  # two days before its end: in Rome the next year comes sooner
    "before 1970": lambda now: -86_400.0,
}


@pytest.fixture
def clock(monkeypatch):
    """Sets what time it is."""
    true = time.time

    def set_to(way):
        monkeypatch.setattr(time, "time", lambda: way(true()))

    return set_to


@pytest.mark.parametrize("name", CLOCKS)
def test_what_was_saved_by_a_wrong_clock_is_kept_and_edited_on(new_workspace, clock, name, figures):
    ada, bo = new_workspace("Ada"), new_workspace("Bo")
    practice = record(ada)
    exchange(ada, bo)
    clock(CLOCKS[name])
    edit(bo, practice, title="Di Bo")
    edit(bo, practice, title="Ancora di Bo")
    clock(lambda now: now)
    exchange(ada, bo)
    assert values(ada, practice)["title"] == "Ancora di Bo"
    edit(ada, practice, title="Di Ada, che l'ha visto")
    exchange(ada, bo)
    for one in (ada, bo):
        assert values(one, practice)["title"] == "Di Ada, che l'ha visto"
        assert not cataloguing.conflicts(one)
        assert maintenance.check(one)[0].findings == ()
        assert [row.id for row in cataloguing.list_practices(one).rows] == [practice]
    figures.tried("clocks that are wrong", n=1)


def test_a_clock_that_steps_back_between_two_saves_turns_nothing_round(workspace, clock):
    practice = record(workspace)
    for number in range(5):
        clock(lambda now, back=number: now - back * 3600)
        edit(workspace, practice, title=f"Titolo {number}")
    assert values(workspace, practice)["title"] == "Titolo 4"
    with workspace.catalogue.read() as view:
        times = [revision.time for revision in view.revisions(practice)]
    assert times == sorted(times)


@pytest.mark.parametrize("days", [1, 400])
def test_the_history_goes_by_what_came_after_what_not_by_a_clock_that_was_put_back(new_workspace, clock, days):
    ada, bo = new_workspace("Ada"), new_workspace("Bo")
    practice = record(ada, title="Prima")
    clock(lambda now: now + days * 86_400)
    edit(ada, practice, title="Nel futuro")
    clock(lambda now: now)
    edit(ada, practice, title="Di nuovo adesso")
    exchange(ada, bo)
    edit(bo, practice, title="Di Bo, che l'ha visto")
    exchange(ada, bo)
    told = [saved.changes[0].after for saved in history.of_practice(ada, practice)[:3]]
    wanted = ["Di Bo, che l'ha visto", "Di nuovo adesso", "Nel futuro", "Prima"]
    assert told == wanted[:3]
    assert [one.value for one in cataloguing.history(ada, practice) if one.path == "title"] == wanted


@pytest.fixture
def today(monkeypatch):
    """Sets which day it is for backups."""

    def set_to(days: float):
        class Moved(datetime):
            @classmethod
            def now(cls, tz=None):
                return datetime.now(tz) + timedelta(days=days)

        for module in (maintenance, backup_folders, copies):
            monkeypatch.setattr(module, "datetime", Moved)

    return set_to


@pytest.mark.parametrize("days", [0.9, 2, 400, -0.9, -400])
def test_backups_go_on_and_the_newest_is_the_newest_after_a_clock_that_was_wrong(workspace, today, tmp_path, days):
    maintenance.choose_second_place(tmp_path)
    practice = record(workspace)
    today(days)
    wrong = maintenance.backup_if_due(workspace)
    assert wrong is not None
    today(0)
    edit(workspace, practice, title="Dopo")
    right = maintenance.backup_if_due(workspace)
    assert right is not None
    assert maintenance.last_good_backup(workspace.catalogue.location) == right
    assert len(list(tmp_path.glob("*/*.seeddesk"))) == 2
    assert next(iter(keeping.listed(workspace))).path == right
    assert maintenance.backup_if_due(workspace) is None
    assert {wrong, right} <= set(maintenance.backups(workspace).values())


@pytest.mark.parametrize(
    "word", ["Null", "None", "NaN", "nan", "NULL", "N/A", "true", "0", "1e5", "001", "=1+1", "+39 011", "-1", "@x"]
)
def test_a_word_that_programs_take_for_another_thing_survives_every_way_out_and_back(
    workspace, new_workspace, tmp_path, word
):
    practice = record(workspace, title=word, need=word)
    other = new_workspace("Bo")
    with in_this_process():
        merging.import_files(other, [send(workspace, practice, tmp_path)], backup=False)
    shown = values(other, practice)
    assert (shown["title"], shown["need"]) == (word, word)
    for kind in ("csv", "xlsx"):
        out = tmp_path / f"t.{kind}"
        table_export.export_table(workspace, [practice], kind, out)
        with in_this_process():
            report, _ = merging.import_files(workspace, [out], backup=False)
        assert [file.status for file in report.files] == ["unchanged"], (kind, report.files)
        assert values(workspace, practice)["need"] == word
    recording.delete(workspace, practice)
