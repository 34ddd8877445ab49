"""The years that an article may report from, by what it looks back on and forward to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.extract.dates.anchors import Anchor
from pipeline.extract.parts import DateExpression
from pipeline.text.edtf import day

_CLOSE = 45
_NEAR, _NEAR_HELD = 240, 330
_SPRING, _SUMMER = 5, 8
_TO_THE_DAY = 16
_SOON = 60
_CANDIDATES = 4
_HEAD = 700


@dataclass(frozen=True, slots=True)
class Lead:
    """The first day and month of an article that lacks its year, and the offset where it stands."""

    month: int
    day: int
    start: int


def lead_of(dates: Sequence[DateExpression]) -> Lead | None:
    """The first expression to the day that lacks its year; of a range its first end."""
    for expression in dates:
        first = expression.value.partition("/")[0]
        if first.startswith("XXXX-") and len(first) == 10:
            return Lead(int(first[5:7]), int(first[8:10]), expression.span.start)
    return None


def in_year(year: int, lead: Lead | None) -> date:
    """The lead's day in a year; without a lead the year's last day."""
    value = day(year, lead.month, lead.day) if lead else None
    return date.fromisoformat(value) if value else date(year, 12, 31)


def candidates(lead: Lead, anchors: Sequence[Anchor], held: frozenset[int] | None = None) -> tuple[int, ...]:
    """The years that lie after what the article looks back on and before what it looks forward to: one where they
    leave one, up to four where both sides bound them, none where they say too little."""
    past = max((a for a in anchors if a.behind), key=lambda a: (a.earliest, a.precise), default=None)
    told = _told(lead, anchors, past, _next(anchors, past)) or _by_documents(lead, anchors, past)
    return tuple(y for y in told if (not held or y in held) and not _too_early(y, lead, anchors))


def _too_early(year: int, lead: Lead, anchors: Sequence[Anchor]) -> bool:
    """Whether a paper that the article cites, or an election, is of a later day of that year."""
    when = in_year(year, lead)
    days = (a for a in anchors if a.side in ("cited", "issued") and (a.latest - a.earliest).days < _TO_THE_DAY)
    return any(a.earliest.year == year and a.earliest > when for a in days)


def soon_after(lead: Lead, anchors: Sequence[Anchor], held: frozenset[int]) -> tuple[int, ...]:
    """The first years after the last day or month that the article looks back on, where who holds office bears the
    first of them out: that may then lie most of a year ago."""
    past = max((a for a in anchors if a.behind and a.precise), key=lambda a: a.earliest, default=None)
    if past is None or past.caption:
        return ()
    first = past.earliest.year + (in_year(past.earliest.year, lead) < past.earliest)
    if first not in held or (in_year(first, lead) - past.latest).days >= _NEAR_HELD:
        return ()
    return tuple(y for y in (first, first + 1) if y in held)


def _told(lead: Lead, anchors: Sequence[Anchor], past: Anchor | None, future: Anchor | None) -> tuple[int, ...]:
    if past and past.recent:
        return (past.earliest.year + (not past.precise or in_year(past.earliest.year, lead) < past.earliest),)
    if past and future:
        return _inside(lead, past, future)
    if future:
        return _before(lead, future)
    return _after(lead, past, anchors) if past else ()


def _by_documents(lead: Lead, anchors: Sequence[Anchor], past: Anchor | None) -> tuple[int, ...]:
    """By the papers that an article cites: soon after the last was issued, or in time before one applies (Luật ban
    hành văn bản quy phạm pháp luật, Điều 151: 45 days at least after it is passed)."""
    floor = past.earliest.year if past else 0
    cited = max((a.latest for a in anchors if a.side == "cited"), default=None)
    if cited and cited.year >= floor and 0 <= (in_year(cited.year, lead) - cited).days <= _SOON:
        return (cited.year,)
    applies = min((a.earliest for a in anchors if a.side == "effective"), default=None)
    if applies is None or applies.year < floor:
        return ()
    return (applies.year - ((applies - in_year(applies.year, lead)).days < _CLOSE),)


def checked(year: int | None, lead: Lead | None, anchors: Sequence[Anchor]) -> tuple[int, ...]:
    """A derived year; the one after it where the article looks back on later days of it; none where it cannot be."""
    if year is None:
        return ()
    when = in_year(year, lead)
    later = [a for a in anchors if a.side in ("past", "reviewed", "result", "open") and a.earliest > when]
    if any(a.latest.year > year + (a.side in ("open", "result")) for a in later):
        return ()
    if any(a.side == "past" and a.precise for a in later):
        return (year + 1,)
    far = any(a.precise and a.side != "result" and (a.earliest - when).days > 60 for a in later)
    return (year, year + 1) if far else (year,)


def bounded(years: frozenset[int], lead: Lead, anchors: Sequence[Anchor]) -> tuple[int, ...]:
    """Of the years that a register leaves, those after what the article looks back on and before what it awaits; none
    where more than four are left."""
    least, most = min(years), max(years)
    past = (a for a in anchors if a.side in ("past", "cited", "issued") or (a.side == "open" and a.precise))
    behind = [a.earliest for a in past if least <= a.earliest.year <= most]
    ahead = [a.latest for a in anchors if a.side == "future" and least <= a.latest.year <= most]
    low, high = max(behind, default=date.min), min(ahead, default=date.max)
    left = sorted(y for y in years if low <= in_year(y, lead) <= high) or sorted(years)
    return tuple(left) if len(left) <= _CANDIDATES else ()


def most_said(anchors: Sequence[Anchor]) -> tuple[int, ...]:
    """Of an article without any day: the latest year that it speaks of, where it does so twice or more."""
    years = [a.latest.year for a in anchors if a.side in ("open", "past", "reviewed", "result")]
    return (max(years),) if years and years.count(max(years)) > 1 else ()


def _next(anchors: Sequence[Anchor], past: Anchor | None) -> Anchor | None:
    ahead = [a for a in anchors if a.side == "future" and (past is None or a.latest >= past.earliest)]
    return min(ahead, key=lambda a: (a.latest, not a.precise), default=None)


def _inside(lead: Lead, past: Anchor, future: Anchor) -> tuple[int, ...]:
    """Between a day or year looked back on and one looked forward to; a year told as past is over by spring."""
    low = past.earliest if past.precise else date(past.earliest.year, 1, 1)
    fits = [y for y in range(low.year, future.latest.year + 1) if low <= in_year(y, lead) <= future.latest]
    if not past.precise:
        strictly = [y for y in fits if past.earliest.year < y < future.latest.year]
        fits = strictly or _turn_of_year(lead, fits)
    return tuple(fits) if len(fits) <= _CANDIDATES else ()


def _turn_of_year(lead: Lead, fits: list[int]) -> list[int]:
    """ "Trong năm 2023 đã ... năm 2024 sẽ": told in January it is 2024, told in December 2023."""
    if len(fits) == 2 and lead.month <= 4:
        return fits[1:]
    return fits[:1] if len(fits) == 2 and lead.month >= 10 else fits


def _before(lead: Lead, future: Anchor) -> tuple[int, ...]:
    last = future.latest.year - (in_year(future.latest.year, lead) > future.latest)
    if future.prepared and not future.precise and lead.month >= _SPRING:
        return (future.latest.year - 1,)
    return (last,) if future.precise else ()


def _after(lead: Lead, past: Anchor, anchors: Sequence[Anchor]) -> tuple[int, ...]:
    """From what the article looks back on alone: the year where that is some months ago; no year where it is long
    ago, or the same weeks of a year (an anniversary, a yearly meeting), or only under a picture."""
    if past.one_year:
        return _after_year(lead, past, anchors)
    first = past.earliest.year + (in_year(past.earliest.year, lead) < past.earliest)
    if past.side == "open" or (past.latest - past.earliest).days < _TO_THE_DAY:
        close = [y for y in (first - 1, first) if _close(lead, past, y, y == first)]
        if close:
            return (close[0],)
    gap = (in_year(first, lead) - past.latest).days
    least = 0 if past.side == "past" else _CLOSE / 2
    if past.caption or not least < gap < _NEAR:
        return ()
    to_the_day = (past.latest - past.earliest).days < _TO_THE_DAY
    near = abs(past.start - lead.start) < 2 * _HEAD
    sure = near and (past.side != "open" or gap < (_NEAR / 2 if to_the_day else _CLOSE))
    return (first,) if sure else (first, first + 1)


def _close(lead: Lead, past: Anchor, year: int, after: bool) -> bool:
    """Whether the lead of that year lies within weeks of a stated day near it in the text; of a month only after it."""
    to_the_day = (past.latest - past.earliest).days < _TO_THE_DAY
    near = abs((in_year(year, lead) - past.earliest).days) < _CLOSE
    return near and abs(past.start - lead.start) < (2 * _HEAD if to_the_day else _HEAD / 2) and (after or to_the_day)


def _after_year(lead: Lead, past: Anchor, anchors: Sequence[Anchor]) -> tuple[int, ...]:
    """From a year that the article looks back on: the one before a plan; a year told as past is over by spring."""
    year = past.earliest.year
    if any(a.side == "goal" and a.earliest.year == year + 2 for a in anchors):
        return (year + 1,)
    said = [a for a in anchors if a.latest.year == year and a.side != "name" and not a.caption]
    if past.side == "result" and lead.month <= _SUMMER:
        return (year + 1,)
    if past.side != "reviewed" and (len(said) < 2 or said[0].start > _HEAD / 2):
        return ()
    if lead.month > _SPRING:
        return (year,) if lead.month >= 9 else ()
    return (year + 1,) if past.side in ("past", "reviewed") else (year, year + 1)
