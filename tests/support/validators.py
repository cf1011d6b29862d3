"""The two judges of a dossier's XML: Microsoft's OpenXML validator, and the ISO/IEC 29500 transitional schema.

Neither is part of this repository: `build/dev.py test` installs them into `.tools/`. A test that asks for one that is not
here is skipped with the reason.
"""

import json
import os
import subprocess
import zipfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

TOOLS = Path(__file__).resolve().parents[2] / ".tools"
OPENXML_VALIDATOR = TOOLS / "node" / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

# The schemas import xml:space without saying from where; these few lines are all they need of it.
XML_SCHEMA = """<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
<xsd:attribute name="lang" type="xsd:language"/><xsd:attribute name="space" type="xsd:NCName"/></xsd:schema>"""
ENTRY_SCHEMA = """<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:seeddesk:test">
<xsd:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="seeddesk-xml.xsd"/>
<xsd:import namespace="http://schemas.openxmlformats.org/wordprocessingml/2006/main" schemaLocation="wml.xsd"/>
</xsd:schema>"""


def openxml_errors(path: Path) -> list[str]:
    """What Microsoft's validator finds wrong in a .docx, a sentence each; skips the test where it is not installed."""
    return openxml_errors_of([path])[path]


def openxml_errors_of(paths: Iterable[Path]) -> dict[Path, list[str]]:
    """`openxml_errors` for several files at once: the validator takes 2 s a file, so two run side by side."""
    if not OPENXML_VALIDATOR.is_file():
        pytest.skip(
            "the OpenXML validator is not installed; build/dev.py test does it where npm and Linux x86-64 are at hand"
        )
    paths = list(paths)
    with ThreadPoolExecutor(2) as pool:
        return dict(zip(paths, pool.map(_openxml, paths), strict=True))


def _openxml(path: Path) -> list[str]:
    # Invariant globalization: the validator then needs no ICU library of the system.
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    run = subprocess.run(
        [OPENXML_VALIDATOR, path], capture_output=True, text=True, timeout=250, env=environment, check=False
    )
    if run.returncode or not run.stdout.strip():
        raise RuntimeError(f"the OpenXML validator failed on {path.name}: {run.stderr or run.stdout}")
    found = json.loads(run.stdout)
    errors = [f"{error['path']}: {error['description']} ({error['xPath']})" for error in found["errors"]]
    return errors or ([] if found["ok"] else ["not valid, without a reason"])


def xsd_errors(path: Path) -> list[str]:
    """What the ISO transitional schema finds wrong in a .docx's WordprocessingML parts; skips where it is not installed.

    As a word processor would, names of namespaces the part declares ignorable are left out first.
    """
    schema = _schema()
    errors = []
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.startswith("word/") and name.endswith(".xml") and name.count("/") == 1:
                root = etree.fromstring(package.read(name))
                if etree.QName(root).namespace != "http://schemas.openxmlformats.org/wordprocessingml/2006/main":
                    continue
                if not schema.validate(etree.ElementTree(_without_ignorable(root))):
                    errors += [f"{name}, line {error.line}: {error.message}" for error in schema.error_log]
    return errors


@cache
def _schema() -> etree.XMLSchema:
    folder = TOOLS / "ooxml-xsd"
    if not (folder / "wml.xsd").is_file():
        pytest.skip(
            "the ISO transitional schema is not installed; build/dev.py test fetches it where its source is reachable"
        )
    parser = etree.XMLParser()
    parser.resolvers.add(_XmlNamespace())
    return etree.XMLSchema(etree.fromstring(ENTRY_SCHEMA, parser, base_url=str(folder / "entry.xsd")))


class _XmlNamespace(etree.Resolver):
    def resolve(self, system_url, public_id, context):
        if system_url and system_url.endswith("seeddesk-xml.xsd"):
            return self.resolve_string(XML_SCHEMA, context, base_url=system_url)
        return None


def _without_ignorable(root: etree._Element) -> etree._Element:
    prefixes = root.attrib.pop(f"{COMPATIBILITY}Ignorable", "").split()
    ignorable = {root.nsmap[prefix] for prefix in prefixes if prefix in root.nsmap}
    for element in list(root.iter(etree.Element)):
        for name in list(element.attrib):
            if etree.QName(name).namespace in ignorable:
                del element.attrib[name]
        parent = element.getparent()
        if parent is not None and etree.QName(element).namespace in ignorable:
            parent.remove(element)
    return root
