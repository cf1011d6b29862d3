"""Everything there is to say about a form, in one go: what each sheet says, what is made of them, and what becomes of it in Word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from seeddesk.domain.errors import FormError
from seeddesk.domain.form import Form
from seeddesk.domain.form_diff import differences
from seeddesk.domain.logic.functions import NATIVE, OPENROSA
from seeddesk.domain.logic.problems import loops, problems
from seeddesk.domain.remarks import WARNING, FormRemark, remark_of
from seeddesk.exchange.xform import check_lists, check_pyxform, check_rules, check_word, check_xform, guard
from seeddesk.exchange.xform.check_sheets import NAMES, Book, read_book
from seeddesk.exchange.xform.check_survey import Row, Survey
from seeddesk.exchange.xform.check_words import nearest
from seeddesk.exchange.xform.media import find_media, media_names, unpacked
from seeddesk.exchange.xform.sheets import assemble, load_form, places_of, read_xml

MOST = 50  # remarks of one kind in one sheet; those beyond are counted
FUNCTIONS = (*NATIVE, *OPENROSA)
_MENDS = 12  # faults taken out of the way one after another to hear what pyxform says next


def check_form(
    path: Path, vocabularies: Path | None = None, known: Form | None = None
) -> tuple[Form | None, tuple[FormRemark, ...]]:
    """The form, when nothing is wrong with it, and every remark about it: errors first, then by sheet and row.

    path, vocabularies: as in `load_form` · known: the version of this form the catalogue has, to find questions gone without a trace.
    Never raises for what a file holds: what cannot be looked at at all is one remark.
    """
    form: Form | None
    try:
        guard.check(path)
        with unpacked(path) as inner:
            if inner != path:
                guard.check(inner)
            form, remarks = (_xml if inner.suffix.lower() == ".xml" else _sheets)(inner, vocabularies)
            if form is not None:
                form = replace(form, files=find_media(form, inner))
                remarks += _media(form, inner)
    except FormError as error:
        remark = remark_of(error)
        return None, (replace(remark, sheet="") if path.suffix.lower() == ".xml" else remark,)
    if form is not None:
        remarks = [*remarks, *_former(form, known)]
    shown = tuple(sorted(_few(remarks), key=FormRemark.sort_key))
    return (None if any(remark.is_error for remark in shown) else form), shown


# XForm ----------------------------------------------------------------------------------------------------------------------------------


def _xml(path: Path, vocabularies: Path | None) -> tuple[Form | None, list[FormRemark]]:
    """A form in an XForm. The place of a remark is the question's xpath. Raises FormError where it cannot be read."""
    form = read_xml(path, places_of(path, vocabularies))
    return form, [*_form(form)]


def _form(form: Form) -> Iterator[FormRemark]:
    """What is to be said about a form, whatever it was made from; the place is the question's xpath."""
    rules = [*check_rules.rules(form)]
    told = {(remark.question, remark.column) for remark in rules if remark.is_error}
    yield from rules
    yield from (remark for remark in _expressions(form) if (remark.question, remark.column) not in told)
    yield from check_rules.lists(form)
    yield from check_word.word(form)
    yield from check_xform.unread(form)
    for first, *changed in loops(form):
        xpath = form.fields[first].xpath if first in form.fields else first
        yield FormRemark(
            WARNING, "form-check-loop", question=xpath, column="trigger", arguments={"changed": ", ".join(changed)}
        )


def _expressions(form: Form) -> Iterator[FormRemark]:
    """What is wrong with the expressions of a form."""
    xpaths = [field.xpath for field in form.fields.values()] + [group.xpath for group in form.groups.values()]
    known: Mapping[str, tuple[str, Collection[str]]] = {
        "form-check-unknown-function": ("name", FUNCTIONS),
        "form-check-unknown-question": ("name", xpaths),
        "form-check-unknown-list": ("list", form.lists),
    }
    for error in problems(form):
        remark = remark_of(error)
        if remark.code in known:
            argument, words = known[remark.code]
            near = nearest(str(remark.arguments[argument]), words, 0.75)
            code = f"{remark.code}-near" if near else remark.code
            remark = replace(remark, code=code, arguments={**remark.arguments, "near": near})
        yield replace(remark, sheet="", row=0)


# Sheets ---------------------------------------------------------------------------------------------------------------------------------


def _sheets(path: Path, vocabularies: Path | None) -> tuple[Form | None, list[FormRemark]]:
    """A form in sheets, and what is to be said about it; the form even of faulty sheets, when it could be made after mending them."""
    book = read_book(path)
    guard.check_rows({name: sheet.rows for name, sheet in book.sheets.items()})
    if any(remark.is_error for remark in book.remarks) and not book.sheets["survey"].rows:
        return None, book.remarks
    places = places_of(path, vocabularies)
    survey, choices, remarks = _look(book, places)
    faulty = any(remark.is_error for remark in remarks)
    if survey.full:
        return None, remarks
    form = None
    try:
        form = assemble(_mended(book, survey, choices), places, path.stem) if faulty else load_form(path, vocabularies)
    except FormError as error:
        form, more = _again(_mended(book, survey, choices), survey, places, error)
        remarks += more
    if form is not None:
        remarks += _in_rows(_form(form), survey)
    return form, remarks


def _look(book: Book, places: Sequence[Path]) -> tuple[Survey, check_lists.Choices, list[FormRemark]]:
    """Every sheet by itself, and one against the other."""
    settings = {heading.lower(): text for _, row in book.sheets["settings"].numbered() for heading, text in row.items()}
    twice_allowed = settings.get("allow_choice_duplicates", "").lower() in ("yes", "true", "true()")
    choices = check_lists.Choices(book.sheets["choices"], twice_allowed)
    files = book.files.union(file.name for place in places if place.is_dir() for file in place.iterdir())
    survey = Survey(book.sheets["survey"], choices.codes, files)
    languages = check_lists.languages_of(book)
    remarks = [*book.remarks, *survey.remarks, *choices.remarks, *choices.against(survey)]
    for name in NAMES:
        remarks += check_lists.headings(book.sheets[name])
    for name in ("survey", "choices"):
        remarks += check_lists.translations(book.sheets[name], languages)
    remarks += check_lists.language_codes(languages)
    remarks += check_lists.settings(book, languages)
    return survey, choices, remarks


def _mended(book: Book, survey: Survey, choices: check_lists.Choices) -> dict[str, list[dict[str, str]]]:
    """The sheets without what is known to be wrong with them."""
    others = {
        name: sheet.rows
        for name, sheet in book.sheets.items()
        if name in ("external_choices", "entities") and sheet.rows
    }
    settings = book.sheets["settings"].rows[:1]
    return {"survey": survey.mended, "choices": choices.mended, "settings": settings, **others}


def _again(
    sheets: dict[str, list[dict[str, str]]], survey: Survey, places: Sequence[Path], error: FormError
) -> tuple[Form | None, list[FormRemark]]:
    """Take what an error is about out of the way, and hear the next one, until a form comes of it or nothing can be taken away."""
    found: list[FormRemark] = []
    for _ in range(_MENDS):
        if error.code != "form-invalid":
            form = _or_none(sheets, places)  # if there is one, its expressions say again what is wrong
            return form, found if form else [*found, *_in_rows([remark_of(error)], survey)]
        remark, place = check_pyxform.remark_of(error)
        found.append(remark)
        rows = sheets.get(place.sheet, [])
        if not place.row or not place.column or place.row - 2 >= len(rows):
            break
        if rows[place.row - 2].pop(_heading(rows[place.row - 2], place), None) is None:
            break
        try:
            return assemble(sheets, places), found
        except FormError as next_error:
            error = next_error
    return None, found


def _or_none(sheets: Mapping[str, list[dict[str, str]]], places: Sequence[Path]) -> Form | None:
    try:
        return assemble(sheets, places)
    except FormError:
        return None


def _heading(row: Mapping[str, str], place: check_pyxform.Place) -> str:
    return next((heading for heading in row if heading.partition("::")[0].lower() == place.column), place.column)


def _in_rows(remarks: Iterable[FormRemark], survey: Survey) -> Iterator[FormRemark]:
    """Remarks about xpaths, in terms of the sheet: its row, its heading, the question's name."""
    rows: dict[str, Row] = {row.path: row for row in survey.rows if row.path}
    for remark in remarks:
        row = rows.get(remark.question.lstrip("/").partition("/")[2])
        if row is None:
            yield remark
            continue
        column = row.heading(remark.column) if remark.column else ""
        if remark.code == "form-check-circle" and not row.text("calculation"):
            column = row.heading("relevant")
        yield replace(remark, sheet="survey", row=row.number, column=column, question=row.name)


# The whole ------------------------------------------------------------------------------------------------------------------------------


def _media(form: Form, path: Path) -> Iterator[FormRemark]:
    """Files the form shows that are not there."""
    folder = path if path.is_dir() else path.parent
    missing = [name for name in media_names(form) if name not in form.files]
    there = [file.name for file in folder.rglob("*.*") if file.suffix not in (".csv", ".xml")][:500] if missing else []
    for name in missing:
        near = nearest(name, there, 0.75)
        code = "form-check-media-near" if near else "form-check-media"
        yield FormRemark(WARNING, code, arguments={"name": name, "near": near})


def _former(form: Form, known: Form | None) -> Iterator[FormRemark]:
    """Questions the catalogue's version has and this one has not, and a version that did not change its number."""
    if known is None or known.id != form.id:
        return
    if known.version == form.version and differences(known, form):
        yield FormRemark(
            WARNING, "form-check-same-version", "settings", 2, "version", arguments={"version": form.version}
        )
    new = form.fields.keys() - {form.current(template) for template in known.fields}
    for template, gone in known.fields.items():
        now = form.current(template)
        if gone.answered and now not in form.fields:
            near = nearest(template, new, 0.5)
            code = "form-check-gone-near" if near else "form-check-gone"
            yield FormRemark(WARNING, code, question=template, arguments={"near": near, "old": known.version})


def _few(remarks: Iterable[FormRemark]) -> Iterator[FormRemark]:
    """Each remark once, and of one kind in one sheet the first `MOST` with a count of the others."""
    counted: Counter[tuple[str, str]] = Counter()
    severities: dict[tuple[str, str], str] = {}
    seen: set[tuple[object, ...]] = set()
    for remark in sorted(remarks, key=FormRemark.sort_key):
        key = (*remark.sort_key(), str(remark.arguments))
        if key in seen:
            continue
        seen.add(key)
        kind = remark.code, remark.sheet
        severities[kind] = remark.severity
        counted[kind] += 1
        if counted[kind] <= MOST:
            yield remark
    for (code, sheet), count in counted.items():
        if count > MOST:
            yield FormRemark(
                severities[code, sheet], "form-check-more", sheet, arguments={"count": count - MOST, "kind": code}
            )
