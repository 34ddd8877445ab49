"""Pairs of rows that a person may judge, as a file in the cache: a build writes it, ``huunghi review`` lists it."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import astuple, fields
from pathlib import Path

from pipeline.tables.build_review import Candidate

COLUMNS = tuple(f.name for f in fields(Candidate))


def write_candidates(path: Path, candidates: Iterable[Candidate]) -> None:
    """Write the pairs as CSV, in their order, best first."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(astuple(c) for c in candidates)


def read_candidates(path: Path) -> list[tuple[object, ...]]:
    """The rows of a file of pairs. Raises FileNotFoundError where no build has left one."""
    if not path.is_file():
        raise FileNotFoundError(f"{path}: no pairs to review. Build first: huunghi build --input DIR --output DIR")
    with path.open(encoding="utf-8", newline="") as file:
        return [tuple(row) for row in list(csv.reader(file))[1:]]
