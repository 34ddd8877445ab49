"""One happening that the article tells of, and how the days of two compare."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.events.candidates import Candidate
from pipeline.extract.events.edtf import agree, plain, within
from pipeline.extract.events.naming import ordinal
from pipeline.extract.parts import DateExpression

_MONTH = 7
_NEAR = 60
_NAMED = frozenset({"conference", "congress", "session", "seminar", "forum", "talks"})
_LOCAL = re.compile(
    r"(?:,? (?:và|nói chuyện|làm việc|tặng quà|chúc tết|chúc mừng|động viên|hỏi|viếng|kiểm tra|với|tại|các|cán bộ"
    r"|nhân viên|một số|một)){0,8}"
    r" (?:trụ sở|đại sứ quán|tổng lãnh sự|sứ quán|cơ quan đại diện|công ty|tập đoàn|nhà máy|xí nghiệp|trung tâm"
    r"|bảo tàng|trường|học viện|viện|bệnh viện|gia đình|khu|làng|bản|xã|đơn vị|sư đoàn|lữ đoàn|đồn|doanh trại|chùa"
    r"|nhà thờ|đền|di tích|cơ sở|mô hình|nông trường|hợp tác xã|cộng đồng|bà con|nhà riêng|báo|đài|nhà lưu niệm)\b"
)
_AHEAD = re.compile(r"\b(?:sẽ|dự kiến)(?: [^\W\d_]+){0,2} (?:khai mạc|diễn ra|tổ chức|bắt đầu|bế mạc|kết thúc)\b")


@dataclass(frozen=True, slots=True)
class Happening:
    """One happening: its candidates, the best first. ``primary``: the article reports it; ``date``: its own date
    expression; ``borrowed``: the date is that of the main happening, on the same occasion."""

    event_type: str
    candidates: tuple[Candidate, ...]
    primary: bool
    date: DateExpression | None
    borrowed: bool = False

    @property
    def best(self) -> Candidate:
        """The candidate that speaks for it most."""
        return self.candidates[0]


def number_of(candidate: Candidate) -> int | None:
    """The ordinal that follows a happening's word ("Hội nghị lần thứ IX"), None where none does."""
    return ordinal(candidate.lead_out[:60]) if candidate.hit.value.kind == "noun" else None


def overlap(one: str, other: str) -> bool:
    """True for the same date, a day that is an end of the other's interval, or a day of the other's month."""
    if agree(one, other) or any(agree(one, end) for end in other.split("/")):
        return True
    if any(agree(end, other) for end in one.split("/")):
        return True
    short, long = sorted((plain(one), plain(other)), key=len)
    return len(short) == _MONTH and "/" not in long and agree(short, long[:_MONTH])


def shares_days(one: str, main: str) -> bool:
    """True where a date may be the main happening's: the same, an end of its interval, or a day within it."""
    return within(one, main) or overlap(one, main)


def same_visitor(one: Candidate, other: Candidate) -> bool:
    """True where both name the same one last before the word."""
    return bool(one.subjects and other.subjects) and one.subjects[-1].person == other.subjects[-1].person


def planned(candidate: Candidate) -> bool:
    """True where what is told without a day is still to come: an item of a programme."""
    return bool({"sẽ", "kiến"} & set(candidate.lead_in.split()[-14:]))


def to_come(candidate: Candidate) -> bool:
    """True where a happening is announced: "sẽ" before its word, or "dự kiến khai mạc", "sẽ diễn ra" after it."""
    return planned(candidate) or _AHEAD.search(candidate.lead_out[:80]) is not None


def met(candidate: Candidate) -> int | None:
    """Who is met or received: the one named first right after the word."""
    return next((o.person for o in candidate.objects if o.span.start - candidate.span.end < _NEAR), None)


def another_meeting(group: Sequence[Candidate], candidate: Candidate) -> bool:
    """True for a reception of somebody whom the others neither meet nor name as the one who meets."""
    told = [c for c in group if met(c) is not None]
    known = {a.person for c in group for a in (*c.subjects, *c.objects)}
    return bool(told) and met(candidate) not in {None, *known}


def is_local(candidate: Candidate) -> bool:
    """True for a visit to an institution, a village, a family, not to a country: "thăm trụ sở tập đoàn"."""
    return candidate.event_type == "visit" and _LOCAL.match(candidate.lead_out) is not None


def joined(candidate: Candidate) -> bool:
    """True for the second of two gatherings named together: "chủ trì Đối thoại ... và Tham vấn ..."."""
    named = candidate.event_type in _NAMED and candidate.hit.value.kind == "noun" and not candidate.aside
    return named and candidate.lead_in.endswith(" và ")
