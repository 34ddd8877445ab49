"""Readings are kept by content: what is known is not read again, what is gone leaves no row, engines agree."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.batch import INPUT_SCHEMA, READING_SCHEMA, extract_batch, naming
from pipeline.extract.lexicons import build_lexicons
from pipeline.opening import InputError
from pipeline.registers import REGISTERS, load_registers
from pipeline.shards import Update, update_shards

TEXT = "Ngày 12/3/2021, tại Hà Nội, bà Trần Thị Bích Ngọc, Chủ tịch Hội Hữu nghị Việt Nam - Na Uy, gặp đoàn số {}."


def write_articles(folder: Path, count: int) -> Path:
    folder.mkdir(exist_ok=True)
    for n in range(count):
        (folder / f"{n:03}.txt").write_text(TEXT.format(n), encoding="utf-8")
    return folder


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "articles", 4)


def rows(update: Update) -> pa.Table:
    return pq.read_table(list(update.shards)).sort_by("source_path")


def paths(update: Update) -> list[str]:
    return list(rows(update).column("source_path").to_pylist())


def test_one_row_a_row_and_what_is_no_text_is_a_row() -> None:
    inputs = [
        {"source_path": "a.txt", "data": TEXT.encode()},
        {"source_path": "b.txt", "data": b"\x00\x01\x02\x03\xff\xfe\xfd"},
        {"source_path": "c.txt", "error_code": "unreadable", "error_message": "Permission denied"},
    ]
    table = extract_batch(pa.Table.from_pylist(inputs, schema=INPUT_SCHEMA), build_lexicons(load_registers()))
    assert table.schema.equals(READING_SCHEMA)
    assert table.column("status").to_pylist() == ["read", "error", "error"]
    assert table.column("error_message").to_pylist()[2] == "Permission denied"
    assert all(len(cell) == 0 for cell in table.column("mentions").to_pylist()[1:])


def test_fault_of_a_finder_is_raised_and_names_the_input() -> None:
    with pytest.raises(ZeroDivisionError) as caught, naming("a.txt"):
        _ = 1 / 0
    assert caught.value.__notes__ == ["while reading a.txt"]


def test_known_inputs_are_not_read_again(articles: Path, tmp_path: Path) -> None:
    first = update_shards(articles, tmp_path / "cache")
    again = update_shards(articles, tmp_path / "cache")
    assert (first.extracted, again.extracted, again.reused) == (4, 0, 4)
    assert rows(first).equals(rows(again))


def test_only_the_new_and_the_changed_are_read(articles: Path, tmp_path: Path) -> None:
    update_shards(articles, tmp_path / "cache")
    (articles / "new.txt").write_text(TEXT.format("mới"), encoding="utf-8")
    (articles / "000.txt").write_text(TEXT.format("khác hẳn"), encoding="utf-8")
    update = update_shards(articles, tmp_path / "cache")
    assert (update.inputs, update.extracted) == (5, 2)
    assert rows(update).equals(rows(update_shards(articles, tmp_path / "fresh")))


def test_renamed_and_touched_inputs_keep_their_reading(articles: Path, tmp_path: Path) -> None:
    update_shards(articles, tmp_path / "cache")
    (articles / "000.txt").rename(articles / "renamed.txt")
    os.utime(articles / "001.txt", ns=(1, 1))
    update = update_shards(articles, tmp_path / "cache")
    assert update.extracted == 0
    assert rows(update).equals(rows(update_shards(articles, tmp_path / "fresh")))


def test_removed_inputs_leave_no_row(articles: Path, tmp_path: Path) -> None:
    update_shards(articles, tmp_path / "cache")
    (articles / "002.txt").unlink()
    update = update_shards(articles, tmp_path / "cache")
    assert paths(update) == ["000.txt", "001.txt", "003.txt"]
    assert (update.extracted, update.removed) == (0, 1)


def test_another_register_reads_everything_again(articles: Path, tmp_path: Path) -> None:
    registers = tmp_path / "registers"
    shutil.copytree(REGISTERS, registers)
    (registers / "another.csv").write_text("name_vi\nHà Nội\n", encoding="utf-8")
    update_shards(articles, tmp_path / "cache")
    assert update_shards(articles, tmp_path / "cache", registers=registers).extracted == 4


def test_many_small_shards_become_few(articles: Path, tmp_path: Path) -> None:
    for n in range(20):
        (articles / f"later-{n:02}.txt").write_text(TEXT.format(f"sau {n}"), encoding="utf-8")
        update = update_shards(articles, tmp_path / "cache")
    assert (update.inputs, update.extracted) == (24, 1)
    assert len(update.shards) <= 10
    assert len(list((tmp_path / "cache").glob("*.parquet"))) == len(update.shards) + 1


def test_any_number_of_workers_writes_the_same_bytes(tmp_path: Path) -> None:
    articles = write_articles(tmp_path / "articles", 230)
    alone = update_shards(articles, tmp_path / "one", workers=1)
    pooled = update_shards(articles, tmp_path / "two", workers=2)
    assert [p.name for p in alone.shards] == [p.name for p in pooled.shards]
    assert [p.read_bytes() for p in alone.shards] == [p.read_bytes() for p in pooled.shards]
    assert len(alone.shards) > 1


def test_a_broken_run_is_taken_up_where_it_stopped(articles: Path, tmp_path: Path) -> None:
    first = update_shards(articles, tmp_path / "cache")
    (tmp_path / "cache" / "manifest.parquet").unlink()
    before = [p.stat().st_mtime_ns for p in first.shards]
    again = update_shards(articles, tmp_path / "cache")
    assert [p.stat().st_mtime_ns for p in again.shards] == before


@pytest.mark.parametrize("make", [lambda p: None, lambda p: p.mkdir(), lambda p: write_hidden(p)])
def test_nothing_to_read_is_said_plainly(tmp_path: Path, make: object) -> None:
    folder = tmp_path / "articles"
    make(folder)  # type: ignore[operator]
    with pytest.raises(InputError, match=str(folder)):
        update_shards(folder, tmp_path / "cache")


def write_hidden(folder: Path) -> None:
    folder.mkdir()
    (folder / ".DS_Store").write_bytes(b"x")
