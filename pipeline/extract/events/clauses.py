"""Where the clause begins and ends that tells a happening by a verb: who does it, and to its end."""

from __future__ import annotations

import re

from pipeline.extract.events.candidates import Candidate
from pipeline.extract.events.scene import Scene
from pipeline.extract.events.subjects import JOINS
from pipeline.extract.page import inside
from pipeline.extract.parts import BodyMention
from pipeline.text.spans import Span

_LONGEST_SAID = 160
_LEAST_SAID = 60
_REACH = 120
_MOST_BEFORE = 7
_STOPS = re.compile(r"[,;:!?\n(“”\"\[\]–…]|(?<!thiên)(?<!rịa) - |[.!?] ")
# No head of a noun phrase stands before these: what is left of them is another phrase.
_OPENS = re.compile(
    r"(?<!\w)(?:theo|tại|ở|ngày|hôm|sáng|chiều|tối|trưa|đêm|nay|qua|khi|mà|rằng|để|do|bởi|vì|với|và|trước|sau|vừa|trong"
    r"|từ|về|nếu|thì|nhưng|song|cho|đến|tới|bằng|như|cũng|đó|này|ấy|là|được|bị(?! cáo| can| đơn| hại)"
    r"|tuần|tháng|năm|giờ|còn|nhằm|gặp|dự(?! án| thảo)|việc|sự|nghe|khẳng định|quyết định|trao(?! đổi)|công bố"
    r"|tiết lộ|dẫn lời|cho biết|cho hay|nói|thông báo|mời|đề nghị|yêu cầu)(?!\w)"
)
_LINKS = re.compile(
    r"\W*(?:(?:rằng|mà|khi|và|nhưng|song|thì|vì|do|để|sau khi|trong khi|tuy nhiên|đồng thời)(?!\w)\W*)*"
)
_TIME = re.compile(
    r"(?:\d|tháng|năm|ngày|hôm|sáng|chiều|tối|trưa|đêm|nay|qua|giờ|tuần|này|vừa|đã|sẽ|đang|cũng|tiếp tục|mới|đây"
    r"|tại|trước đó|cùng|[\W_])+"
)
_OFFICE = re.compile(r"(?:trưởng|phó|chủ tịch|viên|bí thư|giám đốc|chủ nhiệm|chánh|thủ trưởng|đại diện|nguyên|cựu)\W+$")
_APPOSED = re.compile(r"\s*([,–-])")
# A body or someone right after these acts for another, or undergoes: "được Quốc hội bầu", "thay mặt Chính phủ".
_GOVERNED = re.compile(
    r"(?<!\w)(?:được|bị|do|thay mặt|đại diện cho|tại|ở|của|với|cùng|cho|về|theo|từ|gửi|đến|tới|trước|trong|giữa|vào"
    r"|bởi)(?: (?:ông|bà|đồng chí|nhà xác|trụ sở|cổng))?\s+$"
)
_TOGETHER = re.compile(r"(?<!\w)(?:và|cùng)(?!\w)")
_COMMA = re.compile(r",\s*")
_BRACKETS = re.compile(r"\([^()]{0,120}\)")
_NO_SUBJECT = re.compile(r"(?:đã|sẽ|vừa|đang|bị(?! cáo| can| đơn| hại)|được|cũng|tiếp tục)(?!\w)")
_FARTHEST = 300
_NEAR = 24
_CUTS = re.compile(r"[,;:–]|\s(?=(?:và|nhưng|song|khi|vì|để|nhằm|do|trong khi|sau khi|trước khi|nếu|mà)\s)")
_LAST_SPACE = re.compile(r"\s\S*$")
_ENDING = re.compile(r"[\s.,;:!?–-]+$")
_IDLE = re.compile(r"(?:thêm|như sau|như vậy|vậy|thế|ông|bà|này|\W)*")
_DANGLING = (
    r"(?:vào|và|từ|cho|của|(?<!tự )do|có|được|ngày|hôm|kéo dài|đã|sẽ|trong(?: (?:hai|ba|bốn|\d{1,2}))?|dự kiến|vừa|hồi"
    r"|với|về|đến|theo|như|là|mà|khi|rằng|bởi|nhằm|để|sang|tại|ở|lúc|cùng|bị|các|những|một"
    r"|(?<!ngày )(?<!năm )(?<!tháng )(?<!tuần )(?<!sắp )(?<!gian )(?<!hôm )(?:tới|trước|sau))"
)
TAIL = re.compile(rf"(?:[\s,–\-(.…]|(?<!\w){_DANGLING}(?!\w))+$", re.IGNORECASE)
"""What no name ends with: a bare joining word, an opened bracket."""


def clause_start(scene: Scene, candidate: Candidate) -> int:
    """Where the phrase begins of who does what a verb tells; the clause's own beginning where nobody is named."""
    first, verb = candidate.sentence.span.start, candidate.span.start
    bodies = [b for b in inside(scene.bodies, Span(first, verb)) if not _beside(scene, candidate, b)]
    named = sorted([*(a.span.start for a in candidate.subjects), *(b.span.start for b in bodies)], reverse=True)
    acts = [at for at in named if not _GOVERNED.search(scene.folded, max(first, at - _NEAR), at)]
    if not acts or verb - acts[0] > _FARTHEST:
        return _told_alone(scene, first, verb)
    return _headed(scene, first, _joined(scene, candidate, acts[0]))


def _beside(scene: Scene, candidate: Candidate, body: BodyMention) -> bool:
    """True for a body in somebody's title or in brackets, or set beside somebody ("ông A - Hội B - đã ...")."""
    start = body.span.start
    before = scene.text[candidate.sentence.span.start : start]
    if before.count("(") > before.count(")") or any(a.span.covers(body.span) for a in candidate.subjects[-2:]):
        return True
    who = [a for a in candidate.subjects if a.span.end <= start]
    if not who:
        return False
    mark = _APPOSED.match(scene.folded, who[-1].span.end, start)
    closes = mark is not None and scene.folded[body.span.end : body.span.end + 4].lstrip().startswith(mark[1])
    return closes or _OFFICE.search(scene.folded, scene.before(start, 24), start) is not None


def _joined(scene: Scene, candidate: Candidate, at: int) -> int:
    """The beginning of the first of those who act together: "ông A và bà B đã ..."."""
    chain = [a for a in candidate.subjects if a.span.start <= at]
    for one, other in zip(chain[-2::-1], chain[:0:-1], strict=False):
        gap = scene.folded[one.span.end : other.span.start]
        together = _TOGETHER.search(gap) or (other.span.start < at and _COMMA.fullmatch(gap))
        if other.span.start > at or not together or not JOINS.match(gap):
            break
        at = one.span.start
    return at


def _headed(scene: Scene, first: int, at: int) -> int:
    """Further left to the head of the phrase that a name ends: "Các nghị sĩ Đảng A", "lãnh đạo Bộ B"."""
    near = max(first, at - _REACH)
    ends = [m.end() for pattern in (_STOPS, _OPENS) for m in pattern.finditer(scene.folded, near, at)]
    ends += [d.span.end for d in inside(scene.dates, Span(near, at))]
    start = max([*ends, near]) if ends or near == first else at
    start += len(scene.folded[start:at]) - len(scene.folded[start:at].lstrip(" \n)"))
    head = scene.folded[start:at]
    whole = not head.startswith("của ") and ")" not in head
    return start if whole and len(head.split()) <= _MOST_BEFORE else at


def _told_alone(scene: Scene, first: int, verb: int) -> int:
    """The beginning of a clause in which nobody of name acts: "một chiếc cầu bị sập"."""
    near = max(first, verb - _REACH)
    text = _BRACKETS.sub(lambda m: "x" * len(m[0]), scene.folded[near:verb])
    stops = [near + m.end() for m in _STOPS.finditer(text)]
    for start in [*reversed(stops), *([first] if near == first else [])]:
        opened = _LINKS.match(scene.folded, start, verb)
        begin = opened.end() if opened else start
        whole = begin < verb and not _TIME.fullmatch(scene.folded, begin, verb)
        if whole and not _NO_SUBJECT.match(scene.folded, begin, verb):
            return begin
    return verb


def statement(scene: Scene, candidate: Candidate) -> Span:
    """A statement: who makes it, the verb and the clause said, at most 160 characters, cut where a clause ends.

    What is said before its speaker ("..., ông A cho biết") is taken along."""
    start, verb = clause_start(scene, candidate), candidate.span.end
    last = candidate.sentence.span.end
    if _IDLE.fullmatch(scene.folded, verb, last):
        return Span(_said_before(scene, candidate, start), verb)
    limit = max(start + _LONGEST_SAID, verb + _LEAST_SAID)
    if last <= limit:
        return Span(start, _closed(scene, verb, last))
    return Span(start, _closed(scene, verb, _cut(scene, verb, limit)))


def _said_before(scene: Scene, candidate: Candidate, start: int) -> int:
    first, last = candidate.sentence.span.start, candidate.span.end
    if last - first <= _LONGEST_SAID:
        return first
    cuts = [m.end() for m in _CUTS.finditer(scene.folded, last - _LONGEST_SAID, start)]
    begins = [c + len(scene.text[c:start]) - len(scene.text[c:start].lstrip(' \n“"')) for c in cuts]
    return next((b for b in begins if start - b > _LEAST_SAID // 3), start)


def _cut(scene: Scene, verb: int, limit: int) -> int:
    """Before the last clause's end in the later half of what fits, else before the last word that does not."""
    near = Span(verb, min(len(scene.text), limit + _LONGEST_SAID))
    cuts = [m.start() for m in _CUTS.finditer(scene.folded, verb + (limit - verb) // 2, limit)]
    if cuts:
        return cuts[-1]
    space = _LAST_SPACE.search(scene.text, verb, limit)
    end = space.start() if space else limit
    names = [*(a.span for a in inside(scene.actors, near)), *(b.span for b in inside(scene.bodies, near))]
    return min([end, *(n.start for n in names if n.start < end < n.end and n.start > verb)])


def _closed(scene: Scene, verb: int, end: int) -> int:
    """Without closing marks and joining words, and before a quotation that begins late and does not close."""
    said = _ENDING.sub("", scene.text[verb:end])
    opening = max(said.rfind("“"), said.rfind('"') if said.count('"') % 2 else -1)
    if opening > said.rfind("”") and opening > _LEAST_SAID // 2:
        said = said[:opening]
    return verb + len(TAIL.sub("", _ENDING.sub("", said)))
