"""A form written as a workbook is the same form when it is read again."""

from __future__ import annotations

import io
import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from seeddesk.domain.form import Choice, Form
from seeddesk.exchange.xform import list_files, load_form, write_workbook
from tests.support.forms import form_of, write_sheets

ROOT = Path(__file__).resolve().parents[4]
VOCABULARIES = ROOT / "resources" / "vocabularies"
FORMS = sorted(path for path in (ROOT / "tests" / "data" / "forms").glob("*") if (path / "survey.csv").is_file())

EVERYTHING = """
type | name | label::Italiano (it) | label::English (en) | hint::Italiano (it) | guidance_hint::English (en) | required | required_message::English (en) | relevant | constraint | constraint_message::English (en) | calculation | trigger | choice_filter | appearance | parameters | default | repeat_count | image::English (en) | bind::seeddesk:core | bind::seeddesk:was
start | start
today | today
username | username
audit | audit
start-geopoint | where_started
text | loose | Sciolta | Loose | | | | | | | | | | | | | 007
begin_group | person | Persona | Person | Chi sei | | | | | | | | | | field-list
text | name | Nome | Name | Il tuo | Only the first | yes | Say it | | string-length(.) > 1 | Longer | | | | multiline | | | | face.png | yes | old_name other
integer | age | Età di ${name} | Age of ${name} | | | | | | . > 0 and . < 120 | | | | | thousands-sep
range | joy | Gioia | Joy | | | | | ${age} > 3 | | | | | | rating | start=1 end=5 step=1
range | warm | Temperatura | Temperature | | | | | | | | | | | | start=0.5 end=5.5 step=0.5
select_one fruit | best | Migliore | Best | | | | | | | | | | | likert | randomize=true seed=42 | apple
select_multiple fruit or_other | liked | Piace | Liked | | | | | | | | | | | minimal
rank fruit | order | Ordine | Order
acknowledge | ok | Va bene | Fine
note | thanks | Grazie ${name} | Thanks ${name}
calculate | twice | | | | | | | | | | ${age} * 2
calculate | stamp | | | | | | | | | | now() | ${age}
hidden | secret | | | | | | | | | | | | | | | s3
date | born | Nato | Born | | | | | | | | | | | year | | today() - 1
time | at | Ora | Time
dateTime | when | Quando | When
geotrace | path | Percorso | Path
barcode | code | Codice | Barcode
image | photo | Foto | Photo | | | | | | | | | | | annotate | max-pixels=800
file | doc | Documento | Document
end_group |
begin_repeat | child | Figlio | Child | | | | | | | | | | | | | | ${age}
text | first | Nome | First name
select_one town | town | Città di ${first} | Town of ${first} | | | | | ${first} != '' | | | | | region = ${region}
text | region | Regione | Region
begin_repeat | toy | Gioco | Toy
text | what | Cosa | What | | | | | ${first} != '/data/child/first' and ${name} != 'y'
calculate | toys | | | | | | | | | | position(..) + count(${toy})
end_repeat
end_repeat
select_one ${first} | eldest | Maggiore | Eldest | | | | | count(${child}) > 0
calculate | total | | | | | | | | | | sum(${toys})
select_one_from_file places.csv | place | Luogo | Place | | | | | | | | | | starts-with(label, 'A')
"""
CHOICES = """
list_name | name | label::Italiano (it) | label::English (en) | region | image::English (en)
fruit | apple | Mela | Apple | | apple.png
fruit | pear | =1+1 | Pear
town | 001 | Torino | Turin | n
town | na | Napoli | Naples | s
"""
SETTINGS = """
form_title | form_id | version | name | default_language | style | namespaces | instance_name | form_title::English (en)
Tutto | everything | 3 | data | Italiano (it) | pages | seeddesk="urn:seeddesk:form:1" | concat(${name}, ' ', ${age}) | Everything
"""


def again(form: Form, folder: Path) -> Form:
    """Written, with its files where other programs look for them, and read."""
    folder.mkdir(exist_ok=True)
    (folder / "copy.xlsx").write_bytes(write_workbook(form))
    (folder / "copy-media").mkdir()
    for name, data in {**form.files, **list_files(form)}.items():
        (folder / "copy-media" / name).write_bytes(data)
    return load_form(folder / "copy.xlsx", folder)


def alike(value: object) -> object:
    """A form in plain values, but for the XForm's text and the spaces in expressions."""
    if isinstance(value, Form):
        return [
            alike(getattr(value, name))
            for name in ("id", "version", "title", "languages", "sections", "actions", "style")
        ]
    if is_dataclass(value):
        return [(one.name, alike(getattr(value, one.name))) for one in fields(value)]
    if isinstance(value, dict):
        return {key: alike(inside) for key, inside in value.items()}
    if isinstance(value, tuple):
        return [alike(inside) for inside in value]
    return re.sub(r"\s+", "", value) if isinstance(value, str) else value


def same(one: Form, other: Form) -> bool:
    assert alike(other) == alike(one)
    assert {name: list(map(alike, choices)) for name, choices in other.lists.items()} == {
        name: list(map(alike, choices)) for name, choices in one.lists.items()
    }
    return dict(other.files) == dict(one.files)


@pytest.fixture(scope="module")
def everything(tmp_path_factory) -> Form:
    """A form with a question of every kind."""
    folder = tmp_path_factory.mktemp("everything")
    rows = "".join(f"p{number},A place {number},{number}\n" for number in range(1_200))
    (folder / "places.csv").write_text(f"name,label,people\n{rows}", encoding="utf-8")
    for name in ("face.png", "apple.png"):
        (folder / name).write_bytes(b"\x89PNG\r\n\x1a\n" + name.encode())
    return load_form(write_sheets(folder, EVERYTHING, CHOICES, SETTINGS))


def test_every_kind_of_question_comes_back_as_it_was(everything, tmp_path):
    assert same(everything, again(everything, tmp_path / "out"))


def test_the_practice_form_comes_back_as_it_was(tmp_path):
    form = load_form(ROOT / "forms" / "practice", VOCABULARIES)
    assert same(form, again(form, tmp_path / "out"))


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_every_form_of_ours_comes_back_as_it_was(path, tmp_path):
    form = load_form(path, VOCABULARIES)
    assert same(form, again(form, tmp_path / "out"))


def test_an_xform_of_another_program_gives_a_workbook_with_the_same_questions(tmp_path):
    form = load_form(ROOT / "tests" / "data" / "forms" / "plain_xform.xml")
    copy = again(form, tmp_path / "out")
    assert [(one.template, one.kind, one.label) for one in copy.fields.values()] == [
        (one.template, one.kind, one.label) for one in form.fields.values()
    ]
    assert copy.languages == form.languages


def survey(form: Form) -> dict[str, dict[str, str]]:
    """The survey sheet by question, filled cells alone."""
    sheet = load_workbook(io.BytesIO(write_workbook(form)))["survey"]
    header, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    return {row[1]: {name: cell for name, cell in zip(header, row, strict=True) if cell} for row in rows if row[1]}


def test_expressions_and_labels_name_questions_as_people_write_them(everything):
    found = survey(everything)
    assert found["twice"]["calculation"] == "${age} * 2"
    assert found["age"]["label::English (en)"] == "Age of ${name}"
    assert found["town"]["choice_filter"] == "region = ${region}"
    assert found["what"]["relevant"] == "${first} != '/data/child/first' and ${name} != 'y'"
    assert found["child"]["repeat_count"] == "${age}"


def test_a_name_that_stands_for_two_questions_stays_a_path(tmp_path):
    form = form_of(tmp_path, """
        type | name | label | relevant
        begin group | a | A |
        text | x | X |
        text | y | Y | ../x = 1
        end group | | |
        begin group | b | B | /data/a/x = 2
        text | x | X |
        end group | | |
        """)  # fmt: skip
    found = survey(form)
    assert found["y"]["relevant"] == "../x = 1"
    assert found["b"]["relevant"] == "/data/a/x = 2"


def test_texts_stay_texts(everything):
    book = load_workbook(io.BytesIO(write_workbook(everything)))
    cells = {cell.value: cell.data_type for row in book["choices"].iter_rows() for cell in row if cell.value}
    assert cells["=1+1"] == "s"
    assert cells["001"] == "s"
    assert all(book[name].freeze_panes for name in book.sheetnames)


def test_long_lists_stand_in_files_unless_that_would_lose_a_language(tmp_path):
    form = form_of(tmp_path, "type | name | label\nselect_one fruit | fruit | Fruit")
    lang = form.languages[0]
    plain = tuple(Choice(f"c{number}", {lang: f"Choice {number}"}, {"size": "1"}) for number in range(1_200))
    told = tuple(replace(one, label={**one.label, "it": "Scelta"}) for one in plain)
    assert list(list_files(form)) == []
    (name, data), *_ = list_files(replace(form, lists={"fruit": plain})).items()
    assert (name, data.decode().splitlines()[:2]) == ("fruit.csv", ["name,label,size", "c0,Choice 0,1"])
    assert list(list_files(replace(form, lists={"fruit": told}))) == []
