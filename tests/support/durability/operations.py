"""What is done to a catalogue while it is killed, cut off and refused, and what must hold afterwards.

Each operation is prepared once (`prepare`, in a folder that is copied for every round), then done again and again (`begin`, whose steps *say*
what they told their user is done), and judged (`broken`): whatever was said must be there, nothing may be there by half.
"""

from __future__ import annotations

import csv
import hashlib
import os
import uuid
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from seeddesk.domain.errors import UserError
from seeddesk.domain.query import Query
from seeddesk.services import exporting, maintenance, merging, recording
from seeddesk.services.workspace import Workspace
from seeddesk.storage import backup as backups
from seeddesk.storage import catalogue, migrations
from tests.support.returned import edited, in_this_process, send

Said = dict[str, Any]
Say = Callable[[Said], None]
Step = Callable[[int], None]

CATALOGUE, BACKUP, OUT, RETURNS, TABLES = "c.seeddesk", "old.seeddesk", "out", "returns", "tables"
PRACTICES, RETURNED = 3, 6
WORDS = "Il quartiere non aveva verde. Ora ha un orto. Lo curano gli abitanti. "


@dataclass(frozen=True)
class Operation:
    """begin: opens what it needs in a folder and returns its step, called with 0, 1, 2 … · folder-independent names only are said."""

    begin: Callable[[Path, Say], Step]
    prepare: Callable[[Path], None] = lambda folder: None


def prepare(name: str, folder: Path) -> None:
    """A folder with a catalogue of a few practices, at rest, and what the operation needs besides."""
    folder.mkdir(parents=True)
    with _home(folder), _open(folder, create=True) as ws:
        for number in range(PRACTICES):
            recording.start(ws, {"title": f"Orto {number}", "country": "IT", "overview": WORDS * (1 + number)})
    with _home(folder):
        OPERATIONS[name].prepare(folder)


def begin(name: str, folder: Path, say: Say) -> Step:
    """Open the folder for an operation; returns its step."""
    _use_home(folder)
    return OPERATIONS[name].begin(folder, say)


def broken(name: str, folder: Path, said: Sequence[Said]) -> Iterator[str]:
    """Everything that does not hold of a folder, after an operation said `said`."""
    with _home(folder), newer_schema() if name == "migrate" else nullcontext():
        try:
            with _open(folder) as ws:
                report = maintenance.check(ws)[0]
                for finding in report.findings:
                    yield f"{finding.code} {dict(finding.arguments)}"
                for line in said:
                    yield from _unkept(ws, folder, line)
        except UserError as error:
            yield f"does not open: {error.code} {dict(error.arguments)}"
    for path in sorted(folder.glob(f"{OUT}/*.docx")):
        if not _is_whole(path):
            yield f"torn: {path.name}"


def _unkept(ws: Workspace, folder: Path, line: Said) -> Iterator[str]:
    """What is not there although it was said to be."""
    with ws.catalogue.read() as view:
        if "values" in line and not any(
            all(revision.set.get(path) == value for path, value in line["values"].items())
            for revision in _everything(ws, folder, line["practice"])
        ):
            yield f"lost: {line}"
        for title in line.get("titles", ()):
            if not any(revision.set.get("title") == title for revision in view.all_revisions()):
                yield f"lost: {title}"
        if (
            "attachment" in line
            and hashlib.sha256(view.attachment(line["attachment"])).hexdigest() != line["attachment"]
        ):
            yield f"lost: {line}"
    if "backup" in line:
        try:
            if len(backups.verify(folder / line["backup"])) < line["revisions"]:
                yield f"less than was backed up: {line}"
        except UserError as error:
            yield f"backup does not open: {line} {error.code}"
    if "file" in line and not (folder / line["file"]).is_file():
        yield f"lost: {line}"
    if "restored" in line and not any(folder.glob(f"{CATALOGUE}.replaced-*")):
        yield "what a restore replaced was not kept"


def _everything(ws: Workspace, folder: Path, practice: str) -> Iterator[Any]:
    """The revisions of a practice, in the catalogue and in those a restore has put aside."""
    with ws.catalogue.read() as view:
        yield from view.revisions(practice)
    for kept in folder.glob(f"{CATALOGUE}.replaced-*"):
        if kept.name.endswith(catalogue.BESIDE):
            continue
        aside = catalogue.Catalogue.open(str(kept), read_only=True)
        try:
            with aside.read() as view:
                yield from view.revisions(practice)
        finally:
            aside.close()


def _is_whole(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as parts:
            return parts.testzip() is None
    except (zipfile.BadZipFile, zlib.error):
        return False


# -- the operations ----------------------------------------------------------------------------------------------------


def _saving(folder: Path, say: Say) -> Step:
    """New practices, and every third time a change to an old one."""
    ws = _open(folder)
    made: list[str] = []

    def step(number: int) -> None:
        values = {"title": f"Nuovo {number}", "need": WORDS * (number % 40)}
        if number % 3 == 2 and made:
            practice = made[number % len(made)]
            recording.save(ws, recording.open_draft(ws, practice), values)
        else:
            practice = recording.start(ws, values)[0]
            made.append(practice)
        say({"practice": practice, "values": {"title": values["title"]}})

    return step


def _autosaving(folder: Path, say: Say) -> Step:
    """One practice typed into, each time from the draft the last save gave."""
    ws = _open(folder)
    draft = recording.new_draft()

    def step(number: int) -> None:
        nonlocal draft
        values = {"title": "Scritto parola per parola", "overview": f"{WORDS * (number % 60)}{number}"}
        draft, _ = recording.save(ws, draft, values)
        say({"practice": draft.practice, "values": {"overview": values["overview"].strip()}})

    return step


def _prepare_tables(folder: Path) -> None:
    (folder / TABLES).mkdir()
    for number in range(RETURNED):
        with (folder / TABLES / f"{number}.csv").open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([["title", "country"], *([f"Riga {number}.{row}", "IT"] for row in range(4))])


def _importing(folder: Path, say: Say) -> Step:
    """Tables, each taken in as a whole, with the backup before."""
    ws = _open(folder)

    def step(number: int) -> None:
        table = number % RETURNED
        with in_this_process():
            merging.import_files(ws, [folder / TABLES / f"{table}.csv"])
        say({"titles": [f"Riga {table}.{row}" for row in range(4)]})

    return step


def _prepare_returns(folder: Path) -> None:
    with _open(folder) as ws:
        with ws.catalogue.read() as view:
            practices = view.ids(Query())
        for number in range(RETURNED):
            source = send(ws, practices[number % len(practices)], folder / RETURNS / str(number))
            edited(ws, source, "back.docx", {"title": f"Tornato {number}"})
            source.unlink()


def _merging(folder: Path, say: Say) -> Step:
    """Dossiers that come back, one after the other."""
    ws = _open(folder)

    def step(number: int) -> None:
        with in_this_process():
            _, changes = merging.import_files(ws, [folder / RETURNS / str(number % RETURNED)], backup=False)
        for practice in changes.practices:
            say({"practice": practice, "values": {"title": f"Tornato {number % RETURNED}"}})

    return step


def _exporting(folder: Path, say: Say) -> Step:
    """One dossier written over and over, after a change each time."""
    ws = _open(folder)
    practice = recording.start(ws, {"title": "Da spedire"})[0]

    def step(number: int) -> None:
        recording.save(ws, recording.open_draft(ws, practice), {"need": WORDS * (number % 30) + str(number)})
        exporting.export_dossiers(ws, [practice], folder / OUT / "one.docx")
        say({"file": f"{OUT}/one.docx"})

    return step


def _attaching(folder: Path, say: Say) -> Step:
    """Files of several parts."""
    ws = _open(folder)
    practice = recording.start(ws, {"title": "Con fotografie"})[0]
    source = folder.with_name(f"{folder.name}-source")

    def step(number: int) -> None:
        data = hashlib.sha256(str(number).encode()).digest() * (3000 * (1 + number % 8))
        source.write_bytes(data)
        recording.attach(ws, practice, source, {"title": f"Foto {number}"})
        say({"attachment": hashlib.sha256(data).hexdigest()})

    return step


def _backing_up(folder: Path, say: Say) -> Step:
    """A change, then a backup of it."""
    ws = _open(folder)

    def step(number: int) -> None:
        recording.start(ws, {"title": f"Prima della copia {number}"})
        with ws.catalogue.read() as view:
            revisions = sum(1 for _ in view.all_revisions())
        target = (
            folder / "copies" / f"{number}-{uuid.uuid4().hex[:8]}.seeddesk"
        )  # a fresh name, also after a try that failed half way
        maintenance.backup(ws, target)
        say({"backup": f"copies/{target.name}", "revisions": revisions})

    return step


def _prepare_restore(folder: Path) -> None:
    with _open(folder) as ws:
        maintenance.backup(ws, folder / BACKUP)


def _restoring(folder: Path, say: Say) -> Step:
    """Changes, then back to before them; what is replaced must be kept."""

    def step(number: int) -> None:
        with _open(folder) as ws:
            values = {"title": f"Dopo la copia {number}"}
            practice = recording.start(ws, values)[0]
            say({"practice": practice, "values": values})
        maintenance.restore(folder / BACKUP, folder / CATALOGUE)
        say({"restored": number})

    return step


def _migrating(folder: Path, say: Say) -> Step:
    """A catalogue of today opened by a SeedDesk whose schema is one step on."""

    def step(_: int) -> None:
        with newer_schema(), _open(folder) as ws, ws.catalogue.read() as view:
            assert view.connection.exec_driver_sql("SELECT count(*) FROM later").scalar_one() == PRACTICES
        say({"migrated": True})

    return step


def _rebuilding(folder: Path, say: Say) -> Step:
    """Everything derived made anew."""
    ws = _open(folder)

    def step(number: int) -> None:
        maintenance.check(ws, rebuild=True)
        say({"rebuilt": number})

    return step


def _careless(folder: Path, say: Say) -> Step:
    """What the harness must catch: saves with synchronous=OFF."""
    return _with_synchronous(folder, say, "OFF")


def _with_synchronous(folder: Path, say: Say, setting: str) -> Step:
    ws = _open(folder)

    with ws.catalogue.write() as tx:  # the one connection that writes, between two transactions
        tx.connection.exec_driver_sql("COMMIT")
        tx.connection.exec_driver_sql(f"PRAGMA synchronous={setting}")
        tx.connection.exec_driver_sql("BEGIN IMMEDIATE")

    def step(number: int) -> None:
        values = {"title": f"Senza rete {number}"}
        practice = recording.start(ws, values)[0]
        say({"practice": practice, "values": values})

    return step


def _hasty(folder: Path, say: Say) -> Step:
    """What the harness must catch: saves with synchronous=NORMAL, SQLite's own advice for a write-ahead log."""
    return _with_synchronous(folder, say, "NORMAL")


def _tearing(folder: Path, say: Say) -> Step:
    """What the harness must catch: a dossier written in place."""
    ws = _open(folder)
    with ws.catalogue.read() as view:
        practice = view.ids(Query())[0]
    exporting.export_dossiers(ws, [practice], folder / OUT / "one.docx")
    whole = (folder / OUT / "one.docx").read_bytes()

    def step(_: int) -> None:
        (folder / OUT / "one.docx").write_bytes(whole)
        say({"file": f"{OUT}/one.docx"})

    return step


OPERATIONS = {
    "save": Operation(_saving),
    "autosave": Operation(_autosaving),
    "import": Operation(_importing, _prepare_tables),
    "merge": Operation(_merging, _prepare_returns),
    "export": Operation(_exporting),
    "attach": Operation(_attaching),
    "backup": Operation(_backing_up),
    "restore": Operation(_restoring, _prepare_restore),
    "migrate": Operation(_migrating),
    "rebuild": Operation(_rebuilding),
    "careless save": Operation(_careless),
    "careless file": Operation(_tearing),
    "hasty save": Operation(_hasty),
}
KEPT = tuple(name for name in OPERATIONS if name.partition(" ")[0] not in ("careless", "hasty"))


# -- where it happens --------------------------------------------------------------------------------------------------


def _open(folder: Path, create: bool = False) -> Workspace:
    make = Workspace.create if create else Workspace.open
    return make(folder / CATALOGUE, "Ada", "it")


def _use_home(folder: Path) -> None:
    for name in ("DATA", "CONFIG"):
        os.environ[f"XDG_{name}_HOME"] = str(folder / "home")


@contextmanager
def _home(folder: Path) -> Iterator[None]:
    """The folder of backups and settings inside the folder."""
    before = {name: os.environ.get(name) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    _use_home(folder)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None) if value is None else os.environ.__setitem__(name, value)


def later_schema(connection: Connection) -> None:
    """A migration as they are: a new table, filled from what is there, row by row."""
    connection.exec_driver_sql("CREATE TABLE later (practice TEXT PRIMARY KEY, copy BLOB)")
    rows = connection.exec_driver_sql("SELECT practice, max(body) FROM revision GROUP BY practice").all()
    for name, body in rows:
        connection.exec_driver_sql("INSERT INTO later VALUES (?, ?)", (name, body))


@contextmanager
def newer_schema() -> Iterator[None]:
    """A SeedDesk whose schema is one step on."""
    before = migrations.MIGRATIONS, migrations.VERSION
    migrations.MIGRATIONS, migrations.VERSION = (*migrations.MIGRATIONS, later_schema), migrations.VERSION + 1
    catalogue.VERSION = migrations.VERSION
    try:
        yield
    finally:
        migrations.MIGRATIONS, migrations.VERSION = before
        catalogue.VERSION = before[1]
