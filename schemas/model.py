"""The base of every table's model: columns declared with ``schemas.columns`` become a pandera polars model.

Belongs here: how a declaration becomes a ``DataFrameModel``. Does not: particular tables, SQL, files.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandera.polars as pa
import polars as pl

from schemas.columns import Column, Dated
from schemas.vocabularies import VOCABULARIES

POLARS_TYPES: dict[str, Any] = {
    "text": pl.String,
    "integer": pl.Int64,
    "number": pl.Float64,
    "boolean": pl.Boolean,
    "date": pl.Date,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """What must be true of each row: ``sql`` is a condition over its columns; null counts as true."""

    name: str
    sql: str
    vi: str
    en: str
    severity: str = "error"


@dataclass(frozen=True, slots=True)
class TableInfo:
    """A table as declared: its columns in their published order, its row rules, what it holds."""

    name: str
    vi: str
    en: str
    columns: tuple[Column, ...]
    rules: tuple[Rule, ...]


class Table(pa.DataFrameModel):
    """The base of the published tables' models; a subclass's docstring is the table's English description."""

    class Config:
        """Exactly the declared columns, in the declared order."""

        strict = True
        ordered = True

    _info: TableInfo

    def __init_subclass__(cls, *, table: str, vi: str, rules: tuple[Rule, ...] = (), **kwargs: Any) -> None:
        """Turn the declared columns into pandera fields."""
        declared, dates = _take_columns(cls)
        cls._info = TableInfo(table, vi, inspect.cleandoc(cls.__doc__ or ""), declared, (*rules, *dates))
        cls.__annotations__ = {c.name: POLARS_TYPES[c.type] for c in declared}
        for column in declared:
            field = _field(column)
            field.__set_name__(cls, column.name)
            setattr(cls, column.name, field)
        super().__init_subclass__(**kwargs)  # type: ignore[no-untyped-call]

    @classmethod
    def info(cls) -> TableInfo:
        """The table's declaration."""
        return cls._info


def _take_columns(cls: type) -> tuple[tuple[Column, ...], tuple[Rule, ...]]:
    """The declared columns in order; ``from_`` stands for ``from``, which Python keeps for itself."""
    columns: list[Column] = []
    rules: list[Rule] = []
    for name, value in list(vars(cls).items()):
        if isinstance(value, Column):
            columns.append(replace(value, name=name))
        elif isinstance(value, Dated):
            columns.extend(value.expand(name.rstrip("_")))
            rules.append(_date_rule(name.rstrip("_")))
        else:
            continue
        delattr(cls, name)
    return tuple(columns), tuple(rules)


def _date_rule(name: str) -> Rule:
    low, high, edtf = f"{name}_earliest", f"{name}_latest", f"{name}_edtf"
    sql = f"{low} <= {high} AND ({edtf} IS NOT NULL OR ({low} IS NULL AND {high} IS NULL))"
    return Rule(f"{name}_bounds", sql, "giới hạn ngày phải thuận", "a date's bounds run forward and have a date")


def _field(column: Column) -> Any:
    options: dict[str, Any] = {
        "nullable": column.nullable,
        "title": column.name,
        "description": column.en,
        "metadata": {"column": column},
        "str_matches": column.pattern,
        "ge": _bound(column, column.minimum),
        "le": _bound(column, column.maximum),
        "str_length": {"max_value": column.longest} if column.longest else None,
        "isin": VOCABULARIES[column.vocabulary].codes if column.vocabulary else None,
    }
    return pa.Field(**{k: v for k, v in options.items() if v is not None})


def _bound(column: Column, value: int | None) -> int | date | None:
    return value if column.type in ("integer", "number") else None
