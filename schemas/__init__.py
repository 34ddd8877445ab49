"""One pandera model a published table, and the vocabularies: the only place where a column is declared.

Arrow schemas, DuckDB DDL, the codebook and the descriptors are rendered from these models. Imports nothing of
``pipeline``.
"""

from schemas.columns import Column
from schemas.model import Rule, Table, TableInfo
from schemas.registry import SCHEMA_VERSION, TABLES, Reference, columns, info, keys, names, references
from schemas.render import arrow_schema, codebook_rows, ddl, literal, quoted, resource_schema
from schemas.vocabularies import VOCABULARIES, Term, Vocabulary

__all__ = [
    "SCHEMA_VERSION",
    "TABLES",
    "VOCABULARIES",
    "Column",
    "Reference",
    "Rule",
    "Table",
    "TableInfo",
    "Term",
    "Vocabulary",
    "arrow_schema",
    "codebook_rows",
    "columns",
    "ddl",
    "info",
    "keys",
    "literal",
    "names",
    "quoted",
    "references",
    "resource_schema",
]
