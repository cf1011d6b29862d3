"""A large import is listed by several processes, and says what one would have said."""

from dataclasses import replace
from itertools import islice

import pytest

from seeddesk.domain.query import Query
from seeddesk.domain.revision import Dot, Revision
from seeddesk.services import cataloguing, maintenance
from seeddesk.services.workspace import Workspace
from seeddesk.storage import beside
from seeddesk.storage.postings import BLOCK

MANY = 2 * BLOCK + 300
TABLES = ("practice", "conflict", "search", "posting", "posting_block", "tag")


def revisions(form):
    for number in range(1, MANY + 1):
        values = {
            "title": f"Orto {number} di Bo",
            "country": "IT" if number % 3 else "GR",
            f"partners[{number:032x}]": "i",
            f"partners[{number:032x}].name": f"Cooperativa {number % 50}",
        }
        practice = f"00000000-0000-4000-8000-{number * 7919 % 1000003:012d}"
        time = f"2026-01-01T00:00:00.000Z.{number:08d}"
        yield Revision(Dot("many", number), practice, "Ada", time, form.id, form.version, values, nonce="0" * 32)
        if number % 1000 == 0:  # one that was edited before it came here
            seen = {"title": (Dot("many", number),)}
            yield Revision(
                Dot("more", number),
                practice,
                "Bea",
                time + "x",
                form.id,
                form.version,
                {"title": "Bo"},
                seen,
                nonce="1" * 32,
            )


def filled(path, many, monkeypatch):
    monkeypatch.setattr(beside, "many", lambda: many)
    workspace = Workspace.create(path, "Ada")
    with workspace.catalogue.write() as tx:
        tx.append(list(revisions(workspace.form)))
    return workspace


def said(workspace):
    with workspace.catalogue.read() as view:
        return {name: set(view.connection.exec_driver_sql(f"SELECT * FROM {name}").all()) for name in TABLES}


def differing(first, second):
    """A few rows of each table that only one of two catalogues has."""
    one, other = said(first), said(second)
    return {name: list(one[name] ^ other[name])[:4] for name in TABLES if one[name] != other[name]}


@pytest.mark.timeout(240)
def test_several_processes_list_what_one_does(tmp_path, monkeypatch):
    asked = []
    original = beside.Beside.each
    monkeypatch.setattr(beside.Beside, "each", lambda self, things: asked.append(1) or original(self, things))
    with (
        filled(tmp_path / "alone.seeddesk", 1, monkeypatch) as alone,
        filled(tmp_path / "together.seeddesk", 2, monkeypatch) as together,
    ):
        assert len(asked) == 1
        assert not differing(together, alone)
        assert maintenance.check(together)[0].findings == ()
        steps = []
        with together.catalogue.write() as tx:
            assert tx.rebuild(lambda done, total: steps.append((done, total))) == MANY
        assert len(asked) == 2
        assert steps == sorted(steps)
        assert steps[-1] == (MANY, MANY)
        assert maintenance.check(together)[0].findings == ()
        with together.catalogue.write() as tx:  # what comes afterwards goes on behind it
            others = [replace(one, practice=one.practice[::-1]) for one in islice(revisions(together.form), 300)]
            tx.append([replace(one, dot=Dot("others", one.dot.counter)) for one in others])
        assert cataloguing.list_practices(together, Query(text="orto"), 1).total == MANY + 300 - MANY // 1000
        assert maintenance.check(together)[0].findings == ()
