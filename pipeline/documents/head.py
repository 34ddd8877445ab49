"""The head of a page: banner, clock, section words, and the headline under them."""

from __future__ import annotations

import re

from pipeline.documents.credits import credit_start
from pipeline.documents.lines import Line
from pipeline.documents.signatures import is_byline
from pipeline.documents.stamps import read_stamp
from pipeline.documents.wording import is_furniture_word

_LOOK = 12
_TITLE_LONGEST = 260
_TITLE_WORDS = 45
_RUBRIC_WORDS = 4
_SENTENCE_SHORTEST = 80
_BANNER = re.compile(
    r"(?:chào mừng|nhiệt liệt|kỷ niệm \d+ năm|đẩy mạnh học tập|học tập và làm theo|tích cực|quyết tâm)"
)
_BANNER_LENGTH = 200
_NO_TITLE = (".", ";", ":", ",", "…", '."', ".”")
_ADDRESSES = ("kính thưa", "thưa ", "kính gửi")


def label_head(lines: list[Line], labels: dict[int, str]) -> int:
    """Label the lines up to the headline and what signs or dates it; return the index where the body may begin."""
    if len(lines) < 2:
        return 0
    if is_dense(lines):
        labels[0] = "title"
        return _under_title(lines, labels, 0) if read_stamp(lines[1].text) else 1
    title = _title_index(lines)
    body = _first_sentence(lines) if title is None else title
    labels.update(dict.fromkeys(range(body), "furniture"))
    if title is None:
        return body
    labels[title] = "title"
    return _under_title(lines, labels, title)


def is_dense(lines: list[Line]) -> bool:
    """True for the layout headline, blank, lead, blank, body line under line (and captions in a last block)."""
    sizes = [0, 0, 0]
    for line in lines:
        if line.block > 2:
            break
        sizes[line.block] += 1
    return sizes[0] == sizes[1] == 1 and sizes[2] > 1


def is_title_shaped(line: Line) -> bool:
    """True for a line that could be a headline: no full stop, and neither stamp, signature, credit nor salutation."""
    text = line.text
    words = text.count(" ") + 1
    if not 3 <= words <= _TITLE_WORDS or len(text) > _TITLE_LONGEST or text.endswith(_NO_TITLE):
        return False
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "\"'“‘"):
        return False
    signs = read_stamp(text) or is_byline(text) or credit_start(text) is not None
    return not signs and not line.folded.startswith(_ADDRESSES)


def _title_index(lines: list[Line]) -> int | None:
    for index, line in enumerate(lines[: min(_LOOK, len(lines) - 1)]):
        if _is_above_title(lines, index):
            continue
        if is_title_shaped(line):
            return index
        if line.text.endswith((".", ".”", '."')):
            return None
    return None


def _is_above_title(lines: list[Line], index: int) -> bool:
    line = lines[index]
    return bool(
        is_furniture_word(line) or read_stamp(line.text) or _is_banner(lines, index) or _is_rubric(lines, index)
    )


def _is_banner(lines: list[Line], index: int) -> bool:
    """A slogan above the headline: it tells of a jubilee, is long or loud, and a headline still follows it."""
    line, follows = lines[index], lines[index + 1]
    if not _BANNER.match(line.folded):
        return False
    clock = read_stamp(follows.text) is not None
    after = lines[index + 2] if clock and index + 2 < len(lines) else follows
    return (len(line.text) > _BANNER_LENGTH or line.text.isupper() or clock) and is_title_shaped(after)


def _is_rubric(lines: list[Line], index: int) -> bool:
    """A word or two on a line of their own, then a headline, then a sentence: a section this list does not know."""
    if index + 2 >= len(lines) or lines[index].text.count(" ") >= _RUBRIC_WORDS or lines[index].text[-1] in '?!"”':
        return False
    after = lines[index + 2].text
    headline = lines[index + 1].text.count(" ") >= 2 * _RUBRIC_WORDS and is_title_shaped(lines[index + 1])
    return headline and len(after) > _SENTENCE_SHORTEST and after.endswith((".", ".”", '."'))


def _first_sentence(lines: list[Line]) -> int:
    known = range(min(_LOOK, len(lines)))
    return next((i for i in known if not (is_furniture_word(lines[i]) or read_stamp(lines[i].text))), 0)


def _under_title(lines: list[Line], labels: dict[int, str], title: int) -> int:
    """Stamps and signatures directly under the headline are by-lines; the headline once more is furniture."""
    index = title + 1
    while index < len(lines) - 1:
        line = lines[index]
        if is_furniture_word(line) or line.folded == lines[title].folded:
            labels[index] = "furniture"
        elif read_stamp(line.text) or is_byline(line.text):
            labels[index] = "byline"
        else:
            break
        index += 1
    return index
