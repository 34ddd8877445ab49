"""Which happenings the article reports: candidates gathered into happenings, the main one and those told beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.events.candidates import Candidate
from pipeline.extract.events.scene import Scene
from pipeline.extract.page import Sentence, inside
from pipeline.extract.parts import DateExpression
from pipeline.text.spans import Span

_LEAST_SCORE = 4.4
_LEAST_BESIDE = 3.4
_LAST_ORDER = 6
_LAST_BESIDE = 14
_MEETINGS = frozenset({"talks", "reception", "signing", "ceremony", "call", "session", "appointment"})
_FRAMED = frozenset({"talks", "reception", "signing", "ceremony", "session", "conference", "press"})
_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")


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
    groups = _gather(scene, candidates)
    mains = [g for g in groups if _can_be_main(g)]
    if not mains:
        return []
    best = max(mains, key=lambda g: (_weight(g), -g[0].span.start))
    main = _settle(scene, best, None)
    beside = [_settle(scene, g, main) for g in groups if g is not best and _stands_beside(scene, g, main)]
    return [main, *beside]


def _gather(scene: Scene, candidates: Sequence[Candidate]) -> list[list[Candidate]]:
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
    first = group[0]
    if first.event_type != candidate.event_type:
        return False
    dates = {c.date.value for c in group if c.date is not None}
    if candidate.date is None or not dates:
        return True
    if candidate.date.value not in dates and not _overlap(dates, candidate.date.value):
        return False
    return not (candidate.event_type == "visit" and _other_people(first, candidate))


def _overlap(dates: set[str], value: str) -> bool:
    """True where a day is an end of an interval that another mention of the same happening gives."""
    return any(value in d.split("/") or d in value.split("/") for d in dates)


def _other_people(one: Candidate, other: Candidate) -> bool:
    """True where two visits are told in two sentences of two different visitors."""
    if one.sentence is other.sentence or one.hit.value.kind != "verb" or other.hit.value.kind != "verb":
        return False
    return bool(one.subjects and other.subjects) and one.subjects[-1].person != other.subjects[-1].person


def _weight(group: Sequence[Candidate]) -> float:
    told = [c for c in group if not c.aside]
    titled = any(c.sentence.zone == "title" for c in group)
    return group[0].score + 0.4 * min(len(told) - 1, 4) + 1.5 * titled


def _can_be_main(group: Sequence[Candidate]) -> bool:
    first = group[0]
    early = 0 <= first.sentence.order <= _LAST_ORDER
    return early and not first.aside and _weight(group) >= _LEAST_SCORE


def _stands_beside(scene: Scene, group: Sequence[Candidate], main: Happening) -> bool:
    first = group[0]
    if first.aside or not 0 <= first.sentence.order <= _LAST_BESIDE:
        return False
    if main.event_type == "press" and _announced(group, main):
        return True
    if first.event_type == main.event_type:
        return first.date is not None and first.event_type == "visit" and first.score >= 6
    if first.event_type == "visit" and main.event_type in _FRAMED:
        return _framing_visit(group)
    if first.event_type in _MEETINGS and first.hit.value.needs != "weak":
        return first.score >= _LEAST_BESIDE and _same_occasion(scene, group, main)
    return False


def _announced(group: Sequence[Candidate], main: Happening) -> bool:
    """A press conference about something that has a date of its own, told as a happening: both are reported."""
    first = group[0]
    told = first.date is not None and first.hit.value.kind == "noun" and first.score >= 5.5
    return told and main.date is not None and first.date is not None and first.date.value != main.date.value


def _framing_visit(group: Sequence[Candidate]) -> bool:
    """A visit in whose frame the main happening stands counts where it has its own dates or is told in the lead."""
    ranged = any(c.date is not None and "/" in c.date.value and not c.aside for c in group)
    told = any(c.hit.value.kind == "verb" and c.sentence.order in (0, 1) and not c.aside for c in group)
    return ranged or told


def _same_occasion(scene: Scene, group: Sequence[Candidate], main: Happening) -> bool:
    """Told with the main happening's day, or following it the same day, or within the days of a visit."""
    for c in group:
        if c.aside:
            continue
        if c.date is not None:
            if main.date is not None and _near(c.date.value, main.date.value):
                return True
        elif _follows(scene, c.sentence) and (c.subjects or c.objects):
            return True
    return False


def _near(one: str, other: str) -> bool:
    """True for the same month of the same (or an unknown) year."""
    ends = {v[:7] for v in other.split("/")}
    return any(v[:7] in ends for v in one.split("/"))


def _follows(scene: Scene, sentence: Sentence) -> bool:
    return scene.cue("follows", sentence.span.start, min(sentence.span.end, sentence.span.start + 60)) is not None


def _settle(scene: Scene, group: Sequence[Candidate], main: Happening | None) -> Happening:
    dated = next((c.date for c in group if c.date is not None and not c.aside and _DAY.search(c.date.value)), None)
    wide = next((c.date for c in group if c.date is not None and "/" in c.date.value and not c.aside), None)
    date = wide if group[0].event_type == "visit" and wide is not None else dated
    if date is None and main is None:
        date = _reporting_date(scene)
    if date is None and main is not None:
        return Happening(group[0].event_type, tuple(group), True, main.date, borrowed=True)
    date = date or next((c.date for c in group if c.date is not None and not c.aside), None)
    return Happening(group[0].event_type, tuple(group), True, date)


def _reporting_date(scene: Scene) -> DateExpression | None:
    """The first day named in the first three sentences, where nothing speaks of the past before it."""
    for sentence in scene.sentences:
        if 0 <= sentence.order <= 2:
            for date in inside(scene.dates, sentence.span):
                if _DAY.search(date.value):
                    return date
    return None
