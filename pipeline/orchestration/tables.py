"""Group tables: the published tables as Parquet in the cache, each with its columns, a preview, and what changed."""

from collections.abc import Iterator
from typing import Any

import dagster as dg

from pipeline.build import Settings, open_linking
from pipeline.build import shape as shape_published
from pipeline.orchestration import lineage, plots
from pipeline.orchestration.entities import LINKING
from pipeline.orchestration.entities import key as entity_key
from pipeline.orchestration.metadata import OWNERS, column_schema, description, markdown, table_metadata
from pipeline.orchestration.settings import Workplace
from pipeline.registers import PROJECT
from pipeline.review import COLUMNS, read_candidates
from pipeline.shards import tree_hash
from pipeline.tables.findings import Connection
from pipeline.tables.write import logical_hash
from schemas import TABLES

GROUP = "tables"
REVIEW = entity_key("review")
PICTURES = {
    "events": ("events a year", plots.events_by_year),
    "organizations": ("network", plots.organizations_together),
}
"""Table -> the picture of its page besides the fill rates."""


def table_assets() -> dg.AssetsDefinition:
    """All published tables, made together by one step."""

    code = tree_hash(*LINKING, PROJECT / "schemas")[:12]

    @dg.multi_asset(name="shape_tables", specs=[*(_spec(table, code) for table in TABLES), _review_spec()])
    def shape(context: dg.AssetExecutionContext, workplace: Workplace) -> Iterator[dg.MaterializeResult[None]]:
        settings = workplace.settings()
        with open_linking(settings) as con:
            shape_published(con, settings)
            for table in TABLES:
                yield _result(con, table, _last_count(context, table))
        yield _review_result(settings)

    return shape


def _spec(table: str, code: str) -> dg.AssetSpec:
    return dg.AssetSpec(
        lineage.table_key(table),
        deps=[entity_key("identifiers")],
        group_name=GROUP,
        kinds={"duckdb", "parquet"},
        owners=OWNERS,
        description=description(table),
        code_version=code,
        metadata={"dagster/column_schema": column_schema(table)},
    )


def _review_spec() -> dg.AssetSpec:
    return dg.AssetSpec(
        REVIEW,
        deps=[entity_key("identifiers")],
        group_name="entities",
        kinds={"csv"},
        owners=OWNERS,
        description="Pairs of rows that may be one, best first: decide them in seeds/judgements.csv.",
    )


def _review_result(settings: Settings) -> dg.MaterializeResult[None]:
    pairs = [dict(zip(COLUMNS, row, strict=True)) for row in read_candidates(settings.review)]
    metadata: dict[str, Any] = {"dagster/row_count": len(pairs), "preview": dg.MetadataValue.md(markdown(pairs[:50]))}
    return dg.MaterializeResult(REVIEW, metadata=metadata)


def _result(con: Connection, table: str, before: int | None) -> dg.MaterializeResult[None]:
    metadata = table_metadata(con, table, before)
    metadata["dagster/column_lineage"] = lineage.column_lineage(table)
    metadata["filled"] = dg.MetadataValue.md(plots.embedded(plots.fill_rates(con, table), "filled"))
    if table in PICTURES:
        name, draw = PICTURES[table]
        metadata[name] = dg.MetadataValue.md(plots.embedded(draw(con), name))
    version = dg.DataVersion(logical_hash(con, table)[:16])
    return dg.MaterializeResult(lineage.table_key(table), metadata=metadata, data_version=version)


def _last_count(context: dg.AssetExecutionContext, table: str) -> int | None:
    """How many rows the table had when it was made last."""
    event = context.instance.get_latest_materialization_event(lineage.table_key(table))
    made = event.asset_materialization if event else None
    count = made.metadata.get("dagster/row_count") if made else None
    return int(str(count.value)) if count else None
