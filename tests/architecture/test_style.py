"""The house's measures: short functions, short modules, no broad except, no clock, no chance."""

from __future__ import annotations

import ast
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.architecture.house import ROOT, Module, functions, modules

LONGEST_MODULE = 300
CLOCKS = {("datetime", "now"), ("datetime", "utcnow"), ("date", "today"), ("time", "time"), ("uuid", "uuid4")}
TEXT_SUFFIXES = {".py", ".toml", ".md", ".csv", ".tsv", ".lock", ".cff", ".yaml", ".json", ""}
MACHINE = ["/" + name + "/" for name in ("work", "root", "tmp", "home")]


def test_functions_are_short() -> None:
    lengths = sorted(length for _, length in functions())
    assert statistics.median(lengths) <= 8
    assert lengths[int(len(lengths) * 0.95)] < 35


@pytest.mark.parametrize("module", modules(), ids=lambda m: m.name)
def test_module_is_short_and_says_what_it_is(module: Module) -> None:
    assert len(module.path.read_text(encoding="utf-8").splitlines()) < LONGEST_MODULE
    assert ast.get_docstring(module.tree)


@pytest.mark.parametrize("module", modules(), ids=lambda m: m.name)
def test_nothing_is_swallowed(module: Module) -> None:
    handlers = [n for n in ast.walk(module.tree) if isinstance(n, ast.ExceptHandler) and _broad(n)]
    assert [ast.unparse(h) for h in handlers if not _goes_on(h.body[-1])] == []


def _broad(handler: ast.ExceptHandler) -> bool:
    return handler.type is None or ast.unparse(handler.type) in ("Exception", "BaseException")


def _goes_on(last: ast.stmt) -> bool:
    return isinstance(last, ast.Raise) and last.exc is None


@pytest.mark.parametrize("module", modules(), ids=lambda m: m.name)
def test_no_clock_and_no_chance(module: Module) -> None:
    named = {
        (ast.unparse(n.value).split(".")[-1], n.attr) for n in ast.walk(module.tree) if isinstance(n, ast.Attribute)
    }
    assert named & CLOCKS == set()
    assert not any(
        isinstance(n, ast.Import) and n.names[0].name in ("random", "secrets") for n in ast.walk(module.tree)
    )


def committed() -> Iterator[str]:
    run = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode:
        pytest.skip("not a git checkout")
    yield from run.stdout.splitlines()


def test_no_file_names_a_machine() -> None:
    for name in committed():
        path = ROOT / name
        if path.suffix in TEXT_SUFFIXES and path.is_file() and not name.startswith("seeds/"):
            content = path.read_text(encoding="utf-8")
            assert [f"{name}: {word}" for word in MACHINE if word in content] == []


@pytest.mark.parametrize("command", [["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]], ids=" ".join)
def test_tools_find_nothing(command: list[str]) -> None:
    program = shutil.which(command[0], path=str(ROOT.joinpath(sys.executable).parent))
    if program is None:
        pytest.skip(f"{command[0]} is not installed beside this Python")
    run = subprocess.run([program, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout[-3000:]
