"""From one input's bytes to a ``Document``."""

from __future__ import annotations

import hashlib

from pipeline.documents.html import Page, is_html, read_page
from pipeline.documents.metadata import describe
from pipeline.documents.model import Document, Given
from pipeline.documents.zones import divide
from pipeline.text.decode import NotText, decode, normalise

_NOTHING_GIVEN = Given()


class UnreadableDocument(ValueError):
    """An input that is no text: ``str()`` says which, why, and what to do; ``code`` is undecodable or empty."""

    def __init__(self, source_path: str, reason: str, code: str = "undecodable") -> None:
        super().__init__(
            f"{source_path}: {reason}. Save it as plain text in UTF-8 (or as .html), or take it out of the input."
        )
        self.source_path = source_path
        self.reason = reason
        self.code = code


def parse(data: bytes, source_path: str, given: Given = _NOTHING_GIVEN) -> Document:
    """Decode, divide into zones, and read what the document says of itself.

    Raises UnreadableDocument where the bytes hold no text.
    """
    try:
        decoded = decode(data)
    except NotText as reason:
        raise UnreadableDocument(source_path, str(reason)) from reason
    page = read_page(decoded.text) if is_html(source_path, decoded.text) else Page(decoded.text, {})
    text = normalise(page.text)
    if not text.strip():
        raise UnreadableDocument(source_path, "there is no text in it", "empty")
    zones = divide(text, page.hints)
    said = describe(text, zones, _beside(given, page))
    return Document(
        source_path=source_path,
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        zones=zones,
        media_type="text/html" if is_html(source_path, decoded.text) else "text/plain",
        encoding=decoded.encoding,
        language=said.language,
        title=said.title,
        publisher=page.publisher or said.publisher,
        agency=said.agency,
        byline=said.byline,
        url=said.url,
        published=said.published,
    )


def _beside(given: Given, page: Page) -> Given:
    """What was given with the input; what the page's head says where that is silent."""
    return Given(given.title or page.title, given.url or page.url, given.published or page.published)
