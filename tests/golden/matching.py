"""When a find is the same as what a careful reader wrote down."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from pipeline.text.fold import fold, to_ascii

A = TypeVar("A")
B = TypeVar("B")

# Words that make another office of the same words.
RANKS = frozenset(["phó", "nguyên", "cựu", "cố", "quyền", "trợ"])
_PLACE_HEADS = re.compile(r"^(?:thu do|thanh pho|tp|tinh|nuoc|thi xa|huyen|quan) (?=\w)")


def tokens(text: str | None) -> str:
    """Lower-case words without marks, one space between: spelling of tones and punctuation do not count."""
    return " ".join(re.findall(r"[a-z0-9]+", to_ascii(fold(text or ""))))


def matched(gold: Sequence[A], found: Iterable[B], same: Callable[[A, B], bool]) -> list[tuple[A, B]]:
    """Pairs of one gold item and one find, first come first served."""
    left, pairs = list(found), []
    for item in gold:
        hit = next((i for i, other in enumerate(left) if same(item, other)), None)
        if hit is not None:
            pairs.append((item, left.pop(hit)))
    return pairs


def same_person(gold: str, forms: Iterable[str]) -> bool:
    """True where a form met in the article is the name, or two or more of its syllables in a row; never longer."""
    name = f" {tokens(gold)} "
    return any(f" {f} " == name or (" " in f and f" {f} " in name) for f in map(tokens, forms))


def same_body(gold: str, forms: Iterable[str]) -> bool:
    """True where a form of the body is the annotated name, word for word."""
    return tokens(gold) in map(tokens, forms)


def same_title(gold: str, found: str) -> bool:
    """True where rank words agree and three quarters of all words."""
    first, second = (RANKS & set(fold(t).split()) for t in (gold, found))
    a, b = set(tokens(gold).split()), set(tokens(found).split())
    return first == second and len(a & b) >= 0.75 * len(a | b)


def same_place(gold: str, found: str) -> bool:
    """True where the names agree without "thành phố", "tỉnh" before them, or one stands within the other."""
    a, b = (_PLACE_HEADS.sub("", tokens(p)) for p in (gold, found))
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return a == b or (" " in shorter and f" {shorter} " in f" {longer} ")


def same_directive(gold: tuple[str, str | None, str | None], found: tuple[str, str | None, str | None]) -> bool:
    """True where the symbols agree; where one is not given, the types and the numbers."""
    if gold[1] and found[1]:
        return _symbol(gold[1]) == _symbol(found[1])
    return tokens(gold[0]) == tokens(found[0]) and (gold[2] or "").lstrip("0") == (found[2] or "").lstrip("0")


def _symbol(text: str) -> str:
    return re.sub(r"[\s.]", "", to_ascii(text).upper())


def same_date(gold: str | None, found: str | None, *, years: bool) -> bool:
    """True where the values are equal; ``years`` False: the year of a day or month is not compared.

    ``gold`` may list alternatives with "or". A one-of set is no year: with ``years`` it equals only itself."""
    if gold is None or found is None:
        return gold is found
    return _bare(found, years) in [_bare(g, years) for g in gold.split(" or ")]


def _bare(value: str, years: bool) -> str:
    value = re.sub(r"[?~%\s]", "", value)
    if years:
        return value
    masked = re.sub(r"(?:\d{4}|XXXX)(?=-\d\d)", "XXXX", value)
    members = sorted(set(masked.strip("[]").split(",")))
    return members[0] if len(members) == 1 else masked
