"""Reading on Ray gives the shards that reading here gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.shards import update_shards
from tests.integration.test_build_shards import write_articles


@pytest.mark.filterwarnings("ignore::FutureWarning")
def test_ray_writes_the_same_bytes(tmp_path: Path) -> None:
    ray = pytest.importorskip("ray", reason="the extra ray is not installed")
    articles = write_articles(tmp_path / "articles", 230)
    here = update_shards(articles, tmp_path / "here", workers=1)
    try:
        there = update_shards(articles, tmp_path / "there", engine="ray", workers=2)
    finally:
        ray.shutdown()
    assert [p.read_bytes() for p in there.shards] == [p.read_bytes() for p in here.shards]
    assert len(there.shards) > 1
