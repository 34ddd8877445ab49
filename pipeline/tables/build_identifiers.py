"""The identifier register: reading it into the connection, writing the grown one; append-only CSV, one file a kind.

Belongs here: the files' form. Does not: who keeps which identifier (``resolve/sql/identity.sql`` and its neighbours).
A row: ``id, kind, anchor, since``; an anchor is a file's sha256, a span, and hashes of the quote and of the words
around it, or a register row; or it says what became of the id: ``merged:<id>``, ``split:<id>``, ``moved:<id>``,
``withdrawn``, ``revived``. It holds hashes and no names.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

from pipeline.tables.build_engine import Connection, put_rows

KINDS = ("per", "org", "dir", "evt")
FIELDS = ("id", "kind", "anchor", "since")
Row = tuple[int, str, str, str, str]
_SCHEMA = pa.schema([("row", pa.int64()), *((name, pa.string()) for name in FIELDS)])


def load_identifiers(con: Connection, folder: Path | None) -> None:
    """Make ``work.identifiers`` out of the register in ``folder``; empty where there is none yet.

    Raises ValueError for a file with other columns, or a row whose id is not of its kind."""
    put_rows(con, "work.identifiers", _SCHEMA, [(n, *row) for n, row in enumerate(_rows(folder), 1)])


def _rows(folder: Path | None) -> Iterator[tuple[str, ...]]:
    for kind in KINDS:
        path = folder / f"{kind}.csv" if folder else None
        if path and path.exists():
            yield from _file_rows(path, kind)


def _file_rows(path: Path, kind: str) -> Iterator[tuple[str, ...]]:
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines)
        if tuple(next(reader, ())) != FIELDS:
            raise ValueError(f"{path}: the identifier register has the columns {', '.join(FIELDS)}")
        for row in reader:
            if len(row) != len(FIELDS) or row[1] != kind or not row[0].startswith(f"{kind}-"):
                raise ValueError(f"{path}, line {reader.line_num}: not a row of the {kind} identifiers")
            yield tuple(row)


def write_identifiers(con: Connection, folder: Path) -> list[Path]:
    """Write the grown register (``work.grown``) into ``folder``, one file a kind, old rows first and unchanged."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_write(con, folder / f"{kind}.csv", kind) for kind in KINDS]


def _write(con: Connection, path: Path, kind: str) -> Path:
    rows = con.execute("SELECT id, kind, anchor, since FROM work.grown WHERE kind = ? ORDER BY row", [kind])
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(FIELDS)
        while batch := rows.fetchmany(10_000):
            writer.writerows(batch)
    return path
