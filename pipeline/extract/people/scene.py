"""One document as the finder of people sees it: tokens, and which of them bodies, places, titles and dates hold."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.documents.model import Document
from pipeline.extract.parts import Bodies, PlaceMention
from pipeline.extract.people.lexicon import PeopleLexicon
from pipeline.extract.people.syllables import is_syllable
from pipeline.extract.people.tokens import Token, tokenise
from pipeline.text.spans import Span

_SURE_SURNAME = 1.5
DASHES = ("-", "–", "—")
BRACKET = 45
_ORIGINS = ("người", "gốc")
READ = ("title", "lead", "body", "caption", "salutation")


@dataclass(frozen=True, slots=True)
class Scene:
    """Tokens and what holds them; every mapping goes from a first token to the token after the last.

    ``body_of``: first token of a body -> its index in ``Bodies.bodies``. ``held``: tokens inside a body, place, date
    or document, in which no name begins. ``heads``: words that open a title;
    ``in_heads``: the tokens of all of them. ``place_words``: places of one word met in the document. ``avoided``:
    tokens of dates and official documents.
    """

    tokens: Sequence[Token]
    keys: list[str]
    lexicon: PeopleLexicon
    bodies: Mapping[int, int]
    body_of: Mapping[int, int]
    places: Mapping[int, int]
    held: frozenset[int]
    heads: Mapping[int, int]
    in_heads: frozenset[int]
    place_words: frozenset[str]
    avoided: frozenset[int]

    def span(self, start: int, end: int) -> Span:
        """The characters of tokens ``[start, end)``."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def is_end(self, at: int) -> bool:
        """True where a word at ``at`` ends a title: a verb or an adverb that is not part of a longer noun or a head."""
        if not self.lexicon.ends.match(self.keys, at) or at in self.in_heads:
            return False
        return not self.lexicon.keeps.match(self.keys, at) and self.lexicon.keeps.match(self.keys, at - 1) < 2

    def before_attributes(self, at: int) -> int:
        """``at`` moved back over what is said of a person between a title and a name: "về hưu", "người Mỹ"."""
        while at > 1:
            size = self.lexicon.attributes.ending(self.keys, at, 3) or self._origin(at)
            if not size:
                return at
            at -= size
        return at

    def _origin(self, at: int) -> int:
        """How many tokens "người Mỹ" has right before ``at``; 0 where nothing of the kind stands there."""
        for start in range(at - 1, max(0, at - 4), -1):
            if self.places.get(start) == at:
                return at - start + 1 if self.keys[start - 1] in _ORIGINS else 0
        return 0

    def over_attributes(self, at: int) -> int:
        """``at`` moved on over what is said of a person between a title and a name; ``at`` where nothing is."""
        while True:
            size = self.lexicon.attributes.match(self.keys, at)
            origin = self.places.get(at + 1, 0) if self.keys[at] in _ORIGINS else 0
            if not size and not origin:
                return at
            at = origin or at + size

    def body_end(self, at: int) -> int:
        """The token after the body that holds token ``at``; ``at`` where none does."""
        return next((self.bodies[s] for s in range(at, max(-1, at - 40), -1) if self.bodies.get(s, 0) > at), at)


def build_scene(
    document: Document,
    lexicon: PeopleLexicon,
    bodies: Bodies,
    places: Sequence[PlaceMention],
    avoid: Sequence[Span],
) -> Scene:
    """Tokenise the zones that hold facts, and lay bodies, places and spans to avoid over the tokens."""
    tokens = tokenise(document.text, document.spans(*READ), lexicon.names.is_surname)
    keys = [t.key for t in tokens]
    starts = [t.start for t in tokens]
    outer = sorted(bodies.mentions, key=lambda m: (m.span.start, m.span.start - m.span.end))
    bodies_at = [(*_short_of_names(tokens, lexicon, _cover(starts, tokens, m.span)), m.body) for m in reversed(outer)]
    body_ranges = [r for r in bodies_at if not _goes_on_a_name(tokens, keys, lexicon, r[0])]
    places_at = [_short_of_names(tokens, lexicon, _cover(starts, tokens, p.span)) for p in places]
    places_at += [*_countries_before_names(tokens, keys, lexicon), *_seats(tokens, keys, lexicon)]
    place_ranges = [r for r in places_at if not _is_in_a_name(tokens, keys, lexicon, r)]
    avoided = [_cover(starts, tokens, span) for span in avoid]
    ranges = [*((s, e) for s, e, _ in body_ranges), *place_ranges, *avoided]
    firsts = {s for s, _ in ranges}
    held = frozenset(i for s, e in ranges for i in range(s, e))
    heads = {s: e for s, e in _heads(tokens, keys, lexicon).items() if s not in held or s in firsts}
    return Scene(
        tokens=tokens,
        keys=keys,
        lexicon=lexicon,
        bodies={s: e for s, e, _ in body_ranges if s < e},
        body_of={s: body for s, _, body in body_ranges},
        places={s: e for s, e in place_ranges if s < e},
        held=held,
        heads=heads,
        in_heads=frozenset(covered(heads.items())),
        avoided=frozenset(covered(avoided)),
        place_words=frozenset(keys[s] for s, e in place_ranges if e == s + 1),
    )


def over_bracket(scene: Scene, at: int) -> int:
    """The token after "(...)" where one opens at ``at`` and closes soon; else ``at``."""
    if scene.tokens[at].text != "(":
        return at
    stop = min(len(scene.tokens), at + BRACKET)
    return next((i + 1 for i in range(at, stop) if scene.tokens[i].text == ")"), at)


def _cover(starts: list[int], tokens: Sequence[Token], span: Span) -> tuple[int, int]:
    """The tokens that begin inside ``span``."""
    return bisect_left(starts, max(span.start, 1)), bisect_left(starts, max(span.end, 1))


def _short_of_names(tokens: Sequence[Token], lexicon: PeopleLexicon, at: tuple[int, int]) -> tuple[int, int]:
    """A body or place cut where an initial or a well-known foreign first name begins ("Bộ Phát triển A.A. Kozlov")."""
    start, end = at
    for i in range(start + 1, end):
        if _opens_a_name(tokens, lexicon, i):
            return start, i
        known = tokens[i].kind == "cap" and lexicon.names.first.get(tokens[i].text, 0) > 1 and tokens[i].text.isascii()
        if (
            tokens[i].kind == "initial"
            or (tokens[i].kind == "cap" and len(tokens[i].text) == 1)
            or (known and tokens[i - 1].kind == "lower" and not is_syllable(tokens[i].text))
        ):
            return start, i
    return start, end


def _opens_a_name(tokens: Sequence[Token], lexicon: PeopleLexicon, at: int) -> bool:
    """True where "Thị" follows a capitalised word, or "Văn" a surname, and a capitalised word follows either."""
    if at + 2 >= len(tokens) or any(t.kind != "cap" for t in tokens[at : at + 3]):
        return False
    second = tokens[at + 1].text
    return second == "Thị" or (second == "Văn" and lexicon.names.first.get(tokens[at].text, 0) > _SURE_SURNAME)


def _goes_on_a_name(tokens: Sequence[Token], keys: list[str], lexicon: PeopleLexicon, at: int) -> bool:
    """True where an honorific, or one with a surname, leads up to ``at``: "ông Bùi Trường Giang" holds no school."""
    if at < 3 or at + 2 >= len(tokens) or tokens[at].kind != "cap":
        return False
    if _is_addressed(keys, lexicon, at) and tokens[at + 1].kind == "cap" and tokens[at + 2].kind != "cap":
        return True
    if tokens[at - 1].kind != "cap":
        return False
    return _is_addressed(keys, lexicon, at - 1) and lexicon.names.is_surname(tokens[at - 1].text)


def _countries_before_names(tokens: Sequence[Token], keys: list[str], lexicon: PeopleLexicon) -> list[tuple[int, int]]:
    """Countries that open a capitalised run after a small letter: "Thủ tướng Campuchia Hun Sen"."""
    found = []
    for at in range(1, len(tokens) - 1):
        if tokens[at].kind == "cap" and tokens[at - 1].kind == "lower" and keys[at] != "anh":
            size = lexicon.countries.match(keys, at)
            if size and tokens[at + size].is_name_like and not _is_addressed(keys, lexicon, at):
                found.append((at, at + size))
    return found


def _seats(tokens: Sequence[Token], keys: list[str], lexicon: PeopleLexicon) -> list[tuple[int, int]]:
    """Seats of power that papers name like places: "Nhà Trắng", "Điện Kremlin"."""
    sizes = [(at, lexicon.seats.match(keys, at)) for at, token in enumerate(tokens) if token.kind == "cap"]
    return [(at, at + size) for at, size in sizes if size]


def _is_addressed(keys: list[str], lexicon: PeopleLexicon, at: int) -> bool:
    return lexicon.honorifics.ending(keys, at, 2) > 0


def _is_in_a_name(tokens: Sequence[Token], keys: list[str], lexicon: PeopleLexicon, at: tuple[int, int]) -> bool:
    """True for a place's name inside a person's: "Phan Anh Sơn", "Phan Thị Mỹ Thanh", "Kim Nhật Thành"."""
    start, end = at
    if _goes_on_a_name(tokens, keys, lexicon, start):
        return True
    first = start
    while tokens[first - 1].kind == "cap" and tokens[first].start - tokens[first - 1].end == 1 and start - first < 3:
        first -= 1
    if first < start and end == start + 1 and _is_addressed(keys, lexicon, first):
        return True
    surnames = [i for i in range(first, start) if lexicon.names.is_surname(tokens[i].text)]
    if surnames and surnames[-1] == start - 1 and lexicon.names.first.get(tokens[start - 1].text, 0) > _SURE_SURNAME:
        return end == start + 1
    follows = end < len(tokens) and tokens[end].kind == "cap" and tokens[end].start - tokens[end - 1].end == 1
    return bool(surnames) and end == start + 1 and (follows or surnames[-1] < start - 1)


def _heads(tokens: Sequence[Token], keys: list[str], lexicon: PeopleLexicon) -> dict[int, int]:
    """First token -> token after, of each word or phrase that opens a title."""
    found: dict[int, int] = {}
    for at in range(len(tokens)):
        size = lexicon.heads.match(keys, at)
        if size:
            found[at] = at + size
    return found


def covered(ranges: Iterable[tuple[int, int]]) -> set[int]:
    """The tokens that ranges cover."""
    return {i for start, end in ranges for i in range(start, end)}
