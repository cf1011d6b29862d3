"""Write the lock files: every package with its version and the hashes of its wheels for each supported system.

pip resolves, on the oldest supported Python; packages that only other systems need are found by evaluating the markers of
every dependency for those systems. The hashes come from the package index that pip itself uses.
"""

from __future__ import annotations

import json
import ssl
import subprocess
import sys
import tomllib
import urllib.request
from collections.abc import Iterable, Iterator
from itertools import combinations, product
from typing import Any

from environment import BUILD, PYTHONS, ROOT
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename
from packaging.version import Version
from pip._internal.models.index import PyPI

SYSTEMS = {"linux": ("posix", "Linux"), "darwin": ("posix", "Darwin"), "win32": ("nt", "Windows")}
MACHINES = {"linux": ("x86_64", "aarch64"), "darwin": ("x86_64", "arm64"), "win32": ("AMD64", "ARM64")}
VERSIONS = [f"3.{minor}" for minor in range(PYTHONS[0][1], PYTHONS[1][1] + 1)]
NAMES = ("sys_platform", "platform_machine", "python_version")
Target = tuple[str, str, str]  # the values of NAMES
TARGETS: list[Target] = [(s, m, v) for s in SYSTEMS for m, v in product(MACHINES[s], VERSIONS)]

HEADER = "# Written by `build/dev.py lock` from pyproject.toml. Exact versions, and the hashes of every wheel they may come as.\n--only-binary :all:\n"


def markers(target: Target, extra: str) -> dict[str, str]:
    """The marker environment of a target system."""
    system, machine, version = target
    os_name, platform_system = SYSTEMS[system]
    return {
        "sys_platform": system, "platform_machine": machine, "python_version": version, "python_full_version": f"{version}.0",
        "os_name": os_name, "platform_system": platform_system, "implementation_name": "cpython",
        "platform_python_implementation": "CPython", "extra": extra,
    }  # fmt: skip


def resolve(requirements: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The metadata of every package pip would install, by canonical name."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--dry-run",
        "--ignore-installed",
        "--quiet",
        "--only-binary=:all:",
    ]
    run = subprocess.run([*command, "--report", "-", *requirements], check=True, stdout=subprocess.PIPE, text=True)
    found = [item["metadata"] for item in json.loads(run.stdout)["install"]]
    return {canonicalize_name(metadata["name"]): metadata for metadata in found}


def needed(wanted: Iterable[str], known: dict[str, dict[str, Any]], target: Target) -> Iterator[str]:
    """Canonical names of all that the requirements need on a target, with what those need in turn."""
    queue, seen = [Requirement(text) for text in wanted], set[tuple[str, frozenset[str]]]()
    queue = [one for one in queue if not one.marker or one.marker.evaluate(markers(target, ""))]
    while queue:
        requirement = queue.pop()
        name, extras = canonicalize_name(requirement.name), frozenset(requirement.extras)
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        yield name
        for text in known.get(name, {}).get("requires_dist", ()):
            further = Requirement(text)
            if not further.marker or any(further.marker.evaluate(markers(target, extra)) for extra in ("", *extras)):
                queue.append(further)


def condition(targets: set[Target]) -> str:
    """The shortest environment marker that is true on exactly these targets; "" for all of them."""
    for size in range(len(NAMES) + 1):
        for places in combinations(range(len(NAMES)), size):
            cut = {tuple(target[place] for place in places) for target in targets}
            if all((tuple(target[place] for place in places) in cut) == (target in targets) for target in TARGETS):
                clauses = (
                    " and ".join(f'{NAMES[p]} == "{v}"' for p, v in zip(places, values, strict=True))
                    for values in sorted(cut)
                )
                return " or ".join(clauses)
    raise ValueError("a set of targets is always told apart by all three names")


def hashes(name: str, version: str) -> list[str]:
    """The sha256 of the release's wheels for the supported systems, as the index lists them."""
    settings = dict(line.split("=", 1) for line in _pip("config", "list").splitlines() if "=" in line)
    settings = {key.rsplit(".", 1)[-1]: value.strip("'") for key, value in settings.items()}
    address = f"{settings.get('index-url', PyPI.simple_url).rstrip('/')}/{name}/"
    request = urllib.request.Request(address, headers={"Accept": "application/vnd.pypi.simple.v1+json"})
    context = ssl.create_default_context(cafile=settings.get("cert"))
    with urllib.request.urlopen(request, timeout=60, context=context) as answer:
        files = json.load(answer)["files"]
    return sorted({file["hashes"]["sha256"] for file in files if _is_ours(file["filename"], version)})


def _pip(*words: str) -> str:
    return subprocess.run([sys.executable, "-m", "pip", *words], check=True, stdout=subprocess.PIPE, text=True).stdout


def _is_ours(filename: str, version: str) -> bool:
    if not filename.endswith(".whl"):
        return False
    _, of_file, _, tags = parse_wheel_filename(filename)
    return of_file == Version(version) and any(_fits(tag.interpreter, tag.abi, tag.platform) for tag in tags)


def _fits(interpreter: str, abi: str, platform: str) -> bool:
    newest, ours = PYTHONS[1][1], {f"cp3{version[2:]}" for version in VERSIONS}
    python = interpreter == "py3" or (interpreter in ours and abi in (interpreter, "abi3", "none"))
    stable = abi == "abi3" and interpreter.startswith("cp3") and int(interpreter[3:] or 0) <= newest
    system = platform == "any" or platform in ("win_amd64", "win_arm64") or platform.startswith("macosx")
    linux = platform.startswith("manylinux") and platform.endswith(("x86_64", "aarch64"))
    return (python or stable) and (system or linux)


def main() -> None:
    """Resolve once for all three files, so that they agree with one another, and write them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups: dict[str, list[str]] = {"": project["project"]["dependencies"], **project["dependency-groups"]}
    wanted = [requirement for group in groups.values() for requirement in group]
    known = resolve(wanted)
    while missing := {name for target in TARGETS for name in needed(wanted, known, target)} - known.keys():
        known |= resolve([*wanted, *missing])  # those that only other systems need
    runtime: set[str] = set()
    for group, requirements in groups.items():
        where: dict[str, set[Target]] = {}
        for target in TARGETS:
            for name in needed(requirements, known, target):
                where.setdefault(name, set()).add(target)
        lines = [_line(name, known[name]["version"], where[name]) for name in sorted(where.keys() - runtime)]
        runtime |= where.keys() if not group else set()
        target_file = BUILD / f"requirements{'-' if group else ''}{group}.txt"
        target_file.write_text(HEADER + "".join(lines), encoding="utf-8")
        print(f"{target_file.relative_to(ROOT)}: {len(lines)} packages")


def _line(name: str, version: str, targets: set[Target]) -> str:
    found = hashes(name, version)
    if not found:
        raise SystemExit(f"{name} {version} has no wheel for the supported systems")
    marker = condition(targets)
    head = f"{name}=={version}" + (f" ; {marker}" if marker else "")
    return " \\\n    ".join([head, *(f"--hash=sha256:{digest}" for digest in found)]) + "\n"


if __name__ == "__main__":
    main()
