"""Which happenings the article reports: candidates gathered into happenings, the main one and those told beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extract.events.candidates import Candidate
from pipeline.extract.events.dating import same_day, told_date, told_year
from pipeline.extract.events.naming import ordinal
from pipeline.extract.events.scene import Scene
from pipeline.extract.page import inside
from pipeline.extract.parts import DateExpression
from pipeline.text.spans import Span

_LEAST_SCORE = 4.4
_LEAST_BESIDE = 3.4
_LAST_ORDER = 6
_LAST_BESIDE = 14
_MONTH = 7
_LATER = {"noun": 10, "verb": 2}
_LAST_SIGNED = 10
_MEETINGS = frozenset({"talks", "reception", "signing", "ceremony", "call", "appointment"})
_TWO_SIDED = frozenset({"talks", "reception", "call"})
_PROGRAMMED = frozenset({"conference", "congress", "session"})
_GATHERED = frozenset({"conference", "congress", "session", "ceremony"})
_FRAMED = frozenset({"talks", "reception", "signing", "ceremony", "session", "conference", "press"})
_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
_LED = re.compile(r"\bdo\b.*\b(?:dẫn đầu|trưởng đoàn)\b[\s,]*(?:đang|sang|đến|nhân|hiện|có)*(?: có| ở)* ?$")
_LISTED = re.compile(r"\bhoạt động\b[^.;:]{0,30}:")
_BOTH = re.compile(
    r"\b(?:hai|các) (?:bên|nhà|thủ tướng|bộ trưởng|chủ tịch|tổng thống|tổng bí thư|đoàn|vị|ngoại trưởng)\b"
)
_DELEGATION = re.compile(r"\bđoàn(?: công tác| đại biểu)?(?: đã| cũng)*(?: có| đến| tới)? $")
_CLOSES = re.compile(r"\b(?:bế mạc|kéo dài đến|kết thúc)(?: vào)?(?: ngày| sáng| chiều| tối)? ?$")
_UNTIL = re.compile(r"\b(?:đến|tới)(?: hết)?(?: ngày)? ?$")


@dataclass(frozen=True, slots=True)
class Happening:
    """One happening: its candidates, the best first. ``primary``: the article reports it; ``date``: its own date
    expression; ``borrowed``: the date is that of the main happening, on the same occasion."""

    event_type: str
    candidates: tuple[Candidate, ...]
    primary: bool
    date: DateExpression | None
    borrowed: bool = False

    @property
    def best(self) -> Candidate:
        """The candidate that speaks for it most."""
        return self.candidates[0]


def choose(scene: Scene, candidates: Sequence[Candidate]) -> list[Happening]:
    """The happenings the article reports, the main one first; empty where it reports none."""
    groups = _gather(candidates)
    mains = [g for g in groups if _can_be_main(g)]
    if not mains:
        return []
    best = max(mains, key=lambda g: (_weight(g), -g[0].span.start))
    settled = _settle(scene, best, None)
    closing = [c for c in candidates if best[0].event_type in _GATHERED and c.hit.value == best[0].hit.value]
    main = _lasting(scene, settled, None, closing)
    stated = [(g, _until(scene, g)) for g in groups if g is not best]
    beside = [_settle(scene, g, main) for g, until in stated if _stands_beside(scene, g, main, until is not None)]
    return [main, *(_lasting(scene, h, main, ()) for h in beside)]


def _until(scene: Scene, group: Sequence[Candidate]) -> DateExpression | None:
    """The last day of a visit that is told to go on until then, of a gathering told to close on it."""
    if group[0].event_type != "visit" and group[0].event_type not in _GATHERED:
        return None
    ends = _UNTIL if group[0].event_type == "visit" else _CLOSES
    told = [c for c in group if not c.aside and c.sentence.order >= 0]
    days = [
        d for c in told for d in inside(scene.dates, Span(c.span.end, c.sentence.span.end)) if _DAY.fullmatch(d.value)
    ]
    return next((d for d in days if ends.search(scene.folded, scene.before(d.span.start, 20), d.span.start)), None)


def _lasting(scene: Scene, visit: Happening, main: Happening | None, closing: Sequence[Candidate]) -> Happening:
    """A visit or a gathering told to go on until a day: the interval from its first day, or from the main happening's.

    ``closing``: where a gathering's closing may be told besides its own candidates."""
    until = _until(scene, [*visit.candidates, *closing])
    if until is None:
        return visit
    told = [c for c in visit.candidates if not c.aside]
    beside = [d for c in told for d in inside(scene.dates, c.sentence.span) if d.span.end <= until.span.start]
    own = [visit.date, *(c.date for c in told), main.date if main else None, *beside]
    days = [d for d in own if d is not None and _DAY.fullmatch(d.value) and d.value < until.value]
    first = next((d for d in days if d.value[:4] == until.value[:4]), None)
    if first is None:
        return visit
    return replace(visit, date=replace(first, value=f"{first.value}/{until.value}"), borrowed=False)


def _gather(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    groups: list[list[Candidate]] = []
    for candidate in sorted(_owners(candidates), key=lambda c: (-c.score, c.span)):
        home = next((g for g in groups if _same(g, candidate)), None)
        if home is None:
            groups.append([candidate])
        else:
            home.append(candidate)
    return groups


def _owners(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Where several candidates of one sentence claim one date, the best keeps it; a visit told by a verb shares it."""
    best: dict[Span, Candidate] = {}
    for c in candidates:
        if c.date is not None and (c.date.span not in best or c.score > best[c.date.span].score):
            best[c.date.span] = c
    return [c for c in candidates if c.date is None or best[c.date.span] is c or _may_share(c, best[c.date.span])]


def _may_share(candidate: Candidate, owner: Candidate) -> bool:
    if candidate.event_type == owner.event_type:
        return True
    return candidate.event_type == "visit" and candidate.hit.value.kind == "verb" and not candidate.aside


def _same(group: Sequence[Candidate], candidate: Candidate) -> bool:
    if group[0].event_type != candidate.event_type:
        return False
    if candidate.event_type == "visit":
        if any(_other_people(c, candidate) for c in group):
            return False
        if any(c.sentence is candidate.sentence and _same_visitor(c, candidate) for c in group):
            return True
    if number_of(group[0]) != number_of(candidate) and number_of(candidate) is not None:
        return False
    dates = {c.date.value for c in group if c.date is not None}
    return candidate.date is None or not dates or any(_overlap(d, candidate.date.value) for d in dates)


def number_of(candidate: Candidate) -> int | None:
    """The ordinal that follows a happening's word ("Hội nghị lần thứ IX"), None where none does."""
    return ordinal(candidate.lead_out[:60]) if candidate.hit.value.kind == "noun" else None


def _overlap(one: str, other: str) -> bool:
    """True for the same date, a day that is an end of the other's interval, or a day of the other's month."""
    if one == other or one in other.split("/") or other in one.split("/"):
        return True
    short, long = sorted((one, other), key=len)
    return len(short) == _MONTH and "/" not in long and long.startswith(f"{short}-")


def _shares_days(one: str, main: str) -> bool:
    """True where a date may be the main happening's: the same, an end of its interval, or a day within it."""
    first, _, last = main.partition("/")
    within = "/" not in one and bool(last) and len({one[:4], first[:4], last[:4]}) == 1 and first <= one <= last
    return within or _overlap(one, main)


def _other_people(one: Candidate, other: Candidate) -> bool:
    """True where two visits are told with their own dates in two sentences of two different visitors."""
    if one.sentence is other.sentence or "noun" in (one.hit.value.kind, other.hit.value.kind):
        return False
    if one.date is None or other.date is None or not one.subjects or not other.subjects:
        return False
    return one.subjects[-1].person != other.subjects[-1].person


def _same_visitor(one: Candidate, other: Candidate) -> bool:
    """True where both name the same one last before the word."""
    return bool(one.subjects and other.subjects) and one.subjects[-1].person == other.subjects[-1].person


def _weight(group: Sequence[Candidate]) -> float:
    told = [c for c in group if not c.aside]
    titled = any(c.sentence.zone == "title" and not c.aside for c in group)
    return group[0].score + 0.4 * min(len(told) - 1, 4) + 1.5 * titled


def _can_be_main(group: Sequence[Candidate]) -> bool:
    first = group[0]
    early = 0 <= first.sentence.order <= _LAST_ORDER or (first.sentence.zone == "title" and first.date is not None)
    return early and not first.aside and not _of_the_led(first) and _weight(group) >= _LEAST_SCORE


def _of_the_led(candidate: Candidate) -> bool:
    """True for the visit that only says who the delegation is: "Đoàn ... do A dẫn đầu, đang thăm Lào"."""
    return candidate.event_type == "visit" and _LED.search(candidate.lead_in) is not None


def _stands_beside(scene: Scene, group: Sequence[Candidate], main: Happening, ranged: bool) -> bool:
    first = group[0]
    if main.event_type == "press" and _announced(group, main):
        return True
    if first.event_type == "visit":
        return _visit_beside(group, main, (ranged and first.sentence.order <= _LAST_ORDER) or _ranged(group))
    if first.hit.value.needs == "weak" or first.event_type == main.event_type:
        return False
    if _titled(group, main):
        return True
    if first.event_type == "press" and _told_later(first):
        return True
    if first.event_type not in _MEETINGS or (first.event_type == "appointment" and main.event_type not in _GATHERED):
        return False
    told = [c for c in group if not c.aside and c.sentence.order >= 0]
    return any(_same_occasion(scene, c, main) for c in told)


def _is_the_act(group: Sequence[Candidate], main: Happening) -> bool:
    """True for an appointment whose decision the main ceremony hands over: the ceremony is that act."""
    act = group[0].event_type == "appointment" and main.event_type == "ceremony"
    return act and "quyết định" in main.best.lead_out[:90]


def _told_later(candidate: Candidate) -> bool:
    """A press conference named with its own day, where what it was about is the main happening."""
    dated = candidate.date is not None and _DAY.fullmatch(candidate.date.value) is not None
    return dated and not candidate.aside and candidate.hit.value.kind == "noun" and 0 <= candidate.sentence.order <= 6


def _titled(group: Sequence[Candidate], main: Happening) -> bool:
    """Told in the title and again in the first sentences, on no other day than the main happening."""
    if _is_the_act(group, main):
        return False
    days = [c.date.value for c in group if c.date is not None and not c.aside]
    if main.date is not None and main.event_type != "press" and days and not _shares_days(days[0], main.date.value):
        return False
    in_title = any(c.sentence.zone == "title" and not c.aside for c in group)
    return in_title and any(0 <= c.sentence.order <= 3 and not c.aside for c in group)


def _visit_beside(group: Sequence[Candidate], main: Happening, ranged: bool) -> bool:
    """A visit told beside the main happening: that of another, or the one in whose frame it stands."""
    first = group[0]
    if _of_the_led(first):
        return False
    early = not first.aside and 0 <= first.sentence.order <= _LAST_BESIDE
    if first.sentence is main.best.sentence and first.span.start > main.best.span.start and not ranged:
        return False
    if main.event_type == "visit":
        return early and first.date is not None and first.score >= 6 and not _same_visitor(first, main.best)
    return early and main.event_type in _FRAMED and (ranged or _framing_visit(group))


def _announced(group: Sequence[Candidate], main: Happening) -> bool:
    """A press conference about something that has a date of its own, told as a happening: both are reported."""
    first = group[0]
    told = first.date is not None and first.hit.value.kind == "noun" and first.score >= 5.5 and not first.aside
    return told and main.date is not None and first.date is not None and "/" in first.date.value


def _framing_visit(group: Sequence[Candidate]) -> bool:
    """A visit in whose frame the main happening stands counts where it has its own dates or is told in the lead."""
    told = any(c.hit.value.kind == "verb" and c.sentence.order in (0, 1) and not c.aside for c in group)
    under_way = any("đang" in c.lead_in.split()[-4:] for c in group)
    return _ranged(group) or told or under_way


def _ranged(group: Sequence[Candidate]) -> bool:
    return any(c.date is not None and "/" in c.date.value and not c.aside for c in group)


def _same_occasion(scene: Scene, candidate: Candidate, main: Happening) -> bool:
    """Told with the main happening's day; or without a day, following it, or in the first sentences."""
    if _is_the_act([candidate], main) or _summed_up(scene, candidate, main):
        return False
    people = len({a.person for a in (*candidate.subjects, *candidate.objects)})
    if _LISTED.search(candidate.lead_in) or (main.event_type == "visit" and _planned(candidate)):
        return False
    if candidate.date is not None:
        near = main.date is not None and _shares_days(candidate.date.value, main.date.value)
        sided = people >= 2 or _DELEGATION.search(candidate.lead_in) is not None
        return near and candidate.score >= _LEAST_BESIDE and (sided or candidate.event_type not in _TWO_SIDED)
    if main.event_type in _PROGRAMMED and candidate.event_type not in _TWO_SIDED and candidate.sentence.order > 3:
        return False
    if _follows(scene, candidate):
        return people >= 1 or (candidate.event_type == "signing" and _BOTH.search(candidate.lead_in) is not None)
    if (candidate.event_type in _TWO_SIDED and people < 2) or _planned(candidate):
        return False
    last = _LAST_SIGNED if candidate.event_type == "signing" else _LAST_ORDER
    early = candidate.sentence.order <= 3 or (people >= 2 and candidate.sentence.order <= last)
    return early and candidate.score >= (1.0 if people >= 2 else _LEAST_BESIDE)


def _summed_up(scene: Scene, candidate: Candidate, main: Happening) -> bool:
    """True for what a report of a visit sums up without days: "Trong thời gian ở thăm, A đã hội đàm ..., gặp ..."."""
    start = candidate.sentence.span.start
    summary = scene.cue("summary", start, start + 30)
    return main.event_type == "visit" and candidate.date is None and summary is not None


def _planned(candidate: Candidate) -> bool:
    """True where what is told without a day is still to come: an item of a programme."""
    return bool({"sẽ", "kiến"} & set(candidate.lead_in.split()[-14:]))


def _follows(scene: Scene, candidate: Candidate) -> bool:
    start, end = candidate.sentence.span
    return scene.cue("follows", start, min(end, start + 60)) is not None


def _settle(scene: Scene, found: Sequence[Candidate], main: Happening | None) -> Happening:
    group = found if main is None else sorted(found, key=_late)
    date = _date_of(group, main)
    if date is None and main is None:
        date = told_date(scene, group[0]) or _month_of(group)
    if date is None and main is not None:
        date = told_year(scene, group[0]) or same_day(scene, group) or _announced_day(scene, main)
    if date is None and main is not None:
        return Happening(group[0].event_type, tuple(group), True, main.date, borrowed=True)
    return Happening(group[0].event_type, tuple(group), True, date)


def _announced_day(scene: Scene, main: Happening) -> DateExpression | None:
    """The day of what a press conference announces: the first other day in the first sentences."""
    if main.event_type != "press" or main.date is None:
        return None
    early = [s for s in scene.sentences if 0 <= s.order <= 3]
    days = [d for s in early for d in inside(scene.dates, s.span) if _DAY.search(d.value)]
    return next((d for d in days if d.value != main.date.value), None)


def _late(candidate: Candidate) -> bool:
    """True for what stands far from the title and the first sentences."""
    return candidate.sentence.order > 3 or (candidate.sentence.order < 0 and candidate.sentence.zone != "title")


def _date_of(group: Sequence[Candidate], main: Happening | None) -> DateExpression | None:
    """The day of the best candidate that has one; a longer interval that begins or ends with it.

    Of what a verb tells, a day told much later is of something else."""
    first = group[0].sentence.order
    visit = group[0].event_type == "visit"
    near = [c for c in group if not c.aside and (visit or c.sentence.order <= first + _LATER[c.hit.value.kind])]
    told = [c.date for c in near if c.date is not None]
    days = [d for d in told if _DAY.search(d.value)]
    wide = [d for d in days if "/" in d.value and (visit or _overlap(d.value, days[0].value))]
    found = [*wide, *days]
    if (
        main is not None
        and main.date is not None
        and main.event_type not in ("press", "visit")
        and group[0].event_type not in ("press", "visit")
    ):
        found = [d for d in found if _shares_days(d.value, main.date.value)]
    return next(iter(found), None)


def _month_of(group: Sequence[Candidate]) -> DateExpression | None:
    """The month or year of the best candidate, where no day is told."""
    return next((c.date for c in group[:1] if c.date is not None and not c.aside), None)
