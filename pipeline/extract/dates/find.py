"""Find the calendar expressions of a document, then give each the year that its article gives."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.documents.model import Document
from pipeline.extract.dates.lexicon import DateLexicon
from pipeline.extract.parts import DateExpression, Directives
from pipeline.text.spans import Span


def find_dates(document: Document, lexicon: DateLexicon, avoid: Sequence[Span]) -> tuple[DateExpression, ...]:
    """The calendar expressions outside furniture and outside ``avoid`` (document numbers), in text order.

    A day and month without a year has the value ``XXXX-MM-DD`` and basis ``none`` here."""
    return ()


def complete_years(
    document: Document, dates: Sequence[DateExpression], directives: Directives
) -> tuple[DateExpression, ...]:
    """The same expressions with the years that the article gives: by what they continue, the publication date, the
    reporting year, the term (DESIGN.md, Dates)."""
    return tuple(dates)
