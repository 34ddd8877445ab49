"""From titles held to ``Position`` rows: one row a title a person, the most exact form, with its body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.documents.model import Document
from pipeline.extract.model import Position
from pipeline.extract.parts import Bodies
from pipeline.extract.people.offices import body_of
from pipeline.extract.people.stage import Held, Stage
from pipeline.text.fold import key

_RANK = frozenset(("phó", "nguyên", "cựu", "cố", "quyền", "trợ"))
_FORMER = frozenset(("nguyên", "cựu"))
_MARKS = str.maketrans("-,.", "   ")
_ALIKE = 0.75
_STATE = frozenset(["nước", "liên", "bang", "cộng", "hòa", "vương", "quốc"])
_SHORT_FOR = {
    "gs": "giáo sư",
    "pgs": "phó giáo sư",
    "ts": "tiến sĩ",
    "ths": "thạc sĩ",
    "đbqh": "đại biểu quốc hội",
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "mttq": "mặt trận tổ quốc",
    "tp": "thành phố",
    "tw": "trung ương",
    "tư": "trung ương",
    "tand": "tòa án nhân dân",
    "tandtc": "tòa án nhân dân tối cao",
    "vksnd": "viện kiểm sát nhân dân",
    "vksndtc": "viện kiểm sát nhân dân tối cao",
    "ksnd": "kiểm sát nhân dân",
    "ksndtc": "kiểm sát nhân dân tối cao",
    "hđqt": "hội đồng quản trị",
    "hđtv": "hội đồng thành viên",
    "bch": "ban chấp hành",
    "btv": "ban thường vụ",
    "lhq": "liên hợp quốc",
    "gtvt": "giao thông vận tải",
}


def build_positions(document: Document, stage: Stage, bodies: Bodies, held: Sequence[Held]) -> tuple[Position, ...]:
    """The positions of a document in text order, shorter forms of one title folded into the longest."""
    rows = [_position(document, stage, bodies, h) for h in held]
    beside = {(r.mention, r.start) for r, h in zip(rows, held, strict=True) if _leads_up(stage, h)}
    kept: list[Position] = []
    said = {(r.person, *words(r.title)) for r in rows}
    said -= _of_two_terms(said)
    for row in sorted(rows, key=lambda r: (r.person, -len(words(r.title)), _is_short(r.title), r.start)):
        if (row.person, *words(row.title)) not in said or _is_of_term(row, said):
            continue
        if (row.mention, row.start) not in beside and _is_past(row, said):
            continue
        if not any(k.person == row.person and (same_office(row.title, k.title) or _of_one_body(row, k)) for k in kept):
            kept.append(row)
    return tuple(sorted(kept, key=lambda r: (r.start, r.person)))


def _of_two_terms(said: set[tuple[object, ...]]) -> set[tuple[object, ...]]:
    """The offices without a term of those who are told to have held them in two: "khóa XIII" and "khóa XIV"."""
    bases = Counter(known[:-2] for known in said if len(known) > 3 and known[-2] == "khóa")
    return {base for base, terms in bases.items() if terms > 1}


def _is_of_term(row: Position, said: set[tuple[object, ...]]) -> bool:
    """True for a title that only adds a term ("khóa XIV") to one that the article gives without."""
    parts = words(row.title)
    return len(parts) > 2 and parts[-2] == "khóa" and (row.person, *parts[:-2]) in said


def _leads_up(stage: Stage, held: Held) -> bool:
    """True for a title with no comma between it and the name after it."""
    between = stage.scene.keys[stage.titles[held.title].end : stage.found[held.mention].start]
    return held.rule == "before" and "," not in between


def _is_past(row: Position, said: set[tuple[object, ...]]) -> bool:
    """True for an office that the article also gives with "nguyên" or "cựu"."""
    parts = tuple(words(row.title))
    past = [(known[1], known[2:]) for known in said if known[0] == row.person and len(known) > 1]
    return any(word in _FORMER and rest[: len(parts)] == parts for word, rest in past) and len(parts) > 2


def _position(document: Document, stage: Stage, bodies: Bodies, held: Held) -> Position:
    title, who = stage.titles[held.title], stage.found[held.mention].who
    span = stage.scene.span(title.start, title.end)
    text = " ".join(span.of(document.text).split())
    return Position(who, text, body_of(stage, bodies, held.title), title.status, held.mention, *span)


def _of_one_body(one: Position, other: Position) -> bool:
    """True for one office of one body, spelt out and in short: "Thứ trưởng Bộ GTVT"."""
    if one.organization is None or one.organization != other.organization or one.status != other.status:
        return False
    short = [_is_short(p.title) for p in (one, other)]
    return short[0] != short[1] and words(one.title)[:2] == words(other.title)[:2]


def _is_short(title: str) -> bool:
    """True for a title that abbreviates a word: "Chánh án TANDTC"."""
    return any(w.isupper() and len(w) > 1 for w in title.split())


def words(title: str) -> list[str]:
    """The folded words of a title without marks."""
    plain = key(title).replace("đặc mệnh toàn quyền", "").replace("t.ư", "tw").translate(_MARKS)
    plain = plain.replace("ban chấp hành trung ương", "trung ương")
    return [part for word in plain.split() for part in _SHORT_FOR.get(word, word).split()]


def same_office(shorter: str, longer: str) -> bool:
    """True where ``shorter`` names the same office less exactly: the same rank words, and its words open or close the
    longer title, or nearly all words are shared."""
    a, b = words(shorter), words(longer)
    a, b = [w for w in a if w not in _STATE], [w for w in b if w not in _STATE]
    if _RANK & set(a) != _RANK & set(b):
        return _FORMER & set(b) != set() and len(a) == 2 and a == b[1:3] and len(b) > 3
    if a == b[: len(a)] or (len(a) <= 2 and a == b[-len(a) :]):
        return True
    return a[:1] == b[:1] and len(set(a) & set(b)) / len(set(a) | set(b)) >= _ALIKE
