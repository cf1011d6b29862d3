"""A practice from a page of prose, with the keyboard alone: first start, three answers, the form section by section, the dossier."""

from __future__ import annotations

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from seeddesk.gui.pages.exporting import dossier_folder

from .conftest import LONG, settle

pytestmark = pytest.mark.gui
ROUND = 60  # presses of Tab in which everything in front must be reached
PAGE = {  # what the page of prose says, by the question it answers; a list is chosen from by its first letters
    "Titolo": "La sartoria delle vele",
    "Lingua della scheda": "italiano",
    "In tre frasi": "Vele e reti diventano borse. Le cuciono dodici donne del paese. Prima finivano in discarica.",
    "Descrizione": "Nel porto si buttavano vele e reti. Una sarta ha aperto un laboratorio e le ha insegnate a cucire.",
    "Sito": "https://example.org/sartoria",
    "Parole chiave": "riuso; cucito; porto",
    "Paese": "italia",
    "Comune": "agropoli",
    "Inizio": "2021",
    "Ente capofila": "Cooperativa La Vela",
    "Bisogno sociale": "In inverno il paese non ha lavoro per le donne.",
    "Obiettivi": "Dodici posti di lavoro entro tre anni.",
}
ROW = "Aggiungi: Luoghi"
CHOSEN = ("Lingua della scheda", "Paese", "Comune")


class Hands:
    """Presses keys where the focus is, and counts them."""

    def __init__(self, qtbot, program) -> None:
        self.qtbot, self.program, self.keys = qtbot, program, 0

    @property
    def at(self) -> QWidget:
        found = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert found is not None, "nothing has the focus"
        return found

    def name(self) -> str:
        """What a screen reader would say of where the focus is."""
        return QApplication.focusWidget().accessibleName().partition(",")[0]

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.at, key, held)
        self.keys += 1
        self.qtbot.wait(20)

    def type(self, text: str) -> None:
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.at, letter)
            else:
                event = QInputMethodEvent()
                event.setCommitString(letter)
                QApplication.sendEvent(self.at, event)
        self.keys += len(text)
        self.qtbot.wait(20)

    def go_to(self, name: str) -> None:
        """Tab until it has the focus."""
        seen = []
        while not self.name().startswith(name):
            seen.append(self.name())
            assert len(seen) < ROUND, f"{name} is not reached by Tab: {seen}"
            self.press(Qt.Key.Key_Tab)


def answer_section(hands: Hands, left: dict[str, str]) -> None:
    """From the first field of a section with Tab through all of it; what is answered is taken out of `left`."""
    met: list[QWidget] = []
    while hands.at not in met and type(hands.at).__name__ != "Tile":
        met.append(hands.at)
        name = hands.name()
        if name == ROW and "Comune" in left:  # a place is a row: the button adds it and the focus goes into it
            hands.press(Qt.Key.Key_Space)
            hands.qtbot.waitUntil(lambda: hands.name() != ROW, timeout=LONG)
            met.pop()  # Tab comes by again, behind the row
            continue
        if name in left:
            hands.type(left.pop(name))
            if name in CHOSEN:
                hands.qtbot.wait(250)  # the list is found meanwhile
                hands.press(Qt.Key.Key_Return)
        hands.press(Qt.Key.Key_Tab)


def test_a_page_of_prose_becomes_a_dossier_without_the_mouse(qtbot, start, figures):
    program = start(author="")
    qtbot.waitUntil(lambda: hasattr(program.window, "first_run"), timeout=LONG)
    hands = Hands(qtbot, program)
    hands.go_to("Language: English")  # the one that is chosen; the arrows choose another
    hands.press(Qt.Key.Key_Left)
    hands.go_to("Come ti chiami")
    hands.type("Ada Rossi")
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(program.window.pages), timeout=LONG)
    settle(qtbot, program)
    qtbot.waitUntil(lambda: hands.name() == "Nuova pratica", timeout=LONG)
    hands.press(Qt.Key.Key_Return)
    page = program.window.pages["practice"]
    qtbot.waitUntil(lambda: bool(page.editor.views) and hands.name() == "Titolo", timeout=LONG)
    left = dict(PAGE)
    for _ in range(len(page.session.form.sections)):
        qtbot.waitUntil(lambda: page.editor.view.whole, timeout=LONG)  # keys without a pause are faster than any hand
        answer_section(hands, left)
        if not left:
            break
        before = page.editor.view
        hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(
            lambda before=before: page.editor.view is not before and page.editor.view.isAncestorOf(hands.at),
            timeout=LONG,
        )
    assert left == {}
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)
    hands.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: any(dossier_folder().glob("*.docx")), timeout=LONG)
    settle(qtbot, program)
    said = "\n".join(Document(str(next(dossier_folder().glob("*.docx")))).element.body.itertext())
    for name, text in PAGE.items():
        assert (text.capitalize() if name in CHOSEN else text.split(";")[0]) in said, name
    figures.measured("keys beyond the letters of a page of prose", [hands.keys - sum(map(len, PAGE.values()))], "keys")
    hands.go_to("Apri la cartella")
