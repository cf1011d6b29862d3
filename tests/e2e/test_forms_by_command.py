"""Every form we have, from check to statistics, by the command line: answered whole, sent out as a dossier, edited, merged, compared with itself."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

from seeddesk.domain.form import Kind
from seeddesk.exchange.docx.carriers import Carriers
from seeddesk.services.demo_editor import edit
from tests.support.dossiers import ROOT
from tests.support.form_answers import EVERY, PRACTICE, answers, form_of, volatile
from tests.support.public_forms import path_of
from tests.support.returned import _reading
from tests.support.terminal import bare, run

__all__ = ["_reading", "bare", "run"]  # fixtures

# What the forms calculate from these answers, by hand. Rows are numbered.
BY_HAND = {
    "asset_inventory": {"worth": "1000.4", "spent": "6"},
    "calculations": {
        "c_if": "more", "c_coalesce": "nothing", "c_selected": "true", "c_selected_at": "b", "c_count_selected": "2", "c_choice_name": "Bread",
        "c_join": "3-3", "c_substr": "ee", "c_format_date": "28.02.2026", "c_date_sum": "2026-03-07", "c_date_less": "58",
        "c_pow": "32", "c_sum": "6", "c_max": "5", "c_round": "3.14", "c_arithmetic": "14.25", "c_pulldata": "2.50", "c_digest": "7ec0282feef0960f60743df475ac1925d21112414eba8f4044845297f0cc6ef6",
    },
    "event_signup": {"lunches": "2"},
    "health_triage": {"clinic_phone": "555 0101", "clinic_name": "Poliambulatorio Colle", "first_symptom": "Febbre"},
    "household_survey": {
        "member[0].income[0].yearly": "12000", "member[1].earned": "2000", "total": "4000", "adults": "2", "counted": "2", "rent_share": "10",
        "names": "Testo di name, Testo di name",
    },
    "school_census": {"town": "t001", "level": "1", "teachers_here": "2", "head_teacher": "Teacher A", "all_pupils": "12", "biggest": "6", "per_class": "6"},
    "time_use_diary": {"activity[1].minutes": "90", "accounted": "3", "longest": "90"},
    "training_evaluation": {"score": "7", "reached": "true", "weighed": "true"},
    "water_point_inspection": {"latitude": "45.1", "known_name": "Upper spring", "verdict": "good"},
    PRACTICE: {"unit_cost": "25"},
}  # fmt: skip


# What is changed in each dossier, as written there, and what is then read. Elsewhere: the first text.
EDITS = {
    "health_triage": ("pulse", "95", "95"),
    "school_census": ("term", "Spring", "s"), "time_use_diary": ("born", "1970", "1970"), "training_evaluation": ("hours", "3", "3"),
    "water_point_inspection": ("fee", "4", "4"),
}  # fmt: skip


def source_of(name: str) -> Path:
    return ROOT / "forms" / "practice" if name == PRACTICE else path_of(name)


def flat(values: dict[str, object]) -> dict[str, object]:
    """Values as ``show --json`` nests them, as one table with rows by number."""
    found: dict[str, object] = {}
    for key, value in values.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for number, row in enumerate(value):
                found |= {
                    f"{key}[{number}].{name}": inner
                    for name, inner in flat({k: v for k, v in row.items() if k != "row"}).items()
                }
        else:
            found[key] = tuple(value) if isinstance(value, list) else value
    return found


def asked(run, *words):
    """What a command answers; warnings are no refusal."""
    code, out, err = run(*words, "--json")
    assert code in (0, 3), err
    return json.loads(out)


def merge_a_dossier(run, tmp_path, name, practice, before):
    """One answer is changed in the dossier: that, and what is calculated from it, is all that changes."""
    form = form_of(name)
    told = (one for one in form.fields.values() if one.kind is Kind.TEXT and not one.long and not one.constraint)
    path, written, value = EDITS.get(name) or (
        next(one.template for one in told if one.template in before),
        "Ora così",
        "Ora così",
    )
    (source,) = [*tmp_path.glob("out.docx/*.docx"), *tmp_path.glob("out.docx")][:1]
    edit(source, tmp_path / "back.docx", "Bruno", {Carriers(form).tag(path, None): written}, {})
    code, _, err = run("import", str(tmp_path / "back.docx"))
    assert code in (0, 3), err
    after = flat(run.json("show", practice)["values"])
    assert after[path] == value != before[path]
    changed = {each for each in {*before, *after} if before.get(each) != after.get(each)}
    made = {field.template for field in form.fields.values() if field.calculate} | volatile(form)
    assert {re.sub(r"\[\d+\]", "[]", each) for each in changed - {path}} <= made


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.apart] if name == PRACTICE else []) for name in EVERY]
)
def test_a_form_is_answered_sent_out_and_merged_by_command(run, tmp_path, name):
    form, source = form_of(name), source_of(name)
    assert asked(run, "form", "check", str(source))["errors"] == 0
    if name != PRACTICE:
        assert run("form", "add", str(source))[0] in (0, 3)
    told = answers(name, tmp_path / "files")
    code, out, err = run("new", "--form", form.id, *(f"{one.name}={one.typed}" for one in told))
    assert code == 0, err
    practice = out.split()[-1]
    shown = run.json("show", practice)
    assert shown["problems"] == []
    values = flat(shown["values"])
    meant = {one.name: one.value for one in told}
    assert {path: values.get(path) for path in meant} == meant
    assert {path: values.get(path) for path in BY_HAND.get(name, {})} == BY_HAND.get(name, {})

    for kind in ("docx", "xlsx", "csv", "json"):
        assert run("export", practice, "--to", kind, "--out", str(tmp_path / f"out.{kind}"))[0] == 0
    (sent,) = json.loads((tmp_path / "out.json").read_text("utf-8"))["practices"]
    assert flat(sent["values"]) == values
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as lines:
        row = next(csv.DictReader(lines))
    assert row["uid"] == practice
    assert run("import", str(tmp_path / "out.xlsx"))[0] == 0
    assert flat(run.json("show", practice)["values"]) == values

    merge_a_dossier(run, tmp_path, name, practice, values)
    stats = run.json("form", "stats", form.id)
    assert {one["template"] for one in stats["questions"] if one["answered"]} >= {one.field.template for one in told}
    # A form that other makers wrote comes out of a workbook as a workbook says it; as an XForm it is the same to the letter.
    for kind, suffix in (("xlsx", "xlsx"), ("xform", "xml"))[source.suffix == ".xml" :]:
        target = tmp_path / f"again.{suffix}"
        assert run("form", "export", form.id, "--to", kind, "--out", str(target))[0] == 0
        assert asked(run, "form", "diff", form.id, str(target))["changes"] == []
    assert asked(run, "form", "diff", str(source), str(source))["changes"] == []
