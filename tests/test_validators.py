"""The judges judge: a sound document passes, a made-up element is found and named."""

import zipfile
from pathlib import Path

import pytest

from tests.support.validators import openxml_errors_of, xsd_errors


@pytest.fixture
def documents(tmp_path: Path) -> tuple[Path, Path]:
    docx = pytest.importorskip("docx")
    sound, wrong = tmp_path / "sound.docx", tmp_path / "wrong.docx"
    document = docx.Document()
    document.add_paragraph("Una prova")
    document.save(sound)
    with zipfile.ZipFile(sound) as source, zipfile.ZipFile(wrong, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, part.replace(b"<w:t>", b"<w:bogus/><w:t>") if name == "word/document.xml" else part)
    return sound, wrong


def test_microsofts_validator_finds_what_is_wrong(documents):
    sound, wrong = documents
    errors = openxml_errors_of(documents)
    assert errors[sound] == []
    assert len(errors[wrong]) == 1
    assert "bogus" in errors[wrong][0]


def test_the_iso_schema_finds_what_is_wrong(documents):
    sound, wrong = documents
    of_document = [[error for error in xsd_errors(path) if "document.xml" in error] for path in (sound, wrong)]
    assert of_document[0] == []
    assert len(of_document[1]) == 1
    assert "bogus" in of_document[1][0]
