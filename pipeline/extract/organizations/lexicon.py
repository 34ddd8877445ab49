"""The words that the finder of organizations looks up, compiled once from the registers.

Registers: ``organizations`` (bodies with their aliases) and ``organization_words`` (the words that begin a body's
name, with their traits, and the fields that names are made of).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extract.registers import Registers, Row, split_cell
from pipeline.text.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Registered:
    """A name of a registered body. ``key``: the register's ``name_vi``. ``exact_case``: only as printed (EU, WHO)."""

    key: str
    kind: str
    country: str | None
    abbreviation: str | None
    name: str

    @property
    def exact_case(self) -> bool:
        """True for abbreviations and one-word names, which are common words in lower case."""
        return " " not in self.name


@dataclass(frozen=True, slots=True)
class Head:
    """A word that begins a body's name ("Bộ", "Liên hiệp", "Công ty"), with what may follow it (``traits``)."""

    word: str
    kind: str
    traits: frozenset[str]


@dataclass(frozen=True, slots=True)
class OrganizationLexicon:
    """Compiled look-ups of this folder."""

    names: Phrases[Registered]
    heads: Phrases[Head]
    fields: Phrases[str]


def build_lexicon(registers: Registers) -> OrganizationLexicon:
    """Compile the look-ups from the registers."""
    words = registers.rows("organization_words")
    return OrganizationLexicon(
        names=Phrases(_names(registers)),
        heads=Phrases((r["word"], _head(r)) for r in words if r["role"] == "head"),
        fields=Phrases((r["word"], r["word"]) for r in words if r["role"] == "field"),
    )


# Too general alone to name a body (eval/GUIDE): the Party, the State, the centre.
_BARE = frozenset(
    ["Đảng", "Đảng ta", "Trung ương", "TW", "T.Ư", "CP", "Mặt trận", "Chủ tịch nước", "CTN", "Đoàn Thanh niên"]
)


def _head(row: Row) -> Head:
    return Head(row["word"], row["kind"], frozenset(split_cell(row["traits"])))


def _names(registers: Registers) -> Iterator[tuple[str, Registered]]:
    for row in registers.rows("organizations"):
        for name in [row["name_vi"], *split_cell(row["aliases"])]:
            if not set("{(") & set(name) and name not in _BARE:
                yield name, _registered(row, name)


def _registered(row: Row, name: str) -> Registered:
    short = next((a for a in split_cell(row["aliases"]) if " " not in a and a.isupper()), None)
    return Registered(row["name_vi"], row["kind"], row.get("country") or None, short, name)
