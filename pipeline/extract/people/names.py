"""Which words of a capitalised run are a person's name: counts of name words, and what stands before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.extract.people.contexts import APPOSED, left_context, personal_head, right_context
from pipeline.extract.people.lexicon import NameCounts
from pipeline.extract.people.runs import PARTICLES, runs
from pipeline.extract.people.scene import Scene
from pipeline.extract.people.syllables import is_syllable

_LONGEST = 6
# What a name's length adds: three syllables are the commonest, two or three words among foreigners.
_NATIVE = {2: -0.5, 3: 1.8, 4: 1.2, 5: -1.0, 6: -3.0}
_FOREIGN = {2: 0.8, 3: 0.8, 4: 0.8, 5: 0.5, 6: 0.0}
_UNKNOWN_NATIVE, _UNKNOWN_FOREIGN, _LEAST_FOREIGN = -3.5, -1.0, -1.5
_INITIAL = 0.3
# What a second syllable adds that stands in names alone: "Sơn Thị Sa Rây".
_MIDDLE = 3.0
# What a word costs that is left out of a run: before a name, after one; and two names with nothing between.
_LEFT_OVER, _CUT_OFF, _TWO_IN_A_ROW = -1.0, -6.0, -8.0
# What a whole run gains that is built like a Vietnamese name and follows a title; how often its first word opens names.
_FULL, _SELDOM = 4.5, -3.0
_SURNAMED, _SURE_SURNAME = 3.0, 1.5
# How often a later word of a name with a rare surname stands in names; what opens a body's name instead.
_GIVEN = -2.5
_BODY_WORDS = frozenset(
    ["sở", "hội", "ban", "bộ", "cục", "vụ", "viện", "trường", "đoàn", "đảng", "ủy", "phòng", "khối", "liên"]
)
# A name scored so high is taken wherever it stands; what that adds; what a wholly unknown foreign name loses.
_SURE, _SURE_TITLED, _MET, _UNKNOWN = 3.0, 1.0, 5.0, -3.0
_LEAST_KNOWN, _KNOWN = -5.0, -0.5
_NONE = -1.0
# What a name gains that follows another in a list.
_LISTED = 3.0
_LINKS = (",", "và", ";", "cùng")

Word = tuple[int, int]
Key = tuple[str, ...]
Left = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens ``[start, end)`` taken for a name. ``left``: what announces it (honorific, head, title, thing or "")."""

    start: int
    end: int
    score: float
    left: str


@dataclass(frozen=True, slots=True)
class _Step:
    """The best division of a run up to a word: its score, the name that ends there, where the rest of it ends."""

    score: float
    name: Name | None
    before: int
    any_name: bool


def find_names(scene: Scene) -> list[Name]:
    """Names of two words or more, in text order, none overlapping; one taken surely is taken wherever it stands."""
    found = runs(scene)
    lefts = {start: left_context(scene, start) for run in found for start, _ in run}
    first = [name for run in found for name in _best(scene, run, lefts, frozenset())]
    sure = frozenset(_key(scene, n.start, n.end) for n in first if n.score >= (_SURE_TITLED if n.left else _SURE))
    return _with_listed(scene, found, lefts, sure)


def _with_listed(
    scene: Scene, found: Sequence[Sequence[Word]], lefts: Mapping[int, Left], sure: frozenset[Key]
) -> list[Name]:
    """The names of all runs; one that stands in a list with another name is likelier to be a name."""
    names: list[Name] = []
    alone = [_best(scene, run, lefts, sure) for run in found]
    firsts = frozenset(run[0][0] for run, here in zip(found, alone, strict=True) if here)
    for run, here in zip(found, alone, strict=True):
        start = run[0][0]
        left, weight = lefts[start]
        plain = dict.fromkeys((s for s, _ in run), ("", 0.0))
        if not here and not weight and names and names[-1].end == start - 1 and scene.keys[start - 1] in _LINKS:
            here = _best(scene, run, {**plain, start: (names[-1].left, _LISTED)}, sure)
        elif not here and left == "title" and scene.keys[run[-1][1]] in _LINKS and run[-1][1] + 1 in firsts:
            here = _best(scene, run, {**plain, start: (left, weight + _LISTED)}, sure)
        names += here
    return names


def _key(scene: Scene, start: int, end: int) -> Key:
    return tuple(scene.keys[start:end])


def _best(scene: Scene, run: Sequence[Word], lefts: Mapping[int, Left], sure: frozenset[Key]) -> list[Name]:
    """The division of a run into names and other words with the highest sum of scores."""
    opening = _CUT_OFF if lefts[run[0][0]][1] > 0 else _LEFT_OVER
    steps = [_Step(0.0, None, 0, False)]
    for stop in range(1, len(run) + 1):
        last = steps[-1]
        options = [_Step(last.score + (_CUT_OFF if last.any_name else opening), None, stop - 1, last.any_name)]
        for start in range(max(0, stop - _LONGEST), stop - 1):
            name = score_name(scene, run[start:stop], lefts, sure, stop - start == len(run))
            if name.score > 0 and _is_whole(scene, name, start):
                follows = _TWO_IN_A_ROW * (steps[start].name is not None)
                options.append(_Step(steps[start].score + name.score + follows, name, start, True))
        steps.append(max(options, key=lambda step: step.score))
    return _names_of(steps)


def _names_of(steps: Sequence[_Step]) -> list[Name]:
    names: list[Name] = []
    at = len(steps) - 1
    while at > 0:
        name = steps[at].name
        names += [] if name is None else [name]
        at = steps[at].before
    return names[::-1]


def _is_whole(scene: Scene, name: Name, start: int) -> bool:
    """True where no particle ends the name, nor opens it inside a run."""
    last = scene.tokens[name.end - 1]
    return not (last.kind == "lower" and last.key in PARTICLES) and (
        start == 0 or scene.keys[name.start] not in PARTICLES
    )


def score_name(
    scene: Scene, words: Sequence[Word], lefts: Mapping[int, Left], sure: frozenset[Key], whole: bool
) -> Name:
    """The words of a run as a name, with its score; above 0 it is taken."""
    start, end = words[0][0], words[-1][1]
    texts = [scene.tokens[s].text for s, _ in words]
    left, weight = lefts[start]
    if not _may_be(scene, start, texts, left):
        return Name(start, end, _NONE, left)
    inside = word_score(texts, scene.lexicon.names, any(e > s + 1 for s, e in words))
    met = _MET * (_key(scene, start, end) in sure)
    after = right_context(scene, end)
    doubtful = not left or (left in ("head", "title") and not personal_head(scene, start))
    alone = _UNKNOWN * (doubtful and not met and after < APPOSED and not _is_known(texts, scene.lexicon.names))
    full = built_like_a_name(scene, start, texts, left) if whole else 0.0
    return Name(start, end, inside + weight + after + met + alone + full, left)


def built_like_a_name(scene: Scene, start: int, texts: Sequence[str], left: str) -> float:
    """What a whole run gains that has the build of a Vietnamese name: a sure surname, or an announcement before it."""
    counts = scene.lexicon.names
    first = counts.first.get(texts[0], _LEAST_KNOWN)
    if left == "thing" or not 2 <= len(texts) <= 4 or not all(map(is_syllable, texts)):
        return 0.0
    if len(texts) > 2 and first > _SURE_SURNAME:
        return _SURNAMED
    person = left == "honorific" or (left == "head" and personal_head(scene, start, field=False))
    if len(texts) == 2:
        return _FULL * (person and (first > _SELDOM or min(counts.later.get(w, _LEAST_KNOWN) for w in texts) > _SELDOM))
    rare = scene.keys[start] not in _BODY_WORDS and (
        person or max(counts.later.get(w, _LEAST_KNOWN) for w in texts[1:]) > _GIVEN
    )
    return _FULL * (bool(left) and (first > _SELDOM or rare))


def _may_be(scene: Scene, start: int, texts: Sequence[str], left: str) -> bool:
    """False for initials alone, for capitals throughout and for eponyms ("Hồ Chí Minh") that nothing announces."""
    if not any(len(t) > 1 and not t.endswith(".") for t in texts):
        return False
    if scene.lexicon.firms.has(scene.keys, start + len(texts) - 1, start + len(texts)) and left != "honorific":
        return False
    if not left and _is_small_word(scene, start) and not any(map(is_syllable, texts[1:])):
        return False
    if scene.tokens[start].kind == "upper" and len(texts[0]) > 2 and left not in ("honorific", "head", "title"):
        return False
    return left in ("honorific", "head") or not scene.lexicon.eponyms.match(scene.keys, start)


def _is_small_word(scene: Scene, at: int) -> bool:
    """True for "Việc", "Theo", "Trên" that open a sentence before a foreign name."""
    word = scene.tokens[at].text
    is_common = not word.isascii() or scene.lexicon.ends.match(scene.keys, at) == 1
    return is_common and is_syllable(word) and not scene.lexicon.names.has(word)


def _is_known(texts: Sequence[str], counts: NameCounts) -> bool:
    """True where a word is likely part of a name, and all words are Vietnamese or none is."""
    odds = [counts.first.get(texts[0], _LEAST_KNOWN), *(counts.later.get(w, _LEAST_KNOWN) for w in texts[1:])]
    native = {is_syllable(w) for w in texts if len(w) > 1}
    return max(odds) > _KNOWN and len(native) == 1


def word_score(words: Sequence[str], counts: NameCounts, hyphened: bool) -> float:
    """Sum of the words' log-odds and of how usual the length is. A run without any mark of Vietnamese that begins with
    no surname is weighed as foreign ("Pec Nam Sun")."""
    shaped = [w.capitalize() if w.isupper() and len(w) > 1 else w for w in words]
    marked = shaped[0] in counts.first or not "".join(words).isascii()
    native = marked and not hyphened and all(map(is_syllable, shaped))
    score = (_NATIVE if native else _FOREIGN).get(len(words), -3.0) + _odds(shaped[0], counts.first, native)
    middle = _MIDDLE * (len(shaped) > 2 and shaped[1] in ("Thị", "Văn") and is_syllable(shaped[0]))
    double = -_odds(shaped[1], counts.later, native) * (len(shaped) > 3 and _is_double(shaped, counts))
    return score + middle + double + sum(_odds(w, counts.later, native) for w in shaped[1:])


def _is_double(words: Sequence[str], counts: NameCounts) -> bool:
    """True where two surnames open a name: "Trần Lê Thảo Vi"."""
    return min(counts.first.get(w, _LEAST_KNOWN) for w in words[:2]) > _SURE_SURNAME


def _odds(word: str, table: Mapping[str, float], native: bool) -> float:
    if word.endswith(".") or word in PARTICLES:
        return _INITIAL
    if native:
        return table.get(word, _UNKNOWN_NATIVE)
    return max(_LEAST_FOREIGN, table.get(word, _UNKNOWN_FOREIGN))
