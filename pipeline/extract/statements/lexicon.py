"""The words that the finder of statements looks up, compiled once from the registers.

``figure_units.csv``: a unit that results are counted in, and its kind (count, people, share, money, measure).
``statement_cues.csv``: phrases under the name of a cue: qualifiers of a number, what makes a number no figure, what
opens a demand and what tells that a sentence goes on demanding.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.extract.cues import cue_patterns
from pipeline.extract.registers import Registers
from pipeline.text.fold import key


@dataclass(frozen=True, slots=True)
class StatementLexicon:
    """Compiled look-ups of this folder. ``units``: a pattern for the units in folded text; ``kinds``: unit -> kind."""

    cues: Mapping[str, re.Pattern[str]]
    units: re.Pattern[str]
    kinds: Mapping[str, str]


def build_lexicon(registers: Registers) -> StatementLexicon:
    """Compile the look-ups from ``figure_units``, ``statement_cues`` and the honorifics of ``event_cues``."""
    kinds = {key(r["unit"]): r["kind"] for r in registers.rows("figure_units")}
    longest = sorted(kinds, key=lambda u: (-len(u), u))
    alternatives = "|".join(re.escape(u) for u in longest)
    return StatementLexicon(
        cues=cue_patterns(registers, "event_cues", "statement_cues"),
        units=re.compile(rf"\s{{0,2}}(?P<unit>{alternatives})(?!\w)"),
        kinds=kinds,
    )
