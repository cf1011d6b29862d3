"""The expression language: XPath 1.0 in full, what an expression is said to read, and what is refused by name."""

import math
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from seeddesk.domain.errors import FormError
from seeddesk.domain.form import Choice, Field, Form, Group, Kind, RowChoices, Section
from seeddesk.domain.logic import syntax
from seeddesk.domain.logic.compiler import Compiler
from seeddesk.domain.logic.functions import number_of, number_text, string_of
from seeddesk.domain.logic.lists import Lists

TODAY, NOW = "2026-11-22", "2026-11-22T10:30:00.000+01:00"


def field(name: str, xpath: str, **more) -> Field:
    return Field(name, more.pop("kind", Kind.TEXT), {"en": name}, xpath, "s", **more)


FORM = Form(
    "f",
    "7",
    {"en": "Form"},
    ("en",),
    (
        Section(
            "s",
            {"en": "S"},
            (
                field("a", "/data/s/a"),
                field("b", "/data/s/b"),
                Group("g", {}, (field("g.c", "/data/s/g/c"), field("g.d", "/data/s/g/d")), "/data/s/g"),
                Group(
                    "rows[]",
                    {},
                    (
                        field("rows[].n", "/data/s/rows/n"),
                        field("rows[].t", "/data/s/rows/t"),
                        Group(
                            "rows[].in[]", {}, (field("rows[].in[].m", "/data/s/rows/in/m"),), "/data/s/rows/in", True
                        ),
                    ),
                    "/data/s/rows",
                    True,
                ),
                field("fruit", "/data/s/fruit", kind=Kind.CHOICE, choices="fruit"),
                field(
                    "row",
                    "/data/s/row",
                    kind=Kind.CHOICE,
                    rows=RowChoices("/data/s/rows", "t", "n"),
                ),
            ),
            xpath="/data/s",
        ),
    ),
    {"fruit": (Choice("fig", {"en": "Fig"}, {"price": "2.345"}), Choice("pear", {"en": "Pear"}, {"price": "3"}))},
)
RECORD = """<data><s><a>12</a><b>x y</b><g><c>3</c><d>4</d></g>
<rows><n>1</n><t>one</t><in><m>1</m></in><in><m>2</m></in></rows><rows><n>20</n><t>two</t><in><m>3</m></in></rows><rows><n/><t>none</t></rows>
<fruit>fig</fruit><row>two</row></s></data>"""
KNOWN = ["/data", "/data/s", *(item.xpath for item in (*FORM.groups.values(), *FORM.fields.values()))]
COMPILER = Compiler(FORM, frozenset(KNOWN), Lists(FORM))


def parsed() -> etree._Element:
    return etree.fromstring(RECORD, etree.XMLParser(remove_blank_text=True))


def rule(expression: str, xpath: str = "/data/s/a"):
    return COMPILER.compile(expression, xpath, "calculation")


def said(expression: str, xpath: str = "/data/s/a", which: int = 0) -> str:
    top = parsed()
    return string_of(rule(expression, xpath).value(top.xpath(xpath)[which], TODAY, NOW))


PATHS = {
    "count(//n)": "3",
    "count(/data/*/rows)": "3",
    "count(//rows/in/m)": "3",
    "count(../*)": "8",
    "name(/data/s/*[3])": "g",
    "local-name(..)": "s",
    "namespace-uri(..)": "",
    "count(ancestor::*)": "2",
    "name(ancestor-or-self::*[last()])": "data",
    "count(following::*)": "21",
    "count(preceding::*)": "0",
    "name(following-sibling::*[1])": "b",
    "count(../g/descendant::*)": "2",
    "count(../g/descendant-or-self::node())": "5",
    "string(../rows[2]/n/text())": "20",
    "string(../rows[last()]/t)": "none",
    "string(../rows[position() = 2]/t)": "two",
    "string(../rows[n > 5]/t)": "two",
    "string((../rows/in)[3]/m)": "3",
    "count(../rows[in])": "2",
    "count(../rows/in[1])": "2",
    "count((../rows/in)[1])": "1",
    "count(../a | ../b | ../a)": "2",
    "string(../g)": "34",
    "count(/)": "1",
    "count(../rows[not(n = '')])": "2",
    "count(@*)": "0",
    "count(comment() | processing-instruction())": "0",
    "string(self::a)": "12",
    "string(self::b)": "",
    "count(//m[. > ../../n])": "1",
    "count(../rows[t = current()/../row])": "1",
    "string(./../../s/a)": "12",
    "string(/data/jr:s/orx:a)": "12",
    "lang('en')": "false",
    "count(id('x'))": "0",
}


@pytest.mark.parametrize(("expression", "expected"), PATHS.items())
def test_every_axis_test_and_predicate_of_xpath_works(expression, expected):
    assert said(expression) == expected


VALUES = {
    "1 + 2 * 3 - 4 div 2": "5",
    "-(-3)": "3",
    "--3": "3",
    "5 mod -2": "1",
    "-5 mod 2": "-1",
    "1.5 mod 0.5": "0",
    "1 div 0": "Infinity",
    "-1 div 0": "-Infinity",
    "0 div 0": "NaN",
    "string(-0)": "0",
    "string(1000000 * 1000000)": "1000000000000",
    "string(1 div 1000000)": "0.000001",
    "concat(100000000000 * 10, '')": "1000000000000",
    "string-length(1000000 * 1000000)": "13",
    "2.345 = number('2.345')": "true",
    "3 > 2 > 1": "false",
    "1 = 1 = 1": "true",
    "1 < 2 and 2 < 3 or false()": "true",
    "/data/s/rows/n = 20": "true",
    "/data/s/rows/n != 20": "true",
    "/data/s/rows/n > 19.5": "true",
    "/data/s/rows/n < 0": "false",
    "/data/s/rows/n = /data/s/rows/in/m": "true",
    "/data/s/nothing_meta = 1": None,
    "true() = 'x'": "true",
    "true() > ''": "false",
    "'10' > '9'": "true",
    "'abc' < 'abd'": "false",
    "today() > '2024-01-01'": "true",
    "today() = '2026-11-22'": "true",
    "today() <= now()": "true",
    "date('2024-02-28') + 2 = date('2024-03-01')": "true",
    "'2026-11-22T00:30:00+02:00' >= today()": "true",
    "'2026-11-22T00:30:00+02:00' < '2026-11-21T23:00:00Z'": "true",
    "not(../b)": "false",
    "boolean(../rows[n = 7])": "false",
    "1and1": "true",
}


@pytest.mark.parametrize(("expression", "expected"), VALUES.items())
def test_values_compare_and_convert_as_the_specification_says(expression, expected):
    if expected is None:
        with pytest.raises(FormError):
            rule(expression)
    else:
        assert said(expression) == expected


class TestRows:
    def test_an_absolute_path_through_its_own_repeat_means_its_own_row(self):
        assert [said("/data/s/rows/n", "/data/s/rows/t", row) for row in (0, 1, 2)] == ["1", "20", ""]
        assert said("../../rows[2]/in[m = /data/s/rows/n]/m", "/data/s/rows/t", 0) == ""
        assert said("../../rows[1]/in[m = /data/s/rows/n]/m", "/data/s/rows/t", 0) == "1"

    def test_functions_of_many_nodes_mean_all_rows(self):
        assert said("count(/data/s/rows/n)", "/data/s/rows/t", 1) == "3"
        assert said("sum(/data/s/rows/in/m)", "/data/s/rows/t", 2) == "6"
        assert said("count(/data/s/rows)", "/data/s/rows/t", 2) == "3"

    def test_a_row_is_named_by_its_number(self):
        assert said("indexed-repeat(/data/s/rows/n, /data/s/rows, 2)") == "20"
        assert said("indexed-repeat(/data/s/rows/in/m, /data/s/rows, 1, /data/s/rows/in, 2)") == "2"
        assert said("indexed-repeat(/data/s/rows/in/m, /data/s/rows/in, 2, /data/s/rows, 1)") == "2"
        assert said("indexed-repeat(../n, /data/s/rows, position(..) - 1)", "/data/s/rows/t", 1) == "1"
        for number in ("0", "4", "-1", "'x'", "0 div 0", "1 div 0"):
            assert said(f"indexed-repeat(/data/s/rows/n, /data/s/rows, {number})") == ""

    def test_a_row_chosen_is_named_by_its_label(self):
        assert said("jr:choice-name(../row, '../row')") == "20"
        assert said("jr:choice-name('one', ' /data/s/row ')") == "1"
        assert said("jr:choice-name(../fruit, '/data/s/fruit')") == "Fig"
        assert said("jr:choice-name('kiwi', '/data/s/fruit')") == ""

    def test_lists_are_reached_by_name_even_one_an_answer_names(self):
        assert said("instance('fruit')/root/item[name = current()/../fruit]/price") == "2.345"
        assert said("count(instance(../fruit)/root/item)") == "0"
        assert said("round(sum(instance('fruit')/root/item/price), 3)") == "5.345"
        assert said("pulldata('fruit', 'price', 'name', ../fruit)") == "2.345"
        assert said("pulldata(../b, 'price', 'name', ../fruit)") == ""
        assert said("instance('__last-saved')/data/s/a") == ""


class TestReading:
    """What a rule says it reads."""

    def test_only_what_is_named(self):
        assert rule("../b + ../g/c").references == {"/data/s/b", "/data/s/g/c"}
        assert rule(
            "if(/data/s/b = '', 1, instance('fruit')/root/item[name = current()/../fruit]/price)"
        ).references == {
            "/data/s/b",
            "/data/s/fruit",
        }

    def test_a_path_into_rows_reads_which_there_are(self):
        assert rule("sum(/data/s/rows/n)").references == {"/data/s/rows", "/data/s/rows/n"}
        assert rule("count(../rows)").references == {"/data/s/rows"}
        assert rule("position(..)", "/data/s/rows/n").references == {"/data/s/rows"}
        assert rule("../t", "/data/s/rows/n").references == {"/data/s/rows/t"}
        assert rule("/data/s/rows/t", "/data/s/rows/n").references == {"/data/s/rows/t"}

    def test_a_group_reads_all_it_holds_where_its_words_matter(self):
        assert rule("string(../g)").references == {"/data/s/g", "/data/s/g/c", "/data/s/g/d"}
        assert rule("count(../g)").references == set()
        assert rule("count(../*)").references == {"/data/s/rows"}
        assert "/data/s/g" in rule("count(../*)").present

    def test_predicates_wildcards_and_axes_are_followed(self):
        assert rule("count(../rows[t = 'x']/n)").references == {"/data/s/rows", "/data/s/rows/t"}
        assert {"/data/s/g/c", "/data/s/rows/in/m", "/data/s/fruit"} <= rule("string(//*)").references
        assert "/data/s/b" in rule("string(following-sibling::*[1])").references
        assert rule("string(//m)").references == {"/data/s/rows/in/m"}


AXES = sorted(syntax.AXES - {"namespace", "attribute"})
TESTS = ["*", "node()", "n", "m", "a", "in", "rows", "s", "g", "c", "text()"]


@st.composite
def paths(draw) -> str:
    """Any path over the form: absolute or not, of any axis, with predicates."""
    steps = []
    for _ in range(draw(st.integers(1, 3))):
        step = f"{draw(st.sampled_from(AXES))}::{draw(st.sampled_from(TESTS))}"
        if draw(st.booleans()):
            step += draw(
                st.sampled_from(["[1]", "[last()]", "[. = '1']", "[n > 5]", "[../a = 12]", "[count(*) > 1]", "[m | n]"])
            )
        steps.append(step)
    return draw(st.sampled_from(["", "/", "//", "../", "current()/../"])) + draw(st.sampled_from(["/", "//"])).join(
        steps
    )


EXPRESSIONS = st.builds(
    lambda shape, one, other: shape.format(one, other),
    st.sampled_from(
        [
            "string({})",
            "count({})",
            "{} = {}",
            "sum({})",
            "concat({}, {})",
            "boolean({})",
            "if({}, 'y', {})",
            "position({})",
            "{} > 3",
        ]
    ),
    paths(),
    paths(),
)


@settings(max_examples=400, deadline=None)
@given(EXPRESSIONS, st.sampled_from(["/data/s/a", "/data/s/rows/n", "/data/s/rows/in/m", "/data/s/g"]), st.data())
def test_nothing_an_expression_does_not_reference_changes_what_it_says(expression, xpath, data):
    try:
        compiled = rule(expression, xpath)
    except FormError:
        return  # a name that is nowhere on that axis
    top = parsed()
    place = data.draw(st.sampled_from(top.xpath(xpath)))
    before = string_of(compiled.value(place, TODAY, NOW))
    tree = top.getroottree()
    for element in top.iter():
        schema = "".join(f"/{each.tag}" for each in (*reversed(list(element.iterancestors())), element))
        leaf = schema in {field.xpath for field in FORM.fields.values()}
        if leaf and schema not in compiled.references:
            element.text = "changed 99"
    row = etree.SubElement(top[0], "rows") if "/data/s/rows" not in compiled.references else None
    if row is not None and not any(each.startswith("/data/s/rows") for each in compiled.references | compiled.present):
        etree.SubElement(row, "n").text = "5"
    elif row is not None:
        top[0].remove(row)
    assert tree is not None
    assert string_of(compiled.value(place, TODAY, NOW)) == before


class TestRefusals:
    @pytest.mark.parametrize(
        ("expression", "code", "near"),
        [
            ("nothing()", "form-unknown-function", "nothing"),
            ("$x + 1", "form-bad-expression", "$x"),
            ("../nowhere", "form-unknown-question", "/data/s/nowhere"),
            ("//nowhere", "form-unknown-question", "nowhere"),
            ("instance('none')/root/item", "form-unknown-list", "none"),
            ("jr:choice-name('x', '../a')", "form-unknown-question", "'../a'"),
            ("regex(., '[')", "form-bad-expression", "'['"),
            ("digest(., 'SHA-3')", "form-bad-expression", "SHA-3"),
            ("digest(., 'MD5', 'rot13')", "form-bad-expression", "MD5"),
            ("count('x')", "form-bad-expression", "count("),
            ("sum(3)", "form-bad-expression", "sum("),
            ("randomize(1, 2)", "form-bad-expression", "randomize("),
            ("'a' | ../b", "form-bad-expression", "|"),
            ("'a'/b", "form-bad-expression", "/"),
            ("weighted-checklist(1, 2, 3)", "form-argument-count", "weighted-checklist"),
            ("indexed-repeat(../rows/n, ../rows)", "form-argument-count", "indexed-repeat"),
            ("1 And 1", "form-bad-expression", "And"),
            ("sideways::a", "form-bad-expression", "sideways::"),
            ("a[", "form-bad-expression", "…"),
            ("(" * 1000 + "1" + ")" * 1000, "form-too-deep", ""),
            ("if(1, 2, " * 1000 + "3" + ")" * 1000, "form-too-deep", ""),
            ("a" * 200_000, "form-too-deep", ""),
        ],
    )
    def test_what_cannot_be_is_refused_by_name(self, expression, code, near):
        with pytest.raises(FormError) as refused:
            rule(expression)
        assert refused.value.code == code
        assert near in " ".join(str(argument) for argument in refused.value.arguments.values())
        assert str(refused.value)

    def test_the_place_of_a_mistake_is_told(self):
        with pytest.raises(syntax.BadExpression) as refused:
            syntax.parse("../a = 1 and # 2")
        assert (str(refused.value), refused.value.position) == ("# 2", 13)

    @pytest.mark.parametrize(
        "shape", ["if(../a = 1, 1, {})", "(1 + {})", "/data/s/rows[{}]/n", "concat('', {})", "not({})"]
    )
    def test_two_hundred_levels_are_not_too_deep(self, shape):
        expression = "1"
        for _ in range(200):
            expression = shape.replace("{}", expression)
        assert rule(expression) is not None

    @pytest.mark.parametrize("operator", ["or", "and", "|", "+", "*"])
    def test_a_chain_of_a_thousand_is_no_nesting(self, operator):
        operand = "../a" if operator == "|" else "../a = 1" if operator in ("or", "and") else "1"
        assert said(f" {operator} ".join([operand] * 1000)) in ("12", "false", "1000", "1")

    def test_refusing_is_quick(self):
        start = time.process_time()
        for text in ("(" * 50_000, "a[" * 30_000, "-" * 90_000, "a/" * 40_000, "1+" * 40_000):
            with pytest.raises(syntax.BadExpression):
                syntax.parse(text)
        assert time.process_time() - start < 10  # quadratic work would take minutes


@given(st.floats())
def test_a_number_is_written_without_exponent_and_read_back_the_same(number):
    text = number_text(number)
    assert "e" not in text.lower()
    if math.isfinite(number):
        assert number_of(text) == number
    assert string_of(number) == (text or {math.inf: "Infinity", -math.inf: "-Infinity"}.get(number, "NaN"))


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_none(text):
    assert isinstance(number_of(text), float)
