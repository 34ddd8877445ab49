"""Which happenings the article reports: candidates gathered into happenings, the main one and those told beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.events.beside import is_welcome, of_the_led, stands_beside
from pipeline.extract.events.candidates import FAINT, GATHERED, Candidate
from pipeline.extract.events.happening import (
    Happening,
    another_meeting,
    is_local,
    joined,
    number_of,
    overlap,
    same_visitor,
    shares_days,
    to_come,
)
from pipeline.extract.events.scene import Scene
from pipeline.extract.events.settling import lasting, settle, until
from pipeline.text.spans import Span

_LEAST_SCORE = 4.4
_LAST_ORDER = 6
_LEADS = 2
_SITTING = 3
_UNNUMBERED = frozenset({"reception", "talks", "call", "signing"})


def choose(scene: Scene, candidates: Sequence[Candidate]) -> list[Happening]:
    """The happenings the article reports, the main one first; empty where it reports none."""
    groups = _gather(candidates)
    mains = [g for g in groups if _can_be_main(g)]
    if not mains:
        return []
    best = _main_of(mains)
    settled = settle(scene, best, None)
    closing = [c for c in candidates if best[0].event_type in GATHERED and _same_word(c, best[0])]
    main = lasting(scene, settled, None, closing)
    others = [(g, until(scene, g) is not None) for g in groups if g is not best]
    beside = [settle(scene, g, main) for g, ranged in others if stands_beside(scene, g, main, ranged)]
    beside = [h for h in beside if not _elected_elsewhere(h, main) and not _same_act(h, beside)]
    return [main, *_with_the_meetings(main, [lasting(scene, h, main, ()) for h in beside])]


def _main_of(mains: Sequence[list[Candidate]]) -> list[Candidate]:
    """The one that speaks most for itself; what is announced gives way to what the lead tells on its own day."""
    best = max(mains, key=_rank)
    if best[0].hit.value.needs in FAINT:
        titled = [g for g in mains if g[0].hit.value.needs not in FAINT and _in_title(g)]
        firm = [*titled, *(g for g in mains if _same_day(g[0], best[0]))]
        return max(firm, key=_rank, default=best)
    if best[0].event_type == "other" and best[0].hit.value.kind == "verb":
        return max((g for g in mains if _sits(g, best[0])), key=_rank, default=best)
    if not to_come(best[0]):
        return best
    told = [g for g in mains if _told_in_the_lead(g[0])]
    first = best[0].sentence.zone == "title"
    return max((g for g in told if first or g[0].span.start < best[0].span.start), key=_rank, default=best)


def _sits(group: Sequence[Candidate], act: Candidate) -> bool:
    """True for the sitting in whose sentence an act is adopted: "Quốc hội họp phiên bế mạc và thông qua ..."."""
    return group[0].event_type in GATHERED and any(c.sentence is act.sentence and c.span < act.span for c in group)


def _same_day(candidate: Candidate, said: Candidate) -> bool:
    """True for a gathering told early on the day of a statement: the statement was made of it."""
    act = candidate.event_type in GATHERED or (candidate.event_type == "other" and candidate.hit.value.kind == "verb")
    if candidate.hit.value.needs in FAINT or not act:
        return False
    if candidate.date is None or said.date is None:
        return candidate.date is said.date and candidate.sentence.order in (0, 1)
    return 0 <= candidate.sentence.order <= _LEADS and candidate.date.value == said.date.value


def _rank(group: Sequence[Candidate]) -> tuple[float, int]:
    return _weight(group), -group[0].span.start


def _told_in_the_lead(candidate: Candidate) -> bool:
    dated = candidate.date is not None and 0 <= candidate.sentence.order <= _LEADS
    return dated and not to_come(candidate) and candidate.hit.value.needs not in FAINT


def _same_act(happening: Happening, beside: Sequence[Happening]) -> bool:
    """True for the ceremony at which papers are signed or handed over, where the signing is reported itself."""
    signed = [h for h in beside if h.event_type == "signing"]
    return happening.event_type == "ceremony" and any(h.best.sentence is happening.best.sentence for h in signed)


def _elected_elsewhere(happening: Happening, main: Happening) -> bool:
    """True for an appointment on another day than the gathering's: one looked back on, or still to come."""
    if happening.event_type != "appointment" or main.event_type not in GATHERED:
        return False
    if happening.date is None or main.date is None:
        return False
    return not shares_days(happening.date.value, main.date.value)


def _with_the_meetings(main: Happening, beside: Sequence[Happening]) -> list[Happening]:
    """What stands beside a visit of several days without a day of its own (the welcome) has that of the meetings."""
    days = [h.date for h in beside if not h.borrowed and h.date is not None and "/" not in h.date.value]
    whole = main.event_type == "visit" and main.date is not None and "/" in main.date.value
    if not whole or not days:
        return list(beside)
    return [replace(h, date=days[0]) if h.borrowed else h for h in beside]


def _same_word(one: Candidate, other: Candidate) -> bool:
    """True where both may name one gathering: the same kind of word with no other number."""
    numbers = {n for n in (number_of(one), number_of(other)) if n is not None}
    return one.hit.value == other.hit.value and len(numbers) < 2


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
        if c.date is not None and (c.date.span not in best or _owns(c, best[c.date.span])):
            best[c.date.span] = c
    return [c for c in candidates if c.date is None or best[c.date.span] is c or _may_share(c, best[c.date.span])]


def _owns(candidate: Candidate, rival: Candidate) -> bool:
    """True where the day is rather the candidate's: an act that is adopted has that of the sitting."""
    sitting = candidate.event_type in GATHERED and rival.event_type == "other"
    adopted = rival.event_type in GATHERED and candidate.event_type == "other"
    return candidate.score + _SITTING * (sitting - adopted) > rival.score


def _may_share(candidate: Candidate, owner: Candidate) -> bool:
    if candidate.event_type == owner.event_type:
        return True
    if joined(candidate):
        return owner.hit.value.kind == "noun"
    told = candidate.hit.value.kind == "verb" and not candidate.aside
    return told and candidate.event_type in ("visit", "signing", "talks")


def _same(group: Sequence[Candidate], candidate: Candidate) -> bool:
    if group[0].event_type != candidate.event_type:
        return False
    if candidate.event_type == "reception" and another_meeting(group, candidate):
        return False
    if candidate.event_type == "ceremony" and is_welcome(candidate) != is_welcome(group[0]):
        return False
    if candidate.event_type == "visit":
        if is_local(candidate) != is_local(group[0]) or any(_other_people(c, candidate) for c in group):
            return False
        if any(c.sentence is candidate.sentence and same_visitor(c, candidate) for c in group):
            return True
    if candidate.event_type not in _UNNUMBERED and _other_number(group[0], candidate):
        return False
    dates = {c.date.value for c in group if c.date is not None}
    return candidate.date is None or not dates or any(overlap(d, candidate.date.value) for d in dates)


def _other_number(one: Candidate, other: Candidate) -> bool:
    return number_of(other) not in (number_of(one), None)


def _other_people(one: Candidate, other: Candidate) -> bool:
    """True where two visits are told with their own dates in two sentences of two different visitors."""
    if one.sentence is other.sentence or "noun" in (one.hit.value.kind, other.hit.value.kind):
        return False
    if one.date is None or other.date is None or not one.subjects or not other.subjects:
        return False
    return one.subjects[-1].person != other.subjects[-1].person


def _weight(group: Sequence[Candidate]) -> float:
    told = [c for c in group if not c.aside]
    return group[0].score + 0.4 * min(len(told) - 1, 4) + 1.5 * _in_title(group)


def _in_title(group: Sequence[Candidate]) -> bool:
    return any(c.sentence.zone == "title" and not c.aside for c in group)


def _can_be_main(group: Sequence[Candidate]) -> bool:
    first = group[0]
    early = 0 <= first.sentence.order <= _LAST_ORDER or (first.sentence.zone == "title" and first.date is not None)
    undated = first.date is None and first.hit.value.kind == "verb"
    item = undated and first.event_type in _UNNUMBERED and to_come(first)
    return early and not (item or first.aside or of_the_led(first)) and _weight(group) >= _LEAST_SCORE
