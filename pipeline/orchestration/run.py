"""Running the assets in this process, so that the run is seen in the browser afterwards."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import dagster as dg

from pipeline.orchestration.definitions import defs
from pipeline.orchestration.progress import LISTENER, Tell

SETTINGS = Path(__file__).with_name("dagster.yaml")


FOR_PEOPLE = [
    "BrokenRelease",
    "BrokenTables",
    "Busy",
    "CorrectionGone",
    "IncompatibleSchema",
    "InputError",
    "JudgementsClash",
    "ValueError",
]
"""Errors whose message says what to mend; of any other, the place in the code is told too."""


class RunFailed(ValueError):
    """A run that did not end well; the message says where and why."""

    for_people = True


Made = dict[str, Mapping[str, Any]]


def run_job(home: Path, name: str, config: Mapping[str, Any], listener: Tell | None = None) -> Made:
    """Run a job in the Dagster instance ``home``, with this configuration of the workplace.

    Returns, of each asset (``tables/events``), its metadata as plain values.

    Raises RunFailed with the words of whatever stopped it."""
    run_config = {
        "resources": {"workplace": {"config": dict(config)}},
        "loggers": {"console": {"config": {"log_level": "CRITICAL"}}},
    }
    token = LISTENER.set(listener)
    try:
        with instance(home) as kept:
            job = defs().resolve_job_def(name)
            result = job.execute_in_process(run_config, instance=kept, raise_on_error=False)
    finally:
        LISTENER.reset(token)
    if not result.success:
        raise RunFailed("\n".join(why(result)))
    return {
        m.asset_key.to_user_string(): {k: v.value for k, v in m.metadata.items()} for m in _materializations(result)
    }


@contextmanager
def instance(home: Path) -> Iterator[dg.DagsterInstance]:
    """The Dagster instance of a folder, with the project's settings where it has none yet."""
    home.mkdir(parents=True, exist_ok=True)
    if not (home / SETTINGS.name).exists():
        shutil.copyfile(SETTINGS, home / SETTINGS.name)
    with dg.DagsterInstance.from_config(str(home)) as kept:
        yield kept


def _materializations(result: dg.ExecuteInProcessResult) -> list[dg.AssetMaterialization]:
    return [event.step_materialization_data.materialization for event in result.get_asset_materialization_events()]


def why(result: dg.ExecuteInProcessResult) -> list[str]:
    """What went wrong, in the words of whatever raised it, or the checks that stopped the run and what they saw."""
    checks = [c for c in result.get_asset_check_evaluations() if not c.passed and c.severity.value == "ERROR"]
    if checks:
        told = [f"{c.asset_key.path[-1]}, check {c.check_name}: {_seen(c)}" for c in checks]
        return ["The tables break their declarations, and nothing was published:", *told]
    return [_innermost(event) for event in result.get_step_failure_events()] or ["the run did not end"]


def _seen(check: dg.AssetCheckEvaluation) -> str:
    shown = check.metadata.get("broken_rules")
    return check.description or (str(shown.value) if shown else "")


def _innermost(event: dg.DagsterEvent) -> str:
    error = event.step_failure_data.error
    if error is None:
        return f"{event.step_key} failed"
    while error.cause is not None:
        error = error.cause
    name, _, message = error.message.strip().partition(": ")
    return (
        message
        if error.cls_name in FOR_PEOPLE
        else f"{event.step_key} failed: {name}: {message}\n{''.join(error.stack)}"
    )
