"""Workbooks of public collections: each is read as a table or refused by name, and so it is as a form."""

from __future__ import annotations

import shutil

import pytest


@pytest.mark.parametrize("how", ["table", "form"])
def test_every_workbook_of_the_corpus_is_read_or_refused_by_name(apart, shared_data, how):
    paths = [path for path in sorted((shared_data / "corpus").rglob("*.xls*")) if path.is_file()]
    for number, path in enumerate(paths):
        copy = apart.folder / f"workbook{number}{path.suffix}"
        shutil.copy(path, copy)
        answer = apart.ask(how, copy)
        assert isinstance(answer, str | list), path.name
        assert answer, path.name
        copy.unlink()
    assert len(paths) > 90
