"""What one document does to another, from the words between their names ("thay thế", "sửa đổi, bổ sung")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.model import DirectiveRelation
from pipeline.extract.parts import DirectiveMention

_FARTHEST = 260
_TAIL = r"(?:[ ](?:cho|các|một số điều của|một số điều|một số nội dung của|nội dung|có hiệu quả|nghiêm|tốt)){0,3}[ ]$"
_BETWEEN: tuple[tuple[str, re.Pattern[str], bool], ...] = (
    ("replaces", re.compile(rf"(?<!\w)thay thế{_TAIL}"), False),
    ("amends", re.compile(rf"(?<!\w)(?:sửa đổi(?:,? bổ sung| và bổ sung)?|bổ sung|điều chỉnh){_TAIL}"), False),
    ("promulgates", re.compile(r"^[^.;]{0,60}(?<!\w)ban hành kèm theo[ ]$"), True),
    ("promulgates", re.compile(r"^[^.;]{0,50}(?<!\w)ban hành[ ]$"), False),
    ("follows", re.compile(rf"(?<!\w)(?:tiếp tục|tổng kết|sơ kết)[^.;]{{0,40}}? thực hiện{_TAIL}"), False),
    (
        "implements",
        re.compile(
            rf"(?<!\w)(?:thực hiện|thi hành|cụ thể hóa|cụ thể hoá|quy định chi tiết|hướng dẫn|triển khai){_TAIL}"
        ),
        False,
    ),
)


def find_relations(text: str, mentions: Sequence[DirectiveMention]) -> tuple[DirectiveRelation, ...]:
    """The relations between documents named one after the other in a sentence; each pair once a relation."""
    found: dict[tuple[int, str, int], DirectiveRelation] = {}
    for i, (first, second) in enumerate(pairwise(mentions)):
        said = _said(text[first.span.end : second.span.start])
        if said is None or first.directive == second.directive:
            continue
        relation, backwards = said
        pair = (second.directive, first.directive) if backwards else (first.directive, second.directive)
        row = DirectiveRelation(pair[0], relation, pair[1], i + backwards)
        found.setdefault((row.directive, relation, row.target), row)
    return tuple(found.values())


def _said(between: str) -> tuple[str, bool] | None:
    if len(between) > _FARTHEST or "\n" in between or re.search(r"[.;!?]\s", between):
        return None
    return next(((name, backwards) for name, pattern, backwards in _BETWEEN if pattern.search(between)), None)
