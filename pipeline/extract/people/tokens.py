"""A document's zones as one row of tokens: words, initials, numbers, marks, with a break between zones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pipeline.text.fold import fold
from pipeline.text.spans import Span

_TOKEN = re.compile(
    r"(?P<short>(?:TP|TX|GS|PGS|TS|ThS|TSKH|BS|LS|KTS|KS|NSND|NSƯT|St|Mr|Mrs|Ms|Dr|T\.[ƯW])\b\.?)"
    r"|(?P<initial>(?<!\w)(?:(?:[A-ZĐ][a-z]?\.){2,4}(?= ?[A-ZĐ]|$)|[A-ZĐ]\.(?= ?[A-ZĐ])))"
    r"|(?P<word>[^\W\d_]+(?:['’ʼ][^\W\d_]+)*)"
    r"|(?P<number>\d+(?:[.,/]\d+)*)"
    r"|(?P<mark>\S)"
)
_GLUED = frozenset(["ông", "bà"])


@dataclass(frozen=True, slots=True)
class Token:
    """A token at ``[start, end)``. ``key``: folded. ``kind``: cap, upper, lower, initial, number, mark, break."""

    start: int
    end: int
    text: str
    key: str
    kind: str

    @property
    def is_name_like(self) -> bool:
        """True where the token can be a word of a name: capitalised, or an initial."""
        return self.kind in ("cap", "initial", "upper")


def tokenise(text: str, zones: Iterable[Span], is_surname: Callable[[str], bool]) -> list[Token]:
    """The tokens of the zones in order; a surname or an honorific glued to the next
    syllable ("NguyễnVăn", "ôngTrần") is two tokens, and a line
    broken after an initial ("D.A." / "Medvedev") goes on."""
    tokens = [Token(0, 0, "", "\n", "break")]
    folded = fold(text)
    for zone in zones:
        for match in _TOKEN.finditer(text, zone.start, zone.end):
            tokens += _tokens_of(match, folded, is_surname)
        if tokens[-1].kind != "initial":
            tokens.append(Token(zone.end, zone.end, "", "\n", "break"))
    return [*tokens, Token(len(text), len(text), "", "\n", "break")]


def _tokens_of(match: re.Match[str], folded: str, is_surname: Callable[[str], bool]) -> list[Token]:
    text, (start, end), group = match[0], match.span(), match.lastgroup or "mark"
    at = _glue(text) if group == "word" else 0
    if at and (is_surname(text[:at]) or fold(text[:at]) in _GLUED):
        halves = [(text[:at], start, start + at), (text[at:], start + at, end)]
        return [Token(s, e, half, folded[s:e], _shape(half)) for half, s, e in halves]
    return [Token(start, end, text, folded[start:end], _shape(text) if group in ("word", "short") else group)]


def _glue(word: str) -> int:
    """Where a capital follows a small letter inside a word; 0 where none does."""
    return next((i for i in range(1, len(word)) if word[i].isupper() and word[i - 1].islower()), 0)


def _shape(word: str) -> str:
    if not word[0].isupper():
        return "lower"
    return "upper" if len(word) > 1 and word.isupper() else "cap"
