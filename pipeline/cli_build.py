"""``huunghi build``: a folder of articles to tables, with a progress bar and a summary."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pipeline.build import BuildResult
    from pipeline.shards import Progress

FOLDER = click.Path(path_type=Path)
SHOWN = ("documents", "events", "people", "organizations", "directives", "mentions")


@click.command()
@click.option("--input", "source", type=FOLDER, required=True, help="The folder (or file) of articles.")
@click.option("--output", type=FOLDER, help="Publish a release: DIR/releases/<version>/ and DIR/latest.json.")
@click.option("--into", type=FOLDER, help="Write the tables into exactly this folder, no release.")
@click.option("--registers", type=FOLDER, help="The folder of registers.  [default: the project's seeds/registers]")
@click.option("--cache", type=FOLDER, help="Keep readings here for the next build.  [default: <output>/cache]")
@click.option("--workers", type=click.IntRange(1), help="Processes that read articles.  [default: one a core]")
@click.option(
    "--engine", type=click.Choice(["local", "ray"]), default="local", show_default=True, help="Where they run."
)
def build(source: Path, output: Path | None, into: Path | None, registers: Path | None, **options: object) -> None:
    """Read a folder of Vietnamese news texts and write the tables.

    Texts may be .txt, .html, .jsonl or .parquet (columns text, title, url, published), in folders, .zip or .tar.gz.
    An article that was read before is not read again while it and the rules are the same.

    \b
    huunghi build --input articles/ --output outputs/     a release, with its version
    huunghi build --input articles/ --into tables/        the tables alone
    """
    from pipeline import build as line
    from pipeline.registers import REGISTERS

    if (output is None) == (into is None):
        raise click.UsageError("Say where to write: --output DIR for a release, or --into DIR for the tables alone.")
    chosen = {"registers": registers or REGISTERS, **options}
    with progress_bar() as progress:
        result = line.build(source, into=into or output, progress=progress, **chosen)  # type: ignore[arg-type]
    click.echo(summary(result))


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
    lines += [f"  {result.counts[name]:>8,}  {name}" for name in SHOWN]
    lines.append(f"  {result.counts['issues']:>8,}  warnings (table issues)")
    lines += [
        f"Files: {result.folder}/  (one .parquet a table, and huunghi.duckdb)",
        "Try:   " + first_query(result.folder),
    ]
    return "\n".join(lines)


def first_query(folder: Path) -> str:
    """A command that shows the events of the folder just written."""
    sql = "SELECT date_edtf, event_type, name FROM events ORDER BY date_earliest LIMIT 10"
    return f'huunghi query --from {folder} "{sql}"'
