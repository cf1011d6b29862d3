"""Notes taken while somebody talks."""

import pytest

from seeddesk.domain.errors import NotFound
from seeddesk.domain.practice import new_practice_id
from seeddesk.services import cataloguing, exporting, interview, recording
from seeddesk.services.workspace import Workspace
from tests.support.catalogues import record


def test_notes_are_there_again_after_the_catalogue_was_closed(new_workspace):
    workspace = new_workspace()
    practice = new_practice_id()  # a draft nobody saved yet
    interview.add(workspace, practice, "Comincia da un banco.", 72, "2026-11-22T10:00:00+00:00")
    interview.add(workspace, practice, "", 30)
    interview.keep_time(workspace, practice, 767)
    location = workspace.catalogue.location
    workspace.close()
    with Workspace.open(location) as again:
        found = interview.notes(again, practice)
    assert [(note.second, note.text) for note in found.notes] == [(30, ""), (72, "Comincia da un banco.")]
    assert found.notes[1].at == "2026-11-22T10:00:00+00:00"
    assert (found.seconds, bool(found.began)) == (767, True)


def test_a_note_keeps_its_moment_whatever_becomes_of_it(workspace):
    note = interview.add(workspace, "p", "Chiedere il costo", 5)
    interview.edit(workspace, "p", note.id, "Chiedere il costo del furgone")
    interview.flag(workspace, "p", note.id, True)
    interview.placed(workspace, "p", note.id, "cost.budget_total")
    (found,) = interview.notes(workspace, "p").notes
    assert (found.text, found.second, found.at) == ("Chiedere il costo del furgone", 5, note.at)
    assert (found.ask, found.field) == (True, "cost.budget_total")


def test_a_note_taken_away_can_be_put_back(workspace):
    note = interview.add(workspace, "p", "Uno", 1)
    assert interview.remove(workspace, "p", note.id) == note
    assert interview.notes(workspace, "p").notes == ()
    with pytest.raises(NotFound, match="not there any more"):
        interview.edit(workspace, "p", note.id, "Due")
    interview.put_back(workspace, "p", note)
    assert interview.notes(workspace, "p").notes == (note,)


def test_the_clock_remembers_when_it_began(workspace):
    assert interview.notes(workspace, "p").began == ""
    interview.keep_time(workspace, "p", 10)
    began = interview.notes(workspace, "p").began
    interview.keep_time(workspace, "p", 20)
    assert (interview.notes(workspace, "p").began, interview.notes(workspace, "p").seconds) == (began, 20)


def test_one_practice_sees_nothing_of_anothers_notes(workspace):
    interview.add(workspace, "a", "Uno")
    interview.add(workspace, "a_", "Due")
    interview.add(workspace, "ab", "Tre")
    assert [note.text for note in interview.notes(workspace, "a").notes] == ["Uno"]
    assert interview.clear(workspace, "a") == 1
    assert [note.text for note in interview.notes(workspace, "ab").notes] == ["Tre"]


def test_notes_are_no_answers(workspace, tmp_path):
    practice = record(workspace)
    interview.add(workspace, practice, "zuzzurellone")
    (path,) = exporting.export_dossiers(workspace, [practice], tmp_path)
    import zipfile

    with zipfile.ZipFile(path) as package:
        assert not any(b"zuzzurellone" in package.read(name) for name in package.namelist())
    assert not any("zuzzurellone" in str(value) for value in recording.open_draft(workspace, practice).values.values())
    assert len({entry.dot for entry in cataloguing.history(workspace, practice)}) == 1
