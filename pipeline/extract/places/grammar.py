"""Places that no register need know: the words that announce one (tỉnh, huyện, xã, sông, sân bay ...) and its name.

"huyện Tân Phú Đông", "thị trấn Thuỷ Khẩu", "tỉnh Bolykhamxay", "quận 1", "Bảo tàng Chiến tranh Vệ quốc vĩ đại".
"""

from __future__ import annotations

import re

from pipeline.extract.parts import PlaceMention
from pipeline.text.letters import UPPER
from pipeline.text.names import is_surname
from pipeline.text.spans import Span

# What announces a place -> its kind; longer words first where one begins with another.
HEADS = {
    "thành phố": "city",
    "tỉnh": "province",
    "bang": "province",
    "huyện": "district",
    "quận": "district",
    "thị xã": "district",
    "xã": "commune",
    "phường": "commune",
    "thị trấn": "commune",
    "đặc khu": "commune",
    "thủ đô": "city",
    "tp": "city",
    "đảo": "region",
    "vịnh": "region",
    "quần đảo": "region",
    "khách sạn": "venue",
    "sân bay": "venue",
    "cửa khẩu": "venue",
    "sân vận động": "venue",
    "cung": "venue",
    "quảng trường": "venue",
    "hội trường": "venue",
}
_CAPITALISED = rf"[{UPPER}][\w’'-]{{0,20}}"
_HEAD = "|".join(sorted((re.escape(h) for h in HEADS), key=len, reverse=True))
_ANNOUNCED = re.compile(
    rf"(?<!\w)(?i:({_HEAD}))(?:\. ?| )(?:({_CAPITALISED}(?: {_CAPITALISED}){{0,3}})|(\d{{1,2}})(?![\d/.,%-]))"
)
_PERSON_NAME_WORDS = 3
_NOT_NAMES = re.compile(r"(?:Ủy|Uỷ|UBND|HĐND|Chủ|Bí|Phó|Thành|Hội|Ban|Sở|Công|Trưởng|Giám)\b")


def announced(text: str, folded: str) -> list[PlaceMention]:
    """Places announced by a word of ``HEADS``; the span and value are the name without that word."""
    found: list[PlaceMention] = []
    for match in _ANNOUNCED.finditer(text):
        head = folded[match.start(1) : match.end(1)]
        group = 2 if match[2] else 3
        if (
            _NOT_NAMES.match(match[group])
            or _is_person(match[group])
            or (group == 3 and HEADS[head] not in ("district", "commune"))
        ):
            continue
        name = _before_a_person(match[group])
        span = Span(
            match.start() if group == 3 or HEADS[head] == "venue" else match.start(group),
            match.start(group) + len(name),
        )
        found.append(PlaceMention(span, span.of(text), None, HEADS[head], "announced"))
    return found


def _is_person(name: str) -> bool:
    words = name.split()
    return len(words) >= _PERSON_NAME_WORDS and is_surname(words[0])


def _before_a_person(name: str) -> str:
    """ "Bạc Liêu" of "Bạc Liêu Phạm Hoàng": an official's name follows his province's."""
    words = name.split()
    cut = next((i for i in range(1, len(words) - 1) if is_surname(words[i])), len(words))
    return " ".join(words[:cut])
