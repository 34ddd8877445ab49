"""What passes between the finders of one document, before ``reader`` numbers it into a ``Reading``.

Indexes here are local to each part: ``BodyMention.body`` counts in ``Bodies.bodies``, ``Position.mention`` in
``People.mentions``, and so on. Offsets are code points into ``Document.text``.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.model import (
    Directive,
    DirectiveRelation,
    Event,
    EventCountry,
    EventDirective,
    EventOrganization,
    Figure,
    Instruction,
    Issue,
    Organization,
    Participation,
    Person,
    Position,
)
from pipeline.text.spans import Span


@dataclass(frozen=True, slots=True)
class DateExpression:
    """One calendar expression. ``value``: EDTF, with the year that the article gives or lets derive.

    ``basis``: how its year is known (stated, published, reporting_year, context, term, register, none).
    ``time_of_day``: morning, noon, afternoon, evening, or None.
    """

    span: Span
    value: str
    basis: str
    time_of_day: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A body's name in the text, without any title before it."""

    span: Span
    body: int
    rule: str


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies of a document and where they stand (mentions in text order; nested names may overlap)."""

    bodies: tuple[Organization, ...] = ()
    mentions: tuple[BodyMention, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place's name in the text. ``value``: its normalised name. ``country``: ISO 3166-1 alpha-2 or None.

    ``kind``: country, city, province, district, commune, venue, region, other."""

    span: Span
    value: str
    country: str | None
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A name (no title, no honorific): full, or a short form ("Sơn", "Trump") that leads back to ``person``."""

    span: Span
    person: int
    rule: str


@dataclass(frozen=True, slots=True)
class PersonReference:
    """A title or pronoun phrase that stands for ``person`` without a name ("Thủ tướng", "tôi", "bà Chủ tịch").

    Not published as a mention; events and statements use it to find who acts."""

    span: Span
    person: int


@dataclass(frozen=True, slots=True)
class People:
    """The people of a document. ``positions[i].mention`` counts in ``mentions``."""

    people: tuple[Person, ...] = ()
    mentions: tuple[PersonMention, ...] = ()
    positions: tuple[Position, ...] = ()
    references: tuple[PersonReference, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class DirectiveMention:
    """An official document named in the text: type, number, symbol; not its subject."""

    span: Span
    directive: int
    rule: str


@dataclass(frozen=True, slots=True)
class Directives:
    """The official documents of an article. ``relations[i].mention`` counts in ``mentions``."""

    directives: tuple[Directive, ...] = ()
    mentions: tuple[DirectiveMention, ...] = ()
    relations: tuple[DirectiveRelation, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class EventMention:
    """The name phrase of an event, or the clause that reports it."""

    span: Span
    event: int
    rule: str


@dataclass(frozen=True, slots=True)
class Events:
    """The events of a document. ``Event.mention`` counts in ``mentions``; the ``mention`` of a participation counts
    in ``People.mentions``, of an organisation's part in ``Bodies.mentions``, of a directive's in
    ``Directives.mentions``, of a country's in ``places``."""

    events: tuple[Event, ...] = ()
    mentions: tuple[EventMention, ...] = ()
    participations: tuple[Participation, ...] = ()
    organizations: tuple[EventOrganization, ...] = ()
    countries: tuple[EventCountry, ...] = ()
    directives: tuple[EventDirective, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementMention:
    """The quote of a figure or an instruction; ``index`` counts in its tuple."""

    span: Span
    index: int
    rule: str


@dataclass(frozen=True, slots=True)
class Statements:
    """Figures and instructions; their ``mention`` fields count in the tuple of mentions of their own kind."""

    figures: tuple[Figure, ...] = ()
    figure_mentions: tuple[StatementMention, ...] = ()
    instructions: tuple[Instruction, ...] = ()
    instruction_mentions: tuple[StatementMention, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything found in a document so far; later finders read what earlier ones found."""

    dates: tuple[DateExpression, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    bodies: Bodies = Bodies()
    directives: Directives = Directives()
    people: People = People()
    events: Events = Events()
    statements: Statements = Statements()
