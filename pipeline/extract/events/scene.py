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
        """The event words of the text, those inside a body's or a document's name left out."""
        names = [*(m.span for m in self.bodies), *(a.name for a in self.actors)]
        starts = sorted(names)
        found = self.lexicon.words.find(self.folded)
        return tuple(h for h in found if h.value.kind != "block" and not _inside(h.span, starts))

    @cached_property
    def roles(self) -> tuple[Hit[RoleWord], ...]:
        """The role phrases of the text."""
        return tuple(self.lexicon.roles.find(self.folded))


def _inside(span: Span, names: Sequence[Span]) -> bool:
    at = bisect_right(names, (span.start, span.end)) - 1
    return any(n.covers(span) for n in names[max(0, at - 2) : at + 2])
