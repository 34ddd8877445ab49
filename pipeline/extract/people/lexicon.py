"""The words that the finder of people looks up, compiled once from the registers."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.registers import Registers


@dataclass(frozen=True, slots=True)
class PeopleLexicon:
    """Compiled look-ups of this folder."""


def build_lexicon(registers: Registers) -> PeopleLexicon:
    """Compile the look-ups from the registers."""
    return PeopleLexicon()
