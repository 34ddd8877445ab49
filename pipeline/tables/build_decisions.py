"""Applying people's decisions: corrections to what was read, judgements to what was linked.

Belongs here: the connection's side of ``resolve.decisions``. Does not: what a judgement or correction may say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import astuple, fields
from pathlib import Path
from typing import TypeVar

import pyarrow as pa

from pipeline.resolve.decisions import Correction, Judgement, parse_corrections, parse_judgements
from pipeline.tables.build_engine import Connection, components, put_rows, run_step, scalar

T = TypeVar("T")
_LOCAL = {"documents": "docs", "positions": "l_positions"}
LINKS = {
    "organization": "work.organization_link",
    "directive": "work.directive_link",
    "person": "work.person_link",
    "event": "work.event_link",
}
"""Kind of entity -> the table (n, document_id, i, c) that says to which cluster an article's entity belongs."""


class CorrectionGone(ValueError):
    """The error that a correction mends no longer stands in its source: the correction is to be taken out."""


class JudgementsClash(ValueError):
    """Judgements that cannot all hold: what is not the same is made the same by others."""


def load_judgements(path: Path | None) -> tuple[Judgement, ...]:
    """The judgements of a CSV file; none where there is no file. Raises ValueError with the file's name."""
    return _parsed(path, parse_judgements)


def load_corrections(path: Path | None) -> tuple[Correction, ...]:
    """The corrections of a CSV file; none where there is no file. Raises ValueError with the file's name."""
    return _parsed(path, parse_corrections)


def _parsed(path: Path | None, parse: Callable[[str], tuple[T, ...]]) -> tuple[T, ...]:
    if path is None or not path.is_file():
        return ()
    try:
        return parse(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from error


def put_judgements(con: Connection, judgements: Sequence[Judgement]) -> None:
    """Make ``work.judgements`` and, of what they name in these inputs, ``work.judged``."""
    names = [f.name for f in fields(Judgement)]
    schema = pa.schema([("row", pa.int64()), *((n, pa.string()) for n in names)])
    put_rows(con, "work.judgements", schema, [(n, *astuple(j)) for n, j in enumerate(judgements, 1)])
    run_step(con, "judged")


def judge(con: Connection, kind: str) -> None:
    """Put what is judged not the same apart, and together what is judged the same, in the links of ``kind``.

    Raises JudgementsClash where that leaves together what is judged apart."""
    link = LINKS[kind]
    con.execute(f"CREATE OR REPLACE TABLE work.judging AS SELECT * FROM {link}")
    con.execute(_SIDES, [kind])
    if not scalar(con, "SELECT count(*) FROM work.sides"):
        return
    run_step(con, "judge_apart")
    components(con, "work.heap_components", "work.heaps", "work.heap_edges")
    run_step(con, "judge_join")
    con.execute(f"CREATE OR REPLACE TABLE {link} AS SELECT * FROM work.judging ORDER BY n")
    _refuse_clashes(con)


_SIDES = """CREATE OR REPLACE TABLE work.sides AS
    SELECT s.row, s.judgement, s.side, j.n, j.c FROM work.judged s JOIN work.judging j USING (document_id, i)
    WHERE s.mention_kind = ?"""


def _refuse_clashes(con: Connection) -> None:
    clash = con.execute('SELECT "left", "right" FROM work.clashes ORDER BY ALL LIMIT 1').fetchone()
    if clash:
        raise JudgementsClash(f"{clash[0]} and {clash[1]} are judged not the same, but other judgements join them")


_CORRECTED = pa.schema(
    [
        ("row", pa.int64()),
        *((n, pa.string()) for n in ("table_name", "field", "document_id", "wrong", "right", "reason")),
        ("i", pa.int64()),
    ]
)


def correct(con: Connection, corrections: Sequence[Correction]) -> None:
    """Mend what was read, and keep what it was in ``work.corrected``.

    A correction of a document that is not among the inputs is left aside. Raises CorrectionGone where the document is
    there and the quoted error is not."""
    done = [found for n, c in enumerate(corrections, 1) for found in _mend(con, n, c)]
    put_rows(con, "work.corrected", _CORRECTED, done)


def _mend(con: Connection, n: int, c: Correction) -> list[tuple[object, ...]]:
    text = con.execute("SELECT text FROM work.docs WHERE document_id = ?", [c.document]).fetchone()
    if text is None:
        return []
    if c.quote not in text[0]:
        raise CorrectionGone(f"correction {n}: {c.document} no longer says {c.quote!r}; take the row out")
    table = f"work.{_LOCAL.get(c.table, 'l_' + c.table)}"
    found = _wrong_rows(con, table, c)
    con.execute(
        f"""UPDATE {table} SET "{c.field}" = nullif(replace("{c.field}", ?, ?), '')
            WHERE document_id = ? AND contains("{c.field}", ?)""",
        [c.wrong, c.right, c.document, c.wrong],
    )
    if (c.table, c.field) == ("events", "date"):
        _mark_basis(con, c)
    return [(n, c.table, c.field, c.document, was, was.replace(c.wrong, c.right), c.reason, i) for i, was in found]


def _wrong_rows(con: Connection, table: str, c: Correction) -> list[tuple[int | None, str]]:
    number = "NULL" if c.table == "documents" else "i"
    query = f"""SELECT {number}, "{c.field}" FROM {table}
                WHERE document_id = ? AND contains("{c.field}", ?) ORDER BY ALL"""
    return con.execute(query, [c.document, c.wrong]).fetchall()


def _mark_basis(con: Connection, c: Correction) -> None:
    mark = "UPDATE work.l_events SET date_basis = 'correction' WHERE document_id = ? AND date = ?"
    con.execute(mark, [c.document, c.right])
