"""What goes out in a table runs in no spreadsheet program, and comes back as it was."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeddesk.domain.values import clean_text
from seeddesk.exchange.table import read_table, write_csv, write_xlsx

BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "'=", "''+", "'", "")
ODD = (
    "Null",
    "None",
    "NaN",
    "NA",
    "#N/A",
    "1e5",
    "001",
    "1.0",
    "TRUE",
    "1/2",
    "2021-03",
    "cmd|' /C calc'!A0",
    "HYPERLINK(1)",
    "💥",
    "\U0010fffd",
    "_x000D_",
    "a\nb",
    'a"b',
    "a;b",
)
CELLS = st.builds(
    str.__add__, st.sampled_from(BEGINNINGS), st.sampled_from(ODD) | st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
).map(clean_text).filter(str.strip)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5))
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_odd_cells_are_text_and_come_back(tmp_path_factory, kind, rows):
    out = io.BytesIO()
    if kind == "csv":
        write_csv(["uno", "due"], rows, out)
        written = list(csv.reader(io.StringIO(out.getvalue().decode("utf-8-sig"), newline="")))
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in written for cell in row)
    else:
        write_xlsx([("prova", ["uno", "due"], rows)], out)
        book = openpyxl.load_workbook(io.BytesIO(out.getvalue()))
        assert {cell.data_type for row in book["prova"] for cell in row} == {"s"}
    path = tmp_path_factory.mktemp("out") / f"t.{kind}"
    path.write_bytes(out.getvalue())
    assert [cells for _, cells in read_table(path).rows] == rows
