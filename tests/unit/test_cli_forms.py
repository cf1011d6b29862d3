"""The commands about forms, as a person and as a script use them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from seeddesk import cli
from seeddesk.cli import arguments
from seeddesk.services.demo_editor import edit
from tests.support.forms import CHOICES, write_sheets
from tests.support.returned import read_here
from tests.support.terminal import bare, run

__all__ = ["bare", "read_here", "run"]  # fixtures

SURVEY = """
type | name | label::English (en) | label::Italiano (it) | relevant | calculation | bind::seeddesk:limit
begin group | event | Event | Evento | | |
text | title | Title | Titolo | | | 20
integer | people | People | Persone | | |
text | why | Why so many | Perché tante | ${people} > 50 | |
rank fruit | taste | Taste | Gusti | | |
acknowledge | agreed | Agreed | D'accordo | | |
geopoint | spot | Spot | Punto | | |
dateTime | at | At | Quando | | |
image | poster | Poster | Locandina | | |
calculate | twice | | | | ${people} * 2 |
begin repeat | room | Room | Sala | | |
text | name | Name | Nome | | |
begin repeat | guest | Guest | Ospite | | |
text | who | Who | Chi | | |
end repeat | | | | | |
end repeat | | | | | |
end group | | | | | |
"""
SETTINGS = """
form_title | form_id | version | name | default_language | namespaces
Event | event | {version} | data | English (en) | seeddesk="urn:seeddesk:form:1"
"""
BROKEN = """
type | name | label
text | title | Title
intger | people | People
text | why | Why ${peple}
"""


def form(folder, survey=SURVEY, version="1"):
    return str(write_sheets(folder, survey, settings=SETTINGS.format(version=version)))


@pytest.fixture
def events(run, tmp_path):
    """A terminal whose catalogue knows a form for events."""
    assert run("form", "add", form(tmp_path / "event"))[0] in (0, 3)
    return run


def new(run, *words):
    code, out, err = run("new", "--form", "event", "title=Festa", *words)
    assert code == 0, err
    return out.split()[-1]


# Asking -----------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["it", "en"])
@pytest.mark.parametrize("second", arguments.GROUPS["form"])
def test_every_command_about_forms_has_its_help(capsys, second, lang):
    assert cli.main(["form", second, "--help", "--lang", lang]) == 0
    assert f"seeddesk form {second}" in capsys.readouterr().out


def test_form_alone_lists_what_it_can_do(capsys):
    assert cli.main(["form", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert all(f"  {second} " in out for second in arguments.GROUPS["form"])


@pytest.mark.parametrize(
    "words",
    [["form", "chek", "x"], ["form", "check"], ["form", "export", "--to", "pdf", "--out", "x"], ["form", "diff", "a"]],
)
def test_what_is_no_command_is_wrong_usage(bare, words):
    code, _, err = bare(*words)
    assert code == 2
    assert err.strip()


# Checking ---------------------------------------------------------------------------------------------------------------------------------


def test_a_good_form_has_no_problem(run, tmp_path):
    survey = "type | name | label::English (en)\ntext | title | Title\nselect_one fruit | fruit | Fruit\nselect_one town | town | Town"
    good = str(
        write_sheets(
            tmp_path / "good", survey, CHOICES.replace("| label", "| label::English (en)"), SETTINGS.format(version=1)
        )
    )
    assert run("form", "check", good, "--lang", "en")[1] == "No problem found.\n"
    data = run.json("form", "check", good)
    assert (data["usable"], data["errors"], data["form"], data["version"]) == (True, 0, "event", "1")


def test_a_broken_form_is_told_problem_by_problem_with_its_place(run, tmp_path):
    broken = form(tmp_path / "broken", BROKEN)
    code, out, err = run("form", "check", broken, "--lang", "en")
    assert code == 1
    assert "Sheet survey" in out
    assert "row 3" in out
    assert "error" in out.splitlines()[-1]
    assert "cannot be used" in err
    data = run.json("form", "check", broken, code=1)
    assert data["usable"] is False
    assert data["errors"] == sum(one["severity"] == "error" for one in data["remarks"]) > 0
    assert all(one["message"] for one in data["remarks"])


def test_a_form_that_is_not_there_is_said_so(run):
    for words in (
        ["form", "check", "x.xlsx"],
        ["form", "diff", "x.xlsx", "y.xlsx"],
        ["form", "export", "x.xlsx", "--to", "xform", "--out", "y"],
    ):
        code, _, err = run(*words, "--lang", "en")
        assert (code, "x.xlsx" in err) == (1, True)


def test_preview_opens_the_window_on_the_form(tmp_path):
    asked = []
    path = form(tmp_path / "event")
    assert (
        cli.main(["form", "preview", path, "--lang", "en"], lambda file, lang: asked.append((str(file), lang)) or 0)
        == 0
    )
    assert asked == [(path, "en")]
    assert cli.main(["form", "preview", path]) == 2


# The forms of a catalogue -----------------------------------------------------------------------------------------------------------------


def test_a_form_is_added_listed_and_made_the_main_one(events):
    known = {one["id"]: one for one in events.json("form", "list")["forms"]}
    assert (known["event"]["in_use"], known["event"]["main"], known["event"]["practices"]) == (True, False, 0)
    assert events("form", "main", "event")[0] == 0
    practice = events("new", "title=Senza dire il modulo")[1].split()[-1]
    assert events.json("show", practice)["form"] == "event"
    assert "event 1" in events("form", "list")[1].splitlines()[0]


def test_a_version_is_added_aside_and_taken_into_use_and_back(events, tmp_path):
    practice = new(events, "people=7")
    renamed = (
        SURVEY.replace("| people |", "| persons |")
        .replace("{people}", "{persons}")
        .replace("bind::seeddesk:limit", "bind::seeddesk:limit | bind::seeddesk:was")
    )
    renamed = renamed.replace("Persone | | |", "Persone | | | | people")
    path = form(tmp_path / "two", renamed, "2")
    assert events("form", "add", path, "--no-use")[0] in (0, 3)
    assert ["2", False] in [[one["version"], one["in_use"]] for one in events.json("form", "list")["forms"]]
    assert events.values(practice)["people"] == "7"
    assert events.json("form", "use", "event")["version"] == "2"
    assert events.values(practice)["persons"] == "7"
    assert events("form", "use", "event", "1")[0] == 0
    assert events.values(practice)["people"] == "7"
    assert events("form", "use", "event", "9")[0] == 1


def test_a_practice_moves_to_another_form_with_its_answers(events):
    practice = new(events, "people=7")
    assert events("form", "switch", practice, events.json("form", "list")["forms"][0]["id"])[0] == 0
    shown = events("show", practice)[1]
    assert "Persone (people): 7" in shown
    assert events("form", "switch", practice, "event")[0] == 0
    assert events.values(practice)["people"] == "7"
    assert events("form", "switch", practice, "nothing")[0] == 1


# Answers ----------------------------------------------------------------------------------------------------------------------------------


def test_every_kind_of_answer_is_given_by_command_and_shown(events, tmp_path):
    (tmp_path / "poster.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    practice = new(
        events,
        "people=60",
        "why=Piace",
        "taste=pear; apple; fig",
        "agreed=sì",
        "spot=45.07 7.69",
        "at=2026-05-01T18:30",
        f"poster={tmp_path / 'poster.png'}",
        "room[0].name=Grande",
        "room[0].guest[0].who=Ada",
        "room[0].guest[1].who=Bea",
    )
    found = events.values(practice)
    assert found["taste"] == ["pear", "apple", "fig"]
    assert (found["agreed"], found["at"][:16], found["twice"]) == ("OK", "2026-05-01T18:30", "120")
    assert found["spot"].startswith("45.07 7.69")
    assert found["poster"].startswith("sha256:")
    assert [guest["who"] for guest in found["room"][0]["guest"]] == ["Ada", "Bea"]
    shown = events("show", practice)[1]
    assert all(text in shown for text in ("1. Pear", "2. Apple", "Ospite [1]", "Chi: Bea"))
    assert "twice: 120" in shown
    assert events("set", practice, "room[0].guest[1].who=Eva", "agreed=no")[0] == 0
    assert events.values(practice)["room"][0]["guest"][1]["who"] == "Eva"
    assert "agreed" not in events.values(practice)


def test_what_does_not_fit_its_kind_is_refused(events):
    practice = new(events)
    for word in (
        "people=molte",
        "taste=banana",
        "spot=qui",
        "at=domani",
        "agreed=forse",
        "twice=3",
        "poster=/nowhere.png",
    ):
        code, _, err = events("set", practice, word)
        assert code in (1, 2), word
        assert err.strip()


def test_practices_of_all_forms_are_listed_and_found(events):
    practice = new(events, "people=60")
    events.new()
    assert events.json("list")["total"] == 2
    assert [one["id"] for one in events.json("list", "--where", "people=60")["practices"]] == [practice]
    named = [line for line in events("list")[1].splitlines() if "· event" in line]
    assert len(named) == 1
    assert "Festa" in named[0]
    assert "(event)" in events("show", practice)[1]


def test_a_blank_and_a_template_are_made_for_a_form(events, tmp_path):
    assert events("blank", "--form", "event", "--out", str(tmp_path / "blank.docx"))[0] == 0
    assert events("template", "--form", "event", "--start", str(tmp_path / "start.docx"))[0] == 0
    assert events("template", "--form", "event", "--use", str(tmp_path / "start.docx"))[0] in (0, 3)
    assert events("template", "--form", "event", "--drop")[0] == 0
    assert events("blank", "--form", "nothing", "--out", str(tmp_path / "x.docx"))[0] == 1


def test_a_practice_of_any_form_is_exported(events, tmp_path):
    practice = new(events, "people=3", "room[0].guest[0].who=Ada")
    for kind in ("docx", "xlsx", "csv", "json"):
        assert events("export", practice, "--to", kind, "--out", str(tmp_path / f"out.{kind}"))[0] == 0
    assert "Ada" in (tmp_path / "out.json").read_text("utf-8")


COUNTED = """
type | name | label | repeat_count | calculation | constraint
text | title | Title | | |
text | code | Code | | | regex(., '[A-Z]{3}')
select_one fruit | status | Status | | |
integer | guests | Guests | | |
begin repeat | guest | Guest | ${guests} | |
text | who | Who | | |
begin repeat | meal | Meal | 2 | |
text | dish | Dish | | |
end repeat | | | | |
end repeat | | | | |
"""


def test_answers_in_rows_that_a_count_makes_lie_in_these_rows(run, tmp_path):
    run("form", "add", form(tmp_path / "counted", COUNTED))
    practice = new(
        run,
        "guests=2",
        "guest[0].who=Ada",
        "guest[1].who=Bea",
        "guest[1].meal[0].dish=Riso",
        "guest[1].meal[1].dish=Pane",
    )
    guests = run.values(practice)["guest"]
    assert [guest["who"] for guest in guests] == ["Ada", "Bea"]
    assert [meal["dish"] for meal in guests[1]["meal"]] == ["Riso", "Pane"]
    assert run("set", practice, "guests=3", "guest[2].who=Eva")[0] == 0
    assert [guest["who"] for guest in run.values(practice)["guest"]] == ["Ada", "Bea", "Eva"]


def test_questions_called_code_and_status_are_a_form_s_own(run, tmp_path):
    run("form", "add", form(tmp_path / "counted", COUNTED))
    practice = new(run, "code=ABC", "status=fig")
    shown = run.json("show", practice)
    assert (shown["values"]["code"], shown["values"]["status"]) == ("ABC", "fig")
    assert (shown["status"], shown["code"][:3], shown["problems"]) == ("draft", "SI-", [])
    assert run("set", practice, "code=XYZ")[0] == 0
    shown = run.json("show", practice)
    assert (shown["values"]["code"], shown["code"][:3]) == ("XYZ", "SI-")


# Between versions and programs ------------------------------------------------------------------------------------------------------------


def test_a_difference_says_how_many_answers_it_leaves_behind(events, tmp_path):
    new(events, "people=60", "why=Piace")
    new(events, "people=70", "why=Ancora")
    lines = [line for line in SURVEY.splitlines() if "| why |" not in line]
    path = form(tmp_path / "two", "\n".join(lines), "2")
    code, out, _ = events("form", "diff", "event", path, "--lang", "en")
    assert code == 0
    assert "The question “Why so many” is no longer there" in out
    assert "2 recorded answers" in out
    changes = events.json("form", "diff", "event", path)["changes"]
    assert [one["recorded_answers"] for one in changes if one["leaves_behind"] == ["why"]] == [2]


def test_two_files_are_compared_without_a_catalogue(capsys, tmp_path):
    one, two = form(tmp_path / "one"), form(tmp_path / "two", SURVEY.replace("Titolo", "Nome della festa"), "2")
    assert cli.main(["form", "diff", one, two, "--lang", "it"]) == 0
    assert "«Titolo», ora «Nome della festa»" in capsys.readouterr().out
    assert cli.main(["form", "diff", one, one, "--lang", "en"]) == 0
    assert capsys.readouterr().out == "The two forms are alike.\n"


@pytest.mark.parametrize("kind", ["xlsx", "xform"])
def test_an_exported_form_is_the_same_form(events, tmp_path, kind):
    out = tmp_path / f"out.{'xml' if kind == 'xform' else kind}"
    data = events.json("form", "export", "event", "--to", kind, "--out", str(out))
    assert data["files"] == [str(out)]
    assert events("form", "diff", str(out), "event", "--lang", "en")[1] == "The two forms are alike.\n"


def test_figures_are_printed_the_worst_first(events):
    new(events, "people=60")
    code, out, _ = events("form", "stats", "event", "--lang", "en")
    assert code == 0
    lines = out.splitlines()
    assert lines[0] == "Form event 1, 1 practice"
    assert lines[3].startswith("Why so many (why)")
    why = next(one for one in events.json("form", "stats", "event")["questions"] if one["template"] == "why")
    assert (why["n"], why["skipped"]) == (1, 1)
    assert events("form", "stats", "nothing")[0] == 1


def test_a_practice_is_deleted_and_brought_back(run):
    practice = run.new()
    assert run("delete", practice)[0] == 0
    assert run.json("list")["total"] == 0
    assert json.loads(run("undelete", practice, "--json")[1])["deleted"] is False
    assert run.json("list")["total"] == 1
    assert run("undelete", practice)[0] == 1


def test_what_a_dossier_of_another_form_changes_is_named_as_that_form_asked_it(events, tmp_path, read_here):
    practice = new(events, "people=12", "room[0].name=Aula")
    (sent,) = events.json("export", practice, "--to", "docx", "--out", str(tmp_path / "out"))["files"]
    assert events("form", "switch", practice, "seeddesk-practice")[0] == 0
    for number, people in enumerate(("20", "30")):
        back = tmp_path / f"{number}.docx"
        edit(Path(sent), back, "Bruno", {"sd:people": people}, {})
        out = events("import", str(back))[1]
        assert ": Persone\n" in out
    assert "Persone (people)" in events("conflicts", practice)[1]
    history = events("show", practice, "--history")[1]
    assert "Persone (people): «30»" in history
    assert "Nome (room[0].name): «Aula»" in history
