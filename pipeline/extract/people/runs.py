"""Runs of capitalised words that may hold a name: joined by spaces, hyphens inside foreign names, and particles."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.people.scene import Scene, covered
from pipeline.extract.people.syllables import is_syllable

PARTICLES = frozenset(
    [
        "von",
        "van",
        "der",
        "den",
        "de",
        "la",
        "bin",
        "al",
        "el",
        "da",
        "dos",
        "do",
        "du",
        "di",
        "del",
        "ibn",
        "bint",
        "ben",
        "ter",
        "y",
        "ul",
        "ur",
        "ud",
    ]
)
_HYPHENS = frozenset("-‐‑–")
_WORDS_TOO = frozenset(["do", "da", "y", "la", "de", "ben", "den", "e"])
_APOSTROPHES = frozenset("'’‘ʼ")
_LONGEST_ELISION = 2
_LONGEST_SUFFIX = 6
_FIRST_NAME = -2.5


def runs(scene: Scene) -> list[list[tuple[int, int]]]:
    """Runs in text order, each a list of words ``(first token, token after)``; a hyphenated word is one."""
    titled = covered((s, e) for s, e in scene.heads.items() if not _is_inside_name(scene, s))
    found = []
    at = 0
    while at < len(scene.tokens):
        run = list(_run_from(scene, at, titled))
        if run:
            found.append(run)
        at = run[-1][1] if run else at + 1
    return found


def _is_inside_name(scene: Scene, at: int) -> bool:
    """True for a one-word head ("Vua", "Cố") between two capitalised words: "Nguyễn Vua Tuấn" is no king."""
    before, after = scene.tokens[at - 1], scene.tokens[min(scene.heads[at], len(scene.tokens) - 1)]
    if _is_given(scene, at):
        return True
    is_one = scene.heads[at] == at + 1 and scene.tokens[at].kind == "cap"
    return is_one and before.kind == "cap" and scene.lexicon.names.is_surname(before.text) and after.kind == "cap"


def _is_given(scene: Scene, at: int) -> bool:
    """True for a head of two capitalised words after a surname that nothing else goes with: "Võ Tiến Sỹ"."""
    end, before = scene.heads[at], scene.tokens[at - 1]
    capital = end == at + 2 and scene.tokens[at].kind == scene.tokens[at + 1].kind == before.kind == "cap"
    if not capital or scene.tokens[at - 2].kind == "cap" or scene.tokens[end].kind == "cap":
        return False
    return scene.lexicon.names.is_surname(before.text) and scene.tokens[at].start - before.end == 1


def _run_from(scene: Scene, at: int, titled: set[int]) -> Iterator[tuple[int, int]]:
    if not opens(scene, at, titled):
        return
    kind = scene.tokens[at].kind == "upper" and not _is_two_initials(scene, at)
    while at < len(scene.tokens) and _continues(scene, at, titled, kind):
        end = _word_end(scene, at, titled)
        yield at, end
        if end >= len(scene.tokens) or not _adjacent(scene, end - 1, end):
            return
        at = end


def _is_two_initials(scene: Scene, at: int) -> bool:
    """True for "KP" before a foreign word ("KP Sharma Oli")."""
    word, after = scene.tokens[at].text, scene.tokens[at + 1]
    return len(word) == 2 and word.isascii() and after.kind == "cap" and not is_syllable(after.text)


def opens(scene: Scene, at: int, titled: set[int]) -> bool:
    """True where a run may begin: a free capitalised word that is no honorific, or a particle after a title."""
    token = scene.tokens[at]
    if at in scene.held or at in titled:
        return False
    if token.key in PARTICLES and token.kind == "lower":
        return _is_announced(scene, at) and scene.tokens[at + 1].kind in ("cap", "mark")
    return token.is_name_like and not _is_address(scene, at)


def _is_announced(scene: Scene, at: int) -> bool:
    return at - 1 in scene.heads or bool(scene.lexicon.honorifics.match(scene.keys, at - 1))


def _is_address(scene: Scene, at: int) -> bool:
    """True for a capitalised honorific that opens a sentence or a run ("Ông Trump")."""
    token, before = scene.tokens[at], scene.tokens[at - 1]
    if token.key == "anh" and before.kind == "cap":
        return False
    honorifics = scene.lexicon.honorifics
    within = before.kind == "cap" and honorifics.match(scene.keys, at - 1) > 1
    return (within or bool(honorifics.match(scene.keys, at))) and token.kind == "cap" and len(token.text) > 1


def _continues(scene: Scene, at: int, titled: set[int], upper: bool) -> bool:
    token = scene.tokens[at]
    if at in scene.held or at in titled:
        return False
    if token.kind == "lower":
        return token.key in PARTICLES and _leads_on(scene, at)
    is_upper = token.kind == "upper" and not _is_two_initials(scene, at)
    return (token.is_name_like and is_upper == upper) or token.kind == "initial"


def _leads_on(scene: Scene, at: int) -> bool:
    """True where a particle is followed by a capitalised word, maybe over a second particle or a hyphen; one that is a
    Vietnamese word too ("do", "la") by a foreign one."""
    for token in scene.tokens[at + 1 : at + 4]:
        if token.kind == "cap":
            return scene.tokens[at].key not in _WORDS_TOO or not is_syllable(token.text)
        if token.key not in PARTICLES and token.text not in _HYPHENS:
            return False
    return False


def _word_end(scene: Scene, at: int, titled: set[int]) -> int:
    end = at + 1
    while end + 1 < len(scene.tokens) and _is_joined(scene, end, titled):
        end += 2
    return end


def _is_joined(scene: Scene, at: int, titled: set[int]) -> bool:
    """True where a hyphen at ``at`` binds the words about it into one ("Jong-un", "Son - hui", "al - Assad")."""
    hyphen, before, after = scene.tokens[at], scene.tokens[at - 1], scene.tokens[at + 1]
    if hyphen.text in _APOSTROPHES:
        return len(before.text) <= _LONGEST_ELISION and after.kind == "cap" and at + 1 not in scene.held
    if hyphen.text not in _HYPHENS or after.kind not in ("cap", "lower") or at + 1 in scene.held or at + 1 in titled:
        return False
    tight = hyphen.start == before.end and after.start == hyphen.end
    if before.key in PARTICLES and before.kind == "lower":
        return after.kind == "cap"
    if after.kind == "cap":
        is_native = is_syllable(before.text) and is_syllable(after.text)
        return not is_native and (tight or _is_double_first_name(scene, at))
    plain = before.text.isascii() and after.text.isascii() and len(after.text) <= _LONGEST_SUFFIX
    return plain and (tight or scene.tokens[at - 2].text in _HYPHENS or _is_plain_run(scene, at - 1))


def _is_double_first_name(scene: Scene, at: int) -> bool:
    """True for "Jean - Baptiste Lemoyne": a first name, a second, a family name, none of them Vietnamese."""
    words = [scene.tokens[at - 1], *scene.tokens[at + 1 : at + 3]]
    foreign = all(w.kind == "cap" and not is_syllable(w.text) for w in words)
    return foreign and scene.lexicon.names.first.get(words[0].text, -9.0) > _FIRST_NAME


def _is_plain_run(scene: Scene, at: int) -> bool:
    """A word before ``at`` is capitalised ASCII too: a Korean name, not a Vietnamese one before a dash."""
    return scene.tokens[at - 1].kind == "cap" and scene.tokens[at - 1].text.isascii()


def _adjacent(scene: Scene, left: int, right: int) -> bool:
    return scene.tokens[right].start - scene.tokens[left].end <= 1 and scene.tokens[right].kind != "break"
