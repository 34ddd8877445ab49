"""Where the main event of a sentence is placed."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.documents.parse import parse
from pipeline.extract.lexicons import Lexicons, build_lexicons
from pipeline.extract.reader import read
from pipeline.registers import load_registers

CASES = Path(__file__).resolve().parents[1] / "cases" / "events" / "placed.tsv"


def rows() -> list[list[str]]:
    with CASES.open(encoding="utf-8", newline="") as lines:
        return [r for r in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if not r[0].startswith("#")]


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    return build_lexicons(load_registers())


@pytest.mark.parametrize(("text", "place"), rows(), ids=lambda c: c[:40])
def test_place_of_the_main_event(text: str, place: str, lexicons: Lexicons) -> None:
    found = read(parse(f"Tin trong tỉnh\n\n{text}\n".encode(), "case.txt"), lexicons)
    placed = [e.place or "-" for e in found.events if e.primary]
    assert placed[:1] == [place]
