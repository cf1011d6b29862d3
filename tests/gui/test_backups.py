"""The window keeps the catalogue safe by itself."""

import pytest

from seeddesk.services import maintenance

from .conftest import record, settle

pytestmark = pytest.mark.gui


def test_a_backup_is_made_when_it_is_due_and_not_before(qtbot, program):
    def look() -> int:
        program.backups.timeout.emit()
        settle(qtbot, program)
        return len(maintenance.backups(program.desk.workspace))

    assert program.backups.isActive()
    assert look() == 0  # nothing to keep yet
    record(qtbot, program)
    assert look() == 1
    record(qtbot, program, title="Un'altra")
    assert look() == 1  # the last one is not half an hour old
