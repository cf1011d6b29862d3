"""A record: the current values of one practice, by path, with the order of its rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from seeddesk.domain.paths import is_row, repeat_of, row_id, rows_of
from seeddesk.domain.values import Value, is_empty


@dataclass(slots=True)
class Record:
    """values: path -> value; a row stands as ``partners[<id>]`` with its order key (text) and is gone when that is None.

    Cells of rows that are gone, and empty values, may be in `values`; `rows` and `answers` leave them out.
    """

    values: dict[str, Value] = field(default_factory=dict)

    def get(self, path: str) -> Value:
        """The value at a path, None when it was never answered."""
        return self.values.get(path)

    def text(self, path: str) -> str:
        """The value when it is text, else ``""``."""
        value = self.values.get(path)
        return value if isinstance(value, str) else ""

    def rows(self, repeat: str) -> list[str]:
        """The rows of a repeat (``partners`` or ``partners[<id>].contacts``) as paths, in order."""
        prefix = repeat + "["
        found = [
            (key, path)
            for path, key in self.values.items()
            if path[-1:] == "]" and path.startswith(prefix) and isinstance(key, str) and repeat_of(path) == repeat
        ]
        return [path for _, path in sorted(found, key=lambda item: (item[0], row_id(item[1])))]

    def answers(self) -> Iterator[tuple[str, Value]]:
        """Every answered field outside removed rows, cells included, rows themselves left out."""
        for path, value in self.values.items():
            if ("[" not in path or (not is_row(path) and self.alive(path))) and not is_empty(value):
                yield path, value

    def alive(self, path: str) -> bool:
        """Whether every row the path lies in is there."""
        if path.count("]") == 1 and isinstance(self.values.get(path[: path.find("]") + 1]), str):
            return True  # nearly every cell
        return all(isinstance(self.values.get(row), str) for row in rows_of(path))

    def numbered(self, path: str) -> str:
        """A path with its rows by number, as commands and tables have it: ``partners[0].name``. A row that is gone keeps its id."""
        name = path
        for row in reversed(rows_of(path)):
            rows = self.rows(repeat_of(row))
            if row in rows:
                name = f"{repeat_of(row)}[{rows.index(row)}]" + name[len(row) :]
        return name

    def with_values(self, changes: Mapping[str, Value]) -> Record:
        """A copy with some values replaced."""
        return Record({**self.values, **changes})
