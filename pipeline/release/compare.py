"""The differences of two releases, row by row: ``diff/<table>.parquet`` and a summary.

A row of a diff: op (added, removed, changed), key (JSON), changed (columns), before, after (the whole rows), cause
(source: an article came or went; method: the code or a register changed; correction: someone decided).
Belongs here: finding and writing differences. Does not: applying them (``apply``), telling them (``changelog``).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from pipeline.release.cause import cause_sql, prepare_causes
from pipeline.release.manifest import read_manifest, to_json
from pipeline.tables.findings import Connection
from pipeline.tables.write import ROW_GROUP, regrouped
from schemas import TABLES, columns, keys, literal, names, quoted
from schemas.render import SQL_TYPES

DIFF = "diff"
CAUSES = ("source", "method", "correction")


@dataclass(frozen=True, slots=True)
class Change:
    """How many rows of a table were added, removed or changed, for one cause."""

    table: str
    op: str
    cause: str
    rows: int


@contextmanager
def opened(old: Path | None, new: Path) -> Iterator[Connection]:
    """A connection with the tables of two releases, as views in the schemas ``old`` and ``new``.

    A column or table that the old one lacks is null or empty there; ``old`` None is an empty release."""
    con = duckdb.connect()
    try:
        for side, folder in (("old", old), ("new", new)):
            con.execute(f"CREATE SCHEMA {side}")
            for table in TABLES:
                con.execute(f"CREATE VIEW {side}.{quoted(table)} AS {_select(folder, table)}")
        yield con
    finally:
        con.close()


def _select(folder: Path | None, table: str) -> str:
    path = folder / f"{table}.parquet" if folder else None
    there = set(pq.read_schema(path).names) if path and path.is_file() else set()
    shown = [
        quoted(c.name) if c.name in there else f"NULL::{SQL_TYPES[c.type]} AS {quoted(c.name)}" for c in columns(table)
    ]
    source = f" FROM read_parquet({literal(str(path))})" if there else " WHERE false"
    return f"SELECT {', '.join(shown)}{source}"


def diff_sql(table: str) -> str:
    """SQL for the differences of one table between the schemas ``old`` and ``new``; ``place`` is their order by key."""
    key = keys(table)
    order = ", ".join(f"coalesce(n.{quoted(c)}, o.{quoted(c)})" for c in key)
    differ = [f"CASE WHEN o.{quoted(c)} IS DISTINCT FROM n.{quoted(c)} THEN {literal(c)} END" for c in names(table)]
    return f"""
        SELECT op, key, CASE WHEN op = 'changed' THEN changed ELSE [] END AS changed,
               CASE WHEN op <> 'added' THEN before END AS before, CASE WHEN op <> 'removed' THEN after END AS after,
               {cause_sql(table)} AS cause, place
        FROM (SELECT CASE WHEN o.{quoted(key[0])} IS NULL THEN 'added' WHEN n.{quoted(key[0])} IS NULL THEN 'removed'
                     ELSE 'changed' END AS op,
                     to_json({_struct(key, "coalesce(n.{0}, o.{0})")})::VARCHAR AS key,
                     list_filter([{", ".join(differ)}], lambda x: x IS NOT NULL) AS changed,
                     {_struct(names(table), "o.{0}")} AS before, {_struct(names(table), "n.{0}")} AS after,
                     row_number() OVER (ORDER BY {order}) AS place
              FROM old.{quoted(table)} o FULL JOIN new.{quoted(table)} n
              ON {" AND ".join(f"o.{quoted(c)} = n.{quoted(c)}" for c in key)}
              WHERE {" OR ".join(f"o.{quoted(c)} IS DISTINCT FROM n.{quoted(c)}" for c in names(table))})
    """


def _struct(fields: tuple[str, ...] | list[str], value: str) -> str:
    inner = ", ".join(f"{quoted(c)} := {value.format(quoted(c))}" for c in fields)
    return f"struct_pack({inner})"


def write_diff(old: Path | None, new: Path, target: Path, *, code_changed: bool = True) -> list[Change]:
    """Write the differences from ``old`` to ``new`` into ``target`` and say how many there are, by table and cause.

    Without an old release only the summary is written. ``code_changed``: False where the two were made by the same
    code and registers, so that every difference comes from the sources or from a decision."""
    target.mkdir(parents=True, exist_ok=True)
    changes: list[Change] = []
    if old is not None:
        with opened(old, new) as con:
            prepare_causes(con, code_changed)
            for table in TABLES:
                changes += _write_table(con, table, target / f"{table}.parquet")
    (target / "summary.json").write_text(_summary(old, changes), encoding="utf-8", newline="\n")
    return changes


def _write_table(con: Connection, table: str, path: Path) -> list[Change]:
    con.execute(f"CREATE OR REPLACE TEMP TABLE found AS {diff_sql(table)}")
    reader = con.sql("SELECT op, key, changed, before, after, cause FROM found ORDER BY place").to_arrow_reader(
        ROW_GROUP
    )
    with pq.ParquetWriter(path, reader.schema, compression="zstd", version="2.6") as writer:
        for group in regrouped(reader, reader.schema):
            writer.write_table(group, row_group_size=ROW_GROUP)
    counted = con.execute("SELECT op, cause, count(*) FROM found GROUP BY ALL ORDER BY ALL").fetchall()
    return [Change(table, op, cause, rows) for op, cause, rows in counted]


def _summary(old: Path | None, changes: list[Change]) -> str:
    rows = [{"table": c.table, "op": c.op, "cause": c.cause, "rows": c.rows} for c in changes]
    return to_json({"previous": read_manifest(old).version if old else None, "changes": rows})
