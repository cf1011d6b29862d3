"""No text of the window is missing, stale or unfinished in any language."""

import importlib.util

import pytest

pytestmark = pytest.mark.gui


@pytest.fixture
def i18n(root):
    spec = importlib.util.spec_from_file_location("build_i18n", root / "build" / "i18n.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_text_is_translated_and_every_translation_is_used(i18n):
    assert i18n.check() == []


def test_italian_plurals_have_both_forms(i18n):
    from xml.etree import ElementTree

    for message in ElementTree.parse(i18n.FOLDER / "seeddesk_it.ts").getroot().iter("message"):
        if message.get("numerus"):
            assert len(list(message.iter("numerusform"))) == 2, message.findtext("source")


def test_one_and_several_are_said_as_they_are_in_both_languages(qapp, i18n):
    from PySide6.QtCore import QCoreApplication

    from seeddesk.gui.i18n import install

    def said(count: int) -> str:
        return QCoreApplication.translate("MergePage", "%n conflict(s) to decide", "", count)

    install("en", i18n.FOLDER)
    assert (said(1), said(2)) == ("1 conflict to decide", "2 conflicts to decide")
    install("it", i18n.FOLDER)
    assert (said(1), said(2)) == ("1 conflitto da decidere", "2 conflitti da decidere")


def test_what_is_counted_is_written_as_the_language_writes_numbers(qapp, i18n):
    """The list said ``100000 pratiche`` under a box that said ``100.000``."""
    from PySide6.QtCore import QCoreApplication

    from seeddesk.gui.i18n import install

    said = {}
    for lang in ("en", "it"):
        install(lang, i18n.FOLDER)
        said[lang] = QCoreApplication.translate("CataloguePage", "%n practice(s)", "", 100_000)
    assert said == {"en": "100,000 practices", "it": "100.000 pratiche"}


def test_no_language_shows_the_bracketed_letters_of_a_plural(i18n):
    from xml.etree import ElementTree

    for lang in i18n.LANGUAGES:
        for form in ElementTree.parse(i18n.FOLDER / f"seeddesk_{lang}.ts").getroot().iter("numerusform"):
            assert "(s)" not in (form.text or "")


@pytest.mark.parametrize(
    ("lang", "catalogue", "thousands"),
    [
        ("el", "Κατάλογος", "31.800"),
        ("ro", "Catalog", "31.800"),
        ("sl", "Katalog", "31.800"),
        ("hr", "Katalog", "31.800"),
    ],
)
def test_a_language_that_is_begun_loads_and_says_the_rest_in_english(qapp, i18n, lang, catalogue, thousands):
    from PySide6.QtCore import QCoreApplication

    from seeddesk.gui import i18n as spoken

    try:
        spoken.install(lang, i18n.FOLDER)
        assert spoken.language() == lang
        assert QCoreApplication.translate("MainWindow", "Catalogue") == catalogue
        assert QCoreApplication.translate("MergePage", "%n conflict(s) to decide", "", 2) == "2 conflicts to decide"
        assert QCoreApplication.translate("ReadingPane", "Take the deletion back") == "Take the deletion back"
        assert spoken.number(31800) == thousands
        assert spoken.language_name(lang) == spoken.BEGUN[lang]
    finally:
        spoken.install("en", i18n.FOLDER)


def test_dates_are_said_in_the_language_of_the_window(qapp, i18n):
    from datetime import date

    from seeddesk.gui import i18n as spoken

    said = {}
    for lang in spoken.SPOKEN:
        spoken.install(lang, i18n.FOLDER)
        said[lang] = spoken.day(date(2026, 11, 22))
        assert spoken.decimal(2.34) == ("2.3" if lang == "en" else "2,3")
    spoken.install("en", i18n.FOLDER)
    assert said["it"] == "22 novembre 2026"
    assert len(set(said.values())) == len(said)


def test_labels_of_a_form_are_in_the_language_where_it_has_them_else_in_english():
    from seeddesk.domain.form import pick

    assert pick({"it": "Titolo", "en": "Title", "el": "Τίτλος"}, "el") == "Τίτλος"
    assert pick({"it": "Titolo", "en": "Title"}, "el") == "Title"
    assert pick({"it": "Titolo"}, "el") == "Titolo"


def test_the_begun_languages_are_the_same_in_the_window_and_for_the_tools(i18n):
    from seeddesk.gui import i18n as spoken

    assert tuple(spoken.BEGUN) == i18n.BEGUN
    assert tuple(spoken.LANGUAGES) == i18n.LANGUAGES


def test_a_window_in_greek_records_and_exports(qtbot, start, monkeypatch, tmp_path):
    from seeddesk.gui.pages import exporting

    from .conftest import LONG, record, settle

    monkeypatch.setattr(exporting, "dossier_folder", lambda: tmp_path / "dossiers")
    program = start(lang="el")
    practice = record(qtbot, program)
    window = program.window
    assert window.rail.tiles["catalogue"].text() == "Κατάλογος"
    window.show_page("practice", practice)
    qtbot.waitUntil(lambda: bool(window.pages["practice"].editor.views), timeout=LONG)
    window.pages["practice"].export()
    settle(qtbot, program)
    qtbot.waitUntil(lambda: bool(list((tmp_path / "dossiers").glob("*.docx"))), timeout=LONG)
    window.show_help()
    assert window._help.list.item(0).text() == "The catalogue"
