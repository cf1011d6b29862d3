"""What follows from an edit is seen at once: quotes, calculations, rows in rows, counted rows, messages, other languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from .conftest import LONG, box, made_whole, value

pytestmark = pytest.mark.gui


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
        made_whole(editor)
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


def test_a_preview_reads_its_file_again_and_says_what_is_wrong(qtbot, ask, tmp_path):
    editor = ask("type | name | label\ntext | a | A")
    window = editor.window()
    folder = tmp_path / "form0"
    survey = (folder / "survey.csv").read_text("utf-8")
    (folder / "survey.csv").write_text(survey.replace("text,a,A", "text,a,\ntext,a,B"), encoding="utf-8")
    with qtbot.waitSignal(window.shown, timeout=LONG):
        qtbot.keyClick(window, Qt.Key.Key_F5)
    assert window.editor is None
    assert any(remark.is_error and remark.row for remark in window.remarks)
    (folder / "survey.csv").write_text(survey.replace("text,a,A", "text,a,Better"), encoding="utf-8")
    with qtbot.waitSignal(window.shown, timeout=LONG):
        qtbot.keyClick(window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: bool(window.editor.views), timeout=LONG)
    assert box(window.editor, "a").label.text() == "Better"


def test_a_preview_keeps_nothing(qtbot, ask):
    import tempfile
    from pathlib import Path

    editor = ask("type | name | label\ntext | a | A")
    qtbot.keyClicks(box(editor, "a").input, "x")
    editor.session.flush()
    qtbot.waitUntil(lambda: editor.session.clean, timeout=LONG)
    folders = list(editor.window()._folders)
    assert all(folder.is_dir() for folder in folders)
    editor.window().close()
    assert not any(folder.exists() for folder in folders)
    assert all(Path(tempfile.gettempdir()) in folder.parents for folder in folders)
