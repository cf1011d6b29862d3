"""What a command refuses: in one plain sentence of the person's language, with a way on, and never with a code of success."""

from __future__ import annotations

import errno
import os
import re

import pytest

from seeddesk import cli
from seeddesk.domain.messages import sentence
from tests.support.terminal import bare, run

__all__ = ["bare", "run"]  # fixtures


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.EISDIR, errno.EEXIST, errno.EROFS, errno.ENOSPC])
def test_what_the_system_gives_as_a_reason_is_said_in_the_language_of_the_person(number):
    system = os.strerror(number)
    said = {lang: sentence("file-not-written", lang, path="x", reason=system) for lang in ("it", "en")}
    assert not any(system in one for one in said.values())
    assert re.search(r"\((.+)\)", said["it"])[1] != re.search(r"\((.+)\)", said["en"])[1]


def test_a_reason_nobody_knows_stays_as_it_is():
    assert "(odd)" in sentence("file-not-read", "it", path="x", reason="odd")


def test_a_place_that_cannot_be_written_is_named_with_its_reason(run, tmp_path):
    run.new()
    assert run("export", "--to", "xlsx", "--out", str(tmp_path))[0::2] == (
        1,
        f"Non si può scrivere {tmp_path} (è una cartella). Controlla lo spazio e i permessi, o scegli un altro posto.\n",
    )


def test_a_step_that_is_refused_speaks_of_answers_only_where_some_were_given(run):
    practice = run.new()
    assert run("set", practice, "status=submitted")[:2] == (1, "")
    code, out, _ = run("set", practice, "need=Un bisogno", "status=submitted")
    assert (code, "Le risposte sono salvate" in out) == (1, True)


def test_what_was_not_deleted_is_named_as_it_was_typed(run):
    practice = run.new()
    code = run.json("show", practice)["code"]
    exit_code, _, err = run("undelete", code)
    assert (exit_code, code in err, practice in err) == (1, True, False)


def test_a_row_that_holds_a_file_is_not_called_by_its_sum(run, tmp_path):
    (tmp_path / "orto.txt").write_text("Orto")
    _, out, _ = run("set", run.new(), f"attachments[0].file={tmp_path / 'orto.txt'}")
    assert "sha256" not in out
    assert "(attachments[0])" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["restore", "b.seeddesk", "--last"], "non stanno insieme"),
        (["list", "--limit", "-1"], "da 0 in su"),
        (["--catalogue", "postgresql://:port", "list"], "non è un posto per un catalogo"),
        (["--catalogue", "mysql://host/x", "list"], "non è un posto per un catalogo"),
    ],
)
def test_words_that_do_not_fit_are_told_apart(capsys, words, said):
    assert cli.main(["--lang", "it", *words]) == 2
    assert said in capsys.readouterr().err


def test_a_secret_key_that_is_no_text_is_no_key(run, tmp_path):
    (tmp_path / "key").write_bytes(b"\xff\xfe\x00")
    code, _, err = run("unlock", "--centre-key", str(tmp_path / "key"))
    assert (code, "sdc1" in err) == (2, True)
    code, _, err = run("unlock", "--centre-key", str(tmp_path / "nowhere"))
    assert (code, "Errno" in err) == (1, False)


def test_a_demo_in_a_place_that_is_none_is_refused(capsys, tmp_path):
    (tmp_path / "file").touch()
    assert cli.main(["--lang", "it", "demo", "--out", str(tmp_path / "file" / "demo")]) == 1
    assert "Non si può scrivere" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ("import", "{}"),
        ("check", "--catalogue", "{}"),
        ("form", "check", "{}"),
        ("restore", "{}"),
        ("init", "--catalogue", "{}"),
    ],
)
def test_a_path_no_file_can_have_is_refused_with_the_reason(run, tmp_path, words):
    run.new()
    path = str(tmp_path / ("x" * 3000))
    code, _, err = run(*(word.format(path) for word in words))
    assert (code, path in err, "il nome è troppo lungo" in err) == (1, True, True)
