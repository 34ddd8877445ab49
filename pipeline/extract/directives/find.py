"""Find the official documents that an article names."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.documents.model import Document
from pipeline.extract.directives.lexicon import DirectiveLexicon
from pipeline.extract.parts import Bodies, DateExpression, Directives
from pipeline.text.spans import Span


def find_symbols(document: Document, lexicon: DirectiveLexicon) -> tuple[Span, ...]:
    """The spans of document numbers and symbols, to be kept away from the finder of dates."""
    return ()


def find_directives(
    document: Document, lexicon: DirectiveLexicon, dates: Sequence[DateExpression], bodies: Bodies
) -> Directives:
    """Every official document named outside furniture, one a document, its short forms resolved to it."""
    return Directives()
