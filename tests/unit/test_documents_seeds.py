"""The zones and the data about themselves of the five articles agree with what a careful reader wrote down."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.documents.model import Document
from pipeline.documents.parse import parse

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ROOT / "seeds" / "articles"
GOLD = ROOT.parent / "shared" / "eval" / "seeds" / "gold"
NAMES = sorted(p.stem for p in ARTICLES.glob("*.txt"))

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not GOLD.is_dir(), reason="the measuring set ../shared/eval is not here"),
]


def article(name: str) -> tuple[Document, dict[str, Any]]:
    gold: dict[str, Any] = json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))["document"]
    return parse((ARTICLES / f"{name}.txt").read_bytes(), f"{name}.txt"), gold


def texts(document: Document, *kinds: str) -> list[str]:
    return [span.of(document.text) for span in document.spans(*kinds)]


@pytest.mark.parametrize("name", NAMES)
def test_noise_is_furniture_and_nothing_else_is(name: str) -> None:
    document, gold = article(name)
    assert texts(document, "furniture") == gold["noise"]


@pytest.mark.parametrize("name", NAMES)
def test_captions_with_their_credits(name: str) -> None:
    document, gold = article(name)
    captions = texts(document, "caption")
    assert len(captions) == len(gold["captions"])
    for found, expected in zip(captions, gold["captions"], strict=True):
        assert expected.startswith(found)
        assert expected[len(found) :].strip() in ["", *texts(document, "byline")]


@pytest.mark.parametrize("name", NAMES)
def test_salutations(name: str) -> None:
    document, gold = article(name)
    assert list(dict.fromkeys(texts(document, "salutation"))) == gold.get("salutations", [])


@pytest.mark.parametrize("name", NAMES)
def test_bylines_are_the_spans_of_metadata_and_the_credits(name: str) -> None:
    document, gold = article(name)
    credits = [b for b in texts(document, "byline") if b not in gold["metadata_spans"]]
    assert all(any(c.endswith(credit) for c in gold["captions"]) for credit in credits)
    assert set(gold["metadata_spans"]) <= set(texts(document, "byline"))


@pytest.mark.parametrize("name", NAMES)
def test_what_it_says_of_itself(name: str) -> None:
    document, gold = article(name)
    assert document.title == gold["title"]
    assert document.agency == gold["agency"]
    assert document.byline == gold["byline"]
    assert document.publisher == gold["publisher"]
    day = gold["published"] and gold["published"] + (f"T{time}" if (time := gold.get("published_time")) else "")
    assert document.published == day
