"""What one input becomes: a document, its zones, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.text.spans import Span

ZONE_KINDS = ("title", "lead", "body", "caption", "byline", "salutation", "furniture")


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of a document's text and what it is; ``kind`` is one of ``ZONE_KINDS``."""

    kind: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The zone's place in the text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Given:
    """What stands beside the text in the input (a jsonl or parquet row, an HTML head), not in it."""

    title: str | None = None
    url: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One text and what it says of itself.

    ``text`` is decoded, with ``\\n`` line ends, NFC; offsets everywhere count its code points. ``zones`` cover every
    non-blank line once, in order, without overlap. ``published`` is EDTF (a day, or a day and time
    ``2020-01-07T08:30``) and null where the document does not say; a page's clock or banner is never it.
    """

    source_path: str
    sha256: str
    text: str
    zones: tuple[Zone, ...]
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    language: str = "vi"
    title: str | None = None
    publisher: str | None = None
    agency: str | None = None
    byline: str | None = None
    url: str | None = None
    published: str | None = None

    def spans(self, *kinds: str) -> list[Span]:
        """The spans of the zones of these kinds, in text order."""
        return [z.span for z in self.zones if z.kind in kinds]
