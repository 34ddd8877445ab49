"""What the text primitives do, one line a behaviour: ``tests/cases/{fold,edtf,sentences}``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.text import edtf
from pipeline.text.fold import fold, key, to_ascii
from pipeline.text.phrases import Phrases
from pipeline.text.sentences import sentence_spans
from pipeline.text.spans import Span, longest_first, mask

CASES = Path(__file__).resolve().parents[1] / "cases"


def rows(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    width = lines[0].count("\t") + 1
    return [(line.split("\t") + [""] * width)[:width] for line in lines[1:]]


@pytest.mark.parametrize(("text", "folded"), rows("fold/fold.tsv"))
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert len(folded) == len(text)


@pytest.mark.parametrize(("text", "plain"), rows("fold/ascii.tsv"))
def test_to_ascii(text: str, plain: str) -> None:
    assert to_ascii(text) == plain


def test_key_joins_white_space_and_marks() -> None:
    assert key("  Uỷ\u00a0ban   Nha\u0302n da\u0302n\t") == "ủy ban nhân dân"


@pytest.mark.parametrize(("value", "earliest", "latest"), rows("edtf/bounds.tsv"))
def test_bounds(value: str, earliest: str, latest: str) -> None:
    found = edtf.bounds(value)
    assert [str(d or "") for d in found] == [earliest.strip(), latest.strip()]
    assert edtf.is_valid(value)


@pytest.mark.parametrize("value", [row[0] for row in rows("edtf/invalid.tsv")])
def test_invalid_edtf(value: str) -> None:
    assert not edtf.is_valid(value)


def test_days_of_a_year_and_of_none() -> None:
    assert edtf.day(2023, 2, 29) is None
    assert edtf.day(None, 2, 29) == "XXXX-02-29"
    assert edtf.with_year("XXXX-02-29", 2023) is None
    assert edtf.with_year("XXXX-02-28/XXXX-03-02", 2023) == "2023-02-28/2023-03-02"
    assert edtf.one_of([f"{year}-01-10" for year in range(2019, 2024)]) == "XXXX-01-10"
    assert edtf.one_of(["2020-01-10", "2019-01-10"]) == "[2019-01-10,2020-01-10]"
    with pytest.raises(ValueError, match="member"):
        edtf.one_of([])


def test_bounds_of_nothing() -> None:
    assert edtf.bounds(None) == edtf.Bounds(None, None)
    assert edtf.bounds("[2020,2022-05]") == edtf.Bounds(date(2020, 1, 1), date(2022, 5, 31))


@pytest.mark.parametrize(("text", "expected"), rows("sentences/split.tsv"))
def test_sentences(text: str, expected: str) -> None:
    assert [s.of(text) for s in sentence_spans(text)] == expected.split("|")


def test_a_line_without_full_stop_ends_its_sentence() -> None:
    text = "Hội nghị khai mạc\nĐại biểu đến dự đông đủ."
    assert [s.of(text) for s in sentence_spans(text)] == text.split("\n")


def test_sentences_within_a_span_keep_the_offsets_of_the_text() -> None:
    text = "Một. Hai ba. Bốn năm."
    assert [s.of(text) for s in sentence_spans(text, Span(5, 12))] == ["Hai ba."]


def test_phrases_are_whole_words_and_the_longest_stands() -> None:
    phrases = Phrases([("Ban Đối ngoại", 1), ("Ban Đối ngoại Trung ương", 2), ("ban", 3), ("BAN", 4)])
    text = "Ban Đối ngoại Trung ương và các ban, bando."
    assert [(h.span.of(text), h.value) for h in phrases.find_in(text)] == [("Ban Đối ngoại Trung ương", 2), ("ban", 3)]
    assert phrases.get("ban  đối ngoại") == 1
    assert len(phrases.every(fold(text))) == 4


@pytest.mark.parametrize(
    "text", ["Ban  Đối ngoại   Trung ương", "  Ban Đối ngoại Trung ương  ", "x  y  Ban Đối  ngoại Trung ương"]
)
def test_phrases_pass_over_spaces_typed_twice(text: str) -> None:
    found = Phrases([("Ban Đối ngoại Trung ương", 1)]).find_in(text)
    assert [" ".join(h.span.of(text).split()) for h in found] == ["Ban Đối ngoại Trung ương"]
    assert found[0].span.of(text) == found[0].span.of(text).strip()


def test_no_phrases_find_nothing() -> None:
    assert Phrases([]).find_in("Ban Đối ngoại") == []


def test_mask_keeps_length_and_longest_first_keeps_the_longest() -> None:
    assert mask("abcdef", [Span(1, 3), Span(2, 4)], "_") == "a___ef"
    assert longest_first([Span(0, 2), Span(1, 5), Span(6, 7)]) == [Span(1, 5), Span(6, 7)]
