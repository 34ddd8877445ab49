"""Who was there, as sentences list them: "Tham dự có ...", "Các đồng chí A; B dự lễ", "Chủ trì hội nghị là A"."""

from __future__ import annotations

import re

from pipeline.extract.events.candidates import Candidate
from pipeline.extract.events.offices import Part
from pipeline.extract.events.scene import Scene
from pipeline.extract.page import Actor, Sentence, inside
from pipeline.text.spans import Span

_HAS = re.compile(r"[^.;:\n]{0,60}?\b(?:có|gồm|như)\b")
_ROLE_OPENS = re.compile(
    r"(?:(tiếp|cùng tiếp|đón tiếp)|(?:(?:đồng|cùng|tham gia|cùng tham gia) )?(?:chủ (?:trì|tọa)|điều hành))\b"
    r"[^.;:,\n]{0,60}?\b(?:có|là|gồm)\b"
)
_PRESENT = re.compile(
    r"(?:(?:cùng|tham|đến|tới|cùng tham) dự|có mặt|(?:ra )?(?:đón|tiễn)(?: đoàn)?)\b[^.;:,\n]{0,50}?\b(?:có|gồm)\b"
)
_TRIED = 4
_REACH = 230
_PRESENT_END = re.compile(r"\b(?:dự|có mặt)(?: tại)?(?: [^\W\d_]+){0,4}[.\s]*$")
_PRESENT_OPENS = re.compile(r"(?:các )?(?:đồng chí|đ/c|ông|bà|ông, bà)\b")
_HEARD = re.compile(r"\bnghe(?: các)?(?: đồng chí| ông| bà)* $")
_GIVES = re.compile(
    r"\b(?:trao|tặng|gắn)\b[^.;]{0,80}?\b(?:huân chương|huy chương|kỷ niệm chương|bằng khen|giấy khen|giải|danh hiệu"
    r"|cờ thi đua|huy hiệu)\b[^.;]{0,80}?\bcho\b[^.;]{0,60}$"
)
_GETS = re.compile(
    r"^[^.;]{0,60}?\b(?:được (?:trao|tặng|trao tặng|nhận)|(?:đón )?nhận) (?:tặng )?"
    r"(?:giải|huân chương|huy chương|kỷ niệm chương|bằng khen|danh hiệu|giải thưởng|huy hiệu)\b"
)
_ACCUSED = re.compile(r"(?:^|\W)(?:các )?(?:bị cáo|bị can|nghi phạm|nạn nhân)(?: (?:là|ông|bà|anh|chị))*\W*$")
_AND = re.compile(r"\s*(?:\([^)]{0,80}\))?\s*(?:,|và)\s*(?:(?:ông|bà|anh|chị) )?")
_TRIED_WORD = re.compile(r"phiên (?:tòa|xử|xét xử)|xét xử|khởi tố|tuyên án|truy tố|bắt|tai nạn|tử vong")
_UNDERGOES = re.compile(
    r"\W*(?:\([^)]{0,80}\) )?(?:đã )?bị (?:khởi tố|bắt|truy tố|xét xử|tuyên|tạm giam|tử vong|thương)\b"
)
_PROSECUTED = re.compile(
    r"\b(?:khởi tố|xét xử|truy tố|bắt)(?: (?:bị can|bị cáo|sơ thẩm|phúc thẩm|tạm giam|đối với|2|hai))*"
    r"(?: (?:ông|bà))?\W*$"
)
_HANDS = re.compile(
    r"(?: (?:đã|cũng|trực tiếp|thay mặt [^,.;]{1,60}))* (?:trao(?: tặng)?|gắn)\b[^.;]{0,100}?"
    r"\b(?:huân chương|huy chương|kỷ niệm chương|bằng khen|giải|danh hiệu|cờ thi đua|huy hiệu)\b"
)
_NO_PART = re.compile(r" (?:án|kiến|thảo|luật|toán|báo|đoán|trữ|phòng|định)\b")
_SPEECH_OF = re.compile(r"\b(?:toàn văn|diễn văn|bài phát biểu)\b[^.;:]{0,60}\bcủa $")


def present(scene: Scene, sentence: Sentence) -> list[Part]:
    """ "Cùng dự có ...", "Đón đoàn tại sân bay có ...": a sentence that only says who was there."""
    start, end = sentence.span
    opener = _PRESENT.match(scene.folded, start, end) if sentence.order >= 0 else None
    if opener is None:
        return []
    return [(a, "attendee") for a in inside(scene.actors, sentence.span) if a.name.start >= opener.end()]


def listed(scene: Scene, sentence: Sentence) -> list[Part]:
    """Those in a list that opens with "Tham dự có ..." or "với sự tham gia của ..."."""
    opener = _list_opener(scene, sentence)
    if _ends_present(scene, sentence):
        return [(a, "attendee") for a in inside(scene.actors, sentence.span)]
    if opener is None:
        return []
    stop = scene.cue("list_end", opener, sentence.span.end)
    end = stop.start() if stop else sentence.span.end
    return [(a, "attendee") for a in inside(scene.actors, sentence.span) if opener <= a.name.start < end]


def _ends_present(scene: Scene, sentence: Sentence) -> bool:
    """ "Các đồng chí A, ...; B, ... và C dự lễ." """
    start, end = sentence.span
    opens = _PRESENT_OPENS.match(scene.folded, start, end) is not None
    listed = ";" in scene.text[start:end] and "," in scene.text[start:end]
    return opens and listed and _PRESENT_END.search(scene.folded[max(start, end - 40) : end]) is not None


def heard(scene: Scene, sentence: Sentence) -> list[Part]:
    """ "Hội nghị đã nghe A trình bày ..."."""
    actors = inside(scene.actors, sentence.span)
    return [(a, "speaker") for a in actors if _HEARD.search(scene.folded, scene.before(a.span.start, 30), a.span.start)]


def opened(scene: Scene, sentence: Sentence) -> list[Part]:
    """Those whom a sentence opens with a role for: "Chủ trì hội nghị là A", "Tiếp đoàn có các đồng chí: A, B"."""
    start, end = sentence.span
    opener = _ROLE_OPENS.match(scene.folded, start, end)
    if opener is None:
        return []
    stop = scene.cue("list_end", opener.end(), end)
    last = stop.start() if stop else end
    role = "host" if opener[1] else "chair"
    return [(a, role) for a in inside(scene.actors, sentence.span) if opener.end() <= a.name.start < last]


def _list_opener(scene: Scene, sentence: Sentence) -> int | None:
    """Where a list of those present begins: after "với sự tham dự của", or after the có of "dự hội nghị có"."""
    phrase = scene.cue("list", *sentence.span)
    if phrase is not None:
        return phrase.end()
    verbs = scene.cues["list_verb"].finditer(scene.folded, *sentence.span)
    taking_part = [v for v in verbs if not _NO_PART.match(scene.folded, v.end())]
    openers = (_HAS.match(scene.folded, v.end(), sentence.span.end) for v in taking_part[:_TRIED])
    return next((o.end() for o in openers if o), None)


def speech(scene: Scene, sentence: Sentence) -> list[Part]:
    """ "toàn văn diễn văn khai mạc Đại hội của A": whose speech the article prints or tells of."""
    actors = inside(scene.actors, sentence.span)
    opened = [a for a in actors if _SPEECH_OF.search(scene.folded, scene.before(a.span.start, 90), a.span.start)]
    return [(a, "speaker") for a in opened]


def honoured(scene: Scene, sentence: Sentence, role: str) -> list[Part]:
    """Those who are given an award there: "trao Huân chương ... cho bà A", "ông B được tặng Bằng khen"."""
    start, end = sentence.span
    if sentence.order < 0:
        return []
    actors = inside(scene.actors, sentence.span)
    given = [a for a in actors if _GIVES.search(scene.folded, max(start, a.span.start - _REACH), a.span.start)]
    got = [a for a in actors if _GETS.match(scene.folded[a.span.end : min(end, a.span.end + _REACH)])]
    gave = [a for a in actors if role == "recipient" and _HANDS.match(scene.folded, a.span.end, end)]
    return [*((a, role) for a in (*given, *got)), *((a, "attendee") for a in gave)]


def undergone(scene: Scene, candidate: Candidate) -> bool:
    """True for a trial, a prosecution, an arrest, an accident: those whom it befalls take part in it."""
    near = Span(scene.before(candidate.span.start, 30), min(len(scene.folded), candidate.span.end + 60))
    return _TRIED_WORD.search(near.of(scene.folded)) is not None


def accused(scene: Scene, sentence: Sentence) -> list[Part]:
    """ "bị cáo A, B và C", "A bị khởi tố", "khởi tố ông A": those whom it befalls, with those joined to them."""
    actors = inside(scene.actors, sentence.span)
    found: list[Actor] = []
    for actor in actors:
        before = scene.folded[scene.before(actor.span.start, 40) : actor.span.start]
        after = scene.folded[actor.span.end : min(sentence.span.end, actor.span.end + _REACH)]
        joined = bool(found) and _AND.fullmatch(scene.folded, found[-1].span.end, actor.span.start) is not None
        if joined or _ACCUSED.search(before) or _PROSECUTED.search(before) or _UNDERGOES.match(after):
            found.append(actor)
    return [(a, "attendee") for a in found]
