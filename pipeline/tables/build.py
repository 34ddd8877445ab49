"""From shards of readings to every published table, in the connection's main schema: the steps, and all of them.

Each step takes the connection and leaves tables in the schema ``work`` for the next, so that an orchestrator may call
them one by one: load_readings, link_organizations, link_directives, link_people, link_events, date_events,
assign_identifiers, shape_tables. Their SQL stands in ``pipeline.resolve.sql``. Nothing compares pairs in Python.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from pipeline.extract.registers import Registers
from pipeline.resolve.dates import Word, agree, complete, safe_bounds
from pipeline.resolve.decisions import Correction, Judgement
from pipeline.resolve.names import (
    body_key,
    congress_ordinal,
    family_name,
    given_name,
    is_vietnamese,
    name_key,
    rank,
    title_key,
    topic,
)
from pipeline.resolve.sql import statement
from pipeline.tables.build_decisions import correct, judge, put_judgements
from pipeline.tables.build_engine import Connection, components, derive, run_step, scalar
from pipeline.tables.build_identifiers import load_identifiers
from pipeline.tables.build_registers import load_registers_into
from pipeline.text.fold import to_ascii
from schemas.registry import TABLES, keys
from schemas.render import ddl, quoted

_TEXT, _DAY = pa.string(), pa.date32()
_EDTF = pa.schema([("value", _TEXT), ("earliest", _DAY), ("latest", _DAY)])
_FORMS = pa.schema(
    [
        *((c, _TEXT) for c in ("name", "key", "ascii", "ascii_name", "body", "title", "rank", "family", "given")),
        ("vietnamese", pa.bool_()),
    ]
)
_DATED = pa.schema(
    [("n", pa.int64()), ("value", _TEXT), ("earliest", _DAY), ("latest", _DAY), ("completed", pa.bool_())]
)
_AGREED = pa.schema([("c", _TEXT), *_EDTF, ("basis", _TEXT)])
_WORDS = """SELECT c, list({v: value, e: earliest, l: latest, b: basis, p: "primary"} ORDER BY value, basis, "primary")
            FROM work.event_words GROUP BY c ORDER BY c"""
_TOPICS = pa.schema([("name", _TEXT), ("topic", pa.list_(_TEXT)), ("ordinal", pa.int64())])
_TITLES = pa.schema([("name", _TEXT), ("topic", pa.list_(_TEXT))])
_ROWS = pa.schema([("row", pa.int64()), ("topic", pa.list_(_TEXT))])
_NEAR = pa.schema([("document_id", _TEXT), ("i", pa.int64()), ("topic", pa.list_(_TEXT))])
_EVENT_NAMES = "SELECT DISTINCT name FROM work.l_events ORDER BY name"
_TORN = """SELECT count(*) FROM work.event_bars b JOIN work.event_components x ON x.n = b.a
           JOIN work.event_components y ON y.n = b.b WHERE x.c = y.c"""
_CLASHES = "SELECT count(*) FROM work.unnamed u JOIN work.minted m USING (kind, c) WHERE u.attempt <> m.attempt"


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people decided before this build: judgements, corrections, and the folder of the identifier register."""

    judgements: tuple[Judgement, ...] = ()
    corrections: tuple[Correction, ...] = ()
    identifiers: Path | None = None


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What a build made: rows a published table, and how many new identifiers and redirects there are."""

    rows: dict[str, int]
    new_identifiers: int
    redirects: int


def build_tables(
    con: Connection,
    shards: Sequence[Path],
    registers: Registers,
    *,
    identifiers: Path | None = None,
    judgements: Sequence[Judgement] = (),
    corrections: Sequence[Correction] = (),
    version: str = "0",
) -> BuildSummary:
    """Make every published table out of the readings in ``shards``, sorted by key.

    ``identifiers``: the folder of the identifier register that this build starts from; ``version``: the content
    version that new rows of it are given. Raises ValueError where there is no shard or a register is broken."""
    decisions = Decisions(tuple(judgements), tuple(corrections), identifiers)
    load_readings(con, shards, registers, decisions)
    for step in (link_organizations, link_directives, link_people, link_events, date_events):
        step(con)
    assign_identifiers(con, identifiers, version)
    return shape_tables(con)


def load_readings(
    con: Connection, shards: Sequence[Path], registers: Registers, decisions: Decisions | None = None
) -> int:
    """Load the readings, registers and decisions, and the keys of every name and date; how many inputs there are.

    Raises ValueError where there is no shard, CorrectionGone where a corrected error is no longer in its source."""
    decided = decisions or Decisions()
    if not shards:
        raise ValueError("there are no readings to build from")
    con.execute("CREATE SCHEMA IF NOT EXISTS work")
    paths = ", ".join("'" + str(p).replace("'", "''") + "'" for p in sorted(shards))
    con.execute(f"CREATE OR REPLACE VIEW work.shards AS SELECT * FROM read_parquet([{paths}])")
    load_registers_into(con, registers)
    run_step(con, "macros", "load")
    load_identifiers(con, decided.identifiers)
    correct(con, decided.corrections)
    put_judgements(con, decided.judgements)
    derive(con, "work.edtf", statement("edtf"), _EDTF, lambda value: (value, *safe_bounds(value)))
    derive(con, "work.name_forms", statement("names"), _FORMS, _name_forms)
    run_step(con, "times", "validity")
    return int(scalar(con, "SELECT count(*) FROM work.inputs"))


def link_organizations(con: Connection) -> None:
    """Bodies to one body: the register's row, then the normalised name (``work.organization_link``)."""
    run_step(con, "organizations")
    judge(con, "organization")


def link_directives(con: Connection) -> None:
    """Official documents to one document: symbol with term or date, number in its context (``work.directive_link``)."""
    run_step(con, "directives")
    near = "SELECT document_id, i, near FROM work.directive_context ORDER BY ALL"
    derive(con, "work.near_topics", near, _NEAR, lambda document, i, text: (document, i, topic(text)))
    titles = "SELECT DISTINCT title FROM work.l_directives WHERE title IS NOT NULL ORDER BY ALL"
    derive(con, "work.title_topics", titles, _TITLES, lambda title: (title, topic(title)))
    rows = "SELECT row, coalesce(title_vi, '') FROM reg.directives ORDER BY row"
    derive(con, "work.register_topics", rows, _ROWS, lambda row, title: (row, topic(title)))
    run_step(con, "directives_link")
    judge(con, "directive")


def link_people(con: Connection) -> None:
    """Names to one person: name and office or body or event (``work.person_link``)."""
    run_step(con, "people")
    components(con, "work.person_components", "work.person_nodes", "work.person_edges")
    run_step(con, "people_weak")
    components(con, "work.person_components", "work.person_nodes", "work.person_all_edges")
    run_step(con, "people_link")
    judge(con, "person")


def link_events(con: Connection) -> None:
    """Reports to one event: date, type, organiser, name, people, scored in blocks (``work.event_link``)."""
    derive(con, "work.event_topics", _EVENT_NAMES, _TOPICS, lambda name: (name, topic(name), congress_ordinal(name)))
    run_step(con, "events", "event_bounds")
    given = "SELECT n, date, CASE WHEN date IS NULL THEN about ELSE low END, high FROM work.event_given ORDER BY n"
    derive(con, "work.event_days", given, _DATED, lambda n, value, low, high: (n, *complete(value, low, high)))
    run_step(con, "event_pairs", "event_edges")
    _settle_events(con)
    run_step(con, "event_link")
    judge(con, "event")


def _settle_events(con: Connection) -> None:
    """Components of the edges; one that joins what cannot be one event loses its weakest edges, until none does."""
    components(con, "work.event_components", "work.event_nodes", "work.event_edges")
    while scalar(con, _TORN):
        run_step(con, "event_loosen")
        components(con, "work.event_components", "work.event_nodes", "work.event_edges")


def date_events(con: Connection) -> None:
    """One date an event out of what its articles and the register say (``work.event_agreed``); its series."""
    run_step(con, "event_words", "event_series")
    derive(con, "work.event_agreed", _WORDS, _AGREED, lambda c, said: (c, *agree([Word(*w.values()) for w in said])))


def assign_identifiers(con: Connection, identifiers: Path | None = None, version: str = "0") -> None:
    """Give every entity its identifier by the register in ``identifiers``; the grown register is ``work.grown``."""
    load_identifiers(con, identifiers)
    run_step(con, "entities")
    name_entities(con, version)


def name_entities(con: Connection, version: str) -> None:
    """From entities and their evidence and ``work.identifiers`` to ``work.ids``, ``work.grown``, ``work.redirects``."""
    con.execute("SET VARIABLE version = ?", [version])
    run_step(con, "anchors", "identity", "mint")
    while scalar(con, _CLASHES):
        run_step(con, "mint")
    run_step(con, "redirects")


def shape_tables(con: Connection) -> BuildSummary:
    """The published tables in the main schema, with exactly the declared columns, sorted by key."""
    run_step(con, "quotes", "shape_evidence", "shape_organizations", "shape_directives", "shape_events")
    derive(con, "work.edtf2", statement("document_days"), _EDTF, lambda value: (value, *safe_bounds(value)))
    run_step(con, "shape_people", "shape_statements", "shape_names", "shape_issues", "shape_claims", "shape_redirects")
    counts = {name: _publish(con, name) for name in TABLES}
    fresh = scalar(con, "SELECT count(*) FROM work.minted")
    return BuildSummary(counts, int(fresh), counts["redirects"])


def _publish(con: Connection, name: str) -> int:
    con.execute(f"DROP TABLE IF EXISTS main.{quoted(name)}")
    con.execute(ddl(name, constraints=False))
    order = ", ".join(quoted(k) for k in keys(name))
    con.execute(f"INSERT INTO main.{quoted(name)} BY NAME SELECT * FROM work.out_{name} ORDER BY {order}")
    return int(scalar(con, f"SELECT count(*) FROM main.{quoted(name)}"))


def _name_forms(name: str) -> tuple[str | bool | None, ...]:
    plain, key = to_ascii(name), name_key(name)
    parts = (body_key(name), title_key(name), rank(name), family_name(name), given_name(name), is_vietnamese(name))
    return (name, key, plain.lower(), plain, *parts)
