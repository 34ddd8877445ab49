"""A body's name as far as it is read, which the rules of ``grammar`` lengthen."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.organizations.lexicon import Head
from pipeline.text.spans import Span


@dataclass(frozen=True, slots=True)
class Growth:
    """A name as far as it is read.

    ``parts``: how many it has after the head. ``placed``: a place, unit or personal name is in it, so that only some
    parts may follow. ``capital``: some part is capitalised. ``closed``: nothing may follow. ``field``: the last
    field, folded. ``inner``: where the body that ends it begins, if one does. ``proper``: it has more than fields.
    ``capital_head``: the head word is capitalised. ``nation``: its place is a country or a pair of them.
    """

    start: int
    end: int
    head: Head
    parts: int = 0
    placed: bool = False
    capital: bool = False
    closed: bool = False
    field: str = ""
    inner: int | None = None
    proper: bool = False
    capital_head: bool = False
    nation: bool = False

    @property
    def span(self) -> Span:
        """The name's place in the text."""
        return Span(self.start, self.end)

    def may(self, trait: str) -> bool:
        """True where the head has the trait."""
        return trait in self.head.traits
