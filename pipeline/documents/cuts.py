"""Cuts inside a line: a dateline before a report, a credit after a caption, alternative text, a headline repeated."""

from __future__ import annotations

import re

from pipeline.documents.credits import credit_start, glued_credit
from pipeline.documents.lines import Line
from pipeline.documents.model import Zone
from pipeline.documents.wording import DATELINE

_RUNNING = ("body", "lead", "caption")
_ALT_TEXT = re.compile(r"[ -~]{10,250}?\bhinh anh ?\d{1,3}(?=\D|$)")
_DASH = re.compile(r"\s*[-–—:.]\s*")


def cut_line(line: Line, kind: str, title: Line | None) -> list[Zone]:
    """The zones of one line whose kind as a whole is ``kind``; ``title`` is the headline that may be repeated in it."""
    at, zones = 0, []
    if kind in _RUNNING:
        head = _head(line, kind, title)
        if head:
            zones.append((head[0], 0, head[1]))
            at = head[1]
        if head and head[0] == "furniture" and credit_start(line.text[at:].lstrip()):
            kind = "caption"
        while glued := glued_credit(line.text[at:]):
            zones += [("caption", at, at + glued[0]), ("byline", at + glued[0], at + glued[1])]
            at += glued[1]
    credit = credit_start(line.text[at:]) if kind == "caption" else None
    if credit is None:
        zones.append((kind, at, len(line.text)))
    else:
        zones += [("caption", at, at + credit), ("byline", at + credit, len(line.text))]
    return [z for part in zones if (z := _zone(line, *part))]


def _zone(line: Line, kind: str, start: int, end: int) -> Zone | None:
    """The zone of a part of a line, white space at its ends left out; None where nothing else is in it."""
    text = line.text[start:end]
    inner = text.strip()
    if not inner:
        return None
    first = line.start + start + len(text) - len(text.lstrip())
    return Zone(kind, first, first + len(inner))


def _head(line: Line, kind: str, title: Line | None) -> tuple[str, int] | None:
    """What stands before the line's own words, and its length."""
    alt = _ALT_TEXT.match(line.text)
    if alt:
        return ("furniture", alt.end())
    if kind == "caption":
        return None
    repeated = _repeated(line, title)
    if repeated:
        return ("furniture", repeated)
    dateline = DATELINE.match(line.text)
    return ("byline", len(dateline[0].rstrip())) if dateline else None


def _repeated(line: Line, title: Line | None) -> int:
    """The length of the headline, and the dash after it, at the line's beginning; 0 where it is not repeated."""
    if title is None or not line.folded.startswith(title.folded):
        return 0
    dash = _DASH.match(line.text, len(title.text))
    return len(dash[0].rstrip()) + len(title.text) if dash and dash.end() < len(line.text) else 0
