"""Every type, appearance and function a form can have stands in one of our forms, and every one of these loads whole."""

import csv
import pickle
import re

import pytest

from seeddesk.domain.form import Field, Group, Kind
from seeddesk.exchange.xform import read_xform
from seeddesk.exchange.xform.media import media_names
from tests.support.public_forms import FOLDER, NAMES, path_of, public_form

TYPES = """
integer decimal range text select_one select_multiple select_one_from_file select_multiple_from_file rank note geopoint geotrace geoshape
date time dateTime image audio background-audio video file barcode calculate acknowledge trigger hidden xml-external csv-external
select_one_external start end today deviceid username email phonenumber simserial subscriberid audit start-geopoint background-geopoint
begin_repeat begin_group end_repeat end_group
"""
APPEARANCES = """
multiline numbers thousands-sep url masked minimal quick autocomplete search compact columns columns-2 columns-pack no-buttons likert image-map
map label list-nolabel picker rating vertical no-ticks no-calendar month-year year ethiopian coptic islamic bikram-sambat myanmar persian
signature draw annotate new new-front maps placement-map counter bearing field-list table-list horizontal horizontal-compact
"""
FUNCTIONS = """
last position count local-name namespace-uri name string concat starts-with contains substring-before substring-after substring string-length
normalize-space translate boolean not true false number sum floor ceiling round if coalesce once selected selected-at count-selected
jr:choice-name count-non-empty join substr ends-with regex digest base64-decode uuid boolean-from-string date date-time decimal-date-time
decimal-time format-date format-date-time now today indexed-repeat area distance geofence random randomize checklist weighted-checklist pow log
log10 exp exp10 sqrt sin cos tan asin acos atan atan2 pi abs min max int pulldata instance current
"""


def cells(column):
    """Every cell of a column of every survey sheet."""
    for name in NAMES:
        if path_of(name).is_dir():
            with (path_of(name) / "survey.csv").open(encoding="utf-8", newline="") as lines:
                yield from (row[column] for row in csv.DictReader(lines) if row.get(column))


def items(form):
    return (*form.fields.values(), *form.groups.values())


def test_there_are_forms_enough():
    assert len(NAMES) >= 12


@pytest.mark.parametrize("name", NAMES)
def test_a_form_loads_and_reads_back_from_what_a_catalogue_stores(name):
    form = public_form(name)
    assert read_xform(form.xform) == form
    assert set(media_names(form)) == set(form.files)


def test_a_form_goes_to_another_process_whole():
    form = public_form("school_census")
    assert pickle.loads(pickle.dumps(form)) == form


@pytest.mark.parametrize("name", NAMES)
def test_every_question_of_the_sheet_is_in_the_form_once(name):
    form = public_form(name)
    xpaths = [item.xpath for item in items(form)] + [section.xpath for section in form.sections if section.xpath]
    assert len(xpaths) == len(set(xpaths))
    if path_of(name).is_dir():
        with (path_of(name) / "survey.csv").open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        asked = {row["name"] for row in rows if row["name"] and not row["type"].endswith("-external")}
        assert asked <= {xpath.rpartition("/")[2] for xpath in xpaths}


@pytest.mark.parametrize("name", NAMES)
def test_sections_have_names_of_their_own_and_every_field_knows_its_section(name):
    form = public_form(name)
    names = [section.name for section in form.sections]
    assert len(names) == len(set(names))
    for section in form.sections:
        pending: list[Field | Group] = list(section.items)
        while pending:
            item = pending.pop()
            if isinstance(item, Field):
                assert item.section == section.name
            else:
                pending += item.items


@pytest.mark.parametrize("wanted", TYPES.split())
def test_every_type_stands_in_some_form(wanted):
    assert any(cell.replace("begin ", "begin_").replace("end ", "end_").split()[0] == wanted for cell in cells("type"))


@pytest.mark.parametrize("wanted", APPEARANCES.split())
def test_every_appearance_stands_in_some_form(wanted):
    assert any(wanted in cell.split() for cell in cells("appearance"))


@pytest.mark.parametrize("wanted", FUNCTIONS.split())
def test_every_function_is_called_in_some_form(wanted):
    call = re.compile(rf"(?<![\w:-]){re.escape(wanted)}\(")
    assert any(
        call.search(cell) for column in ("calculation", "constraint", "relevant", "default") for cell in cells(column)
    )


def test_every_kind_of_answer_stands_in_some_form():
    assert {field.kind for name in NAMES for field in public_form(name).fields.values()} == set(Kind)


def test_a_list_of_eight_thousand_is_whole():
    form = public_form("school_census")
    assert len(form.lists["schools"]) == 8000
    assert form.fields["school"].choices == "schools"
    assert form.lists["schools"][41].extra == {"town": "t042", "level": "2"}


def test_what_stands_in_other_files_comes_along():
    points = public_form("water_point_inspection").lists["points"]
    assert [point.extra["geometry"] for point in points] == [
        "45.02 7.61 410 0",
        "45.01 7.63 0 0",
        "45.0 7.6 0 0;45.01 7.61 0 0",
    ]
    form = public_form("water_point_inspection")
    assert next((choice.name, choice.label["it"]) for choice in form.lists[form.fields["known"].choices]) == (
        "w1",
        "Upper spring",
    )
    assert [choice.name for choice in public_form("school_census").lists["terms"]] == ["a", "s"]
    street = public_form("health_triage").fields["street"]
    assert (street.kind, street.choices) == (Kind.CHOICE, "street")
    assert street.choice_filter.startswith("region=")
    assert [choice.name for choice in public_form("health_triage").lists["street"]] == [
        "via_alta",
        "via_bassa",
        "via_mare",
    ]


def test_the_folder_holds_nothing_else():
    known = {*NAMES, "plain_xform-media"}
    assert {path.name for path in FOLDER.iterdir()} == known
