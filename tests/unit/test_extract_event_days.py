"""Which day a happening has, and how days of open years compare: one line a behaviour."""

from __future__ import annotations

import pytest

from pipeline.extract.events.edtf import agree, from_to, is_day, plain, within
from pipeline.extract.lexicons import Lexicons, build_lexicons
from pipeline.registers import load_registers
from tests.told import reading, rows


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    return build_lexicons(load_registers())


@pytest.mark.parametrize("case", rows("events/days.tsv"), ids=lambda c: str(c[0])[:40])
def test_day_of_a_happening(case: list[str | None], lexicons: Lexicons) -> None:
    text, event_type, date = case
    found = reading(text or "", lexicons)
    assert [(e.event_type, e.date) for e in found.events if e.primary][:1] == [(event_type, date)]


@pytest.mark.parametrize(
    ("value", "expected"),
    [("2016-05-04", "2016-05-04"), ("[2016-05-04,2017-05-04]", "XXXX-05-04"), ("XXXX-05-04", "XXXX-05-04")],
)
def test_a_day_of_several_years_is_one_without_a_year(value: str, expected: str) -> None:
    assert plain(value) == expected
    assert is_day(value)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2016-05-04", "XXXX-05-04", True),
        ("[2016-05-04,2017-05-04]", "2017-05-04", True),
        ("2016-05-04", "2017-05-04", False),
        ("XXXX-05-04", "XXXX-05-05", False),
        ("2016-05-04/2016-05-06", "2016-05-04/2016-05-06", True),
    ],
)
def test_days_agree_whatever_year_one_of_them_lacks(one: str, other: str, same: bool) -> None:
    assert agree(one, other) is same
    assert agree(other, one) is same


@pytest.mark.parametrize(
    ("day", "interval", "inside"),
    [
        ("2019-05-11", "2019-05-09/2019-05-13", True),
        ("XXXX-05-11", "2019-05-09/2019-05-13", True),
        ("2018-05-11", "2019-05-09/2019-05-13", False),
        ("2019-05-14", "2019-05-09/2019-05-13", False),
        ("2019-05-11", "2019-05-11", False),
    ],
)
def test_a_day_within_an_interval(day: str, interval: str, inside: bool) -> None:
    assert within(day, interval) is inside


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2019-05-20", "XXXX-06-14", "2019-05-20/2019-06-14"),
        ("[2018-05-20,2019-05-20]", "[2018-06-14,2019-06-14]", "XXXX-05-20/XXXX-06-14"),
        ("2018-05-20", "2019-06-14", None),
        ("2019-06-14", "2019-05-20", None),
        ("2019-05", "2019-06-14", None),
    ],
)
def test_the_interval_of_two_days(first: str, last: str, expected: str | None) -> None:
    assert from_to(first, last) == expected
