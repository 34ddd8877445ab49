"""``huunghi query`` and ``huunghi explain``: looking at what a build made."""

from __future__ import annotations

import sys
from pathlib import Path

import click

FOLDER = click.Path(path_type=Path)
FROM = click.option(
    "--from",
    "folder",
    type=FOLDER,
    default=Path("outputs"),
    show_default=True,
    help="An output folder (its latest release), a release, or a folder of tables.",
)


@click.command()
@click.argument("sql")
@FROM
@click.option("--format", "style", type=click.Choice(["table", "csv", "json"]), help="[default: table, piped: csv]")
def query(sql: str, folder: Path, style: str | None) -> None:
    """Ask the tables a question in SQL (DuckDB's).

    \b
    huunghi query "SHOW TABLES"
    huunghi query "SELECT name, date_edtf, place FROM events ORDER BY date_earliest"
    huunghi query --format csv "SELECT * FROM people" > people.csv
    """
    from pipeline.look import ask, render

    click.echo(render(ask(folder, sql), style or ("table" if sys.stdout.isatty() else "csv")))


@click.command()
@click.argument("identifier")
@FROM
@click.option("--input", "source", type=FOLDER, default=Path("seeds/articles"), show_default=True, help="The articles.")
def explain(identifier: str, folder: Path, source: Path) -> None:
    """Show a row, the evidence it rests on, how it was dated and what was merged into it.

    IDENTIFIER is any id of the tables: evt-…, per-…, org-…, dir-…, doc-…, men-…. The evidence is shown in its context
    where the articles are at hand.
    """
    from pipeline.explain import explain as account

    click.echo(account(folder, identifier, source))


@click.command()
@click.option("--output", type=FOLDER, default=Path("outputs"), show_default=True, help="The folder of releases.")
@click.option("--cache", type=FOLDER, help="The folder of readings.  [default: <output>/cache]")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many pairs.")
@click.option("--format", "style", type=click.Choice(["table", "csv", "json"]), help="[default: table, piped: csv]")
def review(output: Path, cache: Path | None, limit: int, style: str | None) -> None:
    """List pairs of rows that may be one, for a person to decide, those nearest to the line first.

    A decision is a line in seeds/judgements.csv: judgement (same, not same, unsure), left, right, reason, date, who.
    The next build follows it, and explain shows it.
    """
    from pipeline.look import Answer, render
    from pipeline.review import COLUMNS, read_candidates

    found = read_candidates((cache or output / "cache") / "review.csv")[:limit]
    click.echo(render(Answer(list(COLUMNS), found), style or ("table" if sys.stdout.isatty() else "csv")))
