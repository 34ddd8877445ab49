"""The places, units and countries that a body's name ends with: "tỉnh Khánh Hòa", "Việt Nam - Lào", "tại Lào"."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extract.organizations.growth import Growth
from pipeline.extract.organizations.scene import Scene
from pipeline.extract.organizations.words import SHORT_COUNTRIES, UNIT
from pipeline.extract.parts import PlaceMention
from pipeline.text.names import is_vietnamese

_NUMBER = re.compile(r"(?:số )?(?:\d{1,4}|[IVX]{1,5})(?![\d/%-]|[.,]\d|\w)")
_VIET = "Việt"
_DASH = re.compile(r" ?[-–] ?")
# "UBND tỉnh, thành" is those of all of them.
_MORE_UNITS = re.compile(r" ?(?:,|/|-|và) ?(?:tỉnh|thành|huyện|quận|thị xã|xã|phường)(?! ủy)(?!\w)")
_ABROAD = frozenset(["người việt nam", "người việt"])
_IN = re.compile(r" tại ")


def place(scene: Scene, name: Growth, at: int) -> Growth | None:
    """A place or a pair of countries at ``at``."""
    place = scene.places.get(at)
    pair = None if name.placed else _pair_end(scene, at)
    end = pair or (place.span.end if place else None)
    if end is None or (name.may("fielded") and not name.parts and not scene.is_capital(name.start)):
        return None
    if place and not pair and not _may_stand(name, place):
        return None
    if place and name.placed and place.country != "VN" and scene.is_capital(place.span.end + 1):
        return None
    nation = pair is not None or (place is not None and place.kind == "country")
    return replace(name, end=end, parts=name.parts + 1, placed=True, capital=True, field="", proper=True, nation=nation)


def _may_stand(name: Growth, place: PlaceMention) -> bool:
    if (place.kind == "venue" and name.head.kind != "military") or (name.may("never_place") and not name.parts):
        return False
    if name.may("country") and place.kind not in ("country", "region"):
        return False
    if name.may("fielded") and not name.parts and place.kind == "country":
        return name.may("country") and name.capital_head
    return not name.placed or (place.kind != "country" and name.nation)


def _pair_end(scene: Scene, at: int) -> int | None:
    """The end of "Việt Nam - Lào", "Việt - Nga": a friendship body names two countries."""
    first = _country_end(scene, at)
    if first is None:
        return None
    dash = _DASH.match(scene.text, first)
    if dash:
        return _third_end(scene, _country_end(scene, dash.end()))
    last = _country_end(scene, first + 1) if scene.text[first : first + 1] == " " else None
    return last if last and _VIET in (scene.text[at:first], scene.text[first + 1 : last]) else None


def _third_end(scene: Scene, second: int | None) -> int | None:
    """The end of a third country after a pair, or of the pair ("Việt Nam - Lào - Campuchia")."""
    dash = _DASH.match(scene.text, second) if second else None
    return (_country_end(scene, dash.end()) if dash else None) or second


def _country_end(scene: Scene, at: int) -> int | None:
    place = scene.places.get(at)
    if place and place.kind in ("country", "region", "city"):
        return place.span.end
    word = scene.word(at)
    return at + len(word) if word in SHORT_COUNTRIES else None


def unit(scene: Scene, name: Growth, at: int) -> Growth | None:
    """An administrative unit at ``at``, with its name or, after some heads, alone."""
    match = UNIT.match(scene.text, at)
    if match is None or (name.placed and not name.nation) or (name.may("fielded") and not name.parts):
        return None
    if name.may("country") and not match[0].lower().startswith("nước"):
        return None
    place, number = scene.places.get(match.end()), _NUMBER.match(scene.text, match.end())
    end = place.span.end if place else number.end() if number else None
    if end:
        return replace(name, end=end, parts=name.parts + 1, placed=True, capital=True, proper=True, nation=False)
    nowhere = match[0].lower().startswith("nước") or _MORE_UNITS.match(scene.folded, match.end())
    if (name.placed and not name.nation) or not name.may("local") or nowhere:
        return None
    return replace(name, end=at + len(match[0].rstrip(" .")), parts=name.parts + 1, placed=True, closed=True)


def located(scene: Scene, name: Growth) -> Growth | None:
    """The seat of an embassy or a chamber: "Đại sứ quán Việt Nam tại Lào"."""
    seat = _IN.match(scene.text, name.end)
    if seat is None or not ((name.placed and name.may("mission")) or name.field in _ABROAD):
        return None
    word = UNIT.match(scene.text, seat.end())
    at = word.end() if word else seat.end()
    place = scene.places.get(at)
    foreign = word is not None and scene.is_capital(at) and not is_vietnamese(scene.word(at))
    end = place.span.end if place else at + len(scene.word(at)) if foreign else None
    return replace(name, end=end, closed=True) if end else None
