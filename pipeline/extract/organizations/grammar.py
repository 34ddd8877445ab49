"""How a body's name goes on after its head word, and where it stops.

A name is a head ("Bộ", "Hội hữu nghị", "Sở") followed by parts: fields in capitals or, where known, in lower case
("Ngoại giao", "các tổ chức hữu nghị"), capitalised words, a place or country, an administrative unit ("tỉnh Khánh
Hòa"), another body ("Phòng ... Công an TP Hà Nội"), joined by "và", commas within a list of fields, dashes, "của".
It stops before anything else: a verb, a title, a person's name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.extract.organizations.lexicon import Head
from pipeline.extract.organizations.scene import Scene
from pipeline.extract.organizations.words import (
    COMPOUNDS,
    JOINT_FIELDS,
    PLURALS,
    SHORT_COUNTRIES,
    STOPS,
    TITLES,
    WHOLE_FIELDS,
)
from pipeline.extract.parts import PlaceMention
from pipeline.text.names import is_surname, is_vietnamese
from pipeline.text.spans import Span

_LONGEST = 200
_DEEPEST = 2
_UNIT = re.compile(
    r"(?:tỉnh|thành phố|tp|thị xã|thị trấn|huyện|quận|xã|phường|bang|vùng|khu vực|nước)(?:\. ?| |(?=\W|$))",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:số )?\d{1,4}(?![\d/.,%-]|\w)")
_ROMAN = re.compile(r"[IVX]{1,6}(?!\w)")
_INITIALS = re.compile(r"[^\W\d_]{1,2}\.")
_JOINT = re.compile(r",? (?:và|&) |, | ?[-–/] ?")
_DASH = re.compile(r" ?[-–] ?")
_OF = re.compile(r" của ")
_ABOUT = re.compile(r" về ")
_IN = re.compile(r" (?:tại|ở) ")
_WORD_BEFORE = re.compile(r"([^\W\d_]+),? $")
_BRANDED = frozenset(["company", "academic"])
_LOWER_WORDS = 6
_NAME_WORDS = 3


@dataclass(frozen=True, slots=True)
class Growth:
    """A name as far as it is read.

    ``parts``: how many it has after the head. ``placed``: a place, unit or personal name is in it, so that only some
    parts may follow. ``capital``: some part is capitalised. ``closed``: nothing may follow. ``field``: the last
    field, folded. ``inner``: where the body that ends it begins, if one does. ``proper``: it has more than fields.
    ``capital_head``: the head word is capitalised. ``nation``: its place is a country or a pair of them.
    """

    start: int
    end: int
    head: Head
    parts: int = 0
    placed: bool = False
    capital: bool = False
    closed: bool = False
    field: str = ""
    inner: int | None = None
    proper: bool = False
    capital_head: bool = False
    nation: bool = False

    @property
    def span(self) -> Span:
        """The name's place in the text."""
        return Span(self.start, self.end)

    def may(self, trait: str) -> bool:
        """True where the head has the trait."""
        return trait in self.head.traits


def grow(scene: Scene, start: int, depth: int = 0) -> Growth | None:
    """The name whose head word begins at ``start``, or None where no name does."""
    hit = scene.heads.get(start)
    if hit is None or not _opens(scene, start, hit.value):
        return None
    name = Growth(start, hit.span.end, hit.value, capital_head=scene.is_capital(start))
    while not name.closed and name.end - start < _LONGEST:
        longer = _next(scene, name, depth)
        if longer is None:
            break
        name = longer
    return name if _is_name(scene, name) else None


def _is_name(scene: Scene, name: Growth) -> bool:
    if not name.parts and name.may("bare") and name.capital_head:
        return True
    if not name.parts or not (name.capital or scene.is_capital(name.start)):
        return False
    if not name.capital_head and name.may("names") and name.placed and name.parts == 1:
        return False
    return scene.generic.get(name.start) != name.end and (name.proper or not name.may("proper"))


def _opens(scene: Scene, start: int, head: Head) -> bool:
    before = _WORD_BEFORE.search(scene.folded, max(0, start - 12), start)
    word = before[1] if before else ""
    if word in PLURALS:
        return False
    if word == "trưởng" and scene.folded.startswith((" thường trực", " ban "), start + len(head.word)):
        return False
    return scene.is_capital(start) or ("lower" in head.traits and word not in COMPOUNDS.get(head.word, ()))


def _next(scene: Scene, name: Growth, depth: int) -> Growth | None:
    at = name.end + 1
    if scene.text[name.end : at] == " ":
        longer = _place(scene, name, at) or _unit(scene, name, at) or _body(scene, name, at, depth)
        longer = longer or _field(scene, name, at) or _capitalised(scene, name, at, depth) or _number(scene, name, at)
        longer = longer or _described(scene, name, at)
        if longer:
            return longer
    longer = _joined(scene, name) or _branded(scene, name, depth) or _located(scene, name)
    return longer or _concerned(scene, name) or _owned(scene, name, depth)


def _place(scene: Scene, name: Growth, at: int) -> Growth | None:
    place = scene.places.get(at)
    pair = None if name.placed else _pair_end(scene, at)
    end = pair or (place.span.end if place else None)
    if end is None or (name.may("fielded") and not name.parts and not scene.is_capital(name.start)):
        return None
    if place and not pair and not _may_stand(name, place):
        return None
    nation = pair is not None or (place is not None and place.kind == "country")
    return replace(name, end=end, parts=name.parts + 1, placed=True, capital=True, field="", proper=True, nation=nation)


def _may_stand(name: Growth, place: PlaceMention) -> bool:
    if place.kind == "venue" or (name.may("never_place") and not name.parts):
        return False
    if name.may("country") and place.kind not in ("country", "region"):
        return False
    if name.may("fielded") and not name.parts and place.kind == "country":
        return False
    return not name.placed or (place.kind != "country" and (name.may("names") or name.nation))


def _pair_end(scene: Scene, at: int) -> int | None:
    """The end of "Việt Nam - Lào", "Việt - Nga": a friendship body names two countries."""
    first = _country_end(scene, at)
    dash = _DASH.match(scene.text, first) if first else None
    return _country_end(scene, dash.end()) if dash else None


def _country_end(scene: Scene, at: int) -> int | None:
    place = scene.places.get(at)
    if place and place.kind in ("country", "region", "city"):
        return place.span.end
    word = scene.word(at)
    return at + len(word) if word in SHORT_COUNTRIES else None


def _unit(scene: Scene, name: Growth, at: int) -> Growth | None:
    match = _UNIT.match(scene.text, at)
    if match is None or (name.placed and not name.nation) or (name.may("fielded") and not name.parts):
        return None
    if name.may("country") and not match[0].lower().startswith("nước"):
        return None
    place, number = scene.places.get(match.end()), _NUMBER.match(scene.text, match.end())
    end = place.span.end if place else number.end() if number else None
    if end:
        return replace(name, end=end, parts=name.parts + 1, placed=True, capital=True, proper=True, nation=False)
    if name.placed or not name.may("local") or match[0].lower().startswith("nước"):
        return None
    return replace(name, end=at + len(match[0].rstrip(" .")), parts=name.parts + 1, placed=True, closed=True)


def _body(scene: Scene, name: Growth, at: int, depth: int) -> Growth | None:
    if not name.may("body") or depth > _DEEPEST or name.placed:
        return None
    same = at in scene.heads and scene.heads[at].value.word == name.head.word
    if not name.parts and (same or not name.may("organ")):
        return None
    end = _body_end(scene, at, depth)
    if end is None:
        return None
    return replace(name, end=end, parts=name.parts + 1, capital=True, closed=True, inner=at, proper=True)


def _body_end(scene: Scene, at: int, depth: int) -> int | None:
    """The end of the body whose name begins at ``at``, registered or by grammar, the longer of the two."""
    known, inner = scene.names.get(at), grow(scene, at, depth + 1)
    if known and (inner is None or known.span.end >= inner.end):
        return known.span.end
    return inner.end if inner and (inner.capital or inner.capital_head) else None


def _field(scene: Scene, name: Growth, at: int) -> Growth | None:
    end = scene.fields.get(at)
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


def _capital_soon(scene: Scene, end: int) -> bool:
    at = end + 1
    return scene.text[end:at] == " " and (scene.is_capital(at) or at in scene.places or at in scene.fields)


def _capitalised(scene: Scene, name: Growth, at: int, depth: int) -> Growth | None:
    if not scene.is_capital(at) or name.placed or name.may("country"):
        return None
    if TITLES.match(scene.text, at) or _ROMAN.match(scene.text, at) or _INITIALS.match(scene.text, at):
        return None
    if starts_person(scene, at):
        return _personal(scene, name, at)
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
    return not (name.may("strict") and name.field)


def _compound_end(scene: Scene, name: Growth, end: int, word: str) -> int:
    """The end of the word that ends at ``end``, with a second syllable in lower case where its head allows one."""
    if name.may("press") or name.may("place_only") or not is_vietnamese(word):
        return end
    longer = _second_syllable(scene, end)
    if not name.may("names") or (name.may("compound") and not name.parts):
        return longer
    capital_follows = scene.text[longer : longer + 1] == " " and scene.is_capital(longer + 1)
    return longer if capital_follows and (name.field or not name.parts) else end


def _takes_foreign(name: Growth, depth: int) -> bool:
    return name.may("names") or name.may("press") or (name.parts == 0 and depth == 0 and name.capital_head)


def _personal(scene: Scene, name: Growth, at: int) -> Growth | None:
    """A school, fund or company may bear a person's name; other bodies end where a person begins."""
    if not name.may("patron") or (name.parts and not name.field):
        return None
    end = at
    for _ in range(_NAME_WORDS):
        if not scene.is_capital(end):
            break
        end += len(scene.word(end)) + 1
    return replace(name, end=end - 1, parts=name.parts + 1, capital=True, placed=True, proper=True)


def _second_syllable(scene: Scene, end: int) -> int:
    """The end of a compound whose second syllable is in lower case ("Dân nguyện")."""
    at = end + 1
    word = scene.word(at) if scene.text[end:at] == " " else ""
    return end if not word.islower() or word in STOPS or not is_vietnamese(word) else at + len(word)


def starts_person(scene: Scene, at: int) -> bool:
    """True where a surname and another capitalised word stand at ``at``, and they are no field or place."""
    first = scene.word(at)
    second = scene.word(at + len(first) + 1)
    return is_surname(first) and second[:1].isupper() and at not in scene.fields and at not in scene.places


def _number(scene: Scene, name: Growth, at: int) -> Growth | None:
    match = _NUMBER.match(scene.text, at)
    if match is None or name.head.kind != "military":
        return None
    return replace(name, end=match.end(), parts=name.parts + 1, capital=True, placed=True)


def _described(scene: Scene, name: Growth, at: int) -> Growth | None:
    """Lower-case words between a company's or school's head and its proper name ("nước mặt sông Đuống")."""
    if not name.may("described") or name.placed or (name.parts and not name.field) or not scene.is_capital(name.start):
        return None
    end = at
    for count in range(_LOWER_WORDS + 1):
        word = scene.word(end)
        if count and scene.is_capital(end):
            return replace(name, end=end - 1, parts=name.parts + 1, field="-")
        if not word or word in STOPS or not word.islower() or scene.text[end + len(word) : end + len(word) + 1] != " ":
            return None
        end += len(word) + 1
    return None


def _joined(scene: Scene, name: Growth) -> Growth | None:
    joint = _JOINT.match(scene.text, name.end)
    if joint is None or not name.parts or name.placed:
        return None
    at = joint.end()
    end = scene.fields.get(at)
    if end is None and at not in scene.heads and _is_one_name(scene, name, joint[0], at):
        end = at + len(scene.word(at))
    if end is None or at in scene.names:
        return None
    field = scene.folded[at:end]
    comma = joint[0].startswith(",") and "và" not in joint[0]
    if (comma and not _list_goes_on(scene, name, end)) or (field in WHOLE_FIELDS and name.head.word == "bộ"):
        return None
    return replace(name, end=end, parts=name.parts + 1, capital=name.capital or scene.is_capital(at), field=field)


def _is_one_name(scene: Scene, name: Growth, joint: str, at: int) -> bool:
    """True for "Xưa và Nay" of a paper, and for abbreviated fields ("Sở GD & ĐT")."""
    if name.may("press"):
        return "và" in joint
    before, word = scene.text[max(name.start, name.end - 2) : name.end], scene.word(at)
    return before.isupper() and word.isupper() and len(word) <= _LOWER_WORDS and "," not in joint


def _list_goes_on(scene: Scene, name: Growth, end: int) -> bool:
    """True where the fields after a comma are one list that ends in "và" and a field."""
    if not name.may("list") and name.field in WHOLE_FIELDS:
        return False
    if "tội phạm" in scene.folded[name.start : name.end]:
        return True
    for _ in range(_LOWER_WORDS):
        joint = _JOINT.match(scene.text, end)
        following = scene.fields.get(joint.end()) if joint else None
        if joint is None or following is None:
            return False
        if "và" in joint[0]:
            return True
        end = following
    return False


def _branded(scene: Scene, name: Growth, depth: int) -> Growth | None:
    """A company's trade name, or the parent of a company or school, after a dash: "... Việt Nam - Petrolimex"."""
    dash = _DASH.match(scene.text, name.end)
    if dash is None or name.head.kind not in _BRANDED or not name.parts or depth or not scene.is_capital(dash.end()):
        return None
    at = dash.end()
    word = scene.word(at)
    if name.head.kind == "company" and (word.isupper() or not is_vietnamese(word)):
        return replace(name, end=at + len(word), closed=True)
    inner = grow(scene, at, depth + 1)
    return replace(name, end=inner.end, closed=True) if inner and inner.head.kind == name.head.kind else None


def _located(scene: Scene, name: Growth) -> Growth | None:
    """The seat of an embassy or a chamber: "Đại sứ quán Việt Nam tại Lào"."""
    seat = _IN.match(scene.text, name.end)
    if seat is None or not name.placed or not name.may("mission"):
        return None
    place = scene.places.get(seat.end())
    return replace(name, end=place.span.end, closed=True) if place else None


def _concerned(scene: Scene, name: Growth) -> Growth | None:
    """What a joint or steering committee is about: "Ủy ban liên Chính phủ Việt - Nga về hợp tác kinh tế"."""
    about = _ABOUT.match(scene.text, name.end)
    steering = name.head.word == "ban chỉ đạo" or name.field in JOINT_FIELDS or (name.nation and name.may("list"))
    end = scene.fields.get(about.end()) if about else None
    if end is None or not steering:
        return None
    return replace(name, end=end, parts=name.parts + 1, placed=False, nation=False, field=scene.folded[name.end : end])


def _owned(scene: Scene, name: Growth, depth: int) -> Growth | None:
    of = _OF.match(scene.text, name.end)
    if (
        of is None
        or depth
        or name.placed
        or scene.generic.get(name.start) == name.end
        or not (name.may("body") and name.parts and scene.is_capital(of.end()))
    ):
        return None
    end = _body_end(scene, of.end(), depth)
    return replace(name, end=end, parts=name.parts + 1, closed=True, inner=of.end()) if end else None
