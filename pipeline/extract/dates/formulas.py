"""Formulas from which an article's year follows: reporting years, names of events, anniversaries, terms, series."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.dates.between import Lead
from pipeline.extract.dates.lexicon import Anniversary
from pipeline.extract.parts import DateExpression

_YEAR = r"((?:19|20)\d\d)"
_DAY_OF = r"\d{1,2}[/.-]\d{1,2}[/.-]"
_HEAD = 700
_PLANS = "nhiệm vụ|phương hướng|triển khai|kế hoạch|dự toán|dự kiến"
_REPORT = re.compile(rf"(?<!đến )năm {_YEAR}[^.\n]{{0,80}}?(?:{_PLANS})[^.\n]{{0,80}}?năm {_YEAR}")
_REVIEW = re.compile(rf"(?:tổng kết|sơ kết)[^.\n]{{0,100}}?năm {_YEAR}(?!\s?-)")
_SPAN = rf"\((?:[\d/. -]{{0,6}}){_YEAR}\s?-\s?(?:[\d/. -]{{0,6}}){_YEAR}\)"
_ANNIVERSARY = re.compile(rf"(?<!\d)(\d{{1,3}}) năm[^.\n]{{0,140}}?{_SPAN}")
_MARKED = re.compile(r"(?<!\w)(?:kỷ niệm|kỉ niệm|tưởng niệm|đánh dấu|mừng|dịp|tròn)(?!\w)[^\n]{0,160}$")
_FOUNDED = re.compile(
    rf"(?:thành lập|thiết lập|ra đời)[^.\n]{{0,40}}?năm {_YEAR}\.? ?[^.\n]{{0,10}}"
    r"(?:trong|sau|qua) (?:hơn )?(\d{1,3}) năm (?:qua|xây dựng)"
)
EVENTS = (
    "apec|tọa đàm|hội chợ|lễ hội|hội báo|hội sách|khóa họp|hội nghị|lễ|giải thưởng|giải báo|trao giải|chương trình"
    "|đại hội|đhđcđ|giờ trái đất|gặp gỡ|diễn đàn"
    "|ngày hội|liên hoan|festival|cuộc thi|cup|phát động|tuần lễ|năm đoàn kết|năm hữu nghị|năm du lịch|năm chéo"
    "|hội thảo|hội thi|hội diễn|hội thao|(?:lớp|khóa) (?:bồi dưỡng|tập huấn|đào tạo)"
    "|giải (?:bóng|vô địch|cờ|chạy|đua|đấu|golf|quần vợt|tennis|cầu lông|thể thao|việt dã|marathon)"
    "|triển lãm|olympic|sea games|asiad|trại hè|đối thoại|kỳ thi"
)
_EVENT_YEAR = re.compile(rf"(?<!\w)(?:{EVENTS})(?!\w)[^.,;\n]{{0,110}}?(?<![-/\d]){_YEAR}(?![-/\d]| ?-)")
NOT_HELD = re.compile(
    r"(?<!\w)(?:đến|tới|tầm nhìn|từ|kể từ|giai đoạn|luật|công ước|hiến pháp|nhiệm kỳ|kế hoạch|nhiệm vụ|cử|sẽ|hồi|vào"
    r"|dự toán|ngân sách)(?!\w)"
)
"""Words between an event's name and a year by which the year is another's."""
_EDITION = re.compile(
    r"(?<!\w)(?:apec|asean|olympic|asiad|sea games|world cup|aff cup|năm (?:đoàn kết |đoàn kết, )?hữu nghị"
    r" [^.,;\n]{0,30}"
    rf"|festival [\w ]{{2,20}})\)? {_YEAR}(?![-/\d]| ?-)"
)
_TERM = re.compile(rf"đại hội[^.\n]{{0,130}}?lần thứ[^.\n]{{0,40}}?nhiệm kỳ {_YEAR}\s?-\s?{_YEAR}")
_FIRST = r"(?:lần đầu|lần thứ nhất|lần 1)"
_HELD = r"(?:tổ chức|diễn ra|khởi xướng)"
_SERIES = re.compile(rf"(?:{_FIRST}[^.\n]{{0,20}}{_HELD}|{_HELD}[^.\n]{{0,20}}{_FIRST})[^.\n]{{0,70}}?năm {_YEAR}")
_ORDINAL = re.compile(r"lần thứ (\d{1,2})(?!\d)")
_NUMBERS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_TURN = rf"lần thứ (\d{{1,2}}|{'|'.join(_NUMBERS)})"
_TURN_OF_YEAR = re.compile(rf"(?<!\w){_TURN}(?: được)?(?: (?:tổ chức|diễn ra|họp))? ?\(?(?:vào )?năm {_YEAR}(?!\d)")
_YEARLY = re.compile(r"(?:hằng năm|hàng năm|thường niên|mỗi năm|(?<!\d)(\d{1,2}) năm)(?!\w)")
_TET = re.compile(
    r"(?<!từ )(?<!như )(?<!với )(?<!hồi )(?<!\w)"
    rf"tết(?: nguyên đán| dương lịch| \w{{2,5}} \w{{2,5}})?,?(?: năm)? {_YEAR}"
)
_YEARS_OF = re.compile(r"(?<![\d.,])(\d{1,3}) năm ([^.\n]{4,110})")
_YEARS_OF_DAY = re.compile(r"(?<![\d.,])(\d{1,3}) năm [^.\n(]{0,60}?\((\d{1,2})[/-](\d{1,2})\)")
_YEARS_SINCE = re.compile(
    r"(?:kỷ niệm|kỉ niệm|tròn|cách đây|cách nay|nhân dịp)[^.\n\d]{0,40}?(?<!hơn )(?<!gần )(?<!\d)(\d{1,3}) năm(?! \d)"
    rf"[^.\n(\d]{{0,90}}?(?:(?:\(|(?<!vào )ngày ){_DAY_OF}|[,(] ?tháng \d{{1,2}}[/-]){_YEAR}(?:\)|(?![\d/-]| ?-))"
)
_JUBILEE = re.compile(r"(?:kỷ niệm|kỉ niệm|tròn)[^.\n]{0,40}?(?<!\d)(\d{1,3}) năm(?! \d)")
_BEGUN = re.compile(
    r"(?:thiết lập|thành lập|ra đời|ký kết)[^.\n]{0,70}?(?:\(|ngày |năm |từ )"
    rf"(?:\d{{1,2}}[/-]){{0,2}}{_YEAR}(?![\d/-]| ?-)"
)
_THIS_YEAR = re.compile(rf"năm nay \(?{_YEAR}|năm {_YEAR} này(?!\w)")
_SAME_PERIOD = re.compile(rf"(?:tháng|quý)[^.\n]{{0,140}}?cùng kỳ năm {_YEAR}(?!\d)")


_CLAUSE_END = re.compile(r"[.;,\n]")


def apart(folded: str) -> int | None:
    """ "kỷ niệm 50 năm ..." in the head and "thiết lập quan hệ ... năm 1969" anywhere: 2019."""
    jubilee = _JUBILEE.search(folded, 0, 2 * _HEAD)
    begun = _BEGUN.search(folded)
    return int(begun[1]) + int(jubilee[1]) if jubilee and begun else None


def this_year(folded: str) -> int | None:
    """ "năm nay (2018)", "trong năm 2018 này"."""
    match = _THIS_YEAR.search(folded)
    return int(match[1] or match[2]) if match else None


def compared(folded: str) -> int | None:
    """ "8 tháng đầu năm ... so với cùng kỳ năm 2016" is told in 2017."""
    years = [int(m[1]) for m in _SAME_PERIOD.finditer(folded)]
    return max(years) + 1 if years else None


def beside(folded: str, dates: Sequence[DateExpression]) -> int | None:
    """ "Tọa đàm Việt Nam - Lào 2017 ở Viêng Chăn ngày 12/5": the year in a name stands by the day in one clause."""
    for year, other in pairwise(dates):
        between = folded[year.span.end : other.span.start]
        named = year.rule in ("year-bare", "year-of-name") and len(year.value) == 4
        if named and "XXXX" in other.value and len(between) < 50 and not _CLAUSE_END.search(between):
            return int(year.value)
    return None


def reported(folded: str, lead: Lead | None) -> int | None:
    """ "kết quả năm 2015, nhiệm vụ năm 2016": told in the second half of the year it is 2015, else 2016."""
    match = _REPORT.search(folded)
    if match is None or lead is None or int(match[2]) != int(match[1]) + 1:
        return None
    return int(match[1]) if lead.month >= 7 else int(match[2])


def reviewed(folded: str, lead: Lead | None) -> int | None:
    """ "hội nghị tổng kết năm 2015" in the article's head."""
    match = _REVIEW.search(folded, 0, _HEAD)
    if match is None or lead is None:
        return None
    return int(match[1]) if lead.month >= 6 else int(match[1]) + 1


def named(folded: str) -> int | None:
    """The year in the name of the event: anywhere where it is an edition ("APEC 2017"), else in the head."""
    edition = _EDITION.search(folded)
    if edition:
        return int(edition[1])
    held = (m for m in _EVENT_YEAR.finditer(folded, 0, _HEAD) if not NOT_HELD.search(m[0]))
    return next((int(m[1]) for m in held), None)


def anniversary(folded: str) -> int | None:
    """ "kỷ niệm 40 năm ... (7/1/1979 - 7/1/2019)" is told in 2019."""
    for match in _ANNIVERSARY.finditer(folded):
        marked = _MARKED.search(folded, max(0, match.start() - 180), match.start()) or _beside(match)
        if marked and int(match[3]) - int(match[2]) == int(match[1]):
            return int(match[3])
    return None


def since(folded: str) -> int | None:
    """ "kỷ niệm 70 năm ngày truyền thống (25/10/1945)", "cách đây 70 năm, ngày 25/10/1945" are told in 2015."""
    match = _YEARS_SINCE.search(folded)
    return int(match[2]) + int(match[1]) if match else None


def _beside(match: re.Match[str]) -> bool:
    """ "15 năm (2001-2016)" in the article's head needs no word that marks it."""
    return match.start() < _HEAD and match[0].index("(") - len(match[1]) < len(" năm hoạt động ")


def founded(folded: str) -> int | None:
    """ "thành lập năm 1955. Trong 64 năm qua" is told in 2019."""
    match = _FOUNDED.search(folded)
    return int(match[1]) + int(match[2]) if match else None


def congress(folded: str) -> int | None:
    """The first year of the term that a congress in the article's head opens."""
    return max((int(m[1]) for m in _TERM.finditer(folded, 0, _HEAD)), default=None)


def series(folded: str) -> int | None:
    """ "lần đầu tổ chức năm 2014 ... lần thứ 5" of what is held every year is 2018."""
    first, ordinal = _SERIES.search(folded), _ORDINAL.search(folded, 0, 2 * _HEAD)
    if first is None or ordinal is None:
        return None
    yearly = any(m[1] in (None, ordinal[1]) for m in _YEARLY.finditer(folded))
    return int(first[1]) + int(ordinal[1]) - 1 if yearly else None


def counted_on(folded: str) -> int | None:
    """ "lần thứ hai năm 2015, lần thứ ba năm 2016" puts the "lần thứ 4" of the article's head in 2017."""
    held = {_number(m[1]): int(m[2]) for m in _TURN_OF_YEAR.finditer(folded)}
    ordinal = _ORDINAL.search(folded, 0, 2 * _HEAD)
    if ordinal is None or len(held) < 2 or len({year - turn for turn, year in held.items()}) != 1:
        return None
    turn = int(ordinal[1])
    return held[max(held)] + turn - max(held) if turn > max(held) else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]


def new_year(folded: str, lead: Lead | None) -> int | None:
    """ "Tết 2019" lies at that year's beginning: preparations in autumn are of the year before."""
    match = _TET.search(folded)
    if match is None or lead is None:
        return None
    return int(match[1]) - (lead.month >= 8)


def commemorated(folded: str, anniversaries: Sequence[Anniversary]) -> int | None:
    """ "kỷ niệm 72 năm Ngày Thương binh - Liệt sĩ" is 2019: by the register of anniversaries, in the article's head."""
    for match in _YEARS_OF.finditer(folded, 0, 2 * _HEAD):
        for one in anniversaries:
            if _speaks_of(match[2], one):
                return one.year + int(match[1])
    return None


def _speaks_of(words: str, one: Anniversary) -> bool:
    relations = "quan hệ ngoại giao" in words
    if relations != (one.kind == "relations"):
        return False
    return any(re.search(rf"(?<!\w){re.escape(w)}(?!\w)", words) for w in one.words)


def returned(folded: str, dates: Sequence[DateExpression]) -> int | None:
    """ "35 năm ngày giỗ trận (12/7)" of what was on 12/7/1984 is 2019."""
    stated = [d.value for d in dates if d.basis == "stated" and len(d.value) == 10]
    for match in _YEARS_OF_DAY.finditer(folded):
        ending = f"-{int(match[3]):02d}-{int(match[2]):02d}"
        year = next((int(v[:4]) for v in stated if v.endswith(ending)), None)
        if year is not None:
            return year + int(match[1])
    return None
