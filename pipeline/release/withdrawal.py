"""Taking a person or a document out of a set of tables, so that nothing of it can be found there.

A withdrawn person goes with every mention, and their name out of other quotes and texts; a withdrawn document goes
with every row that rests on it alone. Belongs here: tables in a connection. Does not: files of releases (``withdraw``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.tables.check_evidence import LED
from pipeline.tables.findings import Connection
from pipeline.text.fold import to_ascii
from schemas import TABLES, Column, columns, keys, literal, names, quoted, references

REDACTED = "[…]"
_FOLDED = "translate(strip_accents({}), 'Đđ', 'Dd')"
_PEOPLE, _DOCUMENTS = "per-", "doc-"
_TEXTS_KEPT = ("kind", "role", "status", "relation", "rule", "encoding", "media_type", "sha256", "text_sha256", "since")


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What is taken out: a ``per-`` or ``doc-`` identifier; why, in words that name nobody; since which version."""

    identifier: str
    reason: str
    since: str


def forms(con: Connection, person: str) -> list[str]:
    """Every form of a person's name, longest first; single words are left out, being words of the language too."""
    found = con.execute(
        "SELECT name FROM people WHERE person_id = $p UNION SELECT name_ascii FROM people WHERE person_id = $p"
        " UNION SELECT name FROM names WHERE entity_id = $p UNION SELECT name_ascii FROM names WHERE entity_id = $p"
        " UNION SELECT quote FROM mentions WHERE entity_id = $p AND kind = 'person'",
        {"p": person},
    ).fetchall()
    spelt = {unicodedata.normalize("NFC", name).strip() for (name,) in found if name}
    return sorted((name for name in spelt if len(name.split()) > 1), key=lambda n: (-len(n), n))


def take_out(con: Connection, withdrawal: Withdrawal, spelt: Sequence[str] = ()) -> bool:
    """Take what is withdrawn out of the tables of ``con``; False where it is not in them.

    ``spelt``: forms of the person's name, from this and other releases. Raises ValueError for an identifier that
    is neither a person's nor a document's."""
    before = _registered(con)
    if withdrawal.identifier.startswith(_PEOPLE):
        found = _take_person(con, withdrawal.identifier, spelt)
    elif withdrawal.identifier.startswith(_DOCUMENTS):
        found = _take_document(con, withdrawal.identifier)
    else:
        raise ValueError(f"{withdrawal.identifier}: only a person (per-…) or a document (doc-…) can be withdrawn")
    if not found:
        return False
    prune(con)
    _recount(con)
    for identifier in sorted({withdrawal.identifier} | (before - _registered(con))):
        row = (identifier, "", "withdrawn", withdrawal.since, withdrawal.reason)
        con.execute("INSERT INTO redirects VALUES (?, ?, ?, ?, ?)", row)
    return True


def _registered(con: Connection) -> set[str]:
    query = " UNION ALL ".join(
        f"SELECT {keys(t)[0]} FROM {t}" for t in ("people", "organizations", "directives", "events")
    )
    return {row[0] for row in con.execute(query).fetchall()}


def _take_person(con: Connection, person: str, spelt: Sequence[str]) -> bool:
    there = con.execute("SELECT count(*) FROM people WHERE person_id = ?", [person]).fetchall()[0][0]
    con.execute("DELETE FROM redirects WHERE old_id = $p OR new_id = $p", {"p": person})
    for table, column in (("people", "person_id"), ("names", "entity_id"), ("mentions", "entity_id")):
        con.execute(f"DELETE FROM {table} WHERE {column} = ?", [person])
    return bool(int(there) + sum(_redact(con, name) for name in spelt))


def _redact(con: Connection, name: str) -> int:
    """Take a name out of every text; a quote is cut before or after it, so that it still is the text's own."""
    con.execute("DELETE FROM names WHERE contains(lower(name), lower(?))", [name])
    changed = _cut_quotes(con, name)
    for table in TABLES:
        for column in (c for c in columns(table) if _may_hold_name(table, c)):
            changed += _replace(con, table, column.name, name)
    return changed + _rename_addresses(con, name)


def _rename_addresses(con: Connection, name: str) -> int:
    """Addresses and paths often spell a name without diacritics: the address goes, the path becomes its file's hash."""
    letters = r"[^a-z0-9]*".join(re.findall(r"[a-z0-9]+", to_ascii(name).lower()))
    held = literal(letters)
    path = "(SELECT 'withdrawn/' || left(sha256, 16) FROM files f WHERE f.source_path = {}.source_path LIMIT 1)"
    statements = [f"UPDATE documents SET url = NULL WHERE regexp_matches(lower({_FOLDED.format('url')}), {held})"]
    statements += [
        f"UPDATE {table} SET source_path = {path.format(table)}"
        f" WHERE regexp_matches(lower({_FOLDED.format('source_path')}), {held})"
        for table in ("documents", "issues", "files")
    ]
    return sum(_count(con, statement) for statement in statements) if letters else 0


def _may_hold_name(table: str, column: Column) -> bool:
    closed = column.vocabulary or column.references or column.pattern or column.key or column.name in _TEXTS_KEPT
    return column.type == "text" and not closed and (table, column.name) != ("mentions", "quote")


def _replace(con: Connection, table: str, column: str, name: str) -> int:
    field = quoted(column)
    pattern = _literal_pattern(name)
    where = f"regexp_matches({field}, {pattern})"
    count = con.execute(f"SELECT count(*) FROM {quoted(table)} WHERE {where}").fetchall()[0][0]
    if count:
        value = f"regexp_replace({field}, {pattern}, {literal(REDACTED)}, 'g')"
        con.execute(f"UPDATE {quoted(table)} SET {field} = {value} WHERE {where}")
    return int(count)


def _literal_pattern(name: str) -> str:
    escaped = "".join(c if c.isalnum() or c == " " else f"\\{c}" for c in name)
    return literal(f"(?i){escaped}")


def _cut_quotes(con: Connection, name: str) -> int:
    """Cut each quote that holds the name to the longer side of it; a quote that is nothing else goes."""
    found = con.execute(
        "SELECT mention_id, char_start, quote FROM mentions WHERE contains(lower(quote), lower(?)) ORDER BY mention_id",
        [name],
    ).fetchall()
    for mention, start, quote in found:
        offset, kept = longer_side(quote, name)
        con.execute(
            "UPDATE mentions SET char_start = ?, char_end = ?, quote = ? WHERE mention_id = ?",
            [start + offset, start + offset + len(kept), kept, mention],
        )
    con.execute("DELETE FROM mentions WHERE quote = ''")
    return len(found)


def longer_side(quote: str, name: str) -> tuple[int, str]:
    """Offset and text of the longest part of ``quote`` without ``name``, blanks and commas at its ends left off."""
    parts, rest, offset = [], quote, 0
    while (at := rest.lower().find(name.lower())) >= 0:
        parts.append((offset, rest[:at]))
        offset, rest = offset + at + len(name), rest[at + len(name) :]
    start, kept = max([*parts, (offset, rest)], key=lambda p: len(p[1].strip(" ,;:\n")))
    bare = kept.strip(" ,;:\n")
    return start + kept.find(bare), bare


def _take_document(con: Connection, document: str) -> bool:
    found = con.execute("SELECT count(*) FROM documents WHERE document_id = ?", [document]).fetchall()[0][0]
    con.execute(
        "UPDATE files SET source_path = 'withdrawn/' || left(sha256, 16), status = 'withdrawn', document_id = NULL"
        " WHERE document_id = ? OR source_path = (SELECT source_path FROM documents WHERE document_id = ?)",
        [document, document],
    )
    for table in TABLES:
        if table != "files" and "document_id" in names(table):
            con.execute(f"DELETE FROM {quoted(table)} WHERE document_id = ?", [document])
    for table in ("names", "directive_relations"):
        con.execute(f"DELETE FROM {table} WHERE source_id = ?", [document])
    return bool(found)


def prune(con: Connection) -> None:
    """Take out what refers to rows that are gone, and entities that rest on nothing, until nothing more goes."""
    while sum(_prune_references(con)) + sum(_prune_unled(con)):
        pass


def _prune_references(con: Connection) -> list[int]:
    counts = []
    for reference in references():
        column = next(c for c in columns(reference.table) if c.name == reference.column)
        found = " UNION ALL ".join(f"SELECT {quoted(c)} AS v FROM {quoted(t)}" for t, c in reference.targets)
        field = quoted(column.name)
        lost = f"{field} <> '' AND {field} NOT IN (SELECT v FROM ({found}) WHERE v IS NOT NULL)"
        keep = column.nullable and reference.table != "mentions" and column.name not in ("document_id", "mention_id")
        change = f"UPDATE {quoted(reference.table)} SET {field} = NULL" if keep else f"DELETE FROM {reference.table}"
        counts.append(_count(con, f"{change} WHERE {lost}"))
    return counts


def _prune_unled(con: Connection) -> list[int]:
    return [
        _count(con, f"DELETE FROM {quoted(table)} WHERE NOT coalesce({led}, false)")
        for table, led in LED.items()
        if table in ("people", "organizations", "directives", "events", "places", "memberships")
    ]


def _count(con: Connection, statement: str) -> int:
    return int(con.execute(statement).fetchall()[0][0])


def _recount(con: Connection) -> None:
    con.execute(
        "UPDATE documents SET n_mentions ="
        " (SELECT count(*) FROM mentions m WHERE m.document_id = documents.document_id)"
    )
    for table in ("people", "directives"):
        key = keys(table)[0]
        named = f"SELECT count(DISTINCT document_id) FROM mentions WHERE entity_id = {key}"
        con.execute(f"UPDATE {table} SET n_documents = ({named}) WHERE n_documents > ({named})")
    named = "SELECT count(*) FROM event_documents d WHERE d.event_id = events.event_id"
    con.execute(f"UPDATE events SET n_documents = ({named}) WHERE n_documents > ({named})")
