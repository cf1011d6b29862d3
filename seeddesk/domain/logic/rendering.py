"""An expression's tree as XPath for lxml: what libxml2 works out as the specification says is left to it, the rest calls functions of ours."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from seeddesk.domain.errors import FormError
from seeddesk.domain.logic.expressions import column_test, refusal
from seeddesk.domain.logic.functions import (
    GIVES,
    NATIVE,
    OF_ALL_ROWS,
    OF_NODES,
    OF_THE_FORM,
    OPENROSA,
    Function,
    compare,
    string_of,
    texts,
)
from seeddesk.domain.logic.syntax import NAME, Call, Literal, Node, Number, Path, Step

if TYPE_CHECKING:
    from seeddesk.domain.logic.compiler import Compiler

_ARITHMETIC = frozenset(("+", "-", "*", "div", "mod"))
_RELATIONAL = frozenset(("<", "<=", ">", ">="))
# kinds of the arguments of native calls, where they are not all texts
_NUMBERS: Final = {"substring": (1, 2), "floor": (0,), "ceiling": (0,)}
_ANYTHING: Final = frozenset(
    ("boolean", "not", "count", "name", "local-name", "namespace-uri", "id", "last", "position", "true", "false")
)


class Rendering:
    """Renders one expression of the question at `xpath`, noting the functions and variables it calls for. Raises FormError."""

    NAMESPACE = "urn:seeddesk:logic"

    def __init__(self, compiler: Compiler, xpath: str, column: str, items: bool) -> None:
        self.compiler = compiler
        self.xpath = xpath
        self.column = column
        self.items = items
        self.functions: dict[str, Function] = {}
        self.variables: set[str] = set()

    def refuse(self, code: str, **arguments: object) -> FormError:
        """An error about this expression."""
        return refusal(code, self.xpath, self.column, **arguments)

    def render(self, node: Node, inside: bool, listed: bool | None = None, all_rows: bool = False) -> tuple[str, str]:
        """XPath, and what it gives: "n" a number, "s" a text, "b" a truth, "x" nodes, "?" whatever it turns out.

        inside: the context is not the question itself, but what a predicate asks about · listed: it lies in a list, where "/" is not the record.
        """
        listed = self.items if listed is None else listed
        if isinstance(node, Number):
            return (node.text, "n") if _exact(node.text) else (f"{self.own('number')}('{node.text}')", "n")
        if isinstance(node, Literal):
            return node.text, "s"
        if isinstance(node, Path):
            return self.path(node, inside, listed, all_rows), "x"
        if isinstance(node, Call):
            return self.call(node, inside, listed, all_rows)
        right, gives = self.render(node.right, inside, listed, all_rows)
        if node.left is None:
            return f"(-{self.number(right, gives)})", "n"
        left, kind = self.render(node.left, inside, listed, all_rows)
        operator = node.operator
        if operator == "|":
            if kind != "x" or gives != "x":
                raise self.refuse("form-bad-expression", near="|")
            return f"({left} | {right})", "x"
        if operator in ("and", "or"):
            return f"({left} {operator} {right})", "b"
        if operator in _ARITHMETIC:
            return f"({self.number(left, kind)} {operator} {self.number(right, gives)})", "n"
        return self.comparison(operator, left, kind, right, gives), "b"

    def comparison(self, operator: str, left: str, kind: str, right: str, gives: str) -> str:
        """A comparison: libxml2's where it is exact, ours where numbers are read from texts."""
        kinds = {kind, gives}
        native = kinds <= {"n", "b"} or (
            operator not in _RELATIONAL and (kinds <= {"s", "x"} or "b" in kinds) and "?" not in kinds
        )
        if native:
            return f"({left} {operator} {right})"
        return f"{self.own('compare')}('{operator}', {left}, {right})"

    def own(self, name: str) -> str:
        """One of our functions, to be called in XPath."""
        if name not in self.functions:
            self.functions[name] = self.function(name)
        return f"f:{name}"

    def function(self, name: str) -> Function:
        """The function behind a name."""
        lists = self.compiler.lists
        if name == "compare":
            return compare
        if name == "string":
            return lambda _, value: string_of(value)
        if name == "itext":
            return lambda _, key: self.compiler.itext(string_of(key))
        if name == "instance":
            there = lists.form.lists
            return lambda context, key: lists.functions["instance"](context, key) if string_of(key) in there else []
        if name == "pulldata":
            return lambda context, key, *rest: (
                lists.functions["pulldata"](context, found, *rest)
                if (found := string_of(key).removesuffix(".csv")) in lists.form.lists
                else ""
            )
        return lists.functions[name] if name in lists.functions else OPENROSA[name][0]

    def number(self, text: str, kind: str) -> str:
        """A conversion to a number by Python: libxml2's own is off by a last digit now and then (2.345), and a date counts as its days."""
        return text if kind in ("n", "b") else f"{self.own('number')}({text})"

    def text(self, text: str, kind: str) -> str:
        """A conversion to a text by Python: libxml2 writes large and small numbers with exponents."""
        return text if kind in ("s", "x", "b") else f"{self.own('string')}({text})"

    def counted(self, name: str, count: int, fewest: int, most: int | None) -> None:
        """Refuse a call with too few or too many arguments."""
        odd = (name == "weighted-checklist" and count % 2) or (name == "indexed-repeat" and not count % 2)
        if count < fewest or (most is not None and count > most) or odd:
            raise self.refuse("form-argument-count", name=name, count=count)

    def call(self, node: Call, inside: bool, listed: bool, all_rows: bool) -> tuple[str, str]:
        """A call, as `render` has it."""
        name, count = node.name, len(node.arguments)
        native = name in NATIVE and not (name == "position" and count)
        if native or name in OF_THE_FORM:
            self.counted(name, count, *(NATIVE if native else OF_THE_FORM)[name])
        elif name in OPENROSA:
            self.counted(name, count, *OPENROSA[name][1:])
        elif name not in ("choice-name",):
            raise self.refuse("form-unknown-function", name=name)
        whole = self.compiler.expanded(node, self.xpath, self.column)
        if not isinstance(whole, Call):
            return self.render(whole, inside, listed)
        arguments = []
        rows = name in OF_ALL_ROWS or (name == "if" and all_rows)
        for argument in whole.arguments:
            arguments.append(self.render(argument, inside, listed, rows))
        for place in OF_NODES.get(name, ()):
            if place < len(arguments) and arguments[place][1] != "x":
                raise self.refuse("form-bad-expression", near=f"{name}(")
        if name in ("position", "last") and native and not inside:
            return "1", "n"  # the question itself, alone
        if native:
            return self.native(name, arguments), GIVES.get(name, "s")
        if name in ("today", "now", "current"):
            self.variables.add(name)
            return f"${name}", "x" if name == "current" else "s"
        if name == "version":
            return _quoted(self.compiler.form.version), "s"
        if name in ("instance", "pulldata"):
            found = self.compiler.list_name(whole.arguments[0], self.xpath, name, self.column)
            if name == "instance" and found:
                arguments = [(_quoted(found), "s")]
        self.literals(name, whole)
        texts_ = [text for text, _ in arguments]
        if name in ("format-date", "format-date-time"):
            texts_.append(_quoted(self.compiler.form.languages[0] if self.compiler.form.languages else "en"))
        if name == "number" and not count:
            texts_ = ["."]
        if name == "if":
            kinds = {kind for _, kind in arguments[1:]}
            gives = kinds.pop() if len(kinds) == 1 else "?"
        else:
            gives = GIVES.get(name, "s")
        return f"{self.own('itext' if name == 'jr:itext' else whole.name)}({', '.join(texts_)})", gives

    def native(self, name: str, arguments: list[tuple[str, str]]) -> str:
        """A call of a function libxml2 has, its arguments converted by us."""
        if name in _ANYTHING:
            return f"{name}({', '.join(text for text, _ in arguments)})"
        numbers = _NUMBERS.get(name, ())
        given = [
            self.number(text, kind) if index in numbers else self.text(text, kind)
            for index, (text, kind) in enumerate(arguments)
        ]
        if name == "string" and given and arguments[0][1] != "x":
            return given[0] if arguments[0][1] != "b" else f"string({given[0]})"
        return f"{name}({', '.join(given)})"

    def literals(self, name: str, call: Call) -> None:
        """Refuse what can never work: a pattern that is none, a digest there is not."""
        given = [argument.text[1:-1] if isinstance(argument, Literal) else None for argument in call.arguments]
        if name == "regex" and given[1] is not None:
            fault = texts.pattern_fault(given[1])
            if fault:
                raise self.refuse("form-bad-expression", near=f"'{given[1]}': {fault}")
        if name == "digest":
            unknown = given[1] is not None and given[1].upper() not in texts.DIGESTS
            if unknown or (len(given) > 2 and given[2] is not None and given[2].lower() not in texts.ENCODINGS):
                raise self.refuse("form-bad-expression", near=f"digest(… {given[1]}")

    def path(self, node: Path, inside: bool, listed: bool, all_rows: bool) -> str:
        """A location path."""
        start, steps = node.start, node.steps
        text = ""
        if start == "/":
            text, steps, listed = self.from_the_top(node, inside, listed, all_rows)
        elif start is not None and not isinstance(start, str):
            if isinstance(start, Call) and start.name == "instance":
                looked_up = self.looked_up(start, steps)
                if looked_up is not None:
                    text, steps = looked_up
                listed = True
            if not text:
                text, kind = self.render(start, inside, listed, all_rows)
                if kind != "x":
                    raise self.refuse("form-bad-expression", near="/" if steps else "[")
            if isinstance(start, Call) and start.name == "current":
                listed = False
            elif not isinstance(start, Call):
                text = f"({text})"
        text += self.predicates(node.filters, listed)
        for step in steps:
            lead = step.lead or ("/" if text and text != "/" else "")
            if lead == "//":
                lead = "/descendant-or-self::node()/"
            elif text == "/":
                lead = ""
            text += lead + _test(step) + self.predicates(step.predicates, listed)
        return text or "."

    def predicates(self, tests: tuple[Node, ...], listed: bool) -> str:
        """Predicates, asked of what stands before them."""
        found = ""
        for test in tests:
            found += f"[{self.render(test, True, listed)[0]}]"
        return found

    def from_the_top(
        self, node: Path, inside: bool, listed: bool, all_rows: bool
    ) -> tuple[str, tuple[Step, ...], bool]:
        """Where an absolute path starts: the question's own row, the record's top when "/" is a list, or simply "/"."""
        steps = node.steps
        bound = None if all_rows else self.compiler.outline.bound(node, self.xpath)
        if bound is not None:
            up, steps = bound
            if inside:
                self.variables.add("current")
                return "$current" + "/.." * up, steps, False
            return "/".join([".."] * up) or ".", steps, False
        if listed:
            self.variables.add("top")
            first = steps[0] if steps else None
            if first is not None and first.lead == "/" and not first.predicates and first.axis == "child":
                return "$top", steps[1:], False
            return "$top/..", steps, False
        return ("" if steps and steps[0].lead else "/"), steps, False

    def looked_up(self, start: Call, steps: tuple[Step, ...]) -> tuple[str, tuple[Step, ...]] | None:
        """``instance('x')/root/item[column = value]/…``: an indexed look-up where no item decides the value."""
        if (
            len(steps) < 2
            or steps[0].test != "root"
            or steps[1].test != "item"
            or not steps[1].predicates
            or len(start.arguments) != 1
        ):
            return None
        found = column_test(steps[1].predicates[0])
        name = self.compiler.list_name(start.arguments[0], self.xpath, start.name, self.column)
        alone = all(NAME.fullmatch(step.test) and step.lead == "/" for step in steps[2:])  # no way back into the list
        if found is None or not alone or steps[0].predicates or name not in self.compiler.form.lists:
            return None
        value = self.render(found[1], True, True)[0]
        text = f"{self.own('lookup')}({_quoted(name)}, '{found[0]}', {value})"
        return text + self.predicates(steps[1].predicates[1:], True), steps[2:]


def _test(step: Step) -> str:
    """A step without prefixes: a record's elements have no namespaces."""
    if step.test in (".", ".."):
        return step.test
    if step.axis == "child":
        return step.name
    return f"@{step.name}" if step.axis == "attribute" else f"{step.axis}::{step.name}"


def _quoted(text: str) -> str:
    """A text as an XPath literal; one with both kinds of quotes loses one of them."""
    return f"'{text}'" if "'" not in text else '"' + text.replace('"', "'") + '"'


@lru_cache(maxsize=4096)
def _exact(number: str) -> bool:
    """Whether libxml2 reads a number as written."""
    found: Any = etree.XPath(number)(etree.Element("a"))
    return bool(found == float(number))
