"""Find the calendar expressions of a document, then give each the year that its article gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.documents.model import Document
from pipeline.extract.dates import context, days, periods
from pipeline.extract.dates.lexicon import DateLexicon
from pipeline.extract.dates.lunar import find_lunar, lunar_spans
from pipeline.extract.dates.rule import Find, Rule
from pipeline.extract.dates.years import complete
from pipeline.extract.parts import DateExpression
from pipeline.text.edtf import lacks_year
from pipeline.text.fold import fold
from pipeline.text.spans import Span, mask

_RULES = (*days.RULES, *periods.RULES)
_OPENINGS = {
    "digit": re.compile(r"\d+"),
    "tháng": re.compile("tháng"),
    "năm": re.compile("năm"),
    "quý": re.compile("quý"),
}


def find_dates(document: Document, lexicon: DateLexicon, avoid: Sequence[Span]) -> tuple[DateExpression, ...]:
    """The calendar expressions outside furniture and outside ``avoid`` (document numbers), in text order.

    A day and month without a year has the value ``XXXX-MM-DD`` and basis ``none`` here."""
    folded = fold(document.text)
    free = mask(folded, [*avoid, *document.spans("furniture")])
    lunar = find_lunar(free, lexicon)
    found = [_expression(folded, f, "lunar-new-year") for f in lunar]
    free = mask(free, [*lunar_spans(free), *(Span(f.start, f.end) for f in lunar)])
    starts = _starts(free)
    for rule in _RULES:
        finds = _finds(rule, free, starts)
        found += [_expression(folded, f, rule.name) for f in finds]
        free = mask(free, [Span(f.start, f.end) for f in finds])
    found += [_expression(folded, f, "year-of-name") for f in periods.years_of_names(document.text, free)]
    return tuple(sorted(found, key=lambda e: e.span))


def complete_years(
    document: Document, dates: Sequence[DateExpression], lexicon: DateLexicon
) -> tuple[DateExpression, ...]:
    """The same expressions with the years that the article gives: by what they continue, the publication date, the
    reporting year, an anniversary, the term, what the article looks back on and forward to. The days of
    the papers cited are among ``dates``."""
    return complete(document, dates, lexicon)


def _finds(rule: Rule, text: str, starts: dict[str, list[int]]) -> list[Find]:
    matches = rule.pattern.finditer(text) if rule.opens is None else _at(rule.pattern, text, starts[rule.opens])
    return [f for m in matches if rule.guard(text, m) for f in rule.read(m)]


def _starts(text: str) -> dict[str, list[int]]:
    """Where numbers and the words that open a date stand."""
    return {name: [m.start() for m in pattern.finditer(text)] for name, pattern in _OPENINGS.items()}


def _at(pattern: re.Pattern[str], text: str, starts: Sequence[int]) -> Iterator[re.Match[str]]:
    end = 0
    for start in starts:
        match = pattern.match(text, start) if start >= end else None
        if match:
            yield match
            end = match.end()


def _expression(folded: str, find: Find, rule: str) -> DateExpression:
    start = context.prefix_start(folded, find.start)
    basis = "none" if lacks_year(find.value) else "stated"
    return DateExpression(Span(start, find.end), find.value, basis, context.time_of_day(folded, start, find.end), rule)
