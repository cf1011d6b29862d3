"""The frozen program: it is small enough, does the main job, and opens its window, without Python or a checkout."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 175e6  # bytes on disk

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def program() -> Path:
    """dist/seeddesk, built anew; skipped where its clean environment cannot be made."""
    build = subprocess.run(
        [sys.executable, "build/dev.py", "package", "program"], cwd=ROOT, capture_output=True, text=True
    )
    if "could not install the dependencies" in build.stderr:
        pytest.skip("the package index is not reachable")
    assert build.returncode == 0, build.stdout + build.stderr
    return ROOT / "dist" / "seeddesk" / ("seeddesk.exe" if os.name == "nt" else "seeddesk")


def _run(program: Path, home: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """In an environment that knows nothing of this checkout's Python."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "TMP") if name in os.environ}
    environment = {**kept, "HOME": str(home), "PATH": os.defpath, "LANG": "C.UTF-8", **environment}
    command = [str(program), *arguments]
    return subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, timeout=250, check=False)


def test_it_takes_at_most_175_mb_and_has_no_dangling_link(program):
    files = list(program.parent.rglob("*"))
    assert sum(path.lstat().st_size for path in files if not path.is_dir() or path.is_symlink()) <= LIMIT
    assert [path for path in files if path.is_symlink() and not path.exists()] == []


def test_it_carries_all_it_reads(program):
    # Words, dictionaries, lists, samples, forms: a window without its translations opens all the same, and speaks English.
    for name in ("resources", "forms"):
        ours = {path.relative_to(ROOT) for path in (ROOT / name).rglob("*") if path.is_file() and path.suffix != ".ts"}
        assert {path for path in ours if not (program.parent / "_internal" / path).is_file()} == set()


def test_it_does_the_main_job(program, tmp_path):
    run = _run(program, tmp_path, "demo", "--out", str(tmp_path / "results"))
    assert run.returncode == 0, run.stderr
    assert list((tmp_path / "results").rglob("*.docx"))


def test_it_writes_and_reads_spreadsheets(program, tmp_path):
    steps = [
        ("init",),
        ("new", "title=Orto di quartiere"),
        ("export", "--to", "xlsx", "--out", str(tmp_path / "table.xlsx")),
        ("import", str(tmp_path / "table.xlsx")),
    ]
    for step in steps:
        run = _run(program, tmp_path, "--catalogue", str(tmp_path / "catalogue.sqlite"), "--author", "Prova", *step)
        assert run.returncode == 0, f"{step}: {run.stderr}"


def test_it_opens_its_window(program, tmp_path):
    run = _run(program, tmp_path, QT_QPA_PLATFORM="offscreen", SEEDDESK_EXIT_AFTER_FIRST_PAINT="1")
    assert run.returncode == 0, run.stderr
    assert "first-paint" in run.stdout
