"""Pictures for the asset pages, drawn as SVG from rows; the same rows give the same picture.

Belongs here: layout. Does not: a plotting library, which would weigh more than all of these."""

from __future__ import annotations

import base64
import math
from collections.abc import Mapping, Sequence
from html import escape

from pipeline.tables.findings import Connection, rows
from schemas import columns, quoted

COLOURS = ("#8a1c1c", "#c77d2b", "#3f6f5f", "#2b5c8a", "#7a5195", "#a0a03c", "#5c5c5c", "#c05780")
_BAR, _LEFT, _WIDE = 22, 190, 420
_MOST = 14


def embedded(svg: str, title: str) -> str:
    """Markdown that shows an SVG picture."""
    return f"![{title}](data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()})"


def bars(title: str, values: Mapping[str, Mapping[str, float]], most: float | None = None) -> str:
    """Horizontal bars, one a key, each divided by kind; ``most``: the value at full width, else the greatest sum."""
    kinds = sorted({kind for parts in values.values() for kind in parts})
    colour = {kind: COLOURS[i % len(COLOURS)] for i, kind in enumerate(kinds)}
    full = most or max((sum(p.values()) for p in values.values()), default=0) or 1
    lines = [_bar(n, label, parts, colour, full) for n, (label, parts) in enumerate(values.items())]
    legend = [_legend(i, kind, colour[kind]) for i, kind in enumerate(kinds if len(kinds) > 1 else [])]
    height = 40 + max(len(lines) * _BAR, len(legend) * 18)
    return _svg(_LEFT + _WIDE + 220, height, title, [*lines, *legend])


def _bar(n: int, label: str, parts: Mapping[str, float], colour: Mapping[str, str], full: float) -> str:
    y, x = 34 + n * _BAR, float(_LEFT)
    out = [_text(_LEFT - 8, y + 13, label[:28], "end")]
    for kind, value in sorted(parts.items()):
        width = _WIDE * value / full
        out.append(f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{_BAR - 6}" fill="{colour[kind]}"/>')
        x += width
    return "".join([*out, _text(x + 6, y + 13, f"{sum(parts.values()):g}", "start")])


def _legend(n: int, kind: str, colour: str) -> str:
    x, y = _LEFT + _WIDE + 60, 34 + n * 18
    return f'<rect x="{x}" y="{y}" width="12" height="12" fill="{colour}"/>' + _text(x + 18, y + 11, kind, "start")


def _text(x: float, y: float, content: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="12">{escape(content)}</text>'


def _svg(width: int, height: int, title: str, lines: Sequence[str]) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="sans-serif">'
    ground = f'<rect width="{width}" height="{height}" fill="#fff"/>'
    return "".join([head, ground, f'<text x="12" y="20" font-size="14">{escape(title)}</text>', *lines, "</svg>"])


def network(title: str, links: Sequence[tuple[str, str, int]]) -> str:
    """A circle of names, joined by lines as thick as they are often together."""
    names = sorted({name for a, b, _ in links for name in (a, b)})
    place = {name: 2 * math.pi * i / max(len(names), 1) for i, name in enumerate(names)}
    at = {name: (430 + 190 * math.cos(angle), 250 + 190 * math.sin(angle)) for name, angle in place.items()}
    lines = [_link(at[a], at[b], count) for a, b, count in links]
    return _svg(860, 500, title, [*lines, *(_node(at[name], name) for name in names)])


def _link(a: tuple[float, float], b: tuple[float, float], count: int) -> str:
    ends = f'x1="{a[0]:.1f}" y1="{a[1]:.1f}" x2="{b[0]:.1f}" y2="{b[1]:.1f}"'
    return f'<line {ends} stroke="#c77d2b" stroke-opacity=".6" stroke-width="{min(1 + count, 8)}"/>'


def _node(at: tuple[float, float], name: str) -> str:
    right = at[0] >= 430
    label = _text(at[0] + (8 if right else -8), at[1] + 4, name[:34], "start" if right else "end")
    return f'<circle cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="5" fill="#8a1c1c"/>{label}'


def events_by_year(con: Connection) -> str:
    """Events a year by type, the latest years; those without a year last."""
    found = rows(
        con,
        "SELECT coalesce(year(date_earliest)::VARCHAR, 'year not known') AS year, event_type, count(*) AS n"
        " FROM events GROUP BY ALL ORDER BY ALL",
    )
    years: dict[str, dict[str, float]] = {}
    for row in found:
        years.setdefault(row["year"], {})[row["event_type"]] = row["n"]
    return bars("Events a year, by type", dict(list(years.items())[-20:]))


def organizations_together(con: Connection) -> str:
    """The bodies that take part in the same events most often."""
    query = f"""SELECT a.name AS a, b.name AS b, count(DISTINCT x.event_id) AS n
        FROM event_organizations x JOIN event_organizations y USING (event_id)
        JOIN organizations a ON a.organization_id = x.organization_id
        JOIN organizations b ON b.organization_id = y.organization_id
        WHERE a.name < b.name GROUP BY ALL ORDER BY n DESC, a, b LIMIT {_MOST}"""
    return network("Bodies in the same events", [(r["a"], r["b"], r["n"]) for r in rows(con, query)])


def fill_rates(con: Connection, table: str) -> str:
    """Which share of a table's rows has each column that may be empty."""
    nullable = [c.name for c in columns(table) if c.nullable]
    shares = ", ".join(
        f"round(100 * coalesce(avg(({quoted(c)} IS NOT NULL)::INT), 0), 1) AS {quoted(c)}" for c in nullable
    )
    found = rows(con, f"SELECT {shares} FROM {quoted(table)}")[0] if nullable else {}
    return bars("Filled, per cent", {name: {"filled": float(share)} for name, share in found.items()}, most=100)
