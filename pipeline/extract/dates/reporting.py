"""The year that an article reports from: what a careful reader derives for its first day and month.

In the order of DESIGN.md (Dates): the publication date, the reporting year ("tổng kết năm 2015 và triển khai nhiệm vụ
năm 2016"), the year in the event's name, an anniversary, the term that a congress opens, and at last what the article
looks back on and forward to (``between``). The registers narrow all of it: a numbered meeting (``sessions``), who holds
office (``tenures``), the weekday that is said (``weekdays``). What they leave alone is a set of two to four years, or
the one year where the article states it too, or the edition of a series that names it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.extract.dates import formulas, programmes
from pipeline.extract.dates.anchors import Anchor
from pipeline.extract.dates.between import Lead, bounded, candidates, checked, in_year, most_said, soon_after
from pipeline.extract.dates.lexicon import DateLexicon
from pipeline.extract.dates.sessions import assembly, gathered
from pipeline.extract.dates.tenures import held_years, in_office
from pipeline.extract.dates.weekdays import weekday_years
from pipeline.extract.parts import DateExpression

_WEEKS = 60
"""Days within which a stated day bears a meeting out."""


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
    (lambda e: programmes.opened(e.folded, e.lead), "context"),
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
    (lambda e: programmes.awaited(e.lead, e.anchors), "context"),
    (lambda e: programmes.planned(e.folded, e.lead), "reporting_year"),
    (lambda e: programmes.elected(e.folded), "term"),
    (lambda e: programmes.same_days(e.lead, e.anchors), "context"),
    (lambda e: programmes.jubilee(e.folded, e.dates, e.anchors), "context"),
    (lambda e: programmes.from_now(e.folded), "context"),
    (lambda e: programmes.applied(e.folded, e.lead), "context"),
    (lambda e: programmes.event_anywhere(e.folded, e.anchors), "context"),
)


def reporting_year(evidence: Evidence) -> Reporting:
    """The year of the article's first day and month, by the first rule whose year the stated dates allow."""
    if evidence.published:
        return Reporting((int(evidence.published[:4]),), "published")
    lead = evidence.lead
    if lead is None:
        return _by_formula(evidence, None) or Reporting(most_said(evidence.anchors), "context")
    named = in_office(evidence.folded, evidence.lexicon.tenures)
    held = _common(held_years(named, lead), weekday_years(evidence.folded, lead))
    met = _met(evidence, lead, held)
    if met is not None and (
        _stated(evidence, met) or _awaited(evidence, lead, met) or _edition(evidence, lead) == {met}
    ):
        return Reporting((met,), "register")
    fits = held if met is None else frozenset({met})
    return _by_formula(evidence, fits) or _between(evidence, lead, fits) or _bounded(evidence, lead, held)


def _common(held: frozenset[int] | None, said: frozenset[int] | None) -> frozenset[int] | None:
    """The years that who holds office and the weekday leave; where they contradict each other, the former."""
    return said if held is None else held if said is None else held & said or held


def _by_formula(evidence: Evidence, fits: frozenset[int] | None) -> Reporting | None:
    for rule, basis in _RULES:
        years = _within(checked(rule(evidence), evidence.lead, evidence.anchors), fits)
        if years:
            return Reporting(years, basis)
    return None


def _between(evidence: Evidence, lead: Lead, fits: frozenset[int] | None) -> Reporting | None:
    years = candidates(lead, evidence.anchors, fits)
    if not years and fits:
        years = soon_after(lead, evidence.anchors, fits)
    return Reporting(years, "context") if years else None


def _bounded(evidence: Evidence, lead: Lead, held: frozenset[int] | None) -> Reporting:
    years = bounded(held, lead, evidence.anchors) if held else ()
    told = len(years) > 1 or any(_stated(evidence, y) for y in years)
    return Reporting(years if told else (), "register")


def _stated(evidence: Evidence, year: int) -> bool:
    return any(year in (a.earliest.year, a.latest.year) for a in evidence.anchors)


def _awaited(evidence: Evidence, lead: Lead, year: int) -> bool:
    """Whether a day that is stated lies within weeks of the lead's in that year, be it in the next."""
    when = in_year(year, lead)
    return any(a.precise and abs((a.earliest - when).days) < _WEEKS for a in evidence.anchors)


def _edition(evidence: Evidence, lead: Lead) -> frozenset[int]:
    """Of a numbered series without terms, whose number alone names the year."""
    series = [g for g in evidence.lexicon.gatherings if g.term is None]
    return gathered(evidence.folded, lead, series)


def _within(years: tuple[int, ...], fits: frozenset[int] | None) -> tuple[int, ...]:
    return years if fits is None else tuple(y for y in years if y in fits)


def _met(evidence: Evidence, lead: Lead, held: frozenset[int] | None) -> int | None:
    """The one year that the registers leave: of the numbered meetings that are named, and of who holds his office. It
    is told only where the article states it too: what a reader knows from elsewhere alone is no word of the article."""
    lexicon, folded = evidence.lexicon, evidence.folded
    within = [g for g in lexicon.gatherings if held and g.start.year in held]
    meetings = gathered(folded, lead, within) or gathered(folded, lead, lexicon.gatherings)
    meetings = frozenset(y for y in meetings if _stated(evidence, y)) or meetings
    for met in (meetings, assembly(folded, lead, lexicon.elections)):
        years = met if held is None else met & held or met
        if len(years) == 1:
            return min(years)
    return min(held) if held and len(held) == 1 else None
