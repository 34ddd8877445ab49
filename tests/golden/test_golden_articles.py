"""The annotated articles: no field falls below its floor, and what releases say of the reading is what it reaches."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.extract.lexicons import build_lexicons
from pipeline.measured import MEASURED, measured
from pipeline.registers import load_registers
from tests.golden.compare import FIELDS, Scores, score
from tests.golden.gold import OWN, SEED_TEXTS, Gold, golden_set, read_gold
from tests.golden.score import figures, shown, wilson

FLOORS = Path(__file__).with_name("floors.csv")


@pytest.fixture(scope="module")
def articles() -> list[Gold]:
    return golden_set()


@pytest.fixture(scope="module")
def scores(articles: list[Gold]) -> Scores:
    return score(articles, build_lexicons(load_registers()))


def floors() -> list[dict[str, str]]:
    with FLOORS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_field_has_a_floor_and_a_reason() -> None:
    assert [row["field"] for row in floors()] == list(FIELDS)
    assert all(row["reason"] for row in floors())


@pytest.mark.parametrize("row", floors(), ids=lambda row: row["field"])
def test_no_field_falls_below_its_floor(row: dict[str, str], scores: Scores) -> None:
    tally = scores.fields[row["field"]]
    assert tally.found + tally.missed >= 10
    assert tally.f1 >= float(row["floor"]), "\n".join(tally.errors)


def test_releases_say_what_the_reading_reaches(articles: list[Gold], scores: Scores) -> None:
    if not SEED_TEXTS.is_dir():
        pytest.skip(f"{SEED_TEXTS} is not here: the figures were measured with it")
    now, committed = figures(articles, scores), measured()
    assert committed is not None
    assert committed["set"] == now["set"]
    assert shown(now) == MEASURED.read_text(encoding="utf-8"), "run: python -m tests.golden.score --write"


@pytest.mark.parametrize("gold", golden_set(), ids=lambda gold: gold.doc)
def test_annotations_quote_their_text(gold: Gold) -> None:
    text = " ".join(gold.text.read_text(encoding="utf-8").split()).casefold()
    quotes = [t for _, t in gold.dates] + [f["quote"] for f in gold.statements["figures"]]
    words = [w for i in gold.statements["instructions"] for w in (i["quote_start"], i["quote_end"])]
    assert [q for q in [*quotes, *words, *gold.people] if " ".join(q.split()).casefold() not in text] == []
    assert gold.annotated


def test_an_unknown_line_is_named(tmp_path: Path) -> None:
    wrong = tmp_path / "x.gold"
    wrong.write_text("persn: Nguyễn Văn Thử\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.gold, line 1"):
        read_gold(wrong, wrong)


def test_every_text_of_ours_is_annotated() -> None:
    assert {p.stem for p in OWN.glob("*.txt")} == {p.stem for p in OWN.glob("*.gold")}


def test_a_few_right_mentions_promise_little() -> None:
    assert wilson(1, 1) < 0.25 < 0.9 < wilson(40, 40) < 1
