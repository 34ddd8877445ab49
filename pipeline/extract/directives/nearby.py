"""Looking up what stands in a stretch of text without reading through all of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from pipeline.text.spans import Span


class Placed(Protocol):
    """Anything with a place in the text."""

    @property
    def span(self) -> Span:
        """Its place."""
        ...


T = TypeVar("T", bound=Placed)


class Nearby(Generic[T]):
    """Placed things by where they begin."""

    def __init__(self, items: Sequence[T]) -> None:
        self._items = sorted(items, key=lambda i: i.span)
        self._starts = [i.span.start for i in self._items]

    def between(self, low: int, high: int) -> list[T]:
        """Those that begin in ``[low, high)``, in text order."""
        return self._items[bisect_left(self._starts, low) : bisect_left(self._starts, high)]

    def last_before(self, offset: int) -> T | None:
        """The last that begins before ``offset``."""
        at = bisect_left(self._starts, offset)
        return self._items[at - 1] if at else None


def disjoint(spans: Sequence[Span]) -> list[Span]:
    """The spans in text order, those that overlap an earlier one left out."""
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def overlaps_any(span: Span, taken: Sequence[Span]) -> bool:
    """True where ``span`` overlaps one of ``taken``, which are disjoint and in text order."""
    at = bisect_left(taken, Span(span.start, span.start))
    return any(t.overlaps(span) for t in taken[max(0, at - 1) : at + 1])
