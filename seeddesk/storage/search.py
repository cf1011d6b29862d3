"""The full-text index: FTS5 on SQLite, a tsvector on PostgreSQL. Both are fed folded words, so both find the same.

Ranking every practice that holds a common word takes FTS5 a tenth of a second and more. So a practice is also indexed, on SQLite, under
*marks*: a private character and the word, for each word that weighs much in it, the character telling how much. The best of a hundred thousand
are then those of the first marks, and nothing else is looked at.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, text
from sqlalchemy.sql.elements import ColumnElement, TextClause

from seeddesk.domain.query import fold_text, terms, words

_MANY, _MEMORY = 500, 32 << 20  # bytes FTS5 may collect before it writes
_MOST_WORDS = 16000  # a tsvector counts positions up to 16,383


_MARKS = "\ue000\ue001\ue002\ue003"  # nobody can type one: they are no letters, and what is typed is taken apart into letters and digits
_SHARES = (0.93, 0.86, 0.73, 0.59)  # from which share of the most a word can weigh
_LEVELS = range(len(_MARKS))
_WEIGHED = 1500  # practices ranked at most, of those with the same marks
_USUAL_LENGTH = 400  # words
_WORD = re.compile(r"[^\W_]+")


class SearchText(NamedTuple):
    """What a practice is found by, the weightier part first: its title and code, its organisations and places, everything else."""

    title: str
    names: str
    body: str


def create(connection: Connection) -> None:
    """Make the empty index."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE search USING fts5(title, names, body, prefix='1 2 3',"
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
            [(number, *_marked(parts)) for number, parts in texts],
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
        return found == _marked(parts)
    fresh = connection.execute(text("SELECT CAST(CAST(:words AS tsvector) AS text)"), {"words": _vector(parts)})
    return found == (fresh.scalar_one(),)


def clear(connection: Connection) -> None:
    """Forget all."""
    connection.exec_driver_sql("DROP TABLE search")  # what an earlier version made becomes this one's
    create(connection)


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
        return text("search MATCH :asked").bindparams(asked=_quoted(runs))
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


def foremost(connection: Connection, asked: str, most: int) -> list[int]:
    """The numbers of the practices in which the words of a typed text weigh most, best first: SQLite alone, and only where they are marked."""
    runs = terms(asked)
    if any(len(run) > 1 for run in runs):
        condition = [
            f"({_quoted(runs)}) AND ({_any_mark([word for run in runs for word in run], level)})" for level in _LEVELS
        ]
    else:
        condition = [" AND ".join(f"({_any_mark([run[0]], level)})" for run in runs) for level in _LEVELS]
    found: dict[int, None] = {}
    for expression in condition:
        # bm25 is asked for the latest of many that weigh about the same, not for all.
        rows = connection.exec_driver_sql(
            "SELECT number FROM (SELECT rowid AS number, bm25(search, 10.0, 4.0, 1.0) AS rank FROM search WHERE search MATCH ?"
            " AND +rowid NOT IN (SELECT number FROM practice WHERE hidden = 1) ORDER BY rowid DESC LIMIT ?)"
            " ORDER BY rank, number DESC LIMIT ?",
            (expression, _WEIGHED, most),
        )
        found.update(dict.fromkeys(row[0] for row in rows))
        if len(found) >= most:
            break
    return list(found)[:most]


def count(connection: Connection, asked: str) -> int:
    """How many practices that are not deleted hold the words of a typed text: SQLite alone, asking nothing but the index."""
    expression = _quoted(terms(asked))
    held = connection.exec_driver_sql("SELECT count(*) FROM search WHERE search MATCH ?", (expression,)).scalar_one()
    if held and connection.exec_driver_sql("SELECT 1 FROM practice WHERE hidden = 1 LIMIT 1").first():
        held -= connection.exec_driver_sql(
            "SELECT count(*) FROM search WHERE search MATCH ? AND +rowid IN (SELECT number FROM practice WHERE hidden = 1)",
            (expression,),
        ).scalar_one()
    return int(held)


def latest(connection: Connection, asked: str, without: Sequence[int], most: int, skip: int) -> list[int]:
    """The numbers of the practices that hold the words, the last recorded first: SQLite alone. without: numbers to leave out."""
    found = connection.exec_driver_sql(
        "SELECT rowid FROM search WHERE search MATCH ? AND +rowid NOT IN (SELECT value FROM json_each(?))"
        " AND +rowid NOT IN (SELECT number FROM practice WHERE hidden = 1) ORDER BY rowid DESC LIMIT ? OFFSET ?",
        (_quoted(terms(asked)), json.dumps(list(without)), most, skip),
    )
    return [int(row[0]) for row in found]


def ranked(connection: Connection, asked: str, most: int, skip: int) -> list[int]:
    """The numbers of the practices that hold the words, each ranked, best first: SQLite alone."""
    found = connection.exec_driver_sql(
        "SELECT practice.number FROM search JOIN practice ON practice.number = +search.rowid WHERE search MATCH ? AND hidden = 0"
        " ORDER BY bm25(search, 10.0, 4.0, 1.0), practice.number DESC LIMIT ? OFFSET ?",
        (_quoted(terms(asked)), most, skip),
    )
    return [int(row[0]) for row in found]


def _quoted(runs: list[list[str]]) -> str:
    """An FTS5 expression. Quoted, so that nothing a person types is ever an operator."""
    return " ".join('"' + " ".join(run) + '"*' for run in runs)


def _any_mark(found: Sequence[str], level: int) -> str:
    return " OR ".join(f'"{mark}{word}"*' for word in found for mark in _MARKS[: level + 1])


def _marked(parts: SearchText) -> tuple[str, str, str]:
    """What FTS5 is given: the folded parts, and behind the last one the marks of the words that weigh much."""
    title, names, body = (fold_text(part) for part in parts)
    weights = Counter(_WORD.findall(body))
    for part, weight in ((title, 10), (names, 4)):
        for word in _WORD.findall(part):
            weights[word] += weight
    # As bm25 weighs: what is said again counts less and less, and less in a long text. An average length that moved would move every mark.
    usual = 1.2 * (0.25 + 0.75 * weights.total() / _USUAL_LENGTH)
    marks = []
    for word, weight in weights.items():
        if weight > 1:
            share = weight / (weight + usual)
            for mark, least in zip(_MARKS, _SHARES, strict=True):
                if share >= least:
                    marks.append(mark + word)
                    break
    return title, names, f"{body}\n{' '.join(marks)}"


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
