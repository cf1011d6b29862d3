"""What is to be said about a form before it is used: every fault and every doubt, each with its place and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from seeddesk.domain.errors import FormError
from seeddesk.domain.messages import sentence, sentences

ERROR, WARNING = "error", "warning"
_SHEETS = ("", "survey", "choices", "settings")


@dataclass(frozen=True, slots=True)
class FormRemark:
    """One fault (``"error"``: the form cannot be used) or doubt (``"warning"``) about a form.

    code: key of the sentence, stable · sheet, column: as the sheets call them, ``""`` where the remark is about more · row: as a spreadsheet
    counts, 0 for none · question: the question's name, or its place in an XForm (``/data/title``) · arguments: what fills the sentence.
    """

    severity: str
    code: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    question: str = ""
    arguments: Mapping[str, object] = field(default_factory=dict)

    @property
    def is_error(self) -> bool:
        """Whether the form cannot be used as it is."""
        return self.severity == ERROR

    def message(self, lang: str) -> str:
        """What is wrong and how to mend it, in ``it`` or ``en``, without the place."""
        where = {
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "question": self.question,
            "field": self.question,
        }
        return sentence(self.code, lang, **{**where, **self.arguments})

    def where(self, lang: str) -> str:
        """The place in words (``sheet survey, row 12, column relevant``), ``""`` for the form as a whole."""
        parts = (
            ("form-check-where-sheet", "sheet", self.sheet),
            ("form-check-where-row", "row", self.row),
            ("form-check-where-question", "question", "" if self.row else self.question),
            ("form-check-where-column", "column", self.column),
        )
        return ", ".join(sentence(code, lang, **{name: value}) for code, name, value in parts if value)

    def to_json(self) -> dict[str, object]:
        """For ``--json``: the place, the code, and the sentence in both languages."""
        return {
            "severity": self.severity,
            "code": self.code,
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "question": self.question,
            "it": self.message("it"),
            "en": self.message("en"),
        }

    def sort_key(self) -> tuple[object, ...]:
        """Errors first, then by sheet in the order people fill them, by row, by column."""
        sheet = _SHEETS.index(self.sheet) if self.sheet in _SHEETS else len(_SHEETS)
        return (not self.is_error, sheet, self.sheet, self.row, self.column, self.code, self.question)


def remark_of(error: FormError) -> FormRemark:
    """An error that stopped a form, as a remark: its place taken out of the sentence where there is a sentence without."""
    given = dict(error.arguments)
    row = given.pop("row", 0)
    code = error.code.replace("form-", "form-check-", 1)
    return FormRemark(
        ERROR,
        code if code in sentences() else error.code,
        str(given.get("sheet", "")),
        row if isinstance(row, int) else 0,
        str(given.get("column", "")),
        str(given.get("field", "")),
        dict(error.arguments),
    )
