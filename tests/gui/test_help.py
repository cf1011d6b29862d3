"""F1: the page for where you are, in both languages, saying nothing the window does not say."""

import re
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication

from seeddesk.domain.messages import sentences
from seeddesk.domain.workflow import STATUSES
from seeddesk.gui.pages.help import SPOKEN, TOPICS, HelpPage, _Browser, keys_table, text, topic_of

from .conftest import record, settle

pytestmark = pytest.mark.gui


def said_in_the_window(root, lang):
    """Every text the program can show in a language."""
    found = {sentence[lang] for sentence in sentences().values()} | {status[lang] for status in STATUSES.values()}
    for message in ElementTree.parse(root / "resources" / "translations" / "seeddesk_it.ts").getroot().iter("message"):
        translation = message.find("translation")
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        found |= {message.findtext("source")} if lang == "en" else set(forms)
    return found


@pytest.mark.parametrize("lang", SPOKEN)
@pytest.mark.parametrize("topic", TOPICS)
def test_what_a_page_names_in_bold_stands_in_the_window_under_that_name(root, lang, topic):
    known = " ".join(said_in_the_window(root, lang)).casefold()
    named = [name for name in re.findall(r"\*\*(.+?)\*\*", text(topic, lang)) if len(name) < 60]
    assert [name for name in named if name.casefold().rstrip("…") not in known] == []


@pytest.mark.parametrize("topic", TOPICS)
def test_links_lead_to_pages_and_are_the_same_in_both_languages(topic):
    links = {lang: sorted(re.findall(r"\]\((.+?)\)", text(topic, lang))) for lang in SPOKEN}
    assert set(links["en"]) <= set(TOPICS)
    assert links["it"] == links["en"]
    assert text(topic, "it").count("\n## ") == text(topic, "en").count("\n## ")


def test_keys_a_page_names_are_keys_of_the_window(window):
    names = {"Enter": "Return", "Left": "Left", "Space": "Space"}
    known = {action.keys for action in window.actions_known.all()}
    known |= {"Esc", "Alt+Shift+Down", "2", "0", "Ctrl+Y"}
    for topic in TOPICS:
        for key in re.findall(
            r"`((?:(?:Ctrl|Alt|Shift) )*(?:F\d+|Enter|Esc|Space|Up|Down|Left|[A-Z.+\-0-9]))`", text(topic, "en")
        ):
            portable = "+".join(names.get(part, part) for part in key.split(" "))
            assert portable in known, (topic, key)


@pytest.mark.parametrize(
    ("page", "what", "topic"),
    [
        ("catalogue", None, "catalogue"),
        ("merge", None, "merge"),
        ("settings", "safety", "backups"),
        ("practice", "new", "editor"),
    ],
)
def test_f1_opens_the_page_for_where_one_is_and_escape_comes_back(qtbot, program, window, page, what, topic):
    window.show_page(page, what)
    settle(qtbot, program)
    focus = QApplication.focusWidget()
    qtbot.keyClick(focus or window, Qt.Key.Key_F1)
    assert window._help.isVisible()
    assert window._help.topic == topic
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.current is window.pages[page]
    assert focus is None or focus.hasFocus()


def test_conflicts_and_the_interview_have_pages_of_their_own(qtbot, program, window):
    practice = record(qtbot, program)
    window.show_page("merge")
    window.pages["merge"].show_tab("conflicts")
    assert topic_of(window.place()) == "conflicts"
    window.show_page("practice", practice)
    settle(qtbot, program)
    window.pages["practice"].begin_interview()
    assert topic_of(window.place()) == "interview"
    window.show_help()
    assert window._help.topic == "interview"
    window._leave_help()
    assert window.place() == "interview"


def test_help_is_there_before_there_is_a_catalogue(qtbot, start):
    program = start(author="")
    program.window.show_help()
    assert program.window._help.topic == "opening"
    program.window._leave_help()
    assert program.window.stack.currentWidget() is program.window.first_run


def test_searching_leaves_the_pages_that_have_the_words_and_marks_them(qtbot, window):
    window.show_help("catalogue")
    page = window._help
    qtbot.keyClicks(page.box, "chiavetta")
    assert [page.list.item(row).text() for row in range(page.list.count())]
    assert page.topic in ("backups", "opening")
    assert page.browser.extraSelections()
    page.box.setText("zzzz")
    assert page.list.count() == 0
    assert page._none.isVisible()


def test_the_keys_are_those_of_the_window(window):
    table = keys_table(window.actions_known.all())
    assert "| Ctrl K | Comandi |" in table
    assert "| Ctrl + | Testo più grande |" in table
    window.show_help("keys")
    assert "Ctrl Shift D" in window._help.browser.toPlainText()


def test_the_help_loads_and_opens_nothing(qtbot, qapp):
    browser = _Browser()
    qtbot.addWidget(browser)
    assert browser.loadResource(2, QUrl("file:///etc/hostname")) is None
    page = HelpPage("en")
    qtbot.addWidget(page)
    page.open_at("catalogue", ())
    page.browser.anchorClicked.emit(QUrl("https://example.org/"))
    assert page.topic == "catalogue"
    page.browser.anchorClicked.emit(QUrl("merge"))
    assert page.topic == "merge"
