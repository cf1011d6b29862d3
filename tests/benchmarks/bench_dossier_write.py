"""Writing dossiers: against zipfile laying down the same bytes, against docxtpl, and the memory of a thousand."""

from __future__ import annotations

import io
import pickle
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from seeddesk.domain.dossier import Dossier
from seeddesk.domain.form import Form
from seeddesk.exchange.docx.writer import DossierWriter
from tests.benchmarks.bench import Missing, Row, benchmark, compare, read
from tests.support.dossiers import ROOT, practice_form, with_photo

# The form comes pickled: reading the sheets needs more memory than everything that is measured here.
THOUSAND = """
import pickle, sys
from dataclasses import replace
from seeddesk.exchange.docx.writer import DossierWriter
form, made = pickle.loads(sys.stdin.buffer.read())
writer = DossierWriter(form, "it")
for number in range(int(sys.argv[1])):
    values = {**made.base.values, "title": f"Pratica {number}"}
    writer.write(replace(made, base=replace(made.base, values=values)))
# Not getrusage: its peak begins with that of the process that started this one.
print(next(int(line.split()[1]) / 1024 for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


def fresh(made: Dossier) -> Dossier:
    """The same dossier with nothing remembered: its payload is made anew each time."""
    return replace(made, base=replace(made.base))


@benchmark
def writing_a_dossier() -> Iterable[Row]:
    """A practice that answers everything, with a photo, against zipfile and against docxtpl filling a page that looks the same."""
    form = practice_form()
    writer, made = DossierWriter(form, "it"), with_photo(form, "attachments")
    written = writer.write(made)
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        parts = [(name, package.read(name)) for name in package.namelist()]

    def lay_down() -> bytes:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in parts:
                package.writestr(name, data, zipfile.ZIP_STORED if name.endswith(".jpg") else None)
        return file.getvalue()

    yield compare(
        "dossier written",
        lambda: writer.write(fresh(made)),
        lay_down,
        peer_name="zipfile, the same bytes",
        budget=1,
    )
    yield compare(
        "dossier written",
        lambda: writer.write(fresh(made)),
        _docxtpl(form, made, written),
        peer_name="docxtpl, the same page",
        budget=1 / 20,
        rounds=7,
    )


def _docxtpl(form: Form, made: Dossier, written: bytes):
    try:
        from docxtpl import DocxTemplate
    except ImportError:
        raise Missing("docxtpl is not installed") from None
    # The page we wrote becomes its template: each text between tags a placeholder, filled again with the same words.
    words: dict[str, str] = {}

    def placeholder(match: re.Match[str]) -> str:
        words[f"v{len(words)}"] = match[2]
        return f"{match[1]}{{{{ v{len(words) - 1} }}}}{match[3]}"

    template = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written)) as package, zipfile.ZipFile(template, "w", zipfile.ZIP_DEFLATED) as out:
        for name in package.namelist():
            data = package.read(name)
            if name == "word/document.xml":
                page = data.decode()
                contents = re.compile(r"(<w:sdtContent><w:r>(?:<w:rPr>.*?</w:rPr>)?<w:t[^>]*>)([^<{]+)(</w:t>)")
                data = contents.sub(placeholder, page).encode()
            out.writestr(name, data)

    def fill() -> bytes:
        document = DocxTemplate(io.BytesIO(template.getvalue()))
        document.render(words)
        file = io.BytesIO()
        document.save(file)
        return file.getvalue()

    return fill


@benchmark
def writing_a_thousand() -> Row:
    """The memory of a thousand dossiers written, above an interpreter that has imported and prepared the same."""

    if not Path("/proc/self/status").exists():
        raise Missing("the peak of memory is read from /proc")
    form = practice_form()
    given = pickle.dumps((form, with_photo(form, "attachments")))

    def megabytes(count: int) -> float:
        run = subprocess.run(
            [sys.executable, "-c", THOUSAND, str(count)], cwd=ROOT, input=given, capture_output=True, check=True
        )
        return float(run.stdout)

    return read(
        "1,000 dossiers written",
        lambda: megabytes(1000),
        lambda: megabytes(0),
        peer_name="the same, none written",
        budget=40,
        unit="MB",
        rounds=1,
        difference=True,
    )
