"""What is put off until nobody saves: the search index, and the write-ahead log."""

import shutil

from seeddesk.services import maintenance
from seeddesk.services.workspace import Workspace
from tests.support.catalogues import edit, record, values


def test_saves_leave_the_log_alone_until_nobody_saves(tmp_path):
    place, copy = tmp_path / "ours.seeddesk", tmp_path / "file alone.seeddesk"
    with Workspace.create(place, "Ada") as ours:
        practice = record(ours)
        for number in range(40):
            edit(ours, practice, title=f"Orto {number}")
        before = place.read_bytes()
        edit(ours, practice, title="Orto ultimo")
        assert place.read_bytes() == before
        while maintenance.tidy(ours):
            pass
        shutil.copyfile(place, copy)
    with Workspace.open(copy, "Ada") as found:
        assert values(found, practice)["title"] == "Orto ultimo"


def test_what_one_transaction_uses_of_dots_and_time_the_next_does_not_use_again(tmp_path):
    place = tmp_path / "ours.seeddesk"
    with Workspace.create(place, "Ada") as ours, ours.catalogue.write() as tx:
        used, times = [tx.next_dot() for _ in range(3)], [tx.clock() for _ in range(3)]
        device = tx.new_device()
        used.append(tx.next_dot())
    with Workspace.open(place, "Ada") as again, again.catalogue.write() as tx:
        used.append(tx.next_dot())
        times.append(tx.clock())
    assert len(set(used)) == 5
    assert [dot.counter for dot in used if dot.device == device] == [1, 2]
    assert times == sorted(set(times))
