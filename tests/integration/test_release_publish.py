"""A publication happens whole or not at all: killed at each step, twice at once, twice the same."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.release import contents
from pipeline.release import publish as p
from pipeline.release.atomic import Busy, rename_new, sole_publisher
from pipeline.release.gate import IncompatibleSchema, breaking_changes, declared, require_compatible
from pipeline.release.manifest import read_manifest
from pipeline.release.verify import verify, verify_latest
from pipeline.release.versions import next_version, parse_version, published_versions, read_latest
from pipeline.tables.findings import BrokenTables
from tests.release_samples import sample_rows, sample_tables

DAY = date(2026, 11, 21)
INPUTS = {"articles": "a" * 64, "code": "c" * 64}


def _changed() -> Any:
    rows = sample_rows()
    rows["people"][0]["given_name"] = None
    return sample_tables(rows)


def _state(output: Path) -> dict[str, int]:
    return {str(f.relative_to(output)): f.stat().st_mtime_ns for f in sorted(output.rglob("*")) if f.is_file()}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("output")
    assert p.publish(sample_tables(), output, DAY, INPUTS).version == "2026.11.0"
    return output


@pytest.fixture
def output(first: Path, tmp_path: Path) -> Path:
    """A folder with one release; hard links would share what a test damages, so it is a copy."""
    return Path(shutil.copytree(first, tmp_path / "output"))


def test_a_release_stands_complete_and_verified(first: Path) -> None:
    latest = read_latest(first)
    assert latest is not None
    folder = first / latest.path
    assert verify(folder) == []
    assert read_manifest(folder).tables["people"].rows == 1
    assert (first / "huunghi.duckdb").read_bytes() == (folder / "huunghi.duckdb").read_bytes()
    assert {f.stat().st_mode & 0o222 for f in folder.rglob("*") if f.is_file()} == {0}


def test_the_same_again_writes_nothing_and_says_so(first: Path) -> None:
    before = _state(first)
    outcome = p.publish(sample_tables(), first, date(2026, 12, 1), INPUTS)
    assert not outcome.written
    assert "Nothing to publish" in str(outcome)
    assert "2026.11.0" in str(outcome)
    assert _state(first) == before


def test_what_latest_names_is_checked_too(output: Path) -> None:
    assert verify_latest(output) == []
    with (output / "huunghi.duckdb").open("ab") as stream:
        stream.write(b"x")
    named = output / "latest.json"
    named.write_text(named.read_text().replace('"manifest_sha256": "', '"manifest_sha256": "0'))
    assert [q.where for q in verify_latest(output)] == ["latest.json", "huunghi.duckdb"]
    named.write_text(named.read_text().replace("2026.11.0", "2026.11.9"))
    assert "not there" in verify_latest(output)[0].what


def _killed_run(output: Path, number: int) -> None:
    def kill(run: Any) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    contents.WRITERS = ()  # what is described does not bear on where a run may be killed
    p.verify = lambda folder, previous: []
    p.require_sound = lambda con: []
    p.STEPS = (*p.STEPS[:number], kill)
    p.publish(_changed(), output, DAY, INPUTS)


def _kill_at(output: Path, number: int) -> int | None:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__, "tests.release_samples", "pipeline.release.publish"])
    child = context.Process(target=_killed_run, args=(output, number))
    child.start()
    child.join()
    return child.exitcode


def test_killed_at_each_step_the_last_release_stands(output: Path) -> None:
    renamed = next(i for i, step in enumerate(p.STEPS) if step.__name__ == "_rename")
    before = _state(output)
    for number in range(renamed + 1):
        assert _kill_at(output, number) == -signal.SIGKILL
        assert {f: m for f, m in _state(output).items() if ".staging-" not in f} == before
        with sole_publisher(output / "releases"):
            p.recover(output)
        assert _state(output) == before
        assert sorted(os.listdir(output / "releases")) == [".lock", "2026.11.0"]


def test_killed_after_the_rename_the_next_run_finishes(output: Path) -> None:
    renamed = next(i for i, step in enumerate(p.STEPS) if step.__name__ == "_rename")
    _kill_at(output, renamed + 1)
    before = read_latest(output)
    assert before is not None
    assert before.version == "2026.11.0"
    outcome = p.publish(_changed(), output, DAY, INPUTS)
    assert (outcome.version, outcome.written) == ("2026.11.1", False)
    after = read_latest(output)
    assert after is not None
    assert after.version == "2026.11.1"
    assert (output / "huunghi.duckdb").read_bytes() == (outcome.folder / "huunghi.duckdb").read_bytes()


def test_where_the_releases_were_taken_away_it_begins_anew(output: Path) -> None:
    shutil.rmtree(output / "releases" / "2026.11.0")
    p.recover(output)
    assert read_latest(output) is None
    assert next_version(output, DAY) == "2026.11.0"


def test_of_two_at_once_one_wins_and_the_other_says_so(first: Path) -> None:
    with sole_publisher(first / "releases"), pytest.raises(Busy, match="another run is publishing"):
        p.publish(_changed(), first, DAY, INPUTS)
    assert published_versions(first) == ["2026.11.0"]


def test_a_folder_is_never_replaced(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x").write_text(name)
    with pytest.raises(FileExistsError):
        rename_new(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b" / "x").read_text() == "b"
    rename_new(tmp_path / "a", tmp_path / "c")
    assert (tmp_path / "c" / "x").read_text() == "a"


def test_a_broken_table_stops_the_release(first: Path) -> None:
    rows = sample_rows()
    rows["events"][0]["event_type"] = "party"
    before = _state(first)
    with pytest.raises(BrokenTables, match="event_type"):
        p.publish(sample_tables(rows), first, DAY, INPUTS)
    assert _state(first) == before


def test_what_was_staged_is_read_back(first: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def damage(run: Any) -> None:
        (run.draft.folder / "people.parquet").write_bytes(b"PAR1")

    broken = [*p.STEPS]
    broken.insert(3, damage)
    monkeypatch.setattr(p, "STEPS", tuple(broken))
    with pytest.raises(p.BrokenRelease, match=r"people\.parquet"):
        p.publish(_changed(), first, DAY, INPUTS)
    assert published_versions(first) == ["2026.11.0"]


@pytest.fixture
def versions(tmp_path: Path) -> Iterator[Path]:
    for name in ("2026.9.10", "2026.11.2", "2026.11.10", ".staging-2026.11.11", "2026.11.03", "notes"):
        (tmp_path / "releases" / name).mkdir(parents=True)
    return tmp_path


def test_versions_are_numbered_by_month_and_sorted_as_numbers(versions: Path) -> None:
    assert published_versions(versions) == ["2026.9.10", "2026.11.2", "2026.11.10"]
    assert next_version(versions, date(2026, 11, 1)) == "2026.11.11"
    assert next_version(versions, date(2026, 12, 31)) == "2026.12.0"
    for wrong in ("2026.08.0", "2026.13.0", "26.1.0", "2026.1", "2026.1.00"):
        with pytest.raises(ValueError, match="not a content version"):
            parse_version(wrong)


def test_the_gate_names_each_breaking_change() -> None:
    old, new = declared(), declared()
    new.pop("figures")
    fields = new["events"]["fields"]
    new["events"]["fields"] = [f for f in fields if f["name"] != "place"]
    kept = {f["name"]: f for f in new["events"]["fields"]}
    kept["ordinal"]["type"] = "string"
    kept["event_type"]["categories"] = kept["event_type"]["categories"][1:]
    assert breaking_changes(old, new) == [
        "table figures is gone",
        "column events.place is gone",
        "column events.event_type no longer knows the code conference",
        "column events.ordinal was integer, is string",
    ]
    assert breaking_changes(new, old) == ["column events.ordinal was string, is integer"]


def test_a_removed_column_stops_the_build_until_the_major_is_raised(
    first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline.release import gate

    folder = first / "releases" / "2026.11.0"
    fewer = declared()
    fewer["people"]["fields"].pop()
    monkeypatch.setattr(gate, "declared", lambda: fewer)
    with pytest.raises(IncompatibleSchema, match="last_seen_latest is gone"):
        require_compatible(folder, "1.0.0")
    monkeypatch.setattr(gate, "SCHEMA_VERSION", "2.0.0")
    require_compatible(folder, "1.0.0")
