"""The calendar words and numbers that date patterns are made of, over folded text (``pipeline.text.fold``).

Every quantifier is bounded, so that a pattern reads any text in linear time.
"""

from __future__ import annotations

import re

MONTH_WORDS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
}
"""Months named by word; "tháng bốn" is rarer than "tháng tư"."""

COUNT_WORDS = {**MONTH_WORDS, "mười lăm": 15}
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}

PARTS_OF_DAY = {
    "rạng sáng": "morning",
    "sáng sớm": "morning",
    "sáng": "morning",
    "trưa": "noon",
    "xế chiều": "afternoon",
    "chiều tối": "evening",
    "chiều muộn": "afternoon",
    "đầu giờ chiều": "afternoon",
    "chiều": "afternoon",
    "tối muộn": "evening",
    "tối": "evening",
    "đêm": "evening",
    "khuya": "evening",
}
"""Part of day -> ``time_of_day``; "chiều tối" is dusk and counts as evening."""

NOT_INSIDE = r"(?<![\d\w])(?<!\d[.,/:-])(?<![/.-](?:19|20)[ ])"
"""Before a number: not inside a longer number or word, nor in a year torn apart ("1/20 04")."""
AFTER = r"(?![\d\w])(?![.,/:-]\d)"
"""After a number: not inside a longer number or word."""


def day(n: str) -> str:
    """A day of the month in group ``d<n>``."""
    return rf"(?P<d{n}>0?[1-9]|[12]\d|3[01])(?!\d)"


def month(n: str) -> str:
    """A month's number in group ``m<n>``."""
    return rf"(?P<m{n}>1[0-2]|0?[1-9])(?!\d)"


def year(n: str) -> str:
    """A year of four digits in group ``y<n>``, 1000 to 2099."""
    return rf"(?P<y{n}>1\d{{3}}|20\d\d)(?!\d)"


def separator(name: str) -> str:
    """``/``, ``-`` or ``.`` between day, month and year, with stray spaces."""
    return rf"[ ]{{0,2}}(?P<{name}>[/.-])[ ]{{0,2}}"


def alternatives(words: dict[str, int] | dict[str, str]) -> str:
    """An alternation, longest first so that "mười hai" is not read as "mười"."""
    return "|".join(sorted((re.escape(w) for w in words), key=lambda w: (-len(w), w)))


MONTH_NAME = rf"(?:1[0-2]|0?[1-9])(?!\d)|(?:{alternatives(MONTH_WORDS)})(?!\w)"
PART = alternatives(PARTS_OF_DAY)
ORDINAL_BEFORE = "".join(f"(?<!{word} )" for word in ("lần", "kỳ", "phiên", "khóa", "họp", "hội", "nghị"))
"""Before "thứ": not an ordinal ("lần thứ 4", "kỳ họp thứ 5")."""
WEEKDAY = rf"(?:{ORDINAL_BEFORE}thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|cn)"
TO = r"[ ]{0,2}(?:-|đến hết|tới hết|đến|tới|->)[ ]{0,2}(?:hết[ ])?(?:(?:sáng|trưa|chiều|tối|đêm)[ ])?(?:ngày[ ])?"
"""Between the two ends of a range."""


def month_number(text: str) -> int:
    """The month that a number or a word names. Raises KeyError where it names none."""
    folded = " ".join(text.split())
    return int(folded) if folded.isdigit() else MONTH_WORDS[folded]
