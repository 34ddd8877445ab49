"""What starts a run by itself: a sensor that sees articles come and go, a schedule that makes a release a month.

Both are off until someone switches them on in the browser (Automation)."""

import json
import os
from typing import NamedTuple

import dagster as dg

from pipeline.opening import InputError, list_files
from pipeline.orchestration.raw import fingerprint
from pipeline.orchestration.settings import Workplace

INTERVAL = int(os.environ.get("HUUNGHI_SENSOR_SECONDS", "30"))
MONTHLY = "0 6 1 * *"
ZONE = "Asia/Ho_Chi_Minh"


class Seen(NamedTuple):
    """The sensor's cursor: the folder as it looked at the last tick, and as it was when a run was last asked for."""

    folder: str = ""
    asked: str = ""


def next_step(seen: Seen, now: str) -> tuple[Seen, str]:
    """The cursor after a tick that sees ``now``, and what to do: unchanged, wait, run.

    A folder that changed since the last tick may still be being copied into: it is left until two ticks agree."""
    if now == seen.asked:
        return Seen(now, now), "unchanged"
    if now != seen.folder:
        return Seen(now, seen.asked), "wait"
    return Seen(now, now), "run"


def folder_sensor(job: str) -> dg.SensorDefinition:
    """The sensor on the input folder; it asks for ``job``."""

    @dg.sensor(
        job_name=job,
        minimum_interval_seconds=INTERVAL,
        default_status=dg.DefaultSensorStatus.STOPPED,
        description="Reads what is new when articles come into the input folder, change or go, once copying has ended.",
    )
    def new_articles(context: dg.SensorEvaluationContext, workplace: Workplace) -> dg.SensorResult | dg.SkipReason:
        try:
            now = fingerprint(list_files(workplace.source))
        except InputError as error:
            return dg.SkipReason(str(error))
        seen, step = next_step(Seen(**json.loads(context.cursor or "{}")), now)
        cursor = json.dumps(seen._asdict())
        if step == "run":
            return dg.SensorResult([dg.RunRequest(run_key=now)], cursor=cursor)
        reason = "nothing changed" if step == "unchanged" else "the folder changed: waiting until it stays the same"
        return dg.SensorResult(skip_reason=reason, cursor=cursor)

    return new_articles


def monthly_schedule(job: str) -> dg.ScheduleDefinition:
    """The schedule that makes a release on the first of each month, dated that day; unchanged, nothing is written."""

    @dg.schedule(
        job_name=job,
        cron_schedule=MONTHLY,
        execution_timezone=ZONE,
        default_status=dg.DefaultScheduleStatus.STOPPED,
        description="A release on the first of the month, if anything changed since the last one.",
    )
    def monthly_release(context: dg.ScheduleEvaluationContext) -> dg.RunRequest:
        day = context.scheduled_execution_time.date().isoformat()
        config = {"resources": {"workplace": {"config": {"release_date": day}}}}
        return dg.RunRequest(run_key=day, run_config=config, tags={"release_date": day})

    return monthly_release
