"""Dividing a text into sentences, with offsets.

A sentence ends at a line's end, or at ``.``, ``!``, ``?``, ``…`` (with closing quotes or brackets) before white space and
something that can open a sentence; not after an abbreviation (TP., GS.TS., T.Ư, st., Mr.) or an initial.
"""

from __future__ import annotations

import re

from pipeline.text.spans import Span

_ABBREVIATIONS = frozenset(
    [
        "tp",
        "tx",
        "tt",
        "p",
        "q",
        "h",
        "gs",
        "pgs",
        "ts",
        "ths",
        "ths",
        "cn",
        "ks",
        "bs",
        "bsck",
        "cks",
        "tskh",
        "ls",
        "nsnd",
        "nsưt",
        "nghs",
        "nnc",
        "đ",
        "đc",
        "t",
        "tr",
        "ô",
        "b",
        "ô.",
        "st",
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "no",
        "vs",
        "st",
        "jr",
        "sr",
        "inc",
        "ltd",
        "co",
        "corp",
        "v.v",
        "vv",
        "t.ư",
        "tw",
        "q",
        "tg",
        "nxb",
    ]
)
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[^\W_a-zàáạảãâăèéẹẻẽêìíịỉĩòóọỏõôơùúụủũưỳýỵỷỹđ])")
_LAST_WORD = re.compile(r"[\w.]+$")


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
    return [m.end() for m in _END.finditer(text, start, stop) if not _abbreviated(text, start, m)]


def _abbreviated(text: str, start: int, match: re.Match[str]) -> bool:
    if match[0] != ".":
        return False
    word = _LAST_WORD.search(text[max(start, match.start() - 12) : match.start()])
    if word is None:
        return False
    last = word[0].lower()
    return last in _ABBREVIATIONS or last.rsplit(".", 1)[-1] in _ABBREVIATIONS or (len(last) == 1 and last.isalpha())


def _strip(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
