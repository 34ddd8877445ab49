"""Everything that Dagster shows, put together when it is asked for."""

from __future__ import annotations

import dagster as dg

JOB = "build"
TABLES_JOB = "tables"


@dg.definitions
def defs() -> dg.Definitions:
    """The assets, their checks, the jobs, what starts them, and the folders they work in."""
    from pipeline.orchestration.automation import folder_sensor, monthly_schedule
    from pipeline.orchestration.checks import table_checks
    from pipeline.orchestration.entities import entity_assets
    from pipeline.orchestration.raw import raw_assets
    from pipeline.orchestration.readings import reading_assets
    from pipeline.orchestration.release import release_assets
    from pipeline.orchestration.settings import Workplace
    from pipeline.orchestration.tables import table_assets

    everything = dg.AssetSelection.all()
    unreleased = everything - dg.AssetSelection.groups("release")
    return dg.Definitions(
        assets=[*raw_assets(), reading_assets(), *entity_assets(), table_assets(), *release_assets()],
        asset_checks=table_checks(),
        jobs=[
            dg.define_asset_job(JOB, everything, description="From the articles to a release."),
            dg.define_asset_job(TABLES_JOB, unreleased, description="From the articles to checked tables, unreleased."),
        ],
        sensors=[folder_sensor(TABLES_JOB)],
        schedules=[monthly_schedule(JOB)],
        resources={"workplace": Workplace()},
        executor=dg.in_process_executor,
    )
