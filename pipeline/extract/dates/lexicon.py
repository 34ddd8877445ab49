"""The words that the finder of dates looks up, compiled once from the registers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from pipeline.extract.registers import Registers, split_cell
from pipeline.text.fold import key


@dataclass(frozen=True, slots=True)
class Anniversary:
    """A founding that is commemorated: its folded names and its year. ``kind``: day (a national day), relations
    (diplomatic relations with a country, whose names these are)."""

    kind: str
    words: tuple[str, ...]
    year: int


@dataclass(frozen=True, slots=True)
class DateLexicon:
    """The lunar new year's day of each year, the lunar years by their folded name ("kỷ hợi"), the anniversaries."""

    new_years: Mapping[int, date] = field(default_factory=dict)
    named_years: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    anniversaries: tuple[Anniversary, ...] = ()


def build_lexicon(registers: Registers) -> DateLexicon:
    """Compile the look-ups from the registers ``lunar_new_years`` and ``anniversaries``."""
    lunar = registers.rows("lunar_new_years")
    named: dict[str, tuple[int, ...]] = {}
    for row in lunar:
        name = key(row["name_vi"])
        named[name] = (*named.get(name, ()), int(row["year"]))
    return DateLexicon(
        new_years={int(r["year"]): date.fromisoformat(r["new_year"]) for r in lunar},
        named_years=named,
        anniversaries=tuple(
            Anniversary(r["kind"], tuple(key(w) for w in split_cell(r["words_vi"])), int(r["base"][:4]))
            for r in registers.rows("anniversaries")
        ),
    )
