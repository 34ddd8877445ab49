"""Bodies: which names are found (``cases/organizations/names.tsv``) and which mean one body (``bodies.tsv``)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from pipeline.documents.model import Document, Zone
from pipeline.extract.organizations.find import find_organizations
from pipeline.extract.organizations.lexicon import OrganizationLexicon
from pipeline.extract.organizations.lexicon import build_lexicon as build_organizations
from pipeline.extract.parts import Bodies
from pipeline.extract.places.find import find_places
from pipeline.extract.places.lexicon import PlaceLexicon
from pipeline.extract.places.lexicon import build_lexicon as build_places
from pipeline.registers import load_registers

CASES = Path(__file__).resolve().parents[1] / "cases" / "organizations"


@cache
def lexicons() -> tuple[PlaceLexicon, OrganizationLexicon]:
    registers = load_registers()
    return build_places(registers), build_organizations(registers)


def rows(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()[1:]
    return [[*line.split("\t"), ""][:2] for line in lines]


def document(text: str, kind: str = "body") -> Document:
    return Document("x.txt", "0" * 64, text, (Zone(kind, 0, len(text)),))


def bodies(text: str, kind: str = "body") -> Bodies:
    places, organizations = lexicons()
    article = document(text, kind)
    return find_organizations(article, organizations, find_places(article, places))


def by_body(text: str) -> dict[str, list[str]]:
    found = bodies(text)
    names: dict[str, list[str]] = {}
    for mention in found.mentions:
        names.setdefault(found.bodies[mention.body].name, []).append(mention.span.of(text))
    return names


@pytest.mark.parametrize(("text", "names"), rows("names.tsv"))
def test_names(text: str, names: str) -> None:
    found = bodies(text)
    assert [m.span.of(text) for m in found.mentions] == [n for n in names.split("|") if n]


@pytest.mark.parametrize(("text", "expected"), rows("bodies.tsv"))
def test_one_body_for_all_its_names(text: str, expected: str) -> None:
    wanted = {}
    for body in expected.split("; "):
        name, _, forms = body.partition(": ")
        wanted[name] = forms.split(", ")
    assert by_body(text) == wanted


def test_a_registered_body_leads_to_its_row_and_a_foreign_one_does_not() -> None:
    found = bodies("Bộ Ngoại giao Việt Nam tiếp Bộ Ngoại giao Chile.").bodies
    assert [(b.register_key, b.country) for b in found] == [("Bộ Ngoại giao", "VN"), (None, "CL")]
    assert found[1].kind == "foreign"


def test_the_body_that_ends_a_name_is_its_parent() -> None:
    found = bodies("Phòng Cảnh sát giao thông Công an TP Hải Phòng báo cáo.").bodies
    assert found[0].parent is not None
    assert found[found[0].parent].name == "Công an TP Hải Phòng"


@pytest.mark.parametrize("kind", ["furniture"])
def test_nothing_is_taken_from_furniture(kind: str) -> None:
    assert bodies("Bộ Ngoại giao", kind) == Bodies()


def test_a_picture_credit_names_no_body() -> None:
    text = "Toàn cảnh buổi lễ tại Bộ Quốc phòng. Ảnh: TTXVN"
    assert by_body(text) == {"Bộ Quốc phòng": ["Bộ Quốc phòng"]}
