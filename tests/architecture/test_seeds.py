"""The seeds are what was received, byte for byte."""

from __future__ import annotations

import hashlib

import pytest

from tests.architecture.house import ROOT
from tests.conftest import seed_articles

RECEIVED = dict(line.split() for line in (ROOT / "tests" / "cases" / "seeds.tsv").read_text().splitlines()[1:])


@pytest.mark.parametrize("name", sorted(RECEIVED))
def test_article_is_as_received(name: str) -> None:
    assert hashlib.sha256((seed_articles() / name).read_bytes()).hexdigest() == RECEIVED[name]
