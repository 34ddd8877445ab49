"""The benchmarks that are run by hand still run: a peer that finds everything scores full, and stages are timed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks import compare_tools as peers
from tests.benchmarks.speed import copied, stages, timed

TEXT = "Sáng 5/3/2019, tại Huế, bà Lê Thị Thử, Chủ tịch Hội hữu nghị Việt Nam - Lào, dự họp.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("text", "gold"):
        (tmp_path / name).mkdir()
    (tmp_path / "text" / "a.txt").write_text(TEXT, encoding="utf-8")
    gold = {
        "doc": "a",
        "people": [{"name": "Lê Thị Thử"}],
        "organizations": ["Hội hữu nghị Việt Nam - Lào"],
        "dates": [{"text": "Sáng 5/3/2019", "value": "2019-03-05"}, {"text": "hôm qua", "value": None}],
    }
    (tmp_path / "gold" / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    return tmp_path


def test_a_tool_is_scored_by_what_it_finds(folder: Path) -> None:
    def tool(_: object) -> peers.Finds:
        return {"people": [["Lê Thị Thử"], ["Huế"]], "dates": [["2019-03-05"]]}

    tallies, seconds = peers.score(tool, peers.folder_articles(folder))
    people = tallies["people"]
    assert (people.found, people.missed, people.spurious) == (1, 0, 1)
    assert tallies["dates"].f1 == 1
    assert "organizations" not in tallies
    assert seconds >= 0


def test_ours_reads_what_the_peers_read(folder: Path) -> None:
    name, tool = next(peers.tools())
    tallies, _ = peers.score(tool, peers.folder_articles(folder))
    assert name == "huunghi"
    assert {kind: tally.f1 for kind, tally in tallies.items()} == dict.fromkeys(peers.KINDS, 1.0)


def test_tagged_words_are_joined_and_short_forms_are_one_with_the_long() -> None:
    tags = [("Lê", "B-PER"), ("Thử", "I-PER"), ("Lê", "B-PER"), ("ở", "O"), ("Huế", "I-LOC")]
    assert list(peers._joined(tags)) == [("PER", "Lê Thử"), ("PER", "Lê"), ("LOC", "Huế")]
    assert peers._longest(["Thử", "Lê Thử", "An", "lê thử"]) == [["Lê Thử"], ["An"]]


def test_copies_differ_and_their_stages_are_timed(tmp_path: Path) -> None:
    files = sorted(copied(tmp_path, 2).glob("*.txt"))
    assert len({f.read_bytes() for f in files}) == len(files)
    for path in files[2:]:
        path.unlink()
    assert list(stages(tmp_path)) == ["lexicons", "parse", "read"]
    assert min(timed(lambda: None)) >= 0
