"""Returns read in a process of their own: limits hold, and one bad file costs only itself."""

import os
import signal
from pathlib import Path

import pytest

from seeddesk.domain.dossier import Return
from seeddesk.domain.errors import Refused
from seeddesk.exchange.docx import child
from seeddesk.exchange.docx.child import ReadingChild, read_in_child
from tests.support.documents import document, pack, parts
from tests.support.hostile import TITLE
from tests.unit.exchange.docx.test_guard import FORM


def read(paths, find_form=lambda form, version: None, find_base=lambda *known: None, **more):
    return dict(read_in_child(paths, find_form, FORM, find_base, **more))


def saved(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


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


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="needs a signal that makes a process stand still")
def test_a_file_that_takes_too_long_is_stopped_and_the_next_one_read(tmp_path):
    good = saved(tmp_path, "good.docx", document(TITLE))
    with ReadingChild(lambda form, version: None, FORM, lambda *known: None) as reading:
        reading.begin(good)
        assert isinstance(reading.finish(), Return)
        reading._seconds = 0.2
        os.kill(reading._process.pid, signal.SIGSTOP)  # it stands still, however quick the machine is
        reading.begin(good)
        stopped = reading.finish()
        assert isinstance(stopped, Refused)
        assert stopped.code == "reading-stopped"
        reading._seconds = child.SECONDS
        reading.begin(good)
        assert isinstance(reading.finish(), Return)


def test_the_process_ends_with_its_batch(tmp_path):
    with ReadingChild(lambda form, version: None, FORM, lambda *known: None) as reading:
        reading.begin(saved(tmp_path, "good.docx", document(TITLE)))
        reading.finish()
        process = reading._process
        assert process.is_alive()
    with pytest.raises(ValueError, match="closed"):
        process.is_alive()


def test_the_corpus_is_read_or_refused_within_the_limits(shared_data):
    paths = [
        path for folder in ("corpus", "legacy-word") for path in sorted((shared_data / folder).rglob("*.do[ct][xm]"))
    ]
    found = read(paths)
    assert len(found) == len(paths) > 400
    assert {item.code for item in found.values() if isinstance(item, Refused)} <= {
        *("no-fields", "strict-document", "word-template", "macros", "password")
    }
