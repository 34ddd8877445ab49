"""News round-ups: short items under one title, each with a heading of its own, each reporting its own happening."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.page import Sentence
from pipeline.text.spans import Span

_TITLE = re.compile(
    r"(?:điểm tin|tin (?:nóng|tức|vắn|nhanh|sáng|trưa|chiều|tối|thế giới|quốc tế|trong nước)|bản tin|tin mới)(?!\w)"
)
_LONGEST_HEADING = 110
_LONGEST_LEAD = 4000
_FEWEST = 3
_ENDS = (".", "!", "?", ":", ";", ",", '"', "”", ")")


def headings(text: str, folded: str, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The headings of a round-up's items, in text order; empty where the document is none."""
    title = next((s for s in sentences if s.zone == "title"), None)
    if title is None or not _TITLE.match(folded, title.span.start):
        return []
    lead = " ".join(s.span.of(folded) for s in sentences if s.order in (-1, 0))[:_LONGEST_LEAD]
    found = [s for s in sentences if s.order > 0 and _is_heading(text, folded, s.span, lead)]
    return found if len(found) >= _FEWEST else []


def _is_heading(text: str, folded: str, span: Span, lead: str) -> bool:
    """A short line that ends without a stop, or that the lead has announced."""
    line = span.of(text).strip()
    alone = text[span.start - 1 : span.start] in ("", "\n") and text[span.end : span.end + 1] in ("", "\n")
    if not alone or len(line) > _LONGEST_HEADING or len(line.split()) < _FEWEST:
        return False
    return not line.endswith(_ENDS) or span.of(folded).strip(" .") in lead


def renumbered(sentences: Sequence[Sentence], found: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences with each item counted from its heading, which is its title."""
    if not found:
        return tuple(sentences)
    starts = frozenset(s.span.start for s in found)
    told, order = [], None
    for sentence in sentences:
        if sentence.span.start in starts:
            told.append(replace(sentence, zone="title", order=-1))
            order = 0
        elif order is not None and sentence.order >= 0:
            told.append(replace(sentence, order=order))
            order += 1
        else:
            told.append(sentence)
    return tuple(told)


def items(sentences: Sequence[Sentence], end: int) -> tuple[Span, ...]:
    """Where each item stands, from its heading to the next; a heading is a title that stands after the lead."""
    lead = next((s.span.start for s in sentences if s.order >= 0), end)
    starts = [s.span.start for s in sentences if s.zone == "title" and s.span.start > lead]
    return tuple(Span(a, b) for a, b in zip(starts, [*starts[1:], end][: len(starts)], strict=True))
