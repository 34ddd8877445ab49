"""The differences of any two releases, or folders of tables, for a person to read: counts, and rows.

Belongs here: wording of differences. Does not: finding them (``compare``).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.release.cause import prepare_causes
from pipeline.release.compare import Change, diff_sql, opened
from pipeline.release.manifest import MANIFEST, read_manifest
from pipeline.tables.findings import rows
from schemas import TABLES

METHOD = ("code", "registers", "lock")


class UnknownTable(ValueError):
    """There is no table of that name."""

    for_people = True


def count_changes(old: Path, new: Path) -> list[Change]:
    """How many rows differ, by table, operation and cause. Raises FileNotFoundError where a folder is missing."""
    _require(old, new)
    with opened(old, new) as con:
        prepare_causes(con, code_differs(old, new))
        query = "SELECT op, cause, count(*) FROM ({}) GROUP BY ALL ORDER BY ALL"
        return [
            Change(table, op, cause, count)
            for table in TABLES
            for op, cause, count in con.execute(query.format(diff_sql(table))).fetchall()
        ]


def changed_rows(old: Path, new: Path, table: str, limit: int) -> Iterator[str]:
    """The first ``limit`` rows of a table that differ, one line each. Raises UnknownTable."""
    if table not in TABLES:
        raise UnknownTable(f"{table}: no such table; the tables are {', '.join(TABLES)}")
    _require(old, new)
    with opened(old, new) as con:
        prepare_causes(con, code_differs(old, new))
        for row in rows(con, f"SELECT * FROM ({diff_sql(table)}) ORDER BY place LIMIT {limit}"):
            yield _line(table, row)


def _line(table: str, row: dict[str, Any]) -> str:
    head = f"{table}  {row['op']}  {row['key']}  ({row['cause']})"
    if row["op"] == "changed":
        return head + "".join(f"\n    {c}: {row['before'][c]} -> {row['after'][c]}" for c in row["changed"])
    shown = {k: v for k, v in (row["after"] or row["before"]).items() if v is not None}
    return head + "\n    " + ", ".join(f"{k}: {v}" for k, v in shown.items())


def code_differs(old: Path, new: Path) -> bool:
    """True where the two were made by other code or registers, or do not say by which."""
    if not all((folder / MANIFEST).is_file() for folder in (old, new)):
        return True
    before, after = read_manifest(old).inputs, read_manifest(new).inputs
    return any(before.get(name) != after.get(name) for name in METHOD)


def _require(*folders: Path) -> None:
    for folder in folders:
        if not folder.is_dir():
            raise FileNotFoundError(2, "no such folder", str(folder))
