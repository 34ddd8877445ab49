"""Happenings that the article merely mentions: with a date of their own, or under a proper name with an ordinal.

Also anniversaries ("50 năm Ngày ..."), with the happening that they recall, and what was done in the programme of the
main happening."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.events.candidates import FAINT, Candidate
from pipeline.extract.events.happening import Happening, number_of
from pipeline.extract.events.naming import name_span, ordinal, term_years
from pipeline.extract.events.scene import Scene
from pipeline.extract.page import inside
from pipeline.extract.parts import DateExpression
from pipeline.text.spans import Span

_NAMED = frozenset({"congress", "conference", "session", "forum", "seminar", "cultural", "ceremony", "talks"})
_NUMBER = re.compile(r"(?:lần thứ|thứ|lần|khóa|khoá|trung ương)? ?(?:[IVXLC]{1,7}|\d{1,3})(?![\w/%.,-]\w)")
_ACRONYM = re.compile(r"(?<!\w)(?:APEC|ASEAN|ASEM|LHQ|WEF|[Tt]hượng đỉnh|[Cc]ấp cao|[Tt]hường niên)(?!\w)")
_ANNIVERSARY = re.compile(r"(?<!\w)(\d{1,3}) năm [Nn]gày (?!càng)")
_HELD_BY = re.compile(r"\s*(?:do [^.;]{3,160}? (?:tổ chức|chủ trì)|(?:được )?(?:tổ chức|diễn ra))")
_ENDS = re.compile(r"[,.;:\n]| và | gắn | tại ")
_HELD_JUST_BEFORE = re.compile(r"(?<!\w)(?:tổ chức|khai mạc|tiến hành|chủ trì|dự)\s*$")
_FULL = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")
_NEAR = 16
_PLAIN = re.compile(r"\d{4}(?:-\d\d){0,2}")


def mentioned(scene: Scene, candidates: Sequence[Candidate], primaries: Sequence[Happening]) -> list[Happening]:
    """The happenings that are mentioned and not reported, in text order, each once."""
    known = {_key(scene, c) for h in primaries for c in h.candidates[:1]}
    dated = {(h.event_type, h.date.value) for h in primaries if h.date is not None}
    found: list[Happening] = []
    for happening in _all(scene, candidates, primaries):
        best, date = happening.best, happening.date
        same = {_key(scene, best), (happening.event_type, date.value if date else None)}
        if not same & (known | dated):
            known.add(_key(scene, best))
            dated |= {(happening.event_type, date.value)} if date else set()
            found.append(happening)
    return found


def _key(scene: Scene, candidate: Candidate) -> tuple[str, str | None]:
    """The same for two mentions of one happening: its type and ordinal, or its type and name."""
    name = scene.folded[slice(*name_span(scene, candidate))]
    number = ordinal(name) or _plain_number(scene, candidate)
    return candidate.event_type, f"#{number}" if number else name


def _plain_number(scene: Scene, candidate: Candidate) -> str | None:
    match = _NUMBER.match(scene.text, candidate.span.end + 1)
    return match[0].split()[-1].upper() if match else None


def _all(scene: Scene, candidates: Sequence[Candidate], primaries: Sequence[Happening]) -> Iterator[Happening]:
    for candidate in candidates:
        if candidate.hit.value.needs in FAINT or candidate.sentence.order < 0:
            continue
        noun, kind = candidate.hit.value.kind == "noun", candidate.event_type
        date, told = _adjacent(scene, candidate), _looked_back_on(scene, candidate, primaries)
        named = _is_named(scene, candidate) or told is not None
        if noun and (named or (date is not None and not _is_main(candidate, primaries))):
            yield Happening(kind, (candidate,), False, told or date or _by_name(scene, candidate, primaries))
        elif not noun and date is not None and candidate.subjects and not scene.quoted(candidate.span.start):
            yield Happening(kind, (candidate,), False, date)
        elif primaries and _in_programme(scene, candidate):
            yield Happening(kind, (candidate,), False, primaries[0].date, borrowed=True)


def _is_main(candidate: Candidate, primaries: Sequence[Happening]) -> bool:
    """True where a bare word of the main happening's type most likely stands for that."""
    return bool(primaries) and primaries[0].event_type == candidate.event_type and number_of(candidate) is None


def _adjacent(scene: Scene, candidate: Candidate) -> DateExpression | None:
    """The date that stands in a happening's name or right after it; for a verb, the date of its sentence."""
    if candidate.hit.value.kind == "verb":
        return candidate.date
    end = name_span(scene, candidate).end
    held = _HELD_BY.match(scene.folded, end, candidate.sentence.span.end)
    near = Span(candidate.span.start, min(candidate.sentence.span.end, (held.end() if held else end) + _NEAR))
    dates = [
        d for d in inside(scene.dates, near) if held or not re.search(r"[,;:]", scene.text[near.start : d.span.start])
    ]
    return dates[-1] if dates else None


def _looked_back_on(scene: Scene, candidate: Candidate, primaries: Sequence[Happening]) -> DateExpression | None:
    """The full day of what somebody held: "Trước đó, ngày 24/11/2023, Ban ... đã tổ chức hội nghị ..."."""
    date, span = candidate.date, candidate.sentence.span
    if date is None or not span.covers(date.span) or not _FULL.fullmatch(date.value):
        return None
    main = primaries[0].date if primaries else None
    at = candidate.span.start
    held = _HELD_JUST_BEFORE.search(scene.folded, max(span.start, at - 16), at)
    return date if held and (main is None or main.value != date.value) else None


def _is_named(scene: Scene, candidate: Candidate) -> bool:
    """True for a proper name: a number after the word; an ordinal or an acronym in a name with a capital."""
    if candidate.event_type not in _NAMED:
        return False
    if _NUMBER.match(scene.text, candidate.span.end + 1):
        return True
    name = name_span(scene, candidate).of(scene.text)
    return name[:1].isupper() and (ordinal(name.lower()) is not None or _ACRONYM.search(name) is not None)


def _by_name(scene: Scene, candidate: Candidate, primaries: Sequence[Happening]) -> DateExpression | None:
    """A congress's date by the first year of the term it opened; what is ahead lies after the main happening."""
    span = name_span(scene, candidate)
    years = term_years(scene.folded[slice(*span)])
    if years and candidate.event_type == "congress":
        return DateExpression(span, years[:4], "term", None, "term_opened")
    main = primaries[0].date if primaries else None
    ahead = scene.cue("welcomes", scene.before(span.start, 60), span.start)
    if ahead is not None and main is not None and _PLAIN.fullmatch(main.value):
        return DateExpression(span, f"{main.value}/..", "context", None, "ahead")
    return None


def _in_programme(scene: Scene, candidate: Candidate) -> bool:
    start = candidate.sentence.span.start
    return candidate.hit.value.kind == "verb" and scene.cue("programme", start, start + 30) is not None


@dataclass(frozen=True, slots=True)
class Anniversary:
    """ "50 năm Ngày ...": where it stands, the date of its sentence, and what it recalls, so many years before."""

    span: Span
    date: DateExpression | None
    recalled: tuple[Happening, ...]


def anniversaries(scene: Scene, candidates: Sequence[Candidate], reported: Sequence[Happening]) -> list[Anniversary]:
    """The anniversaries that the body names and that are not what the article reports, in text order, each once."""
    found = []
    told = {m[1] for h in reported for m in _ANNIVERSARY.finditer(scene.text, *name_span(scene, h.best))}
    for sentence in scene.sentences:
        for match in _ANNIVERSARY.finditer(scene.text, *sentence.span) if sentence.order >= 0 else ():
            end = _ENDS.search(scene.text, match.end(), sentence.span.end)
            span = Span(match.start(), end.start() if end else sentence.span.end)
            years = [d for d in inside(scene.dates, sentence.span) if re.fullmatch(r"\d{4}", d.value)]
            if match[1] in told:
                continue
            told.add(match[1])
            recalled = [_recalled(c, span, int(match[1]), years) for c in candidates if span.covers(c.span)]
            found.append(Anniversary(span, years[0] if years else None, tuple(recalled)))
    return found


def _recalled(candidate: Candidate, span: Span, ago: int, years: Sequence[DateExpression]) -> Happening:
    date = DateExpression(span, str(int(years[0].value) - ago), "context", None, "years_before") if years else None
    return Happening(candidate.event_type, (candidate,), False, date)
