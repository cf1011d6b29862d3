"""Build what people install: the wheel, and the frozen one-folder program. Both land in dist/.

Everything is built in an environment of its own that holds the locked dependencies and the two build tools, nothing else:
whatever else were installed would be swept into the frozen program.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import environment as env
from environment import ROOT, TOOLS, Stop

DIST = ROOT / "dist"
LIMIT_MB = 175


def build(arguments: list[str]) -> int:
    """Build the wheel and the program; `wheel` or `program` as argument builds that one alone."""
    kinds = arguments or ["wheel", "program"]
    if not set(kinds) <= {"wheel", "program"}:
        raise Stop("package builds `wheel` or `program`; without a word, both.")
    env.system_packages(env.START, env.WINDOW, env.FREEZE)
    home = TOOLS / "package-venv"
    locks = ["requirements.txt", "requirements-package.txt"]
    if not env.is_current(home, locks):
        shutil.rmtree(home, ignore_errors=True)  # an older lock may have left packages behind
    python = env.make_venv(home, locks)
    return max([_wheel(python) if kind == "wheel" else _program(python) for kind in kinds])


def _wheel(python: Path) -> int:
    code = env.run([python, "-m", "hatchling", "build", "-t", "wheel", "-d", DIST])
    if code == 0:
        for wheel in sorted(DIST.glob("seeddesk-*.whl")):
            print(f"{wheel.relative_to(ROOT)}: {wheel.stat().st_size / 1e6:.1f} MB")
    return code


def _program(python: Path) -> int:
    work = TOOLS / "pyinstaller"
    command: list[str | Path] = [python, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    code = env.run([*command, "--distpath", DIST, "--workpath", work, "pyinstaller.spec"])
    if code == 0:
        size = size_mb(DIST / "seeddesk")
        print(f"dist/seeddesk: {size:.0f} MB on disk, at most {LIMIT_MB} allowed")
        code = int(size > LIMIT_MB)
    return code


def size_mb(folder: Path) -> float:
    """What a folder takes on disk, in 10^6 bytes; links count once."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file() or path.is_symlink()) / 1e6
