"""The date of a happening from its own candidates, from the main one's, or to the day it is told to last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.events.candidates import GATHERED, Candidate
from pipeline.extract.events.dating import completed, same_day, term_start, told_date, told_year
from pipeline.extract.events.edtf import DAY, agree, from_to, is_day
from pipeline.extract.events.happening import Happening, overlap
from pipeline.extract.events.scene import Scene
from pipeline.extract.page import inside
from pipeline.extract.parts import DateExpression
from pipeline.text.spans import Span

_LATER = {"noun": 14, "verb": 2}

_CLOSES = re.compile(
    r"\b(?:bế mạc|kết thúc|(?:kéo dài|diễn ra|làm việc|tiếp tục)(?: cho)? (?:đến|tới)(?: hết)?)"
    r"(?: vào)?(?: ngày| sáng| chiều| tối)? ?$"
)
_OPENS = re.compile(r"\b(?:khai mạc|bắt đầu)[^,.;]{0,20} $")
_GOES_ON = re.compile(r"\b(?:diễn ra|kéo dài|tổ chức)\b[^,.;]{0,30}$")
_LASTING = frozenset({"conference", "congress", "session", "seminar", "forum", "cultural"})
_UNTIL = re.compile(r"\b(?:đến|tới)(?: hết)?(?: ngày)? ?$")


def settle(scene: Scene, found: Sequence[Candidate], main: Happening | None) -> Happening:
    """The happening that a group of candidates tells, dated; without ``main``: it is itself the main one."""
    group = found if main is None else sorted(found, key=_late)
    date = _date_of(scene, group)
    if date is None and main is None:
        date = _captioned(scene, group) or told_date(scene, group[0]) or _month_of(group)
        date = date or term_start(scene, group)
    if date is None and main is not None:
        date = told_year(scene, group[0]) or same_day(scene, group) or _announced_day(scene, main)
    if date is None and main is not None:
        return Happening(group[0].event_type, tuple(group), True, main.date, borrowed=True)
    return Happening(group[0].event_type, tuple(group), True, completed(scene, date))


def until(scene: Scene, group: Sequence[Candidate]) -> DateExpression | None:
    """The last day of a visit that is told to go on until then, of a gathering told to close on it."""
    if group[0].event_type != "visit" and group[0].event_type not in GATHERED:
        return None
    ends = _UNTIL if group[0].event_type == "visit" else _CLOSES
    told = [c for c in group if not c.aside and c.sentence.order >= 0]
    days = [d for c in told for d in inside(scene.dates, Span(c.span.end, c.sentence.span.end)) if is_day(d.value)]
    return next((d for d in days if ends.search(scene.folded, scene.before(d.span.start, 20), d.span.start)), None)


def lasting(scene: Scene, visit: Happening, main: Happening | None, closing: Sequence[Candidate]) -> Happening:
    """A visit or a gathering told to go on until a day: the interval from its first day, or from the main happening's.

    ``closing``: where a gathering's closing may be told besides its own candidates."""
    last = until(scene, [*visit.candidates, *closing]) or _closing(scene, visit)
    if last is None:
        return visit
    told = [c for c in visit.candidates if not c.aside]
    beside = [d for c in told for d in inside(scene.dates, c.sentence.span) if d.span.end <= last.span.start]
    opened = [c.date for c in closing if not c.aside and "khai mạc" in c.lead_in[-80:] + c.lead_out[:60]]
    own = [*_opening(scene, last), visit.date, *(c.date for c in told), main.date if main else None, *beside, *opened]
    spans = [(d, span) for d in own if d is not None and (span := from_to(d.value, last.value)) is not None]
    if not spans or (visit.date is not None and from_to(visit.date.value, spans[0][0].value) is not None):
        return visit
    first, span = spans[0]
    return replace(visit, date=replace(first, value=span), borrowed=False)


def _closing(scene: Scene, gathering: Happening) -> DateExpression | None:
    """The last day of a gathering, told beside its first without its name: "sẽ khai mạc ngày 20/5, bế mạc 13/6"."""
    if gathering.event_type not in GATHERED or gathering.date is None:
        return None
    day = gathering.date.value
    ends = [d for d in scene.dates if _CLOSES.search(scene.folded, scene.before(d.span.start, 20), d.span.start)]
    return next((d for d in ends if any(agree(first.value, day) for first in _opening(scene, d))), None)


def _opening(scene: Scene, last: DateExpression) -> list[DateExpression]:
    """The first day, told in the sentence of the last: "khai mạc ngày 20/5, bế mạc ngày 13/6"."""
    sentence = scene.sentence_at(last.span.start)
    if sentence is None:
        return []
    days = inside(scene.dates, Span(sentence.span.start, last.span.start))
    return [d for d in days if _OPENS.search(scene.folded, scene.before(d.span.start, 40), d.span.start)]


def _announced_day(scene: Scene, main: Happening) -> DateExpression | None:
    """The day of what a press conference announces: the first other day in the first sentences."""
    if main.event_type != "press" or main.date is None:
        return None
    early = [s for s in scene.sentences if 0 <= s.order <= 3]
    days = [d for s in early for d in inside(scene.dates, s.span) if DAY.search(d.value)]
    return next((d for d in days if d.value != main.date.value), None)


def _late(candidate: Candidate) -> bool:
    """True for what stands far from the title and the first sentences."""
    return candidate.sentence.order > 3 or (candidate.sentence.order < 0 and candidate.sentence.zone != "title")


def _spans_from(scene: Scene, candidate: Candidate) -> list[DateExpression]:
    """The interval of a gathering told beside its first day: "khai mạc sáng 8/12, diễn ra trong hai ngày 8 và 9/12"."""
    first = candidate.date
    if candidate.event_type not in _LASTING or first is None or "/" in first.value:
        return []
    after = Span(candidate.span.end, candidate.sentence.span.end)
    spans = [d for d in inside(scene.dates, after) if "/" in d.value and agree(d.value.partition("/")[0], first.value)]
    return [d for d in spans if _GOES_ON.search(scene.folded, scene.before(d.span.start, 40), d.span.start)]


def _date_of(scene: Scene, group: Sequence[Candidate]) -> DateExpression | None:
    """The day of the best candidate that has one; a longer interval that begins or ends with it.

    A day told much later is of something else; the interval of the same gathering is told wherever it fits."""
    first = group[0].sentence.order
    visit = group[0].event_type == "visit"
    dated = [c for c in group if not c.aside and c.date is not None and DAY.search(c.date.value)]
    near = [c for c in dated if visit or c.sentence.order <= first + _LATER[c.hit.value.kind]]
    days = [c.date for c in near if c.date is not None]
    wide = [span for c in near for span in _spans_from(scene, c)] + [
        c.date
        for c in dated
        if c.date is not None
        and days
        and "/" in c.date.value
        and (visit or overlap(c.date.value, days[0].value))
        and (c in near or c.hit.value.kind == "noun")
    ]
    return next(iter([*wide, *days]), None)


def _captioned(scene: Scene, group: Sequence[Candidate]) -> DateExpression | None:
    """The day that a caption gives what the text tells of today."""
    if not any(scene.cue("relative", *c.sentence.span) for c in group if not c.aside):
        return None
    shown = [c.date for c in group if c.sentence.zone == "caption" and c.date is not None]
    return next((d for d in shown if is_day(d.value)), None)


def _month_of(group: Sequence[Candidate]) -> DateExpression | None:
    """The month or year of the best candidate, where no day is told."""
    return next((c.date for c in group[:1] if c.date is not None and not c.aside), None)
