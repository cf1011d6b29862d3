"""Blanks that were filled in become practices, and follow on themselves when they come again."""

from __future__ import annotations

import pytest

from seeddesk.domain.query import Query
from seeddesk.services import cataloguing, exporting
from tests.support import documents
from tests.support.catalogues import values
from tests.support.returned import edited, read_here, statuses, take

__all__ = ["read_here"]  # a fixture
pytestmark = pytest.mark.usefixtures("read_here")


def test_a_blank_that_was_filled_in_is_a_new_practice_once(workspace, tmp_path):
    blank = tmp_path / "blank.docx"
    exporting.blank(workspace, blank)
    filled = edited(
        workspace,
        blank,
        "filled.docx",
        {"title": "Nuova pratica", "country": "Italia", "lead_org.name": "Coop"},
        {"need": "Un bisogno."},
    )
    report = take(workspace, filled)
    assert statuses(report) == ["new"]
    shown = values(workspace, report.files[0].practice)
    assert (shown["title"], shown["country"], shown["need"], shown["status"]) == (
        "Nuova pratica",
        "IT",
        "Un bisogno.",
        "draft",
    )
    assert shown["code"].startswith("SI-IT-")
    assert statuses(take(workspace, filled)) == ["unchanged"]


def test_a_blank_nobody_filled_in_is_refused(workspace, tmp_path):
    blank = tmp_path / "blank.docx"
    exporting.blank(workspace, blank)
    report = take(workspace, blank)
    assert [(file.status, file.reason) for file in report.files] == [("refused", "blank-empty")]


@pytest.fixture
def fill(workspace, tmp_path):
    """Fills in copies of one blank: ``fill("1.docx", {"title": ...}, author="Bruno", activity="Uno")``."""
    blank = tmp_path / "blank.docx"
    exporting.blank(workspace, blank)

    def filled(name, cells, author="Bruno", activity=""):
        back = edited(workspace, blank, name, cells, author=author)
        if activity:
            label = workspace.form.groups["activities[]"].label["it"]
            back.write_bytes(documents.changed(back.read_bytes(), lambda xml: written(xml, label, activity)))
        return back

    return filled


def written(xml, heading, text):
    """The text in the first cell below the header row of the table under a heading."""
    header = xml.index("</w:tr>", xml.index("<w:tbl>", xml.index(f">{heading}<")))
    row = xml.index("<w:tr>", header)
    end = xml.index("</w:p>", row)
    return xml[:end] + f"<w:r><w:t>{text}</w:t></w:r>" + xml[end:]


FIRST = {"title": "Doposcuola", "website": "http://1.it", "country": "Italia"}


def test_what_the_same_person_said_before_is_what_they_start_from(workspace, fill):
    one = fill("1.docx", FIRST, activity="Uno")
    two = fill("2.docx", {**FIRST, "website": "http://2.it"}, activity="Uno bis")
    practice = take(workspace, one).files[0].practice
    assert statuses(take(workspace, two)) == ["updated"]
    shown = cataloguing.show(workspace, practice)
    assert shown.conflicts == ()
    assert shown.record.text("website") == "http://2.it"
    assert [shown.record.text(f"{row}.what") for row in shown.record.rows("activities")] == ["Uno bis"]
    assert statuses(take(workspace, one, two)) == ["unchanged", "unchanged"]
    assert values(workspace, practice)["website"] == "http://2.it"


@pytest.mark.parametrize("author", ["Carla", ""])
def test_what_another_person_writes_in_the_same_blank_meets_what_is_there(workspace, fill, author):
    one = fill("1.docx", FIRST)
    two = fill("2.docx", {**FIRST, "website": "http://2.it"}, author=author)
    assert statuses(take(workspace, one, two)) == ["new", "conflict"]


@pytest.mark.parametrize("together", [True, False])
def test_the_same_person_may_change_the_title(workspace, fill, together):
    one = fill("1.docx", FIRST)
    two = fill("2.docx", {**FIRST, "title": "Doposcuola nuovo"})
    reports = [take(workspace, one, two)] if together else [take(workspace, one), take(workspace, two)]
    assert [file.status for report in reports for file in report.files] == ["new", "updated"]
    practice = reports[0].files[0].practice
    assert values(workspace, practice)["title"] == "Doposcuola nuovo"
    assert cataloguing.conflicts(workspace) == ()


def test_another_practice_in_the_same_blank_is_new_and_names_the_earlier_one(workspace, fill):
    first = take(workspace, fill("1.docx", FIRST)).files[0]
    report = take(workspace, fill("2.docx", {"title": "Altra pratica"}))
    (file,) = report.files
    assert (file.status, file.reason, file.reason_arguments) == ("new", "blank-again", {"codes": first.code})
    assert report.needs_person
    other = take(workspace, fill("3.docx", {"title": "Terza"}, author="Carla"))
    assert (other.files[0].reason, other.needs_person) == ("", False)
    shown = {name for name in cataloguing.facets(workspace, Query()) if name.startswith("@")}
    assert shown <= {
        "@year",
        "@collector",
        "@conflict",
        "@due",
    }  # what only helps to find a blank again is nobody's filter


def test_what_the_practice_began_with_is_not_taken_away_by_the_next_one(workspace, fill):
    first = take(workspace, fill("1.docx", {"title": "Orti"}))
    practice = first.files[0].practice
    assert values(workspace, practice)["record_language"] == "it"
    report = take(workspace, fill("2.docx", {"title": "Orti", "website": "https://orti.example"}))
    assert (report.files[0].practice, values(workspace, practice)["record_language"]) == (practice, "it")
    take(workspace, fill("3.docx", {"title": "Orti", "record_language": "English"}))
    assert values(workspace, practice)["record_language"] == "en"
