"""An XForm becomes a `Form`: the primary instance gives the tree, the body the order and the controls, binds the rules, itext the words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

from seeddesk.domain.form import Field, Form, Group, Kind, Range, Section, Texts
from seeddesk.domain.logic.expressions import refusal
from seeddesk.domain.paths import segment
from seeddesk.exchange.xform.lists import Offer, offer, query, search, search_list, written_out
from seeddesk.exchange.xform.source import HEAD, JAVAROSA, TABLE_PARTS, Source, parse
from seeddesk.exchange.xform.words import GUIDANCE, TITLE, XFORMS, Element, file_name, local_name

_BY_CONTROL = {
    "select1": Kind.CHOICE,
    "select": Kind.CHOICES,
    "rank": Kind.RANK,
    "upload": Kind.FILE,
    "trigger": Kind.ACKNOWLEDGE,
}
_BY_TYPE = {
    "int": Kind.INTEGER,
    "integer": Kind.INTEGER,
    "long": Kind.INTEGER,
    "decimal": Kind.DECIMAL,
    "date": Kind.DATE,
    "time": Kind.TIME,
    "dateTime": Kind.DATETIME,
    "geopoint": Kind.GEO,
    "geotrace": Kind.GEO,
    "geoshape": Kind.GEO,
    "binary": Kind.FILE,
}
_BY_MARK = {"partial-date": Kind.DATE, "set": Kind.CHOICES, "hidden": Kind.HIDDEN}
_LONG = 500  # a limit from here on means several lines


def read_xform(xml: str) -> Form:
    """The form in an XForm whose choice lists are all inside (`sheets.load_form` puts external ones in).

    Raises FormError: not an XForm, or a list or mark that is not there, by name.
    """
    return _Reader(parse(xml)).form(xml)


class _Reader(Source):
    """Makes the form of the parts."""

    def __init__(self, root: Element) -> None:
        super().__init__(root)
        self.targets = {action.target for action in self.actions}
        self.bare = Counter(self.bare_templates())
        self.taken: set[str] = set()
        self.asked: set[str] = set()  # paths of the questions, once they are read

    def bare_templates(self) -> Iterator[str]:
        """The templates as they would be without their section: one that comes twice keeps it."""

        def walk(node: Element, above: str, template: str) -> Iterator[str]:
            for path, child in self.children(node, above):
                name = segment(local_name(child))
                own = f"{template}.{name}" if template else name
                yield own
                if len(child):
                    yield from walk(child, path, own + ("[]" if path in self.repeats else ""))

        for path, child in self.children(self.instance, self.top):
            if self.holds(path, child) and path not in self.repeats:
                yield from walk(child, path, "")
            else:
                yield segment(local_name(child))

    # -- the tree --------------------------------------------------------------------------------------------------

    def form(self, xml: str) -> Form:
        """The whole form."""
        title = {**self.words.said(self.root.findtext(f"{HEAD}head/{HEAD}title") or ""), **self.words.text(TITLE)}
        sections: list[Section] = []
        loose: list[Field | Group] = []
        untitled = 0

        def name() -> str:
            number = sum(not section.xpath for section in sections) + 1
            return f"#{number}" if number > 1 else ""

        def close(repeat: Group | None = None) -> None:
            nonlocal untitled
            if loose:
                label: Texts = title
                if repeat is not None:
                    label = repeat.label or dict.fromkeys(self.words.languages, repeat.path)
                elif Section("", {}, tuple(loose)).shown:
                    untitled += 1
                    if untitled > 1:
                        label = {language: f"{text} ({untitled})" for language, text in title.items()}
                sections.append(Section(name(), label, tuple(loose)))
                loose.clear()

        for path, child in self.children(self.instance, self.top):
            if path in self.repeats:
                close()
                repeat = self.group(path, child, "", name(), "")
                loose.append(repeat)
                close(repeat)
            elif not self.holds(path, child):
                loose.append(self.field(path, child, "", name(), ""))
            else:
                close()
                sections.append(self.section(path, child))
        close()
        sections.extend(self.meta())
        identifier = self.instance.get("id") or etree.QName(self.instance).namespace or local_name(self.instance)
        version = next(
            (str(text) for key, text in self.instance.items() if etree.QName(key).localname == "version"), ""
        )
        self.lists.pack()
        body = self.root.find(f"{HEAD}body")
        style = "" if body is None else body.get("class", "")
        return Form(
            identifier,
            version,
            title,
            self.words.languages,
            tuple(sections),
            self.lists,
            xml,
            tuple(action for action in self.actions if action.target in self.asked),
            style=style,
        )

    def meta(self) -> Iterator[Section]:
        """What the form's metadata holds of a record: its name, and a log of how it was filled in."""
        found = next((child for child in self.instance.iterchildren("{*}meta")), None)
        path = f"{self.top}/meta"
        if found is None or path in self.order:
            return
        items = tuple(
            self.field(f"{path}/{local_name(child)}", child, "", "meta", "meta")
            for child in found.iterchildren(tag=etree.Element)
            if local_name(child) == "audit" or self.rule(f"{path}/{local_name(child)}", "calculate")
            if local_name(child) != "instanceID"
        )
        if items:
            yield Section("meta", {}, items, xpath=path)

    def section(self, path: str, node: Element) -> Section:
        """A top-level group."""
        name, wrapper = segment(local_name(node)), self.wrappers.get(path)
        return Section(
            name,
            self.group_label(path, wrapper),
            tuple(self.items(node, path, "", name)),
            self.rule(path, "relevant"),
            self.words.of(wrapper, "hint"),
            path,
            self.group_appearance(node, wrapper),
            tuple(self.mark(path, "was").split()),
            self.words.media(wrapper),
            self.words.of(wrapper, "hint", GUIDANCE),
        )

    def items(self, node: Element, above: str, template: str, section: str) -> Iterator[Field | Group]:
        """What stands right under a group."""
        for path, child in self.children(node, above):
            if path in self.repeats or self.holds(path, child):
                yield self.group(path, child, template, section, section)
            else:
                yield self.field(path, child, template, section, section)

    def template(self, node: Element, above: str, prefix: str, brackets: str = "") -> str:
        """A template no other question has. prefix: the section's name, for a name that comes more than once."""
        name = segment(local_name(node))
        own = f"{above}.{name}" if above else f"{prefix}.{name}" if prefix and self.bare[name] > 1 else name
        if own + brackets in self.taken and prefix:
            own = f"{prefix}.{own}"
        number, wanted = 1, own
        while own + brackets in self.taken:
            number += 1
            own = f"{wanted}~~{number}"
        self.taken.add(own + brackets)
        return own + brackets

    def group(self, path: str, node: Element, above: str, section: str, prefix: str) -> Group:
        """A group inside a section, or a repeat."""
        repeat, wrapper = self.repeats.get(path), self.wrappers.get(path)
        template = self.template(node, above, prefix, "" if repeat is None else "[]")
        appearance = self.group_appearance(node, wrapper)
        own = "" if repeat is None else repeat.get("appearance", "")
        return Group(
            template,
            self.group_label(path, wrapper),
            tuple(self.items(node, path, template, section)),
            path,
            repeat=repeat is not None,
            relevant=self.rule(path, "relevant"),
            hint=self.words.of(wrapper, "hint"),
            appearance=" ".join(dict.fromkeys(f"{appearance} {own}".split())),
            core=self.mark(path, "core") != "",
            interview=self.mark(path, "interview") != "",
            count="" if repeat is None else repeat.get(JAVAROSA + "count", "").strip(),
            was=tuple(self.mark(path, "was").split()),
            media=self.words.media(wrapper),
            guidance=self.words.of(wrapper, "hint", GUIDANCE),
        )

    def group_label(self, path: str, wrapper: Element | None) -> Mapping[str, str]:
        """A group's label; of one shown as a table it is in a note of its own."""
        notes = (
            control
            for control in (() if wrapper is None else wrapper.iterchildren(XFORMS + "input"))
            if TABLE_PARTS.fullmatch(self.path(control, path).rpartition("/")[2])
        )
        return self.words.of(wrapper) or self.words.of(next(notes, None))

    def group_appearance(self, node: Element, wrapper: Element | None) -> str:
        """How a group is shown; ``table-list`` put back where pyxform wrote out its parts."""
        appearance = "" if wrapper is None else wrapper.get("appearance", "")
        table = any(TABLE_PARTS.fullmatch(local_name(child)) for child in node.iterchildren(tag=etree.Element))
        return " ".join((*appearance.split(), "table-list")) if table else appearance

    def field(self, path: str, node: Element, above: str, section: str, prefix: str) -> Field:
        """One question with its rules."""
        self.asked.add(path)
        control = self.controls.get(path)
        kind = self.kind(path, control, node)
        offered, parameters = self.offer(path, control), self.parameters(path, control)
        limit = self.mark(path, "limit")
        core = self.mark(path, "core")
        appearance = "" if control is None else control.get("appearance", "")
        if kind is Kind.FILE and node.text:
            parameters["default"] = file_name(node.text)
        if kind in (Kind.INTEGER, Kind.DECIMAL) and offered.choices:  # of a range: words for some of its numbers
            parameters["tick-labels"], offered = offered.choices, Offer()
        if kind in (Kind.CHOICE, Kind.CHOICES) and appearance.strip() == "label":  # only heads a grid
            kind = Kind.NOTE
        return Field(
            template=self.template(node, above, prefix),
            kind=kind,
            label=self.words.of(control),
            xpath=path,
            section=section,
            hint=self.words.of(control, "hint"),
            limit=int(limit) if limit.isdecimal() else 0,
            long=kind is Kind.TEXT
            and ("multiline" in appearance.split() or (limit.isdecimal() and int(limit) >= _LONG)),
            core=core != "",
            draft=core == "draft",
            known=core in ("draft", "known"),
            interview=self.mark(path, "interview") != "",
            personal=self.mark(path, "personal") != "",
            main_first=kind is Kind.CHOICES and self.mark(path, "first") == "main",
            atomic=self.mark(path, "atomic"),
            scope=self.mark(path, "scope"),
            choices=offered.choices,
            choice_filter=offered.choice_filter,
            relevant=self.rule(path, "relevant"),
            constraint=self.rule(path, "constraint"),
            constraint_message=self.words.said(self.rule(path, JAVAROSA + "constraintMsg")),
            required=self.rule(path, "required"),
            calculate=self.rule(path, "calculate"),
            default=self.default(kind, offered, node),
            read_only=self.rule(path, "readonly") == "true()",
            appearance=appearance,
            data_type=self.data_type(path),
            required_message=self.words.said(self.rule(path, JAVAROSA + "requiredMsg")),
            guidance=self.words.of(control, "hint", GUIDANCE),
            media=self.words.media(control),
            range=_range(control),
            rows=offered.rows,
            shuffled=offered.shuffled,
            seed=offered.seed,
            preload=f"{self.rule(path, JAVAROSA + 'preload')} {self.rule(path, JAVAROSA + 'preloadParams')}".strip(),
            accepts="" if control is None else control.get("mediatype", ""),
            was=tuple(self.mark(path, "was").split()),
            parameters=parameters,
        )

    def default(self, kind: Kind, offered: Offer, node: Element) -> str | tuple[str, ...] | None:
        """What a new record starts with; a file's stays among the parameters, where it is known by its name."""
        text = (node.text or "").strip()
        if not text or kind is Kind.FILE:
            return None
        if kind is Kind.RANK or (kind is Kind.CHOICES and (offered.choices or offered.rows)):
            return tuple(dict.fromkeys(text.split()))
        if kind is Kind.CHOICES:
            return tuple(dict.fromkeys(part.strip() for part in text.split(";") if part.strip()))
        return text

    def kind(self, path: str, control: Element | None, node: Element) -> Kind:
        """How the question is answered; as text where its type says nothing. Raises FormError for a mark SeedDesk does not know."""
        mark = self.mark(path, "kind")
        if mark:
            if mark not in _BY_MARK:
                raise refusal("form-unknown-type", path, "bind::seeddesk:kind", type=mark)
            return _BY_MARK[mark]
        if path == f"{self.top}/meta/audit":
            return Kind.LOG
        if control is None:
            return Kind.HIDDEN
        name, data_type = local_name(control), self.data_type(path)
        if name == "trigger" and data_type == "geopoint":  # a place a phone notes by itself
            return Kind.HIDDEN
        kind = _BY_CONTROL.get(name) or _BY_TYPE.get(data_type, Kind.TEXT)
        if name == "range" and kind is Kind.TEXT:
            kind = Kind.INTEGER
        if name == "input" and control.get("query"):
            kind = Kind.CHOICE
        nothing_shown = not node.text and not self.rule(path, "calculate") and path not in self.targets
        if self.rule(path, "readonly") == "true()" and name == "input" and nothing_shown:
            return Kind.NOTE
        return kind

    def offer(self, path: str, control: Element | None) -> Offer:
        """What a question lets people choose from. Raises FormError for a list that is not there or lacks the column of its codes."""
        if control is None:
            return Offer()
        itemset, name = control.find(XFORMS + "itemset"), local_name(control)
        if name == "input" and control.get("query"):
            found = query(control.get("query", ""), self.lists)
            source = control.get("query", "")
        elif name not in ("select", "select1", "rank", "range"):
            return Offer()
        elif search_list(control.get("appearance", "")):
            found, source = search(control, path, self.words, self.lists), control.get("appearance", "")
        elif itemset is None:
            if name == "range" and control.find(XFORMS + "item") is None:
                return Offer()
            self.lists.put(path, tuple(written_out(control, self.words)))
            return Offer(path)
        else:
            found, source = offer(itemset, self.lists), itemset.get("nodeset", "")
        if found is None:
            raise refusal("form-unknown-list", path, "type", list=source)
        if self.lists.lacks(found.choices):
            raise refusal("form-list-columns", path, "type", list=found.choices.partition("?")[0])
        return found


def _range(control: Element | None) -> Range | None:
    if control is None or local_name(control) != "range":
        return None
    return Range(
        *((control.get(name) or other).strip() for name, other in (("start", "0"), ("end", "10"), ("step", "1")))
    )
