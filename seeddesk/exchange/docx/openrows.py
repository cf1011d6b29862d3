"""Where the reader stands among rows: which rows it is in, which repeat it last saw the heading of, and the row a cell belongs to."""

from __future__ import annotations

from seeddesk.exchange.docx.carriers import Place
from seeddesk.exchange.docx.foundrows import FoundCells, repeat_of


class OpenRows:
    """rows: every row found, by the template of its repeat; filled here · repeat: whose heading or row was last seen."""

    def __init__(self, rows: dict[str, list[FoundCells]]) -> None:
        self._rows = rows
        self._open: dict[str, FoundCells] = {}
        self.repeat = ""

    @property
    def row(self) -> FoundCells | None:
        """The innermost row we are in."""
        return next((self._open[name] for name in self.scopes()), None)

    def scopes(self) -> list[str]:
        """The repeats of which a row is open, innermost first."""
        return sorted(self._open, key=lambda name: -name.count("[]"))

    def enter(self, repeat: str, row: FoundCells | None) -> None:
        """Come into a repeat, or a row of it: rows of other repeats that are not around it are behind us."""
        self.repeat = repeat
        self._open = {
            name: open_row for name, open_row in self._open.items() if repeat.startswith(name) and name != repeat
        }
        if row is not None:
            self._open[repeat] = row

    def leave(self) -> None:
        """Come out of all repeats."""
        self.repeat, self._open = "", {}

    def row_of(self, repeat: str) -> FoundCells | None:
        """The row of a repeat that we are in."""
        return self._open.get(repeat)

    def of(self, repeat: str) -> list[FoundCells]:
        """The rows of a repeat found so far."""
        return self._rows.setdefault(repeat, [])

    def begin(self, repeat: str, place: Place) -> None:
        """A card begins."""
        self.enter(repeat, None)
        row = FoundCells(self._open.get(repeat_of(repeat[:-2])), marked=[place.row] if place.row else [])
        self.of(repeat).append(row)
        self.enter(repeat, row)

    def named_so(self, repeat: str, row_id: str) -> FoundCells | None:
        """The row of a repeat that has been called so: the open one, else any."""
        rows = self.of(repeat)
        here = self._open.get(repeat)
        if here is not None and row_id in (*here.marked, *here.tagged):
            return here
        return next((row for row in rows if row_id in (*row.marked, *row.tagged)), here)

    def holding(self, place: Place, tagged: bool = False) -> FoundCells:
        """The row a cell of a card belongs to: the open card, unless a bookmark says that it is another one."""
        repeat = repeat_of(place.template) or "?"
        rows = self.of(repeat)
        here = self._open.get(repeat)
        names = here.tagged if here is not None and tagged else here.marked if here is not None else []
        if here is None or (place.row and names and place.row not in names):
            here = next((row for row in rows if place.row and place.row in (*row.marked, *row.tagged)), None)
            if here is None:
                here = FoundCells(self._open.get(repeat_of(repeat[:-2])))
                rows.append(here)
            self.enter(repeat, here)
        if place.row and place.row not in (names := here.tagged if tagged else here.marked):
            names.append(place.row)
        return here
