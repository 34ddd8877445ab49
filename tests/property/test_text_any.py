"""What holds of any text: lengths, offsets, whole coverage, encodings there and back, dates within their bounds."""

from __future__ import annotations

import unicodedata
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.text import edtf
from pipeline.text.decode import decode
from pipeline.text.fold import fold, key
from pipeline.text.phrases import Phrases
from pipeline.text.sentences import sentence_spans
from pipeline.text.spans import Span, Spread, longest_first, mask
from tests.legacy import ENCODERS

ANY = st.text(max_size=300)
WORDS = (
    "hội nghị đối ngoại nhân dân hữu bạn bè quốc tế đoàn kết hòa bình tỉnh ủy thường trực phường Đảng Nhà nước Việt ổn"
    " định chủ tịch trưởng phát biểu tổng nhiệm kỳ mở rộng thắng lợi vững mạnh trao tặng quỹ kỷ niệm lẫn nhau"
)
SENTENCES = st.lists(st.sampled_from(WORDS.split()), min_size=12, max_size=40, unique=True).map(" ".join)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@given(ANY)
def test_fold_keeps_the_length_and_is_stable(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert key(key(text)) == key(text)


@given(ANY)
def test_fold_does_not_see_case(text: str) -> None:
    assert fold(text.lower()) == fold(text) or len(text.lower()) != len(text)


@given(st.text(alphabet="aA .!?…\n\"'()19ĐđHộ;,-T", max_size=200))
def test_sentences_cover_every_visible_character_once(text: str) -> None:
    spans = sentence_spans(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert not mask(text, spans, " ").strip()
    assert all(s.of(text) == s.of(text).strip() != "" for s in spans)


@given(SENTENCES, st.sampled_from(sorted(ENCODERS)))
def test_old_encodings_there_and_back(text: str, encoding: str) -> None:
    assert decode(ENCODERS[encoding](text)) == (text, encoding)


@given(ANY.filter(lambda t: "\x00" not in t and "\r" not in t))
@settings(max_examples=200)
def test_utf8_comes_back_as_nfc(text: str) -> None:
    controls = sum(unicodedata.category(c) == "Cc" and c not in "\t\n" for c in text)
    found = decode(text.encode()) if not controls and not text.startswith(("\ufeff", "%PDF", "PK")) else None
    assert found is None or "+" in found.encoding or found.text == unicodedata.normalize("NFC", text)


@given(DAYS, DAYS)
def test_bounds_of_days_and_intervals(one: date, other: date) -> None:
    first, last = sorted([one, other])
    assert edtf.bounds(f"{first}/{last}") == (first, last)
    assert edtf.is_valid(f"{last}/{first}") == (first == last)
    assert edtf.bounds(edtf.one_of([str(one), str(other)])) == (first, last)


@given(st.text(alphabet="0123456789-XTZ/[],.?~% ", max_size=24))
def test_bounds_say_no_or_run_forward(value: str) -> None:
    try:
        found = edtf.bounds(value)
    except ValueError:
        assert not edtf.is_valid(value)
        return
    assert edtf.is_valid(value) == (None in found or found[0] <= found[1])  # type: ignore[operator]


SPANS = st.tuples(st.integers(0, 50), st.integers(1, 9)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(st.lists(SPANS), SPANS)
def test_a_spread_answers_as_its_spans_do(spans: list[Span], asked: Span) -> None:
    spread = Spread(spans)
    assert spread.overlaps(asked) == any(s.overlaps(asked) for s in spans)
    assert spread.covers(asked) == any(s.covers(asked) for s in spans)


@given(st.lists(SPANS))
def test_longest_first_leaves_no_overlap(spans: list[Span]) -> None:
    kept = longest_first(spans)
    assert kept == sorted(kept)
    assert all(a.end <= b.start for a, b in pairwise(kept))
    assert all(any(s.overlaps(k) for k in kept) for s in spans)


@pytest.mark.parametrize(
    "value", ["2023", "2023-11", "2023-11-24", "198X", "2019/2024", "2024-01-29/..", "2019~", "XXXX-11-24"]
)
def test_the_profile_is_edtf(value: str) -> None:
    edtf_of_others = pytest.importorskip("edtf")
    parsed = edtf_of_others.parse_edtf(value)
    found = edtf.bounds(value)
    if "XXXX" not in value and ".." not in value:
        assert edtf_of_others.struct_time_to_date(parsed.lower_strict()) == found.earliest
        assert edtf_of_others.struct_time_to_date(parsed.upper_strict()) == found.latest


@given(st.text(alphabet="ab ,", max_size=60))
def test_phrases_found_are_the_phrases_but_for_spaces(text: str) -> None:
    for hit in Phrases([("a b", "a b"), ("b", "b"), ("ab a", "ab a")]).every(text):
        assert " ".join(hit.span.of(text).split()) == hit.value
        assert hit.span.of(text) == hit.span.of(text).strip()
