"""How an expression depends on its moment and how high above its question it looks."""

import pytest

from seeddesk.domain.errors import FormError
from seeddesk.domain.logic.scopes import Moment, conditions, destination, moment_of, reach, scope
from tests.unit.domain.test_logic_language import said


@pytest.mark.parametrize(
    ("expression", "itself", "moment"),
    [
        ("../a + 1", False, None),
        ("../a + 1", True, Moment.KEPT),
        ("concat(../a, 'today()')", False, None),
        ("round(../a)", True, Moment.KEPT),
        ("today()", False, Moment.FRESH),
        ("today() + random()", False, Moment.KEPT),
        ("now()", False, Moment.KEPT),
        ("uuid()", False, Moment.KEPT),
        ("once(today())", False, Moment.ONCE),
        ("once(random())", True, Moment.ONCE),
    ],
)
def test_what_an_expression_calls_says_when_it_is_worked_out(expression, itself, moment):
    assert moment_of(expression, itself) is moment


AT = "/data/s/rows/n"


@pytest.mark.parametrize(
    ("expression", "reached"),
    [
        ("../t", {"/data/s/rows/t": "/data/s/rows"}),
        (".", {AT: AT}),
        ("../../a + ../t", {"/data/s/a": "/data/s", "/data/s/rows/t": "/data/s/rows"}),
        ("concat(../t, -../m)", {"/data/s/rows/t": "/data/s/rows", "/data/s/rows/m": "/data/s/rows"}),
        ("/data/s/a", {"/data/s/a": ""}),
        ("current()/../t", {"/data/s/rows/t": "/data/s/rows"}),
        (
            "../../b[../a = current()/../t]/c",
            {"/data/s/b/c": "/data/s", "/data/s/a": "/data/s", "/data/s/rows/t": "/data/s/rows"},
        ),
        ("/data/s/a + ../../a", {"/data/s/a": ""}),
        ("../../a + /data/s/a", {"/data/s/a": ""}),
        ("instance('x')/root/item[name = ../t]/label", {}),
        ("//a", {}),
        ("../*", {}),
        ("../t + ancestor::*", {}),
        ("(../t)[1]", {}),
        ("1 + 2", {}),
    ],
)
def test_an_expression_is_followed_by_names_alone_and_given_up_where_it_leads_elsewhere(expression, reached):
    assert dict(reach(expression, AT)) == reached


def test_an_item_of_a_list_has_no_place_in_the_record_but_the_question_has():
    assert dict(reach("price = current()/../t", AT, items=True)) == {"/data/s/rows/t": "/data/s/rows"}
    assert dict(reach("price", AT, items=True)) == {}


@pytest.mark.parametrize(
    ("expression", "place"),
    [
        ("../t", "/data/s/rows/t"),
        ("count(../../rows[n > 1])", "/data/s/rows"),
        ("sum(count(/data/s/rows))", "/data/s/rows"),
        ("instance('x')/root/item", ""),
        ("1", ""),
    ],
)
def test_the_place_a_path_leads_to_is_known_behind_calls_and_predicates(expression, place):
    assert destination(expression, AT) == place


def test_a_place_is_read_as_high_as_the_nearest_above_it_that_is_led_to():
    reached = {"/data/s": "", "/data/s/rows": "/data/s"}
    assert scope(reached, "/data/s/rows/n") == "/data/s"
    assert scope(reached, "/data/s/a") == ""
    assert scope({"/data/s/rows": "/data/s"}, "/data/t") == ""


@pytest.mark.parametrize(
    ("expression", "parts"),
    [
        ("a = 1", ["a = 1"]),
        ("a = 1 and b = 2 and c", ["a = 1", "b = 2", "c"]),
        ("a = 1 and (b = 2 and c)", ["a = 1", "(b = 2 and c)"]),
        ("a[b and c] and d", ["a[b and c]", "d"]),
        ("a and b or c", ["a and b or c"]),
        ("(a or b) and c", ["(a or b)", "c"]),
        ("a = ' and ' and band", ["a = ' and '", "band"]),
    ],
)
def test_parts_that_must_all_hold_are_told_apart_outside_brackets_and_texts(expression, parts):
    assert conditions(expression) == parts


@pytest.mark.parametrize(("operator", "value"), [("+", "1000"), ("*", "1"), (" or ", "true"), (" and ", "true")])
def test_a_thousand_operands_are_no_burden_where_their_order_does_not_matter(operator, value):
    assert said(operator.join(["1"] * 1000)) == value


def test_a_thousand_operands_are_refused_where_it_does():
    with pytest.raises(FormError) as refused:
        said("-".join(["1"] * 1000))
    assert refused.value.code == "form-too-deep"
    assert said("-".join(["1"] * 100)) == "-98"
