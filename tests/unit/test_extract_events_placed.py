"""Where the main event of a sentence is placed."""

from __future__ import annotations

import pytest

from pipeline.extract.lexicons import Lexicons, build_lexicons
from pipeline.registers import load_registers
from tests.told import reading, rows


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    return build_lexicons(load_registers())


@pytest.mark.parametrize(("text", "place"), rows("events/placed.tsv"), ids=lambda c: str(c)[:40])
def test_place_of_the_main_event(text: str, place: str | None, lexicons: Lexicons) -> None:
    placed = [e.place for e in reading(text, lexicons).events if e.primary]
    assert placed[:1] == [place]
