"""Reading one article: every finder in its order, and their finds numbered into one ``Reading``."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from pipeline.documents.model import Document
from pipeline.extract.dates.find import complete_years, find_dates
from pipeline.extract.directives.find import find_directives, find_symbols
from pipeline.extract.events.find import find_events
from pipeline.extract.lexicons import Lexicons
from pipeline.extract.model import Mention, Reading
from pipeline.extract.organizations.find import find_organizations
from pipeline.extract.parts import Parts
from pipeline.extract.people.find import find_people
from pipeline.extract.places.find import find_places
from pipeline.extract.statements.find import find_statements

T = TypeVar("T")


def find_parts(document: Document, lexicons: Lexicons) -> Parts:
    """Run the finders: numbers before dates, places before bodies, bodies before titles, all before events."""
    symbols = find_symbols(document, lexicons.directives)
    dates = find_dates(document, lexicons.dates, symbols)
    places = find_places(document, lexicons.places)
    bodies = find_organizations(document, lexicons.organizations, places)
    directives = find_directives(document, lexicons.directives, dates, bodies)
    avoid = [*symbols, *(d.span for d in dates), *(m.span for m in directives.mentions)]
    people = find_people(document, lexicons.people, bodies, places, avoid)
    dates = complete_years(document, dates, lexicons.dates)
    parts = Parts(dates=dates, places=places, bodies=bodies, directives=directives, people=people)
    parts = replace(parts, events=find_events(document, lexicons.events, parts))
    return replace(parts, statements=find_statements(document, lexicons.statements, parts))


def read(document: Document, lexicons: Lexicons) -> Reading:
    """Everything that one article says."""
    return assemble(document, find_parts(document, lexicons))


def assemble(document: Document, parts: Parts) -> Reading:
    """Number the parts' mentions into one list and turn every local mention index into an index of it."""
    groups = _mention_groups(parts)
    base = {}
    mentions: list[Mention] = []
    for name, group in groups.items():
        base[name] = len(mentions)
        mentions += group
    events, said = parts.events, parts.statements
    return Reading(
        document=document,
        mentions=tuple(mentions),
        people=parts.people.people,
        positions=_shift(parts.people.positions, base["person"]),
        organizations=parts.bodies.bodies,
        directives=parts.directives.directives,
        events=_shift(events.events, base["event"]),
        participations=_shift(events.participations, base["person"]),
        event_organizations=_shift(events.organizations, base["organization"]),
        event_countries=_shift(events.countries, base["place"]),
        event_directives=_shift(events.directives, base["directive"]),
        directive_relations=_shift(parts.directives.relations, base["directive"]),
        figures=_shift(said.figures, base["figure"]),
        instructions=_shift(said.instructions, base["instruction"]),
        issues=(
            *parts.bodies.issues,
            *parts.directives.issues,
            *parts.people.issues,
            *events.issues,
            *said.issues,
        ),
    )


def _shift(rows: tuple[T, ...], by: int) -> tuple[T, ...]:
    return tuple(replace(row, mention=row.mention + by) for row in rows)  # type: ignore[type-var,attr-defined]


def _mention_groups(parts: Parts) -> dict[str, list[Mention]]:
    symbols = [d.symbol for d in parts.directives.directives]
    return {
        "date": [Mention("date", *d.span, None, d.value, d.rule) for d in parts.dates],
        "place": [Mention("place", *p.span, None, p.value, p.rule) for p in parts.places],
        "organization": [Mention("organization", *m.span, m.body, None, m.rule) for m in parts.bodies.mentions],
        "directive": [
            Mention("directive", *m.span, m.directive, symbols[m.directive], m.rule) for m in parts.directives.mentions
        ],
        "person": [Mention("person", *m.span, m.person, None, m.rule) for m in parts.people.mentions],
        "event": [Mention("event", *m.span, m.event, None, m.rule) for m in parts.events.mentions],
        "figure": [Mention("figure", *m.span, m.index, None, m.rule) for m in parts.statements.figure_mentions],
        "instruction": [
            Mention("instruction", *m.span, m.index, None, m.rule) for m in parts.statements.instruction_mentions
        ],
    }
