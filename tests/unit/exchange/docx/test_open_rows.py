"""Where the reader stands among rows, which row a cell belongs to, and where a comment hangs."""

from seeddesk.domain.dossier import Found
from seeddesk.domain.form import Field, Form, Kind, Section
from seeddesk.exchange.docx.candidates import Layers
from seeddesk.exchange.docx.carriers import Place, spare_row
from seeddesk.exchange.docx.foundrows import FoundCells, settle
from seeddesk.exchange.docx.notes import path_of
from seeddesk.exchange.docx.opened import Paragraph
from seeddesk.exchange.docx.openrows import OpenRows
from seeddesk.exchange.docx.others import as_left, names_of

ONE, TWO, THREE = (digit * 32 for digit in "123")
OUTER, INNER = "rows[]", "rows[].in[]"


def test_rows_within_rows_are_entered_and_left():
    rows: dict[str, list[FoundCells]] = {}
    at = OpenRows(rows)
    assert at.row is None
    at.begin(OUTER, Place(OUTER, ONE, ""))
    at.begin(INNER, Place(INNER, TWO, ""))
    (outer,), (inner,) = rows[OUTER], rows[INNER]
    assert (at.row, at.repeat) == (inner, INNER)
    assert at.scopes() == [INNER, OUTER]
    assert (inner.outer, inner.marked, outer.marked) == (outer, [TWO], [ONE])
    assert at.row_of(OUTER) is outer
    at.begin(OUTER, Place(OUTER, None, ""))
    assert at.scopes() == [OUTER]
    assert rows[OUTER][1].marked == []
    at.begin("other[]", Place("other[]", THREE, ""))
    assert at.scopes() == ["other[]"]
    at.leave()
    assert (at.row, at.repeat, at.scopes()) == (None, "", [])
    assert at.of("new[]") == []


def test_a_repeat_is_entered_before_any_of_its_rows():
    at = OpenRows({})
    at.begin(OUTER, Place(OUTER, ONE, ""))
    outer = at.row
    at.enter(INNER, None)
    assert (at.row, at.repeat) == (outer, INNER)
    at.enter(OUTER, None)
    assert at.row is None


def cell(row: str | None) -> Place:
    return Place("rows[].name", row, "name")


def test_a_cell_belongs_to_the_open_card_unless_it_is_marked_as_anothers():
    rows: dict[str, list[FoundCells]] = {}
    at = OpenRows(rows)
    at.begin(OUTER, Place(OUTER, ONE, ""))
    first = at.row
    at.begin(OUTER, Place(OUTER, TWO, ""))
    second = at.row
    assert at.holding(cell(TWO)) is second
    assert at.holding(cell(None)) is second
    assert at.holding(cell(ONE)) is first
    assert at.row is first
    third = at.holding(cell(THREE))
    assert third not in (first, second)
    assert rows[OUTER] == [first, second, third]
    assert third.marked == [THREE]


def test_a_cell_outside_any_card_opens_one():
    rows: dict[str, list[FoundCells]] = {}
    at = OpenRows(rows)
    row = at.holding(cell(ONE), tagged=True)
    assert (row.tagged, row.marked, at.row) == ([ONE], [], row)
    assert at.holding(cell(ONE)) is row
    assert (row.tagged, row.marked) == ([ONE], [ONE])
    assert at.holding(cell(TWO), tagged=True) is not row
    assert at.holding(Place("", ONE, "x")) in rows["?"]


def test_a_row_is_found_by_what_it_was_called():
    rows: dict[str, list[FoundCells]] = {}
    at = OpenRows(rows)
    assert at.named_so(OUTER, ONE) is None
    first, second = FoundCells(None, marked=[ONE]), FoundCells(None, tagged=[ONE, TWO])
    rows[OUTER] = [first, second]
    assert at.named_so(OUTER, ONE) is first
    assert at.named_so(OUTER, TWO) is second
    at.enter(OUTER, second)
    assert at.named_so(OUTER, ONE) is second
    assert at.named_so(OUTER, THREE) is second


def test_ids_are_given_once_and_bookmarks_are_heard_first():
    moved = FoundCells(None, marked=[TWO], tagged=[ONE])
    copy = FoundCells(None, tagged=[TWO])
    tagged = FoundCells(None, tagged=[ONE])
    spare = FoundCells(None, marked=[spare_row(1)], tagged=[spare_row(1)])
    settle([copy, moved, tagged, spare])
    assert [row.row for row in (copy, moved, tagged, spare)] == [None, TWO, ONE, None]


def test_a_comment_hangs_on_the_field_of_its_paragraph():
    paragraph = Paragraph("x")
    outer = FoundCells(None)
    outer.row = ONE
    inner = FoundCells(outer)
    inner.row = TWO
    unnamed = FoundCells(None)

    def path(template: str, row: FoundCells | None) -> str:
        layers = Layers()
        layers.owners[paragraph] = (template, row)
        return path_of(paragraph, layers)

    assert path_of(paragraph, Layers()) == ""
    assert path("title", None) == "title"
    assert path("rows[]", None) == "rows"
    assert path("rows[].name", outer) == f"rows[{ONE}].name"
    assert path("rows[].in[].name", inner) == f"rows[{ONE}].in[{TWO}].name"
    assert path("rows[].name", unnamed) == "rows"
    assert path("rows[].in[].name", outer) == "rows"


def test_answers_of_other_forms_go_by_names_and_come_back_in_the_shape_they_had():
    form = Form("f", "1", {}, ("en",), (Section("s", {}, (Field("title", Kind.TEXT, {}, "/data/title", "s"),)),), {})
    values = {"title": "t", "old": "o", "@status": "draft", f"rows[{ONE}]": "m", f"rows[{ONE}].name": "Ada"}
    assert sorted(names_of(values, form).values()) == ["old", f"rows[{ONE}].name"]
    assert sorted(names_of(values, None).values()) == ["old", f"rows[{ONE}].name", "title"]
    text = Found("a; b", "tag", ("Ada",))
    assert as_left(text, ("a",), "en", form) == Found(("a", "b"), "tag", ("Ada",))
    assert as_left(text, "a", "en", form) is text
    assert as_left(Found(None, "tag", ()), ("a",), "en", form).value is None
