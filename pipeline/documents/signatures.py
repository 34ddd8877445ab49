"""Lines that only sign: ``Việt Đức``, ``Nhóm PV``, ``Theo QĐND``, ``Đinh Thùy Dung (TTXVN/Vietnam+)``.

The form alone decides here; that such a line stands under the headline or at the end is for ``head`` and ``foot``.
"""

from __future__ import annotations

import re

from pipeline.text.letters import UPPER

_SYLLABLE = rf"[{UPPER}][\w'’.]{{0,14}}"
_NAME = rf"{_SYLLABLE}(?:[ \u00a0]{_SYLLABLE}){{0,4}}"
_STAFF = r"(?:[Nn]hóm )?(?:[Pp]hóng viên|PV|P\.V|BTV|CTV|BBT|Ban [Bb]iên tập|Ban [Tt]hời sự)(?: [^\W\d]{1,12}){0,4}"
_SIGNER = rf"(?:{_STAFF}|{_NAME})"
_AND = r"\s*(?:[-–—,;/&|+]|\bvà\b)\s*"
_WORK = (
    r"(?:(?:Bài|Tin)(?: và|,|-| -|/)? (?:[Ảả]nh|bài)|Bài viết|Bài|Tin|Thực hiện|Tác giả|Người viết|Biên tập"
    r"|Nguồn(?: tin)?|Theo|Ghi|Nội dung|Trình bày|Thiết kế)"
)
_OUTLET = rf"[{UPPER}][\w.+]{{0,20}}"
# Where the report is from or how it was made; who the signer is (30 tuổi, hiệu trưởng ...) makes a person of the text.
_MADE = (
    r"(?i:theo|tổng hợp|t/h|th|video|ảnh|clip|ghi|dịch|lược|biên|nguồn|từ|pv|p/v|phóng viên|bài|đồ)\b[^()\[\]\n]{0,80}"
)
_BRACKET = rf"(?:\s*[-–—,/]?\s*[(\[](?:{_MADE}|{_OUTLET}(?:[ /,&–-]{{1,3}}(?:tại |và )?{_OUTLET}){{0,7}})[)\]])?"
_HOW = r"(?:\s*(?:[-–—/]\s*)?(?:[Tt]ổng hợp|[Ll]ược (?:dịch|ghi)|ghi|dịch|thực hiện|t/h))?"
_SIGNED = re.compile(rf"(?:{_WORK}\s*:?\s*)?{_SIGNER}(?:{_AND}{_SIGNER}){{0,4}}\.?{_BRACKET}{_HOW}[\s./]*")
_SUMMED = re.compile(r"\(?\s*(?:[Tt]ổng hợp|T/H|TH)\s*\)?\.?")
_WORD = rf"(?:[{UPPER}][\w.+&/’'-]{{0,40}}|[\w-]{{2,30}}(?:\.[\w-]{{2,20}}){{1,3}})"
_SOURCE = re.compile(
    rf"(?:Theo|Nguồn(?: tin)?)\s*:?\s+(?:(?:báo|trang|[Tt]ạp chí) )?{_WORD}"
    rf"(?:,? (?:{_WORD}|of|the|for|và|&|-|–)){{0,5}}[\s.)]*"
    rf"|Theo (?:(?:báo|trang|tạp chí|cổng|đài|hãng|kênh) )?[{UPPER}][^,.:;?!\"“”()\d]{{1,45}}"
)
_LONGEST = 110
_LONGEST_ADDRESS = 400


def is_byline(line: str) -> bool:
    """True for a line that only signs or only names its source."""
    if len(line) > _LONGEST:
        return len(line) <= _LONGEST_ADDRESS and line.startswith(("Nguồn", "Theo")) and "http" in line[:24]
    if line.startswith("Nguồn") and "http" in line[:24]:
        return True
    return any(form.fullmatch(line) for form in (_SIGNED, _SUMMED, _SOURCE))
