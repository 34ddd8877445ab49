"""Which countries take part in a happening: the one it is held in, and those that its hosts and guests come from."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.events.happening import Happening
from pipeline.extract.events.parties import PAIRED
from pipeline.extract.events.scene import Scene
from pipeline.extract.events.subjects import HOME, homes
from pipeline.extract.model import EventCountry, Participation

_ROLES = ("host", "guest")


def event_countries(
    scene: Scene,
    happenings: Sequence[Happening],
    places: Sequence[str | None],
    roles: Sequence[Participation],
) -> list[EventCountry]:
    """One row a happening, country and role, each with the first mention of the country (or of a place in it)."""
    home = homes(scene)
    found: dict[tuple[int, str, str], None] = {}
    for index, country in enumerate(places):
        if country:
            found[(index, country, "host")] = None
    for row in roles:
        paired = happenings[row.event].event_type in PAIRED
        country = home.get(row.person) or (HOME if row.role == "host" else None)
        if paired and row.role in _ROLES and country and (row.event, country, "host") not in found:
            found[(row.event, country, row.role)] = None
    rows = [(key, _evidence(scene, key[1])) for key in sorted(found)]
    return [EventCountry(*key, mention) for key, mention in rows if mention is not None]


def _evidence(scene: Scene, country: str) -> int | None:
    """The index of the country's first mention among the places: by its own name where it has one."""
    places = scene.parts.places
    named = [i for i, p in enumerate(places) if p.country == country]
    return next((i for i in named if places[i].kind == "country"), named[0] if named else None)
