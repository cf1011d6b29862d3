"""A practice read beside the list: its history, its relations, its organisations and their page, and copies of it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from seeddesk.domain.changes import Changes
from seeddesk.gui.widgets.text import Text
from seeddesk.services import cataloguing, history, relations

from ..support.catalogues import attach
from .cataloguing import search, three
from .conftest import GARDENS, LONG, edit, settle

pytestmark = pytest.mark.gui


@pytest.fixture
def catalogue(qtbot, program):
    """Three practices, two countries, the first one read."""
    page = three(qtbot, program)
    page.chosen.select(named(page, "Orti di comunità"))
    qtbot.waitUntil(lambda: page.reading._title.text() == "Orti di comunità", timeout=LONG)
    return page


def named(page, title: str) -> str:
    """The id of a practice."""
    rows = cataloguing.list_practices(page.desk.workspace).rows
    return next(row.id for row in rows if row.title == title)


def turn(qtbot, program, page, tab: str) -> str:
    """Press a tab; what is read then."""
    page.reading._tabs._parts[tab].click()
    settle(qtbot, program)
    return page.reading._text.toPlainText()


def follow(qtbot, program, page, words: str) -> None:
    """Go to a link with Tab and press Enter, as without a mouse."""
    text = page.reading._text
    text.setFocus()
    for _ in range(12):
        qtbot.keyClick(text, Qt.Key.Key_Tab)
        if text.textCursor().selectedText() == words:
            break
    assert text.textCursor().selectedText() == words
    qtbot.keyClick(text, Qt.Key.Key_Return)
    settle(qtbot, program)
    qtbot.wait(80)
    settle(qtbot, program)


def test_the_history_says_who_changed_what_and_what_it_replaced(qtbot, program, catalogue, monkeypatch):
    edit(qtbot, program, named(catalogue, "Orti di comunità"), lead_org__name="Consorzio")
    said = turn(qtbot, program, catalogue, "history")
    assert "Modificata" not in said  # what was recorded just now is one sitting
    assert "Ente capofila: Consorzio" in said
    monkeypatch.setattr(history, "_APART", timedelta(-1))
    turn(qtbot, program, catalogue, "text")
    said = turn(qtbot, program, catalogue, "history")
    assert "Modificata · Ada" in said
    assert "Associazione L'Orto → Consorzio" in said
    assert said.index("Modificata") < said.index("Registrata")
    edit(qtbot, program, named(catalogue, "Orti di comunità"), need=f"{GARDENS['need']} E poi la scuola.")
    said = turn(qtbot, program, catalogue, "history")
    assert "vivevano qui 410 persone. E poi la scuola." in said  # a long answer is told once, with marks
    assert "→" not in said.partition("Bisogno")[2].partition("Modificata")[0]
    assert "Il campo era vuoto" in turn(qtbot, program, catalogue, "text")


def test_relations_lead_to_the_other_practice_and_are_seen_from_there(qtbot, program, catalogue):
    first, other = named(catalogue, "Orti di comunità"), named(catalogue, "Skupnostni vrtovi")
    program.desk.write(catalogue, lambda ws: relations.link(ws, first, other, "replicates"))
    settle(qtbot, program)
    assert "Skupnostni vrtovi" in turn(qtbot, program, catalogue, "relations")
    follow(qtbot, program, catalogue, "Skupnostni vrtovi")
    assert catalogue.reading._title.text() == "Skupnostni vrtovi"
    assert "Orti di comunità" in catalogue.reading._text.toPlainText()


def test_a_practice_is_linked_with_another_from_where_it_is_read_and_no_longer(qtbot, program, catalogue):
    turn(qtbot, program, catalogue, "relations")
    catalogue.reading._link.click()
    linking = catalogue.linking
    assert linking.isVisible()
    linking.kinds._parts["replicates"].click()
    qtbot.keyClicks(linking.box, "skupn")
    settle(qtbot, program)
    assert linking.model.rowCount() == 1
    qtbot.keyClick(linking.box, Qt.Key.Key_Return)
    settle(qtbot, program)
    said = catalogue.reading._text.toPlainText()
    assert "Replica" in said
    assert "Skupnostni vrtovi" in said
    follow(qtbot, program, catalogue, "Togli")
    assert "Skupnostni vrtovi" not in catalogue.reading._text.toPlainText()
    catalogue.take_back()
    settle(qtbot, program)
    settle(qtbot, program)
    assert "Replica" in catalogue.reading._text.toPlainText()
    assert "Skupnostni vrtovi" in catalogue.reading._text.toPlainText()


def test_what_is_read_is_what_keys_and_commands_mean_though_it_is_not_in_the_list(qtbot, program, catalogue):
    """A relation leads to a practice that the search leaves out: Ctrl E wrote the dossier of the one that stayed chosen in the list."""
    bus = named(catalogue, "La corriera che ascolta")
    search(qtbot, program, catalogue, "orti")
    catalogue.reading.followed.emit(bus)
    qtbot.waitUntil(lambda: catalogue.reading.title == "La corriera che ascolta", timeout=LONG)
    assert program.window.actions_known.subject() == (bus, "La corriera che ascolta")
    edit(qtbot, program, bus, title="La corriera che parla")  # rows come anew
    assert program.window.actions_known.subject() == (bus, "La corriera che parla")
    qtbot.keyClick(catalogue.list, Qt.Key.Key_Return)
    settle(qtbot, program)
    assert program.window.pages["practice"].session.practice == bus
    program.window.show_page("catalogue")
    search(qtbot, program, catalogue, "orti di")  # something else is asked
    assert program.window.actions_known.subject()[1] == "Orti di comunità"


def test_without_relations_it_says_so(qtbot, program, catalogue):
    assert "Ancora nessuna relazione" in turn(qtbot, program, catalogue, "relations")


def test_an_organisation_has_a_page_with_its_practices(qtbot, program, catalogue):
    assert "Associazione L'Orto" in turn(qtbot, program, catalogue, "organisations")
    follow(qtbot, program, catalogue, "Associazione L'Orto")
    said = catalogue.reading._text.toPlainText()
    assert "capofila di 3 pratiche" in said
    assert "La corriera che ascolta" in said
    follow(qtbot, program, catalogue, "La corriera che ascolta")
    assert catalogue.reading._title.text() == "La corriera che ascolta"


def test_from_an_organisation_one_goes_back_to_the_practice(qtbot, program, catalogue):
    turn(qtbot, program, catalogue, "organisations")
    follow(qtbot, program, catalogue, "Associazione L'Orto")
    catalogue.reading._back.click()
    settle(qtbot, program)
    assert "capofila di" not in catalogue.reading._text.toPlainText()
    assert catalogue.reading._back.isHidden()


def test_a_practice_is_copied_as_text_and_as_a_citation(qtbot, program, catalogue):
    said = []
    catalogue.toasted.connect(lambda words, back: said.append(words))
    catalogue.reading.copy("text")
    settle(qtbot, program)
    assert "Il campo era vuoto" in QGuiApplication.clipboard().text()
    catalogue.reading.copy("citation")
    settle(qtbot, program)
    assert "Orti di comunità" in QGuiApplication.clipboard().text()
    assert "\n" not in QGuiApplication.clipboard().text().strip()
    assert said == ["Testo copiato", "Citazione copiata"]


def test_names_with_markup_stay_plain_text(qtbot, program, catalogue):
    practice = named(catalogue, "Orti di comunità")
    edit(qtbot, program, practice, lead_org__name="<b>Grassetto</b> & figli: 100%/2")
    turn(qtbot, program, catalogue, "organisations")
    follow(qtbot, program, catalogue, "<b>Grassetto</b> & figli: 100%/2")
    assert "capofila di 1 pratica" in catalogue.reading._text.toPlainText()


def test_the_attachments_are_shown_with_what_is_said_of_them(qtbot, program, catalogue, tmp_path, monkeypatch):
    picture = QImage(60, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    picture.save(str(tmp_path / "orto.png"))
    practice, cells = named(catalogue, "Orti di comunità"), {"title": "Le cassette", "type": "photo", "people": "yes"}

    def add(ws) -> Changes:
        attach(ws, practice, tmp_path / "orto.png", **cells)
        return Changes(frozenset({practice}))

    program.desk.write(program.window, add)
    settle(qtbot, program)
    turn(qtbot, program, catalogue, "attached")
    (row,) = catalogue.reading.attached.files
    assert row.isVisible()
    assert not catalogue.reading._text.isVisible()
    qtbot.waitUntil(lambda: "60 x 40" in row.about.text(), timeout=LONG)
    said = " ".join(label.text() for label in row.findChildren(Text))
    assert "Le cassette" in said
    assert "Persone riconoscibili: Sì" in said
    assert "Ancora da dire: Consenso: per quale uso, Consenso: fino a quando" in said
    copy = tmp_path / "copia.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    row.save.click()
    qtbot.waitUntil(copy.exists, timeout=LONG)
    assert copy.read_bytes() == (tmp_path / "orto.png").read_bytes()
    assert "Il campo era vuoto" in turn(qtbot, program, catalogue, "text")
    assert not row.isVisible()


def test_a_practice_without_files_says_how_they_come_here(qtbot, program, catalogue):
    turn(qtbot, program, catalogue, "attached")
    assert catalogue.reading.attached.files == []
    assert any("Nessun file" in label.text() for label in catalogue.reading.attached.findChildren(Text))
