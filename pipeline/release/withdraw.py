"""``withdraw``: take a person or an article out of every past release, and out of what the project keeps.

The one permitted rewrite of what was published, since immutability must not stand against the law. Every release is
written anew without it, with its version; its manifest says ``withdrawn`` and holds the tombstone. Belongs here: files
and folders. Does not: which rows go (``withdrawal``).
"""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import duckdb

from pipeline.release import manifest as m
from pipeline.release.atomic import exchange, sole_publisher, swap_text, sync_tree
from pipeline.release.contents import write_contents, write_sums_and_manifest
from pipeline.release.draft import Draft
from pipeline.release.publish import BrokenRelease, name_latest, recover
from pipeline.release.verify import verify
from pipeline.release.versions import RELEASES, published_versions, release_folder
from pipeline.release.withdrawal import Withdrawal, forms, take_out
from pipeline.release.withhold import name_hash, record
from pipeline.tables.check import require_sound
from pipeline.tables.findings import Connection
from pipeline.tables.write import count_rows, logical_hash, read_tables
from schemas import TABLES, ddl, quoted

Extras = Sequence[Callable[[Draft], None]]
DECISIONS = ("corrections.csv", "judgements.csv")


class NothingToWithdraw(ValueError):
    """No release holds the identifier."""

    for_people = True


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What ``withdraw`` did: the releases that were written anew, and the files beside them that were changed."""

    versions: tuple[str, ...]
    files: tuple[Path, ...]


def withdraw(
    output: Path, identifier: str, reason: str, day: date, *, seeds: Path | None = None, extras: Extras = ()
) -> Withdrawn:
    """Take a person (``per-…``) or an article (``doc-…``) out of every release in ``output`` and out of ``seeds``.

    ``reason`` is published in the tombstone: it must name nobody. ``seeds``: the folder of corrections.csv,
    judgements.csv and identifiers/, where withdrawals.csv then keeps it out of the builds to come. ``extras``: as for
    ``publish``. Raises NothingToWithdraw where no release holds it, BrokenRelease where what is left does not pass
    the checks; then nothing was changed."""
    with sole_publisher(output / RELEASES):
        recover(output)
        spelt, hashes = _all_forms(output, identifier)
        versions = published_versions(output)
        withdrawal = Withdrawal(identifier, reason, versions[-1] if versions else "")
        staged = _stage_all(output, withdrawal, spelt, day, extras)
        if not staged:
            raise NothingToWithdraw(f"{identifier}: no release in {output} holds it")
        for version, folder in staged.items():
            exchange(folder, release_folder(output, version))
            shutil.rmtree(folder)
        name_latest(output, release_folder(output, versions[-1]))
        changed = _clean_seeds(seeds, (identifier, *spelt), withdrawal) if seeds else []
        if seeds:
            changed.append(record(seeds, withdrawal, hashes, day))
        return Withdrawn(tuple(staged), tuple(changed))


def _all_forms(output: Path, identifier: str) -> tuple[list[str], list[str]]:
    """Every form of the name in any release, since a later one may know more than an earlier one; and the hashes by
    which the person, or the article's text, is known from now on."""
    found: dict[str, None] = {}
    hashes: list[str] = []
    for version in published_versions(output):
        with read_tables(release_folder(output, version)) as con:
            found |= dict.fromkeys(forms(con, identifier))
            query = "SELECT text_sha256 FROM documents WHERE document_id = ?"
            hashes += [digest for (digest,) in con.execute(query, [identifier]).fetchall()]
    return sorted(found, key=lambda n: (-len(n), n)), [*hashes, *map(name_hash, found)]


def _stage_all(
    output: Path, withdrawal: Withdrawal, spelt: Sequence[str], day: date, extras: Extras
) -> dict[str, Path]:
    """Write each release anew beside it, from the first that changes on: later ones are compared with it."""
    staged: dict[str, Path] = {}
    before: Path | None = None
    for version in published_versions(output):
        folder = release_folder(output, version)
        with _copy_tables(folder) as con:
            if take_out(con, withdrawal, spelt) or staged:
                target = output / RELEASES / f".staging-{version}"
                _write_anew(con, folder, target, before, withdrawal, day, extras)
                staged[version] = folder = target
        before = folder
    return staged


def _copy_tables(folder: Path) -> Connection:
    con = duckdb.connect()
    with read_tables(folder) as source:
        for table in TABLES:
            con.execute(ddl(table, constraints=False, comments=False))
            con.register("incoming", source.sql(f"SELECT * FROM {quoted(table)}").to_arrow_table())
            con.execute(f"INSERT INTO {quoted(table)} SELECT * FROM incoming")
            con.unregister("incoming")
    return con


def _write_anew(
    con: Connection,
    folder: Path,
    target: Path,
    before: Path | None,
    withdrawal: Withdrawal,
    day: date,
    extras: Extras,
) -> None:
    old = m.read_manifest(folder)
    findings = require_sound(con)
    tables = {t: m.TableEntry(count_rows(con, t), logical_hash(con, t)) for t in TABLES}
    target.mkdir()
    draft = Draft(con, target, old.version, old.release_date, old.schema_version, old.inputs, tables)
    draft = replace(draft, findings=tuple(findings), identifiers=_kept_identifiers(folder, target, withdrawal))
    if before and old.previous:
        draft = replace(draft, previous=m.read_manifest(before), previous_folder=before)
    write_contents(draft, extras)
    stone = {"id": withdrawal.identifier, "reason": withdrawal.reason, "day": day.isoformat()}
    write_sums_and_manifest(draft, withdrawn=(*old.withdrawn, stone))
    if draft.identifiers:
        shutil.rmtree(draft.identifiers)
    if problems := verify(target, previous=before):
        raise BrokenRelease(problems)
    sync_tree(target)


def _kept_identifiers(folder: Path, target: Path, withdrawal: Withdrawal) -> Path | None:
    source = folder / "identifiers"
    if not source.is_dir():
        return None
    kept = target.with_name(f"{target.name}-identifiers")
    shutil.copytree(source, kept)
    for path in sorted(kept.glob("*.csv")):
        path.chmod(0o644)
        clean_register(path, withdrawal)
    return kept


def clean_register(path: Path, withdrawal: Withdrawal) -> bool:
    """In a file of the identifier register, leave of the withdrawn identifier one row that says so.

    True where the file changed. Of a document there is nothing in the register but hashes."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    own = [row for row in rows if row and row[0] == withdrawal.identifier]
    if not own:
        return False
    rest = [row for row in rows if not row or row[0] != withdrawal.identifier]
    _write_csv(path, [*rest, [withdrawal.identifier, own[0][1], "withdrawn", withdrawal.since]])
    return True


def _clean_seeds(seeds: Path, words: Sequence[str], withdrawal: Withdrawal) -> list[Path]:
    changed = [p for p in sorted((seeds / "identifiers").glob("*.csv")) if clean_register(p, withdrawal)]
    decisions = [seeds / name for name in DECISIONS if (seeds / name).is_file()]
    return changed + [p for p in decisions if _drop_rows(p, words)]


def _drop_rows(path: Path, words: Sequence[str]) -> bool:
    """Drop the rows of a CSV file that hold one of the words; True where there were any."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    kept = [row for row in rows if not any(w.lower() in cell.lower() for w in words for cell in row)]
    if len(kept) == len(rows):
        return False
    _write_csv(path, kept)
    return True


def _write_csv(path: Path, rows: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    swap_text(path, text.getvalue())
