"""The page with the words of happenings and of roles found in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from pipeline.documents.model import Document
from pipeline.extract.events.lexicon import EventLexicon, EventWord, RoleWord
from pipeline.extract.page import Page
from pipeline.extract.parts import Parts
from pipeline.text.phrases import Hit
from pipeline.text.spans import Span


class Scene(Page):
    """A page read for events."""

    def __init__(self, document: Document, lexicon: EventLexicon, parts: Parts) -> None:
        super().__init__(document, lexicon.cues, parts)
        self.lexicon = lexicon

    @cached_property
    def words(self) -> tuple[Hit[EventWord], ...]:
        """The event words of the text, those inside a name or begun by one ("Quốc hội thảo luận") left out."""
        names = sorted([*(m.span for m in self.bodies), *(a.name for a in self.actors)])
        kept: list[Hit[EventWord]] = []
        for hit in self.lexicon.words.every(self.folded):
            taken = kept and hit.span.start < kept[-1].span.end
            if not taken and not _begins_inside(hit.span, names):
                kept.append(hit)
        return tuple(h for h in kept if h.value.kind != "block")

    @cached_property
    def roles(self) -> tuple[Hit[RoleWord], ...]:
        """The role phrases of the text."""
        return tuple(self.lexicon.roles.find(self.folded))


def _begins_inside(span: Span, names: Sequence[Span]) -> bool:
    """True where a span begins within one of the names (in order) and not at a longer event's own beginning."""
    at = bisect_right(names, (span.start, span.end)) - 1
    near = names[max(0, at - 2) : at + 2]
    return any(n.covers(span) or n.start < span.start < n.end for n in near)
