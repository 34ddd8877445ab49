"""What is read as a date, and as what: one line a behaviour in ``tests/cases/dates``."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.documents.parse import parse
from pipeline.extract.dates.find import complete_years, find_dates
from pipeline.extract.dates.lexicon import DateLexicon, build_lexicon
from pipeline.extract.directives.find import find_symbols
from pipeline.extract.directives.lexicon import build_lexicon as build_directive_lexicon
from pipeline.extract.parts import DateExpression
from pipeline.registers import load_registers
from pipeline.text.edtf import is_valid

CASES = Path(__file__).resolve().parents[1] / "cases" / "dates"
REGISTERS = load_registers()
DATES = build_lexicon(REGISTERS)
DIRECTIVES = build_directive_lexicon(REGISTERS)


def rows(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    width = lines[0].count("\t") + 1
    return [(line.split("\t") + [""] * width)[:width] for line in lines[1:]]


def found(text: str, lexicon: DateLexicon = DATES) -> tuple[DateExpression, ...]:
    document = parse(text.encode(), "made-up.txt")
    return find_dates(document, lexicon, find_symbols(document, DIRECTIVES))


def completed(text: str) -> tuple[DateExpression, ...]:
    document = parse(text.encode(), "made-up.txt")
    dates = find_dates(document, DATES, find_symbols(document, DIRECTIVES))
    return complete_years(document, dates, DATES)


@pytest.mark.parametrize(("text", "finds"), rows("finds.tsv"))
def test_finds(text: str, finds: str) -> None:
    got = [f"{text[d.span.start : d.span.end]}={d.value}" for d in found(text)]
    assert "|".join(got) == finds


@pytest.mark.parametrize(("text", "why"), rows("not_dates.tsv"))
def test_is_no_date(text: str, why: str) -> None:
    assert found(text) == (), why


@pytest.mark.parametrize(("text", "part"), rows("time_of_day.tsv"))
def test_time_of_day(text: str, part: str) -> None:
    assert [d.time_of_day for d in found(text)] == [part or None]


@pytest.mark.parametrize(("text", "value", "basis"), rows("years.tsv"))
def test_year_is_derived_as_a_reader_would(text: str, value: str, basis: str) -> None:
    got = completed("Tin trong ngày\n\n" + text.replace("⏎", "\n"))
    assert (value, basis) in [(d.value, d.basis) for d in got]


def test_every_value_is_edtf_and_every_stated_one_has_its_year() -> None:
    for text, _ in rows("finds.tsv"):
        for d in found(text):
            assert is_valid(d.value)
            assert (d.basis == "none") == ("XXXX" in d.value)


def test_publication_date_gives_the_year() -> None:
    text = "Hội nghị đối ngoại\n\n07/01/2020, 08:30\n\nSáng 6/1, tại Hà Nội, ban tổ chức hội nghị."
    assert ("2020-01-06", "published") in [(d.value, d.basis) for d in completed(text)]


def test_without_registers_lunar_days_are_left_out() -> None:
    assert found("họp mùng 2 Tết Kỷ Hợi", DateLexicon()) == ()


def test_new_years_run_without_a_gap() -> None:
    years = sorted(DATES.new_years)
    assert years == list(range(years[0], years[-1] + 1))
    assert all(DATES.new_years[y].year == y and DATES.new_years[y].month in (1, 2) for y in years)
