"""How the EDTF values of two dates compare, where one may lack its year or leave it open between several."""

from __future__ import annotations

import re

DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
_UNKNOWN = "XXXX"


def plain(value: str) -> str:
    """The value with one year or none: a one-of set of days, "[2016-05-04,2017-05-04]", is "XXXX-05-04"."""
    return _UNKNOWN + value[5:].partition(",")[0].rstrip("]") if value.startswith("[") else value


def is_day(value: str) -> bool:
    """True for one day, of whichever year."""
    return DAY.fullmatch(plain(value)) is not None


def agree(one: str, other: str) -> bool:
    """True for the same date, a year that one of them lacks aside."""
    first, second = plain(one), plain(other)
    if _UNKNOWN in (first[:4], second[:4]) and "/" not in first + second:
        return first[4:] == second[4:]
    return first == second


def within(day: str, interval: str) -> bool:
    """True for a day of an interval that lies in one year."""
    first, _, last = interval.partition("/")
    one = plain(day)
    years = {one[:4], first[:4], last[:4]} - {_UNKNOWN}
    return bool(last) and "/" not in one and len(years) < 2 and first[4:] <= one[4:] <= last[4:]


def from_to(first: str, last: str) -> str | None:
    """The interval of two days; None where the last does not come after the first in one year."""
    start, end = plain(first), plain(last)
    years = {start[:4], end[:4]} - {_UNKNOWN}
    if len(years) > 1 or not (DAY.fullmatch(start) and DAY.fullmatch(end)) or start[4:] >= end[4:]:
        return None
    year = min(years, default=_UNKNOWN)
    return f"{year}{start[4:]}/{year}{end[4:]}"
