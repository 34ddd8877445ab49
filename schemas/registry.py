"""All tables in their published order, and what is asked of their declarations: columns, keys, references."""

from __future__ import annotations

from dataclasses import dataclass

from schemas import actors, happenings, sources, statements
from schemas.columns import Column
from schemas.model import Table, TableInfo

SCHEMA_VERSION = "1.0.0"

_MODELS: tuple[type[Table], ...] = (
    sources.Files,
    sources.Documents,
    sources.Zones,
    sources.Mentions,
    sources.Claims,
    actors.People,
    actors.Names,
    actors.Positions,
    actors.Memberships,
    actors.Organizations,
    actors.Places,
    happenings.Directives,
    happenings.Events,
    happenings.EventDocuments,
    happenings.Participations,
    happenings.EventOrganizations,
    happenings.EventCountries,
    happenings.EventDirectives,
    happenings.DirectiveRelations,
    statements.Figures,
    statements.Instructions,
    sources.Redirects,
    sources.Issues,
)
TABLES: dict[str, type[Table]] = {m.info().name: m for m in _MODELS}


@dataclass(frozen=True, slots=True)
class Reference:
    """``table.column`` must stand in at least one of ``targets`` (pairs of table and column)."""

    table: str
    column: str
    targets: tuple[tuple[str, str], ...]


def info(name: str) -> TableInfo:
    """The declaration of a table. Raises KeyError where there is no such table."""
    return TABLES[name].info()


def columns(name: str) -> tuple[Column, ...]:
    """The columns of a table, in their published order."""
    return info(name).columns


def names(name: str) -> list[str]:
    """The column names of a table, in their published order."""
    return [c.name for c in columns(name)]


def keys(name: str) -> tuple[str, ...]:
    """The columns of a table's key, in order."""
    return tuple(c.name for c in columns(name) if c.key)


def references() -> tuple[Reference, ...]:
    """Every declared reference, in the order of the tables and columns."""
    return tuple(
        Reference(table, c.name, tuple(_target(t) for t in c.references))
        for table in TABLES
        for c in columns(table)
        if c.references
    )


def _target(reference: str) -> tuple[str, str]:
    table, _, column = reference.partition(".")
    return table, column
