"""The two sides of a meeting, a visit, a message or an appointment: who receives, who writes, who is named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.events.candidates import Candidate
from pipeline.extract.events.choose import Happening
from pipeline.extract.events.scene import Scene
from pipeline.extract.page import Actor, Sentence, inside
from pipeline.text.spans import Span

Part = tuple[Actor, str]
PAIRED = frozenset({"talks", "reception", "visit", "call", "message", "signing", "appointment"})
_HOME = "VN"
_LINK = re.compile(
    r"^[\s\w,]{0,40}?\b(?:với|giữa|của|tới|đến|cho|cùng)\b|^\s*$|^\s*(?:đoàn|phái đoàn|thân mật|xã giao)?[\s\w]{0,40}$"
)
_JOINS = re.compile(r"^[\s,]*(?:(?:và|cùng|với|,|phu nhân|đồng chí|ông|bà|các)[\s,]*){0,4}$")


def home_of(scene: Scene) -> dict[int, str]:
    """Each person's country, as the titles before the names say it; Việt Nam where they say none."""
    found: dict[int, str] = {}
    for actor in scene.actors:
        if actor.person in found:
            continue
        hits = scene.lexicon.countries.find(scene.folded[actor.span.start : actor.span.end])
        near = [
            h
            for h in hits
            if not h.span.overlaps(Span(actor.name.start - actor.span.start, actor.name.end - actor.span.start))
        ]
        if near:
            found[actor.person] = near[0].value
    return found


def parties(scene: Scene, happening: Happening, country: str | None) -> list[Part]:
    """Who stands on the two sides of a paired happening. ``country``: where it takes place, as far as known."""
    if happening.event_type == "appointment":
        return _appointees(scene, happening)
    if happening.event_type == "message":
        return _correspondents(scene, happening)
    if happening.event_type == "visit":
        return _visitors(scene, happening)
    both = _both_sides(scene, happening)
    if happening.event_type == "call":
        return [(a, "attendee") for a in both]
    if happening.event_type == "signing":
        return [(a, "signatory") for a in both]
    return _host_and_guest(scene, happening, both, country)


def _both_sides(scene: Scene, happening: Happening) -> list[Actor]:
    for candidate in [c for c in happening.candidates if not c.aside or c is happening.best]:
        sides = [*_before(scene, candidate), *_after(scene, candidate)]
        if len({a.person for a in sides}) >= 2:
            return sides
    best = happening.best
    return [*_before(scene, best), *_after(scene, best)]


def _before(scene: Scene, candidate: Candidate) -> list[Actor]:
    """The subject of the word: the last one named before it and those joined to it."""
    chain: list[Actor] = []
    at = candidate.span.start
    for actor in reversed(candidate.subjects):
        gap = scene.folded[actor.span.end : at]
        if not chain and (len(gap) > 120 or ";" in gap):
            break
        if chain and not _JOINS.match(gap):
            break
        chain.append(actor)
        at = actor.span.start
    return [] if chain and _oblique(scene, chain[-1]) else chain[::-1]


def _oblique(scene: Scene, actor: Actor) -> bool:
    """True where the one named stands as an owner or an addressee, and not as the subject."""
    return scene.ends_with("oblique", actor.span.start - 16, actor.span.start)


def _after(scene: Scene, candidate: Candidate) -> list[Actor]:
    chain: list[Actor] = []
    at = candidate.span.end
    for actor in candidate.objects:
        gap = scene.folded[at : actor.span.start]
        if not chain and (len(gap) > 90 or not _LINK.match(gap)):
            break
        if chain and not _JOINS.match(gap):
            break
        chain.append(actor)
        at = actor.span.end
    return chain


def _host_and_guest(scene: Scene, happening: Happening, both: Sequence[Actor], country: str | None) -> list[Part]:
    best = happening.best
    homes = home_of(scene)
    foreign = {a.person for a in both if homes.get(a.person, _HOME) != _HOME}
    if foreign and len(foreign) < len({a.person for a in both}):
        abroad = country not in (None, _HOME)
        return [(a, "host" if (a.person in foreign) == abroad else "guest") for a in both]
    if country is not None and foreign:
        return [(a, "host" if homes.get(a.person, _HOME) == country else "guest") for a in both]
    first = {a.person for a in _before(scene, best)} or {a.person for a in both[:1]}
    return [(a, "host" if a.person in first else "guest") for a in both]


def _visitors(scene: Scene, happening: Happening) -> list[Part]:
    parts: list[Part] = []
    for candidate in [c for c in happening.candidates if not c.aside][:4]:
        guests = _before(scene, candidate) if candidate.hit.value.kind == "verb" else _owners(scene, candidate)
        parts += [(a, "guest") for a in guests or _before(scene, candidate)]
        parts += [(a, "host") for a in _inviters(scene, candidate.sentence)]
        if parts:
            break
    for candidate in happening.candidates[:4]:
        parts += [(a, "host") for a in _inviters(scene, candidate.sentence)]
    return parts


def _owners(scene: Scene, candidate: Candidate) -> list[Actor]:
    """ "chuyến thăm ... của A": the first named after của."""
    for actor in candidate.objects[:2]:
        if re.search(r"\bcủa\W*$", scene.folded[candidate.span.end : actor.span.start]):
            return [actor]
    return []


def _inviters(scene: Scene, sentence: Sentence) -> list[Actor]:
    invited = scene.folded.find("lời mời của", *sentence.span)
    if invited < 0:
        return []
    after = [a for a in inside(scene.actors, sentence.span) if a.name.start >= invited]
    chain = after[:1]
    for actor in after[1:]:
        if not re.fullmatch(r"[\s,]*và\s*", scene.folded[chain[-1].span.end : actor.span.start]):
            break
        chain.append(actor)
    return chain


def _correspondents(scene: Scene, happening: Happening) -> list[Part]:
    for candidate in happening.candidates:
        sent = [(a, "signatory") for a in _before(scene, candidate)]
        got = [(a, "recipient") for a in _after(scene, candidate)]
        if sent:
            return [*sent, *got]
    return []


def _appointees(scene: Scene, happening: Happening) -> list[Part]:
    parts: list[Part] = []
    for sentence in scene.sentences:
        cue = scene.cue("named", *sentence.span)
        if sentence.order < 0 or cue is None or scene.quoted(cue.start()):
            continue
        for actor in inside(scene.actors, sentence.span):
            if _is_named(scene, sentence, actor):
                parts.append((actor, "appointee"))
    return parts


def _is_named(scene: Scene, sentence: Sentence, actor: Actor) -> bool:
    """True for the one of whom a cue of appointment is said: named after it, or before a passive."""
    start = max(sentence.span.start, actor.span.start - 150)
    if scene.ends_with("replaced", start, actor.span.start):
        return False
    passive = scene.cue("named_after", actor.span.end, min(sentence.span.end, actor.span.end + 60))
    return passive is not None or scene.cue("named", start, actor.span.start) is not None
