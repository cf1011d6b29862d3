"""The commands that protect catalogues and dossiers, as a person and as a script use them."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import pytest

from seeddesk.storage import vault
from tests.support.keyrings import keyring_of_system, no_keyring, quick_codes
from tests.support.terminal import bare, run

__all__ = ["bare", "keyring_of_system", "no_keyring", "quick_codes", "run"]  # fixtures
CODE = re.compile(r"^    ((?:[0-9A-Z]{4}-){7}[0-9A-Z]{4})$", re.MULTILINE)


@pytest.fixture(autouse=True)
def _nobody_types(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO())


def typed(monkeypatch, text):
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{text}\n"))


def test_a_catalogue_is_made_encrypted_and_its_code_is_shown_once(bare, keyring_of_system):
    code, out, err = bare("init", "--encrypted")
    assert (code, err) == (0, "")
    assert CODE.search(out)
    assert bare("init", "--encrypted")[0] == 1
    practice = bare.new()
    assert b"Orti" not in Path(bare.location).read_bytes()
    vault.forget()
    assert bare.values(practice)["title"] == "Orti"


def test_without_a_keyring_the_code_is_asked_for_or_taken_from_a_variable(bare, no_keyring, monkeypatch):
    code = CODE.search(bare("init", "--encrypted")[1])[1]
    practice = bare.new()
    vault.forget()
    found, _, err = bare("show", practice)
    assert found == 1
    assert "seeddesk unlock" in err
    assert "SEEDDESK_RECOVERY_CODE" in err
    monkeypatch.setenv("SEEDDESK_RECOVERY_CODE", "hello")
    assert bare("show", practice)[0] == 2
    monkeypatch.setenv("SEEDDESK_RECOVERY_CODE", code)
    assert bare.values(practice)["title"] == "Orti"
    monkeypatch.delenv("SEEDDESK_RECOVERY_CODE")
    vault.forget()
    found, _, err = bare("unlock", "--recovery-code")
    assert (found, "SEEDDESK_RECOVERY_CODE" in err) == (2, True)
    typed(monkeypatch, code.lower())
    assert bare.json("unlock", "--recovery-code") == {"catalogue": bare.location, "in_keyring": False}


def test_protecting_rekeying_and_going_back(run, tmp_path, keyring_of_system):
    practice = run.new()
    run("backup", "--second", str(tmp_path / "stick"))
    (tmp_path / "stick").rename(tmp_path / "drawer")
    done = run.json("protect", code=3)
    assert done["away"] == str(tmp_path / "stick")
    (tmp_path / "drawer").rename(tmp_path / "stick")
    again = run.json("protect")
    assert (again["copies"], again["away"]) == (1, None)
    assert (done["in_keyring"], done["copies"], done["left"]) == (True, 1, [])
    first = done["recovery_code"]
    second = CODE.search(run("rekey")[1])[1]
    assert second != first
    assert "recovery_code" not in run.json("protect")
    assert run.json("check")["ok"]
    assert run("unprotect")[0] == 0
    assert run("rekey")[0] == 1
    assert run.values(practice)["title"] == "Orti"


def test_a_centre_opens_what_was_sealed_for_it(bare, no_keyring, tmp_path):
    public = bare.json("centre-key", "--out", str(tmp_path / "centre"))["public"]
    assert bare("init", "--centre", "hello")[0] == 2
    assert bare("init", "--centre", public)[0] == 0
    practice = bare.new()
    vault.forget()
    assert bare("list")[0] == 1
    assert bare("unlock", "--centre-key", str(tmp_path / "centre"))[0] == 0
    assert bare.values(practice)["title"] == "Orti"


def test_a_dossier_with_a_password_goes_out_and_comes_back(run, tmp_path, monkeypatch):
    practice = run.new()
    out = tmp_path / "out"
    monkeypatch.setenv("SEEDDESK_PASSWORD", "orto")
    assert run("export", practice, "--to", "docx", "--out", str(out), "--password")[0] == 0
    assert run("export", practice, "--to", "docx", "--out", str(out), "--password")[0] == 0
    (file,) = out.iterdir()  # nobody edited it: it is written over, not kept
    assert file.read_bytes().startswith(b"\xd0\xcf\x11\xe0")
    assert run("import", str(out))[0] == 1
    assert run.json("import", str(out), "--password")["files"][0]["status"] == "unchanged"
    monkeypatch.setenv("SEEDDESK_PASSWORD", "other")
    code, _, err = run("import", str(out), "--password")
    assert (code, "password" in err) == (1, True)
    assert run("export", practice, "--to", "csv", "--out", str(tmp_path / "t.csv"), "--password")[0] == 2


def test_what_an_export_kept_is_not_imported_with_its_folder_and_the_most_telling_reason_comes_first(
    run, tmp_path, monkeypatch
):
    practice, out = run.new(), tmp_path / "out"
    monkeypatch.setenv("SEEDDESK_PASSWORD", "orto")
    assert run("export", practice, "--to", "docx", "--out", str(out), "--password")[0] == 0
    (file,) = out.iterdir()
    kept = out / f"{file.name}.kept-1"
    kept.write_bytes(file.read_bytes())
    assert [one["path"] for one in run.json("import", str(out), "--password")["files"]] == [str(file)]
    assert (
        run.json("import", str(kept), code=1)["files"][0]["reason_code"] == "file-kind"
    )  # who names it gets an answer
    (out / "a.kept").write_bytes(b"x")
    monkeypatch.setenv("SEEDDESK_PASSWORD", "other")
    code, _, err = run("import", str(out), "--password")
    assert (code, "password" in err, ".kept" in err) == (1, True, False)


def test_a_locked_backup_is_named_and_opened_by_the_variable(run, no_keyring, monkeypatch):
    code = CODE.search(run("protect")[1])[1]
    practice = run.new()
    file = run.json("backup")["file"]
    assert run("unprotect")[0] == 0
    vault.forget()
    found, _, err = run("restore", "--last")
    assert (found, file in err, "SEEDDESK_RECOVERY_CODE" in err) == (1, True, True)
    assert run.json("salvage", code=3)["locked"] == file
    monkeypatch.setenv("SEEDDESK_RECOVERY_CODE", code)
    assert run.json("salvage")["backup"] == file
    assert run.json("restore", "--last")["from"] == file
    assert run.values(practice)["title"] == "Orti"


def test_a_salvage_of_a_protected_catalogue_leaves_nothing_but_the_catalogue_and_what_it_was(run, keyring_of_system):
    run("protect")
    practice = run.new()
    assert run("salvage")[0] == 0
    assert not list(Path(run.location).parent.glob("*salvaged*"))
    vault.forget()
    assert run.values(practice)["title"] == "Orti"
