"""A form's check, as somebody who has filled in the sheets wrongly meets it."""

import datetime
import shutil
import zipfile

import openpyxl
import pytest

from seeddesk.domain.errors import FormError
from seeddesk.exchange.xform import check_form, check_rules, load_form
from seeddesk.exchange.xform.check_words import near_column, near_type, type_of
from tests.support.forms import write_sheets

SETTINGS = """
form_id | version | form_title
test | 1 | Test
"""
CHOICES = """
list_name | name | label
fruit | apple | Apple
fruit | pear | Pear
fruit | fig | Fig
"""
USED = "select_one fruit | used | Fruit"


def check(folder, survey, choices=CHOICES, settings=SETTINGS, **more):
    """The remarks about a form as (code without its prefix, row, column)."""
    form, remarks = check_form(write_sheets(folder, survey, choices, settings), **more)
    assert (form is None) == any(remark.is_error for remark in remarks)
    for remark in remarks:
        for lang in ("it", "en"):
            assert remark.message(lang)
    return [(remark.code.removeprefix("form-check-"), remark.row, remark.column) for remark in remarks]


def said(folder, survey, code, **more):
    """The one remark of a code, in English."""
    _, remarks = check_form(write_sheets(folder, survey, more.get("choices", CHOICES), more.get("settings", SETTINGS)))
    (found,) = [remark for remark in remarks if remark.code == f"form-check-{code}"]
    return found.message("en")


def test_the_practice_form_has_nothing_wrong(root):
    form, remarks = check_form(root / "forms" / "practice")
    assert remarks == ()
    assert form.id == "seeddesk-practice"
    assert form == load_form(root / "forms" / "practice")


def test_forms_that_run_have_no_errors(root):
    for path in sorted((root / "tests" / "data" / "forms").iterdir()):
        if not path.name.endswith("-media"):
            _, remarks = check_form(path, root / "resources" / "vocabularies")
            assert [remark.message("en") for remark in remarks if remark.is_error] == [], path.name


def test_everything_wrong_is_said_in_one_go(tmp_path):
    survey = f"""
type | name | label | relevant | calculation
txet | a | A | |
text | my name | B | |
text | c | C | ${{aa}} = “x” |
select_one friut | d | D | |
begin group | g | G | |
text | e | E | selcted('a', 'b') |
calculate | h | | | ${{i}}
calculate | i | | | ${{h}}
{USED}
"""
    assert check(tmp_path, survey) == [
        ("type-near", 2, "type"),
        ("name", 3, "name"),
        ("reference-near", 4, "relevant"),
        ("list-near", 5, "type"),
        ("begin-open", 6, "type"),
        ("unknown-function-near", 7, "relevant"),
        ("circle", 8, "calculation"),
        ("curly", 4, "relevant"),
    ]


class TestTypesAndNames:
    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            ("Text", "text"), ("txt", "text"), ("number", "integer"), ("Select_One fruit", "select_one fruit"), ("selectone fruit", "select_one fruit"),
            ("select_multple fruit", "select_multiple fruit"), ("checkbox fruit", "select_multiple fruit"), ("begingroup", "begin group"),
            ("begin-repeat", "begin_repeat"), ("end goup", "end group"), ("picture", "image"), ("testo", "text"), ("qwertz", ""),
        ],
    )  # fmt: skip
    def test_the_type_somebody_meant_is_offered(self, written, meant):
        assert near_type(written) == meant

    def test_types_are_understood_as_other_programs_understand_them(self):
        assert type_of("select one from file towns.csv")[:3] == ("select_one", "towns.csv", True)
        assert type_of("select_multiple fruit or_other")[:2] == ("select_multiple", "fruit")
        assert type_of("begin lgroup").base == "begin repeat"
        assert type_of("photo").base == "image"

    def test_what_begins_and_ends_crossed_is_told_apart(self, tmp_path):
        survey = f"type | name | label\nbegin group | g | G\nbegin repeat | r | R\ntext | a | A\nend group | |\n{USED}"
        assert check(tmp_path, survey) == [("end-early", 5, "type")]

    def test_what_was_not_ended_is_named_with_its_row(self, tmp_path):
        survey = f"type | name | label\nbegin repeat | r | R\ntext | a | A\n{USED}"
        assert (
            said(tmp_path, survey, "begin-open")
            == "r begins here and never ends. Add a row end repeat after its last question."
        )

    def test_the_same_name_in_another_group_is_no_fault_until_it_is_quoted(self, tmp_path):
        survey = f"type | name | label | relevant\nbegin group | g | G |\ntext | a | A |\nend group | | |\nbegin group | h | H |\ntext | a | Another |\nend group | | |\n{USED} | "
        assert check(tmp_path / "1", survey) == []
        assert check(tmp_path / "2", survey + "\ntext | z | Z | ${a} = 1") == [("reference-twice", 9, "relevant")]

    def test_a_name_is_offered_that_works(self, tmp_path):
        assert said(tmp_path, f"type | name | label\ntext | 2nd name? | A\n{USED}", "name").endswith(
            "Write for example _2nd_name."
        )


class TestExpressions:
    @pytest.mark.parametrize(
        ("written", "code"),
        [
            ("${age} == 3", "sign"), ("${age} => 3", "sign"), ("${age} > 3 && true()", "sign"), ("${age} ≥ 3", "sign"), ("${age} = 'x", "quote"),
            ("(${age} = 3", "brackets-open"), ("${age} = 3))", "brackets-close"), ("age > 3", "bare-name"), ("$age > 3", "reference-shape"),
            ("{age} > 3", "reference-shape"), ("${ age } > 3", "reference-spaces"), ("${agee} > 3", "reference-near"), ("${zzz} > 3", "reference"),
            ("${age} > > 3", "expression"), ("${age} = ‘x’", "curly"), ("${age} = «x»", "marks"), ("contians(${age}, '1')", "unknown-function-near"), ("if(${age}, 1)", "argument-count"),
        ],
    )  # fmt: skip
    def test_what_people_write_instead_is_known(self, tmp_path, written, code):
        survey = f"type | name | label | relevant\ninteger | age | Age |\ntext | b | B | {written}\n{USED} |"
        assert check(tmp_path, survey) == [(code, 3, "relevant")]

    @pytest.mark.parametrize(
        "written",
        [
            "${age} > 3",
            "contains(${age}, '==')",
            "selected(${used}, 'fig')",
            "count(../age) > 0",
            "${age}>3 and not(${age}>9)",
        ],
    )
    def test_what_is_right_is_left_alone(self, tmp_path, written):
        survey = f"type | name | label | relevant\ninteger | age | Age |\ntext | b | B | {written}\n{USED} |"
        assert check(tmp_path, survey) == []

    def test_a_circle_is_placed_where_it_is_written(self, tmp_path):
        survey = f"type | name | label | relevant\ntext | a | A | ${{b}} = 1\ntext | b | B | ${{a}} = 1\n{USED} |"
        assert check(tmp_path, survey) == [("circle", 2, "relevant")]

    def test_the_straight_quotes_are_offered(self, tmp_path):
        survey = f"type | name | label | relevant\ntext | a | A |\ntext | b | B | ${{a}} = “x”\n{USED} |"
        assert said(tmp_path, survey, "curly").endswith('Write ${a} = "x"')

    def test_a_fault_is_placed_by_the_character(self, tmp_path):
        survey = f"type | name | label | relevant\ntext | a | A |\ntext | b | B | ${{a}} > > 3\n{USED} |"
        assert "character 8" in said(tmp_path, survey, "expression")

    def test_yes_and_no_are_yes_and_no(self, tmp_path):
        survey = (
            f"type | name | label | required\ntext | a | A | yes\ntext | b | B | TRUE\ntext | c | C | si\n{USED} | no"
        )
        assert check(tmp_path, survey) == [("yes-no", 4, "required")]

    def test_a_label_that_quotes_nothing_is_found(self, tmp_path):
        assert ("reference", 2, "label") in check(
            tmp_path, f"type | name | label\ntext | a | Hello ${{nobody}}\n{USED}"
        )


class TestRulesAgainstLists:
    def test_a_condition_that_can_never_be_true(self, tmp_path):
        survey = f"type | name | label | relevant\n{USED} |\ntext | a | A | ${{used}} = 'Apple'\ntext | b | B | selected(${{used}}, 'plum')\ntext | c | C | ${{used}} = 'fig'"
        assert check(tmp_path, survey) == [("code-never-near", 3, "relevant"), ("code-never", 4, "relevant")]

    def test_a_filter_on_a_column_the_list_has_not_got(self, tmp_path):
        survey = "type | name | label | choice_filter\ntext | a | A |\nselect_one fruit | b | B | regoin = ${a}\nselect_one fruit | c | C | region = ${a}"
        choices = "list_name | name | label | region\nfruit | apple | Apple | n\nfruit | fig | Fig | s"
        assert check(tmp_path, survey, choices) == [("filter-column-near", 3, "choice_filter")]

    def test_first_answers_are_held_against_the_type_and_the_list(self, tmp_path):
        survey = "type | name | label | default\nselect_one fruit | a | A | appel\ninteger | b | B | three\ndate | c | C | 1/2/2021\nselect_multiple fruit | d | D | fig pear\ndate | e | E | today()"
        assert check(tmp_path, survey) == [
            ("default-code-near", 2, "default"),
            ("default", 3, "default"),
            ("default", 4, "default"),
        ]

    def test_codes_are_there_once_and_hold_no_spaces(self, tmp_path):
        choices = "list_name | name | label\nfruit | apple | A\nfruit | apple | B\nfruit | two words | C\nfruit | 1.0 | D\nfruit | | E\n | x | F\nnuts | n | N"
        assert check(tmp_path, "type | name | label\nselect_multiple fruit | a | A", choices) == [
            ("choice-twice", 3, "name"),
            ("choice-space", 4, "name"),
            ("choice-no-name", 6, "name"),
            ("choice-no-list", 7, "list_name"),
            ("choice-decimal", 5, "name"),
            ("list-unused", 8, "list_name"),
        ]

    @pytest.mark.parametrize("pattern", [r"(a+)+$", r"^(\w+\s?)*$", r"([a-z]+)*\d", "(a|aa)+b", "(x+x+)+y"])
    def test_patterns_that_never_end_are_known(self, pattern):
        assert check_rules.is_slow(pattern)

    @pytest.mark.parametrize(
        "pattern", [r"[A-Z]{2}\d{4}", r"(\d+,)*\d+", r"[^@ ]+@[^@ ]+\.[^@ ]+", r".*@.*\..*", "(ab|cd)+", ""]
    )
    def test_others_are_left_alone(self, pattern):
        assert not check_rules.is_slow(pattern)

    def test_what_is_no_pattern_is_said_once(self, tmp_path):
        survey = (
            f"type | name | label | constraint | constraint_message\ntext | a | A | regex(., '[a-z') | No\n{USED} | |"
        )
        assert check(tmp_path, survey) == [("pattern", 2, "constraint")]

    def test_a_question_nobody_can_answer_cannot_be_required(self, tmp_path):
        survey = f"type | name | label | required | readonly\ntext | a | A | yes | yes\n{USED} | |"
        assert check(tmp_path, survey) == [("required-readonly", 2, "required")]

    def test_answers_that_set_one_another_are_named(self, tmp_path):
        survey = f"type | name | label | calculation | trigger\ntext | a | A | ${{b}} | ${{b}}\ntext | b | B | ${{a}} | ${{a}}\n{USED} | |"
        assert {code for code, _, _ in check(tmp_path, survey)} == {"loop"}


class TestColumnsAndSettings:
    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            ("relevent", "relevant"),
            ("lable::English (en)", "label::English (en)"),
            ("Constrain", "constraint"),
            ("zzz", ""),
        ],
    )
    def test_the_column_somebody_meant_is_offered(self, written, meant):
        assert near_column("survey", written, ["type", "name"]) == meant

    def test_columns_no_form_has(self, tmp_path):
        survey = f"type | name | label | relevent | notes | _mine | bind::x | bind::seeddesk:limt\ntext | a | A | 1 | 1 | 1 | 1 | 1\n{USED}"
        assert check(tmp_path, survey) == [("column-near", 1, "bind::seeddesk:limt"), ("column-near", 1, "relevent")]

    def test_one_column_under_two_names(self, tmp_path):
        survey = f"type | name | label | relevant | relevance\ntext | a | A | true() | false()\n{USED} | |"
        assert check(tmp_path, survey) == [("column-same", 1, "relevance")]

    def test_what_is_wrong_all_over_is_said_fifty_times_and_counted(self, tmp_path):
        survey = (
            "type | name | label\n" + "\n".join(f"qwertz | a{number} | A{number}" for number in range(60)) + f"\n{USED}"
        )
        found = check(tmp_path, survey)
        assert [code for code, _, _ in found].count("type") == 50
        assert said(tmp_path, survey, "more").startswith("10 more remarks like these")

    def test_translations_are_counted_by_column_and_language(self, tmp_path):
        survey = "type | name | label::Italiano (it) | label::English (en) | hint::Italiano (it)\ntext | a | A | A | x\ntext | b | B | | \nselect_one fruit | c | C | |"
        choices = "list_name | name | label::Italiano (it) | label::English (en)\nfruit | a | A | A"
        assert check(tmp_path, survey, choices) == [
            ("translation", 2, "hint::English (en)"),
            ("translation", 3, "label::English (en)"),
        ]

    def test_settings_say_who_the_form_is(self, tmp_path):
        settings = "form_id | default_langauge\nmy form | English"
        assert check(tmp_path, f"type | name | label\n{USED}", settings=settings) == [
            ("column-near", 1, "default_langauge"),
            ("form-id", 2, "form_id"),
            ("no-form-title", 2, "form_title"),
            ("no-version", 2, "version"),
        ]

    def test_limits_are_numbers_that_leave_room(self, tmp_path):
        head = "type | name | label | bind::seeddesk:limit | default"
        survey = f"{head}\ntext | a | A | many |\nselect_one fruit | b | B | 3 |\ntext | c | C | 5 | too long"
        assert [code for code, _, _ in check(tmp_path, survey)] == ["limit", "limit-choice", "limit-default"]

    def test_parameters_are_read_by_their_type(self, tmp_path):
        survey = "type | name | label | parameters\nrange | a | A | start=1 end=x\nrange | b | B | start=1 end=9 step=0\ntext | c | C | colour=red\ninteger | d | D | start 1\nselect_one fruit | e | E | randomize=maybe"
        assert [(code, row) for code, row, _ in check(tmp_path, survey)] == [
            ("range-number", 2), ("range-zero", 3), ("parameters-unknown", 4), ("parameter-shape", 5), ("parameter-randomize", 6),
        ]  # fmt: skip


class TestWord:
    def test_what_will_hurt_in_word(self, tmp_path):
        columns = "\n".join(f"text | p{number} | P{number}" for number in range(12))
        survey = f"type | name | label\ntext | {'x' * 50} | Name\ntext | b | name:\ntext | c | {'long ' * 25}\nbegin repeat | people | People\n{columns}\nend repeat | |\n{USED}"
        assert check(tmp_path, survey) == [
            ("word-name", 2, "name"),
            ("word-same-label", 3, "label"),
            ("word-label", 4, "label"),
            ("word-columns", 5, "type"),
        ]

    def test_choices_that_read_alike_are_named(self, tmp_path):
        choices = "list_name | name | label\nfruit | a | Apple\nfruit | b | apple "
        assert check(tmp_path, f"type | name | label\n{USED}", choices) == [("word-same-choice", 2, "type")]

    def test_a_long_list_is_typed_unless_it_is_meant_to_be(self, tmp_path):
        choices = "list_name | name | label\n" + "\n".join(f"many | c{number} | C{number}" for number in range(70))
        survey = "type | name | label | appearance\nselect_one many | a | A | \nselect_one many | b | B | "
        assert check(tmp_path / "1", survey, choices) == [("word-list", 2, "type")]
        survey = "type | name | label | appearance\nselect_one many | a | A | autocomplete\nselect_one many | b | B | minimal"
        assert check(tmp_path / "2", survey, choices) == []


class TestWorkbooks:
    def book(self, path, change=lambda book: None):
        book = openpyxl.Workbook()
        book.active.title = "survey"
        for row in (("type", "name", "label", "default"), ("text", "a", "A"), ("select_one fruit", "b", "B")):
            book["survey"].append(row)
        choices = book.create_sheet("choices")
        for row in (("list_name", "name", "label"), ("fruit", "apple", "Apple")):
            choices.append(row)
        settings = book.create_sheet("settings")
        for row in (("form_id", "version", "form_title"), ("f", 1, "F")):
            settings.append(row)
        change(book)
        book.save(path)
        form, remarks = check_form(path)
        return form, [(remark.code.removeprefix("form-check-"), remark.sheet, remark.row) for remark in remarks]

    def test_a_good_one_is_read(self, tmp_path):
        form, remarks = self.book(tmp_path / "f.xlsx")
        assert remarks == []
        assert form.version == "1"

    def test_cells_that_are_not_what_they_seem(self, tmp_path):
        def change(book):
            survey = book["survey"]
            survey["C2"] = "=1+1"
            survey["D2"] = datetime.datetime(2021, 3, 1)
            survey["G2"] = "lost"
            survey.merge_cells("A5:A6")
            survey.row_dimensions[3].hidden = True
            book["choices"].sheet_state = "hidden"

        _, remarks = self.book(tmp_path / "f.xlsx", change)
        assert ("formula-empty", "survey", 2) in remarks
        assert {code for code, _, _ in remarks} >= {"cell-date", "column-nameless", "merged", "hidden", "sheet-hidden"}

    def test_a_sheet_by_almost_its_name(self, tmp_path):
        _, remarks = self.book(tmp_path / "f.xlsx", lambda book: setattr(book["choices"], "title", "choises"))
        assert ("sheet-near", "", 0) in remarks

    def test_an_archive_is_looked_into(self, root, tmp_path):
        folder = write_sheets(
            tmp_path / "form", f"type | name | label | image\ntxet | a | A | a.png\n{USED}", CHOICES, SETTINGS
        )
        with zipfile.ZipFile(tmp_path / "form.zip", "w") as archive:
            for file in folder.iterdir():
                archive.write(file, f"form/{file.name}")
        form, remarks = check_form(tmp_path / "form.zip")
        assert form is None
        assert [remark.code for remark in remarks] == ["form-check-type-near", "form-check-media"]


class TestXForms:
    def test_the_place_is_the_question(self, tmp_path):
        form = load_form(
            write_sheets(
                tmp_path,
                f"type | name | label | relevant\n{USED} |\ntext | a | A | ${{used}} = 'Apple'",
                CHOICES,
                SETTINGS,
            )
        )
        (tmp_path / "f.xml").write_text(form.xform.replace("= 'Apple'", "= 'Apple' and slected(., 'x')"), "utf-8")
        _, remarks = check_form(tmp_path / "f.xml")
        assert {(remark.code, remark.where("en")) for remark in remarks} == {
            ("form-check-unknown-function-near", "question /data/a, column relevant"),
            ("form-check-code-never-near", "question /data/a, column relevant"),
        }

    def test_names_that_lead_nowhere_are_put_right(self, tmp_path):
        survey = f"type | name | label | calculation\n{USED} |\ncalculate | a | | count(instance('fruit')/root/item)\ncalculate | b | | ${{used}}"
        form = load_form(write_sheets(tmp_path, survey, CHOICES, SETTINGS))
        xml = form.xform.replace("count(instance('fruit')", "count(instance('friut')").replace(
            'calculate=" /data/used', 'calculate=" /data/usde'
        )
        (tmp_path / "f.xml").write_text(xml, "utf-8")
        _, remarks = check_form(tmp_path / "f.xml")
        assert {remark.code: remark.arguments["near"] for remark in remarks} == {
            "form-check-unknown-list-near": "fruit",
            "form-check-unknown-question-near": "/data/used",
        }


class TestFormerVersions:
    def test_questions_gone_without_a_trace_are_asked_about(self, tmp_path):
        known = load_form(
            write_sheets(
                tmp_path / "1", f"type | name | label\ntext | city | C\ntext | street | S\n{USED}", CHOICES, SETTINGS
            )
        )
        now = f"type | name | label | bind::seeddesk:was\ntext | town | C | city\ntext | street_name | S |\n{USED} |"
        assert check(tmp_path / "2", now, known=known) == [("gone-near", 0, ""), ("same-version", 2, "version")]
        newer = SETTINGS.replace("| 1 |", "| 2 |")
        assert check(tmp_path / "3", now, settings=newer, known=known) == [("gone-near", 0, "")]

    def test_a_question_that_has_answers_by_its_former_name_is_not_offered_as_the_one_that_is_gone(self, tmp_path):
        known = load_form(
            write_sheets(
                tmp_path / "1", f"type | name | label\ntext | road | R\ntext | road_a | A\n{USED}", CHOICES, SETTINGS
            )
        )
        now = f"type | name | label | bind::seeddesk:was\ntext | road_b | A | road_a\n{USED} |"
        newer = SETTINGS.replace("| 1 |", "| 2 |")
        assert check(tmp_path / "2", now, settings=newer, known=known) == [("gone", 0, "")]


def test_what_is_checked_without_error_loads(root, tmp_path):
    folder = tmp_path / "practice"
    shutil.copytree(root / "forms" / "practice", folder)
    survey = (folder / "survey.csv").read_text("utf-8")
    (folder / "survey.csv").write_text(survey.replace("select_one status", "select_one statuss"), "utf-8")
    form, remarks = check_form(folder, root / "resources" / "vocabularies")
    assert form is None
    assert [remark.code for remark in remarks if remark.is_error] == ["form-check-list-near"]
    with pytest.raises(FormError):
        load_form(folder, root / "resources" / "vocabularies")
