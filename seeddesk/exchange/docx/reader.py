"""A returned dossier, read: guard, identity, base, fields by layers, final text, comments, and an account of every character."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from seeddesk.domain.answers import format_answer
from seeddesk.domain.dossier import Base, Fidelity, Return
from seeddesk.domain.errors import Refused
from seeddesk.domain.form import Form, Kind
from seeddesk.domain.paths import template_of
from seeddesk.exchange.docx import foundrows, guard, images
from seeddesk.exchange.docx.candidates import Layers, row_paths
from seeddesk.exchange.docx.carriers import TAG, Carriers, prints
from seeddesk.exchange.docx.finaltext import final_text
from seeddesk.exchange.docx.foundrows import FoundCells
from seeddesk.exchange.docx.guard import Package
from seeddesk.exchange.docx.identity import FindBase, Identity, read_identity
from seeddesk.exchange.docx.labels import Labels, single_spaced
from seeddesk.exchange.docx.layers import find_fields
from seeddesk.exchange.docx.layout import is_asked, shows_pictures
from seeddesk.exchange.docx.notes import read_notes
from seeddesk.exchange.docx.opened import FinalText, Paragraph
from seeddesk.exchange.docx.others import as_left, names_of
from seeddesk.exchange.docx.scrambled import unscramble

FindForm: TypeAlias = Callable[[str, str], Form | None]

_PLACES = ("country", "locations[].comune", "locations[].place", "locations[].area")
_AROUND = ("header", "footer")
_BELOW = ("footnotes", "endnotes")
# Turns the direction of text or is not seen: kept, and pointed out.
_INVISIBLE = re.compile("[\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]")
_SURELY = 8  # labels that must be recognised in a document that carries no name of ours


def read_return(data: bytes, find_form: FindForm, default_form: Form, find_base: FindBase) -> Return:
    """Read a document that came back.

    find_form: form id and version -> that form, None when it is not known (then `default_form` serves) ·
    find_base: practice UUID, code, revision, sha256 (each empty or 0 when unknown; the sha256 may be its first 8 characters) -> the
    record it left with, None when the catalogue has it not. Raises Refused: nothing of a refused document is to be taken.
    """
    package = guard.check(data)
    tree = package.xml(package.document)
    unscramble(tree)
    body = final_text(tree)
    around, below = _parts(package, _AROUND), _parts(package, _BELOW)
    paragraphs = body.paragraphs
    edges = [paragraph for part in around for paragraph in part.paragraphs]
    identity = read_identity(package, paragraphs, edges)
    form = find_form(identity.form, identity.version) if identity.form else None
    own = form is not None and (form.id, form.version) == (identity.form, identity.version)
    prepared = _prepare(form or default_form, own or not identity.form)
    guess = identity.known or any(control.tag.startswith(TAG) for item in paragraphs for control in item.controls)
    base = identity.base(find_base)
    others = names_of(base.values, prepared.form) if base else {}
    every = names_of(base.values, None) if base and not own else others  # another version asked for others
    carriers = prepared.carriers.knowing(base.values if base else ())
    layers = find_fields(body.blocks, prepared.form, carriers, prepared.labels, guess, every)
    _refuse_strangers(identity, layers, prepared.form)
    for path in layers.fields.keys() & set(others.values()):
        before = base.values.get(path) if base else None
        layers.fields[path] = as_left(layers.fields[path], before, identity.lang, prepared.form)
    warnings = [*package.warnings, *_remarks(identity, layers, own, body)]
    everything = [*paragraphs, *edges, *(item for part in below for item in part.paragraphs)]
    _claim_own(everything, edges, prepared.labels, _copied(layers, prepared.form, base, identity))
    pictures, remarks = _pictures(package, everything, layers, identity, prepared)
    warnings += [*remarks, *_copied_rows(layers)]
    fidelity = _account(everything, (body, *around, *below), layers, (prepared.form, base), package.repaired, warnings)
    rows = row_paths(layers)
    return Return(
        practice=identity.practice or (base.practice if base else None),
        code=identity.code or (base.code if base else None),
        blank=identity.blank or None,
        identified_by=identity.found_by,
        form=identity.form or prepared.form.id,
        form_version=identity.version or prepared.form.version,
        lang=identity.lang or prepared.form.languages[0],
        base=base,
        fields=layers.fields,
        rows={path: foundrows.as_found(found) for path, found in rows.items()},
        notes=read_notes(package, everything, layers),
        fidelity=fidelity,
        author=identity.author,
        modified=identity.modified,
        sha256=hashlib.sha256(data).hexdigest(),
        pictures=pictures,
    )


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A form with its names and words indexed; made once per form, as a folder of returns shares one or two."""

    form: Form
    carriers: Carriers
    labels: Labels


_prepared: dict[tuple[int, bool], _Prepared] = {}


def _prepare(form: Form, own: bool) -> _Prepared:
    found = _prepared.get((id(form), own))
    if found is None or found.form is not form:
        if len(_prepared) >= 8:
            _prepared.clear()
        found = _prepared[id(form), own] = _Prepared(form, Carriers(form), Labels(form, own))
    return found


def _parts(package: Package, kinds: Iterable[str]) -> list[FinalText]:
    return [
        final_text(package.xml(relation.target))
        for relation in package.relations(package.document).values()
        if relation.kind in kinds and not relation.external and package.has(relation.target)
    ]


def _refuse_strangers(identity: Identity, layers: Layers, form: Form) -> None:
    """A document in which no field was recognised, or one without any name of ours that shares a few common words with the form."""
    found = [
        *layers.fields.values(),
        *(cell for rows in layers.rows.values() for row in rows for cell in row.cells.values()),
    ]
    ours = identity.known or any(item.found_by in ("tag", "bookmark") for item in found)
    answered = sum(item.answered for item in form.fields.values())
    if not found or (not ours and len(layers.fields) < min(_SURELY, max(1, answered // 2))):
        raise Refused("no-fields")


def _remarks(
    identity: Identity, layers: Layers, own: bool, body: FinalText
) -> Iterable[tuple[str, Mapping[str, object]]]:
    if identity.base_broken and not identity.base_text:
        yield "base-unreadable", {}
    if len(identity.codes) > 1:
        yield "identity-differs", {"codes": ", ".join(identity.codes)}
    if identity.form and not own:
        yield "dossier-form-unknown", {"form": identity.form, "version": identity.version}
    for template in dict.fromkeys(layers.twice):
        yield "field-twice", {"field": template}
    if body.foreign:
        yield "foreign-part", {"part": "altChunk"}


def _copied_rows(layers: Layers) -> Iterable[tuple[str, Mapping[str, object]]]:
    for repeat, rows in layers.rows.items():
        if any(row.copied for row in rows):
            yield "row-copied", {"field": repeat[:-2]}
    for repeat in dict.fromkeys(layers.tables_twice):
        yield "table-copied", {"field": repeat[:-2]}


@dataclass(frozen=True, slots=True)
class _Copies:
    """Values that are printed a second time, as they left and as they came back: titles and names of places at the top and in the footer,
    words under pictures; and who collected the practice, as the file's properties say it."""

    titles: set[str]
    places: set[str]
    captions: set[str]
    creator: str


def _copied(layers: Layers, form: Form, base: Base | None, identity: Identity) -> _Copies:
    titles: set[str] = set()
    places: set[str] = set()
    captions: set[str] = set()
    pictured = {group.template for group in form.repeats if shows_pictures(group)}
    found = {
        **layers.fields,
    }
    values = [(template, item.value) for template, item in found.items()]
    values += [(name, cell.value) for rows in layers.rows.values() for row in rows for name, cell in row.cells.items()]
    for path, value in base.values.items() if base else ():
        template = template_of(path)
        if (
            (template in _PLACES or template == "title" or foundrows.repeat_of(template) in pictured)
            and (known := form.field(template))
            and isinstance(value, str)
        ):
            values.append((template, format_answer(known, value, identity.lang, form)))
    for template, shown in values:
        if isinstance(shown, str):
            if foundrows.repeat_of(template) in pictured:
                captions.add(single_spaced(shown).rstrip("."))
            elif template == "title":
                titles.add(single_spaced(shown))
            elif template in _PLACES:
                places.add(single_spaced(shown))
    return _Copies(titles, places, captions, identity.creator)


def _without(text: str, words: Iterable[str]) -> str:
    """A text without some words, the longest first, each taken out once."""
    text = single_spaced(text)
    for word in sorted(words, key=len, reverse=True):
        text = text.replace(word, "", 1)
    return text


def _claim_own(paragraphs: Iterable[Paragraph], edges: Iterable[Paragraph], labels: Labels, copies: _Copies) -> None:
    """Claim SeedDesk's own words, and copies of values unless somebody changed the copy."""
    for paragraph in edges:
        if not paragraph.claim and (
            any(name.startswith("sd_0own_") for name in paragraph.marks)
            or labels.is_ours(paragraph)
            or labels.is_footer(paragraph.text, copies.titles)
        ):
            paragraph.claim = "own"
    at_top = True
    for paragraph in paragraphs:
        at_top = at_top and paragraph.claim in ("", "own")
        if paragraph.claim or not paragraph.text:
            continue
        caption = labels.without_figure(paragraph.text)
        if caption is not None and not _without(caption, copies.captions).strip(" ."):
            paragraph.claim = "own"
        if not at_top:
            continue
        text = single_spaced(paragraph.text)
        rest = _without(text, copies.places)
        # The first line and who collected the practice have no shape: where their print is lost they are believed.
        believed = not prints(paragraph.marks) and (labels.is_top_line(paragraph.text) or text == copies.creator)
        if believed or labels.is_own(text) or text in copies.titles or not rest.strip(" ,"):
            paragraph.claim = "own"


def _pictures(
    package: Package, paragraphs: Iterable[Paragraph], layers: Layers, identity: Identity, prepared: _Prepared
) -> tuple[dict[tuple[str, str], bytes], list[tuple[str, Mapping[str, object]]]]:
    """Pictures somebody put in, by template and owner as in `Return`; and what is to be said of those that have no place, or are gone from theirs.

    A place's own picture is known by its name or, where an editor dropped names, by what it left with. Next to it another has no place.
    """
    relations = package.relations(package.document)
    left = {_picture_place(name, prepared.carriers): shown for name, shown in identity.pictures.items()}
    places_left = {shown: place for place, shown in left.items()}
    placed: dict[tuple[str, str], str] = {}
    loose: list[tuple[str, str, FoundCells | None]] = []
    for paragraph in paragraphs:
        for image in paragraph.images:
            relation = relations.get(image.relation)
            if relation is None or relation.external or not package.has(relation.target):
                continue
            place = (
                _picture_place(image.name.removeprefix(TAG), prepared.carriers) if image.name.startswith(TAG) else None
            )
            place = place or places_left.get(package.picture_print(relation.target))
            if place and place not in placed:
                placed[place] = relation.target
            else:
                template, cells = layers.owners.get(paragraph, ("", None))
                known = prepared.form.field(template)
                loose.append((relation.target, template if known and known.kind is Kind.FILE else "", cells))
    for target, _, owner in loose:
        if owner is not None:
            owner.pictured = True
            # A copied row brings its picture; another one makes it a new row.
            owner.copied = owner.copied and package.picture_print(target) in identity.pictures.values()
            foundrows.hold(owner)
    numbers = {
        cells: cells.row or f"{path}#{number}"
        for path, rows in row_paths(layers).items()
        for number, cells in enumerate(foundrows.kept(rows))
    }
    unplaced = 0
    for target, template, owner in loose:
        place = (template, numbers.get(owner, "") if owner is not None else "")
        if any(place) and bool(place[1]) == (owner is not None) and place not in placed:
            placed[place] = target
        elif owner is None or not owner.copied:
            unplaced += 1
    new = {
        (template, row): target
        for (template, row), target in placed.items()
        if left.get((template, row), left.get(("", row))) != package.picture_print(target)
    }
    found = {place: package.read(target) for place, target in new.items()}
    held, there = {row or template for template, row in placed}, {"", *numbers.values()}
    gone = sum(place is not None and (place[1] or place[0]) not in held and place[1] in there for place in left)
    remarks = (("picture-unplaced", unplaced), ("picture-gone", gone))
    # What is no picture takes no photo's place; the guard has said that it was not read.
    return (
        {place: data for place, data in found.items() if images.size(data) is not None},
        [(code, {"count": count}) for code, count in remarks if count],
    )


def _picture_place(name: str, carriers: Carriers) -> tuple[str, str] | None:
    """Template and row id that a picture's name says. Dossiers of earlier versions say the row alone."""
    if re.fullmatch(r"[0-9a-f]{32}", name):
        return "", name
    place = carriers.of_tag(TAG + name)
    if place is None or not (place.template or place.row):
        return None
    return place.template, place.row or ""


def _account(
    paragraphs: list[Paragraph],
    parts: Iterable[FinalText],
    layers: Layers,
    known: tuple[Form, Base | None],
    repaired: bool,
    warnings: list[tuple[str, Mapping[str, object]]],
) -> Fidelity:
    """Characters present against characters read. Raises Refused when the walk missed text that the tree holds: a bug must not lose words."""
    present = sum(part.present for part in parts)
    counted = sum(paragraph.count for paragraph in paragraphs) + sum(part.placeholders for part in parts)
    if counted != present:
        raise Refused("broken-xml", part="word/document.xml")
    left = [paragraph for paragraph in paragraphs if not paragraph.claim and paragraph.text.strip()]
    unread = sum(item.count for item in left) + sum(
        len(text.replace("\t", "").replace("\n", "")) for text in layers.loose
    )
    hidden = len(_INVISIBLE.findall("\n".join([item.text for item in paragraphs])))
    if hidden:
        warnings.append(("invisible-characters", {"count": hidden}))
    if repaired:
        warnings.append(("repaired", {}))
    return Fidelity(
        characters_present=present,
        characters_read=present - unread,
        left_over=(*(item.text.strip() for item in left), *layers.loose),
        absent=tuple(_absent(layers, *known)),
        repaired=repaired,
        warnings=tuple(warnings),
    )


def _absent(layers: Layers, form: Form, base: Base | None) -> Iterable[str]:
    columns = {name for rows in layers.rows.values() for row in rows for name in row.cells}
    there = {template_of(path) for path in base.values if path.endswith("]")} if base else set()
    for name, item in form.fields.items():
        if not is_asked(item) or item.kind is Kind.FILE:
            continue
        repeat = foundrows.repeat_of(name)
        if repeat:
            missing = repeat not in layers.rows or (bool(layers.rows[repeat]) and name not in columns)
            # Of rows that another answer counts there may be none, and no spare one.
            missing = missing and (repeat in there or not _is_counted(form, repeat))
        else:
            missing = name not in layers.fields
        if missing:
            yield name


def _is_counted(form: Form, repeat: str) -> bool:
    return any(group.count and repeat.startswith(group.template) for group in form.repeats)
