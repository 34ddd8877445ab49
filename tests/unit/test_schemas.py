"""What is rendered from the declarations, and that they agree with each other."""

from __future__ import annotations

import re
import subprocess
import sys

import duckdb
import pytest

from schemas import (
    SCHEMA_VERSION,
    TABLES,
    VOCABULARIES,
    arrow_schema,
    codebook_rows,
    columns,
    ddl,
    info,
    keys,
    names,
    references,
    resource_schema,
)


@pytest.mark.parametrize("table", TABLES)
def test_arrow_ddl_and_pandera_agree(table: str) -> None:
    con = duckdb.connect()
    con.execute(ddl(table))
    frame = con.sql(f"SELECT * FROM {table}").pl()
    TABLES[table].validate(frame, lazy=True)
    arrow = con.sql(f"SELECT * FROM {table}").to_arrow_table()
    assert arrow.schema.names == arrow_schema(table).names == names(table)
    assert arrow.cast(arrow_schema(table)).schema.types == arrow_schema(table).types


@pytest.mark.parametrize("table", TABLES)
def test_ddl_carries_keys_not_null_and_comments(table: str) -> None:
    con = duckdb.connect()
    con.execute(ddl(table))
    found = con.execute("SELECT column_name, is_nullable, comment FROM duckdb_columns() WHERE NOT internal").fetchall()
    want = [(c.name, c.nullable and not c.key, f"{c.vi} / {c.en}") for c in columns(table)]
    assert found == want
    key = con.execute("SELECT constraint_column_names FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY'")
    assert tuple(key.fetchall()[0][0]) == keys(table)


def test_every_reference_points_at_a_declared_column() -> None:
    for reference in references():
        for table, column in reference.targets:
            assert column in names(table), reference


def test_keys_are_never_empty_and_every_vocabulary_has_other() -> None:
    assert all(keys(t) for t in TABLES)
    assert not [c.name for t in TABLES for c in columns(t) if c.key and c.nullable]
    assert not [v.name for v in VOCABULARIES.values() if "other" not in v.codes or len(set(v.codes)) < len(v.codes)]
    used = {c.vocabulary for t in TABLES for c in columns(t) if c.vocabulary}
    assert used == set(VOCABULARIES)


def test_both_languages_are_given_everywhere() -> None:
    described = [(t.name, t.vi, t.en) for t in map(info, TABLES)]
    described += [(f"{t}.{c.name}", c.vi, c.en) for t in TABLES for c in columns(t)]
    described += [(f"{v.name}.{t.code}", t.vi, t.en) for v in VOCABULARIES.values() for t in v.terms]
    assert not [name for name, vi, en in described if not vi.strip() or not en.strip()]
    assert not [r["column"] for t in TABLES for r in codebook_rows(t) if bool(r["null_vi"]) != bool(r["null_en"])]


def test_a_nullable_column_says_what_null_means() -> None:
    assert not [f"{t}.{c.name}" for t in TABLES for c in columns(t) if c.nullable != bool(c.null_en)]


def test_a_date_is_three_columns_in_order() -> None:
    for table in TABLES:
        have = names(table)
        for name in have:
            if name.endswith("_edtf"):
                at = have.index(name)
                assert have[at + 1 : at + 3] == [name[:-4] + "earliest", name[:-4] + "latest"]


@pytest.mark.parametrize(
    ("value", "good"),
    [
        ("2023", True),
        ("2023-11-24", True),
        ("2020-01-07T08:30", True),
        ("XXXX-01-10", True),
        ("2019-09-19/2019-12-31", True),
        ("../2019", True),
        ("2019/..", True),
        ("[2022-11-24,2023-11-24]", True),
        ("2024?", True),
        ("199X", True),
        ("24-11-2023", False),
        ("2023/", False),
        ("[2022-11-24]", False),
        ("", False),
        ("năm 2023", False),
    ],
)
def test_the_pattern_of_dates(value: str, good: bool) -> None:
    pattern = next(c.pattern for c in columns("events") if c.name == "date_edtf")
    assert bool(re.search(pattern or "", value)) is good


def test_resource_schema_names_key_types_and_references() -> None:
    schema = resource_schema("participations")
    assert schema["primaryKey"] == ["event_id", "person_id", "role", "document_id"]
    assert {"fields": ["person_id"], "reference": {"resource": "people", "fields": ["person_id"]}} in schema[
        "foreignKeys"
    ]
    assert next(f for f in schema["fields"] if f["name"] == "role")["constraints"]["enum"][0] == "chair"


def test_vocabulary_folds_known_spellings_and_says_other() -> None:
    kinds = VOCABULARIES["organization_kind"]
    assert [kinds.normalise(v) for v in ("mass-organisation", "Party", "circus")] == [
        "mass_organization",
        "party",
        "other",
    ]


def test_schemas_import_nothing_of_the_pipeline() -> None:
    script = "import schemas, sys; print([m for m in sys.modules if m.startswith('pipeline')])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_schema_version_is_semantic() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", SCHEMA_VERSION)
