"""Stated years as evidence of when an article was written: what it looks back on, and what it looks forward to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.extract.parts import DateExpression
from pipeline.text.edtf import Bounds, bounds, lacks_year

_OLDEST = 1990
_NAME_BEFORE = re.compile(
    r"(?<!\w)(?:luật|công ước|hiến pháp|hiệp định|hiệp ước|bộ luật|pháp lệnh|nghị quyết|tuyên bố|thỏa thuận|thoả thuận|hướng dẫn)(?!\w)[^.;\n]{0,70}$"
)
_LIFE_BEFORE = re.compile(r"(?<!\w)(?:sinh|sn|tuổi|quê|mất|nhập ngũ|thành lập|khởi nghiệp)(?!\w)[^.;\n]{0,20}$")
_FAR_BEFORE = re.compile(
    r"(?<!\w)(?:đến|tới|tầm nhìn|mục tiêu|giai đoạn|thời kỳ|định hướng)[ ](?:hết[ ]|cuối[ ]|đầu[ ])?$"
)
_FUTURE_BEFORE = re.compile(
    r"(?<!\w)(?:sẽ|dự kiến|chuẩn bị|hướng tới|phấn đấu|sắp|kế hoạch|nhiệm vụ|phương hướng|dự thảo|có thể|đăng cai|mới họp)(?!\w)[^.;\n]{0,80}$"
)
_FUTURE_AFTER = re.compile(r"[ ]{0,2}(?:tới(?!\w)|sẽ|sắp tới)|[^.;,\n]{0,25}(?<!\w)mới(?!\w)")
_RECENT_AFTER = re.compile(r"[ ,]{0,2}(?:vừa qua|vừa rồi|mới đây)")
_PAST_BEFORE = re.compile(r"(?<!\w)(?:đã|hồi|kể từ|từ|vừa|trước đó|cuối|trong)[ ](?:[^.;\n]{0,25}[ ])?$")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stated date as evidence. ``side``: past, future, far (a goal: says little) or name (part of a law's name).

    ``precise``: to the day or month. ``recent``: "vừa qua" stands by it."""

    start: int
    side: str
    earliest: date
    latest: date
    precise: bool
    recent: bool


def anchors(folded: str, dates: Sequence[DateExpression]) -> list[Anchor]:
    """Every date whose year is stated, with the side it stands on, in text order."""
    found = (_anchor(folded, d) for d in dates if not lacks_year(d.value))
    return [a for a in found if a is not None]


def _anchor(folded: str, expression: DateExpression) -> Anchor | None:
    limits: Bounds = bounds(expression.value)
    if limits.earliest is None or limits.latest is None or limits.latest.year < _OLDEST:
        return None
    start, end = expression.span
    line = folded[max(0, start - 110) : start].rsplit("\n", 1)[-1]
    precise = (limits.latest - limits.earliest).days < 40
    recent = bool(_RECENT_AFTER.match(folded, end))
    side = _side(line, folded, end, "/" in expression.value and not precise)
    return Anchor(start, side, limits.earliest, limits.latest, precise, recent)


def _side(line: str, folded: str, end: int, period: bool) -> str:
    if _NAME_BEFORE.search(line) or _LIFE_BEFORE.search(line):
        return "name"
    if period or _FAR_BEFORE.search(line):
        return "far"
    if _FUTURE_AFTER.match(folded, end):
        return "future"
    if _FUTURE_BEFORE.search(line) and not _PAST_BEFORE.search(line[-14:]):
        return "future"
    return "past"
