"""``huunghi build`` and ``huunghi accept``: a folder of articles to tables, with a progress bar and a summary."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from pipeline.build import BuildResult
    from pipeline.shards import Progress

FOLDER = click.Path(path_type=Path)
FIRST_QUERY = "SELECT date_edtf, event_type, name FROM events ORDER BY date_earliest LIMIT 10"
SHOWN = ("documents", "events", "people", "organizations", "directives", "mentions")
OPTIONS = (
    click.option("--input", "source", type=FOLDER, required=True, help="The folder (or file) of articles."),
    click.option("--output", type=FOLDER, help="Publish a release: DIR/releases/<version>/, DIR/latest.json."),
    click.option("--into", type=FOLDER, help="Write the tables into exactly this folder, no release."),
    click.option(
        "--release-date",
        type=click.DateTime(["%Y-%m-%d"]),
        envvar="HUUNGHI_RELEASE_DATE",
        default="2026-11-21",
        show_default=True,
        help="The release's day, which makes its version; no clock is read.",
    ),
    click.option("--registers", type=FOLDER, help="The registers.  [default: the project's seeds/registers]"),
    click.option("--cache", type=FOLDER, help="Keep readings here for the next build.  [default: <output>/cache]"),
    click.option("--workers", type=click.IntRange(1), help="Processes that read articles.  [default: one a core]"),
    click.option("--engine", type=click.Choice(["local", "ray"]), default="local", show_default=True, help="Where."),
)


def with_options(command: Any) -> Any:
    """Add the options of ``build`` to a command, in their order."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


@click.command()
@with_options
def build(output: Path | None, into: Path | None, release_date: datetime, **options: Any) -> None:
    """Read a folder of Vietnamese news texts and write the tables.

    Texts may be .txt, .html, .jsonl or .parquet (columns text, title, url, published), in folders, .zip or .tar.gz.
    An article that was read before is not read again while it and the rules are the same. Where the project has a
    Dagster instance (make sets it up), the run is seen there afterwards.

    \b
    huunghi build --input articles/ --output outputs/ --release-date 2026-11-21
    huunghi build --input articles/ --into tables/
    """
    if (output is None) == (into is None):
        raise click.UsageError("Say where to write: --output DIR for a release, or --into DIR for the tables alone.")
    from pipeline.running import run_build

    day = release_date.date()
    with progress_bar() as progress:
        result = run_build(output=output, into=into, release_date=day, progress=progress, **_given(options))
    click.echo(summary(result))


def _given(options: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in options.items() if value is not None}


@click.command()
@click.option("--output", type=FOLDER, default=Path("outputs"), show_default=True, help="The folder of releases.")
@click.option("--to", "target", type=FOLDER, default=Path("seeds/identifiers"), show_default=True, help="The register.")
def accept(output: Path, target: Path) -> None:
    """Take the latest release's identifiers into the project's register.

    A build never writes its own input. What it added to the register of identifiers stands in the release; this copies
    it to where the next build reads it, for you to look at and commit.
    """
    from pipeline.look import tables_folder

    grown = tables_folder(output) / "identifiers"
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(grown.glob("*.csv")):
        before = _lines(target / path.name)
        shutil.copyfile(path, target / path.name)
        click.echo(f"{target / path.name}: {_lines(target / path.name) - before} new rows")


def _lines(path: Path) -> int:
    return path.read_bytes().count(b"\n") if path.is_file() else 1


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """A bar on standard error while it is a terminal; nothing otherwise."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TextColumn("files"), TimeRemainingColumn()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Reading", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def summary(result: BuildResult) -> str:
    """What was made, where it is, and a first query to try."""
    update = result.update
    lines = [f"{update.inputs} inputs: {update.extracted} read now, {update.reused} known already."]
    if result.version:
        lines.append(f"Release {result.version}" + ("" if result.written else " stands: nothing changed since."))
    lines += [f"  {result.counts[name]:>8,}  {name}" for name in SHOWN]
    lines.append(f"  {result.counts['issues']:>8,}  warnings (table issues)")
    lines += [str(finding) for finding in result.findings]
    folder, program = near(result.folder), near(Path(sys.argv[0]))
    lines.append(f"Files: {folder}/  (one .parquet a table, and huunghi.duckdb)")
    return "\n".join([*lines, f'Try:   {program} query --from {folder} "{FIRST_QUERY}"'])


def near(path: Path) -> Path:
    """``path`` from the current folder where it lies below it."""
    here = Path.cwd()
    return path.resolve().relative_to(here) if here in path.resolve().parents else path
