"""Patterns of days: single, listed, and from one to another."""

from __future__ import annotations

import re
from typing import Any

from pipeline.extract.dates import context
from pipeline.extract.dates.grammar import AFTER, MONTH_NAME, NOT_INSIDE, TO, day, month, separator, year
from pipeline.extract.dates.rule import Find, Rule, read_span
from pipeline.extract.dates.values import groups, interval, is_run, point

_YEAR_WORD = r"(?:,?[ ]năm[ ]{1,2}|[ ]{0,2}[/-][ ]{0,2}|,[ ]|[ ])"


def _numeric(n: str) -> str:
    """``d/m`` with an optional year, in groups of end ``n``."""
    return rf"{day(n)}{separator('s' + n)}{month(n)}(?:{separator('t' + n)}{year(n)})?"


def _worded(n: str) -> str:
    """``d tháng m`` with an optional year."""
    return rf"{day(n)}[ ]tháng[ ](?P<m{n}>{MONTH_NAME})(?:{_YEAR_WORD}{year(n)})?"


_LIST = r"(?P<list>(?:0?[1-9]|[12]\d|3[01])(?:[ ]?,[ ]?(?:0?[1-9]|[12]\d|3[01])){0,9}[ ]?(?:,|và|&)[ ]?)(?:ngày[ ])?"
_NUMBER = re.compile(r"\d+")


def read_pair(match: re.Match[str]) -> list[Find]:
    """ "24/4 và 25/4" is an interval where one day follows the other; else they are two expressions."""
    g = groups(match)
    g = {**g, "y1": g["y2"]} if "y2" in g else g
    first, last = point(g, "1"), point(g, "2")
    if g["m1"] == g["m2"] and is_run([int(g["d1"]), int(g["d2"])]) and first and last:
        return [Find(match.start(), match.end(), f"{first}/{last}")]
    spans = ((match.start("d1"), match.end("m1"), first), (match.start("d2"), match.end(), last))
    return [Find(start, end, value) for start, end, value in spans if value]


def read_list(match: re.Match[str]) -> list[Find]:
    """ "5 và 6/12" is an interval; days that do not follow each other are one expression each."""
    g = groups(match)
    last = int(g["d1"])
    firsts = [(m, int(m[0])) for m in _NUMBER.finditer(g["list"])]
    days = [n for _, n in firsts] + [last]
    values = [point({**g, "d1": str(n)}, "1") for n in days]
    if is_run(days):
        whole = interval(values[0], values[-1])
        return [Find(match.start(), match.end(), whole)] if whole else []
    base = match.start("list")
    spans = [(base + m.start(), base + m.end()) for m, _ in firsts] + [(match.start("d1"), match.end())]
    return [Find(s, e, v) for (s, e), v in zip(spans, values, strict=True) if v]


def _stated_span(text: str, match: re.Match[str]) -> bool:
    """A range without a year, written with hyphens alone, needs a calendar word before it."""
    g = groups(match)
    dashed = g.get("s2") == "-" or g.get("s1") == "-"
    bare = "y2" not in g and (dashed or g.get("s2") == ".")
    return not bare or context.said_as_date(text, match.start())


def _day_range(text: str, match: re.Match[str]) -> bool:
    if context.names_something(text, match.start()) or context.counted(text, match.end()):
        return False
    return _runs_on(groups(match)) and _stated_span(text, match)


def _runs_on(g: dict[str, str]) -> bool:
    """A range without a year may run over New Year, but not back by weeks ("từ 1/3 đến 1/2 số thủ tục" are shares)."""
    if "y1" in g or "y2" in g or "m1" not in g or "m2" not in g:
        return True
    first, last = (int(g["m1"]), int(g["d1"])), (int(g["m2"]), int(g["d2"]))
    return first <= last or first[0] - last[0] > _BACK_MONTHS


_BACK_MONTHS = 3
_FRACTIONS = frozenset(["1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "1/10", "24/7", "1/1"])
_DAYS_AFTER = re.compile(r"[ ]{1,2}ngày(?!\w)(?! \d)")
_MONTHS_BEFORE = re.compile(r"(?<!\w)tháng[ ]{1,2}$")
_SLASH_AFTER = re.compile(r"[ ]{0,2}[\"'”]?(?:[(),.;:\n]|$|[a-zà-ỹđ])")


def _day_month(text: str, match: re.Match[str]) -> bool:
    """Whether ``d/m`` without a year is a date: the rarer the form, the more its surroundings must say so."""
    start = match.start()
    if context.names_something(text, start) or context.counted(text, match.end()):
        return False
    compact = match[0].replace(" ", "")
    if compact in _FRACTIONS and (context.shares(text, start) or _is_share(text, match)):
        return False
    if context.said_as_date(text, start):
        return context.well_said(text, start) or not context.spans_time(text, match.end())
    if context.spans_time(text, match.end()):
        return False
    if match["s1"] == "/":
        return compact not in _FRACTIONS and len(compact) == len(match[0])
    bracketed = text[start - 1 : start] == "(" and text[match.end() : match.end() + 1] == ")"
    return match["s1"] == "-" and (
        bracketed or (" " not in text[match.start("d1") : match.end()] and context.met_on(text, start))
    )


def _is_share(text: str, match: re.Match[str]) -> bool:
    return not context.well_said(text, match.start()) and context.goes_on(text, match.end())


def _month_named(text: str, match: re.Match[str]) -> bool:
    """ "8 tháng năm 2017" are eight months of a year, not the 8th of May; "1 tháng 11 ngày" lasts."""
    if match["m1"].isdigit():
        return (
            context.named_day(text, match.start()) or "y1" in groups(match) or not _DAYS_AFTER.match(text, match.end())
        )
    follows = text[match.end("m1") : match.end("m1") + 3].lstrip(" ")
    return context.named_day(text, match.start()) and not (match["m1"] == "năm" and follows[:1].isdigit())


def _full(text: str, match: re.Match[str]) -> bool:
    """One separator throughout, or no point among two; "tháng 4 - 12/2017" are months."""
    mixed = match["s1"] != match["t1"]
    if mixed and ("." in (match["s1"], match["t1"]) or _MONTHS_BEFORE.search(context.before(text, match.start()))):
        return False
    return not context.counted(text, match.end())


def _rule(name: str, pattern: str, **more: Any) -> Rule:
    return Rule(name, re.compile(pattern), opens="digit", **more)


_SLASH = r"[ ]{1,2}/[ ]{1,2}"
RULES = (
    _rule(
        "day-range-slash",
        rf"{NOT_INSIDE}{day('1')}[/.-]{month('1')}[/.-]{year('1')}{_SLASH}{day('2')}[/.-]{month('2')}[/.-]{year('2')}{AFTER}",
        read=read_span,
    ),
    _rule("day-range", rf"{NOT_INSIDE}{_numeric('1')}{TO}{_numeric('2')}{AFTER}", read=read_span, guard=_day_range),
    _rule("day-range-words", rf"{NOT_INSIDE}{_worded('1')}{TO}{_worded('2')}{AFTER}", read=read_span),
    _rule("days-of-month-words", rf"{NOT_INSIDE}{day('1')}{TO}{_worded('2')}{AFTER}", read=read_span),
    _rule("days-of-month", rf"{NOT_INSIDE}{day('1')}{TO}{_numeric('2')}{AFTER}", read=read_span, guard=_day_range),
    _rule(
        "day-pair",
        rf"{NOT_INSIDE}{day('1')}(?P<s1>/){month('1')}(?![/\d])[ ]và[ ](?:ngày[ ])?{day('2')}/{month('2')}"
        rf"(?:/{year('2')})?{AFTER}",
        read=read_pair,
        guard=_day_month,
    ),
    _rule("day-list-words", rf"{NOT_INSIDE}{_LIST}{_worded('1')}{AFTER}", read=read_list),
    _rule("day-list", rf"{NOT_INSIDE}{_LIST}{_numeric('1')}{AFTER}", read=read_list, guard=_day_month),
    _rule(
        "day-full",
        rf"{NOT_INSIDE}{day('1')}{separator('s1')}{month('1')}{separator('t1')}{year('1')}{AFTER}",
        guard=_full,
    ),
    _rule("day-glued", rf"{NOT_INSIDE}{day('1')}[/.-](?P<m1>1[0-2]|0?[1-9])(?P<y1>(?:19|20)\d\d){AFTER}"),
    _rule("day-iso", rf"{NOT_INSIDE}{year('1')}-(?P<m1>0[1-9]|1[0-2])-(?P<d1>0[1-9]|[12]\d|3[01]){AFTER}"),
    _rule("day-words", rf"{NOT_INSIDE}{_worded('1')}{AFTER}", guard=_month_named),
    _rule("day-month", rf"{NOT_INSIDE}{day('1')}{separator('s1')}{month('1')}{AFTER}", guard=_day_month),
)
"""In order: what comes first claims its characters."""
