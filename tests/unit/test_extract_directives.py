"""What is read as an official document, and as which: one line a behaviour in ``tests/cases/directives``."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from pipeline.documents.parse import parse
from pipeline.extract.dates.find import find_dates
from pipeline.extract.dates.lexicon import DateLexicon
from pipeline.extract.directives.details import roman
from pipeline.extract.directives.find import find_directives, find_symbols
from pipeline.extract.directives.lexicon import build_lexicon
from pipeline.extract.model import Directive, Organization
from pipeline.extract.parts import Bodies, BodyMention, Directives
from pipeline.registers import load_registers
from pipeline.text.spans import Span

CASES = Path(__file__).resolve().parents[1] / "cases" / "directives"
LEXICON = build_lexicon(load_registers())


def rows(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    width = lines[0].count("\t") + 1
    return [(line.split("\t") + [""] * width)[:width] for line in lines[1:]]


def read(text: str, bodies: Bodies | None = None) -> Directives:
    document = parse(text.encode(), "made-up.txt")
    dates = find_dates(document, DateLexicon(), find_symbols(document, LEXICON))
    return find_directives(document, LEXICON, dates, bodies or Bodies())


def label(directive: Directive) -> str:
    return directive.symbol or directive.number or directive.title or directive.type_vi


@pytest.mark.parametrize(("text", "symbol", "number", "system"), rows("symbols.tsv"))
def test_symbol_has_one_form(text: str, symbol: str, number: str, system: str) -> None:
    got = [(d.symbol, d.number, d.system) for d in read(text).directives]
    assert got == [(symbol, number, system)]


@pytest.mark.parametrize(
    ("text", "type_vi", "number", "symbol", "issuer", "issued", "term", "title"), rows("finds.tsv")
)
def test_finds(
    text: str, type_vi: str, number: str, symbol: str, issuer: str, issued: str, term: str, title: str
) -> None:
    first = read(text).directives[0]
    got = [first.type_vi, first.number, first.symbol, first.issuer_text, first.issued, first.term, first.title]
    assert [g or "" for g in got] == [type_vi, number, symbol, issuer, issued, term, title]


@pytest.mark.parametrize(("text", "why"), rows("not_documents.tsv"))
def test_is_no_document(text: str, why: str) -> None:
    assert [label(d) for d in read(text).directives] == [], why


@pytest.mark.parametrize(("text", "documents"), rows("same.tsv"))
def test_namings_of_one_document_are_one(text: str, documents: str) -> None:
    got = read(text)
    count = Counter(m.directive for m in got.mentions)
    assert "|".join(f"{label(d)}:{count[i]}" for i, d in enumerate(got.directives)) == documents


@pytest.mark.parametrize(("text", "relation"), rows("relations.tsv"))
def test_relations(text: str, relation: str) -> None:
    got = read(text)
    said = [
        f"{label(got.directives[r.directive])} {r.relation} {label(got.directives[r.target])}" for r in got.relations
    ]
    assert "|".join(said) == relation


def test_issuer_is_the_body_where_one_is_known() -> None:
    text = "Chỉ thị số 12-CT/TW của Ban Bí thư Trung ương Đảng về đối ngoại nhân dân"
    start = text.index("Ban Bí thư")
    span = Span(start, start + len("Ban Bí thư Trung ương Đảng"))
    body = Organization("Ban Bí thư Trung ương Đảng")
    got = read(text, Bodies((body,), (BodyMention(span, 0, "register"),)))
    assert (got.directives[0].issuer, got.directives[0].issuer_text) == (0, "Ban Bí thư Trung ương Đảng")


def test_numbers_are_kept_from_the_dates() -> None:
    document = parse("Nghị quyết 18, 19 và Nghị định 96/2016/NĐ-CP".encode(), "made-up.txt")
    spans = [document.text[s.start : s.end] for s in find_symbols(document, LEXICON)]
    assert spans == ["18", "19", "96/2016/NĐ-CP"]


@pytest.mark.parametrize(("term", "numeral"), [("11", "XI"), ("14", "XIV"), ("9", "IX"), ("XIII", "XIII")])
def test_terms_are_roman(term: str, numeral: str) -> None:
    assert roman(term) == numeral


def test_every_mention_leads_to_a_directive() -> None:
    for text, _ in rows("same.tsv"):
        got = read(text)
        assert {m.directive for m in got.mentions} == set(range(len(got.directives)))
        assert list(got.mentions) == sorted(got.mentions, key=lambda m: m.span)
