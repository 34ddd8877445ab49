"""The seeds are what was received, byte for byte."""

from __future__ import annotations

import hashlib

import pytest

from tests.architecture.house import ROOT

ARTICLES = ROOT / "seeds" / "articles"
RECEIVED = dict(line.split() for line in (ROOT / "tests" / "cases" / "seeds.tsv").read_text().splitlines()[1:])


@pytest.mark.parametrize("name", sorted(RECEIVED))
def test_article_is_as_received(name: str) -> None:
    if not ARTICLES.is_dir():
        pytest.skip("the third-party articles were taken out")
    assert hashlib.sha256((ARTICLES / name).read_bytes()).hexdigest() == RECEIVED[name]
