"""Who is named to an office or loses it, and whose act that is."""

from __future__ import annotations

import re

from pipeline.extract.events.happening import Happening
from pipeline.extract.events.scene import Scene
from pipeline.extract.events.subjects import subjects_of
from pipeline.extract.page import Actor, Sentence, inside

Part = tuple[Actor, str]
_LAST_NAMED = 12
_LEAD = 2
_LOST = re.compile(r"kỷ luật|cách|thôi|khiển trách|cảnh cáo|khai trừ|đình chỉ|bãi nhiệm")
_OPENS = 12
_ACTS = re.compile(
    r"bổ nhiệm|phê chuẩn|chỉ định|đề cử|cách chức|miễn nhiệm|điều động|sa thải|bãi nhiệm|phân công|ký quyết định"
)
# "cách hết chức vụ trong Đảng của ông A": an office that someone loses is named by its holder.
_OFFICE_OF = re.compile(
    r"\b(?:cách|miễn nhiệm|bãi nhiệm|thôi|đình chỉ|tước|xóa tư cách|chấm dứt)\b[^,.;]{0,70}"
    r"\bcủa(?: (?:ông|bà|đồng chí))?\W*$"
)


def appointees(scene: Scene, happening: Happening, main: bool) -> list[Part]:
    """Anyone named to an office: in the whole article where it is about that, else where the happening is told, and in
    the next sentence where that goes on ("Bầu bổ sung bà A ...")."""
    told = {c.sentence for c in happening.candidates if c.sentence.order <= _LAST_NAMED}
    after = {s.order + 1 for s in told if s.order >= 0}
    goes_on = {
        s for s in scene.sentences if s.order in after and scene.cue("named", s.span.start, s.span.start + _OPENS)
    }
    sentences = [s for s in scene.sentences if (main and 0 <= s.order <= _LAST_NAMED) or s in told | goes_on]
    named = [(a, "appointee") for s in sentences for a in named_in(scene, s)]
    if not named and happening.primary and _LOST.search(happening.best.span.of(scene.folded)):
        lead = [s for s in scene.sentences if 0 <= s.order <= _LEAD]
        named = [(a, "appointee") for s in lead for a in named_in(scene, s)]
    return [*((a, "host") for a in _appointers(scene, happening)), *named]


def lost_office(happening: Happening, folded: str) -> bool:
    """True where a happening takes an office from somebody, or punishes him."""
    best = happening.best
    return best.hit.value.kind == "verb" and _LOST.search(best.span.of(folded)) is not None


def _appointers(scene: Scene, happening: Happening) -> list[Actor]:
    """ "Thủ tướng phê chuẩn ...", "Tổng thống A bổ nhiệm B": the one whose act it is."""
    best = happening.best
    near = scene.before(best.span.start, 20)
    if best.hit.value.kind != "verb" or scene.ends_with("passive", near, best.span.start, slack=1):
        return []
    named = {a.person for a in best.objects}
    acts = subjects_of(scene, best) if _ACTS.match(scene.folded, best.span.start, best.span.end) else []
    return [a for a in acts if a.person not in named][-1:]


def named_in(scene: Scene, sentence: Sentence) -> list[Actor]:
    """Those of whom a sentence says that they are named to an office, or leave it."""
    cue = scene.cue("named", *sentence.span)
    if cue is None or scene.quoted(cue.start()):
        return []
    return [a for a in inside(scene.actors, sentence.span) if _is_named(scene, sentence, a)]


def _is_named(scene: Scene, sentence: Sentence, actor: Actor) -> bool:
    """True for the one of whom a cue of appointment is said: named after it, or before a passive."""
    start = sentence.span.start
    if not any(
        _OFFICE_OF.search(scene.folded, max(start, at - 110), at) for at in (actor.span.start, actor.name.start)
    ):
        starts = {actor.span.start, max(start, actor.name.start - 4)}
        if any(scene.ends_with("replaced", max(start, at - 30), at, slack=at != actor.span.start) for at in starts):
            return False
    passive = scene.cue("named_after", actor.span.end, min(sentence.span.end, actor.span.end + 60))
    return passive is not None or scene.cue("named", start, actor.span.start) is not None
