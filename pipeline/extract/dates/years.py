"""Give a day and month the year that its own article gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.documents.model import Document
from pipeline.extract.parts import DateExpression, Directives
from pipeline.text.edtf import is_valid, lacks_year


def complete(document: Document, dates: Sequence[DateExpression], directives: Directives) -> tuple[DateExpression, ...]:
    """Years by the publication date, where the document has one."""
    if document.published is None:
        return tuple(dates)
    year = int(document.published[:4])
    return tuple(_put(d, year, "published") if lacks_year(d.value) else d for d in dates)


def _put(date: DateExpression, year: int, basis: str) -> DateExpression:
    value = in_year(date.value, year)
    return replace(date, value=value, basis=basis) if value else date


def in_year(value: str, year: int) -> str | None:
    """A value without a year put into one; an interval that runs over New Year ends in the next year."""
    first, slash, last = value.partition("/")
    if not slash:
        filled = value.replace("XXXX", f"{year:04d}")
    else:
        end = year + 1 if last[5:] < first[5:] else year
        filled = f"{first.replace('XXXX', f'{year:04d}')}/{last.replace('XXXX', f'{end:04d}')}"
    return filled if is_valid(filled) else None
