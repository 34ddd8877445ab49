"""``huunghi release``, ``verify``, ``diff``, ``fetch``, ``withdraw``: what is done with releases.

Belongs here: options, and what is printed. Does not: the work (``pipeline.release``).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pipeline.release.compare import Change

FOLDER = click.Path(path_type=Path)
DAY = click.DateTime(formats=["%Y-%m-%d"])
OUTPUT = click.option(
    "--output", type=FOLDER, default=Path("outputs"), show_default=True, help="The folder of releases."
)


@click.command()
@click.argument("tables", type=FOLDER)
@OUTPUT
@click.option("--release-date", type=DAY, required=True, help="The release's date: no clock is read.")
@click.option("--secret-key", type=FOLDER, help="A minisign key (without password) to sign SHA256SUMS with.")
def release(tables: Path, output: Path, release_date: datetime, secret_key: Path | None) -> None:
    """Publish a folder of TABLES (of `huunghi build --into`) as the next release.

    `huunghi build --output` builds and publishes in one go; this is for tables that stand there already.
    """
    from pipeline.explorer.page import write_page
    from pipeline.release.manifest import sha256_file
    from pipeline.release.publish import publish
    from pipeline.tables.write import read_tables

    with read_tables(tables) as con:
        inputs = {f.stem: sha256_file(f) for f in sorted(tables.glob("*.parquet"))}
        outcome = publish(con, output, release_date.date(), inputs, secret_key=secret_key, extras=(write_page,))
    for finding in outcome.findings:
        click.echo(str(finding), err=True)
    click.echo(str(outcome))


@click.command()
@click.argument("folder", type=FOLDER, default=Path("outputs"))
@click.option("--input", "source", type=FOLDER, help="The articles: every quote is held against them.")
@click.option("--previous", type=FOLDER, help="The release before.  [default: the folder beside]")
@click.option("--public-key", type=FOLDER, help="A minisign key to check the signature of SHA256SUMS with.")
def verify(folder: Path, source: Path | None, previous: Path | None, public_key: Path | None) -> None:
    """Check a release: sums, manifest, schemas, keys, references, evidence, differences.

    FOLDER is a release, or an output folder, whose latest release is taken. What is wrong is named, and the exit code
    is then 1.
    """
    from pipeline.release import verify as work
    from pipeline.release.manifest import SUMS, read_manifest
    from pipeline.release.sign import check_signature

    problems = work.verify_latest(folder)
    folder = one_release(folder)
    if public_key:
        check_signature(folder / SUMS, public_key)
    problems += work.verify(folder, texts=input_texts(source) if source else None, previous=previous)
    for problem in problems:
        click.echo(str(problem), err=True)
    if problems:
        raise click.exceptions.Exit(1)
    found = read_manifest(folder)
    rows = sum(entry.rows for entry in found.tables.values())
    against = "" if source else " (give --input DIR to hold the quotes against the articles)"
    click.echo(f"{found.version}: sound: {len(found.files)} files, {len(found.tables)} tables, {rows} rows{against}")


@click.command()
@click.argument("old", type=FOLDER)
@click.argument("new", type=FOLDER)
@click.option("--table", "tables", multiple=True, help="Show the rows of this table too (may be given again).")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Rows shown a table.")
def diff(old: Path, new: Path, tables: tuple[str, ...], limit: int) -> None:
    """What changed from release OLD to NEW, by table and cause, and row by row."""
    from pipeline.release.show import changed_rows, count_changes

    old, new = one_release(old), one_release(new)
    changes = count_changes(old, new)
    click.echo(told(changes))
    for table in tables:
        for line in changed_rows(old, new, table, limit):
            click.echo(line)


def told(changes: list[Change]) -> str:
    """Changes as lines of a small table."""
    if not changes:
        return "No row differs."
    rows = [(c.table, c.op, str(c.rows), c.cause) for c in changes]
    widths = [max(len(row[i]) for row in rows) for i in range(3)]
    return "\n".join(f"{t:<{widths[0]}}  {op:<{widths[1]}}  {n:>{widths[2]}}  {cause}" for t, op, n, cause in rows)


@click.command()
@click.argument("version", required=False)
@click.option("--from", "source", required=True, help="An http(s) address or a folder that holds latest.json.")
@OUTPUT
@click.option("--diff", "diff_only", is_flag=True, help="Load only the differences from the release before.")
def fetch(version: str | None, source: str, output: Path, diff_only: bool) -> None:
    """Get a release (VERSION, or the latest), verify it and put it beside the others.

    A download that broke off goes on where it stopped when the command is run again.
    """
    from pipeline.release.fetch import fetch as work

    done = work(source, output, version, diff_only=diff_only)
    click.echo(f"{done.version}: {f'{len(done.loaded)} files loaded' if done.new else 'stands here already'}")
    click.echo(str(done.folder))


@click.command()
@click.argument("identifier")
@OUTPUT
@click.option("--reason", required=True, help="Published in the tombstone: it must name nobody.")
@click.option("--day", type=DAY, required=True, help="The day of the withdrawal.")
@click.option("--seeds", type=FOLDER, help="Where decisions and withdrawals.csv are kept.  [default: the project's]")
@click.confirmation_option(prompt="This rewrites every release that holds it. Go on?")
def withdraw(identifier: str, output: Path, reason: str, day: datetime, seeds: Path | None) -> None:
    """Take a person (per-…) or an article (doc-…) out of every past release.

    A tombstone is left: the identifier, the reason and the day. It goes out of corrections, judgements and the
    register too, and seeds/withdrawals.csv, which holds hashes and no names, keeps it out of the builds to come.
    """
    from pipeline.explorer.page import write_page
    from pipeline.registers import PROJECT
    from pipeline.release.withdraw import withdraw as work

    own = PROJECT / "seeds"
    seeds = seeds or (own if own.is_dir() else None)
    done = work(output, identifier, reason, as_day(day), seeds=seeds, extras=(write_page,))
    click.echo(f"{identifier}: withdrawn from {', '.join(done.versions)}")
    for path in done.files:
        click.echo(f"changed: {path}")


def as_day(moment: datetime) -> date:
    """The day of an option's value."""
    return moment.date()


def one_release(folder: Path) -> Path:
    """``folder``, or the latest release in it. Raises FileNotFoundError where it is neither."""
    from pipeline.release.versions import read_latest

    latest = read_latest(folder)
    return folder / latest.path if latest else folder


def input_texts(source: Path) -> Iterator[str]:
    """The decoded text of every input below ``source`` that can be read, as the build reads them."""
    from pipeline.documents.inputs import InputProblem, open_file
    from pipeline.documents.parse import UnreadableDocument, parse
    from pipeline.opening import list_files

    root = source.parent if source.is_file() else source
    found = (item for stamp in list_files(source) for item in open_file(root, stamp.file))
    for item in found:
        if not isinstance(item, InputProblem):
            with suppress(UnreadableDocument):
                yield parse(item.data, item.source_path, item.given).text
