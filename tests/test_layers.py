"""The order of the house: imports run one way, and importing is quick."""

from __future__ import annotations

import ast
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import newsread
import pytest

PACKAGE = Path(newsread.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))


def module_name(path: Path) -> str:
    parts = ("newsread", *path.relative_to(PACKAGE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = {module_name(path) for path in MODULES}


def imports_of(path: Path) -> set[str]:
    """The package's own modules that this one imports when it runs, wherever in the file."""
    found = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for block in ast.walk(tree):
        if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING":
            block.body = [ast.Pass()]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found & NAMES - {module_name(path)}


def test_imports_make_no_circle():
    # A package's own __init__ gathers its modules; it is not a step of its own.
    graph = {module_name(path): imports_of(path) - {"newsread"} for path in MODULES}
    assert list(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("forbidden", ["utils", "helpers", "config", "common", "misc"])
def test_no_module_without_an_answer_of_its_own(forbidden):
    assert not [path for path in MODULES if path.stem == forbidden]


def test_charts_know_only_tables():
    reading = tuple(f"newsread.{step}" for step in ("parse", "actors", "claims", "stances"))
    for path in MODULES:
        if "charts" in path.parts:
            assert not [name for name in imports_of(path) if name.startswith(reading)], path


def test_importing_is_quick_and_loads_nothing_large():
    code = (
        "import sys, time; began = time.perf_counter(); import newsread; "
        "print(time.perf_counter() - began); "
        "print(*[m for m in ('spacy', 'pandas', 'matplotlib', 'nltk') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    seconds, loaded = done.stdout.split("\n")[:2]
    assert float(seconds) < 0.3
    assert not loaded


@pytest.mark.parametrize("name", newsread.__all__)
def test_every_public_name_is_there_and_documented(name):
    value = getattr(newsread, name)
    if callable(value):
        assert value.__doc__, name


@pytest.mark.parametrize("name", newsread.__all__)
def test_public_functions_carry_type_hints(name):
    import inspect

    value = getattr(newsread, name)
    if not inspect.isfunction(value):
        pytest.skip("not a function")
    signature = inspect.signature(value)
    assert signature.return_annotation is not inspect.Signature.empty
    for parameter in signature.parameters.values():
        if parameter.kind not in (parameter.VAR_KEYWORD, parameter.VAR_POSITIONAL):
            assert parameter.annotation is not inspect.Parameter.empty, parameter.name


def test_an_unknown_name_says_what_there_is():
    with pytest.raises(AttributeError, match="load_article"):
        _ = newsread.read_article
