"""A title said once of a list: "các Ủy viên Bộ Chính trị: A, ...; B, ...", "4 Phó chủ tịch, gồm: bà A, ông B"."""

from __future__ import annotations

from pipeline.extract.people.stage import Held, Stage, clause_end
from pipeline.extract.people.titles import Title

_LEADS = ("gồm", ":", "(")
_BETWEEN = (",", ":", "gồm", "là", "có", "(", "như", "sau", "các", "ông", "bà", "đồng", "chí", "còn", "lại")
_BREAKING = ("các", "cùng", "thay")
_FEWEST, _MOST = 3, 60
_BACK, _AHEAD = 100, 20


def listed(stage: Stage, index: int) -> list[Held]:
    """Title ``index`` given to each of the list that follows it in its sentence."""
    title = stage.titles[index]
    if not title.many:
        return []
    at, keys = title.end, stage.scene.keys
    while keys[at] in _BETWEEN:
        at += 1
    is_led = bool(set(_LEADS) & set(keys[title.end : at]))
    members = _alike(stage, at) if is_led else _counted(stage, title)
    return [Held(_in_full(stage, index), m, "listed") for m in members]


def _alike(stage: Stage, at: int) -> list[int]:
    """The members of a list up to "các ..." or to one who is addressed where the first was not."""
    honorifics, keys = stage.scene.lexicon.honorifics, stage.scene.keys
    addressed = any(honorifics.has(keys, at - n, at) for n in (1, 2))
    kept: list[int] = []
    for mention in stage.mentions_in(at, clause_end(stage.scene, at)):
        start = stage.found[mention].start
        own = any(honorifics.has(keys, start - n, start) for n in (1, 2))
        if any(k in _BREAKING for k in keys[at:start]) or (own and not addressed):
            break
        kept.append(mention)
        at = start
    return kept


def _counted(stage: Stage, title: Title) -> list[int]:
    """Those of "19 ủy viên Bộ Chính trị ... có 7 người nhận nhiệm vụ mới: A, B ...": a list later in the sentence, no
    longer than the number says."""
    count = stage.scene.tokens[title.start - 1].text
    stop = clause_end(stage.scene, title.end)
    lead = next((i for i in range(title.end, stop) if stage.scene.keys[i] in _LEADS[:2]), None)
    if lead is None or not count.isdecimal() or _has_another(stage, title.end, lead):
        return []
    members = stage.mentions_in(title.end, stop)
    return members if _FEWEST <= len(members) <= min(int(count), _MOST) else []


def _has_another(stage: Stage, start: int, stop: int) -> bool:
    inside = (stage.title_from[i] for i in range(start, stop) if i in stage.title_from)
    return any(stage.titles[i].many for i in inside)


def _in_full(stage: Stage, index: int) -> int:
    """The title itself, or for "11 ủy viên còn lại" the last plural title before, else the next, that says of
    what."""
    title = stage.titles[index]
    if title.end > title.head_end:
        return index
    ahead = range(index + 1, min(len(stage.titles), index + _AHEAD)) if title.kind == "office" else ()
    fuller = (
        i
        for i in (*range(index - 1, max(-1, index - _BACK), -1), *ahead)
        if stage.titles[i].many and stage.titles[i].head == title.head
    )
    return next((i for i in fuller if stage.titles[i].end > stage.titles[i].head_end), index)
