"""The case tables of tests/cases, and what the whole reader makes of one line of text."""

from __future__ import annotations

import csv
from pathlib import Path

from pipeline.documents.parse import parse
from pipeline.extract.lexicons import Lexicons
from pipeline.extract.model import Reading
from pipeline.extract.reader import read

CASES = Path(__file__).resolve().parent / "cases"
TITLE = "Tin trong tỉnh"


def rows(name: str) -> list[list[str | None]]:
    """The lines of a table, "-" as None; lines that begin with # are comments."""
    with (CASES / name).open(encoding="utf-8", newline="") as lines:
        table = [row for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if not row[0].startswith("#")]
    return [[None if cell == "-" else cell for cell in row] for row in table]


def reading(text: str, lexicons: Lexicons) -> Reading:
    """The reading of an article of one paragraph under a plain title."""
    return read(parse(f"{TITLE}\n\n{text}\n".encode(), "case.txt"), lexicons)
