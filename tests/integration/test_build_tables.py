"""The five articles, from readings to tables: sound, the same on every machine, dated by registers and each other."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.batch import INPUT_SCHEMA, extract_batch
from pipeline.extract.lexicons import build_lexicons
from pipeline.registers import load_registers
from pipeline.tables.build import build_tables
from pipeline.tables.build_engine import Connection, open_build
from pipeline.tables.build_identifiers import write_identifiers
from pipeline.tables.check import check_tables
from pipeline.tables.check_evidence import check_quotes
from schemas import TABLES
from tests.conftest import seed_articles


@pytest.fixture(scope="module")
def shard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = sorted(seed_articles().glob("*.txt"))
    blank = dict.fromkeys(INPUT_SCHEMA.names)
    rows = [blank | {"source_path": p.name, "data": p.read_bytes()} for p in texts]
    rows.append(rows[0] | {"source_path": "again.txt"})
    path = tmp_path_factory.mktemp("tables") / "shard.parquet"
    lexicons = build_lexicons(load_registers())
    pq.write_table(extract_batch(pa.Table.from_pylist(rows, schema=INPUT_SCHEMA), lexicons), path)
    return path


@pytest.fixture(scope="module")
def built(shard: Path):
    with open_build() as con:
        build_tables(con, [shard], load_registers(), version="2026.11.0")
        yield con


def _all(con: Connection) -> dict[str, list[tuple]]:
    return {name: con.execute(f"SELECT * FROM main.{name}").fetchall() for name in TABLES}


def test_tables_are_sound(built: Connection) -> None:
    assert check_tables(built) == []
    texts = [text for (text,) in built.execute("SELECT text FROM work.docs").fetchall()]
    assert check_quotes(built, texts) == []


def test_a_second_copy_is_a_duplicate(built: Connection) -> None:
    query = "SELECT source_path, status FROM files WHERE status <> 'read'"
    copies = built.execute(query).fetchall()
    assert [status for _, status in copies] == ["duplicate"]


def test_threads_do_not_matter_and_identifiers_stay(built: Connection, shard: Path, tmp_path: Path) -> None:
    write_identifiers(built, tmp_path)
    before = _all(built)
    with open_build(threads=1) as con:
        build_tables(con, [shard], load_registers(), identifiers=tmp_path, version="2027.1.0")
        assert _all(con) == before
        grown = con.execute("SELECT count(*) FROM work.grown WHERE since <> '2026.11.0'").fetchall()
        assert grown == [(0,)]


@pytest.mark.parametrize(
    ("name", "date", "basis", "documents"),
    [
        ("Đại hội đại biểu toàn quốc lần thứ VI của Liên hiệp%", "2019-12-05", "register", 2),
        ("Đại hội XIII của Đảng", "2021-01-26/2021-02-01", "register", 1),
        ("Hội nghị phổ biến%", "[2022-11-24,2023-11-24,2024-11-24]", "cited_document", 1),
    ],
)
def test_events_are_dated_from_outside_their_article(
    built: Connection, name: str, date: str, basis: str, documents: int
) -> None:
    query = "SELECT date_edtf, date_basis, n_documents FROM events WHERE name LIKE ?"
    assert built.execute(query, [name]).fetchall() == [(date, basis, documents)]


def test_who_headed_the_commission(built: Connection) -> None:
    query = """SELECT p.name FROM memberships m JOIN people p USING (person_id)
               JOIN organizations o USING (organization_id)
               WHERE o.name = 'Ban Đối ngoại Trung ương' AND m.role = 'head'
                 AND m.from_latest <= DATE '2015-12-28' AND m.to_earliest >= DATE '2015-12-28'"""
    assert built.execute(query).fetchall() == [("Hoàng Bình Quân",)]


def test_sources_that_differ_on_a_body_s_end_both_stand(built: Connection) -> None:
    query = """SELECT DISTINCT c.value FROM claims c JOIN organizations o ON o.organization_id = c.row_id
               WHERE o.name = 'Ban Đối ngoại Trung ương' AND c.column_name = 'valid_to'"""
    assert {"2025-01-24", "2025-02-03"} <= {value for (value,) in built.execute(query).fetchall()}
    shown = "SELECT valid_to_edtf FROM organizations WHERE name = 'Ban Đối ngoại Trung ương'"
    assert built.execute(shown).fetchall() == [("2025-01-24/2025-02-03",)]
