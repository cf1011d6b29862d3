"""Practices to dossiers.

A writer is made once for a form, a language and a template, and then writes a dossier in about the time its bytes take to be laid down.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from zlib import crc32

from lxml import etree

from seeddesk.domain.answers import format_answer
from seeddesk.domain.dossier import Base, Dossier, Picture, TemplateProblem
from seeddesk.domain.errors import Refused
from seeddesk.domain.form import Field, Form, pick
from seeddesk.domain.messages import sentence
from seeddesk.domain.paths import row_id, row_of, rows_of, template_of
from seeddesk.domain.spelling import format_date
from seeddesk.domain.values import Value, clean_text
from seeddesk.domain.workflow import status_label
from seeddesk.exchange.docx import own_template, parts, styles
from seeddesk.exchange.docx.carriers import PROPERTY_PICTURE, TAG, Carriers, code_line, picture_print
from seeddesk.exchange.docx.layout import pictured
from seeddesk.exchange.docx.package import Entry, entry, pack
from seeddesk.exchange.docx.sheet import Sheet
from seeddesk.exchange.docx.slots import Context, Pieces, rows_by_repeat
from seeddesk.exchange.docx.template import Compiled, compile_part
from seeddesk.exchange.docx.tree import heading_styles
from seeddesk.exchange.docx.words import said

_SPARES, _SPARES_OF_BLANK = 1, 3
_SMALL = 4096
_FORBIDDEN = ("\\u00", "\x7f", "\ufffe", "\uffff")  # as JSON spells them
_PICTURE_TYPES = {b"\xff\xd8\xff": "jpg", b"\x89PN": "png"}


@dataclass(frozen=True, slots=True)
class _Ready:
    """A template ready for writing: parts that never change, laid down; parts to fill, by name."""

    fixed: tuple[Entry, ...]
    pages: tuple[tuple[str, Pieces], ...]
    relations: str
    last_id: int


class DossierWriter:
    """Writes dossiers of one form in one language.

    template: a centre's own .docx (None: SeedDesk's layout, good for any form). Raises Refused for a template with problems. centre: the name
    at the top of a blank; a dossier brings its own.
    """

    def __init__(self, form: Form, lang: str, template: bytes | None = None, centre: str = "") -> None:
        self._form, self._lang, self._centre = form, lang, centre
        self._locale = styles.locale_of(lang)
        self._subject = said(pick(form.title, lang), form, lang)
        self._template = template
        self._place = [(name, form.fields.get(f"locations[].{name}")) for name in ("comune", "place", "area")]
        self._country = form.fields.get("country")
        self._carriers = Carriers(form)
        self._files = pictured(form)
        self._first: dict[str, int] = {}
        for place, file in enumerate(self._files):
            self._first.setdefault(file.partition("[]")[0] + "[]", place)
        self._ready_blank: _Ready | None = None
        self._ready = self._prepare(blank=False)

    def write(self, dossier: Dossier) -> bytes:
        """The dossier of one practice: the same bytes for the same input."""
        base = dossier.base
        values = _clean(base)
        title = values.get("title")
        unnamed = self._say("untitled") if "title" in self._form.fields else self._subject or self._say("untitled")
        shown_title = title.strip() if isinstance(title, str) and title.strip() else unnamed
        status = status_label(dossier.status, self._lang)
        rows = rows_by_repeat(values)
        system = {
            "centre": dossier.centre or self._centre,
            "title": shown_title,
            "place": self._place_of(values, rows),
            "status": status,
            "code": base.code,
            "revision": str(base.revision),
            "exported": format_date(dossier.exported_on, self._lang),
            "collected_by": dossier.collected_by,
            "code_line": code_line(base.code, base.revision, base.sha256),
            "footer_revision": self._say("footer-revision", revision=base.revision),
        }
        pictures = self._numbered(dossier.pictures, rows)
        context = Context(
            values,
            rows,
            system,
            dossier.open_conflicts,
            _SPARES,
            self._ready.last_id,
            pictures=pictures,
            others=dossier.others,
        )
        identifier = f"{base.practice} {base.code}"
        changing = {
            parts.PROPERTIES_CORE: parts.core_properties(
                shown_title, identifier, self._locale, status, base.revision, dossier.collected_by, dossier.exported_on
            ),
            parts.PROPERTIES_CUSTOM: parts.custom_properties(
                {
                    **parts.identity(base, base.form, base.form_version, self._lang, ""),
                    **{
                        PROPERTY_PICTURE + self._carrier(picture): picture_print(crc32(picture.data), len(picture.data))
                        for _, picture in pictures.values()
                    },
                },
                base,
            ),
            parts.PAYLOAD: parts.payload(base, base.form, base.form_version, self._lang, ""),
        }
        return self._packed(self._ready, context, changing)

    def blank(self, serial: str) -> bytes:
        """An empty dossier to fill in without SeedDesk; what comes back is known by its serial."""
        if self._ready_blank is None:
            self._ready_blank = self._prepare(blank=True)
        ready = self._ready_blank
        title = self._say("title-blank") if "title" in self._form.fields else self._subject or self._say("title-blank")
        system = {
            "centre": self._centre,
            "title": title,
            "status": self._say("to-fill-in"),
            "code": serial,
            "revision": "–",
            "exported": "–",
            "collected_by": "–",
            "footer_revision": self._say("kind-blank"),
        }
        context = Context({}, {}, system, frozenset(), _SPARES_OF_BLANK, ready.last_id, _SPARES_OF_BLANK)
        known = (self._form.id, self._form.version, self._lang, serial)
        changing = {
            parts.PROPERTIES_CORE: parts.core_properties(title, serial, self._locale, "", 0, "SeedDesk", ""),
            parts.PROPERTIES_CUSTOM: parts.custom_properties(parts.identity(None, *known), None),
            parts.PAYLOAD: parts.payload(None, *known),
        }
        return self._packed(ready, context, changing)

    def _prepare(self, *, blank: bool) -> _Ready:
        if self._template is None:
            found = drawn(self._form, self._lang, blank=blank)
        else:
            found = own_template.opened(self._template, self._lang)
        pages, problems = compiled(found, self._form, self._lang, blank=blank)
        if serious := [problem for problem in problems if problem.serious]:
            raise Refused(serious[0].code, **serious[0].arguments)
        dynamic = {*pages, parts.PROPERTIES_CORE, parts.PROPERTIES_CUSTOM, parts.PAYLOAD, parts.DOCUMENT_RELATIONS}
        fixed = tuple(entry(name, data, 9) for name, data in found.items() if name not in dynamic)
        return _Ready(
            fixed,
            tuple((name, page.pieces) for name, page in pages.items()),
            found[parts.DOCUMENT_RELATIONS].decode(),
            max(page.last_id for page in pages.values()),
        )

    def _packed(self, ready: _Ready, context: Context, changing: Mapping[str, str]) -> bytes:
        entries = list(ready.fixed)
        for name, pieces in ready.pages:
            entries.append(_entry(name, pieces.render(context)))
        entries += [_entry(name, text.encode()) for name, text in changing.items()]
        links = ""
        for number, picture in context.pictures.values():
            kind = _PICTURE_TYPES.get(picture.data[:3], "jpg")
            entries.append(entry(f"word/media/seeddesk{number}.{kind}", picture.data, 0))
            links += f'<Relationship Id="rIdPicture{number}" Type="{styles.R}/image" Target="media/seeddesk{number}.{kind}"/>'
        relations = ready.relations.replace("</Relationships>", links + "</Relationships>")
        entries.append(_entry(parts.DOCUMENT_RELATIONS, relations.encode()))
        return pack(entries)

    def _numbered(self, pictures: Iterable[Picture], rows: Mapping[str, list[str]]) -> dict[str, tuple[int, Picture]]:
        """Pictures by path, numbered as they stand; those of questions the form has not and of rows that are gone left out."""
        order = {template: place for place, template in enumerate(self._files)}
        places = {row: place for found in rows.values() for place, row in enumerate(found)}
        placed = []
        for picture in pictures:
            outer = rows_of(picture.path)
            if template_of(picture.path) in order and all(row in places for row in outer):
                # Row by row: what stands in one row comes before all of the next.
                first = order[template_of(picture.path)] if not outer else self._first[template_of(outer[0])]
                place = (first, *(places[row] for row in outer), order[template_of(picture.path)])
                placed.append((place, picture))
        placed.sort(key=lambda item: item[0])
        return {picture.path: (number, picture) for number, (_, picture) in enumerate(placed, 1)}

    def _carrier(self, picture: Picture) -> str:
        """A picture's name in the dossier, without the mark that it is ours."""
        row = row_of(picture.path)
        return self._carriers.tag(template_of(picture.path), row_id(row) if row else None).removeprefix(TAG)

    def _place_of(self, values: Mapping[str, Value], rows: Mapping[str, list[str]]) -> str:
        """Where the practice is, for the line under its title: the first place that was named, and the country."""
        words: list[str] = []
        for row in rows.get("locations", [])[:1]:
            comune, place, area = (self._text(field, values.get(row + "." + name)) for name, field in self._place)
            words += [comune, place, "" if comune else area]
        words.append(self._text(self._country, values.get("country")))
        return ", ".join(dict.fromkeys(filter(None, words)))

    def _text(self, field: Field | None, value: Value) -> str:
        return format_answer(field, value, self._lang, self._form) if field and isinstance(value, str) else ""

    def _say(self, word: str, **arguments: object) -> str:
        return sentence("dossier-" + word, self._lang, **arguments)


def _entry(name: str, data: bytes) -> Entry:
    # What is small costs more to begin deflating than it saves, and packed pieces do not shrink again.
    return entry(name, data, 0 if len(data) < _SMALL or name == parts.PROPERTIES_CUSTOM else 1)


def _clean(base: Base) -> Mapping[str, Value]:
    """The values without characters XML cannot carry. Records are cleaned when they are saved; this is for what came from elsewhere."""
    if not any(mark in base.text for mark in _FORBIDDEN):
        return base.values
    return {
        path: clean_text(value)
        if isinstance(value, str)
        else tuple(map(clean_text, value))
        if isinstance(value, tuple)
        else value
        for path, value in base.values.items()
    }


def drawn(form: Form, lang: str, *, blank: bool = False, as_template: bool = False) -> dict[str, bytes]:
    """The parts of SeedDesk's own template for a form. as_template: as a file of its own, for a centre to change; else what a dossier adds is
    declared already."""
    sheet = Sheet(form, lang, blank=blank)
    locale = styles.locale_of(lang)
    links = [
        parts.Link("rIdStyles", "styles", "styles.xml"),
        parts.Link("rIdSettings", "settings", "settings.xml"),
        parts.Link("rIdFonts", "fontTable", "fontTable.xml"),
        parts.Link("rIdTheme", "theme", "theme/theme1.xml"),
        parts.Link("rIdFooter", "footer", "footer1.xml"),
    ]
    texts = {
        parts.CONTENT_TYPES: parts.content_types(parts.DEFAULTS, parts.CONTENT),
        "_rels/.rels": parts.PACKAGE_RELATIONS,
        parts.PROPERTIES_APP: parts.APP,
        parts.DOCUMENT: sheet.document(),
        parts.STYLES: styles.styles(locale),
        parts.SETTINGS: styles.settings(locale),
        "word/fontTable.xml": styles.FONT_TABLE,
        "word/theme/theme1.xml": styles.THEME,
        parts.FOOTER: sheet.footer(),
    }
    if as_template:
        pages = {name: kind for name, kind in parts.CONTENT.items() if name in texts}
        texts[parts.CONTENT_TYPES] = parts.content_types(parts.DEFAULTS, pages)
        texts["_rels/.rels"] = parts.relations(parts.TEMPLATE_LINKS)
    else:
        links.append(parts.Link("rIdPayload", "customXml", "../" + parts.PAYLOAD))
        texts[parts.PAYLOAD_PROPERTIES] = parts.PAYLOAD_ITEM
        texts[parts.PAYLOAD_RELATIONS] = parts.PAYLOAD_RELATION
    texts[parts.DOCUMENT_RELATIONS] = parts.relations(links)
    return {name: text.encode() for name, text in texts.items()}


def compiled(
    found: Mapping[str, bytes], form: Form, lang: str, *, blank: bool = False
) -> tuple[dict[str, Compiled], list[TemplateProblem]]:
    """The pages of a template (document, headers, footers) ready to be filled, and what is wrong with it."""
    headings = heading_styles(found[parts.STYLES])
    pages: dict[str, Compiled] = {}
    problems: list[TemplateProblem] = []
    for name, data in found.items():
        if name == parts.DOCUMENT or re.fullmatch(r"word/(header|footer)\d*\.xml", name):
            is_body = name == parts.DOCUMENT
            page = compile_part(etree.fromstring(data), form, lang, headings, is_body=is_body, blank=blank)
            pages[name] = page
            problems += page.problems
    return pages, problems


def check_template(data: bytes, form: Form) -> list[TemplateProblem]:
    """What a centre must mend in its template before it is used: unknown fields, core fields left out, places that could not be read back."""
    try:
        found = own_template.opened(data, "en")
    except Refused as refused:
        return [TemplateProblem(refused.code, {name: str(value) for name, value in refused.arguments.items()})]
    problems = compiled(found, form, form.languages[0])[1]
    core = sum(field.core and field.answered for field in form.fields.values())
    if core and sum(not problem.serious for problem in problems) == core:
        return [
            TemplateProblem("template-no-fields", {})
        ]  # any other Word document: the list of all fields would help nobody
    return problems


def starting_template(form: Form, lang: str) -> bytes:
    """The layout drawn for a form as a document of its own, for a centre to change in Word and use as its template."""
    return pack(entry(name, data, 9) for name, data in drawn(form, lang, as_template=True).items())
