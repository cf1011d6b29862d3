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


def test_no_language_shows_the_bracketed_letters_of_a_plural(i18n):
    from xml.etree import ElementTree

    for lang in i18n.LANGUAGES:
        for form in ElementTree.parse(i18n.FOLDER / f"seeddesk_{lang}.ts").getroot().iter("numerusform"):
            assert "(s)" not in (form.text or "")
