"""The profile of EDTF (ISO 8601-2:2019, levels 0 and 1 and one-of sets) that the dataset uses.

Forms: ``2023``, ``2023-11``, ``2023-11-24``, ``2020-01-07T08:30``, ``198X`` (decade), ``2015-33`` to ``2015-36``
(quarters), ``XXXX-11-24``, ``XXXX-11``, intervals ``a/b`` with ``..`` for open, one-of sets ``[a,b]`` of up to four
days; a whole value may carry ``?``, ``~`` or ``%``. Bounds are inclusive days.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import NamedTuple

_SIMPLE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<time>T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?[?~%]?"
)
_LONGEST_SET = 4


class Bounds(NamedTuple):
    """The earliest and the latest day that a date may be; None where it is open or its year unknown."""

    earliest: date | None
    latest: date | None


def bounds(value: str | None) -> Bounds:
    """The inclusive bounds of an EDTF value. Raises ValueError where the value is not of the profile."""
    if not value:
        return Bounds(None, None)
    if value.startswith("["):
        parts = [bounds(v) for v in _members(value)]
        return Bounds(_least(parts), _greatest(parts))
    if "/" in value:
        first, _, last = value.partition("/")
        return Bounds(_side(first).earliest, _side(last).latest)
    return _simple(value)


def is_valid(value: str) -> bool:
    """True where ``value`` is of the profile, its days exist and its intervals run forward."""
    try:
        earliest, latest = bounds(value)
    except ValueError:
        return False
    return earliest is None or latest is None or earliest <= latest


def day(year: int | None, month: int, dom: int) -> str | None:
    """``YYYY-MM-DD`` or ``XXXX-MM-DD``; None where there is no such day (29/2 needs a leap year or an unknown one)."""
    longest = calendar.monthrange(2000 if year is None else year, month)[1] if 1 <= month <= 12 else 0
    if not 1 <= dom <= longest:
        return None
    return f"{'XXXX' if year is None else f'{year:04d}'}-{month:02d}-{dom:02d}"


def one_of(days: list[str]) -> str:
    """One day, or a one-of set of up to four; more become ``XXXX-MM-DD``. Raises ValueError where there is none."""
    unique = sorted(set(days))
    if not unique:
        raise ValueError("a one-of set needs a member")
    if len(unique) == 1:
        return unique[0]
    return f"[{','.join(unique)}]" if len(unique) <= _LONGEST_SET else f"XXXX{unique[0][4:]}"


def with_year(value: str, year: int) -> str | None:
    """``XXXX-MM-DD`` (or an interval of such) put into a year; None where the day does not exist in it."""
    filled = value.replace("XXXX", f"{year:04d}")
    return filled if is_valid(filled) else None


def lacks_year(value: str) -> bool:
    """True where the year of a value is wholly unknown."""
    return "XXXX" in value


def _members(value: str) -> list[str]:
    if not value.endswith("]") or not value[1:-1]:
        raise ValueError(f"not a one-of set: {value}")
    return value[1:-1].split(",")


def _side(value: str) -> Bounds:
    return Bounds(None, None) if value in ("..", "") else _simple(value)


def _least(parts: list[Bounds]) -> date | None:
    known = [p.earliest for p in parts if p.earliest]
    return min(known) if len(known) == len(parts) else None


def _greatest(parts: list[Bounds]) -> date | None:
    known = [p.latest for p in parts if p.latest]
    return max(known) if len(known) == len(parts) else None


def _simple(value: str) -> Bounds:
    match = _SIMPLE.fullmatch(value)
    if match is None:
        raise ValueError(f"not EDTF of this profile: {value}")
    year, month, dom = match["year"], match["month"], match["day"]
    if year == "XXXX":
        _check_yearless(month, dom, value)
        return Bounds(None, None)
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month is None or month == "XX":
        return Bounds(date(low, 1, 1), date(high, 12, 31))
    if month in _QUARTERS and dom is None:
        first, last = _QUARTERS[month]
        return Bounds(date(low, first, 1), date(high, last, calendar.monthrange(high, last)[1]))
    if dom is None or dom == "XX":
        return Bounds(date(low, int(month), 1), date(high, int(month), _month_length(high, int(month))))
    return Bounds(date(low, int(month), int(dom)), date(high, int(month), int(dom)))


_QUARTERS = {"33": (1, 3), "34": (4, 6), "35": (7, 9), "36": (10, 12)}


def _month_length(year: int, month: int) -> int:
    if not 1 <= month <= 12:
        raise ValueError(f"no such month: {month}")
    return calendar.monthrange(year, month)[1]


def _check_yearless(month: str | None, dom: str | None, value: str) -> None:
    if month in (None, "XX"):
        return
    longest = _month_length(2000, int(month or 0))
    if dom not in (None, "XX") and not 1 <= int(dom or 0) <= longest:
        raise ValueError(f"no such day: {value}")
