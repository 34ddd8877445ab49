"""Every descriptor is valid by its own tool, and every file is read back by another reader."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pyarrow.parquet as pq
import pytest

from pipeline.release.diagram import LAYOUT, diagram, place_boxes
from pipeline.release.publish import publish
from pipeline.release.quality import fill_rates
from pipeline.release.spreadsheets import guarded
from schemas import TABLES, VOCABULARIES, columns, names
from tests.release_samples import sample_rows, sample_tables

ROOT = Path(__file__).resolve().parents[2]


def published(output: Path) -> Path:
    """A release of the sample in ``output``; its folder."""
    rows = sample_rows()
    rows["redirects"] = [{"old_id": "per-0", "new_id": "per-1", "kind": "merged", "since": "2026.9.0", "reason": "x"}]
    scores = {"people": {"precision": 1.0, "recall": 0.5, "f1": 0.6667}}
    return publish(sample_tables(rows), output, date(2026, 11, 21), {"code": "1"}, scores=scores).folder


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published(tmp_path_factory.mktemp("described"))


def _rows(name: str) -> int:
    return 1 if name == "redirects" else len(sample_rows()[name])


def test_the_data_package_is_valid_by_the_official_profile(release: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    found = importlib.util.find_spec("dplib")
    if found is None or found.origin is None:
        pytest.skip("dplib-py, which holds the official profile, is not installed")
    profile = json.loads((Path(found.origin).parent / "profiles/2.0/datapackage.json").read_text())
    package = json.loads((release / "datapackage.json").read_text())
    assert [e.message for e in jsonschema.Draft7Validator(profile).iter_errors(package)] == []
    assert [r["name"] for r in package["resources"]] == list(TABLES)


def test_frictionless_reads_every_row_and_finds_nothing(release: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.Package(str(release / "datapackage.json")).validate()
    assert report.flatten(["name", "type", "message"]) == []
    assert {t.name: t.stats["rows"] for t in report.tasks} == {t: _rows(t) for t in TABLES}


def test_croissant_is_valid_and_gives_the_rows_of_every_table(release: Path) -> None:
    croissant = pytest.importorskip("mlcroissant")
    dataset = croissant.Dataset(jsonld=str(release / "croissant.json"))
    assert not dataset.metadata.ctx.issues.errors
    assert {t: sum(1 for _ in dataset.records(t)) for t in TABLES} == {t: _rows(t) for t in TABLES}
    person = next(iter(dataset.records("people")))
    assert person["people/name"].decode() == "Trần Thị Mẫu"


@pytest.mark.parametrize("where", ["release", "project"])
def test_the_citation_is_valid(release: Path, where: str) -> None:
    program = os.environ.get("CFFCONVERT") or shutil.which("cffconvert")
    if program is None:
        pytest.skip("cffconvert needs an environment of its own: set CFFCONVERT to its program")
    path = (release if where == "release" else ROOT) / "CITATION.cff"
    done = subprocess.run([program, "--validate", "-i", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_schema_org_description_names_every_table(release: Path) -> None:
    linked = json.loads((release / "dataset.jsonld").read_text())
    assert (linked["@type"], linked["version"]) == ("Dataset", release.name)
    assert [d["contentUrl"] for d in linked["distribution"]] == [f"{t}.parquet" for t in TABLES]


def test_the_project_is_reuse_compliant() -> None:
    program = shutil.which("reuse", path=str(Path(sys.executable).parent)) or shutil.which("reuse")
    if program is None:
        pytest.skip("reuse is not installed")
    done = subprocess.run(
        [program, "--root", str(ROOT), "lint", "--quiet"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_the_codebook_explains_every_column_and_code(release: Path) -> None:
    text = (release / "codebook.md").read_text()
    for table in TABLES:
        section = text.split(f"\n## {table}\n", 1)[1].split("\n## ", 1)[0]
        for column in columns(table):
            assert f"| `{column.name}` |" in section
            assert column.vi in section
            assert column.en in section
    assert not [
        t.code for v in VOCABULARIES.values() for t in v.terms if f"| `{t.code}` | {t.vi} | {t.en} |" not in text
    ]
    assert "Trần Thị Mẫu" in text


def test_the_guide_names_only_what_is_there(release: Path) -> None:
    named = re.findall(r"^\| `([^`]+)`", (release / "README.md").read_text(), flags=re.MULTILINE)
    files = [name for cell in named for name in cell.split(", ")]
    absent = [n for n in files if not list(release.glob(n.rstrip("/")))]
    assert absent == ["index.html", "identifiers/"], "the two that a caller adds"


def test_the_picture_shows_every_table_apart_from_the_others() -> None:
    ET.fromstring(diagram())
    boxes = place_boxes()
    assert set(boxes) == set(TABLES) == {t for column in LAYOUT for t in column}
    ordered = sorted(boxes.values(), key=lambda b: (b.x, b.y))
    assert all(a.x != b.x or a.y + a.height < b.y for a, b in pairwise(ordered))


def test_quality_counts_what_is_filled_and_takes_scores_as_given(release: Path) -> None:
    quality = json.loads((release / "quality.json").read_text())
    assert quality["precision_recall"]["people"]["recall"] == 0.5
    assert quality["tables"]["events"]["filled"]["format"] == 0
    assert quality["tables"]["files"]["filled"]["document_id"] == 0.5
    assert quality["issues"] == [{"code": "undecodable", "severity": "error", "issues": 1}]
    assert fill_rates(sample_tables(), "zones") == {}


@pytest.mark.parametrize("table", TABLES)
def test_every_reader_sees_the_same_rows(release: Path, table: str) -> None:
    pandas = pytest.importorskip("pandas")
    path = str(release / f"{table}.parquet")
    rows = pq.read_table(path).to_pylist()
    assert len(rows) == _rows(table)
    assert pl.read_parquet(path).to_dicts() == rows
    assert [dict(zip(names(table), r, strict=True)) for r in duckdb.read_parquet(path).fetchall()] == rows
    assert len(pandas.read_parquet(path)) == len(rows)
    text = pandas.read_csv(release / "csv" / f"{table}.csv", dtype=str, keep_default_na=False, encoding="utf-8-sig")
    assert [list(r) for r in text.itertuples(index=False)] == [[_cell(r[c]) for c in names(table)] for r in rows]
    for name in ("huunghi.duckdb", "huunghi-v1.0.duckdb"):
        with duckdb.connect(str(release / name), read_only=True) as con:
            assert con.execute(f"SELECT * FROM {table}").fetchall() == [tuple(r.values()) for r in rows]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return guarded(str(value).lower() if isinstance(value, bool) else str(value))


def test_csv_opens_in_a_spreadsheet_without_running_anything(release: Path) -> None:
    data = (release / "csv" / "documents.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert "\"'=HYPERLINK(" in data.decode()
    assert [guarded(v) for v in ("=1+1", "+84", "-5", "@x", "-a", "\tx", "ok")] == [
        "'=1+1",
        "+84",
        "-5",
        "'@x",
        "'-a",
        "'\tx",
        "ok",
    ]


def test_the_workbook_keeps_text_as_text(release: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(release / "huunghi.xlsx")
    assert book.sheetnames == ["README", *(t for t in TABLES if t != "mentions")]
    said = {row[0]: row[2] for row in book["README"].iter_rows(values_only=True)}
    assert said["mentions"].startswith("Không có trong tệp này")
    row = dict(zip(*book["directives"].iter_rows(values_only=True), strict=True))
    assert (row["issued_edtf"], row["issued_earliest"], row["number"]) == ("1899-05", "1899-05-01", "99")
    assert dict(zip(*book["documents"].iter_rows(values_only=True), strict=True))["title"].startswith("=HYPERLINK")
    cell = next(c for c in book["documents"][2] if str(c.value).startswith("=HYPERLINK"))
    assert cell.data_type in ("s", "inlineStr")
    assert dict(zip(*book["figures"].iter_rows(values_only=True), strict=True))["value"] == 40


def test_another_zone_locale_hash_seed_and_folder_give_the_same_bytes(release: Path, tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from tests.integration.test_release_described import published;"
        "published(Path(sys.argv[1]))"
    )
    conditions = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", script, str(tmp_path / "a b" / "Đầu ra")]
    subprocess.run(command, env=os.environ | conditions, check=True, cwd=tmp_path)
    other = tmp_path / "a b" / "Đầu ra" / "releases" / release.name
    assert (other / "SHA256SUMS").read_text() == (release / "SHA256SUMS").read_text()
