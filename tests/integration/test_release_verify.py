"""``verify`` names what is wrong: a flipped byte, a missing file, a file or a row too many, a forged difference."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.release import manifest as m
from pipeline.release.apply import apply_diff
from pipeline.release.publish import publish
from pipeline.release.verify import verify
from schemas import TABLES
from tests.release_samples import TEXT, sample_rows, sample_tables

DAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two releases; between them a row came, a row went, a value changed and a decision was taken."""
    output = tmp_path_factory.mktemp("verified")
    publish(sample_tables(), output, DAY, {"code": "1"})
    rows = sample_rows()
    rows["names"].append(rows["names"][0] | {"name": "Mẫu", "kind": "variant", "name_ascii": "Mau"})
    rows["figures"][0]["value"] = 40.1
    rows["event_countries"].clear()
    rows["events"][0] |= {"date_basis": "correction", "time_of_day": "morning"}
    publish(sample_tables(rows), output, DAY, {"code": "2"})
    return output / "releases"


@pytest.fixture
def release(two: Path, tmp_path: Path) -> Path:
    """A copy of the second release, which may be damaged, beside the first."""
    copy = Path(shutil.copytree(two, tmp_path / "releases"))
    for path in copy.rglob("*"):
        path.chmod(0o755)
    return copy / "2026.11.1"


def _flip(path: Path, at: float = 0.5) -> None:
    data = bytearray(path.read_bytes())
    data[int(len(data) * at)] ^= 1
    path.write_bytes(data)


def _resum(folder: Path) -> None:
    """Forge the manifest and the sums over what stands there now."""
    found = m.read_manifest(folder)
    files = {n: m.sha256_file(folder / n) for n in m.summed_files(folder) if n != m.MANIFEST}
    values = {f: getattr(found, f) for f in found.__dataclass_fields__} | {"files": files}
    (folder / m.MANIFEST).write_text(m.Manifest(**values).to_json())
    m.write_sums(folder)


def test_the_untouched_release_is_sound(two: Path) -> None:
    assert verify(two / "2026.11.1", texts=[TEXT]) == []


@pytest.mark.parametrize(
    "name",
    [
        "people.parquet",
        "manifest.json",
        "SHA256SUMS",
        "huunghi.duckdb",
        "huunghi-v1.0.duckdb",
        "huunghi.xlsx",
        "csv/events.csv",
        "diff/names.parquet",
        "codebook.md",
    ],
)
@pytest.mark.parametrize("damage", [_flip, Path.unlink], ids=["flipped", "missing"])
def test_one_damaged_file_is_named(release: Path, name: str, damage: Callable[[Path], None]) -> None:
    damage(release / name)
    if name == "manifest.json" and damage is Path.unlink:
        with pytest.raises(FileNotFoundError, match=r"manifest\.json"):
            verify(release)
        return
    found = verify(release)
    assert found
    assert any(name in str(p) or name in p.where or "SHA256SUMS" in str(p) for p in found), found
    if name != "SHA256SUMS":
        assert any(p.where == name or name in p.what for p in found), found


def test_a_file_too_many_is_named(release: Path) -> None:
    (release / "notes.txt").write_text("x")
    shutil.copyfile(release / "huunghi.duckdb", release / "other.duckdb")
    assert [p.where for p in verify(release)] == ["notes.txt", "other.duckdb"]


def test_a_row_too_many_is_found_even_with_forged_sums(release: Path) -> None:
    path = release / "people.parquet"
    table = pq.read_table(path)
    pq.write_table(pa.concat_tables([table, table]), path)
    _resum(release)
    found = "\n".join(map(str, verify(release)))
    assert "people.parquet: 2 rows, not the 1 of the manifest" in found
    assert "the key stands more than once" in found
    assert "diff/people.parquet: applied to 2026.11.0 it gives 1 rows that differ" in found


def test_a_row_too_many_in_the_database_is_found(release: Path) -> None:
    path = release / "huunghi.duckdb"
    with duckdb.connect(str(path)) as con:
        con.execute("INSERT INTO redirects VALUES ('per-9', 'per-1', 'merged', '2026.11.0', 'x')")
    m.seal(path)
    assert [p.where for p in verify(release)] == ["redirects in huunghi.duckdb"]


def test_a_quote_that_the_input_does_not_hold_is_found(two: Path) -> None:
    assert "no such text" in str(verify(two / "2026.11.1", texts=["another text"])[0])


def test_the_difference_holds_each_row_with_its_cause(two: Path) -> None:
    found = duckdb.sql(
        f"SELECT op, key, changed, cause FROM read_parquet('{two}/2026.11.1/diff/*.parquet', union_by_name = true)"
        " ORDER BY key"
    ).fetchall()
    assert [(op, changed, cause) for op, _, changed, cause in found] == [
        ("added", [], "method"),
        ("removed", [], "correction"),
        ("changed", ["date_basis", "time_of_day"], "correction"),
        ("changed", ["value"], "method"),
    ]


def test_applying_the_difference_gives_the_bytes_of_the_new_tables(two: Path, tmp_path: Path) -> None:
    apply_diff(two / "2026.11.0", two / "2026.11.1" / "diff", tmp_path)
    for table in TABLES:
        name = f"{table}.parquet"
        assert (tmp_path / name).read_bytes() == (two / "2026.11.1" / name).read_bytes()


def test_the_changelog_tells_the_difference_in_both_languages(two: Path) -> None:
    text = (two / "2026.11.1" / "CHANGELOG.md").read_text()
    assert "- `figures`: đổi 1 dòng (phương pháp thay đổi) / 1 rows changed (the method changed)" in text
    assert text.index("## 2026.11.1") < text.index("## 2026.11.0")


def test_commands_say_what_is_wrong_and_fail(two: Path, release: Path, tmp_path: Path) -> None:
    run = CliRunner().invoke
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(TEXT, encoding="utf-8")
    done = run(main, ["verify", str(two / "2026.11.1"), "--input", str(tmp_path / "articles")])
    assert (done.exit_code, "2026.11.1: sound" in done.output) == (0, True), done.output
    (tmp_path / "articles" / "a.txt").write_text(TEXT + "!", encoding="utf-8")
    done = run(main, ["verify", str(two / "2026.11.1"), "--input", str(tmp_path / "articles")])
    assert (done.exit_code, "the input has no such text" in done.output) == (1, True), done.output
    _flip(release / "people.parquet")
    done = run(main, ["verify", str(release)])
    assert (done.exit_code, "people.parquet: changed" in done.output) == (1, True)
    done = run(main, ["diff", str(two / "2026.11.0"), str(two / "2026.11.1"), "--table", "figures"])
    assert "value: 40.0 -> 40.1" in done.output
    done = run(main, ["diff", str(two / "2026.11.0"), str(two / "2026.11.1"), "--table", "figure"])
    assert (done.exit_code, "no such table" in done.output) == (1, True)
