"""Time stamps that news pages print on a line of their own: ``Thứ Ba, 28/05/2024 23:47``, ``07/01/2020, 08:30``.

Whether such a line dates the article (under the headline, or labelled) or is the page's clock is for ``metadata``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.documents.signatures import is_byline
from pipeline.text.edtf import day
from pipeline.text.fold import fold

_LABEL = (
    r"(?P<label>(?:ngày (?:đăng|xuất bản|phát hành|viết|tạo)|đăng (?:ngày|lúc|bởi)|đã đăng|xuất bản|thời gian|"
    r"(?P<updated>(?:ngày )?cập nhật(?: lúc| ngày| lần cuối)?))\s*[:,]?\s*)?"
)
_WEEKDAY = r"(?:(?:thứ\s*(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s*nhật|cn|t[2-7])\b\s*[,|.-]?\s*)?"
_DAY = (
    r"(?:ngày\s*)?(?:(?P<d>\d{1,2})\s?[/.-]\s?(?P<m>\d{1,2})\s?[/.-]\s?(?P<y>\d{4})"
    r"|(?P<d2>\d{1,2}) tháng (?P<m2>\d{1,2})(?: năm |, ?|/)(?P<y2>\d{4})|(?P<y3>\d{4})-(?P<m3>\d\d)-(?P<d3>\d\d))"
)
_TIME = r"(?P<{0}>\d{{1,2}})\s?(?::|h|g|giờ)\s?(?P<{1}>\d{{2}})(?::\d\d)?(?:\s?phút)?(?:\s?(?P<{2}>am|pm|sa|ch))?"
_ZONE = r"(?:\s*[,|]?\s*\(?(?:gmt|utc)?\s?\+0?7(?::?00)?\)?)?"
_APART = r"\s*(?:[,|@•·-]|lúc|vào lúc|t(?=\d))?\s*"
_STAMP = re.compile(
    _LABEL
    + rf"(?:{_WEEKDAY}{_TIME.format('h1', 'n1', 'p1')}{_ZONE}{_APART})?"
    + _WEEKDAY
    + _DAY
    + rf"(?:{_APART}{_TIME.format('h2', 'n2', 'p2')}{_ZONE})?\s*[.|]?"
)
_APART_LINE = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+")
_VIEWS = re.compile(
    r"(?:lượt (?:xem|đọc|truy cập)|số lượt (?:xem|đọc)|đã xem|xem)\s*:?\s*[\d.,]{1,12}|[\d.,]{1,12} lượt (?:xem|đọc)"
)
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day, or a day and time, in EDTF; whether words say that it is the publication's, or a later update's."""

    value: str
    labelled: bool
    updated: bool


def read_stamp(line: str) -> Stamp | None:
    """The time stamp that a line consists of, or None where it is anything else."""
    if len(line) > _LONGEST or not any(c.isdigit() for c in line):
        return None
    match = _STAMP.fullmatch(fold(line)) or _beside_others(line)
    if match is None:
        return None
    date = _date(match)
    return (
        None if date is None else Stamp(date + _time(match), match["label"] is not None, match["updated"] is not None)
    )


def _beside_others(line: str) -> re.Match[str] | None:
    """The stamp in a line that besides names who wrote (``Việt Đức - 24/11/2023``) or counts the readers."""
    parts = _APART_LINE.split(line)
    found = [m for part in parts if (m := _STAMP.fullmatch(fold(part)))]
    others = [part for part in parts if not _STAMP.fullmatch(fold(part))]
    if len(found) != 1 or not all(is_byline(part) or _VIEWS.fullmatch(fold(part)) for part in others):
        return None
    return found[0]


def _date(match: re.Match[str]) -> str | None:
    for tail in ("", "2", "3"):
        if match["y" + tail]:
            return day(int(match["y" + tail]), int(match["m" + tail]), int(match["d" + tail]))
    return None


def _time(match: re.Match[str]) -> str:
    side = "1" if match["h1"] else "2"
    if match["h" + side] is None:
        return ""
    hour, minute = int(match["h" + side]), int(match["n" + side])
    if match["p" + side] in ("pm", "ch") and hour < 12:
        hour += 12
    return f"T{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""
