"""Media and lists of a form are found where people keep them, in one archive too, and what is missing is told."""

import shutil
import zipfile

import pytest

from seeddesk.domain.errors import FormError
from seeddesk.exchange.xform import load_form
from seeddesk.exchange.xform.media import media_names
from tests.support.forms import write_sheets
from tests.support.public_forms import path_of

SURVEY = "type | name | label | image | audio\ntext | a | A | a & b.png | a.wav"


def test_media_stand_beside_the_form_or_in_a_folder_of_their_own(tmp_path):
    folder = write_sheets(tmp_path / "form", SURVEY)
    form = load_form(folder)
    assert (media_names(form), dict(form.files)) == (("a & b.png", "a.wav"), {})
    (folder / "media").mkdir()
    (folder / "media" / "a & b.png").write_bytes(b"picture")
    (folder / "a.wav").write_bytes(b"sound")
    assert load_form(folder).files == {"a & b.png": b"picture", "a.wav": b"sound"}
    assert load_form(path_of("plain_xform.xml")).files.keys() == {"garden.png"}


@pytest.mark.parametrize("name", ["x" * 5000, "é" * 200 + ".png"])
def test_a_name_no_file_can_have_is_media_that_is_not_there(tmp_path, name):
    form = load_form(write_sheets(tmp_path / "form", f"type | name | label | image\ntext | a | A | {name}"))
    assert (media_names(form), form.files) == ((name,), {})


def test_a_list_no_file_can_be_called_is_missing(tmp_path):
    with pytest.raises(FormError) as caught:
        load_form(
            write_sheets(tmp_path / "form", f"type | name | label\nselect_one_from_file {'x' * 5000}.csv | a | A")
        )
    assert caught.value.code == "form-list-missing"


def test_a_link_to_somewhere_else_is_no_media(tmp_path):
    folder = write_sheets(tmp_path / "form", SURVEY)
    (tmp_path / "secret").write_bytes(b"secret")
    (folder / "a.wav").symlink_to(tmp_path / "secret")
    assert load_form(folder).files == {}


@pytest.mark.parametrize("above", ["", "form/"])
def test_an_archive_holds_a_form_with_all_it_needs(tmp_path, above):
    source = path_of("five_languages")
    with zipfile.ZipFile(tmp_path / "form.zip", "w") as archive:
        for file in source.rglob("*"):
            if file.is_file():
                archive.write(file, above + file.relative_to(source).as_posix())
    form = load_form(tmp_path / "form.zip")
    assert form == load_form(source)
    assert form.files == load_form(source).files != {}


def test_an_archive_without_a_form_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "form.zip", "w") as archive:
        archive.writestr("letter.xml", "<letter/>")
    with pytest.raises(FormError) as caught:
        load_form(tmp_path / "form.zip")
    assert caught.value.code == "form-kind"


def test_an_xform_finds_the_lists_of_other_programs_beside_it(tmp_path):
    form = load_form(path_of("health_triage"))
    stripped = form.xform.replace("</model>", "</model>", 1)
    shutil.copy(path_of("health_triage") / "external_choices.csv", tmp_path / "itemsets.csv")
    start = stripped.index('<instance id="street">')
    end = stripped.index("</instance>", start) + len("</instance>")
    (tmp_path / "triage.xml").write_text(stripped[:start] + stripped[end:], encoding="utf-8")
    assert load_form(tmp_path / "triage.xml").lists["street"] == form.lists["street"]


@pytest.mark.parametrize(
    "content", ["[]", "{", '{"features": [{"geometry": {"type": "Point", "coordinates": []}}]}', '{"features": 3}']
)
def test_a_broken_geojson_is_refused_by_name(tmp_path, content):
    folder = write_sheets(tmp_path, "type | name | label\nselect_one_from_file spots.geojson | a | A")
    (folder / "spots.geojson").write_text(content, encoding="utf-8")
    with pytest.raises(FormError) as caught:
        load_form(folder)
    assert (caught.value.code, caught.value.arguments["list"]) == ("form-list-columns", "spots.geojson")


@pytest.mark.parametrize(
    "content",
    ["", "<root/>", "<root><item>", '<!DOCTYPE r [<!ENTITY e "x">]><root><item><name>&e;</name></item></root>'],
)
def test_a_broken_list_in_xml_is_refused_by_name(tmp_path, content):
    folder = write_sheets(tmp_path, "type | name | label\nselect_one_from_file spots.xml | a | A")
    (folder / "spots.xml").write_text(content, encoding="utf-8")
    with pytest.raises(FormError) as caught:
        load_form(folder)
    assert "spots.xml" in (caught.value.arguments.get("list"), caught.value.arguments.get("name"))
