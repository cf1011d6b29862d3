"""Check, backup, restore and salvage, as a person and as a script use them."""

from __future__ import annotations

import errno
import re
import shutil
from pathlib import Path

import pytest

from tests.support.terminal import bare, run

__all__ = ["bare", "run"]  # fixtures


def test_check_backup_and_restore(run, tmp_path):
    practice = run.new()
    checked = run.json("check", "--rebuild")
    assert (checked["ok"], checked["practices"], checked["rebuilt"]) == (True, 1, 1)
    copy = tmp_path / "copy.seeddesk"
    assert run.json("backup", "--out", str(copy)) == {"file": str(copy)}
    run("set", practice, "title=Dopo")
    kept = run.json("restore", str(copy))["kept"]
    assert Path(kept).is_file()
    assert re.search(r"conservato in .*\.replaced-", run("restore", str(copy))[1])
    assert run.values(practice)["title"] == "Orti"
    assert run("check")[0] == 0
    assert run.json("backup", "--second", str(tmp_path / "stick"))["second"].startswith(str(tmp_path / "stick"))
    (tmp_path / "stick").rename(tmp_path / "in the drawer")
    code, out, _ = run("backup")
    assert code == 3
    assert "nessuna copia" in out  # the backup is made, its copy is not
    assert run("restore", "--last")[0] == 0
    assert run.values(practice)["title"] == "Orti"
    saved = run.json("salvage")
    assert (saved["lost"], saved["from_backup"]) == ([], 0)
    assert run.values(practice)["title"] == "Orti"
    assert run("restore")[0] == run("restore", "--last", str(copy))[0] == 2
    code, _, err = run("restore", str(tmp_path / "none"))
    assert code == 1
    assert "init" not in err


@pytest.mark.parametrize("where", ["in the way", "in the way/stick"])
def test_a_backup_whose_copy_in_the_second_place_fails_says_that_it_is_made_itself(run, tmp_path, where):
    run.new()
    (tmp_path / "in the way").write_bytes(b"a file")
    done = run.json("backup", "--second", str(tmp_path / where), code=3)
    assert Path(done["file"]).is_file()
    assert str(tmp_path / where) in done["missed"]
    assert "second" not in done
    assert run("backup")[0] == 0  # what could not be made was not chosen


def test_a_backup_says_that_it_is_made_when_the_second_place_is_full(run, tmp_path, monkeypatch):
    run.new()
    assert run("backup", "--second", str(tmp_path / "stick"))[0] == 0
    copyfile = shutil.copyfile

    def full(source, target, **how):
        if str(tmp_path / "stick") in str(target):
            raise OSError(errno.ENOSPC, "No space left on device")
        return copyfile(source, target, **how)

    monkeypatch.setattr(shutil, "copyfile", full)
    code, out, err = run("backup")
    assert (code, "il disco è pieno" in out, err) == (3, True, "")
    assert Path(re.search(r"/\S+\.seeddesk", out)[0]).is_file()
