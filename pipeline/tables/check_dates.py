"""Checks of dates: every EDTF value is of the profile, and its bounds lie within what it says.

Bounds may be narrower than the value (a day without a year, bounded by what the article cites), never wider.
"""

from __future__ import annotations

from datetime import date

from pipeline.tables.findings import Connection, Finding, as_text
from pipeline.text.edtf import bounds, is_valid
from schemas import names, quoted


def check_dates(con: Connection, table: str) -> list[Finding]:
    """Findings of every date of a table; each distinct value is looked at once."""
    dates = [c.removesuffix("_edtf") for c in names(table) if c.endswith("_edtf")]
    return [f for name in dates for f in _check_date(con, table, name)]


def _check_date(con: Connection, table: str, name: str) -> list[Finding]:
    edtf, low, high = (quoted(f"{name}_{part}") for part in ("edtf", "earliest", "latest"))
    filled = f"FROM {quoted(table)} WHERE {edtf} IS NOT NULL"
    query = f"SELECT {edtf}, {low}, {high}, count(*) {filled} GROUP BY ALL ORDER BY ALL"
    broken = [row for row in con.execute(query).fetchall() if not agrees(*row[:3])]
    if not broken:
        return []
    shown = tuple(as_text(dict(zip(("edtf", "earliest", "latest"), row, strict=False))) for row in broken[:5])
    count = sum(row[3] for row in broken)
    message = "no EDTF of the profile, or its bounds are wider than it says"
    return [Finding(table, f"{name}_edtf", "edtf", "error", count, message, shown)]


def agrees(edtf: str, earliest: date | None, latest: date | None) -> bool:
    """True where ``edtf`` is of the profile and the given days do not go beyond its own bounds."""
    if not is_valid(edtf):
        return False
    own = bounds(edtf)
    from_ok = own.earliest is None or (earliest is not None and earliest >= own.earliest)
    to_ok = own.latest is None or (latest is not None and latest <= own.latest)
    return from_ok and to_ok
