"""A record being edited: what an edit brings about, beyond what random forms compare."""

from datetime import datetime

import pytest

from seeddesk.domain.form import QUOTE, UNQUOTE, Action, Choice, Field, Form, Group, Kind, Range, RowChoices, Section
from seeddesk.domain.logic import Logic
from seeddesk.domain.logic.problems import loops
from seeddesk.domain.paths import counted_row_id
from seeddesk.domain.record import Record

NOW = datetime(2026, 11, 22, 10, 30)
LATER = datetime(2027, 3, 1, 9, 0)
ROW, OTHER, THIRD = "a" * 32, "b" * 32, "c" * 32
ROWS = "/data/s/rows"


def question(name: str, kind: Kind = Kind.TEXT, **rest) -> Field:
    """A question right under the section, or of the rows."""
    above = f"{ROWS}/" if name.startswith("rows[].") else "/data/s/"
    return Field(name, kind, rest.pop("label", {"en": name}), above + name.removeprefix("rows[]."), "s", **rest)


def form_with(*items: Field | Group, actions: tuple[Action, ...] = (), lists=None) -> Form:
    section = Section("s", {"en": "S"}, items, xpath="/data/s")
    return Form("f", "1", {"en": "F"}, ("en",), (section,), lists or {}, actions=actions)


def rows_of(*items: Field | Group, **rest) -> Group:
    return Group("rows[]", {"en": "Rows"}, items, ROWS, repeat=True, **rest)


def opened(*items: Field | Group, values=None, now=NOW, new=False, properties=None, **rest):
    return Logic(form_with(*items, **rest), properties or {}).live(Record(values or {}), now, new)


class TestNew:
    def test_a_new_practice_starts_with_defaults_and_what_follows_from_them(self):
        live = opened(question("a", default="2"), question("b", calculate="../a * 3"), new=True)
        assert live.beginnings == {"a": "2", "b": "6"}
        assert live.record.values == {"a": "2", "b": "6"}

    def test_answers_that_are_there_are_no_beginnings(self):
        assert opened(question("a", default="2"), values={"a": "7"}, new=True).beginnings == {}

    def test_an_old_practice_gets_no_defaults(self):
        assert opened(question("a", default="2")).beginnings == {}

    def test_the_device_and_the_clock_fill_in_what_the_form_asks_them(self):
        live = opened(
            question("who", preload="property username"),
            question("mail", preload="property email"),
            question("day", Kind.DATE, preload="date today"),
            question("start", Kind.DATETIME, preload="timestamp start"),
            question("id", preload="uid"),
            new=True,
            properties={"username": "ada"},
        )
        found = dict(live.beginnings)
        assert found.pop("id").startswith("uuid:")
        assert found == {"who": "ada", "day": "2026-11-22", "start": "2026-11-22T10:30:00"}

    def test_the_end_is_that_of_the_last_edit_by_whoever_started(self):
        form = form_with(question("a"), question("end", Kind.DATETIME, preload="timestamp end"))
        outcome = Logic(form).live(Record(), NOW, new=True).change({"a": "x"})
        assert outcome.set == {"end": "2026-11-22T10:30:00"}
        assert outcome.judged == {"a", "end"}
        assert Logic(form).live(Record(), NOW).change({"a": "x"}).set == {}

    def test_first_load_sets_what_is_empty_and_load_sets_every_time(self):
        actions = (Action("first-load", "/data/s/a", "'first'"), Action("load", "/data/s/b", "'loaded'"))
        form = form_with(question("a"), question("b"), actions=actions)
        assert Logic(form).live(Record(), NOW, new=True).beginnings == {"a": "first", "b": "loaded"}
        assert Logic(form).live(Record({"a": "x", "b": "y"}), NOW, new=True).beginnings == {"b": "loaded"}
        assert Logic(form).live(Record(), NOW).beginnings == {"b": "loaded"}


class TestMoments:
    def test_opening_and_editing_something_else_leaves_the_time_of_a_calculation_alone(self):
        items = (question("a"), question("stamp", calculate="if(../a != '', now(), '')"), question("other"))
        live = opened(*items, new=True)
        stamped = live.change({"a": "x"}).set
        assert stamped == {"stamp": "2026-11-22T10:30:00"}
        later = opened(*items, values=live.record.values, now=LATER)
        assert later.beginnings == {}
        assert later.change({"other": "y"}).set == {}
        assert later.change({"a": "z"}).set == {"stamp": "2027-03-01T09:00:00"}

    def test_a_calculation_of_the_day_is_shown_afresh_but_opening_changes_nothing(self):
        items = (
            question("day", calculate="concat('It is ', today())"),
            question("longer", calculate="concat(../day, '!')"),
        )
        before = {"day": "It is 2026-11-22", "longer": "It is 2026-11-22!"}
        live = opened(*items, question("a"), values=before, now=LATER)
        assert live.evaluation.calculated == {"day": "It is 2027-03-01", "longer": "It is 2027-03-01!"}
        assert live.change({"a": "x"}).set == {}

    def test_once_is_once_whatever_it_reads(self):
        live = opened(question("a"), question("first", calculate="once(../a)"), values={"a": "x"}, new=True)
        assert live.beginnings == {"first": "x"}
        assert live.change({"a": "y"}).set == {}
        assert live.evaluation.calculated == {"first": "x"}

    def test_a_random_value_stays_through_saving_and_opening(self):
        items = (question("id", calculate="uuid()"), question("a"))
        live = opened(*items, new=True)
        again = opened(*items, values=live.record.values)
        assert again.evaluation.calculated == live.evaluation.calculated
        assert again.change({"a": "x"}).set == {}

    def test_what_stands_otherwise_than_it_comes_out_is_mended_with_the_first_edit(self):
        live = opened(question("a"), question("b", calculate="../a * 2"), values={"a": "2", "b": "3"})
        assert live.beginnings == {}
        assert live.change({"c": "from another form"}).set == {"b": "4"}
        assert live.change({"c": "again"}).set == {}


class TestActions:
    def test_a_change_sets_another_question_and_that_a_third(self):
        actions = (
            Action("changed", "/data/s/b", "concat(../a, '!')", "/data/s/a"),
            Action("changed", "/data/s/c", "concat(../b, '?')", "/data/s/b"),
        )
        live = opened(question("a"), question("b"), question("c"), actions=actions)
        assert live.change({"a": "x"}).set == {"b": "x!", "c": "x!?"}
        assert live.change({"a": "x"}).set == {}

    def test_a_calculation_that_changes_sets_going_too(self):
        actions = (Action("changed", "/data/s/c", "'seen'", "/data/s/b"),)
        live = opened(question("a"), question("b", calculate="../a + 1"), question("c"), actions=actions)
        assert live.change({"a": "1"}).set == {"b": "2", "c": "seen"}

    def test_an_empty_action_empties(self):
        live = opened(
            question("a"), question("b"), values={"b": "x"}, actions=(Action("changed", "/data/s/b", "", "/data/s/a"),)
        )
        assert live.change({"a": "1"}).set == {"b": None}

    def test_what_the_same_edit_says_is_not_overridden(self):
        actions = (Action("changed", "/data/s/b", "'set'", "/data/s/a"),)
        live = opened(question("a"), question("b"), actions=actions)
        assert live.change({"a": "1", "b": "mine"}).set == {}

    def test_a_loop_is_cut_after_one_turn_and_can_be_named(self):
        actions = (
            Action("changed", "/data/s/b", "../a + 1", "/data/s/a"),
            Action("changed", "/data/s/a", "../b + 1", "/data/s/b"),
        )
        form = form_with(question("a", Kind.INTEGER), question("b", Kind.INTEGER), actions=actions)
        assert Logic(form).live(Record(), NOW).change({"a": "1"}).set == {"b": "2"}
        assert loops(form) == (("a", "b"), ("b", "a"))

    def test_a_row_sets_its_own_cells_alone(self):
        rows = rows_of(question("rows[].n"), question("rows[].m", default="d"), question("rows[].k"))
        actions = (
            Action("new-row", f"{ROWS}/k", "position(..)", ROWS),
            Action("changed", f"{ROWS}/m", "../n", f"{ROWS}/n"),
        )
        live = opened(rows, values={f"rows[{ROW}]": "a"}, actions=actions)
        assert live.change({f"rows[{OTHER}]": "b"}).set == {f"rows[{OTHER}].m": "d", f"rows[{OTHER}].k": "2"}
        assert live.change({f"rows[{ROW}].n": "5"}).set == {f"rows[{ROW}].m": "5"}

    def test_a_row_that_comes_back_is_not_a_new_one(self):
        rows = rows_of(question("rows[].m", default="d"))
        live = opened(rows, values={f"rows[{ROW}]": "a", f"rows[{ROW}].m": "mine"})
        live.change({f"rows[{ROW}]": None, f"rows[{ROW}].m": None})
        assert live.change({f"rows[{ROW}]": "a"}).set == {}


class TestCountedRows:
    FORM = (
        question("n", Kind.INTEGER),
        rows_of(question("rows[].a", default="d", required="true()"), count="../n"),
        question("many", calculate=f"count({ROWS})"),
        question("all", calculate=f"join(',', {ROWS}/a)"),
    )

    def row(self, number: int) -> str:
        return f"rows[{counted_row_id('rows', number)}]"

    def test_rows_come_with_the_count_with_the_same_ids_everywhere(self):
        found = opened(*self.FORM).change({"n": "2"}).set
        assert found == {
            self.row(1): "00001", f"{self.row(1)}.a": "d", self.row(2): "00002", f"{self.row(2)}.a": "d",
            "many": "2", "all": "d,d",
        }  # fmt: skip
        assert opened(*self.FORM).change({"n": "2"}).set == found

    def test_rows_beyond_the_count_are_hidden_and_kept_and_come_back(self):
        live = opened(*self.FORM)
        live.change({"n": "3"})
        live.change({f"{self.row(3)}.a": "third"})
        outcome = live.change({"n": "1"})
        assert outcome.set == {"many": "1", "all": "d"}
        assert {self.row(2), self.row(3), f"{self.row(3)}.a"} <= live.evaluation.hidden & outcome.judged
        assert live.change({"n": "3"}).set == {"many": "3", "all": "d,d,third"}

    def test_opening_makes_the_rows_that_are_missing(self):
        live = opened(*self.FORM, values={"n": "1", "many": "1", "all": "d"})
        assert live.beginnings == {self.row(1): "00001", f"{self.row(1)}.a": "d"}

    def test_no_answer_no_number_and_less_than_none_are_no_rows(self):
        for value in ("", "x", "-3", None):
            assert opened(*self.FORM).change({"n": value}).set.get("many", "0") == "0"

    def test_a_count_nobody_meant_makes_some_rows_and_says_so(self):
        live = opened(*self.FORM)
        live.change({"n": "100000000"})
        assert live.evaluation.calculated["many"] == "1000"
        assert [problem.code for problem in live.evaluation.problems] == ["problem-many-rows"]
        assert "1000" in live.evaluation.problems[0].message("en")
        judged = live.logic.evaluate(Record({"n": "100000000"}), NOW)
        assert judged.problems == live.evaluation.problems

    def test_many_repeats_share_the_rows_there_may_be(self):
        repeats = [Group(f"g{n}[]", {}, (), f"/data/s/g{n}", repeat=True, count="../n") for n in range(7)]
        live = opened(question("n", Kind.INTEGER), *repeats)
        live.change({"n": "900"})
        assert [problem.path for problem in live.evaluation.problems] == ["g5", "g6"]
        assert live.logic.evaluate(Record({"n": "900"}), NOW).problems == live.evaluation.problems

    def test_a_count_that_is_not_relevant_makes_no_rows_until_it_is(self):
        inner = Group("g.rows[]", {}, (), "/data/s/g/rows", repeat=True, count="../../n")
        live = opened(question("ask"), question("n"), Group("g", {}, (inner,), "/data/s/g", relevant="../ask = 'yes'"))
        assert not any(path.endswith("]") for path in live.change({"n": "2"}).set)
        assert sum(path.endswith("]") for path in live.change({"ask": "yes"}).set) == 2

    def test_counts_inside_counts_have_an_end(self):
        inner = Group("rows[].inner[]", {}, (), f"{ROWS}/inner", repeat=True, count="/data/s/n")
        live = opened(question("n", Kind.INTEGER), rows_of(inner, count="../n"))
        live.change({"n": "900"})
        assert sum(path.endswith("]") for path in live.record.values) == 5000
        assert {problem.code for problem in live.evaluation.problems} == {"problem-many-rows"}

    def test_rows_people_added_before_count_first(self):
        live = opened(*self.FORM, values={f"rows[{ROW}]": "0", f"rows[{ROW}].a": "mine"})
        assert live.evaluation.hidden == {f"rows[{ROW}]", f"rows[{ROW}].a"}
        assert live.change({"n": "2"}).set["all"] == "mine,d"


class TestRepeatsThreeDeep:
    A, B, C = "/data/s/a", "/data/s/a/b", "/data/s/a/b/c"

    def form(self) -> Form:
        inner = Group(
            "a[].b[].c[]",
            {},
            (
                Field("a[].b[].c[].n", Kind.INTEGER, {}, f"{self.C}/n", "s"),
                Field("a[].b[].c[].path", Kind.HIDDEN, {}, f"{self.C}/path", "s", calculate="concat(position(../../..), position(../..), position(..))"),
            ),
            self.C,
            repeat=True,
            relevant="../show != 'no'",
        )  # fmt: skip
        middle = Group(
            "a[].b[]",
            {},
            (
                Field("a[].b[].show", Kind.TEXT, {}, f"{self.B}/show", "s"),
                inner,
                Field("a[].b[].sum", Kind.HIDDEN, {}, f"{self.B}/sum", "s", calculate="sum(../c/n)"),
            ),
            self.B,
            repeat=True,
        )
        outer = Group(
            "a[]",
            {},
            (middle, Field("a[].sum", Kind.HIDDEN, {}, f"{self.A}/sum", "s", calculate="sum(../b/sum)")),
            self.A,
            repeat=True,
        )
        return form_with(outer, question("total", Kind.HIDDEN, calculate=f"sum({self.C}/n)"))

    def test_sums_and_positions_follow_every_row(self):
        first, second = f"a[{ROW}]", f"a[{OTHER}]"
        rows = {first: "a", second: "b", f"{first}.b[{ROW}]": "a", f"{second}.b[{ROW}]": "a"}
        rows |= {
            f"{first}.b[{ROW}].c[{ROW}]": "a",
            f"{first}.b[{ROW}].c[{OTHER}]": "b",
            f"{second}.b[{ROW}].c[{ROW}]": "a",
        }
        numbers = {f"{path}.n": "1" for path in rows if path.count("[") == 3}
        live = Logic(self.form()).live(Record({**rows, **numbers}), NOW)
        found = live.change({f"{first}.b[{ROW}].c[{OTHER}].n": "10"}).set
        assert (found["total"], found[f"{first}.sum"], found[f"{first}.b[{ROW}].sum"]) == ("12", "11", "11")
        assert live.change({f"{first}.b[{ROW}].c[{ROW}].n": "2"}).set.keys() == {
            "total",
            f"{first}.sum",
            f"{first}.b[{ROW}].sum",
        }
        assert live.evaluation.calculated[f"{second}.b[{ROW}].c[{ROW}].path"] == "211"
        assert live.change({first: "c"}).set[f"{second}.b[{ROW}].c[{ROW}].path"] == "111"
        assert live.change({f"{first}.b[{ROW}].show": "no"}).set["total"] == "1"
        assert live.change({second: None}).set["total"] == "0"


class TestPresence:
    def test_who_counts_a_question_follows_whether_it_is_relevant(self):
        live = opened(
            question("ask"),
            question("b", relevant="../ask = 'yes'"),
            question("n", Kind.HIDDEN, calculate="count(../b)"),
            question("total", Kind.HIDDEN, calculate="sum(../b)"),
            values={"b": "2"},
        )
        assert live.evaluation.calculated == {"n": "0", "total": "0"}
        live.change({"ask": "yes"})
        assert live.evaluation.calculated == {"n": "1", "total": "2"}

    def test_an_action_sets_what_is_not_relevant_from_where_that_stands(self):
        late = Field("g.late", Kind.TEXT, {}, "/data/s/g/late", "s", relevant="../../ask = 'no'")
        group = Group("g", {}, (late,), "/data/s/g", relevant="../ask = 'yes'")
        action = Action("changed", "/data/s/g/late", "concat('<', ../../a, '>')", "/data/s/a")
        live = opened(question("ask"), question("a"), group, actions=(action,))
        assert live.change({"a": "x"}).set == {"g.late": "<x>"}

    def test_a_repeat_without_rows_comes_and_goes(self):
        live = opened(question("ask"), rows_of(question("rows[].a"), relevant="../ask = 'yes'", core=True))
        assert (live.evaluation.hidden, live.evaluation.missing) == ({"rows"}, ())
        assert "rows" in live.change({"ask": "yes"}).judged
        assert (live.evaluation.hidden, live.evaluation.missing) == (set(), ("rows",))

    def test_a_repeat_may_decide_by_what_stands_beside_it(self):
        live = opened(question("n"), rows_of(question("rows[].a"), relevant="position(..) = 1", count="../n"))
        live.change({"n": "2"})
        assert live.evaluation.hidden == set()


class TestTouched:
    def test_an_edit_in_one_row_touches_that_row(self):
        rows = rows_of(question("rows[].n"), question("rows[].m", relevant="../n = 'x'"))
        live = opened(rows, values={f"rows[{ROW}]": "a", f"rows[{OTHER}]": "b"})
        assert live.change({f"rows[{ROW}].n": "x"}).judged == {f"rows[{ROW}].n", f"rows[{ROW}].m"}

    def test_what_nothing_depends_on_touches_itself(self):
        assert opened(question("a"), question("b", relevant="../c = 1"), question("c")).change({"a": "x"}).judged == {
            "a"
        }


class TestWords:
    def label(self, text: str) -> dict[str, str]:
        return {"en": text.replace("{", QUOTE).replace("}", UNQUOTE)}

    def test_a_label_quotes_answers_as_people_read_them(self):
        lists = {"l": (Choice("it", {"en": "Italy"}), Choice("el", {"en": "Greece"}))}
        label = self.label("In {../c} since {concat('year ', ../y)}: {/data/s/m}")
        live = opened(
            question("c", Kind.CHOICE, choices="l"),
            question("y"),
            question("m", Kind.CHOICES, choices="l"),
            question("q", label=label),
            lists=lists,
        )
        outcome = live.change({"c": "it", "y": "1999", "m": ("el", "it")})
        assert "q" in outcome.judged
        assert live.words("q", label, "en") == "In Italy since year 1999: Greece, Italy"

    def test_each_row_quotes_its_own(self):
        label = self.label("Age of {../n}")
        rows = rows_of(question("rows[].n"), question("rows[].m", label=label))
        live = opened(rows, values={f"rows[{ROW}]": "a", f"rows[{ROW}].n": "Ada", f"rows[{OTHER}]": "b"})
        assert live.words(f"rows[{ROW}].m", label, "en") == "Age of Ada"
        assert live.words(f"rows[{OTHER}].m", label, "en") == "Age of "

    def test_a_broken_rule_quotes_in_the_forms_own_words(self):
        message = self.label("Not more than {../b}")
        items = (question("a", constraint=". <= ../b", constraint_message=message), question("b"))
        live = opened(*items, values={"a": "7", "b": "5"})
        assert [problem.message("en") for problem in live.evaluation.problems] == ["Not more than 5"]
        live.change({"b": "6"})
        assert [problem.message("en") for problem in live.evaluation.problems] == ["Not more than 6"]

    def test_sections_and_repeats_quote_too(self):
        label = self.label("About {/data/s/a}")
        section = Section("s", label, (question("a"), Group("rows[]", label, (), ROWS, repeat=True)), xpath="/data/s")
        live = Logic(Form("f", "1", {}, ("en",), (section,), {})).live(Record({"a": "x"}), NOW)
        assert live.words("s", label, "en") == live.words("rows", label, "en") == "About x"


LISTS = {"l": tuple(Choice(f"c{n}", {"en": f"C{n}"}, {"k": str(n % 10)}) for n in range(100))}


class TestChoices:
    def test_choices_made_of_rows_follow_the_rows(self):
        rows = RowChoices(f"{ROWS}[n != '']", "n", "concat(n, ' of ', ../a)")
        form = (question("a"), rows_of(question("rows[].n")), question("q", Kind.CHOICE, rows=rows))
        live = opened(*form, values={"a": "here", f"rows[{ROW}]": "a", f"rows[{OTHER}]": "b", f"rows[{OTHER}].n": "Bo"})
        assert [(choice.name, choice.label["en"]) for choice in live.choices("q")] == [("Bo", "Bo of here")]
        assert "q" in live.change({f"rows[{ROW}].n": "Ada"}).judged
        assert [choice.name for choice in live.choices("q")] == ["Ada", "Bo"]
        live.change({"q": "Ada"})
        assert live.evaluation.problems == ()
        assert "q" in live.change({f"rows[{ROW}]": None}).judged
        assert [problem.code for problem in live.evaluation.problems] == ["problem-choice"]

    @pytest.mark.parametrize(
        "filter_", ["k = current()/../a", "k = /data/s/a and name != 'c3'", "contains(k, current()/../a)"]
    )
    def test_filters_of_any_shape(self, filter_):
        live = opened(question("a"), question("q", Kind.CHOICE, choices="l", choice_filter=filter_), lists=LISTS)
        live.change({"a": "3"})
        found = [choice.name for choice in live.choices("q")]
        assert found[-1] == "c93"
        assert found[0] == ("c13" if "and" in filter_ else "c3")

    def test_shuffled_choices_stay_as_they_are_while_one_looks(self):
        live = opened(question("q", Kind.CHOICE, choices="l", shuffled=True), lists=LISTS)
        assert live.choices("q") == live.choices("q")
        assert sorted(live.choices("q"), key=lambda choice: choice.name) == sorted(
            LISTS["l"], key=lambda choice: choice.name
        )

    def test_the_same_seed_is_the_same_order(self):
        form = (question("a"), question("q", Kind.CHOICE, choices="l", shuffled=True, seed="/data/s/a"))
        live = opened(*form, values={"a": "42"}, lists=LISTS)
        other = opened(*form, values={"a": "42"}, lists=LISTS)
        assert live.choices("q") == other.choices("q") != LISTS["l"]
        assert "q" in live.change({"a": "43"}).judged
        assert live.choices("q") != other.choices("q")


class TestAnswers:
    @pytest.mark.parametrize(
        ("kind", "rest", "good", "bad"),
        [
            (Kind.INTEGER, {"range": Range("1", "5", "1")}, "5", "6"),
            (Kind.DECIMAL, {"range": Range("10", "-2.5", "0.5")}, "-2.5", "-3"),
            (Kind.ACKNOWLEDGE, {}, "OK", "yes"),
            (Kind.GEO, {"data_type": "geopoint"}, "45.07 7.69 240 5", "45.07 7.69; 45.08 7.70"),
            (Kind.GEO, {"data_type": "geopoint"}, "-90 180", "91 7"),
            (Kind.GEO, {"data_type": "geotrace"}, "45 7; 46 8;", "45 7"),
            (Kind.GEO, {"data_type": "geoshape"}, "45 7; 46 8; 46 7; 45 7", "45 7; 46 8; 46 7; 45 8"),
        ],
    )
    def test_an_answer_fits_its_question(self, kind, rest, good, bad):
        live = opened(question("a", kind, **rest))
        live.change({"a": good})
        assert live.evaluation.problems == ()
        live.change({"a": bad})
        assert [problem.path for problem in live.evaluation.problems] == ["a"]
        assert live.evaluation.problems[0].message("it") != live.evaluation.problems[0].message("en")
