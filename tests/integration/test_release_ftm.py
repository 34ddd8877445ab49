"""The FollowTheMoney export says what the tables say, in forms that the model accepts."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.release.draft import Draft
from pipeline.release.ftm import entities, plain_dates, write_ftm
from tests.release_samples import sample_rows, sample_tables


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    rows = sample_rows()
    rows["events"][0] |= {"date_edtf": "2024-03-05/2024-03-07", "date_latest": date(2024, 3, 7)}
    rows["memberships"][0] |= {
        "from_edtf": "2024",
        "from_earliest": date(2024, 1, 1),
        "from_latest": date(2024, 12, 31),
    }
    return {e["id"]: e for e in entities(sample_tables(rows))}


def test_each_kind_is_mapped(found: dict[str, Any]) -> None:
    assert sorted(e["schema"] for e in found.values()) == [
        "Article",
        "Document",
        "Event",
        "Occupancy",
        "Organization",
        "Person",
        "Position",
    ]
    assert found["evt-1"]["properties"] | {} == {
        "name": ["Hội nghị phổ biến Chỉ thị 99-CT/TW"],
        "startDate": ["2024-03-05"],
        "endDate": ["2024-03-07"],
        "location": ["Huế"],
        "involved": ["per-1"],
        "organizer": ["org-1"],
        "keywords": ["conference"],
    }
    assert found["mbr-1"]["properties"]["startDate"] == ["2024"]
    assert found["dir-1"]["properties"]["publishedAt"] == ["1899-05"]


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2024-03-05", ("2024-03-05", "2024-03-05")),
        ("2019/2024", ("2019", "2024")),
        ("2019/..", ("2019", None)),
        ("2020-33", (None, None)),
        ("XXXX-03-05", (None, None)),
        ("[2022-11-24,2023-11-24]", (None, None)),
        (None, (None, None)),
    ],
)
def test_a_date_without_a_plain_form_is_left_out(edtf: str | None, expected: tuple[str | None, str | None]) -> None:
    assert plain_dates(edtf) == expected


def test_the_model_accepts_every_value(found: dict[str, Any]) -> None:
    ftm = pytest.importorskip("followthemoney", reason="followthemoney is the extra `ftm`")
    for given in found.values():
        proxy = ftm.model.get_proxy(given, cleaned=False)
        proxy.schema.validate(given)
        assert {k: sorted(v) for k, v in proxy.to_dict()["properties"].items()} == {
            k: sorted(v) for k, v in given["properties"].items()
        }


def test_lines_are_sorted_and_each_is_json(tmp_path: Path) -> None:
    write_ftm(Draft(sample_tables(), tmp_path, "2026.11.0", "2026-11-21", "1.0.0", {}, {}))
    lines = [json.loads(line) for line in (tmp_path / "entities.ftm.json").read_text().splitlines()]
    assert [(e["schema"], e["id"]) for e in lines] == sorted((e["schema"], e["id"]) for e in lines)
