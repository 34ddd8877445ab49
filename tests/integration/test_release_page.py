"""The page of a release: one file, the same bytes each time, which a real browser opens from the disk, offline."""

from __future__ import annotations

import base64
import gzip
import json
import re
import shutil
import subprocess
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.explorer.page import filled, packed, write_page
from pipeline.release.publish import publish
from tests.release_samples import sample_rows, sample_tables


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = sample_rows()
    rows["events"][0]["name"] = "</script><script>document.title='hit'</script> Hội nghị"
    output = tmp_path_factory.mktemp("page")
    folder = publish(sample_tables(rows), output, date(2026, 11, 21), {"n": "1"}, extras=(write_page,)).folder
    return folder / "index.html"


def _unpacked(page: Path, name: str) -> Any:
    found = re.search(rf'<script id="{name}"[^>]*>([^<]*)</script>', page.read_text())
    assert found
    return json.loads(gzip.decompress(base64.b64decode(found[1])))


def test_the_page_holds_the_tables_and_their_quotes(page: Path) -> None:
    tables = _unpacked(page, "data")["tables"]
    assert {name: len(table["rows"]) for name, table in tables.items()} == {
        "events": 1,
        "people": 1,
        "directives": 1,
        "organizations": 1,
        "documents": 1,
        "links": 5,
    }
    assert _unpacked(page, "evidence")["per-1"][0][2] == "Trần Thị Mẫu"


def test_the_page_asks_for_nothing_from_outside(page: Path) -> None:
    text = page.read_text()
    assert "default-src 'none'" in text
    assert not re.findall(r'<(?:script|link|img|iframe)[^>]+(?:src|href)="[^"]*"', text)
    assert not re.findall(r"\b(?:fetch|XMLHttpRequest|import)\s*\(", text)


def test_parts_are_put_in_once_and_packed_without_a_clock() -> None:
    assert filled("a {{x}} b {{y}}", {"x": "{{y}}", "y": "2"}) == "a {{y}} b 2"
    assert packed({"á": 1}) == packed({"á": 1})
    assert base64.b64decode(packed(1))[4:8] == bytes(4)


def _dom(program: str, address: str) -> str:
    """What the browser made of the page, once its script says it is ready; a headless browser hangs now and then."""
    command = [program, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=10000", "--dump-dom"]
    for _ in range(3):
        with suppress(subprocess.TimeoutExpired):
            done = subprocess.run([*command, address], capture_output=True, text=True, timeout=60, check=False)
            if 'data-ready="yes"' in done.stdout:
                return done.stdout
    pytest.fail("the page was not ready in three tries")


@pytest.mark.browser
def test_a_browser_shows_a_row_with_its_evidence_and_runs_no_data(page: Path) -> None:
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        pytest.skip("no chromium is installed")
    shown = _dom(program, f"{page.as_uri()}#evt-1")
    assert "hội nghị phổ biến</blockquote>" in re.sub(r"<small>.*?</small>", "", shown)
    assert "Trần Thị Mẫu" in shown
    assert "(chủ trì)" in shown
    assert "<title>hit" not in shown
