"""What a check found: the value that every check returns, and how it is told to a person.

Belongs here: ``Finding`` and helpers that make one from SQL. Does not: any check.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import duckdb

Connection = duckdb.DuckDBPyConnection
_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that does not hold. ``severity``: error (stops a release) or warning. ``count``: rows that break it;
    ``examples``: up to five of them, each a dictionary of column to value as text."""

    table: str
    column: str | None
    check: str
    severity: str
    count: int
    message: str
    examples: tuple[dict[str, str | None], ...] = field(default=())

    def __str__(self) -> str:
        where = f"{self.table}.{self.column}" if self.column else self.table
        return f"{self.severity}: {where}: {self.message} [{self.check}], {self.count} rows" + self._first()

    def _first(self) -> str:
        return f", e.g. {self.examples[0]}" if self.examples else ""


class BrokenTables(ValueError):
    """The tables break their declarations; ``findings`` says where. Raised instead of a release."""

    for_people = True

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings
        super().__init__("\n".join(map(str, findings)))


def errors(findings: list[Finding]) -> list[Finding]:
    """Those that stop a release."""
    return [f for f in findings if f.severity == "error"]


def bad_rows(
    con: Connection,
    query: str,
    *,
    table: str,
    check: str,
    message: str,
    column: str | None = None,
    severity: str = "error",
) -> list[Finding]:
    """One finding where ``query`` (the rows that break a rule) gives any row, else none."""
    count = con.execute(f"SELECT count(*) FROM ({query})").fetchall()[0][0]
    if not count:
        return []
    shown = tuple(as_text(row) for row in rows(con, f"SELECT * FROM ({query}) ORDER BY ALL LIMIT {_EXAMPLES}"))
    return [Finding(table, column, check, severity, count, message, shown)]


def rows(con: Connection, query: str) -> list[dict[str, Any]]:
    """The rows of a query, each a dictionary."""
    result = con.execute(query)
    names = [d[0] for d in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def as_text(row: dict[str, Any]) -> dict[str, str | None]:
    """A row with every value as text, null as None."""
    return {k: None if v is None else str(v) for k, v in row.items()}
