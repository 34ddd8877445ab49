"""``diagram.svg``: the tables and their references as a picture, drawn from the declarations alone.

Belongs here: the layout, which depends on nothing but the declarations. Does not: data.
"""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from pipeline.release.draft import Draft
from schemas import TABLES, columns, references

LAYOUT = (
    ("files", "documents", "zones", "issues"),
    ("mentions", "claims", "figures", "instructions"),
    ("event_documents", "participations", "event_organizations", "event_countries", "event_directives"),
    ("events", "people", "organizations", "directives"),
    ("places", "names", "positions", "memberships", "directive_relations", "redirects"),
)
"""The tables by column of the picture, from what came in to what is known."""
_WIDTH, _GAP, _LINE, _HEAD, _BETWEEN = 210, 110, 17, 26, 26

_FRAME = 'fill="#fff" stroke="#8a1c1c"'
_CURVE = 'fill="none" stroke="#b9a98f" stroke-width="1.2"'


class Box(NamedTuple):
    """Where a table stands in the picture, and which columns it shows: its key and what refers to others."""

    x: int
    y: int
    rows: tuple[str, ...]

    @property
    def height(self) -> int:
        """In pixels."""
        return _HEAD + _LINE * len(self.rows) + 8


def write_diagram(draft: Draft) -> None:
    """Write ``diagram.svg``."""
    draft.write("diagram.svg", diagram())


def diagram() -> str:
    """The picture as SVG text."""
    boxes = place_boxes()
    width = max(b.x for b in boxes.values()) + _WIDTH + 70
    height = max(b.y + b.height for b in boxes.values()) + 20
    lines = [_edge(boxes, r.table, r.column, target) for r in references() for target, _ in r.targets]
    shown = [_box(name, box) for name, box in boxes.items()]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif">',
            "<title>Huunghi: tables and references</title>",
            f'<rect width="{width}" height="{height}" fill="#fdfcf9"/>',
            *lines,
            *shown,
            "</svg>\n",
        ]
    )


def place_boxes() -> dict[str, Box]:
    """Each table's box; a table that the layout does not name stands at the foot of the last column."""
    named = {table for column in LAYOUT for table in column}
    rest = tuple(t for t in TABLES if t not in named)
    boxes: dict[str, Box] = {}
    for number, tables in enumerate((*LAYOUT[:-1], (*LAYOUT[-1], *rest))):
        y = 20
        for table in tables:
            shown = tuple(c.name for c in columns(table) if c.key or c.references)
            boxes[table] = Box(20 + number * (_WIDTH + _GAP), y, shown)
            y += boxes[table].height + _BETWEEN
    return boxes


def _box(name: str, box: Box) -> str:
    rows = [
        f'<text x="{box.x + 10}" y="{box.y + _HEAD + _LINE * (i + 1) - 3}" font-size="12"'
        f' font-weight="{"bold" if _is_key(name, column) else "normal"}" fill="#333">{escape(column)}</text>'
        for i, column in enumerate(box.rows)
    ]
    return "\n".join(
        [
            f'<rect x="{box.x}" y="{box.y}" width="{_WIDTH}" height="{box.height}" rx="6" {_FRAME}/>',
            f'<text x="{box.x + 10}" y="{box.y + 18}" font-size="14" font-weight="bold" fill="#8a1c1c">{name}</text>',
            *rows,
        ]
    )


def _is_key(table: str, column: str) -> bool:
    return any(c.key for c in columns(table) if c.name == column)


def _edge(boxes: dict[str, Box], table: str, column: str, target: str) -> str:
    """A curve from a column's row to the head of the table it refers to."""
    start, end = boxes[table], boxes[target]
    y1 = start.y + _HEAD + _LINE * start.rows.index(column) + 10
    y2 = end.y + 14
    right = end.x > start.x
    x1 = start.x + (_WIDTH if right or end.x == start.x else 0)
    x2 = end.x + (0 if right else _WIDTH)
    bend = 45 if right or end.x == start.x else -45
    back = -45 if right else 45
    return (
        f'<path d="M{x1} {y1} C{x1 + bend} {y1} {x2 + back} {y2} {x2} {y2}" {_CURVE}>'
        f"<title>{table}.{column} → {target}</title></path>"
    )
