"""Every check of the published tables: ``check_tables``; an error found here stops a release.

pandera looks at each table batch by batch; keys, references and row rules are SQL over the whole, rendered from the
same declarations, so that tables may be larger than memory. Belongs here: the order of the checks and the checks by
row. Does not: what is checked (``schemas``), the text of articles (``check_evidence``).
"""

from __future__ import annotations

import polars as pl
from pandera.errors import SchemaErrors

from pipeline.tables.check_dates import check_dates
from pipeline.tables.check_evidence import check_evidence
from pipeline.tables.check_whole import check_whole
from pipeline.tables.findings import BrokenTables, Connection, Finding, as_text, errors
from schemas import TABLES, keys, names, quoted

_BATCH = 100_000


def check_tables(con: Connection) -> list[Finding]:
    """Check the tables of ``con`` (each by its published name) against their declarations and each other.

    An empty list is a clean bill. Where a table is missing or has other columns, that is all that is found."""
    if shape := check_shapes(con):
        return shape
    return [*(f for table in TABLES for f in check_table(con, table)), *check_evidence(con)]


def check_table(con: Connection, table: str) -> list[Finding]:
    """Check one table by itself and against those it refers to: rows, key, references, row rules, dates."""
    return [*check_rows(con, table), *check_whole(con, table), *check_dates(con, table)]


def require_sound(con: Connection) -> list[Finding]:
    """The warnings of ``check_tables``. Raises BrokenTables where there is an error."""
    findings = check_tables(con)
    if broken := errors(findings):
        raise BrokenTables(broken)
    return findings


def check_shapes(con: Connection) -> list[Finding]:
    """A finding for each table that is missing or whose columns are not the declared ones, in order."""
    rows = con.execute(
        "SELECT table_name, list(column_name ORDER BY column_index) FROM duckdb_columns()"
        " WHERE schema_name = current_schema() AND database_name = current_database() GROUP BY table_name"
    ).fetchall()
    found = dict(rows)
    return [f for table in TABLES for f in _shape(table, found.get(table, []))]


def _shape(table: str, have: list[str]) -> list[Finding]:
    want = names(table)
    if have == want:
        return []
    lacking, extra = [c for c in want if c not in have], [c for c in have if c not in want]
    message = "the table is missing" if not have else f"columns missing: {lacking}, not declared: {extra}, or misplaced"
    return [Finding(table, None, "columns", "error", 1, message)]


def check_rows(con: Connection, table: str) -> list[Finding]:
    """What pandera finds in a table's rows, over all batches: one finding a column and check."""
    reader = con.sql(f"SELECT {', '.join(map(quoted, names(table)))} FROM {quoted(table)}").to_arrow_reader(_BATCH)
    found: dict[tuple[str, str], Finding] = {}
    for batch in reader:
        for finding in _validate(table, pl.DataFrame(batch)):
            before = found.get((finding.column or "", finding.check))
            found[finding.column or "", finding.check] = _together(before, finding)
    return [found[k] for k in sorted(found)]


def _validate(table: str, frame: pl.DataFrame) -> list[Finding]:
    try:
        TABLES[table].validate(frame, lazy=True)
    except SchemaErrors as error:
        return _from_failures(table, frame, error.failure_cases)
    return []


def _from_failures(table: str, frame: pl.DataFrame, cases: pl.DataFrame) -> list[Finding]:
    groups = cases.group_by("column", "check", maintain_order=True)
    return [_finding(table, frame, str(column), str(check), group) for (column, check), group in groups]


def _finding(table: str, frame: pl.DataFrame, column: str, check: str, cases: pl.DataFrame) -> Finding:
    shown = [i for i in cases["index"].head(5).to_list() if i is not None]
    wanted = dict.fromkeys([*keys(table), column if column in frame.columns else keys(table)[0]])
    examples = tuple(as_text(frame.select(list(wanted)).row(i, named=True)) for i in shown)
    return Finding(table, column, check, "error", cases.height, f"values break {check}", examples)


def _together(before: Finding | None, finding: Finding) -> Finding:
    if before is None:
        return finding
    examples = (*before.examples, *finding.examples)[:5]
    count = before.count + finding.count
    return Finding(finding.table, finding.column, finding.check, finding.severity, count, finding.message, examples)
