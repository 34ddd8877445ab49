"""Numbers as Vietnamese prints them: 1.200 is one thousand two hundred, 6,7 is six and seven tenths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.text.spans import Span

_DIGITS = r"\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,3})?|\d{1,9}(?:[.,]\d{1,3})?"
_SCALE = (
    r"nghìn tỷ|nghìn tỉ|ngàn tỷ|ngàn tỉ|triệu tỷ|triệu tỉ|trăm triệu|trăm nghìn|chục nghìn|nghìn|ngàn|vạn|triệu|tỷ|tỉ"
)
_NUMBER = re.compile(
    rf"(?<![\w.,/])(?P<low>{_DIGITS})(?:\s?(?:-|đến|tới)\s?(?P<high>{_DIGITS}))?(?!\w|[.,/-]\d)(?:\s(?P<scale>{_SCALE})(?!\w))?"
)
_FACTORS = {
    "nghìn": 10**3,
    "ngàn": 10**3,
    "vạn": 10**4,
    "triệu": 10**6,
    "tỷ": 10**9,
    "tỉ": 10**9,
    "trăm": 10**2,
    "chục": 10**1,
}


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text. ``high``: the upper end where a range is printed ("5-6 triệu")."""

    span: Span
    low: float
    high: float | None


def find_numbers(folded: str, span: Span) -> Iterator[Number]:
    """The numbers in one span of a folded text, with their scale (nghìn, triệu, tỷ) multiplied in."""
    for match in _NUMBER.finditer(folded, span.start, span.end):
        factor = _factor(match["scale"])
        high = float(value(match["high"]) * factor) if match["high"] else None
        low = float(value(match["low"]) * factor)
        if high is None or low < high:
            yield Number(Span(*match.span()), low, high)


def value(digits: str) -> Decimal:
    """The value of printed digits: a point before three digits divides thousands, otherwise it divides decimals."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", digits):
        return Decimal(digits.replace(".", "").replace(",", "."))
    return Decimal(digits.replace(",", "."))


def _factor(scale: str | None) -> int:
    factor = 1
    for word in (scale or "").split():
        factor *= _FACTORS[word]
    return factor
