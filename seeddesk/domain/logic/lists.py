"""A form's choice lists as its expressions reach them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from lxml import etree

from seeddesk.domain.form import Choice, Form, pick
from seeddesk.domain.logic.functions import Function, text_of


class Lists:
    """Trees and indexes of lists, each made when first asked for; labels in the form's first language."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self._trees: dict[str, etree._Element] = {}
        self._indexes: dict[tuple[str, str], dict[str, list[Choice]]] = {}
        self._items: dict[int, etree._Element] = {}
        self._choices: dict[
            etree._Element, Choice
        ] = {}  # keeps every item that was built, so that none is ever another
        self.functions: Mapping[str, Function] = {
            "instance": lambda _, name: [self.tree(text_of(name))],
            "lookup": lambda _, name, column, value: self.lookup(text_of(name), text_of(column), value),
            "pulldata": self._pulldata,
            "choice-name": self._choice_name,
        }

    def tree(self, name: str) -> etree._Element:
        """A list as ``<instance><root><item>…``."""
        if name not in self._trees:
            instance = etree.Element("instance")
            root = etree.SubElement(instance, "root")
            root.extend(self.item(choice) for choice in self.form.lists[name])
            self._trees[name] = instance
        return self._trees[name]

    def item(self, choice: Choice) -> etree._Element:
        """A choice as an ``<item>``."""
        item = etree.Element("item")
        for column in ("name", "label", *choice.extra):
            etree.SubElement(item, column).text = self.cell(choice, column)
        self._choices[item] = choice
        return item

    def choice(self, item: etree._Element) -> Choice:
        """The choice an ``<item>`` was built for."""
        return self._choices[item]

    def lookup(self, name: str, column: str, value: Any) -> list[etree._Element]:
        """``instance('name')/root/item[column = value]`` by an index: only the items found are ever built."""
        return [self.built(choice) for choice in self.where(name, column, value)]

    def built(self, choice: Choice) -> etree._Element:
        """A choice as an ``<item>`` outside its list, built once."""
        if id(choice) not in self._items:  # the form keeps its choices as long as this object lives
            self._items[id(choice)] = self.item(choice)
        return self._items[id(choice)]

    def where(self, name: str, column: str, value: Any) -> tuple[Choice, ...]:
        """The choices of a list with one value in a column."""
        index = self._indexes.get((name, column))
        if index is None:
            index = {}
            for choice in self.form.lists[name]:
                if column in ("name", "label") or column in choice.extra:
                    index.setdefault(self.cell(choice, column), []).append(choice)
            self._indexes[name, column] = index
        return tuple(choice for text in _texts(value) for choice in index.get(text, ()))

    def cell(self, choice: Choice, column: str) -> str:
        """What a choice has in a column."""
        if column == "label":
            return pick(choice.label, self.form.languages[0])
        return choice.name if column == "name" else choice.extra.get(column, "")

    def _pulldata(self, _: object, name: Any, wanted: Any, column: Any, value: Any) -> str:
        found = self.lookup(text_of(name), text_of(column), text_of(value))
        return found[0].findtext(text_of(wanted)) or "" if found else ""

    def _choice_name(self, _: object, code: Any, name: Any) -> str:
        choice = self.form.choice(text_of(name), text_of(code))
        return pick(choice.label, self.form.languages[0]) if choice else ""


def _texts(value: Any) -> Iterable[str]:
    """The texts an equality with this value accepts."""
    return dict.fromkeys(text_of(node) for node in value) if isinstance(value, list) else (text_of(value),)
