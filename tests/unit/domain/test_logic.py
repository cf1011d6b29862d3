"""Relevance, calculation, constraints, required answers and choices, as a form's own expressions say."""

from datetime import date

import pytest

from seeddesk.domain.logic import Evaluation, Logic
from seeddesk.domain.record import Record
from seeddesk.domain.values import NOT_KNOWN
from tests.support.forms import form_of

ROW, OTHER = "a" * 32, "b" * 32
TODAY = date(2026, 11, 22)


@pytest.fixture
def judge(tmp_path):
    """Evaluate answers against a survey sheet."""

    def judge(survey: str, **answers) -> Evaluation:
        values = {path.replace("__", f"[{ROW}]"): value for path, value in answers.items()}
        return Logic(form_of(tmp_path, survey)).evaluate(Record(values), TODAY)

    return judge


class TestRelevance:
    SURVEY = """
    type | name | label | relevant | required | calculation
    text | a | A
    begin group | g | G | ${a} = 'yes'
    text | b | B | | true()
    begin repeat | rows | Rows
    text | c | C | ${b} != ''
    end repeat
    end group
    calculate | seen | | | | concat('<', ${b}, '>')
    """

    def test_a_group_that_is_not_relevant_takes_all_it_holds_along(self, judge):
        found = judge(self.SURVEY, a="no", b="x", rows__="k")
        assert found.hidden == {"b", "rows", f"rows[{ROW}]", f"rows[{ROW}].c"}
        assert found.missing == ()

    def test_what_is_not_relevant_is_empty_to_other_expressions(self, judge):
        assert judge(self.SURVEY, a="no", b="x").calculated["seen"] == "<>"
        assert judge(self.SURVEY, a="yes", b="x").calculated["seen"] == "<x>"

    def test_a_calculation_that_is_not_relevant_has_no_value(self, judge):
        survey = "type | name | label | relevant | calculation\ntext | a | A\ncalculate | b | | ${a} = 1 | 5"
        assert judge(survey, a="1").calculated == {"b": "5"}
        assert judge(survey, a="2").calculated == {"b": None}

    def test_a_question_that_is_not_relevant_is_in_no_node_set(self, judge):
        survey = """
        type | name | label | relevant | calculation
        text | ask | Ask
        integer | b | B | ${ask} = 'yes'
        begin group | g | G | ${ask} = 'yes'
        integer | c | C
        end group
        integer | d | D
        calculate | total | | | sum(${b} ¦ ${c} ¦ ${d})
        calculate | number | | | count(../* ¦ ../g/*)
        calculate | words | | | join(',', ${b}, ${d}, ${c})
        calculate | groups | | | count(${g})
        """
        answers = {"b": "1", "c": "2", "d": "4"}
        names = ("total", "words", "groups", "number")
        shown = judge(survey, ask="yes", **answers).calculated
        hidden = judge(survey, ask="no", **answers).calculated
        assert [shown[name] for name in names] == ["7", "1,4,2", "1", "9"]
        assert [hidden[name] for name in names] == ["4", "4", "0", "6"]

    def test_a_repeat_without_rows_says_whether_one_would_be_relevant(self, judge):
        survey = """
        type | name | label | relevant | bind::seeddesk:core
        text | a | A
        begin repeat | rows | Rows | ${a} = 'yes' | yes
        text | b | B
        end repeat
        """
        assert judge(survey, a="no").hidden == {"rows"}
        assert judge(survey, a="no").missing == ()
        assert judge(survey, a="yes").hidden == set()
        assert judge(survey, a="yes", rows__="k").hidden == set()

    def test_each_row_decides_for_itself(self, judge):
        survey = """
        type | name | label | relevant
        begin repeat | rows | Rows
        text | a | A
        text | b | B | ${a} = 'yes'
        end repeat
        """
        answers = {f"rows[{ROW}]": "a", f"rows[{OTHER}]": "b", f"rows[{ROW}].a": "yes"}
        assert judge(survey, **answers).hidden == {f"rows[{OTHER}].b"}


class TestCalculation:
    def test_calculations_settle_in_the_order_of_what_they_need(self, judge):
        survey = """
        type | name | label | calculation
        calculate | c | | ${b} * 2
        calculate | b | | ${a} + 1
        integer | a | A
        """
        assert judge(survey, a="4").calculated == {"b": "5", "c": "10"}

    def test_calculating_alone_gives_the_same(self, tmp_path):
        logic = Logic(form_of(tmp_path, "type | name | label | calculation\ncalculate | b | | 1 + 1"))
        assert logic.calculate(Record(), TODAY) == logic.evaluate(Record(), TODAY).calculated == {"b": "2"}

    def test_rows_are_summed_and_know_their_position(self, judge):
        survey = """
        type | name | label | calculation
        begin repeat | rows | Rows
        decimal | n | N
        calculate | place | | position(..)
        end repeat
        calculate | total | | sum(${n})
        """
        answers = {f"rows[{ROW}]": "b", f"rows[{ROW}].n": "1.5", f"rows[{OTHER}]": "a", f"rows[{OTHER}].n": "2"}
        found = judge(survey, **answers).calculated
        assert found == {"total": "3.5", f"rows[{OTHER}].place": "1", f"rows[{ROW}].place": "2"}

    def test_nested_repeats_see_their_own_row(self, judge):
        survey = """
        type | name | label | calculation
        begin repeat | outer | Outer
        text | a | A
        begin repeat | inner | Inner
        text | b | B
        calculate | both | | concat(${a}, ${b})
        end repeat
        end repeat
        """
        inner = f"outer[{ROW}].inner[{OTHER}]"
        answers = {f"outer[{ROW}]": "k", f"outer[{ROW}].a": "x", inner: "k", f"{inner}.b": "y", f"outer[{OTHER}]": "m"}
        assert judge(survey, **answers).calculated == {f"{inner}.both": "xy"}

    def test_not_known_yet_is_empty_to_expressions(self, judge):
        survey = "type | name | label | calculation\ntext | a | A\ncalculate | b | | string-length(${a})"
        assert judge(survey, a=NOT_KNOWN).calculated["b"] == "0"


class TestRequired:
    SURVEY = """
    type | name | label | required | bind::seeddesk:core
    text | a | A | true() | draft
    text | b | B | true() | yes
    text | c | C | ${b} = 'x' | yes
    begin repeat | rows | Rows | | yes
    text | d | D | true() | yes
    end repeat
    text | e | E
    """

    def test_what_submission_needs_and_is_not_there(self, judge):
        found = judge(self.SURVEY)
        assert found.missing == ("a", "b", "rows")
        assert found.completeness == 0

    def test_the_expression_decides_when(self, judge):
        assert "c" in judge(self.SURVEY, b="x").missing
        assert "c" not in judge(self.SURVEY, b="y").missing

    def test_not_known_yet_answers_all_but_what_a_draft_needs(self, judge):
        assert judge(self.SURVEY, a=NOT_KNOWN, b=NOT_KNOWN).missing == ("a", "rows")

    def test_a_row_that_is_there_needs_its_cells(self, judge):
        found = judge(self.SURVEY, a="1", b="2", rows__="k")
        assert found.missing == (f"rows[{ROW}].d",)
        assert found.completeness == 75

    def test_a_hundred_only_when_nothing_is_missing(self, judge):
        answers = {"a": "1", "b": "2", f"rows[{ROW}]": "k", f"rows[{ROW}].d": "4"}
        assert judge(self.SURVEY, **answers).completeness == 100
        assert judge(self.SURVEY, **{**answers, f"rows[{ROW}]": None}).missing == ("rows",)

    def test_a_repeat_within_a_row_is_asked_of_each_row(self, judge):
        survey = """
        type | name | label | bind::seeddesk:core
        begin repeat | outer | Outer
        begin repeat | inner | Inner | yes
        text | a | A
        end repeat
        end repeat
        """
        answers = {f"outer[{ROW}]": "a", f"outer[{OTHER}]": "b", f"outer[{OTHER}].inner[{ROW}]": "k"}
        assert judge(survey, **answers).missing == (f"outer[{ROW}].inner",)

    def test_sections_count_what_is_theirs(self, tmp_path):
        survey = """
        type | name | label | required | constraint
        begin group | one | One
        text | a | A | true()
        text | b | B | | . = 'good'
        end group
        begin group | two | Two
        text | c | C
        end group
        """
        found = Logic(form_of(tmp_path, survey)).evaluate(Record({"b": "bad", "c": "x"}), TODAY)
        one, two = found.sections["one"], found.sections["two"]
        assert (one.missing, one.problems, one.answered) == (1, 1, 1)
        assert (two.missing, two.problems, two.answered) == (0, 0, 1)


class TestProblems:
    def codes(self, found: Evaluation) -> list[tuple[str, str]]:
        return [(problem.path, problem.code) for problem in found.problems]

    def test_a_constraint_is_asked_of_answers_only(self, judge):
        survey = "type | name | label | constraint | constraint_message\ninteger | a | A | . > 3 | More than three."
        assert judge(survey).problems == ()
        assert judge(survey, a=NOT_KNOWN).problems == ()
        (problem,) = judge(survey, a="2").problems
        assert problem.code == "problem-constraint"
        assert problem.message("it") == "More than three."

    @pytest.mark.parametrize("lang", ["it", "en"])
    def test_every_problem_has_its_sentence(self, judge, lang):
        survey = """
        type | name | label | constraint | bind::seeddesk:limit
        integer | a | A
        decimal | b | B
        date | c | C
        time | d | D
        dateTime | e | E
        geopoint | f | F
        image | g | G
        select_one fruit | h | H
        text | i | I | . = 'x' | 3
        """
        found = judge(survey, **dict.fromkeys("abcdefghi", "what"))
        assert [code for _, code in self.codes(found)] == [
            *["problem-type"] * 7,
            "problem-choice",
            "problem-limit",
            "problem-constraint",
        ]
        assert all(problem.message(lang).endswith(".") for problem in found.problems)

    def test_where_a_year_is_enough_the_problem_of_a_date_says_so(self, judge):
        found = judge(
            "type | name | label | appearance\ndate | day | Day\ndate | begun | Begun | year", day="x", begun="x"
        )
        said = {problem.path: problem.message("en") for problem in found.problems}
        assert "A year is enough" in said["begun"]
        assert "year" not in said["day"]

    @pytest.mark.parametrize(
        ("kind", "good", "bad"),
        [
            ("integer", ["0", "-12", "007"], ["1.5", "1e3", "", "dodici"]),
            ("decimal", ["1234.50", "-0.5", "3"], ["1,5", "1e3", ".5", "NaN"]),
            ("date", ["2021-03-15"], ["2021", "2021-03", "2021-02-30", "15/03/2021"]),
            ("time", ["14:30", "14:30:15"], ["25:00", "half past two"]),
            ("dateTime", ["2021-03-15T14:30"], ["2021-03-15", "2021-02-30T14:30"]),
            ("geopoint", ["45.07 7.69", "45.07 7.69 239 4.5"], ["45.07", "Torino"]),
        ],
    )
    def test_an_answer_has_the_shape_of_its_type(self, judge, kind, good, bad):
        survey = f"type | name | label\n{kind} | a | A"
        assert [text for text in good if judge(survey, a=text).problems] == []
        assert [text for text in bad if text and not judge(survey, a=text).problems] == []

    def test_several_answers_to_a_question_that_now_takes_one_need_a_look(self, judge):
        survey = "type | name | label\nselect_one fruit | a | A"
        assert self.codes(judge(survey, a=("apple", "pear"))) == [("a", "problem-choice")]
        assert judge(survey, a=("apple",)).problems == ()

    def test_partial_dates_are_dates(self, judge):
        survey = "type | name | label | bind::seeddesk:kind\ntext | a | A | partial-date"
        assert not any(judge(survey, a=text).problems for text in ("2021", "2021-03", "2021-03-15"))
        assert all(judge(survey, a=text).problems for text in ("2021-13", "21", "2021-3", "2021-02-30"))

    def test_a_limit_counts_characters_and_says_how_many_too_many(self, judge):
        survey = "type | name | label | bind::seeddesk:limit\ntext | a | A | 5"
        assert judge(survey, a="èèèèè").problems == ()
        (problem,) = judge(survey, a="èèèèèèè").problems
        assert problem.arguments == {"limit": 5, "over": 2}


class TestChoices:
    CHOICES = """
    list_name | name | label | country | size
    country | it | Italy
    country | el | Greece
    town | to | Turin | it | 2
    town | mi | Milan | it | 3
    town | at | Athens | el | 3
    """

    @pytest.mark.parametrize("choice_filter", ["country = ${country}", "${country} = country and size > 0"])
    def test_a_cascade_offers_what_belongs_to_the_answer_before(self, tmp_path, choice_filter):
        survey = f"""
        type | name | label | choice_filter
        select_one country | country | Country
        begin repeat | rows | Rows
        select_one town | town | Town | {choice_filter}
        end repeat
        """
        logic = Logic(form_of(tmp_path, survey, self.CHOICES))
        values = {"country": "it", f"rows[{ROW}]": "k", f"rows[{ROW}].town": "at"}
        path = f"rows[{ROW}].town"
        assert [choice.name for choice in logic.choices(Record(values), path)] == ["to", "mi"]
        assert [problem.code for problem in logic.evaluate(Record(values), TODAY).problems] == ["problem-choice"]
        values["country"] = "el"
        assert [choice.name for choice in logic.choices(Record(values), path)] == ["at"]
        assert logic.evaluate(Record(values), TODAY).problems == ()
        assert logic.choices(Record({}), path) == ()

    def test_without_a_filter_all_are_offered(self, tmp_path):
        logic = Logic(form_of(tmp_path, "type | name | label\nselect_one fruit | a | A\ntext | b | B"))
        assert len(logic.choices(Record(), "a")) == 3
        assert logic.choices(Record(), "b") == ()

    def test_labels_stand_for_codes(self, tmp_path):
        logic = Logic(form_of(tmp_path, "type | name | label\nselect_multiple fruit | a | A\ntext | b | B"))
        assert logic.label("a", ("fig", "kiwi"), "en") == "Fig, kiwi"
        assert logic.label("b", "as it is", "en") == "as it is"
        assert logic.label("a", NOT_KNOWN, "en") == ""

    def test_an_answer_the_form_does_not_know_reads_as_it_is(self, tmp_path):
        logic = Logic(form_of(tmp_path, "type | name | label\ntext | b | B"))
        assert logic.label("gone", "as it was", "en") == "as it was"
        assert logic.label("gone", ("fig", "kiwi"), "en") == "fig, kiwi"
        assert logic.label("gone", NOT_KNOWN, "en") == ""

    def test_how_many_choices_a_list_has(self, tmp_path):
        form = form_of(tmp_path, "type | name | label\nselect_one fruit | a | A")
        assert (form.list_size("fruit"), form.list_size("nobody")) == (3, 0)
