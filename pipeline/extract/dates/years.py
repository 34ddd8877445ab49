"""Give a day and month the year that its own article gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.documents.model import Document
from pipeline.extract.dates.anchors import Anchor, anchors
from pipeline.extract.dates.between import Lead, lead_of
from pipeline.extract.dates.lexicon import DateLexicon
from pipeline.extract.dates.reporting import Evidence, Reporting, reporting_year
from pipeline.extract.parts import DateExpression
from pipeline.text.edtf import is_valid, lacks_year, one_of
from pipeline.text.fold import fold
from pipeline.text.spans import mask

_RELATIVE_YEAR = re.compile(r"[ ,(]{0,3}(?:(năm ngoái|năm trước|năm qua)|(năm nay)|(năm sau|năm tới|sang năm))(?!\w)")
_EVERY_YEAR = re.compile(r"[ ,(]{0,3}(?:hàng|hằng|mỗi) năm(?!\w)")
_LOOKS_BACK = re.compile(r"(?<!\w)(?:hồi|trước đó|vừa qua|đã|từng)(?!\w)[^.;\n]{0,30}$")
_LOOKS_AHEAD = re.compile(r"(?<!\w)(?:sẽ|dự kiến|sắp|tới đây|hạn|trước(?! đó))(?!\w)[^.;\n]{0,60}$")
_AHEAD_AFTER = re.compile(r"[ ,]{0,2}(?:tới|sắp tới)(?!\w)")
_CONTINUES = 220
_OPENING = 500
_SAME_STORY = 2000


def complete(document: Document, dates: Sequence[DateExpression], lexicon: DateLexicon) -> tuple[DateExpression, ...]:
    """Every expression with the year that the article gives; what no reader could derive keeps ``XXXX``."""
    folded = mask(fold(document.text), document.spans("furniture"), " ")
    known = anchors(folded, dates, document.spans("caption"))
    lead = lead_of(dates)
    told = reporting_year(Evidence(folded, lead, document.published, known, dates, lexicon))
    first = _full_lead(dates)
    if first is not None and not _passed_since(first, known) and told.basis != "published":
        told, lead = Reporting((first[0],), "context"), first[1]
    completed: list[DateExpression] = []
    for expression in dates:
        completed.append(_with_year(folded, expression, told, lead, completed))
    return tuple(completed)


def _full_lead(dates: Sequence[DateExpression]) -> tuple[int, Lead] | None:
    """The year and day of the full date that an article opens with, which tells its year."""
    first = next((d for d in dates if len(d.value.partition("/")[0]) >= 10 and d.value[4:5] == "-"), None)
    if first is None or first.basis != "stated" or first.span.start > _OPENING:
        return None
    start = first.value.partition("/")[0]
    return int(start[:4]), Lead(int(start[5:7]), int(start[8:10]), first.span.start)


def _passed_since(first: tuple[int, Lead], known: Sequence[Anchor]) -> bool:
    """Whether an article that opens with an older day looks back on days of a later year: it tells how things went."""
    return any(a.behind and a.precise and a.earliest.year > first[0] for a in known)


def _with_year(
    folded: str,
    expression: DateExpression,
    told: Reporting,
    lead: Lead | None,
    before: Sequence[DateExpression],
) -> DateExpression:
    if not lacks_year(expression.value) or _EVERY_YEAR.match(folded, expression.span.end):
        return expression
    follows = _continued(folded, expression, before)
    if follows is not None and (not told.years or follows != told.years[0]):
        return _put(expression, [follows], "context")
    years = [y + _shift(folded, expression, y, lead) for y in told.years]
    return _put(expression, years, told.basis) if years else expression


def _continued(folded: str, expression: DateExpression, before: Sequence[DateExpression]) -> int | None:
    """The year of a full date just before in the same line that this one continues ("từ 8/1/1979 ... đến 5/2")."""
    for other in reversed(before):
        if (
            expression.span.start - other.span.end > _CONTINUES
            or "\n" in folded[other.span.end : expression.span.start]
        ):
            return None
        if other.basis == "stated" and len(other.value.split("/")[-1]) == 10:
            end = other.value.split("/")[-1]
            return int(end[:4]) + (1 if _months(expression) < int(end[5:7]) - 6 else 0)
    return None


def _months(expression: DateExpression) -> int:
    return int(expression.value[5:7])


def _shift(folded: str, expression: DateExpression, year: int, lead: Lead | None) -> int:
    """-1, 0 or 1: the year before, of or after the article's own, by what is said, else by what lies nearest."""
    said = _RELATIVE_YEAR.match(folded, expression.span.end)
    if said:
        return -1 if said[1] else 0 if said[2] else 1
    if lead is None:
        return 0
    if "/" in expression.value and len(expression.value) == 15:
        return -1 if int(expression.value[-2:]) > lead.month + 1 and expression.value[5:7] == "01" else 0
    gap = 30.4 * (_months(expression) - lead.month) + _day_of(expression) - lead.day
    line = folded[max(0, expression.span.start - 70) : expression.span.start].rsplit("\n", 1)[-1]
    if _AHEAD_AFTER.match(folded, expression.span.end) or _LOOKS_AHEAD.search(line):
        return 1 if gap < -60 else 0
    if _LOOKS_BACK.search(line):
        return -1 if gap > 10 else 0
    near = abs(expression.span.start - lead.start) < _SAME_STORY
    return _over_new_year(lead.month, _months(expression)) if near else 0


def _over_new_year(told: int, month: int) -> int:
    """Told in winter, autumn is of the year before; told late in the year, January and February are of the next."""
    return -1 if told <= 3 and month >= 9 else 1 if told >= 11 and month <= 2 else 0


def _day_of(expression: DateExpression) -> int:
    text = expression.value[8:10]
    return int(text) if text.isdigit() else 15


def _put(expression: DateExpression, years: list[int], basis: str) -> DateExpression:
    put = _quarter if expression.rule == "quarter" else in_year
    values = [v for y in years if (v := put(expression.value, y))]
    if not values or (len(values) > 1 and "/" in expression.value):
        return expression
    return replace(expression, value=one_of(values), basis=basis)


def _quarter(value: str, year: int) -> str:
    """A quarter's months put into a year: EDTF's 33 to 36."""
    return f"{year:04d}-{32 + int(value[-2:]) // 3}"


def in_year(value: str, year: int) -> str | None:
    """A value without a year put into one; an interval that runs over New Year ends in the next year."""
    first, slash, last = value.partition("/")
    if not slash:
        filled = value.replace("XXXX", f"{year:04d}")
    else:
        end = year + 1 if last[5:] < first[5:] else year
        filled = f"{first.replace('XXXX', f'{year:04d}')}/{last.replace('XXXX', f'{end:04d}')}"
    return filled if is_valid(filled) else None
