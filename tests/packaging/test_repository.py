"""What the repository says about itself holds."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import seeddesk
from seeddesk.cli.arguments import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = {"": "requirements.txt", "dev": "requirements-dev.txt", "package": "requirements-package.txt"}


def _pinned(lock: str) -> dict[str, str]:
    """Name -> all lines of its entry."""
    text = (ROOT / "build" / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    return {entry.split("==")[0]: entry for entry in text.splitlines() if "==" in entry}


@pytest.mark.parametrize("group", LOCKS)
def test_every_dependency_is_locked_with_hashes(group):
    wanted = PROJECT["dependency-groups"][group] if group else PROJECT["project"]["dependencies"]
    names = {re.match(r"[\w-]+", requirement).group().lower() for requirement in wanted}
    pinned = _pinned(LOCKS[group]) | (_pinned(LOCKS[""]) if group else {})
    assert names - pinned.keys() == set()
    assert [name for name, entry in pinned.items() if "--hash=sha256:" not in entry] == []


def test_the_version_is_the_same_everywhere():
    publiccode = (ROOT / "publiccode.yml").read_text(encoding="utf-8")
    assert f'softwareVersion: "{seeddesk.__version__}"' in publiccode


def test_the_readme_names_the_two_commands():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "python3 build/dev.py run" in readme
    assert "python3 build/dev.py test" in readme


def test_the_readme_shows_every_command():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [command for command in COMMANDS if f"`seeddesk {command}" not in readme] == []


def test_the_continuous_integration_runs_the_readmes_test_command():
    assert "python3 build/dev.py test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_links_between_the_pages_lead_somewhere():
    pages = ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md"]
    links = {
        (page, target.split("#")[0])
        for page in pages
        for target in re.findall(r"\]\(([^)]+)\)", (ROOT / page).read_text(encoding="utf-8"))
        if "://" not in target and not target.startswith("#")
    }
    assert {link for link in links if not (ROOT / link[1]).exists()} == set()


def _texts() -> Iterator[tuple[Path, str]]:
    folders = [
        path
        for name in ("seeddesk", "resources", "forms", "tests", "build", ".ci")
        for path in (ROOT / name).rglob("*")
    ]
    for path in [*folders, *ROOT.glob("*.*")]:
        if path.is_file() and path.suffix != ".pyc":
            content = path.read_bytes()
            if b"\0" not in content:
                yield path, content.decode("utf-8", "replace")  # what fuzzing found is not all text


def test_no_path_of_a_machine_is_in_the_repository():
    # Spelled apart so that this file does not find itself. XPath has roots of its own, after a bracket.
    machine = re.compile(
        "|".join(("(?<![a-z)])/ro" + "ot/", "/wo" + "rk/", "(?<![a-z])/ho" + "me/[a-z]+/", "C:" + r"\\Users"))
    )
    assert [path for path, text in _texts() if machine.search(text)] == []
