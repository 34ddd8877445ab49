"""A document as the finders of events and statements see it: its sentences, and who and what stands in each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from pipeline.documents.model import Document
from pipeline.extract.parts import BodyMention, DateExpression, Parts, PlaceMention
from pipeline.text.fold import fold
from pipeline.text.sentences import sentence_spans
from pipeline.text.spans import Span, Spread, longest_first

_WORD = re.compile(r"\w+")
# A quotation that the sentence before opened ends here: '", ông A nói'.
_CLOSING = re.compile(r"^[\"”] ?[,.–-]")
_LONGEST = 4000
_TITLE_GAP = 25
_READ = ("title", "lead", "body", "caption", "salutation")


class Placed(Protocol):
    """Anything that stands somewhere in the text."""

    @property
    def span(self) -> Span:
        """Where it stands."""


P = TypeVar("P", bound=Placed)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. ``order``: its number among the sentences of lead and body; -1 for all other zones."""

    span: Span
    zone: str
    order: int


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone in the text: a name with its titles, or a title that stands for someone.

    ``span``: titles and name together. ``name``: the name, or the title. ``mention`` counts in ``People.mentions``."""

    span: Span
    name: Span
    person: int
    mention: int


class Page:
    """The index over one document; every list is in text order and every offset one of the document's text.

    ``cues``: the name of a cue -> a pattern of its phrases over folded text; ``honorific`` must be among them."""

    def __init__(self, document: Document, cues: Mapping[str, re.Pattern[str]], parts: Parts) -> None:
        self.document = document
        self.cues = cues
        self.parts = parts
        self.text = document.text
        self.folded = fold(document.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all zones that may hold facts."""
        found: list[Sentence] = []
        order = 0
        for zone in self.document.zones:
            if zone.kind not in _READ:
                continue
            for span in self._pieces(sentence_spans(self.text, zone.span)):
                told = zone.kind in ("lead", "body")
                found.append(Sentence(span, zone.kind, order if told else -1))
                order += told
        return tuple(found)

    def _pieces(self, spans: Sequence[Span]) -> Iterator[Span]:
        """Sentences, those longer than any list of guests cut at a space: what looks across one stays bounded."""
        for span in spans:
            start = span.start
            while span.end - start > _LONGEST:
                cut = self.text.rfind(" ", start, start + _LONGEST) + 1 or start + _LONGEST
                yield Span(start, cut)
                start = cut
            yield Span(start, span.end)

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """Everyone who stands in the text, by name or by title, in text order."""
        people = self.parts.people
        titles: dict[int, list[Span]] = {}
        for position in people.positions:
            titles.setdefault(position.mention, []).append(Span(position.start, position.end))
        first: dict[int, int] = {}
        named = []
        for index, mention in enumerate(people.mentions):
            first.setdefault(mention.person, index)
            span = self._with_titles(mention.span, titles.get(index, []))
            named.append(Actor(span, mention.span, mention.person, index))
        taken = Spread(a.span for a in named)
        alone = [
            Actor(r.span, r.span, r.person, first[r.person])
            for r in people.references
            if r.person in first and not taken.overlaps(r.span)
        ]
        return tuple(sorted([*named, *alone], key=lambda a: a.name))

    def _with_titles(self, name: Span, titles: Sequence[Span]) -> Span:
        """The name with the titles that stand right before and after it, one joined to the next."""
        start, end = name
        for title in sorted(titles, reverse=True):
            if title.end <= start and self._joined(title.end, start):
                start = title.start
        for title in sorted(titles):
            if title.start >= end and self._joined(end, title.start):
                end = title.end
        return Span(self._without_honorifics(start), end)

    def _joined(self, end: int, start: int) -> bool:
        gap = self.text[end:start]
        return len(gap) <= _TITLE_GAP and not any(mark in gap for mark in "\n.;:")

    def _without_honorifics(self, start: int) -> int:
        for _ in range(3):
            found = list(self.cues["honorific"].finditer(self.folded, max(0, start - 16), start))
            if not found or self.folded[found[-1].end() : start].strip(" ."):
                break
            start = found[-1].start()
        return start

    @cached_property
    def bodies(self) -> tuple[BodyMention, ...]:
        """The bodies' mentions, nested ones left out."""
        kept = set(longest_first([m.span for m in self.parts.bodies.mentions]))
        return tuple(m for m in self.parts.bodies.mentions if m.span in kept)

    @cached_property
    def of_bodies(self) -> Spread:
        """Which characters belong to a body's name."""
        return Spread(m.span for m in self.bodies)

    @cached_property
    def dates(self) -> tuple[DateExpression, ...]:
        """The calendar expressions, in text order."""
        return tuple(sorted(self.parts.dates, key=lambda d: d.span))

    @cached_property
    def places(self) -> tuple[PlaceMention, ...]:
        """The places named, in text order."""
        return tuple(sorted(self.parts.places, key=lambda p: p.span))

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds an offset."""
        at = bisect_right(self._starts, offset) - 1
        return self.sentences[at] if at >= 0 and offset < self.sentences[at].span.end else None

    def cue(self, name: str, start: int, end: int) -> re.Match[str] | None:
        """The first phrase of a cue between two offsets."""
        return self.cues[name].search(self.folded, start, end)

    def ends_with(self, name: str, start: int, end: int, slack: int = 0) -> bool:
        """True where the last phrase of a cue between two offsets has at most ``slack`` words after it."""
        found = list(self.cues[name].finditer(self.folded, max(0, start), end))
        return bool(found) and len(_WORD.findall(self.folded, found[-1].end(), end)) <= slack

    def before(self, offset: int, reach: int) -> int:
        """Where to begin looking back from an offset: ``reach`` characters before, but not beyond its sentence."""
        sentence = self.sentence_at(offset)
        return max(offset - reach, sentence.span.start if sentence else 0, 0)

    @cached_property
    def _starts(self) -> list[int]:
        return [s.span.start for s in self.sentences]

    def quoted(self, offset: int) -> bool:
        """True where an offset stands inside quotation marks opened in its own sentence."""
        sentence = self.sentence_at(offset)
        if sentence is None:
            return False
        before = _CLOSING.sub("", self.text[sentence.span.start : offset])
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def inside(items: Sequence[P], span: Span) -> list[P]:
    """Those of ``items`` (in text order) that lie wholly in ``span``."""
    low = bisect_left(items, span.start, key=lambda i: i.span.start)
    high = bisect_left(items, span.end, key=lambda i: i.span.start)
    return [i for i in items[low:high] if i.span.end <= span.end]
