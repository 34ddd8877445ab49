"""Names, titles, topics and dates of linking, by tables of cases."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from pipeline.resolve import names
from pipeline.resolve.dates import Word, agree, complete

CASES = Path(__file__).parents[1] / "cases" / "resolve"


def _cases(name: str) -> list[dict[str, str]]:
    with (CASES / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


@pytest.mark.parametrize("case", _cases("names.tsv"), ids=lambda c: f"{c['function']}-{c['input']}")
def test_name(case: dict[str, str]) -> None:
    found = getattr(names, case["function"])(case["input"])
    shown = "|".join(found) if isinstance(found, list) else str("" if found is None else found)
    assert (shown or "-") == case["expected"]


@pytest.mark.parametrize("case", _cases("dates.tsv"), ids=lambda c: f"{c['value']}|{c['low']}|{c['high']}")
def test_complete(case: dict[str, str]) -> None:
    value, low, high = (None if case[c] == "-" else case[c] for c in ("value", "low", "high"))
    found = complete(value, low and date.fromisoformat(low), high and date.fromisoformat(high))
    told = [found.value, found.earliest, found.latest]
    assert ["-" if x is None else str(x) for x in told] == [case["expected"], case["earliest"], case["latest"]]


def _word(value: str, basis: str, primary: bool, low: str | None = None, high: str | None = None) -> Word:
    ends = [None if x is None else date.fromisoformat(x) for x in (low, high)]
    return Word(value, *ends, basis, primary)


STATED = _word("2023-11-24", "stated", True, "2023-11-24", "2023-11-24")
YEARLESS = _word("XXXX-11-24", "none", True)
BACK = _word("2023-11-24", "stated", False, "2023-11-24", "2023-11-24")
ONE_OF = _word("[2022-11-24,2023-11-24]", "cited_document", True, "2022-11-24", "2023-11-24")
AFTER = _word("2023-06-01/..", "cited_document", True, "2023-06-01")
REGISTER = _word("2019-12-05", "register", False, "2019-12-05", "2019-12-05")


@pytest.mark.parametrize(
    ("words", "value", "basis"),
    [
        ([], None, "none"),
        ([YEARLESS], "XXXX-11-24", "none"),
        ([YEARLESS, STATED], "2023-11-24", "stated"),
        ([YEARLESS, BACK], "2023-11-24", "cross_document"),
        ([ONE_OF, YEARLESS], "[2022-11-24,2023-11-24]", "cited_document"),
        ([ONE_OF, AFTER], "2023-11-24", "cross_document"),
        ([_word("2019", "term", False, "2019-01-01", "2019-12-31"), REGISTER], "2019-12-05", "register"),
        ([STATED, _word("2023-11-25", "stated", True, "2023-11-25", "2023-11-25"), BACK], "2023-11-24", "stated"),
    ],
)
def test_agree(words: list[Word], value: str | None, basis: str) -> None:
    found = agree(words)
    assert (found[0], found[3]) == (value, basis)
    assert agree(words[::-1]) == found, "the order of the sources does not matter"
