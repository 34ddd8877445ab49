"""Reading the project's own sources: modules, imports, functions."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]


class Module(NamedTuple):
    name: str
    path: Path
    tree: ast.Module


@cache
def modules() -> tuple[Module, ...]:
    paths = sorted(p for top in ("pipeline", "schemas") for p in (ROOT / top).rglob("*.py"))
    return tuple(Module(_name(p), p, ast.parse(p.read_text(encoding="utf-8"))) for p in paths)


def _name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(module: Module) -> set[str]:
    """Every module named in an import anywhere in the file, those inside functions too."""
    found: set[str] = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {_target(node.module, alias.name) for alias in node.names}
    return found


def _target(package: str, name: str) -> str:
    inner = f"{package}.{name}"
    return inner if inner in {m.name for m in modules()} else package


def functions() -> list[tuple[str, int]]:
    """Every function with its length in lines, its docstring left out."""
    return [
        (f"{module.name}.{node.name}", _lines(node))
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    doc = node.body[0] if ast.get_docstring(node) is not None else None
    length = (node.end_lineno or node.lineno) - node.lineno + 1
    return length - ((doc.end_lineno or doc.lineno) - doc.lineno + 1 if doc else 0)
