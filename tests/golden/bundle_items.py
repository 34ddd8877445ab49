"""The bundles of reports under ``bundles/``: reading them, building from them, and finding the items in the build.

``expected.csv``: bundle, document, kind, form, entity. ``form``: a person's or official document's quote as it stands
in the document; of an event ``primary`` (the first that the document reports) or ``~`` and words of its name.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.batch import INPUT_SCHEMA, extract_batch
from pipeline.extract.lexicons import build_lexicons
from pipeline.registers import load_registers
from pipeline.tables.build import build_tables
from pipeline.tables.build_engine import Connection, open_build

BUNDLES = Path(__file__).parent / "bundles"


class Item(NamedTuple):
    """One place in one document where an entity is met."""

    bundle: str
    document: str
    kind: str
    form: str


def expected_clusters(kind: str) -> dict[Item, tuple[str, str]]:
    """Every item of a kind, and the entity that it is; entities of different bundles are not compared."""
    with (BUNDLES / "expected.csv").open(encoding="utf-8", newline="") as lines:
        rows = [r for r in csv.DictReader(lines) if r["kind"] == kind]
    return {Item(r["bundle"], r["document"], kind, r["form"]): (r["bundle"], r["entity"]) for r in rows}


def build_bundles(folder: Path) -> Connection:
    """The tables of all bundles together, built from their texts with the project's registers."""
    registers = load_registers()
    blank = dict.fromkeys(INPUT_SCHEMA.names)
    rows = [
        blank | {"source_path": f"{p.parent.name}/{p.name}", "data": p.read_bytes()}
        for p in sorted(BUNDLES.glob("*/*.txt"))
    ]
    shard = folder / "bundles.parquet"
    pq.write_table(extract_batch(pa.Table.from_pylist(rows, schema=INPUT_SCHEMA), build_lexicons(registers)), shard)
    con = open_build()
    build_tables(con, [shard], registers)
    return con


def found_clusters(con: Connection, items: list[Item]) -> dict[Item, tuple[str, str]]:
    """The identifier under which each item stands in the build; items that were not found are left out."""
    found = {item: _identifier(con, item) for item in items}
    return {item: (item.bundle, value) for item, value in found.items() if value}


def _identifier(con: Connection, item: Item) -> str | None:
    finder = _EVENT if item.kind == "event" else _MENTION
    values = {"path": f"{item.bundle}/{item.document}.txt", "kind": item.kind, "form": item.form.removeprefix("~")}
    row = con.execute(finder, values).fetchone()
    return row[0] if row else None


_EVENT = """
    SELECT l.id FROM work.l_events e JOIN work.docs d USING (document_id)
    JOIN work.local_ids l ON l.kind = $kind AND l.document_id = e.document_id AND l.i = e.i
    WHERE d.source_path = $path
      AND CASE WHEN $form = 'primary' THEN e."primary" ELSE contains(lower(e.name), lower($form)) END
    ORDER BY starts_with(lower(e.name), lower($form)) DESC, e.i"""
_MENTION = """
    SELECT l.id FROM work.mentions m JOIN work.docs d USING (document_id)
    JOIN work.local_ids l ON l.kind = m.kind AND l.document_id = m.document_id AND l.i = m.ref
    WHERE d.source_path = $path AND m.kind = $kind AND contains(m.quote, $form)
    ORDER BY m.char_start"""
