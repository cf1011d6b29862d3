"""Random forms that use everything form logic has, and random edits of records of them."""

from __future__ import annotations

import random
import uuid
from dataclasses import replace
from datetime import datetime

from seeddesk.domain.form import QUOTE, UNQUOTE, Action, Choice, Field, Form, Group, Kind, RowChoices, Section
from seeddesk.domain.logic.live import Live
from seeddesk.domain.paths import order_between, template_of
from seeddesk.domain.values import NOT_KNOWN, Value

NOW = datetime(2026, 11, 22, 10, 30)
TEXTS = ("x", "y", "z", "1", "2", "3", "4", "")
LIST = tuple(Choice(f"c{n}", {"en": f"C {n}"}, {"k": "xyz"[n % 3]}) for n in range(6))


class Drawing:
    """One random form: first its tree, then expressions that read only what ranks lower."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.number = 0
        self.kinds: dict[str, str] = {}  # xpath -> field, group, repeat
        self.children: dict[str, list[str]] = {}
        for section in range(self.random.randint(1, 3)):
            self.tree(f"/data/s{section}", 0)
        self.rank = self.ranks()

    def tree(self, xpath: str, depth: int) -> None:
        self.children[xpath] = []
        for _ in range(self.random.randint(1, 5)):
            roll = self.random.random()
            self.number += 1
            kind = "field" if roll < 0.62 or depth > 2 else "group" if roll < 0.74 else "repeat"
            own = f"{xpath}/{kind[0]}{self.number}"
            self.kinds[own] = kind
            self.children[xpath].append(own)
            if kind != "field":
                self.tree(own, depth + 1)

    def ranks(self) -> dict[str, int]:
        """A random order in which whatever stands above comes first."""
        ready, rank = [xpath for xpath in self.children if xpath.count("/") == 2], {}
        while ready:
            xpath = ready.pop(self.random.randrange(len(ready)))
            rank[xpath] = len(rank)
            ready += self.children.get(xpath, [])
        return rank

    # -- expressions -----------------------------------------------------------------------------------------------

    def path(self, reader: str, target: str, item: bool = False) -> str:
        """target, seen from reader: absolute, or relative as sheets become. item: asked of an item of a list."""
        one, other = reader.split("/"), target.split("/")
        shared = sum(1 for _ in range(min(len(one), len(other))) if one[: _ + 1] == other[: _ + 1])
        around = self.around(reader)
        related = bool(around) and target.startswith(around + "/")
        if not related and self.random.random() < 0.6:
            return target
        relative = "/".join([".."] * (len(one) - shared) + other[shared:]) or "."
        return f"current()/{relative}" if item else relative

    def around(self, xpath: str) -> str:
        """The innermost repeat above."""
        while xpath := xpath.rpartition("/")[0]:
            if self.kinds.get(xpath) == "repeat":
                return xpath
        return ""

    def lower(self, reader: str, kind: str, any_rank: bool) -> list[str]:
        return [
            xpath
            for xpath, found in self.kinds.items()
            if found == kind and xpath != reader and (any_rank or self.rank[xpath] < self.rank[reader])
        ]

    def expression(self, reader: str, any_rank: bool = False, item: bool = False) -> str:
        fields, repeats = self.lower(reader, "field", any_rank), self.lower(reader, "repeat", any_rank)
        choose = self.random.choice

        def field() -> str:
            return self.path(reader, choose(fields), item) if fields else "'x'"

        shapes = [
            f"{field()} = {choose(TEXTS)!r}",
            f"concat({field()}, '-', {field()})",
            f"if({field()} = 'x', {field()}, 'n')",
        ]
        shapes += [f"number({field()}) > 1", field(), f"string-length({field()}) + 1"]
        if fields:
            shapes += [
                f"count({field()})",
                f"count({field()} | {field()})",
                f"join(',', {field()})",
                f"count-non-empty({field()})",
                f"sum({field()})",
            ]
        if repeats:
            repeat = choose(repeats)
            seen = self.path(reader, repeat, item)
            shapes += [f"count({seen})"] * 2
            leaves = [xpath for xpath in self.children[repeat] if self.kinds[xpath] == "field" and xpath in fields]
            if leaves and not item and not seen.endswith("."):
                name = choose(leaves).rpartition("/")[2]
                shapes.append(f"count({seen}[{name} = {choose(TEXTS)!r}])")
                shapes.append(f"string({repeat}[position() = 2]/{name})")
        around = self.around(reader)
        if around and not item:
            up = "/".join([".."] * (reader.count("/") - around.count("/")))
            shapes += [f"position({up})"] * 2
        return choose(shapes)

    # -- the form --------------------------------------------------------------------------------------------------

    def often(self, share: float) -> bool:
        return self.random.random() < share

    def field(self, xpath: str, template: str, section: str) -> Field:
        roll = self.random.random()
        common = {
            "template": template,
            "label": {"en": self.words(xpath)},
            "xpath": xpath,
            "section": section,
            "relevant": self.expression(xpath) if self.often(0.3) else "",
            "required": self.random.choice(("true()", self.expression(xpath, True))) if self.often(0.4) else "",
            "core": self.often(0.3),
            "known": self.often(0.2),
        }
        if roll < 0.35:
            calculate = self.expression(xpath)
            if self.often(0.2):
                calculate = self.random.choice((f"concat(today(), {calculate})", f"concat(now(), {calculate})"))
            return Field(kind=self.random.choice((Kind.HIDDEN, Kind.TEXT)), calculate=calculate, **common)
        constraint = self.random.choice((". != 'z'", self.expression(xpath, True))) if self.often(0.3) else ""
        default = self.random.choice(("x", "2")) if self.often(0.2) else None
        if roll < 0.55:
            filter_ = ""
            if self.often(0.8):
                filter_ = f"k {self.random.choice(('=', '!='))} {self.expression(xpath, True, item=True)}"
            if filter_ and self.often(0.3):
                filter_ = f"{self.expression(xpath, True, item=True)} != name and {filter_}"
            kind = self.random.choice((Kind.CHOICE, Kind.CHOICES))
            common["constraint_message"] = {"en": self.words(xpath)}
            return Field(kind=kind, choices="list", choice_filter=filter_, constraint=constraint, **common)
        repeats = self.lower(xpath, "repeat", True)
        if roll < 0.62 and repeats:
            repeat = self.random.choice(repeats)
            leaves = [each.rpartition("/")[2] for each in self.children[repeat] if self.kinds[each] == "field"]
            if leaves:
                name = self.random.choice(leaves)
                rows = RowChoices(f"{repeat}[{name} != '']", name, self.random.choice(leaves))
                return Field(kind=Kind.CHOICE, rows=rows, **common)
        kind = Kind.INTEGER if roll < 0.75 else Kind.TEXT
        return Field(kind=kind, constraint=constraint, default=default, **common)

    def words(self, xpath: str) -> str:
        fields = self.lower(xpath, "field", True)
        if not fields or self.often(0.7):
            return xpath
        return f"About {QUOTE}{self.path(xpath, self.random.choice(fields))}{UNQUOTE}"

    def item(self, xpath: str, above: str, section: str) -> Field | Group:
        kind = self.kinds[xpath]
        name = xpath.rpartition("/")[2]
        template = f"{above}.{name}" if above else name
        if kind == "field":
            return self.field(xpath, template, section)
        repeat = kind == "repeat"
        template += "[]" if repeat else ""
        return Group(
            template,
            {"en": self.words(xpath)},
            tuple(self.item(child, template, section) for child in self.children[xpath]),
            xpath,
            repeat=repeat,
            relevant=self.expression(xpath) if self.often(0.3) else "",
            core=repeat and self.often(0.3),
            count=f"string-length({self.expression(xpath)}) mod 4" if repeat and self.often(0.25) else "",
        )

    def actions(self, form: Form) -> tuple[Action, ...]:
        plain = [field for field in form.fields.values() if not field.calculate]
        repeats = [group.xpath for group in form.repeats]
        found = []
        for _ in range(self.random.randint(0, 4)):
            target = self.random.choice(plain or list(form.fields.values()))
            if target.calculate:
                continue
            event = self.random.choice(("changed", "changed", "changed", "new-row", "first-load"))
            if event == "new-row" and not repeats:
                continue
            sources = {"changed": [field.xpath for field in form.fields.values()], "new-row": repeats}
            source = self.random.choice(sources[event]) if event in sources else ""
            found.append(Action(event, target.xpath, self.expression(target.xpath, True), source))
        return tuple(found)

    def form(self) -> Form:
        sections = []
        for xpath in [xpath for xpath in self.children if xpath.count("/") == 2]:
            name = xpath.rpartition("/")[2]
            items = tuple(self.item(child, "", name) for child in self.children[xpath])
            relevant = self.expression(xpath) if self.often(0.2) else ""
            sections.append(Section(name, {"en": name}, items, relevant, xpath=xpath))
        form = Form("random", "1", {"en": "Random"}, ("en",), tuple(sections), {"list": LIST})
        return replace(form, actions=self.actions(form))


class Editing:
    """Random edits of one record, as the window makes them."""

    def __init__(self, form: Form, seed: int) -> None:
        self.form = form
        self.random = random.Random(seed)
        self.steps: list[dict[str, Value]] = []  # how to take each back

    def value(self, field: Field) -> Value:
        if self.random.random() < 0.15:
            return self.random.choice((None, NOT_KNOWN))
        if field.kind is Kind.CHOICES:
            return tuple(self.random.sample([choice.name for choice in LIST], self.random.randint(1, 3)))
        if field.kind is Kind.CHOICE and field.choices:
            return self.random.choice(LIST).name
        return self.random.choice(TEXTS)

    def rows(self, live: Live) -> list[str]:
        return [path for path in live.record.values if path.endswith("]") and live.record.alive(path)]

    def edit(self, live: Live) -> dict[str, Value]:
        """What to change next."""
        roll, rows = self.random.random(), self.rows(live)
        if roll < 0.15 and self.steps:
            return self.steps.pop()
        if roll < 0.45 and self.form.repeats:
            group = self.random.choice(self.form.repeats)
            outer = [row for row in rows if template_of(row) == group.template.rpartition("[].")[0] + "[]"]
            if group.template.count("[]") == 1 or outer:
                inside = self.random.choice(outer) if group.template.count("[]") > 1 else ""
                repeat = inside + group.path[group.path.rfind("]") + 1 :]
                return self.new_row(live, repeat, group)
        if roll < 0.6 and rows:
            row = self.random.choice(rows)
            if self.random.random() < 0.5:
                cells = {
                    path: None
                    for path, value in live.record.values.items()
                    if path.startswith(row + ".") and value is not None
                }
                return {row: None, **cells}
            return {row: self.random.choice("acegikmoq")}
        if roll < 0.63:
            return {"from_another_form": "kept", f"gone[{'a' * 32}]": "k"}
        return {path: self.value(field) for path, field in self.cells(live)}

    def cells(self, live: Live) -> list[tuple[str, Field]]:
        """One to three cells, now and then of a row that is gone, or calculated."""
        found = []
        fields = list(self.form.fields.values())
        for _ in range(self.random.choice((1, 1, 1, 3))):
            field = self.random.choice(fields)
            around = field.template[: field.template.rfind("]") + 1]
            rows = [path for path in live.record.values if path.endswith("]") and template_of(path) == around]
            if not around:
                found.append((field.template, field))
            elif rows:
                found.append((self.random.choice(rows) + field.template[len(around) :], field))
        return found

    def new_row(self, live: Live, repeat: str, group: Group) -> dict[str, Value]:
        rows = live.record.rows(repeat)
        last = live.record.text(rows[-1]) if rows else None
        row = f"{repeat}[{uuid.UUID(int=self.random.getrandbits(128)).hex}]"
        found: dict[str, Value] = {row: order_between(last, None)}
        for item in group.items:
            if isinstance(item, Field) and self.random.random() < 0.3:
                found[row + item.template[len(group.template) :]] = self.value(item)
        return found
