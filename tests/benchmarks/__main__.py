"""Run the benchmarks and print the table: python3 build/dev.py bench [PART OF A NAME]."""

import importlib
import sys
from pathlib import Path

from tests.benchmarks.bench import BENCHMARKS, Missing, Row

COLUMNS = "{:<46} {:>12} {:>12} {:>5}  {:<30} {:>9} {:>9}  {}"


def main(wanted: str = "") -> int:
    """Run those whose module and name contain `wanted`. Prints a row as soon as it is measured; 1 when nothing fits."""
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        importlib.import_module(f"tests.benchmarks.{path.stem}")
    chosen = [function for function in BENCHMARKS if wanted in f"{function.__module__}.{function.__name__}"]
    print(COLUMNS.format("what", "SeedDesk", "peer", "in", "the peer is", "result", "budget", "").rstrip())
    for function in chosen:
        try:
            rows = function()
            for row in [rows] if isinstance(rows, Row) else rows:
                print(line(row), flush=True)
        except Missing as missing:
            print(f"{function.__name__}: not measured, {missing}")
    return 0 if chosen else 1


def line(row: Row) -> str:
    """A row of the table, marked where it is over its budget."""
    sign = "" if row.difference else "x"
    result, budget = f"{row.result:.3g}{sign}", f"{row.budget:.3g}{sign}"
    verdict = "" if row.within else "over"
    return COLUMNS.format(
        row.name, f"{row.ours:.4g}", f"{row.peer:.4g}", row.unit, row.peer_name, result, budget, verdict
    ).rstrip()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
