"""Lists kept in files of their own (CSV, XML, GeoJSON) become secondary instances of an XForm."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TypeAlias

from lxml import etree

from seeddesk.domain.errors import FormError
from seeddesk.exchange.xform import guard
from seeddesk.exchange.xform.lists import COLUMNS
from seeddesk.exchange.xform.words import XFORMS, Element, local_name

Row: TypeAlias = dict[str, str]


def csv_rows(file: Path) -> list[Row]:
    """The rows of a CSV file, by column. Raises FormError naming the row for text that is not UTF-8 or has more cells than columns."""
    guard.check_list(file)
    header, *records = guard.records(guard.text_of(file.read_bytes(), file.name), file.name) or [[]]
    for number, cells in enumerate(records, 2):
        if len(cells) > len(header):
            raise FormError("form-cells", sheet=file.name, row=number)
    return [dict(zip_longest(header, cells, fillvalue="")) for cells in records]


def read_list(name: str, source: str, places: Sequence[Path]) -> Element:
    """``jr://file-csv/comuni.csv`` as the root of a secondary instance. Raises FormError when no place has the file, or it is no list."""
    wanted = source.rpartition("/")[2]
    file = guard.found(wanted, places)
    if file is None:
        raise FormError("form-list-missing", list=name, source=source)
    if guard.leads_out(file):
        raise FormError("form-list-outside", list=name)
    suffix = file.suffix.lower()
    if suffix == ".csv":
        return as_items(csv_rows(file), file.name)
    guard.check_list(file)
    if suffix in (".geojson", ".json"):
        return as_items(_features(file), file.name)
    if suffix == ".xml":
        return _copied(file)
    raise FormError("form-list-missing", list=name, source=source)


def as_items(rows: Sequence[Mapping[str, str]], name: str) -> Element:
    """Rows as the items of a secondary instance; columns no element can be named after are out of every expression's reach and left out.

    Raises FormError naming the list when it has no rows, no such columns, or characters XML cannot carry.
    """
    top = etree.Element(XFORMS + "root")
    columns = [column for column in dict.fromkeys(key for row in rows for key in row) if _is_name(column)]
    if not columns:
        raise FormError("form-list-columns", list=name)
    top.set(COLUMNS, " ".join(columns))
    tags = [(column, XFORMS + column) for column in columns]
    try:
        for row in rows:
            item = etree.SubElement(top, XFORMS + "item")
            for column, tag in tags:
                etree.SubElement(item, tag).text = row.get(column, "")
    except ValueError:
        raise FormError("form-list-columns", list=name) from None
    return top


def _is_name(column: str) -> bool:
    try:
        etree.QName(None, column)
    except ValueError:
        return False
    return ":" not in column


def _copied(file: Path) -> Element:
    """The items of an XML file, in the namespace of an XForm's own."""
    try:
        root = etree.fromstring(
            file.read_bytes(),
            etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True),
        )
    except etree.XMLSyntaxError:
        raise FormError("form-list-columns", list=file.name) from None
    if root.getroottree().docinfo.internalDTD is not None or not len(root):
        raise FormError("form-list-columns", list=file.name)
    for element in root.iter(etree.Element):
        element.tag = XFORMS + local_name(element)
    etree.cleanup_namespaces(root)
    return root


def _features(file: Path) -> list[Row]:
    """The features of a GeoJSON file: their properties, ``id``, ``title`` and ``geometry`` as a place is written."""
    try:
        data = json.loads(file.read_bytes())
        features = data["features"]
        return [dict(_feature(feature, number)) for number, feature in enumerate(features, 1)]
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
        raise FormError("form-list-columns", list=file.name) from None


def _feature(feature: Mapping[str, object], number: int) -> Iterator[tuple[str, str]]:
    properties = feature.get("properties")
    assert isinstance(properties, dict | None)
    known = {str(key): _text(value) for key, value in (properties or {}).items() if not isinstance(value, dict | list)}
    identity = _text(feature.get("id")) or known.get("id", "") or str(number)
    yield from {**known, "id": identity, "title": known.get("title") or known.get("name") or identity}.items()
    geometry = feature.get("geometry")
    if isinstance(geometry, dict):
        places = geometry["coordinates"]
        shape = geometry["type"]
        points = [places] if shape == "Point" else places[0] if shape == "Polygon" else places
        yield "geometry", ";".join(f"{point[1]} {point[0]} {point[2] if len(point) > 2 else 0} 0" for point in points)


def _text(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def grouped(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows of a sheet of choices, by the list they belong to."""
    lists: dict[str, list[Row]] = {}
    for row in rows:
        name = row.get("list_name") or row.get("list name") or ""
        if name:
            lists.setdefault(name, []).append(
                {key: text for key, text in row.items() if key not in ("list_name", "list name")}
            )
    return lists
