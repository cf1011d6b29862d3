"""The catalogue against plain sqlite3 doing the least that could be done: one save, a page of the list, a search."""

from __future__ import annotations

import random
import sqlite3
import tempfile
from collections.abc import Iterable
from pathlib import Path

from seeddesk.domain.query import Query
from seeddesk.domain.revision import Dot, Revision
from seeddesk.services import cataloguing, recording
from seeddesk.services.workspace import Workspace
from tests.benchmarks.bench import Row, benchmark, compare

PRACTICES = 2000


@benchmark
def a_save() -> Iterable[Row]:
    """A changed title, durable, with list, facets, search and calculated fields brought up to date, against two bare INSERTs and a commit."""
    with tempfile.TemporaryDirectory() as folder, Workspace.create(Path(folder) / "ours.seeddesk", "Ada") as workspace:
        practice, _ = recording.start(workspace, {"title": "Orti", "country": "IT", "overview": "parola " * 500})
        draft = recording.open_draft(workspace, practice)
        peer = _bare(Path(folder) / "peer.db")
        turn = 0

        def ours() -> None:
            nonlocal draft, turn
            turn += 1
            draft, _ = recording.save(workspace, draft, {"title": f"Orti {turn}"})

        def bare() -> None:
            with peer:
                peer.execute("INSERT INTO revision (practice, body) VALUES (?, ?)", (practice, b"x" * 400))
                peer.execute("INSERT OR REPLACE INTO search (rowid, body) VALUES (1, ?)", ("parola " * 500,))

        yield compare("one save, durable", ours, bare, peer_name="sqlite3, two INSERTs", budget=30)
        peer.close()


@benchmark
def a_list_and_a_search() -> Iterable[Row]:
    """The first page of 2,000 practices, and ranked searches, against the same rows and ranks from plain SQL."""
    with tempfile.TemporaryDirectory() as folder, Workspace.create(Path(folder) / "ours.seeddesk", "Ada") as workspace:
        dice = random.Random(7)
        words = ["".join(dice.choices("aeiorstlnc", k=dice.randint(3, 9))) for _ in range(5000)]
        with workspace.catalogue.write() as tx:
            tx.append(_practice(workspace, number, dice, words) for number in range(1, PRACTICES + 1))
        peer = sqlite3.connect(workspace.catalogue.location)
        page = "SELECT * FROM practice WHERE hidden = 0 ORDER BY updated DESC, number DESC LIMIT 100"
        ranked = (
            "SELECT practice.* FROM search JOIN practice ON practice.number = +search.rowid WHERE search MATCH ?"
            " ORDER BY bm25(search, 10.0, 4.0, 1.0) LIMIT 100"
        )
        yield compare(
            "first page of the list",
            lambda: cataloguing.list_practices(workspace, Query(), 100),
            lambda: peer.execute(page).fetchall(),
            peer_name="plain SELECT",
            budget=12,
        )
        # A rare word costs FTS5 next to nothing; ours is the millisecond in which the statements are put together, whatever they find.
        for name, typed, budget in (
            ("common word", words[0], 4),
            ("two letters", "ae", 6),
            ("rare word", words[4000], 120),
        ):
            yield compare(
                f"search, {name}",
                lambda typed=typed: cataloguing.list_practices(workspace, Query(text=typed), 100),
                lambda typed=typed: peer.execute(ranked, (f'"{typed}"*',)).fetchall(),
                peer_name="plain ranked FTS5",
                budget=budget,
            )
        peer.close()


def _practice(workspace: Workspace, number: int, dice: random.Random, words: list[str]) -> Revision:
    text = " ".join(words[min(int(dice.paretovariate(0.7)) - 1, len(words) - 1)] for _ in range(300))
    return Revision(
        Dot("bench", number),
        f"{number:08d}-0000-4000-8000-000000000000",
        "Ada",
        f"2026-01-01T00:00:00.000Z.{number:04d}",
        workspace.form.id,
        workspace.form.version,
        {"title": text[:60], "country": "IT", "status": "draft", "code": f"SI-IT-2026-{number:07d}", "overview": text},
    )


def _bare(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    for setting in ("journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {setting}")
    connection.execute("CREATE TABLE revision (number INTEGER PRIMARY KEY, practice TEXT, body BLOB)")
    connection.execute("CREATE VIRTUAL TABLE search USING fts5(body)")
    return connection
