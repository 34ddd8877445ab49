"""Dating events beyond their own article: years from bounds, and one date from several words about one event.

Pure functions over EDTF strings and days. What bounds an event (cited documents, the organiser's life, registers) is
found in SQL and comes in as arguments.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from pipeline.text import edtf

_YEARLESS_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)")
_LONGEST_SPAN = 40
_LONGEST_SET = 4


class Dated(NamedTuple):
    """An EDTF value with its inclusive bounds, and whether bounds from outside the article changed it."""

    value: str | None
    earliest: date | None
    latest: date | None
    completed: bool


def safe_bounds(value: str | None) -> edtf.Bounds:
    """The bounds of a value; none where it is not of the profile."""
    try:
        return edtf.bounds(value)
    except ValueError:
        return edtf.Bounds(None, None)


def complete(value: str | None, low: date | None, high: date | None) -> Dated:
    """``value`` as far as the inclusive bounds ``low`` and ``high`` complete it.

    A day without a year becomes the one day, or the one-of set of up to four days, that lie within; else it stays and
    carries the bounds; a set loses the days outside. No value becomes ``low/..`` or ``low/high``."""
    if not value or not edtf.is_valid(value):
        return _interval(low, high)
    if value.startswith("["):
        return _drawn(value, low, high)
    if not edtf.lacks_year(value):
        return Dated(value, *edtf.bounds(value), False)
    days = candidate_days(value, low, high)
    if days is None or len(days) > _LONGEST_SET or not days:
        return Dated(value, *_span(value, low, high), False)
    is_day = "/" not in value and len(value) >= 10
    chosen = edtf.one_of(days) if is_day else days[0] if len(days) == 1 else value
    ends = [safe_bounds(d) for d in days]
    return Dated(chosen, ends[0].earliest, ends[-1].latest, chosen != value)


def _drawn(value: str, low: date | None, high: date | None) -> Dated:
    """A one-of set without the days that lie outside the bounds; as it was where none would be left."""
    days = value.strip("[]").split(",")
    within = [d for d in days if _overlaps(edtf.bounds(d), low or date.min, high or date.max)] or days
    chosen = edtf.one_of(within)
    return Dated(chosen, *edtf.bounds(chosen), chosen != value)


def candidate_days(value: str, low: date | None, high: date | None) -> list[str] | None:
    """Every year's form of a yearless value that overlaps the bounds; None where a bound is missing or too far."""
    if low is None or high is None or high.year - low.year > _LONGEST_SPAN:
        return None
    forms = (edtf.with_year(value, year) for year in range(low.year, high.year + 1))
    return [f for f in forms if f and _overlaps(safe_bounds(f), low, high)]


def _overlaps(span: edtf.Bounds, low: date, high: date) -> bool:
    return bool(span.earliest and span.latest and span.earliest <= high and low <= span.latest)


def _interval(low: date | None, high: date | None) -> Dated:
    if low is None or (high is not None and high < low):
        return Dated(None, None, None, False)
    value = f"{low.isoformat()}/{high.isoformat() if high else '..'}"
    return Dated(value, low, high, True)


def _span(value: str, low: date | None, high: date | None) -> tuple[date | None, date | None]:
    """Bounds drawn in to the first and the last year's form of a yearless value."""
    first = _first(value, range(low.year, low.year + 9), low, date.max) if low else None
    last = _first(value, range(high.year, high.year - 9, -1), date.min, high) if high else None
    earliest, latest = first.earliest if first else None, last.latest if last else None
    return (None, None) if earliest and latest and earliest > latest else (earliest, latest)


def _first(value: str, years: range, low: date, high: date) -> edtf.Bounds | None:
    forms = (edtf.with_year(value, year) for year in years if 1 <= year <= 9999)
    spans = (safe_bounds(f) for f in forms if f)
    return next((s for s in spans if _overlaps(s, low, high)), None)


class Word(NamedTuple):
    """What one article (or register row) says of an event's date. ``rank``: the lower, the nearer to the event."""

    value: str
    earliest: date | None
    latest: date | None
    basis: str
    primary: bool


_BASES = (
    "correction",
    "stated",
    "published",
    "reporting_year",
    "context",
    "register",
    "term",
    "cited_document",
    "none",
)


def precision(value: str) -> int:
    """How much a value says: a day 5, an interval of days 4, a one-of set 3, a yearless day 2, month 1, less 0."""
    if "XXXX" in value:
        return 2
    if value.startswith("["):
        return 3
    if "/" in value:
        return 0 if ".." in value else 4 if len(value) >= 21 else 1
    return 5 if len(value) >= 10 else 1 if len(value) == 7 else 0


def agree(words: Sequence[Word]) -> tuple[str | None, date | None, date | None, str]:
    """One date out of what several articles say: the most precise word that most others allow, narrowed by bounds.

    The basis is the chosen word's own; ``cross_document`` where the day comes only from an article that looks back,
    or from bounds of two articles together. Words that contradict the chosen one do not move it (they are claims)."""
    if not words:
        return None, None, None, "none"
    best = min(words, key=lambda w: (-precision(w.value), -_support(w, words), _base(w.basis), not w.primary, w.value))
    if precision(best.value) in (2, 3):
        return _narrow(best, words)
    reporters = [w for w in words if w.primary]
    told = any(precision(w.value) >= precision(best.value) and w.value == best.value for w in reporters)
    own = told or not reporters or best.basis in ("register", "correction")
    return best.value, best.earliest, best.latest, best.basis if own else "cross_document"


def _base(basis: str) -> int:
    return _BASES.index(basis) if basis in _BASES else len(_BASES)


def _support(word: Word, words: Sequence[Word]) -> int:
    return sum(1 for w in words if w.value == word.value) * 10 + sum(1 for w in words if compatible(word, w))


def compatible(one: Word, two: Word) -> bool:
    """True where both words can be true of one happening: bounds meet, and yearless days have the same day."""
    a, b = _YEARLESS_DAY.search(one.value), _YEARLESS_DAY.search(two.value)
    tails = [m[0][4:] for m in (a, b) if m]
    if any(precision(w.value) == 5 and w.value[4:10] not in tails for w in (one, two)) and tails:
        return False
    if len(tails) == 2 and tails[0] != tails[1]:
        return False
    starts_late = one.earliest and two.latest and one.earliest > two.latest
    ends_early = one.latest and two.earliest and one.latest < two.earliest
    return not (starts_late or ends_early)


def _narrow(best: Word, words: Sequence[Word]) -> tuple[str | None, date | None, date | None, str]:
    """A yearless day or a set, drawn in by the bounds of every word that allows it."""
    allowed = [w for w in words if compatible(best, w)]
    low = max((w.earliest for w in allowed if w.earliest), default=None)
    high = min((w.latest for w in allowed if w.latest), default=None)
    first = best.value.strip("[]").partition(",")[0]
    day = f"XXXX{first[4:]}"
    # Of months no set is published: the month, with the bounds of its years.
    if best.value.startswith("[") and len(first) < 10:
        return day, best.earliest, best.latest, best.basis
    drawn = complete(day, low, high)
    if drawn.value == best.value or drawn.value is None:
        return best.value, best.earliest, best.latest, best.basis
    return drawn.value, drawn.earliest, drawn.latest, "cross_document"
