"""The catalogue as a set of revisions: union, forks, durability settings, one writer."""

import sqlite3
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from seeddesk.domain.clock import tick
from seeddesk.domain.errors import NotFound, StorageError
from seeddesk.domain.revision import Dot
from seeddesk.services import cataloguing, recording
from seeddesk.services.maintenance import check
from seeddesk.services.workspace import Workspace
from seeddesk.storage.catalogue import Catalogue
from tests.support.catalogues import GARDENS, edit, exchange, record, values


def revisions(workspace):
    with workspace.catalogue.read() as view:
        return list(view.all_revisions())


def append(workspace, *new):
    with workspace.catalogue.write() as tx:
        return tx.append(new)


def test_a_catalogue_is_not_made_over_another_nor_opened_where_there_is_none(workspace, tmp_path):
    workspace.close()
    with pytest.raises(StorageError, match="already"):
        Catalogue.create(workspace.catalogue.location)
    with pytest.raises(NotFound):
        Catalogue.open(str(tmp_path / "nothing.seeddesk"))
    assert not (tmp_path / "nothing.seeddesk").exists()


@pytest.mark.parametrize("content", [b"not a database at all, only some text" * 40, b"SQLite format 3\0" + bytes(4000)])
def test_a_file_that_is_no_catalogue_is_refused_in_a_sentence(tmp_path, content):
    path = tmp_path / "letter.seeddesk"
    path.write_bytes(content)
    with pytest.raises((StorageError, NotFound)):
        Catalogue.open(str(path))
    assert path.read_bytes() == content


def test_somebody_elses_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "other.seeddesk"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE revision (x)")
    other.close()
    for attempt in (Catalogue.open, Catalogue.create):
        with pytest.raises(StorageError) as refusal:
            attempt(str(path))
        assert refusal.value.code == "catalogue-not-one"


def test_a_newer_catalogue_is_read_but_not_written(workspace):
    record(workspace)
    location = workspace.catalogue.location
    workspace.close()
    with sqlite3.connect(location) as file:
        file.execute("PRAGMA user_version=99")
    file.close()
    with pytest.raises(StorageError) as refusal:
        Workspace.open(location)
    assert refusal.value.code == "catalogue-newer"
    with Workspace.open(location, read_only=True) as reading:
        assert cataloguing.list_practices(reading).total == 1
        with pytest.raises(StorageError):
            record(reading)


def test_the_settings_that_make_a_save_durable_are_in_force(workspace):
    record(workspace)
    with workspace.catalogue.write() as tx:
        found = {
            name: tx.connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")
        }
        found |= {
            name: tx.connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("foreign_keys", "secure_delete")
        }
        found |= {
            name: tx.connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("trusted_schema", "busy_timeout")
        }
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "busy_timeout": 5000,
    }


def test_a_setting_that_does_not_take_is_an_error(workspace, monkeypatch):
    location = workspace.catalogue.location
    workspace.close()
    monkeypatch.setitem(sys.modules["seeddesk.storage.engine"]._WRITING, "synchronous", 7)
    catalogue = Catalogue.open(location)
    with pytest.raises(StorageError, match="synchronous"), catalogue.write():
        pass
    catalogue.close()


def test_revisions_handed_in_again_change_nothing(workspace):
    practice = record(workspace)
    edit(workspace, practice, title="Altro")
    before = check(workspace)[0].digest
    found = append(workspace, *revisions(workspace), *revisions(workspace))
    assert (found.new, found.known, found.practices) == ((), 2, frozenset())
    assert check(workspace)[0].digest == before


def test_a_transaction_that_fails_leaves_nothing(workspace):
    practice = record(workspace)
    (first,) = revisions(workspace)

    def fail():
        with workspace.catalogue.write() as tx:
            tx.next_dot()  # the next save will not hide this one by having its dot
            tx.append([replace(first, dot=tx.next_dot(), set={"title": "Mai"})])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert values(workspace, practice)["title"] == GARDENS["title"]
    edit(workspace, practice, title="Dopo")
    assert values(workspace, practice)["title"] == "Dopo"
    assert check(workspace)[0].findings == ()


def test_a_write_inside_a_write_is_a_bug_and_does_not_hang(workspace):
    with workspace.catalogue.write(), pytest.raises(RuntimeError), workspace.catalogue.write():
        pass


def test_a_reader_sees_one_moment(workspace):
    practice = record(workspace)
    with workspace.catalogue.read() as view:
        before = view.state(practice).record.text("title")
        writer = threading.Thread(target=edit, args=(workspace, practice), kwargs={"title": "Altro"})
        writer.start()
        writer.join()
        assert view.state(practice).record.text("title") == before
    assert values(workspace, practice)["title"] == "Altro"


def test_a_second_program_cannot_write_but_can_read(workspace):
    record(workspace)
    with Workspace.open(workspace.catalogue.location, "Bo") as second:
        assert cataloguing.list_practices(second).total == 1
        with pytest.raises(StorageError) as refusal:
            record(second)
        assert refusal.value.code == "catalogue-in-use"
        workspace.close()
        record(second)
        assert cataloguing.list_practices(second).total == 2


def test_the_refusal_names_the_process_that_writes(workspace):
    import os

    record(workspace)
    program = (
        "import sys; from seeddesk.storage.catalogue import Catalogue; from seeddesk.domain.errors import UserError\n"
        "catalogue = Catalogue.open(sys.argv[1])\n"
        "try:\n    catalogue.claim()\nexcept UserError as error:\n    print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, workspace.catalogue.location], capture_output=True, text=True, check=True
    )
    assert str(os.getpid()) in done.stdout


def test_the_lock_of_a_program_that_was_killed_holds_nobody_up(workspace):
    location = workspace.catalogue.location
    workspace.close()
    program = (
        "import sys, os, signal; from seeddesk.storage.catalogue import Catalogue\n"
        "Catalogue.open(sys.argv[1]).claim(); os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", program, location], check=False)
    with Workspace.open(location, "Bo") as after:
        record(after)


def test_a_dot_used_twice_is_set_aside_and_never_guessed_about(new_workspace):
    ada, bo = new_workspace("Ada"), new_workspace("Bo")
    practice = record(ada)
    exchange(ada, bo)
    (first,) = revisions(ada)
    found = append(bo, replace(first, set={**first.set, "title": "Falso"}))
    assert found.quarantined == (first.dot,)
    assert values(bo, practice)["title"] == GARDENS["title"]
    assert [finding.code for finding in check(bo)[0].findings] == ["check-quarantine"]


def test_a_copied_file_writes_as_another_device(workspace, tmp_path):
    practice = record(workspace)
    with cloned(workspace, tmp_path, "Bo") as copy:
        edit(copy, practice, need="Di Bo")
        edit(copy, practice, need="Ancora di Bo")
        edit(workspace, practice, title="Di Ada")
        assert len({revision.dot for one in (workspace, copy) for revision in revisions(one)}) == 4
        exchange(workspace, copy)
        assert values(workspace, practice) == values(copy, practice)
        assert not cataloguing.conflicts(workspace)


def cloned(workspace, tmp_path, author):
    """A copy of the file."""
    copy = tmp_path / f"clone-{author}.seeddesk"
    workspace.catalogue.copy_into(copy)
    return Workspace.open(copy, author)


def heads(workspace, practice):
    with workspace.catalogue.read() as view:
        return {path: set(dots) for path, dots in view.state(practice).heads.items()}


def test_a_cloned_catalogue_loses_nothing_on_either_side(one_place, workspace, tmp_path):
    practice = record(workspace)
    with cloned(workspace, tmp_path, "Bo") as clone:
        edit(workspace, practice, title="Di Ada", need="Di Ada")
        edit(clone, practice, title="Di Bo", overview="Di Bo")
        edit(clone, practice, results="Di Bo")
        for _ in range(3):
            exchange(workspace, clone)
        for one in (workspace, clone):
            shown = values(one, practice)
            assert (shown["need"], shown["overview"], shown["results"]) == ("Di Ada", "Di Bo", "Di Bo")
            (conflict,) = cataloguing.conflicts(one, practice)
            assert {version.value for version in conflict.versions} == {"Di Ada", "Di Bo"}
        assert heads(workspace, practice) == heads(clone, practice)
        cataloguing.resolve(clone, practice, "title", take="A")
        exchange(workspace, clone)
        exchange(workspace, clone)
        assert not cataloguing.conflicts(workspace)
        assert values(workspace, practice) == values(clone, practice)


def test_revisions_of_our_own_that_we_do_not_have_make_us_another_device(one_place, workspace, tmp_path):
    practice = record(workspace)
    with cloned(workspace, tmp_path, "Ada") as older:
        edit(workspace, practice, title="Dopo la copia")
        append(older, *revisions(workspace))
        edit(older, practice, need="Nella copia")
        edit(workspace, practice, results="Nell'originale")
        exchange(workspace, older)
        assert values(older, practice)["need"] == "Nella copia"
        assert values(older, practice) == values(workspace, practice)
        assert not cataloguing.conflicts(older)
        dots = [revision.dot for revision in revisions(older)]
        assert len(set(dots)) == len(dots) == 4


def test_dots_are_never_given_twice_even_when_unused(workspace):
    with workspace.catalogue.write() as tx:
        unused = tx.next_dot()
    practice = record(workspace)
    with workspace.catalogue.read() as view:
        assert view.revisions(practice)[0].dot == Dot(unused.device, unused.counter + 1)


def test_the_clock_follows_what_was_read_but_not_a_clock_gone_mad(workspace):
    practice = record(workspace)
    (first,) = revisions(workspace)
    soon = tick(int(time.time() * 1000) + 600_000, "")
    append(workspace, replace(first, dot=Dot("ahead", 1), time=soon, set={"website": "x"}))
    edit(workspace, practice, difficulties="dopo")
    assert soon < max(revision.time for revision in revisions(workspace) if revision.dot.device != "ahead")
    append(workspace, replace(first, dot=Dot("other", 1), time="9999-01-01T00:00:00.000Z.0000", set={"need": "x"}))
    edit(workspace, practice, results="dopo")
    assert max(revision.time for revision in revisions(workspace) if revision.dot.device != "other") < "2200"


def test_fields_a_newer_seeddesk_added_to_a_revision_are_carried(workspace):
    practice = record(workspace)
    (first,) = revisions(workspace)
    new = replace(first, dot=Dot("newer", 1), set={"future.field": "kept"}, unknown={"mood": "curious"})
    append(workspace, new)
    assert values(workspace, practice)["future.field"] == "kept"
    assert next(one for one in revisions(workspace) if one.dot.device == "newer").unknown == {"mood": "curious"}


def test_big_texts_and_many_practices_in_one_transaction(workspace):
    (template,) = revisions_of_one(workspace)
    new = [
        replace(
            template,
            dot=Dot("bulk", number),
            practice=f"{number:08d}-0000-4000-8000-000000000000",
            set={"title": f"P{number}"},
        )
        for number in range(1, 1001)
    ]
    new.append(replace(template, dot=Dot("bulk", 1001), set={"overview": "parola " * 400_000}))
    assert len(append(workspace, *new).new) == 1001
    assert cataloguing.list_practices(workspace).total == 1001
    assert check(workspace)[0].findings == ()


def revisions_of_one(workspace):
    record(workspace)
    return revisions(workspace)


def test_attachments_are_stored_once_and_damage_is_noticed(workspace, tmp_path):
    data = bytes(range(256)) * 4000
    with workspace.catalogue.write() as tx:
        sha = tx.put_attachment(data)
        assert tx.put_attachment(data) == sha
    with workspace.catalogue.read() as view:
        assert view.attachment(sha) == data
    with workspace.catalogue.write() as tx:
        tx.connection.exec_driver_sql("UPDATE attachment_part SET data = x'00' WHERE number = 2")
    with pytest.raises(StorageError), workspace.catalogue.read() as view:
        view.attachment(sha)
    assert [finding.code for finding in check(workspace)[0].findings] == ["check-attachment"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageError) as refusal:
        Catalogue.create(str(tmp_path / "file" / "catalogue.seeddesk"))
    assert refusal.value.code == "file-not-written"


def test_a_practice_is_found_by_id_and_code_in_any_spelling(workspace):
    practice = record(workspace)
    code = values(workspace, practice)["code"]
    for name in (practice, practice.upper(), practice.replace("-", ""), code, code.lower(), f" {code} "):
        assert cataloguing.find(workspace, name) == practice
    for name in ("", "SI-IT-2026-0000000", "nothing", "' OR 1=1"):
        with pytest.raises(NotFound):
            cataloguing.find(workspace, name)


def test_an_open_draft_writes_on_after_another_author_wrote_elsewhere(workspace, tmp_path):
    practice = record(workspace)
    draft = recording.open_draft(workspace, practice)
    edit(workspace, practice, need="Altro")
    draft, _ = recording.save(workspace, draft, {"title": "Nuovo"})
    assert values(workspace, practice)["need"] == "Altro"
    assert Path(workspace.catalogue.location).is_file()
