"""Final text in odd corners: where controls stand in it, wrappers round rows and cells, symbols, headings, joined paragraphs."""

import pytest

from seeddesk.exchange.docx.opened import Control, Image, Table, text_of
from tests.support.documents import AUTHOR, control, deleted, inserted, paragraph, run
from tests.unit.exchange.docx.test_finaltext import read

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
DRAWN = f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main"'
PLACEHOLDER = "Click or tap here to enter text."


def claiming(tag: str, text: str) -> str:
    return control(tag, text).replace("<w:tag ", "<w:showingPlcHdr/><w:tag ")


def box(tag: str, glyph: str, checked: str) -> str:
    return control(tag, glyph).replace("<w:tag ", f"<w14:checkbox>{checked}</w14:checkbox><w:tag ")


def test_controls_know_where_in_the_text_they_stand():
    (only,) = read(
        paragraph(run("Before ") + control("sd:a", "value") + run(" and ") + control("sd:b", "") + run("."))
    ).paragraphs
    assert only.text == "Before value and ."
    assert only.controls == [Control("sd:a", 7, 12), Control("sd:b", 17, 17)]


def test_a_placeholder_amid_text_leaves_the_rest_where_it_was():
    found = read(paragraph(run("a ") + run("b ") + claiming("sd:a", PLACEHOLDER) + control("sd:b", "c") + run(" d")))
    (only,) = found.paragraphs
    assert only.text == "a b c d"
    assert only.controls == [Control("sd:a", 4, 4), Control("sd:b", 4, 5)]
    assert (only.count, found.placeholders) == (len("a b c d"), len(PLACEHOLDER))


@pytest.mark.parametrize(
    ("checked", "glyph"),
    [
        ('<w14:checked w14:val="1"/>', "☒"),
        ('<w14:checked w14:val="true"/>', "☒"),
        ("<w14:checked/>", "☒"),
        ('<w14:checked w14:val="false"/>', "☐"),
        ("", "☐"),
    ],
)
def test_a_checkbox_amid_text_takes_the_place_of_its_glyph_alone(checked, glyph):
    (only,) = read(paragraph(run("x ") + run("y ") + box("sd:a", "??", checked) + run(" Cura"))).paragraphs
    assert only.text == f"x y {glyph} Cura"
    assert only.controls == [Control("sd:a", 4, 5)]


def cells(block: object) -> list[list[str]]:
    assert isinstance(block, Table)
    return [[text_of(cell.paragraphs) for cell in row.cells] for row in block.rows]


def test_rows_and_cells_are_found_inside_wrappers_of_any_kind():
    cell = f"<w:tc>{paragraph('a')}</w:tc>"
    row = f"<w:tr><w:customXml>{cell}</w:customXml><w:tc>{paragraph('b')}</w:tc></w:tr>"
    found = read(f"<w:tbl><w:tblPr><w:tr/></w:tblPr><w:customXml>{row}</w:customXml>{row}</w:tbl>")
    assert [cells(block) for block in found.blocks] == [[["a", "b"], ["a", "b"]]]
    assert [item.text for item in found.paragraphs] == ["a", "b", "a", "b"]


def test_rows_and_cells_that_were_moved_away_or_deleted_are_counted_and_gone():
    row = f"<w:tr><w:tc>{paragraph('a')}</w:tc><w:del {AUTHOR}><w:tc>{paragraph('bb')}</w:tc></w:del></w:tr>"
    found = read(f"<w:tbl>{row}<w:moveFrom {AUTHOR}>{row}</w:moveFrom></w:tbl>")
    assert cells(found.blocks[0]) == [["a"]]
    assert found.present == 1


def test_marks_and_controls_round_rows_and_cells_name_the_next_paragraph():
    mark = '<w:bookmarkStart w:id="1" w:name="{}"/>'
    cell = f"{mark.format('sd_cell')}{control('sd:cell', '<w:tc>' + paragraph('a') + '</w:tc>')}"
    found = read(f"<w:tbl>{mark.format('sd_row')}<w:tr>{cell}<w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>")
    first, second = found.paragraphs
    assert first.marks == ["sd_row", "sd_cell"]
    assert [(item.tag, item.start, item.end) for item in first.controls] == [("sd:cell", 0, 1)]
    assert (second.marks, second.controls) == ([], [])


def test_a_header_row_is_known_and_a_table_in_a_cell_belongs_to_it():
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('in')}</w:tc></w:tr></w:tbl>"
    head = f"<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>{paragraph('h')}</w:tc></w:tr>"
    (table,) = read(
        f"<w:tbl>{head}<w:tr><w:tc>{paragraph('out')}{inner}{paragraph('end')}</w:tc></w:tr></w:tbl>"
    ).blocks
    assert isinstance(table, Table)
    assert [row.header for row in table.rows] == [True, False]
    (cell,) = table.rows[1].cells
    assert [item.text for item in cell.paragraphs] == ["out", "in", "end"]
    assert [cells(one) for one in cell.tables] == [[["in"]]]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("F0FE", "☒"), ("F0FD", "☒"), ("F0A8", "☐"), ("F06F", "☐"), ("F071", "☐"),
        ("F0FF", "\ufffd"), ("D800", "\ufffd"), ("D7FF", "\ud7ff"), ("2014", "—"), ("", "\ufffd"), ("no", "\ufffd"),
    ],
)  # fmt: skip
def test_symbols_are_boxes_or_characters_or_said_to_be_unreadable(code, text):
    assert read(f'<w:p><w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r></w:p>').paragraphs[0].text == text


@pytest.mark.parametrize(
    ("looks", "level"),
    [
        ("<w:pStyle w:val='Heading1'/>", 1),
        ("<w:pStyle w:val='heading 4'/>", 4),
        ("<w:pStyle w:val='Titolo'/>", 0),
        ("<w:pStyle w:val='Title'/>", 0),
        ("<w:pStyle w:val='Heading'/>", 1),
        ("<w:pStyle w:val='Heading2'/><w:outlineLvl w:val='0'/>", 1),
        ("<w:pStyle w:val='Heading2'/><w:outlineLvl w:val='9'/>", 2),
        ("<w:outlineLvl w:val='8'/>", 9),
        ("<w:outlineLvl/>", 0),
    ],
)
def test_a_heading_has_the_level_of_its_outline_else_of_its_style(looks, level):
    assert read(f"<w:p><w:pPr>{looks}</w:pPr>{run('x')}</w:p>").paragraphs[0].level == level


def test_joined_paragraphs_keep_what_marked_either():
    mark = f"<w:pPr><w:rPr><w:del {AUTHOR}/></w:rPr></w:pPr>"
    other = AUTHOR.replace("Ada", "Bo")
    picture = f"<w:r><w:drawing {DRAWN}><wp:docPr name='p'/><a:blip r:embed='rId9'/></w:drawing></w:r>"
    first = f"<w:p>{mark}<w:commentRangeStart w:id='1'/>{run('one ')}{control('sd:a', 'A')}</w:p>"
    second = (
        f"<w:p><w:commentRangeStart w:id='2'/><w:commentReference w:id='2'/>{run(' two ')}{control('sd:b', 'BB')}"
        f"{inserted('!').replace(AUTHOR, other)}{deleted('gone')}{picture}</w:p>"
    )
    (joined,) = read(first + second).paragraphs
    assert joined.text == "one A two BB!"
    assert joined.controls == [Control("sd:a", 4, 5), Control("sd:b", 10, 12)]
    assert joined.authors == ["Ada", "Bo"]
    assert joined.count == len(joined.text)
    assert joined.comments[-1:] == ["2"]
    assert joined.images == [Image("p", "rId9")]


def test_an_emptied_paragraph_takes_the_look_of_the_one_it_is_joined_with():
    style = "<w:pStyle w:val='Heading3'/>"
    gone = f"<w:p><w:pPr><w:rPr><w:del {AUTHOR}/></w:rPr></w:pPr></w:p>"
    assert [
        (item.text, item.level) for item in read(gone + f"<w:p><w:pPr>{style}</w:pPr>{run('h')}</w:p>").paragraphs
    ] == [("h", 3)]


def test_of_several_ways_to_draw_the_same_only_the_first_is_read_and_none_is_missed():
    box = "<w:txbxContent>" + paragraph("in a box") + "</w:txbxContent>"
    ways = f"<mc:Choice>{box}</mc:Choice>" * 2 + f"<mc:Fallback>{box}</mc:Fallback>"
    found = read(f"<w:p><w:r><mc:AlternateContent>{ways}</mc:AlternateContent></w:r></w:p>")
    assert "".join(item.text for item in found.paragraphs) == "in a box"
    assert found.present == len("in a box")
    assert read(f"<w:p>{run('a')}<mc:AlternateContent/></w:p>").paragraphs[0].text == "a"
