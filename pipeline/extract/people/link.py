"""Who is who in one document: full names grouped, short forms ("ông Sơn", "Trump", "bà Kim Ngân") led back to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.extract.people.contexts import head_ending_at, left_context, personal_head
from pipeline.extract.people.names import Name
from pipeline.extract.people.namesakes import Key, Namesakes
from pipeline.extract.people.runs import PARTICLES
from pipeline.extract.people.scene import Scene
from pipeline.extract.people.syllables import is_syllable
from pipeline.text.fold import to_ascii

_LEAST_BARE = 4
_KNOWN = -0.3


@dataclass(slots=True)
class Known:
    """Someone met: the words of the fullest name, folded; whether all are Vietnamese syllables; where last named."""

    key: Key
    native: bool
    last: int = -1
    titled: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens ``[start, end)`` name person ``who``; ``rule`` says how it is known."""

    start: int
    end: int
    who: int
    rule: str


@dataclass(slots=True)
class Circle:
    """The people of a document and every place where one is named."""

    people: list[Known] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    namesakes: Namesakes = field(default_factory=Namesakes)

    def meet(self, key: Key, native: bool) -> int:
        """Someone new, by number."""
        who = len(self.people)
        self.people.append(Known(key, native))
        self.namesakes.add(who, key, native)
        return who


def link(scene: Scene, names: Sequence[Name]) -> Circle:
    """Group full names, then find short forms; mentions in text order."""
    circle = Circle()
    keys = {name_key(scene, n.start, n.end) for n in names}
    member = {key: _join(circle, key) for key in sorted(keys, key=lambda k: (-len(k), k))}
    marks = [Found(n.start, n.end, member[name_key(scene, n.start, n.end)], n.left or "counts") for n in names]
    taken = {i for m in marks for i in range(m.start, m.end)}
    for mark in marks:
        circle.people[mark.who].titled |= mark.rule in ("head", "title")
    ends = {m.end: m for m in marks}
    for at in range(1, len(scene.tokens)):
        if at in ends:
            circle.people[ends[at].who].last = at
        if at not in taken:
            marks += _short(scene, circle, at)
    circle.found = sorted(marks, key=lambda m: m.start)
    return circle


def name_key(scene: Scene, start: int, end: int) -> Key:
    """The folded words of a name, hyphens left out."""
    return tuple(t.key for t in scene.tokens[start:end] if t.kind != "mark")


def _join(circle: Circle, key: Key) -> int:
    """The person whom a name belongs to; a new one where it fits nobody."""
    able = (who for who in circle.namesakes.of_name(key) if _fits(key, circle.people[who]))
    who = next(able, None)
    return circle.meet(key, all(map(is_syllable, key))) if who is None else who


def _fits(key: Key, known: Known) -> bool:
    if key == known.key:
        return True
    if known.native:
        is_misspelt = len(key) >= 3 and to_ascii(" ".join(key)) == to_ascii(" ".join(known.key))
        return is_misspelt or (len(key) >= 2 and known.key[-len(key) :] == key)
    return (len(key) >= 2 and _is_within(key, known.key)) or _is_misprint("".join(key), "".join(known.key))


def _is_within(key: Key, longer: Key) -> bool:
    """True where all words of ``key`` stand in ``longer`` in the same order; an initial stands for its word."""
    rest = iter(longer)
    return all(any(word == w or (word.endswith(".") and w[0] == word[0]) for w in rest) for word in key)


def _is_misprint(one: str, other: str) -> bool:
    """True for two long spellings that differ by one letter: "Thonloun", "Thongloun Sisoulith"."""
    short, long_ = sorted((one, other), key=len)
    if len(short) < 9 or len(long_) - len(short) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(short, long_, strict=False)) if a != b), len(short))
    tail = 0 if len(long_) > len(short) else 1
    return short[same + tail :] == long_[same + 1 :]


def _short(scene: Scene, circle: Circle, at: int) -> list[Found]:
    """A one-word name at ``at``, as a list of one or none."""
    token = scene.tokens[at]
    if token.kind != "cap" or at in scene.heads or len(token.text) < 2 or token.key in PARTICLES:
        return []
    left, weight = left_context(scene, at)
    announced = weight > 0
    if left != "honorific" and (at in scene.held or _goes_on_small(scene, at)):
        return []
    if _runs_on(scene, at):
        return []
    who = _resolve(circle, token.key, announced, left in ("head", "title"))
    if who is None and _is_new(scene, at, left, announced):
        who = circle.meet((token.key,), is_syllable(token.key))
    if who is None or left == "thing":
        return []
    circle.people[who].last = at
    return [Found(at, at + 1 + _is_numeral(scene, at + 1), who, "short")]


def _goes_on_small(scene: Scene, at: int) -> bool:
    """True for the first half of a common noun: "khối Trung ương" names no Trung."""
    return scene.tokens[at + 1].kind == "lower" and scene.lexicon.compounds.match(scene.keys, at) > 1


def _is_numeral(scene: Scene, at: int) -> bool:
    """True for the number of a monarch or a pope ("Mohammed VI")."""
    return scene.tokens[at].kind in ("upper", "cap") and set(scene.tokens[at].text) <= set("IVX")


def _runs_on(scene: Scene, at: int) -> bool:
    """True where another capitalised word stands directly before or after: no name of one word."""
    before, here, after = scene.tokens[at - 1], scene.tokens[at], scene.tokens[at + 1]
    follows = after.kind in ("cap", "upper") and after.start - here.end == 1 and not _is_numeral(scene, at + 1)
    leads = before.kind == "cap" and here.start - before.end == 1
    leads = leads and (scene.lexicon.names.has(before.text) or not _opens_sentence(scene, at - 1))
    addressed = bool(scene.lexicon.honorifics.match(scene.keys, at - 1)) or at - 1 in scene.held
    return follows or (leads and not addressed and head_ending_at(scene, at) is None)


def _opens_sentence(scene: Scene, at: int) -> bool:
    before = scene.tokens[at - 1]
    return before.kind == "break" or before.text in (".", "!", "?", '"', "“", ":")


def _resolve(circle: Circle, word: str, announced: bool, titled: bool) -> int | None:
    """The person last named whom one word can stand for; after a title one who bears a title rather."""
    able = [i for i in circle.namesakes.of_word(word) if _stands_for(word, circle.people[i], announced)]
    return max(able, key=lambda i: (titled and circle.people[i].titled, circle.people[i].last, -i), default=None)


def _stands_for(word: str, known: Known, announced: bool) -> bool:
    if word == "".join(known.key) or (announced and any(_is_misprint(word, part) for part in known.key)):
        return True
    if announced:
        return word in (known.key[-1], known.key[0]) or (not known.native and word in known.key)
    return word in known.key and len(word) >= _LEAST_BARE and not is_syllable(word)


def _is_new(scene: Scene, at: int, left: str, announced: bool) -> bool:
    """True for a one-word foreign name that nobody bears in full: "Tổng thống Trump", "Nhật hoàng Akihito"."""
    word = scene.tokens[at].text
    if is_syllable(word) or len(word) < _LEAST_BARE or scene.keys[at] in scene.place_words:
        return False
    if scene.keys[at] in scene.lexicon.countries.sizes:
        return False
    counts = scene.lexicon.names
    known = max(counts.later.get(word, _KNOWN - 1), counts.first.get(word, _KNOWN - 1)) > _KNOWN
    if left in ("head", "title"):
        return known or personal_head(scene, at, field=False)
    return left == "honorific" or (known and not announced and left != "thing")
