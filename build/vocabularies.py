"""Make resources/vocabularies/comuni.csv, nuts1.csv to nuts3.csv and areas.csv (levels 2 and 3) again from the code tables in ../shared/data/vocabularies.

Usage: python build/vocabularies.py [FOLDER OF THE CODE TABLES]. The same tables always give the same bytes; where they come from, their
edition and licence stand in resources/vocabularies/index.csv. Standard library only.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
TARGET = HERE / "resources" / "vocabularies"
TABLES = HERE.parent / "shared" / "data" / "vocabularies"

# Columns of ISTAT's table: its header cells hold line breaks and footnotes, so columns are taken by position.
CODE, NAME, REGION, PROVINCE, NUTS1, NUTS2, NUTS3 = 4, 6, 10, 14, 23, 24, 25


def comuni(table: Path) -> Iterator[tuple[str, ...]]:
    """code (leading zeros kept), name with the province's sign, province, NUTS 3 and region, sorted by name.

    Raises ValueError when a row is cut short or its NUTS codes do not nest.
    """
    with table.open(encoding="cp1252", newline="") as lines:
        rows = list(csv.reader(lines, delimiter=";"))[1:]
    for row in sorted(rows, key=lambda row: (row[NAME].casefold(), row[CODE])):
        if not row[NUTS3].startswith(row[NUTS2]) or not row[NUTS2].startswith(row[NUTS1]) or len(row[CODE]) != 6:
            raise ValueError(f"{table.name}: the codes of {row[CODE]} {row[NAME]} do not fit")
        yield row[CODE], f"{row[NAME]} ({row[PROVINCE]})", row[PROVINCE], row[NUTS3], row[REGION]


def nuts(table: Path) -> Iterator[tuple[str, ...]]:
    """code, name, level and country of every region of levels 1 to 3. The table is YAML of one plain shape, read line by line."""
    entry: dict[str, str] = {}
    for line in [*table.read_text(encoding="utf-8").splitlines(), "- "]:
        if line.startswith("- ") and entry:
            yield entry["NUTS Code"], entry["NUTS label"].strip("'\""), entry["NUTS level"], entry["Country code"]
            entry = {}
        key, _, value = line[2:].partition(": ")
        if value:
            entry[key] = value.strip()
        elif line[2:].strip():
            raise ValueError(f"{table.name}: this line is of another shape: {line}")


def write(name: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write one table, UTF-8, comma, line feeds."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    (TARGET / name).write_text(text.getvalue(), encoding="utf-8", newline="")


def main() -> None:
    """Write the tables. NUTS labels end with their code: a few names come twice."""
    tables = Path(sys.argv[1]) if len(sys.argv) > 1 else TABLES
    write("comuni.csv", ("name", "label", "province", "nuts3", "region"), comuni(tables / "istat" / "comuni.csv"))
    regions = list(nuts(tables / "nuts" / "NUTS2021-2024.yaml"))
    for name, levels in (("nuts1", "1"), ("nuts2", "2"), ("nuts3", "3"), ("areas", "23")):
        rows = [(code, f"{label} ({code})", country) for code, label, level, country in regions if level in levels]
        write(f"{name}.csv", ("name", "label", "country"), rows)


if __name__ == "__main__":
    main()
