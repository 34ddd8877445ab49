"""How right the reading is, as measured on the project's annotated articles; releases carry it in ``quality.json``.

The figures are made by ``python -m tests.golden.score --write`` and committed, since a release is built where the
annotated articles need not be; a test makes them again and fails where they are no longer true.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

MEASURED = Path(__file__).with_name("measured.json")


def measured() -> dict[str, Any] | None:
    """``set`` (size, day, hash), ``fields`` (precision, recall, F1 each), ``rules`` (precision each); None where
    nothing was measured."""
    if not MEASURED.is_file():
        return None
    found: dict[str, Any] = json.loads(MEASURED.read_text(encoding="utf-8"))
    return found
