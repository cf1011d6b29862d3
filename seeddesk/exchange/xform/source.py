"""The parts of an XForm: which control, bind, group and repeat belongs to each node of its primary instance."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from seeddesk.domain.errors import FormError
from seeddesk.domain.form import Action
from seeddesk.exchange.xform.lists import Lists
from seeddesk.exchange.xform.words import XFORMS, Element, Words, local_name

HEAD = "{http://www.w3.org/1999/xhtml}"
JAVAROSA = "{http://openrosa.org/javarosa}"
SEEDDESK = "{urn:seeddesk:form:1}"

# What pyxform makes of a group shown as a table: its label as a note, its choices as a heading.
TABLE_PARTS = re.compile(r"(?:generated_table_list_label|reserved_name_for_field_list_labels)_\d+")

_CONTROLS = frozenset(("input", "select", "select1", "upload", "range", "secret", "trigger", "rank"))
_EVENTS = {
    "odk-instance-first-load": "first-load",
    "xforms-ready": "first-load",
    "odk-instance-load": "load",
    "odk-new-repeat": "new-row",
    "jr-insert": "new-row",
    "xforms-value-changed": "changed",
}
_BIND = frozenset(
    [
        "nodeset",
        "id",
        "type",
        "relevant",
        "required",
        "readonly",
        "constraint",
        "calculate",
        "constraintMsg",
        "requiredMsg",
        "preload",
        "preloadParams",
    ]
)
_CONTROL = frozenset(["ref", "bind", "nodeset", "appearance", "mediatype", "start", "end", "step", "query", "class"])


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


class Source:
    """Walks one XForm. Everything is keyed by absolute paths in the primary instance."""

    def __init__(self, root: Element) -> None:
        self.root = root
        model, body = root.find(f"{HEAD}head/{XFORMS}model"), root.find(f"{HEAD}body")
        assert model is not None  # `parse` saw it
        instances = list(model.iterchildren(XFORMS + "instance"))
        instance = next((child[0] for child in instances if len(child)), None)
        if instance is None or body is None:
            raise FormError("form-not-xform")
        self.instance: Element = instance
        self.top = "/" + local_name(instance)
        self.words = Words(model)
        self.lists = Lists(self.words)
        for other in instances:
            if other is not instance.getparent():
                self.read_list(other)
        self.binds: dict[str, Element] = {}
        self.bound: dict[str, str] = {}  # id of a bind -> path
        for bind in model.iterchildren(XFORMS + "bind"):
            path = self.absolute(bind.get("nodeset", ""), self.top)
            self.binds.setdefault(path, bind)
            self.bound[bind.get("id", "")] = path
        self.controls: dict[str, Element] = {}
        self.wrappers: dict[str, Element] = {}  # groups and, under the path of their repeat, the groups around repeats
        self.repeats: dict[str, Element] = {}
        self.order: dict[str, int] = {}  # path -> place in the body
        self.actions: list[Action] = []
        self.read_body(body, self.top)
        of_body, self.actions = self.actions, []
        self.read_actions(model, self.top, "")
        self.actions += of_body
        self.targets = {action.target for action in self.actions}

    # -- the parts -------------------------------------------------------------------------------------------------

    def read_list(self, instance: Element) -> None:
        """A secondary instance: its items."""
        name, source = instance.get("id", ""), instance.get("src", "")
        if not len(instance) and not source.startswith("jr://instance/"):  # the record sent last, which nobody has here
            raise FormError("form-list-missing", list=name, source=source)
        self.lists.put_later(name, instance[0] if len(instance) else instance)

    def absolute(self, reference: str, context: str) -> str:
        """A reference as an absolute path."""
        reference = "".join(reference.split())
        if reference.startswith("/") or not reference:
            return reference
        steps = context.split("/")
        for step in reference.removeprefix("current()/").split("/"):
            if step == "..":
                del steps[-1:]
            elif step != ".":
                steps.append(step)
        return "/".join(steps)

    def path(self, element: Element, context: str) -> str:
        """What a control, group, repeat or action of the body is about, ``""`` for nothing."""
        if element.get("bind") is not None:
            return self.bound.get(element.get("bind", ""), "")
        return self.absolute(element.get("ref") or element.get("nodeset") or "", context)

    def read_body(self, parent: Element, context: str) -> list[str]:
        """Find the control, the group and the repeat of every path; the paths right under `parent`."""
        inside: list[str] = []
        for element in parent.iterchildren(tag=etree.Element):
            name, path = local_name(element), self.path(element, context)
            above = path
            while above and above not in self.order:
                self.order[above] = len(self.order)
                above = above.rpartition("/")[0]
            if name == "group":
                if path:
                    self.wrappers.setdefault(path, element)
                inner = self.read_body(element, path or context)
                inside += [path] if path else self.unsaid(element, inner)
            elif name == "repeat":
                self.repeats[path] = element
                if local_name(parent) == "group":
                    self.wrappers[path] = parent
                self.read_actions(element, path, path)
                self.read_body(element, path)
                inside.append(path)
            elif name in _CONTROLS:
                self.controls.setdefault(path, element)
                self.read_actions(element, path, path)
                inside.append(path)
        return inside

    def unsaid(self, group: Element, inside: list[str]) -> list[str]:
        """What a group that names no node is about: the node above all that stands in it, if that is nobody else's."""
        above = {path.rpartition("/")[0] for path in inside}
        path = above.pop() if len(above) == 1 else ""
        if path in ("", self.top) or path in self.repeats or group.find(XFORMS + "repeat") is not None:
            return inside
        self.wrappers.setdefault(path, group)
        return [path]

    def read_actions(self, parent: Element, context: str, source: str) -> None:
        """What is set by itself: at the model, in a repeat or in a control."""
        for element in parent.iterchildren(XFORMS + "setvalue"):
            target = self.path(element, context)
            text = (element.text or "").strip()
            expression = (element.get("value") or "").strip() or (_literal(text) if text else "")
            for name in element.get("event", element.get("{http://www.w3.org/2001/xml-events}event", "")).split():
                event = _EVENTS.get(name)
                if event:
                    row = source or next((path for path in self.above(target) if path in self.repeats), "")
                    self.actions.append(
                        Action(event, target, expression, row if event in ("new-row", "changed") else "")
                    )

    def above(self, path: str) -> Iterator[str]:
        """The paths above one, nearest first."""
        while path := path.rpartition("/")[0]:
            yield path

    def children(self, node: Element, above: str) -> Iterator[tuple[str, Element]]:
        """The questions and groups right under a node, once each (a repeat stands twice: template and first row), in the body's order."""
        found: dict[str, Element] = {}
        for child in node.iterchildren(tag=etree.Element):
            name = local_name(child)
            path = f"{above}/{name}"
            if path not in found and (name != "meta" or path in self.order) and not TABLE_PARTS.fullmatch(name):
                found[path] = child
        asked = iter(sorted((path for path in found if path in self.order), key=self.order.__getitem__))
        for path, child in found.items():
            if path in self.order:
                path = next(asked)  # what is asked changes places among itself, the rest stays
                child = found[path]
            yield path, child

    def holds(self, path: str, node: Element) -> bool:
        """Whether a node is a group, even one with nothing in it."""
        return len(node) > 0 or (path in self.wrappers and path not in self.controls)

    # -- rules -----------------------------------------------------------------------------------------------------

    def rule(self, path: str, name: str) -> str:
        """An attribute of a bind, ``""`` for none."""
        bind = self.binds.get(path)
        return "" if bind is None else bind.get(name, "")

    def mark(self, path: str, name: str) -> str:
        """An attribute of SeedDesk's own namespace."""
        return self.rule(path, SEEDDESK + name)

    def data_type(self, path: str) -> str:
        """The type of a bind without its prefix."""
        return self.rule(path, "type").rpartition(":")[2] or "string"

    def parameters(self, path: str, control: Element | None) -> dict[str, str]:
        """Everything else a bind and a control say."""
        found: dict[str, str] = {}
        for element, known in ((self.binds.get(path), _BIND), (control, _CONTROL)):
            for name, text in () if element is None else element.items():
                local = str(name).rpartition("}")[2]
                if local not in known and not str(name).startswith(SEEDDESK):
                    found[local] = str(text)
        return found


def _literal(text: str) -> str:
    """A text as an XPath literal."""
    if "'" not in text:
        return f"'{text}'"
    if '"' not in text:
        return f'"{text}"'
    return "concat(" + ', "\'", '.join(f"'{part}'" for part in text.split("'")) + ")"
