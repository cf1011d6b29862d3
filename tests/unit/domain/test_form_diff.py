"""What a new version of a form changes, in words."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from seeddesk.domain.form import Action, Choice, Field, Form, Group, Kind, Range, RowChoices, Section
from seeddesk.domain.form_diff import PARTS, differences
from seeddesk.domain.messages import LANGUAGES

FRUIT = (Choice("apple", {"it": "Mela", "en": "Apple"}), Choice("pear", {"it": "Pera", "en": "Pear"}))


def question(name: str, section: str = "who", above: str = "", **more) -> Field:
    label = more.pop("label", {"it": name.title(), "en": name.title()})
    leaf = name.rpartition(".")[2]
    place = f"/data/{section}/{above}{leaf}"
    return Field(name, more.pop("kind", Kind.TEXT), label, place, section, **more)


def form(*items: Field | Group, lists=None, version="1", **more) -> Form:
    """One section "who" with these items, and "rest" with one question."""
    sections = (
        Section("who", {"it": "Chi", "en": "Who"}, items, xpath="/data/who"),
        Section("rest", {"it": "Altro", "en": "Rest"}, (question("note", "rest"),), xpath="/data/rest"),
    )
    return Form(
        "f", version, {"it": "Modulo", "en": "Form"}, ("it", "en"), more.pop("sections", sections), lists or {}, **more
    )


def said(old: Form, new: Form, lang: str = "en") -> list[str]:
    return [one.message(lang) for one in differences(old, replace(new, version=old.version + "+"))][1:]


SITE = question("site", label={"it": "Sito", "en": "Website"})


def test_equal_forms_do_not_differ():
    assert differences(form(SITE), form(SITE)) == ()


def test_a_form_that_differs_under_the_same_version_is_told_to_take_a_new_one():
    found = differences(form(SITE), form(replace(SITE, core=True)))
    assert [one.code for one in found] == ["form-diff-same-version", "form-diff-need-core"]


@pytest.mark.parametrize(
    ("before", "now", "italian", "english"),
    [
        ({}, {"core": True}, "La domanda «Sito» ora è obbligatoria per l'invio.", "is now required for submission."),
        ({"required": "true()"}, {}, "La domanda «Sito» non è più obbligatoria.", "is no longer required."),
        ({"core": True}, {"core": True, "draft": True}, "obbligatoria anche per una bozza", "even for a draft"),
        ({"core": True}, {"core": True, "known": True}, "«non ancora noto» non basta", "is not enough"),
        ({}, {"interview": True}, "intervista", "interview"),
        ({"limit": 100}, {"limit": 80}, "ora accetta al massimo 80 caratteri (prima: 100)", "at most 80 characters"),
        ({}, {"limit": 80}, "ora accetta al massimo 80 caratteri (prima: —)", "at most 80 characters"),
        ({"limit": 100}, {}, "non ha più un limite di caratteri (prima: 100)", "no longer has a limit"),
        ({}, {"relevant": "/data/rest/note = 1"}, "si mostra solo se: ${note} = 1", "shown only if: ${note} = 1"),
        ({"relevant": "../x"}, {}, "ora si mostra sempre", "is now always shown"),
        (
            {},
            {"hint": {"it": "Scrivi", "en": "Write"}},
            "ha un altro aiuto: «Scrivi» (lingue: it, en)",
            "hint: “Write”",
        ),
        ({}, {"appearance": "multiline"}, "è cambiato l'aspetto, ora «multiline»", "the appearance has changed"),
        ({}, {"kind": Kind.DATE}, "era di tipo «testo» e ora è di tipo «data»", "now of the type “date”"),
        ({}, {"personal": True}, "è cambiato il segno dei dati personali", "the mark of personal data has changed"),
    ],
)
def test_what_changes_in_a_question_is_one_sentence_in_each_language(before, now, italian, english):
    old, new = form(replace(SITE, **before)), form(replace(SITE, **now))
    (in_italian,) = said(old, new, "it")
    (in_english,) = said(old, new)
    assert italian in in_italian
    assert english in in_english


def test_a_label_is_told_with_the_one_before_it_in_the_language_that_changed():
    new = form(replace(SITE, label={"it": "Sito", "en": "Site"}))
    assert said(form(SITE), new) == [
        "The question “Site” has another label: before “Website”, now “Site” (languages: en)."
    ]


def test_a_renamed_question_is_one_difference_and_none_in_the_expressions_that_read_it():
    seen = question("age", relevant=" /data/who/site  != ''", constraint="../site = 'x'")
    new_site = question("web", label=SITE.label, was=("site",))
    now = replace(seen, relevant="/data/who/web != ''", constraint="../web = 'x'")
    assert said(form(SITE, seen), form(new_site, now)) == [
        "The question “Website” has another name, web instead of site; its answers follow."
    ]


def test_spaces_that_mean_nothing_are_no_difference_and_those_in_texts_are():
    def asked(rule: str) -> Form:
        return form(SITE, question("age", relevant=rule))

    assert (
        said(asked("string-length(../site) > 0 and . != 'a b'"), asked("string-length( ../site )>0 and . != 'a b'"))
        == []
    )
    assert said(asked(". != 'a b'"), asked(". != 'a  b'")) != []
    assert said(asked("a - b"), asked("a -b")) != []
    (message,) = said(asked(""), asked("selected( ../site , 'x')"))
    assert message.endswith("shown only if: selected(${site}, 'x')")


def test_a_renamed_table_does_not_tell_of_its_cells():
    def table(name: str, was: tuple[str, ...] = ()) -> Group:
        cell = question(f"{name}[].name", above=f"{name}/", label={"en": "Name"})
        return Group(f"{name}[]", {"it": "Soci", "en": "Partners"}, (cell,), f"/data/who/{name}", True, was=was)

    assert [
        one.code for one in differences(form(table("partners")), form(table("allies", ("partners",)), version="2"))
    ] == ["form-diff-version", "form-diff-renamed"]


def test_what_was_removed_names_the_answers_it_leaves_behind():
    found = differences(form(SITE, question("age")), form(question("age"), version="2"))
    assert [(one.code, one.answers) for one in found] == [
        ("form-diff-version", ()),
        ("form-diff-question-removed", ("site",)),
    ]
    assert "restano" in found[1].message("it")


def test_a_question_added_says_its_type_and_section():
    assert said(form(SITE), form(SITE, question("age", kind=Kind.INTEGER))) == [
        "The question “Age” (whole number) is new, in the section “Who”."
    ]


def test_a_question_moved_to_another_section_keeps_its_answers():
    old = form(SITE)
    moved = Section(
        "rest", old.sections[1].label, (*old.sections[1].items, replace(SITE, section="rest")), xpath="/data/rest"
    )
    assert said(old, form(sections=(replace(old.sections[0], items=()), moved))) == [
        "The question “Website” now stands in the section “Rest”."
    ]


def test_questions_and_sections_in_another_order_are_told_once():
    age = question("age")
    assert said(form(SITE, age), form(age, SITE)) == ["In the section “Who” the questions come in another order."]
    turned = form(SITE, sections=tuple(reversed(form(SITE).sections)))
    assert said(form(SITE), turned) == ["The sections come in another order: Rest, Who."]


def test_choices_added_removed_and_relabelled_are_named():
    pick = question("fruit", kind=Kind.CHOICE, choices="fruit")
    new = (Choice("apple", {"it": "Mela rossa", "en": "Apple"}), Choice("fig", {"it": "Fico", "en": "Fig"}))
    old, now = form(pick, lists={"fruit": FRUIT}), form(pick, lists={"fruit": new})
    assert said(old, now, "it") == [
        "L'elenco fruit ha in più: Fico.",
        "L'elenco fruit non ha più: Pera; dove sono state scelte, restano e vanno ricontrollate.",
        "Nell'elenco fruit hanno un'altra etichetta: Mela → Mela rossa.",
    ]
    assert differences(old, now)[2].answers == ("fruit",)


def test_a_long_list_of_choices_is_cut_with_its_number():
    many = tuple(Choice(f"c{number}", {"en": f"Choice {number}"}) for number in range(500))
    (message,) = said(form(SITE, lists={"l": ()}), form(SITE, lists={"l": many}))
    assert message.endswith("Choice 7, … (500).")


def test_two_questions_of_one_last_name_are_told_apart_by_their_groups():
    place = [Field(f"{group}.name", Kind.TEXT, {}, f"/data/who/{group}/name", "who") for group in ("kids", "jobs")]
    groups = [Group(one.template[:4], {}, (one,), one.xpath.rpartition("/")[0]) for one in place]
    old, new = form(SITE, *groups), form(replace(SITE, relevant="/data/who/jobs/name != ''"), *groups)
    assert "${jobs.name}" in said(old, new)[0]
    removed = said(form(SITE, *groups), form(SITE, groups[0]))
    assert any("jobs.name" in text for text in removed)


# Every attribute there is: nobody adds one to a form that a comparison does not see.
OTHER = {
    "hint": {"en": "x"}, "limit": 9, "core": True, "draft": True, "known": True, "interview": True, "personal": True, "main_first": True, "atomic": "a", "scope": "s",
    "choice_filter": "a = 1", "relevant": "1 = 2", "constraint": ". > 1", "constraint_message": {"en": "x"}, "required": "1 = 1",
    "calculate": "1 + 1", "default": "d", "read_only": True, "appearance": "w1", "data_type": "int", "required_message": {"en": "x"},
    "guidance": {"en": "x"}, "media": {"image": {"en": "a.png"}}, "range": Range("1", "2", "1"), "rows": RowChoices("/data/r", "v", "l"),
    "shuffled": True, "seed": "7", "preload": "date today", "accepts": "image/*", "parameters": {"max-pixels": "9"}, "kind": Kind.DATE,
    "label": {"en": "x"}, "choices": "fruit", "section": "rest", "template": "y", "was": ("old",),
}  # fmt: skip
NOT_TOLD = {"xpath", "long"}  # follow from others


@pytest.mark.parametrize("attribute", sorted({one.name for one in fields(Field)} - NOT_TOLD))
def test_every_attribute_of_a_question_is_compared(attribute):
    old = form(SITE, lists={"fruit": FRUIT})
    found = said(old, form(replace(SITE, **{attribute: OTHER[attribute]}), lists={"fruit": FRUIT}))
    assert found
    if attribute == "template":
        return
    assert all("Sito" in text or "x" in text or "Website" in text for text in found)


def test_every_sentence_is_there_in_both_languages():
    table = Group("rows[]", {}, (question("rows[].a", above="rows/"),), "/data/who/rows", True)
    old = form(SITE, table, lists={"fruit": FRUIT}, actions=(Action("load", "/data/who/site", "now()"),))
    new = Form("g", "2", {"it": "Altro"}, ("it", "fr"), (), {"towns": FRUIT}, style="pages")
    for one in (*differences(old, new), *differences(new, old)):
        assert one.part in PARTS
        assert all(one.message(lang) for lang in LANGUAGES)


def rows_with_twins(**more) -> Form:
    label = {"it": "Città", "en": "Town"}
    towns = {name: question(f"{name}[].town", above=f"{name}/", label=label, **more) for name in ("homes", "works")}
    return form(*(Group(f"{name}[]", {}, (town,), f"/data/who/{name}", repeat=True) for name, town in towns.items()))


def test_questions_of_one_name_and_label_are_told_apart_by_where_they_stand():
    found = said(rows_with_twins(), rows_with_twins(core=True))
    assert len(found) == 2
    assert "Town (homes.town)" in found[0]
    assert "Town (works.town)" in found[1]


def test_a_table_that_begins_or_ceases_to_need_a_row_is_told():
    table = Group("rows[]", {"en": "Rows"}, (question("rows[].a", above="rows/"),), "/data/who/rows", True)
    needed = replace(table, core=True)
    assert "now needs" in said(form(table), form(needed))[0]
    assert "no longer needs a row" in said(form(needed), form(table))[0]


def test_a_type_that_makes_a_question_read_only_is_told_once():
    found = said(form(SITE), form(replace(SITE, kind=Kind.NOTE, read_only=True)))
    assert len(found) == 1
    assert "type" in found[0]
    assert len(said(form(SITE), form(replace(SITE, read_only=True)))) == 1
