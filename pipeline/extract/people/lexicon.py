"""The words that the finder of people looks up, compiled once from the registers.

Registers: ``positions`` and ``title_words`` (what opens a title), ``honorifics``, ``title_bounds`` (words that end a
title's complement, link two titles, predicate one, make of a name a thing, name a seat of power, say something of a
person between title and name, go on a word that is no name, or end the name of a firm), and the counts of the words
that names are made of: ``surnames``, ``given_names``, ``foreign_names``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.extract.registers import Registers, Row, split_cell
from pipeline.text.fold import key
from pipeline.text.names import SURNAMES

_SURNAME_BONUS = 2.0
_RARE = 0.5
_COMMON_OTHER = 4.0
_LEAST, _MOST = -4.5, 2.5


@dataclass(frozen=True, slots=True)
class Head:
    """What opens a title. ``complement``: free (a body or a field follows: "Giám đốc ..."), short (only a place or a
    body), none (a rank, a degree)."""

    kind: str
    complement: str


@dataclass(frozen=True, slots=True)
class Honorific:
    """A word of address. ``gender``: m, f or "". ``private``: of minors, victims and the accused."""

    gender: str
    many: bool
    private: bool


@dataclass(frozen=True, slots=True)
class PhraseTable:
    """Folded phrases, and by their first and their last word how long they are, the longest first: the longest that
    stands at a place is taken."""

    phrases: frozenset[str]
    sizes: Mapping[str, tuple[int, ...]]
    sizes_back: Mapping[str, tuple[int, ...]]

    def match(self, keys: list[str], at: int) -> int:
        """How many tokens the longest phrase at ``at`` has; 0 where none stands there."""
        for size in self.sizes.get(keys[at], ()):
            if " ".join(keys[at : at + size]) in self.phrases:
                return size
        return 0

    def ending(self, keys: list[str], at: int, longest: int) -> int:
        """How many tokens the longest phrase right before ``at`` has, of those with up to ``longest``; 0 for none."""
        for size in self.sizes_back.get(keys[at - 1], ()) if at > 0 else ():
            if size <= longest and self.has(keys, at - size, at):
                return size
        return 0

    def has(self, keys: list[str], start: int, end: int) -> bool:
        """True where tokens ``[start, end)`` are exactly a phrase."""
        return 0 <= start < end and " ".join(keys[start:end]) in self.phrases


@dataclass(frozen=True, slots=True)
class NameCounts:
    """Log-odds that a word stands first, in the middle or last in a name rather than in no name."""

    first: Mapping[str, float]
    later: Mapping[str, float]

    def is_surname(self, word: str) -> bool:
        """True for a word that opens names about as often as it stands elsewhere."""
        return self.first.get(word, _LEAST) > 0.0 or word.lower() in SURNAMES

    def has(self, word: str) -> bool:
        """True for a word met in names at all."""
        return word in self.first or word in self.later


@dataclass(frozen=True, slots=True)
class PeopleLexicon:
    """Compiled look-ups of this folder; phrases are folded words joined by single spaces."""

    heads: PhraseTable
    head_values: Mapping[str, Head]
    honorifics: PhraseTable
    honorific_values: Mapping[str, Honorific]
    ends: PhraseTable
    keeps: PhraseTable
    things: PhraseTable
    predicates: PhraseTable
    links: PhraseTable
    eponyms: PhraseTable
    seats: PhraseTable
    attributes: PhraseTable
    compounds: PhraseTable
    firms: PhraseTable
    countries: PhraseTable
    names: NameCounts


def build_lexicon(registers: Registers) -> PeopleLexicon:
    """Compile the look-ups from the registers."""
    heads = dict(_heads(registers))
    honorifics = {_words(r["word"]): _honorific(r) for r in registers.rows("honorifics")}
    bounds = {role: [r["word"] for r in registers.rows("title_bounds") if r["role"] == role] for role in _ROLES}
    return PeopleLexicon(
        heads=_table(heads),
        head_values=heads,
        honorifics=_table(honorifics),
        honorific_values=honorifics,
        ends=_table(bounds["end"]),
        keeps=_table(bounds["keep"]),
        things=_table(bounds["thing"]),
        predicates=_table(bounds["predicate"]),
        links=_table(bounds["link"]),
        countries=_table(n for r in registers.rows("countries") for n in (r["name_vi"], *split_cell(r["aliases"]))),
        eponyms=_table(bounds["eponym"]),
        seats=_table(bounds["seat"]),
        attributes=_table(bounds["attribute"]),
        compounds=_table(bounds["compound"]),
        firms=_table(bounds["firm"]),
        names=_counts(registers),
    )


_LONG_WORD = 5
_ROLES = ("eponym", "end", "keep", "thing", "predicate", "link", "seat", "attribute", "compound", "firm")
_DOTS = str.maketrans({"-": " - ", ".": " . ", ",": " , ", ":": " : ", "/": " / "})


def _words(phrase: str) -> str:
    """A phrase as the tokens of a text would spell it; points of abbreviations stay on their word."""
    return key(phrase) if "." in phrase else key(phrase.translate(_DOTS))


def _table(phrases: Iterable[str]) -> PhraseTable:
    spelt = frozenset(map(_words, phrases))
    return PhraseTable(spelt, _sizes(spelt, 0), _sizes(spelt, -1))


def _sizes(phrases: Iterable[str], which: int) -> dict[str, tuple[int, ...]]:
    """The sizes of phrases by one of their words, the longest first."""
    sizes: dict[str, set[int]] = {}
    for phrase in phrases:
        words = phrase.split(" ")
        sizes.setdefault(words[which], set()).add(len(words))
    return {word: tuple(sorted(group, reverse=True)) for word, group in sizes.items()}


def _heads(registers: Registers) -> Iterator[tuple[str, Head]]:
    """Words that open titles; of an office in full ("Chủ tịch Quốc hội") its head word where that is one."""
    words = {_words(r["word"]): Head(r["kind"], r["complement"]) for r in registers.rows("title_words")}
    for row in registers.rows("positions"):
        for title in map(_words, _titles(row)) if row["kind"] != "honorific" else ():
            if not title.startswith("quyền ") and not any(title.startswith(f"{word} ") for word in words):
                yield title, Head(row["kind"], "free")
    yield from words.items()
    yield from ((slip, head) for word, head in words.items() for slip in _misprints(word) if slip not in words)


def _misprints(word: str) -> Iterator[str]:
    """A head of two words with one letter of the second left out: "thứ tưởng"."""
    first, _, second = word.partition(" ")
    if " " not in second and len(second) >= _LONG_WORD:
        yield from (f"{first} {second[:i]}{second[i + 1 :]}" for i in range(1, len(second)))


def _titles(row: Row) -> list[str]:
    return [t for t in (row["title_vi"], *split_cell(row["variants"])) if "{" not in t and "," not in t]


def _honorific(row: Row) -> Honorific:
    return Honorific(row["gender"], row["number"] == "many", row["private"] == "yes")


def _counts(registers: Registers) -> NameCounts:
    first = {r["syllable"]: _odds(int(r["first"]), int(r["other"])) for r in registers.rows("surnames")}
    first = {w: min(odds + _SURNAME_BONUS * (w.lower() in SURNAMES), _MOST) for w, odds in first.items()}
    later = {
        r["syllable"]: _odds(int(r["middle"]) + int(r["last"]), int(r["other"])) for r in registers.rows("given_names")
    }
    for row in registers.rows("foreign_names"):
        first[row["word"]] = _odds(int(row["first"]) + 1, int(row["other"]))
        later[row["word"]] = _odds(int(row["later"]) + 1, int(row["other"]))
    return NameCounts(first, later)


def _odds(inside: int, outside: int) -> float:
    return max(_LEAST, min(_MOST, math.log((inside + _RARE) / (outside + _COMMON_OTHER))))
