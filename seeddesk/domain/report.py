"""What became of an import: file by file, row by row, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seeddesk.domain.dossier import Fidelity


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file, or one row of a table (then `row` is its number, from 1).

    status: ``new``, ``updated``, ``unchanged``, ``conflict`` or ``refused`` · reason: message code of a refusal or remark, with its arguments ·
    fields: path -> (found_by, change); change is ``unchanged``, ``changed``, ``added``, ``removed``, ``conflict``, ``absent``, ``kept``.
    """

    path: str
    status: str
    row: int | None = None
    reason: str = ""
    reason_arguments: Mapping[str, object] = field(default_factory=dict)
    practice: str = ""
    code: str = ""
    title: str = ""
    fidelity: Fidelity | None = None
    fields: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    notes: int = 0


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to know about a file as a whole: a message code with its arguments."""

    path: str
    code: str
    arguments: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """All files of one import. `read` counts files and rows looked at; the statuses add up to it. stopped: a person stopped it; what it tells of is taken in."""

    files: tuple[FileReport, ...]
    remarks: tuple[Remark, ...] = ()
    stopped: bool = False

    def count(self, status: str) -> int:
        """How many files or rows ended with a status."""
        return sum(file.status == status for file in self.files)

    @property
    def needs_person(self) -> bool:
        """Whether something waits for a person: a conflict, a refusal, a possible double, or text in a document that belongs to no field."""
        return any(
            file.status in ("conflict", "refused")
            or file.reason == "blank-again"
            or (file.fidelity is not None and file.fidelity.left_over)
            for file in self.files
        )
