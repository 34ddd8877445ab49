"""How far a title reaches after its head: over bodies, places and fields, up to a verb, a name or a mark."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.extract.people.lexicon import Head
from pipeline.extract.people.runs import PARTICLES
from pipeline.extract.people.scene import DASHES, Scene, over_bracket

_CONNECTORS = frozenset(
    ["của", "tại", "ở", "về", "thuộc", "trong", "và", "cho", "phụ", "trách", "từ", "đương", "nhiệm"]
)
_TERMS = frozenset(["khóa", "kỳ", "số", "quận", "phường", "khu", "đoàn", "lệnh", "phái", "nhóm"])
_SIDE_BY_SIDE = frozenset(["rank", "military", "academic", "occupation", "clergy"])
_BODIES = frozenset(
    ["đoàn", "hội", "ban", "phòng", "ty", "trường", "viện", "khoa", "môn", "đồng", "bộ", "cục", "vụ", "sở", "clb"]
)
_RANKS = frozenset(["rank", "military"])
_LINKS = frozenset(["kiêm", "rồi", "cùng"])
_LONGEST = 60
_LOWER_RUN = 14
_SHORT_FIELD = 3
_PLACE_BACK = 4
_SHORT_BRACKET = 6


def complement_end(scene: Scene, names: Mapping[int, int], at: int, head: Head) -> int:
    """The token after the complement that begins at ``at``; ``at`` where there is none. A head that takes only a place
    or nothing takes a field too where a name follows at once ("giáo sư lịch sử X")."""
    if head.complement != "free" and head.kind not in _RANKS:
        farther = _reach(scene, names, at, Head(head.kind, "free"))
        if farther in names:
            return farther
    return _reach(scene, names, at, head)


def _reach(scene: Scene, names: Mapping[int, int], at: int, head: Head) -> int:
    begin = end = at
    lower, limit = 0, min(len(scene.tokens), at + _LONGEST)
    while at < limit and at not in names:
        step = _held_end(scene, names, _past_bracket(scene, at) if at == end > begin else at)
        if step > at and head.complement != "none":
            at, end, lower = step, step, 0
            continue
        if not _goes_on(scene, names, at, (begin, end), head):
            break
        lower = lower + 1 if scene.tokens[at].kind == "lower" else 0
        if lower > _LOWER_RUN:
            break
        at = scene.heads.get(at, at + 1)
        if scene.keys[at - 1] not in _CONNECTORS and scene.tokens[at - 1].kind != "mark":
            end = at
    return end


def _past_bracket(scene: Scene, at: int) -> int:
    """``at`` moved over a short bracket that a place follows: "Hạ viện (Duma) Nga"."""
    after = over_bracket(scene, at)
    return after if after - at <= _SHORT_BRACKET and after in scene.places else at


def _held_end(scene: Scene, names: Mapping[int, int], at: int) -> int:
    """The token after the body or place at or around ``at``, short of any name in it."""
    end = max(scene.body_end(at), *(scene.places.get(s, at) for s in range(at, at - _PLACE_BACK, -1)))
    return next((i for i in range(at, end) if i in names), end)


def _goes_on(scene: Scene, names: Mapping[int, int], at: int, done: tuple[int, int], head: Head) -> bool:
    """True where token ``at`` may belong to a complement that has reached ``done``."""
    token, (begin, end) = scene.tokens[at], done
    if token.kind == "break" or is_addressed(scene, at, names) or head.complement == "none":
        return False
    if scene.lexicon.eponyms.match(scene.keys, at) or at in scene.avoided:
        return False
    if scene.over_attributes(at) in names or (at == begin and token.key == "và" and head.kind == "office"):
        return False
    free = head.complement == "free"
    if free and at == begin and scene.keys[at : at + 2] == ["tổ", "chức"]:
        return True
    if token.kind == "mark":
        return free and _mark_inside(scene, names, at, end)
    if at in scene.heads and at == end and scene.keys[at - 1] not in _BODIES:
        return end == begin and head.kind not in _SIDE_BY_SIDE
    if token.kind == "number":
        return free and (scene.keys[at - 1] in _TERMS or (at == end and scene.tokens[at - 1].kind == "upper"))
    if not free:
        return token.key in ("của", "thứ", "nhất", "nước") and at + 1 in scene.held
    return _lower_inside(scene, names, at) if token.kind == "lower" else True


def is_addressed(scene: Scene, at: int, names: Mapping[int, int]) -> bool:
    """True where an honorific with a name after it begins at ``at``."""
    size = scene.lexicon.honorifics.match(scene.keys, at)
    return bool(size) and (at + size in names or scene.tokens[at + size].kind == "cap")


def _mark_inside(scene: Scene, names: Mapping[int, int], at: int, end: int) -> bool:
    """True for a dash inside a name ("Kế hoạch - Đầu tư") or a comma inside a list of fields."""
    token, after = scene.tokens[at], scene.tokens[at + 1]
    if at + 1 in names or head_soon(scene, at + 1) or at != end:
        return False
    if token.text == "&":
        return after.kind in ("cap", "upper")
    if after.text == "PV":
        return False
    if token.text in DASHES:
        before = scene.tokens[at - 1].kind
        goes_on = after.kind in ("cap", "upper") or (after.kind == "lower" and before == "lower")
        return goes_on and before != "mark" and not scene.is_end(at + 1)
    if token.text != ",":
        return False
    of_body = scene.bodies.get(at + 1, 0) in names and not head_soon(scene, at + 1)
    return of_body or _is_field_list(scene, names, at) or _is_short_list(scene, names, at)


def head_soon(scene: Scene, at: int) -> bool:
    """True where a title begins at ``at``, modifiers skipped."""
    while scene.keys[at] in _OPENERS and at not in scene.heads:
        at += 1
    return at in scene.heads


_OPENERS = frozenset(
    [
        "nguyên",
        "cựu",
        "cố",
        "quyền",
        "q.",
        "tân",
        "đương",
        "kim",
        "phó",
        "trợ",
        "lý",
        "tổng",
        "nữ",
        "đồng",
        "hiện",
        "là",
    ]
)


def _is_field_list(scene: Scene, names: Mapping[int, int], at: int) -> bool:
    """True for "A, B, C và D" where each of B, C, D is a short field with no name, title or verb in it."""
    for i in range(at + 1, min(at + 16, len(scene.tokens))):
        token = scene.tokens[i]
        if i in names or i in scene.heads or token.kind in ("break", "number") or token.text in ".;:()":
            return False
        if token.key == "và":
            return i + 1 not in names and not head_soon(scene, i + 1)
        if token.kind == "lower" and scene.is_end(i):
            return False
    return False


def _is_short_list(scene: Scene, names: Mapping[int, int], at: int) -> bool:
    """True for a field of one to three small words between two marks ("về tham nhũng, kinh tế, buôn lậu")."""
    if at in scene.held or scene.tokens[at - 1].kind != "lower" or scene.keys[at + 1] in _CONNECTORS:
        return False
    for i in range(at + 1, min(at + 2 + _SHORT_FIELD, len(scene.tokens))):
        if scene.tokens[i].text in (",", ".") and i > at + 2:
            return True
        if scene.tokens[i].kind != "lower" or i in names or i in scene.heads or scene.is_end(i):
            return False
    return False


def _lower_inside(scene: Scene, names: Mapping[int, int], at: int) -> bool:
    key = scene.keys[at]
    if key == "khóa" and scene.tokens[at + 1].kind not in ("number", "upper", "cap"):
        return False
    if key in _LINKS or (key in PARTICLES and at + 1 in names):
        return False
    if key in ("và", "hoặc") and (at + 1 in names or head_soon(scene, at + 1) or is_addressed(scene, at + 1, names)):
        return False
    return not scene.is_end(at)
