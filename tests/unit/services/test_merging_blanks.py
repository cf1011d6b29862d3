"""Blanks that were filled in become practices, and follow on themselves when they come again."""

from __future__ import annotations

import pytest

from seeddesk.services import exporting
from tests.support.catalogues import values
from tests.support.returned import edited, read_here, statuses, take

__all__ = ["read_here"]  # a fixture
pytestmark = pytest.mark.usefixtures("read_here")


def test_a_blank_that_was_filled_in_is_a_new_practice_once(workspace, tmp_path):
    blank = tmp_path / "blank.docx"
    exporting.blank(workspace, blank)
    filled = edited(
        workspace,
        blank,
        "filled.docx",
        {"title": "Nuova pratica", "country": "Italia", "lead_org.name": "Coop"},
        {"need": "Un bisogno."},
    )
    report = take(workspace, filled)
    assert statuses(report) == ["new"]
    shown = values(workspace, report.files[0].practice)
    assert (shown["title"], shown["country"], shown["need"], shown["status"]) == (
        "Nuova pratica",
        "IT",
        "Un bisogno.",
        "draft",
    )
    assert shown["code"].startswith("SI-IT-")
    assert statuses(take(workspace, filled)) == ["unchanged"]


def test_a_blank_nobody_filled_in_is_refused(workspace, tmp_path):
    blank = tmp_path / "blank.docx"
    exporting.blank(workspace, blank)
    report = take(workspace, blank)
    assert [(file.status, file.reason) for file in report.files] == [("refused", "blank-empty")]
