"""What a date pattern is: a name, a regular expression, how its match is read, and when it is no date after all."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.extract.dates.values import groups, point, span_value


class Find(NamedTuple):
    """A calendar expression found: where its calendar parts stand, and its EDTF value."""

    start: int
    end: int
    value: str


Reader = Callable[[re.Match[str]], list[Find]]
Guard = Callable[[str, re.Match[str]], bool]


def read_point(match: re.Match[str]) -> list[Find]:
    """One day, month or year, in the groups ``d1``, ``m1``, ``y1``."""
    value = point(groups(match), "1")
    return [Find(match.start(), match.end(), value)] if value else []


def read_span(match: re.Match[str]) -> list[Find]:
    """One interval, in the groups ``d1 m1 y1`` and ``d2 m2 y2``."""
    value = span_value(groups(match))
    return [Find(match.start(), match.end(), value)] if value else []


def always(_text: str, _match: re.Match[str]) -> bool:
    """No condition."""
    return True


@dataclass(frozen=True, slots=True)
class Rule:
    """``pattern`` is tried in folded text where ``opens`` stands (a digit, a word; anywhere where it is None): far
    fewer places than a search would try. ``guard`` sees that text and the match."""

    name: str
    pattern: re.Pattern[str]
    read: Reader = read_point
    guard: Guard = always
    opens: str | None = None
