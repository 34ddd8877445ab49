"""Group entities: who is who, which document, the same event, which day. Every step leaves its tables on disk.

The steps are those of ``pipeline.tables.build``; they share one DuckDB file in the cache, so that a failed run is taken
up at the step that failed."""

from typing import Any, NamedTuple

import dagster as dg

from pipeline.build import STAGES, open_linking
from pipeline.orchestration.metadata import OWNERS, markdown
from pipeline.orchestration.raw import REGISTERS
from pipeline.orchestration.readings import MENTIONS
from pipeline.orchestration.settings import Workplace
from pipeline.registers import PROJECT
from pipeline.shards import tree_hash
from pipeline.tables.build_engine import Connection, scalar
from pipeline.tables.findings import rows

GROUP = "entities"
LINKING = (PROJECT / "pipeline" / "resolve", PROJECT / "pipeline" / "tables")
"""What linking and shaping are made of: when these change, the browser says that their assets are stale."""


class Step(NamedTuple):
    """An asset of this group: the step of ``tables.build`` that makes it, and a query that shows what came of it."""

    name: str
    function: str
    needs: tuple[str, ...]
    shows: str
    about: str


STEPS = (
    Step(
        "names",
        "load_readings",
        (),
        "SELECT kind, count(*) AS mentions FROM work.mentions GROUP BY ALL ORDER BY kind",
        "All readings and registers in one place, with the look-up key of every name and the bounds of every date.",
    ),
    Step(
        "organizations",
        "link_organizations",
        ("names",),
        "FROM work.organization_link ORDER BY ALL LIMIT 10",
        "Which bodies are one body: by the register's row, then by normalised name.",
    ),
    Step(
        "directives",
        "link_directives",
        ("names", "organizations"),
        "FROM work.directive_link ORDER BY ALL LIMIT 10",
        "Which official documents are one: by symbol with term or date, by number in its context.",
    ),
    Step(
        "people",
        "link_people",
        ("names", "organizations"),
        "FROM work.person_link ORDER BY ALL LIMIT 10",
        "Which people are one: by name and office, body or event; a shared name alone is not enough.",
    ),
    Step(
        "events",
        "link_events",
        ("people", "directives"),
        "FROM work.event_link ORDER BY ALL LIMIT 10",
        "Which reports tell of one event: by type, date, organiser, name and people.",
    ),
    Step(
        "dates",
        "date_events",
        ("events",),
        "SELECT basis, count(*) AS events FROM work.event_agreed GROUP BY ALL ORDER BY ALL",
        "One date an event, out of what its articles, the documents they cite and the registers say.",
    ),
    Step(
        "identifiers",
        "assign_identifiers",
        ("dates",),
        "SELECT kind, count(*) AS new FROM work.minted GROUP BY ALL ORDER BY ALL",
        "The identifier of every entity, by the register of identifiers; new ones, and redirects of those that went.",
    ),
)


def key(name: str) -> dg.AssetKey:
    """The asset key of a step."""
    return dg.AssetKey([GROUP, name])


def entity_assets() -> list[dg.AssetsDefinition]:
    """One asset a step."""
    code = tree_hash(*LINKING)[:12]
    return [_asset(step, code) for step in STEPS]


def _asset(step: Step, code: str) -> dg.AssetsDefinition:
    deps = [*(key(name) for name in step.needs), *([] if step.needs else [MENTIONS, REGISTERS])]

    @dg.asset(
        key=key(step.name),
        deps=deps,
        group_name=GROUP,
        kinds={"duckdb", "sql"},
        owners=OWNERS,
        description=step.about,
        code_version=code,
    )
    def entity(workplace: Workplace) -> dg.MaterializeResult[None]:
        settings = workplace.settings()
        with open_linking(settings, anew=not step.needs) as con:
            STAGES[step.function](con, settings)
            return dg.MaterializeResult(metadata=_shown(con, step))

    return entity


def _shown(con: Connection, step: Step) -> dict[str, Any]:
    table = step.shows.split("work.")[1].split()[0]
    return {
        "dagster/row_count": scalar(con, f"SELECT count(*) FROM work.{table}"),
        "preview": dg.MetadataValue.md(markdown(rows(con, step.shows))),
    }
