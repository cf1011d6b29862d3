"""What a reader is told about a dossier beside its answers, and which version of a form reads it."""

import dataclasses

import pytest

from seeddesk.domain.form import Field, Form, Group, Kind, Section
from seeddesk.exchange.docx.reader import read_return
from seeddesk.exchange.docx.writer import DossierWriter
from tests.support.documents import changed
from tests.support.dossiers import dossier
from tests.support.sample import FORM, accounted, read, written


def told(data: bytes) -> dict[str, object]:
    return dict(read(data).fidelity.warnings)


def test_a_dossier_as_it_left_has_nothing_to_tell():
    found = read(written())
    assert found.fidelity.warnings == ()
    assert not found.fidelity.repaired
    assert found.fidelity.characters_read == found.fidelity.characters_present


def test_text_of_another_file_that_word_pulls_in_is_told():
    data = changed(written(), lambda xml: xml.replace("<w:body>", '<w:body><w:altChunk r:id="rId99"/>', 1))
    assert told(data) == {"foreign-part": {"part": "altChunk"}}


def test_characters_nobody_sees_are_counted():
    data = changed(written(), lambda xml: xml.replace("La corriera", "La\u200bcor\u200briera", 1))
    warned = told(data)
    assert warned["invisible-characters"] == {"count": 2}


def test_markup_that_had_to_be_repaired_is_told():
    found = read(changed(written(), lambda xml: xml.replace("</w:r></w:p>", "</w:p></w:r>", 1)))
    assert found.fidelity.repaired
    assert ("repaired", {}) in found.fidelity.warnings


def test_a_dossier_of_another_version_is_read_with_the_one_at_hand_and_that_is_told():
    newer = dataclasses.replace(FORM, version="8")
    found = read_return(written(), lambda form, version: newer, newer, lambda *known: None)
    assert ("dossier-form-unknown", {"form": "sample", "version": "7"}) in found.fidelity.warnings
    assert (found.form, found.form_version) == ("sample", "7")
    unknown = read_return(written(), lambda form, version: None, FORM, lambda *known: None)
    assert ("dossier-form-unknown", {"form": "sample", "version": "7"}) in unknown.fidelity.warnings
    assert unknown.fields["title"].value == found.fields["title"].value


COUNTED = Form(
    "counted",
    "1",
    {"en": "Counted"},
    ("en",),
    (
        Section(
            "s",
            {"en": "People"},
            (
                Field("title", Kind.TEXT, {"en": "Title"}, "/data/title", "s"),
                Group(
                    "rows[]",
                    {"en": "Rows"},
                    (Field("rows[].name", Kind.TEXT, {"en": "Name"}, "/data/rows/name", "s"),),
                    "/data/rows",
                    True,
                    count="2",
                ),
                Group(
                    "free[]",
                    {"en": "Free"},
                    (Field("free[].name", Kind.TEXT, {"en": "Word"}, "/data/free/name", "s"),),
                    "/data/free",
                    True,
                ),
            ),
        ),
    ),
    {},
)


ROW = "rows[" + "a" * 32 + "]"


@pytest.mark.parametrize("rows", [{}, {ROW: "m", ROW + ".name": "Ada"}])
def test_rows_that_are_counted_may_be_none_and_then_none_are_missed(rows):
    data = DossierWriter(COUNTED, "en").write(dossier(COUNTED, {"title": "T", **rows}))
    found = read_return(data, lambda *known: COUNTED, COUNTED, lambda *known: None)
    assert found.fidelity.absent == ()
    assert len(found.rows.get("rows", ())) == (1 if rows else 0)
    assert accounted(found)


def test_rows_anybody_may_add_are_missed_when_their_table_is_gone():
    data = DossierWriter(COUNTED, "en").write(dossier(COUNTED, {"title": "T"}))
    cut = changed(data, lambda xml: xml[: xml.rindex("<w:tbl>")] + xml[xml.rindex("</w:tbl>") + len("</w:tbl>") :])
    found = read_return(cut, lambda *known: COUNTED, COUNTED, lambda *known: None)
    assert found.fidelity.absent == ("free[].name",)
