"""Written tables: the same rows give the same bytes, and come back the same."""

from __future__ import annotations

import os
import random
from pathlib import Path

import duckdb
import pytest

from pipeline.tables.check import check_tables
from pipeline.tables.write import logical_hash, read_duckdb, read_tables, write_duckdb, write_parquet
from schemas import TABLES, columns, keys, quoted
from tests.release_samples import sample_rows, sample_tables


def _bytes(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir())}


def test_parquet_does_not_depend_on_the_order_of_rows_or_threads(tmp_path: Path) -> None:
    rows = sample_rows()
    rows["zones"] = [
        {"document_id": "doc-0a1b", "char_start": i, "char_end": i + 1, "kind": "body"} for i in range(70_000)
    ]
    write_parquet(sample_tables(rows), tmp_path / "a")
    random.Random(7).shuffle(rows["zones"])
    con = sample_tables(rows)
    con.execute("SET threads = 1")
    write_parquet(con, tmp_path / "b")
    assert _bytes(tmp_path / "a") == _bytes(tmp_path / "b")
    assert set(_bytes(tmp_path / "a")) == {f"{t}.parquet" for t in TABLES}


def test_tables_come_back_and_pass_the_checks(tmp_path: Path) -> None:
    con = sample_tables()
    write_parquet(con, tmp_path)
    back = read_tables(tmp_path)
    assert check_tables(back) == []
    assert [logical_hash(back, t) for t in TABLES] == [logical_hash(con, t) for t in TABLES]


def test_the_duckdb_file_has_keys_comments_and_the_oldest_format(tmp_path: Path) -> None:
    con = sample_tables()
    path = write_duckdb(con, tmp_path / "x.duckdb")
    with read_duckdb(path) as back:
        assert check_tables(back) == []
        assert [logical_hash(back, t) for t in TABLES] == [logical_hash(con, t) for t in TABLES]
        key = back.execute(
            "SELECT constraint_column_names FROM duckdb_constraints()"
            " WHERE table_name = 'participations' AND constraint_type = 'PRIMARY KEY'"
        ).fetchall()[0][0]
        assert tuple(key) == keys("participations")
        comments = back.execute("SELECT comment FROM duckdb_columns() WHERE table_name = 'events'").fetchall()
        assert [c for (c,) in comments] == [f"{c.vi} / {c.en}" for c in columns("events")]
    assert path.read_bytes()[8:12] == b"DUCK"
    assert int.from_bytes(path.read_bytes()[12:20], "little") <= 64
    assert os.listdir(tmp_path) == ["x.duckdb"]


def test_the_logical_hash_sees_one_changed_value() -> None:
    con = sample_tables()
    before = logical_hash(con, "people")
    con.execute("UPDATE people SET given_name = NULL")
    assert logical_hash(con, "people") != before


def test_a_folder_without_tables_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"files\.parquet"):
        read_tables(tmp_path)


def test_declared_columns_are_written_even_where_the_table_has_more(tmp_path: Path) -> None:
    con = sample_tables()
    con.execute(f"ALTER TABLE {quoted('people')} ADD COLUMN working VARCHAR")
    write_parquet(con, tmp_path)
    found = duckdb.sql(f"SELECT * FROM read_parquet('{tmp_path / 'people.parquet'}')").columns
    assert "working" not in found
