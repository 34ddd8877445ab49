"""Checks over a whole table, as SQL rendered from its declaration: keys, references, row rules, NFC.

Belongs here: what needs all rows at once. Does not: evidence, dates.
"""

from __future__ import annotations

from pipeline.tables.findings import Connection, Finding, bad_rows
from schemas import Reference, columns, info, keys, quoted, references


def check_whole(con: Connection, table: str) -> list[Finding]:
    """Keys, references, row rules and Unicode form of one table."""
    return [
        *_unique(con, table),
        *(f for r in references() if r.table == table for f in _refers(con, r)),
        *(f for rule in info(table).rules for f in _rule(con, table, rule.name, rule.sql, rule.en, rule.severity)),
        *_nfc(con, table),
    ]


def _unique(con: Connection, table: str) -> list[Finding]:
    key = ", ".join(map(quoted, keys(table)))
    query = f"SELECT {key}, count(*) AS n FROM {quoted(table)} GROUP BY {key} HAVING count(*) > 1"
    return bad_rows(con, query, table=table, check="unique", message="the key stands more than once")


def missing_references(reference: Reference) -> str:
    """SQL for the distinct values of a reference that stand in none of its targets; an empty text refers to nothing."""
    column = quoted(reference.column)
    found = " UNION ALL ".join(f"SELECT {quoted(c)} AS v FROM {quoted(t)}" for t, c in reference.targets)
    return (
        f"SELECT {column}, count(*) AS n FROM {quoted(reference.table)} WHERE {column} <> ''"
        f" AND {column} NOT IN (SELECT v FROM ({found}) WHERE v IS NOT NULL) GROUP BY {column}"
    )


def _refers(con: Connection, reference: Reference) -> list[Finding]:
    targets = " or ".join(f"{t}.{c}" for t, c in reference.targets)
    return bad_rows(
        con,
        missing_references(reference),
        table=reference.table,
        column=reference.column,
        check="reference",
        message=f"stands in no row of {targets}",
    )


def _rule(con: Connection, table: str, name: str, sql: str, en: str, severity: str) -> list[Finding]:
    query = f"SELECT * FROM {quoted(table)} WHERE NOT coalesce(({sql}), true)"
    return bad_rows(con, query, table=table, check=name, message=f"not so: {en}", severity=severity)


def _nfc(con: Connection, table: str) -> list[Finding]:
    texts = [quoted(c.name) for c in columns(table) if c.type == "text"]
    broken = " OR ".join(f"{c} <> nfc_normalize({c})" for c in texts)
    query = f"SELECT * FROM {quoted(table)} WHERE {broken}"
    return bad_rows(con, query, table=table, check="nfc", message="text is not Unicode NFC")
