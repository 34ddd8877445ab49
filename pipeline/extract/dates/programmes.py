"""Plans, terms, jubilees and names from which an article's year follows, where its head alone does not tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.dates.anchors import Anchor
from pipeline.extract.dates.between import Lead, in_year
from pipeline.extract.dates.formulas import EVENTS, NOT_HELD
from pipeline.extract.parts import DateExpression

_YEAR = r"((?:19|20)\d\d)"
_HEAD = 700
_OPENING = 450
_TO_THE_DAY, _WEEKS, _MONTH = 16, 21, 32
_OLDEST = 1990
_PLAN = re.compile(
    r"(?<!\w)(?:nhiệm vụ|dự toán|kế hoạch|phương hướng|chương trình công tác|ngân sách)(?!\w)"
    rf"(?:[^.;\n]{{0,90}}? năm|(?<=ngân sách)(?: nhà nước)?) {_YEAR}(?![-/\d]| ?- ?\d)"
)
_PLAN_OF_YEAR = re.compile(
    rf"(?<!\w)(?:kế hoạch|nhiệm vụ|chỉ tiêu)(?: (?!đến|vào|tới|hết|từ|cho|giai|hoàn)\w{{1,9}}){{0,5}} năm {_YEAR}"
    r"(?![-/\d]| ?- ?\d)"
)
_BUDGET = re.compile(
    rf"(?<!\w)(?:dự toán|phân bổ)(?: thu)?,?(?: chi)? ngân sách[^.;\n]{{0,50}}? năm {_YEAR}(?![-/\d]| ?- ?\d)"
)
_HELD = re.compile(
    rf"(?<!\w)(?:tổ chức|mở|khai mạc|khai giảng|bế mạc|diễn ra)(?: \w{{1,8}})? (?:{EVENTS})(?!\w)"
    rf"[^.;\n]{{0,110}}? năm {_YEAR}(?![-/\d]| ?-)"
)
_UNTIL = re.compile(rf"(?<!\w)từ nay (?:cho )?(?:đến|tới)(?: hết| cuối)? năm {_YEAR}(?!\d| ?-)")
_YEARS_AHEAD = re.compile(r"(?<!\w)trong (?:vòng )?(\d) năm (?:tới|nữa)(?!\w)")
_NUMBERED = re.compile(
    r"(?<!\w)(?:nghị định|thông tư|thông tư liên tịch|quyết định|nghị quyết|luật|pháp lệnh) (?:số )?"
    rf"\d{{1,4}}/{_YEAR}(?!\d)"
)
_APPLIED = re.compile(r"(?<!\w)(?:có|bắt đầu) hiệu(?: lực)?(?: thi hành)?(?: kể)?(?: từ)?[ ]{0,2}$")
_CLAUSE, _EARLY = 60, 2
_BUDGET_MONTHS = (10, 11)
_PLAN_MONTHS = (12, 1)
_ELECTED = re.compile(
    rf"(?<!\w)đại hội(?!\w)[^.\n]{{0,160}}?(?:nhiệm kỳ|khóa [^.\n]{{0,20}}?nhiệm kỳ) {_YEAR} ?- ?{_YEAR}"
)
_BEFORE_CONGRESS = re.compile(
    r"(?<!\w)(?:chuẩn bị|tiến tới|hướng tới|trước|văn kiện|nghị quyết|chào mừng|tại|từ|theo|sau|trình|phục vụ|thực hiện"
    r"|dự thảo)(?!\w)[^.\n]{0,50}$"
)
_OPENED = re.compile(r"(?<!\w)(?:khai mạc|bế mạc|diễn ra|bầu|công bố|tổ chức|tiến hành|trúng cử|ra mắt)(?!\w)")
_YEARS_SINCE = re.compile(
    r"(?<![\d.,-])(?:kỷ niệm |lần thứ )?(\d{1,3}) năm (?:ngày )?(?:thực hiện|thành lập|thiết lập|ra đời|ký kết|ngày"
    r"|truyền thống|giải phóng|chiến thắng|xây dựng|quan hệ|di chúc|mất|sinh)(?!\w)"
)
_EVENT_ANYWHERE = re.compile(
    rf"(?<!\w)(?:{EVENTS})(?!\w)[^.,;\n\d]{{0,70}}? (?:năm )?{_YEAR}(?![-/\d]| ?- ?\d)(?! (?:đến|tới|trở))"
)
_PAST_EVENT = re.compile(r"(?<!\w)(?:từng|năm ngoái|trước đó|trước đây|vào|tại|ở|hồi|kể từ|từ|đã)(?!\w)")


def planned(folded: str, lead: Lead | None) -> int | None:
    """ "triển khai nhiệm vụ, kế hoạch năm 2018" is told in December 2017 or January 2018; a budget also in the autumn
    session of the National Assembly before it, where the head names it. Else "kế hoạch năm 2018" is told within it."""
    if lead is None:
        return None
    if lead.month in _BUDGET_MONTHS:
        passed = _BUDGET.search(folded, 0, _HEAD)
        return int(passed[1]) - 1 if passed else None
    plan = _PLAN if lead.month in _PLAN_MONTHS else _PLAN_OF_YEAR
    years = {int(m[1]) for m in plan.finditer(folded)}
    if len(years) != 1 or lead.month in _BUDGET_MONTHS:
        return None
    return min(years) - (lead.month == _PLAN_MONTHS[0])


def elected(folded: str) -> int | None:
    """A congress in the article's head that opens, closes or elects for the term 2015-2020 is of 2015."""
    for match in _ELECTED.finditer(folded, 0, _HEAD):
        line = folded[max(0, match.start() - 60) : match.start()].rsplit("\n", 1)[-1]
        if int(match[2]) - int(match[1]) == 5 and not _BEFORE_CONGRESS.search(line) and _OPENED.search(match[0]):
            return int(match[1])
    return None


def same_days(lead: Lead | None, anchors: Sequence[Anchor]) -> int | None:
    """A day that is stated within three weeks of the lead's day, or the lead's own month: "trong tháng 2-2019" beside
    "tối 5/2" is the month that it is told in. Never a year before the latest that the article looks back on."""
    if lead is None:
        return None
    near = {a.earliest.year for a in anchors if a.side not in ("goal", "name", "effective") and _beside(lead, a)}
    last = max((a.earliest.year for a in anchors if a.behind or a.side == "cited"), default=0)
    return min(near) if len(near) == 1 and min(near) >= last else None


def opened(folded: str, lead: Lead | None) -> int | None:
    """What the lead's own sentence tells as held, with its year, be its name a list: "mở lớp bồi dưỡng kiến thức, kỹ
    năng ngoại ngữ năm 2019"."""
    if lead is None:
        return None
    match = _HELD.search(folded, lead.start, min(lead.start + _OPENING, _ends(folded, lead.start)))
    return int(match[1]) if match and not NOT_HELD.search(match[0]) else None


def _ends(folded: str, start: int) -> int:
    """Where the line ends that an offset stands in."""
    end = folded.find("\n", start)
    return end if end >= 0 else len(folded)


def awaited(lead: Lead | None, anchors: Sequence[Anchor]) -> int | None:
    """The lead's own month with its year, told as coming: "sẽ họp trong tháng 12/2018" beside "chiều 3/12"."""
    if lead is None:
        return None
    coming = {a.earliest.year for a in anchors if a.side == "future" and a.precise and a.earliest.month == lead.month}
    return min(coming) if len(coming) == 1 else None


def from_now(folded: str) -> int | None:
    """ "từ nay đến năm 2021 ... trong 3 năm tới" is told in 2018."""
    until, ahead = _UNTIL.search(folded, 0, 2 * _HEAD), _YEARS_AHEAD.search(folded, 0, 2 * _HEAD)
    return int(until[1]) - int(ahead[1]) if until and ahead else None


def applied(folded: str, lead: Lead | None) -> int | None:
    """Of an article on papers that apply from its first day, the year of their numbers ("Nghị định 61/2015 có hiệu lực
    từ 1/9"): papers of the end of a year apply in the next."""
    if lead is None or not _APPLIED.search(folded, max(0, lead.start - _CLAUSE), lead.start):
        return None
    years = [int(m[1]) for m in _NUMBERED.finditer(folded)]
    return max(years) + (lead.month <= _EARLY) if len(years) > 1 else None


def _beside(lead: Lead, anchor: Anchor) -> bool:
    length = (anchor.latest - anchor.earliest).days
    when = in_year(anchor.earliest.year, lead)
    paper = anchor.side in ("cited", "issued")
    if length < _TO_THE_DAY:
        ahead = -_WEEKS if anchor.side == "future" or anchor.caption else 0
        return (0 if paper else ahead) <= (when - anchor.earliest).days <= _WEEKS
    told = anchor.precise and not paper and not anchor.caption
    return told and length < _MONTH and anchor.earliest.month == lead.month


def jubilee(folded: str, dates: Sequence[DateExpression], anchors: Sequence[Anchor]) -> int | None:
    """ "50 năm thực hiện ..." in the opening and a day of 1969 in the text: told in 2019."""
    counts = {int(m[1]) for m in _YEARS_SINCE.finditer(folded, 0, _OPENING)}
    if len(counts) != 1 or min(counts) % 5 or min(counts) < 10:
        return None
    stated = {int(d.value[:4]) for d in dates if d.basis == "stated" and d.value[:4].isdigit()}
    sums = {year + min(counts) for year in stated if year < _OLDEST}
    last = max((a.earliest.year for a in anchors if a.behind or a.side == "cited"), default=_OLDEST)
    told = [y for y in sums if y >= last]
    return told[0] if len(told) == 1 else None


def event_anywhere(folded: str, anchors: Sequence[Anchor]) -> int | None:
    """The year in the name of an event anywhere, where the article states no later one."""
    goals = {a.latest.year for a in anchors if a.side == "goal"}
    found = {int(m[1]) for m in _EVENT_ANYWHERE.finditer(folded) if not _PAST_EVENT.search(m[0][:-9])}
    years = found - goals
    last = max((a.latest.year for a in anchors if a.side not in ("goal", "future")), default=0)
    return max(years) if len(years) == 1 and max(years) >= last else None
