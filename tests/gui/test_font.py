"""The shipped font: all of the window is written in it, and it has every letter the program writes."""

import csv
from collections import Counter
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QRawFont, QTextLayout
from PySide6.QtWidgets import QWidget

from seeddesk.gui import theme
from seeddesk.gui.page_set import KINDS
from seeddesk.services import paths

from .conftest import opened, record, settle

pytestmark = pytest.mark.gui


@pytest.fixture
def dressed(qapp):
    theme.apply(qapp, "light")


def lacking(texts: str) -> dict[str, list[str]]:
    """Shipped file -> the characters of the texts it does not have."""
    wanted = {one for one in texts if one.isprintable()}
    fonts = {name: QRawFont(str(paths.resources() / "fonts" / name), 14) for name in theme.SHIPPED}
    assert all(font.isValid() for font in fonts.values())
    found = {
        name: sorted(one for one in wanted if not font.supportsCharacter(ord(one))) for name, font in fonts.items()
    }
    return {name: letters for name, letters in found.items() if letters}


@pytest.mark.parametrize("lang", ["it", "en", "el", "ro", "sl", "hr"])
def test_it_has_every_letter_of_the_windows_texts(qapp, lang):
    tree = ElementTree.parse(paths.resources() / "translations" / f"seeddesk_{lang}.ts")
    assert lacking("".join(tree.getroot().itertext())) == {}


def test_it_has_every_letter_of_the_help_the_forms_and_the_lists_of_places(qapp):
    files = [*(paths.resources() / "help").rglob("*.md"), *(paths.resources() / "vocabularies").glob("*.csv")]
    assert len(files) > 20
    assert lacking("".join(path.read_text(encoding="utf-8") for path in files)) == {}
    for path in paths.forms().rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines)
            assert lacking("".join(value or "" for row in rows for name, value in row.items() if name != "name")) == {}


def test_every_language_of_the_union_can_be_written_with_it(qapp):
    alphabets = (
        "abcčćdđefghijklmnopqrsštuvwxyzž" "àâăąáäåãāæçďėęěéèêëēğġģħíìîïīįķĺľļłñńňņóòôöõőōøœŕřșşťțţúùûüůűūųýÿźżßþðı"
        "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ" "абвгдежзийклмнопрстуфхцчшщъьюя"
        "0123456789 .,;:!?…–—‐·•„“”‚‘’«»‹›()[]/&@#%‰§°ºª€£+−×÷=≠≈≤≥±½¼¾²³¹"
    )  # fmt: skip
    assert lacking(alphabets + alphabets.upper()) == {}


@pytest.mark.parametrize("role", theme.TYPE)
def test_every_role_is_written_in_it_in_a_weight_that_is_shipped(dressed, role):
    drawn = QRawFont.fromFont(theme.font(role))
    assert (drawn.familyName(), drawn.styleName()) == ("Inter", "SemiBold" if theme.TYPE[role][2] else "Regular")


@pytest.mark.parametrize("role", ["hint", "label", "body", "title"])
def test_all_figures_are_of_one_width(dressed, role):
    wide = QFontMetricsF(theme.font(role)).horizontalAdvance
    assert len({round(wide(figure * 20), 3) for figure in "0123456789"}) == 1


def test_what_is_no_figure_keeps_its_own_width(dressed):
    figures, plain = theme.font("body"), theme.font("body")
    plain.unsetFeature(QFont.Tag("tnum"))
    for sign in "x -.,:;()=+":
        assert QFontMetricsF(figures).horizontalAdvance(sign) == QFontMetricsF(plain).horizontalAdvance(sign), sign


@pytest.mark.parametrize("role", ["hint", "label", "body", "long", "title"])
def test_a_text_of_several_lines_has_the_lines_of_the_design(dressed, role):
    line = QFontMetricsF(theme.font(role)).lineSpacing()
    assert line == pytest.approx(theme.TYPE[role][1], abs=1.5)


def test_what_was_typed_is_not_drawn_as_other_signs(dressed):
    """Inter knows how to show an arrow for -> and a sign of multiplication in 3x4; a record is to be read as it was written."""
    for typed in ("a->b", "3x4", "<=>", "(c)"):
        assert [glyph for run in runs(typed) for glyph in run.glyphIndexes()] == [
            glyph for letter in typed for run in runs(letter) for glyph in run.glyphIndexes()
        ]


def runs(text: str):
    layout = QTextLayout(text, theme.font("body"))
    layout.beginLayout()
    layout.createLine().setPosition(QPointF())
    layout.endLayout()
    return layout.glyphRuns()


def test_letters_it_does_not_have_come_from_the_fonts_of_the_system(dressed):
    sign = "☑"
    if not any(QRawFont.fromFont(QFont(family)).supportsCharacter(ord(sign)) for family in QFontDatabase.families()):
        pytest.skip("no font of this system has the sign")
    (drawn,) = runs(sign)
    assert drawn.rawFont().familyName() != "Inter"
    assert 0 not in drawn.glyphIndexes()


def written_otherwise(window: QWidget) -> Counter:
    """Class and family of every widget that is not in the shipped font."""
    families = ((type(one).__name__, QFontInfo(one.font()).family()) for one in [window, *window.findChildren(QWidget)])
    return Counter(one for one in families if one[1] != "Inter")


def test_all_of_the_window_is_written_in_it(qtbot, program):
    practice = record(qtbot, program)
    window = program.window
    for name in KINDS:
        if name != "practice":
            window.show_page(name)
            settle(qtbot, program)
            assert written_otherwise(window) == {}, name
    opened(qtbot, program, practice)
    window.show_help()
    settle(qtbot, program)
    assert written_otherwise(window) == {}
