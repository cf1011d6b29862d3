"""The choices and settings sheets, the headings of all, and the languages they are written in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from seeddesk.domain.remarks import ERROR, WARNING, FormRemark
from seeddesk.exchange.xform import check_words
from seeddesk.exchange.xform.check_sheets import Book, Sheet
from seeddesk.exchange.xform.check_survey import Survey

_COLUMN = re.compile(r"[^\W\d][\w.-]*")
_WORDS = re.compile(r"[^\s'\"(),=\[\]]+")
_DECIMAL = re.compile(r"\d+\.0+")


def headings(sheet: Sheet) -> Iterator[FormRemark]:
    """Headings no form has, two for the same column, and those a sheet cannot do without."""
    seen: dict[tuple[str, str], str] = {}
    found = set()
    for heading in sheet.columns:
        column, language = check_words.column_of(sheet.name, heading)
        found.add(column)
        if column:
            first = seen.setdefault((column, language), heading)
            if first != heading:
                yield FormRemark(ERROR, "form-check-column-same", sheet.name, 1, heading, arguments={"first": first})
            continue
        mark = re.fullmatch(r"bind::?\s*seeddesk:(.*)", heading)
        if mark and mark[1] not in check_words.MARKS:
            near = check_words.nearest(mark[1], check_words.MARKS, 0.6)
            near = f"bind::seeddesk:{near}" if near else ""
        elif check_words.is_extra(sheet.name, heading):
            near = check_words.near_column(sheet.name, heading, sheet.columns) if "::" in heading else ""
            if sheet.name == "choices" and not _COLUMN.fullmatch(heading.partition("::")[0]):
                yield FormRemark(ERROR, "form-check-choices-column", sheet.name, 1, heading)
            if not near or near == heading or check_words.column_of(sheet.name, near) in seen:
                continue
        else:
            near = check_words.near_column(sheet.name, heading, sheet.columns)
        code = "form-check-column-near" if near else "form-check-column"
        yield FormRemark(WARNING, code, sheet.name, 1, heading, arguments={"near": near})
    needed = {"survey": ("type", "name"), "choices": ("list_name", "name"), "settings": ()}[sheet.name]
    for column in needed:
        if column not in found and any(sheet.rows):
            near = check_words.nearest(column, sheet.columns, 0.6)
            yield FormRemark(
                ERROR, "form-check-column-missing-near" if near else "form-check-column-missing", sheet.name, 1, column, arguments={"near": near}
            )  # fmt: skip


class Choices:
    """The choices sheet. codes: list name -> codes with the row of each · rows: list name -> rows it takes · mended: as in `Survey`."""

    def __init__(self, sheet: Sheet, twice_allowed: bool) -> None:
        self.remarks: list[FormRemark] = []
        self.mended: list[dict[str, str]] = []
        self.codes: dict[str, dict[str, int]] = {}
        self.columns: dict[str, set[str]] = {}
        heads = {heading: check_words.column_of("choices", heading)[0] for heading in sheet.columns}
        for number, row in enumerate(sheet.rows, 2):
            self.mended.append({})
            if not row:
                continue
            texts: dict[str, str] = {}
            for heading, text in row.items():
                texts.setdefault(heads.get(heading, ""), text)
            name, code = texts.get("list_name", ""), texts.get("name", "")
            if not name:
                self.say(ERROR, "form-check-choice-no-list", number, "list_name")
                continue
            codes = self.codes.setdefault(name, {})
            if not code:
                self.say(ERROR, "form-check-choice-no-name", number, "name", list=name)
                continue
            if code in codes and not twice_allowed:
                self.say(ERROR, "form-check-choice-twice", number, "name", list=name, value=code, first=codes[code])
                continue
            if _DECIMAL.fullmatch(code):
                whole = code.partition(".")[0]
                self.say(WARNING, "form-check-choice-decimal", number, "name", value=code, near=whole)
            codes.setdefault(code, number)
            if "label" not in texts and not any(column in texts for column in ("image", "audio", "video")):
                self.say(WARNING, "form-check-choice-no-label", number, "label", value=code, list=name)
            self.mended[-1] = dict(row)
            self.columns.setdefault(name, set()).update(row)

    def say(self, severity: str, code: str, row: int, column: str, **arguments: object) -> None:
        """One more remark about a row."""
        self.remarks.append(FormRemark(severity, code, "choices", row, column, arguments=arguments))

    def against(self, survey: Survey) -> Iterator[FormRemark]:
        """What only the questions tell: codes with spaces where several may be chosen, and lists nobody uses."""
        several = {row.type.list for row in survey.rows if row.type.base in ("select_multiple", "rank")}
        for name in several:
            for code, number in self.codes.get(name, {}).items():
                if " " in code:
                    near = code.replace(" ", "_")
                    self.mended[number - 2] = {
                        heading: near if text == code else text for heading, text in self.mended[number - 2].items()
                    }
                    yield FormRemark(
                        ERROR,
                        "form-check-choice-space",
                        "choices",
                        number,
                        "name",
                        arguments={"value": code, "near": near},
                    )
        used = {word for row in survey.sheet.rows for text in row.values() for word in _WORDS.findall(text)}
        for name, codes in self.codes.items():
            if name not in used:
                first = min(codes.values(), default=0)
                yield FormRemark(
                    WARNING, "form-check-list-unused", "choices", first, "list_name", arguments={"list": name}
                )


def settings(book: Book, languages: Sequence[str]) -> Iterator[FormRemark]:
    """The settings sheet: who the form is."""
    rows = [*book.sheets["settings"].numbered()]
    first = {check_words.column_of("settings", key)[0]: text for key, text in (rows[0][1] if rows else {}).items()}
    for wanted in ("form_id", "version", "form_title"):
        if not first.get(wanted):
            yield FormRemark(WARNING, f"form-check-no-{wanted.replace('_', '-')}", "settings", 2, wanted)
    if len(rows) > 1:
        yield FormRemark(WARNING, "form-check-settings-rows", "settings", rows[1][0])
    if re.search(r"\s", first.get("form_id", "")):
        near = re.sub(r"\s+", "_", first["form_id"])
        yield FormRemark(
            WARNING, "form-check-form-id", "settings", 2, "form_id", arguments={"value": first["form_id"], "near": near}
        )
    name = first.get("name", "")
    if name and not _COLUMN.fullmatch(name):
        yield FormRemark(ERROR, "form-check-settings-name", "settings", 2, "name", arguments={"value": name})
    default = first.get("default_language", "")
    if default and languages and default not in languages:
        near = check_words.nearest(default, languages, 0.3) or languages[0]
        yield FormRemark(
            WARNING,
            "form-check-default-language",
            "settings",
            2,
            "default_language",
            arguments={"value": default, "near": near},
        )


def languages_of(book: Book) -> tuple[str, ...]:
    """The languages the headings name, in their order."""
    found: dict[str, None] = {}
    for sheet in ("survey", "choices"):
        for heading in book.sheets[sheet].columns:
            column, language = check_words.column_of(sheet, heading)
            if column in check_words.TRANSLATED[sheet] and language:
                found[language] = None
    return tuple(found)


def translations(sheet: Sheet, languages: Sequence[str]) -> Iterator[FormRemark]:
    """Texts a language lacks, counted by column and language; languages without a code."""
    by_place: dict[tuple[str, str], str] = {
        check_words.column_of(sheet.name, heading): heading for heading in sheet.columns
    }
    for column in check_words.TRANSLATED[sheet.name]:
        there = {language: heading for (known, language), heading in by_place.items() if known == column}
        if not any(there):  # written in no language by name: the same for all
            continue
        wanted = [*languages, *([""] if "" in there else [])]
        lacking: Counter[str] = Counter()
        first: dict[str, int] = {}
        for number, row in sheet.numbered():
            texts = {language for language, heading in there.items() if row.get(heading)}
            for language in wanted if texts else ():
                if language not in texts and not (not language and texts):
                    lacking[language] += 1
                    first.setdefault(language, number)
        for language, count in lacking.items():
            arguments: Mapping[str, object] = {"count": count, "language": language, "text": column}
            heading = there.get(language, f"{column}::{language}")
            yield FormRemark(
                WARNING, "form-check-translation", sheet.name, first[language], heading, arguments=arguments
            )


def language_codes(languages: Sequence[str]) -> Iterator[FormRemark]:
    """Languages whose name does not say their code: ``Italiano`` instead of ``Italiano (it)``."""
    for language in languages:
        if not re.search(r"\([A-Za-z]{2,3}(-[\w-]+)?\)$", language) and not re.fullmatch(r"[a-z]{2,3}", language):
            code = {
                "italiano": "it",
                "english": "en",
                "inglese": "en",
                "italian": "it",
                "français": "fr",
                "deutsch": "de",
            }
            near = f"{language} ({code.get(language.lower(), '…')})"
            yield FormRemark(
                WARNING, "form-check-language", "survey", 1, arguments={"language": language, "near": near}
            )
