"""``publish``: from checked tables to ``releases/<version>/``, at once or not at all.

Stage beside, read back and check, sync, rename without replacing, swap ``latest.json``. Killed at any point, the last
release stands; the next run clears what is left, and finishes a release that was renamed but not yet named latest.
Belongs here: the order of the steps. Does not: any file's content (``contents``), the comparison (``compare``).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.release import manifest as m
from pipeline.release.atomic import rename_new, sole_publisher, swap_text, sync, sync_tree
from pipeline.release.contents import write_contents, write_sums_and_manifest
from pipeline.release.draft import Draft
from pipeline.release.gate import require_compatible
from pipeline.release.sign import sign
from pipeline.release.verify import Problem, verify
from pipeline.release.versions import (
    LATEST,
    RELEASES,
    Latest,
    next_version,
    published_versions,
    read_latest,
    release_folder,
)
from pipeline.tables.check import require_sound
from pipeline.tables.findings import Connection, Finding
from pipeline.tables.write import count_rows, logical_hash
from schemas import SCHEMA_VERSION, TABLES

STAGING = ".staging-"
DATABASE = "huunghi.duckdb"


class BrokenRelease(ValueError):
    """What was staged is not what it should be; nothing was published."""

    for_people = True

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("the release was not published:\n" + "\n".join(map(str, problems)))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a publication. ``written``: False where the latest release already says the same.

    ``findings``: the warnings of the checks."""

    version: str
    folder: Path
    written: bool
    findings: list[Finding] = field(default_factory=list)

    def __str__(self) -> str:
        if self.written:
            return f"Published {self.version}: {self.folder}"
        return f"Nothing to publish: the inputs and tables are those of {self.version}, which stands in {self.folder}"


@dataclass(frozen=True, slots=True)
class _Run:
    draft: Draft
    output: Path
    final: Path
    secret_key: Path | None
    extras: tuple[Callable[[Draft], None], ...]


def publish(
    con: Connection,
    output: Path,
    release_date: date,
    inputs: Mapping[str, str],
    *,
    identifiers: Path | None = None,
    scores: Mapping[str, Any] | None = None,
    secret_key: Path | None = None,
    extras: Sequence[Callable[[Draft], None]] = (),
) -> Outcome:
    """Publish the tables of ``con`` into ``output`` as the next version of ``release_date``'s month.

    ``inputs``: what the release is a function of, name to SHA-256 or version; ``code`` and ``registers`` among them
    tell a change of method from one of sources. ``identifiers``: the folder of the grown identifier register.
    ``scores``: precision and recall a field. ``secret_key``: a minisign key. ``extras``: writers of further files,
    such as ``pipeline.explorer.page.write_page``. Raises BrokenTables, BrokenRelease, Busy, or IncompatibleSchema
    where a public column changed and the schema's major version did not."""
    with sole_publisher(output / RELEASES):
        recover(output)
        findings = require_sound(con)
        tables = {t: m.TableEntry(count_rows(con, t), logical_hash(con, t)) for t in TABLES}
        latest = read_latest(output)
        before = output / latest.path if latest else None
        previous = m.read_manifest(before) if before else None
        if before and previous and _same(previous, inputs, tables):
            return Outcome(previous.version, before, False, findings)
        version = next_version(output, release_date)
        stage = output / RELEASES / f"{STAGING}{version}"
        draft = Draft(con, stage, version, release_date.isoformat(), SCHEMA_VERSION, dict(inputs), tables)
        draft = replace(draft, previous=previous, previous_folder=before, identifiers=identifiers)
        draft = replace(draft, findings=tuple(findings), scores=scores)
        run = _Run(draft, output, release_folder(output, version), secret_key, tuple(extras))
        for step in STEPS:
            step(run)
        return Outcome(version, run.final, True, findings)


def _same(previous: m.Manifest, inputs: Mapping[str, str], tables: Mapping[str, m.TableEntry]) -> bool:
    same = dict(previous.inputs) == dict(inputs) and dict(previous.tables) == dict(tables)
    return same and previous.schema_version == SCHEMA_VERSION


def recover(output: Path) -> None:
    """Clear what a killed run left; name latest a release that was renamed into place but not yet named, or the
    newest that is left where someone took one away.

    Call while holding the folder (``sole_publisher``). A release is renamed only after it was checked and synced."""
    for litter in sorted((output / RELEASES).glob(f"{STAGING}*")):
        shutil.rmtree(litter)
    for part in sorted(output.glob(".*.part")):
        part.unlink()
    versions = published_versions(output)
    latest = read_latest(output)
    if latest and not versions:
        (output / LATEST).unlink()
        return
    if versions and (latest is None or latest.version != versions[-1]):
        name_latest(output, release_folder(output, versions[-1]))
    elif latest and not (output / DATABASE).is_file():
        _copy_database(output / latest.path / DATABASE, output / DATABASE)


def name_latest(output: Path, folder: Path) -> None:
    """Swap ``latest.json`` and the stable database to the release in ``folder``."""
    found = m.read_manifest(folder)
    path = folder.relative_to(output).as_posix()
    latest = Latest(found.version, found.schema_version, path, m.sha256_file(folder / m.MANIFEST))
    _copy_database(folder / DATABASE, output / DATABASE)
    swap_text(output / LATEST, latest.to_json())


def _copy_database(source: Path, target: Path) -> None:
    part = target.with_name(f".{target.name}.part")
    shutil.copyfile(source, part)
    sync(part)
    os.replace(part, target)


def _check_schema(run: _Run) -> None:
    if run.draft.previous and run.draft.previous_folder:
        require_compatible(run.draft.previous_folder, run.draft.previous.schema_version)


def _write(run: _Run) -> None:
    run.draft.folder.mkdir()
    write_contents(run.draft, run.extras)


def _sum(run: _Run) -> None:
    write_sums_and_manifest(run.draft)
    if run.secret_key:
        sign(run.draft.folder / m.SUMS, run.secret_key)


def _read_back(run: _Run) -> None:
    if problems := verify(run.draft.folder, previous=run.draft.previous_folder):
        raise BrokenRelease(problems)


def _protect(run: _Run) -> None:
    for name in m.all_files(run.draft.folder):
        (run.draft.folder / name).chmod(0o444)
    sync_tree(run.draft.folder)


def _rename(run: _Run) -> None:
    rename_new(run.draft.folder, run.final)
    sync(run.final.parent)


def _name_latest(run: _Run) -> None:
    name_latest(run.output, run.final)


STEPS: tuple[Callable[[_Run], None], ...] = (
    _check_schema,
    _write,
    _sum,
    _read_back,
    _protect,
    _rename,
    _name_latest,
)
"""The steps of a publication, in order; each leaves a state from which ``recover`` finds the way."""
