"""The words that the finder of places looks up, compiled once from the registers."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.registers import Registers


@dataclass(frozen=True, slots=True)
class PlaceLexicon:
    """Compiled look-ups of this folder."""


def build_lexicon(registers: Registers) -> PlaceLexicon:
    """Compile the look-ups from the registers."""
    return PlaceLexicon()
