"""Run the benchmarks and print the table: python3 build/dev.py bench [PART OF A NAME] [--practices N] [--curve N,N,...].

--practices: of the large catalogue (10,000) · --curve: sizes at which ``what_grows`` measures the same, as 1000,10000,100000 (1000,4000).
"""

import argparse
import importlib
import os
import platform
import sqlite3
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.bench import BENCHMARKS, Missing, Row

COLUMNS = "{:<46} {:>12} {:>12} {:>5}  {:<30} {:>9} {:>9}  {}"


def main(wanted: str = "") -> int:
    """Run those whose module and name contain `wanted`. Prints a row as soon as it is measured. 1 when none is called so."""
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        importlib.import_module(f"tests.benchmarks.{path.stem}")
    names = {f"{function.__module__.rpartition('.')[2]}.{function.__name__}": function for function in BENCHMARKS}
    chosen = [function for name, function in names.items() if wanted in name]
    if not chosen:
        print(f"No benchmark is called {wanted}. There are:", *names, sep="\n  ", file=sys.stderr)
        return 1
    print(_circumstances())
    print(COLUMNS.format("what", "SeedDesk", "peer", "in", "the peer is", "result", "budget", "").rstrip())
    for function in chosen:
        try:
            rows = function()
            for row in [rows] if isinstance(rows, Row) else rows:
                print(line(row), flush=True)
        except Missing as missing:
            print(f"{function.__name__}: not measured, {missing}")
    return 0


def _circumstances() -> str:
    """What the figures hang on besides the machine's speed, which ratios leave out."""
    from tests.support.many import SEED

    done = subprocess.run(["git", "describe", "--always", "--dirty"], capture_output=True, text=True, check=False)
    commit = done.stdout.strip() or "unknown"
    versions = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {os.cpu_count()} cores"
    return f"commit {commit}, seed {SEED}, {versions}"


def line(row: Row) -> str:
    """A row of the table, marked where it is over its budget."""
    sign = "" if row.difference else "x"
    result, budget = f"{row.result:.3g}{sign}", f"{row.budget:.3g}{sign}"
    verdict = "" if row.within else "over"
    return COLUMNS.format(
        row.name, f"{row.ours:.4g}", f"{row.peer:.4g}", row.unit, row.peer_name, result, budget, verdict
    ).rstrip()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("wanted", nargs="?", default="")
    parser.add_argument("--practices")
    parser.add_argument("--curve")
    chosen = parser.parse_args()
    for option in ("practices", "curve"):
        if getattr(chosen, option):
            os.environ[f"SEEDDESK_BENCH_{option.upper()}"] = getattr(chosen, option)
    sys.exit(main(chosen.wanted))
