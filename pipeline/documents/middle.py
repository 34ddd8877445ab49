"""What stands amid the body and is not it: captions, salutations, credits on a line of their own."""

from __future__ import annotations

import re

from pipeline.documents.credits import credit_start
from pipeline.documents.lines import Line
from pipeline.text.fold import fold, key

_CAPTION_LONGEST = 420
_SILENT_CAPTION_LONGEST = 240
_SALUTATION = re.compile(
    r"(?:kính )?(?:thưa|gửi) (?:các|đồng chí|quý|toàn thể|đại hội|hội nghị|đoàn|ngài|ông|bà|anh|chị|bác|cô|chú|vị|đồng bào|ban|quốc hội|chủ tọa|tổng bí thư|chủ tịch|thủ tướng|phó|lãnh đạo|cử tri|bạn)\b"
)
_SALUTATION_LONGEST = 300
_SCENE = re.compile(
    r"(?:(?:quang|toàn|khung) cảnh|một góc|các đại biểu|đại biểu|hình ảnh|ảnh|trong ảnh|từ trái sang|lãnh đạo .{2,80}(?:chụp|trao|tặng))"
)
_ACT = re.compile(
    r"\b(?:phát biểu|chủ trì|trình bày|chụp ảnh|chụp hình|trao (?:tặng|quà|bằng|cờ|quyết)|tặng hoa|dâng hương|bắt tay|tham luận|khai mạc|bế mạc|tham dự|dự (?:hội|đại|lễ|buổi|phiên))"
)


def label_middle(lines: list[Line], labels: dict[int, str], body_from: int) -> None:
    """Label captions, credits and salutations among the lines not yet labelled."""
    repeated = {key(line.text) for i, line in enumerate(lines) if labels.get(i) == "caption"}
    for index in range(body_from, len(lines)):
        if index not in labels:
            kind = _kind(lines, index, repeated)
            if kind:
                labels[index] = kind
    _label_before_credit(lines, labels, body_from)


def _kind(lines: list[Line], index: int, repeated: set[str]) -> str | None:
    text = lines[index].text
    credit = credit_start(text)
    if credit == 0:
        return "byline"
    if credit is not None and len(text) <= _CAPTION_LONGEST:
        return "caption"
    if key(text) in repeated or _after_picture(lines, index):
        return "caption"
    return "salutation" if is_salutation(text) else None


def is_salutation(text: str) -> bool:
    """True for a line that only addresses those present: ``Kính thưa Đại hội,``."""
    if len(text) > _SALUTATION_LONGEST or not _SALUTATION.match(fold(text)):
        return False
    return text.endswith((",", "!", ":")) or (text.endswith(".") and text.count(".") == 1)


def _after_picture(lines: list[Line], index: int) -> bool:
    """A wider gap than elsewhere is where a picture stood; a short line after it that tells a scene is its caption."""
    line = lines[index]
    if line.gap < 2 or len(line.text) > _SILENT_CAPTION_LONGEST or line.text.count(". ") > 1:
        return False
    folded = fold(line.text)
    return _SCENE.match(folded) is not None or _ACT.search(folded) is not None


def _label_before_credit(lines: list[Line], labels: dict[int, str], body_from: int) -> None:
    """A short line right above a credit that stands alone is that picture's caption."""
    for index in range(body_from, len(lines) - 1):
        after = lines[index + 1]
        if index in labels or labels.get(index + 1) != "byline" or credit_start(after.text) != 0:
            continue
        if after.text[0] not in "([" and len(lines[index].text) <= _SILENT_CAPTION_LONGEST and after.gap <= 1:
            labels[index] = "caption"
