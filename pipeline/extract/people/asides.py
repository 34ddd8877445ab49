"""Offices named in an aside: "khi đang giữ chức ...", "với cương vị ..." before or after the one who held them."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.extract.people.scene import DASHES
from pipeline.extract.people.stage import Stage, clause_end

_INNER = frozenset(
    ["đang", "còn", "được", "mới", "vẫn", "giữ", "làm", "là", "bổ", "nhiệm", "cử", "đương", "chức", "đảm", "nhận"]
)
_OPENERS = (["khi"], ["lúc"], ["thời"], ["thời", "gian"], ["thời", "kỳ"], ["quá", "trình"], ["giai", "đoạn"])
_AS = ("với", "trên", "ở", "trong")
_MERE = ("là", "làm")
_STARTS = (".", "!", "?", ":", '"', "“")
_MOST_INNER = 5
_FARTHEST_ITEM, _SUMMED, _FAR_BACK = 30, 10, 90
_FARTHEST = 45


def opens_aside(stage: Stage, verb: int) -> bool:
    """True where the verb of office at ``verb`` opens an aside: after "khi đang", "trong thời gian", or first in its
    sentence ("Từng là ...", "Với cương vị ...")."""
    keys, before = stage.scene.keys, stage.scene.tokens[verb - 1]
    if before.text in DASHES:
        before = stage.scene.tokens[verb - 2]
    if before.kind == "break" or before.text in _STARTS:
        return True
    if keys[verb] in _AS and before.text == "," and verb - 1 not in stage.name_to:
        return True
    lowest = max(1, verb - _MOST_INNER)
    at = verb
    while at > lowest and keys[at - 1] in _INNER:
        at -= 1
    return any(keys[at - len(words) : at] == words for words in _OPENERS)


def later_subject(stage: Stage, verb: int, at: int, spoken: Mapping[int, int]) -> int | None:
    """The first mention after ``at`` that opens the main clause: past a comma (after a mere "là" the first), honorific
    and titles skipped."""
    stop = min(clause_end(stage.scene, at), at + _FARTHEST)
    commas = [i for i in range(at, stop) if stage.scene.tokens[i].text == ","]
    for i in (comma + 1 for comma in (commas[:1] if stage.scene.keys[verb] in _MERE else commas)):
        if i in spoken:
            return spoken[i]
        start = i
        while start in stage.title_from:
            start = stage.titles[stage.title_from[start]].end
        mention = stage.name_from.get(start + stage.scene.lexicon.honorifics.match(stage.scene.keys, start))
        if mention is not None:
            return mention
    return None


def goes_on(stage: Stage, last: int, start: int) -> bool:
    """True where a list of offices that reached ``last`` goes on at ``start``: ";" before it, and nobody between."""
    tokens = stage.scene.tokens
    if tokens[start - 1].text != ";" or start - last > _FARTHEST_ITEM or stage.mentions_in(last, start):
        return False
    return all(tokens[i].kind != "break" and tokens[i].text != "." for i in range(last, start))


def sums_up(stage: Stage, start: int) -> int | None:
    """The one last named before offices that a bracket or "bao gồm" sums up: "các chức vụ trong Đảng (ủy viên ...)"."""
    keys = stage.scene.keys
    before = keys[max(0, start - _SUMMED) : start]
    if keys[start - 1] not in ("(", ":", "gồm", "là") or not any(
        before[i : i + 2] == ["chức", "vụ"] for i in range(len(before))
    ):
        return None
    named = stage.mentions_in(max(0, start - _FAR_BACK), start)
    return named[-1] if named else None


def lead(stage: Stage, mention: int) -> int:
    """The first token of a mention, its honorific taken in."""
    start = stage.found[mention].start
    return start - next(
        (n for n in (2, 1) if stage.scene.lexicon.honorifics.has(stage.scene.keys, start - n, start)), 0
    )


def is_replaced(stage: Stage, mention: int) -> bool:
    """True for the one who goes: "bà A thay bà B giữ chức ...", "người kế nhiệm bà B giữ chức ..."."""
    at, keys = lead(stage, mention), stage.scene.keys
    at -= keys[at - 1] in ("cho", "thế")
    return keys[at - 1] == "thay" or keys[at - 2 : at] == ["kế", "nhiệm"]
