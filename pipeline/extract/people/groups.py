"""Titles told of a whole group: "A, B và C đều là ủy viên ...", "13 nhân sự ... đều là ủy viên ...", whom later
sentences list."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.people.asides import lead
from pipeline.extract.people.predicates import verb_before
from pipeline.extract.people.stage import Held, Stage, back_over_words, before_bracket, chains, clause_end, over_term

_ALIKE = ("đều", "cùng")
_OF_TIME = ("từng", "đang", "hiện", "đương", "cũng", "đã", "được", "vẫn", "sẽ")
# "cuối cùng là", "ngoài cùng là": the last, no group.
_OUTERMOST = ("cuối", "ngoài", "trong", "trên", "dưới", "bìa", "sau", "tận", "hàng")
_NUMBERS = ("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_PLURAL = ("các", "những", "cả", "tất", "toàn")
_GROUPS = ("nhân", "ứng", "người", "ông", "bà", "đồng", "vị", "cá", "cán", "thành", "gương", "chủ", "đại")
_OPENERS = (*_PLURAL, *_NUMBERS, "số", "đó", "họ", "cụ", "danh", "trong", "gồm", "theo", "còn")
_LEADS = ("gồm", ":", "là")
_BESIDE = (*_LEADS, ";", ",", "và", "cùng", "ông", "bà", "chí")
_OFFERED = ("bầu", "chức", "danh", "làm", "vào", "trí", "vụ", "nhiệm")
_STOPS = (".", "!", "?")
_FAR, _SUBJECT, _UNNAMED, _SENTENCES = 120, 40, 2, 8


def grouped(stage: Stage, taken: frozenset[int]) -> list[Held]:
    """The titles that a statement gives to a group: to those listed before it in its sentence, to as many as the
    sentence before names, or else to those whom the sentences after it list. ``taken``: titles held already."""
    given: list[Held] = []
    for chain in chains(stage):
        if not taken.isdisjoint(chain):
            continue
        verb = _statement(stage, chain[0])
        members = _announced(stage, chain)
        given += [Held(t, m, "grouped") for t in chain for m in members]
        if members or verb is None or not any(stage.titles[t].end > stage.titles[t].head_end for t in chain):
            continue
        begin = _sentence_start(stage, verb)
        members = _before(stage, begin, verb)
        if not members and not stage.mentions_in(begin, clause_end(stage.scene, verb)):
            members = _after(stage, begin, verb)
            chain = [*_offered(stage, begin, verb), *chain]
        given += [Held(t, m, "grouped") for t in chain for m in members]
    return given


def _statement(stage: Stage, title: int) -> int | None:
    """The token "đều" or "cùng" where a verb of office after it gives ``title``; None where none does."""
    keys, scene = stage.scene.keys, stage.scene
    start = back_over_words(stage, stage.titles[title].start)
    start -= keys[start - 1] in ("các", "những")
    verb = verb_before(scene, start)
    if verb is None:
        return None
    while keys[verb] not in _ALIKE and keys[verb - 1] in _OF_TIME:
        verb -= 1
    at = verb if keys[verb] in _ALIKE else verb - 1
    at -= keys[at - 1] in _ALIKE
    return at if keys[at] in _ALIKE and keys[at - 1] not in _OUTERMOST else None


def _announced(stage: Stage, chain: list[int]) -> list[int]:
    """Those listed right after an office that a verb gives to a plural subject or object without names: "Các ông bà sau
    đây được bầu làm X: ông A, bà B", "bầu các đồng chí sau đây làm X gồm A và B"."""
    start, end = stage.titles[chain[0]].start, over_term(stage, stage.titles[chain[-1]].end)
    verb = verb_before(stage.scene, start)
    if verb is None or stage.scene.keys[end] not in _LEADS[:2]:
        return []
    begin, stop = _sentence_start(stage, verb), clause_end(stage.scene, end)
    if stage.mentions_in(begin, end) or not _is_group(stage, begin, verb):
        return []
    named = stage.mentions_in(end, stop)
    addressed = bool(named) and lead(stage, named[0]) < stage.found[named[0]].start
    members = [m for m in named if _is_member(stage, m, addressed)]
    return members if len(members) > 1 and members[0] == named[0] else []


def _sentence_start(stage: Stage, at: int) -> int:
    lowest = max(1, at - _FAR)
    while at > lowest and stage.scene.tokens[at - 1].kind != "break" and stage.scene.tokens[at - 1].text not in _STOPS:
        at -= 1
    return at


def _before(stage: Stage, begin: int, verb: int) -> list[int]:
    """Those joined right before the statement, or where it says "cả hai", the two whom its sentence or else the one
    before names."""
    keys = stage.scene.keys
    at = verb
    while at > begin and (keys[at - 1] in (*_NUMBERS, "cả", "ông", "bà", "người", "này", "tất")):
        at -= 1
    said = [_NUMBERS.index(k) + 2 for k in keys[at:verb] if k in _NUMBERS]
    at = at - 1 if keys[at - 1] in (",", "-", "–", "(") else at
    joined = _joined(stage, at)
    if len(joined) > 1:
        return joined
    if not said:
        said = [
            _NUMBERS.index(keys[i + 1]) + 2
            for i in range(begin, verb - 1)
            if keys[i] == "cả" and keys[i + 1] in _NUMBERS
        ]
    return _exactly(stage, begin, verb, said[0]) if said else []


def _exactly(stage: Stage, begin: int, verb: int, count: int) -> list[int]:
    """The people of the sentence, or of the one before it, where they are ``count``."""
    before = _sentence_start(stage, max(1, begin - 1))
    for start, stop in ((begin, verb), (before, begin)):
        named = {stage.found[m].who: m for m in reversed(stage.mentions_in(start, stop))}
        if named:
            return sorted(named.values()) if len(named) == count else []
    return []


def _joined(stage: Stage, at: int) -> list[int]:
    """Those named before ``at`` with nothing but brackets, commas, "và" and honorifics between, in text order."""
    keys, members = stage.scene.keys, list[int]()
    while (end := before_bracket(stage.scene, at)) in stage.name_to:
        members.insert(0, stage.name_to[end])
        at = lead(stage, members[0])
        if keys[at - 1] not in (",", "và", ";", "cùng"):
            break
        at -= 2 if keys[at - 2 : at] == [",", "và"] else 1
    return members


def _offered(stage: Stage, begin: int, verb: int) -> list[int]:
    """The office for which the group is put up: "các nhân sự được bầu giữ chức X đều là ..."."""
    inside = [stage.title_from[i] for i in range(begin, verb) if i in stage.title_from]
    return [t for t in inside[-1:] if stage.scene.keys[stage.titles[t].start - 1] in _OFFERED]


def _after(stage: Stage, begin: int, verb: int) -> list[int]:
    """Those whom the sentences after a statement list, where its subject is a group of people."""
    if not _is_group(stage, begin, verb):
        return []
    members: list[int] = []
    unnamed, short = 0, 0
    for start, stop in _sentences(stage, clause_end(stage.scene, verb)):
        listed = _listed(stage, start, stop, short > 0)
        unnamed += not stage.mentions_in(start, stop)
        if not listed and (members or unnamed > _UNNAMED or stage.mentions_in(start, stop)):
            return members
        members += listed
        short = (_count(stage, start) if _count(stage, start) else short) - len(listed)
    return members


def _is_group(stage: Stage, begin: int, verb: int) -> bool:
    """True for "Các nhân sự ...", "8 ứng viên ...", "Nhân sự ... có 13 người,"."""
    keys, tokens = stage.scene.keys, stage.scene.tokens
    for i in range(max(begin, verb - _SUBJECT), verb):
        if keys[i] == "cả" and keys[i + 1] in _NUMBERS:
            return True
        if keys[i + 1] in _GROUPS and (keys[i] in _PLURAL or keys[i] in _NUMBERS or tokens[i].kind == "number"):
            return True
    return False


def _sentences(stage: Stage, at: int) -> Iterator[tuple[int, int]]:
    """The next sentences from the one that ends at ``at``, as tokens ``[start, stop)``."""
    last = len(stage.scene.tokens) - 1
    for _ in range(_SENTENCES):
        while at < last and (stage.scene.tokens[at].kind == "break" or stage.scene.tokens[at].text in _STOPS):
            at += 1
        if at >= last:
            return
        stop = clause_end(stage.scene, at)
        yield at, stop
        at = stop


def _count(stage: Stage, at: int) -> int:
    """How many a sentence that opens at ``at`` says it lists; 0 where it does not say."""
    token = stage.scene.tokens[at]
    if token.key in _NUMBERS:
        return _NUMBERS.index(token.key) + 2
    return int(token.text) if token.kind == "number" and token.text.isdecimal() and len(token.text) < 4 else 0


def _listed(stage: Stage, start: int, stop: int, is_short: bool) -> list[int]:
    """The members that a sentence lists after "gồm", ":" or "là"; where a list before ``is_short`` of those that it
    said, the one who opens the sentence."""
    keys = stage.scene.keys
    named = stage.mentions_in(start, stop)
    if not named:
        return []
    first = lead(stage, named[0])
    if first == start:
        return named[:1] if is_short and first < stage.found[named[0]].start else []
    opens = keys[start] in _OPENERS or stage.scene.tokens[start].kind == "number"
    if not opens or not set(_LEADS) & set(keys[start:first]) or keys[first - 1] not in _BESIDE:
        return []
    addressed = first < stage.found[named[0]].start
    return [m for m in named if _is_member(stage, m, addressed)]


def _is_member(stage: Stage, mention: int, addressed: bool) -> bool:
    first = lead(stage, mention)
    own = first < stage.found[mention].start
    return own == addressed and stage.scene.keys[first - 1] in _BESIDE
