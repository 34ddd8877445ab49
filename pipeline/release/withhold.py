"""``seeds/withdrawals.csv``: what was withdrawn stays out of the builds to come.

The file names nobody: a person is known by hashes of the forms of the name, an article by the hash of its text.
Another person of exactly the same name is withheld too, which is the safe side to err on. Belongs here: writing and
heeding that file. Does not: what goes with a withdrawn row (``withdrawal``).
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from pipeline.release.atomic import swap_text
from pipeline.release.withdrawal import Withdrawal, forms, take_out
from pipeline.tables.findings import Connection
from pipeline.text.fold import key

FILE = "withdrawals.csv"
FIELDS = ("id", "sha256", "since", "day", "reason")


def name_hash(name: str) -> str:
    """The hash by which a form of a name is known: of its look-up key, so that case and tone marks' place are one."""
    return hashlib.sha256(key(name).encode()).hexdigest()


def record(folder: Path, withdrawal: Withdrawal, hashes: Iterable[str], day: date) -> Path:
    """Add a withdrawal to ``folder/withdrawals.csv``, one row a hash; a row that stands there is not written twice."""
    path = folder / FILE
    rows = read(folder)
    rest = (withdrawal.since, day.isoformat(), withdrawal.reason)
    new = [(withdrawal.identifier, digest, *rest) for digest in sorted(set(hashes))]
    known = {row[:2] for row in rows}
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([FIELDS, *rows, *(row for row in new if row[:2] not in known)])
    swap_text(path, text.getvalue())
    return path


def read(folder: Path) -> list[tuple[str, ...]]:
    """The rows of ``folder/withdrawals.csv``; none where there is no such file. Raises ValueError for other columns."""
    path = folder / FILE
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as stream:
        rows = [tuple(row) for row in csv.reader(stream)]
    if not rows or rows[0] != FIELDS:
        raise ValueError(f"{path}: the columns are {', '.join(FIELDS)}")
    return rows[1:]


def withhold(con: Connection, folder: Path) -> list[str]:
    """Take what ``folder/withdrawals.csv`` names out of the published tables of ``con``; the identifiers taken out."""
    listed = {row[1]: row for row in read(folder)}
    found = _matching(con, set(listed)) if listed else {}
    for identifier, digest in sorted(found.items()):
        _, _, since, _, reason = listed[digest]
        take_out(con, Withdrawal(identifier, reason, since), forms(con, identifier))
    return sorted(found)


def _matching(con: Connection, hashes: set[str]) -> dict[str, str]:
    """Identifier to the hash by which it is withdrawn."""
    people = con.execute(
        "SELECT person_id, name FROM people UNION SELECT person_id, n.name FROM people JOIN names n"
        " ON n.entity_id = person_id ORDER BY ALL"
    ).fetchall()
    documents = con.execute("SELECT document_id, text_sha256 FROM documents ORDER BY ALL").fetchall()
    pairs = [*((i, name_hash(name)) for i, name in people if len(name.split()) > 1), *documents]
    return {identifier: digest for identifier, digest in pairs if digest in hashes}
