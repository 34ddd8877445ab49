"""A release is got from a folder and over HTTP, goes on after a break, and is refused where it is damaged."""

from __future__ import annotations

import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.release.fetch import FetchError, fetch
from pipeline.release.publish import publish
from pipeline.release.verify import verify
from pipeline.release.versions import read_latest
from tests.release_samples import sample_rows, sample_tables

DAY = date(2026, 11, 21)


class _Server(http.server.SimpleHTTPRequestHandler):
    """Serves a folder with ranges; ``breaks`` names a file that is cut off after its first half, once."""

    breaks: set[str] = set()  # noqa: RUF012
    asked: list[tuple[str, str | None]] = []  # noqa: RUF012

    def do_GET(self) -> None:
        data = Path(self.translate_path(self.path)).read_bytes()
        wanted = self.headers.get("Range")
        name = self.path.rsplit("/", 1)[-1]
        self.asked.append((name, wanted))
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
        self.send_response(206 if wanted else 200)
        self.send_header("Content-Length", str(len(data) - start))
        self.end_headers()
        if name in self.breaks:
            self.breaks.discard(name)
            self.wfile.write(data[: len(data) // 2])
            self.connection.close()
        else:
            self.wfile.write(data[start:])

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("origin")
    publish(sample_tables(), output, DAY, {"n": "0"})
    rows = sample_rows()
    rows["people"][0]["given_name"] = None
    publish(sample_tables(rows), output, DAY, {"n": "1"})
    return output


@pytest.fixture
def address(origin: Path) -> Iterator[str]:
    _Server.asked.clear()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Server, directory=str(origin))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def _same(a: Path, b: Path) -> bool:
    return all((b / f.relative_to(a)).read_bytes() == f.read_bytes() for f in a.rglob("*") if f.is_file())


def test_a_broken_download_goes_on_where_it_stopped(origin: Path, address: str, tmp_path: Path) -> None:
    _Server.breaks = {"huunghi.duckdb"}
    with pytest.raises(FetchError, match="broke off; run again"):
        fetch(address, tmp_path)
    assert read_latest(tmp_path) is None
    _Server.asked.clear()
    done = fetch(address, tmp_path)
    assert done.version == "2026.11.1"
    half = (origin / "releases/2026.11.1/huunghi.duckdb").stat().st_size // 2
    assert ("huunghi.duckdb", f"bytes={half}-") in _Server.asked
    assert "people.parquet" not in done.loaded
    assert _same(origin / "releases/2026.11.1", done.folder)
    assert read_latest(tmp_path) == read_latest(origin)
    assert not fetch(address, tmp_path).new


def test_an_older_version_and_the_difference_alone(origin: Path, tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="release before is not here"):
        fetch(str(origin), tmp_path, diff_only=True)
    assert fetch(str(origin), tmp_path, "2026.11.0").version == "2026.11.0"
    done = fetch(str(origin), tmp_path, diff_only=True)
    assert not [n for n in done.loaded if n.endswith((".parquet", ".duckdb"))]
    assert verify(done.folder) == []
    assert (done.folder / "people.parquet").read_bytes() == (origin / "releases/2026.11.1/people.parquet").read_bytes()


def test_a_damaged_release_is_refused(origin: Path, tmp_path: Path) -> None:
    bad = Path(shutil.copytree(origin, tmp_path / "bad"))
    file = bad / "releases" / "2026.11.1" / "people.parquet"
    os.chmod(file, 0o644)
    file.write_bytes(file.read_bytes()[:-9] + b"PAR1 PAR1")
    with pytest.raises(FetchError, match=r"people\.parquet"):
        fetch(str(bad), tmp_path / "here")
    assert read_latest(tmp_path / "here") is None
    sums = bad / "releases" / "2026.11.1" / "SHA256SUMS"
    os.chmod(sums, 0o644)
    sums.write_text(sums.read_text() + f"{'0' * 64}  ../../evil\n")
    with pytest.raises(FetchError, match="leads out"):
        fetch(str(bad), tmp_path / "here")
    with pytest.raises(FetchError, match=r"latest\.json"):
        fetch(str(tmp_path / "nowhere"), tmp_path / "here")


def test_the_command_gets_the_latest_release(origin: Path, tmp_path: Path) -> None:
    for said in ("files loaded", "stands here already"):
        done = CliRunner().invoke(main, ["fetch", "--from", str(origin), "--output", str(tmp_path)])
        assert (done.exit_code, said in done.output) == (0, True), done.output
    done = CliRunner().invoke(main, ["fetch", "2026.08.1", "--from", str(origin), "--output", str(tmp_path)])
    assert (done.exit_code, "not a content version" in done.output) == (1, True)
