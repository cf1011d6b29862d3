"""The style sheet: what Qt's own controls look like. Colours come in as tokens; heights follow from the font, never fixed here."""

from __future__ import annotations

from collections.abc import Mapping

_SHEET = """
QWidget { color: $text; }
QMainWindow, QDialog { background: $base; }
QWidget[ground="window"] { background: $window; }
QWidget[ground="base"] { background: $base; }
QWidget[ground="sunken"] { background: $sunken; }
QWidget[edge="right"] { border: 0; border-right: 1px solid $line; }
QWidget[edge="bottom"] { border: 0; border-bottom: 1px solid $line; }
QWidget[edge="top"] { border: 0; border-top: 1px solid $line; }
QWidget[edge="left"] { border: 0; border-left: 1px solid $line; }
QLabel { background: transparent; border: 0; }
QLabel[ink="text2"] { color: $text2; }
QLabel[ink="text3"] { color: $text3; }
QLabel[ink="accent"] { color: $accent; }
QLabel[ink="ok"] { color: $ok; }
QLabel[ink="warn"] { color: $warn; }
QLabel[ink="bad"] { color: $bad; }
QLabel[ink="conf"] { color: $conf; }
QFrame[rule="true"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QLineEdit, QPlainTextEdit, QTextEdit[field="true"] {
  background: $base; color: $text; border: 1px solid $ctl; border-radius: 4px; padding: $padv 12px;
  selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $text3;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit[field="true"]:focus { border: 2px solid $accent; padding: $padvf 11px; }
QLineEdit[problem="true"], QPlainTextEdit[problem="true"] { border-color: $bad; }
QLineEdit[unknown="true"], QPlainTextEdit[unknown="true"] { border-style: dashed; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $window; border-color: $track; color: $text2; }
QLineEdit:disabled, QPlainTextEdit:disabled { background: $sunken; border-color: $track; color: $text3; }
QPlainTextEdit { padding: 4px 10px; }
QPlainTextEdit:focus { padding: 3px 9px; }
QTextEdit, QTextBrowser { background: transparent; border: 0; selection-background-color: $accent; selection-color: $on_accent; }
QListView, QTreeView, QTableView, QScrollArea, QScrollArea > QWidget#qt_scrollarea_viewport { background: transparent; border: 0; outline: 0; }
QScrollArea > QWidget > QWidget[bare="true"] { background: transparent; }
QHeaderView { background: $base; border: 0; }
QHeaderView::section { background: $base; color: $text2; border: 0; border-bottom: 1px solid $line; padding: 6px 8px; font-size: $smallpx; font-weight: 600; }
QTableView::item { border-bottom: 1px solid $line; padding: 0 8px; color: $text; }
QTableView::item:selected { background: $sel; color: $text; }
QListWidget[field="true"] { background: $base; border: 1px solid $ctl; border-radius: 4px; }
QListWidget[field="true"]:focus { border: 2px solid $accent; }
QListWidget[field="true"]::item { padding: 0 12px; }
QListWidget[field="true"]::item:selected { background: $sel; color: $text; }
QComboBox { background: $base; border: 1px solid $ctl; border-radius: 4px; padding: $padv 12px; }
QComboBox:focus { border: 2px solid $accent; padding: $padvf 11px; }
QComboBox::drop-down { border: 0; width: 28px; }
QComboBox QAbstractItemView, QListView[popup="true"] { background: $base; border: 1px solid $ctl; selection-background-color: $sel; selection-color: $text; }
QCheckBox, QRadioButton { spacing: 8px; min-height: $rowpx; background: transparent; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QMenu { background: $base; border: 1px solid $ctl; padding: 4px 0; }
QMenu::item { padding: 7px 24px 7px 16px; }
QMenu::item:selected { background: $sel; }
QMenu::item:disabled { color: $text3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 0; }
QToolTip { background: $text; color: $base; border: 0; padding: 4px 8px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $ctl; border: 3px solid $base; border-radius: 6px; }
QWidget[ground="window"] QScrollBar::handle { border-color: $window; }
QWidget[ground="sunken"] QScrollBar::handle { border-color: $sunken; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $sunken; border: 0; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
"""


def style_sheet(tokens: Mapping[str, str], factor: float, text_height: int = 20) -> str:
    """The sheet for a palette's tokens and a text size factor. text_height: of a line of body text, in pixels; a field is 36 at factor 1."""
    padding = max(2, round((36 * factor - 4 - text_height) / 2))
    values = {
        **tokens,
        "padvf": f"{padding - 1}px",
        "padv": f"{padding}px",
        "smallpx": f"{round(12 * factor)}px",
        "rowpx": f"{round(28 * factor)}px",
    }
    sheet = _SHEET
    for name in sorted(values, key=len, reverse=True):  # longest first: $text2 before $text
        sheet = sheet.replace(f"${name}", values[name])
    return sheet
