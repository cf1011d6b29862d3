"""The language of the search box: words, "phrases", field:value and -not, in Italian and English. Nothing typed is an error: what is no field is words.

``parse`` says what is asked and where in the text each piece stands, so that a window can tint it. Ticks beside the list and tokens in the box are one
state: `tick` writes a token into a text or takes it out, and `ticked` reads which there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from seeddesk.domain.form import Form, pick
from seeddesk.domain.query import Clause, Query, clauses, fold_text, words
from seeddesk.domain.workflow import STATUSES

STATUS, YEAR, DUE, CONFLICT, COLLECTOR, FORM = "status", "@year", "@due", "@conflict", "@collector", "@form"
_YES_NO = (DUE, CONFLICT)
_MOST_YEARS = 300
_LIKE = 0.7  # share of letters in common from which a name is taken for a slip of another
_KEPT = 1000  # values understood and kept
_SHORT_LIST = 1000  # labels up to which one that is like a slip is looked for: it is asked for between two keystrokes
_SHORTEST = 3  # letters of a label's beginning that mean it
_PIECE = re.compile(
    r'(?P<minus>-(?=[^\s-]))?(?:(?P<name>[^\s":-][^\s":]*):(?!//))?(?:"(?P<quoted>[^"]*)"?|(?P<plain>[^\s"]+))?'
)
# Words of ours for what is no field of a form, or is one under another name. The first in each language is the one we write.
_NAMES: Mapping[str, Mapping[str, Sequence[str]]] = {
    STATUS: {"it": ("stato",), "en": ("status",)},
    YEAR: {"it": ("anno",), "en": ("year",)},
    COLLECTOR: {"it": ("rilevatore",), "en": ("collector",)},
    CONFLICT: {"it": ("conflitto", "conflitti"), "en": ("conflict", "conflicts")},
    DUE: {"it": ("verifica", "da-verificare"), "en": ("reverify", "to-reverify", "re-verify")},
    FORM: {"it": ("modulo",), "en": ("form",)},
    "country": {"it": ("paese",), "en": ("country",)},
    "locations[].comune": {"it": ("comune", "luogo"), "en": ("municipality",)},
    "locations[].nuts2": {"it": ("regione",), "en": ("region",)},
    "locations[].nuts3": {"it": ("provincia",), "en": ("province",)},
    "policy_area": {"it": ("ambito",), "en": ("policy",)},
    "esf_objective": {"it": ("obiettivo",), "en": ("objective",)},
    "sdg": {"it": ("sdg", "oss"), "en": ("sdg",)},
    "target_groups": {"it": ("destinatari",), "en": ("target",)},
    "stage": {"it": ("stadio", "fase"), "en": ("stage",)},
    "evidence_level": {"it": ("prove", "prova"), "en": ("evidence",)},
    "title": {"it": ("titolo",), "en": ("title",)},
    "tags": {"it": ("parole",), "en": ("keywords",)},
    "lead_org.name": {"it": ("ente", "organizzazione", "capofila"), "en": ("organisation", "organization", "lead")},
    "partners[].name": {"it": ("partner",), "en": ("partner",)},
}
_HAS = {"has", "con", "is", "e"}  # has:conflict
_YES, _NO = {"yes", "si", "true", "1", "x"}, {"no", "false", "0", "senza"}


class Token(NamedTuple):
    """A piece of what was typed. start, end: where it stands · kind: ``word``, ``phrase``, ``field``, ``not`` (either of the first two, excluded),
    ``not-field``, ``begun``: a field whose value is still to come, which asks nothing, or ``unknown``: it looks like a field and value, and is taken for words · field, codes: what a field token means · text: its words."""

    start: int
    end: int
    kind: str
    field: str = ""
    codes: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True)
class Asked:
    """A text understood. query: what to ask the catalogue · tokens: in order · unknown: field names nobody knows."""

    query: Query
    tokens: tuple[Token, ...]

    @property
    def unknown(self) -> tuple[str, ...]:
        """What stands before a colon and is no field."""
        return tuple(token.text.partition(":")[0].lstrip("-") for token in self.tokens if token.kind == "unknown")

    @cached_property  # every line of the list asks
    def marked(self) -> list[Clause]:
        """What to mark in the texts found: see `query.found_ranges`."""
        return clauses(self.query.text)


@dataclass(frozen=True)
class Language:
    """What can be said about the practices of some forms. lang: in which language tokens are written; both are understood."""

    forms: Sequence[Form]
    lang: str
    _fields: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    _labels: dict[str, list[tuple[str, str]]] = field(default_factory=dict, repr=False, compare=False)
    _understood: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        names: dict[str, list[str]] = {}

        def put(name: str, template: str) -> None:
            names.setdefault(_plain(name), []).append(template)

        for template, said in _NAMES.items():
            if template.startswith("@") or template == STATUS or any(template in form.fields for form in self.forms):
                for name in (name for some in said.values() for name in some):
                    put(name, template)
        ours = set(names)
        for form in self.forms:
            for template, one in form.fields.items():
                called = {
                    template.replace("[]", ""),
                    template.replace("[]", "").rpartition(".")[2],
                    *one.label.values(),
                }
                for name in {_plain(name) for name in called} - ours:
                    put(name, template)
        # A name two fields have means the one that stands in no group; where none does, it means neither.
        for name, templates in names.items():
            alike = list(dict.fromkeys(templates))
            least = min(template.count(".") for template in alike)
            first = [template for template in alike if template.count(".") == least]
            if len(first) == 1:
                self._fields[name] = first[0]

    def parse(self, text: str) -> Asked:
        """What a text asks for."""
        tokens = tuple(self._tokens(text))
        said: dict[bool, list[str]] = {False: [], True: []}
        where: dict[bool, dict[str, tuple[str, ...]]] = {False: {}, True: {}}
        for token in tokens:
            excluded = token.kind.startswith("not")
            if token.field:
                known = where[excluded].get(token.field, ())
                where[excluded][token.field] = tuple(dict.fromkeys((*known, *token.codes)))
            elif token.kind == "unknown":
                said[text[token.start] == "-"].append(token.text.lstrip("-"))
            elif token.kind != "begun":
                said[excluded].append(token.text)
        query = Query(
            text=" ".join(
                dict.fromkeys(said[False])
            ),  # what is asked twice finds nothing more, and would be looked up twice
            where=where[False],
            not_text=" ".join(dict.fromkeys(said[True])),
            not_where=where[True],
        )
        return Asked(query, tokens)

    def knows(self, name: str) -> bool:
        """Whether a name means a field."""
        return _plain(name) in self._fields

    def nearest(self, name: str) -> str:
        """The field that is written most like a name nobody knows, as it is written in the box; "" when none is."""
        from difflib import get_close_matches  # only for a slip

        like = next(iter(get_close_matches(_plain(name), self._fields, 1, _LIKE)), "")
        return self._name(self._fields[like]) if like else ""

    def nearest_value(self, name: str, value: str) -> str:
        """The value of a field that is written most like one it does not know, as it is written in the box; "" when none is, or there are too many."""
        from difflib import get_close_matches  # only for a slip

        template = self._fields.get(_plain(name), "")
        labels = [label for label, _ in self._labelled(template)] if template else []
        if len(labels) > _SHORT_LIST:
            return ""
        like = next(iter(get_close_matches(_plain(value), labels, 1, _LIKE)), "")
        return f'"{like}"' if " " in like else like

    def token(self, template: str, code: str) -> str:
        """How a choice is written: ``paese:it``. Read back it means that choice and no other."""
        name = self._name(template)
        if template in _YES_NO:
            value = {"it": {"yes": "sì", "no": "no"}}.get(self.lang, {}).get(code, code)
        else:
            value = code if not self._labelled(template) or self._codes(template, code) == (code,) else f"={code}"
        return f'{name}:"{value}"' if re.search(r"\s", value) else f"{name}:{value}"

    def _name(self, template: str) -> str:
        name = next(iter(_NAMES.get(template, {}).get(self.lang, ())), "") or next(
            (name for name, one in self._fields.items() if one == template), template.replace("[]", "")
        )
        return name.replace(" ", "-")  # a space would end it

    def tick(self, text: str, template: str, code: str, on: bool) -> str:
        """The text with a choice ticked, or not: its token is put at the end or taken out; everything else stays as it was typed."""
        kept = text
        codes: tuple[str, ...] = ()
        for token in reversed(self.parse(text).tokens):
            if token.kind == "field" and token.field == template and code in token.codes:
                codes = (*token.codes, *codes)
                kept = (kept[: token.start].rstrip() + " " + kept[token.end :].lstrip()).strip()
        others = [one for one in dict.fromkeys(codes) if one != code]
        wanted = [*others, code] if on else others
        if on and codes:
            return text
        return " ".join(filter(None, [kept, *(self.token(template, one) for one in wanted)]))

    def ticked(self, text: str) -> dict[str, tuple[str, ...]]:
        """Which choices the tokens of a text tick: template -> codes."""
        return dict(self.parse(text).query.where)

    def _tokens(self, text: str) -> Iterator[Token]:
        """The pieces in order. ``paese: italia`` is one piece, where a list has that word."""
        last: Token | None = None
        for match in _PIECE.finditer(text):
            if not match[0].strip():
                continue
            token = self._token(match, text)
            if last is not None and last.kind == "begun" and token.kind in ("word", "phrase"):
                joined = self._joined(last, token, match["quoted"] or match["plain"] or "")
                last, token = (None, joined) if joined is not None else (last, token)
            if last is not None:
                yield last
            last = token
        if last is not None:
            yield last

    def _joined(self, begun: Token, token: Token, value: str) -> Token | None:
        """A field and the value that stands apart from it; None where that is a word for itself."""
        name = begun.text.lstrip("-")
        template = self._fields.get(_plain(name[:-1]), "") if name.endswith(":") else ""
        if template not in (*_YES_NO, YEAR) and not self._labelled(template):
            return None
        codes = self._codes(template, value)
        kind = "not-field" if begun.text.startswith("-") else "field"
        return Token(begun.start, token.end, kind, template, codes) if codes else None

    def _token(self, match: re.Match[str], text: str) -> Token:
        start, end = match.start(), match.end()
        excluded = match["minus"] is not None
        value = match["quoted"] if match["quoted"] is not None else match["plain"] or ""
        shown = text[start:end]
        if match["name"] is not None:
            template = self._fields.get(_plain(match["name"]), "")
            if not template and _plain(match["name"]) in _HAS:
                template = {name: one for name, one in self._fields.items() if one in _YES_NO}.get(_plain(value), "")
                value = "yes" if template else value
            codes = self._codes(template, value) if template and value.strip() else ()
            if codes:
                return Token(start, end, "not-field" if excluded else "field", template, codes)
            if template and not value.strip():
                return Token(start, end, "begun", text=shown)
            return Token(start, end, "unknown", text=shown)
        quoted = match["quoted"] is not None
        kind = "not" if excluded else "phrase" if quoted else "word"
        return Token(start, end, kind, text=shown[1:] if excluded else shown)

    def _codes(self, template: str, value: str) -> tuple[str, ...]:
        """The codes a value means, looked for once: a list of thousands takes longer than a keystroke may."""
        key = (template, value)
        if key not in self._understood:
            if len(self._understood) >= _KEPT:
                self._understood.clear()
            self._understood[key] = self._meant(template, value)
        return self._understood[key]

    def _meant(self, template: str, value: str) -> tuple[str, ...]:
        """What one value means, or else each of several between commas."""
        found = self._one_meant(template, value)
        if found or not re.search("[,;]", value):
            return found
        each = [self._one_meant(template, one.strip()) for one in re.split("[,;]", value) if one.strip()]
        return tuple(dict.fromkeys(code for codes in each for code in codes)) if all(each) else ()

    def _one_meant(self, template: str, value: str) -> tuple[str, ...]:
        """Itself as a code, or the labels that are it, or else begin with it, or else hold it."""
        wanted = _plain(value)
        if template in _YES_NO:
            return ("yes",) if wanted in _YES else ("no",) if wanted in _NO else ()
        if template == YEAR:
            return _years(value)
        if value.startswith("=") and len(value) > 1:
            return (value[1:],)
        labelled = self._labelled(template)
        if not labelled:
            return (value,)
        found = [code for _, code in labelled if _plain(code) == wanted]
        if not found:
            found = [code for label, code in labelled if label == wanted]
        if not found and len(wanted) >= _SHORTEST:
            found = [code for label, code in labelled if label.startswith(wanted)]
            found = found or [code for label, code in labelled if f" {wanted}" in f" {label}"]
        return tuple(dict.fromkeys(found))

    def _labelled(self, template: str) -> list[tuple[str, str]]:
        """(folded label, code) of every choice of a field, in every language."""
        if template not in self._labels:
            found: list[tuple[str, str]] = []
            if template == FORM:
                found = [(_plain(title), form.id) for form in self.forms for title in form.title.values()]
            for form in self.forms:
                one = form.fields.get(template)
                for choice in form.lists.get(one.choices, ()) if one is not None and one.choices else ():
                    labels = [pick(choice.label, self.lang, choice.name), *choice.label.values()]
                    found += [(_plain(label), choice.name) for label in dict.fromkeys(labels)]
            if template == STATUS and not found:
                found = [(_plain(label), code) for code, texts in STATUSES.items() for label in texts.values()]
            self._labels[template] = list(dict.fromkeys(found))
        return self._labels[template]


def _plain(text: str) -> str:
    return " ".join(words(text)) or fold_text(text).strip()


def _years(value: str) -> tuple[str, ...]:
    """``2020``, ``2020-2024``, ``2020-`` (until a century later), ``-2024`` (from two centuries before)."""
    match = re.fullmatch(r"(\d{4})?(\s*[-–.]{1,2}\s*)?(\d{4})?", value.strip())
    if match is None or not (match[1] or match[3]) or (match[1] and match[3] and not match[2]):
        return ()
    if not match[2]:
        return (match[1] or match[3],)
    first = int(match[1] or int(match[3]) - 200)
    last = int(match[3] or first + 100)
    first, last = min(first, last), max(first, last)
    return tuple(f"{year:04d}" for year in range(first, min(last, first + _MOST_YEARS) + 1))


def narrowed(query: Query, more: Mapping[str, Iterable[str]]) -> Query:
    """A query that also asks for some choices."""
    return replace(
        query, where={**query.where, **{name: (*query.where.get(name, ()), *codes) for name, codes in more.items()}}
    )
