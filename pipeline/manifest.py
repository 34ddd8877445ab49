"""The manifest of a cache of readings: which input is kept where, and what would make it stale."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

_NAME = "manifest.parquet"


class Stamp(NamedTuple):
    """A file below the input folder as the file system sees it: while none of these change, it is not opened."""

    file: str
    size: int
    mtime_ns: int


class Entry(NamedTuple):
    """One input: the stamp of its file, its name, what its reading depends on (``key``), and the shard of that."""

    file: str
    size: int
    mtime_ns: int
    source_path: str
    key: str
    shard: str

    @property
    def stamp(self) -> Stamp:
        """The stamp of the file that holds the input."""
        return Stamp(self.file, self.size, self.mtime_ns)


class Manifest(NamedTuple):
    """``entries`` of a folder (``source``, absolute) as read by an extractor; both are hashes or names to compare."""

    source: str
    extractor: str
    entries: tuple[Entry, ...]


_SCHEMA = pa.schema([(n, pa.int64() if n in ("size", "mtime_ns") else pa.string()) for n in Entry._fields])


def load_manifest(cache: Path) -> Manifest:
    """The manifest of ``cache``; an empty one where there is none."""
    path = cache / _NAME
    if not path.exists():
        return Manifest("", "", ())
    table = pq.read_table(path)
    about = json.loads(table.schema.metadata[b"huunghi"])
    columns = (table.column(name).to_pylist() for name in Entry._fields)
    return Manifest(about["source"], about["extractor"], tuple(map(Entry, *columns)))


def save_manifest(cache: Path, manifest: Manifest) -> None:
    """Replace the manifest of ``cache`` in one step; entries are kept in the order of their names."""
    about = json.dumps({"source": manifest.source, "extractor": manifest.extractor})
    rows = sorted(manifest.entries, key=lambda e: e.source_path)
    columns = [pa.array([e[i] for e in rows], f.type) for i, f in enumerate(_SCHEMA)]
    write_table(pa.Table.from_arrays(columns, schema=_SCHEMA.with_metadata({"huunghi": about})), cache / _NAME)


def write_table(table: pa.Table, path: Path) -> None:
    """Write a Parquet file that is there whole or not at all."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    pq.write_table(table, beside, compression="zstd")
    beside.replace(path)


def shard_name(extractor: str, inputs: Iterable[tuple[str, str]]) -> str:
    """The file name of the shard that holds these inputs (name, key): the same inputs, the same name."""
    digest = hashlib.sha256(extractor.encode())
    for pair in inputs:
        digest.update("\0".join(("", *pair)).encode())
    return f"{digest.hexdigest()[:24]}.parquet"
