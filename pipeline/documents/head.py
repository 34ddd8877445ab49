"""The head of a page: banner, clock, section words, and the headline under them."""

from __future__ import annotations

import re

from pipeline.documents.credits import credit_start, is_byline
from pipeline.documents.lines import Line
from pipeline.documents.stamps import read_stamp
from pipeline.documents.wording import CONTROLS, FURNITURE_LINE, SECTIONS
from pipeline.text.fold import fold, key

_LOOK = 12
_TITLE_LONGEST = 260
_TITLE_WORDS = 45
_BANNER = re.compile(r"(?:chào mừng|nhiệt liệt|kỷ niệm \d+ năm|đẩy mạnh học tập|học tập và làm theo)")
_BANNER_LENGTH = 200
_NO_TITLE = re.compile(r"[.;:,…]$")
_SITE = re.compile(
    r"(?:báo (?:điện tử )?[\w ]{2,30}(?:online|điện tử)?|(?:cổng|trang) thông tin điện tử\b.{0,90}|[\w.-]{2,40}\.(?:vn|com|net|org)|tạp chí [\w ]{2,40})"
)


def label_head(lines: list[Line], labels: dict[int, str]) -> int:
    """Label the lines up to and with the headline and what dates it; return the index at which the body may begin."""
    if len(lines) < 2:
        return 0
    if is_dense(lines):
        labels[0] = "title"
        return 1
    title = _title_index(lines)
    if title is None:
        return _furniture_before(lines, labels, _first_sentence(lines))
    _furniture_before(lines, labels, title)
    labels[title] = "title"
    return _under_title(lines, labels, title + 1)


def is_dense(lines: list[Line]) -> bool:
    """True for the layout headline, blank, lead, blank, then the body line under line (with captions in a last block)."""
    sizes = [0, 0, 0]
    for line in lines:
        if line.block > 2:
            break
        sizes[line.block] += 1
    return sizes[0] == sizes[1] == 1 and sizes[2] > 1


def is_furniture_word(line: str) -> bool:
    """True for a line that is a section word, a bread-crumb, a button or a site's name."""
    folded = key(line)
    if folded.strip(" :.>»") in SECTIONS or folded.strip(" :.()[]>»0123456789") in CONTROLS:
        return True
    return bool(FURNITURE_LINE.match(folded)) or bool(_SITE.fullmatch(folded))


def is_title_shaped(text: str) -> bool:
    """True for a line that could be a headline: no full stop at its end, neither a stamp, a signature nor a salutation."""
    words = text.count(" ") + 1
    if not 3 <= words <= _TITLE_WORDS or len(text) > _TITLE_LONGEST or _NO_TITLE.search(text):
        return False
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "\"'“‘"):
        return False
    return not (
        read_stamp(text)
        or is_byline(text)
        or credit_start(text) is not None
        or fold(text).startswith(("kính thưa", "thưa "))
    )


def _title_index(lines: list[Line]) -> int | None:
    for index, line in enumerate(lines[:_LOOK]):
        if is_furniture_word(line.text) or read_stamp(line.text) or _is_banner(lines, index):
            continue
        if index + 1 < len(lines) and is_title_shaped(line.text):
            return index
        if line.text.endswith((".", ".”", '."')):
            return None
    return None


def _is_banner(lines: list[Line], index: int) -> bool:
    """A slogan above the headline: it tells of a jubilee, and a headline still follows it."""
    text = lines[index].text
    if not _BANNER.match(fold(text)):
        return False
    after = next((n for n in lines[index + 1 : index + 4] if not read_stamp(n.text)), None)
    long_or_loud = len(text) > _BANNER_LENGTH or text.isupper() or read_stamp(lines[index + 1].text) is not None
    return after is not None and long_or_loud and is_title_shaped(after.text)


def _first_sentence(lines: list[Line]) -> int:
    return next((i for i, n in enumerate(lines[:_LOOK]) if not (is_furniture_word(n.text) or read_stamp(n.text))), 0)


def _furniture_before(lines: list[Line], labels: dict[int, str], index: int) -> int:
    for before in range(index):
        labels[before] = "furniture"
    return index


def _under_title(lines: list[Line], labels: dict[int, str], index: int) -> int:
    """Stamps and signatures directly under the headline are by-lines."""
    while index < len(lines) - 1 and (
        read_stamp(lines[index].text) or is_byline(lines[index].text) or is_furniture_word(lines[index].text)
    ):
        labels[index] = "furniture" if is_furniture_word(lines[index].text) else "byline"
        index += 1
    return index
