"""A build as the command line runs it: through the Dagster instance where the project has one, else plainly.

Both ways call the same functions and write the same bytes; the first is seen in ``dagster dev`` afterwards."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.build import BuildResult, build, deliver, settings_for, working_folder
from pipeline.opening import list_files
from pipeline.registers import PROJECT, REGISTERS
from pipeline.shards import Progress, Update

if TYPE_CHECKING:
    from pipeline.orchestration.run import Made


def home() -> Path | None:
    """The folder of the Dagster instance: DAGSTER_HOME, from the environment or the project's ``.env``; or None."""
    if found := os.environ.get("DAGSTER_HOME"):
        return Path(found)
    written = PROJECT / ".env"
    lines = written.read_text(encoding="utf-8").splitlines() if written.is_file() else []
    values = [line.partition("=")[2].strip('"') for line in lines if line.startswith("DAGSTER_HOME=")]
    return Path(values[-1]) if values else None


def run_build(
    source: Path,
    *,
    output: Path | None,
    into: Path | None,
    release_date: date,
    progress: Progress,
    **options: Any,
) -> BuildResult:
    """As ``pipeline.build.build``, and as a run of the Dagster instance where there is one.

    Raises also RunFailed where the run does not end well."""
    list_files(source)
    where = home()
    if where is None:
        return build(source, output=output, into=into, release_date=release_date, progress=progress, **options)
    from pipeline.orchestration.run import run_job

    with working_folder(options.pop("cache", None), output) as cache:
        target = output or cache
        config = _config(source, target, cache, release_date, options)
        made = run_job(where, "tables" if into else "build", config, lambda stage, done, total: progress(done, total))
        settings = settings_for(source, cache, output, release_date, **options)
        findings = deliver(settings, into) if into else []
        return _result(made, into or target, findings)


def _config(source: Path, output: Path, cache: Path, day: date, options: dict[str, Any]) -> dict[str, Any]:
    found = {
        "input_folder": str(source.resolve()),
        "output_folder": str(output.resolve()),
        "cache_folder": str(cache.resolve()),
        "registers_folder": str(options.get("registers", REGISTERS).resolve()),
        "engine": options.get("engine", "local"),
        "workers": options.get("workers") or 0,
    }
    return {**found, "release_date": day.isoformat()}


def _result(made: Made, folder: Path, findings: list[Any]) -> BuildResult:
    tables = {name.partition("/")[2]: found for name, found in made.items() if name.startswith("tables/")}
    counts = {table: int(found["dagster/row_count"]) for table, found in tables.items()}
    texts = made["documents/texts"]
    read, known = int(texts["inputs_read_now"]), int(texts["inputs_known"])
    update = Update((), "", read + known, read, known, int(texts["inputs_gone"]))
    released = made.get("release/dataset")
    if released is None:
        return BuildResult(folder, counts, update, findings=findings)
    return BuildResult(Path(released["folder"]), counts, update, released["version"], bool(released["written"]))
