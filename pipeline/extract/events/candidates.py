"""Every place in the text where a happening is named or told, with what speaks for its being the one reported."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.events.days import of_document, own_date
from pipeline.extract.events.lexicon import EventWord
from pipeline.extract.events.scene import Scene
from pipeline.extract.page import Actor, Sentence, inside
from pipeline.extract.parts import DateExpression
from pipeline.text.phrases import Hit
from pipeline.text.spans import Span

_ANOTHER = re.compile(
    r" (?:\d+ năm một lần|(?:này|sắp tới|vừa qua|vừa rồi|lần này)(?!\w)|(?:trước|tới|sau)(?= ?[,.;)]| của))"
)
_JUST_GONE = re.compile(r",? (?:vừa qua|vừa rồi|năm ngoái)(?!\w)")
_SENT = re.compile(r"(?<!\w)(?:hai )?đoàn(?: công tác| đại biểu)?(?: đã| cũng)* $")
_PURPOSE = re.compile(r"\b(?:tờ trình|giới thiệu|nhân sự|đề cử)\b.*\bđể(?: [^\W\d_]+){0,5} $")
_ASKED = re.compile(
    r"\b(?:đề nghị|kiến nghị|đề xuất|quy trình|thủ tục|đưa ra|chức vụ do|chức danh do)(?: [^\W\d_]+){0,5} $"
)
_RATIFIES = re.compile(
    r"phê chuẩn(?: các| những| việc gia nhập| nội dung)*"
    r" (?:hiệp định|hiệp ước|nghị quyết|nghị định thư|công ước|thỏa thuận|dự toán|quyết toán|đề án|kế hoạch"
    r"|ngân sách|cptpp|luật|tpp|dự án)"
)
_OCCASION = re.compile(
    r"\b(?:nhân dịp|nhân|bên lề|dịp|trong khuôn khổ|trước thềm|trong thời gian)"
    r" (?:(?:sang|đến|tới|về|đang) )?(?:dự|tham dự|tham gia)(?: các| một)? $"
)
# No report names more happenings; a list that does is read as far as this.
_MOST = 600
_LAST_STATEMENT = 3
_SPEAKER = 90
_SAID_ON = 12
_SPEECH = re.compile(r"\b(?:phát biểu|diễn văn|bài phát biểu|trình bày diễn văn) (?:bế mạc|khai mạc|tổng kết)\b")
GATHERED = frozenset({"conference", "congress", "session", "ceremony"})
# What these words name counts only where nothing else does.
FAINT = frozenset({"weak", "statement"})
_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")


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
    return found


def _candidate(scene: Scene, sentence: Sentence, hit: Hit[EventWord]) -> Candidate | None:
    actors = inside(scene.actors, sentence.span)
    subjects = tuple(a for a in actors if a.name.end <= hit.span.start)
    objects = tuple(a for a in actors if a.name.start >= hit.span.end)
    if not _has_needs(scene, sentence, hit, subjects, objects):
        return None
    if hit.value.event_type == "appointment" and _RATIFIES.match(scene.folded, hit.span.start):
        return None
    date = own_date(scene, sentence, hit.span)
    aside = _is_aside(scene, sentence, hit) or (
        date is not None and _JUST_GONE.match(scene.folded, date.span.end) is not None
    )
    score = _score(scene, sentence, hit, date, subjects) - 5 * aside
    lead_in = scene.folded[sentence.span.start : hit.span.start]
    lead_out = scene.folded[hit.span.end : sentence.span.end]
    return Candidate(sentence, hit, date, subjects, objects, score, aside, lead_in, lead_out)


def _has_needs(
    scene: Scene, sentence: Sentence, hit: Hit[EventWord], subjects: tuple[Actor, ...], objects: tuple[Actor, ...]
) -> bool:
    before = Span(sentence.span.start, hit.span.start)
    after = Span(hit.span.end, min(sentence.span.end, hit.span.end + 120))
    body_before = bool(inside(scene.bodies, before))
    needs = hit.value.needs
    if needs == "statement":
        return _is_statement(scene, sentence, hit, subjects)
    if needs == "actor":
        return bool(subjects) or body_before or _gathering_before(scene, before) or _delegation(scene, before)
    if needs == "body":
        return body_before
    if needs == "person":
        return any(o.span.start < after.end for o in objects)
    near = Span(hit.span.end, min(sentence.span.end, hit.span.end + 60))
    if needs == "guest":
        someone = any(o.span.start < hit.span.end + 60 for o in objects) or bool(inside(scene.bodies, after))
        return bool(subjects) and (someone or scene.cue("delegation", *near) is not None)
    if needs == "place":
        return bool(subjects or body_before) and bool(inside(scene.places, near))
    if needs == "document":
        named = bool(inside(scene.parts.directives.mentions, after)) or scene.cue("document", *near) is not None
        return named and bool(subjects or body_before)
    return True


def _is_statement(scene: Scene, sentence: Sentence, hit: Hit[EventWord], subjects: tuple[Actor, ...]) -> bool:
    """ "Ngày 5/3, ông A cho biết ...": someone speaks in the first sentences, on a day or today."""
    if not 0 <= sentence.order <= _LAST_STATEMENT or scene.quoted(hit.span.start):
        return False
    near = Span(max(sentence.span.start, hit.span.start - _SPEAKER), hit.span.start)
    spoken = bool(inside(scene.bodies, near)) or any(a.name.start >= near.start for a in subjects)
    days = [d for d in inside(scene.dates, sentence.span) if _DAY.search(d.value) and not of_document(scene, d)]
    timed = any(d.span.end <= hit.span.start or d.span.start - hit.span.end < _SAID_ON for d in days)
    return spoken and (timed or scene.cue("now", sentence.span.start, hit.span.start) is not None)


def _delegation(scene: Scene, before: Span) -> bool:
    """ "đoàn đã dâng hương": the delegation of which the article tells."""
    return _SENT.search(scene.folded, before.start, before.end) is not None


def _gathering_before(scene: Scene, before: Span) -> bool:
    """ "Đại hội đã bầu": a gathering acts."""
    return any(w.value.kind == "noun" for w in inside(scene.words, before))


def _is_aside(scene: Scene, sentence: Sentence, hit: Hit[EventWord]) -> bool:
    near = max(sentence.span.start, hit.span.start - 40)
    told = _is_told(scene, near, hit) or _opened_here(scene, sentence, hit)
    appoints = hit.value.event_type == "appointment"
    if hit.value.kind == "verb" and scene.folded.endswith("ngày ", near, hit.span.start):
        return True
    if appoints and _is_asked(scene, sentence, hit):
        return True
    if hit.value.kind == "noun" and _ANOTHER.match(scene.folded, hit.span.end):
        return True
    if not appoints and scene.cue("relative", hit.span.end, min(sentence.span.end, hit.span.end + 120)):
        return False
    if not told and (scene.ends_with("many", near, hit.span.start, slack=1) or _in_passing(scene, near, hit)):
        return True
    return scene.cue("past", sentence.span.start, hit.span.start) is not None


def _is_asked(scene: Scene, sentence: Sentence, hit: Hit[EventWord]) -> bool:
    """ "đề nghị Quốc hội bãi nhiệm", "tờ trình ... để Quốc hội bầu": an appointment only proposed."""
    near = max(sentence.span.start, hit.span.start - 40)
    purpose = _PURPOSE.search(scene.folded, sentence.span.start, hit.span.start)
    return purpose is not None or _ASKED.search(scene.folded, near, hit.span.start) is not None


def _is_told(scene: Scene, near: int, hit: Hit[EventWord]) -> bool:
    """True where a verb of holding stands right before the word, and is not itself planned or part of a purpose."""
    found = list(scene.cues["told"].finditer(scene.folded, near, hit.span.start))
    if not found or len(scene.folded[found[-1].end() : hit.span.start].split()) > 2:
        return False
    return not scene.ends_with("aside", near, found[-1].start())


def _opened_here(scene: Scene, sentence: Sentence, hit: Hit[EventWord]) -> bool:
    """ "Phát biểu bế mạc sáng 20-11, ông A cho rằng kỳ họp ...": the speech that opens or closes a gathering."""
    if hit.value.kind != "noun" or hit.value.event_type not in GATHERED:
        return False
    return _SPEECH.search(scene.folded, sentence.span.start, hit.span.start) is not None


def _in_passing(scene: Scene, near: int, hit: Hit[EventWord]) -> bool:
    if _OCCASION.search(scene.folded, near, hit.span.start):
        return True
    if scene.ends_with("after", near, hit.span.start, slack=4) or scene.ends_with("aside_next", near, hit.span.start):
        return True
    return scene.ends_with("aside", near, hit.span.start, slack=1)


def _score(
    scene: Scene, sentence: Sentence, hit: Hit[EventWord], date: DateExpression | None, subjects: tuple[Actor, ...]
) -> float:
    score = _place_score(sentence) + _time_score(scene, sentence, date)
    near = max(sentence.span.start, hit.span.start - 40)
    if _is_told(scene, near, hit) or _opened_here(scene, sentence, hit):
        score += 3
    elif scene.ends_with("held", near, hit.span.start, slack=1):
        score += 1.5
    limit = min(sentence.span.end, hit.span.end + 250)
    if hit.value.kind == "noun" and scene.cue("told_after", hit.span.end, limit):
        score += 1.5
    if hit.value.kind == "verb" and subjects:
        score += 1
    if hit.value.event_type == "appointment" and hit.value.kind == "verb":
        score += 2 * _body_names_someone(scene, sentence, hit)
    if hit.value.event_type == "other" and hit.value.kind == "verb":
        score -= 1.5
    return score - 3 * scene.quoted(hit.span.start) - 3 * (hit.value.needs in FAINT)


def _body_names_someone(scene: Scene, sentence: Sentence, hit: Hit[EventWord]) -> bool:
    """ "Quốc hội bầu ông A": a body before the word, someone right after it."""
    after = inside(scene.actors, Span(hit.span.end, min(sentence.span.end, hit.span.end + 80)))
    return bool(after) and bool(inside(scene.bodies, Span(sentence.span.start, hit.span.start)))


def _time_score(scene: Scene, sentence: Sentence, date: DateExpression | None) -> float:
    score = 1.5 if scene.cue("now", *sentence.span) else 0.0
    if date is not None:
        score += 4 if _DAY.search(date.value) else 1
        score += 5 * (sentence.zone == "title")
    return score


def _place_score(sentence: Sentence) -> float:
    if sentence.order < 0:
        return {"title": 2.0}.get(sentence.zone, -2.0)
    return max(0.0, 5.0 - 0.8 * sentence.order)
