"""From one input's bytes to a ``Document``."""

from __future__ import annotations

import hashlib
import unicodedata

from pipeline.documents.model import Document, Given, Zone


def parse(data: bytes, source_path: str, given: Given = Given()) -> Document:  # noqa: B008
    """Decode, divide into zones, and read what the document says of itself."""
    text = unicodedata.normalize("NFC", data.decode("utf-8").replace("\r\n", "\n"))
    zones, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            zones.append(Zone("body", at, at + len(line)))
        at += len(line) + 1
    return Document(source_path, hashlib.sha256(data).hexdigest(), text, tuple(zones))
