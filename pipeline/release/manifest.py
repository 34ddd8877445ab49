"""The manifest of a release, and sums of its files.

``.duckdb`` files have no stable bytes: the manifest names no sum of theirs. Each ends in a line of its own, a seal with
the SHA-256 of what stands before it (DuckDB reads past it), and its tables are compared by logical hash.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
SIGNATURES = ".minisig"
_SEAL = b"\n-- sha256 of the bytes before this line: "
_SEAL_LENGTH = len(_SEAL) + 64 + 1
_CHUNK = 1 << 20


class DamagedManifest(ValueError):
    """A manifest cannot be read."""

    for_people = True


@dataclass(frozen=True, slots=True)
class TableEntry:
    """A table of a release: its rows, and a hash of them that any file format gives."""

    rows: int
    logical_sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a release says of itself. ``inputs``: what it is a function of, name to SHA-256 or version.

    ``previous``: version and manifest's SHA-256 of the release before, or None. ``files``: every file but the
    manifest, SHA256SUMS and ``.duckdb`` files, path to SHA-256. ``withdrawn``: a tombstone (id, reason, day) for each
    withdrawal. ``status``: published; or withdrawn where there was a withdrawal, since it is not as it was published.
    """

    version: str
    schema_version: str
    release_date: str
    inputs: Mapping[str, str]
    previous: Mapping[str, str] | None
    tables: Mapping[str, TableEntry]
    files: Mapping[str, str] = field(default_factory=dict)
    databases: tuple[str, ...] = ()
    withdrawn: tuple[Mapping[str, str], ...] = ()
    status: str = "published"
    title: str = "Huunghi"
    licence: str = "CC-BY-4.0"

    def to_json(self) -> str:
        """The manifest's text: sorted keys, so that the same release gives the same bytes."""
        return to_json(asdict(self))


def to_json(value: Any) -> str:
    """JSON as every descriptor is written: sorted keys, two blanks, UTF-8 as it is, one line end at the end."""
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a release folder. Raises FileNotFoundError or DamagedManifest that name the file."""
    path = folder / MANIFEST
    if not path.is_file():
        raise FileNotFoundError(f"{path}: no manifest: this is not a release folder")
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        tables = {name: TableEntry(**entry) for name, entry in values.pop("tables").items()}
        lists = {name: tuple(values.get(name, ())) for name in ("databases", "withdrawn")}
        return Manifest(tables=tables, **values | lists)
    except (TypeError, KeyError, AttributeError, ValueError) as error:
        raise DamagedManifest(f"{path}: damaged, not a manifest: {error}") from error


def sha256_file(path: Path) -> str:
    """SHA-256 of a file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def all_files(folder: Path) -> list[str]:
    """The paths of all files below ``folder``, relative, with ``/``, sorted."""
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def summed_files(folder: Path) -> list[str]:
    """The files whose bytes are stable: all but SHA256SUMS, signatures and ``.duckdb`` files."""
    return [f for f in all_files(folder) if f != SUMS and not f.endswith((SIGNATURES, ".duckdb"))]


def write_sums(folder: Path) -> None:
    """Write SHA256SUMS, in the form that ``sha256sum --check`` reads."""
    lines = [f"{sha256_file(folder / name)}  {name}\n" for name in summed_files(folder)]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")


def read_sums(folder: Path) -> dict[str, str]:
    """Path to SHA-256, as SHA256SUMS says. Raises FileNotFoundError where it is missing, ValueError where damaged."""
    path = folder / SUMS
    if not path.is_file():
        raise FileNotFoundError(f"{path}: missing")
    pairs = [line.split("  ", 1) for line in path.read_text(encoding="utf-8", errors="replace").splitlines()]
    if any(len(p) != 2 for p in pairs):
        raise ValueError(f"{path}: a line is not 'sum  path'")
    return {name: digest for digest, name in pairs}


def seal(path: Path) -> None:
    """Append to a file the SHA-256 of its bytes."""
    digest = sha256_file(path)
    with path.open("ab") as stream:
        stream.write(_SEAL + digest.encode() + b"\n")


def is_sealed(path: Path) -> bool:
    """True where a file ends in a seal and the seal is right."""
    size = path.stat().st_size - _SEAL_LENGTH
    if size < 0:
        return False
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        left = size
        while left and (chunk := stream.read(min(left, _CHUNK))):
            digest.update(chunk)
            left -= len(chunk)
        return stream.read() == _SEAL + digest.hexdigest().encode() + b"\n"
