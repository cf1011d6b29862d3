"""The choice lists of an XForm, and which of them a question offers."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from lxml import etree

from seeddesk.domain.form import QUOTE, Choice, RowChoices, Texts, WaitingLists
from seeddesk.exchange.xform.words import XFORMS, Element, Words, local_name

COLUMNS = "{urn:seeddesk:form:1}columns"  # on a list put in from a file: the columns of every item, in order
_INSTANCE = re.compile(r"\s*instance\(\s*(['\"])(.+?)\1\s*\)((?:\s*/\s*[\w.-]+){2})\s*(\[.*\])?\s*", re.DOTALL)
_RANDOMIZE = re.compile(r"\s*randomize\s*\((.*)\)\s*", re.DOTALL)
_SEARCH = re.compile(r"\bsearch\s*\((.*)\)", re.DOTALL)
_MODES = {"contains": "contains({0}, {1})", "startswith": "starts-with({0}, {1})", "endswith": "ends-with({0}, {1})"}
_NOTHING: Mapping[str, Texts] = {}
_ITEXT_COLUMN = re.compile(r"\s*jr:itext\(\s*([\w.-]+)\s*\)\s*")


@dataclass(frozen=True, slots=True)
class Offer:
    """What a question lets people choose from: the name of a list and a filter on it, or rows; see `Field`."""

    choices: str = ""
    choice_filter: str = ""
    rows: RowChoices | None = None
    shuffled: bool = False
    seed: str = ""


@dataclass(frozen=True, slots=True)
class _Packed:
    """The items of a list. data: their XML, compressed · size: how many · quotes: a label may quote an answer · value, label: see `Lists.put_later`."""

    data: bytes
    size: int
    quotes: bool
    value: str
    label: str

    def root(self) -> Element:
        """The element that holds the items."""
        return etree.fromstring(zlib.decompress(self.data), etree.XMLParser(resolve_entities=False, no_network=True))


class Lists(WaitingLists):
    """Every list by name. One is made when first asked for: a form's lists are most of it, and few are looked at before its first page."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._waiting: dict[str, tuple[Element, str, str]] = {}  # name -> instance, column of the code, of the label
        self._packed: dict[str, _Packed] = {}
        self._made: dict[str, tuple[Choice, ...]] = {}

    def put(self, name: str, choices: tuple[Choice, ...]) -> None:
        """Add a list that is there already."""
        self._made[name] = choices

    def put_later(self, name: str, root: Element, value: str = "name", label: str = "label") -> None:
        """Add the items under an element. value, label: their columns, or ``jr:itext(column)``."""
        self._waiting[name] = (root, value, label)

    def pack(self) -> None:
        """Let go of the elements, once all lists are added: a tree takes ten times the room of its text, and one element keeps all of it."""
        packed: dict[Element, tuple[bytes, int, bool]] = {}
        quoting = [escape(each, quote=False).encode() for each in self._words.quoting()]
        for name, (root, value, label) in self._waiting.items():
            if root not in packed:
                text = etree.tostring(root, encoding="utf-8", with_tail=False)
                quotes = QUOTE.encode() in text or any(each in text for each in quoting)
                packed[root] = zlib.compress(text, 1), len(root), quotes
            self._packed[name] = _Packed(*packed[root], value, label)
        self._waiting.clear()

    def may_quote(self, name: str) -> bool:
        """See `WaitingLists`."""
        return self._packed[name].quotes if name in self._packed else name in self

    def size(self, name: str) -> int:
        """See `WaitingLists`."""
        return self._packed[name].size if name in self._packed else len(self[name])

    def root(self, name: str) -> Element | None:
        """The element whose items a list is made of, None for one that was there already."""
        return self._waiting[name][0] if name in self._waiting else None

    def lacks(self, name: str) -> bool:
        """Whether a list has items but not the column of its codes."""
        if name not in self._waiting:
            return False
        root, value, _ = self._waiting[name]
        return len(root) > 0 and all(local_name(cell) != value for item in root for cell in item.iterchildren("*"))

    def __getitem__(self, name: str) -> tuple[Choice, ...]:
        if name not in self._made:
            if name in self._waiting:
                root, value, label = self._waiting[name]
            else:
                packed = self._packed[name]
                root, value, label = packed.root(), packed.value, packed.label
            columns = root.get(COLUMNS, "")
            names = columns.split("\t") if "\t" in columns else columns.split()
            itext = _ITEXT_COLUMN.fullmatch(label)
            self._made[name] = tuple(self._choices(root, names, value, itext[1] if itext else label, bool(itext)))
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        yield from dict.fromkeys((*self._waiting, *self._packed, *self._made))

    def __len__(self) -> int:
        return len(self._waiting.keys() | self._packed.keys() | self._made.keys())

    def __contains__(self, name: object) -> bool:
        return name in self._waiting or name in self._packed or name in self._made

    def _choices(self, root: Element, columns: Sequence[str], value: str, label: str, itext: bool) -> Iterator[Choice]:
        language = self._words.languages[0]
        plain = (value, label) == ("name", "label")
        same: dict[str, str] = {}  # most columns say few things, thousands of times
        for item in root:
            if columns and len(item) == len(columns):  # asking every cell for its name would take twice as long
                pairs: Iterable[tuple[str, str]] = zip(columns, (cell.text or "" for cell in item), strict=True)
            else:
                pairs = ((local_name(cell), cell.text or "") for cell in item.iterchildren("*"))
            cells = {same.setdefault(column, column): same.setdefault(text, text) for column, text in pairs}
            name = cells.pop("name", "") if plain else cells.get(value, "")
            media = _NOTHING
            reference = cells.get(label, "") if itext else cells.pop("itextId", None)
            if reference is not None:
                texts, media = self._words.text(reference), self._words.media_of(reference)
                cells.pop("label", None)
            else:
                text = cells.pop("label", "") if plain else cells.get(label, "")
                texts = {language: text} if text else {}
            yield Choice(name, texts, cells, media)


def offer(itemset: Element, lists: Lists) -> Offer | None:
    """What an itemset offers, its list added to `lists` where its columns have names of their own. None when its list is not there."""
    return _offer(itemset.get("nodeset", ""), _reference(itemset, "value"), _reference(itemset, "label"), lists)


def query(text: str, lists: Lists) -> Offer | None:
    """What the attribute ``query`` of a question on a list kept in a file offers."""
    return _offer(text, "name", "label", lists)


def search_list(appearance: str) -> str:
    """The list that a question whose appearance is ``search('list', …)`` offers, ``""`` for any other."""
    found = _SEARCH.search(appearance)
    return _unquoted(next(_arguments(found[1]))) if found else ""


def search(control: Element, path: str, words: Words, lists: Lists) -> Offer | None:
    """What ``search('list', 'contains', 'columns', value, 'column', value)`` offers. The question's own choices name the columns of code and
    label; those with a number for a code are choices themselves. None when the list is not there."""
    found = _SEARCH.search(control.get("appearance", ""))
    name = search_list(control.get("appearance", ""))
    if found is None or name not in lists:
        return None
    own = tuple(written_out(control, words))
    columns = next((choice for choice in own if not choice.name.lstrip("-").isdecimal()), None)
    given = list(_arguments(found[1]))[1:]
    tests = []
    if len(given) >= 3:
        mode, where, value = _unquoted(given[0]), _unquoted(given[1]), _at_question(given[2])
        shape = _MODES.get(mode, "{0} = {1}")
        tests.append(" or ".join(shape.format(column.strip(), value) for column in where.split(",")))
    if len(given) >= 5:
        tests.append(f"{_unquoted(given[3])} = {_at_question(given[4])}")
    test = " and ".join(f"({each})" for each in tests) if len(tests) > 1 else "".join(tests)
    if columns is None:
        lists.put(path, own)
        return Offer(path)
    label = next(iter(columns.label.values()), columns.name).partition(",")[0].strip()
    root, listed = lists.root(name), f"{name}?{columns.name},{label}"
    if root is not None:
        lists.put_later(listed, root, columns.name, label)
    fixed = tuple(choice for choice in own if choice is not columns)
    if fixed:
        lists.put(path, (*fixed, *lists[listed]))
        return Offer(path, f"string-length({columns.name}) = 0 or {test}" if test else "")
    return Offer(listed, test)


def _arguments(text: str) -> Iterator[str]:
    """What stands between commas."""
    while text:
        first, _, text = _split(text)
        yield first.strip()


def _unquoted(text: str) -> str:
    return text.strip().strip("'\"")


def _at_question(value: str) -> str:
    """A value as an item's predicate says it: what it reads is seen from the question."""
    return f"current()/{value}" if value.startswith(".") else value


def written_out(control: Element, words: Words) -> Iterator[Choice]:
    """The choices that stand in the question itself."""
    for item in control.iterchildren(XFORMS + "item"):
        yield Choice((item.findtext(XFORMS + "value") or "").strip(), words.of(item), {}, words.media(item))


def _offer(nodeset: str, value: str, label: str, lists: Lists) -> Offer | None:
    shuffled, seed = False, ""
    random = _RANDOMIZE.fullmatch(nodeset)
    if random:
        shuffled = True
        nodeset, _, seed = _split(random[1])
    found = _INSTANCE.fullmatch(nodeset)
    if found is None:
        rows = RowChoices(nodeset.strip(), value, label)
        return Offer(rows=rows, shuffled=shuffled, seed=seed.strip()) if "/" in nodeset else None
    name = found[2]
    if name not in lists:
        return None
    itext = _ITEXT_COLUMN.fullmatch(label)
    if value != "name" or (label != "label" if itext is None else itext[1] != "itextId"):
        root, source = lists.root(name), name
        name = f"{source}?{value},{label}"
        if root is not None:
            lists.put_later(name, root, value, label)
    tests = list(_predicates(found[4] or ""))
    return Offer(
        name, tests[0] if len(tests) == 1 else " and ".join(f"({test})" for test in tests), None, shuffled, seed
    )


def _reference(itemset: Element, tag: str) -> str:
    found = itemset.find(XFORMS + tag)
    return "" if found is None else found.get("ref", "").strip()


def _split(text: str) -> tuple[str, str, str]:
    """Two arguments, at the first comma that stands in no brackets and no quotes."""
    for position, sign in _outside(text):
        if sign == ",":
            return text[:position], ",", text[position + 1 :].strip()
    return text, "", ""


def _predicates(text: str) -> Iterator[str]:
    """``[a][b]`` -> ``a``, ``b``."""
    start = 0
    for position, sign in _outside(text):
        if sign == "[":
            start = position + 1
        elif sign == "]":
            yield text[start:position].strip()


def _outside(text: str) -> Iterator[tuple[int, str]]:
    """The characters that stand in no quotes and no brackets, the outermost brackets included."""
    depth, quote = 0, ""
    for position, sign in enumerate(text):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "'\"":
            quote = sign
        elif sign in "([":
            if depth == 0:
                yield position, sign
            depth += 1
        elif sign in ")]":
            depth -= 1
            if depth == 0:
                yield position, sign
        elif depth == 0:
            yield position, sign
