"""Titles in the text: a head word with what went before it (nguyên, cựu, phó) and the body or field after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.extract.people.complements import complement_end, is_addressed
from pipeline.extract.people.scene import DASHES, Scene

STATUS = {"nguyên": "former", "cựu": "former", "cố": "late", "quyền": "acting", "q.": "acting"}
MODIFIERS = ("phó", "trợ", "lý", "tổng", "đồng", "nữ")
_PLURAL = frozenset(
    [
        "các",
        "hai",
        "ba",
        "bốn",
        "năm",
        "sáu",
        "bảy",
        "tám",
        "chín",
        "mười",
        "những",
        "mấy",
        "vị",
        "nhiều",
        "mọi",
        "từng",
        "cả",
        "đời",
    ]
)
# "chính quyền", "nhân quyền", "chủ quyền": no acting officer.
_OF_POWER = frozenset(["chính", "nhân", "chủ", "ủy", "thẩm", "bản", "cầm", "đặc", "bá", "pháp", "kim", "lộng"])
_OF_SOURCE = frozenset(["tài", "căn", "khôi", "chiến", "phục", "trạng", "thái"])

# "phu nhân giáo sư X": X is the professor.
_SPOUSES = ("phu nhân", "phu quân")
_OWN = ("academic", "military", "occupation")


@dataclass(frozen=True, slots=True)
class Title:
    """Tokens ``[start, end)`` are a title, ``nguyên`` and its like included. ``head``: the head phrase, folded.

    ``head_end``: the token after the head. ``kind``: the head's kind. ``many``: "các", "hai" ... stands before it.
    ``status`` as in ``Position``."""

    start: int
    head_end: int
    end: int
    head: str
    kind: str
    many: bool
    status: str


def find_titles(scene: Scene, names: Mapping[int, int]) -> list[Title]:
    """Every title in text order; ``names``: first token -> token after, of each name (no title runs over one)."""
    titles: list[Title] = []
    inside = {i for start, end in names.items() for i in range(start, end)}
    at = 1
    while at < len(scene.tokens):
        title = _title_at(scene, names, at) if at in scene.heads and at not in inside else None
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
    end = complement_end(scene, names, head_end, value)
    if end > head_end and scene.keys[end - 1] in ("mới", "khác") and (end == head_end + 1 or scene.keys[end] == "là"):
        end -= 1
    if head in _SPOUSES and end in names and head_end in scene.heads and _kind(scene, head_end) in _OWN:
        return None
    start, status = _prefix(scene, at)
    return Title(start, head_end, end, head, value.kind, _is_many(scene, start), status)


def _head_end(scene: Scene, at: int) -> int:
    """The token after the head; academic degrees that follow one another are one head ("PGS.TS")."""
    end = scene.heads[at]
    kind = _kind(scene, at)
    while kind == "academic":
        step = 1 if scene.tokens[end].text in (*DASHES, ",", ".") else 0
        if end + step not in scene.heads or _kind(scene, end + step) != "academic":
            break
        end = scene.heads[end + step]
    return end


def _kind(scene: Scene, at: int) -> str:
    return scene.lexicon.head_values[" ".join(scene.keys[at : scene.heads[at]])].kind


def _is_verb(scene: Scene, at: int) -> bool:
    """True for a head that is no title here: "đại diện cho ...", "sự lãnh đạo của ...", "thường trực các ..."."""
    head, after = scene.keys[at : scene.heads[at]], scene.keys[scene.heads[at]]
    if scene.body_end(at) > at and at not in scene.bodies:
        return True
    if scene.keys[at - 1] in ("phủ", "lăng"):
        return True
    if head == ["đại", "biểu"] and (after == "toàn" or scene.keys[at - 1] in ("hội", "đoàn")):
        return True
    if head[:2] == ["quan", "chức"] and scene.keys[at - 1] == "cơ":
        return True
    if after == "quán" or (head == ["bí", "thư"] and scene.keys[at - 1] == "ban"):
        return True
    if head == ["thường", "trực"] and scene.heads[at] not in scene.held:
        return True
    if head == ["vụ", "phó"] and scene.keys[at - 1] == "chức" and scene.tokens[at].kind == "lower":
        return True
    if head in (["đại", "diện"], ["thường", "trực"], ["thành", "viên"]):
        is_named = after == "là" and is_addressed(scene, scene.heads[at] + 1, {})
        return after in ("cho", "của", "các", "là", "tại") and not is_named
    return head == ["lãnh", "đạo"] and (after in ("của", "các", "và") or scene.keys[at - 1] in ("sự", "ban", "các"))


def _prefix(scene: Scene, at: int) -> tuple[int, str]:
    """Where the title begins when the words that modify its head are taken in, and the status they give."""
    status, start = "current", at
    while (scene.keys[at - 1] in MODIFIERS and scene.keys[at - 2] != "hội") or is_status(scene, at - 1):
        at -= 1
        status = STATUS.get(scene.keys[at], status)
        start = at if scene.keys[at] != "nữ" else start
    return start, status


def is_status(scene: Scene, at: int) -> bool:
    """True where "nguyên", "cựu", "cố", "quyền" stand as words of their own, not in "chính quyền", "tài nguyên"."""
    key, before = scene.keys[at], scene.keys[at - 1]
    if key not in STATUS:
        return False
    return not ((key == "quyền" and before in _OF_POWER) or (key == "nguyên" and before in _OF_SOURCE))


def _is_many(scene: Scene, at: int) -> bool:
    before = scene.tokens[at - 1]
    if before.key == "vị" and scene.tokens[at - 2].kind != "number" and scene.keys[at - 2] not in _PLURAL:
        return False
    if before.key in _PLURAL or before.kind == "number":
        return True
    pairs = scene.lexicon.honorific_values
    return any((h := pairs.get(" ".join(scene.keys[at - n : at]))) is not None and h.many for n in (2, 3))
