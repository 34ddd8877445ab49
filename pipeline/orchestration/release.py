"""Group release: the checked tables, published at once or not at all."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import dagster as dg

from pipeline.build import release
from pipeline.orchestration.lineage import table_key
from pipeline.orchestration.metadata import OWNERS, markdown
from pipeline.orchestration.settings import Workplace
from pipeline.release.publish import Outcome
from pipeline.release.versions import published_versions, release_folder
from schemas import TABLES

GROUP = "release"
RELEASE = dg.AssetKey([GROUP, "dataset"])
# The schedule makes a release a month; a week more is time to notice.
FRESH = timedelta(days=38)


def release_assets() -> list[dg.AssetsDefinition]:
    """The published release."""

    @dg.asset(
        key=RELEASE,
        deps=[table_key(table) for table in TABLES],
        group_name=GROUP,
        kinds={"parquet", "duckdb", "csv"},
        owners=OWNERS,
        freshness_policy=dg.FreshnessPolicy.time_window(fail_window=FRESH),
    )
    def dataset(context: dg.AssetExecutionContext, workplace: Workplace) -> dg.MaterializeResult[None]:
        """A versioned release folder: tables, descriptors, codebook, differences from the release before.

        Checks that stop a release come first; where nothing changed since the last release, nothing is written."""
        outcome = release(workplace.settings(), workplace.output, workplace.day)
        context.log.info(str(outcome))
        return dg.MaterializeResult(
            metadata=_metadata(workplace.output, outcome), data_version=dg.DataVersion(outcome.version)
        )

    return [dataset]


def measures(output: Path, most: int = 6) -> list[dict[str, Any]]:
    """Precision and recall a field, of the latest releases: a row a field, a column a version."""
    table: dict[str, dict[str, Any]] = {}
    for version in published_versions(output)[-most:]:
        quality = json.loads((release_folder(output, version) / "quality.json").read_text(encoding="utf-8"))
        fields = (quality.get("precision_recall") or {}).get("fields", {})
        for name, found in fields.items():
            row = table.setdefault(name, {"field": name})
            row[version] = f"{found['precision']:.3f} / {found['recall']:.3f}"
    versions = list(dict.fromkeys(key for row in table.values() for key in row))
    return [{version: row.get(version) for version in versions} for row in table.values()]


def _metadata(output: Path, outcome: Outcome) -> dict[str, Any]:
    changes = (outcome.folder / "CHANGELOG.md").read_text(encoding="utf-8")
    warnings = [{"table": f.table, "column": f.column, "rows": f.count, "what": f.message} for f in outcome.findings]
    return {
        "version": outcome.version,
        "written": outcome.written,
        "folder": dg.MetadataValue.path(str(outcome.folder)),
        "changes": dg.MetadataValue.md(changes[:8000]),
        "precision / recall by release": dg.MetadataValue.md(markdown(measures(output))),
        "warnings": dg.MetadataValue.md(markdown(warnings)),
    }
