"""Every register of facts says where each row is from and how far that was checked; lists of words need no source."""

from __future__ import annotations

import re
from functools import cache

import pytest

from pipeline.extract.registers import Row, parse_register, split_cell
from pipeline.registers import PROJECT, REGISTERS, load_registers
from tests.conftest import seed_articles

FACTS = (
    "anniversaries",
    "countries",
    "directives",
    "document_types",
    "gatherings",
    "lunar_new_years",
    "organization_validity",
    "organizations",
    "party_terms",
    "people",
    "places",
    "positions",
    "provinces",
    "tenures",
)
WORDS = (
    "event_cues",
    "event_types",
    "event_words",
    "figure_units",
    "foreign_names",
    "given_names",
    "honorifics",
    "organization_words",
    "roles",
    "statement_cues",
    "surnames",
    "title_bounds",
    "title_words",
)
CONFIDENCE = {
    "seen",
    "seen-in-primary-text",
    "seen-in-secondary-text",
    "seen-mirror",
    "seen-label",
    "part-seen",
    "planned-date-seen",
    "address-only",
}
ADDRESS = re.compile(r"https?://[\w.-]+(:\d+)?(/\S*)?")
NAMES = ("name_vi", "title_vi", "aliases", "variants", "short_forms")


@cache
def rows(name: str) -> tuple[Row, ...]:
    return load_registers().rows(name)


@cache
def articles() -> frozenset[str]:
    return frozenset(row["file"] for row in parse_register((PROJECT / "seeds" / "articles.csv").read_text("utf-8")))


def test_every_register_is_of_facts_or_of_words() -> None:
    assert sorted((*FACTS, *WORDS)) == sorted(file.stem for file in REGISTERS.glob("*.csv"))


@pytest.mark.parametrize("name", FACTS)
def test_a_source_is_an_address_or_a_seed_article(name: str) -> None:
    assert rows(name)
    for row in rows(name):
        sources = split_cell(row["source_url"])
        assert sources, row
        assert all(ADDRESS.fullmatch(source) or source in articles() for source in sources), row


@pytest.mark.parametrize("name", FACTS)
def test_a_confidence_is_of_the_vocabulary(name: str) -> None:
    assert {row["confidence"] for row in rows(name)} <= CONFIDENCE


@pytest.mark.parametrize("name", WORDS)
def test_a_list_of_words_claims_no_source(name: str) -> None:
    assert all(not {"source_url", "confidence"} & set(row) for row in rows(name))


def test_the_readme_defines_every_confidence_and_lists_every_register() -> None:
    readme = (REGISTERS / "README.md").read_text("utf-8")
    assert set(re.findall(r"^\| `([a-z-]+)` \|", readme, re.MULTILINE)) == CONFIDENCE
    assert all(f"`{name}.csv`" in readme for name in (*FACTS, *WORDS))


@pytest.mark.parametrize("name", ["organizations", "positions"])
def test_what_rests_on_a_seed_article_is_named_there(name: str) -> None:
    texts = {file.name: file.read_text("utf-8").casefold() for file in seed_articles().glob("*.txt")}
    for row in rows(name):
        for source in set(split_cell(row["source_url"])) & set(texts):
            assert any(form.casefold() in texts[source] for form in _forms(row)), (source, row)


def _forms(row: Row) -> list[str]:
    cells = [form for column in NAMES for form in split_cell(row.get(column, ""))]
    return [form for cell in cells for form in cell.split(", ")]
