"""Asset checks: the declarations of each table, evidence, and the expected bounds.

Errors stop the release; warnings are shown. Every failing check shows the rows that break it. The checks of a kind run
in one step, since a step costs more than most checks do."""

from collections.abc import Iterator, Sequence

import dagster as dg

from pipeline.orchestration.bounds import Bound, load_bounds, measure
from pipeline.orchestration.lineage import table_key
from pipeline.orchestration.metadata import findings_metadata
from pipeline.orchestration.settings import Workplace
from pipeline.tables.check import check_shapes, check_table
from pipeline.tables.check_evidence import check_evidence
from pipeline.tables.findings import Finding, errors
from pipeline.tables.write import read_tables
from schemas import TABLES

_DECLARED = "The table as declared: columns, types, vocabularies, patterns (pandera); key, references, rules."
_EVIDENCE = "Every row of every table leads to a mention or a register row, and mentions agree with their rows."


def table_checks() -> list[dg.AssetChecksDefinition]:
    """Every check of the published tables."""
    return [declared_checks(), bound_checks()]


def declared_checks() -> dg.AssetChecksDefinition:
    """What ``schemas`` declares, a check a table; and what ties rows to text."""
    specs = [_spec(table, "declared", _DECLARED) for table in TABLES]

    @dg.multi_asset_check(specs=[*specs, _spec("mentions", "evidence", _EVIDENCE)], name="check_tables")
    def declared(workplace: Workplace) -> Iterator[dg.AssetCheckResult]:
        with read_tables(workplace.settings().tables) as con:
            shapes = check_shapes(con)
            for table in TABLES:
                broken = [f for f in shapes if f.table == table]
                yield _result(table, "declared", broken or check_table(con, table))
            yield _result("mentions", "evidence", check_evidence(con))

    return declared


def _spec(table: str, name: str, about: str, *, blocking: bool = True) -> dg.AssetCheckSpec:
    return dg.AssetCheckSpec(name, asset=table_key(table), description=about, blocking=blocking)


def _result(table: str, name: str, found: Sequence[Finding]) -> dg.AssetCheckResult:
    return dg.AssetCheckResult(
        passed=not found,
        asset_key=table_key(table),
        check_name=name,
        severity=dg.AssetCheckSeverity.ERROR if errors(list(found)) else dg.AssetCheckSeverity.WARN,
        metadata=findings_metadata(found),
    )


def bound_checks() -> dg.AssetChecksDefinition:
    """The bounds of ``bounds.csv``, a check each."""
    bounds = load_bounds()
    specs = [_spec(b.table, b.check, b.reason, blocking=b.severity == "error") for b in bounds]

    @dg.multi_asset_check(specs=specs, name="check_bounds")
    def expected(workplace: Workplace) -> Iterator[dg.AssetCheckResult]:
        with read_tables(workplace.settings().tables) as con:
            for bound in bounds:
                yield _bound_result(bound, measure(con, bound))

    return expected


def _bound_result(bound: Bound, value: float | None) -> dg.AssetCheckResult:
    stops = bound.severity == "error"
    return dg.AssetCheckResult(
        passed=bound.holds(value),
        asset_key=table_key(bound.table),
        check_name=bound.check,
        severity=dg.AssetCheckSeverity.ERROR if stops else dg.AssetCheckSeverity.WARN,
        description=f"{bound.check} is {value}, expected {bound.range}. {bound.reason}",
        metadata={"measured": "nothing to measure" if value is None else value, "expected": bound.range},
    )
