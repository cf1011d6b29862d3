"""What expressions evaluate to: XPath 1.0 through lxml, and OpenRosa's own functions."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeddesk.domain.logic import Logic
from seeddesk.domain.logic.functions import number_of, number_text
from seeddesk.domain.logic.syntax import BadExpression, parse
from seeddesk.domain.record import Record
from tests.support.forms import form_of

ROW, OTHER = "a" * 32, "b" * 32
TODAY = date(2026, 11, 22)
ANSWERS = {
    "a": "12",
    "b": "3.5",
    "word": "Caffè",
    "nothing": "",
    "day": "2026-11-20",
    "set": ("apple", "fig"),
    "one": "pear",
    f"rows[{ROW}]": "a",
    f"rows[{ROW}].n": "2",
    f"rows[{OTHER}]": "b",
    f"rows[{OTHER}].n": "5",
}
SURVEY = """
type | name | label | calculation
decimal | a | A
decimal | b | B
text | word | Word
text | nothing | Nothing
date | day | Day
select_multiple fruit | set | Set
select_one fruit | one | One
begin repeat | rows | Rows
decimal | n | N
end repeat
"""


@pytest.fixture(scope="module")
def evaluate(tmp_path_factory):
    """Evaluate one expression in a form with a little of everything."""

    def evaluate(expression: str):
        form = form_of(tmp_path_factory.mktemp("form"), f"{SURVEY}\ncalculate | it | | {expression.replace('|', '¦')}")
        return Logic(form).evaluate(Record(ANSWERS), TODAY).calculated["it"]

    return evaluate


CASES = {
    "1 + 2 * 3": "7",
    "${a} div 0": None,
    "${a} mod 5": "2",
    "-${a}": "-12",
    "7 div 2": "3.5",
    "(${a} > 3) + 1": "2",
    "${a} > ${b} and not(${a} = 13)": "true",
    "${word} = 'Caffè'": "true",
    "if(${a} > 10, 'many', 'few')": "many",
    "if(${nothing} = '', 'empty', 'full')": "empty",
    "coalesce(${nothing}, ${word})": "Caffè",
    "string-length(${word})": "5",
    "selected(${set}, 'fig')": "true",
    "selected(${set}, 'pear')": "false",
    "count-selected(${set})": "2",
    "selected-at(${set}, 1)": "fig",
    "selected-at(${set}, 9)": None,
    "jr:choice-name(${one}, '${one}')": "Pear",
    "concat(${word}, '-', ${a})": "Caffè-12",
    "join(', ', ${n})": "2, 5",
    "substr(${word}, 1, 3)": "af",
    "substr(${word}, 3)": "fè",
    "substring(${word}, 1, 2)": "Ca",
    "ends-with(${word}, 'fè')": "true",
    "contains(${word}, 'ff')": "true",
    "translate(${day}, '-', '')": "20261120",
    "regex(${word}, '^C.*$')": "true",
    "regex(${word}, '[0-9]')": "false",
    "round(${b})": "4",
    "round(2.345, 2)": "2.35",
    "round(-2.5)": "-2",
    "int(${b})": "3",
    "number('')": None,
    "sum(${n})": "7",
    "count(${rows})": "2",
    "count(/data/rows[n > 2])": "1",
    "count-non-empty(${n})": "2",
    "max(${n})": "5",
    "min(4, 2, ${b})": "2",
    "pow(2, 10)": "1024",
    "pow(0, -1)": None,
    "today()": "2026-11-22",
    "today() - ${day}": "2",
    "${day} < today()": "true",
    "date(${day} + 3)": "2026-11-23",
    "date('nonsense')": None,
    "date(9999999999)": None,
    "format-date(${day}, '%e/%n/%Y')": "20/11/2026",
    "decimal-date-time('1970-01-02T12:00:00')": "1.5",
    "boolean-from-string('1')": "true",
    "0.1 + 0.2": "0.30000000000000004",
    "1000000 * 1000000": "1000000000000",
    "0.00001": "0.00001",
    "${a} | ${b}": "12",
    "${b} = 3.5": "true",
    "sum(${n}) != 7": "false",
}


@pytest.mark.parametrize(("expression", "expected"), CASES.items())
def test_an_expression_evaluates_as_the_specification_says(evaluate, expression, expected):
    assert evaluate(expression) == expected


def test_a_look_up_finds_the_row_a_question_chose(evaluate):
    assert evaluate("instance('fruit')/root/item[name = ${one}]/label") == "Pear"
    assert evaluate("instance('fruit')/root/item[${one} = name]/label") == "Pear"
    assert evaluate("instance('fruit')/root/item[position() = 3]/label") == "Fig"
    assert evaluate("count(instance('fruit')/root/item[selected(${set}, name)])") == "2"
    assert evaluate("instance('fruit')/root/item[name = 'none']/label") is None


def test_a_look_up_accepts_any_of_several_answers(tmp_path):
    survey = """
    type | name | label | calculation
    begin repeat | rows | Rows
    select_one fruit | pick | Pick
    end repeat
    calculate | known | | count(instance('fruit')/root/item[name = /data/rows/pick])
    """
    answers = {f"rows[{ROW}]": "a", f"rows[{ROW}].pick": "fig", f"rows[{OTHER}]": "b", f"rows[{OTHER}].pick": "pear"}
    assert Logic(form_of(tmp_path, survey)).evaluate(Record(answers), TODAY).calculated["known"] == "2"


def test_a_table_beside_the_form_is_looked_up(tmp_path):
    (tmp_path / "prices.csv").write_text("name,label,price\nfig,Fig,2.345\npear,Pear,\n", encoding="utf-8")
    survey = """
    type | name | label | calculation
    text | fruit | Fruit
    calculate | price | | pulldata('prices', 'price', 'name', ${fruit})
    """
    logic = Logic(form_of(tmp_path, survey))
    prices = [logic.evaluate(Record({"fruit": fruit}), TODAY).calculated["price"] for fruit in ("fig", "pear", "plum")]
    assert prices == ["2.345", None, None]


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12))
def test_a_number_written_out_is_the_same_number(number):
    assert number_of(number_text(number)) == number


@given(st.dates(), st.dates())
def test_dates_count_as_days(first, second):
    assert number_of(first.isoformat()) - number_of(second.isoformat()) == (first - second).days


@given(st.text(alphabet="()[]/.@,*+-=<>|!'\"abc1 $:div", max_size=30))
def test_any_text_is_parsed_or_refused(text):
    try:
        parse(text)
    except BadExpression:
        return
    assert text.strip()
