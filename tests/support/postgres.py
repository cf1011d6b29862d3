"""A PostgreSQL server of the tests' own: made in a temporary folder, reached through a socket in it, gone at the end.

Each worker of a run with several has its own, so that nothing is shared between them.
"""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

import pytest

PLACES = (*Path("/usr/lib/postgresql").glob("*/bin"), Path("/usr/local/bin"), Path("/usr/bin"))
Databases: TypeAlias = Callable[[], str]  # makes an empty one and gives its address


def tool(name: str) -> Path | None:
    """A program of PostgreSQL, the newest there is."""
    return next((place / name for place in sorted(PLACES, reverse=True) if (place / name).is_file()), None)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The folder of the server's socket; the test is skipped where no server is installed."""
    initdb, pg_ctl = tool("initdb"), tool("pg_ctl")
    if initdb is None or pg_ctl is None:
        pytest.skip("PostgreSQL is not installed here")
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    user = _owner(folder)
    # -N: nothing is asked of the disk.
    _run(user, initdb, "-D", folder / "data", "-U", "seeddesk", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
    _run(user, pg_ctl, "-D", folder / "data", "-w", "-l", folder / "log", "-o", options, "start")
    try:
        yield str(folder)
    finally:
        _run(user, pg_ctl, "-D", folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


_numbers = itertools.count()
_free: defaultdict[str, list[str]] = defaultdict(
    list
)  # of each server; emptied is sooner done than dropped and made again


@contextmanager
def databases(postgres: str) -> Iterator[Databases]:
    """Makes empty databases; they are emptied for the next when they are no longer needed."""
    import psycopg

    made: list[str] = []

    def connect(name: str) -> psycopg.Connection:
        return psycopg.connect(host=postgres, user="seeddesk", dbname=name, autocommit=True)

    def make() -> str:
        if _free[postgres]:
            made.append(_free[postgres].pop())
        else:
            made.append(f"db{next(_numbers)}")
            with connect("postgres") as connection:
                connection.execute(f"CREATE DATABASE {made[-1]}")
        return f"postgresql://seeddesk@/{made[-1]}?host={postgres}"

    yield make
    for name in made:
        with connect(name) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()",
                [name],
            )
            connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        _free[postgres].append(name)


@pytest.fixture
def server(postgres: str) -> Iterator[str]:
    """The address of an empty database."""
    with databases(postgres) as make:
        yield make()


def _owner(folder: Path) -> str:
    """Who runs the server: it refuses root."""
    if os.geteuid() != 0:
        return ""
    user = next(name for name in ("postgres", "nobody") if name in {entry.pw_name for entry in pwd.getpwall()})
    os.chown(folder, pwd.getpwnam(user).pw_uid, -1)
    return user


def _run(user: str, *command: object) -> None:
    words = [str(word) for word in command]
    subprocess.run(
        ["runuser", "-u", user, "--", *words] if user else words, check=True, cwd="/", stdout=subprocess.DEVNULL
    )
