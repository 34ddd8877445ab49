"""The body that a title belongs to: the one named inside it, the one its short form means, or that of the title it is
listed with."""

from __future__ import annotations

from collections import Counter

from pipeline.extract.parts import Bodies
from pipeline.extract.people.scene import Scene
from pipeline.extract.people.stage import Stage
from pipeline.text.fold import key

_LISTED = 2


def body_of(stage: Stage, bodies: Bodies, index: int) -> int | None:
    """Index in ``bodies.bodies`` of the body of title ``index``; None where the article names none."""
    title, scene = stage.titles[index], stage.scene
    inside = _inside(scene, title.start, title.end)
    if inside is not None:
        return inside
    if title.end > title.head_end:
        return _named_in_full(scene, bodies, title.head_end, title.end)
    return _of_the_next(stage, index)


def _inside(scene: Scene, start: int, end: int) -> int | None:
    """The longest body that begins inside tokens ``[start, end)``."""
    found = [s for s in range(start, end) if s in scene.body_of and scene.bodies.get(s, 0) > start]
    return scene.body_of[max(found, key=lambda s: (scene.bodies[s] - s, -s))] if found else None


def _named_in_full(scene: Scene, bodies: Bodies, start: int, end: int) -> int | None:
    """The body most often named whose name begins with the words of ``[start, end)`` ("Liên hiệp", "Hội")."""
    short = " ".join(scene.keys[start:end])
    counts = Counter(m.body for m in bodies.mentions if key(bodies.bodies[m.body].name).startswith(f"{short} "))
    return max(counts, key=lambda body: (counts[body], -body), default=None)


def _of_the_next(stage: Stage, index: int) -> int | None:
    """The body of the title right after a bare one: "Phó Chủ tịch, Tổng Thư ký Hội Luật gia"."""
    title, scene = stage.titles[index], stage.scene
    following = stage.titles[index + 1] if index + 1 < len(stage.titles) else None
    if title.kind not in ("office", "party") or following is None or following.start - title.end > _LISTED:
        return None
    near = scene.tokens[title.end].text in (",", "-", "–") or scene.keys[title.end] in ("kiêm", "rồi")
    return _inside(scene, following.start, following.end) if near and following.kind == title.kind else None
