"""The commands about forms: check one, look at it, compare versions, take one in, see how its questions do."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seeddesk.cli import telling
from seeddesk.cli.arguments import Request
from seeddesk.cli.session import DONE, NEEDS_PERSON, REFUSED, progress, workspace
from seeddesk.domain.errors import NotFound, UsageError
from seeddesk.domain.form import pick, plain_words
from seeddesk.domain.messages import sentence
from seeddesk.domain.query import Query

if TYPE_CHECKING:
    from collections.abc import Iterator

    from seeddesk.domain.form import Form
    from seeddesk.domain.form_diff import FormChange
    from seeddesk.domain.remarks import FormRemark
    from seeddesk.services.form_stats import FormStats, QuestionStats
    from seeddesk.services.workspace import Workspace

WIDEST = 44  # characters of a question's label in a table


def _check(request: Request) -> int:
    from seeddesk.services import form_tools

    path = _file(request.values.file)
    with _at_hand(request) as ws:
        form, remarks = form_tools.check(path, ws)
    errors = sum(one.is_error for one in remarks)
    data = {
        "file": str(path),
        "usable": not errors,
        **_counts(remarks),
        "remarks": [_remark_json(one, request.lang) for one in remarks],
    }
    if form is not None:
        data |= {
            "form": form.id,
            "version": form.version,
            "questions": sum(one.answered for one in form.fields.values()),
        }
    telling.say(request, data, "\n".join([*_remark_lines(remarks, request.lang), _sum(remarks, request.lang)]))
    if errors:
        print(sentence("cli-form-unusable", request.lang), file=sys.stderr)
        return REFUSED
    return NEEDS_PERSON if remarks else DONE


def _preview(request: Request) -> int:
    if request.preview is None:
        raise UsageError("cli-no-window")
    return request.preview(_file(request.values.file), request.lang)


def _diff(request: Request) -> int:
    from seeddesk.services import form_tools

    with _at_hand(request) as ws:
        old, new = (_form(ws, name) for name in (request.values.old, request.values.new))
        changes = form_tools.diff(old, new)
        counts: Sequence[int | None] = [None] * len(changes)
        if ws is not None and new.id in ws.shelf.use:
            counts = form_tools.concerned(ws, new.id, changes)
    data = {
        "old": {"form": old.id, "version": old.version},
        "new": {"form": new.id, "version": new.version},
        "changes": [
            {
                "part": one.part,
                "name": one.name,
                "code": one.code,
                "message": one.message(request.lang),
                "leaves_behind": list(one.answers),
                "recorded_answers": count if one.answers else None,
            }
            for one, count in zip(changes, counts, strict=True)
        ],
    }
    telling.say(request, data, "\n".join(_diff_lines(changes, counts, request.lang)))
    return DONE


def _export(request: Request) -> int:
    from seeddesk.services import form_tools

    name = request.values.form
    if _is_file(name):
        form = form_tools.load(_file(name))
        files: Mapping[str, bytes] = form.files
    else:
        with workspace(request, read_only=True) as ws:
            form = _form(ws, name)
            files = form_tools.media(ws, form)
    written = form_tools.export(form, request.values.to, Path(request.values.out), files)
    data = {"form": form.id, "version": form.version, "files": [str(path) for path in written]}
    lines = [sentence("cli-form-export", request.lang, form=form.id, path=written[0])]
    if len(written) > 1:
        lines.append(sentence("cli-form-export-media", request.lang, count=len(written) - 1, path=written[1].parent))
    telling.say(request, data, "\n".join(lines))
    return DONE


def _list(request: Request) -> int:
    from seeddesk.services import forms

    with workspace(request, read_only=True) as ws:
        known = forms.known(ws)
    data = {
        "forms": [
            {
                "id": one.id,
                "version": one.version,
                "title": dict(one.title),
                "in_use": one.in_use,
                "main": one.main,
                "practices": one.practices,
            }
            for one in known
        ]
    }
    width = max(len(f"{one.id} {one.version}") for one in known)
    lines = []
    for one in known:
        marks = [sentence("cli-form-main", request.lang)] if one.main and one.in_use else []
        marks += [sentence("cli-form-practices", request.lang, count=one.practices)] if one.in_use else []
        marks = marks or [sentence("cli-form-not-in-use", request.lang)]
        lines.append(
            f"{f'{one.id} {one.version}'.ljust(width)}  {telling.one_line(pick(one.title, request.lang), 70)}  [{' · '.join(marks)}]"
        )
    telling.say(request, data, "\n".join(lines))
    return DONE


def _add(request: Request) -> int:
    from seeddesk.services import forms

    with workspace(request) as ws:
        form, remarks, changes = forms.add(ws, _file(request.values.file), not request.values.no_use, progress(request))
        in_use = ws.shelf.use[form.id] == form.version
    data = {
        "form": form.id,
        "version": form.version,
        "in_use": in_use,
        "practices": len(changes.practices),
        "remarks": [_remark_json(one, request.lang) for one in remarks],
    }
    code = "cli-form-add" if in_use else "cli-form-add-unused"
    said = sentence(code, request.lang, form=form.id, version=form.version, count=len(changes.practices))
    telling.say(request, data, "\n".join([*_remark_lines(remarks, request.lang), said]))
    return NEEDS_PERSON if remarks else DONE


def _use(request: Request) -> int:
    from seeddesk.services import forms

    form_id = request.values.id
    with workspace(request) as ws:
        changes = forms.use(ws, form_id, request.values.version, progress(request))
        version = ws.shelf.use[form_id]
    data = {"form": form_id, "version": version, "practices": len(changes.practices)}
    telling.say(
        request,
        data,
        sentence("cli-form-use", request.lang, form=form_id, version=version, count=len(changes.practices)),
    )
    return DONE


def _main(request: Request) -> int:
    from seeddesk.services import forms

    with workspace(request) as ws:
        forms.main(ws, request.values.id)
    telling.say(
        request, {"form": request.values.id}, sentence("cli-form-main-now", request.lang, form=request.values.id)
    )
    return DONE


def _switch(request: Request) -> int:
    from seeddesk.services import cataloguing, forms

    with workspace(request) as ws:
        practice = cataloguing.find(ws, request.values.practice)
        forms.switch(ws, practice, request.values.id)
        shown = cataloguing.show(ws, practice)
    data = {
        "practice": practice,
        "code": shown.row.code,
        "form": request.values.id,
        "missing": list(shown.evaluation.missing),
    }
    name = shown.row.code or practice
    telling.say(
        request,
        data,
        sentence(
            "cli-form-switch", request.lang, practice=name, form=request.values.id, complete=shown.row.completeness
        ),
    )
    return DONE


def _stats(request: Request) -> int:
    from seeddesk.services import form_stats

    with workspace(request, read_only=True) as ws:
        query = Query(text=request.values.query)
        found = form_stats.stats(ws, request.values.id, query, progress(request))
        form = ws.form_named(found.form)
    data = {
        "form": found.form,
        "version": found.version,
        "practices": found.practices,
        "questions": [
            {**{name: getattr(one, name) for name in one.__dataclass_fields__}, "label": dict(one.label)}
            for one in found.questions
        ],
    }
    telling.say(request, data, "\n".join(_stats_lines(found, form, request.lang)))
    return DONE


# What they say --------------------------------------------------------------------------------------------------------------------------


def _remark_json(remark: FormRemark, lang: str) -> dict[str, Any]:
    return {**remark.to_json(), "message": remark.message(lang)}


def _remark_lines(remarks: Sequence[FormRemark], lang: str) -> list[str]:
    """Errors before warnings within each sheet, sheets in the order their worst remark comes."""
    lines: list[str] = []
    for sheet in dict.fromkeys(one.sheet for one in remarks):
        title = sentence("cli-form-sheet", lang, sheet=sheet) if sheet else sentence("cli-form-whole", lang)
        lines += [*([""] if lines else []), title]
        for one in remarks:
            if one.sheet == sheet:
                where = one.where(lang)
                mark = sentence(f"cli-form-{one.severity}", lang)
                lines.append(f"  {mark}: {f'{where}: ' if where else ''}{one.message(lang)}")
    return [*lines, ""] if lines else []


def _counts(remarks: Sequence[FormRemark]) -> dict[str, int]:
    errors = sum(one.is_error for one in remarks)
    return {"errors": errors, "warnings": len(remarks) - errors}


def _sum(remarks: Sequence[FormRemark], lang: str) -> str:
    if not remarks:
        return sentence("cli-form-good", lang)
    return (
        ", ".join(sentence(f"cli-form-{name}", lang, count=count) for name, count in _counts(remarks).items() if count)
        + "."
    )


def _diff_lines(changes: Sequence[FormChange], counts: Sequence[int | None], lang: str) -> list[str]:
    if not changes:
        return [sentence("form-diff-none", lang)]
    lines: list[str] = []
    part = ""
    for one, count in zip(changes, counts, strict=True):
        if one.part != part:
            part = one.part
            lines += [*([""] if lines else []), sentence(f"form-diff-part-{part}", lang)]
        more = f" ({sentence('form-diff-answers', lang, count=count)})" if count else ""
        lines.append(f"  {telling.one_line(one.message(lang), 400)}{more}")
    return [*lines, "", sentence("form-diff-sum", lang, count=len(changes))]


def _stats_lines(found: FormStats, form: Form, lang: str) -> list[str]:
    """A table, the questions that ask for a look most first; times only where some were recorded."""
    head = sentence("cli-form-stats", lang, form=found.form, version=found.version, count=found.practices)
    if not found.practices:
        return [head]
    timed = any(one.timed for one in found.questions)
    names = (
        "asked",
        "answered",
        "skipped",
        "not-known",
        "over-limit",
        "problems",
        "changed",
        *(("seconds",) if timed else ()),
    )
    rows = [
        [sentence("cli-form-column-question", lang), *(sentence(f"cli-form-column-{name}", lang) for name in names)]
    ]
    for one in found.worst_first:
        rows.append([_question(one, form, lang), *_figures(one, timed)])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        head,
        "",
        *(
            "  ".join(
                [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
            )
            for row in rows
        ),
    ]


def _figures(one: QuestionStats, timed: bool) -> list[str]:
    shares = [f"{round(100 * one.answered / one.n)}%" if one.n else "—"]
    counts = (one.skipped, one.not_known, one.over_limit, one.problems, one.changed_in_validation)
    seconds = [f"{one.median_seconds:.0f}" if one.timed else "—"] if timed else []
    return [str(one.n), *shares, *(str(count) for count in counts), *seconds]


def _question(one: QuestionStats, form: Form, lang: str) -> str:
    label = telling.one_line(plain_words(pick(one.label, lang), form, lang), WIDEST)
    return f"{label} ({one.template})" if label else one.template


# Which form is meant ---------------------------------------------------------------------------------------------------------------------


def _is_file(name: str) -> bool:
    return bool(name) and (
        Path(name).exists() or Path(name).suffix.lower() in (".xlsx", ".xls", ".xlsm", ".ods", ".xml", ".zip", ".csv")
    )


def _file(name: str) -> Path:
    path = Path(name)
    if not path.exists():
        raise NotFound("form-file-none", path=name)
    return path


def _form(ws: Workspace | None, name: str) -> Form:
    """A form by its file, or by its id in the catalogue, with a version behind it if not the one in use. Raises NotFound, FormError."""
    from seeddesk.services import form_tools

    if _is_file(name):
        return form_tools.load(_file(name))
    if ws is None:
        raise NotFound("form-file-none", path=name)
    form_id, _, version = name.partition(" ")
    return form_tools.named(ws, form_id, version.strip())


@contextmanager
def _at_hand(request: Request) -> Iterator[Workspace | None]:
    """The catalogue where there is one; None where there is none and none was named. Raises what opening one raises."""
    try:
        ws = workspace(request, read_only=True)
    except NotFound:
        if request.catalogue:
            raise
        yield None
        return
    with ws:
        yield ws


COMMANDS: Mapping[str, Callable[[Request], int]] = {
    "form check": _check,
    "form preview": _preview,
    "form diff": _diff,
    "form export": _export,
    "form list": _list,
    "form add": _add,
    "form use": _use,
    "form main": _main,
    "form switch": _switch,
    "form stats": _stats,
}
