"""Changes to several practices by command: listed, looked into, taken back."""

import pytest

from seeddesk.services import bulk
from seeddesk.services.workspace import Workspace
from tests.support.catalogues import edit, record
from tests.support.terminal import bare, run

__all__ = ["bare", "run"]  # fixtures


@pytest.fixture
def changed(run):
    """Three practices, all given one title; one was changed since."""
    with Workspace.open(run.location, "Ada", "it") as ws:
        practices = [record(ws, title=f"Pratica {number}") for number in range(3)]
        bulk.apply(ws, bulk.plan(ws, practices, bulk.Set("title", "Uguale")))
        edit(ws, practices[2], title="Dopo")
    return practices


def titles(run, practices):
    return [run.json("show", practice)["title"] for practice in practices]


def test_without_any_it_says_so(run):
    run.new()
    assert run("changes")[:2] == (0, "Ancora nessuna modifica a più pratiche insieme.\n")
    assert run.json("changes") == {"changes": []}


def test_a_change_is_listed_and_taken_back_but_for_what_was_changed_since(run, changed):
    code, out, _ = run("changes")
    name = out.split()[0]
    assert (code, "Titolo: Uguale  [3 pratiche; " in out) == (0, True)
    code, out, _ = run("take-back", name, "--dry-run")
    assert (code, out.splitlines()[0]) == (0, "Pratiche che tornerebbero com'erano: 2.")
    assert "«Titolo» è stato cambiato dopo da Ada: resta com'è." in out
    assert titles(run, changed) == ["Uguale", "Uguale", "Dopo"]
    code, out, _ = run("take-back", name)
    assert (code, out.splitlines()[0]) == (0, "Pratiche tornate com'erano: 2.")
    assert titles(run, changed) == ["Pratica 0", "Pratica 1", "Dopo"]
    again = run.json("take-back", name)
    assert (again["set_back"], again["already"], again["by"], len(again["stay"])) == ([], 2, "", 1)
    back, first = run.json("changes")["changes"]
    assert (back["turned"], first["taken_back_by"]) == (1, back["name"])
    _, out, _ = run("take-back", back["name"])
    assert titles(run, changed) == ["Uguale", "Uguale", "Dopo"]
    assert "seeddesk take-back" in out
    assert "Rifatta: Titolo" in run("changes")[1]


def test_a_change_that_is_not_there_or_not_told_apart_is_refused(run, changed):
    name = run.json("changes")["changes"][0]["name"]
    assert run("take-back", "zzz")[0] == 1
    assert run("take-back", "")[0] == 1
    run("take-back", name)
    every = [one["name"] for one in run.json("changes")["changes"]]
    common = [name for name in every if sum(other[0] == name[0] for other in every) > 1]
    for name in common:
        assert "cominciano" in run("take-back", name[0])[2]
