"""The whole line as plain functions: what ``huunghi build`` and the Dagster assets do, callable without either.

Belongs here: the order of the stages and what passes between them. Does not: any stage's work, Dagster, a terminal.

    from pathlib import Path
    from pipeline.build import build
    result = build(Path("articles"), into=Path("tables"))
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.manifest import load_manifest
from pipeline.registers import REGISTERS, load_registers
from pipeline.shards import Progress, Update, update_shards
from pipeline.tables import build as steps
from pipeline.tables.build_engine import open_build
from pipeline.tables.check import require_sound
from pipeline.tables.findings import Connection, Finding
from pipeline.tables.write import write_duckdb, write_parquet


@dataclass(frozen=True, slots=True)
class Settings:
    """What a build reads and how it runs.

    ``cache``: the folder that keeps readings for the next build. ``identifiers``: the register of identifiers to start
    from. ``version``: the content version that new identifiers are said to be since. ``workers``: None, one a core."""

    source: Path
    cache: Path
    registers: Path = REGISTERS
    identifiers: Path | None = None
    version: str = "0"
    engine: str = "local"
    workers: int | None = None

    @property
    def readings(self) -> Path:
        """The folder of shards."""
        return self.cache / "readings"


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build made: ``folder`` holds the tables, ``counts`` their rows, ``findings`` the warnings of the checks;
    ``update`` says which inputs were read."""

    folder: Path
    counts: dict[str, int]
    update: Update
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
    steps.load_readings(con, [settings.readings / name for name in shards], load_registers(settings.registers))


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
    return open_build(path)


def build(
    source: Path,
    *,
    into: Path,
    cache: Path | None = None,
    registers: Path = REGISTERS,
    identifiers: Path | None = None,
    engine: str = "local",
    workers: int | None = None,
    progress: Progress = lambda done, total: None,
) -> BuildResult:
    """Read ``source`` and write the checked tables into exactly the folder ``into``.

    Without ``cache`` nothing is kept for the next build. Raises InputError for a folder that cannot be read and
    BrokenTables where a check fails; then ``into`` is left as it was."""
    with _kept_or_temporary(cache) as folder:
        settings = Settings(source, folder, registers, identifiers, engine=engine, workers=workers)
        update = read_articles(settings, progress)
        with open_linking(settings, anew=True) as con:
            for stage in STAGES.values():
                stage(con, settings)
            counts = steps.shape_tables(con).rows
            findings = require_sound(con)
            write_parquet(con, into)
            write_duckdb(con, into / "huunghi.duckdb")
    return BuildResult(into, counts, update, findings)


@contextmanager
def _kept_or_temporary(cache: Path | None) -> Iterator[Path]:
    if cache is not None:
        yield cache
    else:
        with tempfile.TemporaryDirectory(prefix="huunghi-") as folder:
            yield Path(folder)
