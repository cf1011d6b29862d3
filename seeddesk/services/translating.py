"""Documents written under other names than a form has now: what they say, under the names of now, and what they left with under theirs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from seeddesk.domain.dossier import Found, FoundRow, Return
from seeddesk.domain.form import Form
from seeddesk.domain.paths import cell_path, row_ids, template_of
from seeddesk.domain.versions import current, settled
from seeddesk.services.comparing import Before, Comparison


def return_as_named(found: Return, form: Form) -> Return:
    """A return that could only be read by the form in use: places it knows by a former name, under the present one."""
    if not form.former:
        return found
    base = found.base.values if found.base else {}
    names = settled({**base, **found.fields}, form)

    def row(one: FoundRow) -> FoundRow:
        cells: dict[str, Found] = {}
        for template, cell in one.cells.items():
            cells.setdefault(current(template, form), cell)
        return replace(one, cells=cells)

    return replace(
        found,
        fields={names[path]: place for path, place in found.fields.items()},
        rows={_repeat(repeat, form): tuple(map(row, rows)) for repeat, rows in found.rows.items()},
        pictures={(current(template, form), owner): data for (template, owner), data in found.pictures.items()},
        notes=tuple(replace(note, path=current(note.path, form)) for note in found.notes),
    )


def before_as_asked(before: Before, asked: Form, now: Form) -> Before:
    """What somebody had before them, under the names of the form they had it in."""
    former = {
        new: template for template in (*asked.groups, *asked.fields) if (new := current(template, now)) != template
    }

    def name(path: str) -> str:
        template = former.get(template_of(path))
        return path if template is None else cell_path(template, row_ids(path))

    if not former:
        return before
    values = {name(path): value for path, value in before.values.items()}
    return Before(before.practice, values, {name(path): dots for path, dots in before.seen.items()})


def comparison_as_named(
    comparison: Comparison, before: Before, left_with: Mapping[str, object], form: Form
) -> Comparison:
    """A comparison made under the names of another version, under those of now. before: under those of now, for what its author had seen ·
    left_with: the values it was compared with."""
    names = settled({**left_with, **comparison.set, **comparison.seen, **comparison.fields, **comparison.aside}, form)

    def name(path: str) -> str:
        return names.get(path) or current(path, form)

    return Comparison(
        set={name(path): value for path, value in comparison.set.items()},
        seen={name(path): before.dots(name(path)) for path in comparison.seen},
        authors={name(path): author for path, author in comparison.authors.items()},
        fields={name(path): change for path, change in comparison.fields.items()},
        aside={name(path): text for path, text in comparison.aside.items()},
        found_rows={
            _repeat(repeat, form): {number: name(row) for number, row in rows.items()}
            for repeat, rows in comparison.found_rows.items()
        },
    )


def _repeat(repeat: str, form: Form) -> str:
    """A repeat's path; rows without an id stand as ``partners#2`` in it."""
    head, mark, rest = repeat.partition("#")
    if mark:
        return f"{_repeat(head, form)}#{rest}"
    return current(f"{repeat}[{'0' * 32}]", form)[:-34]
