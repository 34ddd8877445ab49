"""A real ``dagster dev`` on a free loopback port, spoken to through its GraphQL."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SELECTOR = {"repositoryLocationName": "huunghi", "repositoryName": "__repository__"}
ENDED = ("SUCCESS", "FAILURE", "CANCELED")
LAUNCH = """mutation ($params: ExecutionParams!) { launchRun(executionParams: $params) { __typename
  ... on LaunchRunSuccess { run { runId } } ... on PythonError { message }
  ... on RunConfigValidationInvalid { errors { message } } } }"""
RETRY = """mutation ($params: ReexecutionParams!) { launchRunReexecution(reexecutionParams: $params) { __typename
  ... on LaunchRunSuccess { run { runId } } ... on PythonError { message } } }"""
STATUS = "query ($id: ID!) { runOrError(runId: $id) { ... on Run { status stepStats { stepKey status } } } }"
TERMINATE = "mutation ($id: String!) { terminateRun(runId: $id) { __typename } }"
ASSETS = "{ assetNodes { assetKey { path } groupName isMaterializable } }"


class Server:
    """``dagster dev`` in the project's root, with an instance, an input and an output folder of its own."""

    def __init__(self, folder: Path, articles: Path) -> None:
        self.output = folder / "outputs"
        self.home = self.output / "dagster"
        self.home.mkdir(parents=True)
        settings = ROOT / "pipeline" / "orchestration" / "dagster.yaml"
        (self.home / "dagster.yaml").write_bytes(settings.read_bytes())
        self.log = folder / "dagster.log"
        self.port = free_port()
        self.environment = {
            **os.environ,
            "DAGSTER_HOME": str(self.home),
            "HUUNGHI_INPUT": str(articles),
            "HUUNGHI_OUTPUT": str(self.output),
            "HUUNGHI_WORKERS": "1",
        }
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> Server:
        program = str(Path(sys.executable).with_name("dagster"))
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [program, "dev", "--host", "127.0.0.1", "--port", str(self.port)],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.wait_until_up()
        return self

    def wait_until_up(self, tries: int = 600) -> None:
        for _ in range(tries):
            assert self.process is not None
            assert self.process.poll() is None, self.log.read_text(encoding="utf-8")[-3000:]
            try:
                if self.ask(ASSETS)["assetNodes"]:
                    return
            except (urllib.error.URLError, ConnectionError, KeyError):
                pass
            time.sleep(0.2)
        raise TimeoutError(self.log.read_text(encoding="utf-8")[-3000:])

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()

    def ask(self, query: str, **variables: Any) -> Any:
        body = json.dumps({"query": query, "variables": variables}).encode()
        request = urllib.request.Request(f"{self.url}/graphql", body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            found = json.load(answer)
        assert not found.get("errors"), found["errors"]
        return found["data"]

    def materialize_all(self, config: Mapping[str, Any] | None = None) -> str:
        """What the button "Materialize all" sends; the run's id."""
        keys = [node["assetKey"] for node in self.ask(ASSETS)["assetNodes"] if node["isMaterializable"]]
        params = {
            "selector": {**SELECTOR, "pipelineName": "__ASSET_JOB", "assetSelection": keys},
            "runConfigData": {"resources": {"workplace": {"config": dict(config)}}} if config else {},
            "mode": "default",
        }
        return self._launched(self.ask(LAUNCH, params=params)["launchRun"])

    def from_failure(self, run: str) -> str:
        """What "Re-execute from failure" sends."""
        found = self.ask(RETRY, params={"parentRunId": run, "strategy": "FROM_FAILURE"})
        return self._launched(found["launchRunReexecution"])

    @staticmethod
    def _launched(answer: Any) -> str:
        assert answer["__typename"] == "LaunchRunSuccess", answer
        return str(answer["run"]["runId"])

    def run(self, run: str) -> Any:
        return self.ask(STATUS, id=run)["runOrError"]

    def wait(self, run: str, tries: int = 900) -> str:
        """The status in which a run ended."""
        for _ in range(tries):
            status = str(self.run(run)["status"])
            if status in ENDED:
                return status
            time.sleep(0.2)
        raise TimeoutError(self.log.read_text(encoding="utf-8")[-3000:])

    def wait_for_step(self, run: str, step: str, tries: int = 600) -> None:
        for _ in range(tries):
            if any(s["stepKey"] == step and s["status"] == "IN_PROGRESS" for s in self.run(run)["stepStats"] or []):
                return
            time.sleep(0.1)
        raise TimeoutError(f"{step} did not start")

    def terminate(self, run: str) -> None:
        assert self.ask(TERMINATE, id=run)["terminateRun"]["__typename"] == "TerminateRunSuccess"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
