"""What stands for somebody without a name: a title alone ("Thủ tướng nhấn mạnh"), a pronoun that opens a sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.extract.people.attach import title_words
from pipeline.extract.people.stage import Held, Stage
from pipeline.extract.people.syllables import is_syllable
from pipeline.extract.people.titles import Title

_OPENING = (".", "!", "?", '"', "“", "”", ":", ";", ",", "\n", "-", "–")
_PRONOUNS = {
    "ông": "m",
    "bà": "f",
    "đồng chí": "",
    "ngài": "m",
    "anh": "m",
    "chị": "f",
    "cô": "f",
    "cụ": "",
    "thầy": "m",
}
_FAR = 500
_NO_PRONOUNS = frozenset(
    ["thể", "con", "em", "hùng", "bà", "giáo", "chủ", "ta", "ngoại", "nội", "nhà", "cháu", "chị", "tổ"]
)
_LOOSE = frozenset(["và", "một", "số", "hay", "hoặc", "làm", "cử", "chức", "là", "ghế", "của"])
# "hội nghị Bộ trưởng Ngoại giao ASEAN" speaks of no minister.
_MEETINGS = frozenset(["nghị", "thoại", "đàn", "cấp", "họp", "vấn"])
_GOVERNED = frozenset(
    ["với", "của", "cho", "tới", "đến", "bởi", "do", "gặp", "tiếp", "đón", "thăm", "và", "cùng", "về", "mời"]
)
# Countries whose people's names are written in Vietnamese syllables.
_SINITIC = ("quốc", "tiên", "loan", "hàn", "trung", "triều")
_NO_OFFICES = ("rank", "military", "academic", "occupation", "clergy")
_UNNAMED = ("hồ", "chí", "minh")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """Tokens ``[start, end)`` stand for the person of mention ``mention``; ``title``: which title it is, if any.

    ``more``: the title says more of the person than any title by the name did ("Thủ tướng Lào")."""

    start: int
    end: int
    mention: int
    title: int | None
    more: bool


@dataclass(frozen=True, slots=True)
class _Offices:
    """Who holds what, one ``Held`` a person: by each beginning of a title's words, by all of them, and by all of them
    where they are no more than a head word; each person's mentions; those with a name in Vietnamese syllables."""

    opening: Mapping[Words, Mapping[int, Held]]
    whole: Mapping[Words, Mapping[int, Held]]
    bare: Mapping[Words, Mapping[int, Held]]
    mentions: Mapping[int, Sequence[int]]
    native: frozenset[int]


def refer(stage: Stage, held: Sequence[Held]) -> list[Reference]:
    """Titles alone and pronouns, in text order."""
    given = {h.title for h in held}
    offices = _offices(stage, held)
    alone = [r for i in range(len(stage.titles)) if i not in given for r in _of_title(stage, offices, i)]
    return sorted([*alone, *_pronouns(stage)], key=lambda r: r.start)


def _offices(stage: Stage, held: Sequence[Held]) -> _Offices:
    mentions: dict[int, list[int]] = {}
    for index, f in enumerate(stage.found):
        mentions.setdefault(f.who, []).append(index)
    native = {f.who for f in stage.found if all(map(is_syllable, stage.scene.keys[f.start : f.end]))}
    told = [h for h in held if h.rule != "predicate"]
    return _Offices(
        _filed(stage, told, lambda words: (words[:size] for size in range(1, len(words) + 1))),
        _filed(stage, told, lambda words: [words]),
        _filed(stage, _bare(stage, held), lambda words: [words]),
        mentions,
        frozenset(native),
    )


def _filed(
    stage: Stage, held: Iterable[Held], names: Callable[[Words], Iterable[Words]]
) -> dict[Words, dict[int, Held]]:
    filed: dict[Words, dict[int, Held]] = {}
    for h in held:
        for words in names(title_words(stage, h.title)):
            filed.setdefault(words, {}).setdefault(stage.found[h.mention].who, h)
    return filed


def _of_title(stage: Stage, offices: _Offices, index: int) -> list[Reference]:
    title = stage.titles[index]
    if title.many or title.kind in ("counterpart", "member", "occupation", "academic"):
        return []
    if stage.scene.keys[title.start - 1] in _MEETINGS:
        return []
    words = title_words(stage, index)
    sizes = [size for size in range(1, len(words)) if words[size] != "nước"]
    bare = {who: h for size in sizes for who, h in offices.bare.get(words[:size], {}).items()}
    for options in (offices.whole.get(words, {}), offices.opening.get(words, {}), bare):
        more = options is bare
        able = _of_country(stage, offices, title, options) if more else options.keys()
        mention = _nearest(stage, offices, frozenset(able), title.start, more)
        if mention is not None:
            return [Reference(title.start, title.end, mention, index, more)]
    return []


def _of_country(stage: Stage, offices: _Offices, title: Title, options: Iterable[int]) -> list[int]:
    """Of several who hold a bare title, those whose names are as native as the country in ``title`` ("Thủ tướng Việt
    Nam", "Thủ tướng Lào"); none where the title says more than a body or a place."""
    if title.kind == "statesman" and title.head.endswith(("nghị sĩ", "nghị sỹ", "dân biểu")):
        return []
    if stage.scene.tokens[title.start].kind == "lower" and stage.scene.keys[title.start - 1] in _LOOSE:
        return []
    if "tại" in stage.scene.keys[title.head_end : title.end] or not _names_a_body(stage, title):
        return []
    able = list(options)
    if len(able) < 2:
        return [] if _is_foreign(stage, title) and any(who in offices.native for who in able) else able
    at_home = stage.scene.keys[title.end - 2 : title.end] == ["việt", "nam"]
    return [who for who in able if (who in offices.native) == at_home]


def _names_a_body(stage: Stage, title: Title) -> bool:
    """True where bodies and places make up all that follows a title's head, or it begins like a body's name."""
    rest = range(title.head_end, title.end)
    return all(i in stage.scene.held for i in rest) or stage.scene.tokens[title.head_end].kind in ("cap", "upper")


def _is_foreign(stage: Stage, title: Title) -> bool:
    """True where the last word of a title is a country whose people bear names of other than Vietnamese syllables."""
    last = stage.scene.keys[title.end - 1]
    ends_in_place = any(end == title.end for end in stage.scene.places.values())
    return (ends_in_place and last not in _SINITIC and not is_syllable(last)) or last in (
        "mỹ",
        "nga",
        "pháp",
        "đức",
        "lào",
        "nhật",
    )


def _bare(stage: Stage, held: Sequence[Held]) -> list[Held]:
    """Those of whose office nothing but its head word is said."""
    told_more = {(stage.found[h.mention].who, t.head) for h in held if (t := stage.titles[h.title]).end != t.head_end}
    return [
        h
        for h in held
        if (t := stage.titles[h.title]).kind not in _NO_OFFICES
        and t.end == t.head_end
        and (stage.found[h.mention].who, t.head) not in told_more
    ]


def _nearest(stage: Stage, offices: _Offices, who: frozenset[int], at: int, only_one: bool) -> int | None:
    """The last mention before ``at`` (else the first after) of those who hold the title; where ``only_one``, of the
    one who does, and none where two do or where he is long dead."""
    if not who or (only_one and len(who) > 1):
        return None
    first = min(offices.mentions[w][0] for w in who)
    if only_one and tuple(stage.scene.keys[stage.found[first].start : stage.found[first].end]) == _UNNAMED:
        return None
    passed = bisect_left(stage.starts, at)
    before = [marks[n - 1] for w in who if (n := bisect_left(marks := offices.mentions[w], passed))]
    return max(before, default=first)


def _pronouns(stage: Stage) -> list[Reference]:
    """ "Ông", "Bà", "Đồng chí" as subjects: the last person named who is addressed so, or in no other way."""
    genders = _genders(stage)
    found: list[Reference] = []
    for at in range(2, len(stage.scene.tokens)):
        size = stage.scene.lexicon.honorifics.match(stage.scene.keys, at)
        word = " ".join(stage.scene.keys[at : at + size])
        if word in _PRONOUNS and _is_subject(stage, at, at + size):
            mention = _last(stage, at, _PRONOUNS[word], genders)
            if mention is not None:
                found.append(Reference(at, at + size, mention, None, False))
    return found


def _is_subject(stage: Stage, at: int, end: int) -> bool:
    """True where a pronoun stands alone: no name, no title after it, and not inside a longer word."""
    after, token, before = stage.scene.tokens[end], stage.scene.tokens[at], stage.scene.tokens[at - 1]
    if at in stage.scene.held or after.kind in ("cap", "upper") or end in stage.title_from:
        return False
    if stage.scene.keys[end] in _NO_PRONOUNS:
        return False
    if before.text in _OPENING or before.kind == "break":
        return token.kind == "cap" or before.text == ","
    return token.key in ("ông", "bà") and before.key in ("theo", "của", "rằng", "mà", "khi", "do", "cho")


def _genders(stage: Stage) -> dict[int, str]:
    """person -> m or f, from how each is addressed."""
    genders: dict[int, str] = {}
    for f in stage.found:
        for size in (1, 2):
            value = stage.scene.lexicon.honorific_values.get(" ".join(stage.scene.keys[f.start - size : f.start]))
            if value and value.gender:
                genders.setdefault(f.who, value.gender)
    return genders


def _last(stage: Stage, at: int, gender: str, genders: dict[int, str]) -> int | None:
    """The subject of the last sentence before ``at`` that names someone of this gender: its first name that no
    preposition governs, else its first."""
    near = stage.mentions_in(max(0, at - _FAR + 1), at)
    able = [i for i in near if not gender or genders.get(stage.found[i].who, gender) == gender]
    if not able:
        return None
    begin = _sentence_start(stage, stage.found[able[-1]].start)
    inside = [i for i in able if stage.found[i].start >= begin]
    free = [i for i in inside if stage.scene.keys[_lead(stage, i)] not in _GOVERNED]
    return (free or inside)[0]


def _lead(stage: Stage, mention: int) -> int:
    """The token before a mention, an honorific skipped."""
    start = stage.found[mention].start
    size = next((n for n in (2, 1) if stage.scene.lexicon.honorifics.has(stage.scene.keys, start - n, start)), 0)
    return start - size - 1


def _sentence_start(stage: Stage, at: int) -> int:
    while (
        at > 1 and stage.scene.tokens[at - 1].kind != "break" and stage.scene.tokens[at - 1].text not in (".", "!", "?")
    ):
        at -= 1
    return at
