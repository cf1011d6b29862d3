"""What a stranger wrote is shown as it stands, wherever the window shows it: nothing is read as markup, no picture it names is looked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QTextEdit, QWidget

from seeddesk.gui.tips import plain
from tests.gui.conftest import edit, form_cache, record, settle, start  # noqa: F401  # fixtures

pytestmark = pytest.mark.gui
might_be_markup = GuiQt.mightBeRichText  # the bindings keep it with what is drawn
EVIL = '<b>EVIL</b><img src="file:///etc/hostname"><a href="http://127.0.0.1:9/x">x</a> \u202egnp.exe\u202c'


def shown_as_markup(window: QWidget) -> list[str]:
    """Every place in which a text of ours would be read as markup."""
    found = []
    for label in window.findChildren(QLabel):
        if "EVIL" in label.text() and label.textFormat() != Qt.TextFormat.PlainText:
            found.append(f"label {label.objectName()} {type(label).__name__}")
    for widget in [window, *window.findChildren(QWidget)]:
        for name, tip in (("tooltip", widget.toolTip()), ("what is this", widget.whatsThis())):
            if "<b>EVIL" in tip and might_be_markup(tip):
                found.append(f"{name} of {type(widget).__name__}")
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        for row in range(model.rowCount() if model is not None else 0):
            tip = model.data(model.index(row, 0), Qt.ItemDataRole.ToolTipRole)
            if isinstance(tip, str) and "<b>EVIL" in tip and might_be_markup(tip):
                found.append(f"tooltip in {type(view).__name__}")
    for text in window.findChildren(QTextEdit):
        if "EVIL" in text.toPlainText() and "<b>" not in text.toPlainText():
            found.append(f"text of {type(text).__name__}")
    return found


def mentions(window: QWidget) -> int:
    """How many widgets show our text."""
    labels = sum("EVIL" in label.text() for label in window.findChildren(QLabel))
    buttons = sum("EVIL" in button.text() + button.accessibleName() for button in window.findChildren(QAbstractButton))
    return labels + buttons + sum("EVIL" in text.toPlainText() for text in window.findChildren(QTextEdit))


def test_a_hostile_practice_is_plain_text_on_every_page(start, qtbot, figures):  # noqa: F811  # a fixture of the same name
    program = start(author=f"Ada {EVIL}")
    window = program.window
    evil = {name: EVIL for name in ("title", "title_en", "short_description", "overview", "need", "lead_org.name")}
    row = f"partners[{'ab' * 16}]"
    practice = record(
        qtbot, program, **{**evil, "tags": (EVIL, "b"), row: "a0", f"{row}.name": EVIL, "status": EVIL, "code": EVIL}
    )
    wrong, seen = [], 0
    for page, what in (("catalogue", None), ("practice", practice), ("merge", None), ("settings", None)):
        window.show_page(page, what)
        settle(qtbot, program)
        qtbot.wait(300)
        settle(qtbot, program)
        wrong += [(page, one) for one in shown_as_markup(window)]
        seen += mentions(window.pages[page])
    figures.tried("places of the window that show a hostile practice", n=seen, broken=len(wrong))
    assert wrong == []
    assert seen > 5


@pytest.mark.parametrize("text", [EVIL, "a < b & c", "<b>a\nb</b>", "plain", ""])
def test_a_tooltip_says_what_was_written(text, qapp):
    from PySide6.QtGui import QTextDocument

    tip = plain(text)
    document = QTextDocument()
    if might_be_markup(tip):
        document.setHtml(tip)
        tip = document.toPlainText()
        assert "<img" not in document.toHtml()
    assert tip.replace("\xa0", " ") == text
