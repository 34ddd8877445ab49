"""``seeds/articles.csv`` says of each article what it is, where it is from, and on what ground it is here."""

from __future__ import annotations

import csv
import hashlib
import unicodedata
from pathlib import Path

import pytest

from pipeline.documents.parse import parse
from tests.legacy import ENCODERS

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
ROWS = list(csv.DictReader((SEEDS / "articles.csv").open(encoding="utf-8", newline="")))

needs_articles = pytest.mark.skipif(
    not (SEEDS / "articles").is_dir(), reason="the third-party articles were taken out of seeds/"
)


@needs_articles
def test_each_article_has_a_row() -> None:
    assert [row["file"] for row in ROWS] == sorted(p.name for p in (SEEDS / "articles").iterdir())


@needs_articles
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["file"])
def test_the_row_is_of_these_bytes(row: dict[str, str]) -> None:
    assert hashlib.sha256((SEEDS / "articles" / row["file"]).read_bytes()).hexdigest() == row["sha256"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["file"])
def test_rights_and_sources_are_stated(row: dict[str, str]) -> None:
    assert row["rights"] == "LicenseRef-ThirdParty"
    assert "Article 15" in row["rights_basis"]
    assert row["source"]
    assert not row["url"] or row["url"].startswith("http")


@needs_articles
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["file"])
def test_what_the_row_says_does_not_gainsay_the_file(row: dict[str, str]) -> None:
    document = parse((SEEDS / "articles" / row["file"]).read_bytes(), row["file"])
    for column in ("title", "publisher", "agency", "url"):
        assert getattr(document, column) in (None, row[column]), column


FORMS = {
    "windows-1258": ENCODERS["windows-1258"],
    "tcvn3": ENCODERS["tcvn3"],
    "vni": ENCODERS["vni"],
    "viscii": ENCODERS["viscii"],
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-8": lambda text: unicodedata.normalize("NFD", text).replace("\n", "\r\n").encode(),
}
PLAIN = str.maketrans({"“": '"', "”": '"', "–": "-", "…": ".", "\u200b": " ", "\u00a0": " "})


@needs_articles
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["file"])
@pytest.mark.parametrize("encoding", sorted(FORMS))
def test_an_article_reads_the_same_in_every_encoding(row: dict[str, str], encoding: str) -> None:
    text = (SEEDS / "articles" / row["file"]).read_text(encoding="utf-8").translate(PLAIN)
    expected = parse(unicodedata.normalize("NFC", text).encode(), "a.txt")
    found = parse(FORMS[encoding](expected.text), "a.txt")
    assert (found.text, found.zones, found.encoding) == (expected.text, expected.zones, encoding)
