"""The words that the finder of dates looks up, compiled once from the registers."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.registers import Registers


@dataclass(frozen=True, slots=True)
class DateLexicon:
    """Compiled look-ups of this folder."""


def build_lexicon(registers: Registers) -> DateLexicon:
    """Compile the look-ups from the registers."""
    return DateLexicon()
