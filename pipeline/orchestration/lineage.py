"""Where a published column comes from: the field of the readings that it is made of, the table that it points to."""

from __future__ import annotations

import dagster as dg

from pipeline.batch import READING_SCHEMA
from pipeline.orchestration.readings import DOCUMENTS, MENTIONS
from schemas import Column, columns

FROM_DOCUMENT = ("files", "documents", "zones")
FIELDS = {"value": "value", "number": "number", "char_start": "start", "char_end": "end", "rule": "rule"}
_DATES = {"date": "date", "issued": "issued", "period": "period", "published": "published"}
_PARTS = ("_edtf", "_earliest", "_latest")


def table_key(table: str) -> dg.AssetKey:
    """The asset key of a published table."""
    return dg.AssetKey(["tables", table])


def column_lineage(table: str) -> dg.TableColumnLineage:
    """What each column of a table is made of; a column that only the build knows has no entry."""
    found = {column.name: _sources(table, column) for column in columns(table)}
    return dg.TableColumnLineage({name: deps for name, deps in found.items() if deps})


def _sources(table: str, column: Column) -> list[dg.TableColumnDep]:
    pointed = [target.partition(".") for target in column.references]
    links = [dg.TableColumnDep(table_key(t), c) for t, _, c in pointed if t and t != table]
    return links or _read(table, column.name)


def _read(table: str, column: str) -> list[dg.TableColumnDep]:
    field = _field(column)
    if table in FROM_DOCUMENT:
        return [dg.TableColumnDep(DOCUMENTS, field)] if field in READING_SCHEMA.names else []
    if table not in READING_SCHEMA.names:
        return []
    nested = READING_SCHEMA.field(table).type.value_type
    return [dg.TableColumnDep(MENTIONS, f"{table}.{field}")] if nested.get_field_index(field) >= 0 else []


def _field(column: str) -> str:
    for part in _PARTS:
        stem = column.removesuffix(part)
        if stem != column:
            return _DATES.get(stem, stem)
    return FIELDS.get(column, column)
