"""Whether a happening is named only in passing: as past, planned, asked for, or as the frame of something else."""

from __future__ import annotations

import re

from pipeline.extract.events.lexicon import GATHERED, EventWord
from pipeline.extract.events.scene import Scene
from pipeline.extract.page import Sentence
from pipeline.text.phrases import Hit

_ANOTHER = re.compile(
    r" (?:\d+ năm một lần|(?:này|sắp tới|vừa qua|vừa rồi|lần này)(?!\w)|(?:trước|tới|sau)(?= ?[,.;)]| của))"
)
_PURPOSE = re.compile(r"\b(?:tờ trình|giới thiệu|nhân sự|đề cử)\b.*\bđể(?: [^\W\d_]+){0,5} $")
_ASKED = re.compile(
    r"\b(?:đề nghị|kiến nghị|đề xuất|quy trình|thủ tục|đưa ra|chức vụ do|chức danh do"
    r"|đối với nghị quyết|đối với quyết định)(?: [^\W\d_]+){0,5} $"
)
_OCCASION = re.compile(
    r"\b(?:nhân dịp|nhân|bên lề|dịp|trong khuôn khổ|trước thềm|trong thời gian)"
    r" (?:(?:sang|đến|tới|về|đang) )?(?:dự|tham dự|tham gia)(?: các| một)? $"
    r"|\bnhân dịp [^,.;]{3,90} (?:tham|đến|tới|sang|về) dự(?: các| một)? $"
    r"|\b(?:dẫn đầu|làm trưởng đoàn) (?:sang|đến|tới|về) (?:dự|tham dự) $"
)
_SPEECH = re.compile(r"\b(?:phát biểu|diễn văn|bài phát biểu|trình bày diễn văn) (?:bế mạc|khai mạc|tổng kết)\b")
_SETTINGS = frozenset({"conference", "forum", "seminar"})
_INDEFINITE = re.compile(r"\b(?:tại|trong|ở|dự|sau) một $")
_AFTER = re.compile(r"\b(?:trong bối cảnh|giữa lúc|sau khi|trước khi|kể từ khi|ngay khi|nơi)\b[^,;:.\n]{0,80}$")
_GOING_ON = re.compile(r"\b(?:vẫn|luôn|duy trì|tiếp tục|thường xuyên|muốn|sẵn sàng)\b[^;:.\n]{0,50}$")
_SOURCE = re.compile(r" ?[.\n]|$")
_RULES_OF = re.compile(r"\b(?:nội quy|quy chế|(?<!tiếp tục )(?<!theo )(?<!trong )chương trình) $")
_DEMANDED = re.compile(r"\b(?:nghe|kêu gọi|yêu cầu|đòi|thúc giục|hối thúc|thách thức|mong|muốn)(?: [^\W\d_]+){1,6} $")
_DECREED = re.compile(r"\b(?:ký|ban hành|có) quyết định[^,;.\n]{0,60}$")
_WHEN = re.compile(
    r"\W*(?:khi|trước khi|trong khi|nếu|ngay khi)(?! (?:phát biểu|dự|tham dự|trả lời|đến|tới|thăm|tiếp))[^,;\n]*$"
)
_WHO_WAS = re.compile(r"\b(?:được|do) [^.;\n]{0,60}$")
_NOT_HELD = re.compile(r"\b(?:không|chưa)(?: được)? (?:tổ chức|tham gia|tham dự|dự|mở|tiến hành)[^.;:\n]{0,30}$")
_IN_OFFICE = re.compile(
    r"\b(?:trong thời gian|thời gian|thời kỳ|thời điểm|giai đoạn|khi|lúc|từng|đang|còn|đương)(?: [^\W\d_]+){0,2} $"
)
_HOPED = re.compile(
    r"\b(?:phấn đấu|sớm|tiến tới|hướng tới|hài lòng|nhất trí|thúc đẩy|đẩy nhanh|khả năng|nghiên cứu|xem xét|đàm phán"
    r"|sẵn sàng|mong muốn|hy vọng|kỳ vọng)(?: [^\W\d_]+){0,6} $"
)
_ELECTED_AGAIN = re.compile(r"\b(?:đã|được|vẫn|sẽ|tiếp tục|đều|vừa) $")


def is_aside(scene: Scene, sentence: Sentence, hit: Hit[EventWord]) -> bool:
    """True where a happening is named but not as what is told here."""
    near = max(sentence.span.start, hit.span.start - 40)
    told = is_told(scene, near, hit) or opened_here(scene, sentence, hit)
    appoints = hit.value.event_type == "appointment"
    if hit.value.kind == "verb" and scene.folded.endswith("ngày ", near, hit.span.start):
        return True
    if _only_wished(scene, sentence, hit) or _is_setting(scene, sentence, near, hit):
        return True
    if hit.value.kind == "noun" and _ANOTHER.match(scene.folded, hit.span.end):
        return True
    if not appoints and scene.cue("relative", hit.span.end, min(sentence.span.end, hit.span.end + 120)):
        return False
    if not told and (scene.ends_with("many", near, hit.span.start, slack=1) or _in_passing(scene, near, hit)):
        return True
    before = scene.cue("past", sentence.span.start, hit.span.start)
    return before is not None and hit.value.needs != "incident"


def _is_setting(scene: Scene, sentence: Sentence, near: int, hit: Hit[EventWord]) -> bool:
    """ "tại một hội nghị", "sau khi Quốc hội thông qua": where or after what the news stands; "không tổ chức"."""
    if hit.value.kind == "verb" and _AFTER.search(scene.folded, max(0, hit.span.start - 100), hit.span.start):
        return True
    if hit.value.event_type == "ceremony" and _DECREED.search(scene.folded, sentence.span.start, hit.span.start):
        return True
    if _WHEN.match(scene.folded, sentence.span.start, hit.span.start):
        return True
    if hit.value.kind == "verb" and _DEMANDED.search(scene.folded, near, hit.span.start):
        return True
    if hit.span.of(scene.folded) == "thông báo" and _SOURCE.match(scene.folded, hit.span.end):
        return True
    unheld = _NOT_HELD.search(scene.folded, near, hit.span.start) or _RULES_OF.search(
        scene.folded, near, hit.span.start
    )
    if hit.value.kind == "noun" and unheld:
        return True
    if "cử tri" in hit.span.of(scene.folded):
        return False
    return hit.value.event_type in _SETTINGS and _INDEFINITE.search(scene.folded, near, hit.span.start) is not None


def _only_wished(scene: Scene, sentence: Sentence, hit: Hit[EventWord]) -> bool:
    """What is proposed, hoped for, or the office that somebody held: nobody is appointed, nothing signed."""
    near = max(sentence.span.start, hit.span.start - 60)
    word = hit.span.of(scene.folded)
    if hit.value.event_type == "forum" and hit.value.kind == "verb":
        return _GOING_ON.search(scene.folded, near, hit.span.start) is not None
    if hit.value.event_type == "signing" or hit.value.needs in ("news", "issued"):
        return _HOPED.search(scene.folded, near, hit.span.start) is not None
    if word == "bầu" and scene.folded.startswith(" ra ", hit.span.end):
        return _WHO_WAS.search(scene.folded, near, hit.span.start) is not None
    if word == "giữ chức":
        return _IN_OFFICE.search(scene.folded, near, hit.span.start) is not None
    if word == "tái cử" and not _ELECTED_AGAIN.search(scene.folded, near, hit.span.start):
        return not any(hit.span.start - 2 <= a.span.end <= hit.span.start for a in scene.actors)
    return hit.value.event_type == "appointment" and _is_asked(scene, sentence, hit)


def _is_asked(scene: Scene, sentence: Sentence, hit: Hit[EventWord]) -> bool:
    """ "đề nghị Quốc hội bãi nhiệm", "tờ trình ... để Quốc hội bầu": an appointment only proposed."""
    near = max(sentence.span.start, hit.span.start - 40)
    purpose = _PURPOSE.search(scene.folded, sentence.span.start, hit.span.start)
    return purpose is not None or _ASKED.search(scene.folded, near, hit.span.start) is not None


def is_told(scene: Scene, near: int, hit: Hit[EventWord]) -> bool:
    """True where a verb of holding stands right before the word, and is not itself planned or part of a purpose."""
    found = list(scene.cues["told"].finditer(scene.folded, near, hit.span.start))
    if not found or len(scene.folded[found[-1].end() : hit.span.start].split()) > 2:
        return False
    return not scene.ends_with("aside", near, found[-1].start())


def opened_here(scene: Scene, sentence: Sentence, hit: Hit[EventWord]) -> bool:
    """ "Phát biểu bế mạc sáng 20-11, ông A cho rằng kỳ họp ...": the speech that opens or closes a gathering."""
    if hit.value.kind != "noun" or hit.value.event_type not in GATHERED:
        return False
    return _SPEECH.search(scene.folded, sentence.span.start, hit.span.start) is not None


def _in_passing(scene: Scene, near: int, hit: Hit[EventWord]) -> bool:
    if _OCCASION.search(scene.folded, max(0, hit.span.start - 120), hit.span.start):
        return True
    if scene.ends_with("after", near, hit.span.start, slack=4) or scene.ends_with("aside_next", near, hit.span.start):
        return True
    return scene.ends_with("aside", near, hit.span.start, slack=1)
