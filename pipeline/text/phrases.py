"""Looking up thousands of phrases at once: Aho-Corasick over folded text, longest match first, whole words only."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

from pipeline.text.fold import fold, key
from pipeline.text.spans import Span

T = TypeVar("T")
_SPACES = re.compile(" {2,}")


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A phrase found: where, and what was filed under it."""

    span: Span
    value: T


def whole_word(text: str, start: int, end: int) -> bool:
    """True where ``[start, end)`` neither begins nor ends inside a word."""
    before = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    after = end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum())
    return before and after


class Phrases(Generic[T]):
    """A compiled set of phrases, each with a value. Phrases are folded: case, tone place and dashes do not matter.

    Where one phrase is filed twice, the first value stands.
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        filed: dict[str, T] = {}
        for phrase, value in entries:
            filed.setdefault(key(phrase), value)
        filed.pop("", None)
        self.filed = filed
        self._values = list(filed.values())
        self._automaton = AhoCorasick(list(filed), matchkind=MatchKind.Standard)

    def get(self, phrase: str) -> T | None:
        """The value filed under exactly this phrase, folded."""
        return self.filed.get(key(phrase))

    def every(self, folded: str) -> list[Hit[T]]:
        """All whole-word hits in a text already folded, overlapping ones too, by start then longest first.

        Spaces typed twice between the words of a phrase do not matter; the spans are of the text as it is."""
        squeezed, at = _squeeze(folded)
        found = self._automaton.find_matches_as_indexes(squeezed, overlapping=True)
        hits = [Hit(Span(at(s), at(e - 1) + 1), self._values[i]) for i, s, e in found if whole_word(squeezed, s, e)]
        return sorted(hits, key=lambda h: (h.span.start, -h.span.end))

    def find(self, folded: str) -> list[Hit[T]]:
        """Whole-word hits in a text already folded, leftmost then longest, none overlapping."""
        kept: list[Hit[T]] = []
        for hit in self.every(folded):
            if not kept or hit.span.start >= kept[-1].span.end:
                kept.append(hit)
        return kept

    def find_in(self, text: str) -> list[Hit[T]]:
        """As ``find``, over a text that is folded first (spans are of ``text``)."""
        return self.find(fold(text))


def _squeeze(text: str) -> tuple[str, Callable[[int], int]]:
    """``text`` with each run of spaces made one, and where each of its offsets stands in ``text``."""
    if "  " not in text:
        return text, lambda offset: offset
    starts, removed, gone = [0], [0], 0
    for run in _SPACES.finditer(text):
        starts.append(run.start() + 1 - gone)
        gone += run.end() - run.start() - 1
        removed.append(gone)
    return _SPACES.sub(" ", text), lambda offset: offset + removed[bisect_right(starts, offset) - 1]
