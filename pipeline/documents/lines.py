"""The non-blank lines of a text, with where they stand and how far they stand apart."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line, its white space stripped; ``[start, end)`` are offsets into the document's text.

    ``gap`` counts the blank lines before it, ``block`` numbers the runs of lines without a blank one between.
    """

    start: int
    end: int
    text: str
    gap: int
    block: int


def lines_of(text: str) -> list[Line]:
    """The non-blank lines of ``text`` in order."""
    lines: list[Line] = []
    at = gap = 0
    block = -1
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = at + raw.index(stripped[0])
            block += 1 if gap or not lines else 0
            lines.append(Line(start, start + len(stripped), stripped, gap, block))
        gap = 0 if stripped else gap + 1
        at += len(raw) + 1
    return lines
