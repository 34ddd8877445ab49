"""The assets as they are defined, and whole runs of them in this process."""

from __future__ import annotations

import datetime
import subprocess
import sys
import warnings
from pathlib import Path

import dagster as dg
import pytest

from pipeline.batch import READING_SCHEMA
from pipeline.build import build
from pipeline.orchestration import checks
from pipeline.orchestration.automation import Seen, folder_sensor, monthly_schedule, next_step
from pipeline.orchestration.bounds import FILE, Bound, load_bounds
from pipeline.orchestration.definitions import defs
from pipeline.orchestration.lineage import column_lineage, table_key
from pipeline.orchestration.metadata import markdown
from pipeline.orchestration.run import Made, RunFailed, run_job
from pipeline.orchestration.settings import Workplace
from pipeline.tables.findings import Finding
from schemas import TABLES, names

pytestmark = pytest.mark.usefixtures("same_rules")
GROUPS = {"raw", "documents", "mentions", "entities", "tables", "release"}


@pytest.fixture(scope="module")
def definitions() -> dg.Definitions:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return defs()


@pytest.fixture(scope="module")
def graph(definitions: dg.Definitions) -> dict[dg.AssetKey, dg.AssetSpec]:
    return {spec.key: spec for spec in definitions.resolve_all_asset_specs()}


def run(tmp_path: Path, articles: Path, job: str = "build") -> Made:
    config = {"input_folder": str(articles), "output_folder": str(tmp_path / "out"), "workers": 1}
    return run_job(tmp_path / "home", job, config)


def test_every_asset_says_what_it_is(graph: dict[dg.AssetKey, dg.AssetSpec]) -> None:
    assert {spec.group_name for spec in graph.values()} == GROUPS
    assert [k for k, s in graph.items() if not (s.description and s.owners and s.kinds)] == []


def test_every_table_has_columns_and_a_blocking_check(
    definitions: dg.Definitions, graph: dict[dg.AssetKey, dg.AssetSpec]
) -> None:
    for table in TABLES:
        schema = graph[table_key(table)].metadata["dagster/column_schema"]
        assert [c.name for c in schema.columns] == names(table)
    specs = [s for c in definitions.asset_checks or () for s in c.check_specs]  # type: ignore[union-attr]
    blocking = {s.asset_key for s in specs if s.blocking and s.name == "declared"}
    assert blocking == {table_key(t) for t in TABLES}


@pytest.mark.parametrize("table", list(TABLES))
def test_lineage_names_columns_that_there_are(table: str, graph: dict[dg.AssetKey, dg.AssetSpec]) -> None:
    for column, deps in column_lineage(table).deps_by_column.items():
        assert column in names(table)
        for dep in deps:
            assert dep.asset_key in graph
            top = dep.column_name.partition(".")[0]
            target = names(dep.asset_key.path[1]) if dep.asset_key.path[0] == "tables" else READING_SCHEMA.names
            assert top in target


def test_a_run_makes_the_release_that_plain_functions_make(own_articles: Path, tmp_path: Path) -> None:
    made = run(tmp_path, own_articles)
    release = Path(str(made["release/dataset"]["folder"]))
    plain = build(own_articles, output=tmp_path / "plain")
    for table in TABLES:
        assert (release / f"{table}.parquet").read_bytes() == (plain.folder / f"{table}.parquet").read_bytes()
    assert int(str(made["tables/documents"]["dagster/row_count"])) == 3
    assert "hoi-nghi.txt" in str(made["documents/texts"]["preview"])


def test_a_bad_article_stops_nothing_and_is_named(own_articles: Path, tmp_path: Path) -> None:
    (own_articles / "noise.txt").write_bytes(bytes(range(256)) * 20)
    made = run(tmp_path, own_articles)
    assert made["documents/texts"]["errors"] == 1
    assert "noise.txt" in str(made["documents/texts"]["not_read"])
    assert (tmp_path / "out" / "latest.json").is_file()


def test_a_broken_table_stops_the_release(own_articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Finding("mentions", "quote", "evidence", "error", 1, "rests on nothing", ({"mention_id": "men-1"},))
    monkeypatch.setattr(checks, "check_evidence", lambda con: [broken])
    with pytest.raises(RunFailed, match="check evidence") as caught:
        run(tmp_path, own_articles)
    assert "rests on nothing" in str(caught.value)
    assert not (tmp_path / "out" / "latest.json").exists()


def test_a_folder_without_a_text_makes_no_release(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 20)
    with pytest.raises(RunFailed, match="has_documents"):
        run(tmp_path, folder)
    assert not (tmp_path / "out" / "latest.json").exists()


def test_a_missing_folder_is_told_in_its_own_words(tmp_path: Path) -> None:
    with pytest.raises(RunFailed, match=r"^\S*nowhere: no such folder"):
        run(tmp_path, tmp_path / "nowhere")


def test_a_fault_of_the_project_is_told_with_its_place(
    own_articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise ZeroDivisionError("of a rule")

    monkeypatch.setattr("pipeline.orchestration.readings.read_shards", fail)
    with pytest.raises(RunFailed, match="read_articles failed: ZeroDivisionError: of a rule"):
        run(tmp_path, own_articles)


@pytest.mark.parametrize(
    ("seen", "now", "after", "step"),
    [
        (Seen(), "a", Seen("a", ""), "wait"),
        (Seen("a", ""), "a", Seen("a", "a"), "run"),
        (Seen("a", "a"), "a", Seen("a", "a"), "unchanged"),
        (Seen("a", "a"), "b", Seen("b", "a"), "wait"),
        (Seen("b", "a"), "c", Seen("c", "a"), "wait"),
        (Seen("c", "a"), "c", Seen("c", "c"), "run"),
        (Seen("b", "a"), "a", Seen("a", "a"), "unchanged"),
    ],
)
def test_the_sensor_waits_until_copying_has_ended(seen: Seen, now: str, after: Seen, step: str) -> None:
    assert next_step(seen, now) == (after, step)


def test_the_sensor_asks_once_for_a_folder_that_changed(own_articles: Path) -> None:
    sensor, place = folder_sensor("tables"), Workplace(input_folder=str(own_articles))
    cursor, asked = None, []
    for tick in range(6):
        if tick == 3:
            (own_articles / "late.txt").write_text("Một bài mới.", encoding="utf-8")
        context = dg.build_sensor_context(cursor=cursor, resources={"workplace": place})
        answer = sensor.evaluate_tick(context)
        cursor = answer.cursor
        asked.append(len(answer.run_requests or []))
    assert asked == [0, 1, 0, 0, 1, 0]


def test_the_sensor_says_why_it_skips(tmp_path: Path) -> None:
    place = Workplace(input_folder=str(tmp_path / "nowhere"))
    answer = folder_sensor("tables").evaluate_tick(dg.build_sensor_context(resources={"workplace": place}))
    assert "no such folder" in str(answer.skip_message)


def test_the_schedule_dates_its_release_and_writes_nothing_unchanged(own_articles: Path, tmp_path: Path) -> None:
    when = datetime.datetime(2027, 2, 1, 6, tzinfo=datetime.UTC)
    asked = monthly_schedule("build").evaluate_tick(dg.build_schedule_context(scheduled_execution_time=when))
    config = (asked.run_requests or [])[0].run_config["resources"]["workplace"]["config"]
    assert config == {"release_date": "2027-02-01"}
    folders = {"input_folder": str(own_articles), "output_folder": str(tmp_path / "out"), "workers": 1}
    first = run_job(tmp_path / "home", "build", {**folders, **config})["release/dataset"]
    again = run_job(tmp_path / "home", "build", {**folders, "release_date": "2027-03-01"})["release/dataset"]
    assert (first["version"], first["written"]) == ("2027.2.0", True)
    assert (again["version"], again["written"]) == ("2027.2.0", False)


def test_automation_is_off_until_someone_switches_it_on(definitions: dg.Definitions) -> None:
    assert folder_sensor("tables").default_status == dg.DefaultSensorStatus.STOPPED
    assert monthly_schedule("build").default_status == dg.DefaultScheduleStatus.STOPPED


def test_bounds_give_their_reasons(tmp_path: Path) -> None:
    assert len(load_bounds()) >= 5
    without = tmp_path / "bounds.csv"
    without.write_text(FILE.read_text(encoding="utf-8").splitlines()[0] + "\nx,events,SELECT 1,1,,warn,short\n")
    with pytest.raises(ValueError, match="a bound needs a range, and a reason"):
        load_bounds(without)


@pytest.mark.parametrize(
    ("least", "most", "value", "holds"),
    [(1, None, 1, True), (1, None, 0.9, False), (None, 5, 5, True), (None, 5, 5.1, False), (0, 1, None, False)],
)
def test_a_bound_holds_within_its_range(
    least: float | None, most: float | None, value: float | None, holds: bool
) -> None:
    assert Bound("b", "events", "", least, most, "warn", "").holds(value) is holds


def test_markdown_of_rows_stays_a_table() -> None:
    assert markdown([{"a": "x|y\nz", "b": None}]) == "| a | b |\n| --- | --- |\n| x\\|y z |  |"
    assert markdown([]) == "_no rows_"


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import pipeline.orchestration.definitions, sys; print(*sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert {name.split(".")[0] for name in out.split()} & {"duckdb", "pandera", "polars", "pyarrow"} == set()
