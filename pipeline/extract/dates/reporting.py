"""The year that an article reports from: what a careful reader derives for its first day and month.

In the order of DESIGN.md (Dates): the publication date, the reporting year ("tổng kết năm 2015 và triển khai nhiệm vụ
năm 2016"), the year in the event's name, an anniversary, the term that a congress opens, and at last what the article
looks back on and forward to (``between``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.extract.dates import formulas
from pipeline.extract.dates.anchors import Anchor
from pipeline.extract.dates.between import Lead, candidates, checked, most_said
from pipeline.extract.dates.lexicon import DateLexicon
from pipeline.extract.parts import DateExpression


@dataclass(frozen=True, slots=True)
class Reporting:
    """The years that an article may report from (one: it is known; none: no reader could say), and why."""

    years: tuple[int, ...]
    basis: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the year is derived from: the folded text without furniture, its first day and month, its dates."""

    folded: str
    lead: Lead | None
    published: str | None
    anchors: Sequence[Anchor]
    dates: Sequence[DateExpression]
    lexicon: DateLexicon


_RULES: tuple[tuple[Callable[[Evidence], int | None], str], ...] = (
    (lambda e: formulas.reported(e.folded, e.lead), "reporting_year"),
    (lambda e: formulas.reviewed(e.folded, e.lead), "reporting_year"),
    (lambda e: formulas.named(e.folded), "context"),
    (lambda e: formulas.beside(e.folded, e.dates), "context"),
    (lambda e: formulas.anniversary(e.folded), "context"),
    (lambda e: formulas.since(e.folded), "context"),
    (lambda e: formulas.founded(e.folded), "context"),
    (lambda e: formulas.this_year(e.folded), "context"),
    (lambda e: formulas.congress(e.folded), "term"),
    (lambda e: formulas.series(e.folded), "context"),
    (lambda e: formulas.counted_on(e.folded), "context"),
    (lambda e: formulas.new_year(e.folded, e.lead), "context"),
    (lambda e: formulas.commemorated(e.folded, e.lexicon.anniversaries), "register"),
    (lambda e: formulas.returned(e.folded, e.dates), "context"),
    (lambda e: formulas.apart(e.folded), "context"),
    (lambda e: formulas.compared(e.folded), "context"),
)


def reporting_year(evidence: Evidence) -> Reporting:
    """The year of the article's first day and month, by the first rule whose year the stated dates allow."""
    if evidence.published:
        return Reporting((int(evidence.published[:4]),), "published")
    for rule, basis in _RULES:
        years = checked(rule(evidence), evidence.lead, evidence.anchors)
        if years:
            return Reporting(years, basis)
    lead = evidence.lead
    return Reporting(candidates(lead, evidence.anchors) if lead else most_said(evidence.anchors), "context")
