"""Every page for everybody: names for every input, everything by keyboard, whole at every text size, no window of its own that flashes."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from seeddesk.gui.pages.exporting import PasswordPanel
from seeddesk.gui.widgets.button import Button
from seeddesk.gui.widgets.text import Elided, Text
from seeddesk.services import recording

from .conftest import LONG, made_whole, opened, record, settle

pytestmark = pytest.mark.gui
INPUTS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractButton, QAbstractItemView)


def pages(qtbot, program):
    """Every page, every section of the form, one after the other in front."""
    window = program.window
    practice = record(qtbot, program)
    for name in ("catalogue", "organisations", "bin", "changes", "merge", "settings"):
        window.show_page(name)
        settle(qtbot, program)
        yield name, window.pages[name]
    window.pages["settings"].show_tab("forms")
    window.show_page("settings")
    settle(qtbot, program)
    yield "forms", window.pages["settings"]
    window.show_page("merge")
    window.pages["merge"].show_tab("conflicts")
    settle(qtbot, program)
    yield "conflicts", window.pages["merge"]
    window.show_page("settings", "safety")
    settle(qtbot, program)
    yield "safety", window.pages["settings"]
    window.show_help()
    yield "help", window._help
    window._leave_help()
    window.show_commands()
    yield "palette", window._commanding.palette
    window._commanding.palette.leave()
    page = opened(qtbot, program, practice)
    page.begin_interview()
    qtbot.wait(50)
    yield "interview", page
    page.interview.close_up()
    for number, section in enumerate(program.desk.form.sections):
        page.editor.show_section(number)
        made_whole(page.editor)
        view = page.editor.views[number]
        for repeat in view.placed.repeats.values():
            repeat.add_row()
        qtbot.wait(10)
        yield section.name, page


def test_every_input_on_every_page_has_a_name(qtbot, program):
    nameless = []
    for name, page in pages(qtbot, program):
        for widget in page.findChildren(QWidget):
            inner = widget.objectName().startswith("qt_") or (
                widget.parent() is not None and isinstance(widget.parent(), QAbstractItemView)
            )
            if isinstance(widget, INPUTS) and widget.isVisible() and not inner and not widget.accessibleName().strip():
                nameless.append((name, type(widget).__name__))
    assert nameless == []


def test_what_people_write_is_never_read_as_markup(qtbot, program):
    for _, page in pages(qtbot, program):
        assert all(label.textFormat() is Qt.TextFormat.PlainText for label in page.findChildren(Text))


class Watcher(QObject):
    """Notes every window that is shown beside the main one."""

    def __init__(self, main):
        super().__init__()
        self.main, self.shown = main, []

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and watched is not self.main
        ):
            self.shown.append(type(watched).__name__)
        return False


def test_no_part_of_a_page_flashes_as_a_window_of_its_own(qtbot, qapp, program):
    watcher = Watcher(program.window)
    qapp.installEventFilter(watcher)
    try:
        for _ in pages(qtbot, program):
            pass
    finally:
        qapp.removeEventFilter(watcher)
    assert watcher.shown == []


def test_tab_goes_through_a_section_and_comes_round(qtbot, qapp, program):
    *_, (_, page) = pages(qtbot, program)
    seen = set()
    for _ in range(400):
        qtbot.keyClick(qapp.focusWidget() or page, Qt.Key.Key_Tab)
        if qapp.focusWidget() in seen:
            break
        seen.add(qapp.focusWidget())
    assert len(seen) > 10


@pytest.mark.parametrize("size", [10, 20])
def test_pages_fit_at_every_text_size(qtbot, start, size):
    program = start(text_size=size)
    program.window.resize(1280, 800)
    record(qtbot, program)
    for name in ("catalogue", "merge", "settings"):
        program.window.show_page(name)
        settle(qtbot, program)
        page = program.window.pages[name]
        assert page.width() + program.window.rail.width() <= 1280, name


def cut(page):
    """Words that have less room than they need, and what is not wholly within what holds it."""
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or not widget.width() or isinstance(widget, Elided):
            continue
        one_line = isinstance(widget, Text) and not widget.wordWrap()
        high = widget.fontMetrics().height() if one_line else widget.heightForWidth(widget.width())
        wide = widget.sizeHint().width() if one_line or isinstance(widget, Button) else 0
        said = widget.text() if isinstance(widget, Text | Button) else ""
        if said and (widget.width() < wide - 1 or widget.height() < high - 1):
            yield said
        elif isinstance(widget, (*INPUTS, Text)) and stands_out(widget):
            yield f"{said or widget.accessibleName()}: outside"


def stands_out(widget) -> bool:
    """Whether a part of it cannot be seen, and not be scrolled to either."""
    within = widget
    while not within.isWindow() and (above := within.parentWidget()) is not None:
        area = above.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is above:
            return False
        if not above.rect().adjusted(-1, -1, 1, 1).contains(QRect(widget.mapTo(above, QPoint()), widget.size())):
            return True
        within = above
    return False


def cut_for_good(qtbot, page):
    """Those that are, once what was just shown is laid out."""
    for _ in range(20):
        if not (words := list(cut(page))):
            break
        qtbot.wait(20)
    return words


def panes(qtbot, program):
    """What stands in the catalogue beside its list, over it and in its place."""
    window, page = program.window, program.window.pages["catalogue"]
    yield "empty", page
    practice = record(qtbot, program)
    edit_twice(qtbot, program, practice)
    record(qtbot, program, title="Ballatoio aperto a chi passa e a chi resta")
    settle(qtbot, program)
    page.chosen.select(practice)
    for tab in ("text", "history", "attached", "relations", "organisations"):
        page.reading.show_tab(tab)
        settle(qtbot, program)
        yield tab, page
    page.export_closed()
    qtbot.wait(20)
    yield "password", page
    page.findChild(PasswordPanel).leave()
    page.show_saved()
    settle(qtbot, program)
    yield "saved searches", page
    page.searches.leave()
    page._show_help()
    qtbot.wait(20)
    yield "search help", page
    page.help.leave()
    if page._filters.isVisible():
        page._filters.setChecked(True)
        qtbot.wait(20)
        yield "filters", page
    page.list.selectAll()
    for kind in ("field", "tags", "status", "delete"):
        page.bulk.show_kind(kind)
        settle(qtbot, program)
        assert page.bulk.isVisible()
        yield kind, page
    window.toast.say("«Ballatoio aperto a chi passa e a chi resta, di sera e di mattina» è nel cestino", lambda: None)
    yield "toast", window
    window.toast.take_back()
    window.show_page("merge")
    window.pages["merge"].show_tab("conflicts")
    settle(qtbot, program)
    window.pages["merge"].conflicts.edit()
    box = window.pages["merge"].conflicts.view.editing
    line = box.fontMetrics().height()
    qtbot.waitUntil(lambda: box.visibleRegion().boundingRect().height() >= line, timeout=LONG)
    yield "a conflict that is edited", window.pages["merge"]


@pytest.mark.parametrize(("size", "wide", "high"), [(20, 1280, 800), (14, 1024, 700), (10, 900, 440)])
def test_no_word_is_cut_in_what_stands_beside_the_list_over_it_and_in_its_place(qtbot, start, size, wide, high):
    program = start(text_size=size)
    program.window.resize(wide, high)
    qtbot.wait(20)
    assert (program.window.width(), program.window.height()) == (wide, high)  # 900x440: a small laptop at 150 %
    found = {name: sorted(set(cut_for_good(qtbot, page))) for name, page in panes(qtbot, program)}
    assert {name: words for name, words in found.items() if words} == {}


AROUND = ("organisations", "bin", "changes", "merge", "settings", "forms", "conflicts", "safety", "help", "palette")


def cut_at_200_percent(qtbot, program):
    """Page -> words that are cut."""
    program.window.resize(1280, 800)
    found = {}
    for name, page in pages(qtbot, program):
        found[name] = sorted(set(cut_for_good(qtbot, page)))
    return found


def test_at_200_percent_no_word_is_cut_on_the_pages_around_the_editor(qtbot, start):
    found = cut_at_200_percent(qtbot, start(text_size=20))
    assert {name: found[name] for name in AROUND if found[name]} == {}


def test_at_200_percent_no_word_is_cut_in_the_catalogue_and_the_editor(qtbot, start):
    found = cut_at_200_percent(qtbot, start(text_size=20))
    assert {name: words for name, words in found.items() if words and name not in AROUND} == {}


def test_another_language_builds_the_window_anew_on_the_same_page(qtbot, program):
    program.window.show_page("settings")
    first = program.window
    first.pages["settings"].language.chosen.emit("en")
    qtbot.waitUntil(lambda: program.window is not first and bool(program.window.pages), timeout=LONG)
    settle(qtbot, program)
    assert program.window.current is program.window.pages["settings"]
    assert program.window.rail.tiles["catalogue"].text() == "Catalogue"


def test_every_input_of_every_kind_of_question_has_a_name(qtbot, ask):
    editor = ask(
        """
        type | name | label | appearance | parameters | guidance_hint
        text | a | A | url | | Look it up.
        text | b | B | multiline | |
        integer | c | C | | |
        range | d | D | | start=0 end=9 step=1 |
        range | e | E | rating | start=1 end=5 step=1 |
        select_one fruit | f | F | quick | |
        select_one agree | g | G | likert | |
        select_one fruit | h | H | minimal | |
        select_multiple fruit | i | I | | |
        select_multiple fruit | j | J | minimal | |
        rank fruit | k | K | | |
        acknowledge | l | L | | |
        geopoint | m | M | | |
        geotrace | n | N | | |
        image | o | O | | |
        date | p | P | | |
        begin_group | q | Q | table-list | |
        select_one agree | r | R | | |
        select_one agree | s | S | | |
        end_group | | | | |
        begin_repeat | t | T | | |
        text | u | U | | |
        begin_repeat | v | V | | |
        text | w | W | | |
        end_repeat | | | | |
        end_repeat | | | | |
        """
    )
    nameless = []
    for number in range(len(editor.session.form.sections)):
        editor.show_section(number)
        made_whole(editor)
        for _ in range(2):
            for repeat in list(editor.view.placed.repeats.values()):
                repeat.add_row()
        qtbot.wait(10)
        for widget in editor.window().findChildren(QWidget):
            inner = widget.objectName().startswith("qt_") or isinstance(widget.parent(), QAbstractItemView)
            if isinstance(widget, INPUTS) and widget.isVisible() and not inner and not widget.accessibleName().strip():
                nameless.append((number, type(widget).__name__))
    assert nameless == []


def test_the_window_is_whole_on_a_full_hd_screen_at_200_percent(qtbot, program):
    """960x540 is what such a screen has, bars included; so is what a small laptop has at 140 %."""
    window = program.window
    practice = record(qtbot, program)
    edit_twice(qtbot, program, practice)
    assert window.minimumWidth() <= 960
    assert window.minimumHeight() <= 500
    window.resize(960, 500)
    cuts = []
    for name, page in pages(qtbot, program):
        assert page.isVisible(), name
        assert page.width() <= 960, name
        cuts += [(name, said) for said in cut_for_good(qtbot, page)]
    assert window.size().height() == 500
    assert cuts == []


def edit_twice(qtbot, program, practice) -> None:
    """A practice in conflict, with a merge that is proposed."""
    made = []

    def part(ws):
        drafts = [recording.open_draft(ws, practice) for _ in range(2)]
        need = drafts[0].values["need"]
        for draft, words in zip(drafts, (f"Vennero in trenta. {need}", f"{need} Ora sono cento."), strict=True):
            recording.save(ws, draft, {"need": words})
        return practice

    program.desk.write(program.window, part, made.append)
    qtbot.waitUntil(lambda: bool(made), timeout=LONG)
