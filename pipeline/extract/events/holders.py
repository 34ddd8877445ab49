"""The land that holds a happening or whose own body acts, where no place is stated."""

from __future__ import annotations

import re

from pipeline.extract.events.candidates import Candidate
from pipeline.extract.events.happening import Happening
from pipeline.extract.events.scene import Scene
from pipeline.extract.events.subjects import HOME
from pipeline.extract.events.venues import TOWNS, UNITS, as_written
from pipeline.extract.page import inside
from pipeline.extract.parts import PlaceMention
from pipeline.text.spans import Span

_OF = (" của ", " của tp ", " của tỉnh ", " của thành phố ")
_NAME = 110
_NEXT = 14
_AUTHORITY = re.compile(
    r"\b(?:hđnd|hội đồng nhân dân|ubnd|ủy ban nhân dân|đảng bộ|thành ủy|tỉnh ủy|huyện ủy|quận ủy|thị ủy)"
    rf"(?: \([^()]{{1,10}}\))?(?: (?:{UNITS}))?\W{{0,2}}$"
)
_FORCES = re.compile(
    r"\b(?:công an|cơ quan cảnh sát điều tra|cơ quan an ninh điều tra|bộ đội biên phòng|ubnd|ủy ban nhân dân)"
    rf"(?: (?:{UNITS}))?\W{{0,2}}$"
)
_ACTING = re.compile(r"(?: \([^()]{1,20}\))?(?:,? [^\W\d_]{1,10}){0,5},? ?")
_CHAMBER = re.compile(r"\b(?:hạ viện|thượng viện|quốc hội|nghị viện|nghị sĩ|dân biểu|duma quốc gia)\W$")
_UNION = re.compile(r"(?:hội|liên hiệp|liên đoàn|đoàn|ủy ban mặt trận|công đoàn|hlg)(?!\w)")
_VOTED = frozenset({"congress", "session", "appointment"})
_ACTS = frozenset({"other", "session", "appointment"})
_LOCAL = frozenset({"conference", "congress", "session", "ceremony", "cultural", "seminar", "forum"})
_FINE = {"district": 0, "city": 1, "province": 2}
_VOTERS = re.compile(r"(?:(?:buổi |cuộc )?(?:đi )?tiếp xúc[^.;:\n]{0,45}?|[^.;:\n]{0,24}?)cử tri")
_AND_MORE = re.compile(r"(?:, | và )(?:(?:quận|huyện) )?(\d)?")


def of_the_authority(scene: Scene, happening: Happening) -> tuple[str, str] | None:
    """The land whose own council or party branch meets: "kỳ họp HĐND TP A", "Đại hội Đảng bộ tỉnh B"; the foreign
    country whose parliament votes: "Thượng viện C thông qua"."""
    (start, end), span = happening.best.sentence.span, happening.best.span
    before = inside(scene.places, Span(max(start, span.start - _NAME), span.start))
    if happening.event_type in _VOTED:
        after = inside(scene.places, Span(span.start, min(end, span.end + _NAME)))
        local = [p for p in (*after, *before) if p.kind in TOWNS and not titled(scene, p)]
        met = happening.event_type == "congress"
        local = [p for p in local if _of_an_authority(scene, p) or (met and _of_a_union(scene, p))]
        if local:
            return as_written(scene, local[0])
    if happening.event_type not in _ACTS:
        return None
    acting = [p for p in before if p.kind in TOWNS and _acts(scene, p, span.start)]
    if acting and happening.event_type == "other":
        return as_written(scene, acting[0])
    abroad = [p for p in before if p.kind == "country" and p.country != HOME and not titled(scene, p)]
    abroad = [p for p in abroad if _CHAMBER.search(scene.folded, max(0, p.span.start - 20), p.span.start)]
    return as_written(scene, abroad[0]) if abroad else None


def _acts(scene: Scene, place: PlaceMention, verb: int) -> bool:
    """True where the place's own police or committee is the subject of the verb that follows."""
    found = _FORCES.search(scene.folded, max(0, place.span.start - 50), place.span.start)
    return found is not None and _ACTING.fullmatch(scene.folded, place.span.end, max(place.span.end, verb)) is not None


def _of_an_authority(scene: Scene, place: PlaceMention) -> bool:
    """True after "HĐND tỉnh", "Đảng bộ TP"; not after the title of someone there."""
    found = _AUTHORITY.search(scene.folded, max(0, place.span.start - 50), place.span.start)
    if found is None or scene.folded.endswith(("của ", "tại "), 0, found.start()):
        return found is not None
    return not scene.ends_with("title", scene.before(found.start(), 24), found.start())


def _of_a_union(scene: Scene, place: PlaceMention) -> bool:
    """True within the name of a local association, which meets at home: "Hội Nông dân tỉnh A"."""
    return any(b.span.covers(place.span) and _UNION.match(scene.folded, b.span.start) for b in scene.bodies)


def of_the_voters(scene: Scene, told: Candidate) -> tuple[str, str] | None:
    """The district that the voters met are of; of several districts ("cử tri quận 1, 3 và 4"), their city."""
    met = _VOTERS.match(scene.folded, told.span.start, told.sentence.span.end)
    if met is None:
        return None
    near = Span(told.span.end, min(told.sentence.span.end, told.span.end + 140))
    places = [p for p in inside(scene.places, near) if not of_someone(scene, p)]
    several = [p for p in places if p.kind == "district" and _with_others(scene, p)]
    if several:
        before = Span(max(told.sentence.span.start, told.span.start - _NAME), told.sentence.span.end)
        cities = [p for p in inside(scene.places, before) if p.kind in ("city", "province")]
        return as_written(scene, (cities or several)[0])
    return _finest(scene, places)


def _with_others(scene: Scene, district: PlaceMention) -> bool:
    """True where another district follows: "quận 1, 3", "huyện A và huyện B"."""
    more = _AND_MORE.match(scene.folded, district.span.end)
    if more is None or more[1] is not None:
        return more is not None
    return any(p.kind == "district" for p in inside(scene.places, Span(more.end(), more.end() + _NEXT)))


def of_the_holder(scene: Scene, best: Candidate) -> tuple[str, str] | None:
    """Where no place is stated: the land it is of ("hội nghị ... của TP C"), or whose authority holds it ("Ủy ban nhân
    dân tỉnh B tổ chức"); for a festival or a meeting with voters, the one that holds it ("huyện A tổ chức")."""
    start, end = best.sentence.span
    if best.event_type not in _LOCAL or best.hit.value.kind == "verb":
        return None
    hold = list(scene.cues["hold"].finditer(scene.folded, start, best.span.start))
    before = inside(scene.places, Span(max(start, hold[-1].start() - 90), hold[-1].start())) if hold else []
    after = inside(scene.places, Span(best.span.end, min(end, best.span.end + 60)))
    owned = [p for p in after if scene.folded[: p.span.start].endswith(_OF)]
    local = best.event_type == "cultural" or "cử tri" in best.lead_out[:_NAME]
    holders = [p for p in before if local or _of_an_authority(scene, p)]
    return _finest(scene, [*holders, *owned])


def _finest(scene: Scene, places: list[PlaceMention]) -> tuple[str, str] | None:
    known = [p for p in places if p.kind in TOWNS]
    return as_written(scene, min(known, key=lambda p: (_FINE[p.kind], p.span))) if known else None


def of_someone(scene: Scene, place: PlaceMention) -> bool:
    """True where the place stands in a person's title or a body's name."""
    return titled(scene, place) or scene.of_bodies.covers(place.span)


def titled(scene: Scene, place: PlaceMention) -> bool:
    """True where the place stands in someone's name or title."""
    near = Span(place.span.start - 200, place.span.end + 200)
    return any(a.span.covers(place.span) for a in inside(scene.actors, near))
