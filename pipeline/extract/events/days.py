"""The day that belongs to a happening among the dates of its sentence."""

from __future__ import annotations

import re

from pipeline.extract.events.edtf import DAY
from pipeline.extract.events.lexicon import FAINT
from pipeline.extract.events.scene import Scene
from pipeline.extract.page import Sentence, inside
from pipeline.extract.parts import DateExpression
from pipeline.text.spans import Span

_SAYS = re.compile(r"\bcho (?:biết|hay)\b")
_SINCE = re.compile(r"\bkể từ\b|\btừ khi\b|\bthiết lập quan hệ\b")
_RELATIVE = re.compile(r"\b(?:nay|mai|qua|hôm|ngày)\W*$")
_NUMBERED = re.compile(
    r"(?:văn|định|quyết|lệnh|trình|báo|thị|luận|điện|tư|đơn|thời) số \d[\w/.-]*,?(?: (?:ra|ký|đề))? ?$"
)
# Before a day on which something ends, falls due or comes into force, or that a paper bears.
_LASTS_TO = re.compile(
    r"\b(?:(?:kéo dài|lưu lại|ở lại)[^,.;]{0,20} (?:đến|tới)|(?:đến|tới) hết|trước|hạn|hạn chót|thời hạn|đề|ghi"
    r"|(?:hiệu lực|áp dụng|thi hành)[^,.;]{0,20})(?: hết)?(?: ngày)? ?$"
)
_FRAME = re.compile(r"\b(?:nhân|nhân dịp|bên lề|trước thềm|(?:tham|tới|đến|để|sang) dự|chuẩn bị(?: cho)?)\b")
_REACH = 60
# "Trong chuyến thăm chính thức Lào, chiều 5/9, ông A hội kiến ông B": the day is the meeting's.
_ON_A_VISIT = re.compile(r"(?:trong|nhân|tiếp tục|khuôn khổ|thời gian|chương trình) (?=chuyến )")
_OPENS_ANOTHER = re.compile(r", (?:vào )?$")


def own_date(scene: Scene, sentence: Sentence, span: Span) -> DateExpression | None:
    """The date that belongs to a happening named at ``span``: the nearest day in its sentence that is not a document's
    date of issue; else a range; a bare year only where nothing else stands there and it does not end the name."""
    dates = [d for d in inside(scene.dates, sentence.span) if not of_document(scene, d) and not _in_brackets(scene, d)]
    dates = [d for d in dates if not _SINCE.search(scene.folded, min(span.end, d.span.start), d.span.start)]
    days = [d for d in dates if DAY.search(d.value) and not _SAYS.search(scene.folded, d.span.end, span.start)]
    if scene.folded.endswith("sẽ ", sentence.span.start, span.start):
        days = [d for d in days if d.span.start >= span.end] or days
    told = scene.cue("relative", *sentence.span)
    days = [d for d in days if not _of_another(scene, span, d, told)]
    days = _not_of_the_first(scene, sentence, span, days)
    if days:
        return min(days, key=lambda d: (_distance(d.span, span), d.span))
    months = [d for d in dates if d.value.count("-") == 1 and not d.value.startswith("XXXX-XX")]
    return min(months, key=lambda d: (_distance(d.span, span), d.span)) if months else None


def _not_of_the_first(scene: Scene, sentence: Sentence, span: Span, days: list[DateExpression]) -> list[DateExpression]:
    """Of "thăm Lào từ ngày 2 đến 4-3 và thăm Thái Lan từ ngày 5-3" the second visit has the days after it."""
    after = [d for d in days if d.span.start >= span.end]
    before = [d for d in days if d.span.end <= span.start]
    if not after or not before:
        return days
    claimed = any(
        w.value.needs not in FAINT for w in inside(scene.words, Span(sentence.span.start, before[-1].span.start))
    )
    return after if claimed else days


def _of_another(scene: Scene, span: Span, date: DateExpression, told: re.Match[str] | None) -> bool:
    """True for the day on which something ends, and in a sentence ``told`` of today for that of its frame: "gặp sáng
    nay, nhân dịp các bên dự Hội nghị từ ngày 4 đến 5/9"."""
    end = date.span.start
    if _LASTS_TO.search(scene.folded, scene.before(end, _REACH), end):
        return True
    on_a_visit = _ON_A_VISIT.search(scene.folded, max(0, span.start - 15), span.start + 7)
    if on_a_visit and _OPENS_ANOTHER.search(scene.folded, max(span.end, end - 8), end):
        return True
    if told is None or told.end() > end:
        return False
    return _FRAME.search(scene.folded, max(span.end, told.end(), end - 2 * _REACH), end) is not None


def of_document(scene: Scene, date: DateExpression) -> bool:
    """True where a document's number stands right before the date: it is the date of issue."""
    near = Span(max(0, date.span.start - 60), date.span.start)
    mentions = inside(scene.parts.directives.mentions, near)
    if _NUMBERED.search(scene.folded, near.start, near.end):
        return True
    return any(not scene.text[m.span.end : date.span.start].strip(" ,(") for m in mentions)


def _in_brackets(scene: Scene, date: DateExpression) -> bool:
    """True for the date of a feast, or one that a bracket opens with and no relative day stands before."""
    if scene.ends_with("feast", scene.before(date.span.start, 40), date.span.start, slack=3):
        return True
    line = scene.folded[scene.before(date.span.start, 40) : date.span.start]
    opened = line.rfind("(")
    if opened <= line.rfind(")"):
        return False
    return any(c.isdigit() for c in line[opened:]) or (
        not line[opened + 1 :].strip() and not _RELATIVE.search(line[:opened])
    )


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
