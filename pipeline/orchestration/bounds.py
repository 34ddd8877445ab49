"""Expected bounds of a release, declared in ``bounds.csv``: a bound moves only with its reason."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

from pipeline.tables.build_engine import Connection, scalar

FILE = Path(__file__).with_name("bounds.csv")


class Bound(NamedTuple):
    """A measure of the tables and where it is expected. ``severity``: error stops a release, warn does not."""

    check: str
    table: str
    measure: str
    least: float | None
    most: float | None
    severity: str
    reason: str

    @property
    def range(self) -> str:
        """The range in words."""
        low = "" if self.least is None else f"at least {self.least:g}"
        high = "" if self.most is None else f"at most {self.most:g}"
        return " and ".join(filter(None, (low, high)))

    def holds(self, value: float | None) -> bool:
        """True where the measured value is in the range; what cannot be measured (no rows) is held not to be."""
        if value is None:
            return False
        return (self.least is None or value >= self.least) and (self.most is None or value <= self.most)


def load_bounds(path: Path = FILE) -> tuple[Bound, ...]:
    """The declared bounds. Raises ValueError for one without a reason or without a range."""
    with path.open(encoding="utf-8", newline="") as file:
        bounds = tuple(_bound(row) for row in csv.DictReader(file))
    for bound in bounds:
        if len(bound.reason) < 20 or (bound.least is None and bound.most is None):
            raise ValueError(f"{path.name}: {bound.check}: a bound needs a range, and a reason in words")
    return bounds


def _bound(row: dict[str, str]) -> Bound:
    least, most = (float(row[name]) if row[name] else None for name in ("least", "most"))
    return Bound(row["check"], row["table"], row["measure"], least, most, row["severity"], row["reason"])


def measure(con: Connection, bound: Bound) -> float | None:
    """The measured value; None where there is nothing to measure."""
    value = scalar(con, bound.measure)
    return None if value is None else round(float(value), 4)
