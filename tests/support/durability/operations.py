"""What is done to a catalogue while it is killed, cut off and refused, and what must hold afterwards.

Each operation is prepared once (`prepare`, in a folder that is copied for every round), then done again and again (`begin`, whose steps *say*
what they told their user is done), and judged (`look`): whatever was said must be there, nothing may be there by half.
"""

from __future__ import annotations

import csv
import hashlib
import time
import uuid
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from seeddesk.domain.errors import UserError
from seeddesk.domain.query import Query
from seeddesk.services import exporting, keeping, maintenance, merging, recording
from seeddesk.services.workspace import Workspace
from seeddesk.storage import backup as backups
from seeddesk.storage import beside, catalogue, check, driver, vault
from seeddesk.storage.files import write_atomic
from seeddesk.storage.view import View
from tests.support import blocks
from tests.support.catalogues import attach
from tests.support.durability import migrating, protected
from tests.support.durability.scene import (
    CATALOGUE,
    PRACTICES,
    WORDS,
    Operation,
    Said,
    Say,
    Step,
    at_home,
    use_home,
    workspace,
)
from tests.support.returned import edited, in_this_process, send

BACKUP, OUT, RETURNS, TABLES, OTHER = "old.seeddesk", "out", "returns", "tables", "other.seeddesk"
RETURNED = 6


def prepare(name: str, folder: Path) -> None:
    """A folder with a catalogue of a few practices, at rest, and what the operation needs besides."""
    folder.mkdir(parents=True)
    with at_home(folder), workspace(folder, create=True) as ws:
        for number in range(PRACTICES):
            recording.start(ws, {"title": f"Orto {number}", "country": "IT", "overview": WORDS * (1 + number)})
    with at_home(folder):
        OPERATIONS[name].prepare(folder)


def begin(name: str, folder: Path, say: Say) -> Step:
    """Open the folder for an operation; returns its step."""
    use_home(folder)
    return OPERATIONS[name].begin(folder, say)


@dataclass
class Left:
    """What one round left: what does not hold, and how long opening the catalogue took, in seconds of the processor's time."""

    broken: list[str] = field(default_factory=list)
    reopening: float = 0.0


def look(name: str, folder: Path, said: Sequence[Said]) -> Left:
    """Everything that does not hold of a folder, after an operation said `said`."""
    left, operation = Left(), OPERATIONS[name]
    with at_home(folder), operation.around(folder, said):
        left.broken += operation.judge(folder, said)
        try:
            started = time.process_time()
            with workspace(folder) as ws:
                left.reopening = time.process_time() - started
                report = maintenance.check(ws)[0]
                left.broken += [f"{finding.code} {dict(finding.arguments)}" for finding in report.findings]
                for line in said:
                    left.broken += _unkept(ws, folder, line)
                left.broken += _going_on(ws, folder)
        except UserError as error:
            left.broken.append(f"does not open: {error.code} {dict(error.arguments)}")
    left.broken += [f"torn: {path.name}" for path in sorted(folder.glob(f"{OUT}/*.docx")) if not _is_whole(path)]
    return left


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


def _going_on(ws: Workspace, folder: Path) -> Iterator[str]:
    """The next save, which must take no dot that stands for something else in what a restore has put aside."""
    recording.start(ws, {"title": "E avanti"})
    with ws.catalogue.read() as view:
        here = check.dots(view)
    for view in _put_aside(folder):
        there = check.dots(view)
        yield from (f"two revisions are {dot}" for dot in here.keys() & there.keys() if here[dot] != there[dot])


def _everything(ws: Workspace, folder: Path, practice: str) -> Iterator[Any]:
    """The revisions of a practice, in the catalogue and in those a restore has put aside."""
    with ws.catalogue.read() as view:
        yield from view.revisions(practice)
    for view in _put_aside(folder):
        yield from view.revisions(practice)


def _put_aside(folder: Path) -> Iterator[View]:
    """The catalogues a restore has put aside, open for reading one after the other."""
    for kept in sorted(folder.glob(f"{CATALOGUE}.replaced-*")):
        if kept.name.endswith((*driver.BESIDE, vault.ENDING)):
            continue
        with closing(catalogue.Catalogue.open(str(kept), read_only=True)) as aside, aside.read() as view:
            yield view


def _is_whole(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as parts:
            return parts.testzip() is None
    except (zipfile.BadZipFile, zlib.error):
        return False


# -- the operations ----------------------------------------------------------------------------------------------------


def _saving(folder: Path, say: Say) -> Step:
    """New practices, and every third time a change to an old one."""
    ws = workspace(folder)
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
    ws = workspace(folder)
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
    ws = workspace(folder)

    def step(number: int) -> None:
        table = number % RETURNED
        with in_this_process():
            merging.import_files(ws, [folder / TABLES / f"{table}.csv"])
        say({"titles": [f"Riga {table}.{row}" for row in range(4)]})

    return step


def _prepare_other(folder: Path) -> None:
    with Workspace.create(folder / OTHER, "Bo", "it") as other, other.catalogue.write() as tx:
        tx.append(list(blocks.revisions(other.form)))


def _taking_in(folder: Path, say: Say) -> Step:
    """Another catalogue, taken in as a whole; processes beside this one list what came."""
    ws = workspace(folder)
    beside.many = lambda: 2  # also where there is one processor

    def step(_: int) -> None:
        keeping.take_back(ws, folder / OTHER)
        say({"taken": blocks.MADE})

    return step


def _prepare_returns(folder: Path) -> None:
    with workspace(folder) as ws:
        with ws.catalogue.read() as view:
            practices = view.ids(Query())
        for number in range(RETURNED):
            source = send(ws, practices[number % len(practices)], folder / RETURNS / str(number))
            edited(ws, source, "back.docx", {"title": f"Tornato {number}"})
            source.unlink()


def _merging(folder: Path, say: Say) -> Step:
    """Dossiers that come back, one after the other."""
    ws = workspace(folder)

    def step(number: int) -> None:
        with in_this_process():
            _, changes = merging.import_files(ws, [folder / RETURNS / str(number % RETURNED)], backup=False)
        for practice in changes.practices:
            say({"practice": practice, "values": {"title": f"Tornato {number % RETURNED}"}})
        say({"merged": number})

    return step


def _exporting(folder: Path, say: Say) -> Step:
    """One dossier written over and over, after a change each time."""
    ws = workspace(folder)
    practice = ""

    def step(number: int) -> None:
        nonlocal practice
        practice = practice or recording.start(ws, {"title": "Da spedire"})[0]
        recording.save(ws, recording.open_draft(ws, practice), {"need": WORDS * (number % 30) + str(number)})
        exporting.export_dossiers(ws, [practice], folder / OUT / "one.docx")
        say({"file": f"{OUT}/one.docx"})

    return step


def _attaching(folder: Path, say: Say) -> Step:
    """Files of several parts."""
    ws = workspace(folder)
    source = folder.with_name(f"{folder.name}-source")
    practice = ""

    def step(number: int) -> None:
        nonlocal practice
        practice = practice or recording.start(ws, {"title": "Con fotografie"})[0]
        data = hashlib.sha256(str(number).encode()).digest() * (3000 * (1 + number % 8))
        source.write_bytes(data)
        attach(ws, practice, source, title=f"Foto {number}")
        say({"attachment": hashlib.sha256(data).hexdigest()})

    return step


def _backing_up(folder: Path, say: Say) -> Step:
    """A change, then a backup of it."""
    ws = workspace(folder)

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
    with workspace(folder) as ws:
        maintenance.backup(ws, folder / BACKUP)


def _restoring(folder: Path, say: Say) -> Step:
    """Changes, a crash that leaves them in the log alone, then back to before them; what is replaced must be kept."""
    file, log = folder / CATALOGUE, folder / f"{CATALOGUE}-wal"

    def step(number: int) -> None:
        with workspace(folder) as ws:
            values = {"title": f"Dopo la copia {number}"}
            practice = recording.start(ws, values)[0]
            say({"practice": practice, "values": values})
            as_it_lay = {path: path.read_bytes() for path in (log, file) if path.exists()}
        for path, data in as_it_lay.items():
            write_atomic(path, data)
        maintenance.restore(folder / BACKUP, file)
        say({"restored": number})

    return step


def _rebuilding(folder: Path, say: Say) -> Step:
    """Everything derived made anew."""
    ws = workspace(folder)

    def step(number: int) -> None:
        maintenance.check(ws, rebuild=True)
        say({"rebuilt": number})

    return step


def _careless(folder: Path, say: Say) -> Step:
    """What the harness must catch: saves with synchronous=OFF."""
    return _with_synchronous(folder, say, "OFF")


def _with_synchronous(folder: Path, say: Say, setting: str) -> Step:
    ws = workspace(folder)

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
    ws = workspace(folder)
    with ws.catalogue.read() as view:
        practice = view.ids(Query())[0]
    exporting.export_dossiers(ws, [practice], folder / OUT / "one.docx")
    whole = (folder / OUT / "one.docx").read_bytes()

    def step(_: int) -> None:
        (folder / OUT / "one.docx").write_bytes(whole)
        say({"file": f"{OUT}/one.docx"})

    return step


def _boasting(folder: Path, say: Say) -> Step:
    """What the harness must catch: saying that something is saved before it is."""
    ws = workspace(folder)

    def step(number: int) -> None:
        say({"titles": [f"Vantato {number}"]})
        recording.start(ws, {"title": f"Vantato {number}"})

    return step


OPERATIONS = {
    "save": Operation(_saving),
    "autosave": Operation(_autosaving),
    "import": Operation(_importing, _prepare_tables),
    "take in": Operation(_taking_in, _prepare_other),
    "merge": Operation(_merging, _prepare_returns),
    "export": Operation(_exporting),
    "attach": Operation(_attaching),
    "backup": Operation(_backing_up),
    "restore": Operation(_restoring, _prepare_restore),
    "migrate": migrating.operation(),
    "rebuild": Operation(_rebuilding),
    **protected.OPERATIONS,
    **{f"migrate {schema}": migrating.operation(schema) for schema in migrating.RELEASED},
    "careless save": Operation(_careless),
    "careless file": Operation(_tearing),
    "hasty save": Operation(_hasty),
    "boastful save": Operation(_boasting),
}
KEPT = ("save", "autosave", "import", "merge", "export", "attach", "backup", "restore", "migrate", "rebuild")
