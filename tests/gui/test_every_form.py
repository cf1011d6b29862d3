"""Every form we have, answered whole in the window by keys and mouse: the record is what was meant, and what the command line makes of the same
answers; saved and opened again it is the same; taken back step by step it is as it began."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from seeddesk.domain.form import Kind
from seeddesk.gui.editor.chips_input import ChipsInput
from seeddesk.gui.editor.file_input import FileInput
from seeddesk.gui.editor.grid import MarksInput
from seeddesk.gui.editor.options_input import OptionsInput
from seeddesk.gui.editor.picker import Picker
from seeddesk.gui.editor.range_input import RangeInput, StarsInput
from seeddesk.gui.editor.rank_input import RankInput
from seeddesk.gui.editor.small_inputs import GeoInput, SegmentInput, TickInput
from seeddesk.services import forms

from ..support.form_answers import EVERY, PRACTICE, Answer, answers, form_of, leveled, volatile
from ..support.public_forms import path_of
from ..support.terminal import bare, run
from .conftest import LONG, made_whole, settle

__all__ = ["bare", "run"]  # fixtures
pytestmark = pytest.mark.gui
LEFT = Qt.MouseButton.LeftButton


def path_in(editor, name: str) -> str:
    """Where an answer lies in the window: rows counted from 0 are added until they are there."""
    path = ""
    for part in name.replace("]", "").split("."):
        head, _, number = part.partition("[")
        path += ("." if path else "") + head
        if number:
            editor.session.follow()
            rows = editor.session.record.rows(path)
            if int(number) >= len(rows):
                editor.show_section(editor.section_of(path))
                made_whole(editor)
                parent = path.rpartition(".")[0]
                if parent.endswith("]"):
                    editor.view.box(f"{path}[x].")  # opens the cards above
                repeat = editor.view.placed.repeats[path]
                repeat.add.click()
                rows = editor.session.record.rows(path)
            path = rows[int(number)]
    return path


def type_in(line, text: str) -> None:
    """Key by key, letters of every script."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(line, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def pick(qtbot, line: Picker, code: str) -> None:
    """Type what a choice is called, and take it from the list that opens."""
    line.setFocus()
    line.selectAll()
    label = next(
        line._asking.words("", each.label, each.name) for each in line._asking.choices(line._path) if each.name == code
    )
    type_in(line, label)
    shown = [line._model.choice(row).name for row in range(line._model.rowCount())]
    popup = line.popup
    for _ in range(shown.index(code)):
        qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.wait(1)


def give(qtbot, editor, path: str, answer: Answer) -> None:
    """Answer one question as a person does."""
    editor.show_section(editor.section_of(path))
    box = editor.view.box(path)
    assert box is not None, answer.name
    assert not box.isHidden(), answer.name
    if editor.session.values.get(path) == answer.value:
        return  # the form said so first
    entry, codes = box.input, answer.value if isinstance(answer.value, tuple) else (answer.value,)
    box.focus()
    match entry:
        case TickInput():
            qtbot.keyClick(entry.tick, Qt.Key.Key_Space)
        case SegmentInput():
            qtbot.mouseClick(entry._segment._parts[codes[0]], LEFT)
        case OptionsInput() | MarksInput():
            parts = entry._parts if isinstance(entry, OptionsInput) else entry._marks
            for code, part in parts.items():
                if (code in codes) != part.isChecked() and (isinstance(answer.value, tuple) or code in codes):
                    part.setFocus()
                    qtbot.keyClick(part, Qt.Key.Key_Space)
        case StarsInput():
            entry.stars[int(answer.typed) - 1].click()
        case RangeInput():
            entry.line.setFocus()
            entry.line.selectAll()
            type_in(entry.line, answer.typed)
        case RankInput():
            for place, code in enumerate(codes):
                at = entry._order().index(code)
                entry.list.setCurrentRow(at)
                for _ in range(at - place):
                    qtbot.mouseClick(entry.up, LEFT)
            if not entry.agree.isHidden():
                qtbot.mouseClick(entry.agree, LEFT)
        case FileInput():
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(answer.typed)])
            entry.dropEvent(
                QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
            )
            qtbot.waitUntil(lambda: editor.session.values.get(path) == answer.value, timeout=LONG)
        case ChipsInput() if entry._free:
            for word in codes:
                type_in(entry.line, word)
                qtbot.keyClick(entry.line, Qt.Key.Key_Return)
        case ChipsInput():
            for code in codes:
                pick(qtbot, entry.line, code)
        case Picker():
            pick(qtbot, entry, codes[0])
        case _:
            line = entry.line if isinstance(entry, GeoInput) else entry
            line.setFocus()
            line.selectAll()
            type_in(line, answer.typed)
    editor.session.follow()


def known(editor, form) -> dict:
    """The record in the window, without what the clock and chance made."""
    return steady(leveled(editor.session.values), form)


def steady(values: dict, form) -> dict:
    own = {field.template for field in form.fields.values() if field.answered or field.calculate}
    moving = volatile(form)
    return {
        path: tuple(sorted(value)) if form.fields[_plain(path)].kind is Kind.CHOICES else value
        for path, value in values.items()
        if _plain(path) in own and _plain(path) not in moving and value
    }


def _plain(path: str) -> str:
    import re

    return re.sub(r"\[[^\]]*\]", "[]", path)


def nested(values: dict, above: str = "") -> dict:
    found = {}
    for key, value in values.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for number, row in enumerate(value):
                found |= nested({k: v for k, v in row.items() if k != "row"}, f"{above}{key}[{number}].")
        else:
            found[above + key] = tuple(value) if isinstance(value, list) else value
    return found


@pytest.mark.parametrize("name", EVERY)
def test_a_form_is_answered_whole(qtbot, program, window, run, tmp_path, name):
    form = form_of(name)
    if name != PRACTICE:
        program.desk.write(window, lambda ws: forms.add(ws, path_of(name)))
        settle(qtbot, program)
        run("form", "add", str(path_of(name)))
    told = answers(name, tmp_path / "files")
    window.show_page("practice", f"new {form.id}")
    page = window.pages["practice"]
    editor, session = page.editor, page.session
    qtbot.waitUntil(lambda: session.form.id == form.id and bool(editor.views), timeout=LONG)
    settle(qtbot, program)
    began = known(editor, form)
    for answer in told:
        give(qtbot, editor, path_in(editor, answer.name), answer)
    made = known(editor, form)
    assert {one.name: made.get(one.name) for one in told if _plain(one.name) not in volatile(form)} == {
        one.name: tuple(sorted(one.value)) if one.field.kind is Kind.CHOICES else one.value
        for one in told
        if _plain(one.name) not in volatile(form)
    }
    assert session.evaluation.problems == ()

    code, out, err = run("new", "--form", form.id, *(f"{one.name}={one.typed}" for one in told))
    assert code == 0, err
    assert steady(nested(run.json("show", out.split()[-1])["values"]), form) == made

    steps = 0
    while session.can_undo:
        session.undo()
        steps += 1
    first_save = {"collected_by", "collected_on"}  # the catalogue says these as soon as a practice enters it
    assert {path: value for path, value in known(editor, form).items() if path not in first_save} == began
    for _ in range(steps):
        session.redo()
    assert known(editor, form) == made

    session.flush()
    qtbot.waitUntil(lambda: session.clean and session.recorded, timeout=LONG)
    practice = session.practice
    whole = dict(session.values)
    window.show_page("catalogue")
    window.show_page("practice", practice)
    settle(qtbot, program)
    assert known(editor, form) == made
    logs = {field.template for field in form.fields.values() if field.kind is Kind.LOG}  # leaving adds the time spent
    now = leveled(session.values)
    assert {path: value for path, value in now.items() if path not in logs} == leveled(whole)
