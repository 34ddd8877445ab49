"""What part of a text is what, one line a behaviour (``tests/cases/zones``; ``⏎`` is a line's end)."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.documents.credits import credit_start
from pipeline.documents.parse import parse
from pipeline.documents.signatures import is_byline
from pipeline.documents.stamps import read_stamp

CASES = Path(__file__).resolve().parents[1] / "cases" / "zones"


def rows(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    width = lines[0].count("\t") + 1
    return [(line.split("\t") + [""] * width)[:width] for line in lines[1:]]


@pytest.mark.parametrize(("text", "kinds"), rows("lines.tsv"))
def test_zones(text: str, kinds: str) -> None:
    document = parse(text.replace("⏎", "\n").encode(), "a.txt")
    assert "|".join(z.kind for z in document.zones) == kinds


@pytest.mark.parametrize(("line", "credit"), rows("credits.tsv"))
def test_credits(line: str, credit: str) -> None:
    start = credit_start(line)
    assert ("" if start is None else line[start:]) == credit


@pytest.mark.parametrize(("line", "signs"), rows("signatures.tsv"))
def test_signatures(line: str, signs: str) -> None:
    assert is_byline(line) == (signs == "yes")


@pytest.mark.parametrize(("line", "value", "labelled"), rows("stamps.tsv"))
def test_stamps(line: str, value: str, labelled: str) -> None:
    stamp = read_stamp(line)
    assert (stamp.value if stamp else "") == value
    assert stamp is None or stamp.labelled == (labelled == "yes")


@pytest.mark.parametrize(("text", "published"), rows("published.tsv"))
def test_published(text: str, published: str) -> None:
    assert (parse(text.replace("⏎", "\n").encode(), "a.txt").published or "") == published
