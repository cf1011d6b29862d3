"""A document as it reads, taken apart into lines and table rows, for showing it without a word processor."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. role: ``""``, ``hint``, ``unknown`` (not known yet) or ``strong``."""

    text: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. style: ``header``, ``title``, ``subtitle``, ``heading1`` to ``heading4``, ``text``, ``help``, ``caption``, ``number``,
    ``label``, ``cell``, ``footer``, ``space`` or ``picture`` · path: of the field whose value it is, or whose label it heads; "" for none ·
    aside: words at the right margin · picture: its bytes, ratio: its height by its width."""

    style: str
    runs: tuple[Run, ...] = ()
    path: str = ""
    aside: tuple[Run, ...] = ()
    picture: bytes = b""
    ratio: float = 0.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row. width: its share of the row, in twentieths of a point · grey: a label's."""

    width: int
    lines: tuple[Line, ...]
    grey: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]

    @property
    def path(self) -> str:
        """The first field in it."""
        return next((line.path for cell in self.cells for line in cell.lines if line.path), "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole document. footer: what stands at the foot of each page, without the number of the page."""

    parts: tuple[Line | Row, ...]
    footer: str = ""
