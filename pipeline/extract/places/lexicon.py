"""The words that the finder of places looks up, compiled once from the registers.

Registers: ``countries`` (code, name_vi, aliases), ``provinces`` (name_vi, aliases, kind) and ``places`` (name_vi,
aliases, kind, country). A place filed under two registers keeps the first: country, province, then the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extract.registers import Registers, Row, split_cell
from pipeline.text.phrases import Phrases


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """One name of a place. ``value``: its normalised name. ``capitals``: which words of the name are capitalised."""

    value: str
    country: str | None
    kind: str
    capitals: tuple[bool, ...]

    @property
    def is_one_word(self) -> bool:
        """True for names of one syllable (Nga, Mỹ, Vinh), which people bear too."""
        return len(self.capitals) == 1


@dataclass(frozen=True, slots=True)
class PlaceLexicon:
    """Compiled look-ups of this folder. ``names``: every name and alias of a registered place."""

    names: Phrases[PlaceEntry]


def build_lexicon(registers: Registers) -> PlaceLexicon:
    """Compile the look-ups from the registers."""
    return PlaceLexicon(names=Phrases([*_countries(registers), *_provinces(registers), *_places(registers)]))


def capitals(name: str) -> tuple[bool, ...]:
    """For each word of a name, whether it begins with a capital (a digit or dash counts as none)."""
    return tuple(word[0].isupper() for word in name.split())


def _countries(registers: Registers) -> Iterator[tuple[str, PlaceEntry]]:
    for row in registers.rows("countries"):
        yield from _entries(row, row["code"], "country")


def _provinces(registers: Registers) -> Iterator[tuple[str, PlaceEntry]]:
    for row in registers.rows("provinces"):
        yield from _entries(row, "VN", row["kind"])


def _places(registers: Registers) -> Iterator[tuple[str, PlaceEntry]]:
    for row in registers.rows("places"):
        yield from _entries(row, row["country"] or None, row["kind"])


def _entries(row: Row, country: str | None, kind: str) -> Iterator[tuple[str, PlaceEntry]]:
    for name in [row["name_vi"], *split_cell(row["aliases"])]:
        yield name, PlaceEntry(row["name_vi"], country, kind, capitals(name))
