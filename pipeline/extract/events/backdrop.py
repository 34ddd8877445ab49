"""Whether a happening is only the frame of what its sentence tells: the visit on which two met, the talks in which
something was said, the contest that a ceremony opens."""

from __future__ import annotations

import re

from pipeline.extract.events.lexicon import FAINT, EventWord
from pipeline.extract.events.scene import Scene
from pipeline.extract.page import Sentence, inside
from pipeline.extract.parts import DateExpression
from pipeline.text.phrases import Hit
from pipeline.text.spans import Span

_ON_A_VISIT = re.compile(
    r"\b(?:trong|trong khuôn khổ|trong thời gian|trong quá trình|nhân|nhân dịp|tiếp tục|tiếp tục chương trình)"
    r"(?: một| các)? $"
)
_IN_TALKS = re.compile(r"\w[^.;\n]{30,}(?<!\w)(?:trong|sau|trước)(?: một| các)? $")
_OPENED = re.compile(r"\blễ (?:khai mạc|bế mạc|tổng kết|phát động|ra mắt|khởi động|công bố)(?: và[^,.;]{1,20})? $")
_WITH = re.compile(r"[^,.;]{0,30}(?<!\w)(?:với|giữa)(?!\w)")
_MEETINGS = frozenset({"conference", "talks", "reception", "press", "call"})
_INNER = frozenset({"conference", "congress", "session", "cultural", "forum", "seminar"})


def is_backdrop(scene: Scene, sentence: Sentence, hit: Hit[EventWord], date: DateExpression | None) -> bool:
    """True for a noun that stands as the setting of something else told in its sentence."""
    if hit.value.kind != "noun":
        return False
    near = max(sentence.span.start, hit.span.start - 40)
    if hit.value.event_type in _INNER and _OPENED.search(scene.folded, near, hit.span.start):
        return True
    if hit.value.event_type == "visit" and _ON_A_VISIT.search(scene.folded, near, hit.span.start):
        return (date is None or "/" not in date.value) and _tells_more(scene, sentence, hit)
    inside_talks = hit.value.event_type in _MEETINGS and _WITH.match(scene.folded, hit.span.end)
    return bool(inside_talks) and _IN_TALKS.match(scene.folded, sentence.span.start, hit.span.start) is not None


def _tells_more(scene: Scene, sentence: Sentence, hit: Hit[EventWord]) -> bool:
    words = [w for w in inside(scene.words, Span(*sentence.span)) if w.span != hit.span]
    return any(w.value.event_type != "visit" and w.value.needs not in FAINT for w in words)
