"""Find the happenings that a document reports or mentions, with date, place, organisers, participants."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.documents.model import Document
from pipeline.extract.events.bodies import directives, organizers, within_programme
from pipeline.extract.events.candidates import Candidate, find_candidates
from pipeline.extract.events.choose import choose
from pipeline.extract.events.countries import event_countries
from pipeline.extract.events.dating import part_of_day
from pipeline.extract.events.happening import Happening
from pipeline.extract.events.lexicon import EventLexicon
from pipeline.extract.events.mentioned import Anniversary, anniversaries, mentioned
from pipeline.extract.events.naming import name_span, ordinal, states, term, term_years
from pipeline.extract.events.people import participations
from pipeline.extract.events.placing import format_of, place_of, status_of
from pipeline.extract.events.scene import Scene
from pipeline.extract.events.subjects import HOME
from pipeline.extract.model import Event
from pipeline.extract.parts import EventMention, Events, Parts

_IN_A_VISIT = frozenset({"talks", "reception", "ceremony", "signing", "session", "press"})
# No round-up has more items; whatever else looks like one is read as far as this.
_MOST_ITEMS = 40
_WITHIN = frozenset({"talks", "ceremony"})
_RULES = {"noun": "event_named", "verb": "event_told"}


def find_events(document: Document, lexicon: EventLexicon, parts: Parts) -> Events:
    """The events of a document, from its text and what the other finders found in it; the main one comes first."""
    scene = Scene(document, lexicon, parts)
    candidates = find_candidates(scene)
    reported = _reported(scene, candidates)
    jubilees = anniversaries(scene, candidates, reported)
    recalled = [h for j in jubilees for h in j.recalled]
    happenings = [*reported, *mentioned(scene, candidates, [*reported, *recalled]), *recalled]
    spots = _spots(scene, happenings)
    countries = [_country(scene, s) for s in spots]
    roles = participations(scene, happenings, countries)
    spans = [name_span(scene, h.best) for h in happenings]
    rules = [_RULES[h.best.hit.value.kind] for h in happenings]
    numbered = enumerate(zip(happenings, spots, strict=True))
    told = [_event(scene, h, spot, index, happenings) for index, (h, spot) in numbered]
    return Events(
        events=(*told, *(_jubilee(scene, j, len(told) + i) for i, j in enumerate(jubilees))),
        mentions=tuple(
            EventMention(span, i, rule)
            for i, (span, rule) in enumerate(
                [*zip(spans, rules, strict=True), *((j.span, "anniversary") for j in jubilees)]
            )
        ),
        participations=tuple(roles),
        organizations=tuple(organizers(scene, happenings)),
        countries=tuple(event_countries(scene, happenings, countries, roles)),
        directives=tuple(directives(scene, happenings)),
    )


def _reported(scene: Scene, candidates: Sequence[Candidate]) -> list[Happening]:
    """The happenings that the document reports: in a round-up, one of each item."""
    if not scene.items:
        return choose(scene, candidates)
    told = [choose(scene, [c for c in candidates if item.covers(c.span)]) for item in scene.items[:_MOST_ITEMS]]
    return [main for found in told for main in found[:1]]


def _spots(scene: Scene, happenings: Sequence[Happening]) -> list[tuple[str, str] | None]:
    """Each happening's place; what is done in the programme of a gathering has the gathering's."""
    spots = [place_of(scene, h) for h in happenings]
    for index, happening in enumerate(happenings[1:], 1):
        if spots[index] is None and within_programme(happening, happenings[0]):
            spots[index] = spots[0]
    return _lent(scene, happenings, spots)


def _lent(
    scene: Scene, happenings: Sequence[Happening], spots: list[tuple[str, str] | None]
) -> list[tuple[str, str] | None]:
    """Places lent within one article: talks stand in the town of their visit, or abroad in its country; a welcome in
    its town; what is signed, where the talks are; a second visit to a country, in the town of the first."""
    found = list(spots)
    reported = [i for i, h in enumerate(happenings) if h.primary]
    visits = [i for i in reported if happenings[i].event_type == "visit"]
    towns = [i for i in visits if _kind(scene, spots[i]) == "city"]
    for index in [i for i in visits if towns and i not in towns]:
        if _kind(scene, spots[index]) == "country" and _country(scene, spots[index]) == _country(
            scene, spots[towns[0]]
        ):
            found[index] = spots[towns[0]]
    framed = [i for i in visits if _kind(scene, found[i]) == "city" or _country(scene, found[i]) not in (None, HOME)]
    for index in reported:
        lender = framed if happenings[index].event_type == "talks" else towns
        if found[index] is None and happenings[index].event_type in _WITHIN and len(visits) == 1 and lender:
            found[index] = found[lender[0]]
    talks = [found[i] for i in reported if happenings[i].event_type == "talks" and found[i]]
    for index in reported:
        if talks and found[index] is None and happenings[index].event_type == "signing":
            found[index] = talks[0]
    return found


def _kind(scene: Scene, spot: tuple[str, str] | None) -> str | None:
    return next((p.kind for p in scene.places if spot is not None and p.value == spot[1]), None)


def _event(
    scene: Scene, happening: Happening, spot: tuple[str, str] | None, index: int, happenings: Sequence[Happening]
) -> Event:
    span = name_span(scene, happening.best)
    folded = "" if states(happening.best) else scene.folded[span.start : span.end]
    date = happening.date
    return Event(
        event_type=happening.event_type,
        name=" ".join(span.of(scene.text).split()),
        date=date.value if date else None,
        date_basis=date.basis if date else "none",
        time_of_day=_time_of_day(scene, happening),
        place=spot[0] if spot else None,
        place_value=spot[1] if spot else None,
        format=format_of(scene, happening) if happening.primary else None,
        status=status_of(scene, happening),
        ordinal=ordinal(folded),
        term=term(folded),
        term_years=term_years(folded),
        part_of=_whole(happening, index, happenings),
        primary=happening.primary,
        mention=index,
    )


def _jubilee(scene: Scene, jubilee: Anniversary, index: int) -> Event:
    date = jubilee.date
    return Event(
        event_type="ceremony",
        name=" ".join(jubilee.span.of(scene.text).split()),
        date=date.value if date else None,
        date_basis=date.basis if date else "none",
        time_of_day=None,
        place=None,
        place_value=None,
        format=None,
        status="unknown",
        ordinal=None,
        term=None,
        term_years=None,
        part_of=None,
        primary=False,
        mention=index,
    )


def _whole(happening: Happening, index: int, happenings: Sequence[Happening]) -> int | None:
    """The index of the happening of which this is a part: the visit that frames a meeting, the gathering whose
    programme it belongs to."""
    if index and within_programme(happening, happenings[0]):
        return 0
    if not happening.primary or happening.event_type not in _IN_A_VISIT:
        return None
    visits = [i for i, h in enumerate(happenings) if h.primary and h.event_type == "visit"]
    return visits[0] if len(visits) == 1 else None


def _time_of_day(scene: Scene, happening: Happening) -> str | None:
    if happening.date is not None and happening.date.time_of_day and not happening.borrowed:
        return happening.date.time_of_day
    return part_of_day(scene, happening.best.sentence.span)


def _country(scene: Scene, spot: tuple[str, str] | None) -> str | None:
    if spot is None:
        return None
    return next((p.country for p in scene.places if p.value == spot[1] and p.country), None)
