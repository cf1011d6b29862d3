"""A dossier with a password, opened with it by LibreOffice, edited and saved in its place, comes home; without it it does not open there."""

from __future__ import annotations

import pytest

from seeddesk.exchange.docx import protected
from seeddesk.services import exporting, merging
from tests.support.catalogues import record, values
from tests.support.office import office

__all__ = ["office"]  # a fixture
pytestmark = [pytest.mark.libreoffice, pytest.mark.timeout(300)]


def test_a_dossier_with_a_password_is_edited_in_libreoffice_and_comes_home(office, workspace, tmp_path):
    practice = record(workspace)
    (sent,) = exporting.export_dossiers(workspace, [practice], tmp_path / "out", password="orto è")
    with pytest.raises(AssertionError, match="type detection aborted"):
        office.edit(sent, [], password="other")
    plain = tmp_path / "plain.docx"
    office.edit(sent, [["wipe", "Titolo", "Orti riaperti"]], plain, password="orto è")
    assert protected.is_protected(sent.read_bytes())
    assert not protected.is_protected(plain.read_bytes())
    report, _ = merging.import_files(workspace, [sent], backup=False, password="orto è")
    assert [(each.status, each.reason) for each in report.files] == [("updated", "")]
    assert values(workspace, practice)["title"] == "Orti riaperti"
