"""A remark says what is wrong, where, and how to mend it, in both languages."""

import re
from pathlib import Path

import pytest

from seeddesk.domain.errors import FormError
from seeddesk.domain.messages import sentences
from seeddesk.domain.remarks import ERROR, WARNING, FormRemark, remark_of


def test_the_place_is_said_beside_the_sentence():
    remark = FormRemark(WARNING, "form-check-limit", "survey", 12, "bind::seeddesk:limit", "need", {"value": "x"})
    assert remark.where("en") == "sheet survey, row 12, column bind::seeddesk:limit"
    assert remark.where("it") == "foglio survey, riga 12, colonna bind::seeddesk:limit"
    assert remark.message("en").startswith("The limit “x” is no number of characters.")
    assert "survey" not in remark.message("en")


def test_without_a_row_the_question_is_the_place():
    assert (
        FormRemark(ERROR, "form-check-circle", question="/data/a", column="calculation").where("en")
        == "question /data/a, column calculation"
    )
    assert FormRemark(ERROR, "form-kind").where("en") == ""


def test_a_sentence_may_name_the_question():
    remark = FormRemark(ERROR, "form-check-begin-open", "survey", 3, "type", "houses", {"end": "end repeat"})
    assert remark.message("en").startswith("houses begins here and never ends.")


def test_one_and_many_are_said_differently():
    one, many = (
        FormRemark(
            WARNING, "form-check-translation", "survey", 2, "label", "", {"count": n, "language": "en", "text": "label"}
        )
        for n in (1, 3)
    )
    assert one.message("en").startswith("One text")
    assert many.message("it").startswith("Mancano 3 testi")


def test_errors_come_before_warnings_and_the_survey_before_the_choices():
    remarks = [
        FormRemark(WARNING, "a", "survey", 1),
        FormRemark(ERROR, "a", "choices", 1),
        FormRemark(ERROR, "a", "survey", 9),
        FormRemark(ERROR, "a", "survey", 2),
    ]
    assert [(each.severity, each.sheet, each.row) for each in sorted(remarks, key=FormRemark.sort_key)] == [
        ("error", "survey", 2),
        ("error", "survey", 9),
        ("error", "choices", 1),
        ("warning", "survey", 1),
    ]


def test_an_error_becomes_a_remark_whose_sentence_does_not_repeat_the_place():
    error = FormError("form-unknown-function", sheet="survey", row=4, column="relevant", field="/data/a", name="x")
    remark = remark_of(error)
    assert (remark.sheet, remark.row, remark.column, remark.question) == ("survey", 4, "relevant", "/data/a")
    assert remark.message("en") == "There is no function x(). Correct the name."
    assert remark_of(FormError("form-kind", name="f.doc")).code == "form-kind"


def test_json_holds_both_languages():
    found = FormRemark(ERROR, "form-check-name-meta", "survey", 3, "name", "meta").to_json()
    assert found["severity"] == "error"
    assert found["row"] == 3
    assert found["it"] != found["en"]


def codes_in_source(root: Path) -> set[str]:
    files = [*(root / "seeddesk" / "exchange" / "xform").glob("*.py"), root / "seeddesk" / "domain" / "remarks.py"]
    return {code for file in files for code in re.findall(r'"(form-check-[a-z-]*[a-z])"', file.read_text("utf-8"))}


def test_every_remark_there_is_has_its_sentence_in_both_languages(root):
    known = sentences()
    assert len(codes_in_source(root)) > 100
    for code in codes_in_source(root) - {"form-check-no"}:
        assert {"it", "en"} <= known[code].keys(), code


def test_no_sentence_is_left_over(root):
    source = codes_in_source(root)
    errors = {code.replace("form-check-", "form-") for code in sentences() if code.startswith("form-check-")} & set(
        sentences()
    )
    converted = {code.replace("form-", "form-check-", 1) for code in errors}
    for code in sentences():
        plain = code.removesuffix("-one").removesuffix("-always") if code.startswith("form-check-") else ""
        bare = plain.removesuffix("-near")
        if plain and not {plain, bare, code} & (source | converted):
            assert re.fullmatch(r"form-check-no-(form-id|version|form-title)", code), code


@pytest.mark.parametrize("lang", ["it", "en"])
def test_every_sentence_says_what_to_do(lang):
    for code, texts in sentences().items():
        if code.startswith("form-check-") and "-where-" not in code:
            assert texts[lang][0].isupper() or texts[lang][0] in "«“{$", code
            assert "  " not in texts[lang], code
