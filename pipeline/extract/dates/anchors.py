"""Stated years as evidence of when an article was written: what it looks back on, and what it looks forward to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.extract.parts import DateExpression
from pipeline.text.edtf import bounds, lacks_year
from pipeline.text.spans import Span

_OLDEST = 1990
_MIXED = re.compile(r"^\d{4}/(?=\d{4}-\d\d$)")
"""The first end of "từ năm 2014 đến tháng 4/2017", which says less than the last."""
_REACH = 200
_LONG_AHEAD = 6
_REPEATED = 40
_NAME_BEFORE = re.compile(
    r"(?<!\w)(?:luật|công ước|hiến pháp|hiệp định|hiệp ước|bộ luật|pháp lệnh|nghị quyết|tuyên bố|thỏa thuận"
    r"|nghị định|chỉ thị|quyết định|thông tư|kết luận|(?<!theo )quy định|hướng dẫn|tờ trình|công văn|văn bản"
    r"|thông báo|báo cáo số|bầu cử|hiệu lực)(?!\w)[^.;\n]{0,70}$"
)
_ANNOUNCED = re.compile(r"(?<!\w)(?:công bố|triển khai|phổ biến|quán triệt)(?!\w)[^;\n]{0,170}$")
_HEAD = 700
_BORN = re.compile(r"(?<!\w)(?:sinh năm|sinh ngày|quê quán|quê ở|trình độ chuyên môn)(?!\w)")
_OFFICE = re.compile(
    r"(?<!\w)(?:được bầu|bổ nhiệm|phân công|điều động|luân chuyển|chỉ định|giữ chức|đảm nhiệm|tốt nghiệp|trúng cử"
    r"|làm bí thư|làm chủ tịch|công tác tại|giữ vị trí)(?!\w)"
)
_PASSED = re.compile(r"(?<!\w)(?:thông qua|ban hành|bấm nút)(?!\w)")
_PUT_OFF = re.compile(r"(?<!\w)sang (?:kỳ họp|phiên họp|tháng|năm)(?!\w)[^.;\n]{0,30}$")
_EFFECTIVE = re.compile(r"(?<!\w)hiệu lực(?: thi hành)?(?: kể)?(?: từ| vào)?[ ]{0,2}$")
_APPLIES = re.compile(r"(?:kể )?từ (?:ngày )?0?1\s?[/.-]\s?0?[17]\s?[/.-]\s?\d{4}(?! (?:đến|tới|-))")
"""The days from which rates and rules apply."""
_LIFE_BEFORE = re.compile(
    r"(?<!\w)(?:sinh|sn|tuổi|quê|mất|nhập ngũ|thành lập|thiết lập|khởi nghiệp|kể từ|từ)(?!\w)[^.;\n]{0,20}$"
)
_GOAL_BEFORE = re.compile(
    r"(?<!\w)(?:đến|tới|tầm nhìn|mục tiêu|giai đoạn|thời kỳ|định hướng)[ ](?:hết[ ]|cuối[ ]|đầu[ ])?(?:vào[ ])?$"
    r"|(?<!\w)(?:mục tiêu|phấn đấu|kỳ vọng)(?!\w)[^.;\n]{0,70}(?:vào|trong)[ ](?:cuối[ ])?$"
)
_GOAL_AFTER = re.compile(r"[ ]trở đi")
_AHEAD_BEFORE = re.compile(
    r"(?<!\w)(?:sẽ|dự kiến|chuẩn bị|hướng tới|phấn đấu|sắp|kế hoạch|nhiệm vụ|phương hướng|có thể|đăng cai|muốn"
    r"|mong|đề nghị|mời|hạn|(?<!quy )(?<!chương )(?<!công )(?<!quá )(?<!lộ )trình"
    r"|lùi|hoãn|dời|sang kỳ họp|kỳ họp (?:tới|sau|cuối năm)"
    r"|báo cáo (?:chính phủ|thủ tướng|quốc hội|bộ)|từ nay|trước ngày|hoàn thành)(?!\w)"
    r"[^.;\n]{0,90}$"
)
_REVIEWED = re.compile(
    r"(?<!\w)(?:báo cáo(?! chính phủ| thủ tướng| quốc hội| bộ)|kiểm điểm|tổng kết|kết quả|sơ kết|quyết toán)(?!\w)"
    r"(?:(?!phương hướng|kế hoạch|dự toán|dự kiến|(?:và|,|;) (?:nhiệm vụ|triển khai|đề ra))[^.\n]){0,130}$"
)
_PLAN_OF = re.compile(
    r"(?<!thực hiện )(?<!thi hành )(?<!\w)(?:dự toán|kế hoạch|nhiệm vụ|phương hướng"
    r"|(?<!đã )triển khai (?:công tác|nhiệm vụ))(?!\w)[^.,;\n\d]{0,40}$"
)
_RESULTS = "kim ngạch|đạt|tăng trưởng|doanh thu|sản lượng|thu hút|tổng giá trị"
_RESULT_BEFORE = re.compile(rf"(?<!\w)(?:{_RESULTS})(?!\w)[^.;\n]{{0,90}}$")
_RESULT_AFTER = re.compile(rf",?[ ][^.;\n]{{0,60}}(?<!\w)(?:{_RESULTS}|tăng)(?!\w)")
_PART_OF_YEAR = {"đầu": (1, 3), "giữa": (5, 8), "cuối": (10, 12)}
_PART_BEFORE = re.compile(r"(?<!\w)(đầu|giữa|cuối)[ ]$")
_PREPARES = re.compile(r"(?<!\w)(?:chuẩn bị|hướng tới|tiến tới)(?!\w)[^.;\n]{0,180}$")
_TO_BE_HELD = re.compile(r"(?<!\w)(?:tổ chức|đăng cai|chủ trì|diễn ra)(?!\w)[^.;\n]{0,60} vào[ ]$")
_DUE_BEFORE = re.compile(r"(?<!\w)(?:hạn|hạn là|chậm nhất|trước ngày|trước)[ ]{0,2}(?:ngày[ ])?$")
_AHEAD_AFTER = re.compile(
    r"[ ]{0,2}(?:tới(?!\w)|sắp tới)|(?!\))[^.;\n]{0,50}(?<!\w)sẽ(?!\w)|[^.;,\n]{0,25}(?<!\w)mới(?!\w)"
)
_RECENT_AFTER = re.compile(r"[ ,]{0,2}(?:vừa qua|vừa rồi|mới đây)")
_TOLD_AS_PAST = re.compile(r"(?<!\w)(?:hồi|từng|trước đó|mới đây)(?!\w)[^.,;\n]{0,25}$")
_BACK_BEFORE = re.compile(r"(?<!\w)(?:đã|hồi|vừa|trước đó|từng)(?!\w)[^.;\n]{0,40}$")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stated date as evidence.

    ``side``: past or future where words say so, reviewed (a year whose report is given), result (one whose figures
    are), open where none do, issued (the date of a document that the article makes known), cited (of one it only
    cites), effective (from which a document applies), goal (a plan's end or period: says little), name (part of a
    document's name, of a life, of a founding: says nothing). ``precise``: to the day or month. ``recent``: "vừa qua"
    stands by it. ``caption``: under a picture, which may be older than the article. ``prepared``: what is prepared for.
    """

    start: int
    side: str
    earliest: date
    latest: date
    precise: bool
    recent: bool
    caption: bool
    prepared: bool = False

    @property
    def behind(self) -> bool:
        """True where the article can only have been written after it, or at its time."""
        return self.side in ("past", "reviewed", "result", "open", "issued")

    @property
    def one_year(self) -> bool:
        """True of a year, no more and no less."""
        return self.earliest.year == self.latest.year and (self.latest - self.earliest).days > 300


def anchors(folded: str, dates: Sequence[DateExpression], captions: Sequence[Span] = ()) -> list[Anchor]:
    """Every date whose year is stated, with the side it stands on, in text order."""
    told = Counter(_led_up(folded, d.span) for d in dates)
    read = (
        _anchor(folded, d, any(c.start <= d.span.start < c.end for c in captions) or _is_twice(folded, d.span, told))
        for d in dates
        if not lacks_year(d.value)
    )
    passed = bool(_PASSED.search(folded, 0, _HEAD))
    found = [a for a in read if a is not None and (passed or a.side != "effective")]
    found = _without_career(found, folded)
    return _agreed(_beyond(_far(found), folded))


def _without_career(found: list[Anchor], folded: str) -> list[Anchor]:
    """Where an article tells a life ("sinh năm ..."), when somebody was elected or appointed says nothing of today."""
    if not _BORN.search(folded):
        return found
    return [replace(a, side="name") if _is_career(a, folded) else a for a in found]


def _is_career(anchor: Anchor, folded: str) -> bool:
    around = folded[max(0, anchor.start - _REACH) : anchor.start].rsplit("\n", 1)[-1]
    ahead = folded[anchor.start : anchor.start + _REACH].split("\n", 1)[0]
    return anchor.side in ("open", "past") and not anchor.recent and bool(_OFFICE.search(around + ahead))


def _far(found: list[Anchor]) -> list[Anchor]:
    """A round year that lies many years after all else that is stated is a goal ("xuất khẩu tăng 4% vào năm 2035")."""
    last = max((a.latest.year for a in found if not _is_round(a)), default=None)
    if last is None:
        return found
    return [replace(a, side="goal") if _is_round(a) and a.latest.year - last >= _LONG_AHEAD else a for a in found]


def _is_round(anchor: Anchor) -> bool:
    return anchor.one_year and anchor.latest.year % 5 == 0


def _beyond(found: list[Anchor], folded: str) -> list[Anchor]:
    """A bare year that follows a goal in the same line and lies beyond it is a goal too ("đến năm 2025, năm 2030")."""
    out: list[Anchor] = []
    last: Anchor | None = None
    for a in found:
        beyond = last and last.latest < a.earliest and folded.find("\n", last.start, a.start) < 0
        out.append(replace(a, side="goal") if beyond and a.side in ("open", "result") and not a.precise else a)
        last = out[-1] if out[-1].side == "goal" else last
    return out


def _agreed(found: list[Anchor]) -> list[Anchor]:
    """A year that the article once reviews, or once puts ahead ("năm 2020 sẽ ..."), is so wherever it says no more."""
    told = {s: {a.latest.year for a in found if a.one_year and a.side == s} for s in ("reviewed", "goal", "future")}
    out = []
    for a in found:
        side = next((s for s, years in told.items() if a.latest.year in years), None)
        out.append(replace(a, side=side) if side and _is_loose(a) else a)
    return out


def _is_loose(anchor: Anchor) -> bool:
    """Whether what is said of its year elsewhere may tell an anchor's side: a year, or an undecided part of one."""
    undecided = anchor.side == "open" and (anchor.latest - anchor.earliest).days > 40
    return undecided or (anchor.one_year and anchor.side in ("result", "future"))


def _anchor(folded: str, expression: DateExpression, caption: bool) -> Anchor | None:
    earliest, latest = bounds(_MIXED.sub("", expression.value))
    if earliest is None or latest is None or latest.year < _OLDEST:
        return None
    start, end = expression.span
    line = folded[max(0, start - _REACH) : start].rsplit("\n", 1)[-1]
    precise = (latest - earliest).days < 40
    side = _side(line, folded, start, end, precise, "/" in expression.value and not precise)
    anchor = Anchor(
        start,
        "past" if caption and side == "open" else side,
        earliest,
        latest,
        precise,
        recent=bool(_RECENT_AFTER.match(folded, end)),
        caption=caption,
        prepared=side == "future" and bool(_PREPARES.search(line) or _TO_BE_HELD.search(line)),
    )
    return anchor if precise else _narrowed(anchor, _PART_BEFORE.search(line))


def _led_up(folded: str, span: Span) -> str:
    """The words of its line that lead up to a date, with it."""
    return folded[max(0, span.start - _REPEATED) : span.end].rsplit("\n", 1)[-1]


def _is_twice(folded: str, span: Span, told: Mapping[str, int]) -> bool:
    """Whether a date stands twice in the same words: told once, it stands under a picture too."""
    words = _led_up(folded, span)
    return len(words) > _REPEATED and told[words] > 1


def _narrowed(anchor: Anchor, part: re.Match[str] | None) -> Anchor:
    """ "cuối năm 2019" is October to December; ahead, that is precise enough to say the year before it."""
    if part is None or not anchor.one_year:
        return anchor
    first, last = _PART_OF_YEAR[part[1]]
    year = anchor.latest.year
    return replace(anchor, earliest=date(year, first, 1), latest=date(year, last, 28), precise=anchor.side == "future")


def _side(line: str, folded: str, start: int, end: int, precise: bool, period: bool) -> str:
    if _EFFECTIVE.search(line):
        return "effective" if precise else "name"
    if _APPLIES.match(folded, start):
        return "goal"
    if _PUT_OFF.search(line):
        return "future"
    if _NAME_BEFORE.search(line) and not line.endswith(("trong ", "vào ")):
        return _cited(line) if precise else "name"
    if not precise:
        if _LIFE_BEFORE.search(line):
            return "name"
        if not period and _REVIEWED.search(line) and not _PART_BEFORE.search(line):
            return "reviewed"
        if period or _GOAL_BEFORE.search(line) or _GOAL_AFTER.match(folded, end):
            return "goal"
        if _PLAN_OF.search(line):
            return "future"
    return _tense(line, folded, end)


def _cited(line: str) -> str:
    return "issued" if _ANNOUNCED.search(line) else "cited"


def _tense(line: str, folded: str, end: int) -> str:
    if _TOLD_AS_PAST.search(line):
        return "past"
    if _AHEAD_AFTER.match(folded, end) or _DUE_BEFORE.search(line) or _PREPARES.search(line):
        return "future"
    if _AHEAD_BEFORE.search(line) and not _BACK_BEFORE.search(line[-45:]):
        return "future"
    if _BACK_BEFORE.search(line) or _RECENT_AFTER.match(folded, end):
        return "past"
    whole = not _PART_BEFORE.search(line) and not line.endswith("vào ")
    return "result" if whole and (_RESULT_BEFORE.search(line) or _RESULT_AFTER.match(folded, end)) else "open"
