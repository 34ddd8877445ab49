"""What the scorer takes for the same, one line a case: ``tests/cases/golden/same.tsv``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.golden import matching as m
from tests.golden.gold import none

CASES = Path(__file__).resolve().parents[1] / "cases" / "golden" / "same.tsv"
SAME: dict[str, Callable[[str, str], bool]] = {
    "person": lambda gold, found: m.same_person(gold, [found]),
    "body": lambda gold, found: m.same_body(gold, [found]),
    "title": m.same_title,
    "place": m.same_place,
    "date": lambda gold, found: m.same_date(gold, found, years=True),
    "day": lambda gold, found: m.same_date(gold, found, years=False),
    "directive": lambda gold, found: m.same_directive(_document(gold), _document(found)),
}


def _document(cell: str) -> tuple[str, str | None, str | None]:
    kind, symbol, number = cell.split(",")
    return kind, none(symbol), none(number)


def rows() -> list[list[str]]:
    return [line.split("\t") for line in CASES.read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize(("kind", "gold", "found", "same"), rows())
def test_same(kind: str, gold: str, found: str, same: str) -> None:
    assert SAME[kind](gold, found) is (same == "yes")


def test_one_find_answers_one_annotation() -> None:
    pairs = m.matched(["Lê An", "Lê An"], ["Lê An"], lambda a, b: a == b)
    assert pairs == [("Lê An", "Lê An")]
