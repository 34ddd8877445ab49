"""A news round-up reports a happening of each of its items."""

from __future__ import annotations

from pipeline.documents.parse import parse
from pipeline.extract.lexicons import build_lexicons
from pipeline.extract.reader import read
from pipeline.registers import load_registers

ITEMS = """{title}

Lào có cầu mới; Nga và Cuba ký hiệp định... là những tin đáng chú ý.

Lào khánh thành cầu qua sông Nậm Khan
Ngày 3/5, Bộ Giao thông Lào khánh thành cây cầu dài 300 m qua sông Nậm Khan.
Cây cầu được xây trong hai năm.
Nga và Cuba ký hiệp định hàng không
Ngày 4/5, Bộ Ngoại giao Nga và Bộ Ngoại giao Cuba ký hiệp định hàng không tại Moscow.
Tổng thống Brazil thăm Ấn Độ
Tổng thống Brazil Pedro Alves ngày 5/5 đến thăm Ấn Độ.
"""


def reported(title: str) -> list[tuple[str, str | None]]:
    reading = read(parse(ITEMS.format(title=title).encode(), "case.txt"), build_lexicons(load_registers()))
    return [(e.event_type, e.date) for e in reading.events if e.primary]


def test_each_item_of_a_roundup_is_reported() -> None:
    told = [("ceremony", "XXXX-05-03"), ("signing", "XXXX-05-04"), ("visit", "XXXX-05-05")]
    assert reported("Điểm tin quốc tế tuần qua") == told


def test_headings_within_an_article_do_not_make_a_roundup() -> None:
    assert len(reported("Một tuần của ngoại giao")) < 3
