"""What pyxform says of sheets, in SeedDesk's words and languages, with the place taken out of the sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from seeddesk.domain.errors import FormError
from seeddesk.domain.remarks import ERROR, FormRemark

# pyxform's code -> ours. What it says besides is filled in under its own names.
_CODES = {
    "HEADER_001": "form-check-header",
    "HEADER_002": "form-check-column-again",
    "HEADER_003": "form-check-columns-missing",
    "HEADER_004": "form-check-choices-column",
    "LABEL_001": "form-check-choice-no-label",
    "NAMES_001": "form-check-name-again",
    "NAMES_003": "form-check-repeat-root",
    "NAMES_004": "form-check-repeat-again",
    "NAMES_005": "form-check-name-meta",
    "NAMES_006": "form-check-choice-no-code",
    "NAMES_007": "form-check-choice-again",
    "NAMES_008": "form-check-name-form",
    "NAMES_009": "form-check-name-form",
    "PYREF_001": "form-check-reference-form",
    "PYREF_002": "form-check-reference-commas",
    "PYREF_003": "form-check-reference-none",
    "PYREF_004": "form-check-reference-again",
    "RANGE_001": "form-check-range-number",
    "RANGE_002": "form-check-range-zero",
    "RANGE_003": "form-check-range-step",
    "RANGE_004": "form-check-range-multiple",
    "RANGE_005": "form-check-range-outside",
    "RANGE_006": "form-check-range-labels",
    "RANGE_007": "form-check-range-labels-two",
    "RANGE_008": "form-check-range-appearance",
    "RANGE_009": "form-check-range-labels-number",
    "RANGE_010": "form-check-range-labels-outside",
    "RANGE_011": "form-check-range-labels-steps",
    "RANGE_012": "form-check-range-labels-ends",
    "SURVEY_001": "form-check-end-alone-of",
    "SURVEY_002": "form-check-begin-open-of",
    "SURVEY_003": "form-check-parameter-incremental",
    "SURVEY_004": "form-check-parameters",
    "SURVEY_005": "form-check-parameters-unknown",
    "SURVEY_006": "form-check-parameter-geometry",
    "SURVEY_007": "form-check-parameter-accuracy",
    "SURVEY_008": "form-check-parameter-accuracy",
    "SURVEY_009": "form-check-parameter-mock",
}
# Sentences pyxform writes without a code: pattern -> (our code, the column at fault).
_SENTENCES = (
    (r"Question with no type", "form-check-no-type", "type"),
    (r"Question or group with no name", "form-check-no-name", "name"),
    (r"Missing calculation", "form-check-no-calculation", "calculation"),
    (r"(?:Unknown question type|Can't find|Unknown type)\D*?'?(?P<type>[^'\n.]+)", "form-check-type", "type"),
    (r"has no label or hint", "form-check-no-label-at-all", "label"),
    (r"List name not in (?:external )?choices sheet: (?P<list>\S+)", "form-check-list", "type"),
    (r"Audits must always be named", "form-check-audit-name", "name"),
    (r"location-|track-changes|identify-user", "form-check-audit-parameters", "parameters"),
    (r"randomize must be set|seed value must be|Parameters must include randomize", "form-check-parameter-randomize", "parameters"),
    (r"rows must have an integer", "form-check-parameter-rows", "parameters"),
    (r"max-pixels must have an integer", "form-check-parameter-pixels", "parameters"),
    (r"Invalid value for quality", "form-check-parameter-quality", "parameters"),
    (r"Duplicate column header: (?P<column>.+)", "form-check-column-twice", ""),
    (r"Choice names with spaces .*?\[(?P<value>[^\]]+)\] in \[(?P<list>[^\]]+)\]", "form-check-choice-space-in", ""),
    (r"specify choices for this 'or other'", "form-check-or-other", "type"),
    (r"entit(?:y|ies)", "form-check-entity", ""),
)  # fmt: skip
_FAULTY = {"RANGE": "parameters", "SURVEY": "parameters"}


class Place(NamedTuple):
    """Where pyxform found fault: a sheet, a row (0: not said) and a column (``""``: not said)."""

    sheet: str
    row: int
    column: str


def remark_of(error: FormError) -> tuple[FormRemark, Place]:
    """What pyxform said when it refused, and where."""
    cause = error.__cause__
    text = " ".join(str(cause or error.arguments.get("detail", "")).split())
    row = re.search(r"\[row : (\d+)\]", text)
    sheet = re.search(r"'(survey|choices|settings|entities)' sheet", text)
    column = re.search(r"the '([\w:-]+)' value", text)
    code, arguments, faulty = _meaning(text)
    place = Place(
        sheet[1] if sheet else "survey" if row else "", int(row[1]) if row else 0, column[1] if column else faulty
    )
    detail = re.sub(r"^\[row : \d+\]\s*|\s*Learn more:.*$", "", text)
    return FormRemark(ERROR, code, *place, arguments={**arguments, "detail": detail}), place


def _meaning(text: str) -> tuple[str, Mapping[str, object], str]:
    for name, pattern in _templates().items():
        if found := pattern.search(text):
            code = _CODES.get(name, "form-check-entity" if name.startswith("ENTITY") else "form-check-invalid")
            return code, found.groupdict(), _FAULTY.get(name.partition("_")[0], "")
    for sentence, code, column in _SENTENCES:
        if found := re.search(sentence, text, re.IGNORECASE):
            return code, found.groupdict(), column
    return "form-check-invalid", {}, ""


@cache
def _templates() -> Mapping[str, re.Pattern[str]]:
    """pyxform's sentences with a code as patterns: it mostly fills them in before it raises, and the code is lost."""
    from pyxform.errors import ErrorCode

    found = {}
    for each in ErrorCode:
        seen: set[str] = set()
        parts = re.split(r"\{(\w*)\}", " ".join(each.value.msg.replace("{{", "\0").replace("}}", "\1").split()))
        pattern = ""
        for place, part in enumerate(parts):
            if place % 2 == 0:
                pattern += re.escape(part.replace("\0", "{").replace("\1", "}"))
            elif part in seen or part in ("sheet", "row", "column", "code", "lang"):
                pattern += "(?:.*?)"
            else:
                seen.add(part)
                pattern += f"(?P<{part}>.*?)"
        found[each.name] = re.compile(pattern + "$", re.DOTALL)
    return found
