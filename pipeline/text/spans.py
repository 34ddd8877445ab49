"""Spans: half-open ranges of Unicode code points into a document's text."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """True where ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True where the two share at least one character."""
        return self.start < other.end and other.start < self.end


def mask(text: str, spans: Iterable[Span], filler: str = "\x00") -> str:
    """``text`` with every character of ``spans`` replaced, so that offsets stay true."""
    out: list[str] = []
    at = 0
    for span in sorted(spans):
        if span.end <= at:
            continue
        start = max(at, span.start)
        out += [text[at:start], filler * (span.end - start)]
        at = span.end
    out.append(text[at:])
    return "".join(out)


def longest_first(spans: Sequence[Span]) -> list[Span]:
    """The spans that remain when each one overlapped by a longer (then earlier) one is dropped, in text order."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.start)):
        at = bisect_left(kept, span)
        if not any(span.overlaps(k) for k in kept[max(0, at - 1) : at + 1]):
            insort(kept, span)
    return kept


class Spread:
    """Many spans, in any order and overlapping or not, asked which characters they take."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [s.start for s in ordered]
        self._reach = list(accumulate((s.end for s in ordered), max))

    def overlaps(self, span: Span) -> bool:
        """True where one of the spans shares at least one character with ``span``."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._reach[before - 1] > span.start

    def covers(self, span: Span) -> bool:
        """True where ``span`` lies wholly inside one of the spans."""
        before = bisect_left(self._starts, span.start + 1)
        return before > 0 and self._reach[before - 1] >= span.end
