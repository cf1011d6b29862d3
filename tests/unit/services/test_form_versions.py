"""A questionnaire that changes every year: no answer is lost on any way between its versions, and all ways end in the same."""

from __future__ import annotations

import random

import pytest

from seeddesk.domain.paths import template_of
from seeddesk.domain.values import Value
from seeddesk.exchange.docx.carriers import other_name
from seeddesk.services import cataloguing, forms, recording, table_export
from seeddesk.services.demo_editor import edit as retype
from seeddesk.services.earlier import question
from seeddesk.services.workspace import Workspace
from tests.support.catalogues import edit, exchange, values
from tests.support.returned import edited, read_here, send, statuses, take  # noqa: F401  # a fixture
from tests.support.versions import NAMES, ROW, VERSIONS, named, upgrade

pytestmark = pytest.mark.usefixtures("read_here")

FIRST: dict[str, Value] = {
    "title": "Orti di comunità",
    "name": "Ada Conti",
    "kind": "coop",
    "sector": "care",
    "amount": "12",
    "notes": "Una nota di allora",
    "mission": "Insieme",
    "member": "m",
    "member_name": "Bruna",
    "member_role": "tesoriera",
}


@pytest.fixture
def on(new_workspace, tmp_path):
    """Makes catalogues on a version of the form: ``on(3)``, ``on(1, 4)`` for one that met version 1 before."""

    def make(*versions: int) -> Workspace:
        ws = new_workspace(f"Writer {versions}")
        upgrade(ws, tmp_path, *versions)
        return ws

    return make


def begun(ws: Workspace, version: int) -> str:
    return recording.start(ws, named(version, **FIRST))[0]


def heads(ws: Workspace, practice: str) -> dict[str, tuple[object, ...]]:
    """Path -> status and the values of all heads: what two catalogues must agree on."""
    state = cataloguing.show(ws, practice).state
    return {
        path: (field.status, field.value, sorted(map(str, {head.value for head in field.heads})))
        for path, field in state.fields.items()
    }


def written(ws: Workspace, practice: str) -> set[str]:
    """Every value that was ever given, set elements one by one."""
    found: set[str] = set()
    for entry in cataloguing.history(ws, practice):
        found.update(entry.value if isinstance(entry.value, tuple) else [str(entry.value)])
    return found


def texts(ws: Workspace, practice: str) -> set[str]:
    """Every value that stands: shown, or one side of an open conflict."""
    found: set[str] = set()
    for field in cataloguing.show(ws, practice).state.fields.values():
        for head in field.heads:
            found.update(head.value if isinstance(head.value, tuple) else [str(head.value)])
    return found


@pytest.mark.parametrize("there", VERSIONS)
@pytest.mark.parametrize("left", VERSIONS)
def test_a_dossier_of_one_version_goes_into_a_catalogue_on_another_and_all_of_it_arrives(on, tmp_path, left, there):
    source, target = on(left), on(there)
    practice = begun(source, left)
    given = {str(value) for value in named(left, **FIRST).values()}
    file = send(source, practice, tmp_path / "out")
    cells = {NAMES["name"][left - 1]: "Ada Conti Rossi", NAMES["member.role"][left - 1]: "presidente"}
    back = edited(source, file, "back.docx", cells)
    assert statuses(take(target, back)) == ["new"]
    assert written(target, practice) >= given | {"Ada Conti Rossi", "presidente"}
    # A choice's label, where only the newer version says that it is one: what the document says is kept as it says it.
    labelled = {"coop": "Cooperative"} if there < 3 <= left else {}
    standing = {labelled.get(text, text) for text in given - {"Ada Conti", "tesoriera"}}
    assert texts(target, practice) >= standing | {"Ada Conti Rossi", "presidente"}
    assert statuses(take(target, back)) == ["unchanged"]
    shown = values(target, practice)
    for key, names in NAMES.items():  # what the catalogue's own version asks, and was answered, lies under its names
        if left <= there and names[left - 1] is not None and (name := names[there - 1]) is not None:
            assert shown.get(name) not in (None, "", ()), key
    take(source, back)
    for ws in (source, target):
        upgrade(ws, tmp_path, 5)
    exchange(source, target)
    assert heads(source, practice) == heads(target, practice)
    final = values(target, practice)
    assert final["full_name"] == "Ada Conti Rossi"
    assert final[f"members[{ROW}].task"] == "presidente"
    assert final["cost.total"] == "12"
    assert final["sector"] == ("care",)
    assert not cataloguing.conflicts(target, practice)


@pytest.mark.parametrize("way", [(2, 3, 4, 5), (5,), (3, 5), (4, 5)])
def test_a_catalogue_reaches_the_last_version_step_by_step_or_at_once_with_the_same_answers(on, tmp_path, way):
    ws = on(1)
    practice = begun(ws, 1)
    upgrade(ws, tmp_path, *way)
    shown = values(ws, practice)
    for key in ("title", "name", "kind", "amount", "member.name", "member.role"):
        assert shown[NAMES[key][4]] == FIRST[key.replace(".", "_")]
    assert shown["sector"] == ("care",)
    assert shown["notes"] == FIRST["notes"]
    assert question(ws, ws.form_of(practice), "notes").label["und"] == "Notes"
    assert not {"nome", "name_en", "amount", f"soci[{ROW}]"} & shown.keys()
    found = cataloguing.show(ws, practice)
    assert "mission" in found.evaluation.missing
    assert found.row.completeness < 100
    assert not cataloguing.conflicts(ws, practice)


def test_two_catalogues_on_different_versions_exchange_and_agree_once_both_have_the_last(on, tmp_path):
    old, new = on(1), on(3)
    practice = begun(old, 1)
    exchange(old, new)
    assert values(new, practice)["full_name"] == "Ada Conti"
    edit(new, practice, full_name="Ada C.")
    edit(old, practice, **{f"soci[{ROW}].ruolo": "segretaria"})
    exchange(old, new)
    assert values(old, practice)["nome"] == "Ada Conti"
    assert values(old, practice)["full_name"] == "Ada C."  # from another form, and travelling on
    assert values(new, practice)[f"members[{ROW}].role"] == "segretaria"
    for ws in (old, new):
        upgrade(ws, tmp_path, 5)
    assert heads(old, practice) == heads(new, practice)
    assert values(old, practice)["full_name"] == "Ada C."
    assert not cataloguing.conflicts(old, practice)


def test_answers_under_the_old_and_the_new_name_that_did_not_see_each_other_are_one_conflict(on, tmp_path):
    old, new = on(1), on(3)
    practice = begun(old, 1)
    exchange(old, new)
    edit(new, practice, full_name="Ada C.")
    edit(old, practice, nome="A. Conti")
    exchange(old, new)
    upgrade(old, tmp_path, 3)
    for ws in (old, new):
        (conflict,) = cataloguing.conflicts(ws, practice)
        assert conflict.path == "full_name"
        assert {version.value for version in conflict.versions} == {"Ada C.", "A. Conti"}
        assert conflict.has_base
        assert conflict.base == "Ada Conti"
    cataloguing.resolve(new, practice, "full_name", take="A")
    exchange(old, new)
    assert not cataloguing.conflicts(old, practice)
    assert heads(old, practice) == heads(new, practice)


@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_edited_between_nothing_is_lost_and_all_agree_in_the_end(on, tmp_path, seed):
    chance = random.Random(seed)
    catalogues = [[on(1), 1], [on(2), 2], [on(chance.choice((3, 4, 5))), 5]]
    catalogues[2][1] = int(catalogues[2][0].form.version)
    practice = begun(catalogues[0][0], 1)
    exchange(*(ws for ws, _ in catalogues))
    said = {str(value) for value in named(1, **FIRST).values()}
    for step in range(10):
        place = chance.choice(catalogues)
        ws, version = place
        act = chance.choice(("edit", "edit", "edit", "exchange", "upgrade", "dossier"))
        if act == "edit":
            key = chance.choice(
                [key for key in ("title", "name", "member.name", "member.role") if NAMES[key][version - 1]]
            )
            value = f"{key} {step}"
            edit(ws, practice, **{NAMES[key][version - 1]: value})
            said.add(value)
        elif act == "exchange":
            other = chance.choice(catalogues)[0]
            if other is not ws:
                exchange(ws, other)
        elif act == "upgrade" and version < 5:
            place[1] = chance.randint(version + 1, 5)
            upgrade(ws, tmp_path, place[1])
        elif act == "dossier":
            file = send(ws, practice, tmp_path / f"step{step}")
            value = f"Titolo {step}"
            take(chance.choice(catalogues)[0], edited(ws, file, "back.docx", {"title": value}))
            said.add(value)
    for ws, _ in catalogues:
        upgrade(ws, tmp_path, 5)
    exchange(*(ws for ws, _ in catalogues))
    first, *others = (heads(ws, practice) for ws, _ in catalogues)
    assert all(first == other for other in others)
    assert written(catalogues[0][0], practice) >= said
    assert not {"nome", "name_en", "amount", f"soci[{ROW}].nome"} & first.keys()


def test_answers_of_a_removed_question_are_still_exported(on, tmp_path):
    ws = on(1)
    practice = begun(ws, 1)
    upgrade(ws, tmp_path, 4)
    for kind in ("csv", "json", "xlsx"):
        file = table_export.export_table(ws, [practice], kind, tmp_path / f"all.{kind}")
        if kind != "xlsx":
            assert FIRST["notes"] in file.read_text("utf-8")
    dossier = send(ws, practice, tmp_path / "out")
    back = edited(ws, dossier, "back.docx", {"title": "Un altro titolo"})
    report = take(ws, back)
    assert statuses(report) == ["updated"]
    assert values(ws, practice)["notes"] == FIRST["notes"]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_table_of_an_earlier_version_comes_back_under_the_names_of_now(on, tmp_path, kind):
    ws = on(1)
    practice = begun(ws, 1)
    file = table_export.export_table(ws, [practice], kind, tmp_path / f"all.{kind}")
    upgrade(ws, tmp_path, 5)
    assert statuses(take(ws, file)) == ["unchanged"]
    if kind == "csv":
        changed = file.read_text("utf-8-sig").replace("tesoriera", "presidente").replace("Ada Conti", "Ada C.")
        file.write_text(changed, "utf-8")
        assert statuses(take(ws, file)) == ["updated"]
        assert values(ws, practice)["full_name"] == "Ada C."
        assert values(ws, practice)[f"members[{ROW}].task"] == "presidente"
    plain = tmp_path / "plain.csv"
    plain.write_text("Chi,Titolo,Cosa\nUgo,Bosco,una cosa\n", "utf-8")
    report = take(ws, plain, mapping="Chi=nome,Titolo=title,Cosa=mission")
    assert values(ws, report.files[0].practice)["full_name"] == "Ugo"


def test_erasing_an_answer_erases_it_under_all_its_names(on, tmp_path):
    old, new = on(1), on(3)
    practice = begun(old, 1)
    exchange(old, new)
    edit(new, practice, full_name="Ada C.")
    upgrade(old, tmp_path, 3)
    recording.redact(new, practice, ["full_name"], "asked to")
    shown = {entry.value for entry in cataloguing.history(new, practice) if template_of(entry.path) == "full_name"}
    assert shown == {None}


def test_a_code_no_longer_offered_keeps_the_name_it_had(on, tmp_path):
    ws = on(2)
    recording.start(ws, named(2, title="Prato", sector="green"))
    upgrade(ws, tmp_path, 5)
    (value,) = cataloguing.facets(ws, cataloguing.Query(), ["sector"]).get("sector", ()) or (None,)
    assert value is None or value.label["und"] == "Green"


def test_a_form_of_the_same_version_with_other_questions_is_refused(on, tmp_path):
    from seeddesk.domain.errors import FormError

    ws = on(1)
    survey = tmp_path / "v1" / "survey.csv"
    survey.write_text(survey.read_text("utf-8").replace("Notes", "Remarks"), "utf-8")
    with pytest.raises(FormError) as refusal:
        forms.add(ws, tmp_path / "v1")
    assert refusal.value.code == "form-version-taken"
    assert ws.form.fields["notes"].label["und"] == "Notes"


def test_two_edits_in_one_dossier_that_go_by_one_name_now_are_a_conflict_and_neither_is_lost(on, tmp_path):
    old, new = on(1), on(3)
    practice = begun(old, 1)
    exchange(old, new)
    edit(new, practice, full_name="Ada C.")
    exchange(old, new)
    file = send(old, practice, tmp_path / "out")  # it shows both: the old catalogue knows no better
    back = tmp_path / "back.docx"
    tags = {"sd:nome": "Ada uno", f"sd:{other_name('full_name')}": "Ada due"}
    retype(file, back, "Bruno", tags, {})
    assert statuses(take(new, back)) == ["conflict"]
    (conflict,) = cataloguing.conflicts(new, practice)
    assert {version.value for version in conflict.versions} == {"Ada uno", "Ada due"}
    assert statuses(take(new, back)) == ["unchanged"]
    take(old, back)
    upgrade(old, tmp_path, 3)
    exchange(old, new)
    assert heads(old, practice) == heads(new, practice)


@pytest.mark.parametrize("now", [(1, 5), (2, 3, 5), (1, 2, 3, 4, 5)])
def test_a_dossier_of_a_version_that_is_known_is_understood_by_it_and_taken_in_under_the_names_of_now(
    on, tmp_path, now
):
    source = on(now[0])
    practice = begun(source, now[0])
    target = on(*now)
    exchange(source, target)
    cells = {
        NAMES["name"][now[0] - 1]: "Ada C.",
        NAMES["member.role"][now[0] - 1]: "presidente",
        "sector": "Food",
        "kind": "ngo",
    }
    back = edited(source, send(source, practice, tmp_path / "out"), "back.docx", cells)
    for ws in (target, source):
        report = take(ws, back)
        assert statuses(report) == ["updated"]
        assert statuses(take(ws, back)) == ["unchanged"]
    shown = values(target, practice)
    assert shown["full_name"] == "Ada C."
    assert shown[f"members[{ROW}].task"] == "presidente"
    assert shown["sector"] == ("food",)
    assert shown["kind"] == "ngo"
    upgrade(source, tmp_path, 5)
    exchange(source, target)
    assert heads(source, practice) == heads(target, practice)
    assert not cataloguing.conflicts(target, practice)
