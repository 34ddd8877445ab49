"""What joins the parts of a body's name: "và", commas within a list of fields, dashes, "về"."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extract.organizations.growth import Growth
from pipeline.extract.organizations.scene import Scene
from pipeline.extract.organizations.words import JOINT_FIELDS, TITLES, WHOLE_FIELDS

_JOINT = re.compile(r",? (?:và|&) |, | ?[-–/] ?")
_ABOUT = re.compile(r" về ")
_LOWER_WORDS = 6
# What a committee does before what it is about: "Ban chỉ đạo về nghiên cứu, tổng kết ...".
_WORK = frozenset(["nghiên cứu", "xây dựng", "tổng kết", "kiểm tra", "quản lý", "hỗ trợ", "điều phối"])


def joined(scene: Scene, name: Growth) -> Growth | None:
    """A field joined to the last one."""
    joint = _JOINT.match(scene.text, name.end)
    if joint is None or not name.parts or name.placed or name.head.word == "đảng":
        return None
    at = joint.end()
    if TITLES.match(scene.text, at) or at in scene.acts:
        return None
    end = scene.fields.get(at)
    if end is None and at not in scene.heads and _is_one_name(scene, name, joint[0], at):
        end = at + len(scene.word(at))
    if end is None or at in scene.names:
        return None
    field = scene.folded[at:end]
    if name.may("strict") and name.field in WHOLE_FIELDS and not scene.is_capital(at):
        return None
    comma = joint[0].startswith(",") and "và" not in joint[0]
    if (comma and not _list_goes_on(scene, name, end)) or (_is_another(scene, name, field, end)):
        return None
    return replace(name, end=end, parts=name.parts + 1, capital=name.capital or scene.is_capital(at), field=field)


def _is_another(scene: Scene, name: Growth, field: str, end: int) -> bool:
    """True where a ministry's field after "và" is another ministry's; not in "Bộ châu Âu và Ngoại giao Pháp"."""
    if name.head.word != "bộ" or field not in WHOLE_FIELDS:
        return False
    return name.field in WHOLE_FIELDS or end + 1 not in scene.places


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
    listed = _JOINT.match(scene.text, name.end)
    if listed and "tội phạm" in scene.folded[name.start : name.end]:
        return not scene.is_capital(listed.end())
    for _ in range(_LOWER_WORDS):
        joint = _JOINT.match(scene.text, end)
        following = scene.fields.get(joint.end()) if joint else None
        if joint is None or following is None:
            return False
        if "và" in joint[0]:
            return True
        end = following
    return False


def concerned(scene: Scene, name: Growth) -> Growth | None:
    """What a joint or steering committee is about: "Ủy ban liên Chính phủ Việt - Nga về hợp tác kinh tế"."""
    about = _ABOUT.match(scene.text, name.end)
    steering = name.head.word == "ban chỉ đạo" or name.field in JOINT_FIELDS or (name.nation and name.may("list"))
    end = scene.fields.get(about.end()) if about else None
    if about is None or end is None or not steering or scene.folded[about.end() : end] in _WORK:
        return None
    return replace(name, end=end, parts=name.parts + 1, placed=False, nation=False, field=scene.folded[name.end : end])
