"""Where a happening took place, in what form, and whether it was held, announced or called off."""

from __future__ import annotations

import re

from pipeline.extract.events.candidates import Candidate
from pipeline.extract.events.happening import Happening
from pipeline.extract.events.scene import Scene
from pipeline.extract.page import Sentence, inside
from pipeline.extract.parts import PlaceMention
from pipeline.text.spans import Span

_AT = re.compile(
    r"(?<!\w)(?:tại|ở|đến|tới|thăm|sang|về|từ)"
    r"(?: (?:thủ đô|thành phố|tp\.?|tỉnh|nước|huyện|quận|thị xã|cấp nhà nước|chính thức)){0,3}\W*$"
)
_VENUE_WORDS = (
    "trụ sở|nhà tang lễ|phủ chủ tịch|nhà quốc hội|văn phòng|hội trường|trung tâm|cung|khách sạn|bảo tàng"
    "|nhà hát|điện|nhà khách|học viện|đại sứ quán|trường|nghĩa trang|đài tưởng niệm|nhà văn hóa"
    "|phòng khách|sân vận động|nhà thi đấu|sân|sân bay|quảng trường|dinh|tòa nhà"
)
_VENUE = re.compile(
    rf"(?<!\w)(?:tại|đến|tới|ở) (?:khuôn viên )?((?:{_VENUE_WORDS})(?: [^\W\d_]{{1,15}}){{0,12}}?)"
    r"(?=[,.;:\n(]| (?:và|trong|từ|do|với|vào|để|nhân|ngay|cùng|đã|sáng|chiều|tối)\b|$)"
)
_HYBRID = re.compile(
    r"\btrực tiếp\b.{0,60}?\b(?:kết hợp|và|với)\b.{0,60}?\btrực tuyến\b"
    r"|\bkết hợp (?:với )?trực tuyến\b|\btrực tuyến kết hợp trực tiếp\b"
)
_ONLINE = re.compile(r"\btrực tuyến\b|\bqua cầu truyền hình\b")
_IN_PERSON = re.compile(r"\bhình thức trực tiếp\b")
_PLANNED = re.compile(r"\b(?:sẽ|dự kiến) (?:được |chính thức )?(?:diễn ra|tổ chức|khai mạc)\b")
_OF = (" của ", " của tp ", " của tỉnh ", " của thành phố ")
_TOWNS = frozenset({"district", "city", "province"})
_LOCAL = frozenset({"conference", "congress", "session", "ceremony", "cultural", "seminar", "forum"})
_FINE = {"commune": 1, "district": 0, "city": 1, "province": 2, "venue": 3}


def place_of(scene: Scene, happening: Happening) -> tuple[str, str] | None:
    """The place as written and its normalised name: the most specific one named with the happening, or None."""
    if happening.event_type == "visit":
        return _destination(scene, happening)
    voters = _of_the_voters(scene, happening.best)
    if voters is not None:
        return voters
    for candidate in [c for c in happening.candidates if not c.aside][:4]:
        found = _stated(scene, candidate.sentence, candidate) or _held_at(scene, candidate)
        if found is not None:
            return found
    return _of_the_holder(scene, happening.best)


def _of_the_voters(scene: Scene, best: Candidate) -> tuple[str, str] | None:
    """The district that the voters met are of."""
    if "cử tri" not in scene.folded[best.span.start : best.span.end + 12]:
        return None
    near = Span(best.span.end, min(best.sentence.span.end, best.span.end + 140))
    return _finest(scene, [p for p in inside(scene.places, near) if not _of_someone(scene, p)])


def _of_the_holder(scene: Scene, best: Candidate) -> tuple[str, str] | None:
    """Where no place is stated: the town, district or province that holds it or whose body does ("huyện A tổ chức",
    "Ủy ban nhân dân tỉnh B tổ chức", "hội nghị ... của TP C")."""
    start, end = best.sentence.span
    if best.event_type not in _LOCAL or best.hit.value.kind == "verb":
        return None
    hold = list(scene.cues["hold"].finditer(scene.folded, start, best.span.start))
    before = inside(scene.places, Span(max(start, hold[-1].start() - 90), hold[-1].start())) if hold else []
    after = inside(scene.places, Span(best.span.end, min(end, best.span.end + 60)))
    owned = [p for p in after if scene.folded[: p.span.start].endswith(_OF)]
    return _finest(scene, [*before, *owned])


def _finest(scene: Scene, places: list[PlaceMention]) -> tuple[str, str] | None:
    known = [p for p in places if p.kind in _TOWNS]
    return _as_written(scene, min(known, key=lambda p: (_FINE[p.kind], p.span))) if known else None


def _destination(scene: Scene, happening: Happening) -> tuple[str, str] | None:
    for candidate in happening.candidates:
        after = Span(candidate.span.start, min(candidate.sentence.span.end, candidate.span.end + 60))
        places = [p for p in inside(scene.places, after) if _led(scene, p) or p.span.start <= candidate.span.end + 2]
        if places:
            return _as_written(scene, places[0])
    return _stated(scene, happening.best.sentence, happening.best)


def _stated(scene: Scene, sentence: Sentence, candidate: Candidate) -> tuple[str, str] | None:
    venue = _VENUE.search(scene.folded, sentence.span.start, sentence.span.end)
    led = [p for p in inside(scene.places, sentence.span) if _led(scene, p)]
    led = [p for p in led if not _of_someone(scene, p) and abs(p.span.start - candidate.span.start) < 400]
    fine = [p for p in led if p.kind in _FINE]
    if venue is not None and not any(p.kind != "venue" for p in fine):
        words = inside(scene.words, Span(venue.start(1) + 1, venue.end(1)))
        end = min([venue.end(1), *(w.span.start for w in words)])
        return scene.text[venue.start(1) : end].strip(), scene.text[venue.start(1) : end].strip()
    return _as_written(scene, min(fine, key=lambda p: (_FINE.get(p.kind, 4), p.span))) if fine else None


def _held_at(scene: Scene, candidate: Candidate) -> tuple[str, str] | None:
    """The next sentence, where it says where the happening is held."""
    following = [s for s in scene.sentences if s.order == candidate.sentence.order + 1 and s.order > 0]
    for sentence in following:
        if not any(h.value.event_type == candidate.event_type for h in inside(scene.words, sentence.span)):
            continue
        if re.search(r"\b(?:diễn ra|được tổ chức|tổ chức)\b", scene.folded[sentence.span.start : sentence.span.end]):
            return _stated(scene, sentence, candidate)
    return None


def _led(scene: Scene, place: PlaceMention) -> bool:
    return _AT.search(scene.folded, max(0, place.span.start - 30), place.span.start) is not None


def _of_someone(scene: Scene, place: PlaceMention) -> bool:
    """True where the place stands in a person's title or a body's name."""
    return any(
        a.span.covers(place.span) for a in inside(scene.actors, Span(place.span.start - 200, place.span.end + 200))
    ) or any(b.span.covers(place.span) for b in scene.bodies)


def _as_written(scene: Scene, place: PlaceMention) -> tuple[str, str]:
    return place.span.of(scene.text), place.value


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
