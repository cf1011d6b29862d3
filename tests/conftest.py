"""What every test shares: Qt without a screen, and a home of its own."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.support.catalogues import new_workspace, one_place, workspace  # noqa: F401  # fixtures for every test
from tests.support.figures import figures, pytest_terminal_summary  # noqa: F401  # a fixture, and what prints what it was told

# How fast a machine is says nothing about whether the program is right.
# In continuous integration the same examples each time, so that a submission is judged by what it changed; elsewhere ever new ones.
settings.register_profile(
    "seeddesk", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ
)
settings.load_profile("seeddesk")

# Before anything imports Qt. A developer who wants to watch sets QT_QPA_PLATFORM to their own platform.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Python chooses UTF-8 by itself where nobody named a language, but for this one variable; Qt does so with a warning, which is a failure.
if os.environ.get("LC_ALL") in ("C", "POSIX"):
    os.environ["LC_ALL"] = "C.UTF-8"

ROOT = Path(__file__).resolve().parent.parent


# The folders whose files take longest come first, so that no worker is left alone with one of them at the end.
LONGEST = ("fuzz", "e2e", "durability", "gui")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The order in which workers take files."""
    rank = {name: number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: rank.get(item.path.relative_to(ROOT / "tests").parts[0], len(rank)))


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The open data beside the checkout; the test is skipped where it is absent."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the shared data folder is not here")
    return folder


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the catalogue, settings or logs of the person who runs it."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    for name in (
        "SEEDDESK_CATALOGUE",
        "SEEDDESK_AUTHOR",
        "SEEDDESK_LANG",
        "SEEDDESK_RECOVERY_CODE",
        "SEEDDESK_PASSWORD",
    ):
        monkeypatch.delenv(name, raising=False)
    # Nor their keyring; `tests.support.keyrings` gives a test one of its own.
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
