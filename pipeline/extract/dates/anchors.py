"""Stated years as evidence of when an article was written: what it looks back on, and what it looks forward to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.extract.parts import DateExpression
from pipeline.text.edtf import Bounds, bounds, lacks_year

_OLDEST = 1990
_NAME_BEFORE = re.compile(
    r"(?<!\w)(?:luật|công ước|hiến pháp|hiệp định|hiệp ước|bộ luật|pháp lệnh|nghị quyết|tuyên bố|thỏa thuận|thoả thuận"
    r"|nghị định|chỉ thị|quyết định|thông tư|kết luận|quy định|hướng dẫn|tờ trình|công văn|văn bản|thông báo|báo cáo số"
    r"|bầu cử|hiệu lực)(?!\w)[^.;\n]{0,70}$"
)
_ANNOUNCED = re.compile(r"(?<!\w)(?:công bố|triển khai|phổ biến|quán triệt)(?!\w)[^;\n]{0,170}$")
_LIFE_BEFORE = re.compile(
    r"(?<!\w)(?:sinh|sn|tuổi|quê|mất|nhập ngũ|thành lập|thiết lập|khởi nghiệp|kể từ|từ)(?!\w)[^.;\n]{0,20}$"
)
_GOAL_BEFORE = re.compile(
    r"(?<!\w)(?:đến|tới|tầm nhìn|mục tiêu|giai đoạn|thời kỳ|định hướng)[ ](?:hết[ ]|cuối[ ]|đầu[ ])?(?:vào[ ])?$"
)
_AHEAD_BEFORE = re.compile(
    r"(?<!\w)(?:sẽ|dự kiến|chuẩn bị|hướng tới|phấn đấu|sắp|kế hoạch|nhiệm vụ|phương hướng|dự thảo|có thể|đăng cai|muốn"
    r"|mong|đề nghị|mời|hạn|từ nay|trước ngày)(?!\w)[^.;\n]{0,90}$"
)
_AHEAD_AFTER = re.compile(r"[ ]{0,2}(?:tới(?!\w)|sắp tới)|[^.;\n]{0,25}(?<!\w)sẽ(?!\w)|[^.;,\n]{0,25}(?<!\w)mới(?!\w)")
_RECENT_AFTER = re.compile(r"[ ,]{0,2}(?:vừa qua|vừa rồi|mới đây)")
_BACK_BEFORE = re.compile(r"(?<!\w)(?:đã|hồi|vừa|trước đó|từng)(?!\w)[^.;\n]{0,40}$")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stated date as evidence.

    ``side``: past or future where words say so, open where none do, goal (a plan's end or period: says little), name
    (part of a document's name, of a life, of a founding: says nothing).

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
    return _goals([a for a in found if a is not None], folded)


def _goals(found: list[Anchor], folded: str) -> list[Anchor]:
    """A bare year that follows a goal in the same line and lies beyond it is a goal too ("đến năm 2025, năm 2030")."""
    out: list[Anchor] = []
    for a in found:
        leads = [g for g in out if g.side == "goal" and "\n" not in folded[g.start : a.start]]
        beyond = a.side == "open" and not a.precise and any(g.latest < a.earliest for g in leads)
        out.append(replace(a, side="goal") if beyond else a)
    return out


def _anchor(folded: str, expression: DateExpression) -> Anchor | None:
    limits: Bounds = bounds(expression.value)
    if limits.earliest is None or limits.latest is None or limits.latest.year < _OLDEST:
        return None
    start, end = expression.span
    line = folded[max(0, start - 200) : start].rsplit("\n", 1)[-1]
    precise = (limits.latest - limits.earliest).days < 40
    recent = bool(_RECENT_AFTER.match(folded, end))
    side = _side(line, folded, end, precise, "/" in expression.value)
    return Anchor(start, side, limits.earliest, limits.latest, precise, recent)


def _side(line: str, folded: str, end: int, precise: bool, period: bool) -> str:
    if _NAME_BEFORE.search(line) and not (precise and _ANNOUNCED.search(line)):
        return "name"
    if not precise and _LIFE_BEFORE.search(line):
        return "name"
    if not precise and (period or _GOAL_BEFORE.search(line)):
        return "goal"
    if _AHEAD_AFTER.match(folded, end) or (_AHEAD_BEFORE.search(line) and not _BACK_BEFORE.search(line[-45:])):
        return "future"
    return "past" if _BACK_BEFORE.search(line) or _RECENT_AFTER.match(folded, end) else "open"
