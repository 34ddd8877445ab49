"""Which title stands by whom: right before the name, after it in apposition, or before a list that shares it."""

from __future__ import annotations

from pipeline.extract.people.asides import opens_aside
from pipeline.extract.people.lists import listed
from pipeline.extract.people.predicates import verb_before
from pipeline.extract.people.scene import DASHES, over_bracket
from pipeline.extract.people.stage import (
    Held,
    Stage,
    back_over_words,
    before_bracket,
    chains,
    over_term,
)
from pipeline.extract.people.titles import Title

_OF_OFFICE = ("military", "rank", "academic", "occupation", "clergy", "member")
_SHARED = (
    "ủy viên",
    "phó",
    "bí thư",
    "thứ trưởng",
    "đại biểu",
    "thành viên",
    "thường trực",
    "nghị sĩ",
    "thượng nghị sĩ",
)
# Heads of state and of government hold no second office: "... của Thủ tướng, đại biểu X" speaks of two.
_ALONE = ("thủ tướng", "thủ tướng chính phủ", "tổng thống")
# Offices to be filled or left, named before somebody's own: "nhân sự Phó Chủ tịch Hội đồng, Chủ tịch Quốc hội X".
_MEANT = (
    ["nhân", "sự"],
    ["chức", "danh"],
    ["chức", "vụ"],
    ["bầu"],
    ["phê", "chuẩn"],
    ["miễn", "nhiệm"],
    ["bãi", "nhiệm"],
)
_NEAR = 45
_SERVING = ("cố vấn", "trợ lý", "thư ký", "đặc phái viên", "phái viên", "đặc sứ", "người phát ngôn", "phát ngôn viên")
# Others who belong to somebody: "gia đình ông X".
_OTHERS = (["chính", "quyền"], ["gia", "đình"], ["người", "thân"])
_ON_BEHALF = (["thừa", "ủy", "quyền", "của"], ["thay", "mặt"], ["thừa", "lệnh"], ["trở", "thành"])


def attach(stage: Stage) -> list[Held]:
    """Every title that stands by a name, in text order."""
    held: list[Held] = []
    leads: dict[int, str] = {}
    for chain in chains(stage):
        given = _of_chain(stage, chain, leads)
        held += given
        leads |= {h.mention: stage.titles[h.title].kind for h in given if h.rule == "before"}
    return without_conflicts(stage, held)


def _of_chain(stage: Stage, chain: list[int], leads: dict[int, str]) -> list[Held]:
    first, last = stage.titles[chain[0]], stage.titles[chain[-1]]
    before, mark = name_before(stage, first.start)
    after = next_name(stage, last.end, before is None and _stands_alone(stage, chain), not _is_empty(last))
    if after is None and before is None and _stands_alone(stage, chain):
        after = stage.name_from.get(last.end + 1) if stage.scene.keys[last.end] == "," else None
    if before is not None and (mark == "(" or after is None):
        return [Held(t, before, "apposed") for t in chain]
    if after is None:
        return listed(stage, chain[-1])
    if last.many and last.end == last.head_end and last.head in ("lãnh đạo", "nhà lãnh đạo"):
        return []
    own = [] if before is not None and _serves_another(stage, last) else _own(stage, chain, before, leads)
    given = [Held(t, before, "apposed") for t in chain if t not in own and before is not None]
    shares = last.many or (last.kind == "occupation" and chain[-1] in own)
    sharers = [after, *_sharers(stage, after, last.many)] if shares else [after]
    return given + [Held(t, mention, "before") for t in own for mention in sharers]


def _is_said(stage: Stage, start: int) -> bool:
    """True where a verb of office gives the title at ``start`` to its subject: "nhân dịp ông X được bầu làm A, B Y"."""
    verb = verb_before(stage.scene, back_over_words(stage, start))
    return verb is not None and not opens_aside(stage, verb) and bool(stage.mentions_in(max(0, verb - _NEAR), verb))


def _serves_another(stage: Stage, title: Title) -> bool:
    """True for "cố vấn Thủ tướng X" said of somebody named before: X is the prime minister."""
    return title.head in _SERVING and stage.scene.heads.get(title.head_end, title.end) < title.end


def _stands_alone(stage: Stage, chain: list[int]) -> bool:
    """True where a title with its body may be set apart from the name by a comma: not "... của Thủ tướng, ông X"."""
    first, last = stage.titles[chain[0]], stage.titles[chain[-1]]
    before = stage.scene.keys[first.start - 1]
    return not last.many and last.end > last.head_end and before not in ("của", "với", "chức", "làm", "là")


def _own(stage: Stage, chain: list[int], before: int | None, leads: dict[int, str]) -> list[int]:
    """The titles of a chain that belong to the name after it. Between two names: all where the first has an office
    before it, else the last alone. Of "thừa ủy quyền của Thủ tướng, Bộ trưởng X" the first is another's."""
    if before is not None:
        has_office = before in leads and leads[before] not in _OF_OFFICE
        return chain if has_office else chain[-1:]
    start, keys = stage.titles[chain[0]].start, stage.scene.keys
    if len(chain) > 1 and stage.titles[chain[-1]].kind not in _OF_OFFICE and _is_said(stage, start):
        return chain[1:]
    if any(keys[start - len(words) : start] == words for words in _MEANT):
        return chain[-1:]
    is_proxy = any(keys[start - len(words) : start] == words for words in _ON_BEHALF)
    chain = chain[1:] if is_proxy and len(chain) > 1 else chain
    return [t for t in chain[:-1] if stage.titles[t].head not in _ALONE] + chain[-1:]


def _is_empty(title: Title) -> bool:
    return title.end == title.head_end and title.head in ("thành viên", "ứng viên", "ứng cử viên")


def next_name(stage: Stage, at: int, over_comma: bool, over_being: bool) -> int | None:
    """The mention after a title that ends before ``at``: at once, after an honorific, or after "(...)"; where
    ``over_comma``, after a comma and an honorific too ("Chủ tịch Ủy ban Đối ngoại, ông X"); where ``over_being``,
    after "là"."""
    keys = stage.scene.keys
    if keys[at - 2 : at] in _OTHERS:
        return None
    at = over_bracket(stage.scene, over_term(stage, at))
    at = _over_being(stage, at) if over_being else at
    if over_comma and keys[at] in DASHES and at + 1 in stage.name_from:
        at += 1
    if over_comma and keys[at] == "," and stage.scene.lexicon.honorifics.match(keys, at + 1):
        at += 1
    at += stage.scene.lexicon.honorifics.match(keys, at)
    return stage.name_from.get(at)


def _over_being(stage: Stage, at: int) -> int:
    """``at`` moved on over "là", and "của ông X" before it: "người phát ngôn của ông X là Y"."""
    keys, honorifics = stage.scene.keys, stage.scene.lexicon.honorifics
    owner = stage.name_from.get(at + 1 + honorifics.match(keys, at + 1)) if keys[at] == "của" else None
    is_at = at if owner is None else stage.found[owner].end
    return is_at + 1 if keys[is_at] == "là" else at


def _before_age(stage: Stage, at: int) -> int:
    """``at`` moved back over ", 60 tuổi" and "- 60 tuổi"."""
    keys = stage.scene.keys
    is_age = keys[at - 1] == "tuổi" and stage.scene.tokens[at - 2].kind == "number"
    return at - 3 if is_age and stage.scene.tokens[at - 3].kind == "mark" else at


def name_before(stage: Stage, at: int) -> tuple[int | None, str]:
    """The mention before a title with one mark between, and the mark."""
    is_one = stage.scene.keys[at - 1] == "một" and stage.scene.keys[at] not in ("quan", "cựu")
    at = back_over_words(stage, at - is_one)
    mark = stage.scene.tokens[at - 1].text
    if mark in ("(", ",", *DASHES):
        end = before_bracket(stage.scene, _before_age(stage, at - 1))
        return stage.name_to.get(end), mark
    if at in stage.name_to and stage.scene.tokens[at].kind == "cap":
        return stage.name_to[at], mark
    return None, ""


def _sharers(stage: Stage, mention: int, many: bool) -> list[int]:
    """The mentions that share a title with ``mention``: ", B, C và D" with nothing else between; where not ``many``,
    three or more of them that are addressed in no way ("ca sĩ A, B, C")."""
    shared: list[int] = []
    honorifics, keys = stage.scene.lexicon.honorifics, stage.scene.keys
    at = stage.found[mention].end
    while True:
        step = at + (keys[at] in (",", "và", "cùng"))
        step += keys[step] == "và"
        follower = stage.name_from.get(step + honorifics.match(keys, step))
        if step == at or follower is None or not (many or step in stage.name_from):
            return shared if many or len(shared) > 1 else []
        shared.append(follower)
        at = stage.found[follower].end


def without_conflicts(stage: Stage, held: list[Held]) -> list[Held]:
    """Drop an apposed title that stands directly before another's name elsewhere: "... với ông A, Tổng thống Nga
    cho biết" speaks of the president."""
    owners: dict[tuple[str, ...], int] = {}
    for h in held:
        if h.rule == "before":
            owners.setdefault(title_words(stage, h.title), stage.found[h.mention].who)
    return [h for h in held if h.rule == "before" or not (_is_anothers(stage, h, owners) or _is_vague(stage, h))]


def _is_vague(stage: Stage, held: Held) -> bool:
    title = stage.titles[held.title]
    if title.head in ("lãnh đạo", "nhà lãnh đạo") and title.head_end in stage.scene.places:
        return stage.scene.tokens[title.end].kind not in ("mark", "break")
    return title.head in ("lãnh đạo", "nhà lãnh đạo", "phu nhân", "phu quân")


def _is_anothers(stage: Stage, held: Held, owners: dict[tuple[str, ...], int]) -> bool:
    words, who = title_words(stage, held.title), stage.found[held.mention].who
    if held.rule != "apposed" or stage.titles[held.title].kind in _OF_OFFICE or " ".join(words).startswith(_SHARED):
        return False
    same = [owner for key, owner in owners.items() if key[: len(words)] == words]
    return bool(same) and who not in same


def title_words(stage: Stage, title: int) -> tuple[str, ...]:
    """The folded words of a title, marks left out."""
    t = stage.titles[title]
    return tuple(
        k
        for k, token in zip(stage.scene.keys[t.start : t.end], stage.scene.tokens[t.start : t.end], strict=True)
        if token.kind != "mark"
    )
