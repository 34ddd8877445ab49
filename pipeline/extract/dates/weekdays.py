"""The weekday that is said with a day and month, as evidence of its year."""

from __future__ import annotations

import re

from pipeline.extract.dates.between import Lead, in_year
from pipeline.extract.dates.grammar import ORDINAL_BEFORE
from pipeline.extract.dates.tenures import YEARS

_DAYS = ("hai|2", "ba|3", "tư|4", "năm|5", "sáu|6", "bảy|bẩy|7")
_SAID = re.compile(
    r"(?<!\w)(?:"
    + "|".join(rf"(?P<d{n}>{ORDINAL_BEFORE}thứ (?:{words}))" for n, words in enumerate(_DAYS))
    + "|(?P<d6>chủ nhật|cn))(?!\\w)[ ,(]{0,3}(?:ngày )?\\d"
)
_BEFORE, _WITHIN = 16, 28


def weekday_years(folded: str, lead: Lead) -> frozenset[int] | None:
    """The years in which the lead's day falls on the weekday said with it ("thứ Sáu (24/11)"); None where none is."""
    before = folded[max(0, lead.start - _BEFORE) : lead.start].rsplit("\n", 1)[-1]
    match = _SAID.search(before + folded[lead.start : lead.start + _WITHIN])
    if match is None:
        return None
    said = next(n for n in range(7) if match[f"d{n}"])
    return frozenset(y for y in YEARS if in_year(y, lead).weekday() == said)
