"""``dagster dev`` for real: started in the project's root, driven through its GraphQL, looked at in a browser.

One server serves all of these, in order; each test leaves it with no run under way."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.look import ask
from tests.conftest import OWN, write_own
from tests.integration.browser import PROGRAM, Browser
from tests.integration.dagster_server import ASSETS, Server

PAGES = {
    "graph": ("/asset-groups", (545, 470, 955, 260, 1.4), "Materialize all", "mentions", "entities"),
    "run": ("/runs/{run}", (240, 0, 1260, 370, 0.8), "Success", "shape_tables"),
    "table": ("/assets/tables/events", (240, 0, 1260, 900, 0.8), "event_id", "Row count"),
    "checks": ("/assets/tables/events?view=checks", (240, 0, 1260, 600, 0.8), "declared", "events_dated"),
}
"""Picture -> address, part of the window with its scale, and words that the page must show."""
START_SENSOR = """mutation ($s: SensorSelector!) { startSensor(sensorSelector: $s) { __typename } }"""
STOP_SENSOR = "mutation ($id: String!) { stopSensor(id: $id) { __typename } }"
SENSORS = '{ sensorsOrError(repositorySelector: {repositoryLocationName: "huunghi", repositoryName: "__repository__"}) \
{ ... on Sensors { results { name sensorState { id status } } } } }'
RUNS = "{ runsOrError(limit: 5) { ... on Runs { results { runId status tags { key value } } } } }"
CHECKS = """query ($key: AssetKeyInput!) { assetNodeOrError(assetKey: $key) { ... on AssetNode {
  assetChecksOrError { ... on AssetChecks { checks { name executionForLatestMaterialization { status } } } } } } }"""


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_own(tmp_path_factory.mktemp("dev") / "articles")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, articles: Path) -> Iterator[Server]:
    started = Server(tmp_path_factory.mktemp("server"), articles)
    started.environment["HUUNGHI_SENSOR_SECONDS"] = "1"
    try:
        yield started.start()
    finally:
        started.stop()


def test_materialize_all_makes_a_release(server: Server) -> None:
    run = server.materialize_all()
    assert server.wait(run) == "SUCCESS"
    assert ask(server.output, "SELECT count(*) FROM documents").rows == [(len(OWN),)]
    groups = {node["groupName"] for node in server.ask(ASSETS)["assetNodes"]}
    assert groups == {"raw", "documents", "mentions", "entities", "tables", "release"}
    checks = server.ask(CHECKS, key={"path": ["tables", "events"]})["assetNodeOrError"]["assetChecksOrError"]["checks"]
    assert {c["executionForLatestMaterialization"]["status"] for c in checks} == {"SUCCEEDED"}
    assert "declared" in {c["name"] for c in checks}


def test_a_failing_check_shows_its_rows_and_stops_the_release(server: Server, tmp_path: Path) -> None:
    noise = tmp_path / "noise"
    noise.mkdir()
    (noise / "noise.txt").write_bytes(bytes(range(256)) * 20)
    before = (server.output / "latest.json").read_bytes()
    run = server.materialize_all({"input_folder": str(noise), "output_folder": str(tmp_path / "out")})
    assert server.wait(run) == "FAILURE"
    assert not (tmp_path / "out" / "latest.json").exists()
    assert (server.output / "latest.json").read_bytes() == before


def test_a_failed_run_goes_on_from_the_failed_step(server: Server, articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "releases").write_text("in the way")
    run = server.materialize_all({"output_folder": str(out)})
    assert server.wait(run) == "FAILURE"
    (out / "releases").unlink()
    again = server.from_failure(run)
    assert server.wait(again) == "SUCCESS"
    assert {s["stepKey"] for s in server.run(again)["stepStats"]} == {"release__dataset"}
    assert (out / "latest.json").is_file()


def test_a_terminated_run_leaves_the_release_and_can_be_started_again(server: Server, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for n in range(1200):
        (many / f"{n}.txt").write_text("\n".join([*OWN.values()] * 4) + f"\nBài số {n}.", encoding="utf-8")
    before = (server.output / "latest.json").read_bytes()
    run = server.materialize_all({"input_folder": str(many), "cache_folder": str(tmp_path / "cache")})
    server.wait_for_step(run, "read_articles")
    server.terminate(run)
    assert server.wait(run) == "CANCELED"
    assert (server.output / "latest.json").read_bytes() == before
    shutil.rmtree(many)
    write_own(many)
    again = server.materialize_all({"input_folder": str(many), "cache_folder": str(tmp_path / "cache")})
    assert server.wait(again) == "SUCCESS"


def test_the_sensor_reads_an_article_that_comes(server: Server, articles: Path) -> None:
    server.ask(START_SENSOR, s={**_repository(), "sensorName": "new_articles"})
    try:
        first = _sensor_run(server, set())
        assert server.wait(first) == "SUCCESS"
        (articles / "late.txt").write_text(OWN["ky-niem.txt"].replace("Na Uy", "Cuba"), encoding="utf-8")
        second = _sensor_run(server, {first})
        assert server.wait(second) == "SUCCESS"
    finally:
        found = server.ask(SENSORS)["sensorsOrError"]["results"]
        server.ask(STOP_SENSOR, id=next(s["sensorState"]["id"] for s in found if s["name"] == "new_articles"))
    tables = server.output / "cache" / "tables"
    assert ("late.txt",) in ask(tables, "SELECT source_path FROM documents").rows


def _repository() -> dict[str, str]:
    return {"repositoryLocationName": "huunghi", "repositoryName": "__repository__"}


def _sensor_run(server: Server, known: set[str]) -> str:
    """The run that the sensor asked for next."""
    for _ in range(600):
        for run in server.ask(RUNS)["runsOrError"]["results"]:
            tags = {tag["key"]: tag["value"] for tag in run["tags"]}
            if tags.get("dagster/sensor_name") == "new_articles" and run["runId"] not in known:
                return str(run["runId"])
        time.sleep(0.2)
    raise TimeoutError(server.log.read_text(encoding="utf-8")[-3000:])


@pytest.mark.browser
def test_the_browser_shows_graph_run_and_table(server: Server, tmp_path: Path) -> None:
    if PROGRAM is None:
        pytest.skip("no chromium on this machine")
    pictures = Path(os.environ.get("HUUNGHI_PICTURES", tmp_path))
    run = server.materialize_all()
    assert server.wait(run) == "SUCCESS"
    browser = Browser(tmp_path / "profile")
    try:
        for name, (path, area, *expected) in PAGES.items():
            browser.open(server.url + path.format(run=run), *expected)
            browser.picture(pictures / f"{name}.png", area)
            assert (pictures / f"{name}.png").stat().st_size > 10_000
    finally:
        browser.close()


def test_nothing_of_ours_warns(server: Server) -> None:
    lines = server.log.read_text(encoding="utf-8").splitlines()
    warned = [line for line in lines if "Warning" in line and "SupersessionWarning: Function `dev_command`" not in line]
    assert warned == []
