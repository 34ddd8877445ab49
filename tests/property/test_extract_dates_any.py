"""What holds of dates and documents in any text: true offsets, valid EDTF, linear time, no exception."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.documents.model import Document, Zone
from pipeline.extract.dates.find import complete_years, find_dates
from pipeline.extract.dates.lexicon import build_lexicon as build_dates
from pipeline.extract.directives.find import find_directives, find_symbols
from pipeline.extract.directives.lexicon import build_lexicon as build_directives
from pipeline.extract.parts import Bodies, DateExpression, Directives
from pipeline.registers import load_registers
from pipeline.text.edtf import is_valid

REGISTERS = load_registers()
DATES = build_dates(REGISTERS)
DIRECTIVES = build_directives(REGISTERS)
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "articles.parquet"

WORDS = (
    "Sáng|ngày|tháng|năm|từ|đến|và|quý|tết|mùng|nhiệm kỳ|Chỉ thị|số|Nghị quyết|của|Ban Bí thư|khóa|Luật|Hiệp định"
    "|12-CT/TW|30/2020/NĐ-CP|1/2|31/12|29/2|2019|2016-2020|24|99|kg|(|)|,|-|/|.|\n|I|XIII|âm lịch|hồi|tới|sẽ"
    "|kỷ niệm 40 năm"
)
MIXED = st.lists(st.sampled_from(WORDS.split("|")), max_size=60).map(" ".join)


def read(text: str) -> tuple[str, tuple[DateExpression, ...], Directives]:
    body = unicodedata.normalize("NFC", text)
    document = Document("any.txt", "", body, (Zone("body", 0, len(body)),))
    dates = find_dates(document, DATES, find_symbols(document, DIRECTIVES))
    directives = find_directives(document, DIRECTIVES, dates, Bodies())
    return document.text, complete_years(document, dates, DATES), directives


def check(text: str) -> None:
    body, dates, directives = read(text)
    for d in dates:
        assert 0 <= d.span.start < d.span.end <= len(body)
        assert is_valid(d.value), (d.value, d.span.of(body))
        assert d.basis != "none" or "XXXX" in d.value
    assert all(a.span.start < b.span.start for a, b in pairwise(dates))
    for m in directives.mentions:
        assert 0 <= m.span.start < m.span.end <= len(body)
        assert 0 <= m.directive < len(directives.directives)
    for r in directives.relations:
        assert directives.mentions[r.mention].directive in (r.directive, r.target)


@given(MIXED)
@settings(max_examples=150, deadline=None)
def test_any_mixture_of_calendar_words(text: str) -> None:
    check(text)


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text(text: str) -> None:
    check("".join(c for c in text if not 0xD800 <= ord(c) <= 0xDFFF))


@given(st.dates())
def test_a_full_date_is_itself(day: object) -> None:
    year, month, dom = (int(p) for p in str(day).split("-"))
    if year >= 1000:
        values = [d.value for d in read(f"ký ngày {dom}/{month}/{year} tại Huế")[1]]
        assert values == ([f"{year:04d}-{month:02d}-{dom:02d}"] if year < 2100 else values)


HOSTILE: list[tuple[str, Callable[[int], str]]] = [
    ("digits", lambda n: "1" * n),
    ("digits and slashes", lambda n: "1/" * (n // 2)),
    ("digits and hyphens", lambda n: "12 - " * (n // 5)),
    ("capitals", lambda n: "A" * n),
    ("capitalised words", lambda n: "Nghị Quyết " * (n // 11)),
    ("brackets", lambda n: "(" * (n // 2) + ")" * (n // 2)),
    ("numbers in a list", lambda n: "Nghị quyết 12, " + "13, " * (n // 4)),
    ("years", lambda n: "năm 2018 " * (n // 9)),
    ("law words", lambda n: "Luật Đất đai và " * (n // 16)),
    ("anniversaries", lambda n: "kỷ niệm 40 năm (1979-" * (n // 21)),
    ("symbols", lambda n: "12-CT/TW/" * (n // 9)),
    ("spaces", lambda n: "ngày" + " " * n),
]


@pytest.mark.parametrize(("name", "make"), HOSTILE)
def test_time_grows_with_length_no_faster(name: str, make: Callable[[int], str]) -> None:
    """Eight times the text may take three times eight times as long; a square would take eight times eight."""

    def seconds(n: int) -> float:
        text = make(n)
        best = 9e9
        for _ in range(2):
            start = time.process_time()
            read(text)
            best = min(best, time.process_time() - start)
        return best

    short, long = seconds(4_000), seconds(32_000)
    assert long < 24 * short + 0.25, f"{name}: {short:.3f} s, then {long:.3f} s"


@pytest.mark.shared
def test_over_the_corpus() -> None:
    if not CORPUS.exists():
        pytest.skip(f"{CORPUS} is missing")
    polars = pytest.importorskip("polars")
    articles = polars.read_parquet(CORPUS, columns=["text"]).gather_every(100)
    for text in articles["text"]:
        check(text)


def test_values_are_edtf_to_the_edtf_package() -> None:
    oracle = pytest.importorskip("edtf", reason="the edtf package is not installed")
    cases = Path(__file__).resolve().parents[1] / "cases" / "dates" / "finds.tsv"
    for line in cases.read_text(encoding="utf-8").splitlines()[1:]:
        for found in line.split("\t")[1].split("|"):
            value = found.rsplit("=", 1)[1]
            # The package knows neither a decade as an end of an interval nor an unknown year there.
            if "/" in value and "X" in value:
                continue
            assert oracle.parse_edtf(value)
