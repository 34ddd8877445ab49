"""Where a happening took place, in what form, and whether it was held, announced or called off."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pipeline.extract.events.candidates import Candidate
from pipeline.extract.events.happening import Happening
from pipeline.extract.events.holders import of_someone, of_the_authority, of_the_holder, of_the_voters
from pipeline.extract.events.scene import Scene
from pipeline.extract.events.subjects import HOME
from pipeline.extract.events.venues import TOWNS, UNITS, VENUE, as_written, town_of, unit_named, venue_named
from pipeline.extract.page import Sentence, inside
from pipeline.extract.parts import PlaceMention
from pipeline.text.spans import Span

_AT = re.compile(rf"(?<!\w)(?:tại|ở|đến|tới|thăm|sang|trở về|đi từ)(?: (?:{UNITS}|cấp nhà nước|chính thức)){{0,3}}\W*$")
_IN = re.compile(rf"(?<!\w)(?:tại|ở)(?: (?:{UNITS}))?\W{{0,2}}$")
_ARRIVES = re.compile(rf"(?<!\w)(?:đến|tới|tại|sang)(?: (?:{UNITS}|sân bay))?\W{{0,2}}$")
_ADDRESS = re.compile(
    r"(?<!\w)(?:tại|ở) [^.;:\n]{2,60}?, (?:(?:xã|phường|thị trấn|quận|huyện|thị xã) [^,.;:\n]{2,25}, ?){1,2}"
    r"(?:(?:quận|huyện|thị xã|thành phố|tp\.?|tỉnh) ?)?$"
)
_BESIDES = re.compile(r", (?:người|vốn|từng) |(?<!\w)trong khi ")
_HYBRID = re.compile(
    r"\btrực tiếp\b.{0,60}?\b(?:kết hợp|và|với)\b.{0,60}?\btrực tuyến\b"
    r"|\bkết hợp (?:với )?trực tuyến\b|\btrực tuyến kết hợp trực tiếp\b"
)
_ONLINE = re.compile(r"\btrực tuyến\b|\bqua cầu truyền hình\b")
_IN_PERSON = re.compile(r"\bhình thức trực tiếp\b")
_PLANNED = re.compile(r"\b(?:sẽ|dự kiến) (?:được |chính thức )?(?:diễn ra|tổ chức|khai mạc)\b")
_LAST_LEAD = 2
_BESIDE = 45
_FAR = 400
_NAME = 110
_ASIDE = re.compile(r"[,;(]|\b(?:do|của|với)\b")
_COMING = 60
_COMES = 25
_ON_A_VISIT = frozenset({"reception", "talks", "signing", "donation", "ceremony"})
_ON_VISIT = re.compile(r"\b(?:trong (?:khuôn khổ )?chuyến|tiếp tục chuyến|nhân chuyến|ngay sau khi đến)\b")
_GOES = re.compile(rf"(?: [^\W\d_]{{1,8}}){{0,8}}? (?:thăm|tại|tới|sang|đến|việc)(?: (?:{UNITS}))* ?")
_HELD = frozenset({"conference", "congress", "session", "seminar", "forum", "cultural", "press", "talks", "reception"})
_FINE = {"commune": 1, "district": 0, "city": 1, "province": 2, "venue": 3}


def place_of(scene: Scene, happening: Happening) -> tuple[str, str] | None:
    """The place as written and its normalised name: the most specific one named with the happening, or None."""
    if happening.event_type == "visit":
        return _destination(scene, happening)
    told = [c for c in happening.candidates if not c.aside][:4]
    voters = next((v for c in told or happening.candidates[:1] for v in [of_the_voters(scene, c)] if v), None)
    if voters is not None:
        return voters
    said = happening.event_type == "press" and happening.best.hit.value.kind == "verb"
    for candidate in [] if said else told:
        found = _stated(scene, candidate.sentence, candidate) or _held_at(scene, candidate)
        if found is not None:
            return found
    near = _beside_the_date(scene, happening) or of_the_holder(scene, happening.best)
    near = near or of_the_authority(scene, happening) or _abroad(scene, told)
    return near or (_within_a_visit(scene, happening) if happening.event_type in _ON_A_VISIT else None)


def _within_a_visit(scene: Scene, happening: Happening) -> tuple[str, str] | None:
    """The country whose visit frames a meeting in its own sentence: "Trong chuyến thăm nước A, ông đã tiếp kiến"."""
    if not happening.primary:
        return None
    start = happening.best.sentence.span.start
    for visit in _ON_VISIT.finditer(scene.folded, start, max(start, happening.best.span.start)):
        after = inside(scene.places, Span(visit.end(), visit.end() + _COMING))
        after = [p for p in after if p.kind in ("country", "city") and p.country != HOME and p.country is not None]
        after = [p for p in after if _GOES.fullmatch(scene.folded, visit.end(), p.span.start)]
        if after:
            return as_written(scene, after[0])
    return None


def _beside_the_date(scene: Scene, happening: Happening) -> tuple[str, str] | None:
    """ "Sáng 25/4, tại Bắc Kinh, ...": where the first sentences set the place beside the happening's own day."""
    if happening.date is None or happening.borrowed or not happening.primary:
        return None
    told = {w.span.start for w in scene.words if w.value.event_type == happening.event_type}
    lead = [s for s in scene.sentences if 0 <= s.order <= _LAST_LEAD]
    for sentence in [s for s in lead if any(s.span.start <= w < s.span.end for w in told)]:
        for day in [d for d in inside(scene.dates, sentence.span) if d.value == happening.date.value]:
            near = Span(
                max(sentence.span.start, day.span.start - _BESIDE), min(sentence.span.end, day.span.end + _BESIDE)
            )
            found = _in_span(scene, near, lambda p: _led(scene, p, _IN))
            if found is not None:
                return found
    return None


def _abroad(scene: Scene, told: Sequence[Candidate]) -> tuple[str, str] | None:
    """The country, where nothing finer is told: "hội nghị ... ở Thái Lan"."""
    for candidate in [c for c in told if c.event_type in _HELD and c.sentence.order <= _LAST_LEAD]:
        after = Span(candidate.span.end, min(candidate.sentence.span.end, candidate.span.end + _NAME))
        led = [p for p in inside(scene.places, after) if p.kind == "country" and _led(scene, p, _IN)]
        led = [p for p in led if p.country != HOME and not of_someone(scene, p)]
        if led and not _ASIDE.search(scene.folded, candidate.span.end, led[0].span.start):
            return as_written(scene, led[0])
    return None


def _destination(scene: Scene, happening: Happening) -> tuple[str, str] | None:
    for candidate in happening.candidates:
        after = Span(candidate.span.start, min(candidate.sentence.span.end, candidate.span.end + 60))
        places = [p for p in inside(scene.places, after) if _led(scene, p) or p.span.start <= candidate.span.end + 2]
        places = [p for p in places if not scene.folded.startswith(" anh hùng", p.span.end)]
        if places:
            return as_written(scene, _town_in(scene, happening, places[0]))
    return _stated(scene, happening.best.sentence, happening.best)


def _town_in(scene: Scene, visit: Happening, country: PlaceMention) -> PlaceMention:
    """The town of a country where a sentence of its visit says that the guest comes to it: "đến Hà Nội, bắt đầu chuyến
    thăm Việt Nam", "chuyến thăm tại thủ đô Hà Nội"."""
    for candidate in [c for c in visit.candidates if not c.aside and country.kind == "country"]:
        near = Span(max(candidate.sentence.span.start, candidate.span.start - _COMING), candidate.span.end + _COMES)
        towns = [p for p in inside(scene.places, near) if p.kind in TOWNS and p.country == country.country]
        towns = [p for p in towns if _led(scene, p, _ARRIVES)]
        if towns:
            return towns[0]
    return country


def _stated(scene: Scene, sentence: Sentence, candidate: Candidate) -> tuple[str, str] | None:
    def beside(place: PlaceMention) -> bool:
        if _BESIDES.search(scene.folded, candidate.span.end, max(candidate.span.end, place.span.start)):
            return False
        led = _led(scene, place) or _ADDRESS.search(scene.folded, max(0, place.span.start - _NAME), place.span.start)
        return bool(led) and abs(place.span.start - candidate.span.start) < _FAR

    return _in_span(scene, sentence.span, beside)


def _in_span(scene: Scene, span: Span, fits: Callable[[PlaceMention], bool]) -> tuple[str, str] | None:
    """The finest place told in a stretch of text: a town that fits; else a venue, by its town where that is added;
    else a unit that no register knows."""
    led = [p for p in inside(scene.places, span) if fits(p) and not of_someone(scene, p)]
    fine = [p for p in led if p.kind in _FINE]
    venue = VENUE.search(scene.folded, span.start, span.end)
    if venue is not None and not any(p.kind != "venue" for p in fine):
        return town_of(scene, venue.end(1)) or venue_named(scene, Span(*venue.span(1)))
    if not fine:
        return unit_named(scene, span)
    finest = min(fine, key=lambda p: (_FINE[p.kind], p.span))
    town = town_of(scene, finest.span.end) if finest.kind == "venue" else None
    return town or as_written(scene, finest)


def _held_at(scene: Scene, candidate: Candidate) -> tuple[str, str] | None:
    """The next sentence, where it says where the happening is held."""
    following = [s for s in scene.sentences if s.order == candidate.sentence.order + 1 and s.order > 0]
    for sentence in following:
        if not any(h.value.event_type == candidate.event_type for h in inside(scene.words, sentence.span)):
            continue
        if re.search(r"\b(?:diễn ra|được tổ chức|tổ chức)\b", scene.folded[sentence.span.start : sentence.span.end]):
            return _stated(scene, sentence, candidate)
    return None


def _led(scene: Scene, place: PlaceMention, words: re.Pattern[str] = _AT) -> bool:
    return words.search(scene.folded, max(0, place.span.start - 30), place.span.start) is not None


def format_of(scene: Scene, happening: Happening) -> str | None:
    """in_person, online or hybrid, as the sentences that name the happening say; else None."""
    return next(
        (f for c in happening.candidates[:8] for f in [_format(scene.folded[slice(*c.sentence.span)])] if f), None
    )


def _format(folded: str) -> str | None:
    if _HYBRID.search(folded):
        return "hybrid"
    if _ONLINE.search(folded):
        return "online"
    return "in_person" if _IN_PERSON.search(folded) else None


def status_of(scene: Scene, happening: Happening) -> str:
    """held, announced, cancelled; unknown for what is merely mentioned without a date."""
    best = happening.best
    before = max(best.sentence.span.start, best.span.start - 60)
    after = scene.folded[best.span.end : min(best.sentence.span.end, best.span.end + 120)]
    if happening.event_type == "press":
        after = after.split(",")[0]
    if scene.cue("cancelled", before, best.span.start):
        return "cancelled"
    if happening.date is not None and happening.date.value.endswith("/.."):
        return "announced"
    if scene.cue("ahead", before, best.span.start) or _PLANNED.search(after):
        return "announced"
    return "held" if happening.primary or happening.date is not None else "unknown"
