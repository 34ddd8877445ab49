"""The words that the finder of directives looks up, compiled once from the registers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.extract.registers import Registers, Row
from pipeline.text.phrases import Phrases

_NOT_OFFICIAL = ("Cáo trạng", "Bản án", "Vụ án", "Giấy phép", "Giấy phép sửa chữa", "Hợp đồng", "Hồ sơ", "Biên lai")
"""Papers with numbers that are no official documents of the dataset: found, so that their numbers are not taken."""


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A kind of official document.

    ``reading``: plain (a bare number after the word names one), marked (the number needs "số" or a symbol), symbol
    (only a symbol), name (known by its name alone), ignored (no official document)."""

    name: str
    code: str | None
    system: str
    reading: str


@dataclass(frozen=True, slots=True)
class DirectiveLexicon:
    """Type words; symbol letters (upper case) -> the letters as they are printed; bodies that only Party or state
    numbering has after the last separator; letters -> the type they stand for in each system."""

    types: Phrases[DocumentType]
    codes: dict[str, str]
    bodies: dict[str, str]
    party_bodies: frozenset[str]
    by_code: dict[tuple[str, str], DocumentType]


def build_lexicon(registers: Registers) -> DirectiveLexicon:
    """Compile the look-ups from the registers."""
    rows = registers.rows("document_types")
    types = [_type(r) for r in rows if r["record"] == "type"]
    suffixes = [(code, r["system"]) for r in rows if r["record"] == "suffix" for code in _codes(r)]
    return DirectiveLexicon(
        types=Phrases((t.name, t) for t in [*map(_ignored, _NOT_OFFICIAL), *types]),
        codes={t.code.upper(): t.code for t in reversed(types) if t.code},
        bodies={c.upper(): c for c, _ in suffixes},
        party_bodies=frozenset(c.upper() for c, system in suffixes if system not in ("state",)),
        by_code=_by_code(types),
    )


def _type(row: Row) -> DocumentType:
    name = row["type_vi"].split(" (")[0].split(" của ")[0]
    system = "party" if row["system"].startswith("party") else "state"
    return DocumentType(name, row["abbreviation"].split(",")[0] or None, system, row["reading"] or "symbol")


def _ignored(name: str) -> DocumentType:
    return DocumentType(name, None, "other", "ignored")


def _codes(row: Row) -> list[str]:
    return [c.strip() for c in row["abbreviation"].split(",")]


def _by_code(types: Iterable[DocumentType]) -> dict[tuple[str, str], DocumentType]:
    filed: dict[tuple[str, str], DocumentType] = {}
    for t in types:
        if t.code:
            filed.setdefault((t.system, t.code.upper()), t)
    return filed
