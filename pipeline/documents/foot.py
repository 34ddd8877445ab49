"""The foot of a page: related links, buttons, captions put after the body, and who signs."""

from __future__ import annotations

from pipeline.documents.credits import credit_start
from pipeline.documents.head import is_dense
from pipeline.documents.lines import Line
from pipeline.documents.signatures import is_byline
from pipeline.documents.stamps import read_stamp
from pipeline.documents.wording import RELATED, SHORT, is_furniture_word

_HEADLINE_LONGEST = 200
_NOTE_LONGEST = 120
_SENTENCE_ENDS = (".", ":", "!", ".”", '."')


def label_foot(lines: list[Line], labels: dict[int, str], body_from: int) -> None:
    """Label what stands after the body, and the boxes of related links wherever they stand."""
    _label_related(lines, labels, body_from)
    if is_dense(lines):
        _label_last_block(lines, labels, body_from)
    _label_signature(lines, labels, body_from)


def _is_related_heading(line: Line) -> bool:
    return len(line.text) <= SHORT and line.key.strip(" :.>»") in RELATED


def _label_related(lines: list[Line], labels: dict[int, str], body_from: int) -> None:
    """Headlines under such a heading belong to it, until a line that is a sentence or signs."""
    inside = False
    for index in range(body_from, len(lines)):
        line = lines[index]
        if _is_related_heading(line):
            inside = True
        elif inside and not _is_headline(line.text):
            inside = False
        if inside or is_furniture_word(line):
            labels[index] = "furniture"


def _is_headline(text: str) -> bool:
    return len(text) <= _HEADLINE_LONGEST and not text.endswith(_SENTENCE_ENDS) and not is_byline(text)


def _label_last_block(lines: list[Line], labels: dict[int, str], body_from: int) -> None:
    """In the layout of one line a paragraph, the block after the body holds the pictures' captions."""
    for index in range(body_from, len(lines)):
        if lines[index].block >= 3 and index not in labels:
            labels[index] = "byline" if credit_start(lines[index].text) == 0 else "caption"


def _label_signature(lines: list[Line], labels: dict[int, str], body_from: int) -> None:
    """Going back from the end over captions and furniture: the lines that only sign, date or credit."""
    for index in range(len(lines) - 1, body_from, -1):
        if index in labels:
            continue
        kind = _closing_kind(lines[index].text)
        if kind == "byline" and _is_of_the_text(lines, index):
            return
        if kind is None:
            return
        labels[index] = kind


def _is_of_the_text(lines: list[Line], index: int) -> bool:
    """A full name (three syllables) that the text itself uses signs a letter or a speech, not the report."""
    name = lines[index].text.rstrip(" .")
    return name.count(" ") > 1 and name.replace(" ", "").isalpha() and any(name in n.text for n in lines[1:index])


def _closing_kind(text: str) -> str | None:
    if is_byline(text) or credit_start(text) == 0 or read_stamp(text):
        return "byline"
    note = len(text) < _NOTE_LONGEST and text.startswith(("*", "(*"))
    return "furniture" if note or not any(c.isalnum() for c in text) else None
