"""Registers as values: the project's CSV files, parsed, and handed to whoever builds a lexicon from them."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Registers:
    """Every register by name (the file's name without ``.csv``), each a tuple of rows: column -> text."""

    tables: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)

    def rows(self, name: str) -> tuple[Row, ...]:
        """The rows of a register; empty where the project has no such register."""
        return self.tables.get(name, ())


def parse_register(content: str) -> tuple[Row, ...]:
    """The rows of one CSV register (RFC 4180, a header line), cells stripped."""
    reader = csv.DictReader(io.StringIO(content))
    return tuple({k: (v or "").strip() for k, v in row.items() if k} for row in reader)


def split_cell(cell: str) -> list[str]:
    """The values of a cell that holds several, divided by ``|``."""
    return [part.strip() for part in cell.split("|") if part.strip()]
