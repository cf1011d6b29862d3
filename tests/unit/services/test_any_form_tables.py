"""Whatever the form, a table or dossier of its practices that nobody edited comes back without a change."""

from __future__ import annotations

from pathlib import Path

import pytest

from seeddesk.domain.paths import is_row, template_of
from seeddesk.services import forms, recording, table_export
from tests.support.all_kinds import record_values
from tests.support.catalogues import new_workspace, workspace
from tests.support.returned import changes, read_here, send, take

__all__ = ["new_workspace", "read_here", "workspace"]  # fixtures
pytestmark = pytest.mark.usefixtures("read_here")
FORMS = Path(__file__).resolve().parents[2] / "data" / "forms"


@pytest.mark.parametrize(
    "name",
    ["asset_inventory", "five_languages", "household_survey", "school_census", "short_feedback", "training_evaluation"],
)
def test_nothing_changes_on_the_way_out_and_back(workspace, tmp_path, name):
    form = forms.add(workspace, FORMS / name)[0]
    ids = []
    for seed in (1, 2):
        values = {
            path: value
            for path, value in record_values(form, seed).items()
            if is_row(path)
            or not (form.fields[template_of(path)].calculate or form.fields[template_of(path)].read_only)
        }
        ids.append(recording.start(workspace, values, form=form.id)[0])
    for kind in ("csv", "xlsx"):
        report = take(workspace, table_export.export_table(workspace, ids, kind, tmp_path / f"t.{kind}"))
        assert [(file.status, changes(file)) for file in report.files] == [("unchanged", {})] * 2, kind
    for practice in ids:
        report = take(workspace, send(workspace, practice, tmp_path))
        assert [(file.status, changes(file)) for file in report.files] == [("unchanged", {})]
        assert report.files[0].fidelity.left_over == ()
