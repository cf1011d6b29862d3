"""Several forms in one catalogue: each practice has its own, from the first save to the dossier that comes back."""

from __future__ import annotations

import json
import shutil
import zipfile
from dataclasses import replace

import pytest

from seeddesk.domain import workflow
from seeddesk.domain.changes import Progress
from seeddesk.domain.errors import Cancelled, FormError, NotAllowed, NotFound
from seeddesk.domain.query import Query
from seeddesk.domain.record import Record
from seeddesk.services import cataloguing, exporting, form_tools, forms, merging, recording, table_export
from seeddesk.services import workspace as opening
from seeddesk.services.shelf import Shelf, newer
from seeddesk.services.workspace import Workspace
from tests.support.catalogues import edit, exchange, record, values
from tests.support.forms import write_sheets
from tests.support.returned import edited, read_here, send, statuses, take  # noqa: F401  # a fixture

pytestmark = pytest.mark.usefixtures("read_here")

EVENT = """
type | name | label | calculation
text | what | What was it |
date | day | Which day |
integer | people | How many came |
calculate | double | | ${people} * 2
select_one fruit | snack | What was eaten |
"""
EXTENSION_ROWS = """
begin_group | greece | Greece |
text | prefecture | Prefecture |
text | law | Which law it falls under |
end_group | | |
"""


def settings(form_id: str, version: str = "1", title: str = "") -> str:
    namespaces = 'seeddesk="urn:seeddesk:form:1"'
    return f"form_id | version | form_title | name | namespaces\n{form_id} | {version} | {title or form_id} | data | {namespaces}\n"


def event(folder, version: str = "1", survey: str = EVENT):
    """The sheets of a short questionnaire for events."""
    return write_sheets(folder / f"event{version}", survey, settings=settings("event", version, "Event"))


@pytest.fixture
def extension(root, tmp_path):
    """The national form with a section of a country's own, under an id of its own."""
    folder = tmp_path / "extension"
    shutil.copytree(root / "forms" / "practice", folder)
    sheet = folder / "settings.csv"
    sheet.write_text(sheet.read_text("utf-8").replace("seeddesk-practice", "practice-gr"), "utf-8")
    survey = folder / "survey.csv"
    header = survey.read_text("utf-8").split("\n")[0].split(",")
    rows = []
    for line in EXTENSION_ROWS.strip().splitlines():
        kind, name, label, _ = (cell.strip() for cell in line.split("|"))
        cells = {"type": kind, "name": name, "label::Italiano (it)": label, "label::English (en)": label}
        rows.append(",".join(cells.get(column, "") for column in header))
    survey.write_text(survey.read_text("utf-8").rstrip("\n") + "\n" + "\n".join(rows) + "\n", "utf-8")
    return folder


def test_each_practice_is_shown_edited_and_exported_by_its_own_form(workspace, extension, tmp_path):
    forms.add(workspace, extension)
    forms.add(workspace, event(tmp_path))
    national = record(workspace)
    greek, _ = recording.start(workspace, {"title": "Kipos", "prefecture": "Attiki"}, form="practice-gr")
    fair, _ = recording.start(workspace, {"what": "Fiera", "people": "40", "snack": "fig"}, form="event")
    assert [workspace.form_of(name).id for name in (national, greek, fair)] == [
        "seeddesk-practice",
        "practice-gr",
        "event",
    ]
    assert workspace.form.id == "seeddesk-practice"  # the main form stays
    assert values(workspace, fair)["double"] == "80"
    rows = {row.id: row for row in cataloguing.list_practices(workspace).rows}
    assert rows[fair].title == "Fiera"
    assert rows[fair].code.startswith("SI-XX-")
    assert rows[fair].status == "draft"
    assert rows[fair].form == "event"
    found = cataloguing.facets(workspace, Query())
    assert {value.code: value.count for value in found["@form"]} == {
        "seeddesk-practice": 1,
        "practice-gr": 1,
        "event": 1,
    }
    assert next(value.label for value in found["@form"] if value.code == "event")["und"] == "Event"
    assert [value.label["und"] for value in found["snack"]] == ["Fig"]
    assert {value.code: value.count for value in found["status"]} == {"draft": 3}  # the event's form asks for none
    assert fair in cataloguing.ids(workspace, Query(where={"status": ("draft",)}))
    assert cataloguing.ids(workspace, Query(where={"@form": ("event",)})) == [fair]
    for practice in (national, greek, fair):
        file = send(workspace, practice, tmp_path / "out")
        assert statuses(take(workspace, file)) == ["unchanged"]


@pytest.mark.parametrize("form_id", ["practice-gr", "event"])
def test_a_dossier_of_another_form_is_edited_and_merged_back(workspace, new_workspace, extension, tmp_path, form_id):
    for sheets in (extension, event(tmp_path)):
        forms.add(workspace, sheets)
    asked = {"practice-gr": ("title", "law"), "event": ("what", "day")}[form_id]
    practice, _ = recording.start(workspace, {asked[0]: "Prima"}, form=form_id)
    forms.main(workspace, form_id)  # for the helper that edits, which goes by the main form
    back = edited(workspace, send(workspace, practice, tmp_path), "back.docx", {asked[1]: "2026-05-01"})
    forms.main(workspace, "seeddesk-practice")
    report = take(workspace, back)
    assert statuses(report) == ["updated"]
    assert report.files[0].title == "Prima"
    assert values(workspace, practice)[asked[1]] == "2026-05-01"
    assert workspace.form_of(practice).id == form_id
    # A catalogue that does not know the form keeps it all, by its main form; and shows it rightly once the form has come.
    stranger = new_workspace("Bruno")
    assert statuses(take(stranger, back)) == ["new"]
    assert stranger.form_of(practice) is stranger.form
    kept = values(stranger, practice)
    assert (kept[asked[0]], kept[asked[1]]) == ("Prima", "2026-05-01")
    again = take(stranger, send(stranger, practice, tmp_path / "again"))
    assert statuses(again) == ["unchanged"]
    forms.add(stranger, extension if form_id == "practice-gr" else tmp_path / "event1")
    assert stranger.form_of(practice).id == form_id
    assert cataloguing.list_practices(stranger).rows[0].title == "Prima"


def test_switching_to_an_extension_and_back_loses_nothing(workspace, new_workspace, extension, tmp_path):
    forms.add(workspace, extension)
    practice = record(workspace)
    before = values(workspace, practice)
    forms.switch(workspace, practice, "practice-gr")
    assert workspace.form_of(practice).id == "practice-gr"
    edit(workspace, practice, law="4430")
    with pytest.raises(NotAllowed):
        forms.switch(workspace, practice, "practice-gr")
    with pytest.raises(NotFound):
        forms.switch(workspace, practice, "practice-xx")
    forms.switch(workspace, practice, "seeddesk-practice")
    after = values(workspace, practice)
    assert {path: after[path] for path in before} == before
    assert after["law"] == "4430"
    # The choice travels, and two choices that did not see each other are a conflict for a person.
    other = new_workspace("Bruno")
    forms.add(other, extension)
    exchange(workspace, other)
    forms.switch(other, practice, "practice-gr")
    assert workspace.form_of(practice).id == "seeddesk-practice"
    exchange(workspace, other)
    assert workspace.form_of(practice).id == "practice-gr"
    forms.switch(workspace, practice, "seeddesk-practice")
    forms.add(other, event(tmp_path))
    forms.switch(other, practice, "event")
    exchange(workspace, other)
    (conflict,) = [one for one in cataloguing.conflicts(workspace, practice) if one.path == "@form"]
    assert {version.value for version in conflict.versions} == {"seeddesk-practice", "event"}
    cataloguing.resolve(workspace, practice, "@form", take="A")
    assert not cataloguing.conflicts(workspace, practice)


def test_a_form_without_a_status_goes_through_the_same_workflow(workspace, tmp_path):
    forms.add(workspace, event(tmp_path))
    practice, _ = recording.start(workspace, {"what": "Fiera"}, form="event")
    recording.change_status(workspace, practice, workflow.SUBMITTED)
    assert cataloguing.show(workspace, practice).row.status == workflow.SUBMITTED
    assert "status" not in values(workspace, practice)


def test_tables_carry_practices_of_several_forms_out_and_in(workspace, new_workspace, extension, tmp_path):
    for sheets in (extension, event(tmp_path)):
        forms.add(workspace, sheets)
    national = record(workspace)
    fair, _ = recording.start(workspace, {"what": "Fiera", "people": "40"}, form="event")
    file = table_export.export_table(workspace, [national, fair], "csv", tmp_path / "all.csv")
    assert statuses(take(workspace, file)) == ["unchanged", "unchanged"]
    file.write_text(file.read_text("utf-8-sig").replace("Fiera", "Fiera grande"), "utf-8")
    assert statuses(take(workspace, file)) == ["unchanged", "updated"]
    assert values(workspace, fair)["what"] == "Fiera grande"
    other = new_workspace("Bruno")
    for sheets in (extension, tmp_path / "event1"):
        forms.add(other, sheets)
    assert statuses(take(other, file)) == ["new", "new"]
    assert other.form_of(fair).id == "event"
    assert values(other, fair)["people"] == "40"
    data = json.loads(table_export.export_table(workspace, [fair], "json", tmp_path / "all.json").read_text("utf-8"))
    assert data["practices"][0]["form"] == "event"


def test_blanks_of_a_form_come_back_as_practices_of_that_form(workspace, tmp_path):
    forms.add(workspace, event(tmp_path))
    exporting.blank(workspace, tmp_path / "blank.docx", form="event")
    forms.main(workspace, "event")
    filled = edited(workspace, tmp_path / "blank.docx", "filled.docx", {"what": "Mercato", "people": "7"})
    forms.main(workspace, "seeddesk-practice")
    report = take(workspace, filled)
    assert statuses(report) == ["new"]
    assert workspace.form_of(report.files[0].practice).id == "event"
    assert values(workspace, report.files[0].practice)["people"] == "7"


def test_a_new_version_is_taken_in_wholly_or_not_at_all(workspace, tmp_path):
    forms.add(workspace, event(tmp_path))
    practice, _ = recording.start(workspace, {"what": "Fiera"}, form="event")
    known = forms.known(workspace)
    with pytest.raises(FormError):
        forms.add(workspace, event(tmp_path, "2", EVENT.replace("${people} * 2", "${peple} * 2")))
    stopped = Progress()
    stopped.cancel()
    later = EVENT + "text | where | Where\n"
    with pytest.raises(Cancelled):
        forms.add(workspace, event(tmp_path, "3", later), progress=stopped)
    assert forms.known(workspace) == known
    assert workspace.form_of(practice).version == "1"
    form, _, changes = forms.add(workspace, tmp_path / "event3")
    assert (form.version, changes.practices) == ("3", {practice})
    assert "where" in workspace.form_of(practice).fields
    assert [(one.version, one.in_use, one.practices) for one in forms.known(workspace) if one.id == "event"] == [
        ("3", True, 1),
        ("1", False, 0),
    ]
    forms.use(workspace, "event", "1")
    assert "where" not in workspace.form_of(practice).fields
    with Workspace.open(workspace.catalogue.location, read_only=True) as again:
        assert again.form_of(practice).version == "1"


def test_a_form_that_is_only_kept_shows_nothing_by_itself(workspace, tmp_path):
    forms.add(workspace, event(tmp_path))
    forms.add(workspace, event(tmp_path, "2", EVENT + "text | where | Where\n"), use=False)
    assert workspace.form_named("event").version == "1"
    assert workspace.find_form("event", "2") is not None


def test_media_travel_with_a_form(workspace, tmp_path):
    folder = event(tmp_path)
    (folder / "media").mkdir()
    (folder / "media" / "sign.png").write_bytes(b"\x89PNG\r\n\x1a\nsign")
    survey = EVENT.replace("| calculation", "| calculation | media::image").replace(
        "text | what | What was it |", "text | what | What was it | | sign.png"
    )
    write_sheets(folder, survey, settings=settings("event"))
    with zipfile.ZipFile(tmp_path / "event.zip", "w") as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                archive.write(file, file.relative_to(folder))
    form, _, _ = forms.add(workspace, tmp_path / "event.zip")
    location = workspace.catalogue.location
    workspace.close()
    with Workspace.open(location, "Ada") as again:
        assert form_tools.file_bytes(again, again.form_named(form.id), "sign.png") == b"\x89PNG\r\n\x1a\nsign"
        with pytest.raises(NotFound):
            form_tools.file_bytes(again, again.form_named(form.id), "other.png")


def shipped(monkeypatch, form, version):
    """As if this SeedDesk brought another version of its own form."""
    xform = form.xform.replace(f'version="{form.version}"', f'version="{version}"')
    other = opening.read_stored(xform)
    assert other.version == version
    monkeypatch.setattr(opening, "shipped_form", lambda: other)
    monkeypatch.setattr(opening, "_sheets_digest", lambda: f"sheets of {version}")


def test_a_newer_seeddesk_brings_its_newer_form_but_an_older_one_takes_none_away(workspace, monkeypatch):
    form, location = workspace.form, workspace.catalogue.location
    practice = record(workspace)
    workspace.close()
    shipped(monkeypatch, form, "2027.1")
    with Workspace.open(location, "Ada") as later:
        assert later.form.version == "2027.1"
        assert values(later, practice)
    shipped(monkeypatch, form, "2026.1")
    with Workspace.open(location, "Ada") as earlier:
        assert earlier.form.version == "2027.1"
    shipped(monkeypatch, form, "2028.1")
    with Workspace.open(location, "Ada") as latest:
        assert latest.form.version == "2028.1"
        assert set(latest.forms) == {(form.id, version) for version in ("2026.1", form.version, "2027.1", "2028.1")}


def test_the_centres_own_version_stays_in_use_when_seeddesk_brings_one(workspace, monkeypatch, tmp_path):
    form, location = workspace.form, workspace.catalogue.location
    own = tmp_path / "own.xml"
    own.write_text(form.xform.replace(f'version="{form.version}"', 'version="2026.1-centre"'), "utf-8")
    forms.add(workspace, own)
    assert workspace.form.version == "2026.1-centre"
    workspace.close()
    shipped(monkeypatch, form, "2027.1")
    with Workspace.open(location, "Ada") as later:
        assert later.form.version == "2026.1-centre"
        forms.use(later, form.id, "2027.1")
    with Workspace.open(location, "Ada") as again:
        assert again.form.version == "2027.1"


def test_versions_are_compared_number_by_number():
    assert newer("2026.10", "2026.9")
    assert newer("2026.1.1", "2026.1")
    assert not newer("2026.1", "2026.1")
    assert not newer("", "1")
    assert newer("v2", "v1")


def test_an_empty_shelf_takes_what_seeddesk_brings(workspace):
    form = replace(workspace.form, version="1")
    assert Shelf().with_shipped(form) == Shelf(form.id, {form.id: "1"}, "1", ((form.id, "1"),))


def test_dossiers_of_several_forms_are_read_in_one_import(workspace, tmp_path):
    forms.add(workspace, event(tmp_path))
    national = record(workspace)
    fair, _ = recording.start(workspace, {"what": "Fiera"}, form="event")
    exporting.export_dossiers(workspace, [national, fair], tmp_path / "out")
    report, _ = merging.import_files(workspace, [tmp_path / "out"], backup=False)
    assert [file.status for file in report.files] == ["unchanged", "unchanged"]


def test_a_save_brings_about_what_the_window_shows(workspace, tmp_path):
    survey = """
type | name | label | calculation | trigger | default | repeat_count
text | what | What | | | |
integer | people | How many | | | |
text | asked | Asked on | | ${what} | |
calculate | stamp | | uuid() | | |
calculate | twice | | ${people} * 2 | | |
date | day | Day | | | today() |
begin_repeat | guest | Guests | | | | ${people}
text | name | Name | | | |
end_repeat | | | | | |
""".replace("text | asked | Asked on | |", "text | asked | Asked on | concat('about ', ${what}) |")
    forms.add(workspace, event(tmp_path, "1", survey))
    practice, _ = recording.start(workspace, {"what": "Fiera", "people": "2"}, form="event")
    first = values(workspace, practice)
    live = workspace.logic_of(workspace.form_of(practice)).live(Record({}), new=True)
    live.change({"what": "Fiera", "people": "2"})
    shown = {path for path, value in live.record.values.items() if value is not None}
    assert shown <= first.keys()
    assert (first["asked"], first["twice"]) == ("about Fiera", "4")
    assert first["day"]
    assert len(Record(first).rows("guest")) == 2
    assert recording.save(workspace, recording.open_draft(workspace, practice), {})[1].practices == frozenset()
    edit(workspace, practice, people="3")
    after = values(workspace, practice)
    assert after["stamp"] == first["stamp"]  # nothing it reads was edited
    assert len(Record(after).rows("guest")) == 3
    forms.main(workspace, "event")
    back = edited(workspace, send(workspace, practice, tmp_path / "out"), "back.docx", {"what": "Sagra"})
    assert statuses(take(workspace, back)) == ["updated"]
    assert values(workspace, practice)["stamp"] == first["stamp"]
