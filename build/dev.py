"""The developer's one script: python3 build/dev.py COMMAND. Standard library only; Linux, macOS, Windows.

run [ARGUMENTS]     open SeedDesk's window, or run `seeddesk ARGUMENTS`; without a display, run its demo
test [--all] [-- ARGUMENTS OF PYTEST]
                    run the tests; --all adds the slow ones
lint                ruff (rules and format), and mypy, strict outside the window
bench [NAME] [--practices N] [--curve N,N,...]
                    measure against the peers and print the table of ratios, also at several sizes of a catalogue
mutate [PACKAGE ...] [--sample N] [--seed S]
                    change domain, storage or the dossier reader in small ways and count the changes that the tests notice
shots [OUT] [--only WORD] [--look THEME-LANG]
                    make pictures of every page in every look, with a contact sheet for each, in shots/
package             build the wheel and the frozen program into dist/
lock                write the lock files anew, after the dependencies in pyproject.toml changed
"""

from __future__ import annotations

import os
import sys

import environment as env
from environment import ROOT, VENV, Stop

RUNTIME, TOOLS_OF_TESTS = "requirements.txt", "requirements-dev.txt"


def start(arguments: list[str]) -> int:
    """Open the window, run a command, or without a display the demo."""
    env.system_packages(env.START, env.WINDOW, env.SCREEN if env.has_display() else {})
    python = env.make_venv(VENV, [RUNTIME])
    env.put_on_path(VENV)
    if arguments or env.has_display():
        return env.run([python, "-m", "seeddesk", *arguments])
    results = ROOT / "seeddesk-demo"
    print(f"There is no display for the window, so this is SeedDesk's demo. Its results go to {results}\n", flush=True)
    return env.run([python, "-m", "seeddesk", "demo", "--out", results])


def _development() -> os.PathLike[str]:
    python = env.make_venv(VENV, [RUNTIME, TOOLS_OF_TESTS])
    env.put_on_path(VENV)
    return python


def test(arguments: list[str]) -> int:
    """Run the tests: the quick ones, or with --all every one. What follows `--` goes to pytest."""
    env.system_packages(env.START, env.WINDOW, env.SCREEN, env.TESTS)
    python = _development()
    env.test_tools()
    # Hundreds of processes are started: where Python is told not to keep what it compiled, each would compile all of it again.
    env.run([str(python), "-m", "compileall", "-q", "seeddesk", "tests"])
    everything = "--all" in arguments
    passed_on = [word for word in arguments if word not in ("--all", "--")]
    chosen = ["--timeout=900"] if everything else ["-m", "not slow"]
    # A file at a time: what a file's tests share is made once. One more than there are cores: disks, timers and other programs are waited for.
    chosen += [f"--numprocesses={(os.cpu_count() or 1) + 1}", "--dist=loadfile", "--no-loadscope-reorder"]
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    return env.run([str(python), "-m", "pytest", "-q", *chosen, *passed_on], env=environment)


def lint(arguments: list[str]) -> int:
    """Run every check, then report the worst."""
    env.system_packages(env.START)
    python = str(_development())
    checks = (["ruff", "check", *arguments], ["ruff", "format", "--check", *arguments], ["mypy", *arguments])
    return max([env.run([python, "-m", *check]) for check in checks])


def bench(arguments: list[str]) -> int:
    """Print the table of ratios."""
    env.system_packages(env.START, env.WINDOW)
    python = str(_development())
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    return env.run([python, "-m", "tests.benchmarks", *arguments], env=environment)


def mutate(arguments: list[str]) -> int:
    """Count the changes to the program that its tests notice."""
    env.system_packages(env.START, env.WINDOW, env.SCREEN)
    python = str(_development())
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    return env.run([python, "build/mutate.py", *arguments], env=environment)


def shots(arguments: list[str]) -> int:
    """Make pictures of every page."""
    env.system_packages(env.START, env.WINDOW)
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    return env.run([str(_development()), "build/shots.py", *arguments], env=environment)


def package(arguments: list[str]) -> int:
    """Build the wheel and the frozen program into dist/, or only the one named."""
    from package import build

    return build(arguments)


def lock(arguments: list[str]) -> int:
    """Write the lock files anew from what pyproject.toml asks for."""
    env.system_packages(env.START)
    python = str(_development())
    return env.run([python, "build/lock.py", *arguments])


COMMANDS = {
    "run": start,
    "test": test,
    "lint": lint,
    "bench": bench,
    "mutate": mutate,
    "shots": shots,
    "package": package,
    "lock": lock,
}


def main(argv: list[str]) -> int:
    """Run one command and return its exit code; 2 for a word that is not one."""
    if not argv or argv[0] not in COMMANDS:
        print(__doc__)
        return 0 if argv in (["help"], ["-h"], ["--help"]) else 2
    try:
        return COMMANDS[argv[0]](argv[1:])
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
