"""The practice form holds what a practice record should hold: sections, fields, limits, core marks, rules that work."""

import re
from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeddesk.domain.form import Field, Form, Kind
from seeddesk.domain.logic import Logic
from seeddesk.domain.record import Record
from seeddesk.domain.values import NOT_KNOWN
from seeddesk.domain.workflow import STATUSES
from seeddesk.exchange.xform import load_form

TODAY = date(2026, 11, 22)
ROW, OTHER = "a" * 32, "b" * 32

SECTIONS = (
    ("identification", "Identificazione"),
    ("place_time", "Luogo e tempi"),
    ("who", "Chi"),
    ("need_frame", "Il bisogno"),
    ("action", "Che cosa si fa"),
    ("resources", "Risorse"),
    ("evidence_results", "Risultati e prove"),
    ("learning", "Che cosa si è imparato"),
    ("transfer", "Stadio e trasferimento"),
    ("materials", "Materiali e diritti"),
    ("provenance", "Rilevazione e validazione"),
)

# Every field of a practice record; * core (its condition is tested further below), :n its limit in characters.
FIELDS = """
code title*:120 title_en:120 previous_names record_language* short_description*:500 overview*:5000 website
social tags related[].practice* related[].relation* related[].relation_other:120 country* locations[].comune locations[].nuts3 lat lon
level_of_action* area_type start* end ongoing programming_period lead_org.name* lead_org.type* lead_org.type_other:120
lead_org.legal_form lead_org.register_id lead_org.sector partners[].name* partners[].country partners[].sector
partners[].role partners[].contribution:300 public_role civil_society_role contact.name* contact.role
contact.email contact.phone need*:1000 policy_area* policy_area_other:120 esf_objective* sdg target_groups*
target_groups_other:120 targeted_count
targeted_estimated targeted_year reached_count reached_estimated reached_year participation_of_target:500
objectives*:1000 activities[].what*:300 activities[].when activities[].who method:1000 novelty*:1000
novelty_scope initiative_type initiative_type_other:120 digital_component:500 si_criteria.need* si_criteria.need_why*:300
si_criteria.relations* si_criteria.relations_why*:300 si_criteria.civil_society*
si_criteria.civil_society_why*:300 si_criteria.new_here* si_criteria.new_here_why*:300 budget_total currency
budget_period funding[].source_type* funding[].programme funding[].amount funding[].year staff_fte volunteers
other_resources:500 unit_cost unit_cost_note:300 results*:1000 indicators[].name* indicators[].baseline
indicators[].value indicators[].unit indicators[].date indicators[].method indicators[].source
evidence[].claim*:300 evidence[].type* evidence[].type_other:120 evidence[].producer evidence[].date evidence[].link evidence[].file
evidence_level* evidence_level_why*:500 formal_evaluation formal_evaluation_file negative_effects:1000
success_factors*:1000 difficulties*:1000 lessons*:1000 sustainability*:1000 stage* stage_also status_note:1000
status_note_date replicated[].where* replicated[].by_whom transfer_potential*:1000 scaling_assessment[].area*
scaling_assessment[].rating* scaling_assessment[].note:300 scaling_assessment[].assessor
scaling_assessment[].date needs_from_centre attachments[].file* attachments[].title* attachments[].author
attachments[].licence attachments[].date attachments[].alt:300 attachments[].people* attachments[].consent_scope*
attachments[].consent_until* attachments[].consent_file collected_by* collected_on* collection_method* sources[].title* last_verified_on*
review_due_on* consent_interviewee* consent_date* consent_scope* consent_file publication_scope* status
validator validated_on validator_notes:1000 translation_of translation_status
"""

# ISTAT code of a comune -> its NUTS 3 in the 2024 edition: from every part of Italy, islands and border valleys included.
COMUNI = {
    "001272": "ITC11",
    "015146": "ITC4C",
    "058091": "ITI43",
    "063049": "ITF33",
    "082053": "ITG12",
    "092009": "ITG2F",
    "027042": "ITH35",
    "048017": "ITI14",
    "010025": "ITC33",
    "037006": "ITH55",
    "072006": "ITF47",
    "087015": "ITG17",
    "007003": "ITC20",
    "021008": "ITH10",
    "022205": "ITH20",
    "054039": "ITI21",
    "066049": "ITF11",
    "070006": "ITF22",
    "076063": "ITF51",
    "080063": "ITF65",
}
CORE_REPEATS = {"locations[]", "activities[]", "funding[]", "evidence[]", "sources[]"}
REPEATS = CORE_REPEATS | {
    "related[]",
    "partners[]",
    "indicators[]",
    "replicated[]",
    "scaling_assessment[]",
    "attachments[]",
}


@pytest.fixture(scope="module")
def form(root) -> Form:
    return load_form(root / "forms" / "practice")


@pytest.fixture(scope="module")
def logic(form) -> Logic:
    return Logic(form)


@pytest.fixture(scope="module")
def judge(logic):
    return lambda **answers: logic.evaluate(Record({path.replace("__", "."): v for path, v in answers.items()}), TODAY)


@pytest.fixture(scope="module")
def photo(logic):
    """What is said of one photo of recognisable people, by the names of its answers."""

    def judge(record=None, **cells):
        row = f"attachments[{ROW}]"
        cells = {f"{row}.{name}": value for name, value in ({"type": "photo", "people": "yes"} | cells).items()}
        found = logic.evaluate(Record({row: "k", **(record or {}), **cells}), TODAY)
        own = f"{row}."
        return SimpleNamespace(
            missing={path.removeprefix(own) for path in found.missing if path.startswith(own)},
            hidden={path.removeprefix(own) for path in found.hidden if path.startswith(own)},
            problems={problem.path.removeprefix(own): problem.code for problem in found.problems},
        )

    return judge


@pytest.fixture(scope="module")
def problems(judge):
    """The problem codes of answers, by path."""
    return lambda **answers: {problem.path: problem.code for problem in judge(**answers).problems}


class TestWhatItAsks:
    def test_eleven_sections_by_name(self, form):
        assert tuple((section.name, section.label["it"]) for section in form.sections) == SECTIONS
        assert all(section.label["en"] for section in form.sections)

    def test_every_field_of_a_practice_record_with_its_core_mark_and_limit(self, form):
        asked = [form.fields[re.sub(r"[*:].*", "", word)] for word in FIELDS.split()]
        assert [f"{f}{'*' * f.core}{f':{f.limit}' if f.limit else ''}" for f in asked] == FIELDS.split()

    def test_the_repeats_and_those_that_need_a_row(self, form):
        assert {group.template for group in form.repeats} == REPEATS
        assert {group.template for group in form.repeats if group.core} == CORE_REPEATS

    def test_a_draft_needs_a_title_and_a_country(self, form):
        assert {field.template for field in form.fields.values() if field.draft} == {"title", "country"}

    def test_everything_a_person_reads_is_in_both_languages(self, form):
        assert form.languages == ("it", "en")
        spoken = [form, *form.sections, *form.groups.values(), *form.fields.values()]
        texts = [getattr(item, "title", None) or item.label for item in spoken]
        texts += [item.hint for item in spoken[1:] if item.hint]
        texts += [field.constraint_message for field in form.fields.values() if field.constraint]
        assert [text for text in texts if set(text) != {"it", "en"} or not all(text.values())] == []

    def test_labels_tell_fields_of_one_place_apart_in_both_languages(self, form):
        for lang in form.languages:
            for items in (
                [item for section in form.sections for item in section.items],
                *(g.items for g in form.groups.values()),
            ):
                labels = [item.label[lang].casefold() for item in items if not isinstance(item, Field) or item.answered]
                assert len(labels) == len(set(labels)), labels

    def test_labels_and_hints_are_short(self, form):
        for field in form.fields.values():
            assert all(len(text) <= 60 for text in field.label.values()), field
            assert all(len(text) <= 130 for text in field.hint.values()), field

    def test_fields_that_only_mean_something_together(self, form):
        assert set(form.atomic_group("budget_total")) == {"budget_total", "currency", "budget_period"}
        assert set(form.atomic_group("lat")) == {"lat", "lon"}
        assert set(form.atomic_group("end")) == {"start", "end", "ongoing"}
        assert set(form.atomic_group("funding[].amount")) == {"funding[].amount", "funding[].currency"}

    def test_personal_data_stays_internal_or_is_marked(self, form):
        marked = {field.template for field in form.fields.values() if field.personal}
        assert {"contact.name", "contact.role", "contact.email", "contact.phone", "collected_by", "validator"} <= marked
        assert all(form.fields[name].scope == "internal" for name in marked - {"attachments[].author"})

    def test_long_answers_have_several_lines(self, form):
        assert all(field.long == (field.limit >= 500) for field in form.fields.values())

    def test_statuses_are_those_of_the_workflow(self, form):
        assert {choice.name: dict(choice.label) for choice in form.lists["status"]} == {
            code: dict(texts) for code, texts in STATUSES.items()
        }

    def test_partial_dates_sets_and_hidden_fields_are_what_they_are(self, form):
        kind = {template: field.kind for template, field in form.fields.items()}
        assert kind["start"] is kind["evidence[].date"] is Kind.DATE
        assert kind["tags"] is kind["previous_names"] is kind["social"] is Kind.CHOICES
        assert form.fields["tags"].choices == ""
        assert kind["code"] is kind["status"] is kind["locations[].nuts3"] is Kind.HIDDEN
        assert not any(field.answered and re.search("code|uid", field.template) for field in form.fields.values())


class TestPlaces:
    @pytest.mark.parametrize(("comune", "nuts3"), COMUNI.items())
    def test_a_comune_fills_in_its_nuts_codes(self, logic, comune, nuts3):
        row = f"locations[{ROW}]"
        found = logic.evaluate(Record({"country": "IT", row: "k", f"{row}.comune": comune}), TODAY)
        codes = {
            path.removeprefix(f"{row}."): value for path, value in found.calculated.items() if path.startswith(row)
        }
        assert codes.pop("province")
        assert codes == {
            "nuts3": nuts3,
            "nuts2": nuts3[:4],
            "nuts1": nuts3[:3],
            "nuts0": "IT",
            "nuts_edition": "2024",
        }

    def test_every_code_a_comune_fills_in_has_a_name(self, form):
        for comune in form.lists["comuni"]:
            assert form.choice("nuts3", comune.extra["nuts3"])
            assert form.choice("nuts2", comune.extra["nuts3"][:4])
            assert form.choice("nuts1", comune.extra["nuts3"][:3])

    def test_the_comune_is_asked_in_italy_and_the_area_elsewhere(self, logic):
        row, other = f"locations[{ROW}]", f"locations[{OTHER}]"
        record = Record({"country": "IT", row: "a", other: "b", f"{other}.country": "EL", f"{other}.area": "EL301"})
        found = logic.evaluate(record, TODAY)
        assert f"{row}.comune" not in found.hidden
        assert f"{other}.comune" in found.hidden
        assert found.calculated[f"{other}.nuts0"] == "EL"
        assert found.calculated[f"{other}.nuts2"] == "EL30"
        assert len(logic.choices(record, f"{other}.area")) == 53 + 14  # Greece, levels 3 and 2
        assert {choice.extra["country"] for choice in logic.choices(record, f"{row}.area")} == {"IT"}
        chosen = record.with_values({f"{row}.comune": "001272"})
        assert f"{row}.area" in logic.evaluate(chosen, TODAY).hidden

    def test_a_practice_of_a_whole_region_has_no_province(self, logic):
        row = f"locations[{ROW}]"
        found = logic.evaluate(Record({"country": "RO", row: "k", f"{row}.area": "RO11"}), TODAY).calculated
        codes = {path.removeprefix(f"{row}."): value for path, value in found.items() if path.startswith(row)}
        assert codes == {
            "province": None,
            "nuts3": None,
            "nuts2": "RO11",
            "nuts1": "RO1",
            "nuts0": "RO",
            "nuts_edition": "2024",
        }

    def test_coordinates_are_on_the_globe_and_not_both_nothing(self, problems):
        assert problems(lat="45.07", lon="7.69") == {}
        assert problems(lat="0", lon="7.69") == {}
        assert set(problems(lat="0", lon="0")) == {"lat", "lon"}
        assert set(problems(lat="91", lon="-181")) == {"lat", "lon"}


class TestRules:
    @pytest.mark.parametrize(
        ("start", "end", "fine"),
        [
            ("2021", "2021", True),
            ("2021-03", "2021", True),
            ("2021", "2021-01", True),
            ("2021-03", "2021-02", False),
            ("2021-03-15", "2021-03", True),
            ("2021-03-15", "2021-03-14", False),
            ("2021", "2020-12-31", False),
            ("2021-12", "2022-01-01", True),
        ],
    )
    def test_the_end_does_not_come_before_the_start(self, problems, start, end, fine):
        assert problems(start=start, end=end) == ({} if fine else {"end": "problem-constraint"})

    def test_the_end_is_not_asked_of_what_is_still_going(self, judge):
        assert "end" in judge(start="2021", end="2020", ongoing="yes").hidden
        assert judge(start="2021", end="2020", ongoing="yes").problems == ()

    def test_at_most_two_esf_objectives_and_three_sdgs(self, problems):
        assert problems(esf_objective=("ESO4.1", "ESO4.8"), sdg=("1", "2", "3")) == {}
        assert set(problems(esf_objective=("ESO4.1", "ESO4.2", "ESO4.3"), sdg=("1", "2", "3", "4"))) == {
            "esf_objective",
            "sdg",
        }

    def test_keywords_are_three_or_more(self, problems):
        assert problems(tags=("cura", "montagna", "trasporto a chiamata")) == {}
        assert problems(tags=("cura", "montagna")) == {"tags": "problem-constraint"}

    def test_an_italian_tax_number_adds_up(self, problems):
        number = "0" * 10
        check = {digit for digit in "0123456789" if not problems(country="IT", lead_org__register_id=number + digit)}
        assert check == {"0"}
        assert problems(country="IT", lead_org__register_id="12345670017") == {}
        assert problems(country="IT", lead_org__register_id="12345670018") != {}
        assert problems(country="EL", lead_org__register_id="12345670018") == {}
        assert problems(country="IT", lead_org__register_id="RUNTS 12345") == {}

    def test_addresses_of_the_web_and_of_people_look_like_ones(self, problems):
        assert (
            problems(website="https://example.org/a?b=c", contact__email="a.b@example.org", contact__phone="+39 011 1")
            == {}
        )
        assert set(problems(website="www.example.org", contact__email="a.b", contact__phone="chiamami")) == {
            "website",
            "contact.email",
            "contact.phone",
        }

    def test_the_cost_per_person_is_worked_out(self, judge):
        assert judge(budget_total="1000", reached_count="3").calculated["unit_cost"] == "333.33"
        assert judge(budget_total="1000").calculated["unit_cost"] is None
        assert judge(budget_total="1000", reached_count="0").calculated["unit_cost"] is None

    def test_an_amount_needs_its_currency(self, judge):
        assert "currency" in judge(budget_total="10").missing
        assert "currency" not in judge().missing

    @pytest.mark.parametrize(
        ("kind", "asked"), [("photo", True), ("video", True), ("audio", True), ("document", False)]
    )
    def test_of_a_photo_or_a_recording_it_is_asked_whom_it_shows(self, photo, kind, asked):
        found = photo(type=kind, people=None)
        assert ("people" in found.missing) is asked
        assert ("people" in found.hidden) is not asked

    def test_recognisable_people_need_a_consent_with_its_use_and_its_end(self, photo):
        asked = {"consent_scope", "consent_until"}
        assert asked | {"consent_file"} <= photo(people="no").hidden
        assert asked <= photo().missing
        assert asked <= photo(consent_scope=NOT_KNOWN, consent_until=NOT_KNOWN).missing
        assert not (asked | {"people"}) & photo(consent_scope="internal", consent_until="2027-01-01").missing
        assert "people" in photo(people=NOT_KNOWN).missing

    @pytest.mark.parametrize(("until", "fine"), [("2026-11-21", False), ("2026-11-22", True), ("2031-01-01", True)])
    def test_a_consent_ends_after_its_last_day(self, photo, until, fine):
        found = photo(consent_scope="public", consent_until=until)
        assert found.problems == ({} if fine else {"consent_until": "problem-constraint"})

    @pytest.mark.parametrize(
        ("scope", "visibility", "fine"),
        [
            ("internal", "public", False),
            ("internal", "network", True),
            ("internal", None, True),
            ("public", "public", True),
        ],
    )
    def test_a_public_record_needs_public_consents(self, photo, scope, visibility, fine):
        found = photo({"publication_scope": visibility}, consent_scope=scope, consent_until="2031-01-01")
        assert found.problems == ({} if fine else {"consent_scope": "problem-constraint"})

    def test_what_a_consent_says_is_decided_together(self, form):
        assert set(form.atomic_group("attachments[].people")) == {
            f"attachments[].{name}" for name in ("people", "consent_scope", "consent_until")
        }

    def test_an_interview_asks_what_can_be_answered_in_ten_minutes(self, form):
        marked = [item.template for item in (*form.fields.values(), *form.groups.values()) if item.interview]
        assert 12 <= len(marked) <= 16
        assert {"title", "country", "locations[]", "need", "contact.name", "consent_interviewee"} <= set(marked)

    def test_personal_data_need_consent_and_consent_its_date_and_use(self, judge):
        assert "consent_interviewee" not in judge().missing
        assert "consent_interviewee" in judge(contact__email="a@example.org").missing
        assert {"consent_date", "consent_scope"} <= set(judge(consent_interviewee="yes").missing)
        assert {"consent_date", "consent_scope"} <= judge(consent_interviewee="no").hidden

    def test_the_italian_register_is_asked_in_italy(self, judge):
        assert "lead_org.legal_form" not in judge(country="IT").hidden
        assert "lead_org.legal_form" in judge(country="SI").hidden

    @pytest.mark.parametrize(
        ("asked", "other", "further"),
        [
            ("lead_org.type", "other", "association"),
            ("policy_area", ("health", "other"), ("health",)),
            ("target_groups", ("other",), ("youth",)),
            ("initiative_type", "other", "transitions"),
            (f"related[{ROW}].relation", "other", "part_of"),
            (f"evidence[{ROW}].type", "other", "interview"),
        ],
    )
    def test_who_chooses_other_is_asked_which_and_nobody_else_is(self, form, logic, asked, other, further):
        row = {asked.rpartition(".")[0]: "k"} if "[" in asked else {}
        codes = {choice.name for choice in form.lists[form.field(asked.replace(ROW, "")).choices]}
        assert codes >= {*((other,) if isinstance(other, str) else other)}
        assert f"{asked}_other" not in logic.evaluate(Record({**row, asked: other}), TODAY).hidden
        assert f"{asked}_other" in logic.evaluate(Record({**row, asked: further}), TODAY).hidden
        assert f"{asked}_other" in logic.evaluate(Record(row), TODAY).hidden

    def test_the_next_review_comes_after_the_last_check(self, problems):
        assert problems(last_verified_on="2026-01-01", review_due_on="2027-01-01") == {}
        assert problems(last_verified_on="2026-01-01", review_due_on="2025-01-01") == {
            "review_due_on": "problem-constraint"
        }

    def test_numbers_are_not_negative_and_years_are_years(self, problems):
        names = ("budget_total", "staff_fte", "volunteers", "reached_count")
        assert set(problems(**dict.fromkeys(names, "-1"))) == set(names)
        assert problems(reached_year="1850", targeted_year="2024") == {"reached_year": "problem-constraint"}


def answers(field: Field, form: Form) -> st.SearchStrategy:
    """Anything a field might hold, right or wrong."""
    codes = [choice.name for choice in form.lists.get(field.choices, ())][:50]
    texts = st.text(alphabet="0123456789-.;: àyesno'\"<&", max_size=12) | st.sampled_from(
        ["2021", "2021-03-15", "1e9", "x" * 600]
    )
    one = st.sampled_from(codes) | texts if codes else texts
    return one | st.lists(one, max_size=4).map(tuple) | st.sampled_from([None, NOT_KNOWN])


@settings(max_examples=60)
@given(st.data())
def test_whatever_is_recorded_can_be_judged(form, logic, data):
    values = {}
    for template in data.draw(st.lists(st.sampled_from(list(form.fields)), max_size=40, unique=True)):
        field = form.fields[template]
        row = field.template.partition("[]")[0] + f"[{ROW}]"
        values[field.template.replace("[]", f"[{ROW}]")] = data.draw(answers(field, form))
        if "[]" in field.template:
            values[row] = "k"
    found = logic.evaluate(Record(values), TODAY)
    assert 0 <= found.completeness <= 100
    assert not found.hidden & set(found.missing)
    assert not found.hidden & {problem.path for problem in found.problems}
    assert all(problem.message("it") and problem.message("en") for problem in found.problems)
    settled = Record({**values, **found.calculated})
    assert logic.evaluate(settled, TODAY) == found
