"""Groups documents and mentions: from bytes to what each article says, one pass, only where something changed.

There are no partitions: a run a document costs a hundred times the reading itself. What is known is told by content."""

import hashlib
from collections.abc import Iterator
from time import perf_counter
from typing import Any

import dagster as dg
import duckdb

from pipeline.batch import READING_SCHEMA
from pipeline.build import read_articles as read_shards
from pipeline.orchestration.metadata import OWNERS, markdown
from pipeline.orchestration.progress import report
from pipeline.orchestration.raw import ARTICLES, REGISTERS
from pipeline.orchestration.settings import Workplace
from pipeline.shards import Update, extractor_hash
from pipeline.tables.findings import Connection, rows

DOCUMENTS = dg.AssetKey(["documents", "texts"])
MENTIONS = dg.AssetKey(["mentions", "readings"])
FINDS = [
    "mentions",
    "people",
    "positions",
    "organizations",
    "directives",
    "events",
    "participations",
    "figures",
    "instructions",
    "issues",
]


def reading_assets() -> dg.AssetsDefinition:
    """The two assets that reading the articles makes: texts with their zones, and what was found in them."""
    code = extractor_hash()[:12]
    specs = [
        dg.AssetSpec(
            DOCUMENTS,
            deps=[ARTICLES],
            group_name="documents",
            kinds={"python", "parquet"},
            owners=OWNERS,
            code_version=code,
            metadata={"dagster/column_schema": reading_schema(nested=False)},
            description="Every input decoded, normalised, divided into zones; what is no text is a row with its error.",
        ),
        dg.AssetSpec(
            MENTIONS,
            deps=[DOCUMENTS, REGISTERS],
            group_name="mentions",
            kinds={"python", "parquet"},
            owners=OWNERS,
            code_version=code,
            metadata={"dagster/column_schema": reading_schema(nested=True)},
            description="What each article says, with the characters it says it in: people, bodies, documents, events.",
        ),
    ]

    @dg.multi_asset(specs=specs, name="read_articles")
    def read_articles(context: dg.AssetExecutionContext, workplace: Workplace) -> Iterator[dg.MaterializeResult[None]]:
        began = perf_counter()
        update = read_shards(workplace.settings(), report(context, "Reading"))
        seconds = perf_counter() - began
        context.log.info(f"{update.inputs} inputs: {update.extracted} read now, {update.reused} known already")
        yield from _results(update, seconds)

    return read_articles


def reading_schema(nested: bool) -> dg.TableSchema:
    """The columns of the readings: those of the document, or (``nested``) those of what was found in it."""
    found = []
    for field in READING_SCHEMA:
        is_list = hasattr(field.type, "value_type") and field.name != "zones"
        if nested and is_list:
            found += [dg.TableColumn(f"{field.name}.{f.name}", str(f.type)) for f in field.type.value_type]
        elif not nested and not is_list:
            found.append(dg.TableColumn(field.name, str(field.type) if field.name != "zones" else "list"))
    return dg.TableSchema(columns=found)


def _results(update: Update, seconds: float) -> Iterator[dg.MaterializeResult[None]]:
    version = dg.DataVersion(hashlib.sha256("".join(p.name for p in update.shards).encode()).hexdigest()[:16])
    told: dict[str, Any] = {
        "inputs_read_now": update.extracted,
        "inputs_known": update.reused,
        "inputs_gone": update.removed,
    }
    told |= {"seconds": round(seconds, 2), "inputs_read_a_second": round(update.extracted / max(seconds, 0.01), 1)}
    with duckdb.connect() as con:
        con.read_parquet([str(p) for p in update.shards]).create_view("readings")
        yield dg.MaterializeResult(DOCUMENTS, metadata={**told, **_documents(con)}, data_version=version)
        yield dg.MaterializeResult(MENTIONS, metadata={**told, **_mentions(con)}, data_version=version)


def _documents(con: Connection) -> dict[str, Any]:
    status = rows(con, "SELECT status, encoding, count(*) AS inputs FROM readings GROUP BY ALL ORDER BY ALL")
    errors = rows(con, "SELECT source_path, error_code, error_message FROM readings WHERE status = 'error' ORDER BY 1")
    first = "SELECT source_path, published, title, length(text) AS characters FROM readings ORDER BY 1 LIMIT 10"
    return {
        "dagster/row_count": sum(int(r["inputs"]) for r in status),
        "status": dg.MetadataValue.md(markdown(status)),
        "errors": len(errors),
        "not_read": dg.MetadataValue.md(markdown(errors[:20])),
        "preview": dg.MetadataValue.md(markdown(rows(con, first))),
    }


def _mentions(con: Connection) -> dict[str, Any]:
    sums = ", ".join(f"coalesce(sum(len({name})), 0)::BIGINT AS {name}" for name in FINDS)
    counts = rows(con, f"SELECT {sums} FROM readings")[0]
    quote = 'substr(text, m.start + 1, m."end" - m.start)'
    some = f"""SELECT source_path, m.kind, {quote} AS quote, m.value, m.rule FROM (SELECT source_path, text,
        unnest(mentions) AS m FROM readings) ORDER BY source_path, m.start, m."end", m.kind LIMIT 20"""
    return {
        "dagster/row_count": counts["mentions"],
        "found": dg.MetadataValue.md(markdown([{"kind": k, "found": v} for k, v in counts.items()])),
        "preview": dg.MetadataValue.md(markdown(rows(con, some))),
    }
