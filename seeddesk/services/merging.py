"""Merging: take in dossiers and tables, field by field against what they left with, with nothing lost and a report of everything."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from seeddesk.domain.basics import basic, title
from seeddesk.domain.changes import Changes, Progress
from seeddesk.domain.errors import Cancelled, NotFound, Refused, StorageError, UsageError, UserError
from seeddesk.domain.report import FileReport, ImportReport, Remark
from seeddesk.services import saving
from seeddesk.services.ledger import Arrival, Ledger
from seeddesk.services.recording import beginnings
from seeddesk.services.table_map import check_map
from seeddesk.services.workspace import Workspace

if TYPE_CHECKING:
    from seeddesk.domain.dossier import Return
    from seeddesk.domain.revision import Revision
    from seeddesk.exchange.table import Table
    from seeddesk.services.returns import Returns
    from seeddesk.services.table_forms import TableReaders
    from seeddesk.services.table_rows import TableRow

T = TypeVar("T")
TABLES = (".csv", ".tsv", ".xlsx", ".xls", ".xlsm", ".xlsb", ".ods")
DOCUMENTS = (
    ".docx",
    ".docm",
    ".dotx",
    ".dotm",
    ".doc",
    ".odt",
    ".rtf",
    ".pdf",
)  # all but the first are refused, each with its next step
KEPT = re.compile(r"\.kept-\d+$")  # how an export names what it does not write over
BESIDE = ("~$", ".~lock.")  # how files begin that word processors leave beside an open document
TOGETHER = 100  # dossiers, or rows of a table, between two reports of progress; dossiers are committed so


def import_files(
    ws: Workspace,
    paths: Sequence[Path],
    mapping: str = "",
    dry_run: bool = False,
    progress: Progress | None = None,
    backup: bool = True,
    author: str = "",
    password: str | Mapping[str, str] = "",
) -> tuple[ImportReport, Changes]:
    """Take in files and folders of files.

    mapping: ``"Column=field,Other=field2"`` for tables; "" matches columns called like fields · dry_run: only say what would happen ·
    author: who wrote the dossiers that name nobody; "" says of them that it is not stated, for whoever imports them did not write them ·
    password: opens dossiers that have one; or several, by the dossiers' paths ("": for the rest).
    A backup is made first, unless told otherwise (a catalogue that is thrown away needs none). A table is taken in as a whole or not at all, dossiers by the hundred; what a stopped import has taken in
    is complete and told of, and importing the same files again goes on where it stopped. Raises UsageError for a map that does not fit, Cancelled where
    nothing was taken in.
    """
    if not ws.author:
        raise UsageError("author-missing")
    if mapping:
        check_map(mapping)
    work = _Import(ws, mapping, dry_run, progress or Progress(), author, password)
    stopped = False
    try:
        with work.rehearsal():
            work.take(paths, backup and not dry_run)
    except Cancelled:
        if not work.practices:
            raise
        stopped = True
    return ImportReport(tuple(work.reports), tuple(work.remarks), stopped), Changes(frozenset(work.practices))


def files_in(paths: Sequence[Path]) -> Iterator[Path]:
    """The files meant by files and folders; of a folder, hidden ones, those word processors leave beside an open document and the dossiers an export
    kept (``.kept-1``) are passed over. A folder among them is one that cannot be read; of several paths, one that is not there stands for itself.

    Raises NotFound for a single path that is not there.
    """
    seen: set[str] = set()
    for path in paths:
        if len(paths) == 1 and not path.exists():  # of a name no file can have, or a way that is barred, this says why
            raise NotFound("file-absent", name=str(path))
        folder = os.path.isdir(path)  # no, where a way there is barred
        for file in _below(path, set()) if folder else [path]:
            inside = file.relative_to(path).parts if folder else ()
            left = (inside and KEPT.search(file.name)) or (file.name.startswith(BESIDE) and len(paths) > 1)
            real = os.path.realpath(file)  # also of links that go in circles
            if left or any(part.startswith((".", "~$")) for part in inside) or real in seen:
                continue
            seen.add(real)
            yield file


def _below(folder: Path, been: set[Path]) -> Iterator[Path]:
    """What lies in a folder and in those inside it, linked ones too; a folder that cannot be read stands for what it holds."""
    been.add(folder.resolve())
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        yield folder
        return
    for path in inside:
        if os.path.isfile(path) or not os.path.exists(path):
            yield path
        elif os.path.isdir(path) and path.resolve() not in been:
            yield from _below(path, been)


def _parts(items: Sequence[T]) -> Iterator[Sequence[T]]:
    return (items[start : start + TOGETHER] for start in range(0, len(items), TOGETHER))


class _Import:
    def __init__(
        self,
        ws: Workspace,
        mapping: str,
        dry_run: bool,
        progress: Progress,
        author: str,
        password: str | Mapping[str, str],
    ) -> None:
        self.ws = ws
        self.reports: list[FileReport] = []
        self.remarks: list[Remark] = []
        self.practices: set[str] = set()
        self._mapping = mapping
        self._dry_run = dry_run
        self._progress = progress
        self._author = author
        self._password = password
        self._rehearsal: Ledger | None = None

    @contextlib.contextmanager
    def rehearsal(self) -> Iterator[None]:
        """For a rehearsal, one snapshot in which all pretended revisions add up."""
        if not self._dry_run:
            yield
            return
        with self.ws.catalogue.read() as view:
            self._rehearsal = Ledger(self.ws, view, None)
            yield

    def take(self, paths: Sequence[Path], backup: bool) -> None:
        """Take in every file."""
        found = list(files_in(paths))
        if not found:
            raise NotFound("folder-empty", name=", ".join(map(str, paths)))
        files = []
        for file in found:
            if not os.path.exists(file):  # a link that leads nowhere, a stick that was pulled out
                self._refuse(file, NotFound("file-absent", name=file.name))
            elif os.path.isdir(file):
                self._refuse(file, Refused("folder-unreadable"))
            else:
                files.append(file)
        tables = [file for file in files if file.suffix.lower() in TABLES]
        documents = [file for file in files if file.suffix.lower() in DOCUMENTS]
        readable = self._readable_tables(tables)
        if backup and (readable or documents):
            self._backup()
        for file in files:
            if file not in tables and file not in documents:
                self._refuse(file, Refused("file-kind", kind=file.suffix or file.name))
        for file, table in readable.items():
            self._table(file, table)
        if documents:
            self._documents(documents)

    @contextlib.contextmanager
    def _ledger(self) -> Iterator[Ledger]:
        if self._rehearsal is not None:
            yield self._rehearsal
            return
        made: Sequence[Revision] = ()
        try:
            with self.ws.catalogue.write() as transaction:
                ledger = Ledger(self.ws, transaction, transaction)
                yield ledger
                made = ledger.write()
        except StorageError as error:
            if not saving.happened(self.ws, made, error):
                raise
        self.practices |= ledger.practices

    def _backup(self) -> None:
        from seeddesk.services import maintenance

        maintenance.before(self.ws, "import")

    def _refuse(self, file: Path, error: UserError) -> None:
        self.reports.append(FileReport(str(file), "refused", reason=error.code, reason_arguments=error.arguments))

    # Tables --------------------------------------------------------------------------------------------------------------------------

    def _readable_tables(self, files: Sequence[Path]) -> Mapping[Path, Table]:
        from seeddesk.exchange.table_child import read_tables

        found: dict[Path, Table] = {}
        with contextlib.closing(read_tables(files, lambda file: self._progress.step(0, 0, file.name))) as reading:
            for file, table in reading:
                if isinstance(table, Refused):
                    self._refuse(file, table)
                else:
                    found[file] = table
        return found

    def _table(self, file: Path, table: Table) -> None:
        from seeddesk.services.table_forms import TableReaders

        try:
            readers = TableReaders(self.ws, table, file.name, self._mapping)
        except Refused as error:
            self._refuse(file, error)
            return
        reports: list[FileReport] = []
        with self._ledger() as ledger:
            rows = list(readers.rows(ledger.find))
            if not rows:
                self._refuse(file, Refused("table-empty", name=file.name))
            for part in _parts(rows):
                self._progress.step(len(reports), len(rows), file.name)
                ledger.load({row.practice for row in part if row.practice})
                reports += [self._row(file, ledger, readers, row) for row in part]
        self.reports += reports
        self.remarks += readers.remarks()

    def _row(self, file: Path, ledger: Ledger, readers: TableReaders, row: TableRow) -> FileReport:
        if row.refusal:
            return FileReport(str(file), "refused", row.number, row.refusal, dict(row.arguments), title=row.title)
        form = ledger.form(row.practice, readers.form_id(row))
        comparison = readers.compare(row, form, ledger.revisions(row.practice))
        outcome = ledger.enter(
            Arrival(
                row.practice,
                comparison,
                f"table {file.name}",
                self.ws.author,
                readers.form_id(row) or form.id,
                form.version,
                partial(beginnings, form, row.practice, comparison.set.get("country"), self.ws.lang),
            )
        )
        fields = {path: change for path, change in comparison.fields.items() if change[1] != "unchanged"}
        return FileReport(
            str(file),
            outcome.status,
            row.number,
            practice=row.practice,
            code=basic(outcome.record, "code", form),
            title=title(outcome.record, form),
            fields={path: (found_by, outcome.change(path, change)) for path, (found_by, change) in fields.items()},
        )

    # Dossiers ------------------------------------------------------------------------------------------------------------------------

    def _documents(self, files: Sequence[Path]) -> None:
        from seeddesk.services.returns import Returns

        returns, done = Returns(self.ws, self._author, self._password), 0

        def waiting(file: Path) -> None:
            self._progress.step(done, len(files), file.name)

        with contextlib.closing(returns.read(files, waiting)) as reading:
            for _ in _parts(files):
                read: list[tuple[Path, Return | Refused]] = []
                for file, found in islice(reading, TOGETHER):
                    waiting(file)
                    read.append((file, found))
                    done += 1
                with self._ledger() as ledger:
                    ledger.load(
                        {found.practice for _, found in read if not isinstance(found, Refused) and found.practice}
                    )
                    self.reports += [self._document(returns, ledger, file, found) for file, found in read]

    def _document(self, returns: Returns, ledger: Ledger, file: Path, found: Return | Refused) -> FileReport:
        if isinstance(found, Refused):
            return FileReport(str(file), "refused", reason=found.code, reason_arguments=found.arguments)
        return returns.merge(ledger, file, found)
