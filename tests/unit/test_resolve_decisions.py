"""What judgements and corrections may say."""

from __future__ import annotations

import pytest

from pipeline.resolve.decisions import parse_corrections, parse_judgements

JUDGEMENTS = "judgement,left,right,reason,date,who\n"
CORRECTIONS = "document,quote,table,field,wrong,right,reason,source_url,date,who\n"


def test_judgements_are_read() -> None:
    rows = parse_judgements(JUDGEMENTS + "same,per-a1,men-b2,same office,2026-11-21,editor\n")
    assert [(r.judgement, r.left, r.right) for r in rows] == [("same", "per-a1", "men-b2")]
    assert parse_judgements("") == () == parse_judgements(JUDGEMENTS)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("maybe,per-a,per-b,why,2026-11-21,me", "not same, not_same or unsure"),
        ("same,per-a,evt-b,why,2026-11-21,me", "two kinds"),
        ("same,per-a,per-a,why,2026-11-21,me", "both sides"),
        ("same,someone,per-a,why,2026-11-21,me", "no identifier"),
        ("same,per-a,per-b,,2026-11-21,me", "reason"),
        ("same,per-a,per-b,why,21/11/2026,me", "no day"),
        ("same,per-a,per-b,why,2026-11-21,me\nnot_same,per-b,per-a,why,2026-11-21,me", "judged twice"),
    ],
)
def test_judgement_is_refused(line: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        parse_judgements(JUDGEMENTS + line + "\n")


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("doc-1,quote,people,wikidata_id,a,b,why,,2026-11-21,me", "cannot be corrected"),
        ("doc-1,,people,name,a,b,why,,2026-11-21,me", "quotes the words"),
        ("doc-1,quote,events,date,a,31/2/2020,why,,2026-11-21,me", "no EDTF date"),
        ("doc-1,quote,people,name,,b,why,,2026-11-21,me", "which value is wrong"),
        ("doc-1,quote,people,name,a,b,why,,someday,me", "no day"),
    ],
)
def test_correction_is_refused(line: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        parse_corrections(CORRECTIONS + line + "\n")


def test_other_columns_are_refused() -> None:
    with pytest.raises(ValueError, match="columns"):
        parse_judgements("left,right\nper-a,per-b\n")
