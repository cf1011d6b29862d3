"""One visual language: colours, type, space, and the style sheet made of them.

Colours come in three palettes (light, dark, high contrast). Sizes are device-independent pixels at factor 1; the person's text size
multiplies type, and heights follow from font metrics. `apply` sets the look; everything painted by hand asks `colour` and `font`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from seeddesk.gui.stylesheet import style_sheet
from seeddesk.services import paths


@dataclass(frozen=True, slots=True)
class Palette:
    """The colour tokens, each ``#RRGGBB``. See `TEXT_PAIRS` and `CONTROL_PAIRS` for which ink may stand on which ground."""

    window: str
    base: str
    sunken: str
    hover: str
    sel: str
    line: str
    track: str
    ctl: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    ok: str
    ok_bg: str
    warn: str
    warn_bg: str
    bad: str
    bad_bg: str
    conf: str
    conf_bg: str
    add_bg: str
    del_bg: str
    hit: str


LIGHT: Final = Palette(
    window="#F3F5F5", base="#FFFFFF", sunken="#E9EDED", hover="#EDF1F1", sel="#DBEBEF", line="#DCE2E3", track="#DCE2E3",
    ctl="#7F8A8E", text="#1A2224", text2="#49565A", text3="#5B676C", accent="#0C6178", accent_hover="#094E61",
    accent_pressed="#073F4F", on_accent="#FFFFFF", ok="#23683A", ok_bg="#E3F1E6", warn="#835000", warn_bg="#FAEFD8",
    bad="#AE261F", bad_bg="#FBE8E5", conf="#74399A", conf_bg="#F2E9F7", add_bg="#D3EBD8", del_bg="#F8D8D4", hit="#FBE7A1",
)  # fmt: skip
DARK: Final = Palette(
    window="#161A1B", base="#1D2223", sunken="#111415", hover="#262D2F", sel="#1B3B44", line="#333C3E", track="#3A4547",
    ctl="#758286", text="#E7ECED", text2="#B8C2C5", text3="#97A3A7", accent="#62C0D6", accent_hover="#82D0E2",
    accent_pressed="#4AA9C0", on_accent="#062029", ok="#7FCB98", ok_bg="#1C3325", warn="#E5B563", warn_bg="#38290F",
    bad="#F3958E", bad_bg="#412321", conf="#D0A5E8", conf_bg="#33243D", add_bg="#1F4A2E", del_bg="#5A2824", hit="#5B4A10",
)  # fmt: skip
CONTRAST: Final = Palette(
    window="#000000", base="#000000", sunken="#000000", hover="#1F1F1F", sel="#003B4A", line="#FFFFFF", track="#5C5C5C",
    ctl="#FFFFFF", text="#FFFFFF", text2="#FFFFFF", text3="#E0E0E0", accent="#6FE3FF", accent_hover="#A6EEFF",
    accent_pressed="#FFFFFF", on_accent="#000000", ok="#7DFF9B", ok_bg="#000000", warn="#FFD84D", warn_bg="#000000",
    bad="#FF9C94", bad_bg="#000000", conf="#E3B8FF", conf_bg="#000000", add_bg="#003B12", del_bg="#5C0A05", hit="#5A4A00",
)  # fmt: skip
PALETTES: Final = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}

# Which ink stands on which grounds: text needs 4.5:1, the border of a control 3:1. A test computes them all.
TEXT_PAIRS: Final = {
    "text": ("base", "window", "hover", "sel", "hit", "add_bg", "del_bg", "ok_bg", "warn_bg", "bad_bg", "conf_bg"),
    "text2": ("base", "window", "hover", "sunken", "sel"),
    "text3": ("base", "window", "hover", "sunken", "sel"),
    "accent": ("base", "window", "hover", "sel"),
    "on_accent": ("accent", "accent_hover", "accent_pressed"),
    "ok": ("base", "window", "ok_bg", "sel"),
    "warn": ("base", "window", "warn_bg", "sel"),
    "bad": ("base", "window", "bad_bg", "sel"),
    "conf": ("base", "window", "conf_bg", "sel"),
}
CONTROL_PAIRS: Final = {"ctl": ("base", "window"), "accent": ("base", "window")}

SPACE: Final = (4, 8, 12, 16, 20, 24, 32, 40, 64)
# role -> (pixels, line height in pixels, semi-bold)
TYPE: Final = {
    "hint": (12, 16, False),
    "label": (14, 20, True),
    "small": (12, 16, True),
    "body": (14, 20, False),
    "long": (16, 24, False),
    "heading": (16, 24, True),
    "title": (20, 28, True),
    "display": (28, 36, True),
}
SHIPPED: Final = ("Inter-Regular.ttf", "Inter-SemiBold.ttf")
# The shipped one; then what a letter it does not have is taken from, before any other font of the system.
FAMILIES: Final = ("Inter", "Segoe UI", "SF Pro Text", ".AppleSystemUIFont", "Noto Sans", "Open Sans", "DejaVu Sans")


class _Look:
    """The look in force. One per process: Qt's application style is one, too."""

    palette: Palette = LIGHT
    scheme: str = "light"
    factor: float = 1.0


def ground(widget: QWidget, name: str = "", edge: str = "") -> None:
    """Have the style sheet paint a widget. name: its ground (base, window, sunken), "" for what lies under it · edge: the side with a hairline."""
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    if name:
        widget.setProperty("ground", name)
    if edge:
        widget.setProperty("edge", edge)


def colour(token: str) -> QColor:
    """A token of the palette in force."""
    return QColor(getattr(_Look.palette, token))


def scheme() -> str:
    """``light``, ``dark`` or ``contrast``: the one in force."""
    return _Look.scheme


def scaled(pixels: float) -> int:
    """Pixels at factor 1 -> pixels at the person's text size."""
    return round(pixels * _Look.factor)


def roomy() -> bool:
    """Whether there is room for what helps but is not needed, such as the keys on buttons: not when text is very large."""
    return _Look.factor < 1.5


def font(role: str) -> QFont:
    """The font of a role of `TYPE`, with figures of equal width."""
    return QFont(_font(role, scaled(TYPE[role][0])))


@cache
def _font(role: str, pixels: int) -> QFont:
    _, _, bold = TYPE[role]
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def line_height(role: str) -> int:
    """Height of a line of a role, in pixels: its token, or more when the font at hand needs it."""
    return max(scaled(TYPE[role][1]), QFontMetrics(font(role)).height())


def resolve_scheme(wanted: str) -> str:
    """``system`` -> what the system asks for now; anything unknown -> light."""
    if wanted == "system":
        return "dark" if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"
    return wanted if wanted in PALETTES else "light"


def apply(app: QApplication, wanted: str = "system", factor: float = 1.0) -> None:
    """Dress the whole application. wanted: light, dark, contrast or system · factor: text size, 1.0 to 2.0."""
    _Look.scheme = resolve_scheme(wanted)
    _Look.palette = PALETTES[_Look.scheme]
    _Look.factor = min(2.0, max(1.0, factor))
    _load_fonts()
    app.setFont(font("body"))
    app.setPalette(_qt_palette(_Look.palette))
    tokens = {field.name: getattr(_Look.palette, field.name) for field in fields(Palette)}
    app.setStyleSheet(style_sheet(tokens, _Look.factor, QFontMetrics(font("body")).height()))


@cache
def _load_fonts() -> None:
    """Make the shipped fonts known to Qt, once in a process; where their files are gone the system's sans takes their place."""
    for name in SHIPPED:
        QFontDatabase.addApplicationFont(str(paths.resources() / "fonts" / name))


def _qt_palette(tokens: Palette) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for name, value in (
        (role.Window, tokens.window), (role.WindowText, tokens.text), (role.Base, tokens.base), (role.Text, tokens.text),
        (role.AlternateBase, tokens.window), (role.Button, tokens.base), (role.ButtonText, tokens.text), (role.Link, tokens.accent),
        (role.Highlight, tokens.accent), (role.HighlightedText, tokens.on_accent), (role.PlaceholderText, tokens.text3),
        (role.ToolTipBase, tokens.base), (role.ToolTipText, tokens.text), (role.BrightText, tokens.bad),
        (role.Light, tokens.line), (role.Mid, tokens.line), (role.Dark, tokens.ctl), (role.Shadow, tokens.line),
        (role.Midlight, tokens.line),
    ):  # fmt: skip
        palette.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens.text3))
    return palette
