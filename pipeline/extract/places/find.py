"""Find the places that a document names: by the registers, and by the words that announce one."""

from __future__ import annotations

from pipeline.documents.model import Document
from pipeline.extract.parts import PlaceMention
from pipeline.extract.places.grammar import announced
from pipeline.extract.places.lexicon import PlaceEntry, PlaceLexicon
from pipeline.extract.places.person_names import is_in_a_person
from pipeline.text.fold import fold
from pipeline.text.names import is_vietnamese
from pipeline.text.phrases import Hit
from pipeline.text.spans import Span, Spread

# A unit's word before a name may be in lower case: "thành phố Hồ Chí Minh".
_UNITS = frozenset(["thành", "thủ", "nước", "quần", "cố", "tp", "tp."])


# Of these, and of names in foreign letters, only the first word need be in capitals: "Phủ chủ tịch", "Phnom penh".
_LOOSE = frozenset(["country", "venue"])
_DIRECTIONS = ("Nam ", "Bắc ", "Đông ", "Tây ")


def find_places(document: Document, lexicon: PlaceLexicon) -> tuple[PlaceMention, ...]:
    """Every place named outside furniture, in text order; names inside a longer name of a body or person too."""
    folded = fold(document.text)
    furniture = Spread(document.spans("furniture"))
    found = [*registered(document.text, folded, lexicon), *announced(document.text, folded)]
    kept = _without_overlap([m for m in found if not furniture.covers(m.span)])
    return tuple(sorted(kept, key=lambda m: m.span))


def registered(text: str, folded: str, lexicon: PlaceLexicon) -> list[PlaceMention]:
    """The registered places of ``text``, longest name first where two begin at one place."""
    hits: list[Hit[PlaceEntry]] = []
    for hit in lexicon.names.every(folded):
        if hits and _is_direction(text, hits[-1].span, hit.span):
            hits.pop()
        if (not hits or hit.span.start >= hits[-1].span.end) and _fits(text, hit):
            hits.append(hit)
    return [PlaceMention(h.span, h.value.value, h.value.country, h.value.kind, "register") for h in hits]


def _is_direction(text: str, before: Span, here: Span) -> bool:
    """True for "Nam Hà" in "Nam Hà Tĩnh", the south of Hà Tĩnh."""
    overlaps = before.start < here.start < before.end < here.end
    return overlaps and text[before.start : here.start] in _DIRECTIONS


def _fits(text: str, hit: Hit[PlaceEntry]) -> bool:
    return _well_cased(hit.span.of(text), hit.value) and not is_in_a_person(text, hit.span, hit.value.is_one_word)


def _well_cased(quote: str, entry: PlaceEntry) -> bool:
    words = [word[0].isupper() for word in quote.split()]
    wanted = list(entry.capitals)
    if fold(quote.split()[0]) in _UNITS:
        words[0] = wanted[0]
    if len(words) > 1 and (entry.kind in _LOOSE or not is_vietnamese(quote.split()[0])):
        return words[0] or not wanted[0]
    return len(words) == len(wanted) and all(is_upper or not want for is_upper, want in zip(words, wanted, strict=True))


def _without_overlap(mentions: list[PlaceMention]) -> list[PlaceMention]:
    kept: dict[Span, PlaceMention] = {}
    taken = 0
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        if mention.span.start >= taken:
            kept[mention.span] = mention
            taken = mention.span.end
    return list(kept.values())
