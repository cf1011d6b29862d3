"""Dossiers that go from one catalogue to another and back: each knows its own values again."""

from __future__ import annotations

import contextlib
import shutil

import pytest

from seeddesk.services import cataloguing
from seeddesk.services.workspace import Workspace
from tests.support.catalogues import add_row, edit, exchange, record, remove_row, values
from tests.support.returned import edited, read_here, send, statuses, take

__all__ = ["read_here"]  # a fixture
pytestmark = pytest.mark.usefixtures("read_here")


def revisions(ws, practice):
    with ws.catalogue.read() as view:
        return view.revisions(practice)


def test_a_dossier_of_another_catalogue_becomes_a_practice_with_its_base(workspace, new_workspace, tmp_path):
    practice = record(workspace)
    sent = send(workspace, practice, tmp_path)
    back = edited(workspace, sent, "b.docx", {"title": "Cambiato da Bruno"})
    centre = new_workspace("Centro")
    assert statuses(take(centre, back)) == ["new"]
    shown = values(centre, practice)
    assert (shown["title"], shown["need"], shown["code"]) == (
        "Cambiato da Bruno",
        "Isolamento degli anziani.",
        values(workspace, practice)["code"],
    )
    assert statuses(take(centre, back, sent)) == ["unchanged", "unchanged"]


def test_a_newer_dossier_of_another_catalogue_follows_on_the_older_one(workspace, new_workspace, tmp_path):
    practice = record(workspace)
    centre = new_workspace("Centro")
    old = send(workspace, practice, tmp_path / "old")
    take(centre, old)
    edit(workspace, practice, title="Secondo titolo")
    new = send(workspace, practice, tmp_path / "new")
    assert statuses(take(centre, new)) == ["updated"]
    assert values(centre, practice)["title"] == "Secondo titolo"
    assert cataloguing.conflicts(centre) == ()
    assert statuses(take(centre, old, new)) == ["unchanged", "unchanged"]


def test_an_older_dossier_of_another_catalogue_arriving_late_brings_back_nothing(workspace, new_workspace, tmp_path):
    practice = record(workspace)
    centre = new_workspace("Centro")
    old = send(workspace, practice, tmp_path / "old")
    edit(workspace, practice, title="Secondo titolo")
    take(centre, send(workspace, practice, tmp_path / "new"), old)
    assert values(centre, practice)["title"] == "Secondo titolo"
    assert cataloguing.conflicts(centre) == ()


def test_an_edit_of_an_older_dossier_of_another_catalogue_meets_the_newer_value(workspace, new_workspace, tmp_path):
    practice = record(workspace)
    centre = new_workspace("Centro")
    old = edited(workspace, send(workspace, practice, tmp_path / "old"), "b.docx", {"title": "Titolo di Bruno"})
    edit(workspace, practice, title="Secondo titolo")
    take(centre, send(workspace, practice, tmp_path / "new"))
    assert statuses(take(centre, old)) == ["conflict"]
    (conflict,) = cataloguing.conflicts(centre)
    assert {version.value for version in conflict.versions} == {"Titolo di Bruno", "Secondo titolo"}


def test_what_another_catalogue_edited_lands_on_what_was_edited_here_meanwhile(workspace, new_workspace, tmp_path):
    practice = record(workspace, website="http://a.it")
    school = add_row(workspace, practice, "partners", name="Scuola")
    club = add_row(workspace, practice, "partners", name="Circolo")
    centre = new_workspace("Olga")
    sent = send(workspace, practice, tmp_path / "sent")
    edit(workspace, practice, title="Titolo di casa", **{f"{school}.name": "Scuola Rodari"})
    take(centre, sent)
    edit(centre, practice, need="Altro bisogno.")
    remove_row(centre, practice, club)
    back = send(centre, practice, tmp_path / "back")
    assert statuses(take(workspace, back)) == ["updated"]
    shown = cataloguing.show(workspace, practice)
    assert shown.conflicts == ()
    assert (shown.record.text("title"), shown.record.text("need")) == ("Titolo di casa", "Altro bisogno.")
    assert [shown.record.text(f"{row}.name") for row in shown.record.rows("partners")] == ["Scuola Rodari"]
    # And on: nothing is new the second time, nor when it comes back once more to the other catalogue or to itself.
    assert statuses(take(workspace, back)) == ["unchanged"]
    assert statuses(take(centre, back)) == ["unchanged"]
    again = send(workspace, practice, tmp_path / "again")
    assert statuses(take(workspace, again)) == ["unchanged"]
    edit(centre, practice, need="Terzo bisogno.")
    assert statuses(take(centre, again)) == ["updated"]
    shown = cataloguing.show(centre, practice)
    assert shown.conflicts == ()
    assert (shown.record.text("title"), shown.record.text("need")) == ("Titolo di casa", "Terzo bisogno.")
    assert statuses(take(workspace, send(centre, practice, tmp_path / "third"))) == ["updated"]
    assert values(workspace, practice)["need"] == "Terzo bisogno."
    assert cataloguing.conflicts(workspace) == ()


def test_a_field_edited_in_both_catalogues_is_a_conflict_of_both_authors(workspace, new_workspace, tmp_path):
    practice = record(workspace)
    centre = new_workspace("Olga")
    take(centre, send(workspace, practice, tmp_path / "sent"))
    edit(workspace, practice, need="Di Ada.")
    edit(centre, practice, need="Di Olga.")
    assert statuses(take(workspace, send(centre, practice, tmp_path / "back"))) == ["conflict"]
    (conflict,) = cataloguing.conflicts(workspace, practice)
    assert {(version.value, version.author) for version in conflict.versions} == {
        ("Di Ada.", "Ada"),
        ("Di Olga.", "Olga"),
    }


def test_a_third_catalogue_follows_on_what_came_by_another(workspace, new_workspace, tmp_path):
    practice = record(workspace)
    olga, pia = new_workspace("Olga"), new_workspace("Pia")
    take(pia, send(workspace, practice, tmp_path / "old"))
    edit(workspace, practice, title="Secondo titolo")
    take(olga, send(workspace, practice, tmp_path / "new"))
    edit(olga, practice, title="Terzo titolo")
    assert statuses(take(pia, send(olga, practice, tmp_path / "olga"))) == ["updated"]
    assert values(pia, practice)["title"] == "Terzo titolo"
    assert cataloguing.conflicts(pia) == ()
    assert statuses(take(workspace, send(pia, practice, tmp_path / "pia"))) == ["updated"]
    assert values(workspace, practice)["title"] == "Terzo titolo"
    assert cataloguing.conflicts(workspace) == ()


def test_a_version_that_a_conflict_elsewhere_did_not_show_is_not_replaced_by_the_one_it_showed(
    workspace, new_workspace, tmp_path
):
    practice = record(workspace)
    olga, pia = new_workspace("Olga"), new_workspace("Pia")
    first = send(workspace, practice, tmp_path / "first")
    take(olga, first)
    edit(olga, practice, title="Di Olga")
    edit(workspace, practice, title="Di Ada")
    second = send(workspace, practice, tmp_path / "second")
    assert statuses(take(olga, second)) == ["conflict"]
    take(pia, second)
    assert statuses(take(pia, send(olga, practice, tmp_path / "olga"))) == ["conflict"]


def test_values_of_another_catalogue_keep_their_authors(workspace, new_workspace, tmp_path):
    practice = record(workspace)
    take(workspace, edited(workspace, send(workspace, practice, tmp_path), "b.docx", {"website": "http://b.it"}))
    centre = new_workspace("Olga")
    take(centre, send(workspace, practice, tmp_path / "sent"))
    made = {path: revision.author for revision in revisions(centre, practice) for path in revision.set}
    assert (made["title"], made["website"]) == ("Ada", "Bruno")


def test_catalogues_that_took_the_same_dossier_agree_when_they_meet(workspace, new_workspace, tmp_path):
    practice = record(workspace)
    back = edited(workspace, send(workspace, practice, tmp_path), "b.docx", {"title": "Da Bruno"})
    centre = new_workspace("Centro")
    take(centre, back)
    take(workspace, back)
    exchange(workspace, centre)
    for ws in (workspace, centre):
        assert values(ws, practice)["title"] == "Da Bruno"
        assert cataloguing.conflicts(ws) == ()


def test_two_people_who_wrote_on_in_copies_of_one_file_both_keep_what_they_wrote(one_place, workspace, tmp_path):
    practice = record(workspace)
    workspace.close()
    shutil.copy(tmp_path / "catalogue0.seeddesk", tmp_path / "copy.seeddesk")
    with (
        contextlib.closing(Workspace.open(str(tmp_path / "catalogue0.seeddesk"), "Ada", "it")) as ours,
        contextlib.closing(Workspace.open(str(tmp_path / "copy.seeddesk"), "Bruno", "it")) as theirs,
    ):
        edit(ours, practice, title="Titolo di Ada")
        edit(theirs, practice, title="Titolo di Bruno", need="Bisogno di Bruno.")
        sent = send(theirs, practice, tmp_path)
        report = take(ours, sent)
        assert [(file.status, file.reason) for file in report.files] == [("conflict", "copied")]
        waiting = {one.path: {version.value for version in one.versions} for one in cataloguing.conflicts(ours)}
        assert waiting["title"] == {"Titolo di Ada", "Titolo di Bruno"}
        assert {one.path: one.versions[-1].author for one in cataloguing.conflicts(ours)}["need"] == "Bruno"
        assert "Bisogno di Bruno." in waiting["need"]
        assert statuses(take(ours, sent)) == ["unchanged"]
        dots = {one.dot for one in revisions(theirs, practice)}
        edit(ours, practice, website="http://ada.it")
        assert revisions(ours, practice)[-1].dot.device not in {dot.device for dot in dots}
