"""The tables for people with a spreadsheet: ``csv/`` and ``huunghi.xlsx``.

CSV: UTF-8 with a byte-order mark, so that Excel reads Vietnamese; a text that a spreadsheet would run as a formula has
an apostrophe before it. XLSX: text cells, so that 2024-05 stays 2024-05 and a day before 1900 survives.
Belongs here: these two formats. Does not: Parquet and DuckDB (``pipeline.tables.write``).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

import xlsxwriter

from pipeline.release.draft import TITLE_EN, Draft
from pipeline.release.rights import PUBLISHER
from pipeline.tables.findings import Connection
from pipeline.tables.write import sorted_rows
from schemas import info, names

FORMULA = ("=", "+", "-", "@", "\t", "\r")
EXCEL_ROWS = 1_048_576
EXCEL_CELL = 32_767
LEFT_OUT = ("mentions",)
_FETCH = 10_000


def write_csv(draft: Draft) -> None:
    """Write every table as ``csv/<table>.csv``, sorted by key; null is an empty cell."""
    folder = draft.folder / "csv"
    folder.mkdir()
    for table in draft.tables:
        with (folder / f"{table}.csv").open("w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\r\n")
            writer.writerow(names(table))
            writer.writerows([guarded(as_cell(v)) for v in row] for row in table_rows(draft.con, table))


def table_rows(con: Connection, table: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a table sorted by key, read in steps so that a table may be larger than memory."""
    with con.cursor() as cursor:
        cursor.execute(sorted_rows(table))
        while rows := cursor.fetchmany(_FETCH):
            yield from rows


def as_cell(value: Any) -> str:
    """A value as it stands in a cell: empty for null, true and false in small letters, days as ISO 8601."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def guarded(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would run (OWASP, CSV injection); numbers stay."""
    return f"'{cell}" if cell.startswith(FORMULA) and not _is_number(cell) else cell


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def write_xlsx(draft: Draft) -> None:
    """Write ``huunghi.xlsx``: a first sheet that says what is in it and what was left out, then a sheet a table."""
    fitting = [t for t in draft.tables if t not in LEFT_OUT and draft.tables[t].rows < EXCEL_ROWS]
    options = {"constant_memory": True, "strings_to_numbers": False, "strings_to_formulas": False}
    with xlsxwriter.Workbook(str(draft.folder / "huunghi.xlsx"), options | {"strings_to_urls": False}) as book:
        created = datetime.fromisoformat(draft.release_date)
        book.set_properties({"title": TITLE_EN, "author": PUBLISHER, "created": created})
        formats = {"head": book.add_format({"bold": True}), "text": book.add_format({"num_format": "@"})}
        _write_sheet(book, formats, "README", [["table", "rows", "vi", "en"], *_contents(draft, fitting)])
        for table in fitting:
            _write_sheet(book, formats, table, _sheet_rows(draft.con, table))


def _contents(draft: Draft, fitting: list[str]) -> Iterator[list[Any]]:
    for table, entry in draft.tables.items():
        there = "" if table in fitting else "Không có trong tệp này, xem Parquet. / Not in this file, see Parquet. "
        yield [table, entry.rows, there + info(table).vi, info(table).en]


def _sheet_rows(con: Connection, table: str) -> Iterator[list[Any]]:
    yield list(names(table))
    for row in table_rows(con, table):
        yield list(row)


def _write_sheet(book: Any, formats: dict[str, Any], name: str, rows: Iterable[list[Any]]) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            if isinstance(value, int | float) and not isinstance(value, bool):
                sheet.write_number(number, place, value)
            elif value is not None:
                cell_format = formats["text"] if number else formats["head"]
                sheet.write_string(number, place, as_cell(value)[:EXCEL_CELL], cell_format)
