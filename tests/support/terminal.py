"""A terminal in which commands are typed for one catalogue."""

from __future__ import annotations

import json

import pytest

from seeddesk import cli


class Terminal:
    """Types commands for one catalogue and keeps what came back."""

    def __init__(self, capsys, location) -> None:
        self.capsys, self.location = capsys, str(location)

    def __call__(self, *words: str) -> tuple[int, str, str]:
        self.capsys.readouterr()
        code = cli.main(["--catalogue", self.location, "--author", "Ada", "--lang", "it", *words])
        out, err = self.capsys.readouterr()
        assert "Traceback" not in out + err
        return code, out, err

    def json(self, *words: str, code: int = 0):
        found, out, err = self(*words, "--json")
        assert found == code, err
        return json.loads(out)

    def new(self, *words: str) -> str:
        code, out, err = self("new", "title=Orti", "country=IT", *words)
        assert code == 0, err
        return out.split()[-1]

    def values(self, practice: str):
        return self.json("show", practice)["values"]


@pytest.fixture
def bare(capsys, tmp_path):
    """A terminal without a catalogue."""
    return Terminal(capsys, tmp_path / "c.seeddesk")


@pytest.fixture
def run(bare):
    """A terminal with an empty catalogue."""
    assert bare("init")[0] == 0
    return bare
