"""The registers of bodies, their words, and places: keys, references, dates and counts hold."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from pipeline.extract.registers import Registers, Row, split_cell
from pipeline.registers import load_registers
from pipeline.text.edtf import bounds, is_valid
from pipeline.text.fold import key
from schemas.vocabularies import VOCABULARIES

MERGER = date(2025, 7, 1)


@cache
def registers() -> Registers:
    return load_registers()


def rows(name: str) -> tuple[Row, ...]:
    found = registers().rows(name)
    assert found, f"{name}.csv is empty or missing"
    return found


@pytest.mark.parametrize("name", ["organizations", "provinces"])
def test_dates_are_edtf_and_run_forward(name: str) -> None:
    for row in rows(name):
        assert all(is_valid(row[c]) for c in ("valid_from", "valid_to") if row[c]), row
        first, last = bounds(row["valid_from"]).earliest, bounds(row["valid_to"]).latest
        assert first is None or last is None or first <= last, row


def test_no_two_bodies_share_a_name() -> None:
    seen: dict[str, str] = {}
    for row in rows("organizations"):
        for name in {key(n) for n in [row["name_vi"], *split_cell(row["aliases"])]}:
            assert seen.setdefault(name, row["name_vi"]) == row["name_vi"], name


def test_parents_and_successors_are_rows() -> None:
    names = {row["name_vi"] for row in rows("organizations")}
    for row in rows("organizations"):
        assert {row["parent_vi"], row["successor_vi"]} - {""} <= names, row


def test_kinds_are_of_the_vocabulary() -> None:
    kinds = set(VOCABULARIES["organization_kind"].codes)
    assert {row["kind"] for row in rows("organizations")} <= kinds
    assert {row["kind"] for row in rows("organization_words") if row["role"] == "head"} <= kinds


def test_a_word_has_one_row_a_role_and_a_head_an_example_it_begins() -> None:
    seen = set()
    for row in rows("organization_words"):
        assert row["role"] in {"head", "field", "not", "generic"}
        assert (key(row["word"]), row["role"]) not in seen
        seen.add((key(row["word"]), row["role"]))
        if row["role"] == "head":
            assert key(row["example"]).startswith(key(row["word"])), row


def test_sixty_three_provinces_before_the_merger_and_thirty_four_after() -> None:
    day_before = date(2024, 12, 31)
    assert len([r for r in rows("provinces") if _stands(r, day_before)]) == 63
    assert len([r for r in rows("provinces") if _stands(r, MERGER)]) == 34


def test_what_ended_with_the_merger_says_into_what() -> None:
    standing = {r["name_vi"] for r in rows("provinces") if _stands(r, MERGER)}
    for row in rows("provinces"):
        if row["valid_to"] == "2025-06-30":
            assert set(split_cell(row["successor_vi"])) <= standing, row


def test_sources_that_disagree_on_an_end_are_both_kept() -> None:
    row = next(r for r in rows("organizations") if r["name_vi"] == "Ban Đối ngoại Trung ương")
    assert bounds(row["valid_to"]) == (date(2025, 1, 24), date(2025, 2, 3))
    assert len(split_cell(row["source_url"])) == 2


def test_country_codes_are_iso() -> None:
    pycountry = pytest.importorskip("pycountry", reason="pycountry is not installed: codes are not cross-checked")
    assert {r["code"] for r in rows("countries")} == {c.alpha_2 for c in pycountry.countries}


def test_country_codes_are_unique_and_used_by_places() -> None:
    codes = [r["code"] for r in rows("countries")]
    assert len(set(codes)) == len(codes)
    used = {r["country"] for name in ("places", "organizations") for r in rows(name)} - {""}
    assert used <= set(codes)


def _stands(row: Row, day: date) -> bool:
    first, last = bounds(row["valid_from"]).earliest, bounds(row["valid_to"]).latest
    return (first is None or first <= day) and (last is None or day <= last)
