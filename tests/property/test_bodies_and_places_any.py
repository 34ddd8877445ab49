"""What holds of bodies and places in any text: true offsets and indexes, one answer, and hostile input ends."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.documents.model import Document, Zone
from pipeline.extract.organizations.find import find_organizations
from pipeline.extract.organizations.lexicon import OrganizationLexicon
from pipeline.extract.organizations.lexicon import build_lexicon as build_organizations
from pipeline.extract.parts import Bodies, PlaceMention
from pipeline.extract.places.find import find_places
from pipeline.extract.places.lexicon import PlaceLexicon
from pipeline.extract.places.lexicon import build_lexicon as build_places
from pipeline.registers import load_registers

WORDS = (
    "Bộ Ngoại giao Ủy ban Đối ngoại của Quốc hội Việt Nam - Lào UBND TP Hà Nội Hội hữu nghị ( ) VUFO , và Công ty"
    " Sở Y tế tỉnh Khánh Hòa Đảng Nguyễn Văn An Ban báo Tuổi Trẻ tổ chức họp . Liên hiệp các gọi tắt là 7 Nga Mỹ"
)
PROSE = st.lists(st.sampled_from(WORDS.split()), max_size=60).map(" ".join)
HOSTILE = {
    "digits": "1" * 100_000,
    "capitals": "A" * 100_000,
    "capitalised words": "Ba " * 33_000,
    "brackets": "(" * 50_000 + ")" * 50_000,
    "heads": "Ủy ban Ban Phòng Cục Vụ " * 4_000,
    "fields": "Ủy ban " + "Kinh tế và " * 9_000,
    "commas": "Ủy ban Kinh tế, " + "kinh tế, " * 11_000,
    "one body": "UBND tỉnh Khánh Hòa, " * 5_000,
    "definitions": "Hội Luật gia Việt Nam (" * 4_000,
    "units": "tỉnh " * 20_000,
    "countries": "Việt Nam - " * 9_000,
    "lower case": "Công ty " + "a " * 50_000,
}


@cache
def lexicons() -> tuple[PlaceLexicon, OrganizationLexicon]:
    registers = load_registers()
    return build_places(registers), build_organizations(registers)


def read(text: str) -> tuple[tuple[PlaceMention, ...], Bodies]:
    places, organizations = lexicons()
    document = Document("x", "0" * 64, text, (Zone("body", 0, len(text)),))
    found = find_places(document, places)
    return found, find_organizations(document, organizations, found)


def check(text: str) -> None:
    places, bodies = read(text)
    spans = [*(p.span for p in places), *(m.span for m in bodies.mentions)]
    assert all(0 <= s.start < s.end <= len(text) and s.of(text) == s.of(text).strip() for s in spans)
    assert {m.body for m in bodies.mentions} == set(range(len(bodies.bodies)))
    assert all(b.parent is None or 0 <= b.parent < len(bodies.bodies) for b in bodies.bodies)
    assert list(bodies.mentions) == sorted(bodies.mentions, key=lambda m: (m.span.start, -m.span.end))
    assert list(places) == sorted(places, key=lambda p: p.span)


@given(st.one_of(st.text(max_size=200), PROSE))
@settings(max_examples=150, deadline=None)
def test_any_text(text: str) -> None:
    check(text)


@given(PROSE)
@settings(max_examples=30, deadline=None)
def test_the_same_text_gives_the_same_bodies(text: str) -> None:
    assert read(text) == read(text)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_ends(name: str) -> None:
    check(HOSTILE[name][:40_000])
