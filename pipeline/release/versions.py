"""Content versions: ``YYYY.M.N``, from a given date, never from a clock; which ones an output folder holds.

Belongs here: numbering and finding releases. Does not: what is in one.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

RELEASES = "releases"
LATEST = "latest.json"
_VERSION = re.compile(r"([1-9]\d{3})\.([1-9]|1[0-2])\.(0|[1-9]\d*)")


class NotAVersion(ValueError):
    """A text is no content version."""

    for_people = True


class DamagedLatest(ValueError):
    """``latest.json`` cannot be read."""

    for_people = True


@dataclass(frozen=True, slots=True)
class Latest:
    """What ``latest.json`` says: the newest release, its folder relative to the output, its manifest's SHA-256."""

    version: str
    schema_version: str
    path: str
    manifest_sha256: str

    def to_json(self) -> str:
        """The file's text."""
        return json.dumps(asdict(self), indent=2) + "\n"


def parse_version(version: str) -> tuple[int, int, int]:
    """``2026.11.0`` as numbers, which sort. Raises NotAVersion where it is no content version."""
    match = _VERSION.fullmatch(version)
    if match is None:
        raise NotAVersion(f"{version}: not a content version (YYYY.M.N, without leading zeros)")
    return int(match[1]), int(match[2]), int(match[3])


def published_versions(output: Path) -> list[str]:
    """The versions that stand in ``output/releases``, oldest first."""
    folder = output / RELEASES
    found = [p.name for p in folder.iterdir() if p.is_dir()] if folder.is_dir() else []
    return sorted((name for name in found if _VERSION.fullmatch(name)), key=parse_version)


def next_version(output: Path, release_date: date) -> str:
    """The version that a release of ``release_date`` would get: the highest N of its month plus one, or 0."""
    month = (release_date.year, release_date.month)
    taken = [v[2] for v in map(parse_version, published_versions(output)) if v[:2] == month]
    return f"{month[0]}.{month[1]}.{max(taken, default=-1) + 1}"


def release_folder(output: Path, version: str) -> Path:
    """Where a version stands, or would."""
    return output / RELEASES / version


def read_latest(output: Path) -> Latest | None:
    """What ``latest.json`` says; None where nothing is published. Raises DamagedLatest."""
    path = output / LATEST
    return parse_latest(path.read_text(encoding="utf-8"), str(path)) if path.is_file() else None


def parse_latest(text: str, where: str) -> Latest:
    """The text of a ``latest.json``; ``where`` names it in the message. Raises DamagedLatest."""
    try:
        return Latest(**json.loads(text))
    except (TypeError, json.JSONDecodeError) as error:
        raise DamagedLatest(f"{where}: damaged: {error}. Remove it: the next release writes it anew.") from error
