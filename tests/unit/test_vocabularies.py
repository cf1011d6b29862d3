"""Every list says where it comes from, in which edition, and how sure we are."""

import csv
import subprocess
import sys
from collections import Counter

import pytest

from seeddesk.exchange.xform import load_form

MARKS = {"verified", "inferred", "own"}


def rows(path):
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def choices(root):
    return rows(root / "forms" / "practice" / "choices.csv")


@pytest.fixture(scope="module")
def index(root):
    return {row["id"]: row for row in rows(root / "resources" / "vocabularies" / "index.csv")}


def test_every_source_has_a_title_in_both_languages_an_edition_a_licence_and_a_mark(index):
    for row in index.values():
        assert all(row[name] for name in ("title_it", "title_en", "edition", "source", "licence")), row["id"]
        assert row["verified"] in MARKS | {"partly"}


def test_every_choice_has_both_languages_a_source_and_a_mark(choices, index):
    for row in choices:
        assert all(row[f"label::{name}"] for name in ("Italiano (it)", "English (en)")), row
        assert row["source"] in index
        assert row["verified"] in MARKS
        assert (row["verified"] == "own") == (row["source"] == "seeddesk")


def test_codes_and_labels_of_a_list_are_unique(root, choices):
    tables = {"choices": choices}
    for name in ("comuni", "nuts1", "nuts2", "nuts3", "areas"):
        tables[name] = [{**row, "list_name": name} for row in rows(root / "resources" / "vocabularies" / f"{name}.csv")]
    for table in tables.values():
        for column in ("name", "label", "label::Italiano (it)", "label::English (en)"):
            counted = Counter((row["list_name"], row[column].casefold()) for row in table if column in row)
            assert [key for key, count in counted.items() if count > 1] == []


def test_what_was_not_read_at_the_source_is_marked_so(choices):
    inferred = {row["name"] for row in choices if row["verified"] == "inferred"}
    assert {f"ESO4.{n}" for n in range(1, 14)} - inferred == {"ESO4.1", "ESO4.8", "ESO4.9"}
    assert {f"EECO{n:02}" for n in range(2, 20)} - inferred == {"EECO02", "EECO12"}


def test_the_lists_have_all_their_entries(root):
    lists = load_form(root / "forms" / "practice").lists
    sizes = {
        "esf_objective": 13,
        "sdg": 17,
        "stage": 6,
        "evidence_level": 5,
        "runts": 8,
        "comuni": 7896,
        "nuts1": 119,
        "nuts2": 271,
        "nuts3": 1192,
        "areas": 1192 + 271,
        "scaling_area": 7,
        "partner_role": 6,
        "sector": 10,
    }
    assert {name: len(lists[name]) for name in sizes} == sizes
    assert [choice.name for choice in lists["country"][:5]] == ["IT", "EL", "RO", "SI", "HR"]
    assert "GR" not in {choice.name for choice in lists["country"]}
    assert {choice.extra["country"] for choice in lists["nuts3"]} <= {choice.name for choice in lists["country"]}
    per_country = Counter(choice.extra["country"] for choice in lists["nuts3"])
    assert [per_country[code] for code in ("IT", "EL", "RO", "SI", "HR")] == [108, 53, 43, 13, 22]


def test_codes_keep_their_leading_zeros(root):
    comuni = {choice.name: choice for choice in load_form(root / "forms" / "practice").lists["comuni"]}
    assert comuni["001272"].label == {"it": "Torino (TO)"}
    assert all(len(code) == 6 for code in comuni)


def test_the_sustainable_development_goals_carry_the_official_wording(choices):
    english = {row["name"]: row["label::English (en)"] for row in choices if row["list_name"] == "sdg"}
    assert english["8"] == "8 Decent Work and Economic Growth"
    assert english["16"] == "16 Peace, Justice and Strong Institutions"


def test_the_big_tables_are_made_again_byte_for_byte(root, shared_data, tmp_path):
    script = (root / "build" / "vocabularies.py").read_text(encoding="utf-8")
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "vocabularies.py").write_text(script, encoding="utf-8")
    target = tmp_path / "resources" / "vocabularies"
    target.mkdir(parents=True)
    subprocess.run([sys.executable, tmp_path / "build" / "vocabularies.py", shared_data / "vocabularies"], check=True)
    made = sorted(target.iterdir())
    assert [path.name for path in made] == ["areas.csv", "comuni.csv", "nuts1.csv", "nuts2.csv", "nuts3.csv"]
    for path in made:
        assert path.read_bytes() == (root / "resources" / "vocabularies" / path.name).read_bytes()
