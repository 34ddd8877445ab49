"""Checks of evidence: every row leads to a mention or a register row, and every quote stands where it says.

Belongs here: what ties rows to text. Does not: types, keys, references.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import islice

import pyarrow as pa

from pipeline.tables.findings import Connection, Finding, bad_rows
from schemas import TABLES, keys, names, quoted

_BATCH = 2_000
_SHARE = 4
_FROM_REGISTER = "SELECT entity_id FROM names WHERE source_id LIKE 'reg-%'"
_MENTIONED = "SELECT entity_id FROM mentions WHERE entity_id IS NOT NULL"
_PREFIX = (
    "CASE kind WHEN 'person' THEN 'per' WHEN 'organization' THEN 'org' WHEN 'directive' THEN 'dir'"
    " WHEN 'event' THEN 'evt' WHEN 'figure' THEN 'fig' WHEN 'instruction' THEN 'ins' END"
)
LED = {
    "people": f"person_id IN ({_MENTIONED}) OR person_id IN ({_FROM_REGISTER})",
    "organizations": f"organization_id IN ({_MENTIONED}) OR organization_id IN ({_FROM_REGISTER})",
    "directives": f"in_register OR directive_id IN ({_MENTIONED})",
    "events": f"event_id IN ({_MENTIONED}) OR event_id IN (SELECT row_id FROM claims WHERE register_row IS NOT NULL)",
    "places": f"place_id IN ({_FROM_REGISTER}) OR name IN (SELECT value FROM mentions WHERE kind = 'place')",
    "memberships": "person_id IN (SELECT person_id FROM positions)",
    "directive_relations": "mention_id IS NOT NULL OR source_id LIKE 'reg-%'",
    "names": "document_id IS NOT NULL OR source_id LIKE 'reg-%'",
}
"""What leads a table's rows to evidence; the other tables have a mention_id that is always filled."""


def check_evidence(con: Connection) -> list[Finding]:
    """Every row leads to a mention or a register row; mentions agree with their rows; quotes cover a small share."""
    return [
        *(f for table, led in LED.items() for f in _led(con, table, led)),
        *(f for table in TABLES for f in _same_document(con, table)),
        *_kinds(con),
        *_counted(con),
        *_share(con),
    ]


def _led(con: Connection, table: str, led: str) -> list[Finding]:
    query = f"SELECT {', '.join(map(quoted, keys(table)))} FROM {quoted(table)} WHERE NOT coalesce({led}, false)"
    return bad_rows(con, query, table=table, check="evidence", message="rests on no mention and no register row")


def _same_document(con: Connection, table: str) -> list[Finding]:
    if table == "mentions" or not {"mention_id", "document_id"} <= set(names(table)):
        return []
    query = (
        f"SELECT t.mention_id, t.document_id FROM {quoted(table)} t JOIN mentions m ON m.mention_id = t.mention_id"
        " WHERE m.document_id <> t.document_id"
    )
    return bad_rows(con, query, table=table, check="document", message="the mention stands in another document")


def _kinds(con: Connection) -> list[Finding]:
    query = f"SELECT mention_id, kind, entity_id FROM mentions WHERE left(entity_id, 3) <> {_PREFIX}"
    return bad_rows(
        con, query, table="mentions", column="entity_id", check="kind", message="the entity is of another kind"
    )


def _counted(con: Connection) -> list[Finding]:
    query = (
        "SELECT document_id, n_mentions, count(mention_id) AS n FROM documents LEFT JOIN mentions USING (document_id)"
        " GROUP BY ALL HAVING n <> n_mentions"
    )
    return bad_rows(
        con, query, table="documents", column="n_mentions", check="count", message="is not the number of its mentions"
    )


COVERED = (
    "SELECT document_id, sum(greatest(char_end - greatest(char_start, reached), 0)) AS covered FROM (SELECT *,"
    " coalesce(max(char_end) OVER (PARTITION BY document_id ORDER BY char_start, char_end, mention_id"
    " ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS reached FROM mentions) GROUP BY document_id"
)
"""SQL: how many characters of each document its published quotes cover together, overlaps counted once."""


def _share(con: Connection) -> list[Finding]:
    query = (
        f"SELECT document_id, covered, n_chars FROM ({COVERED}) JOIN documents USING (document_id)"
        f" WHERE covered * {_SHARE} > n_chars"
    )
    return bad_rows(
        con,
        query,
        table="mentions",
        column="quote",
        check="share",
        message="the published quotes of a document cover more than a quarter of it",
    )


def check_quotes(con: Connection, texts: Iterable[str]) -> list[Finding]:
    """Findings where ``text[char_start:char_end]`` is not the quote, and where a document's text is not there.

    ``texts``: the inputs' decoded texts in any order; a document knows its own by ``text_sha256``. Batch by batch, so
    that the texts may be larger than memory."""
    con.execute("CREATE OR REPLACE TEMP TABLE wrong_quotes (mention_id VARCHAR, quote VARCHAR, found VARCHAR)")
    con.execute("CREATE OR REPLACE TEMP TABLE seen_texts (text_sha256 VARCHAR)")
    for batch in _batches(texts):
        _compare(con, batch)
    findings = [*_wrong_quotes(con), *_unseen_texts(con)]
    con.execute("DROP TABLE wrong_quotes; DROP TABLE seen_texts")
    return findings


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(texts)
    while batch := list(dict.fromkeys(islice(rest, _BATCH))):
        yield batch


def _compare(con: Connection, batch: list[str]) -> None:
    hashes = [hashlib.sha256(text.encode()).hexdigest() for text in batch]
    con.register("text_batch", pa.table({"text": batch, "text_sha256": hashes}))
    con.execute("INSERT INTO seen_texts SELECT text_sha256 FROM text_batch")
    con.execute(
        "INSERT INTO wrong_quotes SELECT mention_id, quote, substring(text, char_start + 1, char_end - char_start) AS"
        " found FROM mentions JOIN documents USING (document_id) JOIN text_batch USING (text_sha256)"
        " WHERE found IS DISTINCT FROM quote"
    )
    con.unregister("text_batch")


def _wrong_quotes(con: Connection) -> list[Finding]:
    query = "SELECT * FROM wrong_quotes"
    message = "the quote is not what stands there in the text"
    return bad_rows(con, query, table="mentions", column="quote", check="quote", message=message)


def _unseen_texts(con: Connection) -> list[Finding]:
    query = (
        "SELECT document_id, source_path FROM documents WHERE text_sha256 NOT IN (SELECT text_sha256 FROM seen_texts)"
    )
    message = "the input has no such text (missing, or changed since)"
    return bad_rows(con, query, table="documents", column="text_sha256", check="text", message=message)
