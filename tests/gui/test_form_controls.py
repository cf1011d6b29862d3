"""Every kind of question is answered in the window by what a person does: keys and the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage
from PySide6.QtWidgets import QLineEdit

from seeddesk.domain.values import NOT_KNOWN
from seeddesk.gui.editor.grid import GridBox
from seeddesk.gui.widgets.text import Text

from .conftest import LONG, box, value

pytestmark = pytest.mark.gui


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


def test_what_to_know_of_a_list_in_sight_is_said_before_it_and_of_a_line_after_it(qtbot, ask):
    editor = ask(
        "type | name | label | hint\nselect_multiple fruit | many | Many | Two at most\ntext | word | Word | One"
    )
    said = {text.text(): text for text in editor.findChildren(Text) if text.text() in ("Two at most", "One")}
    tops = {words: text.mapTo(editor, QPoint(0, 0)).y() for words, text in said.items()}
    many, word = (box(editor, path).input.mapTo(editor, QPoint(0, 0)).y() for path in ("many", "word"))
    assert tops["Two at most"] < many < word < tops["One"]


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
        if path in "cg":  # a line says it within itself, what is in parts beside its label
            said = next(text for text in question.findChildren(Text) if text.text() == "not known yet")
            qtbot.waitUntil(lambda said=said, top=question.label: said.y() < top.y() + top.height(), timeout=LONG)
        editor.toggle_unknown()
        assert value(editor, path) is None, path


def test_a_row_with_a_table_of_choices_goes_and_the_form_goes_on(qtbot, ask):
    editor = ask(
        """
        type | name | label | appearance | relevant
        begin_group | all | All | |
        begin_repeat | people | People | |
        begin_group | views | Views | table-list |
        select_one agree | work | Work pays | |
        select_one agree | rest | Rest is needed | |
        end_group | | | |
        end_repeat | | | |
        text | more | More | |
        text | most | Most | | ${more} != ''
        end_group | | | |
        """
    )
    repeat = editor.view.placed.repeats["people"]
    repeat.add_row()
    row = next(iter(repeat.cards))
    assert editor.findChildren(GridBox)
    repeat.remove_row(row)
    qtbot.waitUntil(lambda: not editor.findChildren(GridBox), timeout=LONG)
    qtbot.keyClicks(box(editor, "more").input, "x")
    editor.session.follow()
    assert not box(editor, "most").isHidden()
