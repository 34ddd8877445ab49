"""Figures and instructions against annotated articles: texts of our own, and the measuring set where it is at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.extract.lexicons import Lexicons, build_lexicons
from pipeline.registers import load_registers
from tests.golden.score_statements import NAMES, Scores, score

OWN = Path(__file__).parent / "statements"
PROJECT = Path(__file__).resolve().parents[2]
SHARED = PROJECT.parent / "shared" / "eval" / "seeds" / "gold"


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    return build_lexicons(load_registers())


def check(scores: Scores, least: float) -> None:
    poor = {name: scores[name].errors for name in NAMES if scores[name].f1 < least}
    assert poor == {}


def test_own_texts(lexicons: Lexicons) -> None:
    scores = score(OWN, OWN, lexicons)
    assert scores["figures"].found >= 10
    assert scores["numbered"].found >= 3
    check(scores, 1.0)


@pytest.mark.shared
def test_the_seeds_gold(lexicons: Lexicons) -> None:
    if not SHARED.is_dir():
        pytest.skip(f"{SHARED} is not here: the seeds' gold is not part of the project")
    scores = score(PROJECT / "seeds" / "articles", SHARED, lexicons)
    assert scores["figures"].recall == scores["numbered"].recall == 1.0
    check(scores, 0.95)
