"""Dossiers with a password: what was closed opens again, and nothing that was changed underneath does."""

from __future__ import annotations

import random
import zipfile
from io import BytesIO

import pytest

from seeddesk.domain.dossier import Return
from seeddesk.domain.errors import Refused
from seeddesk.exchange.docx import protected
from tests.support.documents import document
from tests.support.hostile import TITLE
from tests.unit.exchange.test_child import read, saved


def large() -> bytes:
    """A document as large as dossiers are: for one below 4 kB the library computes another checksum than it wrote."""
    file = BytesIO(document(TITLE))
    with zipfile.ZipFile(file, "a") as package:
        package.writestr("customXml/filling.bin", random.Random(1).randbytes(9000))
    return file.getvalue()


PLAIN = large()
CLOSED = protected.protect(PLAIN, "Orto è 🌱")


def refused(data, password):
    with pytest.raises(Refused) as error:
        protected.unprotect(data, password)
    assert str(error.value)
    return error.value.code


def test_a_document_comes_back_as_it_was():
    assert protected.is_protected(CLOSED)
    assert not protected.is_protected(PLAIN)
    assert b"word/document" not in CLOSED
    assert protected.unprotect(CLOSED, "Orto è 🌱") == PLAIN


def test_what_would_not_open_again_is_never_handed_over():
    with pytest.raises(ValueError, match="does not open again"):
        protected.protect(document(TITLE), "orto")


@pytest.mark.parametrize("password", ["orto è 🌱", "x" * 300])
def test_another_password_does_not_open_it(password):
    assert refused(CLOSED, password) == "dossier-password-wrong"


def test_a_document_that_was_changed_underneath_is_refused():
    """40 flips, seeded: each is refused, or touched nothing but the container's padding."""
    rng = random.Random(20261122)
    opened, codes = 0, set()
    for _ in range(40):
        data = bytearray(CLOSED)
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        try:
            assert protected.unprotect(bytes(data), "Orto è 🌱") == PLAIN
            opened += 1
        except Refused as error:
            codes.add(error.code)
    assert codes <= {"dossier-tampered", "dossier-password-wrong", "password"}
    assert opened < 30


@pytest.mark.parametrize("cut", [512, 1024, 3000, len(CLOSED) // 2])
def test_a_document_that_was_cut_off_is_refused(cut):
    assert refused(CLOSED[:cut], "Orto è 🌱") in ("dossier-tampered", "dossier-password-wrong")


def test_the_process_that_reads_returns_opens_those_the_password_fits(tmp_path):
    closed, plain = saved(tmp_path, "closed.docx", CLOSED), saved(tmp_path, "plain.docx", PLAIN)
    found = read([closed, plain], password="Orto è 🌱")
    assert all(isinstance(each, Return) for each in found.values())
    assert found[closed].fields == found[plain].fields
    assert read([closed], password="other")[closed].code == "dossier-password-wrong"
    assert read([closed])[closed].code == "password"
