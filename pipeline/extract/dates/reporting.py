"""The year that an article reports from: what a careful reader derives for its first day and month.

In the order of DESIGN.md (Dates): the publication date, a date of the article itself, the reporting year
("tổng kết năm 2015 và triển khai nhiệm vụ năm 2016"), the year in the event's name, an anniversary, the term that a
congress opens, and at last what the article looks back on and forward to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.extract.dates.anchors import Anchor
from pipeline.extract.parts import DateExpression
from pipeline.text.edtf import day

_YEAR = r"((?:19|20)\d\d)"
_REPORT = re.compile(
    rf"(?<!đến )năm {_YEAR}[^.\n]{{0,80}}?(?:nhiệm vụ|phương hướng|triển khai|kế hoạch|dự toán|dự kiến)[^.\n]{{0,80}}?năm {_YEAR}"
)
_REVIEW = re.compile(rf"(?:tổng kết|sơ kết)[^.\n]{{0,100}}?năm {_YEAR}(?!\s?-)")
_ANNIVERSARY = re.compile(
    rf"(?<!\d)(\d{{1,3}}) năm[^.\n]{{0,140}}?\((?:[\d/. -]{{0,6}}){_YEAR}\s?-\s?(?:[\d/. -]{{0,6}}){_YEAR}\)"
)
_MARKED = re.compile(r"(?<!\w)(?:kỷ niệm|kỉ niệm|đánh dấu|mừng|dịp|tròn)(?!\w)[^\n]{0,160}$")
_FOUNDED = re.compile(
    rf"(?:thành lập|thiết lập|ra đời)[^.\n]{{0,40}}?năm {_YEAR}\.? ?[^.\n]{{0,10}}(?:trong|sau|qua) (?:hơn )?(\d{{1,3}}) năm (?:qua|xây dựng)"
)
_EVENT_YEAR = re.compile(
    rf"(?<!\w)(?:apec|hội nghị|lễ|giải|chương trình|đại hội|gặp gỡ|diễn đàn|ngày hội|liên hoan|festival|cuộc thi|cup|asean|phát động|tuần lễ|năm đoàn kết|hội thảo|triển lãm|olympic|sea games|asiad|trại hè|đối thoại)(?!\w)[^.,;\n]{{0,110}}?(?<![-/\d]){_YEAR}(?![-/\d]| ?-)"
)
_EDITION = re.compile(
    rf"(?<!\w)(?:apec|asean|olympic|asiad|sea games|world cup|aff cup|năm đoàn kết hữu nghị [^.,;\n]{{0,30}}|festival [\w ]{{2,20}})\)? {_YEAR}(?![-/\d]| ?-)"
)
_TET = re.compile(rf"(?<!\w)tết(?: nguyên đán| dương lịch| [\w]+ [\w]+)?,?(?: năm)? {_YEAR}")
_SERIES = re.compile(rf"(?:lần đầu|lần thứ nhất|lần 1)[^.\n]{{0,70}}?năm {_YEAR}")
_ORDINAL = re.compile(r"lần thứ (\d{1,2})(?!\d)")
_YEARLY = re.compile(r"(?:hằng năm|hàng năm|thường niên|mỗi năm|(?<!\d)(\d{1,2}) năm)(?!\w)")
_NOT_HELD = re.compile(
    r"(?<!\w)(?:đến|tới|tầm nhìn|từ|kể từ|giai đoạn|luật|công ước|hiến pháp|nhiệm kỳ|kế hoạch|nhiệm vụ|cử|sẽ|vào năm|dự toán|ngân sách)(?!\w)"
)
_TERM = re.compile(rf"đại hội[^.\n]{{0,130}}?lần thứ[^.\n]{{0,40}}?nhiệm kỳ {_YEAR}\s?[-–]\s?{_YEAR}")
_HEAD = 700
_CLOSE = 45
_CANDIDATES = 4


@dataclass(frozen=True, slots=True)
class Reporting:
    """The years that an article may report from (one: it is known; none: no reader could say), and why."""

    years: tuple[int, ...]
    basis: str


NOTHING = Reporting((), "none")


def reporting_year(
    folded: str, lead: tuple[int, int] | None, published: str | None, anchors: Sequence[Anchor]
) -> Reporting:
    """The year of the article's first day and month ``lead`` (month, day); ``folded`` is its text without furniture."""
    if published:
        return Reporting((int(published[:4]),), "published")
    for rule, basis in _RULES:
        years = _checked(rule(folded, lead), lead, anchors)
        if years:
            return Reporting(years, basis)
    return Reporting(_between(lead, anchors), "context") if lead else Reporting(_headed(anchors), "context")


def _checked(year: int | None, lead: tuple[int, int] | None, anchors: Sequence[Anchor]) -> tuple[int, ...]:
    """The derived year, the one after it where the article looks back on later days of it, none where it cannot be."""
    if year is None:
        return ()
    later = [a for a in anchors if a.precise and a.side in ("past", "open") and a.earliest > _date(year, lead)]
    if any(a.latest.year > year + (a.side == "open") for a in later):
        return ()
    if any(a.side == "past" for a in later):
        return (year + 1,)
    far = any((a.earliest - _date(year, lead)).days > 60 for a in later)
    return (year, year + 1) if far else (year,)


def _headed(anchors: Sequence[Anchor]) -> tuple[int, ...]:
    """Of an article without any day: the year that it speaks of twice or more, and none later."""
    years = [a.latest.year for a in anchors if a.side in ("open", "past")]
    return (max(years),) if years and years.count(max(years)) > 1 else ()


def _reported(folded: str, lead: tuple[int, int] | None) -> int | None:
    match = _REPORT.search(folded)
    if match is None or lead is None or int(match[2]) != int(match[1]) + 1:
        return None
    return int(match[1]) if lead[0] >= 7 else int(match[2])


def _reviewed(folded: str, lead: tuple[int, int] | None) -> int | None:
    match = _REVIEW.search(folded, 0, _HEAD)
    if match is None or lead is None:
        return None
    return int(match[1]) if lead[0] >= 6 else int(match[1]) + 1


def _named(folded: str, _lead: tuple[int, int] | None) -> int | None:
    """The year in the name of the event: anywhere where it is an edition ("APEC 2017"), else in the head."""
    edition = _EDITION.search(folded)
    if edition:
        return int(edition[1])
    for match in _EVENT_YEAR.finditer(folded, 0, _HEAD):
        if not _NOT_HELD.search(match[0]):
            return int(match[1])
    return None


def _anniversary(folded: str, _lead: tuple[int, int] | None) -> int | None:
    for match in _ANNIVERSARY.finditer(folded):
        marked = _MARKED.search(folded, max(0, match.start() - 180), match.start())
        if marked and int(match[3]) - int(match[2]) == int(match[1]):
            return int(match[3])
    return None


def _founded(folded: str, _lead: tuple[int, int] | None) -> int | None:
    match = _FOUNDED.search(folded)
    return int(match[1]) + int(match[2]) if match else None


def _congress(folded: str, _lead: tuple[int, int] | None) -> int | None:
    return max((int(m[1]) for m in _TERM.finditer(folded, 0, 2 * _HEAD)), default=None)


def _series(folded: str, _lead: tuple[int, int] | None) -> int | None:
    """ "lần đầu năm 2014 ... lần thứ 5" of what is held every year is 2018."""
    first, ordinal = _SERIES.search(folded), _ORDINAL.search(folded)
    if first is None or ordinal is None:
        return None
    yearly = any(m[1] in (None, ordinal[1]) for m in _YEARLY.finditer(folded))
    return int(first[1]) + int(ordinal[1]) - 1 if yearly else None


def _date(year: int, lead: tuple[int, int] | None) -> date:
    value = day(year, *lead) if lead else None
    return date.fromisoformat(value) if value else date(year, 12, 31)


def _between(lead: tuple[int, int], anchors: Sequence[Anchor]) -> tuple[int, ...]:
    """The years that lie after what the article looks back on and before what it looks forward to."""
    past = max((a for a in anchors if a.side in ("past", "open")), key=lambda a: (a.earliest, a.precise), default=None)
    future = _next(anchors, past)
    if past and future:
        return _inside(lead, past, future)
    if future:
        return _before(lead, future)
    return _after(lead, past, anchors) if past else ()


def _next(anchors: Sequence[Anchor], past: Anchor | None) -> Anchor | None:
    ahead = [a for a in anchors if a.side == "future" and (past is None or a.latest >= past.earliest)]
    return min(ahead, key=lambda a: a.latest, default=None)


def _inside(lead: tuple[int, int], past: Anchor, future: Anchor) -> tuple[int, ...]:
    low = past.earliest if past.precise else date(past.earliest.year, 1, 1)
    fits = [y for y in range(low.year, future.latest.year + 1) if low <= _date(y, lead) <= future.latest]
    if past.precise:
        return tuple(fits[:1])
    strictly = [y for y in fits if past.earliest.year < y < future.latest.year]
    return tuple(strictly or fits) if len(strictly or fits) <= 4 else ()


def _before(lead: tuple[int, int], future: Anchor) -> tuple[int, ...]:
    last = future.latest.year if _date(future.latest.year, lead) <= future.latest else future.latest.year - 1
    return (last,) if future.precise else (last - 1, last)


def _after(lead: tuple[int, int], past: Anchor, anchors: Sequence[Anchor]) -> tuple[int, ...]:
    """From what the article looks back on alone: one year where that is close by, else the four that may be."""
    if not past.precise:
        return _after_year(lead, past, anchors)
    first = past.earliest.year + (_date(past.earliest.year, lead) < past.earliest)
    if past.recent:
        return (first,)
    for year in (first - 1, first) if past.side == "open" else (first,):
        if abs((_date(year, lead) - past.earliest).days) < _CLOSE:
            return (year,)
    return tuple(range(first, first + _CANDIDATES))


def _after_year(lead: tuple[int, int], past: Anchor, anchors: Sequence[Anchor]) -> tuple[int, ...]:
    """From a year that the article looks back on: the next one where "vừa qua" says so, or the one before a plan."""
    year = past.earliest.year
    if past.recent or any(a.side == "goal" and a.earliest.year == year + 2 for a in anchors):
        return (year + 1,)
    said = [a for a in anchors if a.latest.year == year and a.side in ("open", "past", "goal")]
    if len(said) < 2 or said[0].start > _HEAD:
        return ()
    return (year,) if lead[0] >= 9 else (year, year + 1)


def _tet(folded: str, lead: tuple[int, int] | None) -> int | None:
    """ "Tết 2019" lies at that year's beginning: preparations in autumn are of the year before."""
    match = _TET.search(folded)
    if match is None or lead is None:
        return None
    return int(match[1]) - (lead[0] >= 8)


_RULES: tuple[tuple[Callable[[str, tuple[int, int] | None], int | None], str], ...] = (
    (_reported, "reporting_year"),
    (_reviewed, "reporting_year"),
    (_named, "context"),
    (_anniversary, "context"),
    (_founded, "context"),
    (_congress, "term"),
    (_series, "context"),
    (_tet, "context"),
)


def lead_of(dates: Sequence[DateExpression]) -> tuple[int, int] | None:
    """Month and day of the first expression to the day that lacks its year; of a range its first end."""
    for expression in dates:
        first = expression.value.partition("/")[0]
        if first.startswith("XXXX-") and len(first) == 10:
            return int(first[5:7]), int(first[8:10])
    return None
