"""Changes to packages and XML that keep them nearly right: elements swapped, doubled, nested, taken out; values from elsewhere; parts spliced.

Bytes flipped at random mostly make a file that no zip or XML reader opens; what breaks a reader of ours is a file that opens and says something odd.
Every function takes the random numbers it uses, so that a seed makes the same file again.
"""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import TypeAlias

from lxml import etree

Files: TypeAlias = dict[str, bytes]
Rewrite: TypeAlias = Callable[[Files, str, Random], bool]  # a target's own way to change a part; false: as XML

MOST_NODES = 20_000

# What stands in a file where something else is expected.
ODD = (
    *("", " ", "0", "-1", "1", "00", "3.5", "1e999", "NaN", "null", "None", "true", "65536", "99999999999999999999"),
    *("٣", "²", "１", "2021-13-45", "0000-00-00", "9999-12-31", "\u202egnp.exe", "e\u0301", "\u00a0", "\u200b", "💥", "\ufffd", "ß"),
    *("=1+1", "@x", "_x0041_", "a\nb", "a\tb", "..", "../../x", "/", "\\", "'", '"', "&", "<", "]]>", "{", "}", "{}", "%s", ";", ",", "|"),
    *("x" * 300, "x" * 5000, "a b " * 400, "[]", "[[]]", "a[b].c", "http://127.0.0.1:9/x", "file:///etc/passwd", "#REF!"),
)  # fmt: skip
_MARKUP = re.compile(rb"<[^<>]*>")


def unpacked(data: bytes) -> Files:
    """The parts of a zip, or none where it cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {entry.filename: archive.read(entry) for entry in archive.infolist()}
    except (
        zipfile.BadZipFile,
        OSError,
        EOFError,
        ValueError,
        KeyError,
        NotImplementedError,
        RuntimeError,
        zipfile.zlib.error,
    ):
        return {}


def packed(files: Mapping[str, bytes]) -> bytes:
    """A zip that stores its parts as they are: quick to make, and bytes changed in it are bytes of a part."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name or "x"), data)
    return out.getvalue()


def package(data: bytes, random: Random, stock: Sequence[Files], words: Sequence[str], rewrite: Rewrite) -> bytes:
    """A package with a change or a few. stock: parts of other packages to splice in · words: what texts and values may become."""
    files = unpacked(data) or dict(random.choice(stock))
    for _ in range(random.choice((1, 1, 1, 1, 2, 3))):
        _change(files, random, stock, words, rewrite)
    return packed(files)


def _change(files: Files, random: Random, stock: Sequence[Files], words: Sequence[str], rewrite: Rewrite) -> None:
    names = sorted(files)
    if not names:
        return
    # The longer a part, the more there is to say in it.
    name = random.choices(names, [min(len(files[name]), 30_000) + 300 for name in names])[0]
    dice = random.random()
    if dice < 0.86:
        if not rewrite(files, name, random):
            files[name] = xml(files[name], random, words)
    elif dice < 0.91:
        other = random.choice(stock)
        files[name] = other.get(name) or random.choice(list(other.values()))
    elif dice < 0.94:
        other_name = random.choice(names)
        files[name], files[other_name] = files[other_name], files[name]
    elif dice < 0.96:
        del files[name]
    elif dice < 0.98:
        files[random.choice((name.upper(), name + "x", "word/" + name, random.choice(ODD)[:80]))] = files[name]
    else:
        files[name] = text(files[name].decode("latin-1"), random, words).encode("latin-1", "replace")


def xml(data: bytes, random: Random, words: Sequence[str]) -> bytes:
    """XML with one element or more changed; where it is none, its tags shuffled."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return _shuffled(data, random)
    nodes = [node for node in root.iter() if isinstance(node.tag, str)]
    if len(nodes) > MOST_NODES or random.random() < 0.02:
        return _shuffled(data, random)
    for _ in range(random.choice((1, 1, 1, 2, 3, 8))):
        _one(random.choice(nodes), random.choice(nodes), root, random, words)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _one(
    node: etree._Element, other: etree._Element, root: etree._Element, random: Random, words: Sequence[str]
) -> None:
    """One change, at a node or between two of them. Those that would take the root away, or tie a knot, do nothing."""
    parent = node.getparent()
    match random.randrange(12):
        case 0 if parent is not None:
            parent.remove(node)
        case 1 if parent is not None:
            for _ in range(random.choice((1, 1, 2, 20))):
                node.addnext(copy.deepcopy(node))
        case 2 if (
            other.getparent() is not None and parent is not None and not _above(node, other) and not _above(other, node)
        ):
            mark = etree.Element("mark")
            node.addprevious(mark)
            other.addprevious(node)
            mark.addprevious(other)
            mark.getparent().remove(mark)
        case 3 if not _above(node, other) and node is not root:
            other.insert(random.randint(0, len(other)), node)
        case 4 if parent is not None:
            other.append(copy.deepcopy(node)) if sum(1 for _ in node.iter()) < 500 else None
        case 5 if parent is not None:  # into copies of its own parent
            deep = node
            for _ in range(random.choice((1, 2, 5, 60))):
                shell = etree.Element(parent.tag, dict(parent.attrib))
                deep.addprevious(shell)
                shell.append(deep)
                deep = shell
        case 6 if parent is not None:
            for child in list(node):
                node.addprevious(child)
            parent.remove(node)
        case 7 if node.attrib:
            name = random.choice(sorted(node.attrib))
            given = random.choice(sorted(other.attrib.values())) if other.attrib and random.random() < 0.4 else None
            node.set(name, _safe(text(node.get(name, ""), random, words) if given is None else given))
        case 8 if node.attrib:
            del node.attrib[random.choice(sorted(node.attrib))]
        case 9 if other.attrib:
            name = random.choice(sorted(other.attrib))
            node.set(name, other.get(name, ""))
        case 10:
            node.tag = other.tag
        case _:
            node.text = _safe(text(node.text or "", random, words))


def _above(node: etree._Element, other: etree._Element) -> bool:
    return node is other or any(one is node for one in other.iterancestors())


def _shuffled(data: bytes, random: Random) -> bytes:
    """Two tags swapped, one doubled or one lost: as broken programs nest."""
    tags = list(_MARKUP.finditer(data))
    if len(tags) < 4:
        return data + random.choice(ODD).encode()
    first, second = sorted(random.sample(range(len(tags)), 2))
    one, two = tags[first], tags[second]
    middle = data[one.end() : two.start()]
    match random.randrange(3):
        case 0:
            return data[: one.start()] + two[0] + middle + one[0] + data[two.end() :]
        case 1:
            return data[: one.end()] + one[0] + data[one.end() :]
        case _:
            return data[: one.start()] + data[one.end() :]


def text(now: str, random: Random, words: Sequence[str]) -> str:
    """A text, or a value, that is another one."""
    match random.randrange(6):
        case 0 | 1:
            return random.choice(words or ODD)
        case 2:
            return random.choice(ODD)
        case 3:
            place = random.randint(0, len(now))
            return now[:place] + random.choice(words or ODD) + now[place:]
        case 4:
            first, last = sorted((random.randint(0, len(now)), random.randint(0, len(now))))
            return now[:first] + now[last:]
        case _:
            place = random.randint(0, len(now))
            return (
                now[:place]
                + chr(random.choice((9, 32, 34, 39, 43, 45, 61, 64, 0xE9, 0x301, 0x202E, 0x1F600, 0x10FFFD)))
                + now[place:]
            )


_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _safe(found: str) -> str:
    return _NOT_XML.sub("", found)
