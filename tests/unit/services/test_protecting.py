"""Catalogues encrypted at rest: nothing that was typed can be read in any file, and whoever has the key or the code loses nothing."""

from __future__ import annotations

import json
import random
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from seeddesk.domain.errors import NotAllowed, NotFound, StorageError, UsageError, UserError
from seeddesk.services import exporting, keeping, maintenance, paths, protecting, recording
from seeddesk.services.workspace import Workspace
from seeddesk.storage import backup as copies
from seeddesk.storage import centre_key, check, driver, recovery, vault
from tests.support.catalogues import add_row, edit
from tests.support.keyrings import keyring_of_system, no_keyring, quick_codes

__all__ = ["keyring_of_system", "no_keyring", "quick_codes"]  # fixtures
READER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("SELECT count(*) FROM practice").fetchone()
print("reading", flush=True)
sys.stdin.readline()
"""
CANARY = "zibellino9417canarino"


@pytest.fixture
def place(tmp_path):
    return tmp_path / "at" / "c.seeddesk"


def fill(ws):
    """A practice that says the canary in every text field, in a row of every table, a note, an attachment and its file's name."""
    texts = {
        path: CANARY
        for path, field in ws.form.fields.items()
        if field.answered and "[]" not in path and field.kind.name == "TEXT"
    }
    practice, _ = recording.start(ws, {**texts, "title": CANARY})
    add_row(ws, practice, "partners", name=CANARY)
    draft = recording.open_draft(ws, practice)
    rows: dict[str, str] = {}
    for path, field in ws.form.fields.items():
        if field.answered and path.count("[]") == 1 and field.kind.name == "TEXT":
            table, _, name = path.partition("[]")
            if table not in rows:
                rows[table], changes = recording.new_row(draft.values, table)
                texts |= changes
            texts[f"{rows[table]}{name}"] = CANARY
    draft, _ = recording.save(ws, draft, texts)
    row, changes = recording.new_row(draft.values, "@notes")
    recording.save(ws, draft, {**changes, f"{row}.text": CANARY})
    source = paths.data() / f"{CANARY}.txt"
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(CANARY * 100)
    photo = next(path for path, field in ws.form.fields.items() if field.kind.name == "FILE" and "[]" not in path)
    edit(ws, practice, **{photo: recording.keep_file(ws, source)})
    source.unlink()
    return practice


def leaks(*folders):
    """Files in which the canary stands, in their bytes or in their names."""
    files = [path for folder in folders for path in Path(folder).rglob("*") if path.is_file()]
    return [path for path in files if CANARY in path.name or CANARY.encode() in path.read_bytes()]


def homes():
    return [paths.data().parent, paths.cache().parent, paths.settings_file().parent.parent, paths.logs().parent]


def live(ws, place, tmp_path, monkeypatch):
    """Everything people do with a catalogue, temporary files in a folder of their own; what can be read meanwhile and afterwards."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    monkeypatch.setenv("TMPDIR", str(temporary))
    practice = fill(ws)
    maintenance.backup(ws)
    with ws.catalogue.read() as view:
        list(view.all_revisions())
        open_now = leaks(place.parent, temporary, *homes())
    out = tmp_path / "out"
    exporting.export_dossiers(ws, [practice], out, password="segreta")
    recording.save_elsewhere(ws, recording.open_draft(ws, practice), {"need": CANARY}, out)
    ws.close()
    maintenance.restore(max(Path(paths.backups()).rglob("*.seeddesk")), place)
    return open_now, leaks(place.parent, out, temporary, *homes())


def digest(place):
    with Workspace.open(place, read_only=True) as ws:
        report = maintenance.check(ws)[0]
        assert not report.findings
        return report.digest


def refused(verb, *arguments):
    with pytest.raises(UserError) as error:
        verb(*arguments)
    assert str(error.value)
    return error.value.code


def test_nothing_that_was_typed_can_be_read_in_any_file(place, tmp_path, monkeypatch, no_keyring):
    codes = []
    ws, _ = protecting.create(codes.append, place, "Ada", "it")
    assert live(ws, place, tmp_path, monkeypatch) == ([], [])
    assert protecting.state(place) == "protected"


def test_the_same_canary_is_found_in_a_plain_catalogue(place, tmp_path, monkeypatch):
    open_now, afterwards = live(Workspace.create(place, "Ada", "it"), place, tmp_path, monkeypatch)
    assert {path.name.partition("-")[0] for path in open_now} >= {"c.seeddesk"}
    assert any(".replaced-" in path.name for path in afterwards)
    assert any("backups" in path.parts for path in afterwards)


def test_protecting_later_leaves_nothing_to_read_and_everything_there(place, keyring_of_system):
    with Workspace.create(place, "Ada", "it") as ws:
        fill(ws)
        backup = maintenance.backup(ws)
    maintenance.restore(backup, place)
    before, codes = digest(place), []
    assert leaks(place.parent, *homes())
    done = protecting.protect(codes.append, place)
    assert leaks(place.parent, *homes()) == []
    assert (done.in_keyring, done.copies, done.left, len(codes)) == (True, 2, (), 1)
    assert digest(place) == before
    again = protecting.protect(codes.append, place)
    assert (again.copies, len(codes)) == (0, 1)
    vault.forget()
    assert digest(place) == before
    maintenance.restore(backup, place)
    assert digest(place) == before


@pytest.mark.parametrize("disk", ["full", "gone"])
def test_what_a_protected_catalogue_s_disk_refuses_is_kept_elsewhere_encrypted_and_taken_back(
    place, tmp_path, no_keyring, disk
):
    codes = []
    ws, _ = protecting.create(codes.append, place, "Ada", "it")
    practice, _ = recording.start(ws, {"title": "Orto"})
    draft = recording.open_draft(ws, practice)
    at, away = place.parent, place.parent.with_name("unplugged")
    if disk == "gone":
        at.rename(away)
    kept = recording.save_elsewhere(ws, draft, {"need": CANARY}, tmp_path / "stick")
    if disk == "gone":
        away.rename(at)
    assert leaks(kept.parent) == []
    ws.close()
    vault.forget()
    protecting.unlock(codes[0], place)
    with Workspace.open(place, "Ada", "it") as again:
        assert keeping.take_back(again, kept)[0] == 1
        assert recording.open_draft(again, practice).values["need"] == CANARY
    vault.forget()
    assert refused(Workspace.open, kept) == "catalogue-locked"


def test_a_plain_backup_comes_back_encrypted(place, tmp_path, no_keyring):
    with Workspace.create(place, "Ada", "it") as ws:
        fill(ws)
        elsewhere = maintenance.backup(ws, tmp_path / "stick" / "b.seeddesk")
    protecting.protect(lambda code: None, place)
    maintenance.restore(elsewhere, place)
    assert protecting.state(place) == "protected"
    assert leaks(place.parent, *homes()) == []


def test_a_backup_opens_where_there_was_no_catalogue_and_where_its_own_keys_are_lost(place, tmp_path, no_keyring):
    ws, _ = protecting.create(lambda code: None, place, "Ada", "it")
    fill(ws)
    backup = maintenance.backup(ws)
    ws.close()
    before = digest(place)
    maintenance.restore(backup, tmp_path / "other" / "c.seeddesk")
    assert digest(tmp_path / "other" / "c.seeddesk") == before
    assert protecting.state(tmp_path / "other" / "c.seeddesk") == "protected"
    vault.beside(backup).unlink()
    maintenance.restore(backup, place)
    assert digest(place) == before


def test_unprotecting_gives_the_plain_catalogue_back(place, no_keyring):
    ws, _ = protecting.create(lambda code: None, place, "Ada", "it")
    fill(ws)
    backup = maintenance.backup(ws)
    ws.close()
    before = digest(place)
    protecting.unprotect(place)
    assert protecting.state(place) == "plain"
    assert digest(place) == before
    assert leaks(place.parent)
    assert refused(protecting.unprotect, place) == "not-protected"
    assert refused(protecting.rekey, print, place) == "not-protected"
    maintenance.restore(backup, place)  # it brings its keys along
    assert digest(place) == before


def test_after_a_change_of_key_the_old_code_opens_nothing_any_more(place, keyring_of_system):
    codes = []
    ws, _ = protecting.create(codes.append, place, "Ada", "it")
    fill(ws)
    backup = maintenance.backup(ws)
    ws.close()
    before, old = digest(place), vault.open_keys(place)
    done = protecting.rekey(codes.append, place)
    assert (done.in_keyring, done.copies) == (True, 1)
    assert len(keyring_of_system.secrets) == 1
    vault.forget()
    for location in (place, backup):
        assert refused(vault.open_by_code, location, codes[0]) == "recovery-code-wrong"
        assert not driver.opens(location, old.data[0])
        vault.open_by_code(location, codes[1])
    assert digest(place) == before
    maintenance.restore(backup, place)
    assert digest(place) == before


def test_a_centre_reopens_a_catalogue_whose_code_is_lost(place, tmp_path, no_keyring):
    secret_file = tmp_path / "centre.secret"
    public = protecting.new_centre_key(secret_file)
    ws, _ = protecting.create(lambda code: None, place, "Ada", "it", public)
    ws.close()
    protecting.rekey(lambda code: None, place)  # still sealed for the same centre
    vault.forget()
    assert refused(Workspace.open, place) == "catalogue-locked"
    protecting.recover(secret_file, place)
    codes = []
    protecting.rekey(codes.append, place)
    vault.forget()
    protecting.unlock(codes[0], place)
    digest(place)
    assert refused(protecting.new_centre_key, secret_file) == "backup-exists"
    assert refused(protecting.recover, tmp_path / "none", place) == "file-not-read"


def test_the_wrong_key_opens_nothing_in_whichever_of_twenty_ways(place, tmp_path, no_keyring):
    codes = []
    ws, _ = protecting.create(codes.append, place, "Ada", "it")
    fill(ws)
    ws.close()
    keys, whole, before = vault.open_keys(place), vault.beside(place).read_bytes(), place.read_bytes()
    other, _ = protecting.create(lambda code: None, tmp_path / "other.seeddesk", "Ada", "it")
    other.close()
    rng = random.Random(20261122)
    wrong = [
        "0" * 64,
        "f" * 64,
        keys.data[0][::-1],
        keys.data[0][:-1] + ("0" if keys.data[0][-1] != "0" else "1"),
        keys.master.hex(),
        vault.open_keys(tmp_path / "other.seeddesk").data[0],
        *(rng.randbytes(32).hex() for _ in range(4)),
    ]
    for key in wrong:  # 10
        assert not driver.opens(place, key)
    from seeddesk.storage.catalogue import Catalogue

    assert refused(lambda: Catalogue.open(str(place), key=wrong[0])) == "catalogue-key-wrong"
    assert refused(lambda: Catalogue.open(str(place), key="")) == "catalogue-key-wrong"
    vault.forget()
    assert refused(Workspace.open, place) == "catalogue-locked"
    for typed, code in [
        ("", "recovery-code-form"),
        (codes[0][:-1], "recovery-code-form"),
        (codes[0][1:] + codes[0][0], "recovery-code-typo"),
        (recovery.new(), "recovery-code-wrong"),
    ]:
        assert refused(protecting.unlock, typed, place) == code
    secret, _ = centre_key.new()
    (tmp_path / "k").write_text(secret)
    assert refused(protecting.recover, tmp_path / "k", place) == "centre-key-wrong"
    vault.beside(place).write_bytes(vault.beside(tmp_path / "other.seeddesk").read_bytes())
    assert refused(protecting.unlock, codes[0], place) == "recovery-code-wrong"
    vault.beside(place).write_bytes(whole)
    vault._unlocked[keys.id] = rng.randbytes(32)
    assert refused(Workspace.open, place) == "keys-damaged"
    vault.forget()
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(place).execute("SELECT * FROM revision")
    assert place.read_bytes() == before
    protecting.unlock(codes[0], place)
    digest(place)


def test_lost_keys_are_put_back_from_beside_a_backup(place, no_keyring):
    codes = []
    ws, _ = protecting.create(codes.append, place, "Ada", "it")
    fill(ws)
    backup = maintenance.backup(ws)
    ws.close()
    before = digest(place)
    vault.beside(place).unlink()
    assert refused(Workspace.open, place) == "keys-absent"
    protecting.unlock(codes[0], place, vault.beside(backup))
    assert digest(place) == before
    vault.beside(place).write_text("{")
    assert refused(Workspace.open, place) == "keys-damaged"
    protecting.unlock(codes[0], place, vault.beside(backup))
    assert digest(place) == before
    assert vault.beside(place).with_name(f"{place.name}.keys.kept-1").exists()
    vault.beside(place).write_text("{")
    maintenance.restore(backup, place)
    assert digest(place) == before


def test_a_plain_catalogue_put_in_the_place_of_a_protected_one_does_not_pass_for_it(place, tmp_path, no_keyring):
    ws, _ = protecting.create(lambda code: None, place, "Ada", "it")
    ws.close()
    Workspace.create(tmp_path / "plain.seeddesk", "Ada", "it").close()
    place.write_bytes((tmp_path / "plain.seeddesk").read_bytes())
    assert refused(Workspace.open, place) == "catalogue-plain"
    content = json.loads(vault.beside(place).read_text())
    content["settled"] = False  # what an interrupted protecting says; the catalogue opens, and says so
    vault.beside(place).write_text(json.dumps(content))
    assert protecting.state(place) == "unfinished"


def test_a_code_nobody_saw_opens_nothing_anybody_has(place, no_keyring):
    def interrupted(code):
        raise KeyboardInterrupt

    with Workspace.create(place, "Ada", "it") as ws:
        fill(ws)
    before = digest(place)
    with pytest.raises(KeyboardInterrupt):
        protecting.protect(interrupted, place)
    assert protecting.state(place) == "plain"
    codes = []
    protecting.protect(codes.append, place)
    with pytest.raises(KeyboardInterrupt):
        protecting.rekey(interrupted, place)
    vault.forget()
    protecting.unlock(codes[0], place)
    assert digest(place) == before


def test_a_catalogue_somebody_uses_is_not_protected_under_their_hands(place, no_keyring):
    with Workspace.create(place, "Ada", "it") as ws:
        fill(ws)
        assert refused(protecting.protect, print, place) == "catalogue-in-use"
    other = subprocess.Popen(
        [sys.executable, "-c", READER, str(place)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdin is not None
    assert other.stdout is not None
    assert other.stdout.readline() == "reading\n"
    assert refused(protecting.protect, lambda code: None, place) == "catalogue-busy"
    other.communicate("\n")
    before = digest(place)
    protecting.protect(lambda code: None, place)
    assert digest(place) == before


def test_damaged_pages_of_a_protected_catalogue_are_found_out(place, no_keyring):
    """40 flips, seeded: each is said in a sentence by opening or checking, or touched nothing that is used."""
    ws, _ = protecting.create(lambda code: None, place, "Ada", "it")
    fill(ws)
    ws.close()
    whole, rng = place.read_bytes(), random.Random(20261122)
    before, codes = digest(place), set()
    for _ in range(40):
        data = bytearray(whole)
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        place.write_bytes(data)
        try:
            with Workspace.open(place, read_only=True) as ws:
                report = maintenance.check(ws)[0]
            assert report.findings or report.digest == before
        except StorageError as error:
            codes.add(error.code)
    assert codes <= {"catalogue-damaged", "catalogue-key-wrong", "content-damaged", "catalogue-io"}


def test_what_is_not_there_or_on_a_server_is_refused(place, no_keyring):
    assert refused(protecting.protect, print, place) == "catalogue-absent"
    with pytest.raises(NotAllowed):
        protecting.protect(print, "postgresql://localhost/x")
    assert protecting.state("postgresql://localhost/x") == "plain"
    with pytest.raises(NotFound):
        protecting.unprotect(place)
    with pytest.raises(UsageError):
        protecting.create(print, place, centre="hello")
    assert not place.exists()


def test_what_is_copied_to_a_stick_or_salvaged_stays_encrypted(place, tmp_path, no_keyring):
    from seeddesk.storage import backup, salvage

    ws, _ = protecting.create(lambda code: None, place, "Ada", "it")
    fill(ws)
    made = maintenance.backup(ws)
    ws.close()
    copied = backup.copy_verified(made, tmp_path / "stick")
    saved = salvage.salvage(place, made, tmp_path / "salvaged" / "c.seeddesk")
    assert saved.lost == ()
    assert leaks(tmp_path / "stick", tmp_path / "salvaged") == []
    for path in (copied, tmp_path / "salvaged" / "c.seeddesk"):
        assert vault.is_protected(path)
        backup.verify(path)


@pytest.mark.parametrize("there", [True, False], ids=["there", "away"])
def test_copies_in_the_second_place_are_protected_too_or_said_not_to_be(place, tmp_path, keyring_of_system, there):
    stick = tmp_path / "stick"
    stick.mkdir()
    maintenance.choose_second_place(stick)
    with Workspace.create(place, "Ada", "it") as ws:
        fill(ws)
        maintenance.backup(ws)
        copy = maintenance.copy_to_second_place(ws)
    drawer = stick if there else stick.rename(tmp_path / "drawer")
    done = protecting.protect(lambda code: None, place)
    assert (done.copies, done.away) == ((2, None) if there else (1, stick))
    if not there:
        assert leaks(drawer)
        drawer.rename(stick)
        assert protecting.protect(lambda code: None, place).copies == 1
    assert not leaks(stick)
    codes = []
    assert protecting.rekey(codes.append, place).copies == 2
    vault.forget()
    protecting.unlock(codes[0], copy)
    maintenance.restore(copy, place)
    digest(place)


def test_other_processes_check_a_protected_catalogue_and_its_backups_too(place, monkeypatch, no_keyring):
    monkeypatch.setattr(check, "LARGE", 0)
    ws, _ = protecting.create([].append, place, "Ada", "it")
    with ws:
        fill(ws)
        report, _ = maintenance.check(ws)
        assert (report.practices, report.findings) == (1, ())
        assert copies.verify(maintenance.backup(ws))
        with ws.catalogue.write() as tx:
            while tx.tidy():
                pass
            tx.connection.exec_driver_sql("UPDATE posting SET held = x'00'")
        assert [one.code for one in maintenance.check(ws)[0].findings] == ["check-search"]
