"""What the words of happenings need beside them to name or tell one; see ``lexicon`` for the names of the needs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.extract.events.days import of_document
from pipeline.extract.events.edtf import DAY
from pipeline.extract.events.lexicon import EventWord
from pipeline.extract.events.scene import Scene
from pipeline.extract.page import Actor, Sentence, inside
from pipeline.text.phrases import Hit
from pipeline.text.spans import Span

_SENT = re.compile(r"(?<!\w)(?:hai )?đoàn(?: công tác| đại biểu)?(?: đã| cũng)* $")
_SIGNED_BY = re.compile(r"(?<!\w)(?:được|do) [^.,;]{0,80}$")
_OPENS = re.compile(r"[\s“\"]*(?:vào |hôm )?(?:(?:sáng|trưa|chiều|tối|đêm|ngày) ){0,2}(?:nay|qua)?[\d/ ,().-]{0,20}")
_NOMINAL = re.compile(r"(?<!\w)(?:câu|lời|bản|bài|sự|những|các|mọi|cuộc|theo|của|về|nguồn|một số) $")
_FULL_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_NEAR, _FAR = 60, 120
_SPEAKER = 90
_SAID_ON = 12
_LAST_NEWS = 3
_LAST_ISSUED = 1


@dataclass(frozen=True, slots=True)
class _Setting:
    """A word in its sentence, with who stands before and after it."""

    scene: Scene
    sentence: Sentence
    hit: Hit[EventWord]
    subjects: tuple[Actor, ...]
    objects: tuple[Actor, ...]

    @property
    def before(self) -> Span:
        """The sentence as far as the word."""
        return Span(self.sentence.span.start, self.hit.span.start)

    def after(self, reach: int) -> Span:
        """As much of the sentence behind the word."""
        return Span(self.hit.span.end, min(self.sentence.span.end, self.hit.span.end + reach))

    def cued(self, name: str, span: Span) -> bool:
        """True where a phrase of the cue stands in a span."""
        return self.scene.cue(name, *span) is not None


def has_needs(
    scene: Scene, sentence: Sentence, hit: Hit[EventWord], subjects: tuple[Actor, ...], objects: tuple[Actor, ...]
) -> bool:
    """True where a word has beside it what its entry in the register asks for."""
    check = _CHECKS.get(hit.value.needs)
    return check is None or check(_Setting(scene, sentence, hit, subjects, objects))


def _body_before(at: _Setting) -> bool:
    return bool(inside(at.scene.bodies, at.before))


def _named_before(at: _Setting) -> bool:
    return bool(at.subjects) or _body_before(at)


def _acts(at: _Setting, reach: int = 160) -> bool:
    """Someone, a body, an office that stands for its holder, or a country shortly before the word; what opens its
    sentence ("Ghé thăm ..., Thủ tướng ...") is done by who follows."""
    near = Span(max(at.before.start, at.before.end - reach), at.before.end)
    if _OPENS.fullmatch(at.scene.folded, *at.before):
        return bool(at.objects) or at.cued("office", at.after(_FAR))
    someone = any(a.name.start >= near.start for a in at.subjects) or bool(inside(at.scene.bodies, near))
    return someone or at.cued("office", near) or any(p.country for p in inside(at.scene.places, near))


def _actor(at: _Setting) -> bool:
    """Someone or a body before; also a gathering that acts, or the delegation of which the article tells."""
    gathering = any(w.value.kind == "noun" for w in inside(at.scene.words, at.before))
    return _named_before(at) or gathering or _SENT.search(at.scene.folded, *at.before) is not None


def _person(at: _Setting) -> bool:
    return any(o.span.start < at.after(_FAR).end for o in at.objects)


def _guest(at: _Setting) -> bool:
    someone = any(o.span.start < at.hit.span.end + _NEAR for o in at.objects)
    someone = someone or bool(inside(at.scene.bodies, at.after(_FAR)))
    return bool(at.subjects) and (someone or at.cued("delegation", at.after(_NEAR)))


def _place(at: _Setting) -> bool:
    return _named_before(at) and bool(inside(at.scene.places, at.after(_NEAR)))


def _house(at: _Setting) -> bool:
    """ "ghé thăm Trung tâm báo chí": a place or a body called at, as the news of the article."""
    called_at = bool(inside(at.scene.places, at.after(_NEAR))) or bool(inside(at.scene.bodies, at.after(_NEAR)))
    return called_at and _acts(at) and _is_news(at, _LAST_NEWS)


def _call(at: _Setting) -> bool:
    """A country or town visited anywhere in the article, or a house called at."""
    return _place(at) or _house(at)


def _document(at: _Setting) -> bool:
    """What two sides sign; a paper of state only where it is the news."""
    if not _named_before(at):
        return False
    named = inside(at.scene.parts.directives.mentions, at.after(_FAR))
    if at.cued("document", at.after(_NEAR)) or any(at.cued("document", m.span) for m in named):
        return True
    by_whom = _SIGNED_BY.search(at.scene.folded, max(at.before.start, at.before.end - _FAR), at.before.end)
    signed = by_whom is not None and at.cued("paper", Span(at.before.start, by_whom.start()))
    return (signed or bool(named) or at.cued("paper", at.after(20))) and _is_news(at, _LAST_ISSUED)


def _adopted(at: _Setting) -> bool:
    """ "vừa thông qua với số phiếu áp đảo nghị quyết": what an assembly adopts, as the news."""
    return _acts(at) and at.cued("paper", at.after(_FAR)) and _is_news(at, _LAST_ISSUED)


def _dated(at: _Setting) -> bool:
    """ "Tại phiên làm việc sáng 16/4, ...": a sentence opens with the word and a day right after it."""
    after = at.after(25)
    if at.scene.folded[slice(*at.before)].strip() not in ("tại", "trong", "tiếp tục"):
        return False
    return bool(inside(at.scene.dates, after)) or at.cued("relative", after)


def _voters(at: _Setting) -> bool:
    return _named_before(at) and at.cued("voters", at.after(_FAR))


def _news(at: _Setting) -> bool:
    return _acts(at) and _is_news(at, _LAST_NEWS)


def _incident(at: _Setting) -> bool:
    """What befell somebody, whoever is named, as the news; one told with its year is a case looked back on."""
    dates = inside(at.scene.dates, at.sentence.span)
    days = [d.span.of(at.scene.text) for d in dates if DAY.search(d.value)]
    return _is_news(at, _LAST_NEWS) and not any(_FULL_YEAR.search(d) for d in days)


def _issued(at: _Setting) -> bool:
    """A paper sent out as the news; not "tờ trình do Bộ ban hành"."""
    passive = _SIGNED_BY.search(at.scene.folded, max(at.before.start, at.before.end - _NEAR), at.before.end)
    return passive is None and _acts(at) and _is_news(at, _LAST_ISSUED)


def _is_news(at: _Setting, last: int) -> bool:
    """True in the title, and in the first sentences with a day, with "vừa", or today."""
    if at.sentence.zone == "title":
        return True
    if not 0 <= at.sentence.order <= last or at.scene.quoted(at.hit.span.start):
        return False
    days = [d for d in inside(at.scene.dates, at.sentence.span) if DAY.search(d.value)]
    return any(not of_document(at.scene, d) for d in days) or at.cued("now", at.before)


def _statement(at: _Setting) -> bool:
    """ "Ngày 5/3, ông A cho biết ...": someone speaks in the first sentences, on a day or today; without one only in
    the first sentence of an article whose title says the same."""
    scene, start = at.scene, at.hit.span.start
    if not 0 <= at.sentence.order <= _LAST_NEWS or scene.quoted(start) or not _acts(at, _SPEAKER):
        return False
    sourced = scene.folded.startswith((" từ ", " của ", " ban đầu", " trên "), at.hit.span.end)
    if sourced or _NOMINAL.search(scene.folded, at.before.start, start):
        return False
    days = [d for d in inside(scene.dates, at.sentence.span) if DAY.search(d.value) and not of_document(scene, d)]
    days = [d for d in days if not scene.quoted(d.span.start)]
    timed = any(d.span.end <= start or d.span.start - at.hit.span.end < _SAID_ON for d in days)
    return timed or at.cued("now", at.before) or (at.sentence.order == 0 and title_says(scene))


def title_says(scene: Scene) -> bool:
    """True for a title that is what somebody said: "Ông A: ...", "B cảnh báo ..."."""
    titles = [s.span for s in scene.sentences if s.zone == "title"]
    said = any(w.value.needs == "statement" for t in titles for w in inside(scene.words, t))
    return said or any(_opens_speech(scene, t) for t in titles)


def _opens_speech(scene: Scene, title: Span) -> bool:
    colon = scene.text.find(":", *title)
    speaker = Span(title.start, colon)
    named = colon > 0 and (bool(inside(scene.actors, speaker)) or scene.cue("office", *speaker) is not None)
    return named and colon - title.start < _NEAR


_CHECKS: dict[str, Callable[[_Setting], bool]] = {
    "actor": _actor,
    "body": _body_before,
    "person": _person,
    "guest": _guest,
    "place": _place,
    "house": _house,
    "call": _call,
    "document": _document,
    "voters": _voters,
    "adopted": _adopted,
    "dated": _dated,
    "news": _news,
    "incident": _incident,
    "issued": _issued,
    "statement": _statement,
}
