"""What the page shows: four tables of entities, their links, the documents, and the quotes they rest on.

Belongs here: SQL over the published tables. Does not: how it looks.
"""

from __future__ import annotations

from typing import Any

from pipeline.tables.findings import Connection
from schemas import VOCABULARIES

_TABLES = {
    "events": """
        SELECT event_id, name, event_type, date_edtf, coalesce(date_earliest::VARCHAR, '') AS earliest,
               coalesce(date_latest::VARCHAR, '') AS latest, date_basis, time_of_day, place, format, status, part_of
        FROM events ORDER BY date_earliest DESC NULLS LAST, event_id""",
    "people": """
        SELECT p.person_id, p.name, p.n_documents, p.first_seen_edtf, p.last_seen_edtf, t.titles
        FROM people p LEFT JOIN
             (SELECT person_id, string_agg(DISTINCT title, ' · ' ORDER BY title) AS titles
              FROM positions GROUP BY ALL) t
             USING (person_id)
        ORDER BY p.n_documents DESC, p.name_ascii, p.person_id""",
    "directives": """
        SELECT directive_id, type_vi, symbol, number, title, issued_edtf, issuer_id, term, system, n_documents
        FROM directives ORDER BY n_documents DESC, symbol NULLS LAST, directive_id""",
    "organizations": """
        SELECT o.organization_id, o.name, o.name_en, o.abbreviation, o.kind, o.country, o.parent_id,
               coalesce(m.n, 0) AS n
        FROM organizations o LEFT JOIN
             (SELECT entity_id, count(DISTINCT document_id) AS n FROM mentions GROUP BY ALL) m
             ON m.entity_id = o.organization_id
        ORDER BY n DESC, o.name_ascii, o.organization_id""",
    "documents": """
        SELECT document_id, coalesce(title, source_path) AS title, publisher, published_edtf, url
        FROM documents ORDER BY document_id""",
}
_LINKS = """
    SELECT event_id AS a, 'participant' AS kind, role, person_id AS b FROM participations
    UNION SELECT event_id, 'organization', role, organization_id FROM event_organizations
    UNION SELECT event_id, 'directive', relation, directive_id FROM event_directives
    UNION SELECT directive_id, 'relation', relation, target_id FROM directive_relations
    UNION SELECT person_id, 'position', role, organization_id FROM memberships WHERE organization_id IS NOT NULL
    ORDER BY ALL"""
_QUOTES = """
    SELECT entity_id, document_id, char_start, quote FROM mentions WHERE entity_id IS NOT NULL
    ORDER BY entity_id, document_id, char_start, mention_id"""


def workbook(con: Connection) -> dict[str, Any]:
    """The tables of the page, each ``{columns, rows}``, and ``links``: rows of (from, kind, role, to)."""
    tables = {name: _columns(con, query) for name, query in _TABLES.items()}
    return {**tables, "links": _columns(con, _LINKS)}


def evidence(con: Connection) -> dict[str, list[list[Any]]]:
    """Entity to its quotes: rows of (document, start, quote)."""
    found: dict[str, list[list[Any]]] = {}
    for entity, document, start, quote in con.execute(_QUOTES).fetchall():
        found.setdefault(entity, []).append([document, start, quote])
    return found


def vocabularies() -> dict[str, dict[str, list[str]]]:
    """Vocabulary to code to its Vietnamese and English label."""
    return {v.name: {t.code: [t.vi, t.en] for t in v.terms} for v in VOCABULARIES.values()}


def _columns(con: Connection, query: str) -> dict[str, Any]:
    result = con.execute(query)
    columns = [d[0] for d in result.description or ()]
    return {"columns": columns, "rows": [list(row) for row in result.fetchall()]}
