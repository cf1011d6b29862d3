"""Every kind of question is answered in the window by what a person does: keys and the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage
from PySide6.QtWidgets import QLineEdit

from seeddesk.domain.values import NOT_KNOWN
from seeddesk.gui import i18n, theme
from seeddesk.gui.preview import Preview
from seeddesk.services import paths, settings

from ..support.forms import write_sheets
from .conftest import LONG

pytestmark = pytest.mark.gui
CHOICES = """
list_name | name | label
fruit | apple | Apple
fruit | pear | Pear
fruit | fig | Fig
fruit | plum | Plum
agree | no | Not at all
agree | bit | A little
agree | yes | Fully
"""


@pytest.fixture
def ask(qapp, qtbot, form_cache, monkeypatch, tmp_path):
    """Opens a form written as sheets; returns its editor with the first section in front."""
    monkeypatch.setenv("XDG_CACHE_HOME", form_cache)
    qapp.setStyle("Fusion")
    i18n.install("en", paths.resources() / "translations")
    theme.apply(qapp, "light")
    opened: list[Preview] = []

    def run(survey: str, choices: str = CHOICES):
        folder = write_sheets(tmp_path / f"form{len(opened)}", survey, choices)
        window = Preview(folder, settings.load(), "en")
        opened.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: window.editor is not None and bool(window.editor.views), timeout=LONG)
        qtbot.waitUntil(window.isActiveWindow, timeout=LONG)
        qtbot.wait(20)
        return window.editor

    yield run
    for window in opened:
        window.close()
    qapp.processEvents()


def value(editor, path):
    """What the session holds now, consequences included."""
    editor.session.follow()
    return editor.session.values.get(path)


def box(editor, path):
    """The question on its page."""
    editor.show_section(editor.section_of(path))
    found = editor.view.box(path)
    assert found is not None, path
    return found


def test_text_numbers_and_dates_are_typed(qtbot, ask):
    editor = ask(
        """
        type | name | label | appearance
        text | word | Word |
        integer | count | Count | thousands-sep
        decimal | share | Share |
        date | day | Day |
        date | born | Born | year
        date | since | Since | month-year
        time | hour | Hour |
        dateTime | moment | Moment |
        barcode | code | Code |
        text | secret | Secret | masked
        text | phone | Phone | numbers
        """
    )
    typed = {
        "word": ("Ada", "Ada"), "count": ("12345", "12345"), "share": ("0.5", "0.5"), "day": ("15/3/2021", "2021-03-15"),
        "born": ("1961", "1961"), "since": ("3/2021", "2021-03"), "code": ("40012", "40012"), "secret": ("x", "x"),
    }  # fmt: skip
    for path, (keys, wanted) in typed.items():
        box(editor, path).focus()
        qtbot.keyClicks(box(editor, path).input, keys)
        assert value(editor, path) == wanted, path
    qtbot.keyClicks(box(editor, "phone").input, "12a-3")
    assert value(editor, "phone") == "12-3"
    qtbot.keyClicks(box(editor, "hour").input, "7:30")
    assert str(value(editor, "hour")).startswith("07:30")
    qtbot.keyClicks(box(editor, "moment").input, "15/3/2021 7:30")
    assert str(value(editor, "moment")).startswith("2021-03-15T07:30")
    assert box(editor, "secret").input.echoMode() is QLineEdit.EchoMode.Password
    box(editor, "word").focus()
    assert box(editor, "count").input.text() == "12,345"


def test_a_full_date_typed_where_a_year_is_asked_is_cut_to_it(qtbot, ask):
    editor = ask("type | name | label | appearance\ndate | born | Born | year")
    qtbot.keyClicks(box(editor, "born").input, "15/3/1961")
    assert value(editor, "born") == "1961"


def test_a_range_begins_empty_and_is_set_by_key_mouse_and_number(qtbot, ask):
    editor = ask(
        "type | name | label | parameters\nrange | level | Level | start=0 end=10 step=2\ntext | other | Other |"
    )
    question = box(editor, "level")
    slider = question.input.slider
    assert value(editor, "level") is None
    assert slider.accessibleDescription() == "no answer"
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert value(editor, "level") == "0"
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert value(editor, "level") == "2"
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 12, slider.height() // 2))
    assert value(editor, "level") == "10"
    assert question.input.line.text() == "10"
    qtbot.keyClick(slider, Qt.Key.Key_Delete)
    assert value(editor, "level") is None
    qtbot.keyClicks(question.input.line, "6")
    assert value(editor, "level") == "6"
    assert slider.accessibleDescription() == "6"


def test_stars_are_pressed_and_taken_back(qtbot, ask):
    editor = ask(
        "type | name | label | parameters | appearance\nrange | stars | Stars | start=1 end=5 step=1 | rating\ntext | t | T | |"
    )
    stars = box(editor, "stars").input.stars
    assert len(stars) == 5
    qtbot.mouseClick(stars[3], Qt.MouseButton.LeftButton)
    assert value(editor, "stars") == "4"
    stars[3].setFocus()
    qtbot.keyClick(stars[3], Qt.Key.Key_Space)
    assert value(editor, "stars") is None


@pytest.mark.parametrize("appearance", ["quick", "likert", "columns-2", "columns-pack", "no-buttons"])
def test_one_of_a_list_in_sight_is_chosen_and_taken_back(qtbot, ask, appearance):
    editor = ask(f"type | name | label | appearance\nselect_one fruit | fruit | Fruit | {appearance}\ntext | t | T |")
    parts = box(editor, "fruit").input._parts
    assert [part.text() for part in parts.values()] == ["Apple", "Pear", "Fig", "Plum"]
    qtbot.mouseClick(parts["pear"], Qt.MouseButton.LeftButton)
    assert value(editor, "fruit") == "pear"
    parts["fig"].setFocus()
    qtbot.keyClick(parts["fig"], Qt.Key.Key_Space)
    assert value(editor, "fruit") == "fig"
    qtbot.keyClick(parts["fig"], Qt.Key.Key_Space)
    assert value(editor, "fruit") is None


def test_a_quick_answer_goes_on_to_the_next_question(qtbot, qapp, ask):
    editor = ask("type | name | label | appearance\nselect_one fruit | fruit | Fruit | quick\ntext | next | Next |")
    question = box(editor, "fruit")
    question.focus()
    qtbot.mouseClick(question.input._parts["fig"], Qt.MouseButton.LeftButton)
    assert not question.isAncestorOf(qapp.focusWidget())


@pytest.mark.parametrize("appearance", ["minimal", "autocomplete"])
def test_one_of_a_list_is_typed(qtbot, ask, appearance):
    editor = ask(f"type | name | label | appearance\nselect_one fruit | fruit | Fruit | {appearance}\ntext | t | T |")
    question = box(editor, "fruit")
    question.focus()
    qtbot.keyClicks(question.input, "Pl")
    question.input._take_row(question.input._model.index(0))
    qtbot.waitUntil(lambda: value(editor, "fruit") == "plum", timeout=LONG)


def test_several_of_a_list_are_ticked_or_added_as_chips(qtbot, ask):
    editor = ask(
        "type | name | label | appearance\nselect_multiple fruit | ticks | Ticks |\nselect_multiple fruit | chips | Chips | minimal"
    )
    parts = box(editor, "ticks").input._parts
    qtbot.mouseClick(parts["apple"], Qt.MouseButton.LeftButton)
    parts["fig"].setFocus()
    qtbot.keyClick(parts["fig"], Qt.Key.Key_Space)
    assert value(editor, "ticks") == ("apple", "fig")
    line = box(editor, "chips").input.line
    line.setFocus()
    qtbot.keyClicks(line, "pea")
    line._take_row(line._model.index(0))
    qtbot.waitUntil(lambda: value(editor, "chips") == ("pear",), timeout=LONG)
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert not value(editor, "chips")


def test_an_order_is_made_by_keys_and_has_no_answer_before(qtbot, ask):
    editor = ask("type | name | label\nrank fruit | order | Order\ntext | t | T")
    rank = box(editor, "order").input
    assert value(editor, "order") is None
    rank.list.setFocus()
    rank.list.setCurrentRow(2)
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(rank.list, Qt.Key.Key_Up, both)
    assert value(editor, "order") == ("apple", "fig", "pear", "plum")
    qtbot.mouseClick(rank.down, Qt.MouseButton.LeftButton)
    assert value(editor, "order") == ("apple", "pear", "fig", "plum")
    qtbot.mouseClick(rank.off, Qt.MouseButton.LeftButton)
    assert value(editor, "order") is None
    qtbot.mouseClick(rank.agree, Qt.MouseButton.LeftButton)
    assert value(editor, "order") == ("apple", "pear", "fig", "plum")


def test_an_acknowledgement_is_a_tick(qtbot, ask):
    editor = ask("type | name | label\nacknowledge | read | I have read it\ntext | t | T")
    tick = box(editor, "read").input.tick
    tick.setFocus()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert value(editor, "read") == "OK"
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    assert value(editor, "read") is None


def test_points_are_typed_one_a_line_and_kept_as_the_standard_writes_them(qtbot, ask):
    editor = ask("type | name | label\ngeopoint | here | Here\ngeotrace | way | Way\ngeoshape | field | Field")
    qtbot.keyClicks(box(editor, "here").input.line, "45.07 7.68 240 5")
    assert value(editor, "here") == "45.07 7.68 240 5"
    line = box(editor, "way").input.line
    qtbot.keyClicks(line, "45 7")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClicks(line, "46 7")
    assert value(editor, "way") == "45 7; 46 7"
    assert line.toPlainText() == "45 7\n46 7"
    assert box(editor, "way").input._said.text() == "2 points"
    qtbot.keyClicks(box(editor, "field").input.line, "95 7")
    assert value(editor, "field") == "95 7"
    assert [problem.path for problem in editor.session.evaluation.problems] == ["field"]


def test_a_picture_is_dropped_shown_replaced_and_taken_out(qtbot, ask, tmp_path):
    editor = ask("type | name | label\nimage | photo | Photo\ntext | t | T")
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(QColor("#336699"))
    file, wrong = tmp_path / "photo.png", tmp_path / "notes.txt"
    assert picture.save(str(file))
    wrong.write_text("no picture")
    entry = box(editor, "photo").input

    def drop(path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        button, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        entry.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, button, key))

    drop(wrong)
    assert "notes.txt is not what this question asks for" in entry._said.text()
    drop(file)
    qtbot.waitUntil(lambda: str(value(editor, "photo")).startswith("sha256:"), timeout=LONG)
    qtbot.waitUntil(lambda: not entry._picture.isHidden(), timeout=LONG)
    assert entry.choose.text() == "Replace"
    qtbot.mouseClick(entry.drop, Qt.MouseButton.LeftButton)
    assert value(editor, "photo") is None


GRID = """
type | name | label | appearance
begin_group | g | Opinions | field-list
select_one agree | heads | How far? | label
select_one agree | clear | It was clear | list-nolabel
select_one agree | useful | It was useful | list-nolabel
end_group | | |
"""


def test_a_grid_is_a_table_with_headings_walked_by_arrows(qtbot, qapp, ask):
    editor = ask(GRID)
    first, second = box(editor, "clear"), box(editor, "useful")
    assert [row.path for row in editor.view.placed.grids[0].rows] == ["clear", "useful"]
    assert "heads" not in editor.view.placed.boxes
    first.focus()
    qtbot.keyClick(qapp.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(qapp.focusWidget(), Qt.Key.Key_Space)
    assert value(editor, "clear") == "bit"
    qtbot.keyClick(qapp.focusWidget(), Qt.Key.Key_Down)
    assert second.isAncestorOf(qapp.focusWidget())
    assert qapp.focusWidget().accessibleName() == "It was useful: A little"
    qtbot.keyClick(qapp.focusWidget(), Qt.Key.Key_Return)
    assert value(editor, "useful") == "bit"


def test_what_a_label_quotes_follows_the_typing(qtbot, ask):
    editor = ask("type | name | label\ntext | who | Name\ninteger | age | Age of ${who}")
    qtbot.keyClicks(box(editor, "who").input, "Ada")
    qtbot.waitUntil(lambda: box(editor, "age").label.text() == "Age of Ada", timeout=LONG)


def test_a_calculation_joins_the_step_of_undo_of_what_set_it_off(qtbot, ask):
    editor = ask(
        "type | name | label | calculation\ninteger | a | A |\ncalculate | twice | | ${a} * 2\nnote | n | Twice: ${twice} |"
    )
    qtbot.keyClicks(box(editor, "a").input, "21")
    assert value(editor, "twice") == "42"
    editor.session.undo()
    assert value(editor, "a") is None
    assert value(editor, "twice") is None
    editor.session.redo()
    assert value(editor, "twice") == "42"


def test_what_a_form_sets_on_a_change_is_taken_back_with_it_and_not_set_again(qtbot, ask):
    editor = ask(
        "type | name | label | calculation | trigger\ntext | a | A | |\ntext | b | B | concat('seen ', ${a}) | ${a}"
    )
    qtbot.keyClicks(box(editor, "a").input, "x")
    qtbot.waitUntil(lambda: value(editor, "b") == "seen x", timeout=LONG)
    editor.session.undo()
    assert (value(editor, "a"), value(editor, "b")) == (None, None)


NESTED = """
type | name | label | appearance
begin_repeat | person | Person |
text | name | Name |
begin_repeat | income | Income |
decimal | amount | Amount |
end_repeat | | |
end_repeat | | |
select_one ${name} | main | Who earns most | minimal
"""


def test_rows_in_rows_are_cards_in_cards(qtbot, ask):
    editor = ask(NESTED)
    repeat = editor.view.placed.repeats["person"]
    qtbot.mouseClick(repeat.add, Qt.MouseButton.LeftButton)
    person = editor.session.record.rows("person")[0]
    qtbot.keyClicks(editor.view.box(f"{person}.name").input, "Ada")
    inner = editor.view.placed.repeats[f"{person}.income"]
    qtbot.mouseClick(inner.add, Qt.MouseButton.LeftButton)
    income = editor.session.record.rows(f"{person}.income")[0]
    qtbot.keyClicks(editor.view.box(f"{income}.amount").input, "120")
    assert value(editor, f"{income}.amount") == "120"
    qtbot.waitUntil(lambda: "Ada" in repeat.cards[person].accessibleName(), timeout=LONG)
    editor.session.remove_row(person)
    assert not repeat.cards
    assert f"{person}.name" not in editor.view.placed.boxes
    editor.session.undo()
    assert value(editor, f"{income}.amount") == "120"
    assert list(repeat.cards) == [person]


def test_rows_are_choices_where_the_form_says_so(qtbot, ask):
    editor = ask(NESTED)
    for name in ("Ada", "Bruno"):
        row = editor.session.add_row("person")
        editor.session.change({f"{row}.name": name})
    assert [editor.asking.words("main", choice.label) for choice in editor.asking.choices("main")] == ["Ada", "Bruno"]
    question = box(editor, "main")
    question.focus()
    qtbot.keyClicks(question.input, "Br")
    question.input._take_row(question.input._model.index(0))
    qtbot.waitUntil(lambda: value(editor, "main") is not None, timeout=LONG)
    assert question.input.text() == "Bruno"


def test_counted_rows_come_and_go_with_the_count_and_cannot_be_added(qtbot, ask):
    editor = ask(
        "type | name | label | repeat_count\ninteger | n | How many |\nbegin_repeat | bed | Bed | ${n}\ntext | crop | Crop |\nend_repeat | | |"
    )
    count = box(editor, "n").input
    qtbot.keyClicks(count, "2")
    editor.session.follow()
    repeat = editor.view.placed.repeats.get("bed")
    if repeat is None:  # a repeat that stands alone makes a section of its own
        editor.show_section(editor.section_of("bed[].crop"))
        repeat = editor.view.placed.repeats["bed"]
    shown = [card for card in repeat.cards.values() if not card.isHidden()]
    assert len(shown) == 2
    assert repeat.add.isHidden()
    assert not shown[0]._tools
    editor.session.set("n", "1")
    editor.session.follow()
    assert len([card for card in repeat.cards.values() if not card.isHidden()]) == 1
    assert len(editor.session.record.rows("bed")) == 2


def test_a_message_for_what_is_required_is_said_once_the_question_was_left(qtbot, ask):
    editor = ask("type | name | label | required | required_message\ntext | a | A | yes | Say who.\ntext | b | B | |")
    assert box(editor, "a").problem.text() == ""
    box(editor, "a").focus()
    qtbot.keyClicks(box(editor, "a").input, "x")
    qtbot.keyClick(box(editor, "a").input, Qt.Key.Key_Backspace)
    qtbot.keyClick(box(editor, "a").input, Qt.Key.Key_Tab)
    editor.session.follow()
    assert box(editor, "a").problem.text() == "Say who."


def test_guidance_is_there_when_asked_for(qtbot, ask):
    editor = ask("type | name | label | guidance_hint\ntext | a | A | Look at the register.\ntext | b | B |")
    from seeddesk.gui.editor.field_box import MoreHelp

    help_ = editor.view.findChild(MoreHelp)
    assert help_.words.isHidden()
    qtbot.mouseClick(help_.button, Qt.MouseButton.LeftButton)
    assert help_.words.text() == "Look at the register."
    assert not help_.words.isHidden()


def test_the_questions_can_be_asked_in_another_language_of_the_form(qtbot, ask):
    editor = ask(
        "type | name | label::Français (fr) | label::Ελληνικά (el)\ntext | a | Nom | Όνομα",
        "list_name | name | label::Français (fr)\nx | y | Y",
    )
    assert box(editor, "a").label.text() == "Nom"
    assert not editor.language.isHidden()
    editor.speak("el")
    assert box(editor, "a").label.text() == "Όνομα"


def test_eight_thousand_choices_are_narrowed_within_a_frame(qtbot, ask):
    import time

    many = "list_name | name | label\n" + "\n".join(
        f"fruit | c{n} | Place {n} {'north' if n % 2 else 'south'}" for n in range(8000)
    )
    editor = ask(
        "type | name | label | appearance\nselect_one fruit | fruit | Fruit | autocomplete\ntext | t | T |", many
    )
    question = box(editor, "fruit")
    question.focus()
    qtbot.keyClicks(question.input, "Pla")
    model = question.input._model
    spent = min(_timed(lambda: model.narrow("place 79"), time.process_time) for _ in range(5))
    baseline = min(_timed(lambda: [f"Place {n}".casefold() for n in range(8000)], time.process_time) for _ in range(5))
    assert model.rowCount() == 111
    assert spent < 12 * baseline


def _timed(work, clock) -> float:
    start = clock()
    work()
    return clock() - start


def test_not_known_yet_is_an_answer_of_every_kind(qtbot, ask):
    editor = ask(
        "type | name | label | appearance\ntext | a | A |\nselect_one fruit | b | B | quick\nselect_multiple fruit | c | C |\n"
        "rank fruit | d | D |\nimage | e | E |\ngeopoint | f | F |\nacknowledge | g | G |"
    )
    for path in "abcdefg":
        question = box(editor, path)
        editor.focus_came(path)
        editor.toggle_unknown()
        assert value(editor, path) is NOT_KNOWN, path
        question.refresh()
        editor.toggle_unknown()
        assert value(editor, path) is None, path
