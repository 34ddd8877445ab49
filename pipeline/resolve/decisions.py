"""People's decisions as values: judgements of identity, corrections of sources' errors; parsed and validated.

Belongs here: what ``seeds/judgements.csv`` and ``seeds/corrections.csv`` may hold. Does not: applying them (SQL of
``resolve``), opening the files (``tables``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from pipeline.extract.registers import parse_register
from pipeline.text import edtf

T = TypeVar("T")
KINDS = ("per", "org", "dir", "evt")
_ID = re.compile(r"(per|org|dir|evt|men)-[0-9a-z]+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

CORRECTABLE = {
    "documents": ("title", "published", "byline", "publisher", "agency"),
    "events": ("date", "place", "name", "time_of_day", "format", "status", "term"),
    "people": ("name",),
    "positions": ("title", "status"),
    "organizations": ("name", "abbreviation"),
    "directives": ("symbol", "number", "issued", "title", "term"),
}
"""Published table -> the fields of its readings that a correction may change."""
_DATES = ("date", "issued", "published")


@dataclass(frozen=True, slots=True)
class Judgement:
    """That two rows are one (same), are not (not_same), or that nobody can tell (unsure: no more a candidate).

    ``left``/``right``: identifiers of entities of one kind, or ``men-…`` of a mention of such; where they are apart,
    ``right`` is what leaves. ``date``: YYYY-MM-DD, when ``who`` decided, for ``reason``."""

    judgement: str
    left: str
    right: str
    reason: str
    date: str
    who: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A source's error. ``quote``: words that stand in the document's text while the error is there: the guard.

    ``table``/``field``: see ``CORRECTABLE``; ``wrong``: the value that the reading gives, or a part of it; ``right``:
    the value in its place. ``document``: the document's identifier, ``doc-…``."""

    document: str
    quote: str
    table: str
    field: str
    wrong: str
    right: str
    reason: str
    source_url: str
    date: str
    who: str


def parse_judgements(content: str) -> tuple[Judgement, ...]:
    """The judgements of a CSV file. Raises ValueError, with every line that is wrong, where one is."""
    found = _rows(content, Judgement, _judgement_faults)
    _refuse(_contradictions(found))
    return found


def parse_corrections(content: str) -> tuple[Correction, ...]:
    """The corrections of a CSV file. Raises ValueError, with every line that is wrong, where one is."""
    return _rows(content, Correction, _correction_faults)


def _rows(content: str, cls: type[T], faults: Any) -> tuple[T, ...]:
    names = [f.name for f in fields(cls)]  # type: ignore[arg-type]
    head = content.partition("\n")[0].strip().lstrip("\ufeff").split(",")
    if content.strip() and head != names:
        raise ValueError(f"the columns are to be {','.join(names)}")
    found = tuple(cls(**row) for row in parse_register(content))
    _refuse(f"line {n}: {fault}" for n, row in enumerate(found, 2) for fault in faults(row))
    return found


def _refuse(faults: Iterable[str]) -> None:
    if told := list(faults):
        raise ValueError("; ".join(told))


def _judgement_faults(row: Judgement) -> Iterable[str]:
    if row.judgement not in ("same", "not_same", "unsure"):
        yield f"{row.judgement!r} is not same, not_same or unsure"
    yield from (f"{side!r} is no identifier" for side in (row.left, row.right) if not _ID.fullmatch(side))
    kinds = {side[:3] for side in (row.left, row.right)} - {"men"}
    if len(kinds) > 1:
        yield f"{row.left} and {row.right} are of two kinds"
    if row.left == row.right:
        yield f"{row.left} stands on both sides"
    yield from _signed(row)


def _correction_faults(row: Correction) -> Iterable[str]:
    if row.field not in CORRECTABLE.get(row.table, ()):
        yield f"{row.table}.{row.field} cannot be corrected"
    if not row.document.startswith("doc-") or not row.quote:
        yield "a correction names its document (doc-…) and quotes the words that hold the error"
    if row.field in _DATES and row.right and not edtf.is_valid(row.right):
        yield f"{row.right!r} is no EDTF date"
    if not row.wrong:
        yield "a correction says which value is wrong"
    yield from _signed(row)


def _signed(row: Judgement | Correction) -> Iterable[str]:
    if not row.reason or not row.who:
        yield "a reason and who decided are asked for"
    if not _DAY.fullmatch(row.date) or not edtf.is_valid(row.date):
        yield f"{row.date!r} is no day"


def _contradictions(rows: tuple[Judgement, ...]) -> Iterable[str]:
    told: dict[frozenset[str], str] = {}
    for row in rows:
        pair = frozenset((row.left, row.right))
        if told.setdefault(pair, row.judgement) != row.judgement:
            yield f"{row.left} and {row.right} are judged twice, and differently"
