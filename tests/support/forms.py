"""Small forms for tests, written as one would write the sheets: a table with bars."""

from __future__ import annotations

import csv
from pathlib import Path

from seeddesk.domain.form import Form
from seeddesk.exchange.xform import load_form

CHOICES = """
list_name | name | label
fruit | apple | Apple
fruit | pear | Pear
fruit | fig | Fig
town | to | Turin
town | mi | Milan
"""
SETTINGS = """
form_id | version | name | namespaces
test | 1 | data | seeddesk="urn:seeddesk:form:1"
"""


def write_sheets(folder: Path, survey: str, choices: str = CHOICES, settings: str = SETTINGS) -> Path:
    """Write the three sheets into a folder; ``|`` parts cells, ``¦`` stands for a bar inside one."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in (("survey", survey), ("choices", choices), ("settings", settings)):
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            for line in table.strip().splitlines():
                csv.writer(file).writerow(cell.strip().replace("¦", "|") for cell in line.split("|"))
    return folder


def form_of(folder: Path, survey: str, choices: str = CHOICES) -> Form:
    """The form of these sheets."""
    return load_form(write_sheets(folder, survey, choices))
