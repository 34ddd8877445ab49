"""How the happenings of one article lend each other their sides: a visit, the talks in it, the welcome before them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.events.happening import Happening
from pipeline.extract.events.offices import Part
from pipeline.extract.page import Actor

_THE_DELEGATION = re.compile(r"\bđoàn(?: công tác| đại biểu)?(?: đã| cũng)* $")
# The roles that a happening itself gives; no speech or attendance told elsewhere outweighs them.
SIDES = frozenset({"host", "guest", "signatory", "appointee", "recipient", "chair"})


def framed(
    happenings: Sequence[Happening], sides: Sequence[list[Part]], index: int, natives: frozenset[int]
) -> list[Part]:
    """The sides of a happening, completed by those of the talks within a visit, of the visit around a reception.

    ``natives``: the people of the country that is visited."""
    happening = happenings[index]
    if not happening.primary:
        return sides[index]
    if happening.event_type == "visit":
        talks = _not_by_guest(of_the_talks(happenings, sides), sides[index])
        received = [(a, "host" if a.person in natives else "guest") for a, _ in talks] if natives else talks
        return _of_the_visit(sides[index], received)
    return [*sides[index], *_of_the_delegation(happening, sides[index], _heads(happenings, sides))]


def _not_by_guest(talks: list[Part], stated: Sequence[Part]) -> list[Part]:
    """The sides of talks; of a reception that the visitor himself gives, nobody: who calls on him is no host."""
    guests = {a.person for a, role in stated if role == "guest"}
    return [] if any(role == "host" and a.person in guests for a, role in talks) else talks


def _of_the_visit(stated: list[Part], talks: Sequence[Part]) -> list[Part]:
    """A visit's sides as stated, completed by those of the meeting in it where the guests agree."""
    guests = {a.person for a, role in stated if role == "guest"}
    received = {a.person for a, role in talks if role == "guest"}
    if not guests:
        return list(talks)
    hosted = any(role == "host" for _, role in stated)
    return stated if hosted or not guests & received else [*stated, *(part for part in talks if part[1] == "host")]


def welcomed(
    stated: Sequence[Part], told: Sequence[Part], talks: Sequence[Part], visitors: Sequence[Part]
) -> list[Part]:
    """A welcome has the sides of the talks that follow it, where those are the visitor's; what is said is said there.

    Who chairs it, chairs."""
    there = [*(part for part in told if part[1] != "speaker"), *stated]
    received = {a.person for a, role in talks if role == "guest"}
    own = talks if not visitors or received & {a.person for a, _ in visitors} else visitors
    known = {a.person for a, role in there if role in SIDES}
    return [*there, *(part for part in own if part[0].person not in known)]


def comers(happenings: Sequence[Happening], sides: Sequence[list[Part]]) -> list[Part]:
    """The guests of the visits."""
    visits = [s for h, s in zip(happenings, sides, strict=True) if h.event_type == "visit" and h.primary]
    return [part for s in visits for part in s if part[1] == "guest"]


def _heads(happenings: Sequence[Happening], sides: Sequence[list[Part]]) -> list[Actor]:
    """Who leads the delegation on the visit that the article is about."""
    visit = bool(happenings) and happenings[0].primary and happenings[0].event_type == "visit"
    return [a for a, role in sides[0] if role == "guest"] if visit else []


def _of_the_delegation(happening: Happening, stated: Sequence[Part], heads: Sequence[Actor]) -> list[Part]:
    """What "đoàn" does or undergoes on a visit, its leader does: received, he is the guest; else he attends."""
    best = happening.best
    whole = _THE_DELEGATION.search(best.lead_in) or best.lead_out.startswith(" đoàn")
    if not whole or any(role == "guest" for _, role in stated):
        return []
    return [(a, "guest" if happening.event_type == "reception" else "attendee") for a in heads]


def of_the_talks(happenings: Sequence[Happening], sides: Sequence[list[Part]]) -> list[Part]:
    """The sides of the meeting that a visit frames."""
    met = [s for h, s in zip(happenings, sides, strict=True) if h.event_type in ("talks", "reception")]
    return met[0] if met else []
