"""Dividing a text into zones: first each line as a whole, then the lines that hold two kinds.

The order of work: the page's head (banner, clock, section words, headline), its foot (related links, captions put last,
by-line), what stands amid the body (captions, salutations, boxes), and last the cuts inside a line (dateline, credit,
alternative text glued to a caption, headline repeated in the lead).
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.documents.cuts import cut_line
from pipeline.documents.foot import label_foot
from pipeline.documents.head import label_head
from pipeline.documents.lines import Line, lines_of
from pipeline.documents.middle import label_middle
from pipeline.documents.model import Zone

Labels = dict[int, str]
"""A zone kind for each line's index; a line not there is body."""


def divide(text: str, hints: Mapping[int, str] | None = None) -> tuple[Zone, ...]:
    """The zones of a text: in order, none overlapping, each non-blank character in one.

    ``hints`` are the kinds of lines (by number among the non-blank ones) that a page's mark-up tells.
    """
    lines = lines_of(text)
    labels = _label_hinted(lines, hints) if hints else label_lines(lines)
    title = next((lines[i] for i in sorted(labels) if labels[i] == "title"), None)
    return tuple(z for i, line in enumerate(lines) for z in cut_line(line, labels.get(i, "body"), title))


def _label_hinted(lines: list[Line], hints: Mapping[int, str]) -> Labels:
    """What the mark-up tells stands; the rest is read by its words, without what the mark-up sets apart."""
    rest = [i for i in range(len(lines)) if hints.get(i) != "furniture"]
    found = label_lines([lines[i] for i in rest])
    labels = {rest[i]: kind for i, kind in found.items()}
    if "title" in hints.values():
        labels = {i: "body" if kind == "title" else kind for i, kind in labels.items()}
    return {**labels, **hints}


def label_lines(lines: list[Line]) -> Labels:
    """The kind of each line as a whole."""
    labels: Labels = {}
    body_from = label_head(lines, labels)
    label_foot(lines, labels, body_from)
    label_middle(lines, labels, body_from)
    _label_lead(lines, labels, body_from)
    return labels


def _label_lead(lines: list[Line], labels: Labels, body_from: int) -> None:
    """The first running paragraph is the lead, where another follows."""
    running = [i for i in range(body_from, len(lines)) if i not in labels]
    if running and (len(running) > 1 or body_from):
        labels[running[0]] = "lead"
