"""Whatever the text, finding people raises nothing and every offset and index it gives is true."""

from __future__ import annotations

import functools
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.documents.model import Document, Zone
from pipeline.extract.lexicons import Lexicons, build_lexicons
from pipeline.extract.parts import Bodies, People
from pipeline.extract.people.find import find_people
from pipeline.registers import load_registers

WORDS = [
    "Ông",
    "ông",
    "Bà",
    "đồng chí",
    "Chủ tịch",
    "Thủ tướng",
    "Phó",
    "Bộ trưởng",
    "Nguyễn",
    "Văn",
    "An",
    "Trần",
    "Thị",
    "Donald",
    "Trump",
    "Kim",
    "Jong",
    "-",
    "un",
    ",",
    ".",
    ";",
    ":",
    "(",
    ")",
    "và",
    "là",
    "được bầu làm",
    "giữ chức",
    "Hội Luật gia",
    "Việt Nam",
    "Hồ Chí Minh",
    "nguyên",
    "cố",
    "quyền",
    "kiêm",
    "D.A.",
    "de",
    "von",
    "bin",
    "\n",
    "các",
    "hai",
    "gồm",
]


@functools.cache
def lexicons() -> Lexicons:
    return build_lexicons(load_registers())


def people_of(text: str) -> tuple[str, People]:
    lines = re.finditer(r"[^\n]*\S[^\n]*", text)
    document = Document("any.txt", "", text, tuple(Zone("body", *line.span()) for line in lines))
    return text, find_people(document, lexicons().people, Bodies(), (), ())


def check(text: str, people: People) -> None:
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in (*people.mentions, *people.references))
    assert all(m.person < len(people.people) for m in (*people.mentions, *people.references))
    assert {m.person for m in people.mentions} == set(range(len(people.people)))
    assert all(people.mentions[p.mention].person == p.person and p.start < p.end for p in people.positions)
    assert list(people.mentions) == sorted(people.mentions, key=lambda m: m.span)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join).map("Ông ".__add__))
def test_any_sequence_of_telling_words(text: str) -> None:
    check(*people_of(text))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300).map("Ông ".__add__))
def test_any_text(text: str) -> None:
    check(*people_of(text))


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join).map("Ông ".__add__))
def test_reading_twice_gives_the_same(text: str) -> None:
    assert people_of(text) == people_of(text)


HOSTILE = {
    "digits": "9",
    "capitals": "A",
    "capital words": "Nguyễn ",
    "initials": "A.",
    "heads": "Phó Chủ tịch ",
    "commas": "Chủ tịch, ",
    "brackets": "(",
    "names": "Ông Nguyễn Văn An, Chủ tịch Hội và ",
    "hyphens": "Kim - un ",
    "particles": "von der ",
    "modifiers": "nguyên ",
    "titles alone": "Chủ tịch Nguyễn Văn An và Chủ tịch. ",
    "pronouns": "Ông Nguyễn Văn An. Ông nói. ",
    "plural": "các Phó Thủ tướng gồm: ",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    short, long = (piece * (size // len(piece)) for size in (4_000, 16_000))
    people_of(short)
    quick, slow = measure(short), measure(long)
    assert slow < 12 * max(quick, 0.01)


def measure(text: str) -> float:
    """The least processor time of three readings: a collection of garbage falls into one of them."""
    return min(spent(text) for _ in range(3))


def spent(text: str) -> float:
    start = time.process_time()
    check(*people_of(text))
    return time.process_time() - start
