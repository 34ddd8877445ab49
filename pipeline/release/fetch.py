"""``fetch``: get a release over HTTP or from a folder, go on where a broken download stopped, and verify it.

Belongs here: transport. Does not: what a release must be (``verify``).
"""

from __future__ import annotations

import shutil
import urllib.error
import urllib.request
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from pipeline.release import manifest as m
from pipeline.release.apply import apply_diff
from pipeline.release.atomic import rename_new, sole_publisher, sync_tree
from pipeline.release.publish import name_latest
from pipeline.release.verify import verify
from pipeline.release.versions import (
    LATEST,
    RELEASES,
    Latest,
    parse_latest,
    parse_version,
    published_versions,
    release_folder,
)
from pipeline.tables.write import read_tables, write_duckdb
from schemas import TABLES

FETCHING = ".fetching-"
_CHUNK = 1 << 16
_TIMEOUT = 60.0


class FetchError(ValueError):
    """The release could not be got, or is not what its sums say."""

    for_people = True


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was got. ``new``: False where the version stood there already; ``loaded``: the files that were loaded."""

    version: str
    folder: Path
    new: bool
    loaded: tuple[str, ...] = ()


def fetch(source: str, output: Path, version: str | None = None, *, diff_only: bool = False) -> Fetched:
    """Get a release from ``source`` (an http address or a folder that holds latest.json) into ``output``.

    ``version``: None for the latest. ``diff_only``: make the tables of the release before, which must stand in
    ``output``, and the differences. What was loaded before a break is not loaded again. Raises FetchError."""
    with sole_publisher(output / RELEASES):
        latest = parse_latest(_text(source, LATEST), f"{source}/{LATEST}")
        version = version or latest.version
        parse_version(version)
        folder = release_folder(output, version)
        if folder.is_dir():
            return Fetched(version, folder, False)
        part = output / RELEASES / f"{FETCHING}{version}"
        part.mkdir(parents=True, exist_ok=True)
        loaded = _load(source, version, part, latest, output, diff_only)
        if problems := verify(part, previous=_neighbour(output, part)):
            shutil.rmtree(part)
            raise FetchError(f"{version} from {source} is not sound:\n" + "\n".join(map(str, problems)))
        sync_tree(part)
        rename_new(part, folder)
        if version == published_versions(output)[-1]:
            name_latest(output, folder)
        return Fetched(version, folder, True, tuple(loaded))


def _load(source: str, version: str, part: Path, latest: Latest, output: Path, diff_only: bool) -> list[str]:
    base = f"{RELEASES}/{version}"
    for name in (m.SUMS, m.MANIFEST):
        (part / name).write_bytes(_bytes(source, f"{base}/{name}"))
    if version == latest.version and m.sha256_file(part / m.MANIFEST) != latest.manifest_sha256:
        raise FetchError(f"{source}: the manifest of {version} is not the one that {LATEST} names")
    sums, databases = m.read_sums(part), m.read_manifest(part).databases
    _require_safe((*sums, *databases))
    made = _make_tables(source, base, part, output, sums) if diff_only else []
    wanted = [name for name in (*sums, *databases) if name not in made]
    return [name for name in wanted if _load_file(source, base, name, part, sums.get(name))]


def _make_tables(source: str, base: str, part: Path, output: Path, sums: dict[str, str]) -> list[str]:
    """Make the tables and databases out of the release before and the differences; the files that need no loading.

    A table whose bytes come out differently (written by another version of a writer) is left to be loaded."""
    before = _neighbour(output, part)
    if before is None:
        raise FetchError("the release before is not here: fetch without the differences alone")
    for name in sums:
        if name.startswith("diff/"):
            _load_file(source, base, name, part, sums[name])
    apply_diff(before, part / "diff", part)
    with read_tables(part) as con:
        for name, keyed in ((d, d == "huunghi.duckdb") for d in m.read_manifest(part).databases):
            m.seal(write_duckdb(con, part / name, constraints=keyed))
    tables = [f"{t}.parquet" for t in TABLES]
    same = [name for name in tables if m.sha256_file(part / name) == sums.get(name)]
    return [*same, *m.read_manifest(part).databases]


def _neighbour(output: Path, part: Path) -> Path | None:
    """The folder of the release before the one in ``part``, where it stands in ``output``."""
    previous = m.read_manifest(part).previous
    folder = release_folder(output, previous["version"]) if previous else None
    return folder if folder and folder.is_dir() else None


def _require_safe(names: Iterable[str]) -> None:
    for name in names:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name or not path.parts:
            raise FetchError(f"{name}: a path that leads out of the release")


def _load_file(source: str, base: str, name: str, part: Path, digest: str | None) -> bool:
    """Load one file; False where it stands there already. What was loaded in part is gone on with."""
    target = part / name
    if target.is_file() and (m.sha256_file(target) == digest if digest else m.is_sealed(target)):
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{target.name}.part")
    _copy(source, f"{base}/{name}", unfinished)
    if digest and m.sha256_file(unfinished) != digest:
        unfinished.unlink()
        raise FetchError(f"{name}: what was loaded is not what {m.SUMS} says; run again to load it anew")
    unfinished.replace(target)
    return True


def _is_address(source: str) -> bool:
    return source.startswith(("http://", "https://"))


def _copy(source: str, name: str, target: Path) -> None:
    if not _is_address(source):
        target.write_bytes(_bytes(source, name))
        return
    there = target.stat().st_size if target.is_file() else 0
    request = urllib.request.Request(_address(source, name), headers={"Range": f"bytes={there}-"} if there else {})
    try:
        with urllib.request.urlopen(request, timeout=_TIMEOUT) as response:
            resumed = response.status == HTTPStatus.PARTIAL_CONTENT
            due = int(response.headers.get("Content-Length", 0)) + (there if resumed else 0)
            with target.open("ab" if resumed else "wb") as stream:
                shutil.copyfileobj(response, stream, _CHUNK)
        if target.stat().st_size < due:
            raise FetchError(f"{_address(source, name)}: broke off; run again to go on")
    except urllib.error.HTTPError as error:
        if error.code != HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            raise FetchError(f"{_address(source, name)}: {error.code} {error.reason}") from error
    except OSError as error:
        raise FetchError(f"{_address(source, name)}: {error}; run again to go on") from error


def _bytes(source: str, name: str) -> bytes:
    if not _is_address(source):
        path = Path(source) / name
        if not path.is_file():
            raise FetchError(f"{path}: there is no such file")
        return path.read_bytes()
    try:
        with urllib.request.urlopen(_address(source, name), timeout=_TIMEOUT) as response:
            content: bytes = response.read()
            return content
    except OSError as error:
        raise FetchError(f"{_address(source, name)}: {error}") from error


def _text(source: str, name: str) -> str:
    return _bytes(source, name).decode("utf-8")


def _address(source: str, name: str) -> str:
    return f"{source.rstrip('/')}/{quote(name)}"
