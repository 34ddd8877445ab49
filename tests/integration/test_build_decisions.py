"""Judgements and corrections applied to a build, and seen in it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.batch import INPUT_SCHEMA, extract_batch
from pipeline.extract.lexicons import build_lexicons
from pipeline.registers import load_registers
from pipeline.resolve.decisions import Correction, Judgement
from pipeline.tables.build import build_tables
from pipeline.tables.build_decisions import CorrectionGone, JudgementsClash
from pipeline.tables.build_engine import Connection, open_build
from pipeline.tables.build_review import review_candidates
from tests.golden.bundle_items import BUNDLES

TEXTS = sorted((BUNDLES / "trung-ten").glob("*.txt"))
DOCS = {p.stem: "doc-" + sha256(p.read_bytes()).hexdigest()[:16] for p in TEXTS}
SIGNED = {"reason": "as an editor found", "date": "2026-11-21", "who": "editor"}
MISPRINT = Correction(DOCS["g-in-sai-hai"], "Nguyễn Bá Hừng", "people", "name", "Hừng", "Hùng", source_url="", **SIGNED)


@pytest.fixture(scope="module")
def shard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    blank = dict.fromkeys(INPUT_SCHEMA.names)
    rows = [blank | {"source_path": p.name, "data": p.read_bytes()} for p in TEXTS]
    path = tmp_path_factory.mktemp("decisions") / "shard.parquet"
    lexicons = build_lexicons(load_registers())
    pq.write_table(extract_batch(pa.Table.from_pylist(rows, schema=INPUT_SCHEMA), lexicons), path)
    return path


def _build(shard: Path, judgements: tuple[Judgement, ...] = (), corrections: tuple[Correction, ...] = ()) -> Connection:
    con = open_build()
    build_tables(con, [shard], load_registers(), judgements=judgements, corrections=corrections)
    return con


def _hungs(con: Connection) -> dict[str, str]:
    """Document -> the person that it calls Nguyễn Văn Hùng."""
    query = """SELECT DISTINCT d.source_path, k.entity_id FROM work.mentions m JOIN work.docs d USING (document_id)
               JOIN work.kept_mentions k USING (document_id, i) WHERE m.quote = 'Nguyễn Văn Hùng'"""
    return {path.removesuffix(".txt"): entity for path, entity in con.execute(query).fetchall()}


def _mention(con: Connection, document: str) -> str:
    query = """SELECT min(k.mention_id) FROM work.mentions m JOIN work.kept_mentions k USING (document_id, i)
               WHERE m.document_id = ? AND m.quote = 'Nguyễn Văn Hùng'"""
    return con.execute(query, [DOCS[document]]).fetchall()[0][0]


def test_same_joins_and_not_same_parts(shard: Path) -> None:
    with _build(shard) as con:
        before = _hungs(con)
        minister, province, again = (
            _mention(con, d) for d in ("a-thu-truong", "b-can-bo-tinh", "c-thu-truong-lan-hai")
        )
    assert before["a-thu-truong"] == before["c-thu-truong-lan-hai"] != before["b-can-bo-tinh"]
    with _build(shard, (Judgement("same", minister, province, **SIGNED),)) as con:
        assert len(set(_hungs(con).values())) == 1
        said = con.execute("SELECT value FROM claims WHERE column_name = 'identity'").fetchall()
        assert said
        assert "as an editor found" in said[0][0]
    with _build(shard, (Judgement("not_same", minister, again, **SIGNED),)) as con:
        after = _hungs(con)
        assert after["a-thu-truong"] != after["c-thu-truong-lan-hai"]
        assert after["b-can-bo-tinh"] == after["d-can-bo-tinh-lan-hai"]


def test_clashing_judgements_stop_the_build(shard: Path) -> None:
    with _build(shard) as con:
        one, two, three = (_mention(con, d) for d in ("a-thu-truong", "c-thu-truong-lan-hai", "b-can-bo-tinh"))
    clash = (
        Judgement("not_same", one, two, **SIGNED),
        Judgement("same", one, three, **SIGNED),
        Judgement("same", three, two, **SIGNED),
    )
    with pytest.raises(JudgementsClash):
        _build(shard, clash)


def test_correction_mends_and_keeps_the_source_s_word(shard: Path) -> None:
    with _build(shard, corrections=(MISPRINT,)) as con:
        person = "SELECT name FROM people WHERE name LIKE 'Nguyễn Bá %'"
        assert con.execute(person).fetchall() == [("Nguyễn Bá Hùng",)]
        claims = "SELECT value, chosen, register_row IS NULL FROM claims WHERE table_name = 'people' ORDER BY value"
        assert con.execute(claims).fetchall() == [("Nguyễn Bá Hùng", True, False), ("Nguyễn Bá Hừng", False, True)]
        forms = "SELECT DISTINCT kind FROM names WHERE name = 'Nguyễn Bá Hừng'"
        assert con.execute(forms).fetchall() == [("misspelling",)]


def test_correction_that_matches_nothing_stops_the_build(shard: Path) -> None:
    gone = Correction(MISPRINT.document, "Nguyễn Bá Hưng", "people", "name", "Hưng", "Hùng", source_url="", **SIGNED)
    with pytest.raises(CorrectionGone, match="no longer says"):
        _build(shard, corrections=(gone,))
    elsewhere = Correction("doc-0", "any", "people", "name", "a", "b", source_url="", **SIGNED)
    _build(shard, corrections=(elsewhere,)).close()


def test_namesakes_are_asked_about_until_judged(shard: Path) -> None:
    with _build(shard) as con:
        asked = [c for c in review_candidates(con) if c.left_name == c.right_name == "Nguyễn Văn Hùng"]
        assert asked
        decided = tuple(Judgement("unsure", c.left_id, c.right_id, **SIGNED) for c in asked)
    with _build(shard, decided) as con:
        assert not [c for c in review_candidates(con) if c.left_name == c.right_name == "Nguyễn Văn Hùng"]
