"""Which bodies hold a happening, which countries take part, and how it relates to official documents."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.events.candidates import Candidate
from pipeline.extract.events.happening import Happening
from pipeline.extract.events.naming import name_span
from pipeline.extract.events.scene import Scene
from pipeline.extract.model import EventDirective, EventOrganization
from pipeline.extract.page import inside
from pipeline.extract.parts import BodyMention
from pipeline.text.spans import Span

_BY = re.compile(r"\bdo\b")
_GATHERINGS = frozenset({"conference", "congress", "session", "ceremony"})
_DONE = frozenset({"appointment", "ceremony", "signing", "other"})
_REACH = 4
_NOT_HELD = re.compile(r"(?<!\w)(?:được|bị|không|thời gian|việc|ngừng|dừng|hoãn|phiên|lễ|buổi|diễn văn|lời) $")
_MET = re.compile(r" với\b")
_NEAR = 24
_DECIDES = re.compile(
    r"(?: khóa \w{1,6})?(?: đã| vừa| cũng| họp| thống nhất| chính thức){0,4} "
    r"(?:quyết định|kỷ luật|thi hành kỷ luật|biểu quyết|bỏ phiếu|xem xét|ra quyết định|phân công|điều động|chỉ định)\b"
)
_NAMED_AFTER = 40
_SITTING = re.compile(r"phiên họp|kỳ họp|kì họp|cuộc họp")
_SELF_HELD = frozenset({"signing", "conference", "congress", "session", "press", "appointment", "donation", "other"})
_OWNER_OF = re.compile(r"^(?!.*\b(?:về|cho)\b)[\w\s\-–/]{0,60}?(?:, nhiệm kỳ [\d –-]{9,13})?(?:, )?(?:của )?$")
_OF_ITS_OWN = re.compile(
    r"^(?!.*\b(?:về|cho|vào|thực hiện|triển khai|góp ý|quán triệt|phổ biến|công bố|kết luận|nghị quyết|chỉ thị|quy định"
    r"|quyết định|kết quả|lấy ý kiến|đánh giá)\b)[^,.;:()]{0,40}?\b(?:của|lần thứ \w{1,7}) $"
)
_OWNED = frozenset({"conference", "seminar", "forum", "cultural"})
_OPENED = re.compile(r"khởi công|khánh thành|khai trương|trao giải|đón nhận|thành lập|ra mắt|phát động")
_IN_PARLIAMENT = re.compile(
    r"chất vấn|đăng đàn|hội trường|thảo luận (?:tại |ở )?tổ|biểu quyết|tờ trình|kỳ họp|phiên thảo luận|phiên bế mạc"
    r"|trước quốc hội|trình quốc hội|giải trình|bỏ phiếu|thông qua"
)
_PARLIAMENTS = ("quốc hội", "hđnd", "hội đồng nhân dân")
_BREAKS = re.compile(r"[.;:]|\b(?:tại|ở|ngày|theo|mà|cho biết)\b")
_HARD_BREAKS = re.compile(r"[.;:]|\b(?:theo|mà|cho biết)\b")
_SHORT = 45
_LEAD = 5
_RELATIONS = ("amends", "replaces", "reviews", "disseminates", "calls_for", "implements")


def organizers(scene: Scene, happenings: Sequence[Happening]) -> list[EventOrganization]:
    """The bodies that hold each happening, one row a body and happening."""
    index_of = {id(m): i for i, m in enumerate(scene.parts.bodies.mentions)}
    rows: list[EventOrganization] = []
    for number, happening in enumerate(happenings):
        seen: set[int] = set()
        whose = happenings[0] if within_programme(happening, happenings[0]) else happening
        for mention in _holders(scene, happening) or _holders(scene, whose):
            if mention.body not in seen:
                seen.add(mention.body)
                rows.append(EventOrganization(number, mention.body, "organizer", index_of[id(mention)]))
    return rows


def within_programme(happening: Happening, main: Happening) -> bool:
    """True for what a gathering does in its programme: its place and its holders are the gathering's."""
    done = happening.event_type in _DONE and main.event_type in _GATHERINGS
    return done and happening is not main and happening.borrowed and main.primary


def _holders(scene: Scene, happening: Happening) -> list[BodyMention]:
    last = max(happening.best.sentence.order, 0) + _REACH
    told = [c for c in happening.candidates if not c.aside and c.sentence.order <= last]
    for candidate in told[:5] or [happening.best]:
        held = _by_holding(scene, candidate) or _self_held(scene, happening, candidate)
        held = held or _whose(scene, candidate) or _interviewer(scene, candidate)
        if held:
            return held
    return _parliament(scene, happening)


def _whose(scene: Scene, candidate: Candidate) -> list[BodyMention]:
    """Whose a gathering is by its name: "Hội nghị ... của Ban A", "Hội nghị lần thứ N Ban B", "Hội nghị C với ..."; the
    body that its own word holds ("trình Quốc hội")."""
    start, end = candidate.span
    if candidate.event_type == "session":
        return [b for b in inside(scene.bodies, Span(start, end + 12)) if b.span.start < end][:1]
    if candidate.event_type not in _OWNED:
        return []
    after = inside(scene.bodies, Span(end, max(end, name_span(scene, candidate).end)))[:1]
    own = [b for b in after if _OF_ITS_OWN.match(scene.folded[end : b.span.start])]
    meets = [b for b in after if b.span.start == end + 1 and scene.folded.startswith(" với ", b.span.end)]
    return own or meets


def _parliament(scene: Scene, happening: Happening) -> list[BodyMention]:
    """The parliament or the council in whose sitting something is said, by the words that belong to sittings."""
    told = happening.best
    if happening.event_type != "session" or not happening.primary:
        return []
    word = told.span.of(scene.folded)
    if "cử tri" in word or not _IN_PARLIAMENT.search(word + told.lead_out[:12]):
        return []
    lead = [s for s in scene.sentences if s.order <= _LEAD]
    named = [b for s in lead for b in inside(scene.bodies, s.span)]
    return [b for b in named if b.span.of(scene.folded).startswith(_PARLIAMENTS)][:1]


def _by_holding(scene: Scene, candidate: Candidate) -> list[BodyMention]:
    """ "A phối hợp với B tổ chức hội nghị"; "hội nghị do A và B tổ chức"."""
    sentence = candidate.sentence.span
    named = inside(scene.bodies, sentence)
    for hold in scene.cues["hold"].finditer(scene.folded, *sentence):
        if any(b.span.covers(Span(*hold.span())) for b in named):
            continue
        opens = hold.start() <= candidate.span.start and candidate.span.start - hold.end() < 40
        if opens and _NOT_HELD.search(scene.folded, scene.before(hold.start(), 20), hold.start()):
            continue
        if opens and not scene.folded[hold.end() : candidate.span.start].strip(" ").startswith(","):
            held = _before_verb(scene, Span(sentence.start, hold.start()))
            if held:
                return held
        if hold.start() >= candidate.span.end:
            by = list(_BY.finditer(scene.folded, candidate.span.end, hold.start()))
            if by:
                return inside(scene.bodies, Span(by[-1].end(), hold.start()))
    return []


def _before_verb(scene: Scene, clause: Span) -> list[BodyMention]:
    """The bodies of the subject: those after the last break of the clause that is no list of bodies."""
    found = inside(scene.bodies, clause)
    kept: list[BodyMention] = []
    for mention in reversed(found):
        after = kept[-1].span.start if kept else clause.end
        gap = scene.folded[mention.span.end : after]
        breaks = _HARD_BREAKS if not kept and len(gap) <= _SHORT else _BREAKS
        if len(gap) > (60 if kept else 90) or breaks.search(gap):
            break
        if not scene.ends_with("where", scene.before(mention.span.start, 8), mention.span.start):
            kept.append(mention)
    return kept[::-1]


def _self_held(scene: Scene, happening: Happening, candidate: Candidate) -> list[BodyMention]:
    """A body that acts itself (Quốc hội bầu ...), or whose own congress or session it is."""
    opens = happening.event_type == "ceremony" and _OPENED.search(candidate.span.of(scene.folded)) is not None
    if happening.event_type not in _SELF_HELD and not opens:
        return []
    before = inside(scene.bodies, Span(candidate.sentence.span.start, candidate.span.start))
    told = candidate.hit.value.kind == "verb" or happening.event_type in ("press", "donation")
    acts = candidate is happening.best and told
    if before and acts and not any(a.name.start >= before[-1].span.start for a in candidate.subjects):
        gap = scene.folded[before[-1].span.end : candidate.span.start]
        if len(gap) <= 60 and not _talks_of(scene, before[-1]):
            return _before_verb(scene, Span(candidate.sentence.span.start, candidate.span.start))
    if happening.event_type == "appointment" and acts:
        return [b for b in before if _DECIDES.match(scene.folded, b.span.end)][-1:]
    if happening.event_type in ("congress", "session", "press"):
        limit = max(candidate.span.end, name_span(scene, candidate).end)
        sits = _SITTING.search(candidate.span.of(scene.folded)) is not None
        limit = max(limit, candidate.span.end + _NAMED_AFTER * sits)
        after = inside(scene.bodies, Span(candidate.span.end, limit))
        if happening.event_type == "session" and _MET.search(
            scene.folded, candidate.span.end - 4, candidate.span.end + 4
        ):
            return []
        near = happening.event_type != "press" or (after and after[0].span.start - candidate.span.end <= _NEAR)
        if after and near and _OWNER_OF.match(scene.folded[candidate.span.end : after[0].span.start]):
            return after[:1]
    return []


def _interviewer(scene: Scene, candidate: Candidate) -> list[BodyMention]:
    """The paper that someone talks with."""
    if candidate.event_type != "press" or " với " not in f"{candidate.span.of(scene.folded)} ":
        return []
    return inside(scene.bodies, Span(candidate.span.start, min(candidate.sentence.span.end, candidate.span.end + 30)))[
        :1
    ]


def _talks_of(scene: Scene, mention: BodyMention) -> bool:
    """True where the body stands in a title or after theo: it is not the subject."""
    if any(
        a.span.covers(mention.span)
        for a in inside(scene.actors, Span(mention.span.start - 200, mention.span.end + 200))
    ):
        return True
    if scene.ends_with("jointly", scene.before(mention.span.start, 24), mention.span.start):
        return False
    return scene.ends_with("title", scene.before(mention.span.start, 24), mention.span.start)


def directives(scene: Scene, happenings: Sequence[Happening]) -> list[EventDirective]:
    """How the main happening relates to each official document the article names: by the words before the mention."""
    if not happenings or not happenings[0].primary:
        return []
    rows: dict[int, EventDirective] = {}
    told: dict[Span, str] = {}
    for index, mention in enumerate(scene.parts.directives.mentions):
        sentence = scene.sentence_at(mention.span.start)
        if sentence is None:
            continue
        start = max(sentence.span.start, mention.span.start - 400)
        relation = _relation(scene, start, mention.span.start) or told.get(sentence.span, "cites")
        told[sentence.span] = relation
        held = rows.get(mention.directive)
        if held is None or held.relation == "cites" != relation:
            rows[mention.directive] = EventDirective(0, mention.directive, relation, index)
    return list(rows.values())


def _relation(scene: Scene, start: int, end: int) -> str | None:
    """The relation of the last cue before a document's mention, the longer one where two end together."""
    found = [
        (match.end(), -match.start(), name)
        for name in _RELATIONS
        for match in scene.cues[name].finditer(scene.folded, start, end)
    ]
    return max(found)[2] if found else None
