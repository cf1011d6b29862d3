"""What an XForm says, wherever it comes from, is in the form."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeddesk.domain.errors import FormError
from seeddesk.domain.form import QUOTE, UNQUOTE, Action, Choice, Kind, Range, RowChoices
from seeddesk.domain.paths import template_of
from seeddesk.exchange.xform import load_form, read_xform
from seeddesk.exchange.xform.sheets import read_xml
from tests.support.forms import SETTINGS, form_of, write_sheets
from tests.support.public_forms import path_of

GARDEN = path_of("plain_xform.xml")


def xform(instance: str, binds: str = "", body: str = "", model: str = "") -> str:
    """An XForm of these parts; the record is ``<data>``."""
    return f"""<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa"
      xmlns:odk="http://www.opendatakit.org/xforms" xmlns:orx="http://openrosa.org/xforms">
      <h:head><h:title>T</h:title><model>{model}<instance><data id="t">{instance}</data></instance>{binds}</model></h:head>
      <h:body>{body}</h:body></h:html>"""


def quoted(xpath: str) -> str:
    return f"{QUOTE}{xpath}{UNQUOTE}"


class TestAnXformOfAnotherMaker:
    @pytest.fixture(scope="class")
    @classmethod
    def garden(cls):
        return read_xml(GARDEN, ())

    def test_is_known_by_its_id_version_and_style(self, garden):
        assert (garden.id, garden.version, garden.style) == ("garden-visit", "9", "pages")

    def test_has_its_default_language_first(self, garden):
        assert garden.languages == ("it", "en")

    def test_has_its_choices_where_they_are_written_out(self, garden):
        assert garden.lists[garden.fields["kind"].choices] == (
            Choice("school", {"en": "School garden", "it": "Orto scolastico"}),
            Choice("shared", {"en": "Shared garden", "it": "Orto condiviso"}),
        )

    def test_joins_the_predicates_of_a_list_in_random_order(self, garden):
        crops = garden.fields["crops"]
        assert (crops.choices, crops.shuffled, crops.seed) == ("crop", True, "3")
        assert crops.choice_filter == "(sun = 'full') and (name != /visit/who)"

    def test_offers_the_rows_of_a_repeat(self, garden):
        assert garden.fields["best"].rows == RowChoices("/visit/bed[./plants > 0]", "crop", "crop")

    def test_has_every_control_as_its_kind(self, garden):
        assert {name: field.kind for name, field in garden.fields.items() if "[]" not in name} == {
            "started": Kind.HIDDEN,
            "on": Kind.HIDDEN,
            "device": Kind.HIDDEN,
            "who": Kind.TEXT,
            "pin": Kind.TEXT,
            "kind": Kind.CHOICE,
            "crops": Kind.CHOICES,
            "order": Kind.RANK,
            "mood": Kind.CHOICE,
            "level": Kind.DECIMAL,
            "ready": Kind.ACKNOWLEDGE,
            "picture": Kind.FILE,
            "beds_wanted": Kind.INTEGER,
            "best": Kind.CHOICE,
            "stamp": Kind.HIDDEN,
            "note": Kind.NOTE,
            "place": Kind.HIDDEN,
            "instanceName": Kind.HIDDEN,
        }

    def test_takes_types_with_a_prefix(self, garden):
        assert garden.fields["bed[].plants"].kind is Kind.INTEGER
        assert garden.fields["started"].data_type == "dateTime"

    def test_finds_controls_by_the_id_of_their_bind(self, garden):
        assert garden.fields["who"].required == "true()"
        assert garden.fields["who"].label == {"it": "Your name"}

    def test_keeps_hint_and_guidance_apart(self, garden):
        assert garden.fields["who"].hint["it"] == "Come ti piace essere chiamato"
        assert garden.fields["who"].guidance["it"] == "Chiedi, non indovinare."

    def test_knows_repeats_with_and_without_a_group_around_them(self, garden):
        assert {group.template: group.count for group in garden.repeats} == {
            "bed[]": "/visit/beds_wanted",
            "tool[]": "",
        }
        assert garden.groups["bed[]"].label["en"] == f"Beds of {quoted('/visit/who')}"

    def test_knows_what_is_set_by_itself_and_when(self, garden):
        assert garden.actions == (
            Action("first-load", "/visit/level", "1 + 1"),
            Action("first-load", "/visit/stamp", "now()"),
            Action("load", "/visit/stamp", "now()"),
            Action("new-row", "/visit/bed/care", '"Water & weed it\'s all"', "/visit/bed"),
            Action("changed", "/visit/stamp", "now()", "/visit/kind"),
        )

    def test_says_what_the_program_fills_in(self, garden):
        assert garden.fields["started"].preload == "timestamp start"
        assert garden.fields["device"].preload == "property deviceid"

    def test_has_the_range_the_pixels_and_the_pictures(self, garden):
        assert garden.fields["level"].range == Range("0", "10", "0.5")
        assert garden.fields["picture"].parameters == {"max-pixels": "640"}
        assert garden.fields["picture"].accepts == "image/*"
        assert garden.fields["kind"].media == {"image": {"en": "garden.png"}}

    def test_keeps_what_a_record_is_called_and_nothing_of_how_it_is_sent(self, garden):
        (meta,) = (section for section in garden.sections if section.name == "meta")
        assert [str(item) for item in meta.items] == ["instanceName"]
        assert not meta.shown

    def test_has_no_record_sent_last(self, garden):
        assert garden.lists["__last-saved"] == ()


class TestSections:
    def test_loose_questions_keep_their_place_between_groups(self, tmp_path):
        survey = """
        type | name | label
        text | one | One
        begin group | a | A
        text | two | Two
        end group
        text | three | Three
        begin repeat | four | Four
        text | five | Five
        end repeat
        calculate | six |
        """.replace("calculate | six |", "hidden | six |")
        form = form_of(tmp_path, survey)
        assert [(section.name, section.xpath, section.label, section.shown) for section in form.sections] == [
            ("", "", {"und": "test"}, True),
            ("a", "/data/a", {"und": "A"}, True),
            ("#2", "", {"und": "test (2)"}, True),
            ("#3", "", {"und": "Four"}, True),
            ("#4", "", {"und": "test"}, False),
        ]
        assert form.fields["four[].five"].section == "#3"

    def test_the_body_says_the_order_of_what_is_asked(self):
        body = '<input ref="/data/b"/><input ref="/data/a"/>'
        form = read_xform(xform("<a/><hidden/><b/>", "", body))
        assert list(form.fields) == ["b", "hidden", "a"]

    def test_references_from_where_they_stand_are_found(self):
        body = '<group ref="/data/g"><input ref="a"><setvalue event="xforms-value-changed" ref="../b" value="1"/></input></group>'
        form = read_xform(xform("<g><a/><b/></g>", "", body))
        assert form.fields["a"].kind is Kind.TEXT
        assert form.actions == (Action("changed", "/data/g/b", "1", "/data/g/a"),)

    def test_a_group_that_names_no_node_belongs_to_the_one_above_its_questions(self):
        body = """<group><label>Outer</label><input ref="/data/g/a"/><group><label>Inner</label><input ref="/data/g/h/b"/></group>
          <group><label>Rows</label><repeat nodeset="/data/g/r"><group><label>Only looks</label><input ref="/data/g/r/c"/></group></repeat></group></group>"""
        form = read_xform(xform("<g><a/><h><b/></h><r><c/></r></g>", "", body))
        assert form.sections[0].label == {"und": "Outer"}
        assert {group.template: group.label for group in form.groups.values()} == {
            "h": {"und": "Inner"},
            "r[]": {"und": "Rows"},
        }

    def test_a_reference_that_leads_out_of_the_form_leads_nowhere(self):
        assert list(read_xform(xform("<a/>", '<bind nodeset="../../../../../a" type="int"/>')).fields) == ["a"]

    def test_an_empty_group_is_no_question(self):
        form = read_xform(xform("<g/><a/>", "", '<group ref="/data/g"/><input ref="/data/a"/>'))
        assert list(form.fields) == ["a"]
        assert [section.items for section in form.sections if section.name == "g"] == [()]


class TestNames:
    def test_that_could_be_mistaken_for_each_other_stay_apart(self):
        instance = "<a><note/></a><b><note/><a><note/></a></b><a.note/><Note/><note/>"
        form = read_xform(xform(instance))
        assert len(form.fields) == 6
        assert form.fields["a~note"].xpath == "/data/a.note"
        assert form.fields["a.note"].xpath == "/data/a/note"

    @settings(max_examples=60, deadline=None)
    @given(
        st.recursive(
            st.none(),
            lambda inner: st.lists(st.tuples(st.sampled_from(["a", "b", "a.b", "A", "é"]), inner), max_size=4),
            max_leaves=12,
        )
    )
    def test_every_node_gets_a_template_of_its_own_whatever_the_tree(self, tree):
        def write(nodes, path):
            inner = {}
            for name, below in nodes or ():
                inner.setdefault(name, below)
            parts = "".join(f"<{name}>{write(below, f'{path}/{name}')}</{name}>" for name, below in inner.items())
            repeats.extend(f"{path}/{name}" for name, below in inner.items() if below and name == "b")
            return parts

        repeats: list[str] = []
        instance = write(tree, "/data")
        body = "".join(f'<group ref="{path}"><repeat nodeset="{path}"/></group>' for path in repeats)
        form = read_xform(xform(instance + "<z/>", "", body))
        leaves = len(re.findall(r"<([\w.]+)></\1>", instance)) + 1
        assert (
            len(form.fields) + len(form.groups) + sum(bool(section.xpath) for section in form.sections)
            == instance.count("</") + 1
        )
        assert len(form.fields) == leaves
        assert all(template_of(template) == template for template in (*form.fields, *form.groups))


class TestWords:
    def test_labels_hints_and_messages_mark_the_answers_they_quote(self, tmp_path):
        survey = """
        type | name | label::Italiano (it) | label::English (en) | hint::English (en) | constraint | constraint_message::English (en)
        text | a | A | A
        begin repeat | r | R di ${a} | R of ${a}
        text | b | B di ${a} | B of ${a}, twice ${a} | not ${a} | . != ${a} | Not ${a}.
        text | c | ${b} | ${b}!
        end repeat
        """
        form = form_of(tmp_path, survey)
        a = quoted("/data/a")
        assert form.fields["r[].b"].label == {"it": f"B di {a}", "en": f"B of {a}, twice {a}"}
        assert form.fields["r[].b"].hint == {"en": f"not {a}"}
        assert form.fields["r[].b"].constraint_message == {"en": f"Not {a}."}
        assert form.fields["r[].c"].label == {"it": quoted("../b"), "en": f"{quoted('../b')}!"}
        assert form.groups["r[]"].label["en"] == f"R of {a}"

    def test_a_missing_translation_is_missing_and_not_a_dash(self, tmp_path):
        survey = "type | name | label::Italiano (it) | label::English (en)\ntext | a | A\ntext | b | | B"
        form = form_of(tmp_path, survey)
        assert form.fields["a"].label == {"it": "A"}
        assert form.fields["b"].label == {"en": "B"}

    def test_a_dash_that_is_the_label_in_every_language_stays(self, tmp_path):
        survey = "type | name | label::Italiano (it) | label::English (en)\ntext | a | - | -"
        assert form_of(tmp_path, survey).fields["a"].label == {"it": "-", "en": "-"}

    def test_questions_without_any_words_are_asked_all_the_same(self, tmp_path):
        form = form_of(tmp_path, "type | name | label::English (en)\ntext | a\ntext | b | B\ninteger | c")
        assert [field.label for field in form.fields.values()] == [{}, {"en": "B"}, {}]

    def test_other_is_said_in_the_languages_of_the_form(self, tmp_path):
        survey = "type | name | label::Italiano (it) | label::English (en)\nselect_one fruit or_other | a | A | A"
        choices = "list_name | name | label::Italiano (it) | label::English (en)\nfruit | fig | Fico | Fig"
        form = form_of(tmp_path, survey, choices)
        assert form.lists["fruit"][-1].label == {"it": "Altro", "en": "Other"}
        assert form.fields["a_other"].label.keys() == {"it", "en"}
        assert form.fields["a_other"].relevant == "selected(../a, 'other')"

    def test_guidance_and_media_of_groups_come_along(self, tmp_path):
        survey = """
        type | name | label::Italiano (it) | guidance_hint::Italiano (it) | hint::Italiano (it) | image::Italiano (it)
        begin group | a | A | Piano | Di solito | a.png
        begin group | b | B | Con calma | | b.png
        text | c | C
        end group
        end group
        """
        form = form_of(tmp_path, survey)
        section, group = form.sections[0], form.groups["b"]
        assert (section.hint, section.guidance, section.media) == (
            {"it": "Di solito"},
            {"it": "Piano"},
            {"image": {"it": "a.png"}},
        )
        assert (group.hint, group.guidance, group.media) == ({}, {"it": "Con calma"}, {"image": {"it": "b.png"}})

    @pytest.mark.parametrize("language", ["", "::Italiano (it)"])
    def test_hints_and_guidance_of_groups_quote_answers_too(self, tmp_path, language):
        survey = f"""
        type | name | label{language} | hint{language} | guidance_hint{language}
        text | a | A
        begin group | g | G | Like ${{a}}, or not | Ask ${{a}}
        text | b | B
        end group
        """
        group = form_of(tmp_path, survey).sections[1]
        assert list(group.hint.values()) == [f"Like {quoted('/data/a')}, or not"]
        assert list(group.guidance.values()) == [f"Ask {quoted('/data/a')}"]

    def test_words_in_no_language_are_in_the_default_one(self, tmp_path):
        folder = write_sheets(
            tmp_path,
            "type | name | label | label::English (en) | hint\nbegin group | g | G | The G | Ecco\ntext | b | B | B\nend group",
            settings="form_id | default_language\nt | Italiano (it)",
        )
        form = load_form(folder)
        assert form.sections[0].label == {"it": "G", "en": "The G"}
        assert form.sections[0].hint == {"it": "Ecco"}

    def test_the_hint_of_a_group_in_a_form_of_one_language(self, tmp_path):
        survey = "type | name | label | hint\nbegin group | a | A | Think\ntext | b | B\nend group"
        assert form_of(tmp_path, survey).sections[0].hint == {"und": "Think"}


class TestControls:
    def test_a_table_of_questions_has_no_questions_it_was_not_given(self, tmp_path):
        survey = """
        type | name | label | appearance
        begin group | t | Rate | table-list
        select_one fruit | a | A
        select_one fruit | b | B
        end group
        """
        form = form_of(tmp_path, survey)
        assert list(form.fields) == ["a", "b"]
        assert (form.sections[0].label, form.sections[0].appearance) == ({"und": "Rate"}, "field-list table-list")
        assert form.fields["a"].appearance == "list-nolabel"

    def test_the_head_of_a_grid_is_shown_and_not_answered(self, tmp_path):
        survey = "type | name | label | appearance\nselect_one fruit | head | Rate | label\nselect_one fruit | a | A | list-nolabel"
        form = form_of(tmp_path, survey)
        assert [field.kind for field in form.fields.values()] == [Kind.NOTE, Kind.CHOICE]
        assert form.fields["head"].choices == "fruit"

    def test_what_is_read_only_but_filled_in_is_no_note(self, tmp_path):
        survey = "type | name | label | readonly | default\ntext | a | A | yes | now()\ntext | b | B | yes | x\ntext | c | C | yes"
        form = form_of(tmp_path, survey)
        assert [field.kind for field in form.fields.values()] == [Kind.TEXT, Kind.TEXT, Kind.NOTE]
        assert form.fields["b"].default == "x"

    def test_defaults_of_several_choices_are_several(self, tmp_path):
        form = form_of(tmp_path, "type | name | label | default\nselect_multiple fruit | a | A | fig pear")
        assert form.fields["a"].default == ("fig", "pear")

    def test_counted_repeats_say_how_many(self, tmp_path):
        survey = "type | name | label | repeat_count\ninteger | n | N\nbegin repeat | r | R | ${n}\ntext | a | A\nend repeat\nbegin repeat | s | S | 2 + 1\ntext | b | B\nend repeat"
        form = form_of(tmp_path, survey)
        assert {group.template: group.count for group in form.repeats} == {"r[]": "/data/n", "s[]": "/data/s_count"}
        assert form.fields["s_count"].calculate == "2 + 1"

    def test_codes_and_words_stand_in_the_columns_the_question_names(self, tmp_path):
        (tmp_path / "towns.csv").write_text(
            "id,who lives there,town,region\n1,many,Turin,N\n2,few,Bari,S\n", encoding="utf-8"
        )
        survey = """
        type | name | label | parameters | choice_filter
        select_one_from_file towns.csv | a | A | value=id label=town | region = 'N'
        """
        form = form_of(tmp_path, survey)
        field = form.fields["a"]
        assert [(choice.name, choice.label["und"]) for choice in form.lists[field.choices]] == [
            ("1", "Turin"),
            ("2", "Bari"),
        ]
        assert field.choice_filter == "region = 'N'"
        assert [choice.extra["town"] for choice in form.lists["towns"]] == ["Turin", "Bari"]

    def test_a_list_without_the_column_of_its_codes_is_refused_by_name(self, tmp_path):
        (tmp_path / "towns.csv").write_text("id,town\n1,Turin\n", encoding="utf-8")
        with pytest.raises(FormError) as caught:
            form_of(tmp_path, "type | name | label\nselect_one_from_file towns.csv | a | A")
        assert (caught.value.code, caught.value.arguments["list"]) == ("form-list-columns", "towns")

    def test_several_rows_of_a_repeat_can_be_chosen(self, tmp_path):
        survey = """
        type | name | label
        begin repeat | r | R
        text | n | N
        end repeat
        begin group | g | G
        select_multiple ${n} | a | A
        end group
        """
        field = form_of(tmp_path, survey).fields["a"]
        assert (field.kind, field.rows) == (Kind.CHOICES, RowChoices("/data/r[./n != '']", "n", "n"))

    def test_what_a_phone_notes_by_itself_is_not_asked(self, tmp_path):
        survey = """
        type | name | label | trigger
        text | t | T
        background-geopoint | a | | ${t}
        start-geopoint | b
        background-audio | c
        """
        kinds = [field.kind for field in form_of(tmp_path, survey).fields.values()]
        assert kinds == [Kind.TEXT, Kind.HIDDEN, Kind.HIDDEN, Kind.HIDDEN]

    def test_what_becomes_of_entities_is_left_to_others(self, tmp_path):
        folder = write_sheets(tmp_path, "type | name | label | save_to\ntext | a | A | height")
        (folder / "entities.csv").write_text("list_name,label\ntrees,${a}\n", encoding="utf-8")
        form = load_form(folder)
        assert list(form.fields) == ["a"]
        assert form.actions == ()

    def test_a_question_that_searches_a_list_offers_what_it_finds(self, tmp_path):
        (tmp_path / "plots.csv").write_text("plot,owner,region\n1,Mara,N\n2,Ugo,S\n", encoding="utf-8")
        survey = """
        type | name | label | appearance
        text | t | T
        select_one found | a | A | minimal search('plots', 'contains', 'owner,region', ${t})
        select_one all | b | B | search('plots')
        select_one found | c | C | search('plots', 'matches', 'owner', ${t}, 'region', 'N')
        """
        choices = """
        list_name | name | label
        found | plot | owner
        all | plot | owner
        all | 0 | Nobody's
        """
        form = form_of(tmp_path, survey, choices)
        a, b, c = (form.fields[name] for name in "abc")
        assert [(choice.name, choice.label["und"]) for choice in form.lists[a.choices]] == [("1", "Mara"), ("2", "Ugo")]
        assert a.choice_filter.replace(" ", "") == "contains(owner,/data/t)orcontains(region,/data/t)"
        assert [choice.name for choice in form.lists[b.choices]] == ["0", "1", "2"]
        assert (b.choice_filter, c.choice_filter) == ("", "(owner = /data/t) and (region = 'N')")

    def test_the_same_code_twice_where_the_form_allows_it(self, tmp_path):
        lines = SETTINGS.strip().splitlines()
        folder = write_sheets(
            tmp_path,
            "type | name | label | choice_filter\nselect_one towns | a | A | region = 'N'",
            "list_name | name | label | region\ntowns | x | Here | N\ntowns | x | There | S",
            f"{lines[0]} | allow_choice_duplicates\n{lines[1]} | yes",
        )
        assert len(load_form(folder).lists["towns"]) == 2

    def test_a_mark_needs_no_namespace_in_the_settings(self, tmp_path):
        survey = "type | name | label | bind::seeddesk:was | bind::seeddesk:limit\ntext | a | A | b c[].d | many"
        form = load_form(write_sheets(tmp_path, survey, settings="form_id\nt"))
        assert form.fields["a"].was == ("b", "c[].d")
        assert form.fields["a"].limit == 0

    def test_columns_first_used_far_down_count(self, tmp_path):
        rows = "\n".join(f"text | q{number} | Q" for number in range(150))
        form = form_of(tmp_path, f"type | name | label | relevant\n{rows}\ntext | last | L | ${{q1}} = 'x'")
        assert form.fields["last"].relevant.strip() == "/data/q1  = 'x'"
