"""Patterns of months, quarters, years, terms and decades."""

from __future__ import annotations

import re
from typing import Any

from pipeline.extract.dates import context
from pipeline.extract.dates.formulas import EVENTS
from pipeline.extract.dates.grammar import AFTER, COUNT_WORDS, NOT_INSIDE, QUARTERS, alternatives, month_number, year
from pipeline.extract.dates.rule import Find, Rule, read_point, read_span
from pipeline.extract.dates.values import groups, interval, is_run, month_value

_OF_YEAR = r"(?:,?[ ]năm[ ]{1,2}|[ ]{0,2}[/.-][ ]{0,2}|,[ ])(?P<y1>1[89]\d\d|20\d\d)(?!\d)"
_MONTH_WORD = r"(?:hai|một)(?= năm (?:nay|ngoái|\d)| vừa| tới|[,.)])|ba|tư|sáu|bảy|bẩy|tám|chín|mười một|mười hai|mười"
_COUNT = rf"1[01]|[2-9]|{alternatives(COUNT_WORDS)}"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)(?!\d)"
_DECADE = r"(?:1[89]|20)\d0"
_DASH = r"[ ]{0,2}(?:-|đến|tới|/)[ ]{0,2}(?:(?:hết[ ])?năm[ ]{1,2})?"


def years_of_names(text: str, free: str) -> list[Find]:
    """Years that close a name ("Techfest 2018 mở cửa"): ``text`` keeps its capitals, ``free`` is folded and masked."""
    found = []
    for match in _NAME_YEAR.finditer(text):
        start, end = match.span("year")
        unclaimed = free[start:end] == match["year"] and match["word"] not in _NO_NAMES
        if unclaimed and not context.counted(free, end) and not _BEFORE_YEAR.search(context.before(free, start)):
            found.append(Find(start, end, match["year"]))
    return found


def read_part_of_year(match: re.Match[str]) -> list[Find]:
    """ "9 tháng đầu năm 2017" is January to September, "6 tháng cuối năm" July to December."""
    g = groups(match)
    count = month_number(g["n"])
    year_text = g.get("y1", "XXXX")
    first, last = (13 - count, 12) if g.get("side") == "cuối" else (1, count)
    return [Find(match.start(), match.end(), f"{year_text}-{first:02d}/{year_text}-{last:02d}")]


def read_revolution(match: re.Match[str]) -> list[Find]:
    """ "Cách mạng Tháng Tám" names a month of 1945."""
    return [Find(match.start(), match.end(), "1945-08")]


def read_mixed(match: re.Match[str]) -> list[Find]:
    """ "từ năm 2014 đến tháng 4/2017": the ends are as precise as they are said."""
    g = groups(match)
    value = interval(g["y1"], f"{g['y2']}-{int(g['m2']):02d}")
    return [Find(match.start(), match.end(), value)] if value else []


def read_quarter(match: re.Match[str]) -> list[Find]:
    """A quarter as EDTF's 33 to 36; without a year as its first and last month."""
    g = groups(match)
    n = QUARTERS[g["q"]]
    value = f"{g['y1']}-{32 + n}" if "y1" in g else f"{month_value(None, 3 * n - 2)}/{month_value(None, 3 * n)}"
    return [Find(match.start(), match.end(), value)]


def read_years(match: re.Match[str]) -> list[Find]:
    """ "năm 2018, 2019 và 2020" is an interval; years that do not follow each other are one expression each."""
    found = [(m.start() + match.start("list"), m[0]) for m in re.finditer(r"\d{4}", match["list"])]
    years = [int(text) for _, text in found]
    if is_run(years):
        return [Find(match.start(), match.end(), f"{years[0]}/{years[-1]}")]
    return [Find(start, start + 4, text) for start, text in found]


def read_decade(match: re.Match[str]) -> list[Find]:
    """ "những năm 1980" is 198X; "những năm 60 và 70" is 196X/197X."""
    g = groups(match)
    decades = [_decade(g[n]) for n in ("n1", "n2") if n in g]
    return [Find(match.start(), match.end(), "/".join(decades))]


def _decade(text: str) -> str:
    return f"{text[:3]}X" if len(text) == 4 else f"19{text[0]}X"


def read_short_years(match: re.Match[str]) -> list[Find]:
    """ "2018-19" is 2018/2019."""
    first, last = match["y1"], match["y1"][:2] + match["yy"]
    return [Find(match.start(), match.end(), f"{first}/{last}")] if int(last) == int(first) + 1 else []


_AMOUNTS = (
    "số|khoảng|hơn|gần|trên|dưới|giá|mức|đạt|ql|quốc lộ|tổng|cộng|còn|lên|xuống|tăng|giảm|là|thứ|được|có|chỉ|phòng|lô"
    "|mã|với|usd"
)
_NAME_YEAR = re.compile(r"(?<![\w-])(?P<word>[A-ZĐ][\w&-]{1,20})[ ](?P<year>199\d|20[0-3]\d)(?![\w%])(?![.,/:-]\d)")
_NO_NAMES = frozenset(["Boeing", "Airbus", "Số", "Điều", "Windows", "Office", "Model", "Khoảng", "Hơn", "Gần", "Có"])
_BEFORE_YEAR = re.compile(rf"(?:(?<!\w)(?:{_AMOUNTS})|[\d.,/%$-]|-[ ])[ ]{{0,2}}$")
_AFTER_YEAR = re.compile(r"[ ]{0,2}(?:[(),.;:!?\"'”/\n-]|và(?!\w)|$)")
_COUNT_BEFORE = re.compile(r"\d[ ]$")
_STREET = re.compile(r"(?<!\w)(?:đường|phố|số|ngã tư|góc|hẻm|quảng trường)[ ][^.,\n]{0,12}cách mạng[ ]$")
_OPENERS = (
    "apec|asean|cup|games|tết|xuân|olympic|asiad|euro|khoá|khóa|luật|hiến pháp|mùa|vụ|niên khóa|năm học|nhiệm kỳ"
    "|giai đoạn|từ|đến|tới|trước|sau|kể từ|hè|đông|thu"
)
_OPENS_YEAR = re.compile(rf"(?:(?<!\w)(?:{_OPENERS})|\()[ ]{{0,2}}$")
_NAMES = f"{EVENTS}|thông điệp|chiến dịch|sách trắng|chỉ số|kế hoạch"
_NAMES = f"{_NAMES}|pháp lệnh|luật|bộ luật|công ước|hiệp định|hiệp ước|hiến pháp|nghị quyết|tuyên bố|giải|ngày|năm"
_NAME_OPENS = re.compile(rf"(?<!\w)(?:{_NAMES})(?!\w)[^.,;:()\n\d]{{0,38}}[ ]$")


def _bare_year(text: str, match: re.Match[str]) -> bool:
    """A year without "năm" before it: opened by a word that takes one, or closing a name."""
    line = context.before(text, match.start())
    if _OPENS_YEAR.search(line):
        return not context.counted(text, match.end())
    if _BEFORE_YEAR.search(line) or not line.strip():
        return False
    ends = bool(_AFTER_YEAR.match(text, match.end()))
    return ends or (bool(_NAME_OPENS.search(line)) and not context.counted(text, match.end()))


def _plausible_span(text: str, match: re.Match[str]) -> bool:
    first, last = int(match["y1"]), int(match["y2"])
    return first < last < first + 400 and not context.counted(text, match.end())


def _quarter(text: str, match: re.Match[str]) -> bool:
    return "y1" in groups(match) or not match["q"].isdigit() or not _ADDRESSED.match(text, match.end())


def _month(text: str, match: re.Match[str]) -> bool:
    """ "3 tháng 5 ngày" counts; "tháng 13" is a salary."""
    return not _COUNT_BEFORE.search(text, max(0, match.start() - 2), match.start()) and not _STREET.search(
        text, max(0, match.start() - 40), match.start()
    )


_ADDRESSED = re.compile(r"[ ](?!năm|đầu|cuối|vừa|tới|sẽ|đã|của|so|và|tăng|giảm|đạt|này)[a-zà-ỹđ]|[ ]?[.,/-]\d")
_OPENED = ((NOT_INSIDE, "digit"), (r"(?<!\w)tháng", "tháng"), (r"(?<!\w)năm", "năm"), (r"(?<!\w)quý", "quý"))


def _rule(name: str, pattern: str, **more: Any) -> Rule:
    opens = next((o for start, o in _OPENED if pattern.startswith(start)), None)
    return Rule(name, re.compile(pattern), opens=opens, **more)


_M1 = r"tháng[ ]{1,2}(?P<m1>(?:1[0-2]|0?[1-9])(?!\d)|(?:" + _MONTH_WORD + r")(?!\w))"
_FROM_YEAR = r"(?:từ[ ])?năm[ ](?P<y1>" + _YEAR + r")[ ](?:đến|tới)[ ](?:hết[ ])?"
_TO_MONTH = r"tháng[ ](?P<m2>1[0-2]|0?[1-9])(?:[ ]?[/-][ ]?|[ ]năm[ ])"
_M2 = r"(?:tháng[ ]{1,2})?(?P<m2>1[0-2]|0?[1-9])(?!\d)"
RULES = (
    _rule("year-to-month", rf"(?<!\w){_FROM_YEAR}{_TO_MONTH}{year('2')}", read=read_mixed),
    _rule("month-range-years", rf"(?<!\w){_M1}{_OF_YEAR}{_DASH}{_M2}[ ]?(?:/|-|năm[ ])[ ]?{year('2')}", read=read_span),
    _rule(
        "month-range",
        rf"(?<!\w){_M1}[ ]{{0,2}}(?:-|đến|tới)[ ]{{0,2}}(?:hết[ ])?{_M2}(?:[ ]?(?:/|-|năm[ ])[ ]?{year('2')})?{AFTER}",
        read=read_span,
    ),
    _rule("month-of-year", rf"(?<!\w){_M1}{_OF_YEAR}{AFTER}"),
    _rule(
        "august-revolution", r"(?<!\w)tháng(?<=cách mạng tháng)[ ](?:8|tám)(?!\w)", read=read_revolution, guard=_month
    ),
    _rule("month", rf"(?<!\w){_M1}{AFTER}", guard=_month),
    _rule(
        "part-of-year",
        rf"(?<!\w)(?P<n>{_COUNT})[ ]tháng[ ](?:(?P<side>đầu|cuối)[ ])?năm(?:[ ](?:nay(?!\w)|{year('1')}))?(?!\w)",
        read=read_part_of_year,
        guard=lambda text, match: bool(match["side"] or match["y1"]),
    ),
    _rule(
        "quarter", r"(?<!\w)quý[ ](?P<q>iv|i{1,3}|[1-4])(?!\w)(?:" + _OF_YEAR + ")?", read=read_quarter, guard=_quarter
    ),
    _rule("month-numeric", rf"{NOT_INSIDE}(?P<m1>1[0-2]|0?[1-9])[ ]?/[ ]?(?P<y1>19[3-9]\d|20[0-4]\d){AFTER}"),
    _rule(
        "decade",
        rf"(?<!\w)(?:những năm|thập niên|thập kỷ|thập kỉ)[ ](?P<n1>{_DECADE}|[1-9]0)"
        rf"(?:[ ]?(?:-|và|,|đến)[ ]?(?P<n2>{_DECADE}|[1-9]0))?(?!\d)(?:[ ]của)?(?:[ ]thế kỷ (?:trước|xx|20)(?!\w))?",
        read=read_decade,
    ),
    _rule(
        "year-range",
        rf"(?<!\w)(?:từ[ ])?năm[ ](?P<y1>{_YEAR}){_DASH}(?P<y2>{_YEAR}){AFTER}",
        read=read_span,
        guard=_plausible_span,
    ),
    _rule(
        "year-range-bare",
        rf"{NOT_INSIDE}(?P<y1>{_YEAR}){_DASH}(?P<y2>{_YEAR}){AFTER}",
        read=read_span,
        guard=_plausible_span,
    ),
    _rule(
        "year-list",
        rf"(?<!\w)năm[ ](?P<list>{_YEAR}(?:, (?:năm )?{_YEAR}){{1,6}},? và (?:năm )?{_YEAR}){AFTER}",
        read=read_years,
    ),
    _rule("year-of-age", rf"{NOT_INSIDE}(?<=niên đại )(?P<y1>1[0-7]\d\d){AFTER}"),
    _rule("year-range-short", rf"{NOT_INSIDE}(?P<y1>20\d\d)[/-](?P<yy>\d\d){AFTER}", read=read_short_years),
    _rule("year", r"(?<!\w)năm[ ]{1,2}(?P<y1>1[0-9]\d\d|20\d\d|21\d\d)(?!\d)(?![.,]\d)", read=read_point),
    _rule("year-bare", rf"{NOT_INSIDE}(?P<y1>1[89]\d\d|20[0-9]\d){AFTER}", guard=_bare_year),
)
"""In order: what comes first claims its characters."""
