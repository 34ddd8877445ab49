"""The name of an event reads as a phrase of its own: one line a behaviour in tests/cases/events/names.tsv."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.documents.parse import parse
from pipeline.extract.lexicons import Lexicons, build_lexicons
from pipeline.extract.reader import read
from pipeline.registers import load_registers

CASES = Path(__file__).resolve().parents[1] / "cases" / "events" / "names.tsv"
LONGEST = 160


def rows() -> list[list[str]]:
    with CASES.open(encoding="utf-8", newline="") as lines:
        table = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row for row in table if not row[0].startswith("#")]


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    return build_lexicons(load_registers())


def names(text: str, lexicons: Lexicons) -> list[str]:
    found = read(parse(f"Tin trong tỉnh\n\n{text}\n".encode(), "case.txt"), lexicons)
    return [e.name for e in found.events if e.primary]


@pytest.mark.parametrize("case", rows(), ids=lambda c: str(c[1])[:30])
def test_name_is_a_phrase_of_its_own(case: list[str], lexicons: Lexicons) -> None:
    text, name = case
    assert names(text, lexicons)[:1] == [name]


def test_long_statement_is_cut_at_a_word(lexicons: Lexicons) -> None:
    said = "đơn vị đang kiểm tra các công trình thủy lợi dọc sông Hậu " * 6
    text = f"Ngày 4/6/2024, Công an huyện Nam Trà cho biết {said.strip()}."
    name = names(text, lexicons)[0]
    assert name.startswith("Công an huyện Nam Trà cho biết đơn vị")
    assert len(name) <= LONGEST
    assert text[text.index(name) + len(name)] in " ,."
