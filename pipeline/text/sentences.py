"""Dividing a text into sentences, with offsets.

A sentence ends at a line's end, or at ``.``, ``!``, ``?``, ``…`` (with closing quotes or brackets) before white space
and something that can open a sentence; not after an abbreviation (TP., GS.TS., T.Ư, st., Mr.), an initial, or the
number that opens it (``1.``, ``II.``). Semicolons do not end it: the parts of a list stay together.
"""

from __future__ import annotations

import re

from pipeline.text.letters import LOWER
from pipeline.text.names import words
from pipeline.text.spans import Span

_ABBREVIATIONS = words(
    "tp tx tt ths gs pgs ts tskh cn ks bs bsck cks ls nsnd nsưt nghs nnc đc tr t.ư tg nxb st mr mrs ms dr prof vs jr sr"
)
# Words of their own in lower case: ấm no, co.
_CAPITALISED = words("No Co Inc Ltd Corp")
# What opens a sentence after a shortened name (anh Nguyễn Văn A.), and is no surname after an initial (J. Smith).
_OPENERS = words("Ông Bà Anh Chị Cụ Em Cháu Theo Tại Trong Sau Khi Ngày Sáng Chiều Tối Đến Tuy Do Hiện Cả Cùng Đây Đó")
# Possessive, and not from inside a run: a million full stops are read once.
_END = re.compile(rf"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s++[\"'“‘«(\[]*+[^\W_{LOWER}])")
_LAST_WORD = re.compile(r"[\w.]+$")
_NEXT_WORD = re.compile(r"\W*(\w+)")
_ENUMERATOR = re.compile(r"\s*[\"'“(]?(?:\d{1,3}|[ivxIVX]{1,5}|[a-zđA-ZĐ])")


def sentence_spans(text: str, within: Span | None = None) -> list[Span]:
    """The sentences of ``text`` (or of one span of it), white space at their ends left out."""
    area = within or Span(0, len(text))
    spans: list[Span] = []
    start = area.start
    for line in re.finditer(r"[^\n]+", text[area.start : area.end]):
        start = area.start + line.start()
        stop = area.start + line.end()
        for end in _ends(text, start, stop):
            spans.append(Span(start, end))
            start = end
        spans.append(Span(start, stop))
    return [s for s in (_strip(text, s) for s in spans) if s.start < s.end]


def _ends(text: str, start: int, stop: int) -> list[int]:
    ends: list[int] = []
    for match in _END.finditer(text, start, stop):
        if not _abbreviated(text, ends[-1] if ends else start, match):
            ends.append(match.end())
    return ends


def _abbreviated(text: str, start: int, match: re.Match[str]) -> bool:
    """True where the full stop belongs to an abbreviation, an initial, or the number that opens a sentence."""
    if match[0] != ".":
        return False
    word = _LAST_WORD.search(text, max(start, match.start() - 12), match.start())
    if word is None:
        return False
    if _ENUMERATOR.fullmatch(text, start, match.start()) or word[0] in _CAPITALISED:
        return True
    last = word[0].lower()
    if last in _ABBREVIATIONS or last.rsplit(".", 1)[-1] in _ABBREVIATIONS:
        return True
    return len(last) == 1 and last.isalpha() and _goes_on(text, match.end())


def _goes_on(text: str, at: int) -> bool:
    after = _NEXT_WORD.match(text, at)
    return after is None or after[1] not in _OPENERS


def _strip(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
