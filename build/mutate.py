"""Change the program in small ways and count how many of the changes the tests notice.

    build/dev.py mutate [domain|storage|reader] [--sample N] [--seed S] [--only FILE] [--seconds S]

Changes are made inside functions. All there could be are listed; a sample is drawn from each file in proportion. Tests are collected once,
in a process that then forks for every change: the fork swaps the code of the changed function in place and runs the tests that pass
through the changed line, quickest first, until one fails, none is left or they have had their seconds. Needs os.fork (Linux, macOS).
What runs in a process of its own (a reader process, a subprocess) keeps its old code, so such tests notice nothing.
"""

from __future__ import annotations

import argparse
import ast
import gc
import importlib
import os
import pickle
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCX = "seeddesk/exchange/docx"
# Not child.py: what runs in a process of its own keeps its old code.
READER = "alike candidates carriers finaltext foundrows guard identity images labels layers notes opened openrows others protected reader scrambled"
SOURCES = {
    "domain": ["seeddesk/domain/**/*.py"],
    "storage": ["seeddesk/storage/*.py"],
    "reader": [f"{DOCX}/{name}.py" for name in READER.split()],
}
SAFETY = "opening protecting backup_folders keeping similar cataloguing glimpse listing_in_blocks"  # tried by what people do with them
TESTS = {
    "domain": ["domain"],
    "storage": ["storage", *(f"services/test_{name}.py" for name in SAFETY.split())],
    "reader": ["exchange/docx", "services/test_merging_dossiers.py", "services/test_nested_rows.py"],
}
TRACED_CALLS = 200  # of one function in one test: enough to see its lines, without tracing every step of a loop
IMPORTED_ONCE = ["seeddesk", "sqlalchemy", "lxml", "PIL", "openpyxl", "pyxform", "docx", "sqlcipher3", "cryptography"]
EXAMPLES = 10  # of a property test, the same ones each time

Place = tuple[str, int]  # file, line


# ---- changes ---------------------------------------------------------------------------------------------------------

SWAPS: dict[type[ast.AST], type[Any]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Is: ast.IsNot,
    ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Div: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip


@dataclass(frozen=True)
class Change:
    """One change: the lines of the statement it stands in, what it does, and the step that does it to the tree."""

    file: str
    first: int
    last: int
    what: str
    do: Callable[[], object]


def _values(node: ast.Constant) -> Iterator[bool | float | str | bytes]:
    match node.value:
        case bool():
            yield not node.value
        case int() | float():
            yield node.value + 1
        case str():
            yield f"XX{node.value}XX"
        case bytes():
            yield b"XX" + node.value


def _steps(parent: ast.AST, name: str, index: int | None, node: ast.AST) -> Iterator[tuple[str, Callable[[], object]]]:
    """What may be done to a node: words for it, and the step."""

    def put(new: ast.AST) -> Callable[[], None]:
        def step() -> None:
            ast.copy_location(new, node)
            if index is None:
                setattr(parent, name, new)
            else:
                getattr(parent, name)[index] = new

        return step

    none = ast.Constant(None)
    if (swap := SWAPS.get(type(node))) is not None:
        yield f"{type(node).__name__} -> {swap.__name__}", put(swap())
    match node:
        case ast.Constant():
            for value in _values(node):
                yield f"{node.value!r} -> {value!r}"[:80], put(ast.Constant(value))
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield f"without {type(node.op).__name__}: {ast.unparse(node)}", put(operand)
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield f"return None for {ast.unparse(value)[:60]}", put(ast.Return(none))
        case ast.Expr(value=ast.Call()) | ast.Raise() | ast.Delete():
            yield f"without {ast.unparse(node)[:60]}", put(ast.Pass())
        case ast.Break():
            yield "continue for break", put(ast.Continue())
        case ast.Continue():
            yield "break for continue", put(ast.Break())
        case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield f"None for {ast.unparse(value)[:60]}", lambda: setattr(node, "value", ast.copy_location(none, value))
        case ast.Call(args=[first, second, *_]) if ast.dump(first) != ast.dump(second):
            swapped = [second, first]
            yield f"arguments swapped: {ast.unparse(node)[:60]}", lambda: node.args.__setitem__(slice(2), swapped)
    if isinstance(node, ast.Call):
        for place, keyword in enumerate(node.keywords):
            if keyword.arg:
                yield f"without {keyword.arg}= in {ast.unparse(node)[:60]}", partial(node.keywords.pop, place)
    plain = (ast.Compare, ast.BoolOp, ast.UnaryOp, ast.Constant)  # whose opposite is another change
    if name in ("test", "ifs") and isinstance(node, ast.expr) and not isinstance(node, plain):
        yield f"not: {ast.unparse(node)[:60]}", put(ast.UnaryOp(ast.Not(), node))


def changes(file: str, tree: ast.Module) -> Iterator[Change]:
    """Every change inside the functions of a module, always in the same order."""

    def walk(parent: ast.AST, inside: bool, first: int, last: int) -> Iterator[Change]:
        for name, value in ast.iter_fields(parent):
            if name in ("annotation", "decorator_list", "returns", "args") and not isinstance(parent, ast.Call):
                continue
            for index, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
                if not isinstance(node, ast.AST) or _is_said(parent, node):
                    continue
                if isinstance(node, ast.stmt):
                    body = getattr(node, "body", None)
                    first, last = node.lineno, body[0].lineno - 1 if body else node.end_lineno or node.lineno
                if inside:
                    for what, do in _steps(parent, name, index, node):
                        yield Change(file, first, max(first, last), what, do)
                yield from walk(node, inside or isinstance(node, ast.FunctionDef), first, last)

    return walk(tree, False, 0, 0)


def _is_said(parent: ast.AST, node: ast.AST) -> bool:
    """Whether this only speaks to readers and type checkers: a docstring, an assertion for them, a cast."""
    if isinstance(node, ast.Expr | ast.Assert):
        return isinstance(node, ast.Assert) or isinstance(node.value, ast.Constant)
    return isinstance(parent, ast.Call) and ast.unparse(parent.func) == "cast" and node is parent.args[0]


def swap_code(file: str, number: int) -> None:
    """Make one change real: every function of the changed module that exists in memory gets its new code."""
    source = (ROOT / file).read_text(encoding="utf-8")
    tree = ast.parse(source)
    list(changes(file, tree))[number].do()
    path = str(ROOT / file)
    new: dict[tuple[str, int], CodeType] = {}

    def collect(code: CodeType) -> None:
        for part in code.co_consts:
            if isinstance(part, CodeType):
                new[part.co_qualname, part.co_firstlineno] = part
                collect(part)

    collect(compile(ast.fix_missing_locations(tree), path, "exec"))
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType) and thing.__code__.co_filename == path:
            code = new.get((thing.__code__.co_qualname, thing.__code__.co_firstlineno))
            if code is not None and code.co_freevars == thing.__code__.co_freevars:
                thing.__code__ = code


# ---- tests -----------------------------------------------------------------------------------------------------------


class _Everything:
    def __contains__(self, _: object) -> bool:
        return True


class Runner:
    """A plugin of pytest that, in place of running the tests, finds out what each passes through and then forks for each change."""

    def __init__(self, files: list[str], options: argparse.Namespace, scratch: Path) -> None:
        self.files, self.scratch = files, scratch
        self.sample, self.seed, self.seconds, self.kept = options.sample, options.seed, options.seconds, options.map
        self.again = options.again.read_text(encoding="utf-8") if options.again else _Everything()
        self.in_fork = self.failed = False
        self.results: list[tuple[Change, str]] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Stop at the first test that fails; it noticed the change."""
        self.failed |= report.failed
        if self.in_fork and report.failed:
            os._exit(1)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """In place of running the tests one after the other."""
        for item in session.items:
            _fewer_examples(item)
        for file in self.files:
            importlib.import_module(file.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
        self.results = self._judge(session.items, *self._map(session.items))
        return True

    def _map(self, items: list[pytest.Item]) -> tuple[list[float | None], dict[Place, set[int]]]:
        """Seconds each test takes, None where it fails as it is; and which tests pass through a line."""
        known = {str(ROOT / file): file for file in self.files}
        traced: dict[str, tuple[float | None, set[Place]]] = {}
        if self.kept and self.kept.exists():
            traced = pickle.loads(self.kept.read_bytes())[0]
        answer = self.kept or self.scratch / "map"

        def run() -> None:
            waiting = [item for item in items if item.nodeid not in traced]
            for item, following in zip(waiting, [*waiting[1:], None], strict=False):
                self.failed = False
                seen, spent = _trace(partial(_run, [item], following), known)
                traced[item.nodeid] = (None if self.failed else spent, seen)
            answer.write_bytes(pickle.dumps((traced, sorted(sys.modules))))

        self._fork(run, None, failing=False)
        traced, modules = pickle.loads(answer.read_bytes())
        through: dict[Place, set[int]] = {}
        for number, item in enumerate(items):
            for place in traced[item.nodeid][1]:
                through.setdefault(place, set()).add(number)
        for name in modules:  # what a test imports on its way is imported once, here, and not in every fork
            if name.split(".")[0] in IMPORTED_ONCE:
                importlib.import_module(name)
        return [traced[item.nodeid][0] for item in items], through

    def _judge(
        self, items: list[pytest.Item], seconds: list[float | None], through: dict[Place, set[int]]
    ) -> list[tuple[Change, str]]:
        every = {file: list(changes(file, ast.parse((ROOT / file).read_text(encoding="utf-8")))) for file in self.files}
        total = sum(map(len, every.values()))
        print(
            f"{sum(s is not None for s in seconds)} of {len(items)} tests hold as they are, {sum(s or 0 for s in seconds):.0f} s; {total} changes"
        )
        results = []
        for file, possible in every.items():
            share = min(len(possible), round(self.sample * len(possible) / total)) if self.sample else len(possible)
            for number in sorted(random.Random(f"{self.seed} {file}").sample(range(len(possible)), share)):
                change = possible[number]
                told = f"{file}:{change.first}: {change.what}   "
                if told not in self.again:
                    results.append((change, "killed"))
                    continue
                passing = set().union(
                    *(through.get((file, line), set()) for line in range(change.first, change.last + 1))
                )
                quick = sorted((s, n) for n in passing if (s := seconds[n]) is not None)
                spent, chosen = 0.0, list[pytest.Item]()
                for taken, test in quick:
                    spent += taken
                    if chosen and spent > self.seconds:
                        break
                    chosen.append(items[test])
                outcome = "no test" if not chosen else self._fork(partial(_with, file, number, chosen), 10 + 5 * spent)
                results.append((change, outcome))
                if outcome in ("no test", "survived"):
                    print(f"{outcome:9}{told}[{len(chosen)} of {len(quick)} tests]", flush=True)
        return results

    def _fork(self, work: Callable[[], object], limit: float | None, failing: bool = True) -> str:
        """Do something in a fork of this process, within so many seconds of the processor: what became of it."""
        child = os.fork()
        if child == 0:
            self.in_fork = failing
            quiet = os.open(os.devnull, os.O_WRONLY)
            os.dup2(quiet, 1)
            os.dup2(quiet, 2)
            code = 1
            try:
                if limit is not None:
                    resource.setrlimit(resource.RLIMIT_CPU, (int(limit) + 1, int(limit) + 2))
                    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
                work()
                code = 0
            finally:
                os._exit(code)
        end = time.monotonic() + 20 * (limit or 3600)
        while (ended := os.waitpid(child, os.WNOHANG)) == (0, 0):
            if time.monotonic() > end:
                os.kill(child, signal.SIGKILL)
            time.sleep(0.005)
        for left in (self.scratch / "tests").iterdir():
            shutil.rmtree(left, ignore_errors=True)
        return "survived" if ended[1] == 0 else "killed"


def _fewer_examples(item: pytest.Item) -> None:
    from hypothesis import Phase, settings

    function = getattr(item.obj, "__func__", item.obj) if isinstance(item, pytest.Function) else None
    own = getattr(function, "_hypothesis_internal_use_settings", None)
    if isinstance(own, settings):
        few = min(EXAMPLES, own.max_examples)
        function._hypothesis_internal_use_settings = settings(  # type: ignore[union-attr]  # only a function has settings of its own, as was found above
            own, max_examples=few, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate]
        )


def _run(items: list[pytest.Item], after: pytest.Item | None = None) -> None:
    for item, following in zip(items, [*items[1:], after], strict=True):
        item.ihook.pytest_runtest_protocol(item=item, nextitem=following)


def _with(file: str, number: int, tests: list[pytest.Item]) -> None:
    swap_code(file, number)
    _run(tests)


def _trace(work: Callable[[], None], known: dict[str, str]) -> tuple[set[Place], float]:
    """The lines of the known files that some work passes through, and the seconds of the processor it took, watched as it was."""
    seen: set[Place] = set()
    calls: Counter[CodeType] = Counter()

    def called(frame: FrameType, _event: str, _argument: Any) -> Any:
        code = frame.f_code
        file = known.get(code.co_filename)
        calls[code] += file is not None
        if file is None or calls[code] > TRACED_CALLS:
            return None

        def line(frame: FrameType, _event: str, _argument: Any) -> Any:
            seen.add((file, frame.f_lineno))
            return line

        return line

    start = sum(os.times()[:4])
    sys.settrace(called)
    threading.settrace(called)
    try:
        work()
    finally:
        sys.settrace(None)
        threading.settrace(None)
    return seen, sum(os.times()[:4]) - start


def main(arguments: list[str]) -> int:
    """Print the survivors and the share killed of each package; 1 when it is below 80 % somewhere."""
    parser = argparse.ArgumentParser(
        prog="build/dev.py mutate", description="Count the changes to the program that its tests notice."
    )
    parser.add_argument("package", nargs="*", choices=[*SOURCES, []], help="which, else all three")
    parser.add_argument("--sample", type=int, default=300, help="changes a package; 0 for all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="only files whose path contains this")
    parser.add_argument("--seconds", type=float, default=20, help="of tests for one change")
    parser.add_argument(
        "--map",
        type=Path,
        help="keep here what tests pass through, to try new tests sooner; of one state of the sources",
    )
    parser.add_argument(
        "--again", type=Path, help="what an earlier run of the same sample printed: try only its survivors"
    )
    parser.add_argument("--tests", nargs="*", help="these tests in place of the package's own")
    options = parser.parse_args(arguments)
    os.chdir(ROOT)
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True
    ).stdout.strip()
    worst = 100.0
    for package in options.package or SOURCES:
        files = sorted({str(path) for pattern in SOURCES[package] for path in Path().glob(pattern)})
        files = [file for file in files if options.only in file]
        with tempfile.TemporaryDirectory(prefix="seeddesk-mutate-") as scratch:
            (Path(scratch) / "tests").mkdir()
            runner = Runner(files, options, Path(scratch))
            pytest.main(
                ["-o", "addopts=", "-o", "timeout=0", "--import-mode=importlib", "--capture=no", "-p", "no:cacheprovider", "-p", "no:terminal",
                 "-m", "not (slow or libreoffice or postgres or gui)", f"--basetemp={scratch}/tests/base",
                 *(options.tests or [f"tests/unit/{name}" for name in TESTS[package]])],
                plugins=[runner],
            )  # fmt: skip
        counts = Counter(outcome for _, outcome in runner.results)
        share = 100 * counts["killed"] / max(1, len(runner.results))
        worst = min(worst, share)
        print(
            f"{package}: {counts['killed']} of {len(runner.results)} changes killed, {share:.1f} %, {counts['no test']} met no test, seed {options.seed}, commit {commit}\n"
        )
    return 0 if worst >= 80 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
