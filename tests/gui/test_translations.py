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
