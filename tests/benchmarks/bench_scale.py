"""Catalogues as large as they get, each figure beside the least that could be done: plain FTS5 and bare sqlite3.

SEEDDESK_BENCH_PRACTICES says how many practices (10,000 when it is not set); SEEDDESK_BENCH_CURVE, sizes with commas between, how the figures grow
(``1000,10000,100000,1000000`` takes hours). What waits for the disk or is shared out among processors (saves, backup, check) is measured by the clock, and
backup and check by the processor time of all processes besides; everything else is processor time, so that what else the machine does matters less.
"""

from __future__ import annotations

import gc
import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from seeddesk.domain.query import Query, clauses, fold_text
from seeddesk.services import bulk, cataloguing, maintenance, recording, taking_back
from seeddesk.services.workspace import Workspace
from tests.benchmarks.bench import Row, benchmark
from tests.support.many import Many, fill

PRACTICES = int(os.environ.get("SEEDDESK_BENCH_PRACTICES", "10000"))
CURVE = [int(size) for size in os.environ.get("SEEDDESK_BENCH_CURVE", "1000,4000").split(",")]
SAMPLE = 2000  # practices the peer takes in
PHRASE = '"comune lavoro"'  # words of nearly every practice, which seldom stand together: the worst that can be typed
# Rare, common, beginnings of words, standing together, several words, accents as people mistype them.
TYPED = (
    "zufazi", "gomega", "bito", "comunita", "lavoro", "scuola", "c", "co", "com", "quart", "anzian", "bibliot", "zuf", '"costa poco"', "l'orto",
    "comune lavoro", "scuola orto", "orto gomega", "cooperativa giovani donne", "comunitá", "COMUNITÀ", "bibliotéca", PHRASE,
)  # fmt: skip
FACETS = ("status", "country", "locations[].nuts2", "policy_area", "esf_objective", "sdg", "target_groups", "stage", "evidence_level", "@year", "@collector", "@conflict", "@due")  # fmt: skip
FTS5 = "prefix='1 2 3', tokenize='unicode61 remove_diacritics 2'"
RANKED = "SELECT rowid, bm25(search, 10.0, 4.0, 1.0) FROM search WHERE search MATCH ? ORDER BY 2 LIMIT ?"


@benchmark
def a_large_catalogue() -> Iterable[Row]:
    """Import, search as one types, one save, backup, check."""
    yield from _measured(PRACTICES, f"{PRACTICES:,}: ")


@benchmark
def what_grows() -> Iterable[Row]:
    """The same at several sizes."""
    for size in CURVE:
        yield from _measured(size, f"{size:,}: ")


def _measured(size: int, name: str) -> Iterable[Row]:
    with tempfile.TemporaryDirectory() as folder, Workspace.create(Path(folder) / "ours.seeddesk", "Ada") as workspace:
        workspace.logic  # noqa: B018  # compiled once in a session, not once in an import
        each = fill(workspace, size) / size
        yield Row(
            f"{name}import a practice, all processors",
            each * 1000,
            _bare_import(workspace, Path(folder)),
            "sqlite3, FTS5 and a blob",
            8,
        )
        yield from _searches(workspace, size, name, Path(folder))
        yield _saves(workspace, f"{name}one save after the import, durable, 99 of 100", Path(folder))
        os.sync()  # what the import left for the disk to do
        while maintenance.tidy(workspace):
            pass
        yield _saves(workspace, f"{name}one save later, durable, 99 of 100", Path(folder))
        yield from _edits_to_many(workspace, name, each * 1000)
        copy = sqlite3.connect(workspace.catalogue.location)
        bare = _both(lambda: copy.execute("VACUUM INTO ?", (str(Path(folder) / "bare"),)))
        copy.close()
        ours = _both(lambda: maintenance.backup(workspace, Path(folder) / "backup"))
        yield from _rows(f"{name}backup, verified", ours, bare, "VACUUM INTO", 4)
        pages = sqlite3.connect(workspace.catalogue.location)
        bare = _both(lambda: pages.execute("PRAGMA integrity_check").fetchall())
        pages.close()
        ours = _both(lambda: maintenance.check(workspace))
        yield from _rows(f"{name}check", ours, bare, "PRAGMA integrity_check", 40)


def _searches(workspace: Workspace, size: int, name: str, folder: Path) -> Iterable[Row]:
    peer = sqlite3.connect(folder / "peer")
    peer.execute(f"CREATE VIRTUAL TABLE search USING fts5(title, names, body, {FTS5})")
    peer.execute("ATTACH ? AS ours", (workspace.catalogue.location,))
    peer.execute(
        "INSERT INTO search (rowid, title, names, body) SELECT number, title, names, body FROM ours.search ORDER BY number"
    )
    peer.commit()
    ours, bare, shares = [], [], []
    for typed in TYPED:
        query = cataloguing.ask(workspace, typed).query
        expression = " ".join(f'"{" ".join(one.words)}"{"*" * one.open}' for one in clauses(query.text))
        cataloguing.quick_rows(workspace, query, 60)
        for _ in range(5):
            ours.append(_spent(lambda query=query: cataloguing.quick_rows(workspace, query, 60)))
            bare.append(_spent(lambda asked=expression: peer.execute(RANKED, (asked, 100)).fetchall()))
        shares.append(_relevance(workspace, peer, typed, expression))
    yield Row(
        f"{name}a key typed, 95 of 100",
        _at(ours, 0.95),
        _at(bare, 0.95),
        "plain ranked FTS5",
        0.4 if size >= 10_000 else 4,
    )
    yield Row(f"{name}a key typed, median", _at(ours, 0.5), _at(bare, 0.5), "plain ranked FTS5", 4)
    yield Row(
        f"{name}worst bm25 lost in the first ten",
        1 - min(shares),
        1.0,
        "the first ten of ranked FTS5",
        0.1,
        unit="share",
    )
    query = Query(text=PHRASE)
    yield Row(
        f"{name}a phrase of common words, counted",
        _spent(lambda: cataloguing.count(workspace, query)),
        _spent(lambda: peer.execute("SELECT count(*) FROM search WHERE search MATCH ?", (PHRASE,)).fetchall()),
        "plain FTS5",
        100,
    )
    facets = [_spent(lambda: cataloguing.facets(workspace, Query(text="lavoro"), FACETS)) for _ in range(5)]
    by_country = "SELECT country, count(*) FROM ours.practice WHERE number IN (SELECT rowid FROM search WHERE search MATCH 'lavoro') GROUP BY 1"
    bare = [_spent(lambda: peer.execute(by_country).fetchall()) for _ in range(5)]
    yield Row(f"{name}{len(FACETS)} facets of a search", _at(facets, 0.5), _at(bare, 0.5), "FTS5 and GROUP BY, one", 40)
    shown = [row.id for row in cataloguing.first_rows(workspace, Query(), 50)]
    cataloguing.show(workspace, shown[0])
    ours = [_spent(lambda one=one: cataloguing.show(workspace, one)) for one in shown]
    record = "SELECT record, told FROM ours.practice WHERE id = ?"
    bare = [_spent(lambda one=one: peer.execute(record, (one,)).fetchall()) for one in shown]
    yield Row(
        f"{name}one practice shown, 95 of 100", _at(ours, 0.95), max(_at(bare, 0.95), 0.02), "SELECT of one row", 2000
    )
    room = [
        peer.execute(
            f"SELECT page_count * page_size FROM pragma_page_count('{schema}'), pragma_page_size('{schema}')"
        ).fetchone()[0]
        / size
        / 1000
        for schema in ("ours", "main")
    ]
    peer.close()
    yield Row(f"{name}file, a practice", *room, "FTS5 with its texts", 3, unit="kB")


def _relevance(workspace: Workspace, peer: sqlite3.Connection, typed: str, expression: str) -> float:
    """What our first ten weigh by bm25, as a share of what the ten that weigh most do."""
    ideal = peer.execute(RANKED, (expression, 10)).fetchall()
    ids = [row.id for row in cataloguing.first_rows(workspace, cataloguing.ask(workspace, typed).query, 10)]
    numbers = peer.execute(f"SELECT number FROM ours.practice WHERE id IN ({','.join('?' * len(ids))})", ids).fetchall()
    wanted = {number for (number,) in numbers}
    ours = [rank for number, rank in peer.execute(RANKED, (expression, -1)) if number in wanted]
    return sum(ours) / sum(rank for _, rank in ideal) if ideal else 1.0


def _rows(name: str, ours: tuple[float, float], bare: tuple[float, float], peer: str, budget: float) -> Iterable[Row]:
    for how, mine, its in zip(("by the clock", "all processors"), ours, bare, strict=True):
        yield Row(f"{name}, {how}", mine, its, peer, budget)


def _saves(workspace: Workspace, name: str, folder: Path) -> Row:
    """Saves as the window makes them: garbage is collected between two, and what lies there for good is left alone (see `gui/sweeping.py`)."""
    found = cataloguing.list_practices(workspace, Query(), 100).rows
    peer = sqlite3.connect(folder / "saves")
    for setting in ("journal_mode=WAL", "synchronous=FULL"):
        peer.execute(f"PRAGMA {setting}")
    peer.execute("CREATE TABLE IF NOT EXISTS revision (body)")
    ours, bare = [], []
    gc.collect()
    gc.freeze()
    gc.disable()
    for row in found:
        draft = recording.open_draft(workspace, row.id)
        changed = {"title": f"{row.title} ancora"}
        ours.append(_elapsed(lambda draft=draft, changed=changed: recording.save(workspace, draft, changed)))
        gc.collect(1)

        def commit() -> None:
            with peer:
                peer.execute("INSERT INTO revision VALUES (zeroblob(400))")

        bare.append(_elapsed(commit))
    gc.enable()
    gc.unfreeze()
    peer.close()
    return Row(name, _at(ours, 0.99), _at(bare, 0.99), "sqlite3, one INSERT", 100)


def _edits_to_many(workspace: Workspace, name: str, importing: float) -> Iterable[Row]:
    """One field of many changed at once, after the preview the window shows, and set back. importing: milliseconds a practice takes."""
    ids = cataloguing.ids(workspace, Query())[:SAMPLE]
    edit = bulk.Set("short_description", "La stessa frase breve per tutte")
    planned = bulk.plan(workspace, ids, edit)
    seeing = _spent(lambda: bulk.plan(workspace, ids, edit)) / len(ids)
    applied: list[bulk.Applied] = []
    changing = _spent(lambda: applied.append(bulk.apply(workspace, planned)[0])) / len(ids)
    setting_back = _spent(lambda: taking_back.undo(workspace, applied[0])) / len(ids)
    steps = (("seen before", seeing, 1.5), ("changed", changing, 2.5), ("set back", setting_back, 2.5))
    for what, spent, budget in steps:
        yield Row(f"{name}one of many {what}", spent, importing, "importing one", budget)


def _bare_import(workspace: Workspace, folder: Path) -> float:
    """Milliseconds in which sqlite3 takes in a practice as a blob and a text to be searched, and does nothing else."""
    made = list(Many(workspace.form, device="peer").revisions(SAMPLE))
    peer = sqlite3.connect(folder / "bare-import")
    peer.execute("CREATE TABLE revision (device, counter, body, PRIMARY KEY (device, counter))")
    peer.execute(f"CREATE VIRTUAL TABLE search USING fts5(body, {FTS5})")
    rows = [(*one.dot, bytes(1700)) for one in made]
    texts = [(fold_text("\n".join(text for text in one.set.values() if isinstance(text, str))),) for one in made]

    def take() -> None:
        with peer:
            peer.executemany("INSERT INTO revision VALUES (?, ?, ?)", rows)
            peer.executemany("INSERT INTO search (body) VALUES (?)", texts)

    spent = _spent(take) / SAMPLE
    peer.close()
    return spent


def _at(samples: Sequence[float], share: float) -> float:
    return statistics.quantiles(samples, n=100, method="inclusive")[round(share * 100) - 1]


def _spent(work: Callable[[], object]) -> float:
    """Milliseconds of processor time."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def _both(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds by the clock, and of processor time with that of the processes it started."""
    before = sum(os.times()[:4])
    elapsed = _elapsed(work)
    return elapsed, (sum(os.times()[:4]) - before) * 1000


def _elapsed(work: Callable[[], object]) -> float:
    """Milliseconds by the clock: a save waits for the disk."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
