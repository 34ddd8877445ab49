"""The fields and capitalised words that a body's name is made of, and where they stop."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extract.organizations.growth import Growth
from pipeline.extract.organizations.scene import Scene
from pipeline.extract.organizations.words import STOPS, TITLES, UNIT
from pipeline.text.names import is_surname, is_vietnamese

_NUMBER = re.compile(r"(?:số )?\d{1,4}(?![\d/%-]|[.,]\d|\w)")
_ROMAN = re.compile(r"[IVX]{1,6}(?!\w)")
_INITIALS = re.compile(r"(?:[^\W\d_]|Iu)\.")
_MIDDLE_NAMES = ("Thị", "Văn")
_LOWER_WORDS = 6
_GROUP = "tập đoàn"
_NAME_WORDS = 3
# A trade name or a district may look like a surname and a given name; a manager who follows the name has three.
_BRAND_WORDS = 2


def field(scene: Scene, name: Growth, at: int) -> Growth | None:
    """A field at ``at``, capitalised or, where the name allows it, in lower case."""
    end = scene.fields.get(at) or _group_end(scene, name, at)
    if end is None or name.placed or name.may("place_only"):
        return None
    if at in scene.verbs and (name.parts or name.may("noverb")):
        return None
    capital = scene.is_capital(at)
    if not capital and (name.may("country") or (name.may("soon") and not _capital_soon(scene, end))):
        return None
    if not capital and not name.parts and not scene.is_capital(name.start) and not _capital_soon(scene, end):
        return None
    if not capital and name.capital and not name.field and name.may("names"):
        return None
    proper = name.proper or (capital and at not in scene.types)
    field = scene.folded[at:end]
    return replace(name, end=end, parts=name.parts + 1, capital=name.capital or capital, field=field, proper=proper)


def _group_end(scene: Scene, name: Growth, at: int) -> int | None:
    """The end of "Tập đoàn" in "Công ty Cổ phần Tập đoàn Tân Á": there it is part of the company's name."""
    head = scene.heads.get(at)
    group = (
        head and name.parts and name.head.kind == "company" and head.value.word == _GROUP and name.head.word != _GROUP
    )
    return head.span.end if head and group else None


def _capital_soon(scene: Scene, end: int) -> bool:
    at = end + 1
    named = at in scene.places or at in scene.fields or at in scene.names
    return scene.text[end:at] == " " and (named or scene.is_capital(at))


def capitalised(scene: Scene, name: Growth, at: int, depth: int) -> Growth | None:
    """A capitalised word at ``at`` that is no title, numeral or person."""
    if not scene.is_capital(at) or name.placed or name.may("country"):
        return None
    if TITLES.match(scene.text, at) or _ROMAN.match(scene.text, at) or _INITIALS.match(scene.text, at):
        return None
    if starts_person(scene, at):
        return _personal(scene, name, at)
    if (at in scene.places and scene.places[at].kind == "country") or UNIT.match(scene.text, at):
        return None
    word = scene.word(at)
    if not _takes(scene, name, at, word, depth):
        return None
    end = _compound_end(scene, name, at + len(word), word)
    return replace(name, end=end, parts=name.parts + 1, capital=True, field="", proper=True)


def _takes(scene: Scene, name: Growth, at: int, word: str, depth: int) -> bool:
    if name.may("place_only") and name.parts >= _NAME_WORDS - 1:
        return False
    if at in scene.names and name.parts and not name.may("names"):
        return False
    if not is_vietnamese(word):
        return word.isupper() or _takes_foreign(name, depth)
    return not name.may("strict")


def _compound_end(scene: Scene, name: Growth, end: int, word: str) -> int:
    """The end of the word that ends at ``end``, with a second syllable in lower case where its head allows one."""
    if name.may("press") or name.may("place_only") or not is_vietnamese(word):
        return end
    longer = _second_syllable(scene, end)
    third = _second_syllable(scene, longer) if longer > end else longer
    if third > longer and third + 1 in scene.places and name.head.kind == "mass_organization":
        return third
    if not name.may("names") or (name.may("compound") and not name.parts):
        return longer
    capital_follows = scene.text[longer : longer + 1] == " " and scene.is_capital(longer + 1)
    return longer if capital_follows and (name.field or not name.parts) else end


def _takes_foreign(name: Growth, depth: int) -> bool:
    return name.may("names") or name.may("press") or (name.parts == 0 and depth == 0 and name.capital_head)


def _personal(scene: Scene, name: Growth, at: int) -> Growth | None:
    """A school, fund or company may bear a person's name; other bodies end where a person begins."""
    end, count = at, 0
    while count < _NAME_WORDS and scene.is_capital(end):
        end += len(scene.word(end)) + 1
        count += 1
    branded = (name.head.kind == "company" or name.may("place_only")) and count == _BRAND_WORDS
    if not (name.may("patron") or branded) or (name.parts and not name.field):
        return None
    return replace(name, end=end - 1, parts=name.parts + 1, capital=True, placed=True, proper=True)


def _second_syllable(scene: Scene, end: int) -> int:
    """The end of a compound whose second syllable is in lower case ("Dân nguyện")."""
    at = end + 1
    word = scene.word(at) if scene.text[end:at] == " " else ""
    return end if not word.islower() or word in STOPS or not is_vietnamese(word) else at + len(word)


def number(scene: Scene, name: Growth, at: int) -> Growth | None:
    """The number of a military unit, a hospital or a school."""
    match = _NUMBER.match(scene.text, at)
    if match is None or not name.may("numbered"):
        return None
    return replace(name, end=match.end(), parts=name.parts + 1, capital=True, placed=True)


def described(scene: Scene, name: Growth, at: int) -> Growth | None:
    """Lower-case words between a company's or school's head and its proper name ("nước mặt sông Đuống")."""
    if not name.may("described") or name.placed or (name.parts and not name.field) or not scene.is_capital(name.start):
        return None
    end = at
    for count in range(_LOWER_WORDS + 1):
        word = scene.word(end)
        if count and scene.is_capital(end):
            return replace(name, end=end - 1, parts=name.parts + 1, field="-")
        stops = end not in scene.fields and (word in STOPS or (end in scene.stops and name.may("wary")))
        last = scene.text[end + len(word) : end + len(word) + 1] != " "
        if not word or stops or not word.islower() or last:
            return None
        end += len(word) + 1
    return None


def starts_person(scene: Scene, at: int) -> bool:
    """True where a surname and another capitalised word stand at ``at``, and they are no field or place."""
    first = scene.word(at)
    second = scene.word(at + len(first) + 1)
    known = is_surname(first) or second in _MIDDLE_NAMES
    return known and second[:1].isupper() and at not in scene.fields and at not in scene.places
