"""Applying a diff: the old release and ``diff/`` give the new one exactly.

Belongs here: application and its proof. Does not: finding differences (``compare``).
"""

from __future__ import annotations

from pathlib import Path

from pipeline.release.compare import DIFF, opened
from pipeline.tables.findings import Connection
from pipeline.tables.write import write_parquet
from schemas import TABLES, keys, literal, names, quoted


def round_trip_problems(old: Path, new: Path) -> list[tuple[str, str]]:
    """Table and trouble, where applying ``new/diff`` to ``old`` does not give the rows of ``new``."""
    problems = []
    with opened(old, new) as con:
        for table in TABLES:
            path = new / DIFF / f"{table}.parquet"
            if not path.is_file():
                problems.append((table, "missing"))
            elif count := _unlike(con, table, path):
                problems.append((table, f"applied to {old.name} it gives {count} rows that differ from {new.name}"))
    return problems


def _unlike(con: Connection, table: str, path: Path) -> int:
    made, want = applied_sql(table, path), f"SELECT * FROM new.{quoted(table)}"
    query = f"SELECT count(*) FROM ((({made}) EXCEPT ALL ({want})) UNION ALL (({want}) EXCEPT ALL ({made})))"
    return int(con.execute(query).fetchall()[0][0])


def applied_sql(table: str, path: Path) -> str:
    """SQL for a table after its diff at ``path`` is applied to the schema ``old``."""
    shown = ", ".join(map(quoted, names(table)))
    gone = " AND ".join(f"o.{quoted(c)} = d.before.{quoted(c)}" for c in keys(table))
    source = f"read_parquet({literal(str(path))})"
    after = ", ".join(f"after.{quoted(c)}" for c in names(table))
    return (
        f"SELECT {shown} FROM old.{quoted(table)} o WHERE NOT EXISTS"
        f" (SELECT 1 FROM {source} d WHERE d.op <> 'added' AND {gone})"
        f" UNION ALL SELECT {after} FROM {source} WHERE op <> 'removed'"
    )


def apply_diff(old: Path, diff: Path, target: Path) -> list[Path]:
    """Write the tables that ``diff`` (a folder of ``<table>.parquet``) makes of the release ``old`` into ``target``.

    The bytes are those of the new release's Parquet files. Raises FileNotFoundError where a table's diff is missing."""
    lacking = [t for t in TABLES if not (diff / f"{t}.parquet").is_file()]
    if lacking:
        raise FileNotFoundError(f"{diff}: no {', '.join(f'{t}.parquet' for t in lacking)}")
    with opened(old, old) as con:
        for table in TABLES:
            con.execute(f"CREATE VIEW {quoted(table)} AS {applied_sql(table, diff / f'{table}.parquet')}")
        return write_parquet(con, target)
