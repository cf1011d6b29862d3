"""Every function the ODK XForms specification names: its value, and what it makes of what is no argument for it."""

import math
import re

import pytest

from seeddesk.domain.errors import FormError
from seeddesk.domain.logic.functions import NATIVE, OF_THE_FORM, OPENROSA, TooSlow, number_of, shuffled
from seeddesk.domain.logic.functions.choosing import seed_of
from tests.unit.domain.test_logic_language import rule, said

# function -> expression -> what it says
TABLE = {
    "string": {"string(../a)": "12", "string(1 = 1)": "true", "string(0 div 0)": "NaN", "string()": "12"},
    "concat": {
        "concat()": "",
        "concat('a')": "a",
        "concat(../rows/n, '!', 1.50)": "120!1.5",
        "concat(true(), ../rows[9])": "true",
    },
    "join": {"join('-', ../rows/n)": "1-20-", "join(' ', 'a', ../rows/in/m, 2)": "a 1 2 3 2", "join(',')": ""},
    "substr": {
        "substr('hello', 1, 3)": "el",
        "substr('hello', -2)": "lo",
        "substr('hello', 0, -1)": "hell",
        "substr('hello', 'x')": "",
        "substr('hello', 9)": "",
        "substr('hello', -99, 99)": "hello",
        "substr('hello', -1 div 0, 2)": "he",
        "substr('hello', 0, -9)": "",
    },
    "substring": {
        "substring('12345', 1.5, 2.6)": "234",
        "substring('12345', '2')": "2345",
        "substring('12345', 0 div 0)": "",
    },
    "substring-before": {"substring-before('a=b', '=')": "a", "substring-before('a', 'q')": ""},
    "substring-after": {"substring-after('a=b', '=')": "b", "substring-after('a', '')": "a"},
    "translate": {"translate('bar', 'abc', 'AB')": "BAr", "translate(10000000000 * 10, '0', '')": "1"},
    "string-length": {"string-length('è')": "1", "string-length(../nothing-there)": None, "string-length(12.50)": "4"},
    "normalize-space": {"normalize-space('  a  b ')": "a b"},
    "contains": {"contains('abc', 'b')": "true", "contains('2026-11-22', 26)": "true", "contains('', 'a')": "false"},
    "starts-with": {"starts-with('abc', 'a')": "true", "starts-with('', 'a')": "false"},
    "ends-with": {"ends-with('abc', 'c')": "true", "ends-with('', '')": "true", "ends-with('a', 'ba')": "false"},
    "uuid": {"string-length(uuid())": "36", "string-length(uuid(7))": "7", "uuid('x')": "", "uuid(-1)": ""},
    "digest": {
        "digest('some text', 'MD5', 'hex')": "552e21cd4cd9918678e3c1a0df491bc3",
        "digest('abc', 'SHA-1', 'hex')": "a9993e364706816aba3e25717850c26c9cd0d89d",
        "digest('abc', 'SHA-256')": "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=",
        "string-length(digest('', 'SHA-384', 'hex'))": "96",
        "string-length(digest('', 'SHA-512', 'hex'))": "128",
        "digest('abc', ../b)": "",
        "digest('abc', 'MD5', ../b)": "",
    },
    "base64-decode": {
        "base64-decode('8J+lsA==')": "🥰",
        "base64-decode(' 8J+l sA==')": "🥰",
        "base64-decode('a')": "",
        "base64-decode('&')": "",
        "base64-decode('AQ')": "\ufffd",
    },
    "pulldata": {
        "pulldata('fruit.csv', 'label', 'name', 'pear')": "Pear",
        "pulldata('fruit', 'none', 'name', 'pear')": "",
    },
    "if": {
        "if('', 5, 'abc')": "abc",
        "if(../rows, 5, 6)": "5",
        "if(../rows[9], 5, 6)": "6",
        "count(if(true(), ../rows, ../b))": "3",
    },
    "coalesce": {
        "coalesce('', 'b')": "b",
        "coalesce(0 div 0, 0)": "0",
        "coalesce(1 div 0, 0)": "Infinity",
        "coalesce(../rows[9], ../b)": "x y",
    },
    "once": {"once('new')": "12", "once(random())": "12"},
    "true": {"true()": None, "string(true())": "true"},
    "false": {"string(false())": "false"},
    "boolean": {
        "boolean('false')": "true",
        "boolean(0)": "false",
        "boolean(0 div 0)": "false",
        "boolean(../rows[9])": "false",
    },
    "boolean-from-string": {
        "boolean-from-string('1')": "true",
        "boolean-from-string(1.0001)": "false",
        "boolean-from-string('yes')": "false",
    },
    "not": {"not('')": "true", "not(../rows)": "false"},
    "regex": {
        "regex('12345', '[0-9]+')": "true",
        "regex('a', '^[0-9]+$')": "false",
        "regex(../b, concat('^', 'x'))": "true",
        "regex('a', concat('[', ''))": "false",
    },
    "checklist": {
        "checklist(-1, 2, 1 = 1, 1 = 2, 3)": "true",
        "checklist(3, -1, ../rows/n)": "false",
        "checklist(2, 2, ../rows/n)": "true",
        "checklist('x', 2, 1)": "false",
        "checklist(1, -1, 1 = 1, 1 = 1)": "true",
        "checklist(-1, 1, 1 = 1, 1 = 1)": "false",
    },
    "weighted-checklist": {
        "weighted-checklist(5, 5, true(), 2, 'x', 3, '', 9)": "true",
        "weighted-checklist(21, 21, ../rows/n, ../rows/n)": "true",
        "weighted-checklist(-1, 1, 1, 2)": "false",
        "weighted-checklist(1, -1, 1, 'x')": "false",
    },
    "number": {
        "number(' 1.5 ')": "1.5",
        "number('1e3')": "NaN",
        "number('1970-01-02')": "1",
        "number('1970-01-02T12:00:00Z')": "1.5",
        "number('1970-01-02T12:00:00+12:00')": "1",
        "number('2021-02-30')": "NaN",
        "number()": "12",
        "number(true())": "1",
    },
    "random": {"random() < 1 and random() >= 0": "true"},
    "int": {"int(-1.7)": "-1", "int('x')": "NaN", "int(1 div 0)": "Infinity", "int('2.9')": "2"},
    "sum": {"sum(../rows/in/m)": "6", "sum(../rows/n)": "21", "sum(../rows[9])": "0"},
    "max": {
        "max(../rows/in/m)": "3",
        "max(1, '7', 3)": "7",
        "max('')": "NaN",
        "max(../rows/n)": "NaN",
        "max(../rows[9])": "NaN",
    },
    "min": {"min(../rows/in/m, 0)": "0", "min(-1, -3)": "-3", "min('x', 1)": "NaN"},
    "round": {
        "round(2.345, 2)": "2.35",
        "round(-2.5)": "-2",
        "round(1234.5, -2)": "1200",
        "round(1250, -2)": "1300",
        "round('x')": "NaN",
        "round(1 div 0)": "Infinity",
        "round(1, 99)": "NaN",
        "round(1, 30)": "1",
        "round(0.04, 1)": "0",
        "round(-0.04, 1)": "0",
    },
    "pow": {"pow(2, 10)": "1024", "pow(-8, 0.5)": "NaN", "pow(10, 999)": "Infinity", "pow('x', 1)": "NaN"},
    "log": {"round(log(10), 4)": "2.3026", "log(0)": "-Infinity", "log(-1)": "NaN"},
    "log10": {"log10(1000)": "3", "log10(0)": "-Infinity", "log10('')": "NaN"},
    "abs": {"abs(-3)": "3", "abs('x')": "NaN"},
    "sin": {"sin(0)": "0", "sin('x')": "NaN", "sin(1 div 0)": "NaN"},
    "cos": {"cos(0)": "1"},
    "tan": {"tan(0)": "0"},
    "asin": {"round(asin(1), 4)": "1.5708", "asin(2)": "NaN"},
    "acos": {"acos(1)": "0", "acos(2)": "NaN"},
    "atan": {"atan(0)": "0"},
    "atan2": {"round(atan2(1, 1), 4)": "0.7854", "atan2(0, 0)": "0"},
    "sqrt": {"sqrt(9)": "3", "sqrt(-1)": "NaN"},
    "exp": {"exp(0)": "1", "exp(9999)": "Infinity"},
    "exp10": {"exp10(3)": "1000"},
    "pi": {"round(pi(), 4)": "3.1416"},
    "count": {"count(../rows)": "3", "count(../rows[9])": "0"},
    "count-non-empty": {"count-non-empty(../rows/n)": "2", "count-non-empty(../rows[9]/n)": "0"},
    "position": {"position(../rows[2])": "2", "position(../rows[9])": "NaN", "position()": "1", "last()": "1"},
    "instance": {"count(instance('fruit')/root/item)": "2", "count(instance('fruit')/root/item[price < 3])": "1"},
    "current": {"string(current())": "12", "count(../rows[n = current()])": "0"},
    "randomize": {
        "sum(randomize(../rows/in/m, 3))": "6",
        "count(randomize(../rows))": "3",
    },
    "today": {"string(today())": "2026-11-22", "today() + 1": "20780", "today() - '2026-11-20'": "2"},
    "now": {"string(now())": "2026-11-22T10:30:00.000+01:00", "string-length(now())": "29"},
    "format-date": {
        "format-date('2012-07-03', '%Y/%y/%m/%n/%d/%e %b %a')": "2012/12/07/7/03/3 Jul Tue",
        "format-date('2021-03', '%b %Y')": "Mar 2021",
        "format-date('2021', '%Y')": "2021",
        "format-date(0, '%d.%m.%Y %% %q')": "01.01.1970 % %q",
        "format-date('nonsense', '%Y')": "",
        "format-date('', '%Y')": "",
        "format-date(true(), '%Y')": "",
        "format-date(99999999999, '%Y')": "",
    },
    "format-date-time": {"format-date-time('2001-12-31T09:05:07.25', '%H %h %M %S %3')": "09 9 05 07 250"},
    "date": {
        "date('2021-3-5')": "2021-03-05",
        "date('2021-03-05T10:00:00+02:00')": "2021-03-05",
        "date(1.5)": "1970-01-02",
        "date('2021-03-05' + 1)": "2021-03-06",
        "date('x')": "",
        "date('')": "",
        "date(true())": "",
        "date('2021-02-30')": "",
    },
    "date-time": {
        "date-time(1.5)": "1970-01-02T12:00:00.000",
        "date-time('1970-01-01T21:50:49Z')": "1970-01-01T21:50:49.000+00:00",
        "date-time('x')": "",
    },
    "decimal-date-time": {
        "decimal-date-time('1970-01-01T06:00:00Z')": "0.25",
        "decimal-date-time('2018-04-24T15:30:00.000+06:00')": "17645.395833333332",
        "decimal-date-time('x')": "NaN",
        "decimal-date-time(true())": "NaN",
        "decimal-date-time(3.5)": "3.5",
        "decimal-date-time('1970-01-01T06:30:00+05:30')": "0.041666666666666664",
        "decimal-date-time('1970-01-01T00:00:00-01:30')": "0.0625",
    },
    "decimal-time": {
        "decimal-time('12:00')": "0.5",
        "decimal-time('18:00:00.000')": "0.75",
        "decimal-time('24:00')": "NaN",
        "decimal-time('06:00:00-24:00')": "NaN",
        "decimal-time('06:60:00')": "NaN",
        "decimal-time('06:00:60')": "NaN",
        "decimal-time('x')": "NaN",
        "decimal-time('2021-03-05T06:00:00')": "0.25",
        "decimal-time('18:00') - decimal-time('06:00')": "0.5",
    },
    "selected": {
        "selected(../b, 'y')": "true",
        "selected(../b, ' y ')": "true",
        "selected('', '')": "true",
        "selected(../b, '')": "false",
    },
    "selected-at": {
        "selected-at(../b, 1)": "y",
        "selected-at(../b, -1)": "",
        "selected-at(../b, 'x')": "",
        "selected-at(../b, 1 div 0)": "",
    },
    "count-selected": {"count-selected(../b)": "2", "count-selected('')": "0"},
    "jr:choice-name": {"jr:choice-name('pear', '/data/s/fruit')": "Pear"},
    "jr:itext": {"jr:itext('none')": ""},
    "indexed-repeat": {"indexed-repeat(/data/s/rows/t, /data/s/rows, 2)": "two"},
    "area": {
        "round(area('0 0;0 0.01;0.01 0.01;0.01 0') div 1000)": "1239",
        "area('')": "0",
        "area('a')": "0",
        "area(../rows/n)": "0",
    },
    "distance": {
        "distance('0 0;0 1')": "111318.85",
        "distance('0 0', '0 1', '0 0')": "222637.69",
        "distance('5000 0;0 0')": "NaN",
        "distance('')": "NaN",
        "distance('1 2')": "0",
    },
}
NAMED = (
    set(TABLE)
    | {
        "version",
        "geofence",
        "is-selected",
        "enclosed-area",
        "last",
        "floor",
        "ceiling",
        "id",
        "lang",
        "name",
        "local-name",
    }
    | {"namespace-uri"}
)


def test_every_function_there_is_stands_in_the_table():
    assert {*OPENROSA, *OF_THE_FORM, *NATIVE} == NAMED


CASES = [
    (expression, expected) for cases in TABLE.values() for expression, expected in cases.items() if expected is not None
]


@pytest.mark.parametrize(("expression", "expected"), CASES)
def test_a_function_gives_what_the_specification_says(expression, expected):
    assert said(expression) == expected


ALONE = {
    "floor(2.7)": "2",
    "ceiling('2.1')": "3",
    "floor('x')": "NaN",
    "version()": "7",
    "is-selected('a b', 'b')": "true",
} | {
    "geofence('0.5 0.5', '0 0;0 1;1 1;1 0;0 0')": "true",
    "geofence('2 0.5', '0 0;0 1;1 1;1 0;0 0')": "false",
    "geofence('', '')": "false",
}


@pytest.mark.parametrize(("expression", "expected"), ALONE.items())
def test_so_do_those_only_programs_that_run_forms_know(expression, expected):
    assert said(expression) == expected


COUNTS = [(name, fewest, most) for name, (_, fewest, most) in OPENROSA.items()]
COUNTS += [(name, *counts) for name, counts in (NATIVE | OF_THE_FORM).items()]


@pytest.mark.parametrize(("name", "fewest", "most"), COUNTS)
def test_a_call_with_too_few_or_too_many_arguments_is_refused(name, fewest, most):
    for count in {fewest - 1, 99 if most is None else most + 1} - {-1, 99}:
        if name == "position" and count in (0, 1):
            continue  # with and without one, it is two functions
        with pytest.raises(FormError) as refused:
            rule(f"{name}({', '.join(['../rows'] * count)})")
        assert refused.value.code == "form-argument-count"


@pytest.mark.parametrize(
    ("seed", "order"),
    [(42, "AFCBDE"), (-42, "EDAFBC"), (1, "BFEACD"), (11111111, "ACDBFE"), (0, "CBEAFD"), (5989458117437254, "ACBEDF")],
)
def test_a_seed_gives_the_order_other_programs_give(seed, order):
    assert "".join(shuffled("ABCDEF", seed)) == order


def test_without_a_seed_nothing_is_lost():
    assert sorted(shuffled(range(50), None)) == list(range(50))


def test_a_pattern_that_blows_up_is_undecided_in_time():
    compiled = rule("regex(concat(../a, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'), '(a|aa)+$')")
    from tests.unit.domain.test_logic_language import parsed

    try:
        compiled.value(parsed().xpath("/data/s/a")[0], "", "")
    except TooSlow:
        return
    pytest.fail("it was decided")


@pytest.mark.parametrize("name", sorted(OPENROSA))
def test_no_answer_makes_a_function_fail(name):
    _, fewest, most = OPENROSA[name]
    fewest = max(fewest, 1) if most != 0 else 0
    for value in (
        "''",
        "'x y'",
        "-1",
        "0 div 0",
        "1 div 0",
        "true()",
        "../rows",
        "../rows[9]",
        "99999999999999999999",
        "'٣'",
    ):
        count = fewest + fewest % 2 if name == "weighted-checklist" else fewest
        try:
            compiled = rule(f"{name}({', '.join([value] * count)})")
        except FormError:
            continue  # where nodes must be
        from tests.unit.domain.test_logic_language import parsed

        found = compiled.value(parsed().xpath("/data/s/a")[0], "2026-11-22", "2026-11-22T10:00:00")
        assert isinstance(found, str | float | bool | list)


def test_names_of_months_are_in_the_forms_language():
    found = OPENROSA["format-date"][0](None, "2026-05-03", "%e %b, %a", "it")
    assert found == "3 mag, dom"
    assert re.search(r"\w", OPENROSA["format-date"][0](None, "2026-05-03", "%b", "xx"))
    assert math.isnan(number_of("2026-13-01"))


def test_a_text_is_the_seed_its_digest_says():
    assert seed_of("abc") == 0xBA7816BF8F01CFEA - 2**64
    assert seed_of("") == 0
    assert seed_of(math.nan) == 0
    assert (seed_of(2.9), seed_of("-2"), seed_of(math.inf), seed_of(-math.inf)) == (2, -2, 2**63 - 1, -(2**63))


@pytest.mark.parametrize(
    ("expression", "truth"),
    [
        ("'10:00:00+01:00' < '09:30:00Z'", "true"),
        ("'10:00:00+01:30' > '08:29:00Z'", "true"),
        ("'10:00:00+01:30' > '08:31:00Z'", "false"),
        ("'10:00' > '09:30'", "true"),
        ("'10:00' < '09:30:00Z'", "false"),
        ("'2026-11-22T00:30:00+01:00' >= '2026-11-22'", "true"),
        ("'2026-11-22T00:30:00+01:00' < '2026-11-22T00:00:00Z'", "true"),
    ],
)
def test_times_compare_by_the_instant_when_both_say_their_zone_and_else_by_the_clock_on_the_wall(expression, truth):
    assert said(expression) == truth
