"""Titles said of somebody with a verb: "được bầu làm ...", "là ...", "bổ nhiệm chức vụ ... đối với ..."."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.people.asides import goes_on, is_replaced, later_subject, lead, opens_aside, sums_up
from pipeline.extract.people.scene import Scene
from pipeline.extract.people.stage import Held, Stage, back_over_words, before_bracket, chains, clause_end, over_term
from pipeline.extract.people.titles import Title

_FARTHEST = 60
_OBJECT = 16
_DIRECT = ("là", "làm", "nguyên", "hiện", "vốn", "trên", "với", "trong", "ở")
_IN_ROLE = ("với", "trên", "trong", "ở")
_VAGUE = ("lãnh đạo", "nhà lãnh đạo", "quan chức", "quan chức cấp cao", "phu nhân", "phu quân")
_PARTS = ("người đứng đầu", "trưởng đoàn", "phó trưởng đoàn", "phó đoàn", "đại diện", "thành viên", "ủy viên")
_MEANT = ("chức", "vụ", "danh", "sung", "nhiệm", "bầu", "chuẩn")
_LOST = ("thôi", "mất")
_SKIPPED = (":",)
_APPOINTING = ("động", "định", "nhiệm", "bầu", "cử", "thiệu", "chọn", "công")


def predicated(stage: Stage, held: Sequence[Held], spoken: dict[int, int]) -> list[Held]:
    """Titles that a verb gives to its subject or object. ``spoken``: token of a pronoun that opens a sentence -> the
    mention that it stands for."""
    done = {h.title for h in held}
    given: list[Held] = []
    last, who = -1, list[int]()
    for chain in chains(stage):
        chain = [t for t in chain if t not in done] if chain[0] not in done else []
        if not chain:
            continue
        start = stage.titles[chain[0]].start
        if not (who and goes_on(stage, last, start)):
            who = _holders(stage, chain, spoken)
        last = stage.titles[chain[-1]].end
        given += [Held(t, m, "predicate") for t in chain if not _is_vague(stage.scene, stage.titles[t]) for m in who]
    return [*given, *_replaced(stage, [*held, *given])]


def _replaced(stage: Stage, held: Sequence[Held]) -> list[Held]:
    """Who held an office before: "... giữ chức Trưởng ban Dân nguyện thay (cho) ông X"."""
    keys, honorifics = stage.scene.keys, stage.scene.lexicon.honorifics
    found: list[Held] = []
    for title in sorted({h.title for h in held if h.rule == "predicate"}):
        at = over_term(stage, stage.titles[title].end)
        if keys[at] == "thay":
            at += 2 if keys[at + 1] in ("cho", "thế") else 1
            mention = stage.name_from.get(at + honorifics.match(keys, at))
            found += [Held(title, mention, "replaced")] if mention is not None else []
    return found


def _is_vague(scene: Scene, title: Title) -> bool:
    """True for what is no office when a verb gives it: "lãnh đạo ...", "làm trưởng đoàn"."""
    is_bare = title.end == title.head_end
    if title.head == "người đứng đầu" and not any(i in scene.held for i in range(title.head_end, title.end)):
        return True
    return title.head in _VAGUE or (is_bare and title.head in _PARTS)


def _holders(stage: Stage, chain: list[int], spoken: dict[int, int]) -> list[int]:
    start, end = stage.titles[chain[0]].start, stage.titles[chain[-1]].end
    words = stage.scene.keys[max(0, start - 3) : start]
    if any(w in _MEANT for w in words) and not any(w in _LOST for w in words):
        objects = _objects(stage, end)
        if objects:
            return objects
    if stage.scene.keys[start - 1] == ";" and (born := _born(stage, start)) is not None:
        return [born]
    verb = verb_before(stage.scene, back_over_words(stage, start))
    if verb is None and (summed := sums_up(stage, start)) is not None:
        return [summed]
    if verb is None or "nếu" in stage.scene.keys[max(0, verb - 3) : verb]:
        return []
    if stage.scene.keys[verb - 1] == ";" and (born := _born(stage, verb)) is not None:
        return [born]
    subject = later_subject(stage, verb, end, spoken) if opens_aside(stage, verb) else None
    subject = _subject(stage, verb, spoken) if subject is None else subject
    if subject is None:
        return []
    before = _last_named(stage, lead(stage, subject), _FARTHEST, spoken) if is_replaced(stage, subject) else None
    return _together(stage, subject) if before is None else [before, subject]


def _together(stage: Stage, subject: int) -> list[int]:
    """A subject and those named before it with nothing but commas, "và" and honorifics between."""
    members = [subject]
    keys, honorifics = stage.scene.keys, stage.scene.lexicon.honorifics
    at = stage.found[subject].start
    while True:
        at -= next((n for n in (2, 1) if honorifics.has(keys, at - n, at)), 0)
        link = at - 1
        if keys[link] not in (",", "và") or link not in stage.name_to:
            return members
        members.insert(0, stage.name_to[link])
        at = stage.found[members[0]].start


def _objects(stage: Stage, at: int) -> list[int]:
    """Those for whom an office is meant: "... chức vụ X (, nhiệm kỳ ...) đối với ông A và bà B"."""
    keys = stage.scene.keys
    stop = clause_end(stage.scene, at)
    towards = next((i for i in range(at, min(at + _OBJECT, stop)) if keys[i : i + 2] == ["đối", "với"]), None)
    if towards is None:
        return _one_object(stage, at)
    stop = next((i for i in range(towards, stop) if keys[i] == ";"), stop)
    return stage.mentions_in(towards + 1, min(stop, towards + _FARTHEST))


def _born(stage: Stage, at: int) -> int | None:
    """Whose life a sentence tells: "Ông X sinh năm 1953, quê ...; Ủy viên ...; đại biểu ..."."""
    for i in range(at, max(0, at - _FARTHEST), -1):
        if stage.scene.tokens[i - 1].kind == "break" or stage.scene.tokens[i - 1].text == ".":
            return None
        if i in stage.name_to and {"sinh", "tuổi"} & set(stage.scene.keys[i : i + 4]):
            return stage.name_to[i]
    return None


def _one_object(stage: Stage, at: int) -> list[int]:
    """The one for whom an office is meant: "miễn nhiệm chức vụ X với ông A"."""
    keys, honorifics = stage.scene.keys, stage.scene.lexicon.honorifics
    at = over_term(stage, at)
    if keys[at] not in ("với", "của", "cho"):
        return []
    mention = stage.name_from.get(at + 1 + honorifics.match(keys, at + 1))
    return [] if mention is None else [mention]


def verb_before(scene: Scene, at: int) -> int | None:
    """The first token of the longest verb of office that ends right before ``at``."""
    while scene.keys[at - 1] in _SKIPPED and scene.lexicon.predicates.match(scene.keys, at - 1) != 1:
        at -= 1
    for size in range(6, 0, -1):
        if at - size > 0 and scene.lexicon.predicates.has(scene.keys, at - size, at):
            return at - size
    return None


def _is_appointed(stage: Stage, verb: int) -> bool:
    """True for "làm" that goes with a verb of appointing some words before: "bổ nhiệm ông X - ... - làm ..."."""
    first = verb
    while first > max(1, verb - _FARTHEST) and stage.scene.tokens[first - 1].kind != "break":
        first -= 1
        if stage.scene.tokens[first].text in (".", ";"):
            return False
        if stage.scene.keys[first] in _APPOINTING and stage.scene.keys[verb] == "làm":
            return True
    return False


def _follows_title(stage: Stage, verb: int) -> bool:
    """True where a title ends right before the verb: "ông X, Phó Vụ trưởng Vụ I, là Trưởng đoàn"."""
    before = verb - (stage.scene.tokens[verb - 1].kind == "mark")
    return before in stage.title_to


def _is_agent(stage: Stage, mention: int) -> bool:
    """True for who acts on another: "được ông X chọn làm ..."."""
    start = stage.found[mention].start
    for i in range(start - 1, max(0, start - 8), -1):
        if stage.scene.tokens[i].kind in ("mark", "break") or stage.scene.keys[i] == "gồm":
            return False
        if stage.scene.keys[i] == "được":
            return True
    return False


def _subject(stage: Stage, verb: int, spoken: dict[int, int]) -> int | None:
    """The mention that a verb at ``verb`` is said of: the nearest before it in the sentence, at once for "là"."""
    near = stage.scene.keys[verb] in _DIRECT and not (_is_appointed(stage, verb) or _follows_title(stage, verb))
    at = before_bracket(stage.scene, verb)
    while near and stage.scene.keys[at - 1] in ("từng", "hiện", "đang", "cũng", "vốn", "nay", ","):
        at -= 1
    if near and stage.scene.keys[at - 1] == "tuổi" and stage.scene.tokens[at - 2].kind == "number":
        at -= 3 if stage.scene.tokens[at - 3].kind == "mark" else 2
    found = _last_named(stage, at, 2 if near else _FARTHEST, spoken)
    return _only_one(stage, at) if found is None and stage.scene.keys[verb] in _IN_ROLE else found


def _only_one(stage: Stage, at: int) -> int | None:
    """The one person whom a sentence names before ``at``: "Ông X được bầu lại trong vai trò ..."."""
    begin = at
    while stage.scene.tokens[begin - 1].kind != "break" and stage.scene.tokens[begin - 1].text not in (".", ";"):
        begin -= 1
    inside = stage.mentions_in(begin, at)
    return inside[0] if len({stage.found[i].who for i in inside}) == 1 else None


def _last_named(stage: Stage, at: int, reach: int, spoken: dict[int, int]) -> int | None:
    """The last mention that ends at most ``reach`` tokens before ``at`` in its sentence, and acts on nobody else."""
    for i in range(at, max(0, at - reach), -1):
        called = stage.scene.lexicon.honorific_values.get(" ".join(stage.scene.keys[i - 2 : i]))
        if called is not None and called.many:
            return None
        if i in stage.name_to and (is_replaced(stage, stage.name_to[i]) or not _is_agent(stage, stage.name_to[i])):
            return stage.name_to[i]
        if i - 1 in spoken and i <= at:
            return spoken[i - 1]
        if stage.scene.tokens[i - 1].kind == "break" or stage.scene.tokens[i - 1].text in (".", "!", "?", ";"):
            return None
    return None
