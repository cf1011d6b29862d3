"""Documents from strangers: a named refusal or a reading with remarks, quickly, in little memory, with nothing reached and nothing written."""

from __future__ import annotations

from tests.support import hostile


def test_every_hostile_document_ends_as_it_should(apart, figures):
    wrong, count = [], 0
    for name, data, wanted in hostile.documents():
        path = apart.folder / "document.docx"
        path.write_bytes(data)
        answer = apart.ask("document", path)
        count += 1
        if answer != (wanted if isinstance(wanted, str) else list(wanted)):
            wrong.append((name, answer, wanted))
    figures.tried("hostile documents", n=count, broken=len(wrong))
    assert wrong == []
    assert count >= 50
