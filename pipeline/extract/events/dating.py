"""The date of a happening that is told without one: today, yesterday, tomorrow, by what the article says of itself.

The day is the publication date's, moved; where there is none, the day that the first sentences name; else the year (or
month) that the article reports from, as the finder of dates derives it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date as Day
from datetime import timedelta

from pipeline.extract.events.candidates import Candidate
from pipeline.extract.events.days import own_date
from pipeline.extract.events.edtf import DAY, agree, is_day, plain, within
from pipeline.extract.events.scene import Scene
from pipeline.extract.page import Sentence, inside
from pipeline.extract.parts import DateExpression
from pipeline.text.spans import Span

_UNKNOWN = "XXXX"
_SPAN = re.compile(r"XXXX-\d\d-\d\d/XXXX-\d\d-\d\d")
_TERM = re.compile(r"\d{4}/\d{4}")
_IN_TERM = re.compile(r"nhiệm kỳ(?: mới)? ?\(?(?:năm )?$")
_OPENS_A_TERM = frozenset({"congress", "appointment"})
_YEAR = re.compile(r"\d{4}")
_SINCE = re.compile(r"\b(?:kể từ|từ khi|sau khi|trước khi|thiết lập|thành lập|sinh|lập quốc)\b[^.;]*$")
_NAME_BEFORE = re.compile(r"[A-ZĐ]\w*\)? $")
_REPORTED = re.compile(r" (?:đã )?(?:dẫn|trích|đưa tin|cho biết|cho hay|tiết lộ|đăng|loan tin|thông báo)\b")
_MOVES = {"nay": 0, "qua": -1, "mai": 1}
_PARTS = {"sáng": "morning", "trưa": "noon", "chiều": "afternoon", "tối": "evening", "đêm": "evening"}


def told_date(scene: Scene, best: Candidate) -> DateExpression | None:
    """The date of a happening whose own sentences name none; None where the article does not tell."""
    cue = scene.cue("relative", *best.sentence.span)
    if cue is None and scene.cue("just", *best.sentence.span):
        return None
    if cue is not None and scene.document.published:
        return _moved(scene.document.published, cue)
    if cue is not None or best.sentence.order <= 2:
        named = _first_day(scene)
        if named is not None:
            return named
    if cue is None and best.event_type == "press":
        return _reported_day(scene)
    return _year(scene, cue) if cue is not None else None


def told_year(scene: Scene, best: Candidate) -> DateExpression | None:
    """The year or month of what is told of today in an article that does not name the day."""
    cue = scene.cue("relative", *best.sentence.span)
    if cue is None or scene.document.published or _first_day(scene) is not None:
        return None
    return _year(scene, cue)


def same_day(scene: Scene, group: Sequence[Candidate]) -> DateExpression | None:
    """The last day named before a sentence that says "cùng ngày"."""
    for candidate in group:
        start, end = candidate.sentence.span
        cue = scene.cue("follows", start, min(end, start + 60))
        if cue is not None and "cùng ngày" in cue[0]:
            days = [d for d in scene.dates if d.span.end <= start and is_day(d.value)]
            part = _PARTS.get(cue[0].split()[0])
            return replace(days[-1], time_of_day=part or days[-1].time_of_day) if days else None
    return None


def completed(scene: Scene, date: DateExpression | None) -> DateExpression | None:
    """The date, of several years that it may be of, in the one that another date of the text gives its day.

    A day of which no year is known keeps none: the text may name the day that is commemorated."""
    if date is None or not date.value.startswith("["):
        return date
    full = [d.value for d in scene.dates if DAY.match(d.value) and not d.value.startswith(_UNKNOWN)]
    told = {value[:4] for value in full if agree(value, date.value) or within(date.value, value)}
    years = [day for day in date.value.strip("[]").split(",") if day[:4] in told]
    return replace(date, value=years[0]) if len(years) == 1 else date


def term_start(scene: Scene, group: Sequence[Candidate]) -> DateExpression | None:
    """The first year of the term for which a congress is told to elect ("Đại hội ... bầu ... nhiệm kỳ 2015-2020")."""
    if group[0].event_type not in _OPENS_A_TERM:
        return None
    for candidate in group:
        start, end = candidate.sentence.span
        terms = [d for d in inside(scene.dates, candidate.sentence.span) if _TERM.fullmatch(d.value)]
        told = [d for d in terms if _IN_TERM.search(scene.folded, max(start, d.span.start - 12), d.span.start)]
        if told and not candidate.aside and "đại hội" in scene.folded[start:end]:
            return replace(told[0], value=told[0].value[:4])
    return None


def part_of_day(scene: Scene, span: Span) -> str | None:
    """The part of day in "sáng nay", "chiều cùng ngày" within a span."""
    cue = scene.cue("relative", *span) or scene.cue("follows", *span)
    return _PARTS.get(cue[0].split()[0]) if cue else None


def _moved(published: str, cue: re.Match[str]) -> DateExpression:
    words = cue[0].split()
    day = Day.fromisoformat(published[:10]) + timedelta(days=_MOVES.get(words[-1], 0))
    return _expression(day.isoformat(), "published", cue)


def _first_day(scene: Scene) -> DateExpression | None:
    for sentence in scene.sentences:
        if 0 <= sentence.order <= 2:
            date = own_date(scene, sentence, Span(sentence.span.start, sentence.span.start))
            if date is not None and DAY.search(date.value) and _told_of_now(scene, sentence, date):
                return date
    return None


def _reported_day(scene: Scene) -> DateExpression | None:
    """The day on which a statement was reported: "Hãng tin A ngày 8-4 dẫn lời ông B"."""
    days = [d for d in scene.dates if is_day(d.value) and _REPORTED.match(scene.folded, d.span.end)]
    return next((d for d in days if not scene.quoted(d.span.start)), None)


def _told_of_now(scene: Scene, sentence: Sentence, date: DateExpression) -> bool:
    """False where the day is said to be past, or stands in a quotation."""
    before = scene.folded[scene.before(date.span.start, 150) : date.span.start]
    years = [d.value[:4] for d in scene.dates if d.basis != "stated" and _YEAR.match(d.value)]
    if _SINCE.search(before) or (years and date.value[:4] < min(years)):
        return False
    return not scene.quoted(date.span.start) and not scene.cue("past", sentence.span.start, date.span.start)


def _year(scene: Scene, cue: re.Match[str]) -> DateExpression | None:
    """The year the article reports from; its month too, where the days whose year was derived all lie in one."""
    derived = [d.value for d in scene.dates if d.basis not in ("stated", "none") and DAY.match(d.value)]
    derived = derived or [d.value for d in scene.dates if _SPAN.fullmatch(d.value)]
    derived = derived or [plain(d.value) for d in scene.dates if is_day(d.value) and not _past(scene, d)]
    months = {end[:7] for value in derived for end in value.split("/")}
    years = {month[:4] for month in months} or _editions(scene)
    told = months if len(months) == 1 else years - {_UNKNOWN}
    return _expression(told.pop(), "context", cue) if len(told) == 1 else None


def _past(scene: Scene, date: DateExpression) -> bool:
    """True for a day told as gone by ("trước đó, ngày 5/3")."""
    sentence = scene.sentence_at(date.span.start)
    return sentence is None or scene.cue("past", sentence.span.start, date.span.start) is not None


def _editions(scene: Scene) -> set[str]:
    """The years in the names of what is held in them ("APEC 2017", "Năm Đoàn kết ... Lào 2017")."""
    bare = [d for d in scene.dates if _YEAR.fullmatch(d.span.of(scene.text))]
    return {d.value for d in bare if _NAME_BEFORE.search(scene.text, max(0, d.span.start - 20), d.span.start)}


def _expression(value: str, basis: str, cue: re.Match[str]) -> DateExpression:
    return DateExpression(Span(*cue.span()), value, basis, _PARTS.get(cue[0].split()[0]), "relative_day")
