"""The whole line, from Python: a folder of articles to tables and releases."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from pipeline.build import BuildResult, build
from pipeline.look import ask
from pipeline.measured import measured
from pipeline.opening import InputError
from schemas import TABLES

pytestmark = pytest.mark.usefixtures("same_rules")
DAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, shared_articles: Path) -> BuildResult:
    return build(shared_articles, into=tmp_path_factory.mktemp("tables"))


def parquet(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(folder.glob("*.parquet"))}


def test_every_table_is_written(built: BuildResult) -> None:
    assert {p.stem for p in built.folder.glob("*.parquet")} == set(TABLES)
    assert (built.folder / "huunghi.duckdb").is_file()
    assert built.counts["documents"] == 3


def test_what_the_articles_say_is_in_the_tables(built: BuildResult) -> None:
    days = ask(built.folder, "SELECT date_edtf, place FROM events ORDER BY date_earliest").rows
    assert days == [("2021-07-14", "Đà Nẵng"), ("2021-08-20", "Hà Nội"), ("2021-11-25", "Thành phố Hồ Chí Minh")]
    assert ("Nguyễn Phương Nga",) in ask(built.folder, "SELECT name FROM people").rows
    assert ("38-CT/TW",) in ask(built.folder, "SELECT symbol FROM directives").rows


def test_one_person_in_two_articles_is_one_row(built: BuildResult) -> None:
    found = ask(built.folder, "SELECT n_documents FROM people WHERE name = 'Nguyễn Phương Nga'").rows
    assert found == [(2,)]


def test_two_builds_write_the_same_bytes(built: BuildResult, shared_articles: Path, tmp_path: Path) -> None:
    again = build(shared_articles, into=tmp_path / "again", workers=2)
    assert parquet(again.folder) == parquet(built.folder)


def test_names_and_order_of_files_change_no_entity(built: BuildResult, shared_articles: Path, tmp_path: Path) -> None:
    moved = tmp_path / "moved" / "deep"
    moved.mkdir(parents=True)
    for n, path in enumerate(sorted(shared_articles.iterdir(), reverse=True)):
        (moved / f"{n}.txt").write_bytes(path.read_bytes())
    again = build(tmp_path / "moved", into=tmp_path / "tables")
    for table in ("people", "organizations", "events", "directives", "participations"):
        assert ask(again.folder, f"FROM {table}").rows == ask(built.folder, f"FROM {table}").rows


def test_an_unchanged_folder_makes_no_second_release(own_articles: Path, tmp_path: Path) -> None:
    first = build(own_articles, output=tmp_path / "out", release_date=DAY)
    again = build(own_articles, output=tmp_path / "out", release_date=DAY)
    assert (first.version, first.written) == ("2026.11.0", True)
    assert json.loads((first.folder / "quality.json").read_bytes())["precision_recall"] == measured()
    assert (again.version, again.written, again.update.extracted) == ("2026.11.0", False, 0)
    (own_articles / "tiep-doan.txt").unlink()
    assert build(own_articles, output=tmp_path / "out", release_date=DAY).version == "2026.11.1"


def test_an_incremental_release_is_that_of_a_fresh_build(own_articles: Path, tmp_path: Path) -> None:
    late = own_articles / "ky-niem.txt"
    text = late.read_bytes()
    late.unlink()
    build(own_articles, into=tmp_path / "early", cache=tmp_path / "cache")
    late.write_bytes(text)
    grown = build(own_articles, into=tmp_path / "grown", cache=tmp_path / "cache")
    assert grown.update.extracted == 1
    assert parquet(grown.folder) == parquet(build(own_articles, into=tmp_path / "fresh").folder)


def test_what_is_no_text_is_a_row_and_stops_nothing(own_articles: Path, tmp_path: Path) -> None:
    (own_articles / "noise.txt").write_bytes(bytes(range(256)) * 20)
    result = build(own_articles, into=tmp_path / "tables")
    assert ask(result.folder, "SELECT source_path, status FROM files WHERE status <> 'read'").rows == [
        ("noise.txt", "error")
    ]
    assert ask(result.folder, "SELECT source_path, severity FROM issues WHERE severity = 'error'").rows == [
        ("noise.txt", "error")
    ]
    assert result.counts["documents"] == 3


def test_a_missing_folder_leaves_what_stood(own_articles: Path, tmp_path: Path) -> None:
    build(own_articles, into=tmp_path / "tables")
    before = parquet(tmp_path / "tables")
    with pytest.raises(InputError):
        build(tmp_path / "nowhere", into=tmp_path / "tables")
    assert parquet(tmp_path / "tables") == before
