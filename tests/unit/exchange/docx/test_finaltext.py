"""Final text: what stands in a document when every tracked change is accepted."""

import pytest
from lxml import etree

from seeddesk.exchange.docx import guard
from seeddesk.exchange.docx.finaltext import final_text
from seeddesk.exchange.docx.opened import FinalText, Table, text_of
from seeddesk.exchange.docx.scrambled import unscramble
from tests.support.documents import (
    AUTHOR,
    DOCUMENT,
    body,
    control,
    deleted,
    document,
    inserted,
    pack,
    paragraph,
    parts,
    run,
)


def read(content: str) -> FinalText:
    return final_text(guard.check(document(content)).xml(DOCUMENT))


def texts(content: str) -> list[str]:
    return [item.text for item in read(content).paragraphs]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (run("keep ") + deleted("old ") + inserted("new"), "keep new"),
        (control("sd:a", deleted("everything gone")), ""),
        (control("sd:a", "value") + inserted(" tail outside"), "value tail outside"),
        (f"<w:moveFrom {AUTHOR}>{run('away ')}</w:moveFrom><w:moveTo {AUTHOR}>{run('here')}</w:moveTo>", "here"),
        (f"<w:ins {AUTHOR}>{control('sd:a', 'an inserted control')}</w:ins>", "an inserted control"),
        (f"<w:ins {AUTHOR}>{deleted('put in and out again')}</w:ins>", ""),
        (control("goog_rdk_1", run("Google ") + control("goog_rdk_2", "Docs")), "Google Docs"),
        (f"<w:hyperlink r:id='x'>{run('a link')}</w:hyperlink>", "a link"),
        (f"<w:fldSimple w:instr='DATE'>{run('today')}</w:fldSimple>", "today"),
        ("<w:r><w:fldChar/><w:instrText>PAGE</w:instrText><w:t>7</w:t></w:r>", "7"),
        (f"<w:smartTag>{run('smart')}</w:smartTag><w:customXml>{run(' xml')}</w:customXml>", "smart xml"),
        (f"<w:unheardOf>{run('still text')}</w:unheardOf>", "still text"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:cr/><w:noBreakHyphen/></w:r>", "a\nb\tc\n\u2011"),
        ("<w:r><w:t>a</w:t><w:br w:type='page'/><w:t>b</w:t></w:r>", "ab"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> yes</w:t></w:r>', "☒ yes"),
    ],
)
def test_a_paragraph_reads_as_if_every_change_were_accepted(content, text):
    found = read(f"<w:p>{content}</w:p>")
    assert text_of(found.paragraphs) == text
    assert found.present == sum(item.count for item in found.paragraphs)


def test_a_deleted_paragraph_mark_joins_two_paragraphs():
    mark = f"<w:pPr><w:rPr><w:del {AUTHOR}/></w:rPr></w:pPr>"
    found = read(f"<w:p>{mark}{run('one ')}</w:p><w:p>{mark}{run('two ')}</w:p>{paragraph('three')}{paragraph('four')}")
    assert [item.text for item in found.paragraphs] == ["one two three", "four"]
    assert found.paragraphs[0].authors == ["Ada"]


def test_a_deletion_up_to_our_next_heading_does_not_swallow_the_heading():
    mark = f"<w:pPr><w:rPr><w:del {AUTHOR}/></w:rPr></w:pPr>"
    found = read(f"<w:p>{mark}{run('text')}</w:p>{paragraph('Label', mark='sd_title')}")
    assert [item.text for item in found.paragraphs] == ["text", "Label"]


def test_deleted_rows_and_cells_vanish_and_are_no_text_that_was_missed():
    gone = f"<w:tr><w:trPr><w:del {AUTHOR}/></w:trPr><w:tc>{paragraph('gone')}</w:tc></w:tr>"
    cells = f"<w:tr><w:tc>{paragraph('stays')}</w:tc><w:tc><w:tcPr><w:cellDel {AUTHOR}/></w:tcPr>{paragraph('gone')}</w:tc></w:tr>"
    found = read(f"<w:tbl>{gone}{cells}</w:tbl>")
    (block,) = found.blocks
    assert isinstance(block, Table)
    assert [[text_of(cell.paragraphs) for cell in row.cells] for row in block.rows] == [["stays"]]
    assert found.present == len("stays")


def test_rows_and_cells_inside_controls_are_rows_and_cells():
    row = f"<w:tr>{control('goog_rdk_1', '<w:tc>' + paragraph('a') + '</w:tc>')}<w:tc>{paragraph('b')}</w:tc></w:tr>"
    found = read(f"<w:tbl>{control('goog_rdk_2', row)}</w:tbl>")
    (block,) = found.blocks
    assert isinstance(block, Table)
    assert [[text_of(cell.paragraphs) for cell in row.cells] for row in block.rows] == [["a", "b"]]


def test_a_text_box_drawn_twice_is_read_once():
    box = f"<w:txbxContent>{paragraph('in a box')}</w:txbxContent>"
    drawn = f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    found = read(f"<w:p>{run('before')}{drawn}</w:p>{paragraph('after')}")
    assert [item.text for item in found.paragraphs] == ["before", "in a box", "after"]
    assert found.present == len("beforein a boxafter")


def test_a_control_round_paragraphs_or_a_cell_names_the_first_of_them():
    content = control("sd:a", paragraph("one") + paragraph("two"))
    assert [[item.tag for item in one.controls] for one in read(content).paragraphs] == [["sd:a"], []]
    cell = f"<w:tbl><w:tr>{control('sd:b', '<w:tc>' + paragraph('x') + '</w:tc>')}</w:tr></w:tbl>"
    assert [item.tag for item in read(cell).paragraphs[0].controls] == ["sd:b"]


def test_bookmarks_between_paragraphs_belong_to_the_next_one():
    found = read(f'{paragraph("a")}<w:bookmarkStart w:id="1" w:name="sd_x"/><w:bookmarkEnd w:id="1"/>{paragraph("b")}')
    assert [item.marks for item in found.paragraphs] == [[], ["sd_x"]]


@pytest.mark.parametrize(
    "words", ["Click or tap here to enter text.", "Fare clic o toccare qui per immettere il testo."]
)
def test_words_of_word_in_an_emptied_control_are_no_answer(words):
    content = control("sd:a", words)
    assert texts(paragraph(content)) == [words]  # without the flag somebody wrote them
    found = read(paragraph(content.replace("<w:tag ", "<w:showingPlcHdr/><w:tag ")))
    assert [item.text for item in found.paragraphs] == [""]
    assert found.placeholders == found.present == len(words)


def test_a_stale_placeholder_flag_hides_nothing():
    content = control("sd:a", "a real answer").replace("<w:tag ", "<w:showingPlcHdr/><w:tag ")
    assert texts(paragraph(content)) == ["a real answer"]


@pytest.mark.parametrize(("state", "glyph"), [("1", "☒"), ("0", "☐")])
def test_the_state_of_a_checkbox_counts_not_its_glyph(state, glyph):
    box = f'<w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox>'
    content = control("sd:a", "☐" if state == "1" else "☒").replace("<w:tag ", box + "<w:tag ")
    assert texts(paragraph(content + run(" Cura"))) == [glyph + " Cura"]


def test_levels_of_headings_come_from_the_style_or_the_outline():
    styles = ["Heading2", "Titolo1", "berschrift3", "SDCella", ""]
    outline = "<w:p><w:pPr><w:outlineLvl w:val='1'/></w:pPr></w:p>"
    found = read("".join(paragraph("x", style) for style in styles) + outline)
    assert [item.level for item in found.paragraphs] == [2, 1, 3, 0, 0, 2]


# LibreOffice 7.4 and changes tracked inside a control


def stretch(change: str, text: str) -> str:
    """One stretch of a changed control as LibreOffice 7.4 writes it: badly nested."""
    kept = "delText" if change == "del" else "t"
    inside = "".join(f'<w:{kept} xml:space="preserve">{piece}</w:{kept}>' for piece in text.split("|"))
    opened = "<w:sdt><w:sdtPr/><w:sdtContent>"
    if not change:
        return f"{opened}<w:r>{inside}</w:r></w:sdtContent></w:sdt>"
    mark = f"<w:{change} {AUTHOR}>"
    return f"{mark}{opened}</w:{change}>{mark}<w:r>{inside}</w:r></w:{change}></w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("stretches", "text"),
    [
        ([("", "W"), ("del", "D|W"), ("ins", "beta bis|W"), ("", " gamma|W")], "alfa beta bis gamma"),
        ([("", "W"), ("del", "D|W"), ("ins", "nuovo|W"), ("", "W")], "nuovo"),
        ([("", "W"), ("del", "D|W"), ("", "W")], ""),
    ],
)
def test_a_control_written_once_per_stretch_is_put_together_again(stretches, text):
    first = "alfa " if text.startswith("alfa") else ""
    whole = first + "".join(
        piece[1].removesuffix("W").removesuffix("|").replace("D", "dell'alfa") for piece in stretches
    )
    content = "".join(
        stretch(change, words.replace("W", whole).replace("D", "dell&apos;alfa")) for change, words in stretches
    )
    content += inserted(" dell&apos;altro")
    package = guard.check(pack({**parts(), DOCUMENT: body(f"<w:p>{content}</w:p>")}))
    tree = package.xml(DOCUMENT)
    assert package.repaired
    unscramble(tree)
    assert [item.text for item in final_text(tree).paragraphs] == [text + " dell'altro"]


def test_what_does_not_add_up_is_left_as_it_stands():
    bare = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    for content, text in (
        (bare.format(run("same")) + bare.format(run("other") + run("same")), "sameothersame"),
        (bare.format(run("yes")) + bare.format(run("yes")), "yesyes"),
        (control("sd:a", "a b") + control("sd:b", run("b") + run("a b")), "a bba b"),
    ):
        tree = etree.fromstring(body(paragraph(content)))
        unscramble(tree)
        assert final_text(tree).paragraphs[0].text == text


def test_a_control_of_several_scripts_is_put_together_even_when_it_became_fields():
    whole = "alfa שלום gamma"
    words = ["", "שלום", " ", "gamma"]
    controls = "".join(stretch("", f"{word}|{whole}" if word else whole) for word in words)
    field = '<w:r><w:instrText> FILLIN ""</w:instrText></w:r>' + run(whole)
    for content in (controls, "".join((run(word) if word else "") + field for word in words)):
        tree = etree.fromstring(body(paragraph(content)))
        unscramble(tree)
        assert final_text(tree).paragraphs[0].text == whole


def test_text_that_stands_in_no_paragraph_is_a_paragraph_of_its_own():
    assert texts(paragraph("before") + run("loose") + "<w:t>bare</w:t>" + paragraph("after")) == [
        "before",
        "loose",
        "bare",
        "after",
    ]


def test_a_change_that_names_nobody_has_no_author():
    (found,) = read(f"<w:p><w:ins w:id='1'>{run('new')}</w:ins></w:p>").paragraphs
    assert (found.text, found.authors) == ("new", [])
