"""Which words of a capitalised run are a person's name: counts of name words, and what stands before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.extract.people.lexicon import NameCounts
from pipeline.extract.people.runs import PARTICLES, runs
from pipeline.extract.people.scene import Scene
from pipeline.extract.people.syllables import is_syllable

_LONGEST = 6
_NATIVE = {2: -0.5, 3: 1.8, 4: 1.2, 5: -1.0, 6: -3.0}
_FOREIGN = {2: 0.8, 3: 0.8, 4: 0.8, 5: 0.5, 6: 0.0}
_UNKNOWN_NATIVE, _UNKNOWN_FOREIGN, _LEAST_FOREIGN = -3.5, -1.0, -1.5
_LEFT_OVER, _CUT_OFF, _TWO_IN_A_ROW = -1.0, -6.0, -8.0
_BACK = 30
_HONORIFIC, _HEAD, _TITLE, _WEAK_TITLE, _THING = 6.0, 5.0, 4.0, 1.0, -7.0
_APPOSED, _SAID = 2.5, 1.0

# A name scored so high is taken wherever it stands; what that adds; what a wholly unknown foreign name loses.
_SURE, _MET, _UNKNOWN, _LEAST_KNOWN = 3.0, 5.0, -3.0, -5.0

_PERSONAL = frozenset(("rank", "royal", "clergy", "academic", "occupation", "statesman"))

Word = tuple[int, int]
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens ``[start, end)`` taken for a name. ``left``: what announces it (honorific, head, title, thing or "")."""

    start: int
    end: int
    score: float
    left: str


def find_names(scene: Scene) -> list[Name]:
    """Names of two words or more, in text order, none overlapping; one taken surely is taken wherever it stands."""
    found = runs(scene)
    first = [name for run in found for name in _best(scene, run, frozenset())]
    sure = frozenset(_key(scene, n.start, n.end) for n in first if n.score >= _SURE or (n.left and n.score > 1))
    return [name for run in found for name in _best(scene, run, sure)]


def _key(scene: Scene, start: int, end: int) -> Key:
    return tuple(scene.keys[start:end])


def _best(scene: Scene, run: Sequence[Word], sure: frozenset[Key]) -> list[Name]:
    """The division of a run into names and other words with the highest sum of scores."""
    best: list[tuple[float, list[Name]]] = [(0.0, [])]
    opening = _CUT_OFF if left_context(scene, run[0][0])[1] > 0 else _LEFT_OVER
    for stop in range(1, len(run) + 1):
        score, names = best[stop - 1]
        options = [(score + (_CUT_OFF if names else opening), names)]
        for start in range(max(0, stop - _LONGEST), stop - 1):
            name = score_name(scene, run[start:stop], sure)
            if scene.tokens[name.end - 1].kind == "lower" and scene.tokens[name.end - 1].key in PARTICLES:
                continue
            if name.score > 0 and (start == 0 or scene.tokens[name.start].key not in PARTICLES):
                follows = bool(best[start][1]) and best[start][1][-1].end == name.start
                options.append((best[start][0] + name.score + _TWO_IN_A_ROW * follows, [*best[start][1], name]))
        best.append(max(options, key=lambda option: option[0]))
    return best[-1][1]


def score_name(scene: Scene, words: Sequence[Word], sure: frozenset[Key]) -> Name:
    """The words of a run as a name, with its score; above 0 it is taken."""
    start, end = words[0][0], words[-1][1]
    texts = [scene.tokens[s].text for s, _ in words]
    left, weight = left_context(scene, start)
    inside = word_score(texts, scene.lexicon.names, any(e > s + 1 for s, e in words))
    if not any(len(t) > 1 and not t.endswith(".") for t in texts):
        return Name(start, end, -1.0, left)
    shouts, eponym = scene.tokens[start].kind == "upper", scene.lexicon.eponyms.match(scene.keys, start)
    if (shouts and left not in ("honorific", "head", "title")) or (eponym and left not in ("honorific", "head")):
        return Name(start, end, -1.0, left)
    met = _MET * (_key(scene, start, end) in sure)
    doubtful = not left or (left in ("head", "title") and not personal_head(scene, start))
    alone = _UNKNOWN * (doubtful and not met and not _is_known(scene, words))
    after = right_context(scene, end)
    alone = alone * (after < _APPOSED)
    return Name(start, end, inside + weight + after + met + alone, left)


def personal_head(scene: Scene, at: int, field: bool = True) -> bool:
    """The title before ``at`` is one that people bear, not companies ("Chủ tịch Samsung"), or, where ``field``, has its
    body or field before ``at`` already."""
    for i in range(at - 1, max(0, at - _BACK), -1):
        if i in scene.heads:
            phrase = " ".join(scene.keys[i : scene.heads[i]])
            return scene.lexicon.head_values[phrase].kind in _PERSONAL or (field and i + 3 < at)
    return False


def _is_known(scene: Scene, words: Sequence[Word]) -> bool:
    """True where a word is likely part of a name, and all words are Vietnamese or none is."""
    texts, counts = [scene.tokens[s].text for s, _ in words], scene.lexicon.names
    odds = [counts.first.get(texts[0], _LEAST_KNOWN), *(counts.later.get(w, _LEAST_KNOWN) for w in texts[1:])]
    native = {is_syllable(w) for w in texts if len(w) > 1}
    return max(odds) > -0.5 and len(native) == 1


def word_score(words: Sequence[str], counts: NameCounts, hyphened: bool) -> float:
    """Sum of the words' log-odds and of how usual the length is."""
    shaped = [w.capitalize() if w.isupper() and len(w) > 1 else w for w in words]
    native = (
        all(map(is_syllable, shaped)) and not hyphened and (shaped[0] in counts.first or not "".join(words).isascii())
    )
    score = (_NATIVE if native else _FOREIGN).get(len(words), -3.0) + _odds(shaped[0], counts.first, native)
    return score + sum(_odds(w, counts.later, native) for w in shaped[1:])


def _odds(word: str, table: Mapping[str, float], native: bool) -> float:
    if word.endswith(".") or word in PARTICLES:
        return 0.3
    if native:
        return table.get(word, _UNKNOWN_NATIVE)
    return max(_LEAST_FOREIGN, table.get(word, _UNKNOWN_FOREIGN))


def left_context(scene: Scene, at: int) -> tuple[str, float]:
    """What stands before a name, and its weight."""
    if _ends_before(scene, at, "honorifics", 3):
        return "honorific", _HONORIFIC
    head = head_ending_at(scene, at)
    if head is not None:
        return ("thing", _THING) if _ends_before(scene, head, "things", 3) else ("head", _HEAD)
    is_titled = title_before(scene, at)
    if at - 1 not in scene.held and _ends_before(scene, at, "things", 4):
        is_city_head = is_titled and scene.lexicon.names.is_surname(scene.tokens[at].text)
        return ("title", _WEAK_TITLE) if is_city_head else ("thing", _THING)
    if is_titled:
        return "title", _TITLE
    return "", 0.0


def _ends_before(scene: Scene, at: int, table: str, longest: int) -> bool:
    phrases = getattr(scene.lexicon, table)
    return any(at - n > 0 and phrases.match(scene.keys, at - n) == n for n in range(1, longest + 1))


def head_ending_at(scene: Scene, at: int) -> int | None:
    """The first token of the title word that ends right before ``at``."""
    return next((s for s in range(at - 1, max(0, at - 12), -1) if scene.heads.get(s) == at), None)


def title_before(scene: Scene, at: int) -> bool:
    """True where a title with its complement leads up to ``at`` with no verb and no mark between."""
    lowest = max(0, at - _BACK)
    i = at - 1
    while i > lowest:
        if i in scene.heads and scene.heads[i] <= at:
            return True
        if i not in scene.held and (scene.tokens[i].kind in ("mark", "break") and scene.tokens[i].text not in "-–"):
            return False
        if i not in scene.held and scene.is_end(i):
            return False
        i -= 1
    return False


def right_context(scene: Scene, at: int) -> float:
    """What follows a name: a title in apposition, an age, or a verb of saying and doing."""
    if scene.tokens[at].text in (",", "-", "–", "(") and at + 1 < len(scene.tokens):
        after = at + 1
        if after in scene.heads or scene.tokens[after].key in ("nguyên", "cựu", "quyền"):
            return _APPOSED
        if scene.tokens[after].kind == "number" and scene.keys[after + 1 : after + 2] == ["tuổi"]:
            return _APPOSED
    return _SAID if scene.lexicon.ends.match(scene.keys, at) else 0.0
