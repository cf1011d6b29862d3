"""Make the places the other scripts work in: virtual environments, Debian packages, the tools of the tests.

Standard library only. Whatever is there already is left alone, so that a second call costs next to nothing.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
TOOLS = ROOT / ".tools"
VENV = ROOT / ".venv"
PYTHONS = ((3, 11), (3, 14))  # the oldest and newest that the lock files hold wheels for

# What a Debian machine needs, by what shows that it is there: a library, a program or a file -> the package that brings it.
START = {"ensurepip": "python3-venv"}
WINDOW = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
}
SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
TESTS = {
    "soffice": "libreoffice-writer-nogui",
    "/usr/lib/python3/dist-packages/uno.py": "python3-uno",
    "pdftotext": "poppler-utils",
    "/usr/share/fonts/truetype/crosextra/Carlito-Regular.ttf": "fonts-crosextra-carlito",
    "xvfb-run": "xvfb",
    "xauth": "xauth",
    "dbus-run-session": "dbus-daemon",
    "/usr/libexec/at-spi2-registryd": "at-spi2-core",
    "/usr/lib/python3/dist-packages/gi/__init__.py": "python3-gi",
    "/usr/share/doc/gir1.2-atspi-2.0/copyright": "gir1.2-atspi-2.0",
    "npm": "npm",
    "gcc": "gcc",
    "/usr/include/stdio.h": "libc6-dev",
}
FREEZE = {
    "objdump": "binutils",
    f"libpython{sys.version_info[0]}.{sys.version_info[1]}.so.1.0": f"libpython{sys.version_info[0]}.{sys.version_info[1]}",
}


class Stop(Exception):
    """Nothing more can be done; the sentence says why and what to do."""


def run(command: Sequence[str | Path], **options: Any) -> int:
    """Run a command in the checkout and return its exit code; options go to subprocess.run."""
    return subprocess.run([str(word) for word in command], cwd=ROOT, check=False, **options).returncode


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, on Linux where a display is named."""
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def python_of(venv: Path) -> Path:
    """The interpreter of a virtual environment."""
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def system_packages(*needs: dict[str, str]) -> None:
    """Install the Debian packages that are missing, as root; else say the one command that would.

    On other Linux systems the missing things are named; on Windows and macOS nothing is needed.
    """
    if not sys.platform.startswith("linux"):
        return
    wanted = {probe: package for need in needs for probe, package in need.items()}
    libraries = _libraries()
    missing = {probe: package for probe, package in wanted.items() if not _is_here(probe, libraries)}
    if not missing:
        return
    if not shutil.which("apt-get"):
        print(f"Not found on this machine: {', '.join(missing)}. Install them with its package manager; going on.")
        return
    packages = sorted(set(missing.values()))
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        command = f"sudo apt-get update && sudo {' '.join(install)}"
        print(f"Some parts need packages that are not installed. This installs them:\n\n    {command}\n")
        return
    print(f"Installing Debian packages: {' '.join(packages)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update", "-qq"], [*install, "-qq", "-oDpkg::Use-Pty=0"]):
        if run(step, stdout=subprocess.DEVNULL, env=environment):
            print("apt-get could not install them (its messages are above); going on without.")
            return


def _libraries() -> str:
    path = os.pathsep.join((os.environ.get("PATH", ""), "/sbin", "/usr/sbin"))
    ldconfig = shutil.which("ldconfig", path=path)
    if ldconfig is None:
        return ""
    return subprocess.run([ldconfig, "-p"], capture_output=True, text=True, check=False).stdout


def _is_here(probe: str, libraries: str) -> bool:
    if probe == "ensurepip":  # Debian keeps it in a package of its own; of no use once the environment is made
        return python_of(VENV).exists() or importlib.util.find_spec("ensurepip") is not None
    if probe.startswith("/"):
        return Path(probe).exists()
    if ".so" in probe:
        return probe in libraries or (Path(sys.base_prefix) / "lib" / probe).exists()
    return shutil.which(probe) is not None


def make_venv(venv: Path, locks: Sequence[str]) -> Path:
    """A virtual environment with exactly what the lock files name; returns its interpreter.

    locks: file names in build/. Nothing is done while their digest is the one noted in the environment.
    """
    if not PYTHONS[0] <= sys.version_info[:2] <= PYTHONS[1]:
        raise Stop(
            f"Python {sys.version.split()[0]} is not supported. Run this with Python 3.{PYTHONS[0][1]} to 3.{PYTHONS[1][1]}."
        )
    python = python_of(venv)
    if is_current(venv, locks):
        return python
    if not python.exists():
        _create(venv)
    print(f"Installing the locked dependencies into {venv.relative_to(ROOT)} ...", flush=True)
    install: list[str | Path] = [
        python,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-input",
        "--require-hashes",
    ]
    if run([*install, *(f"-r{BUILD / lock}" for lock in locks)]):
        raise Stop(
            "pip could not install the dependencies. Check the network connection, then run the same command again."
        )
    noted = json.loads(_stamp(venv).read_text()) if _stamp(venv).exists() else {}
    _stamp(venv).write_text(json.dumps({**noted, **_digests(locks)}, indent=1))
    return python


def is_current(venv: Path, locks: Sequence[str]) -> bool:
    """Whether an environment holds what these lock files name."""
    if not (python_of(venv).exists() and _stamp(venv).exists()):
        return False
    noted: dict[str, str] = json.loads(_stamp(venv).read_text())
    return _digests(locks).items() <= noted.items()


def _stamp(venv: Path) -> Path:
    return venv / "seeddesk-locks.json"


def _digests(locks: Sequence[str]) -> dict[str, str]:
    return {lock: hashlib.sha256((BUILD / lock).read_bytes()).hexdigest() for lock in locks}


def _create(venv: Path) -> None:
    importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is None:
        raise Stop(
            "This Python cannot make virtual environments: its venv package is missing. Install it, then run this again."
        )
    shutil.rmtree(venv, ignore_errors=True)
    if run([sys.executable, "-m", "venv", venv]):
        raise Stop(f"The virtual environment {venv} could not be made. Python's message is above.")


def put_on_path(venv: Path) -> None:
    """Let the environment find the checkout's package, and give it the command `seeddesk`."""
    if os.name == "nt":
        packages, launcher = venv / "Lib" / "site-packages", venv / "Scripts" / "seeddesk.cmd"
        text = '@"%~dp0python.exe" -m seeddesk %*\n'
    else:
        packages, launcher = next((venv / "lib").glob("python3*/site-packages")), venv / "bin" / "seeddesk"
        text = f'#!/bin/sh\nexec "{python_of(venv)}" -m seeddesk "$@"\n'
    (packages / "seeddesk-checkout.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    launcher.write_text(text, encoding="utf-8")
    launcher.chmod(0o755)


def test_tools() -> None:
    """The two judges of dossiers (see tests/support/validators.py), where they can be had; each is fetched once."""
    _openxml_validator()
    _iso_schema()


def _openxml_validator() -> None:
    home = TOOLS / "node"
    lock = (BUILD / "node" / "package-lock.json").read_bytes()
    here = home / "package-lock.json"
    npm = shutil.which("npm") if (sys.platform, platform.machine()) == ("linux", "x86_64") else None
    if npm is None or (here.exists() and here.read_bytes() == lock and (home / "node_modules").exists()):
        return
    home.mkdir(parents=True, exist_ok=True)
    shutil.copy(BUILD / "node" / "package.json", home)
    command: list[str | Path] = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", "--prefix", home]
    here.write_bytes(lock)
    print("Fetching the OpenXML validator ...", flush=True)
    if run(command):
        here.unlink()
        print("The OpenXML validator could not be installed; the tests that need it are skipped.")


# The schema files are ISO's and stay out of this repository; python-docx's repository keeps a copy of them.
SCHEMA_SOURCE = "https://github.com/python-openxml/python-docx"
SCHEMA_COMMIT = "e45454602b53e8e572b179ccf1c91093ec9f4ed7"


def _iso_schema() -> None:
    home, work, tried = TOOLS / "ooxml-xsd", TOOLS / "ooxml-xsd-source", TOOLS / "ooxml-xsd-not-reachable"
    if (home / "wml.xsd").exists() or tried.exists() or not shutil.which("git"):
        return
    TOOLS.mkdir(exist_ok=True)
    shutil.rmtree(work, ignore_errors=True)
    git: list[str | Path] = ["git", "-C", work]
    steps: list[list[str | Path]] = [
        ["git", "init", "-q", work],
        [*git, "remote", "add", "origin", SCHEMA_SOURCE],
        [*git, "fetch", "-q", "--depth=1", "--filter=blob:none", "origin", SCHEMA_COMMIT],
        [*git, "checkout", "-q", SCHEMA_COMMIT, "--", "ref/xsd"],
    ]
    try:
        fetched = not any(run(step, stderr=subprocess.DEVNULL, timeout=60) for step in steps)
    except subprocess.TimeoutExpired:
        fetched = False
    if fetched:
        (work / "ref" / "xsd").replace(home)
    else:
        tried.touch()
        print(
            f"The ISO schema could not be fetched; its tests are skipped, until ref/xsd of {SCHEMA_SOURCE} is put at {home}"
        )
    shutil.rmtree(work, ignore_errors=True)
