"""What stands amid the body and is not it: captions, salutations, credits on a line of their own."""

from __future__ import annotations

import re

from pipeline.documents.credits import credit_start, names_picture
from pipeline.documents.head import is_dense
from pipeline.documents.lines import Line
from pipeline.text.syllables import is_bare_syllable

_CAPTION_LONGEST = 420
_SILENT_LONGEST = 240
_SALUTATION_LONGEST = 300
_WORD = re.compile(r"[A-Za-z]+")
_UNMARKED_WORDS = 5
_SCENE_WORDS = 5
_STOPS = ".,;:!?…\"”'’"
_UNMARKED_SHARE = 0.9
_SALUTATION = re.compile(
    r"(?:kính )?(?:thưa|gửi) (?:các|đồng chí|quý|toàn thể|đại hội|hội nghị|đoàn|ngài|ông|bà|anh|chị|bác|cô|chú|vị|ban"
    r"|đồng bào|quốc hội|chủ tọa|tổng bí thư|chủ tịch|thủ tướng|phó|lãnh đạo|cử tri|bạn)\b"
)
_GOES_ON = re.compile(r", (?!(?:kính )?thưa|các|đồng chí|cùng|quý|ủy viên|phó|bí thư|chủ tịch|trưởng|ngài)")
_CONTINUES = re.compile(
    r"(?:theo|tuy|tại|ngoài|trong|khi|sau|trước|do|vì|hiện|ngày|đồng thời|bên cạnh|cụ thể|cũng|không chỉ|nhưng|còn"
    r"|[\"'(-])"
)
_SCENE = re.compile(
    r"(?:(?:quang|toàn|khung) cảnh|một góc|(?:các )?đại biểu|hình ảnh|ảnh|trong ảnh|từ trái sang"
    r"|lãnh đạo .{2,80}(?:chụp|trao|tặng))"
)
_ACT = re.compile(
    r"\b(?:phát biểu|chủ trì|trình bày|chụp (?:ảnh|hình)|trao (?:tặng|quà|bằng|cờ|quyết)|tặng hoa|dâng hương|bắt tay"
    r"|tham luận|khai mạc|bế mạc|tham dự|dự (?:hội|đại|lễ|buổi|phiên))"
)


def label_middle(lines: list[Line], labels: dict[int, str], body_from: int) -> None:
    """Label captions, credits and salutations among the lines not yet labelled."""
    apart = not is_dense(lines)
    repeated = {line.folded.rstrip(" .") for i, line in enumerate(lines) if labels.get(i) == "caption"}
    for index in range(body_from, len(lines)):
        if index not in labels:
            kind = _kind(lines[index], repeated, apart and index > body_from)
            if kind:
                labels[index] = kind
    _label_before_credit(lines, labels, body_from)


def is_salutation(line: Line) -> bool:
    """True for a line that only addresses those present: ``Kính thưa Đại hội,``."""
    if len(line.text) > _SALUTATION_LONGEST or not _SALUTATION.match(line.folded):
        return False
    if line.text.endswith((",", "!", ":")):
        return True
    return line.text.endswith(".") and line.text.count(".") == 1 and not _GOES_ON.search(line.folded)


def _kind(line: Line, repeated: set[str], apart: bool) -> str | None:
    """``apart``: paragraphs stand apart, so that a line without a full stop, below the lead, is no part of one."""
    credit = credit_start(line.text)
    if credit == 0:
        return "byline"
    if _is_unmarked(line.text):
        return "furniture"
    if credit is not None and len(line.text) <= _CAPTION_LONGEST:
        return "caption"
    if (
        names_picture(line.text)
        or (repeated and line.folded.rstrip(" .") in repeated)
        or _is_after_picture(line)
        or (apart and _is_scene(line))
    ):
        return "caption"
    return "salutation" if is_salutation(line) else None


def _is_unmarked(text: str) -> bool:
    """Vietnamese without its marks on a line of its own: a picture's alternative text, or an address spelt out."""
    if not text.isascii():
        return False
    found = _WORD.findall(text)
    return len(found) >= _UNMARKED_WORDS and sum(map(is_bare_syllable, found)) >= _UNMARKED_SHARE * len(found)


def _is_after_picture(line: Line) -> bool:
    """A gap of two blank lines is where a picture stood; a short line after it that tells a scene is its caption."""
    if line.gap < 2 or len(line.text) > _SILENT_LONGEST or line.text.count(". ") > 1:
        return False
    return _SCENE.match(line.folded) is not None or _ACT.search(line.folded) is not None


def _is_scene(line: Line) -> bool:
    """A line of some words, without a full stop, that tells who is seen doing what."""
    if line.text[-1] in _STOPS or len(line.text) > _SILENT_LONGEST or line.text.count(" ") < _SCENE_WORDS:
        return False
    if _CONTINUES.match(line.folded):
        return False
    return _SCENE.match(line.folded) is not None or _ACT.search(line.folded) is not None


def _label_before_credit(lines: list[Line], labels: dict[int, str], body_from: int) -> None:
    """A short sentence right above a picture's credit that stands alone is that picture's caption."""
    for index in range(body_from, len(lines) - 1):
        line, after = lines[index], lines[index + 1]
        if index in labels or labels.get(index + 1) != "byline" or not after.folded.startswith("ảnh"):
            continue
        short = len(line.text) <= _SILENT_LONGEST and ". " not in line.text
        if short and after.gap <= 1 and not _CONTINUES.match(line.folded):
            labels[index] = "caption"
