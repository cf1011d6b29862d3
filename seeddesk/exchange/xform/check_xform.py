"""What an XForm drawn elsewhere holds that SeedDesk reads only in part: lists within lists, and rows that are there from the start."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from seeddesk.domain.form import Form
from seeddesk.domain.remarks import WARNING, FormRemark
from seeddesk.exchange.xform.source import HEAD, JAVAROSA, parse
from seeddesk.exchange.xform.words import XFORMS, Element


def unread(form: Form) -> Iterator[FormRemark]:
    """A remark for each list and each repeat of which something stays behind."""
    first, *others = parse(form.xform).iterfind(f"{HEAD}head/{XFORMS}model/{XFORMS}instance")
    for instance in others:
        root = instance[0] if len(instance) else instance
        if any(len(cell) for item in root.iterchildren(tag=etree.Element) for cell in item):
            yield FormRemark(WARNING, "form-check-list-deep", arguments={"list": instance.get("id", "")})
    for repeat in form.repeats:
        rows = [row for row in _at(first, repeat.xpath) if row.get(f"{JAVAROSA}template") is None]
        if len(rows) > 1:
            yield FormRemark(WARNING, "form-check-first-rows", question=repeat.xpath, arguments={"count": len(rows)})


def _at(instance: Element, xpath: str) -> list[Element]:
    """The nodes at a plain path, whatever their namespaces."""
    found = [instance]
    for name in xpath[1:].split("/"):
        found = [child for each in found for child in each.iterchildren("{*}" + name)]
    return found
