"""Over a sample of real articles: nothing fails, each visible character is in one zone, the shares are in bounds."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.documents.model import Document
from pipeline.documents.parse import parse
from pipeline.text.spans import mask

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "articles.parquet"
STEP = 10

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not CORPUS.is_file(), reason="the corpus ../shared/corpus is not here"),
]


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    parquet = pytest.importorskip("pyarrow.parquet")
    texts = parquet.read_table(CORPUS, columns=["text"]).column("text").to_pylist()[::STEP]
    return [parse(text.encode(), f"{i}.txt") for i, text in enumerate(texts)]


def test_every_visible_character_is_in_one_zone(documents: list[Document]) -> None:
    for document in documents:
        spans = [z.span for z in document.zones]
        assert all(a.end <= b.start for a, b in pairwise(spans)), document.source_path
        assert not mask(document.text, spans, " ").strip(), document.source_path


def test_the_shares_of_the_kinds(documents: list[Document]) -> None:
    """Each article has a headline and a lead; what is set apart as furniture or by-line is little."""
    letters: Counter[str] = Counter()
    for document in documents:
        for zone in document.zones:
            letters[zone.kind] += zone.end - zone.start
    total = letters.total()
    assert all(document.title and document.spans("lead") for document in documents)
    assert letters["body"] / total > 0.75
    assert 0.03 < letters["caption"] / total < 0.12
    assert letters["furniture"] / total < 0.01
    assert letters["byline"] / total < 0.02
