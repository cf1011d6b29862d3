"""The layers of the house, read off the imports: who may know whom, and what may be loaded before the first paint."""

import ast
from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "seeddesk"
CEILING = 450  # lines in a file; about 300 is the aim

# A layer -> the layers of SeedDesk it may import, and the one library of others that only it, or also it, may.
ALLOWED = {
    "domain": set(),
    "storage": {"domain"},
    "exchange": {"domain"},
    "sync": {"domain"},
    "services": {"domain", "storage", "exchange", "sync"},
    "gui": {"domain", "services"},
    "cli": {"domain", "services"},
    "__main__": {"cli", "gui"},
    "__init__": set(),
}
# Loaded inside the functions that use them: together they take longer than Qt.
HEAVY = {
    *("pandas", "numpy", "docx", "openpyxl", "sqlalchemy", "pyxform"),
    *("sqlcipher3", "keyring", "msoffcrypto", "cryptography"),
}


def _modules() -> dict[str, Path]:
    names = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        names[".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)] = path
    return names


MODULES = _modules()


def _layer(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def _imports(module: str, nodes: Iterable[ast.AST]) -> set[str]:
    """Full names of what a module imports in these of its nodes."""
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(module, node)
            found.add(base)
            found |= {f"{base}.{alias.name}" for alias in node.names if f"{base}.{alias.name}" in MODULES}
    return found


def _run(tree: ast.AST, at_load: bool) -> Iterator[ast.AST]:
    """The nodes that run, none for type checkers alone; at_load: when the module is imported, without bodies of functions."""
    for node in ast.iter_child_nodes(tree):
        if at_load and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        yield node
        yield from _run(node, at_load)


def _absolute(module: str, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = module.split(".") if MODULES[module].name == "__init__.py" else module.split(".")[:-1]
    return ".".join([*package[: len(package) - node.level + 1], *([node.module] if node.module else [])])


TREES = {module: ast.parse(path.read_text(encoding="utf-8")) for module, path in MODULES.items()}
IMPORTS = {module: _imports(module, ast.walk(tree)) for module, tree in TREES.items()}
IMPORTS_RUN = {module: _imports(module, _run(tree, at_load=False)) for module, tree in TREES.items()}
IMPORTS_AT_LOAD = {module: _imports(module, _run(tree, at_load=True)) for module, tree in TREES.items()}


def _loaded_with(start: str) -> dict[str, str]:
    """Every module that importing `start` loads -> the module that asks for it first."""
    queue, loaded = [start], {start: ""}
    while queue:
        module = queue.pop()
        parents = [module.rsplit(".", depth)[0] for depth in range(1, module.count(".") + 1)]
        for name in sorted({*IMPORTS_AT_LOAD.get(module, ()), *parents}):
            if name not in loaded:
                loaded[name] = module
                if name in MODULES:
                    queue.append(name)
    return loaded


def test_each_layer_knows_only_the_layers_below_it():
    wrong = [
        f"{module} imports {name}"
        for module, names in IMPORTS.items()
        for name in sorted(names)
        if name.startswith("seeddesk.") and _layer(name) not in {*ALLOWED[_layer(module)], _layer(module)}
    ]
    assert wrong == []


def test_no_file_needs_one_that_needs_it():
    """Also not within a function. A part may name the type of what it is a part of."""
    faces = {module for module, path in MODULES.items() if path.name == "__init__.py"}  # they hand names on
    needs = {
        module: {name for name in names if name in MODULES and name not in faces}
        for module, names in IMPORTS_RUN.items()
    }
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        pytest.fail(" needs ".join(reversed(error.args[1])))


def test_only_the_window_knows_qt():
    wrong = [
        f"{module} imports {name}"
        for module, names in IMPORTS.items()
        for name in sorted(names)
        if name.split(".")[0] in {"PySide6", "shiboken6", "qtawesome", "qtpy"} and _layer(module) != "gui"
    ]
    assert wrong == []


def test_the_domain_needs_nothing_but_the_standard_library_lxml_and_regex():
    import sys

    wrong = [
        f"{module} imports {name}"
        for module, names in IMPORTS.items()
        for name in sorted(names)
        if _layer(module) == "domain"
        and name.split(".")[0] not in {*sys.stdlib_module_names, "seeddesk", "lxml", "regex"}
    ]
    assert wrong == []


@pytest.mark.parametrize("start", ["seeddesk.__main__", "seeddesk.gui.app", "seeddesk.cli"])
def test_nothing_heavy_is_loaded_at_the_start(start):
    if start not in MODULES:
        pytest.skip(f"{start} is not there")
    asked_by = _loaded_with(start)
    assert {name: asked_by[name] for name in asked_by if name.split(".")[0] in HEAVY} == {}


def test_no_file_is_longer_than_a_person_reads_in_one_go():
    sources = [path for folder in ("seeddesk", "build", "tests") for path in (ROOT / folder).rglob("*.py")]
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in sources}
    assert {path: lines for path, lines in lengths.items() if lines > CEILING} == {}


def test_every_module_is_in_a_layer():
    assert {_layer(module) for module in MODULES} <= ALLOWED.keys()


def test_what_a_test_of_the_window_waits_for_has_as_long_as_a_busy_machine_takes():
    wrong = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in (ROOT / "tests").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in ("waitUntil", "waitSignal", "waitSignals")
        and not any(one.arg == "timeout" for one in call.keywords)  # without: five seconds
    ]
    assert wrong == []
