"""An XForm becomes a `Form`: the primary instance gives the order, binds the rules, the body the controls, itext the words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from lxml import etree

from seeddesk.domain.errors import FormError
from seeddesk.domain.form import Choice, Field, Form, Group, Kind, Section, Texts
from seeddesk.domain.logic.compiler import refusal

Element: TypeAlias = etree._Element

XFORMS = "{http://www.w3.org/2002/xforms}"
HEAD = "{http://www.w3.org/1999/xhtml}"
ODK = "{http://www.opendatakit.org/xforms}"
JAVAROSA = "{http://openrosa.org/javarosa}"
SEEDDESK = "{urn:seeddesk:form:1}"

COLUMNS = SEEDDESK + "columns"  # on a list put in from a file: the columns of every item, in order
TITLE = "form:title"  # the title in the form's further languages
UNTOLD = "und"  # the language of a form that names none

_CONTROLS = ("input", "select", "select1", "upload", "range", "secret", "trigger")
_BY_TYPE = {
    "string": Kind.TEXT,
    "barcode": Kind.TEXT,
    "int": Kind.INTEGER,
    "integer": Kind.INTEGER,
    "decimal": Kind.DECIMAL,
    "date": Kind.DATE,
    "time": Kind.TIME,
    "dateTime": Kind.DATETIME,
    "geopoint": Kind.GEO,
    "geotrace": Kind.GEO,
    "geoshape": Kind.GEO,
}
_ITEMSET = re.compile(r"\s*instance\(\s*'([^']+)'\s*\)/root/item\s*(?:\[(.*)\])?\s*", re.DOTALL)
_ITEXT = re.compile(r"\s*jr:itext\(\s*'([^']*)'\s*\)\s*")
_LONG = 500  # a limit from here on means several lines


def read_xform(xml: str) -> Form:
    """The form in an XForm whose choice lists are all inside (`sheets.load_form` puts external ones in).

    Raises FormError: not an XForm, or a question type, list or label SeedDesk does not know, by name.
    """
    return _Reader(parse(xml)).form(xml)


def parse(xml: str | bytes) -> Element:
    """The root of an XForm. Raises FormError for anything that is not one, a document type included.

    Bytes may declare their encoding; of text a declaration is ignored.
    """
    if isinstance(xml, str):
        xml = re.sub(r"^\s*<\?xml[^>]*\?>", "", xml).encode()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise FormError("form-not-xml", detail=str(error)) from None
    if (
        root.getroottree().docinfo.internalDTD is not None
        or root.tag != HEAD + "html"
        or root.find(f"{HEAD}head/{XFORMS}model") is None
    ):
        raise FormError("form-not-xform")
    return root


class _Reader:
    """Walks one XForm. Everything is keyed by absolute paths in the primary instance."""

    def __init__(self, root: Element) -> None:
        self.root = root
        model, body = root.find(f"{HEAD}head/{XFORMS}model"), root.find(f"{HEAD}body")
        assert model is not None  # `parse` saw it
        self.model = model
        instance = next((child[0] for child in model.iterchildren(XFORMS + "instance") if len(child)), None)
        if instance is None or body is None:
            raise FormError("form-not-xform")
        self.instance: Element = instance
        self.top = "/" + etree.QName(instance).localname
        self.languages: tuple[str, ...] = ()
        self.texts: dict[str, dict[str, str]] = {}
        self.read_itext()
        self.lists = dict(self.read_lists())
        self.binds = {bind.get("nodeset", ""): bind for bind in model.iterchildren(XFORMS + "bind")}
        self.controls: dict[str, Element] = {}
        self.wrappers: dict[str, Element] = {}  # groups and, under the path of their repeat, the groups around repeats
        self.repeats: set[str] = set()
        self.read_body(body)
        self.bare = Counter(self.bare_templates())

    # -- the parts -------------------------------------------------------------------------------------------------

    def read_itext(self) -> None:
        """Fill `texts` (id -> language -> text) and `languages`, the default first."""
        found: list[str] = []
        for translation in self.model.iterfind(f"{XFORMS}itext/{XFORMS}translation"):
            language = language_code(translation.get("lang", ""))
            found.insert(0 if translation.get("default") else len(found), language)
            for text in translation.iterchildren(XFORMS + "text"):
                for value in text.iterchildren(XFORMS + "value"):
                    if value.get("form") is None:
                        self.texts.setdefault(text.get("id", ""), {})[language] = self.plain(value)
        self.languages = tuple(dict.fromkeys(found)) or (UNTOLD,)

    def read_lists(self) -> Iterator[tuple[str, tuple[Choice, ...]]]:
        """Every secondary instance that is a list of items."""
        for instance in list(self.model.iterchildren(XFORMS + "instance"))[1:]:
            name = instance.get("id", "")
            if not len(instance):
                raise FormError("form-list-missing", list=name, source=instance.get("src", ""))
            columns = instance[0].get(COLUMNS, "").split()
            yield name, tuple(self.choice(item, columns) for item in instance[0])

    def choice(self, item: Element, columns: Sequence[str]) -> Choice:
        """One item of a secondary instance. columns: those every item of the list has, when the list says so."""
        if columns and len(item) == len(columns):  # asking every cell for its name would take twice as long
            cells = {column: cell.text or "" for column, cell in zip(columns, item, strict=True)}
        else:
            cells = {_local(cell): cell.text or "" for cell in item}
        text = cells.pop("itextId", None)
        label = self.texts.get(text, {}) if text is not None else {self.languages[0]: cells.get("label", "")}
        cells.pop("label", None)
        return Choice(cells.pop("name", ""), label, cells)

    def read_body(self, parent: Element) -> None:
        """Find the control, the group and the repeat of every path."""
        for element in parent.iterchildren(tag=etree.Element):
            name = _local(element)
            path = element.get("ref") or element.get("nodeset") or ""
            if name == "group":
                if path:
                    self.wrappers.setdefault(path, element)
                self.read_body(element)
            elif name == "repeat":
                self.repeats.add(path)
                if _local(parent) == "group":
                    self.wrappers[path] = parent
                self.read_body(element)
            elif name in _CONTROLS or element.tag == ODK + "rank":
                self.controls[path] = element

    def bare_templates(self) -> Iterator[str]:
        """The templates as they would be without their section: one that comes twice keeps it."""

        def walk(node: Element, template: str) -> Iterator[str]:
            for path, child in self.children(node):
                own = f"{template}.{_local(child)}" if template else _local(child)
                yield own
                if len(child):
                    yield from walk(child, own + ("[]" if path in self.repeats else ""))

        for path, child in self.children(self.instance):
            if len(child) and path not in self.repeats:
                yield from walk(child, "")
            else:
                yield _local(child)

    # -- the tree --------------------------------------------------------------------------------------------------

    def form(self, xml: str) -> Form:
        """The whole form."""
        title = {self.languages[0]: self.root.findtext(f"{HEAD}head/{HEAD}title") or "", **self.texts.get(TITLE, {})}
        sections: list[Section] = []
        loose: list[Field | Group] = []
        untitled = 0

        def name() -> str:
            number = sum(not section.xpath for section in sections) + 1
            return f"#{number}" if number > 1 else ""

        def close(label: Texts) -> None:
            if loose:
                sections.append(Section(name(), label, tuple(loose)))
                loose.clear()

        def close_run() -> None:
            nonlocal untitled
            seen = Section("", {}, tuple(loose)).shown
            untitled += seen
            close({lang: f"{text} ({untitled})" for lang, text in title.items()} if seen and untitled > 1 else title)

        for path, child in self.children(self.instance):
            if path in self.repeats:
                close_run()
                loose.append(self.item(path, child, "", name()))
                close(self.label(self.wrappers.get(path)) or title)
            elif not len(child):
                loose.append(self.item(path, child, "", name()))
            else:
                close_run()
                sections.append(self.section(path, child))
        close_run()
        identifier = self.instance.get("id") or _local(self.instance)
        version = self.instance.get("version") or self.instance.get(JAVAROSA + "version") or ""
        return Form(identifier, version, title, self.languages, tuple(sections), self.lists, xml)

    def section(self, path: str, node: Element) -> Section:
        """A top-level group."""
        name, wrapper = _local(node), self.wrappers.get(path)
        return Section(
            name,
            self.label(wrapper),
            tuple(self.items(node, "", name)),
            self.rule(path, "relevant"),
            self.label(wrapper, "hint"),
            path,
            _appearance(wrapper),
            tuple(self.mark(path, "was").split()),
        )

    def children(self, node: Element) -> Iterator[tuple[str, Element]]:
        """The questions and groups right under a node, once each (a repeat stands twice: template and first row)."""
        above = self.path_of(node)
        seen: set[str] = set()
        for child in node.iterchildren(tag=etree.Element):
            path = f"{above}/{_local(child)}"
            if path in seen or _local(child) == "meta":
                continue
            seen.add(path)
            yield path, child

    def path_of(self, node: Element) -> str:
        """The absolute path of a node in the primary instance."""
        names = [_local(node)]
        while node is not self.instance:
            parent = node.getparent()
            assert parent is not None  # every node here hangs under the instance
            node = parent
            names.append(_local(node))
        return "/" + "/".join(reversed(names))

    def items(self, node: Element, template: str, section: str) -> Iterator[Field | Group]:
        """What stands right under a group."""
        for path, child in self.children(node):
            yield self.item(path, child, template, section)

    def item(self, path: str, node: Element, template: str, section: str) -> Field | Group:
        """A question, a group or a repeat."""
        name = _local(node)
        own = f"{template}.{name}" if template else name
        if not template and self.bare[own] > 1 and section and not section.startswith("#"):
            own = f"{section}.{name}"
        if not len(node) and path not in self.repeats:
            return self.field(path, node, own, section)
        repeat = path in self.repeats
        own += "[]" if repeat else ""
        wrapper = self.wrappers.get(path)
        return Group(
            own,
            self.label(wrapper),
            tuple(self.items(node, own, section)),
            path,
            repeat=repeat,
            relevant=self.rule(path, "relevant"),
            hint=self.label(wrapper, "hint"),
            appearance=_appearance(wrapper),
            core=self.mark(path, "core") != "",
            was=tuple(self.mark(path, "was").split()),
        )

    def field(self, path: str, node: Element, template: str, section: str) -> Field:
        """One question with its rules."""
        control = self.controls.get(path)
        kind = self.kind(path, control)
        choices, choice_filter = self.itemset(path, control)
        limit = self.mark(path, "limit")
        core = self.mark(path, "core")
        appearance = _appearance(control)
        read_only = self.rule(path, "readonly") == "true()"
        return Field(
            template=template,
            kind=kind,
            label=self.label(control),
            xpath=path,
            section=section,
            hint=self.label(control, "hint"),
            limit=int(limit) if limit.isdigit() else 0,
            long=kind is Kind.TEXT and ("multiline" in appearance or int(limit or 0) >= _LONG),
            core=core != "",
            draft=core == "draft",
            personal=self.mark(path, "personal") != "",
            atomic=self.mark(path, "atomic"),
            scope=self.mark(path, "scope"),
            choices=choices,
            choice_filter=choice_filter,
            relevant=self.rule(path, "relevant"),
            constraint=self.rule(path, "constraint"),
            constraint_message=self.message(path),
            required=self.rule(path, "required"),
            calculate=self.rule(path, "calculate"),
            default=node.text or None,
            read_only=read_only,
            appearance=appearance,
            data_type=self.rule(path, "type") or "string",
            was=tuple(self.mark(path, "was").split()),
        )

    def kind(self, path: str, control: Element | None) -> Kind:
        """How the question is answered. Raises FormError for a type SeedDesk does not know."""
        mark, data_type = self.mark(path, "kind"), self.rule(path, "type") or "string"
        if mark:
            try:
                return {"partial-date": Kind.DATE, "set": Kind.CHOICES, "hidden": Kind.HIDDEN}[mark]
            except KeyError:
                raise refusal("form-unknown-type", path, "bind::seeddesk:kind", type=mark) from None
        if control is None:
            return Kind.HIDDEN
        name = _local(control)
        kind = {"select1": Kind.CHOICE, "select": Kind.CHOICES, "rank": Kind.RANK, "upload": Kind.FILE}.get(name)
        kind = kind or _BY_TYPE.get(data_type)
        if kind is None or name == "trigger":
            raise refusal("form-unknown-type", path, "type", type=f"{name} {data_type}")
        if self.rule(path, "readonly") == "true()" and name == "input" and not self.rule(path, "calculate"):
            return Kind.NOTE
        return kind

    def itemset(self, path: str, control: Element | None) -> tuple[str, str]:
        """The name of a question's list, and the filter on it."""
        if control is None or _local(control) not in ("select", "select1", "rank"):
            return "", ""
        itemset = control.find(XFORMS + "itemset")
        if itemset is None:  # choices written out in the question itself
            items = tuple(
                Choice(item.findtext(XFORMS + "value") or "", self.label(item))
                for item in control.iterchildren(XFORMS + "item")
            )
            self.lists[path] = items
            return path, ""
        nodeset = itemset.get("nodeset", "")
        match = _ITEMSET.fullmatch(nodeset)
        if match is None or match[1] not in self.lists:
            raise refusal("form-unknown-list", path, "type", list=nodeset)
        return match[1], match[2] or ""

    # -- words and rules -------------------------------------------------------------------------------------------

    def rule(self, path: str, name: str) -> str:
        """An attribute of a bind, ``""`` for none."""
        bind = self.binds.get(path)
        return "" if bind is None else bind.get(name, "")

    def mark(self, path: str, name: str) -> str:
        """An attribute of SeedDesk's own namespace."""
        return self.rule(path, SEEDDESK + name)

    def message(self, path: str) -> Texts:
        """What a broken constraint says."""
        return self.words(self.rule(path, JAVAROSA + "constraintMsg"))

    def label(self, element: Element | None, tag: str = "label") -> Texts:
        """The label or hint of a control or group, by language."""
        found = None if element is None else element.find(XFORMS + tag)
        if found is None:
            return {}
        reference = found.get("ref")
        return self.words(reference) if reference else self.words(self.plain(found))

    def words(self, text: str) -> Texts:
        """The words an itext reference stands for, or the text itself in the default language."""
        match = _ITEXT.fullmatch(text)
        if match:
            return self.texts.get(match[1], {})
        return {self.languages[0]: text} if text else {}

    def plain(self, element: Element) -> str:
        """The text of an element. Raises FormError for one that quotes an answer: that is not read yet, and must not vanish."""
        if len(element):
            raise FormError(
                "form-label-quotes",
                label=" ".join(str(etree.tostring(element, method="text", encoding="unicode")).split()),
            )
        return element.text or ""


def language_code(name: str) -> str:
    """``Italiano (it)`` -> ``it``; a name without a code stays as it is; ``default`` and none are `UNTOLD`."""
    code = re.search(r"\(([^()]+)\)\s*$", name)
    return code[1].strip() if code else name.strip() if name not in ("", "default") else UNTOLD


def _local(element: Element) -> str:
    tag = str(element.tag)
    return tag[tag.rfind("}") + 1 :]


def _appearance(element: Element | None) -> str:
    return "" if element is None else element.get("appearance", "")
