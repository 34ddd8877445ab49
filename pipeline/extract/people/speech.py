"""Whose "tôi" it is in the full text of a speech that a document gives."""

from __future__ import annotations

from pipeline.extract.people.references import Reference
from pipeline.extract.people.stage import Stage, clause_end

_ANNOUNCED = (["toàn", "văn"], ["nguyên", "văn"])
_QUOTES = {"“": 1, "”": -1, "«": 1, "»": -1}


def spoken(stage: Stage) -> list[Reference]:
    """Every "tôi" after "toàn văn bài phát biểu (của X)", outside quotes: X, or the last who was named before."""
    keys = stage.scene.keys
    at = next((i for i in range(1, len(keys)) if keys[i : i + 2] in _ANNOUNCED), None)
    speaker = None if at is None else _speaker(stage, at)
    if at is None or speaker is None:
        return []
    return [Reference(i, i + 1, speaker, None, False) for i in _own(stage, at)]


def _speaker(stage: Stage, at: int) -> int | None:
    stop = clause_end(stage.scene, at)
    inside = [i for i, f in enumerate(stage.found) if at < f.start < stop]
    before = [i for i, f in enumerate(stage.found) if f.start < at]
    return inside[0] if inside else before[-1] if before else None


def _own(stage: Stage, at: int) -> list[int]:
    """The tokens "tôi" after ``at`` that stand in no quotation."""
    depth, found = 0, []
    for i in range(at, len(stage.scene.tokens)):
        depth = max(0, depth + _QUOTES.get(stage.scene.tokens[i].text, 0))
        depth = 0 if stage.scene.tokens[i].kind == "break" else depth
        if not depth and stage.scene.keys[i] == "tôi" and stage.scene.keys[i - 1] != "chúng":
            found.append(i)
    return found
