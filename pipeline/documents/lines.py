"""The non-blank lines of a text, with where they stand and how far they stand apart."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.text.fold import fold


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line, its white space stripped; ``[start, end)`` are offsets into the document's text.

    ``folded`` is ``text`` folded for look-up (same length); ``gap`` counts the blank lines before it; ``block`` numbers
    the runs of lines without a blank one between, from 0.
    """

    start: int
    end: int
    text: str
    folded: str
    gap: int
    block: int

    @property
    def key(self) -> str:
        """The folded line with runs of white space made one: what lists of words are looked up by."""
        return " ".join(self.folded.split())


def lines_of(text: str) -> list[Line]:
    """The non-blank lines of ``text`` in order."""
    folded = fold(text)
    lines: list[Line] = []
    at = gap = 0
    block = -1
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = at + len(raw) - len(raw.lstrip())
            end = start + len(stripped)
            block += 1 if gap or not lines else 0
            lines.append(Line(start, end, stripped, folded[start:end], gap, block))
        gap = 0 if stripped else gap + 1
        at += len(raw) + 1
    return lines
