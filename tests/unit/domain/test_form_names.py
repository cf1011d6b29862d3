"""Fields keep their answers under new names; labels that quote answers can be said without a record."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from seeddesk.domain.form import QUOTE, UNQUOTE, Field, Form, Group, Kind, Section, plain_words
from seeddesk.domain.logic.checks import fits
from seeddesk.domain.paths import counted_row_id, segment, template_of

ROW, OTHER = "0" * 32, "a" * 32


def field(template: str, *was: str, label: str = "") -> Field:
    xpath = "/data/" + template.replace("[]", "").replace(".", "/")
    return Field(template, Kind.TEXT, {"en": label} if label else {}, xpath, "", was=was)


def group(template: str, *items: Field | Group, was: tuple[str, ...] = ()) -> Group:
    xpath = "/data/" + template.replace("[]", "").replace(".", "/")
    return Group(template, {}, items, xpath, repeat=template.endswith("[]"), was=was)


def form(*items: Field | Group, name: str = "", was: tuple[str, ...] = ()) -> Form:
    return Form("f", "1", {}, ("en",), (Section(name, {}, items, was=was),), {})


class TestFormerNames:
    def test_a_question_keeps_its_answers(self):
        now = form(field("title", "name", "nome"))
        assert now.former == {"name": "title", "nome": "title"}
        assert (now.current("nome"), now.current("title"), now.current("else")) == ("title", "title", "else")

    def test_a_repeat_takes_its_rows_and_cells_along(self):
        now = form(group("partners[]", field("partners[].name"), was=("members",)))
        assert now.current(f"members[{ROW}].name") == f"partners[{ROW}].name"
        assert now.current(f"members[{ROW}]") == f"partners[{ROW}]"

    def test_a_question_renamed_before_and_after_its_repeat(self):
        before = form(group("partners[]", field("partners[].name", "members[].nome"), was=("members[]",)))
        after = form(group("partners[]", field("partners[].name", "partners[].nome"), was=("members[]",)))
        for now in (before, after):
            assert now.current(f"members[{ROW}].nome") == f"partners[{ROW}].name"
            assert now.current(f"members[{ROW}].name") == f"partners[{ROW}].name"

    def test_a_former_name_alone_is_that_of_a_neighbour_in_its_rows(self):
        inner = group("a[].b[]", field("a[].b[].c", "d"), was=("y",))
        now = form(group("a[]", field("a[].e.f", "e.g"), inner, was=("x",)))
        for old in ("a[].b[].d", "x[].y[].d", "x[].b[].d"):
            assert now.former[old] == "a[].b[].c"
        assert now.former["x[].e.g"] == "a[].e.f"

    def test_repeats_in_repeats_keep_both_rows(self):
        inner = group("a[].b[]", field("a[].b[].c"), was=("x[].y[]",))
        now = form(group("a[]", inner, was=("x",)))
        for old in ("x[].y[].c", "x[].b[].c", "a[].y[].c"):
            if old in now.former:
                assert now.former[old] == "a[].b[].c"
        assert now.current(f"x[{ROW}].y[{OTHER}].c") == f"a[{ROW}].b[{OTHER}].c"
        assert now.current(f"x[{ROW}].b[{OTHER}].c") == f"a[{ROW}].b[{OTHER}].c"

    def test_a_section_whose_name_stood_in_paths(self):
        now = form(field("new.note"), name="new", was=("old",))
        assert now.former == {"old.note": "new.note"}

    def test_a_name_that_is_in_use_again_is_nobodys_former_name(self):
        assert form(field("a", "b"), field("b")).former == {}

    def test_a_name_two_claim_belongs_to_the_first(self):
        assert form(field("a", "c"), field("b", "c")).former == {"c": "a"}

    def test_what_moved_into_a_repeat_has_no_row_to_go_to(self):
        assert form(group("r[]", field("r[].a", "a"))).former == {}

    @given(st.permutations(["a", "b", "c", "d", "e"]), st.integers(0, 4))
    def test_the_current_name_is_always_one_of_the_form_and_current_of_itself(self, names, cut):
        now = form(*(field(name, *names[cut:]) for name in names[:cut]))
        for name in names:
            current = now.current(name)
            assert now.current(current) == current
            assert current in now.fields or not now.fields


class TestPlainWords:
    def say(self, text: str) -> str:
        quoting = f"About {QUOTE}/data/name{UNQUOTE}"
        now = form(
            field("name", label="Name"),
            field("plain"),
            field("deep", label=quoting),
            group("r[]", field("r[].age", label="Age")),
        )
        return plain_words(text.replace("{", QUOTE).replace("}", UNQUOTE), now, "en")

    def test_a_quote_becomes_the_label_of_the_question(self):
        assert self.say("Age of {/data/name}") == "Age of ‹Name›"
        assert self.say("{../age} years") == "‹Age› years"
        assert self.say("no quotes") == "no quotes"

    def test_inside_an_expression_the_question_is_found(self):
        assert self.say("On {format-date( /data/name , '%d/data/x')}") == "On ‹Name›"
        assert self.say("{jr:choice-name(../age, '../age')}!") == "‹Age›!"
        assert self.say("{1 + 1}") == "‹…›"

    def test_a_question_without_a_label_is_called_by_its_name(self):
        assert self.say("{/data/plain}") == "‹plain›"

    def test_labels_that_quote_in_turn_end(self):
        assert self.say("{/data/deep}") == "‹About …›"


def test_rows_that_a_count_makes_are_the_same_everywhere():
    ids = {counted_row_id(repeat, number) for repeat in ("a", "b", f"a[{ROW}].c") for number in range(1, 50)}
    assert len(ids) == 147
    assert counted_row_id("a", 1) == counted_row_id("a", 1)
    assert all(template_of(f"a[{each}]") == "a[]" for each in ids)


def test_a_dot_in_a_name_parts_no_path():
    assert segment("a.b-c") == "a~b-c"


def test_a_date_asked_for_by_year_or_month_needs_no_day():
    day = Field("a", Kind.DATE, {}, "/data/a", "", data_type="date")
    assert not day.partial
    assert replace(day, appearance="w1 month-year").partial
    assert replace(day, appearance="year").partial
    assert replace(day, data_type="string").partial
    assert fits(replace(day, appearance="year"), "2021")
    assert not fits(day, "2021")
