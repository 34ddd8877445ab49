"""Finding the tables that a folder holds, asking them in SQL, and showing the answer."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import NamedTuple

import duckdb

from pipeline.tables.findings import Connection
from pipeline.tables.write import read_tables


class QuestionError(ValueError):
    """A query, an identifier or a folder that cannot be answered; the message says why and what to do."""

    for_people = True


class Answer(NamedTuple):
    """The columns and rows of a query's answer."""

    columns: list[str]
    rows: list[tuple[object, ...]]


def tables_folder(folder: Path) -> Path:
    """The folder of tables that ``folder`` means: itself, or the latest release of an output folder.

    Raises QuestionError where there are none."""
    latest = folder / "latest.json"
    if latest.is_file():
        about = json.loads(latest.read_text(encoding="utf-8"))
        return folder / str(about["path"])
    if (folder / "documents.parquet").is_file():
        return folder
    raise QuestionError(f"{folder}: no tables here. Build them first: huunghi build --input DIR --output {folder}")


def open_tables(folder: Path) -> Connection:
    """A connection to the tables that ``folder`` means, each a view by its name."""
    return read_tables(tables_folder(folder))


def ask(folder: Path, sql: str) -> Answer:
    """The answer of ``sql``. Raises QuestionError with DuckDB's own word where it cannot be answered."""
    with open_tables(folder) as con:
        try:
            result = con.execute(sql)
            return Answer([d[0] for d in result.description or ()], result.fetchall())
        except duckdb.Error as error:
            raise QuestionError(str(error)) from error


def render(answer: Answer, style: str) -> str:
    """An answer as a ``table`` for a terminal, as ``csv``, or as ``json`` (a list of objects)."""
    if style == "json":
        objects = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
        return json.dumps(objects, ensure_ascii=False, indent=2, default=str)
    return _csv(answer) if style == "csv" else _table(answer)


def _csv(answer: Answer) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows(answer.rows)
    return out.getvalue().rstrip("\n")


def _table(answer: Answer) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD)
    for column in answer.columns:
        table.add_column(column, overflow="fold")
    for row in answer.rows:
        table.add_row(*("" if cell is None else str(cell).replace("[", r"\[") for cell in row))
    console = Console(file=io.StringIO(), width=_width())
    console.print(table)
    console.print(f"{len(answer.rows)} rows", highlight=False)
    out: io.StringIO = console.file  # type: ignore[assignment]
    return out.getvalue().rstrip("\n")


def _width() -> int:
    import shutil

    return shutil.get_terminal_size((120, 24)).columns
