"""Every place in the text where a happening is named or told, with what speaks for its being the one reported."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.events.asides import is_aside, is_told, opened_here
from pipeline.extract.events.backdrop import is_backdrop
from pipeline.extract.events.days import own_date
from pipeline.extract.events.edtf import DAY
from pipeline.extract.events.lead import lead_days, lead_hit
from pipeline.extract.events.lexicon import FAINT as FAINT
from pipeline.extract.events.lexicon import GATHERED as GATHERED
from pipeline.extract.events.lexicon import EventWord
from pipeline.extract.events.needs import has_needs, title_says
from pipeline.extract.events.scene import Scene
from pipeline.extract.page import Actor, Sentence, inside
from pipeline.extract.parts import DateExpression
from pipeline.text.phrases import Hit
from pipeline.text.spans import Span

_JUST_GONE = re.compile(r",? (?:vừa qua|vừa rồi|năm ngoái)(?!\w)")
_RATIFIES = re.compile(
    r"phê chuẩn(?: các| những| việc gia nhập| nội dung)*"
    r" (?:hiệp định|hiệp ước|nghị quyết|nghị định thư|công ước|thỏa thuận|dự toán|quyết toán|đề án|kế hoạch"
    r"|ngân sách|cptpp|luật|tpp|dự án)"
)
# No report names more happenings; a list that does is read as far as this.
_MOST = 600
_SAID_IN_TITLE = 4.4
_LEAST = 4.0
_LAST_NEWS = 4
_LAST_LEAD = 2
_FEW_MONTHS = 3
_CASES = frozenset({"other", "signing", "cultural"})
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A happening as one sentence tells it. ``span``: the word that names it. ``date``: its own date in the sentence.

    ``subjects`` and ``objects``: who stands before and after the word in its clause. ``score``: how much it looks like
    what the article reports; ``aside``: it is mentioned as something past, planned, or of another document.
    ``lead_in``, ``lead_out``: the folded text before and after the word in its sentence."""

    sentence: Sentence
    hit: Hit[EventWord]
    date: DateExpression | None
    subjects: tuple[Actor, ...]
    objects: tuple[Actor, ...]
    score: float
    aside: bool
    lead_in: str
    lead_out: str

    @property
    def event_type(self) -> str:
        """The type that its word names."""
        return self.hit.value.event_type

    @property
    def span(self) -> Span:
        """The word that names it."""
        return self.hit.span


def find_candidates(scene: Scene) -> list[Candidate]:
    """Every event word that has beside it what it needs, in text order."""
    found = []
    for hit in scene.words[:_MOST]:
        sentence = scene.sentence_at(hit.span.start)
        if sentence is not None:
            candidate = _candidate(scene, sentence, hit)
            if candidate is not None:
                found.append(candidate)
    return found if any(_may_be_news(c) for c in found) else sorted([*found, *_from_lead(scene)], key=lambda c: c.span)


def _may_be_news(candidate: Candidate) -> bool:
    return not candidate.aside and candidate.sentence.order <= _LAST_NEWS and candidate.score >= _LEAST


def _from_lead(scene: Scene) -> list[Candidate]:
    """What the lead tells without a word of this register, where nothing else can be the news."""
    told = lead_hit(scene)
    candidate = _candidate(scene, *told) if told else None
    return [candidate] if candidate else []


def _candidate(scene: Scene, sentence: Sentence, hit: Hit[EventWord]) -> Candidate | None:
    actors = inside(scene.actors, sentence.span)
    subjects = tuple(a for a in actors if a.name.end <= hit.span.start)
    objects = tuple(a for a in actors if a.name.start >= hit.span.end)
    if not has_needs(scene, sentence, hit, subjects, objects):
        return None
    if hit.value.event_type == "appointment" and _RATIFIES.match(scene.folded, hit.span.start):
        return None
    date = own_date(scene, sentence, hit.span)
    aside = is_aside(scene, sentence, hit) or (date is not None and _is_gone(scene, sentence, hit, date))
    score = _score(scene, sentence, hit, date, subjects) - 5 * aside
    lead_in = scene.folded[sentence.span.start : hit.span.start]
    lead_out = scene.folded[hit.span.end : sentence.span.end]
    return Candidate(sentence, hit, date, subjects, objects, score, aside, lead_in, lead_out)


def _is_gone(scene: Scene, sentence: Sentence, hit: Hit[EventWord], date: DateExpression) -> bool:
    """ "ngày 5/3 vừa qua"; a day written with its year, months from the day that the lead tells without one."""
    if _JUST_GONE.match(scene.folded, date.span.end):
        return True
    if sentence.zone == "title" or not _YEAR.search(date.span.of(scene.text)):
        return False
    if sentence.order <= _LAST_LEAD:
        return sentence.order > 0 and hit.value.event_type in _CASES and _asks(scene)
    return not all(_months_between(date.value, told.value) <= _FEW_MONTHS for told in lead_days(scene))


def _asks(scene: Scene) -> bool:
    """True for a title that asks: the article explains."""
    return any(s.zone == "title" and s.span.of(scene.text).rstrip().endswith("?") for s in scene.sentences[:2])


def _months_between(one: str, other: str) -> int:
    if other[:4].isdigit() and one[:4].isdigit():
        return abs((int(one[:4]) - int(other[:4])) * 12 + int(one[5:7] or 0) - int(other[5:7]))
    apart = abs(int(one[5:7]) - int(other[5:7])) if one[5:7].isdigit() else 0
    return min(apart, 12 - apart)


def _score(
    scene: Scene, sentence: Sentence, hit: Hit[EventWord], date: DateExpression | None, subjects: tuple[Actor, ...]
) -> float:
    score = _place_score(sentence) + _time_score(scene, sentence, date)
    near = max(sentence.span.start, hit.span.start - 40)
    if is_backdrop(scene, sentence, hit, date):
        score -= 3
    elif is_told(scene, near, hit) or opened_here(scene, sentence, hit):
        score += 3
    elif scene.ends_with("held", near, hit.span.start, slack=1):
        score += 1.5
    limit = min(sentence.span.end, hit.span.end + 250)
    if hit.value.kind == "noun" and scene.cue("told_after", hit.span.end, limit):
        score += 1.5
    if hit.value.kind == "verb":
        score += bool(subjects)
    if hit.value.needs in ("issued", "adopted"):
        score += scene.folded.endswith(("vừa ", "vừa mới "), near, hit.span.start)
    if hit.value.event_type == "appointment" and hit.value.kind == "verb":
        score += 2 * _body_names_someone(scene, sentence, hit)
    if hit.value.event_type == "other" and hit.value.kind == "verb":
        score -= 1.5
    if hit.value.needs == "statement":
        score = _of_statement(scene, sentence, hit, score)
    elif hit.value.needs in FAINT:
        score -= 2 if hit.value.needs == "incident" else 3
    return score - 3 * scene.quoted(hit.span.start)


def _of_statement(scene: Scene, sentence: Sentence, hit: Hit[EventWord], score: float) -> float:
    """A statement counts less than a happening; the one that the title tells, enough to be the news."""
    less = score - (2 if scene.cue("relative", sentence.span.start, hit.span.start) else 3)
    told = sentence.order == 0 and title_says(scene)
    return max(less, _SAID_IN_TITLE) if told else less


def _body_names_someone(scene: Scene, sentence: Sentence, hit: Hit[EventWord]) -> bool:
    """ "Quốc hội bầu ông A": a body before the word, someone right after it."""
    after = inside(scene.actors, Span(hit.span.end, min(sentence.span.end, hit.span.end + 80)))
    return bool(after) and bool(inside(scene.bodies, Span(sentence.span.start, hit.span.start)))


def _time_score(scene: Scene, sentence: Sentence, date: DateExpression | None) -> float:
    score = 1.5 if scene.cue("now", *sentence.span) else 0.0
    if date is not None:
        score += 4 if DAY.search(date.value) else 1
        score += 5 * (sentence.zone == "title")
    return score


def _place_score(sentence: Sentence) -> float:
    if sentence.order < 0:
        return {"title": 2.0}.get(sentence.zone, -2.0)
    return max(0.0, 5.0 - 0.8 * sentence.order)
