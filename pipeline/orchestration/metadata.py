"""What an asset shows of itself: row counts, previews, column schemas, failing rows, as Dagster metadata."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import dagster as dg

from pipeline.tables.findings import Connection, Finding, rows
from pipeline.tables.write import count_rows, sorted_rows
from schemas import Column, columns, info
from schemas.render import SQL_TYPES

OWNERS = ["team:huunghi"]
_CELL = 80
_PREVIEW = 10


def markdown(found: Sequence[dict[str, Any]]) -> str:
    """Rows as a Markdown table; long cells are cut, what would break the table is escaped."""
    if not found:
        return "_no rows_"
    head = list(found[0])
    lines = [head, ["---"] * len(head), *([_cell(row.get(name)) for name in head] for row in found)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(value: Any) -> str:
    content = "" if value is None else str(value).replace("\n", " ").replace("|", "\\|")
    return content if len(content) <= _CELL else content[: _CELL - 1] + "…"


def preview(con: Connection, table: str) -> str:
    """The first rows of a table, by key."""
    return markdown(rows(con, f"{sorted_rows(table)} LIMIT {_PREVIEW}"))


def table_metadata(con: Connection, table: str, before: int | None) -> dict[str, Any]:
    """A table's row count (and against the last run), and its first rows."""
    count = count_rows(con, table)
    found: dict[str, Any] = {"dagster/row_count": count, "preview": dg.MetadataValue.md(preview(con, table))}
    return found if before is None else {**found, "rows_last_run": before, "rows_change": count - before}


def column_schema(table: str) -> dg.TableSchema:
    """A table's columns as the asset page shows them, with their descriptions in both languages."""
    return dg.TableSchema(columns=[_column(c) for c in columns(table)])


def _column(column: Column) -> dg.TableColumn:
    other = [f"→ {target}" for target in column.references] + ([f"in {column.vocabulary}"] if column.vocabulary else [])
    constraints = dg.TableColumnConstraints(nullable=column.nullable, unique=False, other=other)
    return dg.TableColumn(column.name, SQL_TYPES[column.type], f"{column.en} / {column.vi}", constraints)


def description(table: str) -> str:
    """A table's description in both languages."""
    about = info(table)
    return f"{about.en}\n\n{about.vi}"


def findings_metadata(findings: Iterable[Finding]) -> dict[str, Any]:
    """The rules that do not hold and the first rows that break each."""
    found = list(findings)
    told = [{"rule": f.check, "column": f.column, "rows": f.count, "what": f.message} for f in found]
    shown: dict[str, Any] = {"broken_rules": dg.MetadataValue.md(markdown(told)), "rows": sum(f.count for f in found)}
    for finding in found:
        key = f"failing rows: {finding.column or finding.table} {finding.check}"
        shown[key] = dg.MetadataValue.md(markdown(finding.examples))
    return shown
