"""The name of a happening, and what the name says: its ordinal, its term, the years of the term."""

from __future__ import annotations

import re

from pipeline.extract.events.candidates import Candidate
from pipeline.extract.events.clauses import TAIL, clause_start, statement
from pipeline.extract.events.scene import Scene
from pipeline.text.spans import Span

_LONGEST = 400
_BY = re.compile(r" do [^,.;]{3,120}? (?:tổ chức|chủ trì)(?!\w)")
_CLOSING = re.compile(r"[”\"]")
_ENDS = re.compile(r"[;:!?\n]|\.(?=(?:/\.?)?\s*$)")  # "./." closes an official text
# "giao thông qua cầu" holds no "thông qua".
_GLUED = re.compile(r"(?<!\w)(?:giao|lưu) $")
_CAPITAL_AFTER = re.compile(r",\s*[A-ZĐÀ-Ỹ“\"]")
_LEAD_WORD = re.compile(r"(?:cuộc|buổi|bài|lễ|chuyến|phiên) $")
_ORDINAL = re.compile(
    r"\b(?:lần|phiên|kỳ) ?(?:họp )?(?:thứ )?([ivxlc]{1,7}|\d{1,3}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\b"
)
_TERM = re.compile(r"\bkh[óo][aá] ([ivxlc]{1,7}|\d{1,2})\b")
_YEARS = re.compile(r"\bnhiệm k[ỳì] ?:? ?(\d{4}) ?- ?(\d{4})\b")
_WORDS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def name_span(scene: Scene, candidate: Candidate) -> Span:
    """Where the name of a happening stands: from its word, or for a verb from who acts, to the end of the clause."""
    start = candidate.span.start
    if states(candidate):
        return statement(scene, candidate)
    if candidate.hit.value.kind == "verb":
        start = clause_start(scene, candidate)
    else:
        lead = _LEAD_WORD.search(scene.folded, max(candidate.sentence.span.start, start - 8), start)
        start = lead.start() if lead else start
    return Span(start, _end(scene, candidate))


def states(candidate: Candidate) -> bool:
    """True where the verb tells what somebody said or published."""
    return candidate.hit.value.kind == "verb" and candidate.event_type == "press"


def _end(scene: Scene, candidate: Candidate) -> int:
    if scene.folded.startswith((" có ", " gồm "), candidate.span.end):
        return candidate.span.end
    limit = min(candidate.sentence.span.end, candidate.span.end + _LONGEST)
    if scene.quoted(candidate.span.start):
        limit = min(limit, _closing(scene.text, candidate.span.end, limit, past=False))
    at = candidate.span.end
    while at < limit:
        found = (_ENDS.search(scene.text, at, limit), _stop(scene, at, limit), _BY.search(scene.folded, at, limit))
        stops = [m.start() for m in found if m]
        end = min([limit, *stops, *_comma_stops(scene, candidate, at, limit)])
        quote = _open_quote(scene.text[candidate.span.start : end])
        if not quote:
            return _trim(scene, candidate, end)
        at = _closing(scene.text, end, limit)
    return _trim(scene, candidate, min(at, limit))


def _stop(scene: Scene, at: int, limit: int) -> re.Match[str] | None:
    stops = scene.cues["stop"].finditer(scene.folded, at, limit)
    return next((m for m in stops if not _GLUED.search(scene.folded, at, m.start())), None)


def _comma_stops(scene: Scene, candidate: Candidate, at: int, limit: int) -> list[int]:
    """The first comma after which a new part of the sentence begins: a capital, or a word of ``comma_stop``."""
    if candidate.hit.value.kind == "noun" and scene.text.startswith(",", candidate.span.end):
        return [candidate.span.end]
    for comma in re.compile(",").finditer(scene.text, at, limit):
        after = comma.end() + 1
        opener = scene.cues["comma_stop"].match(scene.folded, after, limit)
        if opener or _CAPITAL_AFTER.match(scene.text, comma.start(), limit):
            return [comma.start()]
    return []


def _open_quote(text: str) -> bool:
    return text.count("“") > text.count("”") or text.count('"') % 2 == 1


def _closing(text: str, at: int, limit: int, past: bool = True) -> int:
    closing = _CLOSING.search(text, at, limit)
    if closing is None:
        return limit
    return closing.end() if past else closing.start()


def _trim(scene: Scene, candidate: Candidate, end: int) -> int:
    """Cut the name before the happening's own date and at a bare joining word."""
    if candidate.date is not None and candidate.span.end < candidate.date.span.start < end:
        end = candidate.date.span.start
    text = scene.text[candidate.span.start : end]
    text = TAIL.sub("", text)
    return candidate.span.start + max(len(text), len(candidate.span.of(scene.text)))


def ordinal(name: str) -> int | None:
    """The N of "lần thứ N" in a folded name."""
    match = _ORDINAL.search(name)
    if match is None:
        return None
    return _number(match[1])


def term(name: str) -> str | None:
    """The khóa in a folded name, as a Roman numeral."""
    match = _TERM.search(name)
    number = _number(match[1]) if match else None
    return to_roman(number) if number else None


def term_years(name: str) -> str | None:
    """The years of nhiệm kỳ in a folded name, as an EDTF interval."""
    match = _YEARS.search(name)
    return f"{match[1]}/{match[2]}" if match and match[1] < match[2] else None


def _number(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    return _WORDS.get(text) or _from_roman(text)


def _from_roman(text: str) -> int | None:
    values = [_ROMAN[c] for c in text if c in _ROMAN]
    if len(values) != len(text):
        return None
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def to_roman(number: int) -> str:
    """A number from 1 to 399 as a Roman numeral."""
    steps = [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    out = ""
    for value, letters in steps:
        while number >= value:
            out, number = out + letters, number - value
    return out
