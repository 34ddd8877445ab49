"""Writing the published tables to files, and opening them again: Parquet, DuckDB, and a logical hash a table.

Belongs here: bytes that depend on nothing but the rows. Does not: checks, versions, publication.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.tables.findings import Connection
from schemas import TABLES, arrow_schema, ddl, keys, literal, names, quoted

ROW_GROUP = 65_536
STORAGE_VERSION = "v1.0.0"
"""The oldest storage format, so that DuckDB 1.x opens the file (1.0 only without keys)."""
_SMALL_BLOCKS = "BLOCK_SIZE 16384"
_MANY_ROWS = 1_000_000
_FILE = "huunghi_file"


def write_parquet(con: Connection, folder: Path) -> list[Path]:
    """Write every table of ``con`` as ``folder/<table>.parquet``, sorted by key; the same rows give the same bytes.

    Creates the folder; replaces each file whole. Returns the files, in the order of the tables."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_write_table(con, table, folder / f"{table}.parquet") for table in TABLES]


def _write_table(con: Connection, table: str, path: Path) -> Path:
    part = path.with_name(f".{path.name}.part")
    schema = arrow_schema(table)
    with pq.ParquetWriter(part, schema, compression="zstd", compression_level=9, version="2.6") as writer:
        for group in _groups(con, table, schema):
            writer.write_table(group, row_group_size=ROW_GROUP)
    os.replace(part, path)
    return path


def _groups(con: Connection, table: str, schema: pa.Schema) -> Iterator[pa.Table]:
    return regrouped(con.sql(sorted_rows(table)).to_arrow_reader(ROW_GROUP), schema)


def regrouped(batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> Iterator[pa.Table]:
    """The rows of ``batches`` in groups of exactly ROW_GROUP (the last may be smaller), however they were cut."""
    held = schema.empty_table()
    for batch in batches:
        held = pa.concat_tables([held, pa.Table.from_batches([batch]).cast(schema)])
        while held.num_rows >= ROW_GROUP:
            yield held.slice(0, ROW_GROUP).combine_chunks()
            held = held.slice(ROW_GROUP)
    if held.num_rows:
        yield held.combine_chunks()


def sorted_rows(table: str, source: str | None = None) -> str:
    """SQL for a table's declared columns, sorted by its key; ``source``: what to select from, else the table."""
    columns, order = (", ".join(map(quoted, part)) for part in (names(table), keys(table)))
    return f"SELECT {columns} FROM {source or quoted(table)} ORDER BY {order}"


def write_duckdb(con: Connection, path: Path, *, constraints: bool = True) -> Path:
    """Write the tables of ``con`` into one DuckDB file with keys, NOT NULL and comments; replaces ``path`` whole.

    DuckDB 1.1 and later open a file with keys; without ``constraints`` 1.0 does too. With keys, and unless the rows
    are many, it has small blocks, since each column and key fills one at least. The file is built beside ``path`` and
    renamed, so a reader never sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    with con.cursor() as cursor:
        small = constraints and sum(count_rows(con, table) for table in TABLES) < _MANY_ROWS
        _fill(cursor, part, constraints, _SMALL_BLOCKS if small else "BLOCK_SIZE 262144")
    os.replace(part, path)
    return path


def _fill(cursor: Connection, part: Path, constraints: bool, blocks: str) -> None:
    here = cursor.execute("SELECT current_database(), current_schema()").fetchall()[0]
    source = ".".join(map(quoted, here))
    cursor.execute(f"ATTACH {literal(str(part))} AS {_FILE} (STORAGE_VERSION {literal(STORAGE_VERSION)}, {blocks})")
    cursor.execute(f"USE {_FILE}")
    for table in TABLES:
        cursor.execute(ddl(table, constraints=constraints))
        cursor.execute(f"INSERT INTO {quoted(table)} {sorted_rows(table, f'{source}.{quoted(table)}')}")
    cursor.execute(f"USE {source}; DETACH {_FILE}")


def read_tables(folder: Path) -> Connection:
    """A connection in memory with a view on each ``<table>.parquet`` of ``folder``.

    Raises FileNotFoundError that names the tables which are not there."""
    lacking = [t for t in TABLES if not (folder / f"{t}.parquet").is_file()]
    if lacking:
        raise FileNotFoundError(f"{folder}: no {', '.join(f'{t}.parquet' for t in lacking)}")
    con = duckdb.connect()
    for table in TABLES:
        path = literal(str(folder / f"{table}.parquet"))
        con.execute(f"CREATE VIEW {quoted(table)} AS SELECT * FROM read_parquet({path})")
    return con


def read_duckdb(path: Path) -> Connection:
    """A read-only connection to a DuckDB file. Raises FileNotFoundError where it is missing."""
    if not path.is_file():
        raise FileNotFoundError(f"{path}: no such file")
    return duckdb.connect(str(path), read_only=True)


def logical_hash(con: Connection, table: str) -> str:
    """SHA-256 over a table's rows as JSON lines sorted by key: the same rows give the same hash in any file format."""
    digest = hashlib.sha256()
    columns, order = (", ".join(map(quoted, part)) for part in (names(table), keys(table)))
    query = f"SELECT to_json(t) || chr(10) FROM (SELECT {columns} FROM {quoted(table)}) t ORDER BY {order}"
    for batch in con.sql(query).to_arrow_reader(ROW_GROUP):
        digest.update("".join(batch.column(0).to_pylist()).encode())
    return digest.hexdigest()


def count_rows(con: Connection, table: str) -> int:
    """How many rows a table has."""
    return int(con.execute(f"SELECT count(*) FROM {quoted(table)}").fetchall()[0][0])
