"""The page with the words of happenings and of roles found in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from pipeline.documents.model import Document
from pipeline.extract.events.lexicon import EventLexicon, EventWord, RoleWord
from pipeline.extract.events.roundup import headings, items, renumbered
from pipeline.extract.page import Page, Sentence
from pipeline.extract.parts import Parts
from pipeline.text.phrases import Hit
from pipeline.text.spans import Span

_CONSTITUENTS = EventWord("conference", "noun", "")
_PRESENT = EventWord("donation", "verb", "news")
_GATHERING = EventWord("ceremony", "noun", "")
_JUBILEE = re.compile(r"[^.;:\n]{0,60}(?<!\w)(?:kỷ niệm|tròn \d|\d{1,3} năm ngày|ngày truyền thống)(?!\w)")
_EARLY = 6


class Scene(Page):
    """A page read for events."""

    def __init__(self, document: Document, lexicon: EventLexicon, parts: Parts) -> None:
        super().__init__(document, lexicon.cues, parts)
        self.lexicon = lexicon

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the page; in a round-up each item counts its own."""
        told = super().sentences
        return renumbered(told, headings(self.text, self.folded, told))

    @cached_property
    def items(self) -> tuple[Span, ...]:
        """Where the items of a round-up stand; empty for all other pages."""
        return items(self.sentences, len(self.text))

    @cached_property
    def words(self) -> tuple[Hit[EventWord], ...]:
        """The event words of the text, those inside a name or begun by one ("Quốc hội thảo luận") left out."""
        names = sorted([*(m.span for m in self.bodies), *(a.name for a in self.actors)])
        kept: list[Hit[EventWord]] = []
        for hit in self.lexicon.words.every(self.folded):
            taken = kept and hit.span.start < kept[-1].span.end
            if not taken and not _begins_inside(hit.span, names):
                kept.append(hit)
        return tuple(self._meant(h) for h in kept if h.value.kind != "block")

    def _meant(self, hit: Hit[EventWord]) -> Hit[EventWord]:
        """ "buổi tiếp xúc" in a report of constituents is theirs; "gặp mặt" for a jubilee is a ceremony; "trao tặng"
        gives a present where no honour is."""
        word = hit.span.of(self.folded)
        if hit.value.event_type == "reception" and word.endswith("tiếp xúc") and self._of_constituents:
            return Hit(hit.span, _CONSTITUENTS)
        if word.endswith("gặp mặt") and _JUBILEE.match(self.folded, hit.span.end):
            return Hit(hit.span, _GATHERING)
        if word == "trao tặng" and not self.cue("honour", self.before(hit.span.start, 120), hit.span.end + 160):
            return Hit(hit.span, _PRESENT)
        return hit

    @cached_property
    def _of_constituents(self) -> bool:
        early = [s.span for s in self.sentences if s.order <= _EARLY]
        return any("tiếp xúc" in self.folded[slice(*s)] and self.cue("voters", *s) is not None for s in early)

    @cached_property
    def roles(self) -> tuple[Hit[RoleWord], ...]:
        """The role phrases of the text."""
        return tuple(self.lexicon.roles.find(self.folded))


def _begins_inside(span: Span, names: Sequence[Span]) -> bool:
    """True where a span begins within one of the names (in order) and not at a longer event's own beginning."""
    at = bisect_right(names, (span.start, span.end)) - 1
    near = names[max(0, at - 2) : at + 2]
    return any(n.covers(span) or n.start < span.start < n.end for n in near)
