"""What is rendered from the declarations: Arrow schemas, DuckDB DDL, codebook rows, Data Package resources."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from schemas.columns import Column
from schemas.registry import SCHEMA_VERSION, columns, info, keys
from schemas.vocabularies import VOCABULARIES

SQL_TYPES = {"text": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}
PACKAGE_TYPES = {"text": "string", "integer": "integer", "number": "number", "boolean": "boolean", "date": "date"}


def arrow_type(column: Column) -> pa.DataType:
    """The Arrow type of a column."""
    types = {"text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}
    return types.get(column.type, pa.date32())


def arrow_schema(name: str) -> pa.Schema:
    """The Arrow schema of a table, with nullability and the descriptions of its columns and of itself."""
    fields = [pa.field(c.name, arrow_type(c), c.nullable, {"vi": c.vi, "en": c.en}) for c in columns(name)]
    table = info(name)
    return pa.schema(fields, {"vi": table.vi, "en": table.en, "schema_version": SCHEMA_VERSION})


def ddl(name: str, *, constraints: bool = True, comments: bool = True) -> str:
    """``CREATE TABLE`` and its comments; without ``constraints`` a table may be filled first and checked later."""
    lines = [f"    {_sql_column(c, constraints)}" for c in columns(name)]
    if constraints:
        lines.append(f"    PRIMARY KEY ({', '.join(map(quoted, keys(name)))})")
    create = f"CREATE TABLE {quoted(name)} (\n" + ",\n".join(lines) + "\n);"
    return "\n".join([create, *(_comments(name) if comments else [])])


def quoted(name: str) -> str:
    """An SQL identifier in quotes."""
    return '"' + name.replace('"', '""') + '"'


def literal(value: str) -> str:
    """An SQL string literal."""
    return "'" + value.replace("'", "''") + "'"


def _sql_column(column: Column, constraints: bool) -> str:
    needed = " NOT NULL" if constraints and not column.nullable else ""
    return f"{quoted(column.name)} {SQL_TYPES[column.type]}{needed}"


def _comments(name: str) -> list[str]:
    table = info(name)
    first = f"COMMENT ON TABLE {quoted(name)} IS {literal(f'{table.vi} / {table.en}')};"
    rest = [
        f"COMMENT ON COLUMN {quoted(name)}.{quoted(c.name)} IS {literal(f'{c.vi} / {c.en}')};" for c in table.columns
    ]
    return [first, *rest]


def codebook_rows(name: str) -> list[dict[str, str]]:
    """A table's columns for the codebook: one dictionary a column, all values text."""
    return [
        {
            "column": c.name,
            "type": c.type,
            "key": "key" if c.key else "",
            "vi": c.vi,
            "en": c.en,
            "references": ", ".join(c.references),
            "vocabulary": c.vocabulary or "",
            "null_vi": c.null_vi or "",
            "null_en": c.null_en or "",
            "since": c.since,
            "deprecated": c.deprecated or "",
            "removed_in": c.removed_in or "",
        }
        for c in columns(name)
    ]


def resource_schema(name: str) -> dict[str, Any]:
    """A table's Table Schema (Data Package v2): fields, primary key, and the references that have one target."""
    single = [c for c in columns(name) if len(c.references) == 1 and "" not in c.references]
    schema: dict[str, Any] = {
        "fields": [_field(c) for c in columns(name)],
        "primaryKey": list(keys(name)),
        "missingValues": [""],
    }
    if single:
        schema["foreignKeys"] = [_foreign_key(c, name) for c in single]
    return schema


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": PACKAGE_TYPES[column.type],
        "description": f"{column.vi} / {column.en}",
    }
    limits = _constraints(column)
    if column.vocabulary:
        terms = VOCABULARIES[column.vocabulary].terms
        field["categories"] = [{"value": t.code, "label": f"{t.vi} / {t.en}"} for t in terms]
    return field | ({"constraints": limits} if limits else {})


def _constraints(column: Column) -> dict[str, Any]:
    values: dict[str, Any] = {
        "required": True if not column.nullable else None,
        "pattern": column.pattern,
        "minimum": column.minimum,
        "maximum": column.maximum,
        "maxLength": column.longest,
        "enum": VOCABULARIES[column.vocabulary].codes if column.vocabulary else None,
    }
    return {k: v for k, v in values.items() if v is not None}


def _foreign_key(column: Column, table: str) -> dict[str, Any]:
    target, _, field = column.references[0].partition(".")
    return {
        "fields": [column.name],
        "reference": {"resource": "" if target == table else target, "fields": [field]},
    }
