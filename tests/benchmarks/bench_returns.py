"""Returned dossiers merged into a large catalogue: the day of the centre's staff, whole, from files in a folder to values in the catalogue.

SEEDDESK_BENCH_PRACTICES says how many practices it holds (10,000 when it is not set), SEEDDESK_BENCH_RETURNS how many dossiers come back (200).
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from seeddesk.domain.query import Query
from seeddesk.services import cataloguing, exporting, merging
from seeddesk.services.workspace import Workspace
from tests.benchmarks.bench import Row, benchmark
from tests.benchmarks.bench_dossier_read import walked
from tests.benchmarks.bench_scale import PRACTICES
from tests.support.many import fill
from tests.support.returned import edited

RETURNS = int(os.environ.get("SEEDDESK_BENCH_RETURNS", "200"))
WALKED = 50  # dossiers the peer opens


@benchmark
def returned_dossiers() -> Iterable[Row]:
    """Each with one text another, brought in after no rehearsal: reading (in a process of its own), comparing, saving, list and search brought up to date."""
    with tempfile.TemporaryDirectory() as folder, Workspace.create(Path(folder) / "ours.seeddesk", "Ada") as workspace:
        fill(workspace, PRACTICES)
        back = Path(folder) / "back"
        shown = cataloguing.list_practices(workspace, Query(), RETURNS).rows
        sent = exporting.export_dossiers(workspace, [row.id for row in shown], back)
        for path in sent:
            edited(workspace, path, path.name, narratives={"need": "Il bisogno è un altro."})
        since, before = time.perf_counter(), sum(os.times()[:4])
        report, _ = merging.import_files(workspace, [back], backup=False)
        spent, elapsed = sum(os.times()[:4]) - before, time.perf_counter() - since
        assert [file.status for file in report.files] == ["updated"] * len(sent)
        start = time.process_time()
        for path in sent[:WALKED]:
            walked(path.read_bytes())
        peer = (time.process_time() - start) / min(WALKED, len(sent))
        for how, ours in (("all processors", spent), ("by the clock", elapsed)):
            name = f"{PRACTICES:,}: a returned dossier merged, {how}"
            yield Row(name, 1000 * ours / len(sent), 1000 * peer, "python-docx, open and walk", 1)
