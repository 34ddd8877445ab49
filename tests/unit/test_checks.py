"""Each check is broken once: the sound sample passes, one changed value is found and named."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest

from pipeline.tables.check import check_table, check_tables, require_sound
from pipeline.tables.check_dates import agrees
from pipeline.tables.check_evidence import check_evidence, check_quotes
from pipeline.tables.findings import BrokenTables, errors
from tests.release_samples import TEXT, sample_rows, sample_tables


def test_the_sound_sample_has_no_finding() -> None:
    assert check_tables(sample_tables()) == []


BROKEN = [
    ("events", "event_type", "party", "isin"),
    ("events", "event_id", "evt_1", "str_matches"),
    ("events", "name", None, "not_nullable"),
    ("events", "ordinal", 0, "greater_than"),
    ("events", "date_edtf", "2024-02-30", "edtf"),
    ("events", "date_earliest", date(2023, 1, 1), "edtf"),
    ("events", "date_latest", date(2023, 1, 1), "date_bounds"),
    ("events", "part_of", "evt-9", "reference"),
    ("mentions", "entity_id", "per-9", "reference"),
    ("mentions", "char_end", 99, "quote_length"),
    ("mentions", "entity_id", "org-1", "kind"),
    ("people", "name", unicodedata.normalize("NFD", "Trần Thị Mẫu"), "nfc"),
    ("documents", "n_mentions", 7, "count"),
    ("documents", "published_edtf", None, "published_bounds"),
    ("claims", "mention_id", "men-999", "reference"),
    ("redirects", "new_id", "", "withdrawn"),
    ("figures", "value_max", 3.0, "range"),
]


@pytest.mark.parametrize(("table", "column", "value", "check"), BROKEN)
def test_one_wrong_value_is_found_and_named(table: str, column: str, value: Any, check: str) -> None:
    rows = sample_rows()
    if not rows[table]:
        rows[table] = [{"old_id": "per-0", "new_id": "per-1", "kind": "merged", "since": "2024.1.0", "reason": "x"}]
    row = rows[table][1] if (table, value) in (("mentions", "org-1"), ("mentions", "per-9")) else rows[table][0]
    row[column] = value
    con = sample_tables(rows)
    found = errors([*check_table(con, table), *check_evidence(con)])
    hits = [f for f in found if f.table == table and check in f.check]
    assert hits, found
    assert hits[0].count == 1
    assert hits[0].examples


def test_a_key_twice_is_found() -> None:
    rows = sample_rows()
    rows["people"].append(rows["people"][0])
    assert [f.check for f in check_tables(sample_tables(rows))] == ["unique"]


def test_a_row_without_evidence_is_found() -> None:
    rows = sample_rows()
    rows["organizations"].append(rows["organizations"][0] | {"organization_id": "org-2"})
    assert [(f.table, f.check) for f in check_tables(sample_tables(rows))] == [("organizations", "evidence")]


def test_a_missing_column_and_a_missing_table_are_found() -> None:
    con = sample_tables()
    con.execute("ALTER TABLE events DROP COLUMN place; DROP TABLE figures")
    found = [(f.table, f.check) for f in check_tables(con)]
    assert found == [("events", "columns"), ("figures", "columns")]
    with pytest.raises(BrokenTables, match="place"):
        require_sound(con)


def test_quotes_are_held_against_the_text() -> None:
    con = sample_tables()
    assert check_quotes(con, [TEXT, "another"]) == []
    assert [(f.table, f.check) for f in check_quotes(con, ["X" + TEXT])] == [("documents", "text")]
    con.execute("UPDATE mentions SET char_start = char_start + 1, char_end = char_end + 1 WHERE mention_id = 'men-001'")
    assert [(f.check, f.count) for f in check_quotes(con, [TEXT])] == [("quote", 1)]


def test_a_document_quoted_too_widely_is_found() -> None:
    rows = sample_rows()
    rows["documents"][0]["n_chars"] = 100
    assert [(f.check, f.severity) for f in check_tables(sample_tables(rows))] == [("share", "error")]


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "good"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31), True),
        ("2024", date(2024, 3, 1), date(2024, 6, 1), True),
        ("2024", None, date(2024, 6, 1), False),
        ("XXXX-01-10", None, None, True),
        ("XXXX-01-10", date(2020, 1, 1), None, True),
        ("2024-01-10", date(2024, 1, 9), date(2024, 1, 10), False),
        ("2024-01-32", None, None, False),
    ],
)
def test_bounds_lie_within_the_value(edtf: str, earliest: date | None, latest: date | None, good: bool) -> None:
    assert agrees(edtf, earliest, latest) is good
