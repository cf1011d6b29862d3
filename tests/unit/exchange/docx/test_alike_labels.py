"""Questions with the same label, in a dossier that lost every other name of its places: in their order, under their group, or not at all."""

from __future__ import annotations

import re

from seeddesk.domain.dossier import Return
from seeddesk.domain.form import Field, Form, Group, Kind, Section
from seeddesk.exchange.docx.reader import read_return
from seeddesk.exchange.docx.writer import DossierWriter
from tests.support.documents import changed, without_bookmarks, without_controls
from tests.support.dossiers import dossier


def field(template: str, label: str) -> Field:
    return Field(template, Kind.TEXT, {"it": label}, "/data/" + template, "s")


FORM = Form(
    "alike",
    "1",
    {"it": "Uguali"},
    ("it",),
    (
        Section(
            "s",
            {"it": "Persone"},
            (
                field("title", "Titolo"),
                field("place", "Luogo"),
                Group(
                    "head",
                    {"it": "Capofamiglia"},
                    (field("head.name", "Nome"), field("head.other", "Nome")),
                    "/data/head",
                ),
                Group("partner", {"it": "Coniuge"}, (field("partner.name", "Nome"),), "/data/partner"),
            ),
            xpath="/data/s",
        ),
    ),
    {},
)
VALUES = {"title": "T", "place": "P", "head.name": "Ada", "head.other": "Adele", "partner.name": "Bo"}


def bare() -> bytes:
    return without_bookmarks(without_controls(DossierWriter(FORM, "it").write(dossier(FORM, VALUES))))


def read(data: bytes) -> Return:
    return read_return(data, lambda *known: FORM, FORM, lambda *known: None)


def answers(found: Return) -> dict[str, object]:
    return {path: place.value for path, place in found.fields.items()}


def without_row(xml: str, value: str) -> str:
    rows = re.findall(r"<w:tr>.*?</w:tr>", xml)
    return xml.replace(next(row for row in rows if f">{value}<" in row), "")


def test_each_is_read_in_its_place():
    assert answers(read(bare())) == VALUES


def test_groups_that_changed_places_keep_their_answers():
    def swap(xml: str) -> str:
        first, second = xml.index("Capofamiglia"), xml.index("Coniuge")
        start, middle = xml.rindex("<w:p>", 0, first), xml.rindex("<w:p>", 0, second)
        end = xml.index("</w:tbl>", second) + len("</w:tbl>")
        return xml[:start] + xml[middle:end] + xml[start:middle] + xml[end:]

    assert answers(read(changed(bare(), swap))) == VALUES


def test_where_one_is_missing_none_is_taken_for_another():
    found = read(changed(bare(), lambda xml: without_row(xml, "Ada")))
    assert answers(found) == {"title": "T", "place": "P"}
    assert {"Adele", "Bo"} <= set(found.fidelity.left_over)
    assert {"head.name", "head.other", "partner.name"} <= set(found.fidelity.absent)
