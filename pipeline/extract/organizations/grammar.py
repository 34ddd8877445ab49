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
from pipeline.text.names import is_surname, words

_LONGEST = 200
_UNIT = re.compile(
    r"(?:tỉnh|thành phố|tp|thị xã|thị trấn|huyện|quận|xã|phường|bang|vùng|khu vực|nước)(?:\. ?| |(?=\W|$))",
    re.IGNORECASE,
)
_WORD_BEFORE = re.compile(r"([^\W\d_]+) $")
_NUMBER = re.compile(r"\d{1,4}(?![\d/.,%-]|\w)")
_JOINT = re.compile(r",? (?:và|&) |, | ?[-–/] ?")
_OF = re.compile(r" (?:của|thuộc) ")
_ABOUT = re.compile(r" (?:về|vì|cho|các) ")
_TITLE_WORDS = [
    *("Chủ tịch", "Phó", "Bí thư", "Bộ trưởng", "Thứ trưởng", "Tổng", "Trưởng", "Giám đốc", "Chánh", "Đại sứ", "Ông"),
    *("Bà", "Ủy viên", "Uỷ viên", "Thủ tướng", "Đồng chí", "Thượng", "Đại tướng", "Trung tướng", "Thiếu", "Nguyên"),
    *("Viện trưởng", "Cục trưởng", "Vụ trưởng", "GS", "PGS", "TS", "Quyền", "Khoá", "Khóa", "Nghị quyết", "Quyết định"),
    *("Chỉ thị", "Luật sư", "Đại biểu", "Tham", "Chủ nhiệm", "PV", "Ngoại trưởng", "Tướng", "Họp", "Lễ"),
]
_TITLES = re.compile(rf"(?:{'|'.join(_TITLE_WORDS)})\b")
# A head after one of these syllables is the end of another word: "đại hội", "cơ sở", "hội trường", "nhà báo".
_COMPOUNDS = {
    "hội": words("đại quốc xã cơ dạ hiệp lễ vũ giáo chi hương tổng thảo quân"),
    "sở": words("cơ trụ xứ"),
    "trường": words("hội thị môi quảng công lập hiện nông lâm nhà"),
    "báo": words("nhà họp thông cảnh tình dự tờ áp sách"),
    "bộ": words("cán toàn nội đảng tiến câu cuốn đồng"),
    "ban": words("tây tiểu bồ"),
    "đảng": words("chính"),
    "đoàn": words("trưởng phái tập binh"),
    "phòng": words("quốc văn hải đề"),
    "cục": words("tổng chi bố kết"),
    "viện": words("bệnh học thành quan nghị thượng hạ"),
    "đài": words("lâu đền võ"),
}
# Words that never are the second syllable of a field.
_STOPS = words(
    """
    đã đang sẽ là có và với tại ở trong cho về của từ được bị do cũng phải cần vừa mới này đó nói nêu tổ
    chỉ công thông phối ban khẳng trình ký họp yêu đề cùng hay hoặc để khi theo trên vào ra đến tới như
    mà thì không chưa nhằm qua sau trước bàn giao tiếp đi thăm dự gửi nhận trao mời đón làm thực vẫn các
    những một hai khóa khoá nhiệm lần năm ngày sáng chiều tối tỉnh thành quận huyện ông bà
    """
)
# Ministries that a bare "và" joins as equals: "Bộ Ngoại giao và Quốc phòng" is two bodies, not one.
_WHOLE = frozenset(["ngoại giao", "quốc phòng", "công an", "tư pháp", "y tế", "nội vụ", "tài chính", "công thương"])


@dataclass(frozen=True, slots=True)
class Growth:
    """A name as far as it is read: where it ends, how many parts it has, and what it has already."""

    start: int
    end: int
    head: Head
    parts: int = 0
    placed: bool = False
    capital: bool = False
    closed: bool = False
    field: str = ""


def grow(scene: Scene, start: int, depth: int = 0) -> Growth | None:
    """The name whose head word begins at ``start``, or None where no name does."""
    hit = scene.heads.get(start)
    if hit is None or not _opens(scene, start, hit.value):
        return None
    name = Growth(start, hit.span.end, hit.value)
    while not name.closed and name.end - start < _LONGEST:
        longer = _next(scene, name, depth)
        if longer is None:
            break
        name = longer
    return name if _is_name(scene, name) else None


def _opens(scene: Scene, start: int, head: Head) -> bool:
    if scene.is_capital(start):
        return scene.text[max(0, start - 4) : start].lower() != "các "
    before = _WORD_BEFORE.search(scene.folded, max(0, start - 10), start)
    return "lower" in head.traits and not (before and before[1] in _COMPOUNDS.get(head.word.split()[0], ()))


def _is_name(scene: Scene, name: Growth) -> bool:
    return name.parts > 0 and (name.capital or scene.is_capital(name.start))


def _next(scene: Scene, name: Growth, depth: int) -> Growth | None:
    at = name.end + 1
    if scene.text[name.end : at] == " ":
        longer = _place(scene, name, at) or _unit(scene, name, at) or _body(scene, name, at, depth)
        longer = longer or _field(scene, name, at) or _capitalised(scene, name, at) or _number(scene, name, at)
        if longer:
            return longer
    return _joined(scene, name) or _of_body(scene, name, depth)


def _place(scene: Scene, name: Growth, at: int) -> Growth | None:
    place = scene.places.get(at)
    if place is None or name.placed or place.kind == "venue":
        return None
    end = place.span.end
    other = _other_country(scene, end)
    return replace(name, end=other or end, parts=name.parts + 1, placed=True, capital=True)


def _other_country(scene: Scene, end: int) -> int | None:
    """The end of " - Lào" after "Việt Nam": a friendship body names two countries."""
    dash = re.match(r" ?[-–] ?", scene.text[end : end + 3])
    place = scene.places.get(end + dash.end()) if dash else None
    return place.span.end if place and place.kind in ("country", "region", "city") else None


def _unit(scene: Scene, name: Growth, at: int) -> Growth | None:
    match = _UNIT.match(scene.text, at)
    if match is None or name.placed:
        return None
    place, number = scene.places.get(match.end()), _NUMBER.match(scene.text, match.end())
    end = place.span.end if place else number.end() if number else None
    if end is None and "local" in name.head.traits and name.parts <= 1 and not match[0].lower().startswith("nước"):
        return replace(name, end=at + len(match[0].rstrip(" .")), parts=name.parts + 1, placed=True, closed=True)
    return replace(name, end=end, parts=name.parts + 1, placed=True, capital=True) if end else None


def _body(scene: Scene, name: Growth, at: int, depth: int) -> Growth | None:
    if "body" not in name.head.traits or depth > 2:
        return None
    known = scene.names.get(at)
    inner = grow(scene, at, depth + 1)
    end = max(known.span.end if known else 0, inner.end if inner else 0)
    if not end or not (scene.is_capital(at) or (inner and inner.capital)):
        return None
    return replace(name, end=end, parts=name.parts + 1, capital=True, closed=True)


def _field(scene: Scene, name: Growth, at: int) -> Growth | None:
    end = scene.fields.get(at)
    if end is None or name.placed or _starts_person(scene, at):
        return None
    capital = scene.is_capital(at)
    if not capital and name.parts == 0 and not scene.is_capital(name.start) and not _capital_soon(scene, end):
        return None
    return replace(name, end=end, parts=name.parts + 1, capital=name.capital or capital, field=scene.folded[at:end])


def _capital_soon(scene: Scene, end: int) -> bool:
    return scene.text[end : end + 1] == " " and (scene.is_capital(end + 1) or end + 1 in scene.places)


def _capitalised(scene: Scene, name: Growth, at: int) -> Growth | None:
    if not scene.is_capital(at) or name.placed or _TITLES.match(scene.text, at) or _starts_person(scene, at):
        return None
    if at in scene.names and name.parts:
        return None
    end = at + len(scene.word(at))
    return replace(name, end=_second_syllable(scene, end), parts=name.parts + 1, capital=True, field="")


def _second_syllable(scene: Scene, end: int) -> int:
    """The end of a compound whose second syllable is in lower case ("Dân nguyện")."""
    word = scene.word(end + 1) if scene.text[end : end + 1] == " " else ""
    return end if not word.islower() or word in _STOPS or end + 1 in scene.heads else end + 1 + len(word)


def _starts_person(scene: Scene, at: int) -> bool:
    first = scene.word(at)
    second = scene.word(at + len(first) + 1)
    return is_surname(first) and second[:1].isupper() and at not in scene.fields


def _number(scene: Scene, name: Growth, at: int) -> Growth | None:
    match = _NUMBER.match(scene.text, at)
    if match is None or name.head.kind != "military":
        return None
    return replace(name, end=match.end(), parts=name.parts + 1, capital=True, placed=True)


def _joined(scene: Scene, name: Growth) -> Growth | None:
    joint = _JOINT.match(scene.text, name.end)
    if joint is None or not name.parts or name.placed:
        return None
    at = joint.end()
    end = scene.fields.get(at)
    if end is None or at in scene.names:
        return None
    field = scene.folded[at:end]
    comma = joint[0].startswith(",") and "và" not in joint[0]
    if (comma and not _list_goes_on(scene, name, end)) or (field in _WHOLE and name.head.word == "bộ"):
        return None
    return replace(name, end=end, parts=name.parts + 1, capital=name.capital or scene.is_capital(at), field=field)


def _list_goes_on(scene: Scene, name: Growth, end: int) -> bool:
    """True where the fields after a comma are one list that ends in "và" and a field."""
    if "list" not in name.head.traits and name.field in _WHOLE:
        return False
    for _ in range(5):
        joint = _JOINT.match(scene.text, end)
        following = scene.fields.get(joint.end()) if joint else None
        if joint is None or following is None:
            return False
        if "và" in joint[0]:
            return True
        end = following
    return False


def _of_body(scene: Scene, name: Growth, depth: int) -> Growth | None:
    of = _OF.match(scene.text, name.end)
    if of is None or "body" not in name.head.traits or not name.parts or depth:
        return None
    known = scene.names.get(of.end())
    if known is None or not scene.is_capital(of.end()):
        return None
    return replace(name, end=known.span.end, parts=name.parts + 1, closed=True)
