"""What is withdrawn is found nowhere afterwards: not in a table, a description, a diff, a register, a decision."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from pipeline.release.manifest import read_manifest
from pipeline.release.publish import publish
from pipeline.release.verify import verify
from pipeline.release.versions import read_latest
from pipeline.release.withdraw import NothingToWithdraw, withdraw
from pipeline.release.withdrawal import Withdrawal, longer_side
from pipeline.release.withhold import record, withhold
from pipeline.tables.check import check_tables
from tests.release_samples import DOC, TEXT, sample_rows, sample_tables

DAY = date(2026, 11, 21)
NAME = "Trần Thị Mẫu"
FORMS = (NAME, "Tran Thi Mau", "per-1", "tran-thi-mau")


def _texts(path: Path) -> Iterator[str]:
    """Everything that a file says, packed or not."""
    if path.suffix == ".parquet":
        yield "\n".join(map(str, duckdb.sql(f"SELECT * FROM read_parquet('{path}')").fetchall()))
    elif path.suffix == ".duckdb":
        with duckdb.connect(str(path), read_only=True) as con:
            for (table,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall():
                yield "\n".join(map(str, con.execute(f"SELECT * FROM {table}").fetchall()))
    elif path.suffix == ".xlsx":
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as packed:
            yield from (packed.read(name).decode() for name in packed.namelist())
    yield path.read_bytes().decode("utf-8", errors="ignore")


def found_in(folder: Path, words: tuple[str, ...]) -> list[str]:
    everything = [p for p in sorted(folder.rglob("*")) if p.is_file()]
    texts = [(p.name, text.lower()) for p in everything for text in _texts(p)]
    return [f"{name}: {w}" for name, text in texts for w in words if w.lower() in text]


@pytest.fixture
def output(published: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(published, tmp_path / "output"))


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two releases: the person stands in names, quotes of others, a title, an address, a summary, a file's name."""
    tmp_path = tmp_path_factory.mktemp("withdraw")
    rows = sample_rows()
    rows["files"][0]["source_path"] = rows["documents"][0]["source_path"] = "tran-thi-mau.txt"
    rows["documents"][0]["url"] = "https://example.org/ba-tran-thi-mau-chu-tri.html"
    rows["documents"][0]["title"] = f"Bà {NAME.upper()} chủ trì hội nghị"
    rows["events"][0]["name"] = f"Hội nghị do bà {NAME} chủ trì"
    quote = f"Bà {NAME}, Chủ tịch Hội, chủ trì"
    start = TEXT.index(quote)
    event = next(m for m in rows["mentions"] if m["kind"] == "event")
    event |= {"quote": quote, "char_start": start, "char_end": start + len(quote)}
    register = tmp_path / "identifiers"
    register.mkdir()
    (register / "per.csv").write_text(
        "id,kind,anchor,since\nper-1,per,abcd:1:2,2026.10.0\nper-2,per,ffff:1:2,2026.10.0\n"
    )
    for number, reason in enumerate(("x", f"same as {NAME}")):
        rows["issues"][0]["message"] = reason
        publish(sample_tables(rows), tmp_path / "output", DAY, {"n": str(number)}, identifiers=register)
    return tmp_path / "output"


def _seeds(folder: Path) -> Path:
    (folder / "identifiers").mkdir(parents=True)
    (folder / "identifiers" / "per.csv").write_text("id,kind,anchor,since\nper-1,per,abcd:1:2,2026.10.0\n")
    (folder / "judgements.csv").write_text("a,b,verdict\nper-1,per-2,same\nper-3,per-4,same\n")
    (folder / "corrections.csv").write_text(f"row,value\nevt-1,{NAME}\nevt-2,ok\n")
    return folder


def test_a_person_is_gone_from_every_byte_but_the_tombstone(output: Path, tmp_path: Path) -> None:
    assert found_in(output, FORMS)
    seeds = _seeds(tmp_path / "seeds")
    done = withdraw(output, "per-1", "asked for under the law", DAY, seeds=seeds)
    assert done.versions == ("2026.11.0", "2026.11.1")
    assert found_in(output, (NAME, "Tran Thi Mau", "tran-thi-mau")) == []
    assert found_in(seeds, (NAME,)) == []
    assert (seeds / "judgements.csv").read_text() == "a,b,verdict\nper-3,per-4,same\n"
    assert (seeds / "identifiers" / "per.csv").read_text().splitlines()[1:] == ["per-1,per,withdrawn,2026.11.1"]
    again = sample_tables()
    assert withhold(again, seeds) == ["per-1"]
    assert again.execute("SELECT count(*) FROM people").fetchall() == [(0,)]
    assert check_tables(again) == []
    for version in done.versions:
        folder = output / "releases" / version
        assert verify(folder, texts=[TEXT]) == []
        assert read_manifest(folder).status == "withdrawn"
        assert json.loads((folder / "manifest.json").read_text())["withdrawn"][0]["id"] == "per-1"
        stones = duckdb.sql(
            f"SELECT old_id, new_id, kind FROM read_parquet('{folder / 'redirects.parquet'}')"
        ).fetchall()
        assert ("per-1", "", "withdrawn") in stones
        assert "per-2,per,ffff:1:2" in (folder / "identifiers" / "per.csv").read_text()
    latest = read_latest(output)
    assert latest is not None
    assert latest.version == "2026.11.1"


def test_a_withdrawn_text_stays_out_of_the_builds_to_come(tmp_path: Path) -> None:
    con = sample_tables()
    withdrawal = Withdrawal(DOC, "asked for", "2026.11.0")
    for _ in range(2):
        record(tmp_path, withdrawal, [hashlib.sha256(TEXT.encode()).hexdigest()], DAY)
    assert len((tmp_path / "withdrawals.csv").read_text().splitlines()) == 2
    assert withhold(con, tmp_path) == [DOC]
    assert con.execute("SELECT count(*) FROM mentions").fetchall() == [(0,)]
    assert check_tables(con) == []
    assert withhold(sample_tables(), tmp_path / "nowhere") == []


def test_a_document_takes_what_rests_on_it_alone(output: Path) -> None:
    withdraw(output, DOC, "asked for by the newspaper", DAY)
    assert found_in(output, ("Chỉ thị 99", "Sông Hương", "tran-thi-mau", "chủ trì hội nghị")) == []
    folder = output / "releases" / "2026.11.1"
    assert verify(folder) == []
    files = duckdb.sql(f"SELECT source_path, status, document_id FROM read_parquet('{folder / 'files.parquet'}')")
    assert ("withdrawn/aaaaaaaaaaaaaaaa", "withdrawn", None) in files.fetchall()
    assert duckdb.sql(f"SELECT count(*) FROM read_parquet('{folder / 'places.parquet'}')").fetchall() == [(1,)]


def test_what_no_release_holds_is_refused_and_nothing_changes(output: Path) -> None:
    before = {p: p.stat().st_mtime_ns for p in sorted(output.rglob("*.parquet"))}
    with pytest.raises(NothingToWithdraw, match="per-77"):
        withdraw(output, "per-77", "x", DAY)
    with pytest.raises(ValueError, match="only a person"):
        withdraw(output, "evt-1", "x", DAY)
    assert {p: p.stat().st_mtime_ns for p in sorted(output.rglob("*.parquet"))} == before


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("Bà Lê A Bê, Chủ tịch Hội, chủ trì", (12, "Chủ tịch Hội, chủ trì")),
        ("hội nghị do Lê A Bê", (0, "hội nghị do")),
        ("lê a bê", (7, "")),
        ("Lê A Bê và Lê A Bê cùng dự", (19, "cùng dự")),
    ],
)
def test_a_quote_is_cut_to_the_longer_side(quote: str, expected: tuple[int, str]) -> None:
    offset, kept = longer_side(quote, "Lê A Bê")
    assert (offset, kept) == expected or kept == expected[1] == ""
    assert quote[offset : offset + len(kept)] == kept
