"""Spans: half-open ranges of Unicode code points into a document's text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
        if not any(span.overlaps(k) for k in kept):
            kept.append(span)
    return sorted(kept)
