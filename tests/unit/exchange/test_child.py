"""Files from strangers read in a process of their own: limits hold, and one bad file costs only itself."""

import os
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest

from seeddesk.domain.changes import Progress
from seeddesk.domain.dossier import Return
from seeddesk.domain.errors import Cancelled, FormError, Refused
from seeddesk.exchange.child import Child, Limits, read_each
from seeddesk.exchange.docx.child import read_in_child
from seeddesk.exchange.table import read_table
from seeddesk.exchange.table_child import read_tables
from seeddesk.exchange.xform import check_form, load_form
from seeddesk.exchange.xform.child import check_apart, load_apart
from seeddesk.services import merging
from tests.support import public_forms
from tests.support.documents import document, pack, parts
from tests.support.hostile import TITLE
from tests.support.readers import does
from tests.unit.exchange.docx.test_guard import FORM

pytestmark = pytest.mark.apart


def read(paths, find_form=lambda form, version: None, find_base=lambda *known: None, **more):
    return dict(read_in_child(paths, find_form, FORM, find_base, **more))


def saved(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def doing(seconds=20.0, **more):
    return Child(does, (), Limits(seconds, 400 << 20), lambda path: Refused("table-stopped", name=path.name), **more)


def done(child: Child, name: str) -> object:
    child.begin(Path(name))
    try:
        return child.finish()
    except Refused as refusal:
        return refusal.code


@pytest.mark.parametrize("way", ["memory", "end", "watch"])
@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are Linux's")
def test_what_ends_the_process_refuses_one_file_and_the_next_is_read_by_another(way):
    with doing() as child:
        first = done(child, "pid")
        assert done(child, way) == "table-stopped"
        assert done(child, "well") == "well"
        assert done(child, "pid") not in (first, os.getpid())


@pytest.mark.skipif(sys.platform != "linux", reason="limits of files are Linux's")
def test_nothing_can_be_written_where_nothing_needs_to_be(tmp_path):
    with doing() as child, pytest.raises(OSError, match="too large"):
        done(child, tmp_path / "disk")
    assert (tmp_path / "disk").read_bytes() == b""


def test_a_bug_of_a_reader_is_told_and_the_process_goes_on():
    with doing() as child:
        first = done(child, "pid")
        with pytest.raises(RuntimeError, match="ZeroDivisionError"):
            done(child, "bug")
        assert done(child, "pid") == first


def test_a_person_who_wants_to_stop_waits_for_no_file():
    progress = Progress()
    threading.Timer(0.3, progress.cancel).start()
    reading = read_each(doing(10_000, waiting=lambda path: progress.step(0, 0, path.name)), [Path("sleep")])
    with pytest.raises(Cancelled):
        next(reading)  # the file would take longer than any test may


def test_a_file_that_takes_too_long_is_stopped_and_the_next_one_read():
    with doing() as child:
        assert done(child, "well") == "well"
        child.limits = Limits(0.2)  # it sleeps, however quick the machine is
        assert done(child, "sleep") == "table-stopped"
        child.limits = Limits(20)
        assert done(child, "well") == "well"


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="needs a signal that makes a process stand still")
def test_a_process_that_stands_still_is_replaced():
    with doing() as child:
        pid = done(child, "pid")
        child.limits = Limits(0.2)
        os.kill(pid, signal.SIGSTOP)
        assert done(child, "well") == "table-stopped"


def test_the_process_ends_with_its_batch():
    with doing() as child:
        done(child, "well")
        process = child._process
        assert process.is_alive()
    with pytest.raises(ValueError, match="closed"):
        process.is_alive()


def test_a_process_that_dies_while_it_starts_is_a_bug_and_holds_nobody_up(tmp_path):
    """A program that does not keep its main module from running again, as multiprocessing asks: its process ends before it begins."""
    (tmp_path / "main.py").write_text(
        "from pathlib import Path\n"
        "from seeddesk.exchange.child import Child, Limits\n"
        "from tests.support.readers import does\n"
        "with Child(does, ('x' * 1_000_000,), Limits(5), RuntimeError) as child:\n"
        "    child.begin(Path('pid'))\n"
    )
    run = [sys.executable, str(tmp_path / "main.py")]
    done = subprocess.run(
        run, capture_output=True, text=True, timeout=100, env={**os.environ, "PYTHONPATH": os.getcwd()}
    )
    assert "the reading process does not start" in done.stderr


# Dossiers


def test_a_batch_is_read_by_one_process_in_its_order(tmp_path):
    good = saved(tmp_path, "good.docx", document(TITLE))
    bad = saved(tmp_path, "bad.docx", b"hello")
    missing = tmp_path / "missing.docx"
    found = read([good, bad, missing, tmp_path])
    assert list(found) == [good, bad, missing, tmp_path]
    assert isinstance(found[good], Return)
    assert found[good].fields["title"].value == "x"
    codes = [found[path].code for path in (bad, missing, tmp_path)]
    assert codes == ["not-word", "file-unreadable", "file-unreadable"]


def test_forms_and_bases_are_asked_of_the_parent(tmp_path):
    asked = []

    def find_form(form, version):
        asked.append((form, version))
        return FORM

    def find_base(*known):
        asked.append(known)

    properties = "<Properties>" + "".join(
        f'<property name="SeedDesk.{name}"><v>{value}</v></property>'
        for name, value in (("Id", "p"), ("Code", "c"), ("Form", "f"), ("Version", "2"), ("Rev", "7"), ("Sha256", "ab"))
    )
    files = {
        **parts(TITLE),
        "_rels/.rels": parts()["_rels/.rels"].replace(
            b"</Relationships>",
            b'<Relationship Id="r2" Type="x/custom-properties" Target="docProps/custom.xml"/></Relationships>',
        ),
        "docProps/custom.xml": (properties + "</Properties>").encode(),
    }
    paths = [saved(tmp_path, f"{number}.docx", pack(files)) for number in range(2)]
    found = read(paths, find_form, find_base)
    assert all(isinstance(item, Return) for item in found.values())
    assert asked == [("f", "2"), ("p", "c", 7, "ab"), ("p", "c", 7, "ab")]


def test_the_corpus_is_read_or_refused_within_the_limits(shared_data, figures):
    paths = [
        path for folder in ("corpus", "legacy-word") for path in sorted((shared_data / folder).rglob("*.do[ct][xm]"))
    ]
    found = read(paths)
    assert len(found) == len(paths) > 400
    codes = {item.code for item in found.values() if isinstance(item, Refused)}
    odd = codes - {"no-fields", "strict-document", "word-template", "macros", "password"}
    figures.tried("real documents read under limits", n=len(paths), broken=len(odd))
    assert not odd


# Tables


def test_a_table_comes_whole_with_all_its_sheets(tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    for row in [["a", "b"], *([number, f"=1+{number}"] for number in range(4_500))]:
        book.active.append(row)
    book.create_sheet("Altro").append(["c", "d"])
    book.save(tmp_path / "t.xlsx")
    table = saved(tmp_path, "t.csv", "titolo;però\r\n007;None\r\n".encode("cp1252"))
    broken = saved(tmp_path, "b.xlsx", b"hello")
    found = dict(read_tables([tmp_path / "t.xlsx", broken, table, tmp_path / "none.csv"]))
    assert found[tmp_path / "t.xlsx"] == read_table(tmp_path / "t.xlsx")
    assert type(found[tmp_path / "t.xlsx"].rows[5][1][0]) is type(read_table(tmp_path / "t.xlsx").rows[5][1][0])
    assert found[table] == read_table(table)
    assert [found[path].code for path in (broken, tmp_path / "none.csv")] == ["table-broken", "file-unreadable"]


def test_an_import_of_tables_can_be_stopped_while_one_is_read(workspace, tmp_path):
    rows = "".join(f"Pratica {number},IT\n" for number in range(150_000))
    slow = saved(tmp_path, "slow.csv", ("title,country\n" + rows).encode())
    progress = Progress()

    def report(done, total, what):
        progress.cancel()

    progress.report = report
    with pytest.raises(Cancelled):
        merging.import_files(workspace, [slow], progress=progress, backup=False)


# Forms


@pytest.mark.parametrize("name", ["event_signup", "plain_xform.xml"])
def test_a_form_is_checked_and_loaded_apart_as_it_is_here(name, root):
    path, vocabularies = public_forms.path_of(name), root / "resources" / "vocabularies"
    assert check_apart(path, vocabularies, None, lambda _: None) == check_form(path, vocabularies)
    assert load_apart(path, vocabularies) == load_form(path, vocabularies)


def test_a_form_in_an_archive_leaves_nothing_behind(tmp_path, root, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    folder = public_forms.path_of("event_signup")
    archive = saved(tmp_path, "f.zip", pack({file.name: file.read_bytes() for file in folder.glob("*.csv")}))
    form, _ = check_apart(archive, root / "resources" / "vocabularies", None, lambda _: None)
    assert form is not None
    assert list(tmp_path.iterdir()) == [archive]


def test_a_form_that_is_none_is_refused_as_it_is_here(tmp_path, root):
    with pytest.raises(FormError) as refusal:
        load_apart(saved(tmp_path, "f.xlsx", b"hello"), root / "resources" / "vocabularies")
    assert (refusal.value.code, refusal.value.arguments) == ("form-broken-file", {"name": "f.xlsx"})


def test_the_next_version_is_held_against_the_version_that_is_known(root):
    vocabularies = root / "resources" / "vocabularies"
    known = load_form(public_forms.path_of("event_signup"), vocabularies)
    asked = []
    check_apart(public_forms.path_of("short_feedback"), vocabularies, known, lambda form: asked.append(form) or None)
    assert asked == [load_form(public_forms.path_of("short_feedback"), vocabularies).id]
