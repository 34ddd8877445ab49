"""The year that an article reports from: what a careful reader derives for its first day and month.

In the order of DESIGN.md (Dates): the publication date, a date of the article itself, the reporting year
("tổng kết năm 2015 và triển khai nhiệm vụ năm 2016"), the year in the event's name, an anniversary, the term that a
congress opens, and at last what the article looks back on and forward to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.extract.dates.anchors import Anchor
from pipeline.extract.dates.between import Lead, candidates, checked, most_said

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
    rf"(?<!\w)(?:apec|hội nghị|lễ|giải thưởng|giải báo|trao giải|chương trình|đại hội|gặp gỡ|diễn đàn|ngày hội|liên hoan|festival|cuộc thi|cup|asean|phát động|tuần lễ|năm đoàn kết|hội thảo|triển lãm|olympic|sea games|asiad|trại hè|đối thoại)(?!\w)[^.,;\n]{{0,110}}?(?<![-/\d]){_YEAR}(?![-/\d]| ?-)"
)
_EDITION = re.compile(
    rf"(?<!\w)(?:apec|asean|olympic|asiad|sea games|world cup|aff cup|năm đoàn kết hữu nghị [^.,;\n]{{0,30}}|festival [\w ]{{2,20}})\)? {_YEAR}(?![-/\d]| ?-)"
)
_TET = re.compile(rf"(?<!\w)tết(?: nguyên đán| dương lịch| [\w]+ [\w]+)?,?(?: năm)? {_YEAR}")
_SERIES = re.compile(
    rf"(?:lần đầu|lần thứ nhất|lần 1)[^.\n]{{0,20}}(?:tổ chức|diễn ra|khởi xướng)[^.\n]{{0,70}}?năm {_YEAR}"
)
_ORDINAL = re.compile(r"lần thứ (\d{1,2})(?!\d)")
_YEARLY = re.compile(r"(?:hằng năm|hàng năm|thường niên|mỗi năm|(?<!\d)(\d{1,2}) năm)(?!\w)")
_NOT_HELD = re.compile(
    r"(?<!\w)(?:đến|tới|tầm nhìn|từ|kể từ|giai đoạn|luật|công ước|hiến pháp|nhiệm kỳ|kế hoạch|nhiệm vụ|cử|sẽ|hồi|vào|dự toán|ngân sách)(?!\w)"
)
_TERM = re.compile(rf"đại hội[^.\n]{{0,130}}?lần thứ[^.\n]{{0,40}}?nhiệm kỳ {_YEAR}\s?[-–]\s?{_YEAR}")
_HEAD = 700


@dataclass(frozen=True, slots=True)
class Reporting:
    """The years that an article may report from (one: it is known; none: no reader could say), and why."""

    years: tuple[int, ...]
    basis: str


NOTHING = Reporting((), "none")


def reporting_year(folded: str, lead: Lead | None, published: str | None, anchors: Sequence[Anchor]) -> Reporting:
    """The year of the article's first day and month ``lead`` (month, day); ``folded`` is its text without furniture."""
    if published:
        return Reporting((int(published[:4]),), "published")
    for rule, basis in _RULES:
        years = checked(rule(folded, lead), lead, anchors)
        if years:
            return Reporting(years, basis)
    return Reporting(candidates(lead, anchors), "context") if lead else Reporting(most_said(anchors), "context")


def _reported(folded: str, lead: Lead | None) -> int | None:
    match = _REPORT.search(folded)
    if match is None or lead is None or int(match[2]) != int(match[1]) + 1:
        return None
    return int(match[1]) if lead.month >= 7 else int(match[2])


def _reviewed(folded: str, lead: Lead | None) -> int | None:
    match = _REVIEW.search(folded, 0, _HEAD)
    if match is None or lead is None:
        return None
    return int(match[1]) if lead.month >= 6 else int(match[1]) + 1


def _named(folded: str, _lead: Lead | None) -> int | None:
    """The year in the name of the event: anywhere where it is an edition ("APEC 2017"), else in the head."""
    edition = _EDITION.search(folded)
    if edition:
        return int(edition[1])
    for match in _EVENT_YEAR.finditer(folded, 0, _HEAD):
        if not _NOT_HELD.search(match[0]):
            return int(match[1])
    return None


def _anniversary(folded: str, _lead: Lead | None) -> int | None:
    for match in _ANNIVERSARY.finditer(folded):
        marked = _MARKED.search(folded, max(0, match.start() - 180), match.start())
        if marked and int(match[3]) - int(match[2]) == int(match[1]):
            return int(match[3])
    return None


def _founded(folded: str, _lead: Lead | None) -> int | None:
    match = _FOUNDED.search(folded)
    return int(match[1]) + int(match[2]) if match else None


def _congress(folded: str, _lead: Lead | None) -> int | None:
    return max((int(m[1]) for m in _TERM.finditer(folded, 0, _HEAD)), default=None)


def _series(folded: str, _lead: Lead | None) -> int | None:
    """ "lần đầu năm 2014 ... lần thứ 5" of what is held every year is 2018."""
    first, ordinal = _SERIES.search(folded), _ORDINAL.search(folded, 0, 2 * _HEAD)
    if first is None or ordinal is None:
        return None
    yearly = any(m[1] in (None, ordinal[1]) for m in _YEARLY.finditer(folded))
    return int(first[1]) + int(ordinal[1]) - 1 if yearly else None


def _tet(folded: str, lead: Lead | None) -> int | None:
    """ "Tết 2019" lies at that year's beginning: preparations in autumn are of the year before."""
    match = _TET.search(folded)
    if match is None or lead is None:
        return None
    return int(match[1]) - (lead.month >= 8)


_RULES: tuple[tuple[Callable[[str, Lead | None], int | None], str], ...] = (
    (_reported, "reporting_year"),
    (_reviewed, "reporting_year"),
    (_named, "context"),
    (_anniversary, "context"),
    (_founded, "context"),
    (_congress, "term"),
    (_series, "context"),
    (_tet, "context"),
)
