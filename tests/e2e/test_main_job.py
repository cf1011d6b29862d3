"""The main job, as a stranger does it with commands: record, send, edit in two places, merge, decide, look back."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from seeddesk.services.demo_editor import edit

MAP = (
    "Title=title,Description=overview,Link=website,Organisation=lead_org.name,Type of Organisation=lead_org.type,"
    "Country=country,Language=record_language"
)


class Seeddesk:
    """Runs commands in processes of their own, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = dict(os.environ)

    def __call__(self, *words: str, code: int = 0, author: str = "Ada") -> str:
        command = [
            sys.executable,
            "-m",
            "seeddesk",
            "--catalogue",
            str(self.folder / "c.seeddesk"),
            "--author",
            author,
            "--lang",
            "en",
            *words,
        ]
        done = subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", timeout=400, env=self.environment
        )
        assert "Traceback" not in done.stdout + done.stderr, done.stderr
        assert done.returncode == code, (words, done.returncode, done.stdout[-2000:], done.stderr)
        return done.stdout

    def json(self, *words: str, code: int = 0):
        return json.loads(self(*words, "--json", code=code))


@pytest.fixture
def seeddesk(tmp_path):
    return Seeddesk(tmp_path)


def test_two_people_edit_one_practice_in_two_dossiers(seeddesk, tmp_path):
    seeddesk("init")
    practice = seeddesk(
        "new", "title=The garden", "country=IT", "need=Old people are alone.", "partners[0].name=School"
    ).split()[-1]
    (sent,) = seeddesk.json("export", practice, "--to", "docx", "--out", str(tmp_path / "out"))["files"]
    one, two = tmp_path / "one.docx", tmp_path / "two.docx"
    edit(
        Path(sent),
        one,
        "Bruno",
        {"sd:lead_org.name": "Association", "sd:title": "The open garden"},
        {},
        {"sd_need": "And there is no green."},
    )
    edit(Path(sent), two, "Carla", {"sd:reached_count": "96", "sd:title": "Everybody's garden"}, {})
    first = seeddesk.json("import", str(one))
    assert (first["updated"], first["files"][0]["report"]["left_over"]) == (1, [])
    second = seeddesk.json("import", str(two), code=3)
    assert second["conflicts"] == 1
    values = seeddesk.json("show", practice)["values"]
    assert (values["lead_org.name"], values["reached_count"], values["need"]) == (
        "Association",
        "96",
        "Old people are alone. And there is no green.",
    )
    (conflict,) = seeddesk.json("conflicts", code=3)["conflicts"]
    assert [(head["value"], head["author"]) for head in conflict["versions"]] == [
        ("The open garden", "Bruno"),
        ("Everybody's garden", "Carla"),
    ]
    before = seeddesk.json("check")["revisions"]
    seeddesk("resolve", practice, conflict["field"], "--take", "1")
    assert seeddesk.json("check")["revisions"] == before + 1
    assert seeddesk.json("conflicts") == {"conflicts": []}
    assert seeddesk.json("import", str(one), str(two))["unchanged"] == 2
    assert seeddesk.json("show", practice)["values"]["title"] == "The open garden"
    assert seeddesk.json("check", "--rebuild")["ok"]


def test_real_practices_go_through_the_whole_job(seeddesk, shared_data, tmp_path):
    ecesp = shared_data / "practices" / "ecesp"
    seeddesk("init")
    report = seeddesk.json("import", str(ecesp / "good_practices.csv"), "--map", MAP)
    assert (report["read"], report["new"], report["refused"]) == (787, 787, 0)
    assert seeddesk.json("import", str(ecesp / "good_practices.csv"), "--map", MAP)["unchanged"] == 787
    refused = seeddesk.json("import", str(ecesp / "good_practices_HEAD_all-NA.csv"), "--map", MAP, code=1)
    assert (refused["refused"], refused["new"]) == (630, 0)
    assert seeddesk.json("list")["total"] == 787
    italian = seeddesk.json("list", "--where", "country=IT")
    assert italian["total"] == 123
    ids = [row["code"] for row in italian["practices"][:20]]
    files = seeddesk.json("export", *ids, "--to", "docx", "--out", str(tmp_path / "out"))["files"]
    assert len(files) == 20
    for file in files[:5]:
        edit(Path(file), Path(file), "Bruno", {"sd:volunteers": "31"}, {"sd_need": "Written outside."})
    back = seeddesk.json("import", str(tmp_path / "out"))
    assert (back["updated"], back["unchanged"]) == (5, 15)
    changed = [
        {path for path, field in file["report"]["fields"].items() if field["change"] == "changed"}
        for file in back["files"]
    ]
    assert [paths for paths in changed if paths] == [{"volunteers", "need"}] * 5
    assert all(file["report"]["characters_read"] == file["report"]["characters_present"] for file in back["files"])
    seeddesk("export", "--to", "xlsx", "--out", str(tmp_path / "all.xlsx"))
    assert seeddesk.json("import", str(tmp_path / "all.xlsx"))["unchanged"] == 787


def test_the_demo_does_the_main_job_without_a_word_processor(seeddesk, tmp_path):
    seeddesk.environment["PATH"] = ""
    told = seeddesk("demo", "--out", str(tmp_path / "demo"), "--lang", "it")
    assert str(tmp_path / "demo") in told
    assert "{" not in told
    # A second one, into the same folder, leaves the first alone.
    done = seeddesk.json("demo", "--out", str(tmp_path / "demo"))
    assert (done["conflicts"], done["unchanged_again"], done["findings"], done["through_libreoffice"]) == (
        1,
        2,
        0,
        False,
    )
    assert done["folder"] != str(tmp_path / "demo")
    assert all(Path(done[name]).is_file() for name in ("catalogue", "sent", "merged"))
    assert (tmp_path / "demo" / "practices.xlsx").is_file()


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_the_demo_goes_through_libreoffice_where_there_is_one(seeddesk, tmp_path):
    done = seeddesk.json("demo", "--out", str(tmp_path / "demo"))
    assert (done["conflicts"], done["unchanged_again"], done["through_libreoffice"]) == (1, 2, True)
