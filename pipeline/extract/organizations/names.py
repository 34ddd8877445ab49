"""The names of bodies in a text: registered ones, those the grammar grows, and the bodies inside them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.organizations.grammar import grow
from pipeline.extract.organizations.growth import Growth
from pipeline.extract.organizations.lexicon import Registered
from pipeline.extract.organizations.scene import Scene
from pipeline.extract.organizations.words import LAW, UNIT
from pipeline.text.names import is_vietnamese
from pipeline.text.spans import Span

# What a word such as "báo", "tổ chức" or "hãng" may announce: "thông báo Chính phủ" announces nothing.
_BRAND_KINDS = frozenset(["press", "company", "international", "foreign", "other"])
_SHORT_ACRONYM = 4
_LONGEST_LAW = 40
_LINKS = ("của ", "và ", "về ", "- ")
# A committee of the Party or of an association is not listed beside the body whose organ it is.
_WHOLE_KINDS = frozenset(["party", "mass_organization"])
_STATE_KINDS = frozenset(["party", "state", "legislature", "front", "military"])
_SYMBOL = re.compile(r"\d/(?:\d{4}/)?(?:[A-ZĐƯ&.]{1,12} ?- ?){0,3}$")
_MEDIUM = re.compile(r"(?:trên|qua|mạng xã hội|mạng|tài khoản|trang|kênh|dòng) $")
_TREATY = re.compile(r"hiệp định[^.,;()\n]{0,90} ?[-–] ?$")
_ACADEMIC = ("University", "Institute", "College", "Foundation")
_FOREIGN = re.compile(
    r"(?<![\w’'-])(?:[A-Z][\w’'&-]{1,20} ){1,4}"
    r"(?:Group|Films|Bank|Corp|Corporation|Airlines|Airways|Holdings|Entertainment|Inc|Ltd|Capital|Motors|Energy|"
    r"Securities|Pharma|Electronics|Technologies|Systems|Partners|Ventures|University Press|University|Institute|"
    r"College|Foundation)\b"
)
_BUILDING = re.compile(r"(?:Nhà|Điện|Lầu|Cung|Dinh|Phủ) |Kremlin")
_HOUSE = re.compile(r"(?:ông chủ|bà chủ|thăm|tại|ở|vào|trong|rời|quanh|trước|ngoài|điện) $")
_LONGEST_CUE = 14
_LONGEST_TREATY = 104


@dataclass(frozen=True, slots=True)
class Named:
    """A body's name found in the text, before it is known which names mean one body.

    ``head_end``: where the head word of a name found by grammar ends; ``inside``: the longer name that this one ends;
    ``refers``: for a short form, where the full name stands.
    """

    span: Span
    registered: Registered | None
    kind: str
    rule: str
    head_end: int
    inside: Span | None = None
    refers: Span | None = None


def find_names(scene: Scene) -> list[Named]:
    """The names in a text, leftmost and longest first; a name inside a longer one follows it."""
    found: list[Named] = []
    end = 0
    branded = {match.start(): match.end() for match in _FOREIGN.finditer(scene.text)}
    for start in sorted({*scene.names, *scene.heads, *branded}):
        if start < end or _is_of_another_name(scene, start):
            continue
        here = _names_at(scene, start) or _foreign_at(scene, start, branded.get(start))
        if not _is_of_a_title(scene, start):
            found += here
        end = here[0].span.end if here else end
    return found


def _is_of_another_name(scene: Scene, start: int) -> bool:
    inside_place = start in scene.inside_places and start not in scene.names
    return inside_place or _is_of_a_law(scene, start) or _is_of_a_symbol(scene, start) or _is_a_scene(scene, start)


def _is_of_a_symbol(scene: Scene, start: int) -> bool:
    """True in "Công văn số 4173/VPCP - KSTT" and in "Hiệp định thương mại tự do Việt Nam - EU"."""
    short = scene.word(start).isupper()
    symbol = _SYMBOL.search(scene.text, max(0, start - _LONGEST_LAW), start)
    treaty = _TREATY.search(scene.folded, max(0, start - _LONGEST_TREATY), start) if short else None
    return (symbol or treaty) is not None


def _is_a_scene(scene: Scene, start: int) -> bool:
    """True for a building or a medium that is no actor: "ghé thăm Nhà Trắng", "viết trên Facebook"."""
    known = scene.names.get(start)
    if known is None:
        return False
    medium = _MEDIUM if known.value.kind == "company" else _HOUSE if _BUILDING.match(known.value.name) else None
    return medium is not None and medium.search(scene.folded, max(0, start - _LONGEST_CUE), start) is not None


def _is_of_a_title(scene: Scene, start: int) -> bool:
    """True in "Tổng Thanh tra Chính phủ" and "Tổng kiểm toán Nhà nước", which are offices."""
    after = not scene.is_capital(start) or scene.folded.startswith(("thanh tra ", "kiểm toán "), start)
    return after and scene.folded.endswith("tổng ", max(0, start - 5), start)


def _is_of_a_law(scene: Scene, start: int) -> bool:
    return LAW.search(scene.folded, max(0, start - _LONGEST_LAW), start) is not None


def _names_at(scene: Scene, start: int) -> list[Named]:
    known, name = scene.names.get(start), grow(scene, start)
    brand = _after_its_word(scene, start)
    if brand:
        return [brand]
    if name and "press" in name.head.traits and (known is None or _goes_on(scene, known.span.end, name)):
        return _press(scene, name)
    if known and (name is None or not _goes_on(scene, known.span.end, name)):
        whole = Named(known.span, known.value, known.value.kind, "register", known.span.end)
        return [_with_country(scene, whole), *_without_its_word(scene, whole)]
    return _grown(scene, name) if name else []


def _foreign_at(scene: Scene, start: int, end: int | None) -> list[Named]:
    """A name in foreign letters that ends with a word for what it is: "Saiga Films", "Circle Group"."""
    if end is None or start in scene.places or is_vietnamese(scene.word(start)):
        return []
    kind = "academic" if scene.text[start:end].endswith(_ACADEMIC) else "company"
    return [Named(Span(start, end), None, kind, "foreign", start)]


def _without_its_word(scene: Scene, whole: Named) -> list[Named]:
    """A paper's name alone in its name with the word for it: "Tuổi Trẻ" of "báo Tuổi Trẻ"."""
    head = scene.heads.get(whole.span.start)
    known = scene.names.get(head.span.end + 1) if head and whole.kind == "press" else None
    if known is None or known.span.end != whole.span.end or known.value.key != getattr(whole.registered, "key", ""):
        return []
    return [Named(known.span, known.value, whole.kind, "brand", known.span.end)]


def _goes_on(scene: Scene, end: int, name: Growth) -> bool:
    """True where what the grammar adds to a registered name is more than a stray word."""
    at = end + 1
    if name.end <= end or scene.text[end:at] != " ":
        return name.end > end
    linked = at in scene.fields or at in scene.heads or scene.folded.startswith(_LINKS, at)
    linked = linked or UNIT.match(scene.text, at) is not None
    return linked or any(place in scene.places for place in range(at, name.end))


def _grown(scene: Scene, name: Growth) -> list[Named]:
    head_end = scene.heads[name.start].span.end
    outer = Named(name.span, None, name.head.kind, "grammar", head_end)
    if (name.head.kind == "company" or name.may("both")) and not name.capital_head:
        return [outer, *_brand(scene, outer, name.may("both"))]
    if name.inner is None or name.head.kind in _WHOLE_KINDS:
        return [outer]
    known = scene.names.get(name.inner)
    if known and known.span.end == name.end:
        return [outer, Named(known.span, known.value, known.value.kind, "inner", known.span.end, name.span)]
    inner = grow(scene, name.inner, 1)
    if inner is None or inner.head.kind in _WHOLE_KINDS:
        return [outer]
    return [outer, Named(inner.span, None, inner.head.kind, "inner", inner.end, name.span)]


def _after_its_word(scene: Scene, start: int) -> Named | None:
    """A registered name after the word for what it is: "tổ chức Al-Qaeda", "tờ Washington Post"."""
    head = scene.heads.get(start)
    if head is None or not head.value.traits & {"press", "before_brand"}:
        return None
    known = scene.names.get(head.span.end + 1)
    if known is None and "before_brand" in head.value.traits:
        return _foreign_run(scene, head.span.end + 1)
    whole = scene.names.get(start)
    if known is None or (whole and whole.span.end >= known.span.end) or known.value.kind not in _BRAND_KINDS:
        return None
    return Named(known.span, known.value, known.value.kind, "register", known.span.end)


def _foreign_run(scene: Scene, at: int) -> Named | None:
    """Capitalised words in foreign letters: "tổ chức Veterans For Peace"."""
    end = at
    while scene.is_capital(end) and not is_vietnamese(word := scene.word(end)) and end not in scene.places:
        end += len(word) + 1
    quote = scene.text[at : end - 1]
    foreign = any(c.islower() for c in quote) or len(quote) > _SHORT_ACRONYM
    return Named(Span(at, end - 1), None, "other", "foreign", at) if foreign and "Đ" not in quote else None


def _brand(scene: Scene, outer: Named, any_words: bool) -> list[Named]:
    """The trade name alone of a company called by a common noun: "công ty Nidec Shimpo"."""
    span = Span(outer.head_end + 1, outer.span.end)
    words = span.of(scene.text).split()
    foreign = all(w[0].isupper() and (any_words or not is_vietnamese(w)) for w in words)
    return [Named(span, None, outer.kind, "brand", span.end, refers=outer.span)] if words and foreign else []


def _press(scene: Scene, name: Growth) -> list[Named]:
    """The name proper of a paper or agency begins after the word for it ("hãng tin Yonhap", "tờ Le Monde")."""
    at = scene.heads[name.start].span.end + 1
    if scene.folded.startswith(("'", " '"), name.end):
        return []
    following = scene.names.get(name.end + 1)
    if following and following.value.kind == "press" and not scene.is_capital(at):
        return []
    if not scene.is_capital(at):
        return _grown(scene, name) if name.placed and name.parts > 1 else []
    if at in scene.places and scene.places[at].span.end == name.end:
        return []
    start = name.start if is_vietnamese(scene.word(at)) else at
    return [Named(Span(start, name.end), None, name.head.kind, "press", at)]


def _with_country(scene: Scene, named: Named) -> Named:
    """A company's branch, or another country's body: "Microsoft Việt Nam", "Văn phòng Chính phủ Lào"."""
    place = scene.places.get(named.span.end + 1)
    known = named.registered
    if known is None or place is None or place.kind != "country":
        return named
    span = Span(named.span.start, place.span.end)
    if known.kind == "company" and " " not in known.name:
        return Named(span, None, named.kind, "branch", named.span.end)
    abroad = known.country == "VN" and place.country not in (None, "VN") and known.kind in _STATE_KINDS
    return Named(span, None, named.kind, "grammar", named.span.end) if abroad else named
