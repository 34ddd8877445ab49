"""The whole line as plain functions: what ``huunghi build`` and the Dagster assets do, callable without either.

Belongs here: the order of the stages and what passes between them. Does not: any stage's work, Dagster, a terminal.

    from pathlib import Path
    from pipeline.build import build
    result = build(Path("articles"), into=Path("tables"))
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from pipeline.explorer.page import write_page
from pipeline.manifest import load_manifest
from pipeline.measured import measured
from pipeline.registers import PROJECT, REGISTERS, load_registers
from pipeline.release.atomic import Busy
from pipeline.release.publish import Outcome, publish
from pipeline.release.versions import next_version, read_latest
from pipeline.release.withhold import withhold
from pipeline.review import write_candidates
from pipeline.shards import Progress, Update, tree_hash, update_shards
from pipeline.tables import build as steps
from pipeline.tables.build_decisions import load_corrections, load_judgements
from pipeline.tables.build_engine import open_build
from pipeline.tables.build_identifiers import write_identifiers
from pipeline.tables.build_review import review_candidates
from pipeline.tables.check import require_sound
from pipeline.tables.findings import Connection, Finding
from pipeline.tables.write import count_rows, read_tables, write_duckdb, write_parquet

SEEDS = PROJECT / "seeds"
RELEASE_DATE = date(2026, 11, 21)
"""The day of a release that is given no other: pinned, since a clock would make two builds differ."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a build reads and how it runs.

    ``cache``: the folder that keeps readings for the next build. ``identifiers``: the register of identifiers to start
    from; ``judgements``, ``corrections``: files of what people decided. ``version``: the content version that new
    identifiers are said to be since. ``workers``: None, one a core."""

    source: Path
    cache: Path
    registers: Path = REGISTERS
    identifiers: Path | None = None
    judgements: Path | None = None
    corrections: Path | None = None
    version: str = "0"
    engine: str = "local"
    workers: int | None = None

    @property
    def readings(self) -> Path:
        """The folder of shards."""
        return self.cache / "readings"

    @property
    def tables(self) -> Path:
        """The folder of tables that are not released yet."""
        return self.cache / "tables"

    @property
    def review(self) -> Path:
        """The file of pairs that a person may judge, best first."""
        return self.cache / "review.csv"

    @property
    def grown(self) -> Path:
        """The folder of the identifier register as this build leaves it."""
        return self.cache / "identifiers"


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build made: ``folder`` holds the tables, ``counts`` their rows, ``findings`` the warnings of the checks;
    ``update`` says which inputs were read. ``version``: the release, or None; ``written``: False where the latest
    release already says the same."""

    folder: Path
    counts: dict[str, int]
    update: Update
    version: str | None = None
    written: bool = True
    findings: list[Finding] = field(default_factory=list)


def read_articles(settings: Settings, progress: Progress = lambda done, total: None) -> Update:
    """Bring the readings of the input folder up to date. Raises InputError where there is nothing to read."""
    return update_shards(
        settings.source,
        settings.readings,
        registers=settings.registers,
        engine=settings.engine,
        workers=settings.workers,
        progress=progress,
    )


def load(con: Connection, settings: Settings) -> None:
    """Load the readings that the last ``read_articles`` left."""
    shards = sorted({e.shard for e in load_manifest(settings.readings).entries})
    decided = steps.Decisions(
        load_judgements(settings.judgements), load_corrections(settings.corrections), settings.identifiers
    )
    paths = [settings.readings / name for name in shards]
    steps.load_readings(con, paths, load_registers(settings.registers), decided)


STAGES: dict[str, Callable[[Connection, Settings], object]] = {
    "load_readings": load,
    "link_organizations": lambda con, settings: steps.link_organizations(con),
    "link_directives": lambda con, settings: steps.link_directives(con),
    "link_people": lambda con, settings: steps.link_people(con),
    "link_events": lambda con, settings: steps.link_events(con),
    "date_events": lambda con, settings: steps.date_events(con),
    "assign_identifiers": lambda con, settings: steps.assign_identifiers(con, settings.identifiers, settings.version),
}
"""From readings to entities, in order; each leaves its tables in the connection for the next."""


def open_linking(settings: Settings, *, anew: bool = False) -> Connection:
    """The connection that linking works in, kept in the cache; ``anew`` takes away what the build before left."""
    settings.cache.mkdir(parents=True, exist_ok=True)
    path = settings.cache / "linking.duckdb"
    for old in (path, path.with_name(f"{path.name}.wal")) if anew else ():
        old.unlink(missing_ok=True)
    try:
        return open_build(path)
    except duckdb.IOException as error:
        raise Busy(f"{settings.cache}: another build works here; let it end and run again") from error


def input_hashes(settings: Settings) -> dict[str, str]:
    """What a release is a function of, name to SHA-256: articles, code, registers, the lock file, the identifiers.

    A register of identifiers that came out of the release before is named by that release, not here."""
    entries = load_manifest(settings.readings).entries
    articles = "".join(f"{e.source_path}\0{e.key}\n" for e in entries)
    found = {
        "articles": hashlib.sha256(articles.encode()).hexdigest(),
        "code": tree_hash(PROJECT / "pipeline", PROJECT / "schemas"),
        "registers": tree_hash(settings.registers),
        "lock": tree_hash(PROJECT / "requirements.lock"),
    }
    decided = {"judgements": settings.judgements, "corrections": settings.corrections}
    found |= {name: tree_hash(path) for name, path in decided.items() if path is not None}
    own = settings.identifiers == SEEDS / "identifiers"
    return {**found, "identifiers": tree_hash(SEEDS / "identifiers")} if own else found


def shape(con: Connection, settings: Settings) -> dict[str, int]:
    """The published tables as Parquet, the grown register, and the pairs to review, in the cache; rows a table."""
    counts = steps.shape_tables(con).rows
    if withhold(con, SEEDS):
        counts = {table: count_rows(con, table) for table in counts}
    write_candidates(settings.review, review_candidates(con))
    write_identifiers(con, settings.grown)
    write_parquet(con, settings.tables)
    return counts


def release(settings: Settings, output: Path, release_date: date) -> Outcome:
    """Check the shaped tables and publish them in ``output``; nothing is written where nothing changed.

    Raises what ``pipeline.release.publish`` raises; the last release then stands as it was."""
    with read_tables(settings.tables) as con:
        inputs = input_hashes(settings)
        return publish(
            con,
            output,
            release_date,
            inputs,
            identifiers=settings.grown,
            scores=measured(),
            extras=(write_page,),
        )


def deliver(settings: Settings, into: Path) -> list[Finding]:
    """Check the shaped tables and put them into the folder ``into``; the warnings of the checks.

    Raises BrokenTables, and then ``into`` is left as it was."""
    with read_tables(settings.tables) as con:
        findings = require_sound(con)
        write_parquet(con, into)
        write_duckdb(con, into / "huunghi.duckdb")
    return findings


def build(
    source: Path,
    *,
    output: Path | None = None,
    into: Path | None = None,
    release_date: date = RELEASE_DATE,
    progress: Progress = lambda done, total: None,
    **options: Any,
) -> BuildResult:
    """Read ``source`` and publish a release in ``output``, or write the tables into exactly the folder ``into``.

    ``release_date``: of the release, since no clock is read. ``options``: fields of ``Settings`` (cache, registers,
    identifiers, engine, workers). Raises InputError for a folder that cannot be read and BrokenTables where a check
    fails; what stood in ``output`` or ``into`` before then stands still."""
    if (output is None) == (into is None):
        raise TypeError("give output, or into")
    with working_folder(options.pop("cache", None), output) as cache:
        settings = settings_for(source, cache, output, release_date, **options)
        update = read_articles(settings, progress)
        with open_linking(settings, anew=True) as con:
            for stage in STAGES.values():
                stage(con, settings)
            counts = shape(con, settings)
        if into is not None:
            return BuildResult(into, counts, update, findings=deliver(settings, into))
        outcome = release(settings, output or cache, release_date)
        return BuildResult(outcome.folder, counts, update, outcome.version, outcome.written, outcome.findings)


def settings_for(
    source: Path, cache: Path, output: Path | None = None, release_date: date = RELEASE_DATE, **options: Any
) -> Settings:
    """The settings of a build, with the identifier register and the version that its output calls for."""
    if output is not None:
        options["version"] = next_version(output, release_date)
    if options.get("identifiers") is None:
        options["identifiers"] = register_of(source, output)
    own = SEEDS if SEEDS in source.resolve().parents else None
    for name in ("judgements", "corrections"):
        if own is not None and options.get(name) is None and (own / f"{name}.csv").is_file():
            options[name] = own / f"{name}.csv"
    return Settings(source, cache, **options)


def register_of(source: Path, output: Path | None) -> Path | None:
    """The identifier register that a build starts from: the project's for its own seeds, else the latest release's."""
    if SEEDS in source.resolve().parents:
        return SEEDS / "identifiers"
    latest = read_latest(output) if output is not None else None
    return output / latest.path / "identifiers" if output is not None and latest else None


@contextmanager
def working_folder(cache: Path | None, output: Path | None) -> Iterator[Path]:
    """The folder that keeps readings: the one given, that of the output, or one that is gone afterwards."""
    kept = cache or (output / "cache" if output is not None else None)
    if kept is not None:
        yield kept
    else:
        with tempfile.TemporaryDirectory(prefix="huunghi-") as folder:
            yield Path(folder)
