"""Who takes part in what the article reports, and in which role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.extract.events.attendance import accused, heard, honoured, listed, opened, present, speech, undergone
from pipeline.extract.events.edtf import DAY
from pipeline.extract.events.frames import SIDES, comers, framed, of_the_talks, welcomed
from pipeline.extract.events.happening import Happening, shares_days
from pipeline.extract.events.lexicon import RoleWord
from pipeline.extract.events.offices import Part, lost_office, named_in
from pipeline.extract.events.parties import PAIRED, parties, welcomes
from pipeline.extract.events.scene import Scene
from pipeline.extract.events.subjects import HOME, homes
from pipeline.extract.model import Participation
from pipeline.extract.page import Actor, Sentence, inside
from pipeline.extract.parts import BodyMention
from pipeline.text.phrases import Hit
from pipeline.text.spans import Span

_KIN = {
    "reception": frozenset({"reception", "talks", "session", "ceremony"}),
    "talks": frozenset({"talks", "reception", "session"}),
    "conference": frozenset({"conference", "seminar", "session", "ceremony"}),
    "seminar": frozenset({"conference", "seminar"}),
    "ceremony": frozenset({"ceremony", "conference"}),
    "session": frozenset({"session", "reception", "conference"}),
}
_RANK = ("chair", "signatory", "appointee", "recipient", "host", "guest", "speaker", "organizer", "attendee")
_EARLY = 6
_HANDING = frozenset({"ceremony", "conference", "congress"})
_LIGHT = 6
_TOLD_BY_VERB = frozenset({"press", "other"})
_NEAR_STATEMENT = 5
_DAYS = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d(?:/(?:\d{4}|XXXX)-\d\d-\d\d)?")
_YEAR = re.compile(r"\d{4}(?=-)")
_APPOSED = 2
_OPENING = 60
# What is done in its turn at a gathering: "sau khi ông A trình bày tờ trình".
_IN_TURN = re.compile(r"(?:tuyên bố lý do|trình bày|phát biểu|báo cáo|đọc|kết luận|chủ trì)\b")
_HEAD = 45
# "Trước đó, Đại hội đã nghe ông A ...": still at the gathering.
_GATHERING_HEARD = re.compile(
    r"(?: \([^)]{1,20}\))?, (?:đại hội|hội nghị|hội thảo|phiên họp|cuộc họp|kỳ họp|quốc hội)(?!\w)"
)
_AND_OTHERS = re.compile(r"[\s.…,]*(?:và|cùng|(?:đã )?thay mặt|thừa ủy quyền)\b")
_NO_PART = re.compile(r" (?:án|kiến|thảo|luật|toán|báo|đoán|trữ|phòng|định)\b")
_BRACKETS = re.compile(r"\([^()]{0,120}\)")
_BESIDES = re.compile(r"\b(?:trong khi đó|trong khi|đồng thời|thì|cũng|tiếp tục|sau đó|tiếp đó|một lần nữa)\b")
_IF = re.compile(r"\b(?:nếu|không|chưa|khi|trong trường hợp|sau khi) (?:[^\W\d_]+ ){0,2}$")
# "gửi thư chúc mừng", "thực hiện ý kiến của Thủ tướng": nobody speaks there.
_WRITTEN = re.compile(r"\b(?:thư|điện|hoa|công điện|thực hiện|tiếp thu|chấp hành|căn cứ|trên cơ sở|quán triệt) $")
_BREAK = re.compile(r"[;\n]|[.!?] ")
_COORDINATES = re.compile(r"^[\s,;]*(?:và|cùng|,)?[\s,]*(?:(?:đồng chí|ông|bà|các|phu nhân)\s*)?$")


def participations(
    scene: Scene, happenings: Sequence[Happening], countries: Sequence[str | None]
) -> list[Participation]:
    """Everyone's part in each happening, one row a person and happening."""
    visited = next((c for h, c in zip(happenings, countries, strict=True) if h.event_type == "visit" and c), None)
    pairs = zip(happenings, countries, strict=True)
    sides = [parties(scene, h, c or visited, number == 0) for number, (h, c) in enumerate(pairs)]
    speech = next((i for i, h in enumerate(happenings) if h.primary and h.event_type == "press"), 0)
    acts = [i for i, h in enumerate(happenings) if h.primary and h.event_type == "appointment"]
    home = homes(scene)
    rows: list[Participation] = []
    for index, happening in enumerate(happenings):
        natives = frozenset(p for p, c in home.items() if c == countries[index] != HOME)
        fixed = framed(happenings, sides, index, natives)
        told = _spoken(scene, happenings, index, speech)
        lost = {a.person for i in acts if lost_office(happenings[i], scene.folded) for a, _ in sides[i]}
        told = [part for part in told if part[0].person not in lost]
        if happening.event_type in _HANDING and acts:
            sides[acts[0]] += [part for part in told if part[1] == "appointee"]
            told = [part for part in told if part[1] != "appointee"]
        if happening.primary and welcomes(happening.best):
            fixed, told = [], welcomed(fixed, told, of_the_talks(happenings, sides), comers(happenings, sides))
        rows += _rows(index, fixed, told, happening.event_type in PAIRED)
    return rows


def _spoken(scene: Scene, happenings: Sequence[Happening], index: int, speech: int) -> list[Part]:
    """Who is told to speak at a happening or to be there. ``speech``: the one whose article the speeches are."""
    happening = happenings[index]
    reported = happening.primary and happening.event_type not in ("visit", "appointment")
    told = _told(scene, happening, index == speech) if reported else []
    if happenings[speech].event_type == "press" and index != speech:
        return [part for part in told if part[1] != "speaker"]
    if index == speech and happening.event_type in PAIRED:
        beside = frozenset(h.event_type for h in happenings if h.primary) - _kin(happening)
        told += [part for s in scene.sentences if not _opens_on(scene, s, beside) for part in present(scene, s)]
    return told


def _opens_on(scene: Scene, sentence: Sentence, types: frozenset[str]) -> bool:
    """True for "Tham dự Lễ đón có ...": those present are of another happening of the article."""
    opening = Span(sentence.span.start, min(sentence.span.end, sentence.span.start + _HEAD))
    return any(w.value.event_type in types for w in inside(scene.words, opening)[:1])


def _rows(index: int, fixed: Sequence[Part], told: Iterable[Part], paired: bool) -> list[Participation]:
    """One row a person: the side that the happening itself gives stands, but for one who merely attends."""
    kept = {actor.person for actor, role in fixed if role in SIDES or paired}
    best: dict[int, Part] = {}
    for actor, role in [*fixed, *told]:
        held = best.get(actor.person)
        if held is None or (_RANK.index(role) < _RANK.index(held[1]) and actor.person not in kept):
            best[actor.person] = (actor, role)
    return [Participation(index, person, role, actor.mention) for person, (actor, role) in best.items()]


def _told(scene: Scene, happening: Happening, main: bool) -> list[Part]:
    parts: list[Part] = []
    tried: list[Part] = []
    printed = next((s.span.start for s in scene.sentences if s.zone == "salutation"), None)
    for sentence in scene.sentences:
        if printed is not None and sentence.zone == "body" and sentence.span.start > printed:
            continue
        if _in_scope(scene, sentence, happening, main) and _near_statement(sentence, happening):
            parts += _roles_in(scene, sentence, happening)
            parts += [*listed(scene, sentence), *opened(scene, sentence), *heard(scene, sentence)]
            if happening.event_type in _HANDING:
                parts += _appointed(scene, sentence)
                parts += honoured(scene, sentence, "recipient" if happening.event_type == "ceremony" else "attendee")
        if main:
            parts += speech(scene, sentence)
        if main and happening.event_type == "other" and undergone(scene, happening.best):
            tried += accused(scene, sentence)
        if main and sentence.zone == "salutation":
            parts += [(a, "attendee") for a in inside(scene.actors, sentence.span)]
    befallen = {a.person for a, _ in tried}
    return [*(part for part in parts if part[0].person not in befallen), *tried]


def _near_statement(sentence: Sentence, happening: Happening) -> bool:
    """False for what stands far behind a statement or a deed that a verb tells: others speak there of it elsewhere."""
    best = happening.best
    told = best.hit.value.kind == "verb" and happening.event_type in _TOLD_BY_VERB
    return not told or sentence.order <= best.sentence.order + _NEAR_STATEMENT


def _appointed(scene: Scene, sentence: Sentence) -> list[Part]:
    """Those whose appointment is handed over at a ceremony."""
    handed = sentence.order <= _EARLY and scene.cue("handed", *sentence.span) is not None
    elected = scene.cue("elected", *sentence.span)
    if not handed and (elected is None or _IF.search(scene.folded, sentence.span.start, elected.start())):
        return []
    return [(a, "appointee") for a in named_in(scene, sentence)]


def _in_scope(scene: Scene, sentence: Sentence, happening: Happening, main: bool) -> bool:
    told = any(c.sentence is sentence for c in happening.candidates[:1])
    opens = scene.folded.startswith("phát biểu", sentence.span.start)
    head = min(sentence.span.end, sentence.span.start + 120)
    elsewhere = scene.cue("elsewhere", sentence.span.start, head)
    if elsewhere and not told and not opens and not _GATHERING_HEARD.match(scene.folded, elsewhere.end(), head):
        return False
    kin = _kin(happening) if main else {happening.event_type}
    names_it = any(h.value.event_type in kin for h in inside(scene.words, sentence.span))
    if happening.event_type in PAIRED or not main:
        return names_it and sentence.order >= 0
    return True


def _roles_in(scene: Scene, sentence: Sentence, happening: Happening) -> list[Part]:
    actors = inside(scene.actors, sentence.span)
    hits = [h for h in inside(scene.roles, sentence.span) if not _within_actor(h, actors)]
    if happening.event_type in PAIRED:
        told = [w.span.start for w in inside(scene.words, sentence.span) if w.value.event_type in _kin(happening)]
        hits = [h for h in hits if told and h.span.start > told[0]]
    hits = [h for h in hits if not _NO_PART.match(scene.folded, h.span.end)]
    hits = [h for h in hits if not _WRITTEN.search(scene.folded, scene.before(h.span.start, 16), h.span.start)]
    hits = [h for h in hits if not _as_noun(scene, h) and not _another_day(scene, h, happening)]
    parts: list[Part] = []
    for hit in hits:
        if hit.value.role == "attendee" and not _attends(scene, sentence, hit, happening):
            continue
        if hit.value.side == "subject":
            found = _subjects(scene, actors, hit, hits) or _subject_after(scene, sentence, actors, hit)
            parts += [(a, hit.value.role) for a in found]
        elif hit.value.side == "object":
            parts += [(a, hit.value.role) for a in actors if 0 <= a.span.start - hit.span.end <= 2]
    return parts


def _represented(scene: Scene, actor: Actor) -> bool:
    """True for the one in whose name another acts: thừa ủy quyền của Thủ tướng, thay mặt Chủ tịch."""
    return scene.ends_with("on_behalf", scene.before(actor.span.start, 24), actor.span.start)


def _light(scene: Scene, gap: Span) -> bool:
    """True where a subject and its verb belong together: a few words between them, or an apposition set off."""
    text = _BESIDES.sub("", _BRACKETS.sub("", scene.folded[gap.start : gap.end]))
    if len(text) > 150 or _BREAK.search(text) or scene.cues["clause"].search(text):
        return False
    rest = text.rsplit(text.lstrip()[0], 1)[1] if text.lstrip()[:1] in tuple(",-(") else text
    light = _LIGHT * 2 if _AND_OTHERS.match(rest) else _LIGHT
    apposed = text.lstrip()[:1] == "," and text.count(",") >= _APPOSED
    if (
        light == _LIGHT
        and not apposed
        and any(_acts(scene, b) for b in inside(scene.bodies, Span(gap.end - len(rest), gap.end)))
    ):
        return False
    return len(rest.split()) <= light and scene.cues["passive"].search(rest) is None


def _acts(scene: Scene, body: BodyMention) -> bool:
    """True for a body that may itself be the subject: it stands in no title."""
    return not scene.ends_with("title", scene.before(body.span.start, 24), body.span.start)


def _attends(scene: Scene, sentence: Sentence, hit: Hit[RoleWord], happening: Happening) -> bool:
    """True where what is attended is the happening: its kind of word follows, or no other."""
    after = inside(scene.words, Span(hit.span.end, min(sentence.span.end, hit.span.end + 70)))
    return after[0].value.event_type in _kin(happening) if after else happening.primary and sentence.order <= _EARLY


def _kin(happening: Happening) -> frozenset[str]:
    return _KIN.get(happening.event_type, frozenset({happening.event_type}))


def _subject_after(scene: Scene, sentence: Sentence, actors: Sequence[Actor], hit: Hit[RoleWord]) -> list[Actor]:
    """ "Chủ trì cuộc họp, Thủ tướng ...": the one who opens the main clause after a phrase without a subject."""
    if hit.span.start - sentence.span.start > 140 or any(a.name.end <= hit.span.start for a in actors):
        return []
    if hit.value.role != "chair":
        return []
    after = [a for a in actors if a.span.start >= hit.span.end]
    opens = after and scene.text[hit.span.end : after[0].span.start].rstrip().endswith(",")
    return after[:1] if opens else []


def _as_noun(scene: Scene, hit: Hit[RoleWord]) -> bool:
    """True for a verb that stands as a noun, or is denied: những thông tin, có kết luận, không tham gia."""
    subject = hit.value.side == "subject"
    return subject and scene.ends_with("noun_before", scene.before(hit.span.start, 16), hit.span.start)


def _another_day(scene: Scene, hit: Hit[RoleWord], happening: Happening) -> bool:
    """True where what is said or done is dated to another day than the happening's: right after the verb, right before
    it ("ông A hôm 26/7 kêu gọi"), or where its sentence opens ("Ngày 25/10/1945, ông A công bố ...")."""
    if happening.date is None or not _DAYS.fullmatch(happening.date.value):
        return False
    start = scene.before(hit.span.start, _OPENING)
    near = [*inside(scene.dates, Span(hit.span.end, hit.span.end + 25))[:1]]
    near += inside(scene.dates, Span(max(start, hit.span.start - 30), hit.span.start))[-1:]
    sentence = scene.sentence_at(hit.span.start)
    if sentence is not None:
        near += inside(scene.dates, Span(sentence.span.start, min(hit.span.start, sentence.span.start + _HEAD)))[:1]
    return any(DAY.fullmatch(d.value) and not _may_share(d.value, happening.date.value) for d in near)


def _may_share(one: str, main: str) -> bool:
    """As ``shares_days``, years left out where either has none."""
    if "XXXX" in one + main:
        one, main = _YEAR.sub("XXXX", one), _YEAR.sub("XXXX", main)
    return shares_days(one, main)


def _within_actor(hit: Hit[RoleWord], actors: Sequence[Actor]) -> bool:
    return any(a.span.covers(hit.span) for a in actors)


def _subjects(scene: Scene, actors: Sequence[Actor], hit: Hit[RoleWord], hits: Sequence[Hit[RoleWord]]) -> list[Actor]:
    """Who stands before a verb as its subject, with those joined to it; nobody where another verb stands between."""
    before = [a for a in actors if a.name.end <= hit.span.start and not _represented(scene, a)]
    if not before:
        return []
    nearest = before[-1]
    gap = Span(min(nearest.span.end, hit.span.start), hit.span.start)
    if scene.quoted(hit.span.start) or not _light(scene, gap) or (hit.value.role == "attendee" and inside(hits, gap)):
        return []
    chain = [nearest]
    for actor in reversed(before[:-1]):
        if not _COORDINATES.match(scene.folded[actor.span.end : chain[-1].span.start]):
            break
        chain.append(actor)
    first = chain[-1].span.start
    near = scene.before(first, 16)
    clause = scene.ends_with("beneath", near, first) and "," not in scene.folded[first - 3 : first]
    beneath = clause and not _IN_TURN.match(scene.folded, hit.span.start)
    return [] if beneath or scene.ends_with("oblique", near, first) else chain
