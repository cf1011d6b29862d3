"""Names of files and words to search for, as nobody should have to type them: none leads out of a folder, none is an error."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from seeddesk.domain.query import Query
from seeddesk.services import cataloguing, exporting, merging, recording
from tests.support.catalogues import GARDENS, attach, record, values
from tests.support.dossiers import photo
from tests.support.returned import statuses

# Codes a practice may come with, which name its file.
CODES = [
    *("CON", "con.txt", "NUL", "COM1", "LPT9.docx", "a.", "a ", " a", "a..", "..", ".", "../../evil", "/etc/passwd", "C:\\evil", "a:b", "a:$DATA"),
    *("a/b", "a\\b", "a\nb", "a\0b", "-rf", "--help", "~", "*", "?", "a|b", "<a>", '"', "\u202egnp.exe", "e\u0301", "é", "\ufeffa", "x" * 300, "💥", "%00", "$(id)"),
]  # fmt: skip

# Names a file may come under.
FILES = [
    *("con.csv", "-rf.csv", "--map.csv", " a.csv", "a .csv", "a..csv", "a\nb.csv", "\u202evsc.csv", "e\u0301.csv", "\u00e9.csv", "%s{x}.csv", "{name}.csv"),
    *("x" * 251 + ".csv", "A.CSV", "a:b.csv", "'; DROP TABLE practice; --.csv", "<b>.csv", "💥.csv", "a\\b.csv", "a\tb.csv"),
]  # fmt: skip

SEARCHES = [
    *('"', '""', '"a', "a\"b", "'", "''", "*", "a*", "*a", "^", "^a", "-", "-a", "--", "+", "a+b", "(", ")", "()", "(a", "a)", "{", "}", "{a b}:c", ":", "a:b", "title:orti"),
    *("AND", "OR", "NOT", "a AND", "OR b", "NOT c", "a NOT", "NEAR", "NEAR(", "NEAR(a b, 5)", "a NEAR/2 b", "MATCH", "\0", "a\0b", "\\", "%", "_", "a_b", "?", ":x", "@", "#", "$1"),
    *("'; DROP TABLE search; --", "1=1", "/*", "*/", ";", ",", ".", "..", "<script>", "&amp;", "\u202eorti", "\u200b", "\ufeff", "e\u0301", "É", "ß", "İ", "ﬁ", "ﷺ", "٣", "²", "💥"),
    *("\ud800", "\udfff", "\U0010ffff", "\u0301", " ", "\t\n", "a" * 10_000, "a " * 5_000, '"' * 999, "l'acqua", "co-op", "中文", "ไทย", "\x1b[2J", "\x7f"),
]  # fmt: skip


def test_a_practice_s_code_leads_no_dossier_out_of_its_folder(workspace, tmp_path):
    out = tmp_path / "out" / "inner"
    out.mkdir(parents=True)
    ids = [
        recording.start(workspace, {**GARDENS, "title": f"P{number}", "code": code})[0]
        for number, code in enumerate(CODES)
    ]
    outside = {path for path in tmp_path.rglob("*") if out not in path.parents}
    written = exporting.export_dossiers(workspace, ids, out)
    assert len({path.name.casefold() for path in written}) == len(ids)
    assert {path.parent for path in written} == {out}
    assert {path for path in out.rglob("*") if path.is_file()} == set(written)
    for path in written:
        assert path.stem.split(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT9"}, path
        assert path.name.isascii()
        assert len(path.name) < 100
        assert path.name[0].isalnum()
        assert not path.name.endswith((".", " "))
    assert {path for path in tmp_path.rglob("*") if out not in path.parents} - outside == set()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows refuses most of these names itself")
def test_a_table_of_any_name_comes_in(workspace, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for number, name in enumerate(FILES):
        (folder / name).write_text(f"title,country,need\nPratica {number},IT,Bisogno {number} di molti\n", "utf-8")
    report, _ = merging.import_files(workspace, [folder], backup=False)
    assert statuses(report) == ["new"] * len(FILES)
    assert sorted(path.name for path in folder.iterdir()) == sorted(FILES)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows refuses most of these names itself")
def test_a_photo_of_any_name_is_kept(workspace, tmp_path):
    practice = record(workspace)
    names = [name.replace(".csv", ".jpg").replace(".CSV", ".JPG") for name in FILES]
    for name in names:
        (tmp_path / name).write_bytes(photo())
        attach(workspace, practice, tmp_path / name)
    kept = [value for path, value in values(workspace, practice).items() if path.endswith(".file")]
    assert kept == [kept[0]] * len(names)
    assert recording.file_bytes(workspace, kept[0]) == photo()


def test_a_link_that_leads_out_of_a_folder_is_not_followed_into_it(workspace, tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "a.csv").write_text("title\nFuori\n", "utf-8")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "loop").symlink_to(folder)
    (folder / "nowhere.csv").symlink_to(tmp_path / "none.csv")
    report, _ = merging.import_files(workspace, [folder], backup=False)
    assert all(status == "refused" for status in statuses(report))


@pytest.mark.parametrize("sort", ["", "title", "-updated"])
def test_no_search_is_an_error(workspace, sort):
    practice = record(workspace, title="Orti dell'acqua: co-op É 中文")
    for asked in SEARCHES:
        page = cataloguing.list_practices(workspace, Query(asked, sort=sort))
        assert {row.id for row in page.rows} <= {practice}, asked
        cataloguing.facets(workspace, Query(asked), ["country"])
    for asked in ("orti", "DELL'ACQUA", '"orti dell"', "co-op", "e\u0301", "中文", '"acqua'):
        assert {row.id for row in cataloguing.list_practices(workspace, Query(asked)).rows} == {practice}, asked


def test_there_are_many_hostile_names(figures):
    figures.tried("hostile names of files, codes of practices, and searches", n=len({*CODES, *FILES, *SEARCHES}))
    assert len(set(CODES)) >= 30
    assert len(set(FILES)) >= 20
    assert len(set(SEARCHES)) >= 80
    assert not any(Path(name).is_absolute() for name in FILES)
