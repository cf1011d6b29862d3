"""Dossiers that come back: read, recognised, compared with what they left with, and reported."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Generator, Mapping, Sequence
from pathlib import Path

from seeddesk.domain import basics
from seeddesk.domain.dossier import Base, Return
from seeddesk.domain.errors import NotFound, Refused, StorageError
from seeddesk.domain.filed import filed
from seeddesk.domain.form import Form, Kind
from seeddesk.domain.leaving import base_of
from seeddesk.domain.merge import fold
from seeddesk.domain.messages import sentence
from seeddesk.domain.paths import cell_path, row_ids, row_path, rows_of, template_of
from seeddesk.domain.report import FileReport
from seeddesk.domain.values import Value
from seeddesk.domain.versions import current
from seeddesk.services import blanks
from seeddesk.services.comparing import Before, Comparer, Comparison, derived_id, named
from seeddesk.services.exporting import photo
from seeddesk.services.ledger import Arrival, Ledger
from seeddesk.services.recording import beginnings, file_bytes
from seeddesk.services.translating import before_as_asked, comparison_as_named, return_as_named
from seeddesk.services.workspace import Workspace

NOTES = "@notes"


class Returns:
    """Reads and merges the dossiers of one import."""

    def __init__(self, ws: Workspace, author: str = "", password: str | Mapping[str, str] = "") -> None:
        self.ws = ws
        self._password = password
        self._author = author  # of dossiers that name nobody; "": not stated

    def read(
        self, files: Sequence[Path], waiting: Callable[[Path], None]
    ) -> Generator[tuple[Path, Return | Refused], None, None]:
        """Every file with what was read in it, or why it was refused; read apart, under limits of time and memory.

        waiting: called with a file's path while it is read; may raise Cancelled.
        """
        from seeddesk.exchange.docx.child import read_in_child

        form = self.ws.form
        yield from read_in_child(files, self._form_to_read_by, form, self.find_base, self._password, waiting)

    def _form_to_read_by(self, form_id: str, version: str) -> Form | None:
        """The form a dossier was written by; for a version that never came here, the one in use; None for a form unknown here."""
        known = self.ws.find_form(form_id, version)
        return known or (self.ws.form_named(form_id) if form_id in self.ws.shelf.use else None)

    def find_base(self, practice: str, code: str, revision: int, sha256: str) -> Base | None:
        """What a dossier left with, made again from the practice's first revisions: for documents that lost their own copy."""
        if not revision or not sha256:
            return None
        with self.ws.catalogue.read() as view:
            try:
                revisions = view.revisions(view.find(practice or code))
            except NotFound:
                return None
        left = revisions[:revision]
        form = self.ws.form_of_revisions(revisions)
        versions = (self.ws.find_form(form.id, version) for version in self.ws.shelf.versions(form.id))
        bases = (base_of(fold(left, one), left, one) for one in (form, *versions) if one is not None)
        return next((base for base in bases if base.sha256.startswith(sha256)), None)

    def merge(self, ledger: Ledger, file: Path, found: Return) -> FileReport:
        """Take in what one dossier changes."""
        author = named(found.author) or self._author or sentence("author-not-stated", self.ws.lang)
        read_by = self.ws.find_form(found.form, found.form_version)
        if read_by is None:
            found = return_as_named(found, self.ws.form_named(found.form))
        blank = blanks.recognise(ledger, found, read_by or self.ws.form_named(found.form)) if found.blank else None
        practice, known = (blank.practice, False) if blank else self._practice(ledger, found)
        if not practice:
            return FileReport(str(file), "refused", reason="blank-empty", fidelity=found.fidelity)
        form = ledger.form(practice, found.form)
        ours = found.base is not None and found.base.practice == practice
        copied = known and found.base is not None and ours and ledger.contradicts(found.base)
        if found.base is not None and ours and not copied:
            before = ledger.before(found.base, file.name, str(found.base.values.get("collected_by") or author))
        elif blank:
            before = blank.before
        elif known:  # nothing says what it left with: what it says now stands beside what is here
            before = Before(practice, self.ws.fold(ledger.revisions(practice)).record.values, {})
        else:
            before = Before(practice, {}, {})
        shown = before
        if read_by is not None and read_by is not form:
            shown = before_as_asked(before, read_by, form)
            if found.base is not None and ours and not copied:
                shown = Before(practice, found.base.values, found.base.seen)
        comparison = self._compared(ledger, found, shown, read_by or form, blank, author)
        if shown is not before:
            comparison = comparison_as_named(comparison, before, shown.values, form)
        if found.base is not None and copied:
            for path in comparison.set.keys() & found.base.authors.keys():
                comparison.authors.setdefault(path, found.base.authors[path])
        lang = found.lang or self.ws.lang
        outcome = ledger.enter(
            Arrival(
                practice,
                comparison,
                f"dossier {file.name}",
                author,
                found.form,
                found.form_version,
                lambda: {
                    **beginnings(form, practice, comparison.set.get("country"), lang),
                    **({basics.place("code", form): found.code} if found.code else {}),
                },
            )
        )
        fields = {
            path: (found_by, outcome.change(path, change)) for path, (found_by, change) in comparison.fields.items()
        }
        fields.update({current(template, form): ("", "absent") for template in found.fidelity.absent})
        fields.update({path: fields.get(path, ("", "")) for path in outcome.conflicts})
        doubles = [ledger.code(double) for double in blank.doubles] if blank else []
        reason = "blank-again" if doubles else "copied" if copied else ""
        if known and found.base is None and not doubles:
            reason = "no-base"
        return FileReport(
            path=str(file),
            status=outcome.status,
            reason=reason,
            reason_arguments={"codes": ", ".join(doubles)} if doubles else {},
            practice=practice,
            code=basics.basic(outcome.record, "code", form),
            title=basics.title(outcome.record, form),
            fidelity=found.fidelity,
            fields={path: change for path, change in fields.items() if not path.startswith("@")},
            notes=sum(path.endswith(".text") and path.startswith(NOTES) for path in outcome.changed),
        )

    def _compared(
        self, ledger: Ledger, found: Return, before: Before, form: Form, blank: blanks.Blank | None, author: str
    ) -> Comparison:
        """What a return changes of what its author had before them, under the names of the form it is read by."""
        comparer = Comparer(before, form, found.lang or self.ws.lang, by_place=bool(blank))
        comparer.fields(found.fields)
        for repeat, rows in found.rows.items():
            comparer.rows(repeat, rows)
        comparison = comparer.finish()
        if blank and blank.again:  # said before, and perhaps replaced since
            comparison = Comparison(fields={path: (how, "unchanged") for path, (how, _) in comparison.fields.items()})
        elif blank:
            comparison.set[blank.mark] = found.blank
        self._pictures(ledger, found, before, form, comparison)
        self._notes(found, before, author, comparison)
        return comparison

    def _practice(self, ledger: Ledger, found: Return) -> tuple[str, bool]:
        """The practice a dossier is of, and whether it is here."""
        for name in (found.practice, found.code):
            if name and (here := ledger.find(name)):
                return here, True
        try:
            return str(uuid.UUID(found.practice or "")), False
        except ValueError:
            return derived_id("code", found.code), False

    def _pictures(self, ledger: Ledger, found: Return, before: Before, form: Form, comparison: Comparison) -> None:
        """Photos somebody replaced or added."""
        for (template, owner), data in found.pictures.items():
            row = self._picture_row(owner, before, comparison) if owner else ""
            if owner and not row:
                continue
            template = template or next(
                (
                    field.template
                    for field in form.fields.values()
                    if field.kind is Kind.FILE and field.template.startswith(template_of(row) + ".")
                ),
                "",
            )
            if not template:
                continue
            path = cell_path(template, row_ids(row))
            if self._same_look(before.values.get(path), data):
                continue
            value = f"sha256:{ledger.keep(data)}"
            if before.values.get(path) != value:
                comparison.set[path], comparison.seen[path] = value, before.dots(path)
                comparison.fields[path] = ("picture", "changed" if before.values.get(path) else "added")

    def _same_look(self, was: Value, data: bytes) -> bool:
        """Whether a photo is the one that left, made smaller by a word processor when it saved."""
        from seeddesk.exchange.docx import images

        try:
            left = photo("", file_bytes(self.ws, was), filed(was)) if isinstance(was, str) else None
        except (NotFound, StorageError):  # not here, or damaged: then nothing says that they are the same
            return False
        return left is not None and images.alike(left.data, data)

    def _picture_row(self, owner: str, before: Before, comparison: Comparison) -> str:
        """The row a picture belongs to: ``<row id>``, or ``attachments#2`` for the third one found."""
        if "#" in owner:
            return comparison.row_found(owner)
        known = (
            row for path in (*before.values, *comparison.set) for row in rows_of(path) if row.endswith(f"[{owner}]")
        )
        return next(known, "")

    def _notes(self, found: Return, before: Before, author: str, comparison: Comparison) -> None:
        """Comments, and what was written over answers that are worked out: notes on their field, kept with the practice."""
        notes = [(note.path, named(note.author) or author, note.time, note.text) for note in found.notes]
        notes += [(path, author, found.modified, text) for path, text in comparison.aside.items()]
        for path, by, time, text in notes:
            note = derived_id(before.practice, by, time, text).replace("-", "")
            row = row_path(NOTES, note)
            for place, value in (
                (row, time or "0"),
                (f"{row}.field", path),
                (f"{row}.author", by),
                (f"{row}.time", time),
                (f"{row}.text", text),
            ):
                if value and before.values.get(place) != value:
                    comparison.set[place], comparison.seen[place] = value, before.dots(place)
                    comparison.authors[place] = by
