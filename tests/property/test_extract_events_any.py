"""Events and statements over hostile text: true offsets, valid dates, closed vocabularies, linear time."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.documents.parse import parse
from pipeline.extract.events.find import find_events
from pipeline.extract.lexicons import Lexicons, build_lexicons
from pipeline.extract.model import Reading
from pipeline.extract.parts import Parts
from pipeline.extract.reader import read
from pipeline.extract.statements.find import find_statements
from pipeline.registers import load_registers
from pipeline.text.edtf import is_valid

ROLES = {"chair", "host", "guest", "speaker", "attendee", "signatory", "appointee", "recipient", "organizer"}
QUALIFIERS = {"exact", "more_than", "at_least", "about", "nearly", "at_most", "less_than"}
PIECES = [
    "Sáng 3/5/2019",
    "tại Hà Nội",
    "Bộ Ngoại giao",
    "tổ chức",
    "hội nghị",
    "Đại hội XIII của Đảng",
    "ông Nguyễn Văn An",
    "Thủ tướng Lào Khamla Phonesavanh",
    "thăm chính thức",
    "hội đàm với",
    "đề nghị",
    "yêu cầu các bộ, ngành",
    "tiếp tục",
    "Một là,",
    "Hai là,",
    "trong đó có",
    "hơn 1.200 đại biểu",
    "5-6 triệu USD",
    "50 năm Ngày",
    '"',
    "“",
    "”",
    "(",
    ".",
    ",",
    ";",
    "\n",
    "cùng ngày",
    "hôm qua",
    "bổ nhiệm",
]
LEXICONS: list[Lexicons] = []


def lexicons() -> Lexicons:
    if not LEXICONS:
        LEXICONS.append(build_lexicons(load_registers()))
    return LEXICONS[0]


def reading(text: str) -> Reading:
    return read(parse(text.encode(), "any.txt"), lexicons())


def check(found: Reading) -> None:
    text = found.document.text
    assert all(0 <= m.start < m.end <= len(text) for m in found.mentions)
    assert all(e.event_type in lexicons().events.types for e in found.events)
    assert all(e.date is None or is_valid(e.date) for e in found.events)
    assert all(e.part_of is None or (0 <= e.part_of < len(found.events)) for e in found.events)
    assert {p.role for p in found.participations} <= ROLES
    assert all(p.event < len(found.events) and p.person < len(found.people) for p in found.participations)
    assert {f.qualifier for f in found.figures} <= QUALIFIERS
    assert all(f.part_of is None or f.part_of < i for i, f in enumerate(found.figures))
    assert all(f.period is None or is_valid(f.period) for f in found.figures)
    assert all(text[i.start : i.end].startswith(i.summary) for i in found.instructions)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40))
def test_any_order_of_what_is_written(pieces: list[str]) -> None:
    check(reading("Tin " + " ".join(pieces)))


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=["C"]), max_size=300))
def test_any_text(text: str) -> None:
    check(reading(f"Tin {text}"))


@pytest.mark.parametrize(
    "unit",
    [
        "9",
        "A",
        "(",
        '"',
        "“",
        "hội nghị ",
        "đề nghị ",
        "Một là, ",
        "1.200 đại biểu, trong đó có ",
        "của ",
        ", ",
        "tại ",
    ],
)
def test_a_hundred_thousand_of_one_thing(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    document = parse(text.encode(), "long.txt")
    said = find_statements(document, lexicons().statements, Parts())
    told = find_events(document, lexicons().events, Parts())
    spans = [m.span for m in (*said.figure_mentions, *said.instruction_mentions, *told.mentions)]
    assert all(0 <= span.start < span.end <= len(document.text) for span in spans)


def test_a_long_round_up_takes_time_in_proportion() -> None:
    def seconds(items: int) -> float:
        item = "Ông An đi xa\n\nNgày 3/5, ông Nguyễn Văn An dự hội nghị.\n\n"
        document = parse(f"Điểm tin trong ngày\n\nTin ngắn.\n\n{item * items}".encode(), "long.txt")
        start = process_time()
        read(document, lexicons())
        return process_time() - start

    seconds(5)
    short, long = (min(seconds(items) for _ in range(2)) for items in (45, 150))
    assert long < 6 * short
