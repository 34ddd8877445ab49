"""Imports go one way, and the pure stages load nothing heavy."""

from __future__ import annotations

import subprocess
import sys
from graphlib import TopologicalSorter

import pytest

from tests.architecture.house import ROOT, Module, imports, modules

STAGES = ["text", "documents", "extract", "between", "resolve", "tables", "release", "explorer", "above"]
BETWEEN = {"batch", "engines", "manifest", "opening", "registers", "shards"}
HEAVY = ("dagster", "duckdb", "numpy", "pandas", "pandera", "polars", "pyarrow", "ray", "rich", "schemas")
PURE = ("pipeline.text", "pipeline.documents", "pipeline.extract", "pipeline.resolve")
LOADS_NOTHING = [m.name for m in modules() if m.name.startswith(PURE) and m.name != "pipeline.documents.inputs"]


def stage(name: str) -> int:
    """How far down the line a module of ``pipeline`` stands."""
    part = name.split(".")[1]
    return STAGES.index("between" if part in BETWEEN else part if part in STAGES else "above")


def ours(module: Module) -> set[str]:
    return {name for name in imports(module) if name.startswith("pipeline.")}


@pytest.mark.parametrize("module", [m for m in modules() if m.name.count(".")], ids=lambda m: m.name)
def test_imports_point_down_the_line(module: Module) -> None:
    if module.name.startswith("schemas"):
        assert not ours(module)
    else:
        assert {name for name in ours(module) if stage(name) > stage(module.name)} == set()


def test_no_two_modules_import_each_other() -> None:
    names = {m.name for m in modules()}
    TopologicalSorter({m.name: imports(m) & names - {m.name} for m in modules()}).prepare()


def test_only_orchestration_knows_dagster() -> None:
    knowing = {m.name for m in modules() if any(i.split(".")[0] == "dagster" for i in imports(m))}
    assert knowing
    assert {name for name in knowing if not name.startswith("pipeline.orchestration")} == set()


def test_pure_stages_load_nothing_heavy() -> None:
    code = f"import importlib, sys\nfor name in {LOADS_NOTHING}: importlib.import_module(name)\nprint(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in run.stdout.split()}
    assert "ahocorasick_rs" in loaded
    assert loaded & set(HEAVY) == set()
