"""The wheel: all that the program needs is in it, and it runs where there is no checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.mark.parametrize("folder", ["resources", "forms"])
def test_it_carries_every_resource_and_form(wheel, folder):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    files = [path.relative_to(ROOT) for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix != ".pyc"]
    expected = {f"seeddesk/_data/{path.as_posix()}" for path in files}
    assert expected
    assert expected - names == set()


def test_it_carries_the_package_and_the_licence_and_nothing_of_the_workshop(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert {name.split("/")[0] for name in names} == {
        "seeddesk",
        next(n for n in names if ".dist-info/" in n).split("/")[0],
    }
    assert [name for name in names if "__pycache__" in name] == []


def test_its_command_line_runs_the_main_job_from_the_wheel_alone(wheel, tmp_path):
    home = tmp_path / "installed"
    install = ["install", "--quiet", "--no-deps", "--no-index", "--target", str(home), str(wheel)]
    subprocess.run([sys.executable, "-m", "pip", *install], check=True, capture_output=True)
    environment = {**os.environ, "PYTHONPATH": str(home)}
    where = [sys.executable, "-c", "import seeddesk; print(seeddesk.__file__)"]
    found = subprocess.run(where, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert Path(found.stdout.strip()).is_relative_to(home)
    demo = [sys.executable, "-m", "seeddesk", "demo", "--out", str(tmp_path / "results")]
    run = subprocess.run(demo, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=250, check=False)
    assert run.returncode == 0, run.stderr
    assert list((tmp_path / "results").rglob("*.docx"))


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_it_installs_and_runs_in_a_clean_environment(wheel, tmp_path):
    venv = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
    scripts = venv / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(scripts / "python"), "-m", "pip", "install", "--quiet"]
    locked = [*pip, "--require-hashes", "-r", str(ROOT / "build" / "requirements.txt")]
    if subprocess.run(locked, check=False).returncode:
        pytest.skip("the package index is not reachable")
    subprocess.run([*pip, "--no-deps", "--no-index", str(wheel)], check=True)
    demo = [str(scripts / "seeddesk"), "demo", "--out", str(tmp_path / "results")]
    run = subprocess.run(demo, cwd=tmp_path, capture_output=True, text=True, timeout=250, check=False)
    assert run.returncode == 0, run.stderr
    assert list((tmp_path / "results").rglob("*.docx"))
