"""Reading a returned dossier, guard included, against python-docx opening the same bytes and walking the text it can see."""

from __future__ import annotations

import io
from collections.abc import Iterable

from seeddesk.exchange.docx.reader import read_return
from seeddesk.exchange.docx.writer import DossierWriter
from tests.benchmarks.bench import Row, benchmark, compare
from tests.support.documents import without_bookmarks, without_controls
from tests.support.dossiers import practice_form, with_photo


def walked(data: bytes) -> int:
    """How many characters python-docx sees in paragraphs and table cells."""
    import docx

    opened = docx.Document(io.BytesIO(data))
    seen = sum(len(paragraph.text) for paragraph in opened.paragraphs)
    return seen + sum(len(cell.text) for table in opened.tables for row in table.rows for cell in row.cells)


@benchmark
def reading_a_dossier() -> Iterable[Row]:
    """A practice that answers everything, with a photo: as written, and without any carrier but its labels."""
    form = practice_form()
    written = DossierWriter(form, "it").write(with_photo(form, "attachments"))
    for name, data in (
        ("dossier read", written),
        ("dossier read by its labels", without_bookmarks(without_controls(written))),
    ):
        found = read_return(data, lambda *known: form, form, lambda *known: None)
        assert found.fidelity.characters_read == found.fidelity.characters_present > walked(data)
        yield compare(
            name,
            lambda data=data: read_return(data, lambda *known: form, form, lambda *known: None),
            lambda data=data: walked(data),
            peer_name="python-docx, open and walk",
            budget=1,
        )
