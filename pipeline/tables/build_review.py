"""Candidates for judgement: pairs near the line of what the rules join, for ``huunghi review`` and the browser."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.tables.build_engine import Connection, run_step


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two rows that may be one. ``distance``: how far from the line the rules put them (0: on it); ``why``: what they
    share. A row of ``judgements.csv`` takes ``left_id`` and ``right_id``."""

    kind: str
    left_id: str
    right_id: str
    left_name: str
    right_name: str
    distance: float
    why: str


def review_candidates(con: Connection, limit: int = 200) -> list[Candidate]:
    """The pairs to look at first, nearest to the line first, out of the connection that linking worked in.

    Needs the tables that ``shape_tables`` leaves in the schema ``work``."""
    run_step(con, "review")
    columns = "kind, left_id, right_id, left_name, right_name, distance::DOUBLE, why"
    query = f"SELECT {columns} FROM work.review ORDER BY distance, kind, left_id, right_id LIMIT ?"
    return [Candidate(*row) for row in con.execute(query, [limit]).fetchall()]
