"""The visible words of a form, in every language it has, as the third and fourth name of a place: exact labels, then similar ones."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence

from seeddesk.domain.answers import NOT_KNOWN_TEXTS, format_answer, main_text
from seeddesk.domain.form import ACKNOWLEDGED, Field, Form, Group, Kind
from seeddesk.domain.messages import LANGUAGES, sentence
from seeddesk.domain.spelling import parse_date
from seeddesk.domain.workflow import STATUSES
from seeddesk.exchange.docx.carriers import CODE, CODE_LINE, SERIAL, label_key, prints, words_print
from seeddesk.exchange.docx.layout import is_asked, is_loose, is_said, lone_repeat
from seeddesk.exchange.docx.opened import Paragraph
from seeddesk.exchange.docx.words import labels_of, languages, range_of, texts_of

SIMILAR = 0.85
# Longer texts are never a label; comparing every paragraph of a foreign document would take seconds.
_LONGEST_LABEL = 200
_LONGEST_EXACT = 2000
_SECTION_NUMBER = re.compile(r"^\d+ ")
_NUMBER = "\ue000"  # stands for a number until it is known; no label has it


class Labels:
    """What a label of a form stands for.

    Templates: a field's or a group's; a repeat stands under its template without brackets (its heading), a card of one row under
    ``partners[]``. One label may stand for several places: the scope it was found in decides. own: the document was written by this very
    version; another one's lists may have had further choices.
    """

    def __init__(self, form: Form, own: bool = True) -> None:
        self.form, self.own = form, own
        self._places: dict[str, list[str]] = {}
        self._keys: dict[str, set[str]] = {}
        self._whole: dict[str, set[str]] = {}
        self._hints: dict[str, list[str]] = {}
        self._cards: list[tuple[re.Pattern[str], str]] = []
        self.sections: dict[str, str] = {}
        for section in form.sections:
            if lone_repeat(section) is not None:
                continue
            words = _others() if is_loose(section) else labels_of(section, form)
            self.sections.update((label_key(text), section.name) for text in words)
        self._notes_said: set[str] = set()
        self._section_of: dict[str, str] = {}
        self._columns: dict[str, list[str]] = {}
        for section in form.sections:
            self._index(section.items, section.name)
        top = ("kind", "kind-blank", "untitled", "title-blank", "help", "help-blank", "help-blank-any", "to-fill-in")
        self._top = _words(*top) | {folded(text) for text in form.title.values()}
        self._last = _words("other-form")
        self._own = self._top | self._last | self._notes_said | _words("attached")
        self._kinds = _words("kind", "kind-blank")
        self._block = _words("status", "code", "revision", "exported", "collected-by")
        self._of_block = self._block | _words("to-fill-in") | {"–"}
        self._of_block |= {folded(text) for texts in STATUSES.values() for text in texts.values()}
        self._notes = [sentence("dossier-several-versions", lang) for lang in LANGUAGES]
        self.not_known = {label_key(text) for text in NOT_KNOWN_TEXTS.values()}
        self.kept = {folded(sentence("dossier-attached", lang)) for lang in LANGUAGES}

    def _index(self, items: Iterable[Field | Group], section: str) -> None:
        for item in items:
            if isinstance(item, Field):
                if is_asked(item):
                    self._add(item.template, item, section)
                elif is_said(item):
                    self._notes_said |= {folded(text) for text in labels_of(item, self.form)}
            else:
                self._add(item.path, item, section)
                if item.repeat:
                    names = labels_of(item, self.form)
                    for shape in ("dossier-row", "dossier-new-row"):
                        for lang in LANGUAGES:
                            for name in names:
                                text = re.escape(label_key(sentence(shape, lang, name=name, number=_NUMBER)))
                                self._cards.append((re.compile(text.replace(_NUMBER, r"\d+")), item.template))
                self._index(item.items, section)

    def _add(self, template: str, item: Field | Group, section: str) -> None:
        self._section_of[template] = section
        words = labels_of(item, self.form)
        self._whole.setdefault(template, set()).update(folded(text).rstrip("*: ") for text in words)
        hints = {folded(text) for text in texts_of(item.hint, self.form)}
        if isinstance(item, Field) and item.range is not None:
            hints |= {folded(range_of(item, self.form, lang)) for lang in languages(self.form)}
        self._hints[template] = sorted(hints, key=len, reverse=True)
        for key in filter(None, map(label_key, words)):
            self._places.setdefault(key, []).append(template)
            self._keys.setdefault(template, set()).add(key)

    def columns(self, repeat: str) -> list[str]:
        """The templates of a repeat's own cells, in the form's order; those of repeats inside it are not."""
        found = self._columns.get(repeat)
        if found is None:
            found = self._columns[repeat] = [
                name
                for name, item in self.form.fields.items()
                if name.startswith(repeat + ".") and "[]" not in name[len(repeat) :] and is_asked(item)
            ]
        return found

    def exact(self, text: str, among: Collection[str], section: str = "", group: str = "") -> str | None:
        """The place a label names, of those in `among`: of several the first whose label is the very text, that stands in a group, in a section."""
        if not text or len(text) > _LONGEST_EXACT:
            return None
        found = [template for template in self._places.get(label_key(text), ()) if template in among]
        if len(found) < 2:
            return found[0] if found else None
        words = folded(text.strip().split("\n", 1)[0].split("\t", 1)[0]).rstrip("*: ")
        found = [name for name in found if words in self._whole[name]] or found
        found = [name for name in found if group and name.startswith(group + ".")] or found
        return next((name for name in found if self._section_of[name] == section), found[0])

    def alike(self, among: Collection[str]) -> dict[str, int]:
        """The labels (as they are compared) that several places of `among` go by, and how many do."""
        counted = {key: sum(name in among for name in names) for key, names in self._places.items() if len(names) > 1}
        return {key: count for key, count in counted.items() if count > 1}

    def of_choices(self, field: Field) -> Iterator[str]:
        """Every text that may stand beside a box of a field."""
        for lang in languages(self.form):
            if field.kind is Kind.ACKNOWLEDGE:
                yield format_answer(field, ACKNOWLEDGED, lang, self.form)
            for choice in self.form.lists.get(field.choices, ()):
                label = format_answer(field, (choice.name,) if field.is_set else choice.name, lang, self.form).strip()
                yield label
                if field.main_first:
                    yield main_text(label, lang)

    def named(self, texts: Iterable[str]) -> set[str]:
        """Every place that some text names exactly."""
        keys = {label_key(text) for text in texts if 0 < len(text) <= _LONGEST_EXACT}
        return {template for key in keys for template in self._places.get(key, ())}

    def similar(self, text: str, among: Collection[str]) -> str | None:
        """The place whose label is nearest to a text, when it is near enough."""
        key = label_key(text) if 0 < len(text) <= _LONGEST_LABEL else ""
        best, place = SIMILAR, None
        if len(key) < 4:
            return None
        matcher = difflib.SequenceMatcher(b=key)
        for template in among:
            for label in self._keys.get(template, ()):
                matcher.set_seq1(label)
                if (
                    matcher.real_quick_ratio() >= best
                    and matcher.quick_ratio() >= best
                    and (near := matcher.ratio()) >= best
                ):
                    best, place = near, template
        return place

    def cards(self, text: str) -> list[str]:
        """The repeats (``partners[]``) whose card a heading may open: "Partner · 2", "Partner · new row"."""
        if not text or len(text) > _LONGEST_LABEL:
            return []
        key = label_key(text)
        return list(dict.fromkeys(template for shape, template in self._cards if shape.fullmatch(key)))

    def is_label(self, text: str, template: str) -> bool:
        """Whether a text is the label of a place with its hint, and no more: otherwise somebody wrote into the label."""
        words = folded(text)
        for label in self._whole.get(template, ()):
            if not words.startswith(label):
                words = _SECTION_NUMBER.sub("", words)  # a repeat that is its own section
            rest = words[len(label) :]
            if words.startswith(label) and (not rest or rest[0] in " *:"):
                rest = _LIMIT.sub("", rest)
                for hint in (*self._hints[template], *_HINTS):
                    rest = rest.replace(hint, "", 1)
                if not rest.strip(" *:·"):
                    return True
        return False

    def is_section(self, text: str) -> bool:
        """Whether a text is a section's heading and no more."""
        return not {"\n", "\t"} & set(text.strip()) and label_key(text) in self.sections

    def is_card(self, text: str) -> bool:
        """Whether a text is the heading of a card and no more."""
        return not {"\n", "\t"} & set(text.strip()) and bool(self.cards(text))

    def is_ours(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph says exactly what it said when it left, by the print of its words."""
        known = prints(paragraph.marks)
        if not known:
            return False
        text = paragraph.text
        for note in self._notes:
            text = text.removesuffix(note).rstrip(" \n·")
        return words_print(paragraph.text) in known or words_print(text) in known

    def is_block(self, texts: Sequence[str]) -> bool:
        """Whether a table's first row is that of the title block."""
        return len(texts) > 1 and sum(folded(text) in self._block for text in texts) * 2 > len(texts)

    def is_of_block(self, text: str) -> bool:
        """Whether a text has the shape of something the title block says: a label, a status, a code, a number, a day."""
        text = text.strip()
        found = CODE.fullmatch(text) or SERIAL.fullmatch(text) or text.isdecimal()
        return bool(found) or folded(text) in self._of_block or _is_day(text)

    def is_footer(self, text: str, titles: Collection[str]) -> bool:
        """Whether a footer's paragraph holds no more than code, title, revision and page numbers."""
        rest = single_spaced(_FOOTER.sub(" ", text))
        for title in sorted(titles, key=len, reverse=True):
            rest = rest.replace(title, " ", 1)
        return all(folded(piece) in self._own for piece in rest.split("·") if piece.strip())

    def ends_answer(self, text: str, level: int) -> bool:
        """Whether a text below an answer is one that SeedDesk prints there: a note, a code line, or as a heading the name of the last part.
        level: of the heading, 0 for none."""
        said = folded(text)
        return said in self._notes_said or (level > 0 and said in self._last) or _is_line(text)

    def is_own(self, text: str) -> bool:
        """Whether a text is one that SeedDesk prints into every dossier."""
        return folded(text) in self._own or _is_line(text)

    def is_top_line(self, text: str) -> bool:
        """Whether a text is the dossier's first line: what it is, and behind a tab the centre, whose name only the line itself says."""
        kind, tab, _ = text.strip().partition("\t")
        return bool(tab) and folded(kind) in self._kinds

    def without_figure(self, text: str) -> str | None:
        """What a caption says behind its number; None when a text is no caption of ours."""
        found = _FIGURE.match(text)
        return text[found.end() :] if found else None


def _numbered(name: str, argument: str) -> str:
    return "|".join(re.escape(sentence(name, lang, **{argument: "0"})).replace("0", r"\d+") for lang in LANGUAGES)


_LIMIT = re.compile(_numbered("dossier-up-to", "limit"))
_FIGURE = re.compile(_numbered("dossier-figure", "number"))
_PAGES = "|".join(
    rf"{sentence('dossier-page', lang)} \d* ?{sentence('dossier-page-of', lang)} ?\d*" for lang in LANGUAGES
)
_FOOTER = re.compile(f"{CODE.pattern}|{SERIAL.pattern}|{_numbered('dossier-footer-revision', 'revision')}|{_PAGES}")


def _is_line(text: str) -> bool:
    return bool(CODE_LINE.fullmatch(text.strip()) or SERIAL.fullmatch(text.strip()))


def _is_day(text: str) -> bool:
    return parse_date(text) is not None


def folded(text: str) -> str:
    """The whole of a text as it is compared: without differences of case and spacing."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().replace("’", "'").split())


def _words(*names: str) -> set[str]:
    return {folded(sentence("dossier-" + name, lang)) for name in names for lang in LANGUAGES}


_HINTS = sorted(_words("add-rows", "several-versions"), key=len, reverse=True)


def single_spaced(text: str) -> str:
    """A text with every run of spaces, tabs and line ends made one space."""
    return " ".join(text.split())


def _others() -> set[str]:
    return {sentence("dossier-other-questions", lang) for lang in LANGUAGES}
