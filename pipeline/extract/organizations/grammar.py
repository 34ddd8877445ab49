"""How a body's name goes on after its head word, and where it stops.

A name is a head ("Bộ", "Hội hữu nghị", "Sở") followed by parts: fields in capitals or, where known, in lower case
("Ngoại giao", "các tổ chức hữu nghị"), capitalised words, a place or country, an administrative unit ("tỉnh Khánh
Hòa"), another body ("Phòng ... Công an TP Hà Nội"), joined by "và", commas within a list of fields, dashes, "của".
It stops before anything else: a verb, a title, a person's name.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extract.organizations.growth import Growth
from pipeline.extract.organizations.lexicon import Head
from pipeline.extract.organizations.name_joints import concerned, joined
from pipeline.extract.organizations.name_places import located, place, unit
from pipeline.extract.organizations.name_words import capitalised, described, field, number
from pipeline.extract.organizations.scene import Scene
from pipeline.extract.organizations.words import BRACKETED, COMPOUNDS, PLURALS
from pipeline.text.fold import fold
from pipeline.text.names import is_surname, is_vietnamese, words

_LONGEST = 200
_DEEPEST = 2
_DASH = re.compile(r" ?[-–] ?")
_OF = re.compile(r" của ")
_WORD_BEFORE = re.compile(r"([^\W\d_]+),? $")
# Surnames that are common words before a body's name.
_NO_SURNAMES = words("đoàn danh ông y phó kim văn")
_COUNT = re.compile(r"(?<!\w)\d{1,4} $")
_BRANDED = frozenset(["company", "academic"])
# A field of so many words that begins with a verb says what a body is for ("cải cách chính sách tiền lương").
_PHRASE = 4
_CHIEFS = frozenset(["trưởng", "phó"])


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
    if not name.parts and name.may("bare") and any(map(str.isupper, scene.text[name.start : name.end])):
        return True
    if name.may("announces") or not name.parts or not (name.capital or scene.is_capital(name.start)):
        return False
    first = scene.heads[name.start].span.end + 1
    if name.parts == 1 and first in scene.verbs and len(name.field.split()) < _PHRASE:
        return False
    if name.may("owned") and name.inner is None:
        return False
    if name.may("led") and not name.capital_head and first not in scene.fields and is_vietnamese(scene.word(first)):
        return False
    if not (name.capital_head or name.may("numbered")) and name.may("names") and name.placed and name.parts == 1:
        return False
    return scene.generic.get(name.start) != name.end and (name.proper or not name.may("proper"))


def _opens(scene: Scene, start: int, head: Head) -> bool:
    before = _WORD_BEFORE.search(scene.folded, max(0, start - 12), start)
    word = before[1] if before else ""
    if word in PLURALS or (_COUNT.search(scene.text, max(0, start - 6), start) and not scene.is_capital(start)):
        return False
    if before and _ends_a_surname(scene, start):
        return False
    if word in _CHIEFS and scene.folded.startswith((" thường trực", " ban "), start + len(head.word)):
        return False
    if before and not before[0].endswith(", ") and word in _compounds(head.word):
        return False
    return scene.is_capital(start) or "lower" in head.traits or _before_field(scene, start + len(head.word) + 1, head)


def _compounds(head: str) -> frozenset[str]:
    """What may stand before a head, or before the first word of one, in another word: "chi" before "hội nhà báo"."""
    return COMPOUNDS.get(head) or COMPOUNDS.get(head.split()[0], frozenset())


def _before_field(scene: Scene, at: int, head: Head) -> bool:
    """True for "vụ Giáo dục đại học": what else "vụ" may be in lower case no field in capitals follows."""
    return "before_field" in head.traits and scene.is_capital(at) and at in scene.fields


def _ends_a_surname(scene: Scene, start: int) -> bool:
    """True for "Bộ" of Lê Bộ Lĩnh and "Trường" of Phạm Trường Long."""
    word = scene.text[max(0, start - 8) : start].split()[-1].lstrip('(“"')
    return is_surname(word) and fold(word) not in _NO_SURNAMES


def _next(scene: Scene, name: Growth, depth: int) -> Growth | None:
    at = name.end + 1
    if scene.text[name.end : at] == " ":
        longer = place(scene, name, at) or unit(scene, name, at) or _body(scene, name, at, depth)
        longer = longer or field(scene, name, at) or capitalised(scene, name, at, depth) or number(scene, name, at)
        longer = longer or described(scene, name, at)
        if longer:
            return longer
    longer = joined(scene, name) or _branded(scene, name, depth) or located(scene, name)
    return longer or concerned(scene, name) or _owned(scene, name, depth) or _bracketed(scene, name)


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


def _bracketed(scene: Scene, name: Growth) -> Growth | None:
    """A place after the name's abbreviation: "Hội Luật gia (HLG) tỉnh Hòa Bình"."""
    bracket = BRACKETED.match(scene.text, name.end)
    if bracket is None or name.placed or not (name.parts or name.may("local")):
        return None
    there = replace(name, end=bracket.end())
    return place(scene, there, bracket.end() + 1) or unit(scene, there, bracket.end() + 1)


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
