"""Zones cover each visible character of any text exactly once, and reading one never fails but by saying so."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.documents.model import ZONE_KINDS, Document, Zone
from pipeline.documents.parse import UnreadableDocument, parse
from pipeline.documents.zones import divide
from pipeline.text.spans import mask

LINES = st.sampled_from(
    [
        *("", "", "Hội nhập", "PV", "Văn Thử (TTXVN)", "Theo QĐND", "Tin liên quan", "Bình luận", "07/01/2020, 08:30"),
        *("Kính thưa Đại hội,", "Quang cảnh hội nghị. (Nguồn: VUFO)", "Ảnh: TTXVN", "TTXVN - Sáng 4/3, Hội họp."),
        *("Tang cuong huu nghi voi ban be hinh anh 1Bà Mẫu. (Nguồn: TTXVN)", "Tăng cường hữu nghị với bạn bè"),
        *("Tăng cường hữu nghị với bạn bè - Sáng 4/3, Hội họp.", "* * *", "Sáng 4/3.", " \u00a0x"),
        "Họp - Ảnh: TTXVNĐoàn thăm Huế và làm việc tại đó",
    ]
)
PAGES = st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=25).map("\n".join)
TAGS = st.sampled_from(
    [
        *("<p>", "</p>", "<h1>", "</h1>", "<div>", "<li>", "<br>", "<figcaption>", "</figcaption>", "<script>"),
        *("</script>", "<nav>", "<!-- -->", "<body>", "<table>", "<p hidden>"),
    ]
)


def read_or_none(data: bytes, name: str) -> Document | None:
    try:
        return parse(data, name)
    except UnreadableDocument:
        return None


def assert_covered(text: str, zones: tuple[Zone, ...]) -> None:
    spans = [z.span for z in zones]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(s.start < s.end for s in spans)
    assert not mask(text, spans, " ").strip()


@given(PAGES)
@settings(max_examples=300, deadline=None)
def test_zones_cover_each_visible_character_once(text: str) -> None:
    zones = divide(text)
    assert_covered(text, zones)
    assert {z.kind for z in zones} <= set(ZONE_KINDS)


@given(st.one_of(st.binary(max_size=300), PAGES.map(str.encode)))
@settings(max_examples=200, deadline=None)
def test_reading_bytes_gives_a_document_or_says_why_not(data: bytes) -> None:
    document = read_or_none(data, "a.txt")
    if document is not None:
        assert_covered(document.text, document.zones)


@given(st.lists(st.one_of(TAGS, LINES, st.text(max_size=20)), max_size=30).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_any_mark_up_is_read(markup: str) -> None:
    document = read_or_none(markup.encode(), "a.html")
    if document is not None:
        assert_covered(document.text, document.zones)


UNITS = ["Ảnh: ", "- Ảnh: A", "(", "Theo ", "9", "A ", "A.", "“", "Xem thêm ", "> ", "Kính thưa ", ". ", "a-", "//"]


@pytest.mark.parametrize("unit", UNITS)
def test_long_lines_take_time_in_proportion(unit: str) -> None:
    def seconds(times: int) -> float:
        start = process_time()
        divide(f"{unit * times}\n\n{unit * 3}\n\nCâu sau.\n\n{unit * 20}")
        return process_time() - start

    seconds(100)
    short, long = (min(seconds(times) for _ in range(3)) for times in (5_000, 40_000))
    assert long < 40 * max(short, 0.01)
