"""Who the subject of a happening's word is, who leads a delegation, which country someone is of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.events.candidates import Candidate
from pipeline.extract.events.scene import Scene
from pipeline.extract.page import Actor
from pipeline.text.spans import Span

HOME = "VN"
JOINS = re.compile(
    r"^[\s,]*(?:(?:và|cùng|với|,|phu nhân|đồng chí|ông|bà|các)[\s,]*){0,4}(?:người đồng cấp(?: [^\W\d_]+){0,4} )?$"
    r"|^\s*và (?:(?!đã|sẽ|có|gặp|tiếp|thăm|ký|hội đàm|nhận|do)[^\W\d_]+ ){1,3}$"
)
_DO = re.compile(r"\bdo(?: (?:ông|bà|đồng chí|đ/c|ngài))*(?: [^\W\d_]+){0,2} ?$")
_INVITES = re.compile(r"\blời mời của[^,;.]*$")
LEADS = re.compile(r"^[^.;:]{0,100}?\b(?:làm trưởng đoàn|dẫn đầu)\b")


def homes(scene: Scene) -> dict[int, str]:
    """Each person's country, where the titles beside the names say one."""
    found: dict[int, str] = {}
    for actor in scene.actors:
        title = Span(actor.span.start, actor.name.start) if actor.span != actor.name else actor.span
        hits = scene.lexicon.countries.find(scene.folded[title.start : title.end])
        if hits and actor.person not in found:
            found[actor.person] = hits[0].value
    return found


def subjects_of(scene: Scene, candidate: Candidate) -> list[Actor]:
    """The subject of a happening's word: the last one named before it and those joined to it."""
    chain: list[Actor] = []
    at = candidate.span.start
    for actor in reversed(candidate.subjects):
        gap = scene.folded[actor.span.end : at]
        if not chain and (len(gap) > 120 or ";" in gap):
            break
        if (chain and not JOINS.match(gap)) or _oblique(scene, actor):
            break
        chain.append(actor)
        at = actor.span.start
    return chain[::-1]


def _oblique(scene: Scene, actor: Actor) -> bool:
    """True where the one named stands as an owner or an addressee, and not as the subject."""
    near = scene.before(actor.span.start, 60)
    invites = _INVITES.search(scene.folded, near, actor.span.start) is not None
    return invites or scene.ends_with("oblique", scene.before(actor.span.start, 16), actor.span.start)


def heads(scene: Scene, actors: Sequence[Actor], end: int) -> list[Actor]:
    """Those of whom "do A dẫn đầu", "do A làm trưởng đoàn" is said."""
    by = [a for a in actors if _DO.search(scene.folded, scene.before(a.span.start, 20), a.span.start)]
    return [a for a in by if LEADS.search(scene.folded[a.name.end : end])]
