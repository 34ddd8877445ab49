"""What the grammar of names looks at: one text with everything the look-ups found in it, by where it begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pipeline.extract.organizations.lexicon import Head, OrganizationLexicon, Registered
from pipeline.extract.parts import PlaceMention
from pipeline.text.fold import fold
from pipeline.text.phrases import Hit, Phrases

T = TypeVar("T")
_WORD = re.compile(r"[^\W_](?:[\w’'&.-]{0,30}[\w&])?")


@dataclass(frozen=True, slots=True)
class Scene:
    """A text, its folded form, and the longest find of each kind at each offset.

    ``fields`` and ``generic`` give ends; ``verbs`` are the starts of fields that, in lower case, may be a verb,
    ``acts`` of those that are one even after "và", ``types`` of fields that make no proper name, ``stops`` of words
    that end a description.
    """

    text: str
    folded: str
    places: Mapping[int, PlaceMention]
    names: Mapping[int, Hit[Registered]]
    heads: Mapping[int, Hit[Head]]
    fields: Mapping[int, int]
    verbs: frozenset[int]
    acts: frozenset[int]
    types: frozenset[int]
    generic: Mapping[int, int]
    stops: frozenset[int]
    inside_places: frozenset[int]

    def word(self, at: int) -> str:
        """The word that begins at ``at``, or the empty string."""
        match = _WORD.match(self.text, at)
        return match[0] if match else ""

    def is_capital(self, at: int) -> bool:
        """True where the character at ``at`` is a capital letter."""
        return at < len(self.text) and self.text[at].isupper()


def build_scene(text: str, lexicon: OrganizationLexicon, places: Sequence[PlaceMention]) -> Scene:
    """Look everything up once."""
    folded = fold(text)
    barred = _ends(lexicon.not_names, folded)
    names = _longest(h for h in lexicon.names.every(folded) if h.value.fits(h.span.of(text)))
    heads = _longest(lexicon.heads.every(folded))
    fields = _longest(lexicon.fields.every(folded))
    return Scene(
        text=text,
        folded=folded,
        places={p.span.start: p for p in places},
        names={at: h for at, h in names.items() if h.span.end >= barred.get(at, 0)},
        heads={at: h for at, h in heads.items() if h.span.end >= barred.get(at, 0)},
        fields={at: h.span.end for at, h in fields.items()},
        verbs=frozenset(at for at, h in fields.items() if "verb" in h.value and not text[at].isupper()),
        acts=frozenset(at for at, h in fields.items() if "act" in h.value and not text[at].isupper()),
        types=frozenset(at for at, h in fields.items() if "type" in h.value),
        generic=_ends(lexicon.generic, folded),
        stops=frozenset(hit.span.start for hit in lexicon.stops.every(folded)),
        inside_places=frozenset(at for p in places if p.kind != "venue" for at in range(*p.span)),
    )


def _ends(phrases: Phrases[frozenset[str]], folded: str) -> dict[int, int]:
    return {start: hit.span.end for start, hit in _longest(phrases.every(folded)).items()}


def _longest(hits: Iterable[Hit[T]]) -> dict[int, Hit[T]]:
    longest: dict[int, Hit[T]] = {}
    for hit in hits:
        longest.setdefault(hit.span.start, hit)
    return longest
