"""``quality.json``: how complete a release is, what was not understood, and how right it is where that was measured.

Belongs here: counting. Does not: scoring against a golden set; a scorer hands its figures in as ``Draft.scores``.
"""

from __future__ import annotations

from typing import Any

from pipeline.release.draft import Draft
from pipeline.tables.findings import Connection, rows
from schemas import columns, names, quoted


def write_quality(draft: Draft) -> None:
    """Write ``quality.json``. ``precision_recall`` is null, with a reason, where no scorer was run."""
    draft.write_json("quality.json", quality(draft))


def quality(draft: Draft) -> dict[str, Any]:
    """Fill rates a column, dates by precision, issues by code, warnings of the checks, precision and recall a field."""
    measured = draft.scores is not None
    return {
        "version": draft.version,
        "tables": {table: _table(draft.con, table, entry.rows) for table, entry in draft.tables.items()},
        "event_dates": _grouped(draft.con, "SELECT date_basis AS basis, count(*) AS events FROM events"),
        "files": _grouped(draft.con, "SELECT status, count(*) AS files FROM files"),
        "issues": _grouped(draft.con, "SELECT code, severity, count(*) AS issues FROM issues"),
        "warnings": [{"table": f.table, "column": f.column, "check": f.check, "rows": f.count} for f in draft.findings],
        "precision_recall": dict(draft.scores or {}) if measured else None,
        "precision_recall_note": "measured on annotated articles" if measured else "no annotated articles were scored",
    }


def _grouped(con: Connection, query: str) -> list[dict[str, Any]]:
    return rows(con, f"{query} GROUP BY ALL ORDER BY ALL")


def _table(con: Connection, table: str, total: int) -> dict[str, Any]:
    return {"rows": total, "filled": fill_rates(con, table) if total else {}}


def fill_rates(con: Connection, table: str) -> dict[str, float]:
    """Column to the share of rows in which it is not empty, four decimals; only columns that may be empty."""
    optional = [c.name for c in columns(table) if c.nullable]
    if not optional:
        return {}
    shares = ", ".join(f"round(count({quoted(c)}) / count(*), 4) AS {quoted(c)}" for c in optional)
    found = rows(con, f"SELECT {shares} FROM {quoted(table)}")[0]
    return {name: found[name] for name in names(table) if name in found}
