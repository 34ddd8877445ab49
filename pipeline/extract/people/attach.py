"""Which title belongs to whom: before the name, after it in apposition, as a predicate, or shared by a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.people.link import Found
from pipeline.extract.people.scene import Scene
from pipeline.extract.people.titles import Title

_DASHES = ("-", "–", "—")
_SEPARATORS = (",", "/", *_DASHES)
_FARTHEST = 45
_MODIFIERS = ("tân", "đương", "kim", "vị")


@dataclass(frozen=True, slots=True)
class Held:
    """Title ``title`` (index) is given to the person of mention ``mention`` (index in the circle's mentions)."""

    title: int
    mention: int
    rule: str


@dataclass(frozen=True, slots=True)
class Stage:
    """What attaching needs: the scene, mentions and titles, each found by the token where it begins or ends."""

    scene: Scene
    found: Sequence[Found]
    titles: Sequence[Title]
    name_from: dict[int, int]
    name_to: dict[int, int]
    title_from: dict[int, int]


def build_stage(scene: Scene, found: Sequence[Found], titles: Sequence[Title]) -> Stage:
    """Index mentions and titles by their first and last tokens."""
    return Stage(
        scene,
        found,
        titles,
        {f.start: i for i, f in enumerate(found)},
        {f.end: i for i, f in enumerate(found)},
        {t.start: i for i, t in enumerate(titles)},
    )


def attach(stage: Stage) -> list[Held]:
    """Every title given to somebody, in text order."""
    held: list[Held] = []
    led: set[int] = set()
    for chain in chains(stage):
        held += _of_chain(stage, chain, led)
        led |= {h.mention for h in held if h.rule == "before"}
    return held


def chains(stage: Stage) -> Iterator[list[int]]:
    """Titles that follow one another with only a comma, a dash, "kiêm" or "và" between."""
    chain: list[int] = []
    for index, title in enumerate(stage.titles):
        if chain and _after_link(stage, stage.titles[chain[-1]].end) != title.start:
            yield chain
            chain = []
        chain.append(index)
    if chain:
        yield chain


def _after_link(stage: Stage, at: int) -> int:
    """The token after the marks and words that link two titles; ``at`` itself where none does."""
    start = at
    if stage.scene.tokens[at].text in _SEPARATORS:
        at += 1
    at += stage.scene.lexicon.links.match(stage.scene.keys, at)
    while stage.scene.keys[at] in _MODIFIERS:
        at += 1
    return at if at > start or at in stage.title_from else start


def _of_chain(stage: Stage, chain: list[int], led: set[int]) -> list[Held]:
    first, last = stage.titles[chain[0]], stage.titles[chain[-1]]
    after = next_name(stage, last.end)
    before, mark = name_before(stage, first.start)
    if before is not None and mark == "(":
        return [Held(t, before, "apposed") for t in chain]
    if after is not None:
        own = _own(stage, chain, before, led)
        given = [Held(t, before, "apposed") for t in chain if t not in own and before is not None]
        sharers = [after, *_sharers(stage, after)] if last.many else [after]
        return given + [Held(t, mention, "before") for t in own for mention in sharers]
    if before is not None:
        return [Held(t, before, "apposed") for t in chain]
    return _predicated(stage, chain) or _listed(stage, chain)


def _own(stage: Stage, chain: list[int], before: int | None, led: set[int]) -> list[int]:
    """The titles of a chain between two names that belong to the second: all where the first has its own before it
    (or nobody stands there), else the last alone."""
    if before is None or before in led:
        return chain
    return chain[-1:]


def next_name(stage: Stage, at: int) -> int | None:
    """The mention right after a title, an honorific skipped ("Thủ tướng, ông X" is not taken for it)."""
    at += stage.scene.lexicon.honorifics.match(stage.scene.keys, at)
    return stage.name_from.get(at)


def name_before(stage: Stage, at: int) -> tuple[int | None, str]:
    """The mention before a title with one mark between, and the mark."""
    while stage.scene.keys[at - 1] in _MODIFIERS:
        at -= 1
    mark = stage.scene.tokens[at - 1].text
    if mark in ("(", ",", *_DASHES):
        return stage.name_to.get(at - 1, stage.name_to.get(_over_bracket(stage, at - 1))), mark
    return None, ""


def _over_bracket(stage: Stage, at: int) -> int:
    """The token before "(...)" that ends right before ``at``; -1 where none does."""
    if stage.scene.tokens[at - 1].text != ")":
        return -1
    for i in range(at - 2, max(0, at - 16), -1):
        if stage.scene.tokens[i].text == "(":
            return i
    return -1


def _sharers(stage: Stage, mention: int) -> list[int]:
    """The mentions that share a plural title with ``mention``: ", B, C và D" with nothing else between."""
    shared: list[int] = []
    at = stage.found[mention].end
    while True:
        step = at + 1 if stage.scene.keys[at] in (",", "và", "cùng", "-") else at
        step += stage.scene.keys[step] == "và"
        follower = stage.name_from.get(step + stage.scene.lexicon.honorifics.match(stage.scene.keys, step))
        if step == at or follower is None:
            return shared
        shared.append(follower)
        at = stage.found[follower].end


def _listed(stage: Stage, chain: list[int]) -> list[Held]:
    """ "4 Phó chủ tịch Quốc hội, gồm: bà A, ông B": each of a list after a plural title."""
    title = stage.titles[chain[-1]]
    at = title.end
    keys = stage.scene.keys
    while keys[at] in (",", ":", "gồm", "là", "gồm:", "có", "("):
        at += 1
    first = next_name(stage, at) if at > title.end and title.many else None
    if first is None or not {"gồm", ":", "("} & set(keys[title.end : at]):
        return []
    return [Held(chain[-1], m, "listed") for m in (first, *_sharers(stage, first))]


def _predicated(stage: Stage, chain: list[int]) -> list[Held]:
    """ "ông X được bầu làm Chủ tịch ...": the last mention before the verb in the same sentence."""
    start = stage.titles[chain[0]].start
    size = next((n for n in range(6, 0, -1) if _is_predicate(stage.scene, start - n, n)), 0)
    if not size:
        return []
    verb = start - size
    subject = _subject(stage, verb)
    return [] if subject is None else [Held(t, subject, "predicate") for t in chain]


def _is_predicate(scene: Scene, at: int, size: int) -> bool:
    return at > 0 and scene.lexicon.predicates.match(scene.keys, at) == size


def _subject(stage: Stage, verb: int) -> int | None:
    """The mention that a verb at ``verb`` is said of."""
    direct = stage.scene.keys[verb] in ("là", "làm", "nguyên", "hiện", "vốn")
    for at in range(verb, max(0, verb - (2 if direct else _FARTHEST)), -1):
        if stage.scene.tokens[at].kind == "break" or stage.scene.tokens[at].text in ".!?;":
            return None
        if at in stage.name_to:
            return stage.name_to[at]
    return None
