"""The connection that runs the steps: opening it, handing it registers, values computed in Python, components.

Belongs here: what every step of the build needs of DuckDB. Does not: what any one step does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from pipeline.resolve.sql import statement

Connection = duckdb.DuckDBPyConnection
_BATCH = 50_000


def open_build(path: Path | None = None, *, memory_limit: str | None = None, threads: int | None = None) -> Connection:
    """A connection for one build, on disk at ``path`` (so that it may be larger than memory) or in memory."""
    con = duckdb.connect(str(path) if path else ":memory:")
    if memory_limit:
        con.execute(f"SET memory_limit = '{memory_limit}'")
    if threads:
        con.execute(f"SET threads = {threads}")
    return con


def run_step(con: Connection, *names: str) -> None:
    """Run the SQL files of these names, in order."""
    for name in names:
        con.execute(statement(name))


def put_rows(con: Connection, table: str, schema: pa.Schema, rows: Iterable[Sequence[Any]]) -> None:
    """Create ``table`` (replacing it) with ``rows``, each a sequence in the order of ``schema``."""
    _store(con, f"CREATE OR REPLACE TABLE {table} AS SELECT * FROM incoming", schema, rows)


def derive(con: Connection, table: str, query: str, schema: pa.Schema, function: Callable[..., Sequence[Any]]) -> None:
    """Create ``table`` of ``schema``: what ``function`` makes of each row of ``query``.

    Batch by batch, so the rows may exceed memory."""
    put_rows(con, table, schema, [])
    con.execute(f"CREATE OR REPLACE TABLE work.arguments AS {query}")
    total = scalar(con, "SELECT count(*) FROM work.arguments")
    for start in range(0, total, _BATCH):
        page = f"SELECT * FROM work.arguments WHERE rowid BETWEEN {start} AND {start + _BATCH - 1} ORDER BY rowid"
        rows = [function(*row) for row in con.execute(page).fetchall()]
        _store(con, f"INSERT INTO {table} SELECT * FROM incoming", schema, rows)
    con.execute("DROP TABLE work.arguments")


def scalar(con: Connection, query: str) -> Any:
    """The one value that ``query`` gives. Raises ValueError where it gives no row."""
    found = con.execute(query).fetchall()  # all of it: a result that is not read to its end blocks the connection
    if not found:
        raise ValueError(f"no row: {query}")
    return found[0][0]


def components(con: Connection, table: str, nodes: str, edges: str) -> None:
    """Create ``table`` (n, c): every n of ``nodes``, and the least n that ``edges`` (a, b) reach from it.

    Labels flow along the edges and are then shortened, until nothing changes: about log(longest chain) rounds."""
    con.execute(f"CREATE OR REPLACE TABLE {table} AS SELECT n, n AS c FROM {nodes}")
    con.execute(f"CREATE OR REPLACE TABLE work.both_ways AS SELECT a, b FROM {edges} UNION SELECT b, a FROM {edges}")
    while _spread(con, table):
        pass
    con.execute("DROP TABLE work.both_ways")


def _spread(con: Connection, table: str) -> bool:
    con.execute(f"""
        CREATE OR REPLACE TABLE work.spread AS
        WITH near AS (SELECT e.a AS n, min(t.c) AS c FROM work.both_ways e JOIN {table} t ON t.n = e.b GROUP BY e.a),
             one AS (SELECT t.n, t.c AS was, least(t.c, coalesce(near.c, t.c)) AS c
                     FROM {table} t LEFT JOIN near USING (n))
        SELECT one.n, one.was, least(one.c, coalesce(up.c, one.c)) AS c FROM one LEFT JOIN one up ON up.n = one.c""")
    changed = scalar(con, "SELECT count(*) FROM work.spread WHERE c <> was")
    con.execute(f"CREATE OR REPLACE TABLE {table} AS SELECT n, c FROM work.spread")
    return bool(changed)


def _store(con: Connection, command: str, schema: pa.Schema, rows: Iterable[Sequence[Any]]) -> None:
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    data = pa.Table.from_arrays([pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)], schema=schema)
    con.register("incoming", data)
    con.execute(command)
    con.unregister("incoming")
