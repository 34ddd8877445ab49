"""What stands before and after a possible name: an honorific, a title, a verb, or a word that makes it a thing."""

from __future__ import annotations

from pipeline.extract.people.lexicon import PhraseTable
from pipeline.extract.people.scene import DASHES, Scene

APPOSED, SAID, _BRACKETED = 2.5, 1.0, 1.5
_HONORIFIC, _HEAD, _TITLE, _WEAK_TITLE, _THING = 6.0, 5.0, 4.0, 1.0, -7.0
_BACK = 30
# Places of these kinds are all registered: what follows the word and is none is a person ("Chủ tịch UBND tỉnh X").
_ALL_REGISTERED = ("tỉnh", "phố")
_YEAR = 4
_LANDS = ("việt", "nhật", "hàn", "trung", "nga", "lào", "mỹ", "anh", "pháp", "đức", "triều")
_PERSONAL = frozenset(["rank", "royal", "clergy", "academic", "occupation", "statesman"])


def left_context(scene: Scene, at: int) -> tuple[str, float]:
    """What stands before a name, and its weight."""
    if scene.lexicon.things.has(scene.keys, at - 3, at) or _is_second_land(scene, at):
        return "thing", _THING
    if _ends_before(scene, at, scene.lexicon.honorifics, 3):
        return "honorific", _HONORIFIC
    head = head_ending_at(scene, at)
    if head is not None:
        return ("thing", _THING) if _ends_before(scene, head, scene.lexicon.things, 3) else ("head", _HEAD)
    is_titled = title_before(scene, scene.before_attributes(at))
    if at - 1 not in scene.held and _ends_before(scene, at, scene.lexicon.things, 4):
        is_person = scene.lexicon.names.is_surname(scene.tokens[at].text) or scene.keys[at - 1] in _ALL_REGISTERED
        is_city_head = is_titled and is_person
        return ("title", _WEAK_TITLE) if is_city_head else ("thing", _THING)
    if is_titled:
        return "title", _TITLE
    if scene.keys[at - 1] == "là" and title_before(scene, at - 1):
        return "title", _TITLE
    if scene.tokens[at - 1].kind == "number" and len(scene.keys[at - 1]) < _YEAR:
        return "thing", _THING
    return "", 0.0


def _is_second_land(scene: Scene, at: int) -> bool:
    """True for the second of two countries in short: "hữu nghị Nhật - Việt"."""
    return scene.tokens[at - 1].text in DASHES and at - 2 in scene.held and scene.keys[at] in _LANDS


def _ends_before(scene: Scene, at: int, phrases: PhraseTable, longest: int) -> bool:
    return phrases.ending(scene.keys, at, longest) > 0


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
        if scene.tokens[i].kind == "break" or (
            i not in scene.held and scene.tokens[i].kind == "mark" and scene.tokens[i].text not in "-–"
        ):
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
            return APPOSED
        if scene.keys[after] == "người" and after + 1 in scene.places:
            return APPOSED
        if scene.tokens[after].kind == "number" and scene.keys[after + 1 : after + 2] == ["tuổi"]:
            return APPOSED
        if scene.tokens[at].text == "(" and (after in scene.held or scene.tokens[after].kind == "cap"):
            return _BRACKETED
    return SAID if scene.lexicon.ends.match(scene.keys, at) else 0.0


def personal_head(scene: Scene, at: int, field: bool = True) -> bool:
    """The title before ``at`` is one that people bear, not companies ("Chủ tịch Samsung"), or, where ``field``, has its
    body or field before ``at`` already."""
    for i in range(at - 1, max(0, at - _BACK), -1):
        if i in scene.heads:
            phrase = " ".join(scene.keys[i : scene.heads[i]])
            return scene.lexicon.head_values[phrase].kind in _PERSONAL or (field and i + 3 < at)
    return False
