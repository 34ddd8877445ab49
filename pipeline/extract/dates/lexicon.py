"""The words that the finder of dates looks up, compiled once from the registers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pipeline.extract.dates.sessions import Gathering, build_gatherings
from pipeline.extract.dates.tenures import Tenure, build_tenures
from pipeline.extract.registers import Registers, Row, split_cell
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
    """The lunar new year's day of each year, the lunar years by their folded name ("kỷ hợi"), the anniversaries, the
    holders of offices, the numbered meetings, the years in which the National Assembly's terms were elected."""

    new_years: Mapping[int, date] = field(default_factory=dict)
    named_years: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    anniversaries: tuple[Anniversary, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    gatherings: tuple[Gathering, ...] = ()
    elections: Mapping[int, int] = field(default_factory=dict)


def build_lexicon(registers: Registers) -> DateLexicon:
    """Compile the look-ups from the registers of lunar years, anniversaries, tenures, gatherings and terms."""
    lunar = registers.rows("lunar_new_years")
    return DateLexicon(
        new_years={int(r["year"]): date.fromisoformat(r["new_year"]) for r in lunar},
        named_years=_named_years(lunar),
        anniversaries=tuple(
            Anniversary(r["kind"], tuple(key(w) for w in split_cell(r["words_vi"])), int(r["base"][:4]))
            for r in registers.rows("anniversaries")
        ),
        tenures=build_tenures(registers.rows("tenures")),
        gatherings=build_gatherings(registers.rows("gatherings")),
        elections=_elections(registers.rows("party_terms")),
    )


def _named_years(rows: Sequence[Row]) -> dict[str, tuple[int, ...]]:
    named: dict[str, tuple[int, ...]] = {}
    for row in rows:
        name = key(row["name_vi"])
        named[name] = (*named.get(name, ()), int(row["year"]))
    return named


def _elections(rows: Sequence[Row]) -> dict[int, int]:
    """Term of the National Assembly -> the year in which it was elected."""
    held = (r for r in rows if key(r["body_vi"]) == key("Quốc hội"))
    return {int(r["ordinal"]): int(r["congress_or_election_start"][:4]) for r in held}
