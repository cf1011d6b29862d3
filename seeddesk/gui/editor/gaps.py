"""What stands between a record and its submission, in the order of the form: problems, and answers that are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seeddesk.domain.paths import template_of
from seeddesk.gui.editor.problems_list import Line

if TYPE_CHECKING:
    from seeddesk.gui.editor.editor import Editor


class Gaps:
    """Those of the practice in an editor."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor

    def paths(self) -> list[str]:
        """Fields with a problem or without a needed answer, as they stand in the form."""
        evaluation = self._editor.session.evaluation
        if evaluation is None:
            return []
        return sorted({*evaluation.missing, *(each.path for each in evaluation.problems)}, key=self._place)

    def beyond(self, path: str, by: int) -> str:
        """The nearest behind a field (by: -1, before it), going round; "" when there is none. path: "" for the head of the section in front."""
        found = self.paths()
        here = self._place(path) if path else (self._editor.where, -1, "")
        if by > 0:
            ahead = [each for each in found if self._place(each) > here]
        else:
            ahead = [each for each in reversed(found) if self._place(each) < here]
        return next(iter(ahead or found[:: 1 if by > 0 else -1]), "")

    def lines(self) -> list[Line]:
        """The same, each with its section, its question and what is wrong."""
        editor, asking = self._editor, self._editor.asking
        evaluation = editor.session.evaluation
        if evaluation is None:
            return []
        said = {
            each.path: each.message(asking.lang if each.texts else editor.desk.lang) for each in evaluation.problems
        }
        return [
            Line(path, editor.label_of_section(editor.section_of(path)), editor.label_of(path), said.get(path, ""))
            for path in self.paths()
        ]

    def _place(self, path: str) -> tuple[int, int, str]:
        form, template = self._editor.session.form, template_of(path)
        order = {each: number for number, each in enumerate((*form.fields, *form.groups))}
        return self._editor.section_of(path), order.get(template, order.get(template + "[]", 0)), path
