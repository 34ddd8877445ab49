"""The name of an event reads as a phrase of its own: one line a behaviour in tests/cases/events/names.tsv."""

from __future__ import annotations

import pytest

from pipeline.extract.lexicons import Lexicons, build_lexicons
from pipeline.registers import load_registers
from tests.told import reading, rows

LONGEST = 160


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    return build_lexicons(load_registers())


def names(text: str, lexicons: Lexicons) -> list[str]:
    return [e.name for e in reading(text, lexicons).events if e.primary]


@pytest.mark.parametrize("case", rows("events/names.tsv"), ids=lambda c: str(c[1])[:30])
def test_name_is_a_phrase_of_its_own(case: list[str | None], lexicons: Lexicons) -> None:
    text, name = case
    assert names(text or "", lexicons)[:1] == [name]


def test_long_statement_is_cut_at_a_word(lexicons: Lexicons) -> None:
    said = "đơn vị đang kiểm tra các công trình thủy lợi dọc sông Hậu " * 6
    text = f"Ngày 4/6/2024, Công an huyện Nam Trà cho biết {said.strip()}."
    name = names(text, lexicons)[0]
    assert name.startswith("Công an huyện Nam Trà cho biết đơn vị")
    assert len(name) <= LONGEST
    assert text[text.index(name) + len(name)] in " ,."
