"""Whatever two tables hold, the old one and the differences give the new one exactly."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.release.apply import applied_sql
from pipeline.release.cause import prepare_causes
from pipeline.release.compare import CAUSES, diff_sql
from schemas import TABLES, columns, ddl, keys, names

TABLE = "figures"
WORDS = st.sampled_from(["", "a", "đ", "'", '"', "{}", "null", "Ủy viên", "x\ny", "Infinity"])
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": WORDS,
    "integer": st.integers(-(2**63), 2**63 - 1),
    "number": st.floats(allow_nan=False),
    "boolean": st.booleans(),
    "date": st.dates(min_value=date(1, 1, 1)),
}


@st.composite
def rows(draw: st.DrawFn) -> list[tuple[Any, ...]]:
    """Rows of the table with keys of their own, empty cells where the declaration lets them be empty."""
    found = draw(st.lists(st.sampled_from("abcdef"), unique=True, max_size=6))
    return [tuple(_cell(draw, c, key) for c in columns(TABLE)) for key in found]


def _cell(draw: st.DrawFn, column: Any, key: str) -> Any:
    if column.name in keys(TABLE):
        return f"fig-{key}"
    value = VALUES[column.type]
    return draw(st.none() | value) if column.nullable else draw(value)


@cache
def connection() -> duckdb.DuckDBPyConnection:
    con = duckdb.connect()
    for side in ("old", "new"):
        con.execute(f"CREATE SCHEMA {side}; USE {side}")
        for table in TABLES:
            con.execute(ddl(table, comments=False))
    con.execute("USE main")
    return con


def _fill(side: str, given_rows: list[tuple[Any, ...]]) -> None:
    connection().execute(f"DELETE FROM {side}.{TABLE}")
    if given_rows:
        marks = ", ".join("?" * len(names(TABLE)))
        connection().executemany(f"INSERT INTO {side}.{TABLE} VALUES ({marks})", given_rows)


@settings(max_examples=25, deadline=None)
@given(rows(), rows())
def test_the_difference_applied_gives_the_new_table(old: list[tuple[Any, ...]], new: list[tuple[Any, ...]]) -> None:
    con = connection()
    _fill("old", old)
    _fill("new", new)
    prepare_causes(con, code_changed=True)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "diff.parquet"
        con.execute(f"COPY ({diff_sql(TABLE)} ORDER BY place) TO '{path}' (FORMAT parquet)")
        made = con.execute(f"SELECT * FROM ({applied_sql(TABLE, path)}) ORDER BY 1").fetchall()
        found = con.execute(f"SELECT op, changed, cause FROM read_parquet('{path}')").fetchall()
    assert made == sorted(new, key=lambda row: row[0])
    before, after = ({row[0]: row for row in side} for side in (old, new))
    assert len(found) == sum(before.get(k) != after.get(k) for k in before.keys() | after.keys())
    assert all((op == "changed") == bool(changed) and cause in CAUSES for op, changed, cause in found)
