"""The palettes: every ink can be read on every ground it may stand on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics

from seeddesk.gui import theme
from seeddesk.gui.stylesheet import style_sheet
from seeddesk.gui.widgets.rail import Rail

from .conftest import LONG

pytestmark = pytest.mark.gui


def luminance(colour: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4

    ink = QColor(colour)
    return 0.2126 * linear(ink.redF()) + 0.7152 * linear(ink.greenF()) + 0.0722 * linear(ink.blueF())


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", theme.PALETTES)
def test_every_text_has_a_contrast_of_at_least_four_and_a_half_to_one(name):
    palette = theme.PALETTES[name]
    for ink, grounds in theme.TEXT_PAIRS.items():
        for ground in grounds:
            assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5, (name, ink, ground)


@pytest.mark.parametrize("name", theme.PALETTES)
def test_every_border_of_a_control_has_a_contrast_of_at_least_three_to_one(name):
    palette = theme.PALETTES[name]
    for ink, grounds in theme.CONTROL_PAIRS.items():
        for ground in grounds:
            assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 3.0, (name, ink, ground)


def test_the_style_sheet_leaves_no_token_unfilled():
    from dataclasses import asdict

    assert "$" not in style_sheet(asdict(theme.LIGHT), 1.3)


def test_text_grows_with_the_persons_factor_and_never_beyond_twice(qapp):
    theme.apply(qapp, "light", 5.0)
    try:
        assert theme.font("body").pixelSize() == 28
    finally:
        theme.apply(qapp, "light", 1.0)


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_the_rail_is_as_wide_as_its_longest_word(qtbot, qapp, factor):
    theme.apply(qapp, "light", factor)
    try:
        rail = Rail([("settings", "gear-six", "Impostazioni", "Ctrl+4", False)])
        qtbot.addWidget(rail)
        rail.resize(rail.width(), 400)
        rail.show()
        tile = rail.tiles["settings"]
        qtbot.waitUntil(lambda: tile.width() > 72, timeout=LONG)
        words = QFontMetrics(theme.font("small")).elidedText(
            "Impostazioni", Qt.TextElideMode.ElideRight, tile.width() - 2
        )
        assert words == "Impostazioni"
        assert rail.width() < theme.scaled(88) + 16
    finally:
        theme.apply(qapp, "light")
