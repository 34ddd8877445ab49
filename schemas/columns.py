"""What a column is, and the helpers that declare one; a date's three columns come from one helper, ``dated``.

Belongs here: the value ``Column`` and its constructors. Does not: any column of a particular table, any rendering.
Descriptions stand first in Vietnamese, then in English, everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

ColumnType = Literal["text", "integer", "number", "boolean", "date"]

FIRST_VERSION = "1.0.0"
ISO_DAY = r"\d{4}-\d{2}-\d{2}"
_EDTF_ONE = r"(\d{4}|\d{3}X|\d{2}XX|XXXX)(-(\d{2}|XX)(-(\d{2}|XX))?)?(T\d{2}:\d{2}(:\d{2})?)?[?~%]?"
EDTF = rf"^({_EDTF_ONE}(/({_EDTF_ONE}|\.\.))?|\.\./{_EDTF_ONE}|\[{ISO_DAY}(,{ISO_DAY}){{1,3}}\])$"
SHA256 = r"^[0-9a-f]{64}$"
COUNTRY = r"^[A-Z]{2}$"
WIKIDATA = r"^Q[1-9]\d*$"
ROMAN = r"^[IVXLC]+$"


@dataclass(frozen=True, slots=True)
class Column:
    """One published column, declared once.

    ``key``: part of the table's key. ``references``: ``table.column`` targets; a value stands in at least one of them.
    ``pattern``: an anchored regular expression. ``minimum``/``maximum``: inclusive. ``longest``: in code points.
    ``vocabulary``: the name of a closed list. ``null_vi``/``null_en``: what an empty cell means. ``since``,
    ``deprecated``, ``removed_in``: schema versions.
    """

    name: str
    type: ColumnType
    vi: str
    en: str
    nullable: bool = False
    key: bool = False
    references: tuple[str, ...] = ()
    pattern: str | None = None
    minimum: int | None = None
    maximum: int | None = None
    longest: int | None = None
    vocabulary: str | None = None
    null_vi: str | None = None
    null_en: str | None = None
    since: str = FIRST_VERSION
    deprecated: str | None = None
    removed_in: str | None = None


_UNKNOWN: dict[str, Any] = {"nullable": True, "null_vi": "không rõ ngày", "null_en": "the day is not known"}
_UNBOUNDED: dict[str, Any] = {
    "nullable": True,
    "null_vi": "không có giới hạn, hoặc không rõ năm",
    "null_en": "unbounded, or the year is not known",
}


@dataclass(frozen=True, slots=True)
class Dated:
    """A date: stands for the three columns ``<x>_edtf``, ``<x>_earliest`` and ``<x>_latest``."""

    vi: str
    en: str

    def expand(self, name: str) -> tuple[Column, Column, Column]:
        """The three columns of the date ``name``, in their published order."""
        return (
            Column(f"{name}_edtf", "text", f"{self.vi} (EDTF)", f"{self.en} (EDTF)", pattern=EDTF, **_UNKNOWN),
            Column(f"{name}_earliest", "date", f"{self.vi}: sớm nhất", f"{self.en}: earliest day", **_UNBOUNDED),
            Column(f"{name}_latest", "date", f"{self.vi}: muộn nhất", f"{self.en}: latest day", **_UNBOUNDED),
        )


def text(vi: str, en: str, *, key: bool = False, pattern: str | None = None, longest: int | None = None) -> Column:
    """A text column that is always filled."""
    return Column("", "text", vi, en, key=key, pattern=pattern, longest=longest)


def integer(vi: str, en: str, *, key: bool = False, minimum: int | None = 0) -> Column:
    """A whole number that is always filled, not below ``minimum``."""
    return Column("", "integer", vi, en, key=key, minimum=minimum)


def number(vi: str, en: str) -> Column:
    """A number with a fraction, always filled."""
    return Column("", "number", vi, en)


def flag(vi: str, en: str) -> Column:
    """True or false, always filled."""
    return Column("", "boolean", vi, en)


def coded(vocabulary: str, vi: str, en: str, *, key: bool = False) -> Column:
    """A value out of the closed list ``vocabulary``."""
    return Column("", "text", vi, en, key=key, vocabulary=vocabulary)


def identifier(kind: str, vi: str, en: str) -> Column:
    """A table's own identifier, ``<kind>-…``: its key."""
    return Column("", "text", vi, en, key=True, pattern=rf"^{kind}-[0-9a-z][0-9a-z-]*$")


def link(target: str | tuple[str, ...], vi: str, en: str, *, key: bool = False) -> Column:
    """A reference to ``table.column``, or to one of several."""
    targets = (target,) if isinstance(target, str) else target
    return Column("", "text", vi, en, key=key, references=targets)


def maybe(column: Column, null_vi: str = "nguồn không nói", null_en: str = "the sources do not say") -> Column:
    """The same column, but it may be empty; the two words say what that means."""
    return replace(column, nullable=True, null_vi=null_vi, null_en=null_en)


def dated(vi: str, en: str) -> Dated:
    """A date: three columns (CONTRACT: EDTF as known, and its inclusive bounds)."""
    return Dated(vi, en)
