"""Find the happenings that a document reports or mentions, with date, place, organisers, participants."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.documents.model import Document
from pipeline.extract.events.bodies import directives, organizers
from pipeline.extract.events.candidates import find_candidates
from pipeline.extract.events.choose import Happening, choose
from pipeline.extract.events.dating import part_of_day
from pipeline.extract.events.lexicon import EventLexicon
from pipeline.extract.events.naming import name_span, ordinal, term, term_years
from pipeline.extract.events.people import participations
from pipeline.extract.events.placing import evidence, format_of, place_of, status_of
from pipeline.extract.events.scene import Scene
from pipeline.extract.model import Event, EventCountry
from pipeline.extract.parts import EventMention, Events, Parts

_RULES = {"noun": "event_named", "verb": "event_told"}


def find_events(document: Document, lexicon: EventLexicon, parts: Parts) -> Events:
    """The events of a document, from its text and what the other finders found in it."""
    scene = Scene(document, lexicon, parts)
    happenings = choose(scene, find_candidates(scene))
    spots = [place_of(scene, h) for h in happenings]
    countries = [_country(scene, s) for s in spots]
    spans = [name_span(scene, h.best) for h in happenings]
    events = tuple(
        _event(scene, happening, spot, index)
        for index, (happening, spot) in enumerate(zip(happenings, spots, strict=True))
    )
    return Events(
        events=events,
        mentions=tuple(
            EventMention(span, i, _RULES[happenings[i].best.hit.value.kind]) for i, span in enumerate(spans)
        ),
        participations=tuple(participations(scene, happenings, countries)),
        organizations=tuple(organizers(scene, happenings)),
        countries=tuple(_event_countries(scene, countries)),
        directives=tuple(directives(scene, happenings)),
    )


def _event(scene: Scene, happening: Happening, spot: tuple[str, str] | None, index: int) -> Event:
    span = name_span(scene, happening.best)
    folded = scene.folded[span.start : span.end]
    date = happening.date
    return Event(
        event_type=happening.event_type,
        name=" ".join(span.of(scene.text).split()),
        date=date.value if date else None,
        date_basis=date.basis if date else "none",
        time_of_day=_time_of_day(scene, happening),
        place=spot[0] if spot else None,
        place_value=spot[1] if spot else None,
        format=format_of(scene, happening),
        status=status_of(scene, happening),
        ordinal=ordinal(folded),
        term=term(folded),
        term_years=term_years(folded),
        part_of=None,
        primary=happening.primary,
        mention=index,
    )


def _time_of_day(scene: Scene, happening: Happening) -> str | None:
    if happening.date is not None and happening.date.time_of_day and not happening.borrowed:
        return happening.date.time_of_day
    return part_of_day(scene, happening.best.sentence.span)


def _country(scene: Scene, spot: tuple[str, str] | None) -> str | None:
    if spot is None:
        return None
    return next((p.country for p in scene.places if p.value == spot[1] and p.country), None)


def _event_countries(scene: Scene, countries: Sequence[str | None]) -> list[EventCountry]:
    rows = []
    for index, country in enumerate(countries):
        mention = evidence(scene.parts.places, country) if country else None
        if country and mention is not None:
            rows.append(EventCountry(index, country, "host", mention))
    return rows
