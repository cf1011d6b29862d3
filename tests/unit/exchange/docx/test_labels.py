"""What a label stands for: exactly, among several alike, nearly, with its hint and no more."""

import pytest

from seeddesk.domain.form import Choice, Field, Form, Group, Kind, Section
from seeddesk.domain.messages import sentence
from seeddesk.exchange.docx.alike import uncertain
from seeddesk.exchange.docx.labels import Labels
from seeddesk.exchange.docx.opened import Cell, Paragraph, Row, Table

SECOND = "second"


def field(template: str, label: str, section: str = "first", kind: Kind = Kind.TEXT, **more) -> Field:
    return Field(template, kind, {"it": label, "en": more.pop("english", label)}, "/data/" + template, section, **more)


FORM = Form(
    "f",
    "1",
    {"it": "Modulo", "en": "Form"},
    ("it", "en"),
    (
        Section(
            "first",
            {"it": "Identità", "en": "Identity"},
            (
                field("title", "Titolo", english="Title", hint={"it": "Un nome breve"}),
                field("name", "Nome"),
                field("named", "Nome *"),
                field("era", "Periodo: anno"),
                field("era2", "Periodo"),
                field("eta", "Età", kind=Kind.INTEGER),
                field("hidden", "Nascosta", kind=Kind.HIDDEN),
                field("ok", "Va bene", kind=Kind.ACKNOWLEDGE),
                field("areas", "Ambiti", kind=Kind.CHOICES, choices="areas"),
                field("area", "Ambito", kind=Kind.CHOICE, choices="areas"),
            ),
            xpath="/data/first",
        ),
        Section(
            SECOND,
            {"it": "Persone", "en": "People"},
            (
                field("other", "Nome", SECOND),
                Group("org", {"it": "Ente"}, (field("org.name", "Nome", SECOND),), "/data/org"),
                Group(
                    "partners[]",
                    {"it": "Partner"},
                    (
                        field("partners[].name", "Nome", SECOND),
                        field("partners[].note", "", SECOND, Kind.HIDDEN),
                        field("partners[].role", "Ruolo", SECOND),
                        Group(
                            "partners[].contacts[]",
                            {"it": "Contatti"},
                            (field("partners[].contacts[].mail", "Posta", SECOND),),
                            "/data/partners/contacts",
                            True,
                        ),
                    ),
                    "/data/partners",
                    True,
                ),
            ),
            xpath="/data/second",
        ),
    ),
    {"areas": (Choice("care", {"it": "Cura", "en": "Care"}), Choice("home", {"it": "Abitare", "en": "Housing"}))},
)
LABELS = Labels(FORM)
EVERY = set(FORM.fields)


@pytest.mark.parametrize(
    ("text", "where", "place"),
    [
        ("Titolo", {}, "title"),
        ("title *", {}, "title"),
        ("Titolo\nUn nome breve", {}, "title"),
        ("Titoli", {}, None),
        ("", {}, None),
        ("Nascosta", {}, None),
        ("Nome", {}, "name"),
        ("Nome", {"section": SECOND}, "other"),
        ("Nome", {"group": "org"}, "org.name"),
        ("Nome", {"group": "org", "section": "first"}, "org.name"),
        ("Nome", {"group": "elsewhere", "section": SECOND}, "other"),
        ("Nome", {"section": "elsewhere"}, "name"),
        ("x" * 5000, {}, None),
    ],
)
def test_a_label_names_its_place_and_its_scope_decides_among_several(text, where, place):
    assert LABELS.exact(text, EVERY, **where) == place


def test_only_places_that_are_looked_for_are_named():
    assert LABELS.exact("Nome", {"org.name"}) == "org.name"
    assert LABELS.exact("Titolo", {"org.name"}) is None
    assert LABELS.exact("Ente", {"org"}) == "org"
    assert LABELS.named(["Titolo", "Ente", "", "nothing"]) == {"title", "org"}


def test_labels_that_several_places_share_are_counted():
    assert LABELS.alike(EVERY)["nome"] == 5
    assert LABELS.alike({"name", "other", "title"}) == {"nome": 2}
    assert LABELS.alike({"name", "title"}) == {}


def test_columns_are_the_asked_cells_of_a_repeat_itself():
    assert LABELS.columns("partners[]") == ["partners[].name", "partners[].role"]
    assert LABELS.columns("partners[].contacts[]") == ["partners[].contacts[].mail"]
    assert LABELS.columns("partner[]") == []
    assert LABELS.columns("partners[]") is LABELS.columns("partners[]")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Titoloo", "title"),
        ("Titolo €", "title"),
        ("Eta", None),  # too short to be sure of
        ("Tempo libero", None),
        ("", None),
        ("t" * 5000, None),
    ],
)
def test_a_label_somebody_touched_is_taken_for_the_nearest(text, place):
    assert LABELS.similar(text, ["name", "title", "eta", "areas"]) == place


def test_of_two_near_labels_the_nearer_one_counts_whichever_comes_first():
    assert LABELS.similar("Ambitii", ["areas", "area"]) == LABELS.similar("Ambitii", ["area", "areas"]) == "areas"
    assert LABELS.similar("Ambitoo", ["areas", "area"]) == LABELS.similar("Ambitoo", ["area", "areas"]) == "area"


@pytest.mark.parametrize(
    ("text", "template", "whole"),
    [
        ("Titolo", "title", True),
        ("Titolo *", "title", True),
        ("Title", "title", True),
        ("Titolo\nUn nome breve", "title", True),
        ("Titolo: Un nome breve", "title", True),
        ("Titolo\nfino a 120 caratteri", "title", True),
        ("Titolo e altro", "title", False),
        ("Titolone", "title", False),
        ("Un nome breve", "title", False),
        ("Titolo", "name", False),
        ("Titolo", "nowhere", False),
    ],
)
def test_a_label_with_its_hint_is_a_label_and_anything_written_into_it_is_not(text, template, whole):
    assert LABELS.is_label(text, template) is whole


def test_headings_are_sections_and_cards_only_when_they_say_no_more():
    assert LABELS.is_section("Persone")
    assert LABELS.is_section("2 People ")
    assert not LABELS.is_section("Persone\nAda")
    assert not LABELS.is_section("Persone\tAda")
    assert not LABELS.is_section("Titolo")
    assert LABELS.cards("Partner · 2") == ["partners[]"]
    assert LABELS.is_card("Partner · 12")
    assert not LABELS.is_card("Partner · 2\nAda")
    assert not LABELS.is_card("Partner · due")
    assert not LABELS.is_card("")


def test_words_beside_boxes_are_those_of_every_choice_in_every_language():
    assert list(LABELS.of_choices(FORM.fields["area"])) == ["Cura", "Abitare", "Care", "Housing"]
    assert list(LABELS.of_choices(FORM.fields["areas"])) == ["Cura", "Abitare", "Care", "Housing"]
    assert list(LABELS.of_choices(FORM.fields["ok"])) == ["confermato", "confirmed"]
    assert list(LABELS.of_choices(FORM.fields["title"])) == []


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("SI-IT-2026-7F3K2QX", True),
        ("SDM-0123456789ABC", True),
        ("14", True),
        ("22 novembre 2026", True),
        ("Bozza", True),
        ("–", True),
        ("Ada", False),
    ],
)
def test_the_title_blocks_words_have_shapes_of_their_own(text, known):
    assert LABELS.is_of_block(f" {text} ") is known


def test_a_title_block_is_known_by_more_than_half_of_its_first_row():
    assert LABELS.is_block(["Stato", "Codice", "Ada"])
    assert not LABELS.is_block(["Stato", "Ada"])
    assert not LABELS.is_block(["Stato"])


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("SI-IT-2026-7F3K2QX · La corriera · revisione 14\tpagina 2 di 9", True),
        ("SI-IT-2026-7F3K2QX · La  corriera · revision 14 · page 2 of 9", True),
        ("La corriera che ascolta · revisione 14", True),
        ("La corriera · Modulo", True),
        ("La corriera · bozza di Ada", False),
        ("revisione 14 bis", False),
        ("", True),
    ],
)
def test_a_footer_is_ours_as_long_as_it_holds_what_we_print(text, ours):
    assert LABELS.is_footer(text, {"La corriera", "La corriera che ascolta"}) is ours


def test_texts_printed_into_every_dossier_are_ours():
    assert LABELS.is_own("SI-IT-2026-7F3K2QX · r14 · e5368890 ")
    assert LABELS.is_own("SDM-0123456789ABC")
    assert LABELS.is_own(" FORM")
    assert not LABELS.is_own("SI-IT-2026-7F3K2QX")
    assert not LABELS.is_own("Titolo")


def test_a_caption_says_what_stands_behind_its_number():
    figure = sentence("dossier-figure", "it", number="3")
    assert LABELS.without_figure(f"{figure}La fermata") == "La fermata"
    assert LABELS.without_figure("La fermata") is None


def heading(text: str, level: int = 3) -> Paragraph:
    return Paragraph(text, level=level)


def table(*rows: tuple[str, ...]) -> Table:
    return Table([Row([Cell([Paragraph(text)], []) for text in row]) for row in rows])


@pytest.mark.parametrize(
    ("blocks", "sure"),
    [
        ([heading("Nome"), heading("Nome *")], True),
        ([heading("Nome")], False),
        ([heading("Nome")] * 3, False),
        ([table(("Nome", "Ada", "Nome", "Bo"))], True),
        ([table(("Nome", "Nome"), ("Nome", "Bo"))], True),  # a value may be the same word
        ([table(("Nome", "Ada"))], False),
        ([Paragraph("Nome"), Paragraph("Nome")], False),  # running text is no label
        ([heading("Partner · 1", 2), heading("Nome"), heading("Nome")], False),
        ([heading("Partner · 1", 2), heading("Nome"), heading("Ente", 2), heading("Nome"), heading("Nome")], True),
        ([heading("Partner · 1", 2), heading("Contatti", 3), table(("Nome", "a"), ("Nome", "b"))], False),
        ([heading("Partner · 1", 2), heading("Ente", 2), table(("Nome", "a"), ("Nome", "b"))], True),
        ([table(("rows", "a"), ("Nome", "b"), ("Nome", "b"))], False),
    ],
)
def test_labels_alike_name_their_places_in_order_only_when_none_is_missing_or_doubled(blocks, sure):
    def repeat_of(one: Table) -> str:
        return "partners[]" if one.rows[0].cells[0].paragraphs[0].text == "rows" else ""

    assert uncertain(blocks, LABELS, {"name", "other", "title"}, repeat_of) == (set() if sure else {"nome"})
    assert uncertain(blocks, LABELS, {"name", "title"}, repeat_of) == set()
