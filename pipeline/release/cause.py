"""Why a row differs between two releases: source, method or correction.

correction: a human decision about the row came or went (a claim from corrections or judgements, an event dated by
one). source: a document that the row rests on came or went. method: the rest, where code or registers changed; where
they did not, whatever else moved was moved by the sources.
"""

from __future__ import annotations

from pipeline.tables.findings import Connection
from schemas import keys, literal, names

_DECIDED = """
    SELECT row_id, column_name, value FROM {side}.claims
    WHERE register_row LIKE 'corrections%' OR register_row LIKE 'judgements%'
    UNION ALL SELECT old_id, kind, reason FROM {side}.redirects WHERE reason LIKE '%judgement%'
    UNION ALL SELECT event_id, 'date', date_edtf FROM {side}.events WHERE date_basis = 'correction'
"""
_LINKS = """
    SELECT entity_id AS id, document_id FROM {side}.mentions WHERE entity_id IS NOT NULL
    UNION SELECT mention_id, document_id FROM {side}.mentions
    UNION SELECT entity_id, document_id FROM {side}.names WHERE document_id IS NOT NULL
    UNION SELECT person_id, document_id FROM {side}.positions
    UNION SELECT membership_id, document_id FROM {side}.memberships JOIN {side}.positions USING (person_id)
"""


def prepare_causes(con: Connection, code_changed: bool) -> None:
    """Make the temporary tables that ``cause_sql`` looks into, from the schemas ``old`` and ``new``."""
    old, new = (f"SELECT document_id FROM {side}.documents" for side in ("old", "new"))
    con.execute(f"CREATE OR REPLACE TEMP TABLE moved AS ({old} EXCEPT {new}) UNION ({new} EXCEPT {old})")
    old, new = (f"SELECT source_path, sha256 FROM {side}.files" for side in ("old", "new"))
    con.execute(f"CREATE OR REPLACE TEMP TABLE moved_files AS ({old} EXCEPT {new}) UNION ({new} EXCEPT {old})")
    old, new = (_DECIDED.format(side=side) for side in ("old", "new"))
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE decided AS SELECT DISTINCT row_id FROM"
        f" ((({old}) EXCEPT ({new})) UNION (({new}) EXCEPT ({old})))"
    )
    links = " UNION ".join(_LINKS.format(side=side) for side in ("old", "new"))
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE touched AS SELECT DISTINCT id FROM ({links}) JOIN moved USING (document_id)"
    )
    con.execute("CREATE OR REPLACE TEMP TABLE otherwise AS SELECT ? AS cause", ["method" if code_changed else "source"])


def cause_sql(table: str) -> str:
    """An SQL expression over ``before`` and ``after`` for the cause of a row's difference."""
    decided = _any(_identifiers(table), "SELECT row_id FROM decided")
    sources = _any(_identifiers(table), "SELECT id FROM touched")
    if "document_id" in names(table):
        sources += " OR " + _any(["document_id"], "SELECT document_id FROM moved")
    if table in ("files", "issues", "documents"):
        sources += " OR " + _any(["source_path"], "SELECT source_path FROM moved_files")
    return (
        f"CASE WHEN {decided} THEN {literal('correction')} WHEN {sources} THEN {literal('source')}"
        " ELSE (SELECT cause FROM otherwise) END"
    )


def _identifiers(table: str) -> list[str]:
    """The columns that name the entities a row is about."""
    extra = [c for c in ("row_id", "entity_id", "old_id") if c in names(table)]
    return list(dict.fromkeys([*keys(table), *extra]))


def _any(fields: list[str], among: str) -> str:
    tests = [
        f"coalesce({side}.{field}::VARCHAR IN ({among}), false)" for field in fields for side in ("before", "after")
    ]
    return "(" + " OR ".join(tests) + ")"
