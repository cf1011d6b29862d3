"""Expressions of a form, checked and made ready for lxml: every function known, every question there, or refused by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from seeddesk.domain.form import Field, Form
from seeddesk.domain.logic import syntax
from seeddesk.domain.logic.expressions import column_test, is_current, refusal
from seeddesk.domain.logic.lists import Lists
from seeddesk.domain.logic.outline import Outline
from seeddesk.domain.logic.reading import Reader
from seeddesk.domain.logic.rendering import Rendering
from seeddesk.domain.logic.syntax import NAME, BadExpression, Call, Literal, Node, Operation, Path, Step, TooDeep

_LAST_SAVED = "__last-saved"  # an instance other programs keep; here it has nothing


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled expression. run: None for ``true()`` and ``false()``, whose value is `constant` · references: xpaths of the questions, groups and
    repeats it reads · present: those it looks for in the record without reading what they say."""

    run: etree.XPath | None
    constant: bool
    variables: frozenset[str]
    references: frozenset[str]
    present: frozenset[str] = frozenset()

    @property
    def always(self) -> bool:
        """Whether it is ``true()``."""
        return self.run is None and self.constant

    def value(self, node: etree._Element | None, today: str, now: str, current: etree._Element | None = None) -> Any:
        """Evaluate at a node of a record's instance: a list of elements, text, float or bool. Raises TooSlow.

        today: ISO date, now: ISO date and time · current: the question, when the node is an item of a list.
        """
        if self.run is None or node is None:
            return self.constant
        if not self.variables:
            return self.run(node)
        asker = node if current is None else current
        given: dict[str, Any] = {"current": asker, "today": today, "now": now}
        if "top" in self.variables:
            given["top"] = asker.getroottree().getroot()
        return self.run(node, **{name: given[name] for name in self.variables})


_NOTHING: frozenset[str] = frozenset()


class Compiler:
    """Compiles one form's expressions. `known` are the xpaths an expression may name."""

    def __init__(self, form: Form, known: frozenset[str], lists: Lists) -> None:
        self.form = form
        self.lists = lists
        repeats = frozenset(group.xpath for group in form.groups.values() if group.repeat)
        self.outline = Outline(known, repeats, form.xform)
        self._fields = {field.xpath: field for field in form.fields.values()}
        self._itext: Mapping[str, str] | None = None

    def compile(self, expression: str, xpath: str, column: str, items: bool = False) -> Rule:
        """An expression of the question or group at `xpath`. column: where it stands in the survey sheet ·
        items: it is a predicate on the items of a choice list. Raises FormError."""
        if expression.strip() in ("true()", "false()", ""):
            return Rule(None, expression.strip() != "false()", _NOTHING, _NOTHING)
        return self._rule(self.tree(expression, xpath, column), xpath, column, items)

    def tree(self, expression: str, xpath: str, column: str) -> Node:
        """The parsed expression. Raises FormError."""
        try:
            return syntax.parse(expression)
        except TooDeep as error:
            raise refusal("form-too-deep", xpath, column, near=str(error)) from None
        except BadExpression as error:
            raise refusal("form-bad-expression", xpath, column, near=str(error), position=error.position) from None

    def equality(self, filter_: str, xpath: str) -> tuple[str, Rule] | None:
        """A choice filter of the shape ``column = what no item decides``, so that an index answers it; None for any other."""
        found = column_test(self.tree(filter_, xpath, "choice_filter"))
        if found is None:
            return None
        return found[0], self._rule(found[1], xpath, "choice_filter", True)

    def _rule(self, tree: Node, xpath: str, column: str, items: bool) -> Rule:
        rendering = Rendering(self, xpath, column, items)
        text, _ = rendering.render(tree, items)
        reader = Reader(self, xpath, column)
        reader.read(tree, None if items else {xpath})
        functions = {(rendering.NAMESPACE, name): function for name, function in rendering.functions.items()}
        try:
            run = etree.XPath(text, namespaces={"f": rendering.NAMESPACE}, extensions=functions, smart_strings=False)
        except etree.XPathSyntaxError as error:
            raise refusal("form-too-deep", xpath, column, near=str(error)) from None
        return Rule(run, True, frozenset(rendering.variables), frozenset(reader.references), frozenset(reader.present))

    def expanded(self, call: Call, xpath: str, column: str) -> Node:
        """What stands for a call in the tree: questions and rows named in other ways than by paths become paths. Raises FormError."""
        if call.name == "jr:choice-name" and len(call.arguments) == 2:
            return self._choice_name(call, xpath, column)
        if call.name == "indexed-repeat" and len(call.arguments) % 2:
            rest = call.arguments[1:]
            places = (call.arguments[0], *rest[::2])
            whole = [self._absolute(place, xpath) for place in places]
            pairs = [each for pair in zip(whole[1:], rest[1::2], strict=True) for each in pair]
            return Call(call.name, (whole[0], *pairs))
        return call

    def itext(self, key: str) -> str:
        """A text of the form by its id, in the form's first language."""
        if self._itext is None:
            self._itext = itext_of(self.form)
        return self._itext.get(key, "")

    def list_name(self, first: Node, xpath: str, name: str, column: str) -> str:
        """The list a call names, ``""`` when only an answer says. Raises FormError for one there is not."""
        if not isinstance(first, Literal):
            return ""
        found = first.text[1:-1].removesuffix(".csv")
        if found not in self.form.lists and found != _LAST_SAVED:
            raise refusal("form-unknown-list", xpath, column, list=found or name)
        return found

    def _absolute(self, node: Node, xpath: str) -> Node:
        if (
            not isinstance(node, Path)
            or node.filters
            or any(step.predicates or step.lead == "//" for step in node.steps)
        ):
            return node
        at = "" if node.start == "/" else xpath if node.start is None or is_current(node.start) else None
        for step in node.steps if at is not None else ():
            if step.axis == "parent":
                at = at.rpartition("/")[0]  # type: ignore[union-attr]  # it starts as a text
            elif step.axis == "child" and NAME.fullmatch(step.name):
                at = f"{at}/{step.name}"
            elif step.axis != "self":
                return node
        if not at:
            return node
        return Path("/", tuple(Step("/", name) for name in at[1:].split("/")), (), True)

    def _choice_name(self, call: Call, xpath: str, column: str) -> Node:
        value, question = call.arguments
        place = self.tree(question.text[1:-1].strip(), xpath, column) if isinstance(question, Literal) else question
        whole = self._absolute(place, xpath)
        field: Field | None = None
        if isinstance(whole, Path) and whole.all_rows:
            field = self._fields.get("/" + "/".join(step.test for step in whole.steps))
        if field is None or not (field.choices or field.rows):
            raise refusal("form-unknown-question", xpath, column, name=getattr(question, "text", "jr:choice-name"))
        if field.rows is None:
            return Call("choice-name", (value, Literal(f"'{field.choices}'")))
        nodes, code, label = (
            self.tree(text, field.xpath, "type") for text in (field.rows.nodes, field.rows.value, field.rows.label)
        )
        rows = self._absolute(nodes, field.xpath)
        if not isinstance(label, Path) or label.start is not None:
            raise refusal("form-unknown-question", xpath, column, name="jr:choice-name")
        steps = tuple(
            Step("/" if at == 0 else step.lead, step.test, step.predicates) for at, step in enumerate(label.steps)
        )
        return Path(rows, steps, (Operation("=", code, _from_the_question(value)),))


def itext_of(form: Form) -> Mapping[str, str]:
    """The plain texts of a form's XForm by id, in its default language."""
    if "<translation" not in form.xform:
        return {}
    translations = list(etree.fromstring(form.xform.encode()).iterfind(".//{*}itext/{*}translation"))
    chosen = next((each for each in translations if each.get("default") is not None), translations[0])
    found: dict[str, str] = {}
    for text in chosen.iterfind("{*}text"):
        plain = next((value for value in text.iterfind("{*}value") if value.get("form") is None), None)
        found[text.get("id") or ""] = "" if plain is None else "".join(str(each) for each in plain.itertext())
    return found


def _from_the_question(value: Node) -> Node:
    """A value that is told inside a predicate on other nodes: a path from the question is said to start there."""
    if not isinstance(value, Path) or value.start is not None:
        return value
    first, *rest = value.steps
    return Path(Call("current", ()), (Step(first.lead or "/", first.test, first.predicates), *rest))
