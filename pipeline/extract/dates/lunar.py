"""Days of the lunar calendar: read where the register of new years gives their solar day, kept away where it does not.

"mùng 2 Tết Kỷ Hợi" is 2019-02-06. "15/4 âm lịch" is no 15th of April: without a lunar calendar of every month it is
left out, and the solar day that a text gives beside it is read as any other.
"""

from __future__ import annotations

import re
from datetime import timedelta

from pipeline.extract.dates.lexicon import DateLexicon
from pipeline.extract.dates.rule import Find
from pipeline.text.spans import Span

_YEAR = r"(?:,?[ ](?:xuân[ ]|năm[ ])?(?P<year>(?:19|20)\d\d(?!\d)|\w{2,5}[ ]\w{2,5}))?"
_NEW_YEAR = re.compile(
    r"(?<!\w)(?:(?:(?:mùng|mồng)[ ](?P<day>\d{1,2})[ ]tết|(?:mùng|mồng|ngày)[ ](?P<dom>\d{1,2})[ ]tháng giêng)"
    r"|(?P<full>rằm)[ ]tháng giêng"
    rf"|(?:ngày[ ])?(?P<eve>30)[ ]tết)(?:[ ]nguyên đán)?(?:[ ]âm lịch)?{_YEAR}"
)
_LUNAR = re.compile(
    r"(?<!\d)\d{1,2}(?:[ ]?[/-][ ]?\d{1,2}|[ ]tháng[ ](?:\d{1,2}|giêng|chạp|\w{2,4}))"
    r"(?:[ ]?[/-][ ]?\d{4})?[ ](?:năm[ ])?\(?(?:\w{2,5}[ ]\w{2,5}[ ])?(?:âm lịch|al(?!\w))"
)
_STEMS = "giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý"
_BRANCHES = "tý|sửu|dần|mão|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi"
_NAMED_YEAR = re.compile(
    r"(?<!\d)\d{1,2}[ ]tháng[ ](?:\d{1,2}|\w{2,5}(?:[ ]\w{2,4})?)(?:[ ]âm lịch)?,?"
    rf"[ ]năm[ ](?:{_STEMS})[ ](?:{_BRANCHES})(?!\w)"
)
_FULL_MOON = 15


def find_lunar(folded: str, lexicon: DateLexicon) -> list[Find]:
    """The days around a lunar new year whose year is said, as solar days; the span leaves the year's name out."""
    found = (_solar(m, lexicon) for m in _NEW_YEAR.finditer(folded))
    return [f for f in found if f is not None]


def lunar_spans(folded: str) -> list[Span]:
    """Lunar days and months written like solar ones ("10/3 âm lịch", "15 tháng 2 năm Canh Tý"), no solar days."""
    return [Span(*m.span()) for pattern in (_LUNAR, _NAMED_YEAR) for m in pattern.finditer(folded)]


def _solar(match: re.Match[str], lexicon: DateLexicon) -> Find | None:
    first = lexicon.new_years.get(_year(match["year"], lexicon))
    if first is None:
        return None
    after = -1 if match["eve"] else (_FULL_MOON if match["full"] else int(match["day"] or match["dom"])) - 1
    if after > 29:
        return None
    return Find(match.start(), match.end(), (first + timedelta(days=after)).isoformat())


def _year(text: str | None, lexicon: DateLexicon) -> int:
    """The solar year in which a lunar year begins, by number or name; 0 where none is said."""
    if text is None:
        return 0
    if text.isdigit():
        return int(text)
    years = lexicon.named_years.get(text, ())
    return years[0] if len(years) == 1 else 0
