"""Picture credits: ``Ảnh: TTXVN``, ``(Nguồn: VUFO)``, ``- ẢNH: DƯƠNG LIỄU``. A name in one is no person of the article.

A credit is a word for a picture or film (``_MEDIUM``), set off from the caption before it (bracket, dash, full stop,
wide space, line's start) and followed by a colon, a kind of picture or a name, up to the line's end.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.text.letters import LOWER, UPPER

_MEDIUM = re.compile(
    r"\b(?:ảnh|hình ảnh|hình|nguồn(?: ảnh)?|video|clip|đồ h(?:ọa|oạ)|tranh|photo|graphic)\b"
    r"(?:\s*,\s*(?:clip|video)\b)?",
    re.I,
)
_WORDS_FOR_PICTURES = ("ảnh", "hình", "nguồn", "video", "clip", "đồ h", "tranh", "photo", "graphic")
_AFTER = re.compile(
    r"(?P<colon>\s*:\s*\S)"
    r"|(?P<sort>\s*(?:minh h(?:ọa|oạ)|tư liệu|cắt từ|chụp (?:lại|từ|màn hình|qua)|do [^.]{2,50}cung cấp|internet\b"
    r"|ctv\b|(?:gia đình|nhân vật|công an|cơ quan)[^.]{0,40}cung cấp|lấy từ|từ (?:internet|facebook|clip|video)))"
    rf"|(?P<name>\s*[/.]\s*\w|\s+(?-i:[{UPPER}])[\w.+]{{1,20}}(?:[ /][\w.+]{{1,20}}){{0,3}}\s*[)\]]?\.?$)"
    r"|(?P<close>\s*[)\]])",
    re.I,
)
_GLUED = re.compile(
    r"\s*[-–—]\s*(?:Ảnh|ẢNH|Video|VIDEO|Đồ h(?:ọa|oạ))\s*:\s*[^\n:]{1,40}?"
    rf"(?<=[{UPPER}{LOWER}])(?=[{UPPER}][{LOWER}]{{1,8}}(?: \S{{1,40}}){{4}})"
)
_APPOSITION = re.compile(r", \S+ \S+ \S+")
_MOVING = ("video", "clip")
_WINDOW = 130
_LONGEST = 90
_FEW_WORDS = 3
_WORDS = 12
_ALLOWED = {
    "start": ("colon", "sort", "name"),
    "bracket": ("colon", "sort", "name", "close"),
    "dash": ("colon", "sort", "name"),
    "apart": ("colon", "sort", "name"),
    "space": ("colon",),
}


class _Opening(NamedTuple):
    """How a credit is set off from what stands before it, and where it begins in the line's tail."""

    kind: str
    start: int


def credit_start(line: str) -> int | None:
    """Where the credit at the end of a line begins, or None where it has none; 0 where the line is only a credit."""
    cut = max(0, len(line) - _WINDOW)
    tail = line[cut:]
    lowered = tail.lower()
    if not any(word in lowered for word in _WORDS_FOR_PICTURES):
        return None
    for match in _MEDIUM.finditer(tail):
        opening = _opening(tail, match.start(), cut == 0)
        if opening and _is_credit(tail, match, opening):
            return cut + opening.start
    return None


def glued_credit(line: str) -> tuple[int, int] | None:
    """Start and end of a credit that runs into the next sentence without a space: ``- Ảnh: TTXVNĐoàn công tác …``."""
    if "nh:" not in line and "NH:" not in line and "eo:" not in line and "EO:" not in line:
        return None
    match = _GLUED.search(line)
    return match and (match.end() - len(match[0].lstrip()), match.end())


def names_picture(line: str) -> bool:
    """True for a line that opens by saying that it tells of a film or picture: ``Video: Lễ đón tại sân bay``."""
    match = _MEDIUM.match(line)
    return match is not None and line[match.end() :].lstrip().startswith(":")


def _opening(tail: str, at: int, whole: bool) -> _Opening | None:
    before = tail[:at].rstrip()
    gap = at - len(before)
    if not before:
        return _Opening("start", 0) if whole else None
    if before[-1] in "([":
        return _Opening("bracket", len(before) - 1)
    if before[-1] in "-–—|/" and (gap or before[-2:-1].isspace()):
        return _Opening("dash", len(before) - 1)
    if not tail[at].isupper() and not tail[at:].partition(":")[2].strip(" .").isupper():
        return None
    if before[-1] in ".!?…”\"')]" or gap > 1 or "\t" in tail[len(before) : at]:
        return _Opening("apart", at)
    return _Opening("space", at) if gap and not tail[at:].startswith(("Nguồn:", "Tranh", "Hình:")) else None


def _is_credit(tail: str, match: re.Match[str], opening: _Opening) -> bool:
    after = _AFTER.match(tail, match.end())
    if after is None or after.lastgroup not in _ALLOWED[opening.kind] or len(tail) - match.end() > _LONGEST:
        return False
    rest = tail[after.end() if after["sort"] else match.end() :]
    if opening.kind == "bracket":
        closing = max(rest.rfind(")"), rest.rfind("]"))
        return closing < 0 or not rest[closing + 1 :].strip(' .\u00a0”"')
    return opening.kind != "start" or _is_short(rest, match[0].lower())


def _is_short(rest: str, medium: str) -> bool:
    """A line of its own credits someone; a longer one tells what the picture shows, and a film's nearly always does."""
    words = rest.strip(" :.").split()
    named = sum(w[0].isupper() or not w[0].isalpha() for w in words)
    if medium in _MOVING:
        return len(words) <= _FEW_WORDS or named == len(words)
    return len(words) <= _WORDS and ":" not in rest.lstrip(" :") and not _APPOSITION.search(rest)
