"""Who stands on the two sides of what is told: who receives, visits, writes, signs, gives, is named to an office."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.events.candidates import Candidate
from pipeline.extract.events.happening import Happening
from pipeline.extract.events.offices import Part, appointees
from pipeline.extract.events.scene import Scene
from pipeline.extract.events.subjects import HOME, JOINS, LEADS, heads, homes, subjects_of
from pipeline.extract.page import Actor, Sentence, inside

PAIRED = frozenset({"talks", "reception", "visit", "call", "message", "signing", "appointment"})
_EARLY = 5
_LAST_MET = 12
_NEXT = 30
_MEETINGS = frozenset({"talks", "reception"})
_LINK = re.compile(
    r"^[\s\w,]{0,40}?\b(?:với|giữa|của|tới|đến|cho|cùng)\b|^\s*$|^\s*(?:đoàn|phái đoàn|thân mật|xã giao)?[\s\w]{0,40}$"
)
_BY = re.compile(r"\bđoàn\b.*\bdo(?: (?:ông|bà|đồng chí|ngài))* $")
_OF_A_DELEGATION = re.compile(r"^[^,.;]{0,30}\bcủa (?:một |các |hai )?(?:phái )?đoàn\b")
_RECEIVES = re.compile(r"(?:đã |buổi |cuộc )?(?:tiếp|đón tiếp)(?: đón| kiến| xã giao)?$")
_TO = re.compile(r"\b(?:cho|tặng)\b")
_GIVES = re.compile(r"\btrao\b")
_MEETING_OPENS = re.compile(r"(?:tại|trong)(?: (?:cuộc|buổi))? ?$")
_MEETS = re.compile(r"\b(?:họp|làm việc)\b")
_TOLD_ROLES = {"session": "chair", "ceremony": "attendee", "donation": "host"}


def parties(scene: Scene, happening: Happening, country: str | None, main: bool) -> list[Part]:
    """Who stands on the sides of a happening. ``country``: where it takes place, as far as known; ``main``: the article
    is about it."""
    kind = happening.event_type
    if kind == "appointment":
        return appointees(scene, happening, main)
    if kind == "message":
        return _correspondents(scene, happening)
    if kind == "visit":
        return _visitors(scene, happening)
    if kind not in PAIRED:
        return _doers(scene, happening)
    both = _both_sides(scene, happening)
    if kind == "call":
        return [(a, "attendee") for a in both]
    if kind == "signing":
        return _signed(scene, happening, both)
    return _host_and_guest(scene, happening, both, country)


def _signed(scene: Scene, happening: Happening, both: Sequence[Actor]) -> list[Part]:
    """Those who sign; who witnesses a signing attends it. "Ký bản ghi nhớ, về phía X có A" names the signatories."""
    witnessed = "chứng kiến" in happening.best.lead_in[-40:]
    listed = [s for s in scene.sentences if s.order >= 0 and scene.folded.startswith("ký ", s.span.start)]
    signed = [a for s in listed for a in inside(scene.actors, s.span)]
    role = "attendee" if witnessed or signed else "signatory"
    seen = _witnesses(scene, happening)
    who = {a.person for a in seen}
    sides = [(a, role) for a in both if a.person not in who]
    return [*((a, "signatory") for a in signed), *sides, *((a, "attendee") for a in seen)]


def _witnesses(scene: Scene, happening: Happening) -> list[Actor]:
    """ "trước sự chứng kiến của A và B": those named right after it, where the signing is told."""
    chain: list[Actor] = []
    for actor in inside(scene.actors, happening.best.sentence.span):
        near = scene.before(actor.span.start, 24)
        joined = bool(chain) and JOINS.match(scene.folded[chain[-1].span.end : actor.span.start]) is not None
        if scene.folded[near : actor.span.start].rstrip().endswith("chứng kiến của") or joined:
            chain.append(actor)
    return chain


def welcomes(candidate: Candidate) -> bool:
    """True for "lễ đón" a guest; not for "lễ đón nhận" an award."""
    return candidate.hit.value.needs == "welcome" and not candidate.lead_out.startswith(" nhận")


def _doers(scene: Scene, happening: Happening) -> list[Part]:
    """Of what a verb tells: its subject; where something is given, the giver and those who receive it."""
    welcome = [c for c in happening.candidates if welcomes(c)]
    if welcome:
        return [(a, "guest") for a in _after(scene, welcome[0])]
    told = [c for c in happening.candidates if c.hit.value.kind == "verb" and not c.aside]
    best = next((c for c in told if subjects_of(scene, c)), None)
    if best is None or happening.best.hit.value.kind != "verb":
        return []
    near = scene.before(best.span.start, 20)
    before = [] if scene.ends_with("passive", near, best.span.start, slack=1) else subjects_of(scene, best)
    gifts = [c for c in told if _GIVES.search(scene.folded, c.span.start, c.span.end)]
    if gifts and best in gifts:
        after = [a for c in gifts for a in c.objects if _TO.search(scene.folded, c.span.end, a.span.start)]
        return [*((a, "host") for a in before), *((a, "recipient") for a in after)]
    role = _TOLD_ROLES.get(happening.event_type, "speaker")
    if role == "chair" and before and _comes(scene, best, before[-1]):
        return [(before[-1], "guest")]
    chairs = role != "chair" or _MEETS.search(best.span.of(scene.folded)) is not None
    return [(a, role if chairs else "speaker") for a in before]


def _comes(scene: Scene, told: Candidate, head: Actor) -> bool:
    """ "Đoàn ... do A làm trưởng đoàn làm việc với B": the delegation comes to B."""
    by = _BY.search(scene.folded, told.sentence.span.start, head.span.start) is not None
    leads = LEADS.search(scene.folded[head.name.end : told.span.start]) is not None
    return by and leads and told.lead_out.startswith(" với")


def _led(scene: Scene, candidate: Candidate) -> list[Actor]:
    """ "tiếp đoàn ... do A làm trưởng đoàn và ... do B dẫn đầu": who lead the delegations that are received."""
    return heads(scene, candidate.objects, candidate.sentence.span.end)


def _both_sides(scene: Scene, happening: Happening) -> list[Actor]:
    told = [c for c in happening.candidates if not c.aside or c is happening.best]
    found: dict[int, Actor] = {}
    for candidate in told:
        sides = [*subjects_of(scene, candidate), *(_after(scene, candidate) or _led(scene, candidate))]
        if len({a.person for a in sides}) >= 2:
            return sides
        for actor in sides:
            found.setdefault(actor.person, actor)
    for actor in [a for c in told[:3] for a in (*c.subjects, *c.objects)]:
        met = scene.ends_with("met", scene.before(actor.span.start, 14), actor.span.start)
        if len(found) < 2 and (met or _MEETING_OPENS.match(told[0].lead_in)):
            found.setdefault(actor.person, actor)
    return sorted(found.values(), key=lambda a: a.name)


def _after(scene: Scene, candidate: Candidate) -> list[Actor]:
    chain: list[Actor] = []
    at = candidate.span.end
    for actor in candidate.objects:
        gap = scene.folded[at : actor.span.start]
        if not chain and (len(gap) > 90 or not _LINK.match(gap)):
            break
        if chain and not JOINS.match(gap):
            break
        chain.append(actor)
        at = actor.span.end
    return chain


def _host_and_guest(scene: Scene, happening: Happening, both: Sequence[Actor], country: str | None) -> list[Part]:
    """By country: those at home receive. Where all are of one country, the subject receives."""
    receiver = subjects_of(scene, happening.best)
    if receiver and _RECEIVES.match(happening.best.span.of(scene.folded)):
        hosts = {a.person for a in receiver}
        return [(a, "host" if a.person in hosts else "guest") for a in both]
    known = homes(scene)
    place = country or HOME
    at_home = {a.person for a in both if known.get(a.person, HOME) == place}
    if not at_home and place != HOME:
        at_home = {a.person for a in both if known.get(a.person, HOME) != HOME}
    if not at_home or len(at_home) == len({a.person for a in both}):
        at_home = {a.person for a in subjects_of(scene, happening.best)} or {a.person for a in both[:1]}
    return [(a, "host" if a.person in at_home else "guest") for a in both]


def _visitors(scene: Scene, happening: Happening) -> list[Part]:
    told = [c for c in happening.candidates if not c.aside][:4]
    parts: list[Part] = []
    for candidate in told:
        verb = candidate.hit.value.kind == "verb"
        guests = subjects_of(scene, candidate) if verb else _owners(scene, candidate)
        whole = not guests and _OF_A_DELEGATION.match(candidate.lead_out)
        guests = guests or (_first_heads(scene) if whole else subjects_of(scene, candidate))
        parts += [(a, "guest") for a in guests]
        if parts:
            break
    if not parts:
        parts += [(a, "guest") for a in _first_heads(scene)]
    for candidate in told:
        parts += [(a, "host") for a in _inviters(scene, candidate.sentence)]
    return parts if any(role == "host" for _, role in parts) else [*parts, *_received(scene, parts)]


def _received(scene: Scene, guests: Sequence[Part]) -> list[Part]:
    """Those of another country with whom the guest is told to have held talks: "A đã hội đàm với B, hội kiến với C"."""
    known = homes(scene)
    who = {a.person for a, _ in guests}
    hosts: list[Part] = []
    for word in [w for w in scene.words if w.value.event_type in _MEETINGS]:
        sentence = scene.sentence_at(word.span.start)
        if sentence is None or not 0 <= sentence.order <= _LAST_MET:
            continue
        actors = inside(scene.actors, sentence.span)
        subject = [a.person for a in actors if a.name.end <= word.span.start][:1]
        if _RECEIVES.match(word.span.of(scene.folded)):
            continue
        met = [a for a in actors if 0 <= a.span.start - word.span.end < _NEXT][:1]
        home = {known.get(p, HOME) for p in who}
        hosts += [(a, "host") for a in met if who & set(subject) and known.get(a.person, HOME) not in home]
    return hosts


def _first_heads(scene: Scene) -> list[Actor]:
    """Who leads the delegation, as the first sentences tell."""
    early = [s for s in scene.sentences if 0 <= s.order <= _EARLY]
    led = [heads(scene, inside(scene.actors, s.span), s.span.end) for s in early]
    return next((heads for heads in led if heads), [])


def _owners(scene: Scene, candidate: Candidate) -> list[Actor]:
    """ "chuyến thăm ... của A": the one named after của, with those joined."""
    for number, actor in enumerate(candidate.objects[:2]):
        between = scene.folded[candidate.span.end : actor.span.start]
        if re.search(r"(?<!lời mời )\bcủa\W*$", between):
            return [actor, *_joined(scene, actor, candidate.objects[number + 1 :])]
    return []


def _joined(scene: Scene, first: Actor, others: Sequence[Actor]) -> list[Actor]:
    chain = [first]
    for actor in others:
        if not re.fullmatch(r"[\s,]*và\s*", scene.folded[chain[-1].span.end : actor.span.start]):
            break
        chain.append(actor)
    return chain[1:]


def _inviters(scene: Scene, sentence: Sentence) -> list[Actor]:
    invited = scene.folded.find("lời mời của", *sentence.span)
    if invited < 0:
        return []
    after = [a for a in inside(scene.actors, sentence.span) if a.name.start >= invited]
    return [*after[:1], *_joined(scene, after[0], after[1:])] if after else []


def _correspondents(scene: Scene, happening: Happening) -> list[Part]:
    parts: list[Part] = []
    for candidate in [c for c in happening.candidates if not c.aside or c is happening.best]:
        sent = [(a, "signatory") for a in subjects_of(scene, candidate)]
        parts += [*sent, *((a, "recipient") for a in _after(scene, candidate) if sent)]
    return parts
