"""From the groups of a date pattern to EDTF."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.extract.dates.grammar import month_number
from pipeline.text import edtf

Groups = dict[str, str]


def groups(match: re.Match[str]) -> Groups:
    """The named groups that took part in a match."""
    return {k: v for k, v in match.groupdict().items() if v is not None}


def point(g: Groups, n: str) -> str | None:
    """The day, month or year in the groups of one end (``n``), as EDTF; None where there is no such day."""
    year = int(g[f"y{n}"]) if f"y{n}" in g else None
    if f"m{n}" not in g:
        return None if year is None else f"{year:04d}"
    number = month_number(g[f"m{n}"])
    if f"d{n}" in g:
        return edtf.day(year, number, int(g[f"d{n}"]))
    return month_value(year, number)


def month_value(year: int | None, number: int) -> str:
    """``YYYY-MM`` or ``XXXX-MM``."""
    return f"{'XXXX' if year is None else f'{year:04d}'}-{number:02d}"


def span_value(g: Groups) -> str | None:
    """The interval whose last end is stated in full and whose first end lacks what it shares with the last."""
    g = dict(g)
    g.setdefault("m1", g.get("m2", ""))
    if not g["m1"]:
        del g["m1"]
    if "y2" in g and "y1" not in g:
        g["y1"] = str(int(g["y2"]) - (1 if _wraps(g) else 0))
    first, last = point(g, "1"), point(g, "2")
    return interval(first, last)


def _wraps(g: Groups) -> bool:
    return "m1" in g and "m2" in g and month_number(g["m1"]) > month_number(g["m2"])


def interval(first: str | None, last: str | None) -> str | None:
    """``first/last``; None where either is missing or they run backwards."""
    if first is None or last is None:
        return None
    value = f"{first}/{last}"
    return value if edtf.is_valid(value) else None


def is_run(numbers: list[int]) -> bool:
    """True where each number follows the one before it."""
    return all(b == a + 1 for a, b in pairwise(numbers))
