"""A release while it is being written: what every writer of its files is given.

Belongs here: the value that passes between the writers. Does not: any file's content.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.release.manifest import Manifest, TableEntry, to_json
from pipeline.tables.findings import Connection, Finding

TITLE_VI = "Hữu nghị: đối ngoại nhân dân Việt Nam qua báo chí"
TITLE_EN = "Huunghi: Vietnam's people-to-people diplomacy in the news"
ABOUT_VI = "Sự kiện, con người và văn bản trong báo chí về đối ngoại nhân dân, mỗi dữ kiện có ngày và có đoạn trích."
ABOUT_EN = (
    "Events, people and official documents in Vietnamese news on people-to-people diplomacy;"
    " every fact has its date, its certainty and the exact characters it rests on."
)
KEYWORDS = ("Vietnam", "đối ngoại nhân dân", "people-to-people diplomacy", "directives", "events", "provenance")


@dataclass(frozen=True, slots=True)
class Draft:
    """``con`` holds the checked tables; ``folder`` is where files go. ``previous``/``previous_folder``: the release
    before. ``scores``: precision and recall a field as a scorer gives them, or None where none was run."""

    con: Connection
    folder: Path
    version: str
    release_date: str
    schema_version: str
    inputs: Mapping[str, str]
    tables: Mapping[str, TableEntry]
    previous: Manifest | None = None
    previous_folder: Path | None = None
    identifiers: Path | None = None
    findings: Sequence[Finding] = ()
    scores: Mapping[str, Any] | None = None

    def write(self, name: str, text: str) -> None:
        """Write a text file of the release, UTF-8 with ``\\n``."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

    def write_json(self, name: str, value: Any) -> None:
        """Write a JSON file of the release."""
        self.write(name, to_json(value))
