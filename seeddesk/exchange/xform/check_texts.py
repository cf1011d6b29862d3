"""What a cell with an expression, a quoted answer or a default says, before any form is made of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, NamedTuple

from seeddesk.domain.logic import syntax
from seeddesk.exchange.xform.check_words import nearest

_CURLY = {"“": '"', "”": '"', "‘": "'", "’": "'"}  # pyxform reads these as straight ones
_OTHER_MARKS = {"„": '"', "«": '"', "»": '"', "‚": "'", "`": "'", "´": "'"}
_SIGNS = (("==", "="), ("&&", "and"), ("||", "or"), ("<>", "!="), ("≠", "!="), ("≥", ">="), ("≤", "<="), ("=>", ">="), ("=<", "<="), ("–", "-"), ("—", "-"), ("×", "*"), ("÷", "div"))  # fmt: skip
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_REFERENCE = re.compile(r"\$\{([^{}]*)\}")
_NAME = re.compile(r"[^\W\d][\w.-]*")
_STRAY = re.compile(r"\$\{[^}]*$|\$(?!\{)\w[\w.-]*|(?<!\$)\{[\w.-]+\}|\$\s+\{|\$\([\w.-]+\)|\$\[[\w.-]+\]")


class Fault(NamedTuple):
    """A code of a remark and what fills it."""

    code: str
    arguments: Mapping[str, object]


@dataclass(frozen=True)
class Names:
    """What the survey sheet calls its questions: every name, those that stand more than once, those of repeats and groups."""

    all: frozenset[str]
    twice: frozenset[str] = frozenset()


def references(text: str, names: Names) -> Iterator[Fault]:
    """What is wrong with the answers a text quotes with ``${…}``."""
    for found in _REFERENCE.finditer(text):
        inner = found[1].removeprefix("last-saved#")
        name = inner.strip()
        if name not in names.all:
            near = nearest(name, names.all)
            yield Fault("form-check-reference-near" if near else "form-check-reference", {"name": name, "near": near})
        elif inner != name:
            yield Fault("form-check-reference-spaces", {"name": name})
        elif name in names.twice:
            yield Fault("form-check-reference-twice", {"name": name})


def stray(text: str) -> Iterator[Fault]:
    """References that have lost their shape: ``$age``, ``{age}``, ``${age``."""
    for found in _STRAY.finditer(_QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)):
        name = re.sub(r"[^\w.-]", "", found[0])
        yield Fault("form-check-reference-shape", {"found": found[0], "name": name})


def expression(text: str, names: Names, columns_are_bare: bool = False) -> Iterator[Fault]:
    """What is wrong with how an expression is written. columns_are_bare: names without ``${}`` are columns of a list."""
    if any(sign in text for sign in _CURLY):
        text = straight(text)
        yield Fault("form-check-curly", {"mended": _short(text)})
    bare = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
    if any(sign in bare for sign in _OTHER_MARKS):
        yield Fault("form-check-marks", {"mended": _short(straight(text))})
        return
    for sign, instead in _SIGNS:
        if sign in bare:
            yield Fault("form-check-sign", {"sign": sign, "instead": instead})
            return
    if _QUOTED.sub("", text).count("'") or _QUOTED.sub("", text).count('"'):
        yield Fault("form-check-quote", {})
        return
    if bare.count("(") != bare.count(")"):
        code = "form-check-brackets-open" if bare.count("(") > bare.count(")") else "form-check-brackets-close"
        yield Fault(code, {"count": abs(bare.count("(") - bare.count(")"))})
        return
    strays = [*stray(text)]
    yield from strays
    yield from references(text, names)
    if strays:
        return
    try:
        tree = syntax.parse(_REFERENCE.sub(lambda found: "/r/" + "n" * max(len(found[0]) - 3, 1), text))
    except syntax.BadExpression as error:
        yield Fault("form-check-expression", {"near": str(error), "place": min(error.position, len(text)) + 1})
        return
    if not columns_are_bare:
        for name in bare_names(tree):
            if name in names.all:
                yield Fault("form-check-bare-name", {"name": name})


def straight(text: str) -> str:
    """The same with the quotation marks expressions need."""
    return "".join((_CURLY | _OTHER_MARKS).get(letter, letter) for letter in text)


def _short(text: str) -> str:
    return text if len(text) <= 120 else text[:117] + "…"


def nodes(tree: Any, within: bool = True) -> Iterator[Any]:
    """Every node of an expression's tree, itself first. within: those of predicates too, which speak of other places."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, tuple):
            waiting.extend(reversed(node))
        elif is_dataclass(node):
            yield node
            names = [part.name for part in fields(node) if within or part.name not in ("predicates", "filters")]
            waiting.extend(reversed([getattr(node, name) for name in names]))


def bare_names(tree: Any) -> Iterator[str]:
    """The names that stand alone, as if they were questions: ``age`` in ``age > 18``."""
    for node in nodes(tree, within=False):
        if isinstance(node, syntax.Path) and node.start is None and len(node.steps) == 1:
            test = node.steps[0].test
            if _NAME.fullmatch(test):
                yield test


_SHAPES = {
    "integer": re.compile(r"-?\d+"),
    "decimal": re.compile(r"-?(\d+(\.\d*)?|\.\d+)"),
    "date": re.compile(r"\d{4}-\d\d-\d\d"),
    "time": re.compile(r"\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d(:?\d\d)?)?"),
    "dateTime": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*"),
    "geopoint": re.compile(r"-?\d+(\.\d+)?( -?\d+(\.\d+)?){1,3}"),
}
_EXAMPLES = {"integer": "12", "decimal": "12.5", "date": "2021-03-15", "time": "14:30", "dateTime": "2021-03-15T14:30", "geopoint": "45.07 7.69"}  # fmt: skip


def default(text: str, base: str, codes: Collection[str] | None) -> Iterator[Fault]:
    """What is wrong with a default. base: the question's type · codes: those of its list, None when not known. Expressions are not looked at."""
    if "${" in text or "(" in text:
        return
    if codes is not None:
        for code in [text] if base == "select_one" else text.split():
            if code not in codes:
                near = nearest(code, codes)
                yield Fault(
                    "form-check-default-code-near" if near else "form-check-default-code", {"value": code, "near": near}
                )
    elif base in _SHAPES and not _SHAPES[base].fullmatch(text):
        yield Fault("form-check-default", {"value": text, "type": base, "example": _EXAMPLES[base]})


_PARAMETERS = {
    "randomize": ("form-check-parameter-randomize", re.compile("true|false", re.IGNORECASE)),
    "rows": ("form-check-parameter-rows", re.compile(r"\d+")),
    "max-pixels": ("form-check-parameter-pixels", re.compile(r"\d+")),
    "quality": ("form-check-parameter-quality", re.compile("voice-only|low|normal|external")),
}


def parameters(text: str) -> Iterator[Fault]:
    """What is wrong with how parameters are written; whether a type has them is said by pyxform."""
    for pair in re.split(r"[\s,;]+", text.strip(" ,;")):
        name, equals, value = pair.partition("=")
        code, shape = _PARAMETERS.get(name, ("", None))
        if not (equals and name and value):
            yield Fault("form-check-parameter-shape", {"value": pair or text})
            return
        elif shape is not None and not shape.fullmatch(value):
            yield Fault(code, {"value": value})
