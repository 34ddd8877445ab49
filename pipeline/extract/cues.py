"""Cues: phrases that tell how a word near them is meant, kept in registers and compiled to one pattern a cue."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.extract.registers import Registers
from pipeline.text.fold import key


def cue_patterns(registers: Registers, *names: str) -> dict[str, re.Pattern[str]]:
    """The name of a cue -> its pattern, from registers with the columns ``phrase`` and ``cue``."""
    phrases: dict[str, list[str]] = {}
    for name in names:
        for row in registers.rows(name):
            phrases.setdefault(row["cue"], []).append(key(row["phrase"]))
    return {cue: one_of(found) for cue, found in phrases.items()}


def one_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of some folded phrases, the longest first, whole words only."""
    longest = sorted(set(phrases), key=lambda p: (-len(p), p))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
