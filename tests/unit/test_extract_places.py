"""Places: what is found, its normalised name, country and kind (``cases/places/places.tsv``)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from pipeline.documents.model import Document, Zone
from pipeline.extract.places.find import find_places
from pipeline.extract.places.lexicon import PlaceLexicon, build_lexicon
from pipeline.registers import load_registers

CASES = Path(__file__).resolve().parents[1] / "cases" / "places" / "places.tsv"


@cache
def lexicon() -> PlaceLexicon:
    return build_lexicon(load_registers())


def rows() -> list[list[str]]:
    return [[*line.split("\t"), ""][:2] for line in CASES.read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize(("text", "places"), rows())
def test_places(text: str, places: str) -> None:
    found = find_places(Document("x", "0" * 64, text, (Zone("body", 0, len(text)),)), lexicon())
    assert "|".join(f"{p.span.of(text)}={p.value}/{p.country or ''}/{p.kind}" for p in found) == places


def test_nothing_is_taken_from_furniture() -> None:
    text = "Hà Nội"
    assert find_places(Document("x", "0" * 64, text, (Zone("furniture", 0, 6),)), lexicon()) == ()
