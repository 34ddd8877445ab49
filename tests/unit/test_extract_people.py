"""People, their titles and what stands for them: one line of tests/cases a behaviour."""

from __future__ import annotations

import csv
import functools
from pathlib import Path

import pytest

from pipeline.documents.parse import parse
from pipeline.extract.lexicons import Lexicons, build_lexicons
from pipeline.extract.parts import Parts, People
from pipeline.extract.people.syllables import is_syllable
from pipeline.extract.reader import find_parts
from pipeline.registers import load_registers

CASES = Path(__file__).resolve().parent.parent / "cases"


def rows(name: str) -> list[list[str]]:
    with (CASES / name).open(encoding="utf-8") as source:
        lines = list(csv.reader(source, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [[*line, *[""] * (len(lines[0]) - len(line))] for line in lines[1:] if line]


@functools.cache
def lexicons() -> Lexicons:
    return build_lexicons(load_registers())


def parts_of(text: str) -> tuple[str, Parts]:
    document = parse(text.replace("⏎", "\n").encode(), "case.txt")
    return document.text, find_parts(document, lexicons())


def found(text: str) -> tuple[str, People]:
    whole, parts = parts_of(text)
    return whole, parts.people


@pytest.mark.parametrize(("text", "people"), rows("people/names.tsv"))
def test_people_are_named_once_in_full(text: str, people: str) -> None:
    assert sorted(p.name for p in found(text)[1].people) == sorted(filter(None, people.split("|")))


@pytest.mark.parametrize(("text", "person", "public"), rows("people/private.tsv"))
def test_private_people_are_marked(text: str, person: str, public: str) -> None:
    assert {p.name: p.public for p in found(text)[1].people} == {person: public == "yes"}


@pytest.mark.parametrize(("text", "phrase", "person"), rows("people/references.tsv"))
def test_titles_and_pronouns_lead_to_people(text: str, phrase: str, person: str) -> None:
    whole, people = found(text)
    at = whole.index(phrase)
    assert [people.people[r.person].name for r in people.references if r.span.start == at] == [person]


@pytest.mark.parametrize(("text", "positions"), rows("positions/titles.tsv"))
def test_titles_are_given_whole(text: str, positions: str) -> None:
    people = found(text)[1]
    wanted = {
        (name, title)
        for name, _, titles in (line.partition("=") for line in positions.split("|") if line)
        for title in titles.split(";")
    }
    assert {(people.people[p.person].name, p.title) for p in people.positions} == wanted


@pytest.mark.parametrize(("text", "status", "organization"), rows("positions/status.tsv"))
def test_titles_have_a_status_and_a_body(text: str, status: str, organization: str) -> None:
    _, parts = parts_of(text)
    (position,) = parts.people.positions
    body = None if position.organization is None else parts.bodies.bodies[position.organization].name
    assert (position.status, body) == (status, organization or None)


@pytest.mark.parametrize(("text", "positions"), rows("positions/titles.tsv"))
def test_every_span_is_what_it_says(text: str, positions: str) -> None:
    whole, people = found(text)
    assert all(" ".join(whole[p.start : p.end].split()) == p.title for p in people.positions)
    assert all(people.mentions[p.mention].person == p.person for p in people.positions)


@pytest.mark.parametrize("word", ["Nguyễn", "Y", "Quỳnh", "Thuý", "Giang", "Đỗ", "nghiêng", "Uyên"])
def test_vietnamese_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["Donald", "Trump", "Sisoulith", "Jong", "Brussels", "W", "Akihito"])
def test_other_words(word: str) -> None:
    assert not is_syllable(word)
