"""``verify``: is a release what it says it is? Names everything that is wrong, and stops at nothing.

Belongs here: the order of the questions. Does not: the checks of tables (``pipeline.tables.check``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from pipeline.release import manifest as m
from pipeline.release.apply import round_trip_problems
from pipeline.release.versions import LATEST, read_latest
from pipeline.tables.check import check_tables
from pipeline.tables.check_evidence import check_quotes
from pipeline.tables.findings import Connection, errors
from pipeline.tables.write import count_rows, logical_hash, read_duckdb, read_tables
from schemas import TABLES


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and where: ``where`` is a file of the release or a table."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def verify(folder: Path, *, texts: Iterable[str] | None = None, previous: Path | None = None) -> list[Problem]:
    """Everything wrong with the release in ``folder``; an empty list is a clean bill.

    ``texts``: the decoded texts of the inputs, against which every quote is held. ``previous``: the folder of the
    release before; without it, a sibling folder of that version. Raises FileNotFoundError where there is no manifest.
    """
    try:
        found = m.read_manifest(folder)
    except m.DamagedManifest as error:
        return [Problem(m.MANIFEST, str(error))]
    problems = [*_files(folder, found), *_tables(folder, found, texts)]
    problems += [p for name in found.databases for p in _database(folder, found, name)]
    return [*problems, *_diff(folder, found, previous)]


def verify_latest(output: Path) -> list[Problem]:
    """What is wrong with an output folder's ``latest.json`` and with the database beside it."""
    latest = read_latest(output)
    if latest is None:
        return []
    folder, database = output / latest.path, output / "huunghi.duckdb"
    if not (folder / m.MANIFEST).is_file():
        return [Problem(LATEST, f"names {latest.path}, which is not there")]
    problems = []
    if m.sha256_file(folder / m.MANIFEST) != latest.manifest_sha256:
        problems.append(Problem(LATEST, f"does not name the manifest that stands in {latest.path}"))
    if not (database.is_file() and m.sha256_file(database) == m.sha256_file(folder / database.name)):
        problems.append(Problem(database.name, f"is not the database of {latest.version}"))
    return problems


def _files(folder: Path, found: m.Manifest) -> list[Problem]:
    try:
        sums = m.read_sums(folder)
    except (FileNotFoundError, ValueError) as error:
        return [Problem(m.SUMS, str(error))]
    there = set(m.summed_files(folder))
    problems = [Problem(name, "missing") for name in sorted(set(sums) - there)]
    problems += [Problem(name, "not part of the release (no sum)") for name in sorted(there - set(sums))]
    wrong = [name for name in sorted(there & set(sums)) if m.sha256_file(folder / name) != sums[name]]
    problems += [Problem(name, "changed: its bytes are not those of its sum") for name in wrong]
    listed = {k: v for k, v in sums.items() if k != m.MANIFEST}
    if listed != dict(found.files):
        problems.append(Problem(m.MANIFEST, f"its files are not those of {m.SUMS}"))
    strange = [f for f in m.all_files(folder) if f.endswith(".duckdb") and f not in found.databases]
    return problems + [Problem(name, "not part of the release") for name in strange]


def _tables(folder: Path, found: m.Manifest, texts: Iterable[str] | None) -> list[Problem]:
    def look() -> list[Problem]:
        with read_tables(folder) as con:
            broken = errors([*check_tables(con), *(check_quotes(con, texts) if texts is not None else [])])
            return [*_counts(con, found, ".parquet"), *(Problem(f.table, str(f)) for f in broken)]

    return _guarded(folder.name, look)


def _database(folder: Path, found: m.Manifest, name: str) -> list[Problem]:
    path = folder / name
    if not path.is_file():
        return [Problem(name, "missing")]
    if not m.is_sealed(path):
        return [Problem(name, "changed: its bytes are not those of its seal")]

    def look() -> list[Problem]:
        with read_duckdb(path) as con:
            return _counts(con, found, f" in {name}")

    return _guarded(name, look)


def _counts(con: Connection, found: m.Manifest, suffix: str) -> list[Problem]:
    if set(found.tables) != set(TABLES):
        return [Problem(m.MANIFEST, f"its tables are not the declared ones: {sorted(set(found.tables) ^ set(TABLES))}")]
    have = {t: m.TableEntry(count_rows(con, t), logical_hash(con, t)) for t in TABLES}
    return [
        Problem(f"{t}{suffix}", f"{have[t].rows} rows, not the {found.tables[t].rows} of the manifest, or other rows")
        for t in TABLES
        if have[t] != found.tables[t]
    ]


def _diff(folder: Path, found: m.Manifest, previous: Path | None) -> list[Problem]:
    if found.previous is None:
        return []
    before = previous or folder.parent / found.previous["version"]
    if not (before / m.MANIFEST).is_file():
        return []
    if found.status == "published" and m.sha256_file(before / m.MANIFEST) != found.previous["manifest_sha256"]:
        return _previous_problem(before, found)
    return _guarded("diff", lambda: [Problem(f"diff/{t}.parquet", w) for t, w in round_trip_problems(before, folder)])


def _previous_problem(before: Path, found: m.Manifest) -> list[Problem]:
    """A release before that was rewritten by a withdrawal is not the one that was compared; else it was changed."""
    try:
        if m.read_manifest(before).status == "withdrawn":
            return []
    except m.DamagedManifest as error:
        return [Problem("previous", str(error))]
    return [Problem(m.MANIFEST, f"the release before, {before.name}, is not the one it was compared with")]


def _guarded(where: str, look: Callable[[], list[Problem]]) -> list[Problem]:
    """What ``look`` finds; a file that cannot be read at all is a problem too."""
    try:
        return look()
    except (duckdb.Error, pa.ArrowException, OSError) as error:
        return [Problem(where, f"cannot be read: {str(error).splitlines()[0]}")]
