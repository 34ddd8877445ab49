"""The gate of schema changes: what public queries rely on does not go without a new major version.

Belongs here: comparing the declarations of two releases, as their ``datapackage.json`` holds them. Does not: rows.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from schemas import SCHEMA_VERSION, TABLES, resource_schema

PACKAGE = "datapackage.json"
Declared = dict[str, dict[str, Any]]


class IncompatibleSchema(ValueError):
    """A public column or code went, or changed, and the schema's major version stayed."""

    for_people = True


def require_compatible(previous: Path, previous_version: str) -> None:
    """Raises IncompatibleSchema where the declarations broke with the release in ``previous`` without saying so."""
    if _major(SCHEMA_VERSION) > _major(previous_version):
        return
    broken = breaking_changes(read_declared(previous), declared())
    if broken:
        shown = "\n".join(f"  {line}" for line in broken)
        raise IncompatibleSchema(f"raise the major of SCHEMA_VERSION ({SCHEMA_VERSION}), or take back:\n{shown}")


def _major(version: str) -> int:
    return int(version.split(".", 1)[0])


def declared() -> Declared:
    """The Table Schema of every table, as declared now."""
    return {table: resource_schema(table) for table in TABLES}


def read_declared(folder: Path) -> Declared:
    """The Table Schema of every table of a release; empty where it has no ``datapackage.json``."""
    path = folder / PACKAGE
    if not path.is_file():
        return {}
    resources = json.loads(path.read_text(encoding="utf-8"))["resources"]
    return {r["name"]: r["schema"] for r in resources if r["name"] in r.get("path", "") and "schema" in r}


def breaking_changes(old: Declared, new: Declared) -> list[str]:
    """What a query that ran on ``old`` may no longer find in ``new``, one line each."""
    lines = [f"table {table} is gone" for table in old if table not in new]
    for table in old:
        if table in new:
            lines += _table_changes(table, old[table], new[table])
    return lines


def _table_changes(table: str, old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    before, after = ({f["name"]: f for f in side["fields"]} for side in (old, new))
    lines = [f"column {table}.{name} is gone" for name in before if name not in after]
    for name in before:
        if name in after:
            lines += _column_changes(f"{table}.{name}", before[name], after[name])
    if old.get("primaryKey") != new.get("primaryKey"):
        lines.append(f"the key of {table} was {old.get('primaryKey')}, is {new.get('primaryKey')}")
    return lines


def _column_changes(name: str, old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    lines = []
    if old["type"] != new["type"]:
        lines.append(f"column {name} was {old['type']}, is {new['type']}")
    gone = sorted(_codes(old) - _codes(new)) if _codes(new) else []
    lines += [f"column {name} no longer knows the code {code}" for code in gone]
    required_before, required_now = (f.get("constraints", {}).get("required", False) for f in (old, new))
    if required_before and not required_now:
        lines.append(f"column {name} was always filled, now may be empty")
    return lines


def _codes(field: dict[str, Any]) -> set[str]:
    return {c["value"] for c in field.get("categories", [])}


def additions(old: Declared, new: Declared) -> list[str]:
    """The tables and columns that are new, as ``table`` or ``table.column``."""
    tables = [t for t in new if t not in old]
    return tables + [
        f"{table}.{field['name']}"
        for table in old
        if table in new
        for field in new[table]["fields"]
        if field["name"] not in {f["name"] for f in old[table]["fields"]}
    ]
