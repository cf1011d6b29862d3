"""The full-text index: FTS5 on SQLite, a tsvector on PostgreSQL. Both are fed folded words, so both find the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, text
from sqlalchemy.sql.elements import ColumnElement, TextClause

from seeddesk.domain.query import fold_text, terms, words

_MANY, _MEMORY = 500, 32 << 20  # bytes FTS5 may collect before it writes
_MOST_WORDS = 16000  # a tsvector counts positions up to 16,383


class SearchText(NamedTuple):
    """What a practice is found by, the weightier part first: its title and code, its organisations and places, everything else."""

    title: str
    names: str
    body: str


def create(connection: Connection) -> None:
    """Make the empty index."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE search USING fts5(title, names, body, prefix='2 3',"
            " tokenize='unicode61 remove_diacritics 2')"
        )
    else:
        connection.exec_driver_sql("CREATE TABLE search (rowid integer PRIMARY KEY, words tsvector NOT NULL)")
        connection.exec_driver_sql("CREATE INDEX search_words ON search USING gin (words)")


def replace(connection: Connection, texts: Sequence[tuple[int, SearchText]], again: bool) -> None:
    """Index practices by number. again: some of them may be in the index already."""
    if not texts:
        return
    if again:
        numbers = [{"number": number} for number, _ in texts]
        connection.execute(text("DELETE FROM search WHERE rowid = :number"), numbers)
    if connection.dialect.name == "sqlite":
        if len(texts) >= _MANY:  # fewer and larger pieces of index to be merged: a third of the time
            connection.exec_driver_sql("INSERT INTO search(search, rank) VALUES ('hashsize', ?)", (_MEMORY,))
        connection.exec_driver_sql(
            "INSERT INTO search(rowid, title, names, body) VALUES (?, ?, ?, ?)",
            [(number, *(fold_text(part) for part in parts)) for number, parts in texts],
        )
    else:
        connection.execute(
            text("INSERT INTO search(rowid, words) VALUES (:number, CAST(:words AS tsvector))"),
            [{"number": number, "words": _vector(parts)} for number, parts in texts],
        )


def stored(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """What lies in the index, by number: the folded parts, or the words of a tsvector."""
    columns = "title, names, body" if connection.dialect.name == "sqlite" else "CAST(words AS text)"
    asked = text(f"SELECT rowid, {columns} FROM search WHERE rowid IN :numbers")
    found = connection.execute(asked.bindparams(bindparam("numbers", list(numbers), expanding=True)))
    return {row[0]: tuple(row[1:]) for row in found}


def matches(connection: Connection, found: tuple[str, ...] | None, parts: SearchText) -> bool:
    """Whether what `stored` gave is what `parts` would be stored as."""
    if connection.dialect.name == "sqlite":
        return found == tuple(fold_text(part) for part in parts)
    fresh = connection.execute(text("SELECT CAST(CAST(:words AS tsvector) AS text)"), {"words": _vector(parts)})
    return found == (fresh.scalar_one(),)


def clear(connection: Connection) -> None:
    """Forget all."""
    connection.exec_driver_sql("DELETE FROM search")


def purge(connection: Connection) -> None:
    """Let words that were removed leave the file too: FTS5 keeps them in old segments until these are merged."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("INSERT INTO search(search) VALUES ('optimize')")


def sound(connection: Connection) -> bool:
    """Whether the index is consistent in itself."""
    if connection.dialect.name == "sqlite":
        from sqlalchemy.exc import DatabaseError

        try:
            connection.exec_driver_sql("INSERT INTO search(search) VALUES ('integrity-check')")
        except DatabaseError:
            return False
    return True


def matching(connection: Connection, asked: str) -> TextClause | None:
    """A condition on ``search`` for a typed text; None when it holds no word at all."""
    runs = terms(asked)
    if not runs:
        return None
    if connection.dialect.name == "sqlite":
        # Quoted, so that nothing a person types is ever an operator.
        expression = " ".join('"' + " ".join(run) + '"*' for run in runs)
        return text("search MATCH :asked").bindparams(asked=expression)
    expression = " & ".join("(" + " <-> ".join([*(f"'{w}'" for w in run[:-1]), f"'{run[-1]}':*"]) + ")" for run in runs)
    return text("search.words @@ CAST(:asked AS tsquery)").bindparams(asked=expression)


def best_first(connection: Connection, asked: str) -> ColumnElement[float] | TextClause:
    """An order by relevance: smaller is better."""
    if connection.dialect.name == "sqlite":
        return text("bm25(search, 10.0, 4.0, 1.0)")
    condition = matching(connection, asked)
    assert condition is not None
    return text("-ts_rank(search.words, CAST(:ranked AS tsquery))").bindparams(
        ranked=condition.compile().params["asked"]
    )


def _vector(parts: SearchText) -> str:
    """A tsvector literal: our own words with positions and weights, so PostgreSQL's parser (hosts, mails, hyphens) has no say."""
    places: dict[str, list[str]] = {}
    position = 0
    for weight, part in zip("ABC", parts, strict=True):
        for word in _first(words(part), _MOST_WORDS - position):
            position += 1
            places.setdefault(word[:200], []).append(f"{position}{weight}")
    return " ".join(f"'{word}':{','.join(found[:250])}" for word, found in places.items())


def _first(found: list[str], most: int) -> Iterable[str]:
    return found[: max(most, 0)]
