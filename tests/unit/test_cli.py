"""Every command, as a person and as a script use it: what it says, what it returns, how it ends."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from seeddesk import cli
from seeddesk.cli import arguments
from seeddesk.domain.messages import sentences
from tests.support.terminal import bare, run

__all__ = ["bare", "run"]  # fixtures


# Asking -----------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["zzz"], "There is no command “zzz”. “seeddesk --help” lists them all."),
        (["lst"], "Perhaps you meant “seeddesk list”"),
        (["resolve", "x", "title"], "lacks --take or --value."),
        (["template"], "lacks --use, --start or --drop."),
        (["export", "--to", "pdf", "--out", "x"], "Choose one of: docx, xlsx, csv, json."),
        (["export", "--to", "csv", "--out", "-"], "--out"),
        (["blank", "--out", "-"], "not to the terminal"),
    ],
)
def test_what_is_missing_or_wrong_is_said_in_plain_words(capsys, words, said):
    assert cli.main([*words, "--lang", "en"]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["it", "en"])
@pytest.mark.parametrize("command", ["", *arguments.COMMANDS])
def test_every_command_has_its_help_in_both_languages(capsys, command, lang):
    assert cli.main([*([command] if command else []), "--help", "--lang", lang]) == 0
    out, err = capsys.readouterr()
    assert f"seeddesk {command}".strip() in out
    assert err == ""


def test_help_names_every_command(capsys):
    cli.main(["help", "--lang", "en"])
    out = capsys.readouterr().out
    assert all(re.search(rf"^  {command} ", out, re.MULTILINE) for command in arguments.COMMANDS)


@pytest.mark.parametrize(
    "words",
    [
        ["lst"],
        ["new"],
        ["new", "title"],
        ["new", "=x"],
        ["new", "titel=x"],
        ["new", "lead_org=x"],
        ["new", "partners.name=x"],
        ["new", "partners[1].name=x"],
        ["new", "title[0]=x"],
        ["new", "code=x"],
        ["new", "unit_cost=1"],
        ["new", "[]=x"],
        ["set"],
        ["show"],
        ["show", "a", "b"],
        ["list", "--limit", "molti"],
        ["list", "--limit", "-1"],
        ["list", "--where", "country"],
        ["list", "--where", "nowhere=IT"],
        ["list", "--unknown"],
        ["export", "--to", "pdf", "--out", "x"],
        ["export", "--out", "x"],
        ["export", "x", "--query", "y", "--to", "csv", "--out", "x"],
        ["resolve", "a", "title"],
        ["resolve", "a", "title", "--take", "1", "--value", "x"],
        ["import"],
        ["--lang"],
        ["--lang", "fr", "list"],
    ],
)
def test_a_command_written_wrong_gets_one_sentence_and_exit_code_2(run, words):
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
    assert err.strip().endswith((".", "»"))
    assert "{" not in err


@pytest.mark.parametrize("lang", ["it", "en"])
def test_the_language_is_asked_for_said_by_the_environment_or_the_machine(capsys, monkeypatch, lang):
    other = {"it": "en", "en": "it"}[lang]
    expected = {"it": "Non c'è", "en": "There is no"}[lang]
    monkeypatch.setenv("LC_ALL", {"it": "it_IT.UTF-8", "en": "C.UTF-8"}[lang])
    cli.main(["nothing"])
    assert capsys.readouterr().err.startswith(expected)
    monkeypatch.setenv("SEEDDESK_LANG", other)
    cli.main(["nothing", "--lang", lang])
    assert capsys.readouterr().err.startswith(expected)
    monkeypatch.setenv("SEEDDESK_LANG", lang)
    cli.main(["nothing"])
    assert capsys.readouterr().err.startswith(expected)


def test_a_refusal_is_json_too_when_json_was_asked_for(bare):
    code, out, err = bare("list", "--json")
    assert code == 1
    assert json.loads(out)["error"]["code"] == "catalogue-absent"
    assert "seeddesk init" in err


# Recording --------------------------------------------------------------------------------------------------------------------------------


def test_init_makes_a_catalogue_once(bare, tmp_path):
    assert bare.json("init") == {"catalogue": str(tmp_path / "c.seeddesk")}
    code, _, err = bare("init")
    assert code == 1
    assert "già" in err


def test_new_prints_the_id_as_its_last_word(run):
    practice = run.new()
    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", practice)
    assert run.json("show", practice)["id"] == practice


def test_values_are_labels_codes_numbers_and_dates_as_people_write_them(run):
    practice = run.new(
        "policy_area=Salute; education",
        "start=marzo 2021",
        "budget_total=1.234,50",
        "volunteers=non ancora noto",
        "lead_org.name=Coop",
    )
    values = run.values(practice)
    assert (values["policy_area"], values["start"], values["budget_total"]) == (
        ["health", "education"],
        "2021-03",
        "1234.50",
    )
    assert (values["volunteers"], values["lead_org.name"]) == ({"$": "not_known"}, "Coop")


def test_rows_are_written_by_number_and_taken_out_by_emptying_them(run):
    practice = run.new("partners[0].name=Scuola", "partners[0].role=Cofinanziatore", "partners[1].name=Asl")
    assert [(row["name"], row.get("role")) for row in run.values(practice)["partners"]] == [
        ("Scuola", "co_funder"),
        ("Asl", None),
    ]
    run("set", practice, "partners[0].name=Scuola Rodari", "partners[2].name=Circolo")
    assert [row["name"] for row in run.values(practice)["partners"]] == ["Scuola Rodari", "Asl", "Circolo"]
    run("set", practice, "partners[1]=")
    assert [row["name"] for row in run.values(practice)["partners"]] == ["Scuola Rodari", "Circolo"]


def test_rows_are_counted_as_they_stood_before_the_command(run):
    practice = run.new(*(f"partners[{number}].name={name}" for number, name in enumerate("ABCD")))
    assert run("set", practice, "partners[0]=", "partners[1]=")[0] == 0
    assert [row["name"] for row in run.values(practice)["partners"]] == ["C", "D"]
    assert (
        run("set", practice, "partners[0]=", "partners[1].name=D2", "partners[2].name=E", "partners[2].role=co_funder")[
            0
        ]
        == 0
    )
    assert [row["name"] for row in run.values(practice)["partners"]] == ["D2", "E"]


@pytest.mark.parametrize(
    "words",
    [
        ("partners[0]=", "partners[0].name=Z"),
        ("partners[0].name=Z", "partners[0]="),
        ("partners[2].name=Z", "partners[2]="),
        ("partners[2]=",),
        (f"partners[{'0' * 32}].name=Z",),
        ("title=A", "title=B"),
        ("partners[0].name=A", "partners[0].name=B"),
        ("status=archived", "status=draft"),
        ("status=",),
    ],
)
def test_what_contradicts_itself_or_is_not_there_is_refused_and_nothing_is_saved(run, words):
    practice = run.new("partners[0].name=A", "partners[1].name=B")
    before = run.values(practice)
    code, out, err = run("set", practice, *words)
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert run.values(practice) == before


def test_text_of_another_kind_is_refused_and_a_value_that_breaks_a_rule_is_a_draft_with_a_warning(run):
    practice = run.new()
    for word in ("targeted_count=1.5", "targeted_count=1,5", "budget_total=abc", "lat=nord"):
        assert run("set", practice, word)[0] == 1
    for word in ("targeted_count=-3", "lat=99"):
        code, out, _ = run("set", practice, word)
        assert (code, out[0]) == (0, "!")


@pytest.mark.parametrize(
    ("word", "allowed"),
    [
        ("country=Atlantide", "… ("),
        ("volunteers=tanti", "numero"),
        ("start=ieri", "2021"),
        ("policy_area=health;magia", "Salute"),
        ("locations[0].comune=Torrino", "Torino"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_what_would(run, word, allowed):
    code, out, err = run("new", "title=Orti", word)
    assert (code, out) == (1, "")
    assert allowed in err
    assert run.json("list")["total"] == 0


def test_set_says_what_changed_and_empties_with_nothing_after_the_sign(run):
    practice = run.new("need=Un bisogno")
    assert run.json("set", practice, "need=Altro", "title=Orti")["changed"] == ["need"]
    assert run.json("set", practice, "need=")["changed"] == ["need"]
    assert "need" not in run.values(practice)
    assert "niente da salvare" in run("set", practice, "title=Orti")[1]


def test_the_human_code_names_a_practice_as_well_as_the_id(run):
    code = run.json("show", run.new())["code"]
    assert run.json("show", code.lower())["title"] == "Orti"


def test_submitting_an_incomplete_practice_is_refused_and_archiving_is_not(run):
    practice = run.new()
    code, _, err = run("set", practice, "status=submitted")
    assert code == 1
    assert "mancano" in err
    assert run.json("set", practice, "status=archived")["status"] == "archived"
    assert run.json("show", practice)["status"] == "archived"


def test_answers_given_with_a_refused_status_stay_and_are_named(run):
    code, out, _ = run("new", "title=Orti", "country=IT", "status=submitted")
    assert code == 1
    assert run.values(out.split()[-1])["title"] == "Orti"


def test_a_practice_that_is_not_there_is_named(run):
    for words in (
        ["show", "SI-IT-2026-0000000"],
        ["set", "nobody", "title=x"],
        ["export", "nobody", "--to", "csv", "--out", "x"],
    ):
        code, _, err = run(*words)
        assert code == 1
        assert "seeddesk list" in err


# Finding ----------------------------------------------------------------------------------------------------------------------------------


def test_list_finds_by_words_and_by_fields(run):
    run.new("need=Verde in città")
    run("new", "title=Bottega", "country=EL")
    assert [row["title"] for row in run.json("list", "citta")["practices"]] == ["Orti"]
    assert [row["title"] for row in run.json("list", "--where", "country=Grecia")["practices"]] == ["Bottega"]
    assert run.json("list", "--where", "status=Bozza")["total"] == 2
    assert len(run.json("list", "--limit", "1")["practices"]) == 1
    assert run.json("list", "--limit", "0") == {"total": 2, "practices": []}
    assert "Orti" in run("list")[1]
    assert "Nessuna" in run("list", "inesistente")[1]


def test_what_a_search_leaves_out_may_stand_first_or_alone(run):
    run.new("overview=Con una scuola")
    run.json("new", "title=Biblioteca", "country=EL")
    for words in (["-country:EL"], ["-paese:Grecia"], ["orti", "-biblioteca"], ["-biblioteca", "--limit", "5"]):
        assert [row["title"] for row in run.json("list", *words)["practices"]] == ["Orti"], words
    assert "Biblioteca" not in run("list", "--", "-country:EL")[1]


def test_show_tells_answers_gaps_and_history(run):
    practice = run.new("partners[0].name=Scuola")
    run("set", practice, "title=Orti nuovi")
    text = run("show", practice, "--history")[1]
    for words in (
        "Orti nuovi",
        "Italia",
        "Partner [0]",
        "Scuola",
        "Per l'invio mancano",
        "Storia",
        "«Orti»",
        "sostituito",
        "Ada",
    ):
        assert words in text
    history = run.json("show", practice, "--history")["history"]
    assert [(entry["field"], entry["value"], entry["state"]) for entry in history if entry["field"] == "title"] == [
        ("title", "Orti nuovi", "current"),
        ("title", "Orti", "replaced"),
    ]


def test_a_practice_needs_a_title(run):
    for words in (("new", "title="), ("new", "country=IT"), ("set", run.new(), "title= ")):
        code, out, err = run(*words)
        assert (code, out) == (1, "")
        assert "titolo" in err


def test_characters_that_cannot_be_stored_are_left_out_and_counted(run):
    code, out, _ = run("new", "title=Or\x1b\x07ti", "need=a\x00")
    assert code == 0
    assert "! Tralasciati 3 caratteri invisibili" in out
    practice = out.split()[-1]
    assert "! Tralasciato 1 carattere invisibile" in run("set", practice, "need=b\x07")[1]
    assert run.json("set", practice, "need=c\x07")["left_out"] == 1
    assert "invisibil" not in run("set", practice, "need=riga\nriga\tdue")[1]


def test_the_history_calls_rows_by_what_stands_in_them_even_when_they_are_gone(run):
    practice = run.new("partners[0].name=Scuola", "partners[1].name=Asl")
    assert run("set", practice, "partners[0]=")[1].strip().endswith("salvata: Partner «Scuola» (tolta)")
    out = run("show", practice, "--history")[1]
    assert "Partner «Scuola»: (tolta)" in out
    assert "Partner «Asl» (partners[0]): (nell'elenco)" in out
    assert not re.search(r"\[[0-9a-f]{32}\]", out)


def test_what_people_wrote_cannot_drive_the_terminal(run):
    practice = run.new("need=\x1b[31mrosso\u202e", "overview=riga uno\nriga \x1b]0;due")
    assert not {"\x1b", "\u202e"} & set(run("show", practice, "--history")[1] + run("list")[1])


# Keeping ----------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [("check",), ("list", "orti country:IT")], ids=" ".join)
def test_who_only_looks_brings_a_catalogue_of_an_earlier_schema_to_this_one(bare, tmp_path, command):
    sample = Path(__file__).parents[1] / "data" / "catalogues" / "1.seeddesk.gz"
    (tmp_path / "old.seeddesk").write_bytes(gzip.decompress(sample.read_bytes()))
    code, _, err = bare("--catalogue", str(tmp_path / "old.seeddesk"), *command)
    assert code == 0, err


def test_a_centre_starts_from_our_template_uses_its_own_and_goes_back(run, tmp_path):
    mine = tmp_path / "mine.docx"
    assert run.json("template", "--start", str(mine)) == {"file": str(mine)}
    assert run.json("template", "--use", str(mine)) == {"template": str(mine), "problems": []}
    assert run("template", "--drop")[0] == 0
    mine.write_bytes(b"no document")
    code, _, err = run("template", "--use", str(mine))
    assert (code, "mine.docx" in err) == (1, True)


# Going wrong ------------------------------------------------------------------------------------------------------------------------------


def test_a_bug_becomes_a_report_and_never_a_traceback(run, monkeypatch):

    from seeddesk.services import cataloguing

    words = " ".join(["what", "a", "person", "wrote"])

    def broken(*_: object) -> None:
        raise ZeroDivisionError(words)

    practice = run.new()
    monkeypatch.setattr(cataloguing, "show", broken)
    code, out, err = run("show", practice)
    assert (code, out) == (1, "")
    assert len(err.strip().splitlines()) == 1
    report = Path(re.search(r"(\S+report-\S+\.txt)", err)[1])
    text = report.read_text("utf-8")
    assert "ZeroDivisionError" in text
    assert words not in text


def test_an_interruption_is_quiet(run, monkeypatch):
    from seeddesk.services import cataloguing

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cataloguing, "list_practices", interrupted)
    assert run("list") == (130, "", "")


def test_the_program_runs_as_a_command_of_its_own(tmp_path):
    command = [sys.executable, "-m", "seeddesk", "--catalogue", str(tmp_path / "c.seeddesk"), "--lang", "en"]
    for words, code in (
        (["init"], 0),
        (["new", "title=Garden", "country=IT", "--author", "Ada"], 0),
        (["nothing"], 2),
        (["show", "nobody"], 1),
    ):
        done = subprocess.run([*command, *words], capture_output=True, text=True, timeout=60, encoding="utf-8")
        assert done.returncode == code, done.stderr
        assert "Traceback" not in done.stdout + done.stderr


def test_the_command_line_does_not_wake_the_window_or_the_big_libraries(tmp_path):
    script = "import sys; from seeddesk.cli import main; main(['--help']); print([m for m in ('PySide6','pandas','openpyxl','docx','sqlalchemy','pyxform') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, encoding="utf-8")
    assert done.stdout.rstrip().endswith("[]")


def test_every_sentence_has_both_languages_and_the_same_placeholders():
    for code, texts in sentences().items():
        assert set(texts) == {"it", "en"}, code
        assert set(re.findall(r"(?<!\{)\{(\w+)", texts["it"])) == set(re.findall(r"(?<!\{)\{(\w+)", texts["en"])), code
