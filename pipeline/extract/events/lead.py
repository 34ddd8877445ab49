"""What the first sentences tell on a day where no word of theirs names a happening: somebody did something."""

from __future__ import annotations

import re

from pipeline.extract.events.days import own_date
from pipeline.extract.events.edtf import DAY
from pipeline.extract.events.lexicon import EventWord
from pipeline.extract.events.scene import Scene
from pipeline.extract.page import Sentence, inside
from pipeline.extract.parts import DateExpression
from pipeline.text.phrases import Hit
from pipeline.text.spans import Span

_TOLD = EventWord("other", "verb", "incident")
_LAST = 3
_NEAR = 40
_FULL_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_ACTS = re.compile(r" *(?:\([^)]{1,20}\) ?)?(?:bất ngờ |chính thức )?(?=[^\W\d_])")
_NO_ACT = re.compile(
    r"(?:của|và|hoặc|thì|mà|nhưng|tại|ở|với|cùng|theo|khi|để|như|đưa tin|dẫn|cho biết|cho hay|\d)(?!\w)"
)
_NO_NEWS = re.compile(r"(?:là|có thể|chưa|không|hiện|còn|vẫn|đang|luôn)(?!\w)")


def lead_hit(scene: Scene) -> tuple[Sentence, Hit[EventWord]] | None:
    """The first of the opening sentences that tells on a day of this year what somebody did: the sentence and the word
    that follows who did it (and the day); None where there is none."""
    for sentence in scene.sentences:
        if 0 <= sentence.order <= _LAST:
            at = _act(scene, sentence)
            if at is not None:
                return sentence, Hit(at, _TOLD)
    return None


def lead_days(scene: Scene) -> list[DateExpression]:
    """The days that the first sentences tell without a year: those of now."""
    early = [s.span for s in scene.sentences if 0 <= s.order <= 1]
    days = [d for span in early for d in inside(scene.dates, span) if DAY.fullmatch(d.value)]
    return [d for d in days if not _FULL_YEAR.search(d.span.of(scene.text))]


def _act(scene: Scene, sentence: Sentence) -> Span | None:
    date = own_date(scene, sentence, sentence.span)
    if date is None or not DAY.fullmatch(date.value) or not _of_now(scene, sentence, date):
        return None
    for end in _who(scene, sentence, date):
        found = _ACTS.match(scene.folded, end)
        if found and _NO_NEWS.match(scene.folded, found.end()):
            return None
        if found and not _NO_ACT.match(scene.folded, found.end()):
            word = re.compile(r"\w+").match(scene.folded, found.end())
            if word is not None and word.end() <= sentence.span.end:
                return Span(*word.span())
    return None


def _of_now(scene: Scene, sentence: Sentence, date: DateExpression) -> bool:
    """False for a day with its year, in a quotation, or said to be past."""
    if _FULL_YEAR.search(date.span.of(scene.text)) or scene.quoted(date.span.start):
        return False
    return scene.cue("past", sentence.span.start, date.span.start) is None


def _who(scene: Scene, sentence: Sentence, date: DateExpression) -> list[int]:
    """Where the names of those end who stand near the day: before what they did."""
    near = Span(max(sentence.span.start, date.span.start - 160), min(sentence.span.end, date.span.end + 160))
    ends = [b.span.end for b in inside(scene.bodies, near)] + [a.span.end for a in inside(scene.actors, near)]
    joined = [date.span.end for e in ends if 0 <= date.span.start - e <= _NEAR]
    return sorted({*joined, *(e for e in ends if e > date.span.end)})[:2]
