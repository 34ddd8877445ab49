"""A small sound set of tables, on a text of our own, for the tests of checks and releases."""

from __future__ import annotations

import hashlib
from copy import deepcopy
from datetime import date
from typing import Any

import duckdb
import pyarrow as pa

from schemas import TABLES, arrow_schema, columns, ddl, quoted

TEXT = (
    "Ngày 5/3/2024, tại Huế, Hội hữu nghị Sông Hương tổ chức hội nghị phổ biến Chỉ thị 99-CT/TW. "
    "Bà Trần Thị Mẫu, Chủ tịch Hội, chủ trì. Hơn 40 đại biểu dự. Bà đề nghị các chi hội họp hằng quý. "
    "Các đại biểu đã trao đổi về công việc trong năm, về phong trào kết nghĩa giữa các trường và về những khó khăn "
    "trong việc mời chuyên gia tới dạy ngoại ngữ cho thanh niên; nhiều ý kiến nêu rằng các chi hội cần được tập huấn. "
    "Sau phần thảo luận, các đại biểu thăm một xưởng thêu và một trường học trong vùng, nghe các cụ già kể chuyện cũ, "
    "rồi cùng trồng cây bên bờ sông; buổi tối có đêm thơ và nhạc do các em học sinh trình bày trước đông đảo bà con."
)
DOC = "doc-0a1b"
Row = dict[str, Any]


def _mention(number: int, quote: str, kind: str, entity: str | None, value: str | None = None) -> Row:
    start = TEXT.index(quote)
    return {
        "mention_id": f"men-{number:03d}",
        "document_id": DOC,
        "char_start": start,
        "char_end": start + len(quote),
        "quote": quote,
        "kind": kind,
        "entity_id": entity,
        "value": value,
        "rule": "sample",
    }


def _day(name: str, day: str | None) -> Row:
    bound = date.fromisoformat(day) if day else None
    return {f"{name}_edtf": day, f"{name}_earliest": bound, f"{name}_latest": bound}


def _tie(table_key: str, entity: str, **extra: Any) -> Row:
    return {"event_id": "evt-1", table_key: entity, "document_id": DOC, "mention_id": "men-002", **extra}


_ROWS: dict[str, list[Row]] = {
    "files": [
        {"source_path": "a.txt", "sha256": "a" * 64, "document_id": DOC, "status": "read", "media_type": "text/plain"},
        {"source_path": "b.bin", "sha256": "b" * 64, "status": "error", "media_type": "application/octet-stream"},
    ],
    "documents": [
        {
            "document_id": DOC,
            "source_path": "a.txt",
            "text_sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
            "language": "vi",
            "title": '=HYPERLINK("http://example.org")',
            **_day("published", "2024-03-06"),
            "n_chars": len(TEXT),
            "n_mentions": 8,
        }
    ],
    "zones": [{"document_id": DOC, "char_start": 0, "char_end": len(TEXT), "kind": "body"}],
    "mentions": [
        _mention(1, "Ngày 5/3/2024", "date", None, "2024-03-05"),
        _mention(2, "Trần Thị Mẫu", "person", "per-1"),
        _mention(3, "Hội hữu nghị Sông Hương", "organization", "org-1"),
        _mention(4, "Chỉ thị 99-CT/TW", "directive", "dir-1", "99-CT/TW"),
        _mention(5, "hội nghị phổ biến", "event", "evt-1"),
        _mention(6, "Huế", "place", None, "Huế"),
        _mention(7, "Hơn 40 đại biểu", "figure", "fig-1"),
        _mention(8, "đề nghị các chi hội họp hằng quý", "instruction", "ins-1"),
    ],
    "claims": [
        {
            "claim_id": "clm-1",
            "table_name": "events",
            "row_id": "evt-1",
            "column_name": "date",
            "value": "2024-03-05",
            "document_id": DOC,
            "mention_id": "men-001",
            "chosen": True,
        }
    ],
    "people": [
        {
            "person_id": "per-1",
            "name": "Trần Thị Mẫu",
            "name_ascii": "Tran Thi Mau",
            "family_name": "Trần",
            "given_name": "Mẫu",
            "n_documents": 1,
            **_day("first_seen", "2024-03-06"),
            **_day("last_seen", "2024-03-06"),
        }
    ],
    "names": [
        {
            "entity_id": "per-1",
            "name": "Trần Thị Mẫu",
            "kind": "canonical",
            "source_id": DOC,
            "name_ascii": "Tran Thi Mau",
            "document_id": DOC,
        },
        {
            "entity_id": "plc-1",
            "name": "Huế",
            "kind": "canonical",
            "source_id": "reg-places",
            "name_ascii": "Hue",
        },
    ],
    "positions": [
        {
            "position_id": "pos-1",
            "person_id": "per-1",
            "title": "Chủ tịch Hội",
            "organization_id": "org-1",
            "status": "current",
            "document_id": DOC,
            "mention_id": "men-002",
            **_day("as_of", "2024-03-05"),
        }
    ],
    "memberships": [
        {
            "membership_id": "mbr-1",
            "person_id": "per-1",
            "organization_id": "org-1",
            "role": "head",
            "title": "Chủ tịch Hội",
            "n_positions": 1,
        }
    ],
    "organizations": [
        {
            "organization_id": "org-1",
            "name": "Hội hữu nghị Sông Hương",
            "name_ascii": "Hoi huu nghi Song Huong",
            "kind": "union_of_associations",
            "country": "VN",
        }
    ],
    "places": [{"place_id": "plc-1", "name": "Huế", "name_ascii": "Hue", "country": "VN"}],
    "directives": [
        {
            "directive_id": "dir-1",
            "type_code": "CT",
            "type_vi": "Chỉ thị",
            "number": "99",
            "symbol": "99-CT/TW",
            "system": "party",
            "in_register": False,
            "n_documents": 1,
            "issued_edtf": "1899-05",
            "issued_earliest": date(1899, 5, 1),
            "issued_latest": date(1899, 5, 31),
        }
    ],
    "events": [
        {
            "event_id": "evt-1",
            "event_type": "conference",
            "name": "Hội nghị phổ biến Chỉ thị 99-CT/TW",
            "name_ascii": "Hoi nghi pho bien Chi thi 99-CT/TW",
            **_day("date", "2024-03-05"),
            "date_basis": "stated",
            "place": "Huế",
            "place_id": "plc-1",
            "status": "held",
            "n_documents": 1,
        }
    ],
    "event_documents": [{"event_id": "evt-1", "document_id": DOC, "is_primary": True}],
    "participations": [_tie("person_id", "per-1", role="chair")],
    "event_organizations": [_tie("organization_id", "org-1", role="organizer")],
    "event_countries": [_tie("country", "VN", role="host")],
    "event_directives": [_tie("directive_id", "dir-1", relation="disseminates")],
    "directive_relations": [
        {"directive_id": "dir-1", "relation": "follows", "target_id": "dir-1", "source_id": "reg-directives-1"}
    ],
    "figures": [
        {
            "figure_id": "fig-1",
            "document_id": DOC,
            "mention_id": "men-007",
            "measure_vi": "đại biểu",
            "value": 40.0,
            "qualifier": "more_than",
        }
    ],
    "instructions": [
        {
            "instruction_id": "ins-1",
            "document_id": DOC,
            "mention_id": "men-008",
            "event_id": "evt-1",
            "speaker_id": "per-1",
            "char_start": TEXT.index("đề nghị"),
            "char_end": TEXT.index("hằng quý") + 8,
            "summary": "đề nghị các chi hội họp hằng quý",
            "trigger": "đề nghị",
        }
    ],
    "redirects": [],
    "issues": [
        {
            "issue_id": "iss-1",
            "source_path": "b.bin",
            "code": "undecodable",
            "severity": "error",
            "message": "not a text",
        }
    ],
}


def sample_rows() -> dict[str, list[Row]]:
    """The rows of every table, free to be changed by a test."""
    return deepcopy(_ROWS)


def sample_tables(rows: dict[str, list[Row]] | None = None, *, constraints: bool = False) -> duckdb.DuckDBPyConnection:
    """A connection with every published table, filled with ``rows`` (the sample's where none are given)."""
    con = duckdb.connect()
    for table in TABLES:
        con.execute(ddl(table, constraints=constraints))
        filled = [{c.name: row.get(c.name) for c in columns(table)} for row in (rows or _ROWS)[table]]
        con.register("incoming", pa.Table.from_pylist(filled, schema=nullable(arrow_schema(table))))
        con.execute(f"INSERT INTO {quoted(table)} SELECT * FROM incoming")
        con.unregister("incoming")
    return con


def nullable(schema: pa.Schema) -> pa.Schema:
    """The schema without NOT NULL, so that a test may break it."""
    return pa.schema([field.with_nullable(True) for field in schema])
