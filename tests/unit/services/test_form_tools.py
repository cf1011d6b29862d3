"""Forms as files: checked against what the catalogue knows, written out with all that belongs to them."""

from __future__ import annotations

import pytest

from seeddesk.domain.errors import NotFound
from seeddesk.services import form_tools, forms
from tests.support.catalogues import new_workspace, workspace
from tests.support.forms import write_sheets

__all__ = ["new_workspace", "workspace"]  # fixtures

SURVEY = """
type | name | label | image
text | title | Title | face.png
select_one_from_file towns.csv | town | Town |
"""
SETTINGS = """
form_id | version | name
visit | {} | data
"""


@pytest.fixture
def visit(tmp_path):
    """A form with a picture and a list in a file."""
    folder = write_sheets(tmp_path / "visit", SURVEY, settings=SETTINGS.format(1))
    (folder / "face.png").write_bytes(b"\x89PNG\r\n\x1a\nface")
    (folder / "towns.csv").write_text("name,label\nto,Turin\nna,Naples\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(("kind", "files"), [("xlsx", {"face.png", "towns.csv"}), ("xform", {"face.png"})])
def test_a_form_of_the_catalogue_is_written_with_its_files_and_read_again(workspace, visit, tmp_path, kind, files):
    forms.add(workspace, visit)
    form = form_tools.named(workspace, "visit")
    out = tmp_path / "out" / ("visit.xlsx" if kind == "xlsx" else "visit.xml")
    written = form_tools.export(form, kind, out, form_tools.media(workspace, form))
    assert written[0] == out
    assert {path.name for path in written[1:]} == files
    assert {path.parent.name for path in written[1:]} == {"visit-media"}
    read = form_tools.load(out)
    assert form_tools.diff(form, read) == ()
    assert read.files["face.png"].endswith(b"face")
    assert [one.label[read.languages[0]] for one in read.lists["towns"]] == ["Turin", "Naples"]


def test_a_new_version_is_checked_against_the_one_in_use(workspace, visit, tmp_path):
    forms.add(workspace, visit)
    shorter = SURVEY.replace("text | title | Title | face.png\n", "text | name | Name |\n")
    newer = write_sheets(tmp_path / "two", shorter, settings=SETTINGS.format(1))
    (newer / "towns.csv").write_bytes((visit / "towns.csv").read_bytes())
    alone, known = (form_tools.check(newer, ws)[1] for ws in (None, workspace))
    told = {one.code for one in known} - {one.code for one in alone}
    assert any("same-version" in code for code in told)
    assert any("gone" in code for code in told)


def test_the_same_form_is_no_new_version_whatever_its_xml_looks_like(workspace, visit):
    form, _, _ = forms.add(workspace, visit)
    again, _, changes = forms.add(workspace, visit)
    assert (again.id, again.version) == (form.id, form.version)
    assert not changes.practices


def test_a_form_is_named_by_id_and_version(workspace, visit):
    forms.add(workspace, visit)
    assert form_tools.named(workspace, "") is workspace.form
    assert form_tools.named(workspace, "visit", "1").id == "visit"
    for name in (("nothing",), ("visit", "2")):
        with pytest.raises(NotFound):
            form_tools.named(workspace, *name)
