"""A PostgreSQL server of the tests' own: made in a temporary folder, reached through a socket in it, gone at the end."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

PLACES = (*Path("/usr/lib/postgresql").glob("*/bin"), Path("/usr/local/bin"), Path("/usr/bin"))


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
    _run(user, initdb, "-D", folder / "data", "-U", "seeddesk", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
    _run(user, pg_ctl, "-D", folder / "data", "-w", "-l", folder / "log", "-o", options, "start")
    try:
        yield str(folder)
    finally:
        _run(user, pg_ctl, "-D", folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def server(postgres: str, request: pytest.FixtureRequest) -> str:
    """The address of an empty database."""
    import psycopg

    name = f"db{abs(hash(request.node.nodeid)) % 10**12}"
    with psycopg.connect(host=postgres, user="seeddesk", dbname="postgres", autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {name}")
    return f"postgresql://seeddesk@/{name}?host={postgres}"


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
