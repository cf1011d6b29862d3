"""A large import is listed by several processes, and says what one would have said."""

from dataclasses import replace
from itertools import islice

from seeddesk.domain.query import Query
from seeddesk.domain.revision import Dot
from seeddesk.services import cataloguing, maintenance
from seeddesk.services.workspace import Workspace
from seeddesk.storage import beside
from tests.support.blocks import MANY, revisions

TABLES = ("practice", "conflict", "search", "posting", "posting_block", "tag")


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
        asked.clear()
        steps = []
        with together.catalogue.write() as tx:
            assert tx.rebuild(lambda done, total: steps.append((done, total))) == MANY
        assert len(asked) == 1
        assert steps == sorted(steps)
        assert steps[-1] == (MANY, MANY)
        assert maintenance.check(together)[0].findings == ()
        with together.catalogue.write() as tx:  # what comes afterwards goes on behind it
            others = [replace(one, practice=one.practice[::-1]) for one in islice(revisions(together.form), 300)]
            tx.append([replace(one, dot=Dot("others", one.dot.counter)) for one in others])
        assert cataloguing.list_practices(together, Query(text="orto"), 1).total == MANY + 300 - MANY // 1000
        assert maintenance.check(together)[0].findings == ()
