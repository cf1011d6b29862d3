"""Stands in for the word processor of the people in the demo: it changes a dossier's XML as one would, tracked changes included.

Where LibreOffice is installed the document is opened and saved by it as well, so that what is merged is what a real program wrote.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
PATIENCE = 25.0  # seconds LibreOffice may take; the demo goes on without it
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.UserProfile/Data">
<prop oor:name="givenname" oor:op="fuse"><value>{name}</value></prop></item></oor:items>
"""


def edit(
    source: Path,
    target: Path,
    author: str,
    cells: Mapping[str, str],
    narratives: Mapping[str, str],
    tracked: Mapping[str, str] | None = None,
    new_rows: Mapping[str, str] | None = None,
) -> None:
    """Change a dossier. cells: tag of a control -> its new text · narratives: bookmark of a heading -> the new text under it ·
    tracked: the same, the text added as a tracked change by `author` · new_rows: tag of a control -> text for its column in the
    empty row at the end of its table."""
    with zipfile.ZipFile(source) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    document = etree.fromstring(parts["word/document.xml"])
    for tag, text in cells.items():
        _type(_content(_control(document, tag)), text)
    for mark, text in narratives.items():
        _type(_under(document, mark), text)
    for mark, text in (tracked or {}).items():
        inserted = etree.SubElement(_under(document, mark), W + "ins")
        inserted.set(W + "id", "9001")
        inserted.set(W + "author", author)
        inserted.set(W + "date", "2026-01-15T10:00:00Z")
        inserted.append(_run(" " + text))
    for tag, text in (new_rows or {}).items():
        _type_below(_control(document, tag), text)
    core = etree.fromstring(parts["docProps/core.xml"])
    name = core.find(CP + "lastModifiedBy")
    if name is None:
        name = etree.SubElement(core, CP + "lastModifiedBy")
    name.text = author
    parts["word/document.xml"] = _xml(document)
    parts["docProps/core.xml"] = _xml(core)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for part, data in parts.items():
            package.writestr(part, data)


def through_libreoffice(path: Path, author: str) -> bool:
    """Open and save a document with LibreOffice, when this machine has it and it answers in time. False: the document is as it was."""
    program = _libreoffice()
    if program is None:
        return False
    with tempfile.TemporaryDirectory(prefix="seeddesk-office-") as scratch:
        profile = Path(scratch) / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE.format(name=escape(author)), "utf-8")
        command = [
            program,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            "docx",
            "--outdir",
            str(Path(scratch) / "out"),
            str(path),
        ]
        try:
            subprocess.run(
                command,
                timeout=PATIENCE,
                check=True,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            shutil.copyfile(Path(scratch) / "out" / path.name, path)
        except (subprocess.SubprocessError, OSError):
            return False
    return True


def _libreoffice() -> str | None:
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return found
    usual = ["/Applications/LibreOffice.app/Contents/MacOS/soffice"] if sys.platform == "darwin" else []
    if sys.platform == "win32":
        usual = [
            str(Path(os.environ.get("PROGRAMFILES", "C:\\Program Files")) / "LibreOffice" / "program" / "soffice.exe")
        ]
    return next((place for place in usual if Path(place).is_file()), None)


def _control(document: etree._Element, tag: str) -> etree._Element:
    return next(
        element
        for element in document.iter(W + "sdt")
        if any(mark.get(W + "val") == tag for mark in element.iter(W + "tag"))
    )


def _content(control: etree._Element) -> etree._Element:
    """The control's content, to write in."""
    content = control.find(W + "sdtContent")
    assert content is not None
    return content


def _under(document: etree._Element, mark: str) -> etree._Element:
    """The first paragraph under a heading."""
    heading = next(
        element for element in document.iter(W + "bookmarkStart") if element.get(W + "name") == mark
    ).getparent()
    assert heading is not None
    following = heading.getnext()
    assert following is not None
    return following


def _type(holder: etree._Element, text: str) -> None:
    """Put a text in place of what a paragraph or a control holds, in the look of its first run."""
    runs = holder.findall(W + "r")
    look = next((deepcopy(found) for run in runs if (found := run.find(W + "rPr")) is not None), None)
    for run in runs:
        holder.remove(run)
    holder.append(_run(text, look))


def _type_below(control: etree._Element, text: str) -> None:
    """Write in the last row of the table a control stands in, in the same column."""
    cell = next(element for element in control.iterancestors(W + "tc"))
    row = next(element for element in control.iterancestors(W + "tr"))
    table = next(element for element in control.iterancestors(W + "tbl"))
    column = row.findall(W + "tc").index(cell)
    paragraph = table.findall(W + "tr")[-1].findall(W + "tc")[column].find(W + "p")
    assert paragraph is not None
    paragraph.append(_run(text))


def _run(text: str, look: etree._Element | None = None) -> etree._Element:
    run = etree.Element(W + "r")
    if look is not None:
        run.append(look)
    words = etree.SubElement(run, W + "t")
    words.set(_SPACE, "preserve")
    words.text = text
    return run


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
