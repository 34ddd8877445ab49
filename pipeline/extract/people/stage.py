"""What giving titles to people needs: a scene, its mentions and titles, and where each begins and ends."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.people.link import Found
from pipeline.extract.people.scene import BRACKET, DASHES, Scene, over_bracket
from pipeline.extract.people.titles import Title

_SEPARATORS = (",", "/", *DASHES)
_DROPPED = ("tân", "đương", "kim", "vị", "nữ")
# "cương vị", "chức vị": no word of respect.
_OF_RANK = ("cương", "chức", "tước", "địa", "học", "đơn", "ngôi", "danh")
_LONGEST_SENTENCE = 900


@dataclass(frozen=True, slots=True)
class Held:
    """Title ``title`` (index) is given to the person of mention ``mention`` (index in the circle's mentions)."""

    title: int
    mention: int
    rule: str


@dataclass(frozen=True, slots=True)
class Stage:
    """Mentions and titles, found by the token where each begins or the token after its last."""

    scene: Scene
    found: Sequence[Found]
    titles: Sequence[Title]
    name_from: dict[int, int]
    name_to: dict[int, int]
    title_from: dict[int, int]
    title_to: frozenset[int]
    starts: tuple[int, ...]

    def mentions_in(self, start: int, stop: int) -> list[int]:
        """The mentions that begin in tokens ``[start, stop)``, in text order."""
        return list(range(bisect_left(self.starts, start), bisect_left(self.starts, stop)))


def build_stage(scene: Scene, found: Sequence[Found], titles: Sequence[Title]) -> Stage:
    """Index mentions and titles by their first and last tokens."""
    return Stage(
        scene,
        found,
        titles,
        {f.start: i for i, f in enumerate(found)},
        {f.end: i for i, f in enumerate(found)},
        {t.start: i for i, t in enumerate(titles)},
        frozenset(t.end for t in titles),
        tuple(f.start for f in found),
    )


def chains(stage: Stage) -> Iterator[list[int]]:
    """Titles that follow one another with only a comma, a dash, "kiêm" or a bracket between."""
    chain: list[int] = []
    for index, title in enumerate(stage.titles):
        if title.kind == "counterpart":
            continue
        if chain and not _is_linked(stage, stage.titles[chain[-1]], title):
            yield chain
            chain = []
        chain.append(index)
    if chain:
        yield chain


def _is_linked(stage: Stage, last: Title, title: Title) -> bool:
    if last.many and last.end == last.head_end and not title.many:
        return False
    at = start = over_bracket(stage.scene, over_term(stage, last.end))
    if start > last.end and stage.scene.keys[start] == "và":
        return False
    keys = stage.scene.keys
    if stage.scene.tokens[at].text in _SEPARATORS:
        at += 1
    linked = stage.scene.lexicon.links.match(keys, at)
    if keys[at] == "và" and linked == 1 and (last.end == last.head_end or title.many or last.many):
        return False
    at += linked
    while keys[at] in _DROPPED and at < title.start:
        at += 1
    return at == title.start and (at > start or not title.many)


def before_bracket(scene: Scene, at: int) -> int:
    """The token where "(...)" opens that closes right before ``at``; else ``at``."""
    if scene.tokens[at - 1].text != ")":
        return at
    return next((i for i in range(at - 2, max(0, at - BRACKET), -1) if scene.tokens[i].text == "("), at)


def back_over_words(stage: Stage, at: int) -> int:
    """``at`` moved back over words that are no part of a title ("tân", "nữ")."""
    keys = stage.scene.keys
    while keys[at - 1] in _DROPPED and not (keys[at - 1] == "vị" and keys[at - 2] in _OF_RANK):
        at -= 1
    return at


def clause_end(scene: Scene, at: int) -> int:
    """The token that ends the sentence of ``at``: a full stop or a zone's break."""
    stop = at + _LONGEST_SENTENCE
    while at < stop and scene.tokens[at].kind != "break" and scene.tokens[at].text not in (".", "!", "?"):
        at += 1
    return at


def over_term(stage: Stage, at: int) -> int:
    """The token after "nhiệm kỳ 2011-2016" or "người Mỹ", "về hưu" at ``at``; else ``at``."""
    at = stage.scene.over_attributes(at)
    if stage.scene.keys[at : at + 2] != ["nhiệm", "kỳ"]:
        return at
    at += 2
    while stage.scene.tokens[at].kind == "number" or stage.scene.tokens[at].text in DASHES:
        at += 1
    return at
