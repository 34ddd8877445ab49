"""The foot of a page: related links, buttons, captions put after the body, and who signs."""

from __future__ import annotations

from pipeline.documents.credits import credit_start, is_byline
from pipeline.documents.head import is_dense, is_furniture_word
from pipeline.documents.lines import Line
from pipeline.documents.stamps import read_stamp
from pipeline.documents.wording import RELATED
from pipeline.text.fold import key

_HEADLINE_LONGEST = 200


def label_foot(lines: list[Line], labels: dict[int, str], body_from: int) -> None:
    """Label what stands after the body, and the boxes of related links wherever they stand."""
    _label_related(lines, labels, body_from)
    _label_last_block(lines, labels, body_from)
    _label_signature(lines, labels, body_from)


def is_related_heading(text: str) -> bool:
    """True for the heading of a list of other articles."""
    return key(text).strip(" :.>»") in RELATED


def _label_related(lines: list[Line], labels: dict[int, str], body_from: int) -> None:
    inside = False
    for index in range(body_from, len(lines)):
        text = lines[index].text
        if is_related_heading(text):
            inside = True
        elif inside and (
            len(text) > _HEADLINE_LONGEST or text.endswith((".", ":", "!", ".”", '."')) or is_byline(text)
        ):
            inside = False
        if inside or is_furniture_word(text):
            labels[index] = "furniture"


def _label_last_block(lines: list[Line], labels: dict[int, str], body_from: int) -> None:
    """In the layout of one line a paragraph, the block after the body holds the pictures' captions."""
    if not is_dense(lines):
        return
    for index in range(body_from, len(lines)):
        line = lines[index]
        if line.block >= 3 and index not in labels:
            labels[index] = "byline" if credit_start(line.text) == 0 else "caption"


def _label_signature(lines: list[Line], labels: dict[int, str], body_from: int) -> None:
    """Going back from the end over captions and furniture: the lines that only sign, date or credit."""
    for index in range(len(lines) - 1, body_from, -1):
        text = lines[index].text
        if labels.get(index) in ("furniture", "caption", "byline"):
            continue
        if is_byline(text) or credit_start(text) == 0 or read_stamp(text):
            labels[index] = "byline"
        elif not _is_note(text):
            return
        else:
            labels[index] = "furniture"


def _is_note(text: str) -> bool:
    """``* Bài viết thể hiện quan điểm riêng của tác giả``, ``---``."""
    return (text.startswith(("*", "(*")) and len(text) < 120) or not any(c.isalnum() for c in text)
