"""Credits and by-lines: whose picture, whose report. Names in them are no people of the article.

``credit_start`` finds the credit at the end of a caption; ``is_byline`` tells a line that only signs.
"""

from __future__ import annotations

import re

_MEDIUM = r"(?:[Ảả]nh|ẢNH|[Hh]ình(?: ảnh)?|HÌNH|[Nn]guồn(?: [Ảả]nh)?|NGUỒN|[Vv]ideo|VIDEO|[Cc]lip|[Đđ]ồ h(?:ọa|oạ)|[Tt]ranh|[Pp]hoto)"
_SORT = r"(?:\s*(?:minh h(?:ọa|oạ)|MINH H(?:ỌA|OẠ)|tư liệu|TƯ LIỆU|chụp|cắt từ|chụp lại|do |của |internet|INTERNET|CTV|cung cấp|lấy từ|từ ))"
_CREDIT = re.compile(
    rf"\s*[(\[]\s*{_MEDIUM}(?:\s*:|{_SORT}|\s*[/.]|\s+[A-ZĐ])[^()\[\]\n]{{0,90}}(?:\([^()\n]{{0,30}}\))?[)\]]?[\s.]*$"
    rf"|\s*[(\[]\s*(?:[Ảả]nh|[Ảả]nh minh h(?:ọa|oạ))\s*[)\]][\s.]*$"
    rf"|\s*[-–—|/]\s*{_MEDIUM}(?:\s*:|{_SORT}|\s+[A-ZĐ]{{2,}})[^\n]{{0,70}}$"
    rf"|(?:(?<=[.!?…”\"')])|\s)\s*(?:Ảnh|ẢNH|Hình ảnh|Nguồn [Ảả]nh|Video|Clip|Đồ h(?:ọa|oạ)|Photo)\s*:[^\n]{{1,70}}$"
    rf"|(?:(?<=[.!?…”\"')])|\s\s|\t)\s*(?:Nguồn|Ảnh|ẢNH)(?:\s*:|{_SORT}|\s+[A-ZĐ]{{2,}})[^\n]{{0,60}}$"
)
_WHOLE = re.compile(
    rf"[(\[]?\s*{_MEDIUM}(?:\s*[:/]\s*[^\n]{{1,80}}|{_SORT}[^\n]{{0,70}}|\s+[A-ZĐ][\w.+]{{1,30}}(?:\s+[A-ZĐ][\w.+]{{0,20}}){{0,3}})[)\]]?\.?"
)
_WINDOW = 130

_UPPER = "A-ZĐÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĨŨƠƯẠ-Ỹ"
_SYLLABLE = rf"[{_UPPER}][\w'’.]{{0,14}}"
_NAME = rf"{_SYLLABLE}(?:[ \u00a0]{_SYLLABLE}){{0,4}}"
_AND = r"\s*(?:[-–—,;/&|+]|\bvà\b)\s*"
_SHORT = r"(?:[Nn]hóm )?(?:[Pp]hóng viên|PV|P\.V|BTV|CTV|BBT|Ban [Bb]iên tập|Ban [Tt]hời sự)"
_WORK = r"(?:Bài(?: và|,|-| -)? ảnh|Bài viết|Bài|Tin(?: và|,|-| -)? ảnh|Tin(?:,| -|/)? bài|Tin|Thực hiện|Tác giả|Người viết|Biên tập|Nguồn(?: tin)?|Theo|Ghi|Nội dung|Trình bày|Text|Thiết kế)"
_SIGNED = re.compile(
    rf"(?:{_WORK}\s*:?\s*)?(?:{_SHORT}|{_NAME})(?:{_AND}(?:{_SHORT}|{_NAME})){{0,4}}\.?"
    rf"(?:\s*[-–—,/]?\s*[(\[][^()\[\]\n]{{1,80}}[)\]])?(?:\s*(?:[-–—/]\s*)?(?:[Tt]ổng hợp|[Ll]ược (?:dịch|ghi)|ghi|dịch|thực hiện|t/h))?[\s./]*"
)
_SOURCE = rf"(?:[{_UPPER}][\w.+&/’'-]{{0,40}}|[\w-]{{2,30}}(?:\.[\w-]{{2,20}}){{1,3}})"
_FROM = re.compile(
    rf"(?:Theo|Nguồn(?: tin)?)\s*:?\s+(?:báo |trang |tạp chí |Tạp chí )?{_SOURCE}(?:,? (?:{_SOURCE}|of|the|for|và|&|-|–)){{0,5}}[\s.)]*"
)
_SUMMED = re.compile(r"\(?\s*(?:[Tt]ổng hợp|T/H|TH)\s*\)?\.?")
_LONGEST_SIGN = 110
_LONGEST_SOURCE = 400


def credit_start(line: str) -> int | None:
    """Where the credit at the end of a line begins (``Ảnh: …``, ``(Nguồn: …)``), or None where it has none.

    0 where the line is nothing but a credit.
    """
    if len(line) <= _WINDOW and _WHOLE.fullmatch(line):
        return 0
    from_ = max(0, len(line) - _WINDOW)
    match = _CREDIT.search(line, from_)
    if match is None:
        return None
    start = match.start()
    while start < len(line) and line[start].isspace():
        start += 1
    return start


def is_byline(line: str) -> bool:
    """True for a line that only signs: ``Việt Đức``, ``Nhóm PV``, ``Theo QĐND``, ``Đinh Thùy Dung (TTXVN/Vietnam+)``."""
    if len(line) <= _LONGEST_SIGN and (_SIGNED.fullmatch(line) or _SUMMED.fullmatch(line)):
        return True
    return _names_source(line)


def _names_source(line: str) -> bool:
    if len(line) > _LONGEST_SOURCE or not line.startswith(("Theo ", "Nguồn")):
        return False
    return "http" in line[:24] or (len(line) <= _LONGEST_SIGN and bool(_FROM.fullmatch(line)))
