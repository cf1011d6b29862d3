"""Opening: which catalogue, who writes, which form."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from seeddesk.domain.errors import NotFound, StorageError, UsageError
from seeddesk.services import cataloguing, paths
from seeddesk.services import workspace as module
from seeddesk.services.settings import Settings, change
from seeddesk.services.workspace import Workspace, where
from tests.support.catalogues import GARDENS, record, values


def test_the_catalogue_is_the_one_named_then_the_variables_then_the_settings_then_ones_own(tmp_path, monkeypatch):
    settings = Settings(catalogue=str(tmp_path / "set.seeddesk"))
    assert where(None, Settings()) == str(paths.default_catalogue())
    assert where(None, settings) == str(tmp_path / "set.seeddesk")
    monkeypatch.setenv("SEEDDESK_CATALOGUE", str(tmp_path / "variable.seeddesk"))
    assert where(None, settings) == str(tmp_path / "variable.seeddesk")
    assert where(tmp_path / "named.seeddesk", settings) == str(tmp_path / "named.seeddesk")
    assert where(tmp_path, settings) == str(tmp_path / "catalogue.seeddesk")
    assert where("postgresql://host/db", settings) == "postgresql://host/db"
    with pytest.raises(UsageError):
        where("mysql://host/db", settings)


def test_a_first_catalogue_needs_no_name_and_no_folder():
    with pytest.raises(NotFound):
        Workspace.open()
    with Workspace.create(author="Ada") as made:
        practice = record(made)
    with Workspace.open() as again:
        assert values(again, practice)["title"] == GARDENS["title"]


def test_the_author_is_the_one_named_then_the_variable_then_the_settings(tmp_path, monkeypatch):
    change(author="From settings", lang="it")
    with Workspace.create(tmp_path / "a.seeddesk") as made:
        assert (made.author, made.lang) == ("From settings", "it")
    monkeypatch.setenv("SEEDDESK_AUTHOR", "From variable")
    monkeypatch.setenv("SEEDDESK_LANG", "en")
    with Workspace.open(tmp_path / "a.seeddesk") as opened:
        assert (opened.author, opened.lang) == ("From variable", "en")
    with Workspace.open(tmp_path / "a.seeddesk", author="Named", lang="it") as opened:
        assert (opened.author, opened.lang) == ("Named", "it")


def test_a_server_that_does_not_answer_is_told_without_its_password(tmp_path):
    with pytest.raises(StorageError) as refusal:
        Workspace.open(f"postgresql://user:secret@/db?host={tmp_path}")
    assert refusal.value.code == "server-unreachable"
    assert "secret" not in str(refusal.value)


def test_the_form_is_stored_in_the_catalogue_and_found_by_id_and_version(workspace):
    assert workspace.forms == [(workspace.form.id, workspace.form.version)]
    assert workspace.find_form(workspace.form.id, workspace.form.version) is workspace.form
    assert workspace.find_form("other", "1") is None
    with workspace.catalogue.write() as tx:
        tx.store_form(replace(workspace.form, version="older"))
    older = workspace.find_form(workspace.form.id, "older")
    assert older is not None
    assert set(older.fields) == set(workspace.form.fields)


def test_a_changed_form_is_taken_up_and_the_lists_are_made_anew(workspace, monkeypatch, tmp_path):
    practice = record(workspace, lead_org__type="ngo", website="https://example.org")
    location = workspace.catalogue.location
    workspace.close()
    forms = tmp_path / "forms"
    shutil.copytree(paths.forms(), forms)
    shutil.copytree(paths.resources() / "vocabularies", tmp_path / "resources" / "vocabularies")
    sheet = forms / "practice" / "survey.csv"
    text = sheet.read_text("utf-8")
    sheet.write_text("\n".join(line for line in text.split("\n") if not line.startswith("text,website,")), "utf-8")
    monkeypatch.setattr(paths, "forms", lambda: forms)
    with Workspace.open(location, "Ada") as changed:
        assert "website" not in changed.form.fields
        assert values(changed, practice)["website"] == "https://example.org"
        assert cataloguing.list_practices(changed).total == 1


def test_a_second_start_converts_no_sheets(workspace, monkeypatch):
    location = Path(workspace.catalogue.location)
    workspace.close()
    monkeypatch.setattr(module, "_read_forms", {})

    def never(*_):
        raise AssertionError("the sheets were converted again")

    monkeypatch.setattr("seeddesk.exchange.xform.load_form", never)
    with Workspace.open(location) as again:
        assert again.form.fields
