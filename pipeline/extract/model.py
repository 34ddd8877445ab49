"""What reading one article yields: mentions, and what the article says with them.

A ``Reading`` is local to its document: ``ref``, ``person``, ``organization``, ``event``, ``directive``, ``target``,
``parent``, ``part_of`` are indexes into the reading's own tuples; ``mention`` is an index into ``mentions``.
Offsets are half-open ranges of code points into ``Document.text``. Dates are EDTF strings and are what the article
itself gives: registers and other articles come later, in ``resolve``. The Arrow form that passes between processes
is derived from these classes (``pipeline.batch``): fields are str, int, float, bool or ``| None``.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.documents.model import Document


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of evidence. ``ref``: index in the tuple of its kind, None for date and place.

    ``kind``: person, organization, directive, event, date, place, figure, instruction. ``value``: date: EDTF;
    place: normalised name; directive: symbol; else None. ``rule``: the name of the rule that found it.
    """

    kind: str
    start: int
    end: int
    ref: int | None
    value: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Person:
    """Someone named, under the fullest form in the article. ``public`` is False for private persons (victims,
    accused, patients, minors ...), who are counted and not published."""

    name: str
    public: bool = True


@dataclass(frozen=True, slots=True)
class Position:
    """A title that the article gives a person: the whole phrase, honorifics off. ``status``: current, former,
    acting, late. ``start``/``end``: where the title stands. ``mention``: the person's mention it stands by."""

    person: int
    title: str
    organization: int | None
    status: str
    mention: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Organization:
    """A body. ``register_key``: ``name_vi`` of the register's row, None for a body found by grammar alone."""

    name: str
    register_key: str | None = None
    abbreviation: str | None = None
    kind: str | None = None
    country: str | None = None
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Directive:
    """An official document. ``symbol`` is normalised (12-CT/TW); ``number`` is as printed; ``title`` its subject or
    name; ``issued`` EDTF as stated; ``term`` the khóa as a Roman numeral where the article gives it; ``system``:
    party, state, other."""

    type_code: str | None
    type_vi: str
    number: str | None
    symbol: str | None
    system: str
    issuer: int | None
    issuer_text: str | None
    term: str | None
    issued: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """A happening. ``primary``: the article reports it. ``date``/``date_basis``: as the article alone gives it
    (stated, published, reporting_year, context, term, none). ``ordinal``: the N of "lần thứ N". ``term``: the khóa
    as a Roman numeral. ``term_years``: EDTF of nhiệm kỳ. ``place``: as written. ``place_value``: normalised.
    ``mention``: the event's own mention (its name phrase, or the clause that reports it)."""

    event_type: str
    name: str
    date: str | None
    date_basis: str
    time_of_day: str | None
    place: str | None
    place_value: str | None
    format: str | None
    status: str
    ordinal: int | None
    term: str | None
    term_years: str | None
    part_of: int | None
    primary: bool
    mention: int


@dataclass(frozen=True, slots=True)
class Participation:
    """Someone's part in an event; ``role`` as in CONTRACT.md."""

    event: int
    person: int
    role: str
    mention: int


@dataclass(frozen=True, slots=True)
class EventOrganization:
    """A body's part in an event: organizer, host, participant."""

    event: int
    organization: int
    role: str
    mention: int


@dataclass(frozen=True, slots=True)
class EventCountry:
    """A country's part in an event (ISO 3166-1 alpha-2): host, guest, subject."""

    event: int
    country: str
    role: str
    mention: int


@dataclass(frozen=True, slots=True)
class EventDirective:
    """How an event relates to an official document: disseminates, implements, reviews, cites, amends, replaces,
    calls_for."""

    event: int
    directive: int
    relation: str
    mention: int


@dataclass(frozen=True, slots=True)
class DirectiveRelation:
    """How one official document relates to another: replaces, amends, implements, follows, promulgates."""

    directive: int
    relation: str
    target: int
    mention: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A counted result. ``part_of``: index of the figure of which this is a part ("trong đó")."""

    mention: int
    measure_vi: str
    measure_en: str | None
    value: float
    value_max: float | None
    qualifier: str
    unit_vi: str | None
    subject_vi: str | None
    organization: int | None
    period: str | None
    part_of: int | None


@dataclass(frozen=True, slots=True)
class Instruction:
    """One demand to an addressee; ``start``/``end``: the whole of it, ``trigger`` the word that opens it."""

    mention: int
    event: int | None
    speaker: int | None
    addressee: str | None
    ordinal: int | None
    start: int
    end: int
    summary: str
    trigger: str | None
    directive: int | None


@dataclass(frozen=True, slots=True)
class Issue:
    """A value in scope that was not understood, or not taken in. ``severity``: error, warning."""

    code: str
    severity: str
    start: int | None
    end: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that one article says."""

    document: Document
    mentions: tuple[Mention, ...] = ()
    people: tuple[Person, ...] = ()
    positions: tuple[Position, ...] = ()
    organizations: tuple[Organization, ...] = ()
    directives: tuple[Directive, ...] = ()
    events: tuple[Event, ...] = ()
    participations: tuple[Participation, ...] = ()
    event_organizations: tuple[EventOrganization, ...] = ()
    event_countries: tuple[EventCountry, ...] = ()
    event_directives: tuple[EventDirective, ...] = ()
    directive_relations: tuple[DirectiveRelation, ...] = ()
    figures: tuple[Figure, ...] = ()
    instructions: tuple[Instruction, ...] = ()
    issues: tuple[Issue, ...] = ()
