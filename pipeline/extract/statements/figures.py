"""The counted results that a document gives: value, qualifier, unit, what is counted, whose, when, part of what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extract.model import Figure
from pipeline.extract.page import Page, Sentence, inside
from pipeline.extract.parts import DateExpression, StatementMention
from pipeline.extract.statements.lexicon import StatementLexicon
from pipeline.extract.statements.numbers import Number, find_numbers
from pipeline.text.edtf import bounds, is_valid
from pipeline.text.spans import Span

_QUALIFIERS = ("more_than", "at_least", "about", "nearly", "at_most", "less_than")
_ENDS = re.compile(r"[,.;:()!?\n\"“”\d]")
_RECENT = 12
_EARLY_MONTHS = 3
_ONE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WHOLE_YEAR = re.compile(r"\d{4}(?:-\d\d)?(?:/\d{4}(?:-\d\d)?)?")
_SINCE = re.compile(r"\btừ (?:năm |tháng |đầu |cuối )?\Z")
_YEAR = re.compile(r"\d{4}(?:-\d\d)?(?:-\d\d)?")


@dataclass(frozen=True, slots=True)
class Found:
    """A figure with where it stands: ``span`` from its qualifier to the end of what is counted."""

    figure: Figure
    span: Span
    sentence: Sentence


def find_figures(page: Page, lexicon: StatementLexicon) -> tuple[tuple[Figure, ...], tuple[StatementMention, ...]]:
    """The figures of lead and body, in text order, each with its mention."""
    found: list[Found] = []
    for sentence in page.sentences:
        if sentence.order >= 0:
            _add_sentence(page, lexicon, sentence, found)
    found = _unique(found)
    periods = _with_periods(page, found)
    mentions = tuple(StatementMention(f.span, i, "figure_unit") for i, f in enumerate(found))
    return tuple(replace(f, mention=i) for i, f in enumerate(periods)), mentions


def _add_sentence(page: Page, lexicon: StatementLexicon, sentence: Sentence, found: list[Found]) -> None:
    taken = [m.span for m in inside(page.dates, sentence.span)]
    taken += [m.span for m in inside(page.parts.directives.mentions, sentence.span)]
    for number in find_numbers(page.folded, sentence.span):
        unit = lexicon.units.match(page.folded, number.span.end, sentence.span.end)
        if unit is None or any(t.overlaps(number.span) for t in taken) or not _counts(page, sentence, number):
            continue
        found.append(_figure(page, sentence, number, Span(*unit.span("unit")), found))


def _counts(page: Page, sentence: Sentence, number: Number) -> bool:
    """False for numbers that name or order something: số 12, khóa 13, một trong 3."""
    return not page.ends_with("no_figure", max(sentence.span.start, number.span.start - 30), number.span.start)


def _figure(page: Page, sentence: Sentence, number: Number, unit: Span, before: Sequence[Found]) -> Found:
    qualifier, start = _qualifier(page, sentence, number, unit)
    measure = Span(unit.start, _measure_end(page, sentence, unit))
    if page.folded[unit.start : unit.end] == "%":
        measure = Span(unit.end, _measure_end(page, sentence, Span(unit.end, unit.end)))
    subject = _subject(page, sentence, number)
    text = " ".join(measure.of(page.text).split()) or _measured_before(page, sentence, start)
    figure = Figure(
        mention=0,
        measure_vi=text or unit.of(page.text),
        measure_en=None,
        value=number.low,
        value_max=number.high,
        qualifier=qualifier,
        unit_vi=unit.of(page.text),
        subject_vi=" ".join(subject[0].of(page.text).split()) if subject else None,
        organization=subject[1] if subject else None,
        period=_stated_period(page, sentence, start),
        part_of=_parent(page, sentence, start, before),
    )
    return Found(figure, Span(start, max(measure.end, unit.end)), sentence)


def _qualifier(page: Page, sentence: Sentence, number: Number, unit: Span) -> tuple[str, int]:
    """The qualifier of a number and where the figure begins."""
    start = number.span.start
    near = max(sentence.span.start, start - 16)
    hits = [(m.start(), n) for n in _QUALIFIERS for m in page.cues[n].finditer(page.folded, near, start)]
    hits = [(at, n) for at, n in hits if not page.cues[n].sub("", page.folded[at:start], count=1).strip()]
    if hits:
        return min(hits)[1], min(hits)[0]
    after = min(sentence.span.end, unit.end + 40)
    for name in ("at_least", "at_most"):
        if page.cue(f"{name}_after", unit.end, after):
            return name, start
    return "exact", start


def _measured_before(page: Page, sentence: Sentence, start: int) -> str:
    """What a bare share is said of: the words of the clause before it ("kim ngạch tăng 5%")."""
    words = page.text[max(sentence.span.start, start - 80) : start]
    clause = _ENDS.split(words)[-1].split()
    whole = _ENDS.search(words) is not None or start - sentence.span.start <= 80
    return " ".join(clause) if whole and len(clause) > 1 else ""


def _measure_end(page: Page, sentence: Sentence, unit: Span) -> int:
    limit = min(sentence.span.end, unit.end + 90)
    keeps = {m.start() for m in page.cues["measure_keep"].finditer(page.folded, unit.end, limit)}
    found = page.cues["measure_stop"].finditer(page.folded, unit.end, limit)
    # "đón 34 đoàn vào;": right after the unit and before a mark the word belongs to what is counted.
    stops = {m.start() for m in found if m.start() > unit.end + 1 or not _one_word_left(page, m)} - keeps
    marks = [m.start() for m in _ENDS.finditer(page.text, unit.end, limit)]
    end = min([limit, *marks, *stops])
    if page.text[end : end + 1] == "," and page.cue("plural", unit.end, end):
        end = min([limit, *(m for m in marks if m > end), *(s for s in stops if s > end + 2)])
    while end > unit.end and page.text[end - 1].isspace():
        end -= 1
    return end


def _one_word_left(page: Page, stop: re.Match[str]) -> bool:
    return " " not in stop[0] and _ENDS.match(page.text, stop.end()) is not None


def _subject(page: Page, sentence: Sentence, number: Number) -> tuple[Span, int | None] | None:
    """Whose result it is: the body named first before the number in its sentence, or right after a share; else the
    Party or the country where the sentence opens with it."""
    before = inside(page.bodies, Span(sentence.span.start, number.span.start))
    if before:
        return before[0].span, before[0].body
    after = inside(page.bodies, Span(number.span.end, min(sentence.span.end, number.span.end + 60)))
    if after and page.folded[number.span.end : after[0].span.start].strip() == "%":
        return Span(after[0].span.start, _measure_end(page, sentence, after[0].span)), after[0].body
    whole = page.cue("whole_subject", sentence.span.start, min(number.span.start, sentence.span.start + 40))
    return (Span(whole.start(), whole.end() - 3 * whole[0].endswith(" ta")), None) if whole else None


def _parent(page: Page, sentence: Sentence, start: int, before: Sequence[Found]) -> int | None:
    """The figure of which this is a part: the last whole one before "trong đó" in the sentence, or, where the sentence
    opens with it, of the sentence before in the same paragraph."""
    cues = list(page.cues["part"].finditer(page.folded, sentence.span.start, start))
    if not cues or ";" in page.text[cues[-1].end() : start]:
        return None
    cue = cues[-1]
    last = range(len(before) - 1, max(-1, len(before) - 1 - _RECENT), -1)
    whole = next((i for i in last if before[i].span.end <= cue.start() and before[i].figure.part_of is None), None)
    if whole is None:
        return None
    between = page.text[before[whole].span.end : cue.start()]
    follows = "\n" not in between and cue.start() == sentence.span.start
    return whole if before[whole].sentence is sentence or follows else None


def _stated_period(page: Page, sentence: Sentence, start: int) -> str | None:
    """The period that the sentence states: what stands before the figure in its clause, else after it in its clause,
    else before it at all. "đến nay" is open to the past, "hiện nay" the time of the report, "năm qua" the year
    reviewed; a single day counts only where it ends a period ("tính đến ngày ...")."""
    clause = max(page.text.rfind(";", sentence.span.start, start) + 1, sentence.span.start)
    before = [d for d in _periods(page, Span(sentence.span.start, start)) if _ends_period(page, d)]
    if page.cue("to_date", sentence.span.start, start):
        return _since(page, sentence, before) or "../"
    near = [d for d in before if d.span.start >= clause]
    end = page.text.find(";", start, sentence.span.end)
    limit = end if end >= 0 else sentence.span.end
    after = [d for d in _periods(page, Span(start, limit)) if _WHOLE_YEAR.fullmatch(d.value)]
    if len(after) == 1 and not near and not page.cue("part", start, after[0].span.start):
        return after[0].value
    if before:
        return before[-1].value
    if page.cue("past_year", sentence.span.start, start):
        return "year"
    return "now" if page.cue("present", sentence.span.start, start) else None


def _since(page: Page, sentence: Sentence, before: Sequence[DateExpression]) -> str | None:
    """ "từ năm 2012 đến nay": an interval open to the present."""
    since = [d for d in before if _SINCE.search(page.folded, sentence.span.start, d.span.start)]
    return f"{since[-1].value}/.." if since and _WHOLE_YEAR.fullmatch(since[-1].value) else None


def _periods(page: Page, span: Span) -> list[DateExpression]:
    """The dates of a span that have a year and are not merely compared with."""
    dates = [d for d in inside(page.dates, span) if "XXXX" not in d.value and _YEAR.match(d.value)]
    return [d for d in dates if "so với" not in page.folded[max(0, d.span.start - 30) : d.span.start]]


def _ends_period(page: Page, date: DateExpression) -> bool:
    near = page.folded[max(0, date.span.start - 16) : date.span.start]
    return _ONE_DAY.fullmatch(date.value) is None or re.search(r"\b(?:đến|tới)\b", near) is not None


def _unique(found: Sequence[Found]) -> list[Found]:
    """Without repetitions of one figure (a lead's told again in the body); parts follow their wholes."""
    first: dict[tuple[object, ...], int] = {}
    kept: list[Found] = []
    moved: dict[int, int] = {}
    for index, item in enumerate(found):
        f = item.figure
        same = (f.value, f.value_max, (f.unit_vi or "").lower(), f.measure_vi.lower())
        if same in first:
            moved[index] = first[same]
            continue
        moved[index] = first[same] = len(kept)
        part = moved[f.part_of] if f.part_of is not None else None
        kept.append(replace(item, figure=replace(f, part_of=part)))
    return kept


def _with_periods(page: Page, found: Sequence[Found]) -> list[Figure]:
    """Periods made EDTF: "đến nay" and "hiện nay" by the time of the report; none by what the other figures state."""
    told = _report_time(page)
    years = [f.figure.period for f in found if f.figure.period and re.fullmatch(r"\d{4}", f.figure.period)]
    usual = max(sorted(set(years)), key=years.count) if years else None
    usual = usual if usual and years.count(usual) > 1 else None
    return [replace(f.figure, period=_period(page, f, told, usual)) for f in found]


def _period(page: Page, item: Found, told: str | None, usual: str | None) -> str | None:
    stated = item.figure.period
    if stated == "../":
        return _valid(f"../{told.rstrip('./')}") if told and not told.endswith("..") else None
    if stated == "now":
        return told
    if stated == "year":
        return _year_reviewed(page) or usual
    if stated is None and item.figure.subject_vi is not None and item.figure.unit_vi != "%":
        return usual
    return stated


def _year_reviewed(page: Page) -> str | None:
    """The year that "năm qua" means: the one the main event's name reviews, else the one before its early months."""
    events = page.parts.events.events
    if not events or not events[0].primary:
        return None
    named = re.search(r"năm (\d{4})", events[0].name)
    if named:
        return named[1]
    date = events[0].date
    if date is None or not date[:4].isdigit() or not date[5:7].isdigit():
        return None
    return str(int(date[:4]) - (int(date[5:7]) <= _EARLY_MONTHS))


def _valid(period: str) -> str | None:
    return period if is_valid(period) else None


def _report_time(page: Page) -> str | None:
    """When the report was made: the day of the main event; else after the newest official document that it cites."""
    events = page.parts.events.events
    if events and events[0].primary and events[0].date and "XXXX" not in events[0].date:
        return events[0].date.split("/")[-1]
    if page.document.published:
        return page.document.published[:10]
    issued = [d.issued for d in page.parts.directives.directives if d.issued and is_valid(d.issued)]
    days = sorted(i for i in issued if bounds(i).latest is not None)
    return f"{days[-1]}/.." if days else None
