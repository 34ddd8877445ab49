"""The words that the finder of statements looks up, compiled once from the registers."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.registers import Registers


@dataclass(frozen=True, slots=True)
class StatementLexicon:
    """Compiled look-ups of this folder."""


def build_lexicon(registers: Registers) -> StatementLexicon:
    """Compile the look-ups from the registers."""
    return StatementLexicon()
