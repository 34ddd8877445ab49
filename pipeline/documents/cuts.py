"""Cuts inside a line: a dateline before a report, a credit after a caption, alternative text, a headline repeated."""

from __future__ import annotations

import re

from pipeline.documents.credits import credit_start
from pipeline.documents.lines import Line
from pipeline.documents.model import Zone
from pipeline.documents.wording import DATELINE

_ALT_TEXT = re.compile(r"[ -~]{10,250}?\bhinh anh ?\d{1,3}(?=\D|$)")
_DASH = re.compile(r"\s*[-–—:.]\s*")


def cut_line(line: Line, kind: str, title: Line | None) -> list[Zone]:
    """The zones of one line whose kind as a whole is ``kind``; ``title`` is the headline that may be repeated in it."""
    start, zones = line.start, []
    for head_kind, length in _heads(line, kind, title):
        zones.append(Zone(head_kind, start, start + length))
        start = _skip_space(line, start + length)
        if head_kind == "furniture" and kind in ("body", "lead") and credit_start(line.text[start - line.start :]):
            kind = "caption"
    credit = credit_start(line.text[start - line.start :]) if kind == "caption" else None
    if credit:
        zones += _caption(line, start, start + credit)
    elif start < line.end:
        zones.append(Zone(kind, start, line.end))
    return zones


def _heads(line: Line, kind: str, title: Line | None) -> list[tuple[str, int]]:
    """What stands before the line's own words: (kind, length) one after the other."""
    if kind not in ("body", "lead", "caption"):
        return []
    alt = _ALT_TEXT.match(line.text)
    if alt:
        return [("furniture", alt.end())]
    if kind == "caption":
        return []
    repeated = _repeated(line, title)
    if repeated:
        return [("furniture", repeated)]
    dateline = DATELINE.match(line.text)
    return [("byline", len(dateline[0].rstrip()))] if dateline else []


def _repeated(line: Line, title: Line | None) -> int:
    """The length of the headline, and the dash after it, at the line's beginning; 0 where it is not repeated."""
    if title is None or not line.folded.startswith(title.folded):
        return 0
    dash = _DASH.match(line.text, len(title.text))
    return len(dash[0].rstrip()) + len(title.text) if dash and dash.end() < len(line.text) else 0


def _caption(line: Line, start: int, credit: int) -> list[Zone]:
    stop = credit
    while stop > start and line.text[stop - 1 - line.start].isspace():
        stop -= 1
    return [Zone("caption", start, stop), Zone("byline", credit, line.end)]


def _skip_space(line: Line, at: int) -> int:
    while at < line.end and line.text[at - line.start].isspace():
        at += 1
    return at
