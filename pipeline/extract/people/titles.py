"""Titles in the text: a head word with what went before it (nguyên, cựu, phó) and the body or field after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.extract.people.scene import Scene

STATUS = {"nguyên": "former", "cựu": "former", "cố": "late", "quyền": "acting", "q.": "acting"}
_DROPPED = frozenset(("tân", "đương", "kim", "vị"))
_RANKED = frozenset(("phó", "trợ", "lý", "tổng", "nữ", "đồng"))
_CONNECTORS = frozenset(
    ["của", "tại", "ở", "về", "thuộc", "trong", "và", "với", "cho", "phụ", "trách", "cùng", "kiêm", "từ", "-"]
)
_DASHES = ("-", "–", "—")
_TERMS = frozenset(("khóa", "khoá", "kỳ", "số", "quận", "phường", "khu", "đoàn", "lệnh"))
_SIDE_BY_SIDE = frozenset(("rank", "military", "academic", "occupation", "clergy"))
_LONGEST = 60
_LOWER_RUN = 14


@dataclass(frozen=True, slots=True)
class Title:
    """Tokens ``[start, end)`` are a title, ``nguyên`` and its like included. ``head``: the head phrase, folded.

    ``kind``: the head's kind. ``many``: "các", "hai" ... stands before it. ``status`` as in ``Position``."""

    start: int
    end: int
    head: str
    kind: str
    many: bool
    status: str


def find_titles(scene: Scene, names: Mapping[int, int]) -> list[Title]:
    """Every title in text order; ``names``: first token -> token after, of each name (no title runs over one)."""
    titles: list[Title] = []
    at = 1
    while at < len(scene.tokens):
        title = _title_at(scene, names, at) if at in scene.heads and at not in names else None
        if title:
            titles.append(title)
        at = max(at + 1, title.end if title else 0)
    return titles


def _title_at(scene: Scene, names: Mapping[int, int], at: int) -> Title | None:
    head_end = _head_end(scene, at)
    if any(i in names for i in range(at, head_end)) or _is_verb(scene, at):
        return None
    head = " ".join(scene.keys[at : scene.heads[at]])
    value = scene.lexicon.head_values[head]
    end = _complement(scene, names, head_end, value.free)
    start, status = _prefix(scene, at)
    return Title(start, end, head, value.kind, _is_many(scene, start), status)


def _head_end(scene: Scene, at: int) -> int:
    """The token after the head; academic degrees that follow one another are one head ("PGS.TS")."""
    end = scene.heads[at]
    kind = _kind(scene, at)
    while kind == "academic":
        step = 1 if scene.tokens[end].text in (*_DASHES, ",", ".") else 0
        if end + step not in scene.heads or _kind(scene, end + step) not in ("academic",):
            break
        end = scene.heads[end + step]
    return end


def _kind(scene: Scene, at: int) -> str:
    return scene.lexicon.head_values[" ".join(scene.keys[at : scene.heads[at]])].kind


def _is_verb(scene: Scene, at: int) -> bool:
    """True for a head that is no title here: "đại diện cho ...", "lãnh đạo Đảng", "các thành viên"."""
    after = scene.keys[scene.heads[at]]
    return scene.keys[at] in ("đại", "thường", "quản") and after in ("cho", "của", "các") and scene.heads[at] == at + 2


def _prefix(scene: Scene, at: int) -> tuple[int, str]:
    """Where the title begins when the words that modify its head are taken in, and the status they give."""
    status = "current"
    while scene.keys[at - 1] in _RANKED or scene.keys[at - 1] in STATUS:
        at -= 1
        status = STATUS.get(scene.keys[at], status)
    return at, status


def _is_many(scene: Scene, at: int) -> bool:
    before = scene.tokens[at - 1]
    plural = ("các", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "những", "vị", "mấy", "một")
    return before.key in plural or before.kind == "number"


def _complement(scene: Scene, names: Mapping[int, int], at: int, free: bool) -> int:
    """The token after the title's complement, which begins at ``at``."""
    end, lower, limit = at, 0, min(len(scene.tokens), at + _LONGEST)
    while at < limit and at not in names:
        step = _held_end(scene, names, at)
        if step > at:
            at, end, lower = step, step, 0
            continue
        if not _goes_on(scene, names, at, end, free):
            break
        lower = lower + 1 if scene.tokens[at].kind == "lower" else 0
        if lower > _LOWER_RUN:
            break
        at += 1
        if scene.keys[at - 1] not in _CONNECTORS and scene.tokens[at - 1].kind != "mark":
            end = at
    return end


def _held_end(scene: Scene, names: Mapping[int, int], at: int) -> int:
    """The token after the body or place at or around ``at``, short of any name in it."""
    end = max(scene.body_end(at), scene.places.get(at, at))
    return next((i for i in range(at, end) if i in names), end)


def _goes_on(scene: Scene, names: Mapping[int, int], at: int, end: int, free: bool) -> bool:
    """True where token ``at`` may belong to the complement."""
    token = scene.tokens[at]
    if token.kind == "break" or _honorific_at(scene, at, names):
        return False
    if token.kind == "mark":
        return free and _mark_inside(scene, names, at, end)
    if at in scene.heads and _starts_other(scene, at, end):
        return False
    if token.kind == "number":
        return free and scene.keys[at - 1] in _TERMS
    if not free:
        return token.key in ("thứ", "nhất", "hai", "ba")
    if token.kind == "lower":
        return _lower_inside(scene, names, at)
    return True


def _honorific_at(scene: Scene, at: int, names: Mapping[int, int]) -> bool:
    size = scene.lexicon.honorifics.match(scene.keys, at)
    return bool(size) and (at + size in names or scene.tokens[at + size].kind == "cap")


def _starts_other(scene: Scene, at: int, end: int) -> bool:
    """True where a second title stands beside the first ("Trung tướng Chánh Văn phòng"), not inside it ("trợ lý Bộ
    trưởng"): a capitalised head after a complement."""
    return scene.tokens[at].kind != "lower" and end == at


def _mark_inside(scene: Scene, names: Mapping[int, int], at: int, end: int) -> bool:
    """True for a dash inside a name ("Kế hoạch - Đầu tư") or a comma inside a list of fields."""
    token, after = scene.tokens[at], scene.tokens[at + 1]
    if at + 1 in names or _head_soon(scene, at + 1) or at != end:
        return False
    if token.text in _DASHES:
        return after.kind in ("cap", "lower", "upper") and scene.tokens[at - 1].kind != "mark"
    return token.text == "," and _is_field_list(scene, names, at)


def _head_soon(scene: Scene, at: int) -> bool:
    """True where a title begins at ``at``, modifiers skipped."""
    while scene.keys[at] in STATUS or scene.keys[at] in _RANKED or scene.keys[at] in _DROPPED:
        if at in scene.heads:
            return True
        at += 1
    return at in scene.heads


def _is_field_list(scene: Scene, names: Mapping[int, int], at: int) -> bool:
    """True for "A, B, C và D" where each of B, C, D is a short field with no name, title or verb in it."""
    for i in range(at + 1, min(at + 16, len(scene.tokens))):
        token = scene.tokens[i]
        if i in names or i in scene.heads or token.kind in ("break", "number") or token.text in ".;:()":
            return False
        if token.key == "và":
            return i + 1 not in names and not _head_soon(scene, i + 1)
        if token.kind == "lower" and _ends(scene, i):
            return False
    return False


def _ends(scene: Scene, at: int) -> bool:
    return bool(scene.lexicon.ends.match(scene.keys, at)) and not scene.lexicon.keeps.match(scene.keys, at)


def _lower_inside(scene: Scene, names: Mapping[int, int], at: int) -> bool:
    key = scene.keys[at]
    if key in ("kiêm", "rồi", "cùng"):
        return False
    if key in ("và", "hoặc") and (at + 1 in names or _head_soon(scene, at + 1) or _honorific_at(scene, at + 1, names)):
        return False
    return not _ends(scene, at)
